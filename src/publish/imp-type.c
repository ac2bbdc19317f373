/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The type of printed pages. */
#include "config.h"

#include "publish/imp-type.h"

#include <string.h>

#include "publish/imp-rich.h"

#define FAMILY         "Adwaita Sans,Inter,sans-serif"
#define DISPLAY_FAMILY "Inter Display," FAMILY
#define HEADING_WEIGHT ((PangoWeight) 650)
#define DISPLAY_SIZE   16 /* points from which the display cut is used */

struct _ImpType
{
  PangoContext *context;
  double scale;         /* of sizes; some scripts look smaller at the same size */
  double title_leading; /* times that of the table */
  gboolean italics;     /* the script has them */
};

typedef struct
{
  double size, leading;
  PangoWeight weight;
  ImpInk ink;
  double tracking; /* points between letters */
  gboolean italic;
  gboolean tabular; /* figures of one width */
} Style;

static const Style styles[] = {
  [IMP_STYLE_SERIES] = { 10, 14, HEADING_WEIGHT, IMP_INK_TEXT },
  [IMP_STYLE_MASTHEAD] = { 10, 14, PANGO_WEIGHT_NORMAL, IMP_INK_GREY, .tabular = TRUE },
  [IMP_STYLE_TITLE] = { 27, 31.5, PANGO_WEIGHT_BOLD, IMP_INK_TEXT, -0.3 },
  [IMP_STYLE_SUM] = { 13, 17.5, PANGO_WEIGHT_NORMAL, IMP_INK_TEXT },
  [IMP_STYLE_NUMERAL] = { 32, 35, PANGO_WEIGHT_BOLD, IMP_INK_ACCENT },
  [IMP_STYLE_HEADING] = { 12.5, 17.5, HEADING_WEIGHT, IMP_INK_TEXT },
  [IMP_STYLE_ITEM] = { 12.5, 14, HEADING_WEIGHT, IMP_INK_TEXT },
  [IMP_STYLE_BODY] = { 10, 14, PANGO_WEIGHT_NORMAL, IMP_INK_TEXT },
  [IMP_STYLE_BODY_STRONG] = { 10, 14, PANGO_WEIGHT_SEMIBOLD, IMP_INK_TEXT },
  [IMP_STYLE_QUOTE] = { 10, 14, PANGO_WEIGHT_NORMAL, IMP_INK_TEXT, 0, TRUE },
  [IMP_STYLE_CREDIT] = { 9, 14, PANGO_WEIGHT_NORMAL, IMP_INK_GREY },
  [IMP_STYLE_LIST] = { 9.5, 14, PANGO_WEIGHT_NORMAL, IMP_INK_TEXT },
  [IMP_STYLE_LIST_STRONG] = { 9.5, 14, PANGO_WEIGHT_BOLD, IMP_INK_TEXT },
  [IMP_STYLE_COLUMN] = { 8.5, 14, PANGO_WEIGHT_NORMAL, IMP_INK_TEXT, .tabular = TRUE },
  [IMP_STYLE_COLUMN_GREY] = { 8.5, 14, PANGO_WEIGHT_NORMAL, IMP_INK_GREY, .tabular = TRUE },
  [IMP_STYLE_LABEL] = { 8.5, 14, PANGO_WEIGHT_SEMIBOLD, IMP_INK_ACCENT, .tabular = TRUE },
  [IMP_STYLE_LABEL_GREY] = { 8.5, 14, PANGO_WEIGHT_SEMIBOLD, IMP_INK_GREY },
  [IMP_STYLE_RAIL] = { 8.5, 14, PANGO_WEIGHT_NORMAL, IMP_INK_TEXT },
  [IMP_STYLE_UNIT] = { 8.5, 10.5, PANGO_WEIGHT_NORMAL, IMP_INK_TEXT },
  [IMP_STYLE_NOTE] = { 8.5, 12.25, PANGO_WEIGHT_NORMAL, IMP_INK_GREY, .tabular = TRUE },
  [IMP_STYLE_RUNNING] = { 8.5, 14, PANGO_WEIGHT_SEMIBOLD, IMP_INK_TEXT },
  [IMP_STYLE_FOOT] = { 7.5, 10.5, PANGO_WEIGHT_NORMAL, IMP_INK_GREY, .tabular = TRUE },
};

static PangoScript
find_script (PangoLanguage *language)
{
  int n_scripts = 0;
  const PangoScript *scripts = pango_language_get_scripts (language, &n_scripts);

  return n_scripts > 0 ? scripts[0] : PANGO_SCRIPT_LATIN;
}

static gboolean
is_rtl_script (PangoScript script)
{
  return script == PANGO_SCRIPT_ARABIC || script == PANGO_SCRIPT_HEBREW
         || script == PANGO_SCRIPT_SYRIAC || script == PANGO_SCRIPT_THAANA
         || script == PANGO_SCRIPT_NKO;
}

static gboolean
has_italics (PangoScript script)
{
  return script == PANGO_SCRIPT_LATIN || script == PANGO_SCRIPT_CYRILLIC
         || script == PANGO_SCRIPT_GREEK;
}

/* A page looks the same on every device: outlines without hints, positions not rounded. */
static PangoContext *
create_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  return context;
}

ImpType *
imp_type_new (const char *language)
{
  ImpType *self = g_new0 (ImpType, 1);
  PangoLanguage *pango_language = language != NULL && *language != '\0'
                                      ? pango_language_from_string (language)
                                      : pango_language_get_default ();
  PangoScript script = find_script (pango_language);
  gboolean arabic = script == PANGO_SCRIPT_ARABIC;

  self->context = create_context ();
  pango_context_set_language (self->context, pango_language);
  pango_context_set_base_dir (self->context,
                              is_rtl_script (script) ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  self->scale = arabic ? 1.08 : 1;
  self->title_leading = arabic ? 1.17 : 1;
  self->italics = has_italics (script);
  return self;
}

void
imp_type_free (ImpType *self)
{
  g_object_unref (self->context);
  g_free (self);
}

gboolean
imp_type_is_rtl (const ImpType *self)
{
  return pango_context_get_base_dir (self->context) == PANGO_DIRECTION_RTL;
}

static PangoFontDescription *
describe_font (const ImpType *self, const Style *style)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font,
                                            style->size >= DISPLAY_SIZE ? DISPLAY_FAMILY : FAMILY);
  pango_font_description_set_absolute_size (font, style->size * self->scale * PANGO_SCALE);
  pango_font_description_set_weight (font, style->weight);
  if (style->italic && self->italics)
    pango_font_description_set_style (font, PANGO_STYLE_ITALIC);
  return font;
}

static void
insert_attribute (PangoAttrList *attributes, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

static PangoAttrList *
create_attributes (const Style *style)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  if (style->tracking != 0)
    pango_attr_list_insert (attributes,
                            pango_attr_letter_spacing_new ((int) (style->tracking * PANGO_SCALE)));
  if (style->tabular)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  return attributes;
}

static PangoWeight
get_strong_weight (const Style *style)
{
  if (style == &styles[IMP_STYLE_SUM] || style == &styles[IMP_STYLE_LIST])
    return PANGO_WEIGHT_BOLD;
  return MAX (style->weight, PANGO_WEIGHT_SEMIBOLD);
}

/* A paragraph ends in a blank too, so that words read aloud or copied do not run together. */
static void
append_run (GString *text, const char *run)
{
  for (const char *p = run; *p != '\0'; p++)
    {
      if (*p == '\n')
        g_string_append_c (text, ' ');
      g_string_append_c (text, *p);
    }
}

static void
set_rich_text (PangoLayout *layout, const Style *style, const char *rich)
{
  g_autoptr (GString) text = g_string_new (NULL);
  PangoAttrList *attributes = create_attributes (style);
  g_autofree char *run = NULL;
  gboolean strong;

  while ((run = imp_rich_next_run (&rich, &strong)) != NULL)
    {
      guint start = (guint) text->len;

      append_run (text, run);
      g_clear_pointer (&run, g_free);
      if (strong)
        insert_attribute (attributes, pango_attr_weight_new (get_strong_weight (style)), start,
                          (guint) text->len);
    }
  pango_layout_set_text (layout, text->str, (int) text->len);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

static PangoLayout *
create_layout (ImpType *self, ImpStyle style, const char *rich)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = describe_font (self, &styles[style]);

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  set_rich_text (layout, &styles[style], rich);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

double
imp_type_measure (ImpType *self, ImpStyle style, const char *rich)
{
  g_autoptr (PangoLayout) layout = create_layout (self, style, rich);
  int width, height;

  pango_layout_get_size (layout, &width, &height);
  return (double) width / PANGO_SCALE;
}

static double
get_line_width (PangoLayout *layout, int n)
{
  PangoRectangle extents;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, n), NULL, &extents);
  return (double) extents.width / PANGO_SCALE;
}

static void
set_width (PangoLayout *layout, double width)
{
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
}

/* The last line has one word, or less than 30 % of the measure. */
static gboolean
ends_short (PangoLayout *layout, double width)
{
  int n = pango_layout_get_line_count (layout) - 1;
  const PangoLayoutLine *line = pango_layout_get_line_readonly (layout, n);
  const char *text = pango_layout_get_text (layout) + line->start_index;

  return memchr (text, ' ', (gsize) line->length) == NULL
         || get_line_width (layout, n) < 0.3 * width;
}

/* Narrower, step by step, while the number of lines stays; back to full width if that is no help.
 * Long paragraphs are left alone: there the last line is not what is seen. */
static void
avoid_short_end (PangoLayout *layout, double width)
{
  int n_lines = pango_layout_get_line_count (layout);

  if (n_lines < 2 || n_lines > 12)
    return;
  for (double narrower = width; narrower > width / 2; narrower -= 3.5)
    {
      set_width (layout, narrower);
      if (pango_layout_get_line_count (layout) > n_lines)
        break;
      if (!ends_short (layout, width))
        return;
    }
  set_width (layout, width);
}

/* The narrowest width that keeps the number of lines makes them as even as they can be. */
static void
even_out (PangoLayout *layout, double width)
{
  int n_lines = pango_layout_get_line_count (layout);
  double narrow = width / 2;
  double wide = width;

  if (n_lines < 2)
    return;
  while (wide - narrow > 1)
    {
      double middle = (wide + narrow) / 2;

      set_width (layout, middle);
      if (pango_layout_get_line_count (layout) > n_lines)
        narrow = middle;
      else
        wide = middle;
    }
  set_width (layout, wide);
}

static gboolean
is_clause_end (gunichar c)
{
  return c == ',' || c == ';' || c == ':' || c == 0x60c || c == 0x61b || c == 0x3001 || c == 0xff0c
         || c == 0xff1a || c == 0xff1b;
}

/* How far from the line's start edge a byte stands. */
static double
get_x (PangoLayoutLine *line, double line_width, int index)
{
  int x;

  pango_layout_line_index_to_x (line, index, FALSE, &x);
  if (pango_layout_line_get_resolved_direction (line) == PANGO_DIRECTION_RTL)
    return line_width - (double) x / PANGO_SCALE;
  return (double) x / PANGO_SCALE;
}

/* Where to break a text in two after a clause, both halves within the width: the most even place,
 * as the byte of the blank; -1 if there is none. */
static int
find_clause_break (PangoLayout *layout, double width)
{
  const char *text = pango_layout_get_text (layout);
  PangoLayoutLine *line;
  double total, best;
  int found = -1;

  pango_layout_set_width (layout, -1);
  line = pango_layout_get_line_readonly (layout, 0);
  total = best = get_line_width (layout, 0);
  for (const char *p = strchr (text, ' '); p != NULL; p = strchr (p + 1, ' '))
    {
      double first = get_x (line, total, (int) (p - text));

      if (p > text && is_clause_end (g_utf8_get_char (g_utf8_prev_char (p)))
          && MAX (first, total - first) <= width && ABS (total - 2 * first) < best)
        {
          best = ABS (total - 2 * first);
          found = (int) (p - text);
        }
    }
  set_width (layout, width);
  return found;
}

static void
balance (PangoLayout *layout, double width)
{
  g_autoptr (GString) text = NULL;
  int at;

  if (pango_layout_get_line_count (layout) != 2)
    {
      even_out (layout, width);
      return;
    }
  at = find_clause_break (layout, width);
  if (at < 0)
    {
      even_out (layout, width);
      return;
    }
  text = g_string_new (pango_layout_get_text (layout));
  g_string_insert_c (text, at + 1, '\n');
  pango_layout_set_text (layout, text->str, (int) text->len);
}

PangoLayout *
imp_type_set (ImpType *self,
              ImpStyle style,
              const char *rich,
              double width,
              ImpWrap wrap,
              int max_lines)
{
  PangoLayout *layout = create_layout (self, style, rich);

  set_width (layout, MAX (width, 10));
  if (wrap == IMP_WRAP_ONE_LINE || max_lines > 0)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (layout, wrap == IMP_WRAP_ONE_LINE ? -1 : -max_lines);
    }
  if (max_lines > 0 && pango_layout_get_line_count (layout) >= max_lines)
    return layout;
  if (wrap == IMP_WRAP_PARAGRAPH)
    avoid_short_end (layout, width);
  else if (wrap == IMP_WRAP_BALANCED)
    balance (layout, width);
  return layout;
}

double
imp_type_get_leading (const ImpType *self, ImpStyle style)
{
  return styles[style].leading * (style == IMP_STYLE_TITLE ? self->title_leading : 1);
}

ImpInk
imp_style_get_ink (ImpStyle style)
{
  return styles[style].ink;
}

void
imp_ink_set (ImpInk ink, cairo_t *cr)
{
  static const guint32 colours[] = {
    [IMP_INK_TEXT] = 0x171a1c,
    [IMP_INK_ACCENT] = 0x0a4a6b,
    [IMP_INK_GREY] = 0x54595e,
  };
  guint32 rgb = colours[ink];

  cairo_set_source_rgb (cr, (rgb >> 16) / 255.0, ((rgb >> 8) & 0xff) / 255.0, (rgb & 0xff) / 255.0);
}
