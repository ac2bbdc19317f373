/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What irritants can be filtered by, and the words for it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In the order in which a query is written and shown. */
typedef enum
{
  IMP_QUERY_STATE,
  IMP_QUERY_SITE,
  IMP_QUERY_DEPARTMENT,
  IMP_QUERY_OFFERING,
  IMP_QUERY_STEP,
  IMP_QUERY_OUTCOME,
  IMP_QUERY_WASTE,
  IMP_QUERY_KIND,   /* of change: what its removal would make better */
  IMP_QUERY_PERSON, /* who reported it */
  IMP_QUERY_TAG,
  IMP_QUERY_SINCE,  /* recorded on that day or later */
  IMP_QUERY_BEFORE, /* recorded before that day */
  IMP_QUERY_HAS,
  IMP_QUERY_UNKNOWN, /* which answer */
  IMP_QUERY_CUSTOMERS,
  IMP_QUERY_PINNED,
  IMP_N_QUERY_KEYS
} ImpQueryKey;

/* What stands after the colon. */
typedef enum
{
  IMP_QUERY_NAMES,  /* of something in the backlog */
  IMP_QUERY_CHOICE, /* one of a few words */
  IMP_QUERY_DAY     /* 2026-03-01, or 2026-03 for its first day */
} ImpQuerySort;

ImpQuerySort imp_query_key_get_sort (ImpQueryKey key);
const char *imp_query_key_get_nick (ImpQueryKey key);  /* "site", as files and other laptops say */
const char *imp_query_key_get_word (ImpQueryKey key);  /* "site", as it is typed here */
const char *imp_query_key_get_label (ImpQueryKey key); /* "Site", translated */
const char *imp_query_key_get_any (ImpQueryKey key);   /* "Any site", translated */
/* By its nick or its word, whatever the capitals. */
gboolean imp_query_key_find (const char *word, ImpQueryKey *key);

/* Of the values of IMP_QUERY_STATE: states, then sums of them. */
typedef enum
{
  IMP_QUERY_STATE_OPEN,
  IMP_QUERY_STATE_PLANNED,
  IMP_QUERY_STATE_BEING_FIXED,
  IMP_QUERY_STATE_FIXED,
  IMP_QUERY_STATE_CONFIRMED,
  IMP_QUERY_STATE_DECLINED,
  IMP_QUERY_STATE_UNFIXED,
  IMP_QUERY_STATE_ANY
} ImpQueryState;
/* Of the values of IMP_QUERY_UNKNOWN: an ImpQuestion each, then any of them. */
#define IMP_QUERY_UNKNOWN_ANY 4
/* Of the values of those that are true or not. */
#define IMP_QUERY_YES 0
#define IMP_QUERY_NO  1
gboolean imp_query_key_is_yes_or_no (ImpQueryKey key);

/* The values of a choice, by number from 0; those of IMP_QUERY_WASTE and IMP_QUERY_KIND are an
 * ImpWaste and an ImpChangeType less 1. */
guint imp_query_key_get_n_values (ImpQueryKey key);
const char *imp_query_value_get_nick (ImpQueryKey key, guint value);  /* "being-fixed" */
const char *imp_query_value_get_label (ImpQueryKey key, guint value); /* "Being fixed" */
/* By nick or label, whatever the capitals; -1: there is none. */
int imp_query_value_find (ImpQueryKey key, const char *word);

G_END_DECLS
