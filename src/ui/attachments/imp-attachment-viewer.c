/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One photo or file whole, with those beside it. */
#include "config.h"

#include "ui/attachments/imp-attachment-viewer.h"

#include "ui/attachments/imp-attachment-words.h"
#include "ui/common/imp-chosen-file.h"
#include "ui/common/imp-plain.h"
#include "ui/common/imp-portals.h"
#include "ui/common/imp-toasts.h"
#include "ui/common/imp-writing.h"

#include <glib/gi18n.h>

struct _ImpAttachmentViewer
{
  AdwDialog parent_instance;
  AdwWindowTitle *heading;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkWidget *previous;
  GtkWidget *next;
  GtkLabel *place;
  GtkPicture *picture;
  AdwStatusPage *file, *damaged;
  ImpBacklog *backlog;
  GPtrArray *attachments;
  guint position;
  GCancellable *cancellable; /* of the picture that is being decoded */
};

G_DEFINE_FINAL_TYPE (ImpAttachmentViewer, imp_attachment_viewer, ADW_TYPE_DIALOG)

static const ImpAttachment *
get_attachment (ImpAttachmentViewer *self)
{
  return g_ptr_array_index (self->attachments, self->position);
}

static void
stop_decoding (ImpAttachmentViewer *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
show_picture (ImpAttachmentViewer *self, const ImpPixels *pixels)
{
  g_autoptr (GdkTexture) texture = imp_attachment_words_create_texture (pixels);

  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_attachment (self)->name, -1);
  gtk_stack_set_visible_child_name (self->stack, "picture");
}

/* Not what was left behind meanwhile, even where it was decoded before that. */
static gboolean
is_wanted (ImpAttachmentViewer *self, GAsyncResult *decoded)
{
  return !g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (decoded)))
         && gtk_widget_get_root (GTK_WIDGET (self)) != NULL;
}

static void
decoded_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpAttachmentViewer) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpPixels) pixels = imp_backlog_picture_finish (IMP_BACKLOG (backlog), result, &error);

  if (!is_wanted (self, result))
    return;
  if (pixels != NULL)
    {
      show_picture (self, pixels);
      return;
    }
  adw_status_page_set_description (self->damaged, error->message);
  gtk_stack_set_visible_child_name (self->stack, "damaged");
}

static void
begin_decoding (ImpAttachmentViewer *self, const ImpAttachment *attachment)
{
  gtk_stack_set_visible_child_name (self->stack, "waiting");
  self->cancellable = g_cancellable_new ();
  imp_backlog_picture_async (self->backlog, attachment, IMP_PICTURE_MAX_SIDE, self->cancellable,
                             decoded_cb, g_object_ref (self));
}

static void
update_place (ImpAttachmentViewer *self)
{
  const guint n_all = self->attachments->len;
  /* Translators: which of several photos and files it is */
  g_autofree char *place = g_strdup_printf (_ ("%'u of %'u"), self->position + 1, n_all);

  gtk_label_set_text (self->place, place);
  gtk_widget_set_visible (GTK_WIDGET (self->place), n_all > 1);
  gtk_widget_set_visible (self->previous, n_all > 1);
  gtk_widget_set_visible (self->next, n_all > 1);
}

static void
update_actions (ImpAttachmentViewer *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "viewer.previous", self->position > 0);
  gtk_widget_action_set_enabled (widget, "viewer.next",
                                 self->position + 1 < self->attachments->len);
  gtk_widget_action_set_enabled (widget, "viewer.save", get_attachment (self)->here);
  imp_writing_restrict (widget, self->backlog);
}

static void
show (ImpAttachmentViewer *self)
{
  const ImpAttachment *attachment = get_attachment (self);
  g_autofree char *about = imp_attachment_words_about (attachment);

  stop_decoding (self);
  gtk_picture_set_paintable (self->picture, NULL);
  adw_dialog_set_title (ADW_DIALOG (self), attachment->name);
  adw_window_title_set_title (self->heading, attachment->name);
  adw_window_title_set_subtitle (self->heading, about);
  adw_status_page_set_title (self->file, attachment->name);
  update_place (self);
  update_actions (self);
  if (!attachment->here)
    gtk_stack_set_visible_child_name (self->stack, "missing");
  else if (imp_attachment_is_picture (attachment))
    begin_decoding (self, attachment);
  else
    gtk_stack_set_visible_child_name (self->stack, "file");
}

static void
go (ImpAttachmentViewer *self, int step)
{
  int position = (int) self->position + step;

  if (position < 0 || position >= (int) self->attachments->len)
    return;
  self->position = (guint) position;
  show (self);
}

static void
go_previous (GtkWidget *widget, const char *action, GVariant *parameter)
{
  go (IMP_ATTACHMENT_VIEWER (widget), -1);
}

static void
go_next (GtkWidget *widget, const char *action, GVariant *parameter)
{
  go (IMP_ATTACHMENT_VIEWER (widget), 1);
}

/* To where the arrow of the key points. */
static gboolean
go_by_key (GtkWidget *widget, GVariant *step, gpointer data)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  go (IMP_ATTACHMENT_VIEWER (widget), g_variant_get_int32 (step) * (mirrored ? -1 : 1));
  return GDK_EVENT_STOP;
}

/* A copy */

static void
saved_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpAttachmentViewer) self = data;
  g_autoptr (GError) error = NULL;

  if (imp_backlog_save_attachment_finish (IMP_BACKLOG (backlog), result, &error))
    imp_toasts_show (GTK_WIDGET (self), _ ("Copy saved"));
  else
    imp_toasts_show_error (GTK_WIDGET (self), error);
}

/* Where a copy goes, and of what: another one may be shown by then. */
typedef struct
{
  ImpAttachmentViewer *viewer;
  ImpAttachment *attachment;
} Saving;

static void
place_chosen_cb (GObject *dialog, GAsyncResult *result, gpointer data)
{
  g_autofree Saving *saving = data;
  g_autoptr (ImpAttachmentViewer) self = saving->viewer;
  g_autoptr (ImpAttachment) attachment = saving->attachment;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (dialog), result, &error);
  g_autofree char *path = NULL;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  path = imp_chosen_file_dup_path (GTK_WIDGET (self), file, error);
  if (path != NULL)
    imp_backlog_save_attachment_async (self->backlog, attachment, path, NULL, saved_cb,
                                       g_object_ref (self));
}

static void
save_copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpAttachmentViewer *self = IMP_ATTACHMENT_VIEWER (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  Saving *saving = g_new (Saving, 1);

  *saving = (Saving) { g_object_ref (self), imp_attachment_copy (get_attachment (self)) };
  gtk_file_dialog_set_title (dialog, _ ("Save a Copy"));
  gtk_file_dialog_set_initial_name (dialog, saving->attachment->name);
  imp_portals_prepare (dialog, widget);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, place_chosen_cb,
                        saving);
}

/* The window offers to undo it, so there is no question. */
static void
remove_attachment (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpAttachmentViewer *self = IMP_ATTACHMENT_VIEWER (widget);
  const ImpAttachment *attachment = get_attachment (self);

  imp_backlog_delete_async (self->backlog, attachment->item,
                            imp_attachment_is_picture (attachment) ? _ ("Picture removed")
                                                                   : _ ("File removed"),
                            imp_toasts_written_cb, imp_toasts_expect (widget));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
imp_attachment_viewer_closed (AdwDialog *dialog)
{
  stop_decoding (IMP_ATTACHMENT_VIEWER (dialog));
}

static void
imp_attachment_viewer_dispose (GObject *object)
{
  ImpAttachmentViewer *self = IMP_ATTACHMENT_VIEWER (object);

  stop_decoding (self);
  g_clear_object (&self->backlog);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_ATTACHMENT_VIEWER);
  G_OBJECT_CLASS (imp_attachment_viewer_parent_class)->dispose (object);
}

static void
imp_attachment_viewer_finalize (GObject *object)
{
  g_clear_pointer (&IMP_ATTACHMENT_VIEWER (object)->attachments, g_ptr_array_unref);
  G_OBJECT_CLASS (imp_attachment_viewer_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "viewer.previous", NULL, go_previous);
  gtk_widget_class_install_action (widget_class, "viewer.next", NULL, go_next);
  gtk_widget_class_install_action (widget_class, "viewer.save", NULL, save_copy);
  gtk_widget_class_install_action (widget_class, "viewer.remove", NULL, remove_attachment);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, go_by_key, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, go_by_key, "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "viewer.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "viewer.remove", NULL);
}

static void
imp_attachment_viewer_class_init (ImpAttachmentViewerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_attachment_viewer_dispose;
  G_OBJECT_CLASS (klass)->finalize = imp_attachment_viewer_finalize;
  ADW_DIALOG_CLASS (klass)->closed = imp_attachment_viewer_closed;
  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/attachments/imp-attachment-viewer.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpAttachmentViewer, heading);
  gtk_widget_class_bind_template_child (widget_class, ImpAttachmentViewer, toasts);
  gtk_widget_class_bind_template_child (widget_class, ImpAttachmentViewer, stack);
  gtk_widget_class_bind_template_child (widget_class, ImpAttachmentViewer, previous);
  gtk_widget_class_bind_template_child (widget_class, ImpAttachmentViewer, next);
  gtk_widget_class_bind_template_child (widget_class, ImpAttachmentViewer, place);
  gtk_widget_class_bind_template_child (widget_class, ImpAttachmentViewer, picture);
  gtk_widget_class_bind_template_child (widget_class, ImpAttachmentViewer, file);
  gtk_widget_class_bind_template_child (widget_class, ImpAttachmentViewer, damaged);
}

static void
imp_attachment_viewer_init (ImpAttachmentViewer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  imp_plain_text (GTK_WIDGET (self));
  imp_toasts_install (GTK_WIDGET (self), self->toasts);
}

AdwDialog *
imp_attachment_viewer_new (ImpBacklog *backlog, GPtrArray *attachments, guint position)
{
  ImpAttachmentViewer *self;

  g_return_val_if_fail (position < attachments->len, NULL);

  self = g_object_new (IMP_TYPE_ATTACHMENT_VIEWER, NULL);
  self->backlog = g_object_ref (backlog);
  self->attachments = g_ptr_array_ref (attachments);
  self->position = position;
  show (self);
  return ADW_DIALOG (self);
}
