/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A list of short texts that is written in place: questions, or names. */
#include "config.h"

#include "ui/rounds/imp-line-list.h"

#include "base/imp-text.h"
#include "ui/common/imp-name-row.h"

#include <glib/gi18n.h>

struct _ImpLineList
{
  AdwPreferencesGroup parent_instance;

  gboolean ordered;
  char *row_title, *add_label;
  ImpBacklog *backlog; /* NULL: plain rows */
  ImpKind kind;
  GtkListBox *box;
  GPtrArray *rows; /* of AdwEntryRow, in their order; owned by the box */
  GtkWidget *add;  /* the button in the heading */
};

G_DEFINE_FINAL_TYPE (ImpLineList, imp_line_list, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  PROP_ORDERED = 1,
  PROP_ROW_TITLE,
  PROP_ADD_LABEL,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void append_row (ImpLineList *self, const char *text);

static guint
find_row (ImpLineList *self, GtkWidget *inside)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (row == inside || gtk_widget_is_ancestor (inside, row))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static GtkWidget *
get_focused (ImpLineList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

/* The focus goes to the row that takes its place. */
static void
remove_row (ImpLineList *self, guint position)
{
  GtkWidget *row = g_ptr_array_index (self->rows, position);
  GtkWidget *next;

  g_ptr_array_remove_index (self->rows, position);
  next = position < self->rows->len ? g_ptr_array_index (self->rows, position) : self->add;
  gtk_widget_grab_focus (next);
  gtk_list_box_remove (self->box, row);
  gtk_widget_set_visible (GTK_WIDGET (self->box), self->rows->len > 0);
}

static void
remove_clicked_cb (GtkWidget *button, ImpLineList *self)
{
  const guint position = find_row (self, button);

  if (position != GTK_INVALID_LIST_POSITION)
    remove_row (self, position);
}

/* Return goes on to the next one, which is made where this is the last. */
static void
activated_cb (GtkWidget *row, ImpLineList *self)
{
  const guint position = find_row (self, row);

  if (imp_text_is_empty (gtk_editable_get_text (GTK_EDITABLE (row))))
    return;
  if (position + 1 == self->rows->len)
    append_row (self, "");
  gtk_widget_grab_focus (g_ptr_array_index (self->rows, position + 1));
}

static void
add_clicked_cb (ImpLineList *self)
{
  append_row (self, "");
  gtk_widget_grab_focus (g_ptr_array_index (self->rows, self->rows->len - 1));
}

static void
move_row (ImpLineList *self, guint position, int by)
{
  GtkWidget *row = g_ptr_array_index (self->rows, position);
  const int to = (int) position + by;

  if (to < 0 || to >= (int) self->rows->len)
    return;
  g_object_ref (row);
  g_ptr_array_remove_index (self->rows, position);
  g_ptr_array_insert (self->rows, to, row);
  gtk_list_box_remove (self->box, row);
  gtk_list_box_insert (self->box, row, to);
  gtk_widget_grab_focus (row);
  g_object_unref (row);
}

static void
move (GtkWidget *widget, const char *name, GVariant *by)
{
  ImpLineList *self = IMP_LINE_LIST (widget);
  GtkWidget *focus = get_focused (self);
  const guint position = focus != NULL ? find_row (self, focus) : (guint) GTK_INVALID_LIST_POSITION;

  if (self->ordered && position != GTK_INVALID_LIST_POSITION)
    move_row (self, position, g_variant_get_int32 (by));
}

static void
move_clicked_cb (GtkWidget *button, ImpLineList *self)
{
  const guint position = find_row (self, button);

  if (position != GTK_INVALID_LIST_POSITION)
    move_row (self, position, -1);
}

static void
add_button (ImpLineList *self,
            GtkWidget *row,
            const char *icon,
            const char *name,
            GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", clicked, self);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
}

static GtkWidget *
create_row (ImpLineList *self)
{
  GtkWidget *row = g_object_new (self->backlog != NULL ? IMP_TYPE_NAME_ROW : ADW_TYPE_ENTRY_ROW,
                                 "title", self->row_title, "use-markup", FALSE, NULL);

  if (self->backlog != NULL)
    imp_name_row_set_source (IMP_NAME_ROW (row), self->backlog, self->kind);
  if (self->ordered)
    add_button (self, row, "go-up-symbolic", _ ("Move Up"), G_CALLBACK (move_clicked_cb));
  add_button (self, row, "list-remove-symbolic", _ ("Remove"), G_CALLBACK (remove_clicked_cb));
  g_signal_connect (row, "entry-activated", G_CALLBACK (activated_cb), self);
  return row;
}

static void
append_row (ImpLineList *self, const char *text)
{
  GtkWidget *row = create_row (self);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
  gtk_list_box_insert (self->box, row, (int) self->rows->len);
  g_ptr_array_add (self->rows, row);
  gtk_widget_set_visible (GTK_WIDGET (self->box), TRUE);
}

static void
create_add (ImpLineList *self)
{
  self->add = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_set_tooltip_text (self->add, self->add_label);
  gtk_widget_set_valign (self->add, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->add, "flat");
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_clicked_cb), self);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->add);
}

static void
imp_line_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ImpLineList *self = IMP_LINE_LIST (object);

  if (id == PROP_ORDERED)
    self->ordered = g_value_get_boolean (value);
  else if (id == PROP_ROW_TITLE)
    self->row_title = g_value_dup_string (value);
  else if (id == PROP_ADD_LABEL)
    self->add_label = g_value_dup_string (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
imp_line_list_constructed (GObject *object)
{
  G_OBJECT_CLASS (imp_line_list_parent_class)->constructed (object);
  create_add (IMP_LINE_LIST (object));
}

static void
imp_line_list_dispose (GObject *object)
{
  g_clear_object (&IMP_LINE_LIST (object)->backlog);
  G_OBJECT_CLASS (imp_line_list_parent_class)->dispose (object);
}

static void
imp_line_list_finalize (GObject *object)
{
  ImpLineList *self = IMP_LINE_LIST (object);

  g_ptr_array_unref (self->rows);
  g_free (self->row_title);
  g_free (self->add_label);
  G_OBJECT_CLASS (imp_line_list_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  props[PROP_ORDERED] = g_param_spec_boolean ("ordered", NULL, NULL, FALSE, flags);
  props[PROP_ROW_TITLE] = g_param_spec_string ("row-title", NULL, NULL, "", flags);
  props[PROP_ADD_LABEL] = g_param_spec_string ("add-label", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
imp_line_list_class_init (ImpLineListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = imp_line_list_set_property;
  object_class->constructed = imp_line_list_constructed;
  object_class->dispose = imp_line_list_dispose;
  object_class->finalize = imp_line_list_finalize;
  install_properties (object_class);
  gtk_widget_class_install_action (widget_class, "line.move", "i", move);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "line.move", "i",
                                       -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "line.move", "i",
                                       1);
}

static void
imp_line_list_init (ImpLineList *self)
{
  self->rows = g_ptr_array_new ();
  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self->box), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "boxed-list");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->box));
}

void
imp_line_list_set_source (ImpLineList *self, ImpBacklog *backlog, ImpKind kind)
{
  g_return_if_fail (IMP_IS_LINE_LIST (self));

  g_set_object (&self->backlog, backlog);
  self->kind = kind;
}

void
imp_line_list_set_lines (ImpLineList *self, const char *const *lines)
{
  g_return_if_fail (IMP_IS_LINE_LIST (self));

  for (guint i = 0; i < self->rows->len; i++)
    gtk_list_box_remove (self->box, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->box), FALSE);
  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    append_row (self, lines[i]);
}

char **
imp_line_list_dup_lines (ImpLineList *self)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  g_return_val_if_fail (IMP_IS_LINE_LIST (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *text = gtk_editable_get_text (g_ptr_array_index (self->rows, i));

      if (!imp_text_is_empty (text))
        g_strv_builder_take (lines, imp_text_clean (text));
    }
  return g_strv_builder_end (lines);
}
