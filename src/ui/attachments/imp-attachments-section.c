/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The photos and files of an irritant on its page. */
#include "config.h"

#include "ui/attachments/imp-attachments-section.h"

#include "base/imp-error.h"
#include "ui/attachments/imp-attachment-input.h"
#include "ui/attachments/imp-attachment-tile.h"
#include "ui/attachments/imp-attachment-viewer.h"
#include "ui/common/imp-toasts.h"

#include <glib/gi18n.h>

#define PATIENCE_MS 200

struct _ImpAttachmentsSection
{
  GtkBox parent_instance;
  GtkWidget *none, *busy;
  GtkFlowBox *tiles;
  ImpBacklog *backlog;
  ImpItem irritant;
  GPtrArray *attachments;    /* that are shown */
  GCancellable *cancellable; /* of what is being added */
  guint n_adding;
  guint patience; /* until it is said that something is being added; 0: none */
};

G_DEFINE_FINAL_TYPE (ImpAttachmentsSection, imp_attachments_section, GTK_TYPE_BOX)

/* Adding */

static gboolean
patience_ends_cb (gpointer data)
{
  ImpAttachmentsSection *self = data;

  self->patience = 0;
  gtk_widget_set_visible (self->busy, TRUE);
  return G_SOURCE_REMOVE;
}

static void
begin_adding (ImpAttachmentsSection *self)
{
  if (self->n_adding++ > 0)
    return;
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->patience = g_timeout_add (PATIENCE_MS, patience_ends_cb, self);
}

static void
end_adding (ImpAttachmentsSection *self)
{
  if (--self->n_adding > 0)
    return;
  g_clear_handle_id (&self->patience, g_source_remove);
  if (self->backlog != NULL)
    gtk_widget_set_visible (self->busy, FALSE);
}

/* One sentence, however many could not be added. */
static void
tell_refused (GtkWidget *window, GPtrArray *refused)
{
  g_autoptr (GError) error = NULL;

  if (refused->len == 1)
    error = g_error_new_literal (IMP_ERROR, IMP_ERROR_INPUT, refused->pdata[0]);
  else if (refused->len > 1)
    /* Translators: how many files could not be added, then why of the first one. */
    error = g_error_new (IMP_ERROR, IMP_ERROR_INPUT,
                         ngettext ("%u file could not be added. %s",
                                   "%u files could not be added. The first: %s", refused->len),
                         refused->len, (char *) refused->pdata[0]);
  if (error != NULL)
    imp_toasts_show_error (window, error);
}

static void
tell_there (GtkWidget *window, GPtrArray *there)
{
  g_autofree char *text = NULL;

  if (there->len == 1)
    /* Translators: the name of a photo or file that the irritant has already */
    text = g_strdup_printf (_ ("“%s” is here already"), (char *) there->pdata[0]);
  else if (there->len > 1)
    text = g_strdup_printf (ngettext ("%u photo or file is here already",
                                      "%u photos and files are here already", there->len),
                            there->len);
  if (text != NULL)
    imp_toasts_show (window, text);
}

/* Somebody is adding: the section, and the window that hears of it. */
typedef struct
{
  ImpAttachmentsSection *section;
  GtkWidget *window; /* may be NULL */
} Adding;

static void
added_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autofree Adding *adding = data;
  g_autoptr (ImpAttachmentsSection) self = adding->section;
  g_autoptr (GtkWidget) window = adding->window;
  g_autoptr (GPtrArray) refused = NULL, there = NULL;
  g_autoptr (GError) error = NULL;
  guint n_added;
  gboolean done =
      imp_backlog_attach_finish (IMP_BACKLOG (backlog), result, &n_added, &refused, &there, &error);

  end_adding (self);
  if (window == NULL)
    return;
  tell_there (window, there); /* first: the undo toast may not stand below it */
  if (n_added > 0)
    imp_toasts_show_done (window, IMP_BACKLOG (backlog));
  if (done)
    tell_refused (window, refused);
  else
    imp_toasts_show_error (window, error);
}

static void
add_to (ImpAttachmentsSection *self, ImpItem irritant, GPtrArray *attachables)
{
  Adding *adding = g_new (Adding, 1);

  *adding = (Adding) { g_object_ref (self), imp_toasts_expect (GTK_WIDGET (self)) };
  begin_adding (self);
  imp_backlog_attach_async (self->backlog, irritant, attachables, self->cancellable, added_cb,
                            adding);
}

void
imp_attachments_section_add (ImpAttachmentsSection *self, GPtrArray *attachables)
{
  g_return_if_fail (self->backlog != NULL && self->irritant != 0);

  add_to (self, self->irritant, attachables);
}

/* Somebody is asked for what to add, and to which irritant. */
typedef struct
{
  ImpAttachmentsSection *section;
  ImpItem irritant;
} Asking;

static gpointer
ask (ImpAttachmentsSection *self)
{
  Asking *asking = g_new (Asking, 1);

  *asking = (Asking) { g_object_ref (self), self->irritant };
  return asking;
}

static void
given_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Asking *asking = data;
  g_autoptr (ImpAttachmentsSection) self = asking->section;
  g_autoptr (GError) error = NULL;
  GPtrArray *attachables = imp_attachment_input_finish (result, &error);

  if (self->backlog == NULL)
    g_clear_pointer (&attachables, g_ptr_array_unref);
  else if (attachables != NULL)
    add_to (self, asking->irritant, attachables);
  else if (error != NULL)
    imp_toasts_show_error (GTK_WIDGET (self), error);
}

void
imp_attachments_section_choose (ImpAttachmentsSection *self)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));

  g_return_if_fail (self->backlog != NULL && self->irritant != 0);
  imp_attachment_input_choose_async (GTK_WINDOW (window), NULL, given_cb, ask (self));
}

void
imp_attachments_section_paste (ImpAttachmentsSection *self)
{
  g_return_if_fail (self->backlog != NULL && self->irritant != 0);

  imp_attachment_input_paste_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, given_cb,
                                    ask (self));
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  ImpAttachmentsSection *self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *attachables;

  if (self->backlog == NULL || self->irritant == 0)
    return FALSE;
  attachables = imp_attachment_input_take_files (g_value_get_boxed (value), &error);
  if (attachables != NULL)
    imp_attachments_section_add (self, attachables);
  else
    imp_toasts_show_error (GTK_WIDGET (self), error);
  return attachables != NULL;
}

void
imp_attachments_section_take_drops (ImpAttachmentsSection *self, GtkWidget *place)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_css_class (place, "takes-files");
  gtk_widget_add_controller (place, GTK_EVENT_CONTROLLER (target));
}

static void
cancel_clicked_cb (ImpAttachmentsSection *self)
{
  g_cancellable_cancel (self->cancellable);
}

/* Showing */

static void
activated_cb (ImpAttachmentsSection *self, GtkFlowBoxChild *child)
{
  adw_dialog_present (imp_attachment_viewer_new (self->backlog, self->attachments,
                                                 (guint) gtk_flow_box_child_get_index (child)),
                      GTK_WIDGET (self));
}

static ImpAttachmentTile *
get_tile (ImpAttachmentsSection *self, guint position)
{
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (self->tiles, (int) position);

  return child != NULL ? IMP_ATTACHMENT_TILE (child) : NULL;
}

/* The tile at this place: the one it had, without those before it that are gone, or a new one. */
static void
ensure_tile (ImpAttachmentsSection *self, guint position, const ImpAttachment *attachment)
{
  guint found = position;
  ImpAttachmentTile *tile;

  while ((tile = get_tile (self, found)) != NULL && !imp_attachment_tile_shows (tile, attachment))
    found++;
  if (tile == NULL)
    gtk_flow_box_insert (self->tiles, imp_attachment_tile_new (self->backlog, attachment),
                         (int) position);
  for (guint i = position; tile != NULL && i < found; i++)
    gtk_flow_box_remove (self->tiles, GTK_WIDGET (get_tile (self, position)));
}

void
imp_attachments_section_show (ImpAttachmentsSection *self, ImpItem irritant, GPtrArray *attachments)
{
  ImpAttachmentTile *tile;

  self->irritant = irritant;
  g_ptr_array_ref (attachments);
  g_clear_pointer (&self->attachments, g_ptr_array_unref);
  self->attachments = attachments;
  for (guint i = 0; i < attachments->len; i++)
    ensure_tile (self, i, attachments->pdata[i]);
  while ((tile = get_tile (self, attachments->len)) != NULL)
    gtk_flow_box_remove (self->tiles, GTK_WIDGET (tile));
  gtk_widget_set_visible (GTK_WIDGET (self->tiles), attachments->len > 0);
  gtk_widget_set_visible (self->none, attachments->len == 0);
}

static void
imp_attachments_section_dispose (GObject *object)
{
  ImpAttachmentsSection *self = IMP_ATTACHMENTS_SECTION (object);

  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_object (&self->backlog);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->attachments, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_ATTACHMENTS_SECTION);
  G_OBJECT_CLASS (imp_attachments_section_parent_class)->dispose (object);
}

static void
imp_attachments_section_class_init (ImpAttachmentsSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_attachments_section_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/attachments/imp-attachments-section.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpAttachmentsSection, none);
  gtk_widget_class_bind_template_child (widget_class, ImpAttachmentsSection, busy);
  gtk_widget_class_bind_template_child (widget_class, ImpAttachmentsSection, tiles);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
}

static void
imp_attachments_section_init (ImpAttachmentsSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
imp_attachments_section_set_backlog (ImpAttachmentsSection *self, ImpBacklog *backlog)
{
  g_return_if_fail (self->backlog == NULL);

  self->backlog = g_object_ref (backlog);
}
