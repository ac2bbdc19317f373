/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The program with its window: opens the backlog and builds everything from it. */
#include "config.h"

#include "app/imp-application-private.h"

#define SERVICE_PATIENCE_MS 10000

G_DEFINE_FINAL_TYPE (ImpApplication, imp_application, ADW_TYPE_APPLICATION)

enum
{
  PROP_BACKLOG_PATH = 1,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

void
imp_application_serve (ImpApplication *self, ImpBacklog *backlog)
{
  if (self->service != NULL)
    imp_cli_service_set_backlog (self->service, backlog);
}

ImpWindow *
imp_application_find_window (ImpApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (IMP_IS_WINDOW (l->data))
      return IMP_WINDOW (l->data);
  return NULL;
}

void
imp_application_fill_window (ImpApplication *self, ImpWindow *window)
{
  if (self->backlog != NULL)
    {
      imp_window_set_calendar_file (window, self->calendar);
      imp_window_set_backlog (window, self->backlog);
    }
  else if (self->trouble != NULL)
    imp_window_show_trouble (window, self->backlog_path, self->trouble);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ImpApplication *self = data;
  ImpWindow *window = imp_application_find_window (self);

  self->opening = FALSE;
  self->backlog = imp_backlog_open_finish (result, &self->trouble);
  imp_application_serve (self, self->backlog);
  if (self->backlog != NULL)
    {
      imp_application_start_backups (self);
      imp_application_start_calendar (self);
    }
  if (window != NULL)
    imp_application_fill_window (self, window);
  if (self->restoring)
    imp_application_tell_restored (self, window);
  if (self->record_wanted && self->backlog != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (self), "new-irritant", NULL);
  g_application_release (G_APPLICATION (self));
}

static void
imp_application_startup (GApplication *application)
{
  ImpApplication *self = IMP_APPLICATION (application);

  G_APPLICATION_CLASS (imp_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (APP_ID);
  self->settings = g_settings_new (APP_ID);
  imp_application_install_actions (self);
  /* What the session bus started it for may come after the backlog is open. */
  if ((g_application_get_flags (application) & G_APPLICATION_IS_SERVICE) != 0)
    g_application_set_inactivity_timeout (application, SERVICE_PATIENCE_MS);
  imp_application_open_backlog (self);
}

static void
imp_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (imp_application_get_window (IMP_APPLICATION (application))));
}

static void
closed_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  gboolean *closed = data;
  g_autoptr (GError) error = NULL;

  if (!imp_backlog_close_finish (IMP_BACKLOG (backlog), result, &error))
    g_printerr ("%s\n", error->message);
  *closed = TRUE;
}

/* The windows are gone: wait for what was begun to be on the disk. */
static void
imp_application_shutdown (GApplication *application)
{
  ImpApplication *self = IMP_APPLICATION (application);
  gboolean closed = self->backlog == NULL;

  imp_application_finish_calendar (self);
  imp_application_stop_backups (self);
  imp_application_serve (self, NULL);
  if (self->backlog != NULL)
    imp_backlog_close_async (self->backlog, closed_cb, &closed);
  while (!closed)
    g_main_context_iteration (NULL, TRUE);
  G_APPLICATION_CLASS (imp_application_parent_class)->shutdown (application);
}

static void
imp_application_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  IMP_APPLICATION (object)->backlog_path = g_value_dup_string (value);
}

static void
imp_application_finalize (GObject *object)
{
  ImpApplication *self = IMP_APPLICATION (object);

  g_clear_object (&self->backlog);
  g_clear_object (&self->settings);
  g_clear_error (&self->trouble);
  g_clear_error (&self->restore_error);
  g_clear_pointer (&self->before_restore, g_free);
  g_clear_pointer (&self->salvage, imp_salvage_free);
  g_clear_pointer (&self->backlog_path, g_free);
  G_OBJECT_CLASS (imp_application_parent_class)->finalize (object);
}

static void
imp_application_class_init (ImpApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->set_property = imp_application_set_property;
  object_class->finalize = imp_application_finalize;
  application_class->startup = imp_application_startup;
  application_class->activate = imp_application_activate;
  application_class->shutdown = imp_application_shutdown;
  application_class->dbus_register = imp_application_dbus_register;
  application_class->dbus_unregister = imp_application_dbus_unregister;
  properties[PROP_BACKLOG_PATH] =
      g_param_spec_string ("backlog-path", NULL, NULL, NULL,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
imp_application_init (ImpApplication *self)
{
  imp_application_install_options (self);
}

/* Held until it is open, so that the backlog is closed properly however soon the window is. */
void
imp_application_open_backlog (ImpApplication *self)
{
  const ImpClock clock = imp_clock_system ();

  if (self->opening || self->backlog != NULL)
    return;
  self->opening = TRUE;
  if (self->backlog_path == NULL)
    self->backlog_path = imp_backlog_dup_default_path ();
  g_clear_error (&self->trouble);
  g_application_hold (G_APPLICATION (self));
  imp_backlog_open_async (self->backlog_path, g_get_real_name (), &clock, NULL, opened_cb, self);
}

ImpWindow *
imp_application_get_window (ImpApplication *self)
{
  ImpWindow *window = imp_application_find_window (self);

  if (window != NULL)
    return window;
  window = imp_window_new (ADW_APPLICATION (self), self->settings);
  imp_application_fill_window (self, window);
  return window;
}

ImpApplication *
imp_application_new (const char *backlog_path)
{
  return g_object_new (IMP_TYPE_APPLICATION, "application-id", APP_ID, "resource-base-path",
                       "/org/example/Improve", "backlog-path", backlog_path, NULL);
}
