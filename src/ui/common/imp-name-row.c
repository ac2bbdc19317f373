/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * An entry row that offers the names the backlog knows already. */
#include "config.h"

#include "ui/common/imp-name-row.h"

#include "base/imp-text.h"
#include "ui/common/imp-writing.h"

#include <glib/gi18n.h>

#define MAX_NAMES 6

struct _ImpNameRow
{
  AdwEntryRow parent_instance;
  ImpBacklog *backlog;
  ImpKind kind;
  GCancellable *cancellable;
  GtkPopover *popover;
  GtkListBox *names;
  gboolean taking; /* a name is being put in: nothing to offer */
};

G_DEFINE_FINAL_TYPE (ImpNameRow, imp_name_row, ADW_TYPE_ENTRY_ROW)

static gboolean
is_being_edited (ImpNameRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static GtkWidget *
create_name (const char *name)
{
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  return label;
}

static void
offer (ImpNameRow *self, char **names)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self));

  gtk_list_box_remove_all (self->names);
  for (guint i = 0; names[i] != NULL; i++)
    if (!g_str_equal (names[i], typed))
      gtk_list_box_append (self->names, create_name (names[i]));
  if (gtk_list_box_get_row_at_index (self->names, 0) == NULL)
    gtk_popover_popdown (self->popover);
  else
    gtk_popover_popup (self->popover);
}

static void
names_found_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpNameRow) self = data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = imp_backlog_names_finish (IMP_BACKLOG (backlog), result, &error);

  if (names != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)) && is_being_edited (self))
    offer (self, names);
}

static void
look_up (ImpNameRow *self, const char *text)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->backlog == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  imp_backlog_names_async (self->backlog, self->kind, text, MAX_NAMES, self->cancellable,
                           names_found_cb, g_object_ref (self));
}

static void
changed_cb (ImpNameRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));

  if (self->taking || !is_being_edited (self))
    return;
  if (imp_text_is_empty (text))
    gtk_popover_popdown (self->popover);
  else
    look_up (self, text);
}

static void
all_clicked_cb (ImpNameRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  look_up (self, "");
}

static void
name_activated_cb (GtkListBox *names, GtkListBoxRow *row, ImpNameRow *self)
{
  GtkWidget *label = gtk_list_box_row_get_child (row);

  self->taking = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), gtk_label_get_text (GTK_LABEL (label)));
  self->taking = FALSE;
  gtk_popover_popdown (self->popover);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_editable_set_position (GTK_EDITABLE (self), -1);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType state,
                ImpNameRow *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Escape)
    {
      gtk_popover_popdown (self->popover);
      return GDK_EVENT_STOP;
    }
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_child_focus (GTK_WIDGET (self->popover), GTK_DIR_TAB_FORWARD);
}

static void
focus_left_cb (ImpNameRow *self)
{
  if (self->popover != NULL && !is_being_edited (self))
    gtk_popover_popdown (self->popover);
}

static void
imp_name_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ImpNameRow *self = IMP_NAME_ROW (widget);

  GTK_WIDGET_CLASS (imp_name_row_parent_class)->size_allocate (widget, width, height, baseline);
  gtk_popover_present (self->popover);
}

static void
imp_name_row_dispose (GObject *object)
{
  ImpNameRow *self = IMP_NAME_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->backlog);
  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->popover)));
  G_OBJECT_CLASS (imp_name_row_parent_class)->dispose (object);
}

static void
imp_name_row_class_init (ImpNameRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = imp_name_row_dispose;
  GTK_WIDGET_CLASS (klass)->size_allocate = imp_name_row_size_allocate;
}

static void
create_popover (ImpNameRow *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->names = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->names, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->names), "names");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->names), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Known names"), -1);
  g_signal_connect (self->names, "row-activated", G_CALLBACK (name_activated_cb), self);
  self->popover = GTK_POPOVER (popover);
  gtk_popover_set_autohide (self->popover, FALSE);
  gtk_popover_set_has_arrow (self->popover, FALSE);
  gtk_popover_set_position (self->popover, GTK_POS_BOTTOM);
  gtk_popover_set_child (self->popover, GTK_WIDGET (self->names));
  gtk_widget_add_css_class (popover, "menu");
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
}

static void
create_button (ImpNameRow *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("pan-down-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Show Known Names"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (all_clicked_cb), self);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), button);
}

static void
imp_name_row_init (ImpNameRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  create_popover (self);
  create_button (self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "name-row");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

void
imp_name_row_set_source (ImpNameRow *self, ImpBacklog *backlog, ImpKind kind)
{
  g_set_object (&self->backlog, backlog);
  self->kind = kind;
  gtk_editable_set_editable (GTK_EDITABLE (self), imp_writing_is_possible (backlog));
}

char *
imp_name_row_dup_name (ImpNameRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));

  return imp_text_is_empty (text) ? NULL : imp_text_clean (text);
}
