/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Rows of the ranked list in any width, size of text, direction and contrast: nothing is cut off,
 * and what the search found is in sight. */
#include "config.h"

#include "ui-fixture.h"
#include "ui/irritants/imp-irritant-row-view-private.h"
#include "ui/irritants/imp-irritants-list.h"
#include "ui/irritants/imp-ranked-view-private.h"
#include "ui/irritants/imp-row-excerpt.h"

#define NARROWEST 300
#define WIDEST    700
#define PHONE     336 /* a row in a window of 360 */

/* How a row is looked at. */
typedef struct
{
  gboolean compact, mirrored, high_contrast;
  double scale;
} Looks;

static ImpItem
add (ImpChanges *changes, ImpKind kind, int field, const char *text)
{
  ImpItem item = imp_changes_add (changes, kind);

  imp_changes_set_text (changes, item, field, text);
  return item;
}

static void
add_irritant (ImpChanges *changes, const char *title, const char *said, const char *site)
{
  ImpItem irritant = add (changes, IMP_KIND_IRRITANT, IMP_IRRITANT_TITLE, title);
  ImpItem report = add (changes, IMP_KIND_REPORT, IMP_REPORT_WORDS, said);

  imp_changes_set_text (changes, irritant, IMP_IRRITANT_PEOPLE, "40 measured");
  imp_changes_set_text (changes, irritant, IMP_IRRITANT_OFTEN, "20 measured");
  imp_changes_set_text (changes, irritant, IMP_IRRITANT_MINUTES, "5 measured");
  imp_changes_set_item (changes, irritant, IMP_IRRITANT_OFFERING,
                        add (changes, IMP_KIND_OFFERING, IMP_OFFERING_NAME,
                             "Handheld scanners for the warehouse and the shop floor"));
  imp_changes_set_item (changes, report, IMP_REPORT_IRRITANT, irritant);
  imp_changes_set_item (changes, report, IMP_REPORT_SITE,
                        add (changes, IMP_KIND_SITE, IMP_SITE_NAME, site));
}

/* Letters of several fonts; each is found by a word of its offering. */
static void
fill_backlog (UiFixture *fixture)
{
  ImpChanges *changes = imp_changes_new ();
  ImpAwait await = { NULL };

  add_irritant (changes, "Doors stick", "The shop floor is wet", "Leeds, Lyon and Villeneuve");
  add_irritant (changes,
                "Scanner profile vanishes every Monday of a month, and each time somebody "
                "has to come and make it anew",
                "At the shop", "باريس");
  add_irritant (changes, "扫描仪每次换电池都会退出登录，要重新输入密码和工号才能继续",
                "เครื่องสแกนหลุด shop", "กรุงเทพมหานคร");
  imp_backlog_apply_async (fixture->backlog, changes, "Filled", NULL, imp_await_cb, &await);
  ui_finish_write (fixture, &await);
}

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

/* Until all that has changed is styled, laid out and drawn. */
static void
wait_for_frame (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean painted = FALSE;
  gulong handler =
      g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

static void
wait_for_answer (ImpRankedView *view)
{
  gboolean loading = TRUE;

  while (g_object_get (view->list, "loading", &loading, NULL), loading)
    g_main_context_iteration (NULL, TRUE);
  wait_for_frame (GTK_WIDGET (view));
}

static ImpRankedView *
show_found (UiFixture *fixture, const char *words)
{
  ImpIrritantsList *list = g_object_new (IMP_TYPE_IRRITANTS_LIST, NULL);
  ImpRankedView *view = IMP_RANKED_VIEW (ui_find_type (GTK_WIDGET (list), IMP_TYPE_RANKED_VIEW));

  fill_backlog (fixture);
  imp_irritants_list_set_backlog (list, fixture->backlog);
  ui_show (fixture, GTK_WIDGET (list));
  ui_wait_for (GTK_WIDGET (list), "Ranked by Impact");
  gtk_editable_set_text (GTK_EDITABLE (ui_find_type (GTK_WIDGET (list), GTK_TYPE_SEARCH_ENTRY)),
                         words);
  ui_wait_for (GTK_WIDGET (list), "3 found");
  wait_for_answer (view);
  return view;
}

static void
wear (const Looks *looks, GtkCssProvider *contrast, ImpRankedView *view)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (view));

  g_object_set (gtk_widget_get_settings (GTK_WIDGET (view)), "gtk-xft-dpi",
                (int) (96 * 1024 * looks->scale), NULL);
  gtk_widget_set_default_direction (looks->mirrored ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  if (looks->high_contrast)
    gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (contrast),
                                                GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  else
    gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (contrast));
  imp_row_look_set_compact (view->look, looks->compact);
  wait_for_frame (GTK_WIDGET (view));
}

static void
give_width (ImpIrritantRowView *row, int width)
{
  GtkAllocation place = { 0, 0, width, imp_irritant_row_view_get_height (row, width) };

  gtk_widget_size_allocate (GTK_WIDGET (row), &place, -1);
}

static void
assert_inside (ImpIrritantRowView *row, const Looks *looks)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  graphene_rect_t drawn;

  imp_irritant_row_view_draw (row, snapshot);
  node = gtk_snapshot_to_node (snapshot);
  gsk_render_node_get_bounds (node, &drawn);
  g_test_message ("compact %d, mirrored %d, contrast %d, text %.0f %%, width %d", looks->compact,
                  looks->mirrored, looks->high_contrast, 100 * looks->scale,
                  gtk_widget_get_width (GTK_WIDGET (row)));
  g_assert_cmpfloat (drawn.origin.y, >=, 0);
  g_assert_cmpfloat (drawn.origin.y + drawn.size.height, <=,
                     gtk_widget_get_height (GTK_WIDGET (row)) - IMP_ROW_PADDING + 1);
}

/* The letter at this byte stands where it says, and not behind an ellipsis. */
static gboolean
is_in_sight (PangoLayout *layout, int at)
{
  PangoRectangle place;
  int found, trailing;

  pango_layout_index_to_pos (layout, at, &place);
  pango_layout_xy_to_index (layout, place.x + place.width / 2, place.y + place.height / 2, &found,
                            &trailing);
  return found == at;
}

/* What stands out first, in bytes. */
static gboolean
find_mark (PangoLayout *layout, int *start, int *end)
{
  g_autoptr (PangoAttrIterator) iter =
      pango_attr_list_get_iterator (pango_layout_get_attributes (layout));

  do
    {
      pango_attr_iterator_range (iter, start, end);
      if (pango_attr_iterator_get (iter, PANGO_ATTR_UNDERLINE) != NULL)
        return TRUE;
    }
  while (pango_attr_iterator_next (iter));
  return FALSE;
}

static void
assert_mark_in_sight (PangoLayout *layout, const char *letters)
{
  const char *text = pango_layout_get_text (layout);
  g_autofree char *marked = NULL;
  int start, end;

  g_assert_true (find_mark (layout, &start, &end));
  marked = g_strndup (text + start, (gsize) (end - start));
  g_assert_cmpstr (marked, ==, letters);
  g_assert_true (is_in_sight (layout, start));
  g_assert_true (is_in_sight (layout, (int) (g_utf8_prev_char (text + end) - text)));
}

static void
look_at_row (ImpIrritantRowView *row, const Looks *looks)
{
  const int narrowest = looks->compact ? NARROWEST : (int) (NARROWEST * looks->scale);

  for (int width = narrowest; width < WIDEST * looks->scale; width += 23)
    {
      give_width (row, width);
      assert_inside (row, looks);
      assert_mark_in_sight (imp_irritant_row_view_get_layout (row, IMP_ROW_TEXT_QUIET), "shop");
    }
}

static void
look_at_all (ImpRankedView *view, GtkCssProvider *contrast, const Looks *looks)
{
  wear (looks, contrast, view);
  g_assert_cmpuint (view->rows->len, ==, 3);
  for (guint i = 0; i < view->rows->len; i++)
    look_at_row (g_array_index (view->rows, ImpPlacedRow, i).view, looks);
}

static void
test_nothing_is_cut_off (UiFixture *fixture, gconstpointer data)
{
  ImpRankedView *view = show_found (fixture, "shop");
  g_autoptr (GtkCssProvider) contrast = gtk_css_provider_new ();
  const Looks usual = { .scale = 1 };

  gtk_css_provider_load_from_resource (contrast, "/org/example/Improve/style-hc.css");
  for (guint i = 0; i < 24; i++)
    look_at_all (view, contrast,
                 &(Looks) { (i & 1) != 0, (i & 2) != 0, (i & 4) != 0, 1 + 0.5 * (i / 8) });
  wear (&usual, contrast, view);
}

/* All of the longest title stands there, and the hours have room. */
static void
test_hours_go_below_the_title (UiFixture *fixture, gconstpointer data)
{
  ImpRankedView *view = show_found (fixture, "shop");
  g_autoptr (GtkCssProvider) contrast = gtk_css_provider_new ();
  const Looks usual = { .compact = TRUE, .scale = 1 }, large = { .compact = TRUE, .scale = 2 };
  ImpIrritantRowView *row;

  wear (&usual, contrast, view);
  row = g_array_index (view->rows, ImpPlacedRow, 1).view;
  g_assert_cmpint (imp_irritant_row_view_get_lines (row, PHONE)->hours, ==, IMP_ROW_PADDING);
  wear (&large, contrast, view);
  row = g_array_index (view->rows, ImpPlacedRow, 0).view;
  g_assert_cmpint (imp_irritant_row_view_get_lines (row, PHONE)->hours, >, IMP_ROW_PADDING);
  g_assert_cmpint (imp_irritant_row_view_get_title_width (row, PHONE), >, PHONE * 2 / 3);
  wear (&(Looks) { .scale = 1 }, contrast, view);
}

static ImpImpact
create_impact (double low, double high)
{
  return (ImpImpact) { .low = low, .hours = (low + high) / 2, .high = high };
}

/* When the search is cleared the marks stand where they stood. */
static void
test_search_moves_no_axis (void)
{
  g_autoptr (ImpRowLook) look = imp_row_look_new ();
  const ImpImpact usual = create_impact (10, 100), found = create_impact (5, 500);

  imp_row_look_include (look, &usual, FALSE);
  g_assert_cmpfloat (imp_row_look_place (look, 100, TRUE), ==, 1);
  imp_row_look_include (look, &found, TRUE);
  g_assert_cmpfloat (imp_row_look_place (look, 10, FALSE), ==, 0);
  g_assert_cmpfloat (imp_row_look_place (look, 100, FALSE), ==, 1);
  g_assert_cmpfloat (imp_row_look_place (look, 5, TRUE), ==, 0);
  g_assert_cmpfloat (imp_row_look_place (look, 100, TRUE), <, 1);
}

/* Pango would lay it out again. */
static void
test_drawing_changes_no_layout (UiFixture *fixture, gconstpointer data)
{
  const ImpRowText texts[] = { IMP_ROW_TEXT_HOURS, IMP_ROW_TEXT_STATE };
  ImpRankedView *view = show_found (fixture, "shop");
  ImpIrritantRowView *row;
  guint serials[G_N_ELEMENTS (texts)];

  imp_row_look_set_compact (view->look, TRUE);
  wait_for_frame (GTK_WIDGET (view));
  row = g_array_index (view->rows, ImpPlacedRow, 0).view;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    serials[i] = pango_layout_get_serial (imp_irritant_row_view_get_layout (row, texts[i]));
  gtk_widget_queue_draw (GTK_WIDGET (row));
  wait_for_frame (GTK_WIDGET (view));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpuint (pango_layout_get_serial (imp_irritant_row_view_get_layout (row, texts[i])),
                      ==, serials[i]);
}

static PangoLayout *
lay_out (const char *text, const char *found, int width)
{
  PangoFontMap *fonts = pango_cairo_font_map_get_default ();
  g_autoptr (GObject) context = G_OBJECT (pango_font_map_create_context (fonts));
  PangoLayout *layout = pango_layout_new (PANGO_CONTEXT (context));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *mark = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);

  mark->start_index = (guint) (strstr (text, found) - text);
  mark->end_index = mark->start_index + (guint) strlen (found);
  pango_attr_list_insert (attributes, mark);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  return layout;
}

static int
measure (const char *text)
{
  g_autoptr (PangoLayout) layout = lay_out (text, text, -1);
  int width;

  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static void
assert_excerpt (const char *text, const char *found, int width, const char *expected)
{
  g_autoptr (PangoLayout) layout = lay_out (text, found, width);

  imp_row_excerpt_apply (layout);
  g_assert_cmpstr (pango_layout_get_text (layout), ==, expected);
  g_assert_cmpint (imp_row_excerpt_is_one (layout), ==, !g_str_equal (text, expected));
  assert_mark_in_sight (layout, found);
}

#define QUIET "8 voices · Leeds · Handheld scanners"

/* It reads as the whole text does, whatever stands at its beginning now. */
static void
test_excerpt_keeps_direction (void)
{
  const char *text = "Dana: הסורק מתנתק בכל בוקר";
  g_autoptr (PangoLayout) layout = lay_out (text, "בוקר", measure ("… בכל בוקר") + 1);

  g_assert_cmpint (pango_layout_get_direction (layout, 0), ==, PANGO_DIRECTION_LTR);
  imp_row_excerpt_apply (layout);
  g_assert_null (strstr (pango_layout_get_text (layout), "Dana"));
  g_assert_cmpint (pango_layout_get_direction (layout, 0), ==, PANGO_DIRECTION_LTR);
  assert_mark_in_sight (layout, "בוקר");
}

static void
test_excerpt_keeps_other_direction (void)
{
  const char *text = "דנה: The scanner is slow every morning";
  g_autoptr (PangoLayout) layout = lay_out (text, "morning", measure ("… every morning") + 1);

  g_assert_cmpint (pango_layout_get_direction (layout, 0), ==, PANGO_DIRECTION_RTL);
  imp_row_excerpt_apply (layout);
  g_assert_null (strstr (pango_layout_get_text (layout), "דנה"));
  g_assert_cmpint (pango_layout_get_direction (layout, 0), ==, PANGO_DIRECTION_RTL);
  assert_mark_in_sight (layout, "morning");
}

/* As much before it as there is room for, whole words; the word to its end. */
static void
test_excerpt (void)
{
  assert_excerpt (QUIET, "scan", measure (QUIET), QUIET);
  assert_excerpt (QUIET, "scan", measure (QUIET) - 1, "… Leeds · Handheld scanners");
  assert_excerpt (QUIET, "scan", measure ("… Handheld scanners") + 1, "… Handheld scanners");
  assert_excerpt (QUIET, "scan", measure ("… Handheld scanners") - 1, "… scanners");
  assert_excerpt (QUIET, "scan", measure ("… scanner"), "… scanners");
  assert_excerpt (QUIET, "Lee", measure ("8 voices · Leeds…") + 1, QUIET);
  assert_excerpt ("يعمل في المستودع الماسح الضوئي", "الماسح", measure ("… الماسح…") + 1,
                  "… الماسح الضوئي");
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add ("/ui/irritant-row/nothing-is-cut-off", UiFixture, NULL, ui_set_up,
              test_nothing_is_cut_off, ui_tear_down);
  g_test_add ("/ui/irritant-row/hours-go-below-the-title", UiFixture, NULL, ui_set_up,
              test_hours_go_below_the_title, ui_tear_down);
  g_test_add_func ("/ui/irritant-row/search-moves-no-axis", test_search_moves_no_axis);
  g_test_add ("/ui/irritant-row/drawing-changes-no-layout", UiFixture, NULL, ui_set_up,
              test_drawing_changes_no_layout, ui_tear_down);
  g_test_add_func ("/ui/irritant-row/excerpt", test_excerpt);
  g_test_add_func ("/ui/irritant-row/excerpt-keeps-direction", test_excerpt_keeps_direction);
  g_test_add_func ("/ui/irritant-row/excerpt-keeps-other-direction",
                   test_excerpt_keeps_other_direction);
  return g_test_run ();
}
