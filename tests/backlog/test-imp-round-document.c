/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The papers of a round, and its calendar. */
#include "config.h"

#include <string.h>

#include "backlog/imp-round-document.h"
#include "round-fixture.h"

/* A round that was heard, finished, and is followed by another. */
static ImpRoundPage *
visit (BacklogFixture *fixture)
{
  const ImpDate today = imp_backlog_get_today (fixture->backlog);
  const ImpRoundPlan plan = { .site = "Leeds",
                              .planned = today + 28,
                              .time = 9 * 60 + 30,
                              .place = "by the parts counter",
                              .visitors = "Marta; Inês",
                              .weeks = 4 };
  ImpItem round = round_fixture_begin (fixture, "Leeds", today);
  ImpItem report = round_fixture_hear_words (fixture, round, IMP_HEARD_IRRITANT, "Tom Firth",
                                             "The door reader hates gloves.");

  round_fixture_promise (fixture, round, report, "A new reader", today + 14);
  round_fixture_hear_words (fixture, round, IMP_HEARD_WORKS, NULL, "The labels stay on.");
  round_fixture_finish (fixture, round);
  round_fixture_plan (fixture, &plan);
  return round_fixture_read (fixture, round);
}

static GBytes *
write_document (BacklogFixture *fixture,
                const ImpRoundDocument *document,
                ImpRoundForm form,
                const char *path,
                GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  ImpAwait await = { NULL };

  imp_round_document_write_async (fixture->backlog, document, form, path, NULL, imp_await_cb,
                                  &await);
  result = imp_await (&await);
  return imp_round_document_write_finish (result, error);
}

static void
test_all_forms (BacklogFixture *fixture, gconstpointer data)
{
  static const char *const begins[] = { [IMP_ROUND_FORM_PDF] = "%PDF-1.4",
                                        [IMP_ROUND_FORM_TEXT] = "What we heard",
                                        [IMP_ROUND_FORM_CALENDAR] = "BEGIN:VCALENDAR\r\n" };
  g_autofree char *path = g_build_filename (fixture->folder, "sheet", NULL);
  g_autoptr (ImpRoundPage) page = visit (fixture);
  const ImpRoundDocument document = { .page = page, .paper = &imp_paper_a4 };

  for (gsize i = 0; i < G_N_ELEMENTS (begins); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes =
          write_document (fixture, &document, (ImpRoundForm) i, path, &error);
      g_autofree char *contents = NULL;
      gsize size;

      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
      g_assert_cmpmem (contents, size, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_assert_true (g_str_has_prefix (contents, begins[i]));
    }
}

static void
assert_has (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in: %s", words, text);
}

/* What came of a round stands on its sheet. */
static void
test_says (BacklogFixture *fixture, gconstpointer data)
{
  g_autoptr (ImpRoundPage) page = visit (fixture);
  const ImpRoundDocument document = { .page = page, .paper = &imp_paper_a4 };
  g_autoptr (ImpRoundDocument) copy = imp_round_document_copy (&document);
  g_autofree char *text = imp_round_document_to_text (copy);
  g_autofree char *name = imp_round_document_dup_name (copy);

  assert_has (text, "Leeds: one remark, one promise");
  assert_has (text, "1: “The door reader hates gloves.” Somebody\n");
  assert_has (text, "1: A new reader: ");
  assert_has (text, "- “The labels stay on.”\n");
  assert_has (text, ", 09:30, by the parts counter.");
  g_assert_null (strstr (text, "Firth")); /* nobody has asked him */
  g_assert_true (g_str_has_prefix (name, "What we heard, Leeds, "));
}

static void
test_lay_out (BacklogFixture *fixture, gconstpointer data)
{
  g_autoptr (ImpRoundPage) page = visit (fixture);
  const ImpRoundDocument document = { .page = page, .signature = TRUE, .paper = &imp_paper_letter };
  g_autoptr (ImpPages) now = imp_round_document_lay_out (&document), later = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };

  imp_round_document_lay_out_async (fixture->backlog, &document, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  later = imp_round_document_lay_out_finish (result, &error);
  g_assert_no_error (error);
  g_assert_true (imp_pages_get_paper (later) == &imp_paper_letter);
  g_assert_cmpint (imp_pages_get_n_pages (later), ==, imp_pages_get_n_pages (now));
  g_assert_cmpstr (imp_pages_get_info (later).title, ==, "Leeds: one remark, one promise");
}

static void
test_briefing (BacklogFixture *fixture, gconstpointer data)
{
  g_autoptr (ImpRoundPage) page = visit (fixture);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (ImpBriefing) briefing = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL, calendar = NULL;
  g_autofree char *text = NULL, *event = NULL;
  ImpRoundDocument document = { .paper = &imp_paper_a4 };
  ImpAwait await = { NULL };

  imp_backlog_briefing_async (fixture->backlog, page->next, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  briefing = imp_backlog_briefing_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  document.briefing = briefing;
  bytes = write_document (fixture, &document, IMP_ROUND_FORM_PDF, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 1000);
  text = imp_round_document_to_text (&document);
  assert_has (text, "under way, ");
  assert_has (text, ": A new reader");
  calendar = write_document (fixture, &document, IMP_ROUND_FORM_CALENDAR, NULL, &error);
  g_assert_no_error (error);
  event = g_strndup (g_bytes_get_data (calendar, NULL), g_bytes_get_size (calendar));
  assert_has (event, "SUMMARY:Round: Leeds\r\n");
}

static char *
write_calendar (BacklogFixture *fixture, ImpItem round)
{
  g_autofree char *path = g_build_filename (fixture->folder, "rounds.ics", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  char *text;

  imp_round_document_write_calendar_async (fixture->backlog, round, path, NULL, imp_await_cb,
                                           &await);
  result = imp_await (&await);
  bytes = imp_round_document_write_finish (result, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  return text;
}

/* The line of an event that begins so. */
static char *
dup_line (const char *calendar, const char *begin)
{
  const char *line = strstr (calendar, begin);

  g_assert_nonnull (line);
  return g_strndup (line, strcspn (line, "\r"));
}

/* An event keeps its UID when it moves, and a calendar program sees that it is newer. */
static void
test_calendar_moves (BacklogFixture *fixture, gconstpointer data)
{
  const ImpDate today = imp_backlog_get_today (fixture->backlog);
  ImpRoundPlan plan = { .site = "Leeds",
                        .planned = today + 3,
                        .time = IMP_ROUND_ANY_TIME,
                        .visitors = "Marta; Inês",
                        .weeks = -1 };
  g_autofree char *before = NULL, *after = NULL, *same = NULL;
  g_autofree char *uid = NULL, *moved_uid = NULL, *sequence = NULL, *moved_sequence = NULL;

  plan.item = round_fixture_plan (fixture, &plan);
  before = write_calendar (fixture, 0);
  same = write_calendar (fixture, 0);
  g_assert_cmpstr (before, ==, same);
  assert_has (before, "SUMMARY:Round: Leeds\r\n");
  assert_has (before, "DTSTART;VALUE=DATE:");
  assert_has (before, "DESCRIPTION:Marta\\; Inês\r\n");
  plan.planned = today + 5;
  plan.time = 14 * 60;
  round_fixture_plan (fixture, &plan);
  after = write_calendar (fixture, 0);
  uid = dup_line (before, "UID:");
  moved_uid = dup_line (after, "UID:");
  sequence = dup_line (before, "SEQUENCE:");
  moved_sequence = dup_line (after, "SEQUENCE:");
  g_assert_cmpstr (uid, ==, moved_uid);
  g_assert_cmpint (atoi (moved_sequence + strlen ("SEQUENCE:")), >,
                   atoi (sequence + strlen ("SEQUENCE:")));
  assert_has (after, "T140000\r\nDTEND:");
  g_assert_null (strstr (after, "VALUE=DATE"));
}

/* One round alone, where others are planned too. */
static void
test_calendar_of_one (BacklogFixture *fixture, gconstpointer data)
{
  const ImpDate today = imp_backlog_get_today (fixture->backlog);
  const ImpRoundPlan york = { .site = "York", .planned = today + 1, .weeks = 4 };
  const ImpRoundPlan leeds = { .site = "Leeds", .planned = today + 3, .weeks = 4 };
  ImpItem round = round_fixture_plan (fixture, &leeds);
  g_autofree char *text = NULL;

  round_fixture_plan (fixture, &york);
  text = write_calendar (fixture, round);
  assert_has (text, "SUMMARY:Round: Leeds\r\n");
  g_assert_null (strstr (text, "York"));
}

/* By which day the next one is due, as long as none is planned. */
static void
test_calendar_due (BacklogFixture *fixture, gconstpointer data)
{
  const ImpDate today = imp_backlog_get_today (fixture->backlog);
  const ImpRoundPlan plan = {
    .site = "Leeds", .planned = today, .time = IMP_ROUND_ANY_TIME, .weeks = 4
  };
  ImpItem round = round_fixture_plan (fixture, &plan);
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *text = NULL, *iso = imp_date_to_iso (today + 28), *start = NULL;
  g_auto (GStrv) parts = g_strsplit (iso, "-", -1);
  g_autofree char *day = g_strjoinv ("", parts);
  ImpAwait await = { NULL };

  imp_backlog_begin_round_async (fixture->backlog, round, imp_await_cb, &await);
  result = imp_await (&await);
  round_fixture_finish (fixture, round);
  text = write_calendar (fixture, 0);
  start = g_strdup_printf ("DTSTART;VALUE=DATE:%s\r\n", day);
  assert_has (text, "SUMMARY:A round is due: Leeds\r\n");
  assert_has (text, start);
  assert_has (text, "TRANSP:TRANSPARENT\r\n");
}

static void
test_without_next (BacklogFixture *fixture, gconstpointer data)
{
  const ImpDate today = imp_backlog_get_today (fixture->backlog);
  ImpItem round = round_fixture_begin (fixture, "Leeds", today);
  g_autoptr (ImpRoundPage) page = round_fixture_read (fixture, round);
  const ImpRoundDocument document = { .page = page, .paper = &imp_paper_a4 };
  g_autoptr (GError) error = NULL, unwritten = NULL;

  g_assert_null (write_document (fixture, &document, IMP_ROUND_FORM_CALENDAR, NULL, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_NOT_FOUND);
  g_assert_null (
      write_document (fixture, &document, IMP_ROUND_FORM_TEXT, "/nowhere/at/all.txt", &unwritten));
  g_assert_true (g_str_has_prefix (unwritten->message, "Cannot write"));
}

static void
test_forms (void)
{
  ImpRoundForm form;

  g_assert_true (imp_round_form_from_path ("/a.b/Leeds 12.11.PDF", &form));
  g_assert_cmpint (form, ==, IMP_ROUND_FORM_PDF);
  g_assert_true (imp_round_form_from_path ("rounds.ics", &form));
  g_assert_cmpint (form, ==, IMP_ROUND_FORM_CALENDAR);
  g_assert_false (imp_round_form_from_path ("pdf", &form));
  g_assert_false (imp_round_form_from_path ("leeds.html", &form));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  BACKLOG_FIXTURE_ADD ("round-document/all-forms", test_all_forms);
  BACKLOG_FIXTURE_ADD ("round-document/says", test_says);
  BACKLOG_FIXTURE_ADD ("round-document/lay-out", test_lay_out);
  BACKLOG_FIXTURE_ADD ("round-document/briefing", test_briefing);
  BACKLOG_FIXTURE_ADD ("round-document/calendar-moves", test_calendar_moves);
  BACKLOG_FIXTURE_ADD ("round-document/calendar-of-one", test_calendar_of_one);
  BACKLOG_FIXTURE_ADD ("round-document/calendar-due", test_calendar_due);
  BACKLOG_FIXTURE_ADD ("round-document/without-next", test_without_next);
  g_test_add_func ("/backlog/round-document/form-of-a-name", test_forms);
  return g_test_run ();
}
