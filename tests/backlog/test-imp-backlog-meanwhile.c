/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What came from another laptop while a dialog was open here is neither written over nor lost. */
#include "config.h"

#include "backlog-fixture.h"
#include "backlog/imp-backlog-explain.h"
#include "backlog/imp-backlog-fixes.h"
#include "backlog/imp-backlog-history.h"
#include "backlog/imp-backlog-people.h"
#include "support/imp-pass-on.h"

/* The first item of both backlogs has the same number in both. */
static ImpBacklog *
open_other (BacklogFixture *fixture)
{
  ImpBacklog *other = backlog_fixture_open (fixture, "other.db");

  imp_pass_on (fixture->backlog, other);
  return other;
}

static void
pass_on_and_close (BacklogFixture *fixture, ImpBacklog *other)
{
  imp_pass_on (other, fixture->backlog);
  imp_close_backlog (other);
}

static void
assert_contests (BacklogFixture *fixture, guint n)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) contests = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };

  imp_backlog_contests_async (fixture->backlog, 0, 10, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  contests = imp_backlog_contests_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (contests->len, ==, n);
}

static ImpFixPage *
read_fix (BacklogFixture *fixture, ImpItem fix)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  ImpFixPage *page;

  imp_backlog_fix_page_async (fixture->backlog, fix, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  page = imp_backlog_fix_page_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  return page;
}

static void
deliver (BacklogFixture *fixture, ImpItem fix, const char *did, const char *now, const char *as_of)
{
  ImpAwait await = { NULL };

  imp_backlog_deliver_fix_async (fixture->backlog, fix, did, now, NULL, as_of, imp_await_cb,
                                 &await);
  backlog_fixture_finish (fixture, &await);
}

static void
test_delivering (BacklogFixture *fixture, gconstpointer data)
{
  g_autoptr (ImpFixPage) opened = NULL, after = NULL;
  ImpAwait await = { NULL };
  ImpBacklog *other;
  ImpItem fix;

  imp_backlog_plan_fix_async (fixture->backlog, "New printer", NULL, 0, NULL, IMP_DATE_NONE, NULL,
                              imp_await_cb, &await);
  fix = backlog_fixture_finish (fixture, &await);
  opened = read_fix (fixture, fix);
  other = open_other (fixture);
  imp_backlog_set_text_async (other, fix, IMP_FIX_DID, "We bought one", "Edited", imp_await_cb,
                              &await);
  imp_finish_write (other, &await);
  pass_on_and_close (fixture, other);
  deliver (fixture, fix, "", "It prints", opened->as_of);
  after = read_fix (fixture, fix);
  g_assert_cmpstr (after->did, ==, "We bought one");
  g_assert_cmpstr (after->now, ==, "It prints");
  assert_contests (fixture, 0);
  deliver (fixture, fix, "We turned it off", "It prints", opened->as_of);
  assert_contests (fixture, 1);
}

static ImpItem
add (BacklogFixture *fixture, ImpKind kind, guint8 field, const char *text)
{
  ImpChanges *changes = imp_changes_new ();
  ImpAwait await = { NULL };

  imp_changes_set_text (changes, imp_changes_add (changes, kind), field, text);
  imp_backlog_apply_async (fixture->backlog, changes, "Added", NULL, imp_await_cb, &await);
  return backlog_fixture_finish (fixture, &await);
}

static void
test_giving_to_somebody (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem fix = add (fixture, IMP_KIND_FIX, IMP_FIX_TITLE, "New printer");
  g_autoptr (ImpFixPage) opened = read_fix (fixture, fix);
  ImpBacklog *other = open_other (fixture);
  ImpAwait await = { NULL };

  imp_backlog_set_owner_async (other, fix, "Marek Nowak", NULL, imp_await_cb, &await);
  imp_finish_write (other, &await);
  pass_on_and_close (fixture, other);
  imp_backlog_set_owner_async (fixture->backlog, fix, "Aylin Demir", opened->as_of, imp_await_cb,
                               &await);
  backlog_fixture_finish (fixture, &await);
  assert_contests (fixture, 1);
}

static void
answer (ImpBacklog *backlog, ImpItem irritant, double people, const char *as_of)
{
  const ImpAnswer said = { .number = people, .known = IMP_KNOWN_ONE };
  ImpAwait await = { NULL };

  imp_backlog_answer_async (backlog, irritant, IMP_QUESTION_PEOPLE, &said, as_of, imp_await_cb,
                            &await);
  imp_finish_write (backlog, &await);
}

static void
test_answering (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem irritant = add (fixture, IMP_KIND_IRRITANT, IMP_IRRITANT_TITLE, "The printer jams");
  g_autoptr (ImpIrritantPage) opened = NULL, after = NULL;
  ImpBacklog *other;

  answer (fixture->backlog, irritant, 10, NULL);
  opened = backlog_fixture_read_page (fixture, irritant);
  other = open_other (fixture);
  answer (other, irritant, 20, NULL);
  pass_on_and_close (fixture, other);
  answer (fixture->backlog, irritant, 10, opened->as_of);
  after = backlog_fixture_read_page (fixture, irritant);
  g_assert_cmpfloat (after->facts.answer[IMP_QUESTION_PEOPLE].number, ==, 20);
  assert_contests (fixture, 0);
  answer (fixture->backlog, irritant, 30, opened->as_of);
  assert_contests (fixture, 1);
}

static void
test_answering_what_was_asked (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem irritant = add (fixture, IMP_KIND_IRRITANT, IMP_IRRITANT_TITLE, "The printer jams");
  g_autoptr (GPtrArray) to_ask = backlog_fixture_find_to_ask (fixture);
  const ImpToAsk *asked = to_ask->pdata[0];
  ImpBacklog *other = open_other (fixture);

  answer (other, irritant, 20, NULL);
  pass_on_and_close (fixture, other);
  answer (fixture->backlog, asked->item, 30, asked->as_of);
  assert_contests (fixture, 1);
}

static ImpPersonPage *
read_person (BacklogFixture *fixture, ImpItem person)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  ImpPersonPage *page;

  imp_backlog_person_async (fixture->backlog, person, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  page = imp_backlog_person_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  return page;
}

static void
test_placing (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem person = add (fixture, IMP_KIND_PERSON, IMP_PERSON_NAME, "Dana Whitfield");
  g_autoptr (ImpPersonPage) opened = read_person (fixture, person);
  ImpBacklog *other = open_other (fixture);
  ImpAwait await = { NULL };

  imp_backlog_set_person_place_async (other, person, IMP_PERSON_SITE, "Gent", NULL, imp_await_cb,
                                      &await);
  imp_finish_write (other, &await);
  pass_on_and_close (fixture, other);
  imp_backlog_set_person_place_async (fixture->backlog, person, IMP_PERSON_SITE, "Leeds",
                                      opened->as_of, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  assert_contests (fixture, 1);
}

static void
set_naming (ImpBacklog *backlog, ImpItem person, ImpNaming naming, const char *as_of)
{
  ImpAwait await = { NULL };

  imp_backlog_set_person_naming_async (backlog, person, naming, as_of, imp_await_cb, &await);
  imp_finish_write (backlog, &await);
}

static void
test_naming (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem person = add (fixture, IMP_KIND_PERSON, IMP_PERSON_NAME, "Dana Whitfield");
  g_autoptr (ImpPersonPage) opened = read_person (fixture, person);
  ImpBacklog *other = open_other (fixture);

  set_naming (other, person, IMP_NAMING_NO, NULL);
  pass_on_and_close (fixture, other);
  set_naming (fixture->backlog, person, IMP_NAMING_YES, opened->as_of);
  assert_contests (fixture, 1);
}

static void
care (ImpBacklog *backlog,
      ImpItem irritant,
      ImpIrritation irritation,
      gboolean seen,
      const char *as_of)
{
  ImpAwait await = { NULL };

  imp_backlog_set_care_async (backlog, irritant, irritation, seen, as_of, imp_await_cb, &await);
  imp_finish_write (backlog, &await);
}

/* What was left as it stood in the dialog is not written. */
static void
test_caring (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem irritant = add (fixture, IMP_KIND_IRRITANT, IMP_IRRITANT_TITLE, "The printer jams");
  g_autoptr (ImpIrritantPage) opened = NULL, after = NULL;
  ImpBacklog *other;

  care (fixture->backlog, irritant, IMP_IRRITATION_MILD, FALSE, NULL);
  opened = backlog_fixture_read_page (fixture, irritant);
  other = open_other (fixture);
  care (other, irritant, IMP_IRRITATION_UNBEARABLE, FALSE, NULL);
  pass_on_and_close (fixture, other);
  care (fixture->backlog, irritant, IMP_IRRITATION_MILD, TRUE, opened->as_of);
  after = backlog_fixture_read_page (fixture, irritant);
  g_assert_cmpint (after->facts.irritation, ==, IMP_IRRITATION_UNBEARABLE);
  g_assert_true (after->facts.customers_see_it);
  assert_contests (fixture, 0);
  care (fixture->backlog, irritant, IMP_IRRITATION_ANNOYING, TRUE, opened->as_of);
  assert_contests (fixture, 1);
}

static void
decline (ImpBacklog *backlog, ImpItem irritant, const char *reason, const char *as_of)
{
  ImpAwait await = { NULL };

  imp_backlog_decline_async (backlog, irritant, reason, as_of, imp_await_cb, &await);
  imp_finish_write (backlog, &await);
}

static void
test_declining (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem irritant = add (fixture, IMP_KIND_IRRITANT, IMP_IRRITANT_TITLE, "The printer jams");
  g_autoptr (ImpIrritantPage) opened = backlog_fixture_read_page (fixture, irritant);
  ImpBacklog *other = open_other (fixture);

  decline (other, irritant, "A new one comes in May", NULL);
  pass_on_and_close (fixture, other);
  decline (fixture->backlog, irritant, "Not ours", opened->as_of);
  assert_contests (fixture, 1); /* two reasons, and both on one day */
}

static void
move (ImpBacklog *backlog, ImpItem promise, int day, const char *reason, const char *as_of)
{
  ImpAwait await = { NULL };

  imp_backlog_move_promise_async (backlog, promise, imp_date_new (2026, 12, day), reason, TRUE,
                                  as_of, imp_await_cb, &await);
  imp_finish_write (backlog, &await);
}

static void
test_moving_a_promise (BacklogFixture *fixture, gconstpointer data)
{
  ImpItem fix = add (fixture, IMP_KIND_FIX, IMP_FIX_TITLE, "New printer");
  g_autoptr (ImpFixPage) opened = NULL;
  ImpAwait await = { NULL };
  ImpBacklog *other;
  ImpItem promise;

  imp_backlog_promise_async (fixture->backlog, fix, "finance", imp_date_new (2026, 12, 1),
                             imp_await_cb, &await);
  promise = backlog_fixture_finish (fixture, &await);
  opened = read_fix (fixture, fix);
  other = open_other (fixture);
  move (other, promise, 10, "It comes by ship", NULL);
  pass_on_and_close (fixture, other);
  move (fixture->backlog, promise, 20, "No time", opened->as_of);
  assert_contests (fixture, 2); /* the day and the reason */
}

static ImpOrganisation *
read_organisation (BacklogFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  ImpOrganisation *organisation;

  imp_backlog_organisation_async (fixture->backlog, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  organisation = imp_backlog_organisation_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  return organisation;
}

static void
say_who (ImpBacklog *backlog, const char *name, const char *series, const char *as_of)
{
  const ImpOrganisation said = {
    .name = (char *) name,
    .series = (char *) series,
    .as_of = (char *) as_of,
  };
  ImpAwait await = { NULL };

  imp_backlog_set_organisation_async (backlog, &said, imp_await_cb, &await);
  imp_finish_write (backlog, &await);
}

static void
test_saying_who (BacklogFixture *fixture, gconstpointer data)
{
  g_autoptr (ImpOrganisation) opened = NULL, after = NULL;
  ImpBacklog *other;

  say_who (fixture->backlog, "Harbour", "News", NULL);
  opened = read_organisation (fixture);
  other = open_other (fixture);
  say_who (other, "Harbour & Sons", "News", NULL);
  pass_on_and_close (fixture, other);
  say_who (fixture->backlog, opened->name, "What we fixed", opened->as_of);
  after = read_organisation (fixture);
  g_assert_cmpstr (after->name, ==, "Harbour & Sons");
  g_assert_cmpstr (after->series, ==, "What we fixed");
  assert_contests (fixture, 0);
  say_who (fixture->backlog, "Harbour Ltd", "What we fixed", opened->as_of);
  assert_contests (fixture, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  BACKLOG_FIXTURE_ADD ("meanwhile/delivering", test_delivering);
  BACKLOG_FIXTURE_ADD ("meanwhile/giving-to-somebody", test_giving_to_somebody);
  BACKLOG_FIXTURE_ADD ("meanwhile/answering", test_answering);
  BACKLOG_FIXTURE_ADD ("meanwhile/answering-what-was-asked", test_answering_what_was_asked);
  BACKLOG_FIXTURE_ADD ("meanwhile/placing", test_placing);
  BACKLOG_FIXTURE_ADD ("meanwhile/naming", test_naming);
  BACKLOG_FIXTURE_ADD ("meanwhile/caring", test_caring);
  BACKLOG_FIXTURE_ADD ("meanwhile/declining", test_declining);
  BACKLOG_FIXTURE_ADD ("meanwhile/moving-a-promise", test_moving_a_promise);
  BACKLOG_FIXTURE_ADD ("meanwhile/saying-who", test_saying_who);
  return g_test_run ();
}
