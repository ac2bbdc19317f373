/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The pages of an issue on the screen, drawn by the code that prints. */
#include "config.h"

#include "ui/announcements/imp-page-view.h"

#define GAP        18 /* between sheets and around them */
#define MIN_SHEET  220
#define MOST_SHEET 900

struct _ImpPageView
{
  GtkWidget parent_instance;

  ImpPages *pages;
  GPtrArray *nodes; /* of GskRenderNode: one a page, in points; filled when first drawn */
};

G_DEFINE_FINAL_TYPE (ImpPageView, imp_page_view, GTK_TYPE_WIDGET)

static int
count_pages (ImpPageView *self)
{
  return self->pages != NULL ? imp_pages_get_n_pages (self->pages) : 0;
}

static double
get_sheet_width (double width)
{
  return CLAMP (width - 2 * GAP, MIN_SHEET, MOST_SHEET);
}

static double
get_sheet_height (ImpPageView *self, double width)
{
  double sheet_width, sheet_height;

  imp_pages_get_size (self->pages, &sheet_width, &sheet_height);
  return get_sheet_width (width) * sheet_height / sheet_width;
}

static GskRenderNode *
record_page (ImpPageView *self, int n)
{
  double width, height;
  GskRenderNode *node;
  cairo_t *cr;

  imp_pages_get_size (self->pages, &width, &height);
  node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cr = gsk_cairo_node_get_draw_context (node);
  imp_pages_draw (self->pages, n, cr);
  cairo_destroy (cr);
  return node;
}

static GskRenderNode *
get_node (ImpPageView *self, int n)
{
  while ((int) self->nodes->len <= n)
    g_ptr_array_add (self->nodes, record_page (self, (int) self->nodes->len));
  return g_ptr_array_index (self->nodes, n);
}

static void
snapshot_paper (GtkSnapshot *snapshot, float width, float height)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  static const GdkRGBA shade = { 0, 0, 0, 0.22f };
  graphene_rect_t sheet = GRAPHENE_RECT_INIT (0, 0, width, height);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &sheet, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shade, 0, 1, 0, 4);
  gtk_snapshot_append_color (snapshot, &white, &sheet);
}

static void
snapshot_page (ImpPageView *self, GtkSnapshot *snapshot, int n, double width, double height)
{
  double sheet_width, sheet_height;
  float scale;

  imp_pages_get_size (self->pages, &sheet_width, &sheet_height);
  scale = (float) (width / sheet_width);
  snapshot_paper (snapshot, (float) width, (float) height);
  gtk_snapshot_scale (snapshot, scale, scale);
  gtk_snapshot_append_node (snapshot, get_node (self, n));
}

static void
imp_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ImpPageView *self = IMP_PAGE_VIEW (widget);
  double all = gtk_widget_get_width (widget);
  double width = get_sheet_width (all);

  for (int n = 0; n < count_pages (self); n++)
    {
      double height = get_sheet_height (self, all);

      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) ((all - width) / 2),
                                                              (float) (GAP + n * (height + GAP))));
      snapshot_page (self, snapshot, n, width, height);
      gtk_snapshot_restore (snapshot);
    }
}

static void
imp_page_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  ImpPageView *self = IMP_PAGE_VIEW (widget);
  int n = count_pages (self);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_SHEET + 2 * GAP;
      *natural = 600;
      return;
    }
  *minimum = *natural = GAP;
  if (n > 0)
    *minimum = *natural =
        GAP + (int) (n * (get_sheet_height (self, for_size < 0 ? 600 : for_size) + GAP));
}

static GtkSizeRequestMode
imp_page_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
imp_page_view_dispose (GObject *object)
{
  ImpPageView *self = IMP_PAGE_VIEW (object);

  g_clear_object (&self->pages);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  G_OBJECT_CLASS (imp_page_view_parent_class)->dispose (object);
}

static void
imp_page_view_class_init (ImpPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_page_view_dispose;
  widget_class->snapshot = imp_page_view_snapshot;
  widget_class->measure = imp_page_view_measure;
  widget_class->get_request_mode = imp_page_view_get_request_mode;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "pageview");
}

static void
imp_page_view_init (ImpPageView *self)
{
  self->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);
}

void
imp_page_view_set_pages (ImpPageView *self, ImpPages *pages)
{
  int n_before;

  g_return_if_fail (IMP_IS_PAGE_VIEW (self));

  n_before = count_pages (self);
  if (!g_set_object (&self->pages, pages))
    return;
  g_ptr_array_set_size (self->nodes, 0);
  if (n_before != count_pages (self))
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

int
imp_page_view_find_page (ImpPageView *self, double y, double height)
{
  double step;

  g_return_val_if_fail (IMP_IS_PAGE_VIEW (self), 0);

  if (count_pages (self) == 0)
    return 0;
  step = get_sheet_height (self, gtk_widget_get_width (GTK_WIDGET (self))) + GAP;
  return CLAMP ((int) ((y + height / 2) / step), 0, count_pages (self) - 1);
}
