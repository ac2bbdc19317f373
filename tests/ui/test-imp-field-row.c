/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A text that keeps itself and never changes under the cursor. */
#include "config.h"

#include "backlog/imp-backlog-fixes.h"
#include "backlog/imp-backlog-history.h"
#include "support/imp-open-backlog.h"
#include "support/imp-pass-on.h"
#include "ui-fixture.h"
#include "ui/common/imp-field-row.h"
#include "ui/common/imp-toasts.h"

typedef struct
{
  ImpFieldRow *row;
  GtkTextBuffer *buffer;
  GtkWidget *view;
  GtkWidget *other; /* somewhere else for the focus to go */
  ImpItem fix;
  int n_kept;
} Page;

static void
count_cb (int *n)
{
  (*n)++;
}

static void
create_page (UiFixture *fixture, Page *page, guint8 field)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *list = gtk_list_box_new ();

  page->fix = ui_plan_fix (fixture, "Printer prints");
  page->n_kept = 0;
  page->row = g_object_ref_sink (IMP_FIELD_ROW (imp_field_row_new ("What we did")));
  imp_field_row_bind (page->row, fixture->backlog, IMP_KIND_FIX, page->fix, field, "Reworded");
  g_signal_connect_swapped (page->row, "kept", G_CALLBACK (count_cb), &page->n_kept);
  page->view = ui_find_type (GTK_WIDGET (page->row), GTK_TYPE_TEXT_VIEW);
  page->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (page->view));
  page->other = gtk_button_new_with_label ("Other");
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (page->row));
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), page->other);
  ui_show (fixture, box);
}

static void
type (Page *page, const char *text)
{
  gtk_widget_grab_focus (page->view);
  gtk_text_buffer_insert_at_cursor (page->buffer, text, -1);
}

static void
wait_until_kept (Page *page, int n)
{
  while (page->n_kept < n)
    g_main_context_iteration (NULL, TRUE);
}

static ImpFixPage *
read_page (UiFixture *fixture, Page *page)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  ImpFixPage *read;

  imp_backlog_fix_page_async (fixture->backlog, page->fix, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  read = imp_backlog_fix_page_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  return read;
}

static void
assert_record (UiFixture *fixture, Page *page, const char *did)
{
  g_autoptr (ImpFixPage) read = read_page (fixture, page);

  g_assert_cmpstr (read->did, ==, did);
}

static void
assert_text (Page *page, const char *expected)
{
  g_autofree char *text = imp_field_row_dup_text (page->row);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_keeps_after_a_pause (UiFixture *fixture, gconstpointer data)
{
  Page page;

  create_page (fixture, &page, IMP_FIX_DID);
  type (&page, "We " HOSTILE);
  g_assert_cmpint (page.n_kept, ==, 0);
  wait_until_kept (&page, 1);
  assert_record (fixture, &page, "We " HOSTILE);
  ui_assert_finalized (fixture, page.row);
}

static void
test_keeps_when_left (UiFixture *fixture, gconstpointer data)
{
  Page page;

  create_page (fixture, &page, IMP_FIX_DID);
  type (&page, "We turned it off");
  gtk_widget_grab_focus (page.other);
  wait_until_kept (&page, 1);
  assert_record (fixture, &page, "We turned it off");
  ui_assert_finalized (fixture, page.row);
}

static void
test_keeps_when_closed (UiFixture *fixture, gconstpointer data)
{
  Page page;

  create_page (fixture, &page, IMP_FIX_DID);
  type (&page, "and on again");
  g_clear_pointer (&fixture->window, gtk_window_destroy);
  wait_until_kept (&page, 1);
  assert_record (fixture, &page, "and on again");
  ui_assert_finalized (fixture, page.row);
}

static void
install_toasts (UiFixture *fixture)
{
  AdwWindow *window = ADW_WINDOW (fixture->window);
  g_autoptr (GtkWidget) content = g_object_ref (adw_window_get_content (window));
  GtkWidget *overlay = adw_toast_overlay_new ();

  adw_window_set_content (window, overlay);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), content);
  imp_toasts_install (GTK_WIDGET (window), ADW_TOAST_OVERLAY (overlay));
}

static void
test_tells_a_failure_after_it_has_left (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  ImpAwait await = { NULL };
  Page page;

  create_page (fixture, &page, IMP_FIX_DID);
  install_toasts (fixture);
  type (&page, "We turned it off");
  imp_backlog_close_async (fixture->backlog, imp_await_cb, &await);
  result = imp_await (&await);
  gtk_list_box_remove (GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (page.row))),
                       GTK_WIDGET (page.row));
  ui_wait_for (GTK_WIDGET (fixture->window),
               "Cannot go on: the backlog is closed. Start Improve again");
  ui_assert_finalized (fixture, page.row);
}

static void
test_leaves_the_cursor_alone (UiFixture *fixture, gconstpointer data)
{
  Page page;

  create_page (fixture, &page, IMP_FIX_DID);
  imp_field_row_set_text (page.row, "from the record", NULL);
  assert_text (&page, "from the record");
  type (&page, ", and more");
  imp_field_row_set_text (page.row, "from somebody else", NULL);
  assert_text (&page, "from the record, and more");
  wait_until_kept (&page, 1);
  imp_field_row_set_text (page.row, "from the record, and more", NULL);
  type (&page, " and more");
  /* The echo of the first write comes while the second is typed. */
  imp_field_row_set_text (page.row, "from the record, and more", NULL);
  assert_text (&page, "from the record, and more and more");
  ui_assert_finalized (fixture, page.row);
}

static void
test_follows_when_left (UiFixture *fixture, gconstpointer data)
{
  Page page;

  create_page (fixture, &page, IMP_FIX_DID);
  imp_field_row_set_text (page.row, "before", NULL);
  gtk_widget_grab_focus (page.view);
  imp_field_row_set_text (page.row, "from somebody else", NULL);
  assert_text (&page, "before");
  gtk_widget_grab_focus (page.other);
  assert_text (&page, "from somebody else");
  ui_run (700);
  g_assert_cmpint (page.n_kept, ==, 0);
  ui_assert_finalized (fixture, page.row);
}

static void
take_text_of_other (UiFixture *fixture, Page *page, const char *did)
{
  ImpBacklog *other = ui_open_other (fixture);
  ImpAwait await = { NULL };

  imp_pass_on (fixture->backlog, other);
  imp_backlog_set_text_async (other, page->fix, IMP_FIX_DID, did, "Edited", imp_await_cb, &await);
  imp_finish_write (other, &await); /* what came in the same order has the same number */
  imp_pass_on (other, fixture->backlog);
  imp_close_backlog (other);
}

static guint
count_contests (UiFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) contests = NULL;
  ImpAwait await = { NULL };

  imp_backlog_contests_async (fixture->backlog, 0, 10, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  contests = imp_backlog_contests_finish (fixture->backlog, result, NULL);
  g_assert_nonnull (contests);
  return contests->len;
}

/* What comes from another laptop while somebody writes here is read again, and not shown yet. */
static void
test_keeps_what_came_meanwhile (UiFixture *fixture, gconstpointer data)
{
  Page page;
  g_autoptr (ImpFixPage) before = NULL, after = NULL, last = NULL;

  create_page (fixture, &page, IMP_FIX_DID);
  before = read_page (fixture, &page);
  imp_field_row_set_text (page.row, before->did, before->as_of);
  take_text_of_other (fixture, &page, "We bought another");
  after = read_page (fixture, &page);
  type (&page, "We turned it off"); /* no pause from here on that would keep it */
  imp_field_row_set_text (page.row, after->did, after->as_of);
  imp_field_row_keep (page.row);
  wait_until_kept (&page, 1);
  assert_record (fixture, &page, "We turned it off");
  g_assert_cmpuint (count_contests (fixture), ==, 1);
  take_text_of_other (fixture, &page, "We did both");
  last = read_page (fixture, &page);
  imp_field_row_set_text (page.row, last->did, last->as_of);
  gtk_widget_grab_focus (page.other);
  assert_text (&page, "We did both"); /* shown now, so whoever writes on has seen it */
  g_assert_cmpuint (count_contests (fixture), ==, 0);
  gtk_text_buffer_set_text (page.buffer, "We did neither", -1);
  wait_until_kept (&page, 2);
  g_assert_cmpuint (count_contests (fixture), ==, 0);
  ui_assert_finalized (fixture, page.row);
}

static void
test_one_line (UiFixture *fixture, gconstpointer data)
{
  Page page;

  create_page (fixture, &page, IMP_FIX_TODO);
  type (&page, "one\ntwo ");
  assert_text (&page, "one two");
  ui_assert_finalized (fixture, page.row);
}

static void
test_grows (UiFixture *fixture, gconstpointer data)
{
  Page page;
  int one, many;

  create_page (fixture, &page, IMP_FIX_DID);
  gtk_widget_measure (page.view, GTK_ORIENTATION_VERTICAL, 300, &one, NULL, NULL, NULL);
  type (&page, "Long enough to need several lines where there are three hundred pixels only.");
  gtk_widget_measure (page.view, GTK_ORIENTATION_VERTICAL, 300, &many, NULL, NULL, NULL);
  g_assert_cmpint (many, >, one + one / 2); /* lines stand closer in some fonts */
  ui_assert_finalized (fixture, page.row);
}

static void
test_required (UiFixture *fixture, gconstpointer data)
{
  Page page;

  create_page (fixture, &page, IMP_FIX_DID);
  g_object_set (page.row, "required", TRUE, NULL);
  type (&page, "We turned it off");
  wait_until_kept (&page, 1);
  gtk_text_buffer_set_text (page.buffer, " ", -1);
  ui_run (800);
  assert_record (fixture, &page, "We turned it off");
  gtk_widget_grab_focus (page.other);
  ui_run (50);
  assert_text (&page, "We turned it off");
  ui_assert_finalized (fixture, page.row);
}

#define ADD(name, test)                                                                            \
  g_test_add ("/ui/field-row/" name, UiFixture, NULL, ui_set_up, test, ui_tear_down)

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ADD ("keeps-after-a-pause", test_keeps_after_a_pause);
  ADD ("keeps-when-left", test_keeps_when_left);
  ADD ("keeps-when-closed", test_keeps_when_closed);
  ADD ("tells-a-failure-after-it-has-left", test_tells_a_failure_after_it_has_left);
  ADD ("leaves-the-cursor-alone", test_leaves_the_cursor_alone);
  ADD ("follows-when-left", test_follows_when_left);
  ADD ("keeps-what-came-meanwhile", test_keeps_what_came_meanwhile);
  ADD ("one-line", test_one_line);
  ADD ("required", test_required);
  ADD ("grows", test_grows);
  return g_test_run ();
}
