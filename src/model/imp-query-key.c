/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What irritants can be filtered by, and the words for it. */
#include "config.h"

#include "model/imp-query-key.h"

#include <glib/gi18n-lib.h>

#include "base/imp-text.h"
#include "model/imp-answer.h"
#include "model/imp-field-labels.h"

G_STATIC_ASSERT ((int) IMP_QUERY_UNKNOWN_ANY == (int) IMP_N_QUESTIONS);

typedef struct
{
  const char *nick, *label;
} Value;

static const Value states[] = {
  { "open", N_ ("Open") },
  { "planned", N_ ("Planned") },
  { "being-fixed", N_ ("Being fixed") },
  { "fixed", N_ ("Fixed") },
  { "confirmed", N_ ("Confirmed") },
  { "declined", N_ ("Declined") },
  { "unfixed", N_ ("Not yet fixed") },
  { "any", N_ ("Any state") },
};
static const Value things[] = {
  { "photo", N_ ("Photo") },
};
static const Value questions[] = {
  { "people", N_ ("How many people") },   { "often", N_ ("How often") },
  { "minutes", N_ ("How many minutes") }, { "effort", N_ ("How long to fix") },
  { "any", N_ ("Any of them") },
};
static const Value answers[] = {
  { "yes", N_ ("Yes") },
  { "no", N_ ("No") },
};

#define VALUES(list) 0, G_N_ELEMENTS (list), list
#define NO_VALUES    0, 0, NULL
#define FIELD(field) IMP_IRRITANT_##field, 0, NULL

static const struct
{
  const char *nick, *word, *label, *any;
  ImpQuerySort sort;
  guint8 field; /* whose choices are the values; 0: those that follow */
  guint n_values;
  const Value *values;
} keys[IMP_N_QUERY_KEYS] = {
  /* Translators: these are typed in front of a colon to search ("site:Lyon"): one word each, in
   * small letters, all of them different. */
  [IMP_QUERY_STATE] = { "state", NC_ ("search", "state"), N_ ("State"), N_ ("Any state"),
                        IMP_QUERY_CHOICE, VALUES (states) },
  [IMP_QUERY_SITE] = { "site", NC_ ("search", "site"), N_ ("Site"), N_ ("Any site"),
                       IMP_QUERY_NAMES, NO_VALUES },
  [IMP_QUERY_DEPARTMENT] = { "department", NC_ ("search", "department"), N_ ("Department"),
                             N_ ("Any department"), IMP_QUERY_NAMES, NO_VALUES },
  [IMP_QUERY_OFFERING] = { "offering", NC_ ("search", "offering"), N_ ("Offering"),
                           N_ ("Any offering"), IMP_QUERY_NAMES, NO_VALUES },
  [IMP_QUERY_STEP] = { "step", NC_ ("search", "step"), N_ ("Step"), N_ ("Any step"),
                       IMP_QUERY_NAMES, NO_VALUES },
  [IMP_QUERY_OUTCOME] = { "outcome", NC_ ("search", "outcome"), N_ ("Outcome"), N_ ("Any outcome"),
                          IMP_QUERY_NAMES, NO_VALUES },
  [IMP_QUERY_WASTE] = { "waste", NC_ ("search", "waste"), N_ ("Waste"), N_ ("Any waste"),
                        IMP_QUERY_CHOICE, FIELD (WASTE) },
  [IMP_QUERY_KIND] = { "kind", NC_ ("search", "kind"), N_ ("What Gets Better"),
                       N_ ("Whatever gets better"), IMP_QUERY_CHOICE, FIELD (CHANGE) },
  [IMP_QUERY_PERSON] = { "person", NC_ ("search", "person"), N_ ("Who Reported It"), N_ ("Anybody"),
                         IMP_QUERY_NAMES, NO_VALUES },
  [IMP_QUERY_TAG] = { "tag", NC_ ("search", "tag"), N_ ("Tag"), N_ ("Any tag"), IMP_QUERY_NAMES,
                      NO_VALUES },
  [IMP_QUERY_SINCE] = { "since", NC_ ("search", "since"), N_ ("Recorded Since"),
                        N_ ("Since any day"), IMP_QUERY_DAY, NO_VALUES },
  [IMP_QUERY_BEFORE] = { "before", NC_ ("search", "before"), N_ ("Recorded Before"),
                         N_ ("Before any day"), IMP_QUERY_DAY, NO_VALUES },
  [IMP_QUERY_HAS] = { "has", NC_ ("search", "has"), N_ ("Has"), N_ ("With or without a photo"),
                      IMP_QUERY_CHOICE, VALUES (things) },
  [IMP_QUERY_UNKNOWN] = { "unknown", NC_ ("search", "unknown"), N_ ("Answer Not Known"),
                          N_ ("Known or not"), IMP_QUERY_CHOICE, VALUES (questions) },
  [IMP_QUERY_CUSTOMERS] = { "customers", NC_ ("search", "customers"), N_ ("Customers See It"),
                            N_ ("Customers see it"), IMP_QUERY_CHOICE, VALUES (answers) },
  [IMP_QUERY_PINNED] = { "pinned", NC_ ("search", "pinned"), N_ ("Pinned"), N_ ("Pinned or not"),
                         IMP_QUERY_CHOICE, VALUES (answers) },
};

ImpQuerySort
imp_query_key_get_sort (ImpQueryKey key)
{
  g_return_val_if_fail (key < IMP_N_QUERY_KEYS, IMP_QUERY_NAMES);
  return keys[key].sort;
}

const char *
imp_query_key_get_nick (ImpQueryKey key)
{
  g_return_val_if_fail (key < IMP_N_QUERY_KEYS, "");
  return keys[key].nick;
}

const char *
imp_query_key_get_word (ImpQueryKey key)
{
  g_return_val_if_fail (key < IMP_N_QUERY_KEYS, "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "search", keys[key].word);
}

const char *
imp_query_key_get_label (ImpQueryKey key)
{
  g_return_val_if_fail (key < IMP_N_QUERY_KEYS, "");
  return _ (keys[key].label);
}

const char *
imp_query_key_get_any (ImpQueryKey key)
{
  g_return_val_if_fail (key < IMP_N_QUERY_KEYS, "");
  return _ (keys[key].any);
}

gboolean
imp_query_key_is_yes_or_no (ImpQueryKey key)
{
  g_return_val_if_fail (key < IMP_N_QUERY_KEYS, FALSE);
  return keys[key].values == answers;
}

/* "being-fixed" is "Being fixed". */
static char *
fold (const char *word)
{
  g_autofree char *blanks = g_strdelimit (g_strdup (word), "-_", ' ');

  return imp_text_fold (blanks);
}

static gboolean
is_called (const char *folded, const char *name)
{
  g_autofree char *other = fold (name);

  return g_str_equal (folded, other);
}

gboolean
imp_query_key_find (const char *word, ImpQueryKey *key)
{
  g_autofree char *folded = fold (word);

  for (ImpQueryKey i = 0; i < IMP_N_QUERY_KEYS; i++)
    if (is_called (folded, keys[i].nick) || is_called (folded, imp_query_key_get_word (i)))
      {
        *key = i;
        return TRUE;
      }
  return FALSE;
}

/* NULL where it is of no field. */
static const ImpField *
get_field (ImpQueryKey key)
{
  return keys[key].field != 0 ? imp_kind_get_field (IMP_KIND_IRRITANT, keys[key].field) : NULL;
}

guint
imp_query_key_get_n_values (ImpQueryKey key)
{
  const ImpField *field;

  g_return_val_if_fail (key < IMP_N_QUERY_KEYS, 0);
  field = get_field (key);
  return field != NULL ? g_strv_length ((GStrv) field->nicks) : keys[key].n_values;
}

const char *
imp_query_value_get_nick (ImpQueryKey key, guint value)
{
  g_return_val_if_fail (value < imp_query_key_get_n_values (key), "");
  return keys[key].field != 0 ? get_field (key)->nicks[value] : keys[key].values[value].nick;
}

const char *
imp_query_value_get_label (ImpQueryKey key, guint value)
{
  g_return_val_if_fail (value < imp_query_key_get_n_values (key), "");
  return keys[key].field != 0 ? imp_field_get_choice_label (get_field (key), value + 1)
                              : _ (keys[key].values[value].label);
}

int
imp_query_value_find (ImpQueryKey key, const char *word)
{
  g_autofree char *folded = fold (word);

  for (guint i = 0; i < imp_query_key_get_n_values (key); i++)
    if (is_called (folded, imp_query_value_get_nick (key, i))
        || is_called (folded, imp_query_value_get_label (key, i)))
      return (int) i;
  return -1;
}
