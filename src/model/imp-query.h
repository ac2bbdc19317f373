/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Which irritants are asked for: words to find, and filters. */
#pragma once

#include "base/imp-date.h"
#include "model/imp-query-key.h"
#include "model/imp-search.h"
#include "model/imp-state.h"

G_BEGIN_DECLS

/* One filter, as "-site:Lyon" says it. */
typedef struct
{
  ImpQueryKey key;
  gboolean negated;
  gboolean whole; /* the name was quoted: no other one that begins so is meant */
  char *value;    /* of a choice its nick; else as it was typed */
  int choice;     /* its number; -1: there is no such value, which finds nothing */
  ImpDate day;    /* IMP_DATE_NONE: it is no day, which finds nothing */
} ImpQueryFilter;

/* What somebody types to find irritants: words ("badge reader" between quotation marks stand side
 * by side) and filters as site:Lyon, offering:"Door badges", -person:Dana. Several values of a key:
 * any of them; several keys: all of them. Without one of states it asks for what is not yet fixed.
 * A word before a colon that is no key is a word to find. A query and its text are the same thing:
 * chips, the entry, saved views and the command line all speak it. Immutable, reference counted,
 * for any thread. NULL asks for what is not yet fixed, all of it. */
typedef struct _ImpQuery ImpQuery;

ImpQuery *imp_query_parse (const char *text); /* of people, in any state; NULL is "" */
/* Words alone, whatever they look like, in some states: a mask of 1 << ImpState. NULL is "". */
ImpQuery *imp_query_new (guint states, const char *words);
ImpQuery *imp_query_ref (ImpQuery *self); /* NULL stays NULL */
void imp_query_unref (ImpQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpQuery, imp_query_unref)

/* In one order, with English keys, so that it says the same on every laptop; parsing it gives the
 * same query again. */
char *imp_query_to_text (const ImpQuery *self);
gboolean imp_query_equal (const ImpQuery *a, const ImpQuery *b);

guint imp_query_get_n_filters (const ImpQuery *self);
const ImpQueryFilter *imp_query_get_filter (const ImpQuery *self, guint i); /* by key */
gboolean imp_query_has_key (const ImpQuery *self, ImpQueryKey key);
/* As it is typed, with the key of this language: of a chip that becomes text again. */
char *imp_query_filter_to_text (const ImpQueryFilter *filter);
ImpSearch *imp_query_get_search (const ImpQuery *self); /* borrowed; NULL: there are no words */
char *imp_query_dup_words (const ImpQuery *self);       /* as they are typed; "" for none */
guint imp_query_get_states (const ImpQuery *self);      /* mask of 1 << ImpState */
/* Whether anything but the state narrows it. */
gboolean imp_query_is_narrow (const ImpQuery *self);
/* What is wrong with it, as a sentence; NULL: nothing. */
char *imp_query_dup_problem (const ImpQuery *self);

/* Another query each. `whole` matters for names alone. */
ImpQuery *imp_query_with (const ImpQuery *self,
                          ImpQueryKey key,
                          gboolean negated,
                          gboolean whole,
                          const char *value);
ImpQuery *imp_query_without (const ImpQuery *self, guint filter);
ImpQuery *imp_query_without_key (const ImpQuery *self, ImpQueryKey key);
ImpQuery *imp_query_with_words (const ImpQuery *self, const char *text); /* no filters in it */
/* The filters of both, and the words of both. */
ImpQuery *imp_query_and (const ImpQuery *self, const ImpQuery *other);

G_END_DECLS
