/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One photo or file, small. */
#include "config.h"

#include "ui/attachments/imp-attachment-tile.h"

#include "ui/attachments/imp-attachment-words.h"

#include <glib/gi18n.h>

#define SIDE 256 /* of a thumbnail: sharp at twice the size it is shown at */

struct _ImpAttachmentTile
{
  GtkFlowBoxChild parent_instance;
  GtkStack *stack;
  GtkPicture *picture;
  GtkImage *icon;
  GtkLabel *name;
  ImpAttachment *attachment;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (ImpAttachmentTile, imp_attachment_tile, GTK_TYPE_FLOW_BOX_CHILD)

static void
show_icon (ImpAttachmentTile *self, const char *name)
{
  gtk_image_set_from_icon_name (self->icon, name);
  gtk_stack_set_visible_child_name (self->stack, "icon");
}

/* What cannot be shown small says why once it is opened. */
static void
decoded_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpAttachmentTile) self = data;
  g_autoptr (ImpPixels) pixels = imp_backlog_picture_finish (IMP_BACKLOG (backlog), result, NULL);
  g_autoptr (GdkTexture) texture = NULL;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (pixels == NULL)
    {
      show_icon (self, "image-missing-symbolic");
      return;
    }
  texture = imp_attachment_words_create_texture (pixels);
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_stack_set_visible_child_name (self->stack, "picture");
}

static void
fill (ImpAttachmentTile *self, ImpBacklog *backlog)
{
  g_autofree char *label = imp_attachment_words_say (self->attachment);

  gtk_label_set_text (self->name, self->attachment->name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (!self->attachment->here)
    show_icon (self, "image-missing-symbolic");
  else if (!imp_attachment_is_picture (self->attachment))
    show_icon (self, "text-x-generic-symbolic");
  else
    imp_backlog_picture_async (backlog, self->attachment, SIDE, self->cancellable, decoded_cb,
                               g_object_ref (self));
}

/* Also for those who cannot click: it is what the tile can do. */
static void
open_tile (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate (widget);
}

static void
imp_attachment_tile_dispose (GObject *object)
{
  ImpAttachmentTile *self = IMP_ATTACHMENT_TILE (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_ATTACHMENT_TILE);
  G_OBJECT_CLASS (imp_attachment_tile_parent_class)->dispose (object);
}

static void
imp_attachment_tile_finalize (GObject *object)
{
  ImpAttachmentTile *self = IMP_ATTACHMENT_TILE (object);

  g_clear_pointer (&self->attachment, imp_attachment_free);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (imp_attachment_tile_parent_class)->finalize (object);
}

static void
imp_attachment_tile_class_init (ImpAttachmentTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_attachment_tile_dispose;
  G_OBJECT_CLASS (klass)->finalize = imp_attachment_tile_finalize;
  gtk_widget_class_install_action (widget_class, "tile.open", NULL, open_tile);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/attachments/imp-attachment-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpAttachmentTile, stack);
  gtk_widget_class_bind_template_child (widget_class, ImpAttachmentTile, picture);
  gtk_widget_class_bind_template_child (widget_class, ImpAttachmentTile, icon);
  gtk_widget_class_bind_template_child (widget_class, ImpAttachmentTile, name);
}

static void
imp_attachment_tile_init (ImpAttachmentTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

GtkWidget *
imp_attachment_tile_new (ImpBacklog *backlog, const ImpAttachment *attachment)
{
  ImpAttachmentTile *self = g_object_new (IMP_TYPE_ATTACHMENT_TILE, NULL);

  self->attachment = imp_attachment_copy (attachment);
  fill (self, backlog);
  return GTK_WIDGET (self);
}

ImpItem
imp_attachment_tile_get_item (ImpAttachmentTile *self)
{
  return self->attachment->item;
}

gboolean
imp_attachment_tile_shows (ImpAttachmentTile *self, const ImpAttachment *attachment)
{
  return self->attachment->item == attachment->item && self->attachment->here == attachment->here
         && g_strcmp0 (self->attachment->name, attachment->name) == 0
         && g_strcmp0 (self->attachment->sha256, attachment->sha256) == 0;
}
