/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The sentences of what people do to items. */
#include "config.h"

#include "model/imp-edit-templates.h"

#include <glib/gi18n-lib.h>

#include "model/imp-edit-words.h"
#include "model/imp-field-labels.h"

#define N_MOST_FIELDS 20

/* What became of parts of an item: who did it is %s, how many there are is %u. The item itself is
 * but one: it has no plural. */
typedef struct
{
  const char *one, *many;
} Counted;

/* Marks both forms for translation. */
#define NP_(one, many) { one, many }

static const struct
{
  Counted made, deleted, restored;
  const char *edited;
} lives[IMP_N_KINDS] = {
  [IMP_KIND_IRRITANT] = { { N_ ("%s recorded the irritant") },
                          { N_ ("%s deleted the irritant") },
                          { N_ ("%s restored the irritant") },
                          N_ ("%s edited the irritant") },
  [IMP_KIND_REPORT] = { NP_ ("%s added what a colleague says", "%s added what %u colleagues say"),
                        NP_ ("%s deleted what a colleague says",
                             "%s deleted what %u colleagues say"),
                        NP_ ("%s restored what a colleague says",
                             "%s restored what %u colleagues say"),
                        N_ ("%s edited what a colleague says") },
  [IMP_KIND_FIX] = { { N_ ("%s planned the fix") },
                     { N_ ("%s deleted the fix") },
                     { N_ ("%s restored the fix") },
                     N_ ("%s edited the fix") },
  [IMP_KIND_REMOVAL] = { { NULL },
                         NP_ ("%s took an irritant and a fix apart",
                              "%s took %u irritants and fixes apart"),
                         NP_ ("%s put an irritant and a fix together again",
                              "%s put %u irritants and fixes together again"),
                         N_ ("%s changed which fix removes which irritant") },
  [IMP_KIND_PROMISE] = { NP_ ("%s made a promise", "%s made %u promises"),
                         NP_ ("%s deleted a promise", "%s deleted %u promises"),
                         NP_ ("%s restored a promise", "%s restored %u promises"),
                         N_ ("%s edited a promise") },
  [IMP_KIND_CONFIRMATION] = { NP_ ("%s noted what a colleague says of the fix",
                                   "%s noted what %u colleagues say of the fix"),
                              NP_ ("%s deleted what a colleague says of the fix",
                                   "%s deleted what %u colleagues say of the fix"),
                              NP_ ("%s restored what a colleague says of the fix",
                                   "%s restored what %u colleagues say of the fix"),
                              N_ ("%s edited what a colleague says of the fix") },
  [IMP_KIND_ANNOUNCEMENT] = { { N_ ("%s drafted the announcement") },
                              { N_ ("%s deleted the announcement") },
                              { N_ ("%s restored the announcement") },
                              N_ ("%s edited the announcement") },
  [IMP_KIND_ENTRY] = { NP_ ("%s added an entry", "%s added %u entries"),
                       NP_ ("%s took an entry out", "%s took %u entries out"),
                       NP_ ("%s put an entry back", "%s put %u entries back"),
                       N_ ("%s reworded an entry") },
  [IMP_KIND_ATTACHMENT] = { NP_ ("%s added a file", "%s added %u files"),
                            NP_ ("%s removed a photo or file", "%s removed %u photos or files"),
                            NP_ ("%s restored a photo or file", "%s restored %u photos or files"),
                            N_ ("%s renamed a photo or file") },
  [IMP_KIND_TAGGING] = { NP_ ("%s added a tag", "%s added %u tags"),
                         NP_ ("%s removed a tag", "%s removed %u tags"),
                         NP_ ("%s put a tag back", "%s put %u tags back"),
                         N_ ("%s changed a tag") },
  [IMP_KIND_ROUND] = { { N_ ("%s planned the round") },
                       { N_ ("%s deleted the round") },
                       { N_ ("%s restored the round") },
                       N_ ("%s changed the plan of the round") },
  [IMP_KIND_MEETING] = { NP_ ("%s added a colleague to meet", "%s added %u colleagues to meet"),
                         NP_ ("%s took out a colleague to meet",
                              "%s took out %u colleagues to meet"),
                         NP_ ("%s put a colleague to meet back",
                              "%s put %u colleagues to meet back"),
                         N_ ("%s changed who is met") },
  [IMP_KIND_OBSERVATION] = { NP_ ("%s wrote down a remark", "%s wrote down %u remarks"),
                             NP_ ("%s deleted a remark", "%s deleted %u remarks"),
                             NP_ ("%s restored a remark", "%s restored %u remarks"),
                             N_ ("%s changed a remark") },
  [IMP_KIND_TOLD] = { NP_ ("%s told a colleague what became of it",
                           "%s told %u colleagues what became of it"),
                      NP_ ("%s took back that a colleague was told",
                           "%s took back that %u colleagues were told"),
                      NP_ ("%s told a colleague after all", "%s told %u colleagues after all"),
                      N_ ("%s changed who was told") },
};

static const Counted photos = NP_ ("%s added a photo", "%s added %u photos");
static const Counted attachments = NP_ ("%s added a photo or file", "%s added %u photos and files");
static const Counted fixes = NP_ ("%s planned a fix for it", "%s planned %u fixes for it");
static const Counted met = NP_ ("%s met a colleague", "%s met %u colleagues");
static const Counted irritants =
    NP_ ("%s added an irritant to the fix", "%s added %u irritants to the fix");

/* A change of one field; those that are not named here are named as in forms. */
static const char *const changes[IMP_N_KINDS][N_MOST_FIELDS + 1] = {
  [IMP_KIND_IRRITANT] = {
    [IMP_IRRITANT_TITLE] = N_ ("%s changed the title"),
    [IMP_IRRITANT_DESCRIPTION] = N_ ("%s changed the description"),
    [IMP_IRRITANT_OFFERING] = N_ ("%s changed what it is about"),
    [IMP_IRRITANT_PEOPLE] = N_ ("%s changed how many people it concerns"),
    [IMP_IRRITANT_OFTEN] = N_ ("%s changed how often it happens"),
    [IMP_IRRITANT_MINUTES] = N_ ("%s changed how many minutes it takes each time"),
    [IMP_IRRITANT_EFFORT] = N_ ("%s changed how long it takes to fix"),
    [IMP_IRRITANT_IRRITATION] = N_ ("%s changed how much it annoys"),
    [IMP_IRRITANT_CUSTOMERS_SEE_IT] = N_ ("%s changed whether customers see it"),
    [IMP_IRRITANT_DECLINED_REASON] = N_ ("%s changed why it was declined"),
    [IMP_IRRITANT_STEP] = N_ ("%s changed at which step it is"),
    [IMP_IRRITANT_OUTCOME] = N_ ("%s changed what it holds back"),
    [IMP_IRRITANT_CHANGE] = N_ ("%s changed what gets better"),
    [IMP_IRRITANT_WASTE] = N_ ("%s changed what it wastes"),
    [IMP_IRRITANT_PIN_REASON] = N_ ("%s changed why it is pinned"),
    [IMP_IRRITANT_PIN_UNTIL] = N_ ("%s changed until when it is pinned"),
  },
  [IMP_KIND_FIX] = {
    [IMP_FIX_TITLE] = N_ ("%s changed the title"),
    [IMP_FIX_DID] = N_ ("%s changed what we did"),
    [IMP_FIX_NOW] = N_ ("%s changed what is different now"),
    [IMP_FIX_TODO] = N_ ("%s changed what the reader has to do"),
    [IMP_FIX_OWNER] = N_ ("%s changed who does it"),
    [IMP_FIX_THANKS] = N_ ("%s changed who is thanked"),
    [IMP_FIX_EFFORT] = N_ ("%s changed how long it took"),
  },
  [IMP_KIND_ANNOUNCEMENT] = {
    [IMP_ANNOUNCEMENT_TITLE] = N_ ("%s changed the title"),
    [IMP_ANNOUNCEMENT_FROM] = N_ ("%s changed the first day"),
    [IMP_ANNOUNCEMENT_TO] = N_ ("%s changed the last day"),
    [IMP_ANNOUNCEMENT_NEXT] = N_ ("%s changed when the next one comes"),
  },
  [IMP_KIND_ENTRY] = {
    [IMP_ENTRY_SECTION] = N_ ("%s moved an entry to another part"),
    [IMP_ENTRY_POSITION] = N_ ("%s moved an entry"),
  },
  [IMP_KIND_PROMISE] = {
    [IMP_PROMISE_DUE] = N_ ("%s moved a promise"),
    [IMP_PROMISE_KEPT] = N_ ("%s changed whether a promise is kept"),
  },
  [IMP_KIND_ROUND] = {
    [IMP_ROUND_SITE] = N_ ("%s moved the round to another site"),
    [IMP_ROUND_PLANNED] = N_ ("%s moved the round to another day"),
    [IMP_ROUND_TIME] = N_ ("%s changed the time"),
    [IMP_ROUND_PLACE] = N_ ("%s changed where to meet"),
    [IMP_ROUND_VISITORS] = N_ ("%s changed who goes"),
    [IMP_ROUND_QUESTIONS] = N_ ("%s changed the questions"),
    [IMP_ROUND_NOTE] = N_ ("%s changed the note"),
  },
  [IMP_KIND_MEETING] = {
    [IMP_MEETING_MET] = N_ ("%s noted whether a colleague was met"),
  },
  [IMP_KIND_OBSERVATION] = {
    [IMP_OBSERVATION_SORT] = N_ ("%s changed what a remark is"),
    [IMP_OBSERVATION_WORDS] = N_ ("%s reworded a remark"),
  },
};

/* Fields that say by being set or unset what happened. */
static const struct
{
  ImpKind kind;
  guint8 field;
  const char *set, *unset;
} events[] = {
  { IMP_KIND_IRRITANT, IMP_IRRITANT_DECLINED, N_ ("%s declined the irritant"),
    N_ ("%s took the irritant up again") },
  { IMP_KIND_IRRITANT, IMP_IRRITANT_MERGED_INTO, N_ ("%s merged it with another irritant"),
    N_ ("%s took it apart from another irritant") },
  { IMP_KIND_IRRITANT, IMP_IRRITANT_PIN_UNTIL, N_ ("%s pinned the irritant"),
    N_ ("%s unpinned the irritant") },
  { IMP_KIND_FIX, IMP_FIX_DELIVERED, N_ ("%s delivered the fix"),
    N_ ("%s took back that the fix is delivered") },
  { IMP_KIND_FIX, IMP_FIX_STARTED, N_ ("%s began the fix"),
    N_ ("%s took back that the fix is begun") },
  { IMP_KIND_ANNOUNCEMENT, IMP_ANNOUNCEMENT_PUBLISHED, N_ ("%s published the announcement"),
    N_ ("%s took the announcement back") },
  { IMP_KIND_ROUND, IMP_ROUND_STARTED, N_ ("%s began the round"),
    N_ ("%s took back that the round is begun") },
  { IMP_KIND_ROUND, IMP_ROUND_ENDED, N_ ("%s finished the round"),
    N_ ("%s took the round up again") },
};

gboolean
imp_edited_is_merge (const ImpEditedField *edited)
{
  return edited->kind == IMP_KIND_IRRITANT && edited->field == IMP_IRRITANT_MERGED_INTO;
}

const char *
imp_edit_template_find_event (const ImpEditedField *edited)
{
  gboolean unset = edited->after.type == IMP_VALUE_NONE && !edited->after_erased;

  if (!unset && !imp_edited_is_first (edited) && !imp_edited_is_merge (edited))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    if (events[i].kind == edited->kind && events[i].field == edited->field)
      return unset ? events[i].unset : events[i].set;
  return NULL;
}

/* Counts items of the lead's kind that became what it became; of a making, the photos, the fixes and
 * who was met among them too. */
typedef struct
{
  guint n, n_photos, n_fixes, n_met;
} Count;

static const Counted *
find_life (const ImpEditedField *edited)
{
  if (imp_edited_is_deletion (edited))
    return &lives[edited->kind].deleted;
  return imp_edited_is_first (edited) ? &lives[edited->kind].made : &lives[edited->kind].restored;
}

static gboolean
is_number (const ImpEditedField *edited, ImpKind kind, guint8 field)
{
  return edited->kind == kind && edited->field == field && edited->after.type == IMP_VALUE_INTEGER;
}

static Count
count_lives (const ImpEdit *edit, const ImpEditedField *lead, ImpItem about)
{
  Count count = { 0 };

  for (guint i = 0; i < edit->fields->len; i++)
    {
      const ImpEditedField *edited = edit->fields->pdata[i];

      if (edited->kind == lead->kind && edited->field == IMP_FIELD_LIFE)
        count.n += find_life (edited) == find_life (lead);
      if (is_number (edited, IMP_KIND_ATTACHMENT, IMP_ATTACHMENT_WIDTH))
        count.n_photos += edited->after.integer > 0;
      if (is_number (edited, IMP_KIND_REMOVAL, IMP_REMOVAL_IRRITANT))
        count.n_fixes += edited->after.integer == about;
      if (is_number (edited, IMP_KIND_MEETING, IMP_MEETING_MET))
        count.n_met += edited->after.integer != 0;
    }
  return count;
}

static const Counted *
find_making (ImpKind kind, const Count *count)
{
  if (kind == IMP_KIND_REMOVAL)
    return count->n_fixes > 0 ? &fixes : &irritants;
  if (kind == IMP_KIND_ATTACHMENT && count->n_photos > 0)
    return count->n_photos < count->n ? &attachments : &photos;
  return kind == IMP_KIND_MEETING && count->n_met > 0 ? &met : &lives[kind].made;
}

char *
imp_edit_template_say_life (const ImpEdit *edit,
                            const ImpEditedField *lead,
                            ImpItem about,
                            const char *actor)
{
  Count count = count_lives (edit, lead, about);
  const Counted *life = find_life (lead);

  if (life == &lives[lead->kind].made)
    life = find_making (lead->kind, &count);
  if (life->one == NULL)
    /* Translators: who did it, and what became of the item: "Dana · Report added" */
    return g_strdup_printf (_ ("%s · %s"), actor, imp_edited_life_to_words (lead));
  if (life->many == NULL || lead->item == about)
    return g_strdup_printf (_ (life->one), actor);
  return g_strdup_printf (ngettext (life->one, life->many, count.n), actor, count.n);
}

const char *
imp_edit_template_get_edited (ImpKind kind)
{
  return lives[kind].edited;
}

const char *
imp_edit_template_get_change (ImpKind kind, guint8 field)
{
  return field <= N_MOST_FIELDS ? changes[kind][field] : NULL;
}

const char *
imp_edit_template_get_reordering (void)
{
  return N_ ("%s put the entries in another order");
}
