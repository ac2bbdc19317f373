/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A photo or file that will be recorded. */
#include "config.h"

#include "ui/capture/imp-photo-row.h"

#include "ui/attachments/imp-attachment-words.h"

#include <glib/gi18n.h>

struct _ImpPhotoRow
{
  AdwActionRow parent_instance;
  GtkImage *picture;
  GtkWidget *remove;
};

G_DEFINE_FINAL_TYPE (ImpPhotoRow, imp_photo_row, ADW_TYPE_ACTION_ROW)

static guint removed_signal;

static void
remove_clicked_cb (ImpPhotoRow *self)
{
  g_signal_emit (self, removed_signal, 0);
}

static void
imp_photo_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_PHOTO_ROW);
  G_OBJECT_CLASS (imp_photo_row_parent_class)->dispose (object);
}

static void
imp_photo_row_class_init (ImpPhotoRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_photo_row_dispose;
  removed_signal = g_signal_new ("removed", IMP_TYPE_PHOTO_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Improve/ui/capture/imp-photo-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpPhotoRow, picture);
  gtk_widget_class_bind_template_child (widget_class, ImpPhotoRow, remove);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
imp_photo_row_init (ImpPhotoRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
imp_photo_row_new (const ImpPrepared *prepared)
{
  ImpPhotoRow *self = g_object_new (IMP_TYPE_PHOTO_ROW, "title", prepared->name, NULL);
  g_autofree char *remove = g_strdup_printf (_ ("Remove “%s”"), prepared->name);
  g_autoptr (GdkTexture) texture = NULL;

  gtk_widget_set_tooltip_text (self->remove, remove);
  if (prepared->thumbnail == NULL)
    return GTK_WIDGET (self);
  texture = imp_attachment_words_create_texture (prepared->thumbnail);
  gtk_image_set_from_paintable (self->picture, GDK_PAINTABLE (texture));
  return GTK_WIDGET (self);
}
