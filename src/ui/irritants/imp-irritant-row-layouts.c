/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The layouts of a row of the ranked list. */
#include "config.h"

#include "ui/irritants/imp-irritant-row-view-private.h"

#include <adwaita.h>
#include <pango/pangocairo.h>

#include "ui/irritants/imp-row-excerpt.h"

#define RANK_WIDTH  20
#define DIGIT_WIDTH 10

/* What stands beside the hours, or alone where there is no room for them beside it. */
#define MIN_TEXT_WIDTH    190 /* sp */
#define MAX_LINES         2
#define MAX_TITLE_STACKED 4

#define LAST_LATIN        0x24f
#define FIRST_PUNCTUATION 0x2010
#define LAST_PUNCTUATION  0x205e

void
imp_irritant_row_view_forget_texts (ImpIrritantRowView *self)
{
  for (int i = 0; i < IMP_ROW_N_TEXTS; i++)
    {
      g_clear_object (&self->layouts[i]);
      self->text_widths[i] = 0;
    }
  self->measured_width = 0;
}

/* What a search found is kept in sight in one line only. */
static int
count_lines (ImpIrritantRowView *self, ImpRowText text)
{
  if (text == IMP_ROW_TEXT_TITLE)
    return self->stacked ? MAX_TITLE_STACKED : MAX_LINES;
  if (!self->stacked || text == IMP_ROW_TEXT_FOUND
      || imp_irritant_row_get_match (self->row) != NULL)
    return 1;
  return MAX_LINES;
}

/* Where there are no columns the score stands before the payback. */
static char *
dup_words (ImpIrritantRowView *self, ImpRowText text)
{
  const gboolean compact = imp_row_look_get_compact (self->look);
  const ImpMeasure measure = imp_row_look_get_measure (self->look);
  g_autofree char *words = NULL, *score = NULL;

  if (text == IMP_ROW_TEXT_SCORE)
    return imp_columns_dup_score (self->row, measure);
  words = imp_row_text_dup (self->row, text, compact);
  if (!compact || text != IMP_ROW_TEXT_PAYBACK
      || !imp_columns_have_score (1u << IMP_COLUMN_SCORE | 1u << IMP_COLUMN_HOURS, measure))
    return g_steal_pointer (&words);
  score = imp_columns_say_score (self->row, measure);
  return *words == '\0' ? g_steal_pointer (&score) : g_strdup_printf ("%s · %s", score, words);
}

static PangoLayout *
create_layout (ImpIrritantRowView *self, ImpRowText text)
{
  gboolean compact = imp_row_look_get_compact (self->look);
  g_autofree char *words = dup_words (self, text);
  g_autoptr (PangoAttrList) attributes = imp_row_text_create_attributes (self->row, text, compact);
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);

  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, -count_lines (self, text));
  return layout;
}

PangoLayout *
imp_irritant_row_view_get_layout (ImpIrritantRowView *self, ImpRowText text)
{
  if (self->layouts[text] == NULL)
    self->layouts[text] = create_layout (self, text);
  return self->layouts[text];
}

int
imp_irritant_row_view_get_text_width (ImpIrritantRowView *self, ImpRowText text)
{
  PangoLayout *layout;

  if (self->text_widths[text] == 0)
    {
      layout = imp_irritant_row_view_get_layout (self, text);
      pango_layout_set_width (layout, -1);
      pango_layout_get_pixel_size (layout, &self->text_widths[text], NULL);
    }
  return self->text_widths[text];
}

PangoLayout *
imp_irritant_row_view_fit (ImpIrritantRowView *self, ImpRowText text, int width)
{
  PangoLayout *layout = imp_irritant_row_view_get_layout (self, text);

  if (pango_layout_get_width (layout) == width * PANGO_SCALE)
    return layout;
  if (imp_row_excerpt_is_one (layout))
    {
      g_clear_object (&self->layouts[text]);
      layout = imp_irritant_row_view_get_layout (self, text);
    }
  pango_layout_set_width (layout, width * PANGO_SCALE);
  imp_row_excerpt_apply (layout);
  return layout;
}

int
imp_irritant_row_view_get_column (ImpIrritantRowView *self, int sp)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));

  return (int) adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, sp, settings);
}

guint
imp_irritant_row_view_hash_font (ImpIrritantRowView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));

  return pango_font_description_hash (pango_context_get_font_description (context))
         ^ (guint) (pango_cairo_context_get_resolution (context) * 16);
}

static int
measure_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

/* Of a line in the letters of the interface's own font; what stands out is bold. */
static int
measure_usual_line (ImpIrritantRowView *self, gboolean caption)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "00");
  g_autoptr (PangoAttrList) attributes =
      caption ? imp_row_text_create_caption () : pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  bold->start_index = 1;
  pango_attr_list_insert (attributes, bold);
  pango_layout_set_attributes (layout, attributes);
  return measure_height (layout);
}

/* The same in all rows, so that those out of sight need no layout of a line. */
static int
get_usual_height (ImpIrritantRowView *self, gboolean caption)
{
  guint font = imp_irritant_row_view_hash_font (self);
  int height = imp_row_look_get_line_height (self->look, caption, font);

  if (height == 0)
    {
      height = measure_usual_line (self, caption);
      imp_row_look_set_line_height (self->look, caption, font, height);
    }
  return height;
}

/* Other letters may come from another font, which may be higher. */
static gboolean
has_usual_letters (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (c > LAST_LATIN && (c < FIRST_PUNCTUATION || c > LAST_PUNCTUATION))
        return FALSE;
    }
  return TRUE;
}

int
imp_irritant_row_view_get_line_height (ImpIrritantRowView *self, ImpRowText text)
{
  const gboolean caption = imp_row_text_is_caption (text, imp_row_look_get_compact (self->look));
  const int usual = get_usual_height (self, caption);
  PangoLayout *layout;

  if (!imp_irritant_row_is_loaded (self->row))
    return usual;
  layout = imp_irritant_row_view_get_layout (self, text);
  if (has_usual_letters (pango_layout_get_text (layout)))
    return usual;
  return MAX (usual, measure_height (layout));
}

/* The rank column is as wide as the largest rank needs. */
int
imp_irritant_row_view_get_text_start (ImpIrritantRowView *self)
{
  int n_digits = (int) imp_row_look_get_n_digits (self->look);

  return IMP_ROW_PADDING + IMP_ROW_RANK_GAP
         + imp_irritant_row_view_get_column (self, MAX (RANK_WIDTH, n_digits * DIGIT_WIDTH));
}

guint
imp_irritant_row_view_arrange (ImpIrritantRowView *self, ImpColumnPair pairs[IMP_N_COLUMNS])
{
  return imp_columns_arrange (imp_row_look_get_columns (self->look),
                              imp_row_look_get_measure (self->look), pairs);
}

int
imp_irritant_row_view_get_pair_width (ImpIrritantRowView *self, const ImpColumnPair *pair)
{
  return imp_irritant_row_view_get_column (
      self, pair->top == IMP_COLUMN_HOURS ? IMP_ROW_MARK_WIDTH : IMP_ROW_PAYBACK_WIDTH);
}

static int
measure_pairs (ImpIrritantRowView *self)
{
  ImpColumnPair pairs[IMP_N_COLUMNS];
  const guint n = imp_irritant_row_view_arrange (self, pairs);
  int width = 0;

  for (guint i = 0; i < n; i++)
    width += imp_irritant_row_view_get_pair_width (self, &pairs[i]) + (i > 0 ? IMP_ROW_GAP : 0);
  return width;
}

int
imp_irritant_row_view_get_title_width (ImpIrritantRowView *self, int width)
{
  int taken = imp_irritant_row_view_get_text_start (self) + IMP_ROW_MARGIN_END;

  if (self->stacked)
    return MAX (width - taken, 60);
  taken += IMP_ROW_GAP;
  if (imp_row_look_get_compact (self->look))
    taken += imp_irritant_row_view_get_text_width (self, IMP_ROW_TEXT_HOURS);
  else
    taken += measure_pairs (self);
  return MAX (width - taken, 60);
}

static int
find_next (ImpIrritantRowView *self, int y, ImpRowText text)
{
  return y + imp_irritant_row_view_get_line_height (self, text) + IMP_ROW_LINE_GAP;
}

/* Text of as many lines as it needs in this width. */
static int
find_after (ImpIrritantRowView *self, int y, ImpRowText text, int width)
{
  return y + measure_height (imp_irritant_row_view_fit (self, text, width)) + IMP_ROW_LINE_GAP;
}

/* All below each other: the hours with the range, the quiet text, payback, state. */
static int
stack_all (ImpIrritantRowView *self, int width, ImpRowLines *lines)
{
  lines->hours = lines->quiet;
  lines->quiet = find_next (self, lines->hours, IMP_ROW_TEXT_HOURS);
  lines->payback = find_after (self, lines->quiet, IMP_ROW_TEXT_QUIET, width);
  lines->state = find_after (self, lines->payback, IMP_ROW_TEXT_PAYBACK, width);
  return find_after (self, lines->state, IMP_ROW_TEXT_STATE, width);
}

/* Three lines: hours beside the title, the range beside the quiet line. */
static int
stack_compact (ImpIrritantRowView *self, ImpRowLines *lines)
{
  lines->end = lines->quiet;
  lines->payback = lines->state = find_next (self, lines->quiet, IMP_ROW_TEXT_QUIET);
  return MAX (find_next (self, lines->payback, IMP_ROW_TEXT_PAYBACK),
              find_next (self, lines->payback, IMP_ROW_TEXT_STATE));
}

/* Columns of two lines each beside title and quiet line. */
static int
stack_wide (ImpIrritantRowView *self, ImpRowLines *lines)
{
  lines->end = MAX (find_next (self, IMP_ROW_PADDING, IMP_ROW_TEXT_HOURS),
                    find_next (self, IMP_ROW_PADDING, IMP_ROW_TEXT_PAYBACK));
  return MAX (find_next (self, lines->quiet, IMP_ROW_TEXT_QUIET),
              find_next (self, lines->end, IMP_ROW_TEXT_STATE));
}

static int
stack_below_title (ImpIrritantRowView *self, int title_width, ImpRowLines *lines)
{
  if (self->stacked)
    return stack_all (self, title_width, lines);
  return imp_row_look_get_compact (self->look) ? stack_compact (self, lines)
                                               : stack_wide (self, lines);
}

/* The title may need more lines than one. */
static void
stack_lines (ImpIrritantRowView *self, int width, ImpRowLines *lines)
{
  const int title_width = imp_irritant_row_view_get_title_width (self, width);

  lines->hours = IMP_ROW_PADDING;
  lines->quiet = find_after (self, IMP_ROW_PADDING, IMP_ROW_TEXT_TITLE, title_width);
  lines->found = stack_below_title (self, title_width, lines);
  lines->height = lines->found - IMP_ROW_LINE_GAP + IMP_ROW_PADDING;
  if (imp_row_text_is_found (self->row))
    lines->height =
        find_next (self, lines->found, IMP_ROW_TEXT_FOUND) - IMP_ROW_LINE_GAP + IMP_ROW_PADDING;
}

/* Its texts wrap otherwise. */
static void
choose_columns (ImpIrritantRowView *self, int width)
{
  const int room = width - imp_irritant_row_view_get_text_start (self) - IMP_ROW_MARGIN_END;
  const gboolean stacked = imp_row_look_get_compact (self->look)
                           && room < imp_irritant_row_view_get_column (self, MIN_TEXT_WIDTH);

  if (self->stacked == stacked)
    return;
  self->stacked = stacked;
  imp_irritant_row_view_forget_texts (self);
}

/* A row that is not there yet is as high as one with a title of one line. */
const ImpRowLines *
imp_irritant_row_view_get_lines (ImpIrritantRowView *self, int width)
{
  if (width != self->measured_width)
    {
      choose_columns (self, width);
      stack_lines (self, width, &self->lines);
      self->measured_width = width;
    }
  return &self->lines;
}
