/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a person did, in a sentence. */
#include "config.h"

#include "model/imp-edit-words.h"

#include <glib/gi18n-lib.h>

#include "base/imp-text.h"
#include "model/imp-field-words.h"

/* A value of more letters stands on lines of its own. */
#define N_SHORT       40
#define N_MOST_FIELDS 18

/* How much a change says of what was done: the sentence is of the weightiest. */
typedef enum
{
  WEIGHT_NONE, /* goes without saying */
  WEIGHT_PART_FIELD,
  WEIGHT_FIELD,
  WEIGHT_PART_LIFE,
  WEIGHT_EVENT,
  WEIGHT_LIFE,
} Weight;

/* What becomes of an item: who did it is %s. */
static const struct
{
  const char *made, *deleted, *restored, *edited;
} lives[IMP_N_KINDS] = {
  [IMP_KIND_IRRITANT] = { N_ ("%s recorded the irritant"), N_ ("%s deleted the irritant"),
                          N_ ("%s restored the irritant"), N_ ("%s edited the irritant") },
  [IMP_KIND_REPORT] = { N_ ("%s added what a colleague says"),
                        N_ ("%s deleted what a colleague says"),
                        N_ ("%s restored what a colleague says"),
                        N_ ("%s edited what a colleague says") },
  [IMP_KIND_FIX] = { N_ ("%s planned the fix"), N_ ("%s deleted the fix"),
                     N_ ("%s restored the fix"), N_ ("%s edited the fix") },
  [IMP_KIND_REMOVAL] = { NULL, N_ ("%s took an irritant and a fix apart"),
                         N_ ("%s put an irritant and a fix together again"),
                         N_ ("%s changed which fix removes which irritant") },
  [IMP_KIND_PROMISE] = { N_ ("%s made a promise"), N_ ("%s deleted a promise"),
                         N_ ("%s restored a promise"), N_ ("%s edited a promise") },
  [IMP_KIND_CONFIRMATION] = { N_ ("%s noted what a colleague says of the fix"),
                              N_ ("%s deleted what a colleague says of the fix"),
                              N_ ("%s restored what a colleague says of the fix"),
                              N_ ("%s edited what a colleague says of the fix") },
  [IMP_KIND_ANNOUNCEMENT] = { N_ ("%s drafted the announcement"),
                              N_ ("%s deleted the announcement"),
                              N_ ("%s restored the announcement"),
                              N_ ("%s edited the announcement") },
  [IMP_KIND_ENTRY] = { N_ ("%s added an entry"), N_ ("%s took an entry out"),
                       N_ ("%s put an entry back"), N_ ("%s reworded an entry") },
  [IMP_KIND_ATTACHMENT] = { N_ ("%s added a file"), N_ ("%s removed a photo or file"),
                            N_ ("%s restored a photo or file"), N_ ("%s renamed a photo or file") },
};

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
  { IMP_KIND_FIX, IMP_FIX_DELIVERED, N_ ("%s delivered the fix"),
    N_ ("%s took back that the fix is delivered") },
  { IMP_KIND_FIX, IMP_FIX_STARTED, N_ ("%s began the fix"),
    N_ ("%s took back that the fix is begun") },
  { IMP_KIND_ANNOUNCEMENT, IMP_ANNOUNCEMENT_PUBLISHED, N_ ("%s published the announcement"),
    N_ ("%s took the announcement back") },
};

static gboolean
is_merge (const ImpEditedField *edited)
{
  return edited->kind == IMP_KIND_IRRITANT && edited->field == IMP_IRRITANT_MERGED_INTO;
}

/* The sentence of a field that is an event; NULL for another one, and for another day of the same. */
static const char *
find_event (const ImpEditedField *edited)
{
  gboolean unset = edited->after.type == IMP_VALUE_NONE && !edited->after_erased;

  if (!unset && !imp_edited_is_first (edited) && !is_merge (edited))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    if (events[i].kind == edited->kind && events[i].field == edited->field)
      return unset ? events[i].unset : events[i].set;
  return NULL;
}

/* That what belongs to the item belongs to it, and what the bytes of a photo say of themselves. */
static gboolean
goes_without_saying (const ImpEditedField *edited, ImpItem about)
{
  const ImpField *field = imp_kind_get_field (edited->kind, edited->field);

  if (edited->kind == IMP_KIND_ATTACHMENT && edited->field > IMP_ATTACHMENT_NAME)
    return TRUE;
  return field != NULL && field->type == IMP_FIELD_ITEM && edited->item != about
         && edited->after.type == IMP_VALUE_INTEGER && edited->after.integer == about;
}

static Weight
weigh (const ImpEditedField *edited, ImpItem about)
{
  gboolean is_part = edited->item != about;

  if (edited->field == IMP_FIELD_LIFE)
    return is_part ? WEIGHT_PART_LIFE : WEIGHT_LIFE;
  if (find_event (edited) != NULL)
    return WEIGHT_EVENT;
  if (goes_without_saying (edited, about))
    return WEIGHT_NONE;
  return is_part ? WEIGHT_PART_FIELD : WEIGHT_FIELD;
}

static const ImpEditedField *
find_weightiest (const ImpEdit *self, ImpItem about)
{
  const ImpEditedField *found = NULL;

  for (guint i = 0; i < self->fields->len; i++)
    {
      const ImpEditedField *edited = self->fields->pdata[i];

      if (found == NULL || weigh (edited, about) > weigh (found, about))
        found = edited;
    }
  return found;
}

/* How many changes weigh as much. */
static guint
count_alike (const ImpEdit *self, const ImpEditedField *lead, ImpItem about)
{
  Weight weight = weigh (lead, about);
  guint n = 0;

  for (guint i = 0; i < self->fields->len; i++)
    n += weigh (self->fields->pdata[i], about) == weight;
  return n;
}

/* What the action made of a field of an item; 0 where that is no number. */
static gint64
get_number (const ImpEdit *self, ImpItem item, guint8 field)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const ImpEditedField *edited = self->fields->pdata[i];

      if (edited->item == item && edited->field == field)
        return edited->after.type == IMP_VALUE_INTEGER ? edited->after.integer : 0;
    }
  return 0;
}

static const char *
find_making (const ImpEdit *self, const ImpEditedField *lead, ImpItem about)
{
  if (lead->kind == IMP_KIND_ATTACHMENT && get_number (self, lead->item, IMP_ATTACHMENT_WIDTH) > 0)
    return N_ ("%s added a photo");
  if (lead->kind == IMP_KIND_REMOVAL)
    return get_number (self, lead->item, IMP_REMOVAL_IRRITANT) == about
               ? N_ ("%s planned a fix for it")
               : N_ ("%s added an irritant to the fix");
  return lives[lead->kind].made;
}

static const char *
find_life (const ImpEdit *self, const ImpEditedField *lead, ImpItem about)
{
  if (imp_edited_is_deletion (lead))
    return lives[lead->kind].deleted;
  return lead->before.type != IMP_VALUE_NONE ? lives[lead->kind].restored
                                             : find_making (self, lead, about);
}

/* NULL where the names of forms are to be used. */
static const char *
find_template (const ImpEdit *self, const ImpEditedField *lead, ImpItem about)
{
  if (lead->kind <= IMP_KIND_NONE || lead->kind >= IMP_N_KINDS)
    return N_ ("%s changed something that a newer version knows");
  if (lead->field == IMP_FIELD_LIFE)
    return find_life (self, lead, about);
  if (find_event (lead) != NULL)
    return find_event (lead);
  if (count_alike (self, lead, about) > 1)
    return lives[lead->kind].edited;
  if (lead->field <= N_MOST_FIELDS && changes[lead->kind][lead->field] != NULL)
    return changes[lead->kind][lead->field];
  return lead->item != about ? lives[lead->kind].edited : NULL;
}

/* The other one is the item that was merged, or the one that it was merged into. */
static char *
say_merged (const ImpEditedField *edited, const char *actor)
{
  const char *name = edited->after_name != NULL ? edited->after_name : edited->before_name;

  if (edited->name != NULL)
    name = edited->name;
  if (imp_text_is_empty (name))
    return NULL;
  /* Translators: who merged the irritant with which other one, or took them apart */
  return g_strdup_printf (edited->after.type == IMP_VALUE_NONE ? _ ("%s took it apart from “%s”")
                                                               : _ ("%s merged it with “%s”"),
                          actor, name);
}

static char *
say_lead (const ImpEdit *self, const ImpEditedField *lead, ImpItem about)
{
  const char *actor = self->actor != NULL ? self->actor : _ ("Somebody");
  const char *template = find_template (self, lead, about);
  char *merged = is_merge (lead) ? say_merged (lead, actor) : NULL;

  if (merged != NULL)
    return merged;
  if (template != NULL)
    return g_strdup_printf (_ (template), actor);
  /* Translators: who changed which question of a form: "Dana changed “E-mail”" */
  return lead->field == IMP_FIELD_LIFE
             ? g_strdup_printf ("%s · %s", actor, imp_edited_life_to_words (lead))
             : g_strdup_printf (_ ("%s changed “%s”"), actor,
                                imp_field_get_label (lead->kind, lead->field));
}

typedef char *(*Wording) (ImpKind kind, guint8 field, const ImpValue *value, const char *name);

static char *
describe (const ImpEditedField *edited, gboolean after, Wording to_words)
{
  if (after ? edited->after_erased : edited->before_erased)
    /* Translators: what stands in the history in the place of words that were erased */
    return g_strdup (_ ("Erased"));
  return to_words (edited->kind, edited->field, after ? &edited->after : &edited->before,
                   after ? edited->after_name : edited->before_name);
}

static gboolean
is_short (const char *words)
{
  return g_utf8_strlen (words, -1) <= N_SHORT;
}

/* "Ten people → About 40 people", or only what it is now where it was nothing; NULL where that is
 * too long for a sentence. */
static char *
say_values (const ImpEditedField *edited)
{
  const ImpField *field = imp_kind_get_field (edited->kind, edited->field);
  g_autofree char *before = describe (edited, FALSE, imp_field_value_to_short_words);
  g_autofree char *after = describe (edited, TRUE, imp_field_value_to_short_words);

  if (g_str_equal (before, after)) /* what differs is where the answer is from */
    {
      g_free (before);
      g_free (after);
      before = imp_edited_before_to_words (edited);
      after = imp_edited_after_to_words (edited);
    }
  if (field == NULL || field->type == IMP_FIELD_PROSE || !is_short (before) || !is_short (after))
    return NULL;
  if (imp_edited_is_first (edited))
    return g_steal_pointer (&after);
  /* Translators: what a field was, and what it is now */
  return g_strdup_printf (_ ("%s → %s"), before, after);
}

/* Both values, where the sentence says them; else NULL. */
static char *
say_only_change (const ImpEdit *self, const ImpEditedField *lead, ImpItem about)
{
  return weigh (lead, about) == WEIGHT_FIELD && count_alike (self, lead, about) == 1
             ? say_values (lead)
             : NULL;
}

char *
imp_edit_to_sentence (const ImpEdit *self, ImpItem about)
{
  const ImpEditedField *lead = find_weightiest (self, about);
  g_autofree char *said = say_lead (self, lead, about);
  g_autofree char *values = say_only_change (self, lead, about);

  /* Translators: what somebody did, and what a field was and is */
  return values != NULL ? g_strdup_printf (_ ("%s: %s"), said, values) : g_steal_pointer (&said);
}

gboolean
imp_edit_tells_all (const ImpEdit *self, const ImpEditedField *edited, ImpItem about)
{
  g_autofree char *values = NULL;

  if (edited != find_weightiest (self, about))
    return weigh (edited, about) == WEIGHT_NONE;
  if (edited->field == IMP_FIELD_LIFE || is_merge (edited))
    return TRUE;
  values = say_only_change (self, edited, about);
  return values != NULL;
}

char *
imp_edited_before_to_words (const ImpEditedField *edited)
{
  return describe (edited, FALSE, imp_field_value_to_words);
}

char *
imp_edited_after_to_words (const ImpEditedField *edited)
{
  return describe (edited, TRUE, imp_field_value_to_words);
}

gboolean
imp_edited_is_first (const ImpEditedField *edited)
{
  return edited->before.type == IMP_VALUE_NONE && !edited->before_erased;
}
