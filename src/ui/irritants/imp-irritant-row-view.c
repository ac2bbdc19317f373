/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One row of the ranked list, drawn as a whole. */
#include "config.h"

#include "ui/irritants/imp-irritant-row-view.h"

#include <adwaita.h>

#include "model/imp-state.h"
#include "ui/irritants/imp-range-mark.h"
#include "ui/irritants/imp-row-text.h"

#define PADDING            12
#define MARGIN_END         14
#define GAP                16
#define RANK_WIDTH         20
#define RANK_GAP           14
#define LINE_GAP           3
#define MARK_WIDTH         84
#define MARK_WIDTH_COMPACT 72
#define PAYBACK_WIDTH      76
#define MIN_WIDTH          240
#define NATURAL_WIDTH      556
#define QUIET_ALPHA        0.74f

struct _ImpIrritantRowView
{
  GtkWidget parent_instance;
  ImpRowLook *look;
  ImpIrritantRow *row;                   /* NULL while not bound */
  PangoLayout *layouts[IMP_ROW_N_TEXTS]; /* made when first wanted */
  int measured_width, measured_height;   /* of the last height for width; 0: not known */
};

G_DEFINE_FINAL_TYPE (ImpIrritantRowView, imp_irritant_row_view, GTK_TYPE_WIDGET)

/* Colours of one drawing. */
typedef struct
{
  GdkRGBA text, quiet, pale, accent, accent_text;
} Palette;

static void
forget_texts (ImpIrritantRowView *self)
{
  for (int i = 0; i < IMP_ROW_N_TEXTS; i++)
    g_clear_object (&self->layouts[i]);
  self->measured_width = 0;
}

static PangoLayout *
create_layout (ImpIrritantRowView *self, ImpRowText text)
{
  gboolean compact = imp_row_look_get_compact (self->look);
  g_autofree char *words = imp_row_text_dup (self->row, text, compact);
  g_autoptr (PangoAttrList) attributes =
      imp_row_text_create_attributes (text, compact, imp_irritant_row_get_state (self->row));
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);

  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  if (text == IMP_ROW_TEXT_TITLE)
    {
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_height (layout, -2);
    }
  else
    pango_layout_set_height (layout, -1);
  return layout;
}

static PangoLayout *
get_layout (ImpIrritantRowView *self, ImpRowText text)
{
  if (self->layouts[text] == NULL)
    self->layouts[text] = create_layout (self, text);
  return self->layouts[text];
}

static int
get_text_width (ImpIrritantRowView *self, ImpRowText text)
{
  PangoLayout *layout = get_layout (self, text);
  int width;

  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static int
get_text_height (ImpIrritantRowView *self, ImpRowText text)
{
  int height;

  pango_layout_get_pixel_size (get_layout (self, text), NULL, &height);
  return height;
}

/* The rank column is as wide as the largest rank needs. */
static int
get_text_start (ImpIrritantRowView *self)
{
  int n_digits = 1;

  for (guint n = imp_row_look_get_n_ranked (self->look); n >= 10; n /= 10)
    n_digits++;
  return PADDING + MAX (RANK_WIDTH, n_digits * 10) + RANK_GAP;
}

static int
get_title_width (ImpIrritantRowView *self, int width)
{
  int taken = get_text_start (self) + MARGIN_END + GAP;

  if (imp_row_look_get_compact (self->look))
    taken += get_text_width (self, IMP_ROW_TEXT_HOURS);
  else
    taken += MARK_WIDTH + GAP + PAYBACK_WIDTH;
  return MAX (width - taken, 60);
}

static void
set_width (PangoLayout *layout, int width)
{
  pango_layout_set_width (layout, width * PANGO_SCALE);
}

static int
compute_height (ImpIrritantRowView *self, int width)
{
  int height;

  set_width (get_layout (self, IMP_ROW_TEXT_TITLE), get_title_width (self, width));
  height = 2 * PADDING + get_text_height (self, IMP_ROW_TEXT_TITLE) + LINE_GAP
           + get_text_height (self, IMP_ROW_TEXT_QUIET);
  if (imp_row_look_get_compact (self->look))
    height += LINE_GAP + get_text_height (self, IMP_ROW_TEXT_PAYBACK);
  return height;
}

static void
imp_irritant_row_view_measure (GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline)
{
  ImpIrritantRowView *self = IMP_IRRITANT_ROW_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL || self->row == NULL)
    {
      *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : 0;
      *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : 0;
      return;
    }
  if (for_size < 0)
    for_size = NATURAL_WIDTH;
  if (for_size != self->measured_width)
    {
      self->measured_width = for_size;
      self->measured_height = compute_height (self, for_size);
    }
  *minimum = *natural = self->measured_height;
}

static Palette
choose_palette (GtkWidget *widget)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (style);
  gboolean contrast = adw_style_manager_get_high_contrast (style);
  Palette palette = { .accent = *accent };

  gtk_widget_get_color (widget, &palette.text);
  palette.quiet = palette.pale = palette.text;
  palette.quiet.alpha *= contrast ? 0.9f : QUIET_ALPHA;
  palette.pale.alpha *= contrast ? 0.5f : 0.12f;
  adw_rgba_to_standalone (&palette.accent, adw_style_manager_get_dark (style),
                          &palette.accent_text);
  return palette;
}

static gboolean
is_mirrored (ImpIrritantRowView *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* Pango swaps left and right by itself for text that reads the other way than the window. */
static void
align (ImpIrritantRowView *self, PangoLayout *layout, gboolean at_end)
{
  PangoDirection window = is_mirrored (self) ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
  gboolean swapped = pango_layout_get_direction (layout, 0) != window;
  gboolean right = at_end != is_mirrored (self);

  pango_layout_set_alignment (layout, right != swapped ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

/* All x count from the start edge, so that the row is mirrored where people read from the right. */
static float
find_left (ImpIrritantRowView *self, int x, int width)
{
  return is_mirrored (self) ? gtk_widget_get_width (GTK_WIDGET (self)) - x - width : x;
}

typedef struct
{
  int x, y, width;
  gboolean at_end;
} Place;

static void
draw_text (ImpIrritantRowView *self,
           GtkSnapshot *snapshot,
           ImpRowText text,
           Place place,
           const GdkRGBA *color)
{
  PangoLayout *layout = get_layout (self, text);
  graphene_point_t corner = GRAPHENE_POINT_INIT (find_left (self, place.x, place.width), place.y);

  set_width (layout, place.width);
  align (self, layout, place.at_end);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &corner);
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_mark (ImpIrritantRowView *self,
           GtkSnapshot *snapshot,
           const graphene_rect_t *bounds,
           const Palette *palette)
{
  const ImpImpact *impact = imp_irritant_row_get_impact (self->row);
  ImpRangeMark mark = {
    .low = imp_row_look_place (self->look, impact->low),
    .high = imp_row_look_place (self->look, impact->high),
    .estimate = imp_row_look_place (self->look, impact->hours),
    .axis = palette->pale,
    .accent = palette->accent,
  };

  imp_range_mark_draw (&mark, snapshot, bounds, is_mirrored (self));
}

static const GdkRGBA *
choose_state_color (ImpIrritantRowView *self, const Palette *palette)
{
  return imp_irritant_row_get_state (self->row) == IMP_STATE_BEING_FIXED ? &palette->accent_text
                                                                         : &palette->quiet;
}

/* Two columns at the end: hours over the range, payback over the state. */
static void
draw_wide_end (ImpIrritantRowView *self, GtkSnapshot *snapshot, int width, const Palette *palette)
{
  const int payback_x = width - MARGIN_END - PAYBACK_WIDTH;
  const int mark_x = payback_x - GAP - MARK_WIDTH;
  const int second = PADDING + get_text_height (self, IMP_ROW_TEXT_HOURS) + LINE_GAP;
  const int height = get_text_height (self, IMP_ROW_TEXT_STATE);
  graphene_rect_t mark =
      GRAPHENE_RECT_INIT (find_left (self, mark_x, MARK_WIDTH), second, MARK_WIDTH, height);

  draw_text (self, snapshot, IMP_ROW_TEXT_HOURS, (Place) { mark_x, PADDING, MARK_WIDTH, TRUE },
             &palette->text);
  draw_mark (self, snapshot, &mark, palette);
  draw_text (self, snapshot, IMP_ROW_TEXT_PAYBACK,
             (Place) { payback_x, PADDING, PAYBACK_WIDTH, TRUE }, &palette->text);
  draw_text (self, snapshot, IMP_ROW_TEXT_STATE, (Place) { payback_x, second, PAYBACK_WIDTH, TRUE },
             choose_state_color (self, palette));
}

/* One column at the end: hours, range, state; the payback has a line of its own. */
static void
draw_compact_end (ImpIrritantRowView *self,
                  GtkSnapshot *snapshot,
                  int width,
                  int quiet_y,
                  const Palette *palette)
{
  const int x = width - MARGIN_END - MARK_WIDTH_COMPACT;
  const int start = get_text_start (self);
  const int height = get_text_height (self, IMP_ROW_TEXT_QUIET);
  const int last_y = quiet_y + height + LINE_GAP;
  graphene_rect_t mark = GRAPHENE_RECT_INIT (find_left (self, x, MARK_WIDTH_COMPACT), quiet_y,
                                             MARK_WIDTH_COMPACT, height);
  const int state_width = MAX (get_text_width (self, IMP_ROW_TEXT_STATE), MARK_WIDTH_COMPACT);
  const int state_x = width - MARGIN_END - state_width;

  draw_text (self, snapshot, IMP_ROW_TEXT_HOURS,
             (Place) { start, PADDING, x + MARK_WIDTH_COMPACT - start, TRUE }, &palette->text);
  draw_mark (self, snapshot, &mark, palette);
  draw_text (self, snapshot, IMP_ROW_TEXT_PAYBACK,
             (Place) { start, last_y, state_x - GAP - start, FALSE }, &palette->quiet);
  draw_text (self, snapshot, IMP_ROW_TEXT_STATE, (Place) { state_x, last_y, state_width, TRUE },
             choose_state_color (self, palette));
}

static void
draw_row (ImpIrritantRowView *self, GtkSnapshot *snapshot, int width)
{
  const gboolean compact = imp_row_look_get_compact (self->look);
  const int start = get_text_start (self), title_width = get_title_width (self, width);
  const Palette palette = choose_palette (GTK_WIDGET (self));
  const int end = MARGIN_END + GAP + MARK_WIDTH_COMPACT;
  const int quiet_width = compact ? width - start - end : title_width;
  int quiet_y;

  draw_text (self, snapshot, IMP_ROW_TEXT_RANK,
             (Place) { PADDING, PADDING, start - RANK_GAP - PADDING, TRUE }, &palette.quiet);
  draw_text (self, snapshot, IMP_ROW_TEXT_TITLE, (Place) { start, PADDING, title_width, FALSE },
             &palette.text);
  quiet_y = PADDING + get_text_height (self, IMP_ROW_TEXT_TITLE) + LINE_GAP;
  draw_text (self, snapshot, IMP_ROW_TEXT_QUIET, (Place) { start, quiet_y, quiet_width, FALSE },
             &palette.quiet);
  if (compact)
    draw_compact_end (self, snapshot, width, quiet_y, &palette);
  else
    draw_wide_end (self, snapshot, width, &palette);
}

static void
draw_placeholder (GtkWidget *widget, GtkSnapshot *snapshot, int width)
{
  ImpIrritantRowView *self = IMP_IRRITANT_ROW_VIEW (widget);
  const int start = get_text_start (self);
  const Palette palette = choose_palette (widget);
  const float wide = width / 2.5f, narrow = width / 4.0f;
  graphene_rect_t title = GRAPHENE_RECT_INIT (find_left (self, start, wide), 16, wide, 8);
  graphene_rect_t quiet = GRAPHENE_RECT_INIT (find_left (self, start, narrow), 36, narrow, 6);

  gtk_snapshot_append_color (snapshot, &palette.pale, &title);
  gtk_snapshot_append_color (snapshot, &palette.pale, &quiet);
}

static void
imp_irritant_row_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ImpIrritantRowView *self = IMP_IRRITANT_ROW_VIEW (widget);
  int width = gtk_widget_get_width (widget);

  if (self->row == NULL)
    return;
  if (imp_irritant_row_is_loaded (self->row))
    draw_row (self, snapshot, width);
  else
    draw_placeholder (widget, snapshot, width);
}

static void
revised_cb (ImpIrritantRowView *self)
{
  forget_texts (self);
  if (imp_irritant_row_is_loaded (self->row))
    imp_row_look_include (self->look, imp_irritant_row_get_impact (self->row));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
look_changed_cb (ImpIrritantRowView *self, gboolean resize)
{
  if (resize)
    {
      forget_texts (self);
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
imp_irritant_row_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (imp_irritant_row_view_parent_class)->css_changed (widget, change);
  forget_texts (IMP_IRRITANT_ROW_VIEW (widget));
}

static void
imp_irritant_row_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (imp_irritant_row_view_parent_class)->system_setting_changed (widget, setting);
  forget_texts (IMP_IRRITANT_ROW_VIEW (widget));
  gtk_widget_queue_resize (widget);
}

static GtkSizeRequestMode
imp_irritant_row_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
imp_irritant_row_view_dispose (GObject *object)
{
  ImpIrritantRowView *self = IMP_IRRITANT_ROW_VIEW (object);

  imp_irritant_row_view_set_row (self, NULL);
  g_clear_object (&self->look);
  G_OBJECT_CLASS (imp_irritant_row_view_parent_class)->dispose (object);
}

static void
imp_irritant_row_view_class_init (ImpIrritantRowViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_irritant_row_view_dispose;
  widget_class->measure = imp_irritant_row_view_measure;
  widget_class->get_request_mode = imp_irritant_row_view_get_request_mode;
  widget_class->snapshot = imp_irritant_row_view_snapshot;
  widget_class->css_changed = imp_irritant_row_view_css_changed;
  widget_class->system_setting_changed = imp_irritant_row_view_system_setting_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
imp_irritant_row_view_init (ImpIrritantRowView *self)
{
}

GtkWidget *
imp_irritant_row_view_new (ImpRowLook *look)
{
  ImpIrritantRowView *self = g_object_new (IMP_TYPE_IRRITANT_ROW_VIEW, NULL);

  self->look = g_object_ref (look);
  g_signal_connect_object (look, "changed", G_CALLBACK (look_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
imp_irritant_row_view_set_row (ImpIrritantRowView *self, ImpIrritantRow *row)
{
  if (self->row == row)
    return;
  if (self->row != NULL)
    g_signal_handlers_disconnect_by_func (self->row, revised_cb, self);
  forget_texts (self);
  g_set_object (&self->row, row);
  if (row == NULL)
    return;
  g_signal_connect_swapped (row, "notify::revision", G_CALLBACK (revised_cb), self);
  revised_cb (self);
}
