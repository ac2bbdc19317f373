/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What all who were asked about an irritant answered, as one answer to each question. */
#include "config.h"

#include "store/imp-answers.h"

#include "store/imp-facts.h"
#include "store/imp-store-private.h"

G_STATIC_ASSERT (IMP_REPORT_IRRITANT == 1);

/* Newest first, of one day what was written last; the same on every laptop. */
static const char SQL_SELECT_TOLD[] =
    "SELECT coalesce (person, -department, 0), people, often, minutes FROM report r"
    " WHERE irritant = ?1 AND (people IS NOT NULL OR often IS NOT NULL OR minutes IS NOT NULL)"
    " ORDER BY date DESC, (SELECT hlc FROM cell WHERE item = r.n AND field = 1) DESC,"
    " (SELECT id FROM item WHERE item.n = r.n) DESC";

/* One colleague's answers, of all of their reports. */
typedef struct
{
  gint64 who;
  ImpAnswer answers[IMP_N_TOLD];
} Told;

static Told *
get_told (GArray *all, gint64 who)
{
  const Told new_one = { .who = who };

  for (guint i = 0; i < all->len; i++)
    if (g_array_index (all, Told, i).who == who)
      return &g_array_index (all, Told, i);
  g_array_append_val (all, new_one);
  return &g_array_index (all, Told, all->len - 1);
}

static gboolean
read_told (ImpStore *store, ImpItem irritant, GArray *all, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_TOLD);

  imp_statement_bind_int (select, 1, irritant);
  while (imp_statement_next (select))
    {
      Told *told = get_told (all, imp_statement_get_int (select, 0));
      ImpAnswer answers[IMP_N_TOLD];

      imp_statement_get_answers (select, 1, IMP_N_TOLD, answers);
      for (ImpQuestion q = 0; q < IMP_N_TOLD; q++)
        if (!imp_answer_is_known (&told->answers[q]))
          told->answers[q] = answers[q];
    }
  return imp_statement_end (select, error);
}

static void
combine (const ImpStore *store, const GArray *all, ImpQuestion question, ImpVoices *voices)
{
  g_autofree ImpAnswer *answers = g_new (ImpAnswer, all->len);

  for (guint i = 0; i < all->len; i++)
    answers[i] = g_array_index (all, Told, i).answers[question];
  imp_voices_init (voices, question, answers, all->len, &store->learned);
}

gboolean
imp_answers_combine (ImpStore *store,
                     ImpItem irritant,
                     ImpFacts *facts,
                     ImpVoices voices[IMP_N_TOLD],
                     GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Told));

  if (!read_told (store, irritant, all, error))
    return FALSE;
  for (ImpQuestion q = 0; q < IMP_N_TOLD; q++)
    {
      ImpVoices told;

      combine (store, all, q, &told);
      imp_voices_enter (&told, q, facts);
      if (voices != NULL)
        voices[q] = told;
    }
  imp_facts_learn (facts, &store->learned);
  return TRUE;
}
