/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The tags of an irritant, to be added and taken away. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog.h"

G_BEGIN_DECLS

/* Rows for a boxed list: the tags as chips with a cross, under them an entry that offers the tags
 * the backlog knows. Return, or a comma, makes a chip of what is typed. A tag stands once, whatever
 * its capitals and accents. Main thread. */
#define IMP_TYPE_TAGS_ROW (imp_tags_row_get_type ())
G_DECLARE_FINAL_TYPE (ImpTagsRow, imp_tags_row, IMP, TAGS_ROW, AdwPreferencesGroup)

void imp_tags_row_set_source (ImpTagsRow *self, ImpBacklog *backlog);
void imp_tags_row_set_tags (ImpTagsRow *self, const char *const *tags);
/* With what is typed and no chip yet. */
char **imp_tags_row_dup_tags (ImpTagsRow *self);

/* Puts chips for reading into a box whose role is a list. */
void imp_tags_row_show_words (AdwWrapBox *box, const char *const *tags);

G_END_DECLS
