/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Rounds to print in tests. */
#include "config.h"

#include "sample-round.h"

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
  g_set_str (&line->who, who);
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
    }
  return page;
}
