/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The layouts of a row of the ranked list. */
#include "config.h"

#include "ui/irritants/imp-irritant-row-view-private.h"

#include <pango/pangocairo.h>

#define RANK_WIDTH  20
#define DIGIT_WIDTH 10

static PangoLayout *
create_layout (ImpIrritantRowView *self, ImpRowText text)
{
  gboolean compact = imp_row_look_get_compact (self->look);
  g_autofree char *words = imp_row_text_dup (self->row, text, compact);
  g_autoptr (PangoAttrList) attributes = imp_row_text_create_attributes (self->row, text, compact);
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
  PangoLayout *layout = imp_irritant_row_view_get_layout (self, text);
  int width;

  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

int
imp_irritant_row_view_get_text_height (ImpIrritantRowView *self, ImpRowText text)
{
  int height;

  pango_layout_get_pixel_size (imp_irritant_row_view_get_layout (self, text), NULL, &height);
  return height;
}

guint
imp_irritant_row_view_hash_font (ImpIrritantRowView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));

  return pango_font_description_hash (pango_context_get_font_description (context))
         ^ (guint) (pango_cairo_context_get_resolution (context) * 16);
}

static int
measure_caption (ImpIrritantRowView *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "0");
  g_autoptr (PangoAttrList) attributes = imp_row_text_create_caption ();
  int height;

  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

/* The same in all rows, so that those out of sight need no layout of a line. */
int
imp_irritant_row_view_get_caption_height (ImpIrritantRowView *self)
{
  guint font = imp_irritant_row_view_hash_font (self);
  int height = imp_row_look_get_caption_height (self->look, font);

  if (height == 0)
    {
      height = measure_caption (self);
      imp_row_look_set_caption_height (self->look, font, height);
    }
  return height;
}

/* The rank column is as wide as the largest rank needs. */
int
imp_irritant_row_view_get_text_start (ImpIrritantRowView *self)
{
  int n_digits = (int) imp_row_look_get_n_digits (self->look);

  return IMP_ROW_PADDING + MAX (RANK_WIDTH, n_digits * DIGIT_WIDTH) + IMP_ROW_RANK_GAP;
}

int
imp_irritant_row_view_get_title_width (ImpIrritantRowView *self, int width)
{
  int taken = imp_irritant_row_view_get_text_start (self) + IMP_ROW_MARGIN_END + IMP_ROW_GAP;

  if (imp_row_look_get_compact (self->look))
    taken += imp_irritant_row_view_get_text_width (self, IMP_ROW_TEXT_HOURS);
  else
    taken += IMP_ROW_MARK_WIDTH + IMP_ROW_GAP + IMP_ROW_PAYBACK_WIDTH;
  return MAX (width - taken, 60);
}
