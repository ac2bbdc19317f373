/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a calendar wants to know of a round beside what it says. */
#pragma once

#include "base/imp-uuid.h"
#include "model/imp-round.h"
#include "store/imp-store.h"

G_BEGIN_DECLS

/* Copied by value. The same on every laptop that has the same rows. */
typedef struct
{
  ImpUuid uuid;       /* of one that is only due: of its site's next one, whichever that is */
  gint64 modified_ms; /* when it was last written to */
  int sequence;       /* grows with each change */
} ImpRoundStamp;

gboolean imp_store_read_round_stamp (ImpStore *store,
                                     const ImpRoundLine *line,
                                     ImpRoundStamp *stamp,
                                     GError **error);

G_END_DECLS
