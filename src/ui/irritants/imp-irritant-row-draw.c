/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Draws a row of the ranked list. */
#include "config.h"

#include "ui/irritants/imp-irritant-row-view-private.h"

#include <adwaita.h>

#include "model/imp-state.h"
#include "ui/common/imp-accent.h"
#include "ui/irritants/imp-range-mark.h"

#define QUIET_ALPHA 0.74f
#define WHITE       ((GdkRGBA) { 1, 1, 1, 1 })
#define BLACK       ((GdkRGBA) { 0, 0, 0, 1 })
#define RING_ALPHA  0.45f
#define CHECK_SIZE  18

/* Colours of one drawing. */
typedef struct
{
  GdkRGBA text, quiet, ring, pale, mark, tick, accent_text;
} Palette;

static Palette
choose_palette (GtkWidget *widget)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  gboolean contrast = adw_style_manager_get_high_contrast (style);
  Palette palette = { .mark = imp_accent_get_mark (widget),
                      .accent_text = imp_accent_get_text (widget) };

  gtk_widget_get_color (widget, &palette.text);
  palette.tick = adw_style_manager_get_dark (style) ? BLACK : WHITE; /* on the mark */
  palette.quiet = palette.ring = palette.pale = palette.text;
  palette.quiet.alpha *= contrast ? 0.9f : QUIET_ALPHA;
  palette.pale.alpha *= contrast ? 0.5f : 0.12f;
  palette.ring.alpha *= contrast ? 0.9f : RING_ALPHA;
  return palette;
}

static gboolean
is_mirrored (ImpIrritantRowView *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* Pango swaps left and right by itself for text that reads the other way than the window. A layout
 * lays itself out to say so, and does it again when it is aligned otherwise: first as is usual. */
static void
align (ImpIrritantRowView *self, PangoLayout *layout, gboolean at_end)
{
  PangoDirection window = is_mirrored (self) ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
  gboolean right = at_end != is_mirrored (self);

  pango_layout_set_alignment (layout, right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  if (pango_layout_get_direction (layout, 0) != window)
    pango_layout_set_alignment (layout, right ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
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
  PangoLayout *layout = imp_irritant_row_view_fit (self, text, place.width);
  graphene_point_t corner = GRAPHENE_POINT_INIT (find_left (self, place.x, place.width), place.y);

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
  const gboolean found = imp_irritant_row_get_match (self->row) != NULL;
  ImpRangeMark mark = {
    .low = imp_row_look_place (self->look, impact->low, found),
    .high = imp_row_look_place (self->look, impact->high, found),
    .estimate = imp_row_look_place (self->look, impact->hours, found),
    .axis = palette->pale,
    .accent = palette->mark,
  };

  if (imp_row_text_is_asked (self->row))
    imp_range_mark_draw (&mark, snapshot, bounds, is_mirrored (self));
}

/* What nobody was asked is no figure to be taken for one. */
static const GdkRGBA *
choose_hours_color (ImpIrritantRowView *self, const Palette *palette)
{
  return imp_row_text_is_asked (self->row) ? &palette->text : &palette->quiet;
}

static const GdkRGBA *
choose_state_color (ImpIrritantRowView *self, const Palette *palette)
{
  return imp_irritant_row_get_state (self->row) == IMP_STATE_BEING_FIXED ? &palette->accent_text
                                                                         : &palette->quiet;
}

static ImpRowText
get_text (ImpColumn column)
{
  static const ImpRowText texts[IMP_N_COLUMNS] = {
    [IMP_COLUMN_HOURS] = IMP_ROW_TEXT_HOURS,     [IMP_COLUMN_SCORE] = IMP_ROW_TEXT_SCORE,
    [IMP_COLUMN_PAYBACK] = IMP_ROW_TEXT_PAYBACK, [IMP_COLUMN_STATE] = IMP_ROW_TEXT_STATE,
    [IMP_COLUMN_VOICES] = IMP_ROW_TEXT_VOICES,   [IMP_COLUMN_TREND] = IMP_ROW_TEXT_TREND,
    [IMP_COLUMN_CARE] = IMP_ROW_TEXT_CARE,       [IMP_COLUMN_RECORDED] = IMP_ROW_TEXT_RECORDED,
  };

  return texts[column];
}

static const GdkRGBA *
choose_color (ImpIrritantRowView *self, ImpRowText text, const Palette *palette)
{
  if (text == IMP_ROW_TEXT_HOURS)
    return choose_hours_color (self, palette);
  if (text == IMP_ROW_TEXT_STATE)
    return choose_state_color (self, palette);
  return imp_row_text_is_caption (text, FALSE) ? &palette->quiet : &palette->text;
}

/* One over the other, or the hours over their range. */
static void
draw_pair (ImpIrritantRowView *self,
           GtkSnapshot *snapshot,
           const ImpColumnPair *pair,
           Place place,
           const ImpRowLines *lines,
           const Palette *palette)
{
  const ImpRowText top = get_text (pair->top);
  const graphene_rect_t mark =
      GRAPHENE_RECT_INIT (find_left (self, place.x, place.width), lines->end, place.width,
                          imp_irritant_row_view_get_line_height (self, IMP_ROW_TEXT_STATE));

  draw_text (self, snapshot, top, place, choose_color (self, top, palette));
  place.y = lines->end;
  if (pair->top == IMP_COLUMN_HOURS && pair->bottom == IMP_N_COLUMNS)
    draw_mark (self, snapshot, &mark, palette);
  else if (pair->bottom < IMP_N_COLUMNS)
    draw_text (self, snapshot, get_text (pair->bottom), place,
               choose_color (self, get_text (pair->bottom), palette));
}

static void
draw_wide_end (ImpIrritantRowView *self,
               GtkSnapshot *snapshot,
               int width,
               const ImpRowLines *lines,
               const Palette *palette)
{
  ImpColumnPair pairs[IMP_N_COLUMNS];
  int x = width - IMP_ROW_MARGIN_END;

  for (guint i = imp_irritant_row_view_arrange (self, pairs); i > 0; i--)
    {
      const int pair_width = imp_irritant_row_view_get_pair_width (self, &pairs[i - 1]);

      x -= pair_width;
      draw_pair (self, snapshot, &pairs[i - 1], (Place) { x, IMP_ROW_PADDING, pair_width, TRUE },
                 lines, palette);
      x -= IMP_ROW_GAP;
    }
}

/* The payback and the state share the third line. */
static void
draw_third_line (ImpIrritantRowView *self,
                 GtkSnapshot *snapshot,
                 int width,
                 int y,
                 const Palette *palette)
{
  const int start = imp_irritant_row_view_get_text_start (self);
  const int state_width = MAX (imp_irritant_row_view_get_text_width (self, IMP_ROW_TEXT_STATE),
                               imp_irritant_row_view_get_column (self, IMP_ROW_MARK_COMPACT));
  const int state_x = width - IMP_ROW_MARGIN_END - state_width;

  draw_text (self, snapshot, IMP_ROW_TEXT_PAYBACK,
             (Place) { start, y, state_x - IMP_ROW_GAP - start, FALSE }, &palette->quiet);
  draw_text (self, snapshot, IMP_ROW_TEXT_STATE, (Place) { state_x, y, state_width, TRUE },
             choose_state_color (self, palette));
}

/* One column at the end: hours, range, state; the payback has a line of its own. */
static void
draw_compact_end (ImpIrritantRowView *self,
                  GtkSnapshot *snapshot,
                  int width,
                  const ImpRowLines *lines,
                  const Palette *palette)
{
  const int mark_width = imp_irritant_row_view_get_column (self, IMP_ROW_MARK_COMPACT);
  const int x = width - IMP_ROW_MARGIN_END - mark_width;
  const int start = imp_irritant_row_view_get_text_start (self);
  const graphene_rect_t mark =
      GRAPHENE_RECT_INIT (find_left (self, x, mark_width), lines->end, mark_width,
                          lines->payback - IMP_ROW_LINE_GAP - lines->end);

  draw_text (self, snapshot, IMP_ROW_TEXT_HOURS,
             (Place) { start, IMP_ROW_PADDING, x + mark_width - start, TRUE },
             choose_hours_color (self, palette));
  draw_mark (self, snapshot, &mark, palette);
  draw_third_line (self, snapshot, width, lines->payback, palette);
}

/* Hours and range share a line; payback and state have their own. */
static void
draw_stacked_end (ImpIrritantRowView *self,
                  GtkSnapshot *snapshot,
                  int width,
                  const ImpRowLines *lines,
                  const Palette *palette)
{
  const int start = imp_irritant_row_view_get_text_start (self);
  const int room = width - IMP_ROW_MARGIN_END - start;
  const int hours_width =
      MIN (imp_irritant_row_view_get_text_width (self, IMP_ROW_TEXT_HOURS), room);
  const int mark_width = MIN (imp_irritant_row_view_get_column (self, IMP_ROW_MARK_COMPACT),
                              room - hours_width - IMP_ROW_GAP);
  const graphene_rect_t mark = GRAPHENE_RECT_INIT (
      find_left (self, start + hours_width + IMP_ROW_GAP, mark_width), lines->hours, mark_width,
      imp_irritant_row_view_get_line_height (self, IMP_ROW_TEXT_HOURS));

  draw_text (self, snapshot, IMP_ROW_TEXT_HOURS, (Place) { start, lines->hours, room, FALSE },
             choose_hours_color (self, palette));
  if (mark_width > 0)
    draw_mark (self, snapshot, &mark, palette);
  draw_text (self, snapshot, IMP_ROW_TEXT_PAYBACK, (Place) { start, lines->payback, room, FALSE },
             &palette->quiet);
  draw_text (self, snapshot, IMP_ROW_TEXT_STATE, (Place) { start, lines->state, room, FALSE },
             choose_state_color (self, palette));
}

static int
find_quiet_width (ImpIrritantRowView *self, int width)
{
  if (self->stacked || !imp_row_look_get_compact (self->look))
    return imp_irritant_row_view_get_title_width (self, width);
  return width - imp_irritant_row_view_get_text_start (self) - IMP_ROW_MARGIN_END - IMP_ROW_GAP
         - imp_irritant_row_view_get_column (self, IMP_ROW_MARK_COMPACT);
}

/* What the search found stands below, as wide as the row. */
static void
draw_words (ImpIrritantRowView *self,
            GtkSnapshot *snapshot,
            int width,
            const ImpRowLines *lines,
            const Palette *palette)
{
  const int start = imp_irritant_row_view_get_text_start (self);
  const Place title = { start, IMP_ROW_PADDING, imp_irritant_row_view_get_title_width (self, width),
                        FALSE };
  const Place quiet = { start, lines->quiet, find_quiet_width (self, width), FALSE };
  const Place found = { start, lines->found, width - IMP_ROW_MARGIN_END - start, FALSE };

  draw_text (self, snapshot, IMP_ROW_TEXT_TITLE, title, &palette->text);
  draw_text (self, snapshot, IMP_ROW_TEXT_QUIET, quiet, &palette->quiet);
  if (imp_row_text_is_found (self->row))
    draw_text (self, snapshot, IMP_ROW_TEXT_FOUND, found, &palette->quiet);
}

/* Around the origin: a ring, or a filled circle with a tick. */
static void
draw_check_at (GtkSnapshot *snapshot, gboolean chosen, float radius, const Palette *palette)
{
  g_autoptr (GskPathBuilder) circle = gsk_path_builder_new (), tick = gsk_path_builder_new ();
  g_autoptr (GskStroke) stroke = gsk_stroke_new (2);
  g_autoptr (GskPath) circle_path = NULL, tick_path = NULL;

  gsk_path_builder_add_circle (circle, graphene_point_zero (), chosen ? radius : radius - 1);
  circle_path = gsk_path_builder_to_path (circle);
  if (!chosen)
    {
      gtk_snapshot_append_stroke (snapshot, circle_path, stroke, &palette->ring);
      return;
    }
  gtk_snapshot_append_fill (snapshot, circle_path, GSK_FILL_RULE_WINDING, &palette->mark);
  gsk_path_builder_move_to (tick, -0.42f * radius, 0.05f * radius);
  gsk_path_builder_line_to (tick, -0.1f * radius, 0.38f * radius);
  gsk_path_builder_line_to (tick, 0.45f * radius, -0.32f * radius);
  tick_path = gsk_path_builder_to_path (tick);
  gtk_snapshot_append_stroke (snapshot, tick_path, stroke, &palette->tick);
}

/* In the place of the rank, while several are chosen. */
static void
draw_check (ImpIrritantRowView *self, GtkSnapshot *snapshot, const Palette *palette)
{
  const int x = imp_irritant_row_view_get_text_start (self) - IMP_ROW_RANK_GAP - CHECK_SIZE;
  const float left = find_left (self, MAX (x, 3), CHECK_SIZE), top = IMP_ROW_PADDING;
  const float radius = CHECK_SIZE / 2.0f;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (left + radius, top + radius));
  draw_check_at (snapshot, self->chosen, radius, palette);
  gtk_snapshot_restore (snapshot);
}

static void
draw_rank (ImpIrritantRowView *self, GtkSnapshot *snapshot, const Palette *palette)
{
  const int width =
      imp_irritant_row_view_get_text_start (self) - IMP_ROW_RANK_GAP - IMP_ROW_PADDING;

  if (self->choosing)
    draw_check (self, snapshot, palette);
  else
    draw_text (self, snapshot, IMP_ROW_TEXT_RANK,
               (Place) { IMP_ROW_PADDING, IMP_ROW_PADDING, width, TRUE }, &palette->quiet);
}

static void
draw_row (ImpIrritantRowView *self, GtkSnapshot *snapshot, int width)
{
  const ImpRowLines *lines = imp_irritant_row_view_get_lines (self, width);
  const Palette palette = choose_palette (GTK_WIDGET (self));

  draw_rank (self, snapshot, &palette);
  draw_words (self, snapshot, width, lines, &palette);
  if (self->stacked)
    draw_stacked_end (self, snapshot, width, lines, &palette);
  else if (imp_row_look_get_compact (self->look))
    draw_compact_end (self, snapshot, width, lines, &palette);
  else
    draw_wide_end (self, snapshot, width, lines, &palette);
}

static void
draw_placeholder (GtkWidget *widget, GtkSnapshot *snapshot, int width)
{
  ImpIrritantRowView *self = IMP_IRRITANT_ROW_VIEW (widget);
  const int start = imp_irritant_row_view_get_text_start (self);
  const Palette palette = choose_palette (widget);
  const float wide = width / 2.5f, narrow = width / 4.0f;
  graphene_rect_t title = GRAPHENE_RECT_INIT (find_left (self, start, wide), 16, wide, 8);
  graphene_rect_t quiet = GRAPHENE_RECT_INIT (find_left (self, start, narrow), 36, narrow, 6);

  gtk_snapshot_append_color (snapshot, &palette.pale, &title);
  gtk_snapshot_append_color (snapshot, &palette.pale, &quiet);
}

void
imp_irritant_row_view_draw (ImpIrritantRowView *self, GtkSnapshot *snapshot)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (imp_irritant_row_is_loaded (self->row))
    draw_row (self, snapshot, width);
  else
    draw_placeholder (GTK_WIDGET (self), snapshot, width);
}
