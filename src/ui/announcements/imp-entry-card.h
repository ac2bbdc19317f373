/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One entry of an announcement as a card: its texts, written in place. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog-announcements.h"

G_BEGIN_DECLS

/* Which texts it has follows from the entry's section. Its handle drags it, Alt+Up and Alt+Down
 * move it, its menu does all that can be done with an entry; these are the actions "entry.…" of
 * the list it stands in. Signals: "kept" after a text is on the disk. Property "editable". */
#define IMP_TYPE_ENTRY_CARD (imp_entry_card_get_type ())
G_DECLARE_FINAL_TYPE (ImpEntryCard, imp_entry_card, IMP, ENTRY_CARD, AdwBin)

GtkWidget *imp_entry_card_new (ImpBacklog *backlog,
                               const ImpEntry *entry,
                               const char *as_of,
                               gboolean editable);
/* The same entry as it is in the record now. */
void imp_entry_card_update (ImpEntryCard *self, const ImpEntry *entry, const char *as_of);
ImpItem imp_entry_card_get_item (ImpEntryCard *self);
double imp_entry_card_get_position (ImpEntryCard *self);
void imp_entry_card_keep (ImpEntryCard *self); /* what is written but not on the disk yet */
void imp_entry_card_start_writing (ImpEntryCard *self); /* puts the cursor into its title */

G_END_DECLS
