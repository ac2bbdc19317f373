/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The entries of an announcement: four sections of cards, in their order. */
#pragma once

#include <gtk/gtk.h>

#include "backlog/imp-backlog-announcements.h"

G_BEGIN_DECLS

/* A card stays the same widget as long as its entry is in the same section, so that cursor and
 * focus stay where they are. Offers the actions entry.move-up, -down, make-big, make-small, remove
 * (each "x": the entry) and entry.place ("(xx)": put the first where the second stands). Signals:
 * "kept" after a text is on the disk. */
#define IMP_TYPE_ENTRY_LIST (imp_entry_list_get_type ())
G_DECLARE_FINAL_TYPE (ImpEntryList, imp_entry_list, IMP, ENTRY_LIST, GtkBox)

void imp_entry_list_set_announcement (ImpEntryList *self,
                                      ImpBacklog *backlog,
                                      const ImpAnnouncement *announcement);
/* Adds an empty line to a section of the announcement and puts the cursor into it. */
void imp_entry_list_add (ImpEntryList *self, ImpSection section);
void imp_entry_list_keep (ImpEntryList *self);

G_END_DECLS
