/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A fix with its promises and confirmations, as data. */
#include "config.h"

#include "model/imp-fix.h"

void
imp_promise_line_free (ImpPromiseLine *self)
{
  g_free (self->to);
  g_free (self->what);
  g_free (self->fix_title);
  g_free (self->owner);
  g_free (self->reason);
  g_free (self);
}

void
imp_fix_card_free (ImpFixCard *self)
{
  g_free (self->title);
  g_free (self->owner);
  g_free (self->promised_to);
  g_free (self->ask);
  g_free (self);
}

static void
irritant_free (gpointer data)
{
  ImpFixIrritant *irritant = data;

  g_free (irritant->title);
  g_free (irritant);
}

static void
confirmation_free (gpointer data)
{
  ImpConfirmationLine *line = data;

  g_free (line->person);
  g_free (line);
}

ImpFixPage *
imp_fix_page_new (void)
{
  ImpFixPage *self = g_atomic_rc_box_new0 (ImpFixPage);

  self->irritants = g_ptr_array_new_with_free_func (irritant_free);
  self->promises = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_promise_line_free);
  self->confirmations = g_ptr_array_new_with_free_func (confirmation_free);
  return self;
}

static void
clear_page (gpointer data)
{
  ImpFixPage *self = data;

  g_clear_pointer (&self->card, imp_fix_card_free);
  g_free (self->did);
  g_free (self->now);
  g_free (self->todo);
  g_free (self->thanks);
  g_ptr_array_unref (self->irritants);
  g_ptr_array_unref (self->promises);
  g_ptr_array_unref (self->confirmations);
  g_strfreev (self->reporters);
  g_free (self->as_of);
}

void
imp_fix_page_unref (ImpFixPage *self)
{
  g_atomic_rc_box_release_full (self, clear_page);
}
