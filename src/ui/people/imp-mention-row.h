/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A sentence that names somebody, and what it will be without the name. */
#pragma once

#include <gtk/gtk.h>

#include "model/imp-mention.h"

G_BEGIN_DECLS

/* For boxed lists: a check box, where the sentence stands, the sentence with the name in bold, and
 * what it becomes. Checked where the name is certain. Signal "toggled". Borrows the mention, which
 * must live as long. */
#define IMP_TYPE_MENTION_ROW (imp_mention_row_get_type ())
G_DECLARE_FINAL_TYPE (ImpMentionRow, imp_mention_row, IMP, MENTION_ROW, GtkListBoxRow)

GtkWidget *imp_mention_row_new (const ImpMention *mention);
const ImpMention *imp_mention_row_get_mention (ImpMentionRow *self);
gboolean imp_mention_row_is_chosen (ImpMentionRow *self);
void imp_mention_row_toggle (ImpMentionRow *self);

G_END_DECLS
