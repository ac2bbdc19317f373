/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What backups are called, and which of them are kept. */
#include "config.h"

#include "model/imp-backup.h"

#define HOUR_MS G_GINT64_CONSTANT (3600000)
#define NOW_MS  G_GINT64_CONSTANT (1795262400000) /* Saturday, 21 November 2026, 12:00 UTC */

static void
assert_round_trip (const char *database,
                   const char *stem,
                   ImpBackupReason reason,
                   const char *dataset)
{
  g_autofree char *name = imp_backup_make_name (database, NOW_MS, reason, dataset);
  ImpBackup again;

  g_assert_true (g_str_has_prefix (name, stem));
  g_assert_true (imp_backup_parse_name (name, &again));
  g_assert_cmpint (again.time_ms, ==, NOW_MS);
  g_assert_cmpint (again.reason, ==, reason);
  g_assert_cmpstr (again.stem, ==, stem);
  g_assert_cmpstr (again.dataset, ==, dataset != NULL ? dataset : "");
}

/* Also of a backup that is opened as a backlog itself, and of a name with no end. */
static void
test_names_round_trip (void)
{
  static const char *const databases[][2] = {
    { "/home/ines/backlog.db", "backlog" },
    { "mine.db", "mine" },
    { "two.improve", "two.improve" },
    { "/a/mine-20261121T120000Z-daily-1a2b3c4d.db", "mine-20261121T120000Z-daily-1a2b3c4d" },
  };
  g_autofree char *endless = g_strnfill (250, 'x'), *cut = g_strnfill (IMP_BACKUP_STEM_SIZE, 'x');

  for (int reason = IMP_BACKUP_DAILY; reason < IMP_N_BACKUP_REASONS; reason++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (databases); i++)
        {
          assert_round_trip (databases[i][0], databases[i][1], (ImpBackupReason) reason, NULL);
          assert_round_trip (databases[i][0], databases[i][1], (ImpBackupReason) reason,
                             "1a2b3c4d");
        }
      assert_round_trip (endless, cut, (ImpBackupReason) reason, "1a2b3c4d");
    }
}

static void
test_damaged_names_round_trip (void)
{
  g_autofree char *name = imp_backup_make_damaged_name ("/home/ines/mine.db", NOW_MS);
  ImpBackup again;

  g_assert_cmpstr (name, ==, "mine-damaged-20261121T120000Z.db");
  g_assert_true (imp_backup_parse_damaged_name (name, &again));
  g_assert_cmpstr (again.stem, ==, "mine");
  g_assert_cmpint (again.time_ms, ==, NOW_MS);
  g_assert_false (imp_backup_parse_damaged_name ("mine-damaged.db", &again));
  g_assert_false (imp_backup_parse_damaged_name ("-damaged-20261121T120000Z.db", &again));
}

static void
test_other_names_are_not_ours (void)
{
  static const char *const others[] = {
    "",
    "backlog-.db",
    "backlog.db",
    "backlog-20261121T120000Z-.db",
    "backlog-20261121T120000Z-weekly.db",
    "backlog-20261121T120000Z-daily.db.part",
    "backlog-20261321T120000Z-daily.db",
    "backlog-2026-11-21T12:00-daily.db",
    "backlog-damaged-20261121T120000Z.db",
    "-20261121T120000Z-daily.db",
    "20261121T120000Z-daily.db",
    "backlog-20261121T120000Z-daily-1A2B3C4D.db",
    "backlog-20261121T120000Z-daily-1a2b3c.db",
    "backlog-20261121T120000Z--1a2b3c4d.db",
  };
  ImpBackup backup;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (imp_backup_parse_name (others[i], &backup))
      g_error ("“%s” was taken for a backup", others[i]);
}

/* One every so many hours, back from now. */
static GPtrArray *
make_backups (guint n, gint64 step_hours)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_backup_free);

  for (guint i = 0; i < n; i++)
    {
      ImpBackup *backup = g_new0 (ImpBackup, 1);

      backup->time_ms = NOW_MS - (gint64) i * step_hours * HOUR_MS;
      g_ptr_array_add (backups, backup);
    }
  return backups;
}

static gboolean
is_kept (const GPtrArray *backups, guint i)
{
  g_autoptr (GPtrArray) old = imp_backup_choose_old (backups);

  return !g_ptr_array_find (old, backups->pdata[i], NULL);
}

static void
test_ten_last_stay (void)
{
  g_autoptr (GPtrArray) backups = make_backups (30, 1); /* all of this day and the one before */
  g_autoptr (GPtrArray) old = imp_backup_choose_old (backups);

  for (guint i = 0; i < 10; i++)
    g_assert_true (is_kept (backups, i));
  g_assert_true (is_kept (backups, 13)); /* 20 November, 23:00: the newest of its day */
  g_assert_false (is_kept (backups, 12));
  g_assert_cmpuint (old->len, ==, 30 - 11);
}

static void
test_days_weeks_and_months_stay (void)
{
  g_autoptr (GPtrArray) backups = make_backups (800, 24);
  guint n_kept = 0;

  for (guint i = 0; i < backups->len; i++)
    n_kept += is_kept (backups, i);
  /* Ten last; Sundays 15, 8, 1 November (15 and the present week are among the last ten, 8 and 1
   * are not); month ends October 2026 … December 2025. */
  g_assert_cmpuint (n_kept, ==, 10 + 2 + 11);
  g_assert_true (is_kept (backups, 13));  /* 8 November */
  g_assert_true (is_kept (backups, 20));  /* 1 November */
  g_assert_true (is_kept (backups, 21));  /* 31 October */
  g_assert_false (is_kept (backups, 22)); /* 30 October */
  g_assert_true (is_kept (backups, 325)); /* 31 December 2025 */
  g_assert_false (is_kept (backups, 356));
}

static void
test_few_are_all_kept (void)
{
  g_autoptr (GPtrArray) backups = make_backups (10, 24 * 400), none = make_backups (0, 1);
  g_autoptr (GPtrArray) old = imp_backup_choose_old (backups);
  g_autoptr (GPtrArray) nothing = imp_backup_choose_old (none);

  g_assert_cmpuint (old->len, ==, 0);
  g_assert_cmpuint (nothing->len, ==, 0);
}

static void
test_latest_is_not_dated_far_ahead (void)
{
  g_autoptr (GPtrArray) backups = make_backups (3, 24), none = make_backups (0, 1);

  g_assert_true (imp_backup_find_latest (backups, NOW_MS) == backups->pdata[0]);
  g_assert_true (imp_backup_find_latest (backups, NOW_MS - 24 * HOUR_MS) == backups->pdata[0]);
  g_assert_true (imp_backup_find_latest (backups, NOW_MS - 24 * HOUR_MS - 1) == backups->pdata[1]);
  g_assert_true (imp_backup_find_latest (backups, 0) == backups->pdata[0]); /* all are */
  g_assert_null (imp_backup_find_latest (none, NOW_MS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/backup/names-round-trip", test_names_round_trip);
  g_test_add_func ("/model/backup/damaged-names-round-trip", test_damaged_names_round_trip);
  g_test_add_func ("/model/backup/other-names-are-not-ours", test_other_names_are_not_ours);
  g_test_add_func ("/model/backup/ten-last-stay", test_ten_last_stay);
  g_test_add_func ("/model/backup/days-weeks-and-months-stay", test_days_weeks_and_months_stay);
  g_test_add_func ("/model/backup/few-are-all-kept", test_few_are_all_kept);
  g_test_add_func ("/model/backup/latest-is-not-dated-far-ahead",
                   test_latest_is_not_dated_far_ahead);
  return g_test_run ();
}
