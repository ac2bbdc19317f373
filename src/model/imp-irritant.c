/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * An irritant with its reports, fixes and history, as data. */
#include "config.h"

#include "model/imp-irritant.h"

void
imp_irritant_data_free (ImpIrritantData *self)
{
  g_free (self->title);
  g_free (self->offering);
  g_free (self->sites);
  g_free (self->pin_reason);
  g_clear_pointer (&self->match, imp_match_free);
  g_free (self);
}

static void
report_line_free (gpointer data)
{
  ImpReportLine *line = data;

  g_free (line->words);
  g_free (line->who);
  g_free (line->site);
  g_free (line);
}

static void
fix_line_free (gpointer data)
{
  ImpFixLine *line = data;

  g_free (line->title);
  g_free (line->owner);
  g_free (line->promised_to);
  g_free (line);
}

static void
history_line_free (gpointer data)
{
  ImpHistoryLine *line = data;

  g_free (line->text);
  g_free (line);
}

ImpIrritantPage *
imp_irritant_page_new (void)
{
  ImpIrritantPage *self = g_atomic_rc_box_new0 (ImpIrritantPage);

  self->recorded = self->declined = self->pin_until = IMP_DATE_NONE;
  self->tags = g_new0 (char *, 1);
  self->reports = g_ptr_array_new_with_free_func (report_line_free);
  self->fixes = g_ptr_array_new_with_free_func (fix_line_free);
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_part_line_free);
  self->history = g_ptr_array_new_with_free_func (history_line_free);
  self->attachments = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_attachment_free);
  return self;
}

void
imp_part_line_free (ImpPartLine *self)
{
  g_free (self->title);
  g_free (self);
}

static void
clear_page (gpointer data)
{
  ImpIrritantPage *self = data;

  g_free (self->title);
  g_free (self->description);
  g_free (self->offering);
  g_free (self->sites);
  g_free (self->recorded_by);
  g_free (self->declined_reason);
  g_free (self->step);
  g_free (self->outcome);
  g_strfreev (self->tags);
  g_free (self->pin_reason);
  g_free (self->merged_into_title);
  g_ptr_array_unref (self->reports);
  g_ptr_array_unref (self->fixes);
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->history);
  g_ptr_array_unref (self->attachments);
  g_free (self->as_of);
}

void
imp_irritant_page_unref (ImpIrritantPage *self)
{
  g_atomic_rc_box_release_full (self, clear_page);
}
