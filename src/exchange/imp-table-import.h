/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Irritants read from a table that another program exported. */
#pragma once

#include "model/imp-changes.h"

G_BEGIN_DECLS

typedef enum
{
  IMP_TABLE_CSV,        /* any list with names on top: the usual names are recognised */
  IMP_TABLE_SERVICENOW, /* incidents of a service desk, one or several rows for each */
} ImpTablePreset;

/* A column, and what it becomes. Owns its strings. */
typedef struct
{
  char *name;    /* in one line, shortened */
  char *title;   /* as the file has it, for the map */
  guint field;   /* what it becomes, for imp_table_field_get_name() */
  char *becomes; /* for people: "site", "date (day first)", "left out" */
  char *sample;  /* the first value that says something, shortened; NULL if there is none */
} ImpTableColumn;

/* What a column can become, from 0, which is nothing. General ones are for any table, the others
 * for the columns of a service desk. */
guint imp_table_get_n_fields (void);
const char *imp_table_field_get_name (guint field);  /* as in the map: "site" */
const char *imp_table_field_get_words (guint field); /* for people: "left out" */
gboolean imp_table_field_is_general (guint field);

/* What was read: for the preview, and for the report afterwards. Plain data, one owner. */
typedef struct
{
  gboolean untitled; /* no column says what an irritant is: there are no changes */
  guint n_rows;      /* below the names of the columns */
  guint n_earlier;   /* of them: earlier states of what later rows say, so nothing is lost */
  guint n_items[IMP_N_KINDS]; /* in the changes, by kind; which are here already the store knows */
  GPtrArray *columns;         /* of ImpTableColumn, owned */
  GPtrArray *not_taken; /* of char *, owned: "Line 12: the date “31-02-2016” does not exist" */
} ImpTableReport;

void imp_table_report_free (ImpTableReport *self);

/* Reads a whole table. Blocks: not for the main thread; the cancellable is asked at every row.
 * What is wrong in one row is reported and costs that row; IMP_ERROR_INPUT (damaged, cut off, too
 * large, of no use) or a cancellation gives NULL and no report. Where no column says what an
 * irritant is, the report lists them, and the changes are empty.
 *
 * Items are known by what the table calls them, so that reading it again finds them: incidents by
 * their number, other rows by theirs or by all that they say, people, sites, departments and
 * offerings by name. Dates whose order nothing in the table tells are read day first.
 *
 * map: "column=field" each, NULL-terminated; may be NULL. */
ImpChanges *imp_table_import_read (GInputStream *stream,
                                   ImpTablePreset preset,
                                   const char *const *map,
                                   ImpTableReport **report,
                                   GCancellable *cancellable,
                                   GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpTableReport, imp_table_report_free)

G_END_DECLS
