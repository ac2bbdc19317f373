/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The type of printed pages. */
#include "config.h"

#include "publish/imp-type.h"

#include <string.h>

#include "publish/imp-language.h"
#include "publish/imp-rich.h"
#include "publish/imp-wrap.h"

#define FAMILY         "Adwaita Sans,Inter,sans-serif"
#define DISPLAY_FAMILY "Inter Display," FAMILY
#define HEADING_WEIGHT ((PangoWeight) 650)
#define MAX_PARAGRAPH  4000 /* bytes; Pango measures in integers, which much longer ones overflow */
#define DISPLAY_SIZE   16   /* points from which the display cut is used */

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
  [IMP_STYLE_LEAD] = { 11.5, 15.75, PANGO_WEIGHT_NORMAL, IMP_INK_TEXT },
  [IMP_STYLE_DATE] = { 10, 14, PANGO_WEIGHT_SEMIBOLD, IMP_INK_ACCENT, .tabular = TRUE },
  [IMP_STYLE_NUMBER] = { 8, 14, PANGO_WEIGHT_BOLD, IMP_INK_TEXT, .tabular = TRUE },
  [IMP_STYLE_NUMBER_INK] = { 8, 14, PANGO_WEIGHT_BOLD, IMP_INK_PAPER, .tabular = TRUE },
  [IMP_STYLE_QUESTION] = { 12.5, 17, PANGO_WEIGHT_MEDIUM, IMP_INK_ACCENT, 0, TRUE },
  [IMP_STYLE_LIST_TITLE] = { 16, 21, PANGO_WEIGHT_BOLD, IMP_INK_TEXT, -0.3 },
  [IMP_STYLE_LIST_SUM] = { 8.5, 12.25, PANGO_WEIGHT_NORMAL, IMP_INK_TEXT },
  [IMP_STYLE_TABLE_HEAD] = { 7.5, 10.5, PANGO_WEIGHT_SEMIBOLD, IMP_INK_GREY },
  [IMP_STYLE_TABLE] = { 7.75, 9.9, PANGO_WEIGHT_NORMAL, IMP_INK_TEXT },
  [IMP_STYLE_TABLE_TITLE] = { 8.5, 9.9, PANGO_WEIGHT_SEMIBOLD, IMP_INK_TEXT },
  [IMP_STYLE_TABLE_SITE] = { 7.75, 9.9, PANGO_WEIGHT_NORMAL, IMP_INK_GREY },
  [IMP_STYLE_TABLE_RANK] = { 10, 14, PANGO_WEIGHT_BOLD, IMP_INK_TEXT, .tabular = TRUE },
  [IMP_STYLE_TABLE_HOURS] = { 10, 14, PANGO_WEIGHT_BOLD, IMP_INK_TEXT, .tabular = TRUE },
  [IMP_STYLE_TABLE_NUMBER] = { 8.5, 14, PANGO_WEIGHT_NORMAL, IMP_INK_TEXT, .tabular = TRUE },
  [IMP_STYLE_TABLE_UNSEEN] = { 5, 7, PANGO_WEIGHT_NORMAL, IMP_INK_PAPER },
  [IMP_STYLE_TABLE_SCORE] = { 10, 14, PANGO_WEIGHT_NORMAL, IMP_INK_TEXT, .tabular = TRUE },
};

/* A page looks the same on every device: outlines without hints, positions not rounded. */
static PangoContext *
create_context (PangoFontMap *fonts)
{
  PangoContext *context = pango_font_map_create_context (fonts);
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

static ImpType *
create_type (const char *language, PangoFontMap *fonts)
{
  ImpType *self = g_new0 (ImpType, 1);
  g_autofree char *tag = imp_language_to_tag (language);
  gboolean arabic = imp_language_get_script (tag) == PANGO_SCRIPT_ARABIC;

  self->context = create_context (fonts);
  pango_context_set_language (self->context, pango_language_from_string (tag));
  pango_context_set_base_dir (self->context, imp_language_is_rtl (tag) ? PANGO_DIRECTION_RTL
                                                                       : PANGO_DIRECTION_LTR);
  self->scale = arabic ? 1.08 : 1;
  self->title_leading = arabic ? 1.17 : 1;
  self->italics = imp_language_has_italics (tag);
  return self;
}

ImpType *
imp_type_new (const char *language)
{
  return create_type (language, pango_cairo_font_map_get_default ());
}

/* The default ones are those of a thread, also of one that has gone back to its pool and lays out
 * something else. */
ImpType *
imp_type_new_apart (const char *language)
{
  g_autoptr (PangoFontMap) fonts = pango_cairo_font_map_new ();

  return create_type (language, fonts);
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

/* A paragraph ends in a blank too, so that words read aloud or copied do not run together. One
 * that is too long is clipped, or divided at a blank. */
static void
append_run (GString *text, const char *run, gboolean clip)
{
  const char *newline = strrchr (text->str, '\n');
  gsize length = newline != NULL ? strlen (newline + 1) : text->len;

  for (const char *p = run; *p != '\0' && !(clip && length >= MAX_PARAGRAPH);
       p = g_utf8_next_char (p))
    {
      gsize size = (gsize) (g_utf8_next_char (p) - p);
      gboolean full = length >= MAX_PARAGRAPH && (*p == ' ' || length >= 2 * MAX_PARAGRAPH);

      g_string_append_len (text, *p == '\n' ? " \n" : p, *p == '\n' ? 2 : (gssize) size);
      if (full)
        g_string_append_c (text, '\n');
      length = *p == '\n' || full ? 0 : length + size;
    }
}

static void
set_rich_text (PangoLayout *layout, const Style *style, const char *rich, gboolean clip)
{
  g_autoptr (GString) text = g_string_new (NULL);
  PangoAttrList *attributes = create_attributes (style);
  g_autofree char *run = NULL;
  gboolean strong;

  while ((run = imp_rich_next_run (&rich, &strong)) != NULL)
    {
      guint start = (guint) text->len;

      append_run (text, run, clip);
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
create_layout (ImpType *self, ImpStyle style, const char *rich, gboolean clip)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = describe_font (self, &styles[style]);

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  set_rich_text (layout, &styles[style], rich, clip);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

double
imp_type_measure (ImpType *self, ImpStyle style, const char *rich)
{
  g_autoptr (PangoLayout) layout = create_layout (self, style, rich, TRUE);
  int width, height;

  pango_layout_get_size (layout, &width, &height);
  return (double) width / PANGO_SCALE;
}

PangoLayout *
imp_type_set (ImpType *self,
              ImpStyle style,
              const char *rich,
              double width,
              ImpWrap wrap,
              int max_lines)
{
  gboolean clip = wrap == IMP_WRAP_ONE_LINE || max_lines > 0;
  PangoLayout *layout = create_layout (self, style, rich, clip);

  pango_layout_set_width (layout, (int) (MAX (width, 10) * PANGO_SCALE));
  if (clip)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (layout, wrap == IMP_WRAP_ONE_LINE ? -1 : -max_lines);
    }
  if (pango_layout_is_ellipsized (layout))
    return layout;
  if (wrap == IMP_WRAP_PARAGRAPH)
    imp_wrap_paragraph (layout, width);
  else if (wrap == IMP_WRAP_BALANCED)
    imp_wrap_balanced (layout, width);
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
    [IMP_INK_TEXT] = 0x171a1c,  [IMP_INK_ACCENT] = 0x0a4a6b, [IMP_INK_GREY] = 0x54595e,
    [IMP_INK_LIGHT] = 0xb2b8bd, [IMP_INK_PAPER] = 0xffffff,
  };
  guint32 rgb = colours[ink];

  cairo_set_source_rgb (cr, (rgb >> 16) / 255.0, ((rgb >> 8) & 0xff) / 255.0, (rgb & 0xff) / 255.0);
}
