/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One field of an item that a person wrote: what it was, what it is. */
#include "config.h"

#include "ui/changes/imp-change-row.h"

#include "ui/changes/imp-change-words.h"

#include <glib/gi18n.h>

struct _ImpChangeRow
{
  GtkBox parent_instance;

  ImpItem item;
  guint8 field;
  ImpValue earlier;

  GtkLabel *name;
  GtkLabel *after;
  GtkWidget *earlier_box;
  GtkLabel *before;
  GtkWidget *use;
};

G_DEFINE_FINAL_TYPE (ImpChangeRow, imp_change_row, GTK_TYPE_BOX)

static guint used_again_signal;

static void
use_clicked_cb (ImpChangeRow *self)
{
  g_signal_emit (self, used_again_signal, 0, self->item, (guint) self->field, &self->earlier);
}

static void
imp_change_row_dispose (GObject *object)
{
  imp_value_clear (&IMP_CHANGE_ROW (object)->earlier);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_CHANGE_ROW);
  G_OBJECT_CLASS (imp_change_row_parent_class)->dispose (object);
}

static void
imp_change_row_class_init (ImpChangeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_change_row_dispose;
  used_again_signal =
      g_signal_new ("used-again", IMP_TYPE_CHANGE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_UINT, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Improve/ui/changes/imp-change-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpChangeRow, name);
  gtk_widget_class_bind_template_child (widget_class, ImpChangeRow, after);
  gtk_widget_class_bind_template_child_full (widget_class, "earlier", FALSE,
                                             G_STRUCT_OFFSET (ImpChangeRow, earlier_box));
  gtk_widget_class_bind_template_child (widget_class, ImpChangeRow, before);
  gtk_widget_class_bind_template_child (widget_class, ImpChangeRow, use);
  gtk_widget_class_bind_template_callback (widget_class, use_clicked_cb);
}

static void
imp_change_row_init (ImpChangeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_life (ImpChangeRow *self, const ImpEditDigest *edit, const ImpEditedField *edited)
{
  g_autofree char *life = imp_edit_digest_say_life (edit, edited);

  gtk_label_set_text (self->after, life);
  gtk_widget_set_visible (GTK_WIDGET (self->name), FALSE);
  gtk_widget_set_visible (self->earlier_box, FALSE);
}

static void
show_field (ImpChangeRow *self, const ImpEditedField *edited, gboolean belongs, gboolean may_change)
{
  g_autofree char *name = imp_change_words_field (edited->kind, edited->field, belongs);
  g_autofree char *after = imp_edited_after_to_words (edited);
  g_autofree char *value = imp_edited_before_to_words (edited);
  /* Translators: what a field was before it was changed */
  g_autofree char *before = g_strdup_printf (_ ("Before: %s"), value);

  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->after, after);
  gtk_label_set_text (self->before, before);
  gtk_widget_set_visible (self->earlier_box, !imp_edited_is_first (edited));
  gtk_widget_set_visible (self->use, may_change && !edited->before_erased
                                         && imp_kind_get_field (edited->kind, edited->field));
}

GtkWidget *
imp_change_row_new (const ImpEditDigest *edit, const ImpEditedField *edited, gboolean may_change)
{
  ImpChangeRow *self = g_object_new (IMP_TYPE_CHANGE_ROW, NULL);

  self->item = edited->item;
  self->field = edited->field;
  self->earlier = imp_value_copy (&edited->before);
  if (edited->field == IMP_FIELD_LIFE)
    show_life (self, edit, edited);
  else
    show_field (self, edited, edited->item != edit->about, may_change);
  return GTK_WIDGET (self);
}

void
imp_change_row_hide_name (ImpChangeRow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->name), FALSE);
}

void
imp_change_row_show_button_only (ImpChangeRow *self)
{
  imp_change_row_hide_name (self);
  gtk_widget_set_visible (GTK_WIDGET (self->after), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->before), FALSE);
  gtk_button_set_label (GTK_BUTTON (self->use), _ ("Use Earlier Value"));
}
