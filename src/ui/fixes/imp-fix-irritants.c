/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The irritants a fix removes, with adding and taking out. */
#include "config.h"

#include "ui/fixes/imp-fix-irritants.h"

#include "model/imp-sentence.h"
#include "ui/common/imp-icon.h"
#include "ui/common/imp-plain.h"
#include "ui/common/imp-toasts.h"
#include "ui/common/imp-writing.h"
#include "ui/fixes/imp-add-irritants-dialog.h"

#include <glib/gi18n.h>

struct _ImpFixIrritants
{
  AdwPreferencesGroup parent_instance;

  ImpBacklog *backlog;
  ImpItem fix;
  GArray *irritants; /* of ImpItem */

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (ImpFixIrritants, imp_fix_irritants, ADW_TYPE_PREFERENCES_GROUP)

static GtkWidget *
create_hours (double hours)
{
  g_autofree char *words =
      hours > 0 ? imp_impact_to_hours_words (hours) : g_strdup (_ ("not yet asked"));
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static GtkWidget *
create_remove_button (ImpItem irritant)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Take Out"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", irritant);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "fix.remove-irritant");
  return button;
}

static GtkWidget *
create_row (const ImpFixIrritant *irritant, gboolean only)
{
  GtkWidget *row = adw_action_row_new ();

  imp_plain_text (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), irritant->title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_hours (irritant->hours));
  if (!only)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_remove_button (irritant->item));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), imp_icon_new ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", irritant->item);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-irritant");
  return row;
}

static void
add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ImpFixIrritants *self = IMP_FIX_IRRITANTS (widget);

  adw_dialog_present (
      imp_add_irritants_dialog_new (self->backlog, self->fix,
                                    (const ImpItem *) (const void *) self->irritants->data,
                                    self->irritants->len),
      widget);
}

static void
take_out (GtkWidget *widget, const char *name, GVariant *irritant)
{
  ImpFixIrritants *self = IMP_FIX_IRRITANTS (widget);

  imp_backlog_remove_irritant_async (self->backlog, self->fix, g_variant_get_int64 (irritant),
                                     imp_toasts_written_cb, imp_toasts_expect (widget));
}

static void
imp_fix_irritants_dispose (GObject *object)
{
  ImpFixIrritants *self = IMP_FIX_IRRITANTS (object);

  g_clear_object (&self->backlog);
  g_clear_pointer (&self->irritants, g_array_unref);
  G_OBJECT_CLASS (imp_fix_irritants_parent_class)->dispose (object);
}

static void
imp_fix_irritants_class_init (ImpFixIrritantsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_fix_irritants_dispose;
  gtk_widget_class_install_action (widget_class, "fix.add-irritant", NULL, add);
  gtk_widget_class_install_action (widget_class, "fix.remove-irritant", "x", take_out);
}

static void
imp_fix_irritants_init (ImpFixIrritants *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  self->irritants = g_array_new (FALSE, FALSE, sizeof (ImpItem));
  gtk_widget_set_tooltip_text (button, _ ("Add an Irritant"));
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "fix.add-irritant");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->list));
}

void
imp_fix_irritants_bind (ImpFixIrritants *self, ImpBacklog *backlog, ImpItem fix)
{
  g_return_if_fail (IMP_IS_FIX_IRRITANTS (self));

  g_set_object (&self->backlog, backlog);
  self->fix = fix;
  imp_writing_restrict (GTK_WIDGET (self), backlog);
}

void
imp_fix_irritants_show (ImpFixIrritants *self, GPtrArray *irritants)
{
  g_return_if_fail (IMP_IS_FIX_IRRITANTS (self));

  gtk_list_box_remove_all (self->list);
  g_array_set_size (self->irritants, 0);
  for (guint i = 0; i < irritants->len; i++)
    {
      const ImpFixIrritant *irritant = g_ptr_array_index (irritants, i);

      gtk_list_box_append (self->list, create_row (irritant, irritants->len == 1));
      g_array_append_val (self->irritants, irritant->item);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), irritants->len > 0);
}
