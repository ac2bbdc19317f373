/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a person did, in a sentence. */
#include "config.h"

#include "model/imp-edit-words.h"

#include <glib/gi18n-lib.h>

#include "base/imp-text.h"
#include "model/imp-edit-summary.h"
#include "model/imp-edit-templates.h"
#include "model/imp-field-labels.h"
#include "model/imp-field-words.h"

/* A value of more letters stands on lines of its own. */
#define N_SHORT 40

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

/* Where others of the page stand moves with the one that is moved. */
static gboolean
is_place (const ImpEditedField *edited)
{
  return edited->kind == IMP_KIND_ENTRY && edited->field == IMP_ENTRY_POSITION;
}

/* That what belongs to the item belongs to it, what the bytes of a photo say of themselves, and a
 * number of a place. */
static gboolean
goes_without_saying (const ImpEditedField *edited, ImpItem about)
{
  const ImpField *field = imp_kind_get_field (edited->kind, edited->field);

  if ((edited->kind == IMP_KIND_ATTACHMENT && edited->field > IMP_ATTACHMENT_NAME)
      || is_place (edited))
    return TRUE;
  return field != NULL && field->type == IMP_FIELD_ITEM && edited->item != about
         && imp_edited_names (edited, about);
}

static Weight
weigh (const ImpEditedField *edited, ImpItem about)
{
  gboolean is_part = edited->item != about;

  if (edited->field == IMP_FIELD_LIFE)
    return is_part ? WEIGHT_PART_LIFE : WEIGHT_LIFE;
  if (imp_edit_template_find_event (edited) != NULL)
    return WEIGHT_EVENT;
  if (goes_without_saying (edited, about))
    return WEIGHT_NONE;
  return is_part ? WEIGHT_PART_FIELD : WEIGHT_FIELD;
}

ImpEditDigest
imp_edit_digest (const ImpEdit *edit, ImpItem about)
{
  ImpEditDigest digest = { edit, about, NULL, 0 };
  Weight most = WEIGHT_NONE;

  for (guint i = 0; i < edit->fields->len; i++)
    {
      const ImpEditedField *edited = edit->fields->pdata[i];
      Weight weight = weigh (edited, about);

      if (digest.lead == NULL || weight > most)
        {
          digest.lead = edited;
          digest.n_alike = 0;
          most = weight;
        }
      digest.n_alike += weight == most;
    }
  return digest;
}

/* NULL where the names of forms are to be used. */
static const char *
find_template (const ImpEditDigest *self)
{
  const ImpEditedField *lead = self->lead;
  const char *template = imp_edit_template_find_event (lead);

  if (template == NULL && is_place (lead) && self->n_alike > 1)
    template = imp_edit_template_get_reordering ();
  if (template == NULL && self->n_alike == 1)
    template = imp_edit_template_get_change (lead->kind, lead->field);
  if (template == NULL && (self->n_alike > 1 || lead->item != self->about))
    template = imp_edit_template_get_edited (lead->kind);
  return template;
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
say_field (const ImpEditDigest *self, const char *actor)
{
  const char *template = find_template (self);

  if (template != NULL)
    return g_strdup_printf (_ (template), actor);
  /* Translators: who changed which question of a form: "Dana changed “E-mail”" */
  return g_strdup_printf (_ ("%s changed “%s”"), actor,
                          imp_field_get_label (self->lead->kind, self->lead->field));
}

static char *
say_lead (const ImpEditDigest *self)
{
  const ImpEditedField *lead = self->lead;
  const char *actor = self->edit->actor != NULL ? self->edit->actor : _ ("Somebody");
  char *merged = imp_edited_is_merge (lead) ? say_merged (lead, actor) : NULL;

  if (merged != NULL)
    return merged;
  if (lead->kind <= IMP_KIND_NONE || lead->kind >= IMP_N_KINDS)
    return g_strdup_printf (_ ("%s changed something that a newer version knows"), actor);
  return lead->field == IMP_FIELD_LIFE
             ? imp_edit_template_say_life (self->edit, lead, self->about, actor)
             : say_field (self, actor);
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
say_only_change (const ImpEditDigest *self)
{
  return self->n_alike == 1 && weigh (self->lead, self->about) == WEIGHT_FIELD
             ? say_values (self->lead)
             : NULL;
}

char *
imp_edit_digest_to_sentence (const ImpEditDigest *self)
{
  g_autofree char *said = say_lead (self);
  g_autofree char *values = say_only_change (self);

  /* Translators: what somebody did, and what a field was and is */
  return values != NULL ? g_strdup_printf (_ ("%s: %s"), said, values) : g_steal_pointer (&said);
}

/* Of what was made a line tells all; long texts of the item itself have no room there. */
static ImpTelling
find_telling_of_made (const ImpEditDigest *self, const ImpEditedField *edited)
{
  const ImpField *field = imp_kind_get_field (edited->kind, edited->field);

  return field != NULL && field->type == IMP_FIELD_PROSE && edited->item == self->about
             ? IMP_TELLING_BELOW
             : IMP_TELLING_NONE;
}

static ImpTelling
find_telling_of_life (const ImpEditDigest *self, const ImpEditedField *edited)
{
  g_autofree char *line = imp_edit_summarise (self->edit, edited, self->about);

  return line == NULL && edited == self->lead ? IMP_TELLING_SENTENCE : IMP_TELLING_BELOW;
}

ImpTelling
imp_edit_digest_find_telling (const ImpEditDigest *self, const ImpEditedField *edited)
{
  g_autofree char *values = NULL;

  if (edited->field == IMP_FIELD_LIFE)
    return find_telling_of_life (self, edited);
  if (weigh (edited, self->about) == WEIGHT_NONE)
    return IMP_TELLING_NONE;
  if (imp_edit_makes (self->edit, edited->item))
    return find_telling_of_made (self, edited);
  if (edited != self->lead)
    return IMP_TELLING_BELOW;
  values = imp_edited_is_merge (edited) ? NULL : say_only_change (self);
  return values != NULL || imp_edited_is_merge (edited) ? IMP_TELLING_SENTENCE : IMP_TELLING_BELOW;
}

/* What kind of thing it is, where the sentence is about another one. */
static const char *
get_kind_below (const ImpEditDigest *self, const ImpEditedField *life)
{
  if (life->kind == self->lead->kind || life->kind == IMP_KIND_REPORT)
    return NULL;
  return imp_kind_get_label (imp_edit_get_summarised (self->edit, life, self->about));
}

char *
imp_edit_digest_say_life (const ImpEditDigest *self, const ImpEditedField *life)
{
  g_autofree char *line = imp_edit_summarise (self->edit, life, self->about);
  const char *kind = get_kind_below (self, life);

  if (line == NULL)
    return g_strdup (imp_edited_life_to_words (life));
  return kind != NULL ? g_strdup_printf (_ ("%s: %s"), kind, line) : g_steal_pointer (&line);
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
