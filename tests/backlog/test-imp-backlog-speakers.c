/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Who is offered while a name is typed, and who of one name it is. */
#include "config.h"

#include "backlog/imp-backlog-speakers.h"

#include "backlog-fixture.h"

#define N_PEOPLE 5000

static ImpItem
add (ImpChanges *changes, ImpKind kind, const char *name)
{
  ImpItem item = imp_changes_add (changes, kind);

  imp_changes_set_text (changes, item, 1, name);
  return item;
}

static void
add_person (ImpChanges *changes, const char *name, ImpItem department, ImpItem site)
{
  ImpItem person = add (changes, IMP_KIND_PERSON, name);

  imp_changes_set_item (changes, person, IMP_PERSON_DEPARTMENT, department);
  imp_changes_set_item (changes, person, IMP_PERSON_SITE, site);
}

static void
apply (BacklogFixture *fixture, ImpChanges *changes)
{
  ImpAwait await = { NULL };

  imp_backlog_apply_async (fixture->backlog, changes, "Filled", NULL, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
}

static void
fill (BacklogFixture *fixture)
{
  ImpChanges *changes = imp_changes_new ();
  ImpItem leeds = add (changes, IMP_KIND_SITE, "Leeds"),
          porto = add (changes, IMP_KIND_SITE, "Porto");
  ImpItem goods_in = add (changes, IMP_KIND_DEPARTMENT, "Goods in");
  ImpItem packing = add (changes, IMP_KIND_DEPARTMENT, "Packing");

  add_person (changes, "Dana Fox", goods_in, leeds);
  add_person (changes, "Dana Fox", packing, porto);
  add_person (changes, "Jordana Smith", packing, porto);
  add_person (changes, "Ana Goodson", packing, leeds);
  add_person (changes, "Will Danaher", 0, 0);
  apply (fixture, changes);
}

static GPtrArray *
find (BacklogFixture *fixture, const char *text, const char *site, guint limit)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  GPtrArray *speakers;

  imp_backlog_speakers_async (fixture->backlog, text, site, limit, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  speakers = imp_backlog_speakers_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  return speakers;
}

/* One line each. */
static void
assert_found (BacklogFixture *fixture, const char *text, const char *site, const char *expected)
{
  g_autoptr (GPtrArray) speakers = find (fixture, text, site, 7);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < speakers->len; i++)
    {
      g_autofree char *said = imp_speaker_say (speakers->pdata[i]);
      g_autofree char *where = imp_speaker_say_where (speakers->pdata[i]);

      g_string_append_printf (found, "%s%s%s\n", said, where != NULL ? ", " : "",
                              where != NULL ? where : "");
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_likeliest_first (BacklogFixture *fixture, gconstpointer data)
{
  fill (fixture);
  assert_found (fixture, "dana", NULL,
                "Dana Fox, Goods in · Leeds\nDana Fox, Packing · Porto\nWill Danaher\n"
                "Jordana Smith, Packing · Porto\n");
  assert_found (fixture, "dana", "PORTO",
                "Dana Fox, Packing · Porto\nDana Fox, Goods in · Leeds\nWill Danaher\n"
                "Jordana Smith, Packing · Porto\n");
  assert_found (fixture, "fox", "Leeds", "Dana Fox, Goods in · Leeds\nDana Fox, Packing · Porto\n");
  assert_found (fixture, "nobody", NULL, "");
}

static void
test_somebody (BacklogFixture *fixture, gconstpointer data)
{
  fill (fixture);
  assert_found (fixture, "good", NULL, "Ana Goodson, Packing · Leeds\nSomebody in Goods in\n");
  assert_found (fixture, "somebody", NULL, "Somebody in Goods in\nSomebody in Packing\n");
  assert_found (fixture, "somebody in pack", NULL, "Somebody in Packing\n");
  assert_found (fixture, "somebody in dana", NULL, "");
}

/* What the report says of who said it. */
static void
assert_reporter (BacklogFixture *fixture, ImpRecording recording, const char *expected)
{
  g_autoptr (ImpIrritantPage) page = NULL;
  ImpAwait await = { NULL };
  ImpItem irritant;

  recording.words = "It jams";
  recording.date = IMP_DATE_NONE;
  imp_backlog_record_async (fixture->backlog, &recording, NULL, imp_await_cb, &await);
  irritant = backlog_fixture_finish (fixture, &await);
  page = backlog_fixture_read_page (fixture, irritant);
  g_assert_cmpstr (((ImpReportLine *) page->reports->pdata[0])->who, ==, expected);
}

static void
test_namesakes (BacklogFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) danas = NULL;
  ImpItem second;

  fill (fixture);
  danas = find (fixture, "dana fox", "Porto", 7);
  second = ((ImpSpeaker *) danas->pdata[0])->person;
  assert_reporter (fixture, (ImpRecording) { .person = "dana FOX", .person_item = second },
                   "Dana Fox, Packing");
  assert_reporter (fixture, (ImpRecording) { .person = "Dana Fox" }, "Dana Fox, Goods in");
  /* Not called so: somebody else was typed meanwhile, or it is another backlog. */
  assert_reporter (fixture, (ImpRecording) { .person = "Zoë", .person_item = second }, "Zoë");
  assert_reporter (fixture, (ImpRecording) { .person = "Dana Fox", .person_item = 999999 },
                   "Dana Fox, Goods in");
}

/* Nobody new is made of the name of a department. */
static void
test_department_typed_as_name (BacklogFixture *fixture, gconstpointer data)
{
  fill (fixture);
  assert_reporter (fixture, (ImpRecording) { .person = "goods IN" }, "Somebody in Goods in");
  assert_reporter (fixture, (ImpRecording) { .person = "Goods out" }, "Goods out");
  assert_reporter (fixture, (ImpRecording) { .department = "Goods out" }, "Somebody in Goods out");
  assert_reporter (fixture, (ImpRecording) { .person = "Tom", .department = "Packing" }, "Tom");
}

static void
test_five_thousand (BacklogFixture *fixture, gconstpointer data)
{
  ImpChanges *changes = imp_changes_new ();
  gint64 longest = 0;

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %04u Müller", i);

      add_person (changes, name, 0, 0);
    }
  apply (fixture, changes);
  for (guint i = 0; i < 20; i++)
    {
      const gint64 start = g_get_monotonic_time ();
      g_autoptr (GPtrArray) speakers = find (fixture, i % 2 ? "m" : "", "Leeds", 7);

      g_assert_cmpuint (speakers->len, ==, 7);
      longest = MAX (longest, g_get_monotonic_time () - start);
    }
  g_test_message ("%u people: at most %.1f ms a letter", N_PEOPLE, (double) longest / 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  BACKLOG_FIXTURE_ADD ("speakers/likeliest-first", test_likeliest_first);
  BACKLOG_FIXTURE_ADD ("speakers/somebody", test_somebody);
  BACKLOG_FIXTURE_ADD ("speakers/namesakes", test_namesakes);
  BACKLOG_FIXTURE_ADD ("speakers/department-typed-as-name", test_department_typed_as_name);
  BACKLOG_FIXTURE_ADD ("speakers/five-thousand", test_five_thousand);
  return g_test_run ();
}
