/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * An entry row that offers the names the backlog knows already. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog.h"

G_BEGIN_DECLS

/* An AdwEntryRow for the name of a person, site, department or offering. While typing, the most
 * used names that contain the text are offered under the row (Down goes into them, Return takes
 * one, Escape closes); the button at the end offers them all. Any other name may be typed. */
#define IMP_TYPE_NAME_ROW (imp_name_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (ImpNameRow, imp_name_row, IMP, NAME_ROW, AdwEntryRow)

/* For rows that know more than names. look_up: ends in imp_name_row_offer(), unless it is
 * cancelled. taken, optional: the one at this position of those offered is in the row now. */
struct _ImpNameRowClass
{
  AdwEntryRowClass parent_class;
  void (*look_up) (ImpNameRow *self, const char *text, GCancellable *cancellable);
  void (*taken) (ImpNameRow *self, guint position);
};

/* What is said beside a name may be NULL; `details` too. Nothing happens where the row is not being
 * edited any more: FALSE. */
gboolean imp_name_row_offer (ImpNameRow *self, const char *const *names, char *const *details);
ImpBacklog *imp_name_row_get_backlog (ImpNameRow *self);

/* Nothing is offered before this. */
void imp_name_row_set_source (ImpNameRow *self, ImpBacklog *backlog, ImpKind kind);
/* The cleaned name; NULL where nothing was typed. */
char *imp_name_row_dup_name (ImpNameRow *self);

/* For a name that is changed in place: `func` is called with the new name, NULL for none, when it is
 * activated, when the focus leaves, and when the row goes out of sight; it stands over what the
 * page showed that is `as_of`. Once for each row. */
typedef void (*ImpNameRowKeepFunc) (ImpNameRow *row,
                                    const char *name,
                                    const char *as_of,
                                    gpointer data);
void imp_name_row_keep_by (ImpNameRow *self, ImpNameRowKeepFunc func, gpointer data);
/* From the record, as a page showed it that is `as_of`; not while something is unkept. */
void imp_name_row_set_kept (ImpNameRow *self, const char *name, const char *as_of);

G_END_DECLS
