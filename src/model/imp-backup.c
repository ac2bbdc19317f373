/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Backups as data: what they are called, and which of them are kept. */
#include "config.h"

#include "model/imp-backup.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/imp-date.h"

#define SUFFIX    ".db"
#define DAMAGED   "-damaged"
#define TIME_SIZE 16 /* 20261121T223000Z */
#define MINUTE_MS (60 * 1000)

static const char *const nicks[] = {
  [IMP_BACKUP_DAILY] = "daily",
  [IMP_BACKUP_BY_HAND] = "by-hand",
  [IMP_BACKUP_BEFORE_RESTORE] = "before-restore",
  [IMP_BACKUP_BEFORE_CHANGE] = "before-change",
  [IMP_BACKUP_BEFORE_SCHEMA] = "before-schema",
  [IMP_BACKUP_AFTER_ERASURE] = "after-erasure",
};

void
imp_backup_free (ImpBackup *self)
{
  g_free (self->path);
  g_free (self);
}

const char *
imp_backup_reason_get_words (ImpBackupReason reason)
{
  static const char *const words[] = {
    [IMP_BACKUP_NONE] = "",
    [IMP_BACKUP_DAILY] = N_ ("daily"),
    [IMP_BACKUP_BY_HAND] = N_ ("by hand"),
    [IMP_BACKUP_BEFORE_RESTORE] = N_ ("before another one was restored"),
    [IMP_BACKUP_BEFORE_CHANGE] = N_ ("before an import"),
    [IMP_BACKUP_BEFORE_SCHEMA] = N_ ("before an update of Improve"),
    [IMP_BACKUP_AFTER_ERASURE] = N_ ("after a colleague was erased"),
  };

  return *words[reason] != '\0' ? _ (words[reason]) : "";
}

static gboolean
shares_minute (const ImpBackup *self, const GPtrArray *among)
{
  for (guint i = 0; among != NULL && i < among->len; i++)
    {
      const ImpBackup *other = among->pdata[i];

      if (other != self && other->time_ms / MINUTE_MS == self->time_ms / MINUTE_MS)
        return TRUE;
    }
  return FALSE;
}

char *
imp_backup_dup_time_words (const ImpBackup *self, const GPtrArray *among)
{
  return shares_minute (self, among) ? imp_time_to_exact_words (self->time_ms)
                                     : imp_time_to_words (self->time_ms);
}

/* A name of a file has an end: of a very long one the beginning must do. */
char *
imp_backup_dup_stem (const char *database)
{
  g_autofree char *name = g_path_get_basename (database);
  gsize size = strlen (name);

  if (size > strlen (SUFFIX) && g_str_has_suffix (name, SUFFIX))
    size -= strlen (SUFFIX);
  return g_strndup (name, MIN (size, IMP_BACKUP_STEM_SIZE));
}

static char *
format_time (gint64 time_ms)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (time_ms / 1000);

  return g_date_time_format (time, "%Y%m%dT%H%M%SZ");
}

char *
imp_backup_make_name (const char *database,
                      gint64 time_ms,
                      ImpBackupReason reason,
                      const char *dataset)
{
  g_autofree char *stem = imp_backup_dup_stem (database);
  g_autofree char *text = format_time (time_ms);
  gboolean named = dataset != NULL && *dataset != '\0';

  return g_strconcat (stem, "-", text, "-", nicks[reason], named ? "-" : "", named ? dataset : "",
                      SUFFIX, NULL);
}

char *
imp_backup_make_damaged_name (const char *database, gint64 time_ms)
{
  g_autofree char *stem = imp_backup_dup_stem (database);
  g_autofree char *text = format_time (time_ms);

  return g_strconcat (stem, DAMAGED, "-", text, SUFFIX, NULL);
}

/* What follows reads names from their end, which it takes away: the name of a database may look
 * like anything. */

static gboolean
take_end (GString *name, const char *end)
{
  gsize size = strlen (end);

  if (name->len < size || !g_str_equal (name->str + name->len - size, end))
    return FALSE;
  g_string_truncate (name, name->len - size);
  return TRUE;
}

/* "-1a2b3c4d" */
static void
take_dataset (GString *name, ImpBackup *backup)
{
  const gsize tail = IMP_BACKUP_DATASET_SIZE + 1;
  const char *end = name->len > tail ? name->str + name->len - tail : "";

  backup->dataset[0] = '\0';
  if (*end != '-' || strspn (end + 1, "0123456789abcdef") != IMP_BACKUP_DATASET_SIZE)
    return;
  g_strlcpy (backup->dataset, end + 1, sizeof backup->dataset);
  g_string_truncate (name, name->len - tail);
}

/* "-daily" */
static gboolean
take_reason (GString *name, ImpBackup *backup)
{
  backup->reason = IMP_BACKUP_NONE;
  for (guint i = 1; i < G_N_ELEMENTS (nicks) && backup->reason == IMP_BACKUP_NONE; i++)
    {
      g_autofree char *end = g_strconcat ("-", nicks[i], NULL);

      if (take_end (name, end))
        backup->reason = (ImpBackupReason) i;
    }
  return backup->reason != IMP_BACKUP_NONE;
}

/* "-20261121T223000Z" */
static gboolean
take_time (GString *name, ImpBackup *backup)
{
  const gsize tail = TIME_SIZE + 1;
  const char *end = name->len > tail ? name->str + name->len - tail : "";
  g_autoptr (GDateTime) time = *end == '-' ? g_date_time_new_from_iso8601 (end + 1, NULL) : NULL;

  if (time == NULL)
    return FALSE;
  backup->time_ms = g_date_time_to_unix (time) * 1000;
  g_string_truncate (name, name->len - tail);
  return TRUE;
}

static gboolean
keep_stem (const GString *name, ImpBackup *backup)
{
  return name->len > 0
         && g_strlcpy (backup->stem, name->str, sizeof backup->stem) < sizeof backup->stem;
}

gboolean
imp_backup_parse_name (const char *name, ImpBackup *backup)
{
  g_autoptr (GString) rest = g_string_new (name);

  if (!take_end (rest, SUFFIX))
    return FALSE;
  take_dataset (rest, backup);
  return take_reason (rest, backup) && take_time (rest, backup) && keep_stem (rest, backup);
}

gboolean
imp_backup_parse_damaged_name (const char *name, ImpBackup *backup)
{
  g_autoptr (GString) rest = g_string_new (name);

  backup->dataset[0] = '\0';
  backup->reason = IMP_BACKUP_NONE;
  return take_end (rest, SUFFIX) && take_time (rest, backup) && take_end (rest, DAMAGED)
         && keep_stem (rest, backup);
}

/* A number that is the same for all moments of one day, week or month. */
typedef gint64 (*PeriodFunc) (GDateTime *time);

static gint64
get_day (GDateTime *time)
{
  return g_date_time_to_unix (time) / (24 * 60 * 60);
}

/* 1 January 1970 was a Thursday. */
static gint64
get_week (GDateTime *time)
{
  return (get_day (time) + 3) / 7;
}

static gint64
get_month (GDateTime *time)
{
  return g_date_time_get_year (time) * 12 + g_date_time_get_month (time);
}

/* Keeps the newest of each of the last n periods that have one. */
static void
keep_one_each (const GPtrArray *backups, PeriodFunc get_period, guint n, GHashTable *kept)
{
  gint64 last = G_MAXINT64;

  for (guint i = 0; i < backups->len && n > 0; i++)
    {
      const ImpBackup *backup = backups->pdata[i];
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (backup->time_ms / 1000);
      gint64 period = get_period (time);

      if (period == last)
        continue;
      last = period;
      n--;
      g_hash_table_add (kept, (gpointer) backup);
    }
}

GPtrArray *
imp_backup_choose_old (const GPtrArray *backups)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);
  GPtrArray *old = g_ptr_array_new ();

  for (guint i = 0; i < MIN (backups->len, 10); i++)
    g_hash_table_add (kept, backups->pdata[i]);
  keep_one_each (backups, get_day, 7, kept);
  keep_one_each (backups, get_week, 4, kept);
  keep_one_each (backups, get_month, 12, kept);
  for (guint i = 0; i < backups->len; i++)
    if (!g_hash_table_contains (kept, backups->pdata[i]))
      g_ptr_array_add (old, backups->pdata[i]);
  return old;
}

const ImpBackup *
imp_backup_find_latest (const GPtrArray *backups, gint64 now_ms)
{
  for (guint i = 0; i < backups->len; i++)
    if (((const ImpBackup *) backups->pdata[i])->time_ms <= now_ms + IMP_CLOCK_FAR_MS)
      return backups->pdata[i];
  return backups->len > 0 ? backups->pdata[0] : NULL;
}
