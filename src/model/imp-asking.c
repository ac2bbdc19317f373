/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What is worth asking: the answer that would move the top of the list most. */
#include "config.h"

#include "model/imp-asking.h"

#include "model/imp-normal.h"
#include "model/imp-top-ten.h"

#include <glib/gi18n-lib.h>
#include <math.h>

double
imp_asking_get_cut (const ImpRank *rank)
{
  guint n, top;
  const ImpRankEntry *entries = imp_rank_get_entries (rank, &n);

  n = imp_rank_count_known (rank);
  if (n == 0)
    return 0;
  top = CLAMP (n / 2, 1, IMP_TOP_TEN);
  return n == 1 ? entries[0].log : ((double) entries[top - 1].log + entries[top].log) / 2;
}

double
imp_asking_get_value (double distance, double spread)
{
  double gained = spread * spread - IMP_SPREAD_MEASURED * IMP_SPREAD_MEASURED;
  double t = sqrt (MAX (gained, 0)), a = fabs (distance) / t;

  if (t <= 0)
    return 0;
  return t * MAX (imp_normal_get_density (a) - a * imp_normal_get_chance (-a), 0);
}

ImpAsking
imp_asking_choose_next (const ImpFacts *facts, const ImpImpact *impact, double cut, guint asked)
{
  ImpAsking self = { .question = IMP_QUESTION_MINUTES };
  double widest = 0;

  for (int q = IMP_QUESTION_MINUTES; q >= IMP_QUESTION_PEOPLE; q--)
    if ((asked & 1u << q) == 0 && imp_facts_get_spread (facts, (ImpQuestion) q) > widest)
      {
        self.question = (ImpQuestion) q;
        widest = imp_facts_get_spread (facts, self.question);
      }
  self.value = imp_asking_get_value (log (impact->impact) - cut, widest);
  return self;
}

ImpAsking
imp_asking_choose (const ImpFacts *facts, const ImpImpact *impact, double cut)
{
  return imp_asking_choose_next (facts, impact, cut, 0);
}

static ImpAsked *
find_asked (const GArray *asked, ImpItem item)
{
  for (guint i = 0; asked != NULL && i < asked->len; i++)
    if (g_array_index (asked, ImpAsked, i).item == item)
      return &g_array_index (asked, ImpAsked, i);
  return NULL;
}

guint
imp_asked_get_questions (const GArray *asked, ImpItem item)
{
  const ImpAsked *found = find_asked (asked, item);

  return found != NULL ? found->questions : 0;
}

void
imp_asked_add (GArray *asked, ImpItem item, ImpQuestion question)
{
  const ImpAsked first = { item, 1u << question };
  ImpAsked *found = find_asked (asked, item);

  if (found != NULL)
    found->questions |= first.questions;
  else
    g_array_append_val (asked, first);
}

typedef struct
{
  guint position;
  double value;
} Candidate;

/* Keeps the best, from the best; of equals the higher one in the list. */
static void
enter (GArray *best, guint length, Candidate candidate)
{
  guint place = best->len;

  while (place > 0 && g_array_index (best, Candidate, place - 1).value < candidate.value)
    place--;
  if (place >= length)
    return;
  g_array_insert_val (best, place, candidate);
  g_array_set_size (best, MIN (best->len, length));
}

GArray *
imp_asking_find (const ImpRank *rank, guint n)
{
  return imp_asking_find_among (rank, NULL, n);
}

static gboolean
is_among (const GByteArray *among, ImpItem item)
{
  return among == NULL || (item < among->len && among->data[item] != 0);
}

GArray *
imp_asking_find_among (const ImpRank *rank, const GByteArray *among, guint n)
{
  g_autoptr (GArray) best = g_array_new (FALSE, FALSE, sizeof (Candidate));
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (guint));
  double cut = imp_asking_get_cut (rank);
  guint n_entries;
  const ImpRankEntry *entries = imp_rank_get_entries (rank, &n_entries);
  const guint n_known = imp_rank_count_known (rank);

  for (guint i = 0; i < n_known; i++)
    if (is_among (among, entries[i].item))
      enter (best, n,
             (Candidate) { i, imp_asking_get_value (entries[i].log - cut, entries[i].spread) });
  for (guint i = 0; i < best->len; i++)
    g_array_append_val (positions, g_array_index (best, Candidate, i).position);
  for (guint i = n_known; i < n_entries && positions->len < best->len + n; i++)
    if (is_among (among, entries[i].item))
      g_array_append_val (positions, i);
  return positions;
}

void
imp_to_ask_free (ImpToAsk *self)
{
  g_free (self->title);
  g_free (self->as_of);
  g_free (self);
}

const char *
imp_asking_get_words (const ImpAsking *self)
{
  static const char *const words[] = {
    [IMP_QUESTION_PEOPLE] = N_ ("Count whom it happens to"),
    [IMP_QUESTION_OFTEN] = N_ ("Count for a week how often it happens"),
    [IMP_QUESTION_MINUTES] = N_ ("Time it once"),
  };

  g_return_val_if_fail (self->question < G_N_ELEMENTS (words), "");
  return _ (words[self->question]);
}

const char *
imp_asking_get_reason (const ImpAsking *self, const ImpFacts *facts)
{
  static const char *const unknown[] = {
    [IMP_QUESTION_PEOPLE] = N_ ("Nobody has said yet how many people"),
    [IMP_QUESTION_OFTEN] = N_ ("Nobody has said yet how often"),
    [IMP_QUESTION_MINUTES] = N_ ("Nobody has said yet how many minutes"),
  };
  static const char *const not_measured[] = {
    [IMP_QUESTION_PEOPLE] = N_ ("Nobody has counted the people yet"),
    [IMP_QUESTION_OFTEN] = N_ ("Nobody has counted how often yet"),
    [IMP_QUESTION_MINUTES] = N_ ("Nobody has measured the minutes yet"),
  };
  const ImpAnswer *answer;

  g_return_val_if_fail (self->question < G_N_ELEMENTS (unknown), "");

  answer = &facts->answer[self->question];
  if (!imp_answer_is_known (answer))
    return _ (unknown[self->question]);
  if (answer->known != IMP_KNOWN_MEASURED)
    return _ (not_measured[self->question]);
  return self->value > 0 ? _ ("The measurements differ") : _ ("All of it is measured");
}
