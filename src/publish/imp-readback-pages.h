/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The sheet that is left behind at the end of a round. */
#pragma once

#include "model/imp-round.h"
#include "publish/imp-pages.h"

G_BEGIN_DECLS

/* What we heard in colleagues' words, each remark with a number that comes back once: under what we
 * will do, what we cannot and why, or what we take with us. Then what works, thanks, the next visit
 * and a box to write in. Laid out within milliseconds, on any thread.
 * language: NULL for that of the locale. signature: with lines to be signed. */
ImpPages *imp_readback_pages_new (ImpRoundPage *page,
                                  const char *language,
                                  gboolean signature,
                                  const ImpPaper *paper);

G_END_DECLS
