/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One field of an item that a person wrote: what it was, what it is. */
#pragma once

#include <gtk/gtk.h>

#include "model/imp-edit-words.h"

G_BEGIN_DECLS

/* A part of the row of an action. Immutable once it is made; copies what it shows. Signal "used-again"
 * (gint64 item, guint field, gpointer value: the ImpValue that it was before, valid during the
 * signal). Main thread. */
#define IMP_TYPE_CHANGE_ROW (imp_change_row_get_type ())
G_DECLARE_FINAL_TYPE (ImpChangeRow, imp_change_row, IMP, CHANGE_ROW, GtkBox)

/* A field of the action; where the item may not be changed any more there is no button to use the
 * earlier value again. */
GtkWidget *
imp_change_row_new (const ImpEditDigest *edit, const ImpEditedField *edited, gboolean may_change);
/* Where it is said already which field it is. */
void imp_change_row_hide_name (ImpChangeRow *self);
/* Where both values are said already. */
void imp_change_row_show_button_only (ImpChangeRow *self);

G_END_DECLS
