/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A text of the record that is written in place and keeps itself. */
#pragma once

#include <gtk/gtk.h>

#include "backlog/imp-backlog.h"

G_BEGIN_DECLS

/* A row for boxed lists: a quiet title over wrapping text. Keeps the text half a second after the
 * last key, when the focus leaves, and when the row goes out of sight; errors are shown by the
 * window and the text stays to be kept again. What comes from the record is shown at once, but
 * never while the row has the focus or something unkept.
 *
 * Properties: "title" (also the accessible name), "editable", "required" (boolean: emptiness is not
 * kept; on leaving, the text that was kept comes back). Signal "kept" after each write that
 * is on the disk. Main thread. */
#define IMP_TYPE_FIELD_ROW (imp_field_row_get_type ())
G_DECLARE_FINAL_TYPE (ImpFieldRow, imp_field_row, IMP, FIELD_ROW, GtkListBoxRow)

GtkWidget *imp_field_row_new (const char *title);
/* Which field of which item; whether it may have line breaks follows from the schema. label names
 * the change for undo. */
void imp_field_row_bind (ImpFieldRow *self,
                         ImpBacklog *backlog,
                         ImpKind kind,
                         ImpItem item,
                         guint8 field,
                         const char *label);
/* From the record, as a page showed it that is `as_of` (NULL: all there is): whoever writes here
 * supersedes what the row shows, and nothing else. */
void imp_field_row_set_text (ImpFieldRow *self, const char *text, const char *as_of);
/* As the head of a card: bold, without its title while there is text, with what stands before and
 * after it. Either may be NULL; both are taken over. */
void imp_field_row_make_headline (ImpFieldRow *self, GtkWidget *prefix, GtkWidget *suffix);
char *imp_field_row_dup_text (ImpFieldRow *self); /* as it is written now */
void imp_field_row_keep (ImpFieldRow *self);      /* now, if anything is unkept */

G_END_DECLS
