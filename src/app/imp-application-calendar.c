/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The calendar file that follows the rounds: remembered, and right when the program ends. */
#include "config.h"

#include "app/imp-application-private.h"

#define KEY_FILES "calendar-files"
#define MOST_MS   3000 /* a disk that does not answer does not keep the program */

/* The file of the backlog that is open, by its path; NULL: none. */
static char *
dup_remembered (ImpApplication *self)
{
  const char *backlog = imp_backlog_get_path (self->backlog), *of, *file;
  g_autoptr (GVariant) files = g_settings_get_value (self->settings, KEY_FILES);
  GVariantIter iter;

  g_variant_iter_init (&iter, files);
  while (g_variant_iter_next (&iter, "(^&ay^&ay)", &of, &file))
    if (g_str_equal (of, backlog))
      return g_strdup (file);
  return NULL;
}

static void
remember (ImpApplication *self, const char *path)
{
  const char *backlog = imp_backlog_get_path (self->backlog), *of, *file;
  g_autoptr (GVariant) files = g_settings_get_value (self->settings, KEY_FILES);
  GVariantBuilder builder;
  GVariantIter iter;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ayay)"));
  g_variant_iter_init (&iter, files);
  while (g_variant_iter_next (&iter, "(^&ay^&ay)", &of, &file))
    if (!g_str_equal (of, backlog))
      g_variant_builder_add (&builder, "(^ay^ay)", of, file);
  if (path != NULL)
    g_variant_builder_add (&builder, "(^ay^ay)", backlog, path);
  g_settings_set_value (self->settings, KEY_FILES, g_variant_builder_end (&builder));
}

static void
changed_cb (ImpApplication *self)
{
  const char *path = imp_calendar_file_get_path (self->calendar);
  g_autofree char *remembered = dup_remembered (self);

  if (g_strcmp0 (path, remembered) != 0)
    remember (self, path);
}

void
imp_application_start_calendar (ImpApplication *self)
{
  g_autofree char *path = dup_remembered (self);

  self->calendar = imp_calendar_file_new (self->backlog, path);
  g_signal_connect_swapped (self->calendar, "changed", G_CALLBACK (changed_cb), self);
}

void
imp_application_stop_calendar (ImpApplication *self)
{
  ImpWindow *window = imp_application_find_window (self);

  if (self->calendar == NULL)
    return;
  if (window != NULL)
    imp_window_set_calendar_file (window, NULL);
  g_signal_handlers_disconnect_by_func (self->calendar, changed_cb, self);
  g_object_run_dispose (G_OBJECT (self->calendar));
  g_clear_object (&self->calendar);
}

static void
patience_over_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

void
imp_application_finish_calendar (ImpApplication *self)
{
  gboolean over = FALSE;
  guint patience;

  if (self->calendar == NULL)
    return;
  imp_calendar_file_hurry (self->calendar);
  patience = g_timeout_add_once (MOST_MS, patience_over_cb, &over);
  while (imp_calendar_file_is_busy (self->calendar) && !over)
    g_main_context_iteration (NULL, TRUE);
  if (!over)
    g_source_remove (patience);
  imp_application_stop_calendar (self);
}
