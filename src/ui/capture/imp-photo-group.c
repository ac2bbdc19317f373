/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Photos and files that go along with what is being recorded. */
#include "config.h"

#include "ui/capture/imp-photo-group.h"

#include "backlog/imp-attachable.h"
#include "ui/attachments/imp-attachment-input.h"
#include "ui/capture/imp-photo-row.h"

#include <glib/gi18n.h>

#define SIDE 80 /* of a thumbnail: sharp at twice the size it is shown at */

struct _ImpPhotoGroup
{
  AdwPreferencesGroup parent_instance;
  AdwActionRow *note;
  GtkWidget *busy;
  ImpBacklog *backlog;
  GPtrArray *prepared; /* of ImpPrepared */
  GPtrArray *rows;     /* of them, in their order; not owned */
  GCancellable *cancellable;
  guint n_adding;
  char *refusal; /* why some of it cannot be added; NULL: all can */
};

G_DEFINE_FINAL_TYPE (ImpPhotoGroup, imp_photo_group, ADW_TYPE_PREFERENCES_GROUP)

static guint ready_signal;

static void
show (ImpPhotoGroup *self, const char *note)
{
  const gboolean busy = self->n_adding > 0;

  adw_action_row_set_subtitle (self->note, busy ? _ ("Adding…") : note != NULL ? note : "");
  gtk_widget_set_visible (self->busy, busy);
  gtk_widget_set_visible (GTK_WIDGET (self->note), busy || note != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), busy || note != NULL || self->rows->len > 0);
}

static void
removed_cb (ImpPhotoGroup *self, GtkWidget *row)
{
  guint position;

  if (!g_ptr_array_find (self->rows, row, &position))
    return;
  gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_DIR_TAB_FORWARD);
  g_ptr_array_remove_index (self->prepared, position);
  g_ptr_array_remove_index (self->rows, position);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), row);
  show (self, NULL);
}

static gboolean
is_there (ImpPhotoGroup *self, const ImpPrepared *prepared)
{
  for (guint i = 0; i < self->prepared->len; i++)
    if (g_str_equal (((ImpPrepared *) self->prepared->pdata[i])->sha256, prepared->sha256))
      return TRUE;
  return FALSE;
}

static void
add_row (ImpPhotoGroup *self, const ImpPrepared *prepared)
{
  GtkWidget *row = imp_photo_row_new (prepared);

  g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
take (ImpPhotoGroup *self, GPtrArray *prepared)
{
  while (prepared->len > 0)
    {
      ImpPrepared *first = prepared->pdata[0];

      if (is_there (self, first))
        {
          g_ptr_array_remove_index (prepared, 0);
          continue;
        }
      add_row (self, first);
      g_ptr_array_add (self->prepared, g_ptr_array_steal_index (prepared, 0));
    }
}

static void
prepared_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpPhotoGroup) self = data;
  g_autoptr (GPtrArray) refused = NULL;
  g_autoptr (GPtrArray) prepared =
      imp_backlog_prepare_finish (IMP_BACKLOG (backlog), result, &refused, NULL);

  if (self->note == NULL)
    return; /* the dialog is gone */
  if (prepared != NULL)
    take (self, prepared);
  if (refused->len > 0)
    g_set_str (&self->refusal, refused->pdata[0]);
  self->n_adding--;
  show (self, self->refusal);
  if (self->n_adding == 0)
    g_signal_emit (self, ready_signal, 0, self->refusal == NULL);
}

static void
given_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpPhotoGroup) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *attachables = imp_attachment_input_finish (result, &error);

  if (attachables != NULL && self->backlog != NULL)
    imp_photo_group_add (self, attachables);
  else if (attachables != NULL)
    g_ptr_array_unref (attachables);
  else if (error != NULL && self->note != NULL)
    show (self, error->message);
}

/* Text is for the field that has the focus. */
static gboolean
paste_cb (GtkWidget *place, GVariant *arguments, gpointer data)
{
  ImpPhotoGroup *self = data;
  GdkClipboard *clipboard = gtk_widget_get_clipboard (place);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  if (self->backlog == NULL || !imp_attachment_input_can_paste (formats))
    return FALSE;
  imp_attachment_input_paste_async (clipboard, NULL, given_cb, g_object_ref (self));
  return TRUE;
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  ImpPhotoGroup *self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *attachables = imp_attachment_input_take_files (g_value_get_boxed (value), &error);

  if (attachables != NULL)
    imp_photo_group_add (self, attachables);
  else
    show (self, error->message);
  return attachables != NULL;
}

static void
imp_photo_group_dispose (GObject *object)
{
  ImpPhotoGroup *self = IMP_PHOTO_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->backlog);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_PHOTO_GROUP);
  G_OBJECT_CLASS (imp_photo_group_parent_class)->dispose (object);
}

static void
imp_photo_group_finalize (GObject *object)
{
  ImpPhotoGroup *self = IMP_PHOTO_GROUP (object);

  g_ptr_array_unref (self->prepared);
  g_ptr_array_unref (self->rows);
  g_object_unref (self->cancellable);
  g_free (self->refusal);
  G_OBJECT_CLASS (imp_photo_group_parent_class)->finalize (object);
}

static void
imp_photo_group_class_init (ImpPhotoGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_photo_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = imp_photo_group_finalize;
  ready_signal = g_signal_new ("ready", IMP_TYPE_PHOTO_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/capture/imp-photo-group.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpPhotoGroup, note);
  gtk_widget_class_bind_template_child (widget_class, ImpPhotoGroup, busy);
}

static void
imp_photo_group_init (ImpPhotoGroup *self)
{
  self->prepared = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_prepared_free);
  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
imp_photo_group_set_backlog (ImpPhotoGroup *self, ImpBacklog *backlog)
{
  g_set_object (&self->backlog, backlog);
}

void
imp_photo_group_serve (ImpPhotoGroup *self, GtkWidget *place)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_css_class (place, "takes-files");
  gtk_widget_add_controller (place, GTK_EVENT_CONTROLLER (target));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>v"),
                        gtk_callback_action_new (paste_cb, g_object_ref (self), g_object_unref)));
  gtk_widget_add_controller (place, keys);
}

void
imp_photo_group_choose (ImpPhotoGroup *self)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));

  imp_attachment_input_choose_async (GTK_WINDOW (window), NULL, given_cb, g_object_ref (self));
}

void
imp_photo_group_add (ImpPhotoGroup *self, GPtrArray *attachables)
{
  if (self->n_adding++ == 0)
    g_clear_pointer (&self->refusal, g_free);
  show (self, NULL);
  imp_backlog_prepare_async (self->backlog, attachables, SIDE, self->cancellable, prepared_cb,
                             g_object_ref (self));
}

gboolean
imp_photo_group_is_ready (ImpPhotoGroup *self)
{
  return self->n_adding == 0;
}

GPtrArray *
imp_photo_group_get_prepared (ImpPhotoGroup *self)
{
  return self->prepared;
}

void
imp_photo_group_clear (ImpPhotoGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->prepared, 0);
  show (self, NULL);
}
