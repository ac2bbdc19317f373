/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Rounds as a calendar, read from the backlog. */
#include "config.h"

#include "backlog/imp-round-calendar.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-private.h"
#include "base/imp-text.h"
#include "exchange/imp-calendar.h"
#include "store/imp-round-stamp.h"
#include "store/imp-round-table.h"

static void
clear_event (gpointer data)
{
  ImpCalendarEvent *event = data;

  g_free ((char *) event->summary);
  g_free ((char *) event->location);
  g_free ((char *) event->description);
}

static char *
say_location (const ImpRoundLine *line)
{
  if (imp_text_is_empty (line->place))
    return g_strdup (line->site_name);
  /* Translators: a site and a place there: "Leeds workshop, by the parts counter". */
  return g_strdup_printf (_ ("%1$s, %2$s"), line->site_name, line->place);
}

static ImpCalendarEvent
create_event (const ImpRoundLine *line, const ImpRoundStamp *stamp)
{
  const gboolean planned = line->item != 0;

  return (ImpCalendarEvent) {
    .uuid = stamp->uuid,
    .date = line->planned,
    .time = line->time,
    /* Translators: an event in a calendar; %s is a site. */
    .summary =
        g_strdup_printf (planned ? _ ("Round: %s") : _ ("A round is due: %s"), line->site_name),
    .location = say_location (line),
    .description = g_strdup (planned ? line->visitors : _ ("No day is planned for it yet.")),
    .modified_ms = stamp->modified_ms,
    .sequence = stamp->sequence,
    .is_free = !planned,
  };
}

static gboolean
add_event (ImpStore *store, const ImpRoundLine *line, GArray *events, GError **error)
{
  ImpRoundStamp stamp;
  ImpCalendarEvent event;

  if (!imp_store_read_round_stamp (store, line, &stamp, error))
    return FALSE;
  event = create_event (line, &stamp);
  g_array_append_val (events, event);
  return TRUE;
}

static gboolean
add_one (ImpStore *store, ImpItem round, GArray *events, GError **error)
{
  g_auto (ImpRoundRow) row = { 0 };

  return imp_store_read_round (store, round, &row, error)
         && add_event (store, &row.line, events, error);
}

static gboolean
add_all (ImpStore *store, GArray *events, GError **error)
{
  g_autoptr (GPtrArray) lines = imp_store_read_rounds_ahead (store, error);

  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    if (!add_event (store, lines->pdata[i], events, error))
      return FALSE;
  return TRUE;
}

static void
read_in_db (GTask *task, ImpStore *store)
{
  const ImpItem *round = g_task_get_task_data (task);
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (ImpCalendarEvent));
  GError *error = NULL;

  g_array_set_clear_func (events, clear_event);
  if (*round != 0 ? add_one (store, *round, events, &error) : add_all (store, events, &error))
    g_task_return_pointer (task, imp_calendar_to_bytes (events, _ ("Rounds")),
                           (GDestroyNotify) g_bytes_unref);
  else
    imp_backlog_return_error (task, error, _ ("Cannot write the calendar"));
}

void
imp_round_calendar_read_async (ImpBacklog *backlog,
                               ImpItem round,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  imp_backlog_push (backlog,
                    imp_backlog_new_task (backlog, imp_round_calendar_read_async,
                                          g_memdup2 (&round, sizeof round), g_free, cancellable,
                                          callback, data),
                    read_in_db);
}

GBytes *
imp_round_calendar_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
