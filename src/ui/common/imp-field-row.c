/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A text of the record that is written in place and keeps itself. */
#include "config.h"

#include "ui/common/imp-field-row-private.h"

#include "base/imp-text.h"
#include "ui/common/imp-text-area.h"
#include "ui/common/imp-writing.h"

G_DEFINE_FINAL_TYPE (ImpFieldRow, imp_field_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  PROP_TITLE = 1,
  PROP_EDITABLE,
  PROP_REQUIRED,
  PROP_WHEN_EMPTY,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
show_title (ImpFieldRow *self)
{
  gboolean empty = gtk_text_buffer_get_char_count (self->buffer) == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->title), !self->headline || empty);
  gtk_widget_set_visible (GTK_WIDGET (self->instead), empty);
}

/* What is only read has no cursor, and nothing stands where nothing was written. */
static void
show_whether_editable (ImpFieldRow *self)
{
  gboolean editable = gtk_text_view_get_editable (self->view);
  gboolean empty = gtk_text_buffer_get_char_count (self->buffer) == 0;

  gtk_text_view_set_cursor_visible (self->view, editable);
  gtk_widget_set_visible (GTK_WIDGET (self), editable || !empty);
}

/* A screen reader has it from the text. */
static void
set_when_empty (ImpFieldRow *self, const char *words)
{
  gtk_label_set_text (self->instead, words != NULL ? words : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER,
                                  gtk_label_get_text (self->instead), -1);
  show_title (self);
}

static void
set_editable (ImpFieldRow *self, gboolean editable)
{
  gboolean can_be_kept = self->backlog == NULL || imp_writing_is_possible (self->backlog);

  gtk_text_view_set_editable (self->view, editable && can_be_kept);
  show_whether_editable (self);
}

static void
changed_cb (ImpFieldRow *self)
{
  show_title (self);
  show_whether_editable (self);
  if (self->showing)
    return;
  imp_field_row_keep_soon (self);
}

static void
focus_left_cb (ImpFieldRow *self)
{
  imp_field_row_leave (self);
  imp_field_row_follow_record (self);
}

static void
pressed_cb (ImpFieldRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* Return goes on to the next text where one line is meant. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType state,
                ImpFieldRow *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  if (!self->one_line || (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_child_focus (root, GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_STOP;
}

static gboolean
imp_field_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (IMP_FIELD_ROW (widget)->view));
}

static void
imp_field_row_unmap (GtkWidget *widget)
{
  imp_field_row_leave (IMP_FIELD_ROW (widget));
  GTK_WIDGET_CLASS (imp_field_row_parent_class)->unmap (widget);
}

static void
imp_field_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ImpFieldRow *self = IMP_FIELD_ROW (object);

  if (id == PROP_TITLE)
    g_value_set_string (value, gtk_label_get_label (self->title));
  else if (id == PROP_EDITABLE)
    g_value_set_boolean (value, gtk_text_view_get_editable (self->view));
  else if (id == PROP_REQUIRED)
    g_value_set_boolean (value, self->required);
  else if (id == PROP_WHEN_EMPTY)
    g_value_set_string (value, gtk_label_get_text (self->instead));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
imp_field_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ImpFieldRow *self = IMP_FIELD_ROW (object);

  if (id == PROP_TITLE)
    gtk_label_set_label (self->title, g_value_get_string (value));
  else if (id == PROP_EDITABLE)
    set_editable (self, g_value_get_boolean (value));
  else if (id == PROP_REQUIRED)
    self->required = g_value_get_boolean (value);
  else if (id == PROP_WHEN_EMPTY)
    set_when_empty (self, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
imp_field_row_dispose (GObject *object)
{
  ImpFieldRow *self = IMP_FIELD_ROW (object);

  if (self->view != NULL)
    imp_field_row_keep (self);
  g_clear_handle_id (&self->timer, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_FIELD_ROW);
  g_clear_object (&self->backlog);
  G_OBJECT_CLASS (imp_field_row_parent_class)->dispose (object);
}

static void
imp_field_row_finalize (GObject *object)
{
  ImpFieldRow *self = IMP_FIELD_ROW (object);

  g_free (self->label);
  g_free (self->kept);
  g_free (self->as_of);
  g_free (self->record);
  g_free (self->record_as_of);
  G_OBJECT_CLASS (imp_field_row_parent_class)->finalize (object);
}

static void
imp_field_row_class_init (ImpFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = imp_field_row_get_property;
  object_class->set_property = imp_field_row_set_property;
  object_class->dispose = imp_field_row_dispose;
  object_class->finalize = imp_field_row_finalize;
  widget_class->grab_focus = imp_field_row_grab_focus;
  widget_class->unmap = imp_field_row_unmap;
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  props[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, TRUE, flags);
  props[PROP_REQUIRED] = g_param_spec_boolean ("required", NULL, NULL, FALSE, flags);
  props[PROP_WHEN_EMPTY] = g_param_spec_string ("when-empty", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_signal_new ("kept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  g_type_ensure (IMP_TYPE_TEXT_AREA);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Improve/ui/common/imp-field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpFieldRow, title);
  gtk_widget_class_bind_template_child (widget_class, ImpFieldRow, instead);
  gtk_widget_class_bind_template_child (widget_class, ImpFieldRow, view);
  gtk_widget_class_bind_template_child (widget_class, ImpFieldRow, buffer);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
imp_field_row_init (ImpFieldRow *self)
{
  self->kept = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
imp_field_row_new (const char *title)
{
  return g_object_new (IMP_TYPE_FIELD_ROW, "title", title, NULL);
}

void
imp_field_row_bind (ImpFieldRow *self,
                    ImpBacklog *backlog,
                    ImpKind kind,
                    ImpItem item,
                    guint8 field,
                    const char *label)
{
  g_return_if_fail (IMP_IS_FIELD_ROW (self));

  g_set_object (&self->backlog, backlog);
  g_set_str (&self->label, label);
  self->item = item;
  self->field = field;
  self->one_line = imp_kind_get_field (kind, field)->type == IMP_FIELD_LINE;
  set_editable (self, gtk_text_view_get_editable (self->view));
}

void
imp_field_row_make_headline (ImpFieldRow *self, GtkWidget *prefix, GtkWidget *suffix)
{
  GtkBox *box = GTK_BOX (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self)));

  g_return_if_fail (IMP_IS_FIELD_ROW (self));

  self->headline = TRUE;
  gtk_widget_add_css_class (GTK_WIDGET (self), "headline");
  if (prefix != NULL)
    gtk_box_prepend (box, prefix);
  if (suffix != NULL)
    gtk_box_append (box, suffix);
  show_title (self);
}

void
imp_field_row_set_text (ImpFieldRow *self, const char *text, const char *as_of)
{
  g_autofree char *clean = imp_text_clean (text != NULL ? text : "");

  g_return_if_fail (IMP_IS_FIELD_ROW (self));

  g_set_str (&self->record, clean);
  g_set_str (&self->record_as_of, as_of);
  imp_field_row_follow_record (self);
}

char *
imp_field_row_dup_text (ImpFieldRow *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  g_return_val_if_fail (IMP_IS_FIELD_ROW (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  return imp_text_clean (self->one_line ? g_strdelimit (text, "\r\n", ' ') : text);
}
