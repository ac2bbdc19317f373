/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The printed list: its table, how it breaks over pages, what it says of its order. */
#include "config.h"

#include <string.h>

#include "publish/imp-list-pages.h"
#include "read-back.h"
#include "sample-table.h"

#define HANDED_OVER 30

/* Takes the table. */
static ImpPages *
create_pages (ImpRankedTable *table, const ImpPaper *paper)
{
  g_autoptr (ImpRankedTable) owned = table;
  g_autoptr (GError) error = NULL;
  ImpPages *pages = imp_list_pages_new (owned, paper, NULL, NULL, &error);

  g_assert_no_error (error);
  return pages;
}

static void
test_one_page (void)
{
  g_autoptr (ImpPages) pages = create_pages (sample_table_new (), &imp_paper_a4);
  g_autofree char *text = NULL;

  g_assert_cmpint (imp_pages_get_n_pages (pages), ==, 1);
  text = read_back_page (pages, 1);
  assert_says (text, "Top 20 of 34 by impact Corvane, all sites 12 November 2026 “Stock list is a "
                     "day old” hurts us most: about 130 hours a month Hours lost a month × care");
  assert_says (text, "Between two heavy lines, irritants are about the same.");
  assert_says (text, "Rank Irritant, site Say it aloud Hours 8 times in 10 Care Impact");
  assert_says (text, "3 Quotes wait for one signature Lyon About 22 people lose 8 minutes to this "
                     "once a day: roughly 59 hours a month. It should take us about a day and a "
                     "half, so it pays for itself in under a week. It almost surely belongs in the "
                     "top ten. 59 38 to 91 1.88 110");
  assert_says (text, "20 Badge photo is refused Lyon");
  assert_says (text, "Page 1 of 1");
  assert_within_margins (pages);
  assert_no_overlap (pages);
}

static void
test_info (void)
{
  g_autoptr (ImpPages) pages = create_pages (sample_table_new (), &imp_paper_a4);
  g_autofree char *info = read_back (pages, "pdfinfo", NULL);

  assert_says (info, "Title:           “Stock list is a day old” hurts us most: about 130");
  assert_says (info, "Subject:         Top 20 of 34 by impact\n");
  assert_says (info, "Author:          Corvane\n");
  assert_says (info, "Tagged:          yes\n");
  assert_says (info, "Page size:       841.89 x 595.28 pts (A4)\n");
}

static void
test_structure (void)
{
  g_autoptr (ImpPages) pages = create_pages (sample_table_new_with (60), &imp_paper_a4);
  g_autofree char *structure = read_back (pages, "pdfinfo", "-struct-text", NULL);

  assert_says (structure, "  H1 (block)\n    \"“Stock list is a day old”");
  assert_says (structure, "  Table (block)\n    TR\n      TH\n        \"Rank\"");
  assert_says (
      structure,
      "    TR\n      TD\n        \"1\"\n      TD\n        \"Stock list is a day old Ghent\"");
  assert_says_not (structure, "Page 2 of"); /* what is repeated is not read again */
}

/* Where the row of that rank begins, behind `text`; NULL where it is not on this page. */
static const char *
find_row (const char *text, guint rank)
{
  g_autofree char *words = g_strdup_printf (" %u ", rank);

  while ((text = strstr (text, words)) != NULL && !g_ascii_isupper (text[strlen (words)]))
    text++;
  return text;
}

/* In the order of the list, whatever the number of pages. */
static void
test_pages (void)
{
  g_autoptr (ImpPages) pages = create_pages (sample_table_new_with (60), &imp_paper_a4);
  guint rank = 1;

  g_assert_cmpint (imp_pages_get_n_pages (pages), ==, 3);
  for (int i = 1; i <= 3; i++)
    {
      g_autofree char *text = read_back_page (pages, i);
      g_autofree char *number = g_strdup_printf ("Page %d of 3", i);
      const char *at = strstr (text, "Rank Irritant, site"); /* on each page */

      assert_says (text, number);
      g_assert_nonnull (at);
      while ((at = find_row (at, rank)) != NULL)
        rank++;
    }
  g_assert_cmpuint (rank, ==, 61);
  assert_within_margins (pages);
  assert_no_overlap (pages);
}

static void
test_letter (void)
{
  g_autoptr (ImpPages) pages = create_pages (sample_table_new (), &imp_paper_letter);
  g_autofree char *info = read_back (pages, "pdfinfo", NULL);

  assert_says (info, "792 x 612 pts (letter)");
  assert_within_margins (pages);
  assert_no_overlap (pages);
}

static void
test_other_orders (void)
{
  static const struct
  {
    ImpMeasure measure;
    const char *head, *definition, *title;
  } orders[] = {
    { IMP_MEASURE_PAYBACK, "Care Payback", "at least 2: what a month gives back", "gives back" },
    { IMP_MEASURE_HOURS, "Care Impact", "People × times a month", "costs us most" },
    { IMP_MEASURE_VOICES, "8 times in 10 Voices", "How many different", "most voices: 2 coll" },
    { IMP_MEASURE_WSJF, "8 times in 10 WSJF", "each in the steps", "comes first by WSJF" },
    { 0, "8 times in 10 Recorded", "The oldest first.", "has waited longest: since 3 March 2026" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (ImpPages) pages =
          create_pages (sample_table_new_by (orders[i].measure), &imp_paper_a4);
      g_autofree char *text = read_back_page (pages, 1);

      assert_says (text, orders[i].head);
      assert_says (text, orders[i].definition);
      assert_says (text, orders[i].title);
      assert_within_margins (pages);
      assert_no_overlap (pages);
    }
}

/* It stands first, with its reason, and is not what the title is about. */
static void
test_pinned (void)
{
  ImpRankedTable *table = sample_table_new ();
  ImpRankedRow *last = g_ptr_array_steal_index (table->rows, table->rows->len - 1);
  g_autoptr (ImpPages) pages = NULL;
  g_autofree char *text = NULL;

  last->pinned = TRUE;
  last->data->pin_reason = g_strdup ("The auditors want it done before they come");
  last->data->pin_until = imp_date_new (2026, 11, 30);
  g_ptr_array_insert (table->rows, 0, last);
  g_assert_false (imp_ranked_table_leads (table, 0));
  g_assert_true (imp_ranked_table_leads (table, 1));
  pages = create_pages (table, &imp_paper_a4);
  text = read_back_page (pages, 1);
  assert_says (text, "“Stock list is a day old” hurts us most");
  assert_says (text, "20 Badge photo is refused Lyon · pinned until 30 Nov: The auditors want it "
                     "done before they come Five people");
  assert_within_margins (pages);
  assert_no_overlap (pages);
}

/* Where a word stands: its left edge. */
static double
find_word (ImpPages *pages, const char *word)
{
  g_autofree char *text = read_back (pages, "pdftotext", "-bbox", NULL);
  g_autofree char *end = g_strdup_printf (">%s</word>", word);
  const char *at = strstr (text, end);

  g_assert_nonnull (at);
  at = g_strrstr_len (text, at - text, "xMin=\"");
  return g_ascii_strtod (at + strlen ("xMin=\""), NULL);
}

/* Columns are mirrored. */
static void
test_rtl (void)
{
  g_autoptr (ImpPages) ltr = create_pages (sample_table_new (), &imp_paper_a4);
  g_autoptr (ImpPages) rtl = create_pages (sample_table_new_rtl (), &imp_paper_a4);

  g_assert_cmpfloat (find_word (ltr, "Rank"), <, 100);
  g_assert_cmpfloat (find_word (ltr, "Impact"), >, 700);
  g_assert_cmpfloat (find_word (rtl, "Rank"), >, 700);
  g_assert_cmpfloat (find_word (rtl, "Impact"), <, 100);
  assert_within_margins (rtl);
}

static void
test_empty (void)
{
  g_autoptr (ImpPages) pages = create_pages (sample_table_new_with (0), &imp_paper_a4);
  g_autofree char *text = read_back_page (pages, 1);

  g_assert_cmpint (imp_pages_get_n_pages (pages), ==, 1);
  assert_says (text, "Nothing is in this list");
  assert_within_margins (pages);
}

/* Nobody knows anything of it. */
static void
test_unknown (void)
{
  ImpRankedTable *table = sample_table_new ();
  ImpRankedRow *first = table->rows->pdata[0];
  g_autoptr (ImpPages) pages = NULL;
  g_autofree char *text = NULL;

  memset (first->data->facts.answer, 0, sizeof first->data->facts.answer);
  first->top_ten = -1;
  pages = create_pages (table, &imp_paper_a4);
  text = read_back_page (pages, 1);
  assert_says (text, "What these cost is not known yet");
}

/* Whatever people wrote: absurdly long, markup, other scripts, nothing at all. */
static void
test_any_text (void)
{
  g_autofree char *blanks = g_strnfill (3000, ' ');
  g_autofree char *letters = g_strnfill (3000, 'W');
  g_autofree char *words = g_strjoinv ("word ", (char *[]) { blanks, letters, blanks, NULL });
  const char *const texts[] = { "", "<b>bold</b> & \"so\"", letters, words, "פומפיה — 漢字 𝕏" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      ImpRankedTable *table = sample_table_new ();
      g_autoptr (ImpPages) pages = NULL;

      for (guint n = 0; n < table->rows->len; n++)
        {
          ImpRankedRow *row = table->rows->pdata[n];

          g_set_str (&row->data->title, texts[i]);
          g_set_str (&row->data->sites, texts[i]);
        }
      g_set_str (&table->organisation, texts[i]);
      g_set_str (&table->scope, texts[i]);
      pages = create_pages (table, &imp_paper_letter);
      assert_within_margins (pages);
      assert_no_overlap (pages);
    }
}

static void
test_cancel (void)
{
  g_autoptr (ImpRankedTable) table = sample_table_new_with (500);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (ImpProgress) progress = imp_progress_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpPages) pages = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (imp_list_pages_new (table, &imp_paper_a4, progress, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  pages = imp_list_pages_new (table, &imp_paper_a4, progress, NULL, NULL);
  g_assert_cmpfloat (imp_progress_get (progress), >, 0.9);
  g_assert_cmpint (imp_pages_get_n_pages (pages), >, 20);
}

/* One list after the other, as a thread of a pool does. */
static gpointer
lay_out_many (gpointer data)
{
  GAsyncQueue *made = data;
  g_autoptr (ImpRankedTable) table = sample_table_new_with (40);

  for (guint i = 0; i < HANDED_OVER; i++)
    g_async_queue_push (made, imp_list_pages_new (table, &imp_paper_a4, NULL, NULL, NULL));
  return NULL;
}

static void
draw (ImpPages *pages)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 842, 595);
  cairo_t *cr = cairo_create (surface);

  for (int n = 0; n < imp_pages_get_n_pages (pages); n++)
    imp_pages_draw (pages, n, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* What was handed over is drawn while the thread that made it lays out the next. */
static void
test_threads (void)
{
  g_autoptr (GAsyncQueue) made = g_async_queue_new_full (g_object_unref);
  GThread *thread = g_thread_new ("layout", lay_out_many, made);

  for (guint i = 0; i < HANDED_OVER; i++)
    {
      g_autoptr (ImpPages) pages = g_async_queue_pop (made);

      draw (pages);
    }
  g_thread_join (thread);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/publish/list-pages/one-page", test_one_page);
  g_test_add_func ("/publish/list-pages/says-what-it-is", test_info);
  g_test_add_func ("/publish/list-pages/is-tagged", test_structure);
  g_test_add_func ("/publish/list-pages/several-pages", test_pages);
  g_test_add_func ("/publish/list-pages/letter", test_letter);
  g_test_add_func ("/publish/list-pages/other-orders", test_other_orders);
  g_test_add_func ("/publish/list-pages/pinned", test_pinned);
  g_test_add_func ("/publish/list-pages/right-to-left", test_rtl);
  g_test_add_func ("/publish/list-pages/empty", test_empty);
  g_test_add_func ("/publish/list-pages/nothing-known", test_unknown);
  g_test_add_func ("/publish/list-pages/any-text", test_any_text);
  g_test_add_func ("/publish/list-pages/can-be-cancelled", test_cancel);
  g_test_add_func ("/publish/list-pages/drawn-by-another-thread", test_threads);
  return g_test_run ();
}
