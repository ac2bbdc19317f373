/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What people are told once: clocks that are far from right. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-private.h"

typedef struct
{
  ImpBacklog *backlog;
  char *text;
} Notice;

static void
notice_free (gpointer data)
{
  Notice *notice = data;

  g_object_unref (notice->backlog);
  g_free (notice->text);
  g_free (notice);
}

static void
set_notice (ImpBacklog *self, const char *text)
{
  if (g_set_str (&self->notice, text))
    g_object_notify (G_OBJECT (self), "notice");
}

static gboolean
told_cb (gpointer data)
{
  Notice *notice = data;

  set_notice (notice->backlog, notice->text);
  return G_SOURCE_REMOVE;
}

/* Takes over the text. */
static void
tell (GTask *task, char *text)
{
  Notice *notice = g_new (Notice, 1);

  *notice = (Notice) { g_object_ref (g_task_get_source_object (task)), text };
  imp_backlog_call_main (task, told_cb, notice, notice_free);
}

void
imp_backlog_tell_clock_in_db (GTask *task, gint64 newest_ms)
{
  ImpBacklog *self = g_task_get_source_object (task);
  gint64 now_ms = imp_clock_now_ms (&self->clock);
  g_autofree char *now = imp_time_to_words (now_ms);
  g_autofree char *newest = imp_time_to_words (newest_ms);

  /* Translators: two moments: 21 November 2026, 18:03 */
  tell (task, g_strdup_printf (_ ("The clock of this computer says %s, but the newest change is of "
                                  "%s. Please set the clock right; nothing is lost meanwhile"),
                               now, newest));
}

void
imp_backlog_tell_ahead_in_db (GTask *task, gint64 ahead_ms)
{
  guint n_days = (guint) MIN (ahead_ms / IMP_DAY_MS, G_MAXINT);

  tell (task,
        g_strdup_printf (ngettext ("The clock of a laptop that shares this backlog is %'u day "
                                   "ahead. Its changes are taken in; please have it set right",
                                   "The clock of a laptop that shares this backlog is %'u days "
                                   "ahead. Its changes are taken in; please have it set right",
                                   n_days),
                         n_days));
}

const char *
imp_backlog_get_notice (ImpBacklog *self)
{
  return self->notice;
}

void
imp_backlog_dismiss_notice (ImpBacklog *self)
{
  set_notice (self, NULL);
}
