/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Looking over the file by way of a copy that is made while others work. */
#include "config.h"

#include <glib/gstdio.h>

#include "store-fixture.h"
#include "store/imp-look-over.h"

#define DAY_MS G_GINT64_CONSTANT (86400000)

/* The first problem, or NULL. Something is written after each page that was copied. */
static char *
look (StoreFixture *fixture, gboolean busy)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpLookOver) look = imp_look_over_begin (fixture->store, &error);
  gboolean more = TRUE;

  for (int i = 0; more; i++)
    {
      imp_look_over_advance (look, busy ? 1 : 100, &more, &error);
      g_assert_no_error (error);
      if (busy && i < 50)
        store_fixture_record (fixture, "Printer jams", "21-100 one", NULL);
    }
  imp_look_over_finish (look, problems, NULL, &error);
  g_assert_no_error (error);
  return problems->len > 0 ? g_strdup (problems->pdata[0]) : NULL;
}

static guint
count_files (StoreFixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_once_a_week (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_record (fixture, "Scanner signs out", NULL, NULL);
  g_assert_true (imp_look_over_is_due (fixture->store));
  g_assert_null (look (fixture, FALSE));
  g_assert_true (imp_look_over_note (fixture->store, NULL));
  g_assert_false (imp_look_over_is_due (fixture->store));
  fixture->now_ms += 6 * DAY_MS;
  g_assert_false (imp_look_over_is_due (fixture->store));
  fixture->now_ms += 2 * DAY_MS;
  g_assert_true (imp_look_over_is_due (fixture->store));
}

static void
copy (const char *from, const char *to, const char *suffix)
{
  g_autofree char *source = g_strconcat (from, suffix, NULL);
  g_autofree char *target = g_strconcat (to, suffix, NULL);
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (source, &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (target, bytes, (gssize) size, NULL));
}

/* As after a power cut: the log is still there. */
static void
test_after_an_unclean_end (StoreFixture *fixture, gconstpointer data)
{
  char *cut = g_build_filename (fixture->folder, "cut.db", NULL);

  store_fixture_record (fixture, "Scanner signs out", NULL, NULL);
  g_assert_true (imp_look_over_note (fixture->store, NULL));
  copy (fixture->path, cut, "");
  copy (fixture->path, cut, "-wal");
  store_fixture_close (fixture);
  store_fixture_open (fixture);
  g_assert_false (imp_look_over_is_due (fixture->store)); /* it was closed */
  store_fixture_close (fixture);
  g_free (fixture->path);
  fixture->path = cut;
  store_fixture_open (fixture);
  g_assert_true (imp_look_over_is_due (fixture->store));
  g_assert_true (imp_look_over_note (fixture->store, NULL));
  g_assert_false (imp_look_over_is_due (fixture->store));
}

static void
test_while_others_write (StoreFixture *fixture, gconstpointer data)
{
  guint n_files;

  for (int i = 0; i < 30; i++)
    store_fixture_record (fixture, "Scanner signs out", NULL, NULL);
  n_files = count_files (fixture);
  g_assert_null (look (fixture, TRUE));
  g_assert_cmpuint (count_files (fixture), ==, n_files);
  store_fixture_assert_sound (fixture);
}

static void
test_finds_a_changed_value (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *problem = NULL;

  store_fixture_record (fixture, "Scanner signs out", NULL, NULL);
  store_fixture_exec (fixture, "UPDATE journal SET value = 'All is well' WHERE rseq = 2");
  problem = look (fixture, FALSE);
  g_assert_nonnull (problem);
  g_test_message ("%s", problem);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/store/look-over/" path, StoreFixture, NULL, store_fixture_set_up, func,            \
              store_fixture_tear_down)
  ADD ("once-a-week", test_once_a_week);
  ADD ("after-an-unclean-end", test_after_an_unclean_end);
  ADD ("while-others-write", test_while_others_write);
  ADD ("finds-a-changed-value", test_finds_a_changed_value);
  return g_test_run ();
}
