/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The floor of every start: a libadwaita window with nothing in it. */
#include "config.h"

#include <adwaita.h>

#include "bench-frame.h"

static gboolean
report_cb (gpointer application)
{
  BenchFrames *frames = g_object_get_data (application, "frames");

  bench_frames_settle (frames, NULL, NULL);
  bench_frames_print_start (frames);
  g_application_quit (application);
  return G_SOURCE_REMOVE;
}

static void
activate_cb (GtkApplication *application, BenchFrames *frames)
{
  GtkWindow *window = g_object_new (ADW_TYPE_APPLICATION_WINDOW, "application", application,
                                    "default-width", 1280, "default-height", 800, NULL);

  g_object_set_data (G_OBJECT (application), "frames", frames);
  bench_frames_watch (frames, window);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), adw_toolbar_view_new ());
  gtk_window_present (window);
  g_idle_add (report_cb, application);
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application =
      adw_application_new ("org.example.Improve.Empty", G_APPLICATION_DEFAULT_FLAGS);
  BenchFrames frames = { 0 };

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &frames);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
