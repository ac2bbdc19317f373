/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a window has cost when a frame of it was painted. */
#include "config.h"

#include "bench-frame.h"

#include <string.h>
#include <time.h>

#define QUIET_MS    120
#define PATIENCE_MS 60000

static double
read_clock (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

BenchUsage
bench_usage_read (void)
{
  return (BenchUsage) { read_clock (CLOCK_PROCESS_CPUTIME_ID), read_clock (CLOCK_THREAD_CPUTIME_ID),
                        read_clock (CLOCK_MONOTONIC) };
}

static void
painted_cb (GdkFrameClock *clock, BenchFrames *frames)
{
  frames->last = bench_usage_read ();
  if (frames->n_frames++ == 0)
    frames->first = frames->last;
}

static void
mapped_cb (GtkWidget *window, BenchFrames *frames)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb),
                    frames);
}

void
bench_frames_watch (BenchFrames *frames, GtkWindow *window)
{
  g_signal_connect (window, "map", G_CALLBACK (mapped_cb), frames);
}

static void
iterate (BenchFrames *frames)
{
  const double begin = bench_usage_read ().main_ms;

  g_main_context_iteration (NULL, TRUE);
  frames->longest_ms = MAX (frames->longest_ms, bench_usage_read ().main_ms - begin);
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
bench_frames_settle (BenchFrames *frames, gboolean (*is_ready) (gpointer data), gpointer data)
{
  const guint ticking = g_timeout_add (10, wake_cb, NULL);
  const double begin = bench_usage_read ().wall_ms;
  double busy = begin; /* until then: what has just come is not painted yet */
  gboolean settled = FALSE;

  while (!settled)
    {
      double now = bench_usage_read ().wall_ms;

      iterate (frames);
      if (is_ready != NULL && !is_ready (data))
        busy = bench_usage_read ().wall_ms;
      settled = frames->n_frames > 0 && now - MAX (busy, frames->last.wall_ms) > QUIET_MS;
      if (now - begin > PATIENCE_MS)
        g_error ("what was waited for has not come in a minute");
    }
  g_source_remove (ticking);
}

/* A line "Name:   123 kB" of a file of the kernel's. */
static double
read_mib (const char *path, const char *name)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents (path, &text, NULL, NULL) || (line = strstr (text, name)) == NULL)
    return 0;
  return g_ascii_strtod (line + strlen (name), NULL) / 1024;
}

void
bench_frame_print (const char *name, double value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_print ("%s %s\n", name, g_ascii_formatd (number, sizeof number, "%.4f", value));
}

void
bench_frames_print_start (const BenchFrames *frames)
{
  bench_frame_print ("first-ms", frames->first.process_ms);
  bench_frame_print ("settled-ms", frames->last.process_ms);
  bench_frame_print ("peak-mib", read_mib ("/proc/self/status", "VmHWM:"));
  bench_frame_print ("dirty-mib", read_mib ("/proc/self/smaps_rollup", "Private_Dirty:"));
}
