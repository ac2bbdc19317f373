/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What is said while a team estimates together. */
#include "config.h"

#include "ui/irritants/imp-estimate-words.h"

#include "model/imp-asking.h"
#include "model/imp-place-words.h"
#include "model/imp-top-ten.h"

#include <glib/gi18n.h>
#include <math.h>

#define NOTICED 0.005 /* of the share: less is not worth a word */

static char *
say_so_far (ImpQuestion question, const ImpFacts *facts)
{
  const ImpAnswer *answer = &facts->answer[question];
  const ImpAsking asking = { question, 0 };
  g_autofree char *phrase = NULL;

  if (!imp_answer_is_known (answer))
    return g_strdup (imp_asking_get_reason (&asking, facts));
  phrase = imp_answer_to_phrase (question, answer);
  /* Translators: an answer, and how we know it: "so far about 3 people (one person told us)" */
  return g_strdup_printf (_ ("so far %1$s (%2$s)"), phrase,
                          imp_known_get_words (imp_answer_get_known (answer)));
}

char *
imp_estimate_words_before (const ImpSittingStep *step, const ImpIrritantPage *page)
{
  g_autofree char *so_far = say_so_far (step->question, &page->facts);
  g_autofree char *place = NULL;

  if (page->rank == 0)
    return g_steal_pointer (&so_far);
  place = imp_place_say (page->rank, page->n_ranked, IMP_MEASURE_IMPACT);
  return g_strdup_printf ("%s · %s", place, so_far);
}

const char *
imp_estimate_words_measure (const ImpSittingStep *step)
{
  const ImpAsking asking = { step->question, 0 };

  return imp_asking_get_words (&asking);
}

char *
imp_estimate_words_after (const ImpSittingStep *step)
{
  if (step->outcome == IMP_STEP_OUTCOME_NOBODY_KNOWS)
    /* Translators: %s is "Time it once". */
    return g_strdup_printf (_ ("Nobody here knows, so it is worth measuring: %s."),
                            imp_estimate_words_measure (step));
  if (step->outcome == IMP_STEP_OUTCOME_SKIPPED)
    return g_strdup (_ ("Skipped, for another time."));
  return g_strdup (step->moved != NULL ? step->moved : "");
}

char *
imp_estimate_words_progress (ImpSitting *sitting)
{
  const guint n = imp_sitting_count (sitting, IMP_STEP_OUTCOME_ANSWERED);
  g_autofree char *answered = g_strdup_printf (ngettext ("%u answered", "%u answered", n), n);

  if (n == 0)
    return g_strdup ("");
  if (imp_sitting_get_share (sitting) > imp_sitting_get_share_before (sitting) + NOTICED)
    /* Translators: %s is "3 answered". */
    return g_strdup_printf (_ ("%s · the top ten has become surer"), answered);
  return g_steal_pointer (&answered);
}

static guint
count_sure (double share)
{
  return (guint) lround (share * IMP_TOP_TEN);
}

char *
imp_estimate_words_share (ImpSitting *sitting)
{
  const guint now = count_sure (imp_sitting_get_share (sitting));
  const guint before = count_sure (imp_sitting_get_share_before (sitting));

  if (imp_sitting_get_share (sitting) < 0 || imp_sitting_get_share_before (sitting) < 0)
    return NULL;
  if (now == before)
    return g_strdup_printf (ngettext ("Of the ten at the top about %u belongs there.",
                                      "Of the ten at the top about %u belong there.", now),
                            now);
  return g_strdup_printf (
      ngettext ("Of the ten at the top about %1$u belongs there now; it was %2$u.",
                "Of the ten at the top about %1$u belong there now; it was %2$u.", now),
      now, before);
}
