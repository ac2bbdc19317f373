/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Files that were cut off or changed at random: an error that says what to do, never a crash. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/imp-error.h"
#include "store-fixture.h"
#include "store/imp-irritant-table.h"

/* A backlog of some pages, closed; its bytes. */
static char *
make_backlog (StoreFixture *fixture, gsize *size)
{
  char *bytes = NULL;

  for (int i = 0; i < 30; i++)
    {
      g_autofree char *title = g_strdup_printf ("Irritant %d, with words to search", i);

      store_fixture_record (fixture, title, i % 2 == 0 ? "21-100 one" : NULL, NULL);
    }
  store_fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, size, NULL));
  return bytes;
}

static guint
get_n_rounds (guint everyday, guint in_long)
{
  return g_getenv ("IMPROVE_TEST_LONG") != NULL ? in_long : everyday;
}

static void
assert_bytes (const char *path, const char *bytes, gsize size)
{
  g_autofree char *now = NULL;
  gsize now_size;

  g_assert_true (g_file_get_contents (path, &now, &now_size, NULL));
  g_assert_cmpmem (now, now_size, bytes, size);
}

static void
test_cut_off (StoreFixture *fixture, gconstpointer data)
{
  gsize size;
  g_autofree char *bytes = make_backlog (fixture, &size);
  guint n_rounds = get_n_rounds (100, 1000);

  for (guint i = 0; i < n_rounds; i++)
    {
      gsize cut = i < 3 ? i * 50 : size * i / n_rounds;
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) cut, NULL));
      if (imp_store_open (fixture->path, "Inès", &fixture->clock, &error) != NULL)
        g_error ("a file was opened that was cut off at %zu of %zu bytes", cut, size);
      g_assert_true (error->domain == IMP_ERROR);
      g_assert_true (error->code == IMP_ERROR_CORRUPT || error->code == IMP_ERROR_NOT_OURS);
      g_assert_nonnull (strstr (error->message, fixture->path));
      assert_bytes (fixture->path, bytes, cut);
    }
}

/* Some bytes of one page, or a page in the place of another. */
static void
damage (char *bytes, gsize size)
{
  gsize n_pages = size / 4096, page = (gsize) g_test_rand_int_range (0, (gint32) n_pages);

  if (g_test_rand_bit ())
    memcpy (bytes + page * 4096, bytes + (gsize) g_test_rand_int_range (0, (gint32) n_pages) * 4096,
            4096);
  else
    for (int i = g_test_rand_int_range (1, 9); i > 0; i--)
      bytes[page * 4096 + (gsize) g_test_rand_int_range (0, 4096)] =
          (char) g_test_rand_int_range (0, 256);
}

/* What a program does with an open backlog: each may fail, and say why. */
static void
use_store (ImpStore *store, guint *n_problems)
{
  g_autoptr (ImpRanking) ranking =
      imp_store_rank (store, G_MAXUINT, IMP_SORT_IMPACT, "words", NULL, NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify) imp_irritant_data_free);
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  g_auto (ImpCommit) commit = { 0 };

  if (ranking != NULL)
    imp_store_read_irritants (store, &g_array_index (ranking->items, guint32, 0),
                              ranking->items->len, rows, NULL);
  if (!imp_store_check (store, problems, NULL, NULL) || problems->len > 0)
    (*n_problems)++;
  imp_changes_set_text (changes, imp_changes_add (changes, IMP_KIND_IRRITANT), IMP_IRRITANT_TITLE,
                        "Printer jams");
  imp_store_commit (store, changes, &commit, NULL);
  imp_store_rebuild (store, NULL);
}

static void
test_changed_at_random (StoreFixture *fixture, gconstpointer data)
{
  gsize size;
  g_autofree char *bytes = make_backlog (fixture, &size), *changed = g_malloc (size);
  guint n_found = 0, n_rounds = get_n_rounds (150, 5000);

  for (guint i = 0; i < n_rounds; i++)
    {
      g_autoptr (GError) error = NULL;
      ImpStore *store;

      memcpy (changed, bytes, size);
      damage (changed, size);
      g_assert_true (g_file_set_contents (fixture->path, changed, (gssize) size, NULL));
      store = imp_store_open (fixture->path, "Inès", &fixture->clock, &error);
      if (store != NULL)
        use_store (store, &n_found);
      else
        n_found += error->domain == IMP_ERROR;
      g_clear_pointer (&store, imp_store_close);
    }
  g_test_message ("%u of %u damaged files were found", n_found, n_rounds);
  g_assert_cmpuint (n_found, >, n_rounds / 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/store/damaged-file/" path, StoreFixture, NULL, store_fixture_set_up, func,         \
              store_fixture_tear_down)
  ADD ("cut-off", test_cut_off);
  ADD ("changed-at-random", test_changed_at_random);
  return g_test_run ();
}
