/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How well what is known already is found: docs/recording.md says how it is measured, and how
 * with another history. */
#include "config.h"

#include <gio/gio.h>
#include <time.h>

#include "base/imp-compare.h"
#include "exchange/imp-csv-reader.h"
#include "store/imp-similar-table.h"
#include "support/imp-await.h"
#include "support/near-duplicates.h"

#define CHUNK      2000
#define MOST_ASKED 2000

/* Texts, and the irritants that were made of them. */
typedef struct
{
  char *folder;
  GPtrArray *texts; /* of char * */
  GArray *items;    /* of ImpItem */
  ImpStore *store;
} History;

typedef struct
{
  guint n, first, top; /* asked; found at the first place, among the first five */
  GArray *times;       /* of gint64: microseconds of the processor */
} Tally;

static GPtrArray *
read_texts (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &error);
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  ImpCsvReader *reader;
  ImpCsvResult result;

  g_assert_no_error (error);
  reader = imp_csv_reader_new (G_INPUT_STREAM (stream), NULL);
  imp_csv_reader_next (reader, &error); /* names of columns */
  while ((result = imp_csv_reader_next (reader, &error)) != IMP_CSV_END)
    {
      g_assert_no_error (error);
      if (result == IMP_CSV_ROW)
        g_ptr_array_add (texts, g_strdup (imp_csv_reader_get_cell (reader, 0)));
    }
  imp_csv_reader_free (reader);
  return texts;
}

static void
add_irritant (ImpChanges *changes, const char *text)
{
  ImpItem irritant = imp_changes_add (changes, IMP_KIND_IRRITANT);
  ImpItem report = imp_changes_add (changes, IMP_KIND_REPORT);
  g_autofree char *title = g_utf8_substring (text, 0, MIN (90, g_utf8_strlen (text, -1)));

  imp_changes_set_text (changes, irritant, IMP_IRRITANT_TITLE, title);
  imp_changes_set_item (changes, report, IMP_REPORT_IRRITANT, irritant);
  imp_changes_set_text (changes, report, IMP_REPORT_WORDS, text);
}

static void
add_chunk (History *self, guint from, guint n)
{
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  g_auto (ImpCommit) commit = { 0 };
  g_autoptr (GError) error = NULL;

  for (guint i = from; i < from + n; i++)
    add_irritant (changes, self->texts->pdata[i]);
  imp_store_commit (self->store, changes, &commit, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < commit.items->len; i += 2)
    g_array_append_val (self->items, g_array_index (commit.items, ImpItem, i));
}

static void
history_init (History *self, const char *path)
{
  const ImpClock clock = imp_clock_system ();
  g_autoptr (GError) error = NULL;
  g_autofree char *file = NULL;

  self->folder = g_dir_make_tmp ("improve-known-XXXXXX", NULL);
  self->texts = read_texts (path);
  self->items = g_array_new (FALSE, FALSE, sizeof (ImpItem));
  file = g_build_filename (self->folder, "backlog.db", NULL);
  self->store = imp_store_open (file, "Test", &clock, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < self->texts->len; i += CHUNK)
    add_chunk (self, i, MIN (CHUNK, self->texts->len - i));
}

static void
history_clear (History *self)
{
  imp_store_close (self->store);
  imp_remove_folder (self->folder);
  g_ptr_array_unref (self->texts);
  g_array_unref (self->items);
  g_free (self->folder);
}

static const char *
find_text (const History *self, ImpItem item)
{
  for (guint i = 0; i < self->items->len; i++)
    if (g_array_index (self->items, ImpItem, i) == item)
      return self->texts->pdata[i];
  return NULL;
}

/* The place of a text in what was found, from 1; 0: it is not there. Of equal texts any counts. */
static guint
find_place (const History *self, const GPtrArray *found, const char *text)
{
  for (guint i = 0; i < found->len; i++)
    if (g_strcmp0 (find_text (self, ((const ImpSimilar *) found->pdata[i])->item), text) == 0)
      return i + 1;
  return 0;
}

static void
ask (const History *self, const char *text, GRand *rand, Tally *tally)
{
  g_autofree char *near = near_duplicates_make (text, rand);
  g_autoptr (GError) error = NULL;
  const clock_t begin = clock ();
  g_autoptr (GPtrArray) found =
      imp_store_find_similar (self->store, near, NULL, NULL, IMP_SIMILAR_MOST, NULL, &error);
  const gint64 took = (gint64) (clock () - begin) * G_USEC_PER_SEC / CLOCKS_PER_SEC;
  guint place;

  g_assert_no_error (error);
  place = find_place (self, found, text);
  tally->n++;
  tally->first += place == 1;
  tally->top += place > 0;
  g_array_append_val (tally->times, took);
  if (place == 0)
    g_test_message ("not found: “%s” by “%s”", text, near);
}

static double
get_percent (guint part, guint n)
{
  return 100.0 * part / n;
}

static double
get_quantile (GArray *sorted, double share)
{
  const guint i = MIN (sorted->len - 1, (guint) (share * sorted->len));

  return (double) g_array_index (sorted, gint64, i) / 1000;
}

/* Of a history that is longer, so many drawn from it. */
static void
ask_all (const History *self, guint32 seed, Tally *tally)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  const guint n = self->texts->len;

  for (guint i = 0; i < MIN (n, MOST_ASKED); i++)
    {
      const guint drawn = n <= MOST_ASKED ? i : (guint) g_rand_int_range (rand, 0, (int) n);

      ask (self, self->texts->pdata[drawn], rand, tally);
    }
}

static void
say (const History *self, guint32 seed, Tally *tally)
{
  g_array_sort (tally->times, imp_compare_int64);
  g_test_message ("seed %u: %u of %u texts asked for in other words: %.1f %% first,"
                  " %.1f %% among the first %d; %.1f ms, p95 %.1f ms",
                  seed, tally->n, self->texts->len, get_percent (tally->first, tally->n),
                  get_percent (tally->top, tally->n), IMP_SIMILAR_MOST,
                  get_quantile (tally->times, 0.5), get_quantile (tally->times, 0.95));
}

static void
test_other_words (void)
{
  const char *given = g_getenv ("IMPROVE_TEST_HISTORY");
  g_autofree char *own =
      g_test_build_filename (G_TEST_DIST, "backlog", "data", "irritants.csv", NULL);
  History history;

  history_init (&history, given != NULL ? given : own);
  for (guint32 seed = 1; seed <= 3; seed++)
    {
      g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
      Tally tally = { .times = times };

      ask_all (&history, seed, &tally);
      say (&history, seed, &tally);
      g_assert_cmpfloat (get_percent (tally.top, tally.n), >=, given != NULL ? 90 : 97);
    }
  history_clear (&history);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backlog/known-in-other-words/among-five", test_other_words);
  return g_test_run ();
}
