/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One row of the list of irritants. */
#include "config.h"

#include "backlog/imp-irritant-row.h"

#include <string.h>

struct _ImpIrritantRow
{
  GObject parent_instance;

  ImpItem item;
  ImpPlace place;
  guint revision;
  guint generation;
  ImpIrritantData *data; /* NULL while not loaded */
};

G_DEFINE_FINAL_TYPE (ImpIrritantRow, imp_irritant_row, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_REVISION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
imp_irritant_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_REVISION)
    g_value_set_uint (value, IMP_IRRITANT_ROW (object)->revision);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
imp_irritant_row_finalize (GObject *object)
{
  g_clear_pointer (&IMP_IRRITANT_ROW (object)->data, imp_irritant_data_free);
  G_OBJECT_CLASS (imp_irritant_row_parent_class)->finalize (object);
}

static void
imp_irritant_row_class_init (ImpIrritantRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = imp_irritant_row_get_property;
  object_class->finalize = imp_irritant_row_finalize;
  properties[PROP_REVISION] = g_param_spec_uint ("revision", NULL, NULL, 0, G_MAXUINT, 0,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
imp_irritant_row_init (ImpIrritantRow *self)
{
}

ImpIrritantRow *
imp_irritant_row_new (ImpItem item)
{
  ImpIrritantRow *self = g_object_new (IMP_TYPE_IRRITANT_ROW, NULL);

  self->item = item;
  return self;
}

static void
bump (ImpIrritantRow *self)
{
  self->revision++;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVISION]);
}

/* Where in doubt (bytes between the fields are compared too) they differ. */
static gboolean
is_equal (const ImpIrritantData *a, const ImpIrritantData *b)
{
  return g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->offering, b->offering) == 0
         && g_strcmp0 (a->sites, b->sites) == 0 && a->recorded == b->recorded
         && g_strcmp0 (a->pin_reason, b->pin_reason) == 0 && a->pin_until == b->pin_until
         && a->voices == b->voices && a->state == b->state && a->trend == b->trend
         && memcmp (&a->facts, &b->facts, sizeof a->facts) == 0
         && memcmp (&a->impact, &b->impact, sizeof a->impact) == 0
         && imp_match_equal (a->match, b->match);
}

/* Rows are read again after every change; most are what they were and need not be drawn anew. */
void
imp_irritant_row_take_data (ImpIrritantRow *self, ImpIrritantData *data)
{
  if (self->data != NULL && is_equal (self->data, data))
    {
      imp_irritant_data_free (data);
      return;
    }
  g_clear_pointer (&self->data, imp_irritant_data_free);
  self->data = data;
  bump (self);
}

gboolean
imp_irritant_row_set_generation (ImpIrritantRow *self, guint generation)
{
  const gboolean changes = self->generation != generation;

  self->generation = generation;
  return changes;
}

void
imp_irritant_row_set_place (ImpIrritantRow *self, const ImpPlace *place)
{
  if (memcmp (&self->place, place, sizeof *place) == 0)
    return;
  self->place = *place;
  if (self->data != NULL)
    bump (self);
}

ImpItem
imp_irritant_row_get_item (ImpIrritantRow *self)
{
  return self->item;
}

gboolean
imp_irritant_row_is_loaded (ImpIrritantRow *self)
{
  return self->data != NULL;
}

guint
imp_irritant_row_get_rank (ImpIrritantRow *self)
{
  return self->place.rank;
}

const ImpPlace *
imp_irritant_row_get_place (ImpIrritantRow *self)
{
  return &self->place;
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

const char *
imp_irritant_row_get_title (ImpIrritantRow *self)
{
  return self->data != NULL ? or_empty (self->data->title) : "";
}

const char *
imp_irritant_row_get_offering (ImpIrritantRow *self)
{
  return self->data != NULL ? or_empty (self->data->offering) : "";
}

const char *
imp_irritant_row_get_sites (ImpIrritantRow *self)
{
  return self->data != NULL ? or_empty (self->data->sites) : "";
}

guint
imp_irritant_row_get_voices (ImpIrritantRow *self)
{
  return self->data != NULL ? self->data->voices : 0;
}

ImpTrend
imp_irritant_row_get_trend (ImpIrritantRow *self)
{
  return self->data != NULL ? self->data->trend : IMP_TREND_NONE;
}

gboolean
imp_irritant_row_get_customers_see_it (ImpIrritantRow *self)
{
  return self->data != NULL && self->data->facts.customers_see_it;
}

ImpState
imp_irritant_row_get_state (ImpIrritantRow *self)
{
  return self->data != NULL ? self->data->state : IMP_STATE_OPEN;
}

ImpDate
imp_irritant_row_get_recorded (ImpIrritantRow *self)
{
  return self->data != NULL ? self->data->recorded : IMP_DATE_NONE;
}

const char *
imp_irritant_row_get_pin_reason (ImpIrritantRow *self)
{
  return self->data != NULL ? self->data->pin_reason : NULL;
}

ImpDate
imp_irritant_row_get_pin_until (ImpIrritantRow *self)
{
  return self->data != NULL ? self->data->pin_until : IMP_DATE_NONE;
}

const ImpFacts *
imp_irritant_row_get_facts (ImpIrritantRow *self)
{
  static const ImpFacts nothing = { .reporters = 1 };

  return self->data != NULL ? &self->data->facts : &nothing;
}

const ImpImpact *
imp_irritant_row_get_impact (ImpIrritantRow *self)
{
  static const ImpImpact nothing = { 0 };

  return self->data != NULL ? &self->data->impact : &nothing;
}

const ImpMatch *
imp_irritant_row_get_match (ImpIrritantRow *self)
{
  return self->data != NULL ? self->data->match : NULL;
}
