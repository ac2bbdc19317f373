/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Pages on the screen, drawn by the code that prints. */
#include "config.h"

#include "ui/common/imp-page-view.h"

#define GAP        18 /* between sheets and around them */
#define MIN_SHEET  220
#define MOST_SHEET 900

struct _ImpPageView
{
  GtkWidget parent_instance;

  ImpPages *pages;
  GPtrArray *nodes; /* of GskRenderNode: one a page, in points; NULL while it is not in sight */
  GtkAdjustment *adjustment; /* NULL: all of it is in sight */
};

G_DEFINE_FINAL_TYPE (ImpPageView, imp_page_view, GTK_TYPE_WIDGET)

static void
node_clear (gpointer data)
{
  g_clear_pointer ((GskRenderNode **) &data, gsk_render_node_unref);
}

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
  if (self->nodes->pdata[n] == NULL)
    self->nodes->pdata[n] = record_page (self, n);
  return self->nodes->pdata[n];
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
forget_node (ImpPageView *self, int n)
{
  g_clear_pointer ((GskRenderNode **) &self->nodes->pdata[n], gsk_render_node_unref);
}

static gboolean
is_in_sight (ImpPageView *self, double y, double height)
{
  double top, bottom;

  if (self->adjustment == NULL)
    return TRUE;
  top = gtk_adjustment_get_value (self->adjustment);
  bottom = top + gtk_adjustment_get_page_size (self->adjustment);
  return y + height + GAP >= top && y - GAP <= bottom;
}

/* There may be thousands of pages: those out of sight are not kept. */
static void
imp_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ImpPageView *self = IMP_PAGE_VIEW (widget);
  const double all = gtk_widget_get_width (widget), width = get_sheet_width (all);
  const double height = count_pages (self) > 0 ? get_sheet_height (self, all) : 0;

  for (int n = 0; n < count_pages (self); n++)
    {
      const double y = GAP + n * (height + GAP);

      if (!is_in_sight (self, y, height))
        {
          forget_node (self, n);
          continue;
        }
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot,
                              &GRAPHENE_POINT_INIT ((float) ((all - width) / 2), (float) y));
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

  imp_page_view_set_adjustment (self, NULL);
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
  self->nodes = g_ptr_array_new_with_free_func (node_clear);
}

void
imp_page_view_set_adjustment (ImpPageView *self, GtkAdjustment *adjustment)
{
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustment, gtk_widget_queue_draw, self);
  g_set_object (&self->adjustment, adjustment);
  if (adjustment != NULL)
    g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw),
                              self);
}

static void
forget_nodes (ImpPageView *self)
{
  g_ptr_array_set_size (self->nodes, 0);
  g_ptr_array_set_size (self->nodes, count_pages (self));
}

void
imp_page_view_set_pages (ImpPageView *self, ImpPages *pages)
{
  int n_before;

  g_return_if_fail (IMP_IS_PAGE_VIEW (self));

  n_before = count_pages (self);
  if (!g_set_object (&self->pages, pages))
    return;
  forget_nodes (self);
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
