/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Issues to print in tests. */
#include "config.h"

#include "sample-issue.h"

typedef struct
{
  const char *title, *said, *did, *now, *thanks, *todo, *place, *count;
  int day; /* of October 2026 */
  double hours;
  gboolean doubtful; /* estimated and not confirmed */
} Fix;

static const Fix big[] = {
  { "A pallet scans in one second", "I scan, I wait, and by the beep I have lost count.",
    "We put the stock list on the scanner. It no longer asks Lyon.",
    "You hear the beep within a second, even at the far gate.",
    "Wout Claes and the Ghent night shift", NULL, "Ghent",
    "43 of you, twice a day: 3 minutes before, one second now", 5, 86 },
  { "One sign-in a day at the packing benches", "I type my password eleven times before lunch.",
    "We fitted a badge reader at all 16 benches.",
    "You touch your badge once. The bench is yours all shift.",
    "Karim Haddad and the Lyon site team", "bring your badge to bench 1, once", "Lyon",
    "16 of you, 25 seconds each: 20 times a day before, once now", 12, 42 },
  { "A customer’s past orders on one screen",
    "The customer is on the phone and I hunt through three screens.",
    "We joined orders, repairs and bills on one screen.",
    "You type one name. Each call is two minutes shorter.",
    "Tiago Reis and the evening shift in customer care", NULL, "Porto",
    "18 of you, 50 calls a month: 5 minutes before, 3 now", 19, 30 },
  { "Parking costs claimed with one photo",
    "Four pounds of parking costs me half an hour of forms.",
    "We cut the form from two pages to one photo and one number.",
    "You send the photo from the car park.", "Priya Nair and the Leeds office",
    "tell us if it fails", "Leeds", "28 of you, twice a month: 30 minutes before, about 5 now", 26,
    20, TRUE },
  { "The meeting room screen starts at once",
    "Ten of us sit and watch one person look for a cable.",
    "We fixed one cable to each table and took the other five away.",
    "You plug in and your page is on the wall.", "Rui Matos, who also labelled every socket", NULL,
    "Porto", "90 of you, twice a month: 3 minutes before, none now", 6, 9 },
  { "Delivery notes print where you stand", "My note comes out at dock 2. I am at dock 7.",
    "We gave each dock its own printer and its own button.",
    "You press the button and take the note from your own dock.",
    "Karim Haddad and Odile from dispatch", NULL, "Lyon",
    "12 of you, four times a day: 30 seconds before, none now", 8, 8 },
  { "New starters get their badge on day one", "My first week I borrowed a badge to open the door.",
    "We print the badge when the contract is signed, not after.",
    "You meet your new colleague at the gate, badge in hand.", "the Ghent people team", NULL,
    "Ghent", "7 of you a month: one hour before, none now", 1, 7 },
};

static const Fix small[] = {
  { .title = "You claim parking with one photo.",
    .place = "Leeds",
    .day = 26,
    .hours = 20,
    .doubtful = TRUE },
  { .title = "The meeting room screen starts first time.", .place = "Porto", .day = 6, .hours = 9 },
  { .title = "Delivery notes print at your own dock.", .place = "Lyon", .day = 8, .hours = 8 },
  { .title = "New starters get a badge on day one.", .place = "Ghent", .day = 1, .hours = 7 },
  { .title = "The holiday form keeps what you typed.", .day = 14, .hours = 5 },
  { .title = "The phone list shows who is on call.", .place = "Leeds", .day = 20, .hours = 3 },
};

static void
fill_fix (ImpIssueFix *fix, const Fix *from, gboolean counted)
{
  fix->title = g_strdup (from->title);
  fix->said = g_strdup (from->said);
  fix->did = g_strdup (from->did);
  fix->now = g_strdup (from->now);
  fix->thanks = g_strdup (from->thanks);
  fix->todo = g_strdup (from->todo);
  fix->place = g_strdup (from->place);
  fix->count = counted ? g_strdup (from->count) : NULL;
  fix->from = imp_date_new (2026, 10, from->day);
  fix->hours = from->hours;
  fix->hours_source = from->doubtful ? IMP_HOURS_ESTIMATED : IMP_HOURS_ASKED_AGAIN;
  fix->unconfirmed = from->doubtful;
}

static void
fill_line (ImpIssueLine *line, ImpDate date, const char *place, const char *text)
{
  line->date = date;
  line->place = g_strdup (place);
  line->text = g_strdup (text);
}

static void
fill_lines (ImpIssue *issue)
{
  fill_line (imp_issue_add_coming (issue), imp_date_new (2026, 11, 20), "Porto",
             "You see open repairs on the customer screen.");
  fill_line (imp_issue_add_coming (issue), imp_date_new (2026, 12, 4), "Leeds",
             "Your repair list works with no signal.");
  fill_line (imp_issue_add_coming (issue), imp_date_new (2026, 12, 18), "Ghent",
             "Labels print at your own bench.");
  fill_line (imp_issue_add_not_now (issue), IMP_DATE_NONE, "Porto",
             "a second screen on each desk. The same money does more for the Leeds vans.");
  fill_line (imp_issue_add_not_now (issue), IMP_DATE_NONE, "Lyon",
             "work mail on your own phone. The works council has not agreed to it.");
}

void
sample_issue_add_works (ImpIssue *issue)
{
  fill_line (imp_issue_add_works (issue), IMP_DATE_NONE, "Somebody in picking, Leeds",
             "“The new scanner beeps before I have let go.”");
  fill_line (imp_issue_add_works (issue), IMP_DATE_NONE, "Thanks to Wout Claes, Ghent",
             "He came on a Sunday to move the gate.");
}

static ImpIssue *
create_issue (void)
{
  ImpIssue *issue = imp_issue_new ();

  issue->series = g_strdup ("What we fixed");
  issue->organisation = g_strdup ("Corvane");
  issue->language = g_strdup ("en");
  issue->title = g_strdup ("Ghent scans a pallet in a second, Lyon signs in once a day");
  issue->number = 14;
  issue->from = imp_date_new (2026, 10, 1);
  issue->to = imp_date_new (2026, 10, 31);
  issue->published = imp_date_new (2026, 11, 6);
  issue->next = imp_date_new (2026, 12, 4);
  issue->promises_kept = 11;
  issue->promises_due = 12;
  issue->missed = g_strdup (
      "We missed the Leeds stock sheet, due 16\u00a0October. New date: 27\u00a0November.");
  issue->contact_name = g_strdup ("Inês Duarte");
  issue->contact_how = g_strdup ("Call 4410, or stop her on her next visit.");
  issue->contact_email = g_strdup ("ines.duarte@corvane.example");
  fill_lines (issue);
  return issue;
}

ImpIssue *
sample_issue_new_with_big (guint n)
{
  ImpIssue *issue = create_issue ();

  for (guint i = 0; i < n; i++)
    fill_fix (imp_issue_add_big (issue), &big[i % G_N_ELEMENTS (big)], FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (small); i++)
    fill_fix (imp_issue_add_small (issue), &small[i], FALSE);
  return issue;
}

ImpIssue *
sample_issue_new (void)
{
  return sample_issue_new_with_big (3);
}

ImpIssue *
sample_issue_new_long (void)
{
  ImpIssue *issue = create_issue ();

  for (gsize i = 0; i < G_N_ELEMENTS (big); i++)
    fill_fix (imp_issue_add_big (issue), &big[i], TRUE);
  for (gsize i = 4; i < G_N_ELEMENTS (small); i++)
    fill_fix (imp_issue_add_small (issue), &small[i], FALSE);
  return issue;
}

static void
set (char **text, const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

ImpIssue *
sample_issue_new_rtl (void)
{
  ImpIssue *issue = sample_issue_new_with_big (2);
  ImpIssueFix *fix = issue->big->pdata[0];
  ImpIssueFix *small_fix = issue->small->pdata[0];
  ImpIssueLine *line = issue->coming->pdata[0];

  set (&issue->language, "ar");
  set (&issue->series, "ما أصلحناه");
  set (&issue->organisation, "كورفان");
  set (&issue->title, "غنت تمسح المنصة في ثانية، وليون تسجّل الدخول مرة في اليوم");
  set (&fix->title, "مسح المنصة يتم في ثانية واحدة");
  set (&fix->said, "أمسح وأنتظر، وحين تأتي الصفارة أكون قد نسيت العدد.");
  set (&fix->did, "وضعنا قائمة المخزون على الماسح نفسه. لم يعد يسأل ليون كل مرة.");
  set (&fix->now, "تسمعون الصفارة خلال ثانية، حتى عند البوابة البعيدة.");
  set (&fix->thanks, "ووت كلاس والوردية الليلية في غنت");
  set (&fix->place, "غنت");
  set (&small_fix->title, "تطلبون رسوم الوقوف بصورة واحدة.");
  set (&small_fix->place, "ليدز");
  set (&line->text, "ترون الإصلاحات المفتوحة على شاشة الزبون.");
  set (&line->place, "بورتو");
  return issue;
}
