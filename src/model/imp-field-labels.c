/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What every kind of item, every field and every choice is called, for people. */
#include "config.h"

#include "model/imp-field-labels.h"

#include <glib/gi18n-lib.h>

#include "model/imp-round.h"

#define N_MOST_FIELDS 63

/* What a kind is called, and what becomes of an item of it. */
static const struct
{
  const char *label, *made, *deleted, *restored;
} kinds[IMP_N_KINDS] = {
  [IMP_KIND_ORGANISATION] = { N_ ("Organisation"), N_ ("Organisation named"),
                              N_ ("Organisation deleted"), N_ ("Organisation restored") },
  [IMP_KIND_SITE] = { N_ ("Site"), N_ ("Site added"), N_ ("Site deleted"), N_ ("Site restored") },
  [IMP_KIND_DEPARTMENT] = { N_ ("Department"), N_ ("Department added"), N_ ("Department deleted"),
                            N_ ("Department restored") },
  [IMP_KIND_OFFERING] = { N_ ("Product or service"), N_ ("Product or service added"),
                          N_ ("Product or service deleted"), N_ ("Product or service restored") },
  [IMP_KIND_PERSON] = { N_ ("Colleague"), N_ ("Colleague added"), N_ ("Colleague deleted"),
                        N_ ("Colleague restored") },
  [IMP_KIND_IRRITANT] = { N_ ("Irritant"), N_ ("Irritant recorded"), N_ ("Irritant deleted"),
                          N_ ("Irritant restored") },
  [IMP_KIND_REPORT] = { N_ ("Report"), N_ ("Report added"), N_ ("Report deleted"),
                        N_ ("Report restored") },
  [IMP_KIND_FIX] = { N_ ("Fix"), N_ ("Fix planned"), N_ ("Fix deleted"), N_ ("Fix restored") },
  [IMP_KIND_REMOVAL] = { N_ ("Irritant of a fix"), N_ ("Irritant and fix put together"),
                         N_ ("Irritant and fix taken apart"),
                         N_ ("Irritant and fix put together again") },
  [IMP_KIND_PROMISE] = { N_ ("Promise"), N_ ("Promise made"), N_ ("Promise deleted"),
                         N_ ("Promise restored") },
  [IMP_KIND_CONFIRMATION] = { N_ ("Answer of a colleague"), N_ ("Colleague asked"),
                              N_ ("Answer of a colleague deleted"),
                              N_ ("Answer of a colleague restored") },
  [IMP_KIND_ANNOUNCEMENT] = { N_ ("Announcement"), N_ ("Announcement drafted"),
                              N_ ("Announcement deleted"), N_ ("Announcement restored") },
  [IMP_KIND_ENTRY] = { N_ ("Item of an announcement"), N_ ("Item added"), N_ ("Item taken out"),
                       N_ ("Item put back") },
  [IMP_KIND_ATTACHMENT] = { N_ ("Photo or file"), N_ ("Photo or file added"),
                            N_ ("Photo or file removed"), N_ ("Photo or file restored") },
  [IMP_KIND_STEP] = { N_ ("Step"), N_ ("Step added"), N_ ("Step deleted"), N_ ("Step restored") },
  [IMP_KIND_OUTCOME] = { N_ ("Outcome"), N_ ("Outcome added"), N_ ("Outcome deleted"),
                         N_ ("Outcome restored") },
  [IMP_KIND_TAGGING] = { N_ ("Tag"), N_ ("Tag added"), N_ ("Tag removed"), N_ ("Tag put back") },
  [IMP_KIND_VIEW] = { N_ ("Saved view"), N_ ("View saved"), N_ ("Saved view deleted"),
                      N_ ("Saved view restored") },
  [IMP_KIND_ROUND] = { N_ ("Round"), N_ ("Round planned"), N_ ("Round deleted"),
                       N_ ("Round restored") },
  [IMP_KIND_MEETING] = { N_ ("Somebody to meet"), N_ ("Somebody to meet added"),
                         N_ ("Somebody to meet taken out"), N_ ("Somebody to meet put back") },
  [IMP_KIND_OBSERVATION] = { N_ ("Remark"), N_ ("Remark written down"), N_ ("Remark deleted"),
                             N_ ("Remark restored") },
  [IMP_KIND_TOLD] = { N_ ("Who was told"), N_ ("Colleague told"), N_ ("Colleague not told"),
                      N_ ("Colleague told after all") },
};

static const char *const labels[IMP_N_KINDS][N_MOST_FIELDS + 1] = {
  [IMP_KIND_ORGANISATION] = {
    [IMP_ORGANISATION_NAME] = N_ ("Your organisation"),
    [IMP_ORGANISATION_CONTACT_NAME] = N_ ("Who is glad to hear more"),
    [IMP_ORGANISATION_CONTACT_HOW] = N_ ("How to reach them"),
    [IMP_ORGANISATION_CONTACT_EMAIL] = N_ ("E-mail"),
    [IMP_ORGANISATION_SERIES] = N_ ("Name of the page"),
    [IMP_ORGANISATION_LANGUAGE] = N_ ("Language of the page"),
  },
  [IMP_KIND_SITE] = {
    [IMP_SITE_NAME] = N_ ("Name"),
    [IMP_SITE_LEADER] = N_ ("Leader"),
    [IMP_SITE_ADVISOR] = N_ ("Advisor"),
    [IMP_SITE_WEEKS] = N_ ("Weeks between rounds"),
  },
  [IMP_KIND_DEPARTMENT] = {
    [IMP_DEPARTMENT_NAME] = N_ ("Name"),
    [IMP_DEPARTMENT_LEADER] = N_ ("Leader"),
  },
  [IMP_KIND_OFFERING] = {
    [IMP_OFFERING_NAME] = N_ ("Name"),
    [IMP_OFFERING_SORT] = N_ ("Kind"),
    [IMP_OFFERING_OWNER] = N_ ("Owner"),
  },
  [IMP_KIND_PERSON] = {
    [IMP_PERSON_NAME] = N_ ("Name"),
    [IMP_PERSON_ROLE] = N_ ("Role"),
    [IMP_PERSON_DEPARTMENT] = N_ ("Department"),
    [IMP_PERSON_SITE] = N_ ("Site"),
    [IMP_PERSON_EMAIL] = N_ ("E-mail"),
    [IMP_PERSON_NAMING] = N_ ("May be named in announcements"),
    [IMP_PERSON_IN_IT] = N_ ("Works in IT"),
    [IMP_PERSON_HEARS] = N_ ("How they like to hear from us"),
  },
  [IMP_KIND_IRRITANT] = {
    [IMP_IRRITANT_TITLE] = N_ ("Title"),
    [IMP_IRRITANT_DESCRIPTION] = N_ ("Description"),
    [IMP_IRRITANT_OFFERING] = N_ ("About what"),
    [IMP_IRRITANT_PEOPLE] = N_ ("How many people"),
    [IMP_IRRITANT_OFTEN] = N_ ("How often"),
    [IMP_IRRITANT_MINUTES] = N_ ("How many minutes each time"),
    [IMP_IRRITANT_EFFORT] = N_ ("How long to fix it"),
    [IMP_IRRITANT_IRRITATION] = N_ ("How much it annoys"),
    [IMP_IRRITANT_CUSTOMERS_SEE_IT] = N_ ("Customers see it"),
    [IMP_IRRITANT_RECORDED] = N_ ("Recorded on"),
    [IMP_IRRITANT_RECORDED_BY] = N_ ("Recorded by"),
    [IMP_IRRITANT_DECLINED] = N_ ("Declined on"),
    [IMP_IRRITANT_DECLINED_REASON] = N_ ("Why it was declined"),
    [IMP_IRRITANT_MERGED_INTO] = N_ ("Merged into"),
    [IMP_IRRITANT_STEP] = N_ ("At which step"),
    [IMP_IRRITANT_OUTCOME] = N_ ("What it holds back"),
    [IMP_IRRITANT_CHANGE] = N_ ("What gets better"),
    [IMP_IRRITANT_WASTE] = N_ ("What it wastes"),
    [IMP_IRRITANT_PIN_REASON] = N_ ("Why it is pinned"),
    [IMP_IRRITANT_PIN_UNTIL] = N_ ("Pinned until"),
  },
  [IMP_KIND_REPORT] = {
    [IMP_REPORT_IRRITANT] = N_ ("Irritant"),
    [IMP_REPORT_PERSON] = N_ ("Who says so"),
    [IMP_REPORT_DEPARTMENT] = N_ ("Department"),
    [IMP_REPORT_SITE] = N_ ("Site"),
    [IMP_REPORT_DATE] = N_ ("Said on"),
    [IMP_REPORT_WORDS] = N_ ("In their words"),
    [IMP_REPORT_PEOPLE] = N_ ("How many people"),
    [IMP_REPORT_OFTEN] = N_ ("How often"),
    [IMP_REPORT_MINUTES] = N_ ("How many minutes each time"),
    [IMP_REPORT_ROUND] = N_ ("On which round"),
  },
  [IMP_KIND_FIX] = {
    [IMP_FIX_TITLE] = N_ ("Title"),
    [IMP_FIX_DID] = N_ ("What we did"),
    [IMP_FIX_NOW] = N_ ("What is different now"),
    [IMP_FIX_TODO] = N_ ("What the reader has to do"),
    [IMP_FIX_OWNER] = N_ ("Who does it"),
    [IMP_FIX_THANKS] = N_ ("Thanks to"),
    [IMP_FIX_PLANNED] = N_ ("Planned on"),
    [IMP_FIX_STARTED] = N_ ("Started on"),
    [IMP_FIX_DELIVERED] = N_ ("Delivered on"),
    [IMP_FIX_EFFORT] = N_ ("How long it took"),
  },
  [IMP_KIND_REMOVAL] = {
    [IMP_REMOVAL_FIX] = N_ ("Fix"),
    [IMP_REMOVAL_IRRITANT] = N_ ("Irritant"),
  },
  [IMP_KIND_PROMISE] = {
    [IMP_PROMISE_FIX] = N_ ("Fix"),
    [IMP_PROMISE_PERSON] = N_ ("Promised to"),
    [IMP_PROMISE_TO] = N_ ("To whom"),
    [IMP_PROMISE_WHAT] = N_ ("What was promised"),
    [IMP_PROMISE_SITE] = N_ ("Site"),
    [IMP_PROMISE_MADE] = N_ ("Promised on"),
    [IMP_PROMISE_FIRST] = N_ ("First date"),
    [IMP_PROMISE_DUE] = N_ ("By when"),
    [IMP_PROMISE_REASON] = N_ ("Why it moves"),
    [IMP_PROMISE_TOLD] = N_ ("They know already"),
    [IMP_PROMISE_KEPT] = N_ ("Kept on"),
    [IMP_PROMISE_ROUND] = N_ ("On which round"),
  },
  [IMP_KIND_CONFIRMATION] = {
    [IMP_CONFIRMATION_FIX] = N_ ("Fix"),
    [IMP_CONFIRMATION_PERSON] = N_ ("Who says so"),
    [IMP_CONFIRMATION_DATE] = N_ ("Said on"),
    [IMP_CONFIRMATION_VERDICT] = N_ ("Is it gone?"),
    [IMP_CONFIRMATION_PEOPLE] = N_ ("How many people now"),
    [IMP_CONFIRMATION_OFTEN] = N_ ("How often now"),
    [IMP_CONFIRMATION_MINUTES] = N_ ("How many minutes each time now"),
    [IMP_CONFIRMATION_WORDS] = N_ ("In their words"),
    [IMP_CONFIRMATION_IRRITANT] = N_ ("Irritant"),
  },
  [IMP_KIND_ANNOUNCEMENT] = {
    [IMP_ANNOUNCEMENT_TITLE] = N_ ("Title"),
    [IMP_ANNOUNCEMENT_FROM] = N_ ("First day"),
    [IMP_ANNOUNCEMENT_TO] = N_ ("Last day"),
    [IMP_ANNOUNCEMENT_NUMBER] = N_ ("Issue"),
    [IMP_ANNOUNCEMENT_PUBLISHED] = N_ ("Published on"),
    [IMP_ANNOUNCEMENT_NEXT] = N_ ("Next one on"),
    [IMP_ANNOUNCEMENT_DOCUMENT] = N_ ("The page"),
    [IMP_ANNOUNCEMENT_REST_COUNT] = N_ ("Fixes that are only counted"),
    [IMP_ANNOUNCEMENT_REST_HOURS] = N_ ("Hours a month given back by those"),
    [IMP_ANNOUNCEMENT_SITE] = N_ ("Site"),
  },
  [IMP_KIND_ENTRY] = {
    [IMP_ENTRY_ANNOUNCEMENT] = N_ ("Announcement"),
    [IMP_ENTRY_SECTION] = N_ ("Part of the page"),
    [IMP_ENTRY_POSITION] = N_ ("Place in that part"),
    [IMP_ENTRY_FIX] = N_ ("Fix"),
    [IMP_ENTRY_IRRITANT] = N_ ("Irritant"),
    [IMP_ENTRY_PROMISE] = N_ ("Promise"),
    [IMP_ENTRY_TITLE] = N_ ("Title"),
    [IMP_ENTRY_SAID] = N_ ("What colleagues said"),
    [IMP_ENTRY_DID] = N_ ("What we did"),
    [IMP_ENTRY_NOW] = N_ ("What is different now"),
    [IMP_ENTRY_THANKS] = N_ ("Thanks to"),
    [IMP_ENTRY_TODO] = N_ ("What the reader has to do"),
    [IMP_ENTRY_PLACE] = N_ ("Where"),
    [IMP_ENTRY_DATE] = N_ ("When"),
    [IMP_ENTRY_HOURS] = N_ ("Hours a month given back"),
    [IMP_ENTRY_HOURS_SOURCE] = N_ ("How we know the hours"),
    [IMP_ENTRY_COUNT] = N_ ("Number and what it counts"),
    [IMP_ENTRY_UNCONFIRMED] = N_ ("Nobody has said yet that it is gone"),
  },
  [IMP_KIND_ATTACHMENT] = {
    [IMP_ATTACHMENT_IRRITANT] = N_ ("Irritant"),
    [IMP_ATTACHMENT_NAME] = N_ ("Name"),
    [IMP_ATTACHMENT_TYPE] = N_ ("Kind of file"),
    [IMP_ATTACHMENT_SHA256] = N_ ("Checksum"),
    [IMP_ATTACHMENT_SIZE] = N_ ("Size in bytes"),
    [IMP_ATTACHMENT_WIDTH] = N_ ("Width in pixels"),
    [IMP_ATTACHMENT_HEIGHT] = N_ ("Height in pixels"),
  },
  [IMP_KIND_STEP] = {
    [IMP_STEP_NAME] = N_ ("Name"),
  },
  [IMP_KIND_OUTCOME] = {
    [IMP_OUTCOME_NAME] = N_ ("Name"),
  },
  [IMP_KIND_TAGGING] = {
    [IMP_TAGGING_IRRITANT] = N_ ("Irritant"),
    [IMP_TAGGING_TAG] = N_ ("Tag"),
  },
  [IMP_KIND_VIEW] = {
    [IMP_VIEW_NAME] = N_ ("Name"),
    [IMP_VIEW_QUERY] = N_ ("What it shows"),
    [IMP_VIEW_ORDER] = N_ ("In which order"),
    [IMP_VIEW_COLUMNS] = N_ ("Which columns"),
  },
  [IMP_KIND_ROUND] = {
    [IMP_ROUND_SITE] = N_ ("Site"),
    [IMP_ROUND_PLANNED] = N_ ("Day"),
    [IMP_ROUND_TIME] = N_ ("Time"),
    [IMP_ROUND_PLACE] = N_ ("Where to meet"),
    [IMP_ROUND_VISITORS] = N_ ("Who goes"),
    [IMP_ROUND_QUESTIONS] = N_ ("Questions"),
    [IMP_ROUND_NOTE] = N_ ("Note"),
    [IMP_ROUND_STARTED] = N_ ("Begun"),
    [IMP_ROUND_ENDED] = N_ ("Finished"),
  },
  [IMP_KIND_MEETING] = {
    [IMP_MEETING_ROUND] = N_ ("Round"),
    [IMP_MEETING_PERSON] = N_ ("Colleague"),
    [IMP_MEETING_DEPARTMENT] = N_ ("Department"),
    [IMP_MEETING_MET] = N_ ("Was met"),
  },
  [IMP_KIND_OBSERVATION] = {
    [IMP_OBSERVATION_ROUND] = N_ ("Round"),
    [IMP_OBSERVATION_SORT] = N_ ("What it is"),
    [IMP_OBSERVATION_WORDS] = N_ ("Their words"),
    [IMP_OBSERVATION_PERSON] = N_ ("Colleague"),
    [IMP_OBSERVATION_DEPARTMENT] = N_ ("Department"),
    [IMP_OBSERVATION_SITE] = N_ ("Site"),
    [IMP_OBSERVATION_DATE] = N_ ("Date"),
  },
  [IMP_KIND_TOLD] = {
    [IMP_TOLD_IRRITANT] = N_ ("Irritant"),
    [IMP_TOLD_FIX] = N_ ("Fix"),
    [IMP_TOLD_PERSON] = N_ ("Colleague"),
    [IMP_TOLD_DEPARTMENT] = N_ ("Department"),
    [IMP_TOLD_DATE] = N_ ("Date"),
    [IMP_TOLD_ROUND] = N_ ("Round"),
  },
};

/* Of every choice, by the name of its value in files: each means the same wherever it is used. */
static const struct
{
  const char *nick, *label;
} choices[] = {
  { "product", N_ ("Product") },
  { "process", N_ ("Process") },
  { "service", N_ ("Service") },
  { "yes", N_ ("Yes") },
  { "no", N_ ("No") },
  { "ask", N_ ("Ask first") },
  { "mild", N_ ("Mild") },
  { "annoying", N_ ("Annoying") },
  { "strong", N_ ("Strong") },
  { "unbearable", N_ ("Unbearable") },
  { "gone", N_ ("Gone") },
  { "better", N_ ("Better") },
  { "still-there", N_ ("Still there") },
  { "big", N_ ("Big item") },
  { "small", N_ ("Small fix") },
  { "next", N_ ("Coming next") },
  { "not-now", N_ ("Not now, and why") },
  { "rest", N_ ("Only counted") },
  { "asked-again", N_ ("Asked again afterwards") },
  { "estimated", N_ ("Estimated") },
  { "decisions", N_ ("Decisions") },
  { "customer-experience", N_ ("Customer experience") },
  { "waiting", N_ ("Waiting") },
  { "motion", N_ ("Searching and walking") },
  { "transport", N_ ("Passing things on") },
  { "inventory", N_ ("Work piling up") },
  { "overproduction", N_ ("More than anybody needs") },
  { "overprocessing", N_ ("Doing it twice") },
  { "defects", N_ ("Putting mistakes right") },
  { "talent", N_ ("Skills left unused") },
  { "works", N_ ("Works well") },
  { "else", N_ ("Said by the way") },
  { "thanks", N_ ("Thanks") },
};

static gboolean
is_known (ImpKind kind)
{
  return kind > IMP_KIND_NONE && kind < IMP_N_KINDS;
}

const char *
imp_newer_get_label (void)
{
  return _ ("Something of a newer version");
}

const char *
imp_kind_get_label (ImpKind kind)
{
  return is_known (kind) ? _ (kinds[kind].label) : imp_newer_get_label ();
}

const char *
imp_field_get_label (ImpKind kind, guint8 field)
{
  if (field == IMP_FIELD_LIFE)
    return NULL;
  return is_known (kind) && field <= N_MOST_FIELDS && labels[kind][field] != NULL
             ? _ (labels[kind][field])
             : imp_newer_get_label ();
}

const char *
imp_field_get_choice_label (const ImpField *field, gint64 choice)
{
  const char *nick = imp_field_choice_get_nick (field, (int) CLAMP (choice, 0, G_MAXINT));

  for (guint i = 0; nick != NULL && i < G_N_ELEMENTS (choices); i++)
    if (g_str_equal (choices[i].nick, nick))
      return _ (choices[i].label);
  return NULL;
}

const char *
imp_waste_get_name (ImpWaste waste)
{
  return imp_field_get_choice_label (imp_kind_get_field (IMP_KIND_IRRITANT, IMP_IRRITANT_WASTE),
                                     waste);
}

const char *
imp_change_type_get_name (ImpChangeType change)
{
  return imp_field_get_choice_label (imp_kind_get_field (IMP_KIND_IRRITANT, IMP_IRRITANT_CHANGE),
                                     change);
}

gboolean
imp_edited_is_deletion (const ImpEditedField *edited)
{
  return edited->field == IMP_FIELD_LIFE && edited->after.type != IMP_VALUE_INTEGER;
}

const char *
imp_edited_life_to_words (const ImpEditedField *edited)
{
  if (!is_known (edited->kind))
    return imp_newer_get_label ();
  if (imp_edited_is_deletion (edited))
    return _ (kinds[edited->kind].deleted);
  return edited->before.type == IMP_VALUE_NONE ? _ (kinds[edited->kind].made)
                                               : _ (kinds[edited->kind].restored);
}
