/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A team estimates together: each question once, answers saved at once, back and undo. */
#include "config.h"

#include "backlog-fixture.h"
#include "backlog/imp-sitting.h"

/* The sitting and how often it has changed. */
typedef struct
{
  ImpSitting *sitting;
  guint n_changes;
} Room;

static void
changed_cb (Room *room)
{
  room->n_changes++;
}

static void
failed_cb (ImpSitting *sitting, const GError *error)
{
  g_error ("%s", error->message);
}

static void
wait (Room *room)
{
  const guint before = room->n_changes;

  while (room->n_changes == before)
    g_main_context_iteration (NULL, TRUE);
}

static void
open_room (Room *room, BacklogFixture *fixture)
{
  *room = (Room) { imp_sitting_new (fixture->backlog), 0 };
  g_signal_connect_swapped (room->sitting, "changed", G_CALLBACK (changed_cb), room);
  g_signal_connect (room->sitting, "failed", G_CALLBACK (failed_cb), NULL);
  imp_sitting_start (room->sitting);
  wait (room);
}

static void
answer (Room *room, int band, ImpKnown known)
{
  const ImpAnswer answer = { .band = band, .known = known };
  const guint before = room->n_changes;

  imp_sitting_answer (room->sitting, &answer);
  if (room->n_changes == before)
    wait (room);
}

static void
go_on (Room *room)
{
  imp_sitting_go_on (room->sitting);
  wait (room);
}

/* Of each the people are measured, how often and minutes are what one person said. */
static void
fill (BacklogFixture *fixture)
{
  backlog_fixture_record (fixture, "The printer jams", 10);
  backlog_fixture_record (fixture, "The door sticks", 12);
  backlog_fixture_record (fixture, "The scanner signs out", 400);
}

static void
test_asks_nothing_twice (BacklogFixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Room room;

  fill (fixture);
  for (open_room (&room, fixture); !imp_sitting_is_over (room.sitting); go_on (&room))
    {
      const ImpSittingStep *step = imp_sitting_get_step (room.sitting);

      g_assert_cmpint (imp_sitting_get_page (room.sitting)->item, ==, step->item);
      g_assert_true (
          g_hash_table_add (seen, g_strdup_printf ("%s %d", step->title, step->question)));
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 6);
  g_assert_cmpuint (imp_sitting_count (room.sitting, IMP_STEP_OUTCOME_SKIPPED), ==, 6);
  g_assert_null (imp_sitting_get_page (room.sitting));
  g_assert_finalize_object (room.sitting);
}

/* An answer is saved at once; the line says what it moved, also when somebody comes back to it. */
static void
test_says_what_it_moved (BacklogFixture *fixture, gconstpointer data)
{
  const ImpSittingStep *step;
  g_autofree char *title = NULL, *moved = NULL;
  Room room;

  fill (fixture);
  open_room (&room, fixture);
  step = imp_sitting_get_step (room.sitting);
  title = g_strdup (step->title);
  answer (&room, IMP_N_BANDS, IMP_KNOWN_SEVERAL);
  g_assert_cmpint (step->outcome, ==, IMP_STEP_OUTCOME_ANSWERED);
  moved = g_strdup (step->moved);
  g_assert_nonnull (moved);
  g_assert_cmpint (imp_sitting_get_page (room.sitting)->facts.answer[step->question].known, ==,
                   IMP_KNOWN_SEVERAL);
  go_on (&room);
  answer (&room, 1, IMP_KNOWN_SEVERAL);
  imp_sitting_go_back (room.sitting);
  wait (&room);
  step = imp_sitting_get_step (room.sitting);
  g_assert_cmpstr (step->title, ==, title);
  g_assert_cmpstr (step->moved, ==, moved);
  g_assert_cmpint (step->answer.band, ==, IMP_N_BANDS);
  g_assert_false (imp_sitting_can_go_back (room.sitting));
  g_assert_finalize_object (room.sitting);
}

/* Each of two answers to the same question, the newest first. */
static void
test_undo (BacklogFixture *fixture, gconstpointer data)
{
  const ImpSittingStep *step;
  Room room;

  fill (fixture);
  open_room (&room, fixture);
  g_assert_false (imp_sitting_can_undo (room.sitting));
  answer (&room, 6, IMP_KNOWN_SEVERAL);
  answer (&room, 6, IMP_KNOWN_MEASURED);
  go_on (&room);
  imp_sitting_undo (room.sitting);
  wait (&room);
  step = imp_sitting_get_step (room.sitting);
  g_assert_cmpint (step->outcome, ==, IMP_STEP_OUTCOME_ANSWERED);
  g_assert_cmpint (step->answer.known, ==, IMP_KNOWN_SEVERAL);
  imp_sitting_undo (room.sitting);
  wait (&room);
  g_assert_cmpint (step->outcome, ==, IMP_STEP_OUTCOME_OPEN);
  g_assert_null (step->moved);
  g_assert_false (imp_sitting_can_undo (room.sitting));
  g_assert_cmpint (imp_sitting_get_page (room.sitting)->facts.answer[step->question].known, ==,
                   IMP_KNOWN_ONE);
  g_assert_finalize_object (room.sitting);
}

/* Another action came after it: that is not what the room means. */
static void
test_undoes_its_own_only (BacklogFixture *fixture, gconstpointer data)
{
  Room room;

  fill (fixture);
  open_room (&room, fixture);
  answer (&room, 6, IMP_KNOWN_SEVERAL);
  backlog_fixture_record (fixture, "The lift stops", 3);
  g_assert_false (imp_sitting_can_undo (room.sitting));
  g_assert_finalize_object (room.sitting);
}

static void
test_nobody_knows (BacklogFixture *fixture, gconstpointer data)
{
  const ImpAnswer nothing = { 0 };
  const ImpSittingStep *step;
  Room room;

  fill (fixture);
  open_room (&room, fixture);
  step = imp_sitting_get_step (room.sitting);
  imp_sitting_answer (room.sitting, &nothing);
  g_assert_cmpint (step->outcome, ==, IMP_STEP_OUTCOME_NOBODY_KNOWS);
  g_assert_true (
      imp_answer_is_known (&imp_sitting_get_page (room.sitting)->facts.answer[step->question]));
  g_assert_false (imp_sitting_can_undo (room.sitting));
  answer (&room, 6, IMP_KNOWN_SEVERAL);
  answer (&room, 0, 0); /* takes it back */
  g_assert_cmpint (step->outcome, ==, IMP_STEP_OUTCOME_NOBODY_KNOWS);
  g_assert_cmpuint (imp_sitting_count (room.sitting, IMP_STEP_OUTCOME_ANSWERED), ==, 0);
  g_assert_finalize_object (room.sitting);
}

/* Deleted by somebody while the room talks about another one. */
static void
test_gone (BacklogFixture *fixture, gconstpointer data)
{
  ImpAwait await = { NULL };
  ImpItem first;
  Room room;

  fill (fixture);
  open_room (&room, fixture);
  first = imp_sitting_get_step (room.sitting)->item;
  while (imp_sitting_get_step (room.sitting)->item == first)
    go_on (&room);
  imp_backlog_delete_async (fixture->backlog, first, "Deleted", imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  imp_sitting_go_back (room.sitting);
  wait (&room);
  g_assert_cmpint (imp_sitting_get_step (room.sitting)->item, !=, first);
  g_assert_finalize_object (room.sitting);
}

/* To the first question about another irritant; gives how many were before it. */
static guint
go_on_from (Room *room, ImpItem item)
{
  while (imp_sitting_get_step (room->sitting)->item == item)
    go_on (room);
  return imp_sitting_get_steps (room->sitting)->len - 1;
}

/* The second irritant of three is deleted: back is over it, to the first. */
static void
test_gone_on_the_way_back (BacklogFixture *fixture, gconstpointer data)
{
  ImpAwait await = { NULL };
  ImpItem first, second;
  guint n_first, n;
  Room room;

  fill (fixture);
  open_room (&room, fixture);
  first = imp_sitting_get_step (room.sitting)->item;
  n_first = go_on_from (&room, first);
  second = imp_sitting_get_step (room.sitting)->item;
  n = go_on_from (&room, second);
  imp_backlog_delete_async (fixture->backlog, second, "Deleted", imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
  imp_sitting_go_back (room.sitting);
  wait (&room);
  g_assert_true (imp_sitting_get_step (room.sitting)
                 == imp_sitting_get_steps (room.sitting)->pdata[n_first - 1]);
  g_assert_cmpuint (imp_sitting_get_steps (room.sitting)->len, ==, n + 1);
  g_assert_finalize_object (room.sitting);
}

/* Whoever is quicker than the disk. */
static void
test_newest_answer_counts (BacklogFixture *fixture, gconstpointer data)
{
  const ImpAnswer first = { .band = 2, .known = IMP_KNOWN_SEVERAL };
  const ImpAnswer second = { .band = 5, .known = IMP_KNOWN_SEVERAL };
  const ImpSittingStep *step;
  Room room;

  fill (fixture);
  open_room (&room, fixture);
  step = imp_sitting_get_step (room.sitting);
  imp_sitting_answer (room.sitting, &first);
  imp_sitting_answer (room.sitting, &second);
  wait (&room);
  g_assert_cmpint (step->answer.band, ==, 5);
  g_assert_cmpint (imp_sitting_get_page (room.sitting)->facts.answer[step->question].band, ==, 5);
  g_assert_finalize_object (room.sitting);
}

/* The answer after it is that to a question which nobody has seen yet. */
static void
test_goes_on_when_saved (BacklogFixture *fixture, gconstpointer data)
{
  const ImpAnswer first = { .band = 2, .known = IMP_KNOWN_SEVERAL };
  const ImpAnswer second = { .band = 5, .known = IMP_KNOWN_SEVERAL };
  const ImpSittingStep *step;
  Room room;

  fill (fixture);
  open_room (&room, fixture);
  step = imp_sitting_get_step (room.sitting);
  imp_sitting_answer (room.sitting, &first);
  imp_sitting_go_on (room.sitting);
  imp_sitting_answer (room.sitting, &second);
  while (imp_sitting_get_step (room.sitting) == step)
    wait (&room);
  g_assert_cmpint (step->answer.band, ==, 2);
  g_assert_cmpint (imp_sitting_get_step (room.sitting)->outcome, ==, IMP_STEP_OUTCOME_OPEN);
  g_assert_finalize_object (room.sitting);
}

static void
test_nothing_to_ask (BacklogFixture *fixture, gconstpointer data)
{
  Room room;

  open_room (&room, fixture);
  g_assert_true (imp_sitting_is_over (room.sitting));
  g_assert_null (imp_sitting_get_step (room.sitting));
  g_assert_cmpuint (imp_sitting_get_steps (room.sitting)->len, ==, 0);
  g_assert_cmpfloat (imp_sitting_get_share (room.sitting), ==, -1);
  g_assert_finalize_object (room.sitting);
}

/* Measured, each of the ten at the top is surer to belong there. */
static void
test_top_ten_becomes_surer (BacklogFixture *fixture, gconstpointer data)
{
  Room room;

  for (guint i = 0; i < 16; i++)
    {
      g_autofree char *words = g_strdup_printf ("Irritant %u", i);

      backlog_fixture_record (fixture, words, 10 + i);
    }
  for (open_room (&room, fixture); !imp_sitting_is_over (room.sitting); go_on (&room))
    answer (&room, 1 + (int) (imp_sitting_get_step (room.sitting)->item % 6), IMP_KNOWN_MEASURED);
  g_assert_cmpfloat (imp_sitting_get_share_before (room.sitting), >, 0.5);
  g_assert_cmpfloat (imp_sitting_get_share (room.sitting), >,
                     imp_sitting_get_share_before (room.sitting) + 0.1);
  g_assert_finalize_object (room.sitting);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  BACKLOG_FIXTURE_ADD ("sitting/asks-nothing-twice", test_asks_nothing_twice);
  BACKLOG_FIXTURE_ADD ("sitting/says-what-it-moved", test_says_what_it_moved);
  BACKLOG_FIXTURE_ADD ("sitting/undo", test_undo);
  BACKLOG_FIXTURE_ADD ("sitting/undoes-its-own-only", test_undoes_its_own_only);
  BACKLOG_FIXTURE_ADD ("sitting/nobody-knows", test_nobody_knows);
  BACKLOG_FIXTURE_ADD ("sitting/gone", test_gone);
  BACKLOG_FIXTURE_ADD ("sitting/gone-on-the-way-back", test_gone_on_the_way_back);
  BACKLOG_FIXTURE_ADD ("sitting/newest-answer-counts", test_newest_answer_counts);
  BACKLOG_FIXTURE_ADD ("sitting/goes-on-when-saved", test_goes_on_when_saved);
  BACKLOG_FIXTURE_ADD ("sitting/nothing-to-ask", test_nothing_to_ask);
  BACKLOG_FIXTURE_ADD ("sitting/top-ten-becomes-surer", test_top_ten_becomes_surer);
  return g_test_run ();
}
