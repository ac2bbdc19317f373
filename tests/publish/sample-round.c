/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Rounds to print in tests. */
#include "config.h"

#include "sample-round.h"

#include <string.h>

typedef struct
{
  const char *words, *who, *title;
  ImpNaming naming;
  const char *promised, *by;
  int year, month, day;
  const char *refusal;
} Remark;

static const Remark leeds[] = {
  { "The van list goes blank as soon as I leave the city.", "Gareth Pugh, field repair",
    "Van list is blank outside the city", IMP_NAMING_YES, "Your list works with no signal",
    "Priya Nair", 2026, 12, 4, NULL },
  { "I photograph the pump, then type the number I just photographed.", "Ann Lee, field repair",
    "Pump number typed twice", IMP_NAMING_NO, "The photo fills in the pump number", "Priya Nair",
    2027, 1, 22, NULL },
  { "Parts arrive and nobody tells the bench.", "Aisha Khan, workshop",
    "Parts arrive, nobody knows", IMP_NAMING_YES, "The bench gets a call when parts arrive",
    "Dan Wood", 2026, 11, 20, NULL },
  { "Two phones. One rings, it is always the other one.", "Somebody in dispatch",
    "Two phones in dispatch", 0, "One phone for dispatch, on trial", "Marta Nowak", 2026, 12, 18,
    NULL },
  { "The door reader hates gloves.", "Tom Firth, stores", "A new door reader", IMP_NAMING_YES, NULL,
    NULL, 0, 0, 0,
    "The landlord owns the door. We asked, and the answer was no. A glove-friendly badge hangs at "
    "the door instead." },
  { "Why can’t we keep the old order form?", "Somebody in dispatch", "The old order form", 0, NULL,
    NULL, 0, 0, 0,
    "Tax law needs the customer number on each order. The new form asks for it once." },
};

static const Remark arabic[] = {
  { "القائمة تختفي حين أغادر المدينة.", "كريم حداد، الإصلاح", "القائمة فارغة", IMP_NAMING_YES,
    "القائمة تعمل بلا شبكة", "سارة", 2026, 12, 4, NULL },
  { "باب المخزن لا يقرأ القفازات.", "شخص في المخزن", "قارئ باب جديد", 0, NULL, NULL, 0, 0, 0,
    "المالك رفض الطلب." },
};

ImpRoundPage *
sample_round_new_empty (void)
{
  ImpRoundPage *page = imp_round_page_new ();

  page->line.item = 1;
  page->line.site_name = g_strdup ("Leeds workshop");
  page->line.planned = imp_date_new (2026, 11, 12);
  page->line.time = 9 * 60;
  page->line.visitors = g_strdup ("Marta Nowak and Inês Duarte");
  page->line.n_met = 9;
  page->questions = imp_round_dup_questions ();
  page->organisation = g_strdup ("Corvane");
  page->contact = g_strdup ("Inês Duarte: 4410");
  page->next = 2;
  page->next_planned = imp_date_new (2026, 12, 10);
  page->next_time = 9 * 60;
  page->next_place = g_strdup ("by the parts counter");
  return page;
}

ImpHeardLine *
sample_round_add (ImpRoundPage *page, ImpHeardKind kind, const char *words)
{
  ImpHeardLine *line = g_new0 (ImpHeardLine, 1);

  line->kind = kind;
  line->item = 100 + page->heard->len;
  line->words = g_strdup (words);
  line->promised_for = IMP_DATE_NONE;
  line->state = IMP_STATE_OPEN;
  if (kind == IMP_HEARD_IRRITANT || kind == IMP_HEARD_ME_TOO)
    {
      line->irritant = 200 + page->heard->len;
      line->title = g_strdup_printf ("Irritant %" G_GINT64_FORMAT, line->irritant);
    }
  g_ptr_array_add (page->heard, line);
  return line;
}

static void
set_speaker (ImpHeardLine *line, const char *who, ImpNaming naming)
{
  const char *comma = strstr (who, ", ");

  g_set_str (&line->who, who);
  g_set_str (&line->group, comma != NULL ? comma + strlen (", ") : NULL);
  line->person = naming != 0 ? 7 : 0;
  line->department = 8;
  line->naming = naming;
}

static void
add_remark (ImpRoundPage *page, const Remark *remark)
{
  ImpHeardLine *line = sample_round_add (page, IMP_HEARD_IRRITANT, remark->words);

  set_speaker (line, remark->who, remark->naming);
  g_set_str (&line->title, remark->title);
  g_set_str (&line->promised, remark->promised);
  g_set_str (&line->promised_by, remark->by);
  g_set_str (&line->refusal, remark->refusal);
  if (remark->promised != NULL)
    {
      line->promise = 300 + page->heard->len;
      line->promised_for = imp_date_new (remark->year, remark->month, remark->day);
    }
  line->state = remark->refusal != NULL ? IMP_STATE_DECLINED : IMP_STATE_OPEN;
}

ImpRoundPage *
sample_round_new (void)
{
  ImpRoundPage *page = sample_round_new_empty ();

  for (gsize i = 0; i < G_N_ELEMENTS (leeds); i++)
    add_remark (page, &leeds[i]);
  set_speaker (sample_round_add (page, IMP_HEARD_WORKS, "The new labels stay on."),
               "Tom Firth, stores", IMP_NAMING_YES);
  set_speaker (sample_round_add (page, IMP_HEARD_THANKS, "drove us round for an hour."),
               "Gareth Pugh, field repair", IMP_NAMING_YES);
  return page;
}

ImpRoundPage *
sample_round_new_rtl (void)
{
  ImpRoundPage *page = sample_round_new_empty ();

  g_set_str (&page->line.site_name, "ورشة ليدز");
  g_set_str (&page->organisation, "كورفين");
  g_set_str (&page->line.visitors, "سارة وكريم");
  g_set_str (&page->next_place, "عند المخزن");
  for (gsize i = 0; i < G_N_ELEMENTS (arabic); i++)
    add_remark (page, &arabic[i]);
  return page;
}

ImpRoundPage *
sample_round_new_with (guint n_remarks)
{
  ImpRoundPage *page = sample_round_new_empty ();

  for (guint i = 0; i < n_remarks; i++)
    {
      Remark remark = leeds[i % 3 == 1 ? 4 : 0];
      g_autofree char *words = g_strdup_printf ("Remark of %u.", i + 1);

      remark.words = words;
      if (i % 3 == 2)
        remark.promised = NULL;
      add_remark (page, &remark);
      if (remark.promised != NULL)
        ((ImpHeardLine *) page->heard->pdata[i])->promise = 300 + i / 12;
    }
  return page;
}

ImpBriefing *
sample_briefing_new_empty (void)
{
  ImpBriefing *briefing = imp_briefing_new ();

  briefing->round.site_name = g_strdup ("Leeds workshop");
  briefing->round.planned = imp_date_new (2026, 11, 12);
  briefing->round.time = 9 * 60;
  briefing->questions = imp_round_dup_questions ();
  briefing->organisation = g_strdup ("Corvane");
  return briefing;
}

static void
add_promised (ImpBriefing *briefing, ImpPromisedState state, const char *what, int month, int day)
{
  ImpPromised *promised = g_new0 (ImpPromised, 1);

  promised->what = g_strdup (what);
  promised->state = state;
  promised->first = promised->due = imp_date_new (2026, month, day);
  promised->kept = IMP_DATE_NONE;
  if (state == IMP_PROMISED_MISSED)
    {
      promised->due = imp_date_new (2026, 11, 27);
      promised->told = TRUE;
    }
  if (state == IMP_PROMISED_REFUSED)
    promised->reason = g_strdup ("The landlord owns the door.");
  g_ptr_array_add (briefing->promised, promised);
}

typedef struct
{
  const char *title, *words;
  guint rank, n_reports;
  double people, often, minutes;
  ImpKnown known;
} Open;

static const Open open_here[] = {
  { "Van list is blank outside the city", "The list goes blank as soon as I leave.", 2, 7, 25, 60,
    3, IMP_KNOWN_MEASURED },
  { "Pump number typed twice", "I type what I just photographed.", 5, 4, 15, 60, 3,
    IMP_KNOWN_SEVERAL },
  { "Parts arrive, nobody knows", "Nobody tells the bench.", 10, 3, 20, 20, 4, IMP_KNOWN_ONE },
  { "Two phones in dispatch", "It is always the other one.", 13, 2, 15, 60, 1, IMP_KNOWN_ONE },
  { "Door reader and gloves", "It hates gloves.", 21, 2, 9, 40, 1, IMP_KNOWN_ONE },
  { "Old order form is missed", NULL, 34, 1, 8, 20, 1, IMP_KNOWN_GUESS },
};

static ImpFacts
create_facts (const Open *open)
{
  ImpFacts facts = { .reporters = 1 };

  facts.answer[IMP_QUESTION_PEOPLE] = (ImpAnswer) { 0, open->people, open->known };
  facts.answer[IMP_QUESTION_OFTEN] = (ImpAnswer) { 0, open->often, open->known };
  facts.answer[IMP_QUESTION_MINUTES] = (ImpAnswer) { 0, open->minutes, open->known };
  return facts;
}

static void
add_open (ImpBriefing *briefing, const Open *open)
{
  const ImpMedians medians = imp_medians_default ();
  ImpBriefingIrritant *irritant = g_new0 (ImpBriefingIrritant, 1);

  irritant->item = 50 + briefing->irritants->len;
  irritant->title = g_strdup (open->title);
  irritant->words = g_strdup (open->words);
  irritant->rank = open->rank;
  irritant->n_reports = open->n_reports;
  irritant->last = imp_date_new (2026, 10, 8);
  irritant->state = IMP_STATE_OPEN;
  irritant->facts = create_facts (open);
  imp_impact_compute (&irritant->facts, &medians, &irritant->impact);
  g_ptr_array_add (briefing->irritants, irritant);
  briefing->n_irritants++;
}

static void
add_to_ask (ImpBriefing *briefing, guint position, ImpQuestion question)
{
  const ImpBriefingIrritant *irritant = briefing->irritants->pdata[position];
  ImpToAsk *to_ask = g_new0 (ImpToAsk, 1);

  to_ask->item = irritant->item;
  to_ask->title = g_strdup (irritant->title);
  to_ask->rank = irritant->rank;
  to_ask->facts = irritant->facts;
  to_ask->impact = irritant->impact;
  to_ask->asking = (ImpAsking) { question, 1 };
  g_ptr_array_add (briefing->to_ask, to_ask);
}

static void
add_untold (ImpBriefing *briefing,
            const char *who,
            const char *what,
            const char *why,
            const char *how)
{
  ImpUntold *untold = g_new0 (ImpUntold, 1);

  untold->fix = why == NULL ? 60 : 0;
  untold->who = g_strdup (who);
  untold->what = g_strdup (what);
  untold->why = g_strdup (why);
  untold->hears = g_strdup (how);
  g_ptr_array_add (briefing->untold, untold);
  briefing->n_untold++;
}

static void
add_unheard (ImpBriefing *briefing, const char *name, ImpDate last, guint n_people)
{
  ImpUnheard *unheard = g_new0 (ImpUnheard, 1);

  *unheard = (ImpUnheard) { 70 + briefing->unheard->len, g_strdup (name), last, n_people };
  g_ptr_array_add (briefing->unheard, unheard);
}

static void
add_meeting (ImpBriefing *briefing, const char *name)
{
  ImpMeetingLine *meeting = g_new0 (ImpMeetingLine, 1);

  meeting->name = g_strdup (name);
  g_ptr_array_add (briefing->meetings, meeting);
}

ImpBriefing *
sample_briefing_new (void)
{
  ImpBriefing *briefing = sample_briefing_new_empty ();

  briefing->n_colleagues = 64;
  briefing->n_departments = 4;
  briefing->last = imp_date_new (2026, 10, 15);
  briefing->weeks = 4;
  briefing->leader = g_strdup ("Helen Marsh");
  add_promised (briefing, IMP_PROMISED_MISSED, "Stock sheet counts itself", 10, 16);
  add_promised (briefing, IMP_PROMISED_KEPT, "Phone list shows who is on call", 10, 20);
  add_promised (briefing, IMP_PROMISED_KEPT, "Parking costs with one photo", 10, 26);
  add_promised (briefing, IMP_PROMISED_UNDER_WAY, "Repair list works with no signal", 12, 4);
  for (gsize i = 0; i < G_N_ELEMENTS (open_here); i++)
    add_open (briefing, &open_here[i]);
  add_to_ask (briefing, 1, IMP_QUESTION_PEOPLE);
  add_to_ask (briefing, 2, IMP_QUESTION_MINUTES);
  add_untold (briefing, "Gareth Pugh", "Parking photo is in", NULL, "likes to hear it in person");
  add_untold (briefing, "Aisha Khan", "Stock sheet counts itself", NULL, "call, after 14:00");
  add_untold (briefing, "Tom Firth", "a new door reader", "The landlord owns the door.", NULL);
  add_untold (briefing, "Somebody in dispatch", "On-call list is right", NULL, NULL);
  add_meeting (briefing, "Gareth Pugh");
  add_meeting (briefing, "Somebody in stores");
  add_unheard (briefing, "Night repair", IMP_DATE_NONE, 11);
  add_unheard (briefing, "Sales desk", imp_date_new (2026, 5, 14), 9);
  add_unheard (briefing, "Stores", imp_date_new (2026, 8, 6), 6);
  return briefing;
}

ImpBriefing *
sample_briefing_new_with (guint n)
{
  ImpBriefing *briefing = sample_briefing_new_empty ();

  for (guint i = 0; i < n; i++)
    {
      Open open = open_here[i % G_N_ELEMENTS (open_here)];

      open.rank = i + 1;
      add_promised (briefing, (ImpPromisedState) (i % 5), "Repair list works with no signal", 12,
                    4);
      add_open (briefing, &open);
      add_untold (briefing, "Gareth Pugh", "Parking photo is in", NULL, "in person");
      add_meeting (briefing, "Gareth Pugh");
      add_unheard (briefing, "Night repair", IMP_DATE_NONE, i);
    }
  for (guint i = 0; i < MIN (n, 2); i++)
    add_to_ask (briefing, i, IMP_QUESTION_OFTEN);
  return briefing;
}
