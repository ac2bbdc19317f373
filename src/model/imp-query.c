/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Which irritants are asked for: words to find, and filters. */
#include "config.h"

#include "model/imp-query.h"

#include <string.h>

#include "base/imp-text.h"
#include "model/imp-query-scan.h"

/* A word to find, or several that stand side by side. */
typedef struct
{
  char *text;
  gboolean quoted;
} Word;

/* In one order: each of them has a word of its own. */
G_STATIC_ASSERT (IMP_STATE_OPEN + IMP_QUERY_STATE_DECLINED == IMP_STATE_DECLINED);

#define STATES_LISTED                                                                              \
  (IMP_STATES_NOT_FIXED | 1u << IMP_STATE_FIXED | 1u << IMP_STATE_CONFIRMED                        \
   | 1u << IMP_STATE_DECLINED)

struct _ImpQuery
{
  GArray *filters; /* of ImpQueryFilter, by key, each once */
  GArray *words;   /* of Word */
  ImpSearch *search;
};

static void
filter_clear (gpointer data)
{
  g_free (((ImpQueryFilter *) data)->value);
}

static void
word_clear (gpointer data)
{
  g_free (((Word *) data)->text);
}

static ImpQuery *
query_new (void)
{
  ImpQuery *self = g_atomic_rc_box_new0 (ImpQuery);

  self->filters = g_array_new (FALSE, FALSE, sizeof (ImpQueryFilter));
  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_array_set_clear_func (self->filters, filter_clear);
  g_array_set_clear_func (self->words, word_clear);
  return self;
}

static gboolean
filter_equal (const ImpQueryFilter *a, const ImpQueryFilter *b)
{
  return a->key == b->key && a->negated == b->negated && a->whole == b->whole
         && g_str_equal (a->value, b->value);
}

/* 2026-03 is its first day. */
static ImpDate
parse_day (const char *value)
{
  g_autofree char *first = g_strconcat (value, "-01", NULL);
  const ImpDate day = imp_date_parse (value);

  return day != IMP_DATE_NONE ? day : imp_date_parse (first);
}

/* Behind those of its key. What must be quoted is whole. */
static void
add_filter (ImpQuery *self, ImpQueryKey key, gboolean negated, gboolean whole, const char *value)
{
  const ImpQuerySort sort = imp_query_key_get_sort (key);
  ImpQueryFilter filter = { key, negated, FALSE, imp_text_clean (value), -1, IMP_DATE_NONE };
  guint i = 0;

  if (sort == IMP_QUERY_NAMES)
    filter.whole = whole || *imp_query_find_end (filter.value, FALSE) != '\0';
  else if (sort == IMP_QUERY_CHOICE)
    filter.choice = imp_query_value_find (key, filter.value);
  else if (sort == IMP_QUERY_DAY)
    filter.day = parse_day (filter.value);
  if (filter.choice >= 0)
    g_set_str (&filter.value, imp_query_value_get_nick (key, (guint) filter.choice));
  for (; i < self->filters->len && imp_query_get_filter (self, i)->key <= key; i++)
    if (filter_equal (imp_query_get_filter (self, i), &filter))
      {
        filter_clear (&filter);
        return;
      }
  g_array_insert_val (self->filters, i, filter);
}

static void
add_word (ImpQuery *self, const char *text, gboolean quoted)
{
  const Word word = { g_strdup (text), quoted };

  g_array_append_val (self->words, word);
}

/* Nothing changes from now on. */
static ImpQuery *
finish (ImpQuery *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < self->words->len; i++)
    g_ptr_array_add (words, g_array_index (self->words, Word, i).text);
  g_ptr_array_add (words, NULL);
  self->search = imp_search_new_of_words ((const char *const *) words->pdata);
  return self;
}

static void
add_token (ImpQuery *self, const ImpQueryToken *token)
{
  if (token->key != IMP_N_QUERY_KEYS)
    add_filter (self, token->key, token->negated, token->quoted, token->value);
  else if (!imp_text_is_empty (token->value))
    add_word (self, token->value, token->quoted);
}

ImpQuery *
imp_query_parse (const char *text)
{
  g_autofree char *clean = imp_text_clean (text != NULL ? text : "");
  ImpQuery *self = query_new ();
  const char *p = clean;
  ImpQueryToken token;

  while (imp_query_scan (&p, &token))
    {
      add_token (self, &token);
      g_free (token.value);
    }
  return finish (self);
}

static void
add_states (ImpQuery *self, guint states)
{
  if (states == IMP_STATES_NOT_FIXED)
    return;
  if ((states & STATES_LISTED) == STATES_LISTED)
    add_filter (self, IMP_QUERY_STATE, FALSE, FALSE, "any");
  else if ((states & STATES_LISTED) == 0)
    add_filter (self, IMP_QUERY_STATE, TRUE, FALSE, "any");
  else
    for (guint i = IMP_QUERY_STATE_OPEN; i <= IMP_QUERY_STATE_DECLINED; i++)
      if (states & 1u << (IMP_STATE_OPEN + i))
        add_filter (self, IMP_QUERY_STATE, FALSE, FALSE,
                    imp_query_value_get_nick (IMP_QUERY_STATE, i));
}

/* What could be taken for a filter is quoted. */
ImpQuery *
imp_query_new (guint states, const char *words)
{
  g_autofree char *clean = imp_text_clean (words != NULL ? words : "");
  ImpQuery *self = query_new ();

  add_states (self, states);
  for (const char *p = clean; *p != '\0';)
    {
      const char *end = imp_query_find_end (p, FALSE);
      g_autofree char *word = g_strndup (p, (gsize) (end - p));

      if (end > p)
        add_word (self, word, strchr (word, ':') != NULL);
      p = *end != '\0' ? g_utf8_next_char (end) : end;
    }
  return finish (self);
}

ImpQuery *
imp_query_ref (ImpQuery *self)
{
  return self != NULL ? g_atomic_rc_box_acquire (self) : NULL;
}

static void
query_clear (ImpQuery *self)
{
  g_array_unref (self->filters);
  g_array_unref (self->words);
  g_clear_pointer (&self->search, imp_search_unref);
}

void
imp_query_unref (ImpQuery *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) query_clear);
}

static void
append_quoted (GString *text, const char *value)
{
  g_string_append_c (text, '"');
  for (const char *p = value; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (text, c);
      if (imp_query_is_quote (c))
        g_string_append_unichar (text, c);
    }
  g_string_append_c (text, '"');
}

static void
append_value (GString *text, const char *value, gboolean quoted)
{
  if (quoted || *imp_query_find_end (value, FALSE) != '\0')
    append_quoted (text, value);
  else
    g_string_append (text, value);
}

static void
append_filter (GString *text, const ImpQueryFilter *filter, const char *key)
{
  g_string_append_printf (text, "%s%s%s:", text->len > 0 ? " " : "", filter->negated ? "-" : "",
                          key);
  append_value (text, filter->value, filter->whole);
}

static void
append_words (GString *text, const ImpQuery *self)
{
  for (guint i = 0; i < self->words->len; i++)
    {
      const Word *word = &g_array_index (self->words, Word, i);

      if (text->len > 0)
        g_string_append_c (text, ' ');
      append_value (text, word->text, word->quoted);
    }
}

char *
imp_query_to_text (const ImpQuery *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < imp_query_get_n_filters (self); i++)
    append_filter (text, imp_query_get_filter (self, i),
                   imp_query_key_get_nick (imp_query_get_filter (self, i)->key));
  if (self != NULL)
    append_words (text, self);
  return g_string_free_and_steal (text);
}

gboolean
imp_query_equal (const ImpQuery *a, const ImpQuery *b)
{
  g_autofree char *one = imp_query_to_text (a), *other = imp_query_to_text (b);

  return g_str_equal (one, other);
}

guint
imp_query_get_n_filters (const ImpQuery *self)
{
  return self != NULL ? self->filters->len : 0;
}

const ImpQueryFilter *
imp_query_get_filter (const ImpQuery *self, guint i)
{
  return &g_array_index (self->filters, ImpQueryFilter, i);
}

gboolean
imp_query_has_key (const ImpQuery *self, ImpQueryKey key)
{
  for (guint i = 0; i < imp_query_get_n_filters (self); i++)
    if (imp_query_get_filter (self, i)->key == key)
      return TRUE;
  return FALSE;
}

char *
imp_query_filter_to_text (const ImpQueryFilter *filter)
{
  GString *text = g_string_new (NULL);

  append_filter (text, filter, imp_query_key_get_word (filter->key));
  return g_string_free_and_steal (text);
}

ImpSearch *
imp_query_get_search (const ImpQuery *self)
{
  return self != NULL ? self->search : NULL;
}

char *
imp_query_dup_words (const ImpQuery *self)
{
  GString *text = g_string_new (NULL);

  if (self != NULL)
    append_words (text, self);
  return g_string_free_and_steal (text);
}

static void
copy_filters (ImpQuery *to, const ImpQuery *from)
{
  for (guint i = 0; i < imp_query_get_n_filters (from); i++)
    {
      const ImpQueryFilter *filter = imp_query_get_filter (from, i);

      add_filter (to, filter->key, filter->negated, filter->whole, filter->value);
    }
}

static void
copy_words (ImpQuery *to, const ImpQuery *from)
{
  for (guint i = 0; from != NULL && i < from->words->len; i++)
    add_word (to, g_array_index (from->words, Word, i).text,
              g_array_index (from->words, Word, i).quoted);
}

ImpQuery *
imp_query_with (const ImpQuery *self,
                ImpQueryKey key,
                gboolean negated,
                gboolean whole,
                const char *value)
{
  ImpQuery *other = query_new ();

  copy_filters (other, self);
  copy_words (other, self);
  add_filter (other, key, negated, whole, value);
  return finish (other);
}

ImpQuery *
imp_query_without (const ImpQuery *self, guint filter)
{
  ImpQuery *other = query_new ();

  copy_filters (other, self);
  copy_words (other, self);
  g_array_remove_index (other->filters, filter);
  return finish (other);
}

ImpQuery *
imp_query_without_key (const ImpQuery *self, ImpQueryKey key)
{
  ImpQuery *other = query_new ();

  copy_filters (other, self);
  copy_words (other, self);
  for (guint i = other->filters->len; i > 0; i--)
    if (imp_query_get_filter (other, i - 1)->key == key)
      g_array_remove_index (other->filters, i - 1);
  return finish (other);
}

ImpQuery *
imp_query_with_words (const ImpQuery *self, const char *text)
{
  g_autoptr (ImpQuery) words = imp_query_parse (text);
  ImpQuery *other = query_new ();

  copy_filters (other, self);
  copy_words (other, words);
  return finish (other);
}

ImpQuery *
imp_query_and (const ImpQuery *self, const ImpQuery *other)
{
  ImpQuery *both = query_new ();

  copy_filters (both, self);
  copy_filters (both, other);
  copy_words (both, self);
  copy_words (both, other);
  return finish (both);
}
