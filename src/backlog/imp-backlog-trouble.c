/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Whether the disk takes what is written, from one write to the next. */
#include "config.h"

#include "backlog/imp-backlog-private.h"
#include "base/imp-error.h"

void
imp_backlog_call_main (GTask *task, GSourceFunc func, gpointer data, GDestroyNotify data_free)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_HIGH);
  g_source_set_callback (source, func, data, data_free);
  g_source_attach (source, g_task_get_context (task));
}

/* How a write went. */
typedef struct
{
  ImpBacklog *backlog;
  char *trouble; /* NULL: well */
} Note;

static void
note_free (gpointer data)
{
  Note *note = data;

  g_object_unref (note->backlog);
  g_free (note->trouble);
  g_free (note);
}

static gboolean
noted_cb (gpointer data)
{
  Note *note = data;

  if (g_set_str (&note->backlog->trouble, note->trouble))
    g_object_notify (G_OBJECT (note->backlog), "trouble");
  return G_SOURCE_REMOVE;
}

/* Not what was wrong with the change itself: that is no matter of the disk. */
static gboolean
is_of_disk (const GError *error)
{
  static const int codes[] = { IMP_ERROR_FULL, IMP_ERROR_READ_ONLY, IMP_ERROR_CORRUPT,
                               IMP_ERROR_BUSY, IMP_ERROR_FAILED };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_error_matches (error, IMP_ERROR, codes[i]))
      return TRUE;
  return FALSE;
}

void
imp_backlog_note_in_db (GTask *task, const GError *error)
{
  Note *note;

  if (error != NULL && !is_of_disk (error))
    return;
  note = g_new (Note, 1);
  note->backlog = g_object_ref (g_task_get_source_object (task));
  note->trouble = error != NULL ? g_strdup (error->message) : NULL;
  imp_backlog_call_main (task, noted_cb, note, note_free);
}

static void
try_in_db (GTask *task, ImpStore *store)
{
  g_autoptr (GError) error = NULL;

  imp_store_try_disk (store, &error);
  imp_backlog_note_in_db (task, error);
  g_task_return_boolean (task, TRUE);
}

void
imp_backlog_try_again (ImpBacklog *self)
{
  imp_backlog_push (
      self, imp_backlog_new_task (self, imp_backlog_try_again, NULL, NULL, NULL, NULL, NULL),
      try_in_db);
}

const char *
imp_backlog_get_trouble (ImpBacklog *self)
{
  return self->trouble;
}
