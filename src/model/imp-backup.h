/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Backups as data: what they are called, and which of them are kept. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Why a backup was made. The nicks stand in file names for ever. */
typedef enum
{
  IMP_BACKUP_NONE = 0,
  IMP_BACKUP_DAILY,          /* the first of a day on which something had changed */
  IMP_BACKUP_BY_HAND,        /* asked for */
  IMP_BACKUP_BEFORE_RESTORE, /* what a restored backup took the place of */
  IMP_BACKUP_BEFORE_CHANGE,  /* before many items change at once: an import */
  IMP_BACKUP_BEFORE_SCHEMA,  /* before a new version changes the format of the file */
  IMP_BACKUP_AFTER_ERASURE,  /* in the place of those that still named a colleague */
  IMP_N_BACKUP_REASONS
} ImpBackupReason;

#define IMP_BACKUP_DATASET_SIZE 8   /* hexadecimal digits, of the backlog's own id */
#define IMP_BACKUP_STEM_SIZE    128 /* bytes */

/* One backup in a folder. Every one that has its name was checked before it got it. Immutable. */
typedef struct
{
  char *path;
  gint64 time_ms; /* Unix time */
  guint64 size;   /* bytes */
  ImpBackupReason reason;
  char stem[IMP_BACKUP_STEM_SIZE + 1];       /* what the database was called then */
  char dataset[IMP_BACKUP_DATASET_SIZE + 1]; /* of which backlog; "" where the name does not say */
} ImpBackup;

void imp_backup_free (ImpBackup *self);

/* "daily"; "20 November 2026, 18:03", local time, and with seconds where another one `among` these,
 * which may be NULL, is of the same minute. */
const char *imp_backup_reason_get_words (ImpBackupReason reason);
char *imp_backup_dup_time_words (const ImpBackup *self, const GPtrArray *among);

/* "backlog" of "/home/ines/backlog.db": what names of its backups begin with. */
char *imp_backup_dup_stem (const char *database);
/* "backlog-20261121T223000Z-daily-1a2b3c4d.db", and back into stem, time, reason and dataset, which
 * may be NULL and missing; FALSE for any other name. */
char *imp_backup_make_name (const char *database,
                            gint64 time_ms,
                            ImpBackupReason reason,
                            const char *dataset);
gboolean imp_backup_parse_name (const char *name, ImpBackup *backup);
/* "backlog-damaged-20261121T223000Z.db", under which a damaged database is kept, and back into stem
 * and time. */
char *imp_backup_make_damaged_name (const char *database, gint64 time_ms);
gboolean imp_backup_parse_damaged_name (const char *name, ImpBackup *backup);

/* Which backups may go: all but the newest ten, the newest of each of the last seven days that
 * have one, of four weeks and of twelve months (UTC, weeks from Monday). `backups` (of ImpBackup)
 * stand newest first; gives those to delete, borrowed. */
GPtrArray *imp_backup_choose_old (const GPtrArray *backups);

/* Of those, which stand newest first, the one that somebody wants who wants the latest: one dated
 * more than a day ahead is of a clock that was wrong, so others that are not go before it. What is
 * less far ahead counts: a clock that is set right goes back a little. NULL where none is. */
const ImpBackup *imp_backup_find_latest (const GPtrArray *backups, gint64 now_ms);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpBackup, imp_backup_free)

G_END_DECLS
