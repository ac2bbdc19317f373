/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What all rows of one list share: width class, rank column, axis of the ranges. */
#include "config.h"

#include "ui/irritants/imp-row-look.h"

#include "model/imp-log-axis.h"
#include "ui/irritants/imp-columns.h"

#define MAX_SPAN 200.0

/* What is known of the lines in a font. */
typedef struct
{
  guint font;
  int height; /* 0: not known */
} Line;

struct _ImpRowLook
{
  GObject parent_instance;
  gboolean compact;
  guint columns;
  ImpMeasure measure;
  guint n_digits;
  Line lines[2];         /* of body text, of captions */
  ImpLogAxis all, found; /* of rows seen without a search, and of all; hours, 0: none yet */
};

G_DEFINE_FINAL_TYPE (ImpRowLook, imp_row_look, G_TYPE_OBJECT)

static guint changed_signal;

static void
tell (ImpRowLook *self, gboolean resize)
{
  g_signal_emit (self, changed_signal, 0, resize);
}

static void
imp_row_look_class_init (ImpRowLookClass *klass)
{
  changed_signal = g_signal_new ("changed", IMP_TYPE_ROW_LOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
imp_row_look_init (ImpRowLook *self)
{
  self->n_digits = 1;
  self->columns = IMP_COLUMNS_USUAL;
  self->measure = IMP_MEASURE_IMPACT;
}

ImpRowLook *
imp_row_look_new (void)
{
  return g_object_new (IMP_TYPE_ROW_LOOK, NULL);
}

void
imp_row_look_set_compact (ImpRowLook *self, gboolean compact)
{
  if (self->compact == compact)
    return;
  self->compact = compact;
  tell (self, TRUE);
}

gboolean
imp_row_look_get_compact (ImpRowLook *self)
{
  return self->compact;
}

void
imp_row_look_set_columns (ImpRowLook *self, guint columns, ImpMeasure measure)
{
  if (self->columns == columns && self->measure == measure)
    return;
  self->columns = columns;
  self->measure = measure;
  tell (self, TRUE);
}

guint
imp_row_look_get_columns (ImpRowLook *self)
{
  return self->columns;
}

ImpMeasure
imp_row_look_get_measure (ImpRowLook *self)
{
  return self->measure;
}

void
imp_row_look_set_n_ranked (ImpRowLook *self, guint n_ranked)
{
  guint n_digits = 1;

  for (guint n = n_ranked; n >= 10; n /= 10)
    n_digits++;
  if (self->n_digits == n_digits)
    return;
  self->n_digits = n_digits;
  tell (self, TRUE);
}

guint
imp_row_look_get_n_digits (ImpRowLook *self)
{
  return self->n_digits;
}

void
imp_row_look_set_line_height (ImpRowLook *self, gboolean caption, guint font, int height)
{
  self->lines[caption ? 1 : 0] = (Line) { font, height };
}

int
imp_row_look_get_line_height (ImpRowLook *self, gboolean caption, guint font)
{
  const Line *line = &self->lines[caption ? 1 : 0];

  return line->font == font ? line->height : 0;
}

/* Whether it has grown. */
static gboolean
grow (ImpLogAxis *axis, const ImpImpact *impact)
{
  const double high = MAX (axis->high, impact->high);
  double low = axis->low <= 0 ? impact->low : MIN (axis->low, impact->low);

  low = MAX (low, high / MAX_SPAN);
  if (low == axis->low && high == axis->high)
    return FALSE;
  *axis = (ImpLogAxis) { low, high };
  return TRUE;
}

void
imp_row_look_include (ImpRowLook *self, const ImpImpact *impact, gboolean found)
{
  gboolean grown;

  if (impact->low <= 0)
    return;
  grown = grow (&self->found, impact);
  if (!found)
    grown = grow (&self->all, impact) || grown;
  if (grown)
    tell (self, FALSE);
}

double
imp_row_look_place (ImpRowLook *self, double hours, gboolean found)
{
  return imp_log_axis_place (found ? &self->found : &self->all, hours);
}
