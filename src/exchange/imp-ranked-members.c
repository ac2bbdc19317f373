/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What files say of an irritant in a ranked list. */
#include "config.h"

#include "exchange/imp-ranked-members.h"

/* The words for programs, which no translation changes. */
static const char *
get_state_nick (ImpState state)
{
  static const char *const nicks[] = {
    [IMP_STATE_OPEN] = "open",
    [IMP_STATE_PLANNED] = "planned",
    [IMP_STATE_BEING_FIXED] = "being-fixed",
    [IMP_STATE_FIXED] = "fixed",
    [IMP_STATE_CONFIRMED] = "confirmed",
    [IMP_STATE_DECLINED] = "declined",
  };

  return state < G_N_ELEMENTS (nicks) ? nicks[state] : NULL;
}

/* Takes the text; an empty one is none. */
static ImpMember
take_text (char *text)
{
  if (text != NULL && *text != '\0')
    return (ImpMember) { .type = IMP_MEMBER_TEXT, .text = text };
  g_free (text);
  return (ImpMember) { .type = IMP_MEMBER_NONE };
}

static ImpMember
from_integer (gint64 integer)
{
  return (ImpMember) { .type = IMP_MEMBER_INTEGER, .integer = integer };
}

static ImpMember
from_real (double real)
{
  return (ImpMember) { .type = IMP_MEMBER_REAL, .real = real };
}

static ImpMember
get_rank (const ImpRankedRow *row)
{
  return row->rank > 0 ? from_integer (row->rank) : (ImpMember) { .type = IMP_MEMBER_NONE };
}

static ImpMember
get_group (const ImpRankedRow *row)
{
  if (row->group_first == 0)
    return (ImpMember) { .type = IMP_MEMBER_NONE };
  return (
      ImpMember) { .type = IMP_MEMBER_RANGE, .integer = row->group_first, .last = row->group_last };
}

static ImpMember
get_top_ten (const ImpRankedRow *row)
{
  return row->top_ten >= 0 ? from_real (row->top_ten) : (ImpMember) { .type = IMP_MEMBER_NONE };
}

static ImpMember
get_title (const ImpRankedRow *row)
{
  return take_text (g_strdup (row->data->title));
}

static ImpMember
get_state (const ImpRankedRow *row)
{
  return take_text (g_strdup (get_state_nick (row->data->state)));
}

static ImpMember
get_voices (const ImpRankedRow *row)
{
  return from_integer (row->data->voices);
}

static ImpMember
get_sites (const ImpRankedRow *row)
{
  return take_text (g_strdup (row->data->sites));
}

static ImpMember
get_offering (const ImpRankedRow *row)
{
  return take_text (g_strdup (row->data->offering));
}

static ImpMember
get_customers_see_it (const ImpRankedRow *row)
{
  return (ImpMember) { .type = IMP_MEMBER_FLAG, .integer = row->data->facts.customers_see_it };
}

static ImpMember
get_recorded (const ImpRankedRow *row)
{
  return take_text (imp_date_to_iso (row->data->recorded));
}

static ImpMember
get_pin_reason (const ImpRankedRow *row)
{
  return take_text (g_strdup (row->data->pin_reason));
}

static ImpMember
get_pin_until (const ImpRankedRow *row)
{
  return take_text (row->data->pin_reason != NULL ? imp_date_to_iso (row->data->pin_until) : NULL);
}

static ImpMember
get_sentence (const ImpRankedRow *row)
{
  return take_text (imp_ranked_row_say (row));
}

/* Nobody was asked: what the median of all others would come to is nothing to go by. */
static ImpMember
get_number (const ImpRankedRow *row, gsize offset)
{
  const gboolean own = offset == G_STRUCT_OFFSET (ImpImpact, care)
                       || (offset == G_STRUCT_OFFSET (ImpImpact, effort)
                           && imp_answer_is_known (&row->data->facts.answer[IMP_QUESTION_EFFORT]));

  if (!own && !imp_facts_are_asked (&row->data->facts))
    return (ImpMember) { .type = IMP_MEMBER_NONE };
  return from_real (G_STRUCT_MEMBER (double, &row->data->impact, offset));
}

#define IMPACT(member) { #member, NULL, G_STRUCT_OFFSET (ImpImpact, member) }

/* The names are a promise: others are only ever added. */
static const struct
{
  const char *name;
  ImpMember (*get) (const ImpRankedRow *row); /* NULL: a number of its impact */
  gsize offset;
} members[] = {
  { "rank", get_rank },
  { "about-the-same", get_group },
  { "title", get_title },
  { "state", get_state },
  { "voices", get_voices },
  { "sites", get_sites },
  { "offering", get_offering },
  { "customers-see-it", get_customers_see_it },
  { "recorded", get_recorded },
  { "pin-reason", get_pin_reason },
  { "pin-until", get_pin_until },
  IMPACT (hours),
  { "hours-low", NULL, G_STRUCT_OFFSET (ImpImpact, low) },
  { "hours-high", NULL, G_STRUCT_OFFSET (ImpImpact, high) },
  IMPACT (care),
  IMPACT (impact),
  IMPACT (payback),
  IMPACT (people),
  IMPACT (often),
  IMPACT (minutes),
  IMPACT (effort),
  { "top-ten", get_top_ten },
  { "sentence", get_sentence },
};

guint
imp_ranked_members_get_n (void)
{
  return G_N_ELEMENTS (members);
}

const char *
imp_ranked_members_get_name (guint n)
{
  return members[n].name;
}

gboolean
imp_ranked_members_is_range (guint n)
{
  return members[n].get == get_group;
}

ImpMember
imp_ranked_members_get (const ImpRankedRow *row, guint n)
{
  return members[n].get != NULL ? members[n].get (row) : get_number (row, members[n].offset);
}

void
imp_member_clear (ImpMember *self)
{
  g_clear_pointer (&self->text, g_free);
}
