/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a window has cost when a frame of it was painted. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a process has used up. */
typedef struct
{
  double process_ms; /* of the processor, all threads */
  double main_ms;    /* of it, the main thread */
  double wall_ms;
} BenchUsage;

/* Notes the usage at each painted frame of one window. Main thread. */
typedef struct
{
  guint n_frames;
  BenchUsage first, last;
  double longest_ms; /* of the main thread, between two looks at what is to do; while settling */
} BenchFrames;

BenchUsage bench_usage_read (void);
/* `frames` must live as long as the window. */
void bench_frames_watch (BenchFrames *frames, GtkWindow *window);
/* Runs the main loop until no frame has come for a while and `is_ready` (may be NULL) says yes;
 * after a minute it aborts. */
void bench_frames_settle (BenchFrames *frames, gboolean (*is_ready) (gpointer data), gpointer data);

/* "name value" on the output stream, for who started this program. */
void bench_frame_print (const char *name, double value);
/* The start until now: first-ms, settled-ms, peak-mib, dirty-mib. */
void bench_frames_print_start (const BenchFrames *frames);

G_END_DECLS
