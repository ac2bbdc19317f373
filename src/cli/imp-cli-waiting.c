/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Somebody at a terminal who waits for a command. */
#include "config.h"

#include "cli/imp-cli-waiting.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

#define INTERVAL_MS 200

struct _ImpCliWaiting
{
  ImpProgress *progress;
  GCancellable *cancellable;
  guint interrupt, end, tick; /* sources */
  gboolean shown;             /* there is a line to be wiped out */
};

/* “\r” and the code that clears the rest of the line: nothing of it stays. */
static gboolean
ticked_cb (gpointer data)
{
  ImpCliWaiting *self = data;
  int percent = (int) (imp_progress_get (self->progress) * 100);

  if (percent == 0)
    return G_SOURCE_CONTINUE;
  fprintf (stderr, "\r");
  fprintf (stderr, _ ("%d %% done; Ctrl+C cancels"), percent);
  fputs ("\033[K", stderr);
  fflush (stderr);
  self->shown = TRUE;
  return G_SOURCE_CONTINUE;
}

static void
stop_listening (ImpCliWaiting *self)
{
  g_clear_handle_id (&self->interrupt, g_source_remove);
  g_clear_handle_id (&self->end, g_source_remove);
}

/* Asked again, the process ends at once, as it would without all this: no file minds. */
static gboolean
signalled_cb (gpointer data)
{
  ImpCliWaiting *self = data;

  g_cancellable_cancel (self->cancellable);
  stop_listening (self);
  return G_SOURCE_CONTINUE; /* it is removed already */
}

ImpCliWaiting *
imp_cli_waiting_new (void)
{
  ImpCliWaiting *self = g_new0 (ImpCliWaiting, 1);

  self->progress = imp_progress_new ();
  self->cancellable = g_cancellable_new ();
  self->interrupt = g_unix_signal_add (SIGINT, signalled_cb, self);
  self->end = g_unix_signal_add (SIGTERM, signalled_cb, self);
  if (isatty (STDERR_FILENO))
    self->tick = g_timeout_add (INTERVAL_MS, ticked_cb, self);
  return self;
}

void
imp_cli_waiting_free (ImpCliWaiting *self)
{
  stop_listening (self);
  g_clear_handle_id (&self->tick, g_source_remove);
  if (self->shown)
    fputs ("\r\033[K", stderr);
  g_clear_pointer (&self->progress, imp_progress_unref);
  g_clear_object (&self->cancellable);
  g_free (self);
}

ImpProgress *
imp_cli_waiting_get_progress (ImpCliWaiting *self)
{
  return self->progress;
}

GCancellable *
imp_cli_waiting_get_cancellable (ImpCliWaiting *self)
{
  return self->cancellable;
}
