/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The groups of the ranked list, set apart by a heading each: what is pinned, what is about the
 * same, what nobody was asked about. */
#include "config.h"

#include "ui/irritants/imp-ranked-view-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define SPACE_ABOVE 15 /* pixels, from the group before to the heading */
#define SPACE_BELOW 6
#define SPACE_TOP   9  /* above the first heading */
#define INDENT      12 /* as the titles of a boxed list */
#define WORDS_GAP   9
#define QUIET_ALPHA 0.74f

#define UNASKED G_MAXUINT

/* Higher for every group further down; 0 where the order has none. */
static guint
get_group (ImpRankedView *self, guint position)
{
  const ImpPlace place = imp_irritant_list_get_place (self->list, position);

  if (place.unasked)
    return UNASKED;
  return self->grouped ? place.group_first : 0;
}

static gboolean
is_pinned (ImpRankedView *self, guint position)
{
  return imp_irritant_list_get_place (self->list, position).pinned;
}

/* A steady list keeps a row where it was read, whatever its rank is by now. */
static gboolean
is_stray (ImpRankedView *self, guint position)
{
  return imp_irritant_list_get_place (self->list, position).stray;
}

/* The next one on that side that is no stray; the position itself where there is none. */
static guint
find_settled (ImpRankedView *self, guint position, int step)
{
  const guint n = imp_ranked_view_count (self);
  guint settled = position;

  while (settled < n && !is_pinned (self, settled) && is_stray (self, settled))
    settled += step; /* below 0 is beyond the end, too */
  return settled < n && !is_pinned (self, settled) ? settled : position;
}

/* What is pinned is a group, whatever the order. A stray begins none, and those around it stay
 * together. */
gboolean
imp_ranked_view_starts_group (ImpRankedView *self, guint position)
{
  guint before;

  if (position == 0 || is_pinned (self, position) != is_pinned (self, position - 1))
    return TRUE;
  if (is_pinned (self, position))
    return FALSE;
  before = find_settled (self, position - 1, -1);
  return !is_stray (self, position) && !is_stray (self, before)
         && get_group (self, position) > get_group (self, before);
}

gboolean
imp_ranked_view_ends_group (ImpRankedView *self, guint position)
{
  return position + 1 == imp_ranked_view_count (self)
         || imp_ranked_view_starts_group (self, position + 1);
}

static int
measure_line (ImpRankedView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  const int height = PANGO_PIXELS (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);
  return height;
}

static gboolean
has_words (ImpRankedView *self, guint position)
{
  return is_pinned (self, position) || get_group (self, position) > 0;
}

/* What follows the pinned is set apart from them, with or without words. */
int
imp_ranked_view_get_heading_height (ImpRankedView *self, guint position)
{
  if (!imp_ranked_view_starts_group (self, position))
    return 0;
  if (!has_words (self, position))
    return position == 0 ? 0 : SPACE_ABOVE;
  return measure_line (self) + SPACE_BELOW + (position == 0 ? SPACE_TOP : SPACE_ABOVE);
}

/* Returns its width. */
static int
draw_words (ImpRankedView *self,
            GtkSnapshot *snapshot,
            const char *words,
            PangoWeight weight,
            int x,
            double bottom,
            const GdkRGBA *color)
{
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int width, height;

  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (mirrored ? self->width - x - width : x,
                                                          (float) bottom - height));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
  return width;
}

static void
draw_ranks (ImpRankedView *self, GtkSnapshot *snapshot, const ImpPlacedRow *row, GdkRGBA color)
{
  const ImpPlace place =
      imp_irritant_list_get_place (self->list, find_settled (self, row->position, 1));
  /* also where filters leave one of its group */
  const gboolean alone =
      place.group_first == place.group_last || imp_ranked_view_ends_group (self, row->position);
  /* Translators: the ranks of a group in the list: "1 to 3", which are about the same. */
  g_autofree char *ranks =
      alone ? g_strdup_printf ("%'u", place.rank)
            : g_strdup_printf (_ ("%1$'u to %2$'u"), place.group_first, place.group_last);
  const double bottom = row->y + row->heading - SPACE_BELOW;
  const int width = draw_words (self, snapshot, ranks, PANGO_WEIGHT_BOLD, INDENT, bottom, &color);

  color.alpha *= QUIET_ALPHA;
  if (!alone)
    draw_words (self, snapshot, _ ("about the same"), PANGO_WEIGHT_NORMAL,
                INDENT + width + WORDS_GAP, bottom, &color);
}

/* NULL where the heading is of ranks. */
static const char *
get_heading (ImpRankedView *self, guint position)
{
  if (is_pinned (self, position))
    return _ ("Pinned");
  /* Translators: the heading above those that nobody was asked about. */
  return get_group (self, find_settled (self, position, 1)) == UNASKED ? _ ("Not Yet Asked") : NULL;
}

static void
draw_heading (ImpRankedView *self, GtkSnapshot *snapshot, const ImpPlacedRow *row, GdkRGBA color)
{
  const char *words = get_heading (self, row->position);

  if (words == NULL)
    draw_ranks (self, snapshot, row, color);
  else
    draw_words (self, snapshot, words, PANGO_WEIGHT_BOLD, INDENT,
                row->y + row->heading - SPACE_BELOW, &color);
}

void
imp_ranked_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ImpRankedView *self = IMP_RANKED_VIEW (widget);
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const ImpPlacedRow *row = &g_array_index (self->rows, ImpPlacedRow, i);

      if (row->heading > 0 && row->position < imp_ranked_view_count (self)
          && has_words (self, row->position))
        draw_heading (self, snapshot, row, color);
      gtk_widget_snapshot_child (widget, GTK_WIDGET (row->view), snapshot);
    }
}

void
imp_ranked_view_set_grouped (ImpRankedView *self, gboolean grouped)
{
  if (self->grouped == grouped)
    return;
  self->grouped = grouped;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
