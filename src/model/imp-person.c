/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A person with all that the backlog knows of them, as data. */
#include "config.h"

#include "model/imp-person.h"

static void
line_free (gpointer data)
{
  ImpPersonLine *line = data;

  g_free (line->title);
  g_free (line->words);
  g_free (line);
}

ImpPersonPage *
imp_person_page_new (void)
{
  ImpPersonPage *self = g_atomic_rc_box_new0 (ImpPersonPage);

  for (guint i = 0; i < IMP_N_PERSON_PARTS; i++)
    self->lines[i] = g_ptr_array_new_with_free_func (line_free);
  return self;
}

static void
clear_page (gpointer data)
{
  ImpPersonPage *self = data;

  g_free (self->name);
  g_free (self->role);
  g_free (self->department);
  g_free (self->site);
  g_free (self->email);
  for (guint i = 0; i < IMP_N_PERSON_PARTS; i++)
    g_ptr_array_unref (self->lines[i]);
  g_free (self->as_of);
}

void
imp_person_page_unref (ImpPersonPage *self)
{
  g_atomic_rc_box_release_full (self, clear_page);
}

void
imp_person_page_add (ImpPersonPage *self, ImpPersonPart part, ImpPersonLine line)
{
  g_ptr_array_add (self->lines[part], g_memdup2 (&line, sizeof line));
}

ImpErasurePlan *
imp_erasure_plan_new (void)
{
  return g_atomic_rc_box_new0 (ImpErasurePlan);
}

static void
clear_plan (gpointer data)
{
  ImpErasurePlan *self = data;

  g_clear_pointer (&self->page, imp_person_page_unref);
  g_clear_pointer (&self->mentions, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_regex_unref);
}

void
imp_erasure_plan_unref (ImpErasurePlan *self)
{
  g_atomic_rc_box_release_full (self, clear_plan);
}
