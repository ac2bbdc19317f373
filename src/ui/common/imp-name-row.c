/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * An entry row that offers the names the backlog knows already. */
#include "config.h"

#include "ui/common/imp-name-row.h"

#include "base/imp-text.h"
#include "ui/common/imp-writing.h"

#include <glib/gi18n.h>

#define MAX_NAMES 6

typedef struct
{
  ImpBacklog *backlog;
  ImpKind kind;
  GCancellable *cancellable;
  GtkPopover *popover;
  GtkListBox *names;
  GStrv offered;   /* NULL: nothing */
  gboolean taking; /* a name is being put in: nothing to offer */
} ImpNameRowPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (ImpNameRow, imp_name_row, ADW_TYPE_ENTRY_ROW)

static ImpNameRowPrivate *
get_private (ImpNameRow *self)
{
  return imp_name_row_get_instance_private (self);
}

static gboolean
is_being_edited (ImpNameRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static GtkWidget *
create_label (const char *text, int max_chars)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), max_chars);
  return label;
}

static GtkWidget *
create_name (const char *name, const char *detail)
{
  GtkWidget *box, *beside;

  if (detail == NULL)
    return create_label (name, 40);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  beside = create_label (detail, 40);
  gtk_widget_add_css_class (beside, "caption");
  gtk_widget_add_css_class (beside, "quiet");
  gtk_box_append (GTK_BOX (box), create_label (name, 40));
  gtk_box_append (GTK_BOX (box), beside);
  return box;
}

static void
add_name (ImpNameRow *self, const char *name, const char *detail)
{
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *whole = g_strjoin (", ", name, detail, NULL);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), create_name (name, detail));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
  gtk_list_box_append (get_private (self)->names, row);
}

static void
offer_unlike_typed (ImpNameRow *self, char **names)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self));

  for (guint i = 0; names[i] != NULL; i++)
    if (!g_str_equal (names[i], typed))
      g_ptr_array_add (others, names[i]);
  g_ptr_array_add (others, NULL);
  imp_name_row_offer (self, (const char *const *) others->pdata, NULL);
}

static void
names_found_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpNameRow) self = data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = imp_backlog_names_finish (IMP_BACKLOG (backlog), result, &error);

  if (names != NULL)
    offer_unlike_typed (self, names);
}

static void
imp_name_row_look_up (ImpNameRow *self, const char *text, GCancellable *cancellable)
{
  ImpNameRowPrivate *priv = get_private (self);

  imp_backlog_names_async (priv->backlog, priv->kind, text, MAX_NAMES, cancellable, names_found_cb,
                           g_object_ref (self));
}

static void
look_up (ImpNameRow *self, const char *text)
{
  ImpNameRowPrivate *priv = get_private (self);

  g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
  if (priv->backlog == NULL)
    return;
  priv->cancellable = g_cancellable_new ();
  IMP_NAME_ROW_GET_CLASS (self)->look_up (self, text, priv->cancellable);
}

static void
changed_cb (ImpNameRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));

  if (get_private (self)->taking || !is_being_edited (self))
    return;
  if (imp_text_is_empty (text))
    gtk_popover_popdown (get_private (self)->popover);
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
  ImpNameRowPrivate *priv = get_private (self);
  ImpNameRowClass *klass = IMP_NAME_ROW_GET_CLASS (self);
  const guint position = (guint) gtk_list_box_row_get_index (row);

  priv->taking = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), priv->offered[position]);
  if (klass->taken != NULL)
    klass->taken (self, position);
  priv->taking = FALSE;
  gtk_popover_popdown (priv->popover);
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
  GtkPopover *popover = get_private (self)->popover;

  if (!gtk_widget_get_visible (GTK_WIDGET (popover)))
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Escape)
    {
      gtk_popover_popdown (popover);
      return GDK_EVENT_STOP;
    }
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_child_focus (GTK_WIDGET (popover), GTK_DIR_TAB_FORWARD);
}

static void
focus_left_cb (ImpNameRow *self)
{
  ImpNameRowPrivate *priv = get_private (self);

  if (priv->popover != NULL && !is_being_edited (self))
    gtk_popover_popdown (priv->popover);
}

static void
imp_name_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (imp_name_row_parent_class)->size_allocate (widget, width, height, baseline);
  gtk_popover_present (get_private (IMP_NAME_ROW (widget))->popover);
}

static void
imp_name_row_dispose (GObject *object)
{
  ImpNameRowPrivate *priv = get_private (IMP_NAME_ROW (object));

  g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
  g_clear_object (&priv->backlog);
  g_clear_pointer (&priv->offered, g_strfreev);
  if (priv->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&priv->popover)));
  G_OBJECT_CLASS (imp_name_row_parent_class)->dispose (object);
}

static void
imp_name_row_class_init (ImpNameRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = imp_name_row_dispose;
  GTK_WIDGET_CLASS (klass)->size_allocate = imp_name_row_size_allocate;
  klass->look_up = imp_name_row_look_up;
}

static void
create_popover (ImpNameRow *self)
{
  ImpNameRowPrivate *priv = get_private (self);
  GtkWidget *popover = gtk_popover_new ();

  priv->names = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (priv->names, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (priv->names), "names");
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->names), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Known names"), -1);
  g_signal_connect (priv->names, "row-activated", G_CALLBACK (name_activated_cb), self);
  priv->popover = GTK_POPOVER (popover);
  gtk_popover_set_autohide (priv->popover, FALSE);
  gtk_popover_set_has_arrow (priv->popover, FALSE);
  gtk_popover_set_position (priv->popover, GTK_POS_BOTTOM);
  gtk_popover_set_child (priv->popover, GTK_WIDGET (priv->names));
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
  ImpNameRowPrivate *priv = get_private (self);

  g_set_object (&priv->backlog, backlog);
  priv->kind = kind;
  gtk_editable_set_editable (GTK_EDITABLE (self), imp_writing_is_possible (backlog));
}

char *
imp_name_row_dup_name (ImpNameRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));

  return imp_text_is_empty (text) ? NULL : imp_text_clean (text);
}

gboolean
imp_name_row_offer (ImpNameRow *self, const char *const *names, char *const *details)
{
  ImpNameRowPrivate *priv = get_private (self);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || !is_being_edited (self))
    return FALSE;
  g_strfreev (priv->offered);
  priv->offered = g_strdupv ((char **) names);
  gtk_list_box_remove_all (priv->names);
  for (guint i = 0; names[i] != NULL; i++)
    add_name (self, names[i], details != NULL ? details[i] : NULL);
  if (names[0] == NULL)
    gtk_popover_popdown (priv->popover);
  else
    gtk_popover_popup (priv->popover);
  return TRUE;
}

ImpBacklog *
imp_name_row_get_backlog (ImpNameRow *self)
{
  return get_private (self)->backlog;
}
