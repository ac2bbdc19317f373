/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * An announcement and its entries, as the editor shows them. */
#include "config.h"

#include "model/imp-announcement.h"

void
imp_entry_free (ImpEntry *self)
{
  g_free (self->title);
  g_free (self->said);
  g_free (self->did);
  g_free (self->now);
  g_free (self->thanks);
  g_free (self->todo);
  g_free (self->place);
  g_free (self->count);
  g_free (self);
}

ImpAnnouncement *
imp_announcement_new (void)
{
  ImpAnnouncement *self = g_atomic_rc_box_new0 (ImpAnnouncement);

  self->from = self->to = self->published = self->next = IMP_DATE_NONE;
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_entry_free);
  self->rest = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_entry_free);
  return self;
}

ImpAnnouncement *
imp_announcement_ref (ImpAnnouncement *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_announcement (gpointer data)
{
  ImpAnnouncement *self = data;

  g_free (self->title);
  g_free (self->document);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->rest);
  g_free (self->as_of);
}

void
imp_announcement_unref (ImpAnnouncement *self)
{
  g_atomic_rc_box_release_full (self, clear_announcement);
}

gboolean
imp_announcement_is_published (const ImpAnnouncement *self)
{
  return imp_date_is_set (self->published);
}
