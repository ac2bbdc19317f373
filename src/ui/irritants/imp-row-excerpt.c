/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a search found stays in sight where there is no room for the whole text. */
#include "config.h"

#include "ui/irritants/imp-row-excerpt.h"

#include <string.h>

#define ELLIPSIS    "…"
#define LEFT_OUT    ELLIPSIS " "
#define LTR_MARK    "\u200e"
#define RTL_MARK    "\u200f"
#define EXCERPT_KEY "imp-row-excerpt"

/* What must be in sight, in bytes of the text; end: of its word. */
typedef struct
{
  guint start, end;
} Found;

static gboolean
find_mark (PangoLayout *layout, Found *found)
{
  g_autoptr (PangoAttrIterator) iter =
      pango_attr_list_get_iterator (pango_layout_get_attributes (layout));

  do
    {
      int start, end;

      pango_attr_iterator_range (iter, &start, &end);
      *found = (Found) { (guint) start, (guint) end };
      if (pango_attr_iterator_get (iter, PANGO_ATTR_UNDERLINE) != NULL)
        return TRUE;
    }
  while (pango_attr_iterator_next (iter));
  return FALSE;
}

/* The places, in bytes, where the text may begin: words before the mark, and the mark. */
static GArray *
list_beginnings (PangoLayout *layout, Found *found)
{
  const char *text = pango_layout_get_text (layout), *p = text;
  GArray *beginnings = g_array_new (FALSE, FALSE, sizeof (guint));
  int n;
  const PangoLogAttr *attributes = pango_layout_get_log_attrs_readonly (layout, &n);

  for (int i = 0; i < n && p - text < found->start; i++, p = g_utf8_next_char (p))
    if (attributes[i].is_word_start)
      {
        const guint at = (guint) (p - text);

        g_array_append_val (beginnings, at);
      }
  g_array_append_val (beginnings, found->start);
  for (int i = (int) g_utf8_pointer_to_offset (text, text + found->end);
       i < n && text[found->end] != '\0' && !attributes[i].is_word_end; i++)
    found->end = (guint) (g_utf8_next_char (text + found->end) - text);
  return beginnings;
}

/* Those of the text from `from` on, with `n_before` bytes before it. */
static PangoAttrList *
move_attributes (PangoAttrList *attributes, guint from, guint n_before)
{
  PangoAttrList *moved = pango_attr_list_new ();
  GSList *all = pango_attr_list_get_attributes (attributes);

  for (GSList *l = all; l != NULL; l = l->next)
    {
      PangoAttribute *attribute = l->data;

      if (attribute->end_index <= from)
        {
          pango_attribute_destroy (attribute);
          continue;
        }
      if (attribute->start_index > 0)
        attribute->start_index = MAX (attribute->start_index, from) - from + n_before;
      if (attribute->end_index != PANGO_ATTR_INDEX_TO_TEXT_END)
        attribute->end_index += n_before - from;
      pango_attr_list_insert (moved, attribute);
    }
  g_slist_free (all);
  return moved;
}

static void
replace_beginning (PangoLayout *layout, guint from, const char *left_out)
{
  const char *rest = pango_layout_get_text (layout) + from;
  g_autofree char *text = g_strconcat (left_out, rest, NULL);
  g_autoptr (PangoAttrList) attributes =
      move_attributes (pango_layout_get_attributes (layout), from, (guint) strlen (left_out));

  pango_layout_set_text (layout, text, -1);
  pango_layout_set_attributes (layout, attributes);
}

static PangoDirection
get_direction (PangoLayout *layout)
{
  return pango_layout_line_get_resolved_direction (pango_layout_get_line_readonly (layout, 0));
}

/* What is left reads in the direction of the whole text. */
static void
begin_at (PangoLayout *layout, guint from)
{
  const PangoDirection whole = get_direction (layout);

  replace_beginning (layout, from, LEFT_OUT);
  if (get_direction (layout) != whole)
    replace_beginning (layout, 0, whole == PANGO_DIRECTION_RTL ? RTL_MARK : LTR_MARK);
}

/* Whether there is room for the text from `from` to `end`, with what says that there is more. */
static gboolean
has_room (PangoLayout *layout, guint from, guint end)
{
  g_autoptr (PangoLayout) part = pango_layout_copy (layout);
  const char *text = pango_layout_get_text (layout);
  g_autofree char *beginning = g_strndup (text, end);
  g_autofree char *words = g_strconcat (beginning, text[end] != '\0' ? ELLIPSIS : "", NULL);

  pango_layout_set_text (part, words, -1);
  if (from > 0)
    begin_at (part, from);
  return !pango_layout_is_ellipsized (part);
}

/* The first one from which on there is room: the later the beginning, the shorter the text. */
static guint
choose_beginning (PangoLayout *layout, const GArray *beginnings, guint end)
{
  guint low = 0, high = beginnings->len - 1;

  while (low < high)
    {
      const guint middle = (low + high) / 2;

      if (has_room (layout, g_array_index (beginnings, guint, middle), end))
        high = middle;
      else
        low = middle + 1;
    }
  return g_array_index (beginnings, guint, low);
}

void
imp_row_excerpt_apply (PangoLayout *layout)
{
  g_autoptr (GArray) beginnings = NULL;
  Found found;
  guint from;

  if (!find_mark (layout, &found) || !pango_layout_is_ellipsized (layout))
    return;
  beginnings = list_beginnings (layout, &found);
  if (has_room (layout, 0, found.end))
    return;
  from = choose_beginning (layout, beginnings, found.end);
  if (from == 0)
    return;
  begin_at (layout, from);
  g_object_set_data (G_OBJECT (layout), EXCERPT_KEY, layout);
}

gboolean
imp_row_excerpt_is_one (PangoLayout *layout)
{
  return g_object_get_data (G_OBJECT (layout), EXCERPT_KEY) != NULL;
}
