/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Erasing a person as the window does it: not a byte is left, and nothing brings them back. */
#include "config.h"

#include <string.h>

#include "backlog/imp-backlog-backups.h"
#include "backlog/imp-backlog-files.h"
#include "backlog/imp-backlog-history.h"
#include "backlog/imp-backlog-irritants.h"
#include "backlog/imp-backlog-people.h"
#include "backlog/imp-backlog-rounds.h"
#include "backlog/imp-draft-keeper.h"
#include "base/imp-error.h"
#include "base/imp-file-replace.h"
#include "support/imp-open-backlog.h"
#include "support/imp-pause.h"

#define NAME       "Zoë Müller"
#define NAME_NFD   "Zoe\u0308 Mu\u0308ller"
#define NAME_UPPER "ZOË MÜLLER"
#define SHORT_WAIT 60000

typedef struct
{
  char *folder, *path, *second;
  gint64 now_ms;
  ImpClock clock;
  ImpBacklog *backlog;
  ImpItem irritant, person;
} Fixture;

static void
open_backlog (Fixture *fixture)
{
  fixture->backlog = imp_open_backlog (fixture->path, "Inès Caron", &fixture->clock);
}

static void
close_backlog (Fixture *fixture)
{
  imp_close_backlog (g_steal_pointer (&fixture->backlog));
}

static ImpItem
finish_write (Fixture *fixture, ImpAwait *await)
{
  return imp_finish_write (fixture->backlog, await);
}

static ImpIrritantPage *
read_irritant (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  ImpIrritantPage *page;

  imp_backlog_irritant_page_async (fixture->backlog, fixture->irritant, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  page = imp_backlog_irritant_page_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  return page;
}

/* Said in all the ways a name can be typed. */
static void
fill (Fixture *fixture)
{
  ImpRecording recording = { .words = "Die Waage klemmt. Fragt " NAME_UPPER "!",
                             .person = NAME_NFD,
                             .date = IMP_DATE_NONE };
  g_autoptr (ImpIrritantPage) page = NULL;
  ImpAwait await = { NULL };

  imp_backlog_record_async (fixture->backlog, &recording, NULL, imp_await_cb, &await);
  fixture->irritant = finish_write (fixture, &await);
  page = read_irritant (fixture);
  fixture->person = ((ImpReportLine *) page->reports->pdata[0])->person;
  g_assert_cmpint (fixture->person, !=, 0);
  imp_backlog_set_text_async (fixture->backlog, fixture->irritant, IMP_IRRITANT_DESCRIPTION,
                              "Von " NAME_NFD ".", "Reworded", imp_await_cb, &await);
  finish_write (fixture, &await);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("improve-erasure-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "backlog.db", NULL);
  fixture->second = g_build_filename (fixture->folder, "stick", NULL);
  g_assert_cmpint (g_mkdir (fixture->second, 0700), ==, 0);
  fixture->now_ms = 1795262400000; /* 21 November 2026, noon */
  fixture->clock = imp_clock_fixed (&fixture->now_ms);
  open_backlog (fixture);
  fill (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_backlog (fixture);
  imp_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->second);
}

static guint
count_in_file (const char *path, const char *bytes)
{
  g_autofree char *contents = NULL;
  gsize size;
  guint n = 0;

  if (!g_file_get_contents (path, &contents, &size, NULL))
    return 0;
  for (const char *at = contents;
       (at = memmem (at, size - (gsize) (at - contents), bytes, strlen (bytes))) != NULL; at++)
    n++;
  return n;
}

/* In every file below a folder. */
static guint
count_bytes (const char *folder, const char *bytes)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      n += g_file_test (path, G_FILE_TEST_IS_DIR) ? count_bytes (path, bytes)
                                                  : count_in_file (path, bytes);
    }
  return n;
}

static guint
count_traces (const char *folder)
{
  static const char *const traces[] = { "Zoë",          "ZOË",          "zoë",    "Zoe\u0308",
                                        "ZOE\u0308",    "Müller",       "MÜLLER", "müller",
                                        "Mu\u0308ller", "MU\u0308LLER", "muller", "zoe" };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (traces); i++)
    n += count_bytes (folder, traces[i]);
  return n;
}

static ImpErasurePlan *
plan (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  ImpErasurePlan *planned;

  imp_backlog_plan_erasure_async (fixture->backlog, fixture->person, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  planned = imp_backlog_plan_erasure_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  return planned;
}

static void
wait_for_disk (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  ImpAwait await = { NULL };

  imp_backlog_wait_async (fixture->backlog, imp_await_cb, &await);
  result = imp_await (&await);
  g_assert_true (imp_backlog_wait_finish (fixture->backlog, result, NULL));
}

static ImpErased *
erase (Fixture *fixture, gboolean older_copies, const char *second)
{
  g_autoptr (ImpErasurePlan) planned = plan (fixture);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  ImpErased *erased;

  fixture->now_ms += SHORT_WAIT;
  imp_backlog_erase_person_async (fixture->backlog, fixture->person, planned->mentions,
                                  older_copies, second, NULL, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  erased = imp_backlog_erase_person_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  return erased;
}

static char *
back_up (Fixture *fixture, const char *second)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  char *written;

  imp_backlog_back_up_async (fixture->backlog, IMP_BACKUP_BY_HAND, second, NULL, imp_await_cb,
                             &await);
  result = imp_await (&await);
  written = imp_backlog_back_up_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  return written;
}

static void
restore (Fixture *fixture, const char *backup)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };

  fixture->now_ms += SHORT_WAIT;
  imp_backlog_restore_backup_async (fixture->backlog, backup, imp_await_cb, &await);
  result = imp_await (&await);
  imp_backlog_restore_backup_finish (fixture->backlog, result, NULL, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&result);
  imp_assert_finalize_soon (g_steal_pointer (&fixture->backlog));
  open_backlog (fixture);
}

/* The chain verifies, the projection is what the journal gives. */
static void
assert_sound (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpCheck) check = NULL;
  ImpAwait await = { NULL };

  imp_backlog_check_deep_async (fixture->backlog, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  check = imp_backlog_check_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (check->problems->len, ==, 0);
}

static GPtrArray *
list_backups (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  ImpAwait await = { NULL };

  imp_backlog_list_backups_async (fixture->path, NULL, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  return imp_backlog_list_backups_finish (result, NULL);
}

static void
test_person_page (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpPersonPage) page = NULL;
  ImpAwait await = { NULL };

  imp_backlog_set_person_place_async (fixture->backlog, fixture->person, IMP_PERSON_SITE, "Gent",
                                      NULL, imp_await_cb, &await);
  finish_write (fixture, &await);
  imp_backlog_person_async (fixture->backlog, fixture->person, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  page = imp_backlog_person_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (page->name, ==, NAME);
  g_assert_cmpstr (page->site, ==, "Gent");
  g_assert_null (page->department);
  g_assert_cmpuint (page->n[IMP_PERSON_REPORTED], ==, 1);
  g_assert_cmpuint (page->n[IMP_PERSON_FIXED], ==, 0);
  g_assert_cmpint (((ImpPersonLine *) page->lines[IMP_PERSON_REPORTED]->pdata[0])->item, ==,
                   fixture->irritant);
}

static void
test_plan_says_what_goes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *written = back_up (fixture, NULL);
  g_autoptr (ImpErasurePlan) planned = plan (fixture);

  g_assert_cmpuint (planned->page->n[IMP_PERSON_REPORTED], ==, 1);
  g_assert_cmpuint (planned->mentions->len, ==, 3); /* title, description, words */
  g_assert_cmpuint (planned->n_earlier, ==, 0);
  g_assert_cmpuint (planned->n_backups, ==, 1);
  g_assert_false (planned->writes_history);
}

static ImpRoundPage *
read_round (Fixture *fixture, ImpItem round)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  ImpRoundPage *page;

  imp_backlog_round_page_async (fixture->backlog, round, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  page = imp_backlog_round_page_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  return page;
}

/* On which the name stands wherever it can. */
static ImpItem
go_round (Fixture *fixture)
{
  static const char *const people[] = { NAME, NULL };
  static const char *const questions[] = { "Wo ist " NAME "?", NULL };
  const ImpRoundPlan planned = { .site = "Gent",
                                 .planned = 20000,
                                 .visitors = "Marta und " NAME,
                                 .note = "Frag " NAME_UPPER,
                                 .questions = questions,
                                 .people = people,
                                 .weeks = -1 };
  const ImpHeard heard = { .kind = IMP_HEARD_WORKS, .words = NAME " hilft immer", .person = NAME };
  ImpAwait await = { NULL };
  ImpItem round;

  imp_backlog_plan_round_async (fixture->backlog, &planned, imp_await_cb, &await);
  round = finish_write (fixture, &await);
  imp_backlog_hear_async (fixture->backlog, round, &heard, imp_await_cb, &await);
  finish_write (fixture, &await);
  return round;
}

static void
test_round_loses_the_name (Fixture *fixture, gconstpointer data)
{
  ImpItem round = go_round (fixture);
  g_autoptr (ImpErasurePlan) planned = plan (fixture);
  g_autoptr (ImpErased) erased = erase (fixture, TRUE, NULL);
  g_autoptr (ImpRoundPage) page = read_round (fixture, round);
  const ImpHeardLine *line = page->heard->pdata[0];

  g_assert_cmpuint (planned->page->n[IMP_PERSON_REMARKED], ==, 1);
  g_assert_cmpuint (planned->mentions->len, ==, 7);
  g_assert_null (erased->trouble);
  g_assert_cmpuint (count_traces (fixture->folder), ==, 0);
  g_assert_cmpstr (page->line.visitors, ==, "Marta und [name removed]");
  g_assert_cmpstr (page->note, ==, "Frag [name removed]");
  g_assert_cmpstr (page->questions[0], ==, "Wo ist [name removed]?");
  g_assert_cmpstr (line->words, ==, "[name removed] hilft immer");
  g_assert_cmpstr (line->who, ==, "Somebody");
  g_assert_cmpuint (page->meetings->len, ==, 1);
  g_assert_cmpstr (((ImpMeetingLine *) page->meetings->pdata[0])->name, ==, "Somebody");
  assert_sound (fixture);
}

static void
test_not_a_byte_is_left (Fixture *fixture, gconstpointer data)
{
  g_autofree char *written = back_up (fixture, fixture->second);
  g_autofree char *damaged =
      g_build_filename (fixture->folder, "backlog-damaged-20261101T120000Z.db", NULL);
  g_autofree char *foreign =
      g_build_filename (fixture->second, "backlog-20261101T120000Z-daily-00000000.db", NULL);
  g_autoptr (ImpIrritantPage) before = read_irritant (fixture), after = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (ImpErased) erased = NULL;

  g_assert_true (g_file_set_contents (damaged, NAME, -1, NULL));
  g_assert_true (g_file_set_contents (foreign, "of another backlog", -1, NULL));
  g_assert_cmpuint (count_traces (fixture->folder), >, 10);
  erased = erase (fixture, TRUE, fixture->second);
  g_assert_null (erased->trouble);
  g_assert_cmpuint (g_strv_length (erased->left), ==, 0);
  g_assert_cmpuint (count_traces (fixture->folder), ==, 0);
  g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
  backups = list_backups (fixture);
  g_assert_cmpuint (backups->len, ==, 1); /* the new one */
  g_assert_cmpint (((ImpBackup *) backups->pdata[0])->reason, ==, IMP_BACKUP_AFTER_ERASURE);
  after = read_irritant (fixture);
  g_assert_cmpuint (after->n_voices, ==, before->n_voices);
  g_assert_cmpint (after->facts.reporters, ==, before->facts.reporters);
  g_assert_cmpfloat (after->impact.hours, ==, before->impact.hours);
  g_assert_cmpstr (after->description, ==, "Von [name removed].");
  g_assert_cmpstr (((ImpReportLine *) after->reports->pdata[0])->who, ==, "Somebody");
  assert_sound (fixture);
  close_backlog (fixture);
  g_assert_cmpuint (count_traces (fixture->folder), ==, 0);
  open_backlog (fixture);
}

/* Of two backlogs in one folder. Also what says no more than that it is of this one goes. */
static void
test_others_copies_stay (Fixture *fixture, gconstpointer data)
{
  static const char *const others[] = { "other.db", "other-damaged-20261101T120000Z.db",
                                        "backups/other-20261101T120000Z-daily-00000000.db",
                                        "backups/other-20261101T120000Z-daily.db" };
  g_autofree char *nameless =
      g_build_filename (fixture->folder, "backups", "backlog-20261101T120000Z-daily.db", NULL);
  g_autofree char *written = back_up (fixture, NULL);
  g_autoptr (ImpErased) erased = NULL;

  g_assert_true (g_file_set_contents (nameless, NAME, -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, others[i], NULL);

      g_assert_true (g_file_set_contents (path, "of another backlog", -1, NULL));
    }
  erased = erase (fixture, TRUE, NULL);
  g_assert_null (erased->trouble);
  g_assert_cmpuint (count_traces (fixture->folder), ==, 0);
  g_assert_false (g_file_test (nameless, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_bytes (fixture->folder, "of another backlog"), ==, G_N_ELEMENTS (others));
}

/* As a backup that was copied before the erasure and is being checked, or sent to the second folder. */
static ImpFileReplace *
begin_copy (Fixture *fixture, const char *folder, char **path)
{
  g_autofree char *name =
      imp_backup_make_name (fixture->path, fixture->now_ms, IMP_BACKUP_DAILY, NULL);
  ImpFileReplace *file;

  *path = g_build_filename (folder, name, NULL);
  file = imp_file_replace_begin (*path, NULL);
  g_assert_nonnull (file);
  g_output_stream_write_all (imp_file_replace_get_stream (file), NAME, strlen (NAME), NULL, NULL,
                             NULL);
  return file;
}

static void
test_backups_under_way_are_stopped (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = imp_backlog_dup_backup_folder (fixture->path);
  g_autofree char *written = back_up (fixture, NULL), *first = NULL, *second = NULL;
  g_autoptr (ImpFileReplace) here = begin_copy (fixture, folder, &first);
  g_autoptr (ImpFileReplace) there = begin_copy (fixture, fixture->second, &second);
  g_autoptr (ImpErased) erased = erase (fixture, TRUE, fixture->second);

  g_assert_null (erased->trouble);
  g_assert_false (imp_file_replace_commit (here, NULL));
  g_assert_false (imp_file_replace_commit (there, NULL));
  g_assert_cmpuint (count_traces (fixture->folder), ==, 0);
}

/* Where the older copies are to stay, what is none of them goes all the same. */
static void
test_killed_backup_is_removed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = imp_backlog_dup_backup_folder (fixture->path), *path = NULL;
  g_autofree char *written = back_up (fixture, NULL), *left = NULL;
  g_autoptr (ImpErased) erased = NULL;
  ImpFileReplace *file = begin_copy (fixture, folder, &path);

  left = g_strdup (imp_file_replace_get_temporary (file));
  imp_file_replace_free (file);
  g_assert_true (g_file_set_contents (left, NAME, -1, NULL));
  erased = erase (fixture, FALSE, NULL);
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (written, G_FILE_TEST_EXISTS));
}

static void
test_undo_does_not_bring_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ImpErased) erased = NULL;
  ImpAwait await = { NULL };

  imp_backlog_set_text_async (fixture->backlog, fixture->irritant, IMP_IRRITANT_DECLINED_REASON,
                              "Nobody is named here", "Unrelated", imp_await_cb, &await);
  finish_write (fixture, &await);
  erased = erase (fixture, TRUE, NULL);
  g_assert_cmpstr (imp_backlog_get_undo_label (fixture->backlog), ==, "Unrelated");
  imp_backlog_undo_async (fixture->backlog, imp_await_cb, &await);
  finish_write (fixture, &await);
  g_assert_null (imp_backlog_get_undo_label (fixture->backlog));
  imp_backlog_redo_async (fixture->backlog, imp_await_cb, &await);
  finish_write (fixture, &await);
  g_assert_cmpuint (count_traces (fixture->folder), ==, 0);
}

static void
test_restore_erases_again (Fixture *fixture, gconstpointer data)
{
  g_autofree char *written = back_up (fixture, NULL);
  g_autoptr (ImpErased) erased = erase (fixture, FALSE, NULL);
  g_autofree char *backups = imp_backlog_dup_backup_folder (fixture->path);
  g_autoptr (ImpIrritantPage) page = NULL;

  g_assert_cmpuint (count_traces (backups), >, 0); /* kept, as was asked */
  restore (fixture, written);
  g_assert_cmpuint (count_traces (fixture->folder), ==, count_traces (backups));
  page = read_irritant (fixture);
  g_assert_cmpuint (page->n_voices, ==, 1);
  g_assert_cmpstr (page->description, ==, "Von [name removed].");
  assert_sound (fixture);
}

static void
test_lost_second_folder_is_named (Fixture *fixture, gconstpointer data)
{
  g_autofree char *away = g_build_filename (fixture->folder, "drawer", NULL);
  g_autofree char *written = back_up (fixture, fixture->second);
  g_autoptr (ImpErased) erased = NULL;

  g_assert_cmpint (g_rename (fixture->second, away), ==, 0);
  erased = erase (fixture, TRUE, fixture->second);
  g_assert_nonnull (erased->trouble);
  g_assert_cmpuint (g_strv_length (erased->left), ==, 1);
  g_assert_cmpstr (erased->left[0], ==, fixture->second);
  g_assert_cmpuint (count_traces (away), >, 0);
  g_assert_cmpint (g_rename (away, fixture->second), ==, 0);
  imp_remove_folder (fixture->second);
  g_assert_cmpuint (count_traces (fixture->folder), ==, 0);
}

/* No new backup, so the older ones stay. */
static void
test_no_backup_nothing_deleted (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = imp_backlog_dup_backup_folder (fixture->path);
  g_autofree char *damaged =
      g_build_filename (fixture->folder, "backlog-damaged-20261101T120000Z.db", NULL);
  g_autoptr (ImpErased) erased = NULL;

  g_assert_true (g_file_set_contents (damaged, NAME, -1, NULL));
  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  erased = erase (fixture, TRUE, NULL);
  g_assert_nonnull (erased->trouble);
  g_assert_true (g_file_test (damaged, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_in_file (fixture->path, NAME), ==, 0);
}

static void
test_cancelled_changes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ImpErasurePlan) planned = plan (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpIrritantPage) page = NULL;
  GTask *pause = imp_pause_begin (fixture->backlog);
  ImpAwait await = { NULL };

  imp_backlog_erase_person_async (fixture->backlog, fixture->person, planned->mentions, TRUE, NULL,
                                  NULL, cancellable, imp_await_cb, &await);
  g_cancellable_cancel (cancellable);
  imp_pause_end (pause);
  result = imp_await (&await);
  g_assert_null (imp_backlog_erase_person_finish (fixture->backlog, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  page = read_irritant (fixture);
  g_assert_cmpstr (((ImpReportLine *) page->reports->pdata[0])->who, ==, NAME);
}

static void
test_words_changed_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ImpErasurePlan) planned = plan (fixture);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpIrritantPage) page = NULL;
  ImpAwait await = { NULL };

  imp_backlog_set_text_async (fixture->backlog, fixture->irritant, IMP_IRRITANT_DESCRIPTION,
                              "Ganz anders, sagt " NAME ".", "Reworded", imp_await_cb, &await);
  finish_write (fixture, &await);
  imp_backlog_erase_person_async (fixture->backlog, fixture->person, planned->mentions, TRUE, NULL,
                                  NULL, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  g_assert_null (imp_backlog_erase_person_finish (fixture->backlog, result, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_INPUT);
  g_assert_true (g_str_has_prefix (error->message, "Cannot erase the colleague: "));
  page = read_irritant (fixture);
  g_assert_cmpstr (((ImpReportLine *) page->reports->pdata[0])->who, ==, NAME);
}

/* What is kept by choice is kept, and its history too. */
static void
test_sentences_not_chosen_stay (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpErased) erased = NULL;
  g_autoptr (ImpIrritantPage) page = NULL;
  ImpAwait await = { NULL };

  imp_backlog_erase_person_async (fixture->backlog, fixture->person, none, FALSE, NULL, NULL, NULL,
                                  imp_await_cb, &await);
  result = imp_await (&await);
  erased = imp_backlog_erase_person_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  page = read_irritant (fixture);
  g_assert_cmpstr (page->description, ==, "Von " NAME ".");
  g_assert_cmpstr (((ImpReportLine *) page->reports->pdata[0])->who, ==, "Somebody");
}

static void
test_history_says_erased (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ImpErased) erased = erase (fixture, FALSE, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) edits = NULL;
  ImpAwait await = { NULL };
  guint n_before = 0, n_after = 0;

  imp_backlog_edits_async (fixture->backlog, fixture->irritant, 0, 10, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  edits = imp_backlog_edits_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < edits->len; i++)
    for (guint j = 0; j < ((ImpEdit *) edits->pdata[i])->fields->len; j++)
      {
        const ImpEditedField *edited = ((ImpEdit *) edits->pdata[i])->fields->pdata[j];

        n_before += edited->before_erased;
        n_after += edited->after_erased;
        g_assert_cmpint (edited->field, !=, IMP_FIELD_FORGET);
      }
  g_assert_cmpuint (n_before, ==, 3);
  g_assert_cmpuint (n_after, ==, 3);
}

static void
assert_draft (Fixture *fixture, const char *text, gboolean goes)
{
  ImpDraftKeeper *keeper = imp_backlog_get_draft (fixture->backlog, IMP_DRAFT_RECORD);
  g_autoptr (ImpErasurePlan) planned = NULL;

  imp_draft_keeper_set_text (keeper, text);
  planned = plan (fixture);
  g_assert_cmpint (planned->in_draft, ==, goes);
}

/* What somebody is writing names them too. */
static void
test_draft_goes (Fixture *fixture, gconstpointer data)
{
  ImpDraftKeeper *record = imp_backlog_get_draft (fixture->backlog, IMP_DRAFT_RECORD);
  ImpDraftKeeper *round = imp_backlog_get_draft (fixture->backlog, IMP_DRAFT_ROUND);
  g_autoptr (ImpErased) erased = NULL;

  assert_draft (fixture, "words=The lift waits", FALSE);
  assert_draft (fixture, "words=The lift waits\nperson=" NAME_NFD, TRUE);
  imp_draft_keeper_set_text (round, "The lift waits");
  erased = erase (fixture, TRUE, NULL);
  g_assert_null (imp_draft_keeper_get_text (record));
  g_assert_cmpstr (imp_draft_keeper_get_text (round), ==, "The lift waits");
  wait_for_disk (fixture);
  g_assert_cmpuint (count_traces (fixture->folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/backlog/erasure/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("person-page", test_person_page);
  ADD ("plan-says-what-goes", test_plan_says_what_goes);
  ADD ("round-loses-the-name", test_round_loses_the_name);
  ADD ("not-a-byte-is-left", test_not_a_byte_is_left);
  ADD ("others-copies-stay", test_others_copies_stay);
  ADD ("backups-under-way-are-stopped", test_backups_under_way_are_stopped);
  ADD ("killed-backup-is-removed", test_killed_backup_is_removed);
  ADD ("undo-does-not-bring-back", test_undo_does_not_bring_back);
  ADD ("restore-erases-again", test_restore_erases_again);
  ADD ("lost-second-folder-is-named", test_lost_second_folder_is_named);
  ADD ("no-backup-nothing-deleted", test_no_backup_nothing_deleted);
  ADD ("cancelled-changes-nothing", test_cancelled_changes_nothing);
  ADD ("words-changed-meanwhile", test_words_changed_meanwhile);
  ADD ("sentences-not-chosen-stay", test_sentences_not_chosen_stay);
  ADD ("history-says-erased", test_history_says_erased);
  ADD ("draft-goes", test_draft_goes);
  return g_test_run ();
}
