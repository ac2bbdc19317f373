/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Backups as data: what they are called, and which of them are kept. */
#include "config.h"

#include "model/imp-backup.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/imp-date.h"

#define PREFIX    "backlog-"
#define SUFFIX    ".db"
#define TIME_SIZE 16 /* 20261121T223000Z */

static const char *const nicks[] = {
  [IMP_BACKUP_DAILY] = "daily",
  [IMP_BACKUP_BY_HAND] = "by-hand",
  [IMP_BACKUP_BEFORE_RESTORE] = "before-restore",
  [IMP_BACKUP_BEFORE_CHANGE] = "before-change",
  [IMP_BACKUP_BEFORE_SCHEMA] = "before-schema",
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
  };

  return *words[reason] != '\0' ? _ (words[reason]) : "";
}

char *
imp_backup_dup_time_words (const ImpBackup *self)
{
  return imp_time_to_words (self->time_ms);
}

char *
imp_backup_make_name (gint64 time_ms, ImpBackupReason reason, const char *dataset)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (time_ms / 1000);
  g_autofree char *text = g_date_time_format (time, "%Y%m%dT%H%M%SZ");
  gboolean named = dataset != NULL && *dataset != '\0';

  return g_strconcat (PREFIX, text, "-", nicks[reason], named ? "-" : "", named ? dataset : "",
                      SUFFIX, NULL);
}

static ImpBackupReason
find_reason (const char *nick, gsize size)
{
  for (guint i = 1; i < G_N_ELEMENTS (nicks); i++)
    if (strlen (nicks[i]) == size && strncmp (nicks[i], nick, size) == 0)
      return (ImpBackupReason) i;
  return IMP_BACKUP_NONE;
}

/* "daily-1a2b3c4d" of so many bytes. */
static void
parse_reason (const char *text, gsize size, ImpBackup *backup)
{
  const gsize tail = IMP_BACKUP_DATASET_SIZE + 1;

  backup->dataset[0] = '\0';
  if (size > tail && text[size - tail] == '-'
      && strspn (text + size - tail + 1, "0123456789abcdef") == IMP_BACKUP_DATASET_SIZE)
    {
      g_strlcpy (backup->dataset, text + size - tail + 1, sizeof backup->dataset);
      size -= tail;
    }
  backup->reason = find_reason (text, size);
}

gboolean
imp_backup_parse_name (const char *name, ImpBackup *backup)
{
  const char *rest = name + strlen (PREFIX);
  g_autofree char *text = NULL;
  g_autoptr (GDateTime) time = NULL;

  if (!g_str_has_prefix (name, PREFIX) || !g_str_has_suffix (name, SUFFIX)
      || strlen (rest) < TIME_SIZE + 1 + strlen (SUFFIX) || rest[TIME_SIZE] != '-')
    return FALSE;
  text = g_strndup (rest, TIME_SIZE);
  time = g_date_time_new_from_iso8601 (text, NULL);
  rest += TIME_SIZE + 1;
  parse_reason (rest, strlen (rest) - strlen (SUFFIX), backup);
  if (time == NULL || backup->reason == IMP_BACKUP_NONE)
    return FALSE;
  backup->time_ms = g_date_time_to_unix (time) * 1000;
  return TRUE;
}

gboolean
imp_backup_is_of (const ImpBackup *self, const char *dataset)
{
  return dataset == NULL || *dataset == '\0' || self->dataset[0] == '\0'
         || g_str_equal (self->dataset, dataset);
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
