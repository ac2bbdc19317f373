/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Which irritants are worth comparing with what is typed. */
#include "config.h"

#include "store/imp-similar-search.h"

#include "store/imp-store-private.h"

static const char SQL_SELECT_HAVING[] = "SELECT rowid FROM irritant_text (?1) LIMIT ?2";
static const char SQL_SELECT_LAST[] = "SELECT max (n) FROM irritant";

/* From so many on, the number of irritants that have a word is told by how far apart these are. */
#define SAMPLE 400
/* Rows that are read for one answer. */
#define BUDGET 30000
/* Of a word that nobody has. */
#define SLIP_LETTERS 3
#define SLIP_WEIGHT  0.5

/* A word of what is typed, as it is looked up. */
typedef struct
{
  char *query;
  double weight;
  guint n_having;
} Term;

typedef struct
{
  ImpItem item;
  double weight; /* of its words that were typed */
} Candidate;

typedef struct
{
  ImpStore *store;
  gint64 last;        /* the highest number of an irritant */
  GArray *terms;      /* of Term */
  GHashTable *places; /* of an item in `candidates`, from 1 */
  GArray *candidates; /* of Candidate */
} Search;

static void
term_clear (gpointer data)
{
  Term *term = data;

  g_free (term->query);
}

/* Between quotation marks, so that nothing in it is query language. */
static char *
make_query (const ImpWord *word, guint n_letters, const char *end)
{
  g_autofree char *beginning = imp_word_dup_beginning (word, n_letters);

  return g_strdup_printf ("\"%s\"%s", beginning, end);
}

/* How many irritants a query finds, exactly or about. */
static gboolean
measure_query (Search *self, const char *query, guint *n_having, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (self->store->connection, SQL_SELECT_HAVING);
  gint64 item = 0;
  guint n = 0;

  imp_statement_bind_text (select, 1, query);
  imp_statement_bind_int (select, 2, SAMPLE);
  for (; imp_statement_next (select); n++)
    item = imp_statement_get_int (select, 0);
  *n_having = n < SAMPLE ? n : (guint) (n * MAX (1.0, (double) self->last / (double) item));
  return imp_statement_end (select, error);
}

/* Takes over the query. */
static gboolean
measure_as (Search *self, char *query, Term *term, GError **error)
{
  g_free (term->query);
  term->query = query;
  return measure_query (self, query, &term->n_having, error);
}

/* A word that is everywhere is looked up as it stands: to bring all its forms together would take
 * longer, and tell hardly more. Others by their stem; of a short one there are too many. One that
 * nobody has by its first letters, for it may be mistyped. */
static gboolean
measure_word (Search *self, const ImpWord *word, guint *n_having, GError **error)
{
  Term term = { 0 };
  gboolean done = measure_as (self, make_query (word, word->n_letters, ""), &term, error);

  if (done && word->n_letters > 2 && term.n_having < SAMPLE)
    done = measure_as (self, make_query (word, imp_word_get_stem (word), "*"), &term, error);
  *n_having = term.n_having;
  if (done && word->n_letters > SLIP_LETTERS && term.n_having == 0)
    done = measure_as (self, make_query (word, SLIP_LETTERS, "*"), &term, error);
  g_array_append_val (self->terms, term);
  return done;
}

static int
compare_terms (gconstpointer a, gconstpointer b)
{
  const guint n = ((const Term *) a)->n_having, m = ((const Term *) b)->n_having;

  return n < m ? -1 : n > m;
}

/* The rarest first. */
static gboolean
weigh_words (Search *self, ImpLikeness *likeness, GError **error)
{
  const guint n_words = imp_likeness_count_words (likeness);
  g_autofree guint *n_having = g_new0 (guint, n_words);
  gint64 n_all = 0;

  for (guint i = 0; i < n_words; i++)
    if (!measure_word (self, imp_likeness_get_word (likeness, i), &n_having[i], error))
      return FALSE;
  for (int state = 0; state < IMP_N_STATES; state++)
    n_all += self->store->sums.asked[state].n + self->store->sums.unasked[state].n;
  imp_likeness_weigh (likeness, n_having, (guint) n_all);
  for (guint i = 0; i < n_words; i++)
    g_array_index (self->terms, Term, i).weight =
        imp_likeness_get_weight (likeness, i) * (n_having[i] > 0 ? 1 : SLIP_WEIGHT);
  g_array_sort (self->terms, compare_terms);
  return TRUE;
}

static void
add_weight (Search *self, ImpItem item, double weight)
{
  gpointer key = GSIZE_TO_POINTER ((gsize) item);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, key));

  if (place == 0)
    {
      g_array_append_val (self->candidates, ((Candidate) { item, 0 }));
      place = self->candidates->len;
      g_hash_table_insert (self->places, key, GUINT_TO_POINTER (place));
    }
  g_array_index (self->candidates, Candidate, place - 1).weight += weight;
}

static gboolean
look_up (Search *self, const Term *term, guint *budget, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (self->store->connection, SQL_SELECT_HAVING);

  imp_statement_bind_text (select, 1, term->query);
  imp_statement_bind_int (select, 2, *budget);
  for (; imp_statement_next (select); (*budget)--)
    add_weight (self, imp_statement_get_int (select, 0), term->weight);
  return imp_statement_end (select, error);
}

static gboolean
look_up_all (Search *self, GError **error)
{
  guint budget = BUDGET;

  for (guint i = 0; i < self->terms->len && budget > 0; i++)
    if (!look_up (self, &g_array_index (self->terms, Term, i), &budget, error))
      return FALSE;
  return TRUE;
}

/* Where a candidate of that weight goes among the heaviest: behind its equals. */
static guint
find_place (const GArray *heaviest, double weight)
{
  guint low = 0, high = heaviest->len;

  while (low < high)
    {
      const guint middle = (low + high) / 2;

      if (g_array_index (heaviest, Candidate, middle).weight >= weight)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static GArray *
choose (const GArray *candidates, guint n_most)
{
  g_autoptr (GArray) heaviest = g_array_new (FALSE, FALSE, sizeof (Candidate));
  GArray *items = g_array_new (FALSE, FALSE, sizeof (ImpItem));

  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      const guint place = find_place (heaviest, candidate->weight);

      if (place >= n_most)
        continue;
      g_array_insert_val (heaviest, place, *candidate);
      g_array_set_size (heaviest, MIN (heaviest->len, n_most));
    }
  for (guint i = 0; i < heaviest->len; i++)
    g_array_append_val (items, g_array_index (heaviest, Candidate, i).item);
  return items;
}

static void
search_init (Search *self, ImpStore *store)
{
  *self = (Search) { .store = store,
                     .terms = g_array_new (FALSE, FALSE, sizeof (Term)),
                     .places = g_hash_table_new (NULL, NULL),
                     .candidates = g_array_new (FALSE, FALSE, sizeof (Candidate)) };
  g_array_set_clear_func (self->terms, term_clear);
}

static void
search_clear (Search *self)
{
  g_array_unref (self->terms);
  g_hash_table_unref (self->places);
  g_array_unref (self->candidates);
}

GArray *
imp_similar_search (ImpStore *store, ImpLikeness *likeness, guint n_most, GError **error)
{
  Search search;
  GArray *items = NULL;

  search_init (&search, store);
  if (imp_connection_query_int (store->connection, SQL_SELECT_LAST, &search.last, error)
      && weigh_words (&search, likeness, error) && look_up_all (&search, error))
    items = choose (search.candidates, n_most);
  search_clear (&search);
  return items;
}
