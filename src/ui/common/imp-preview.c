/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Pages as they will print, in a scroller, and which page this is. */
#include "config.h"

#include "ui/common/imp-preview.h"

#include "ui/common/imp-page-view.h"

#include <glib/gi18n.h>

struct _ImpPreview
{
  GtkBox parent_instance;

  ImpPages *shown; /* NULL before the first */

  GtkScrolledWindow *scroller;
  ImpPageView *pages;
  GtkLabel *foot;
};

G_DEFINE_FINAL_TYPE (ImpPreview, imp_preview, GTK_TYPE_BOX)

static void
show_foot (ImpPreview *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_autofree char *foot = NULL;
  int page;

  if (self->shown == NULL)
    return;
  page = imp_page_view_find_page (self->pages, gtk_adjustment_get_value (adjustment),
                                  gtk_adjustment_get_page_size (adjustment));
  /* Translators: number of the page, how many there are, size of the paper: "Page 1 of 2 · A4" */
  foot = g_strdup_printf (_ ("Page %d of %d · %s"), page + 1, imp_pages_get_n_pages (self->shown),
                          imp_pages_get_paper (self->shown) == &imp_paper_letter ? _ ("Letter")
                                                                                 : _ ("A4"));
  gtk_label_set_label (self->foot, foot);
}

static void
imp_preview_dispose (GObject *object)
{
  ImpPreview *self = IMP_PREVIEW (object);

  g_clear_object (&self->shown);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_PREVIEW);
  G_OBJECT_CLASS (imp_preview_parent_class)->dispose (object);
}

static void
imp_preview_class_init (ImpPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_preview_dispose;
  g_type_ensure (IMP_TYPE_PAGE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Improve/ui/common/imp-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpPreview, scroller);
  gtk_widget_class_bind_template_child (widget_class, ImpPreview, pages);
  gtk_widget_class_bind_template_child (widget_class, ImpPreview, foot);
}

static void
imp_preview_init (ImpPreview *self)
{
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));
  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (show_foot), self,
                           G_CONNECT_SWAPPED);
  imp_page_view_set_adjustment (self->pages, adjustment);
}

void
imp_preview_set_pages (ImpPreview *self, ImpPages *pages, const char *text)
{
  g_return_if_fail (IMP_IS_PREVIEW (self));

  g_set_object (&self->shown, pages);
  imp_page_view_set_pages (self->pages, pages);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pages), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Preview of the pages"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
  show_foot (self);
}
