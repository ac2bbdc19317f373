/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading who can have said something. */
#pragma once

#include "model/imp-speaker.h"
#include "store/imp-store.h"

G_BEGIN_DECLS

/* At most `limit` people and departments whose name contains `text`: people first, those of whom a
 * name begins with it before the others, then those at the site of this name (may be NULL). Where
 * the text says "Somebody in …" only departments. Appends ImpSpeaker. */
gboolean imp_store_read_speakers (ImpStore *store,
                                  const char *text,
                                  const char *site,
                                  guint limit,
                                  GPtrArray *speakers,
                                  GError **error);
/* Whether the living person `item` has this name, as imp_text_fold() has it. */
gboolean imp_store_is_person (ImpStore *store,
                              ImpItem item,
                              const char *name,
                              gboolean *is_person,
                              GError **error);

G_END_DECLS
