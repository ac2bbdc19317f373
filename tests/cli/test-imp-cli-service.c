/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Commands handed over D-Bus to the program that has the backlog open, and everybody else's. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/imp-cli-bus.h"
#include "cli/imp-cli-handover.h"
#include "cli/imp-cli-service.h"

/* A program with an open backlog on a private session bus, and a command of another process
 * (here another thread with a connection of its own). */
typedef struct
{
  GTestDBus *daemon;
  GDBusConnection *bus;
  GApplication *application;
  ImpCliService *service;
  ImpBacklog *backlog;
  char *folder;
  char *path;
  guint name;

  const char *asked_path;
  const char *const *argv;
  ImpCliResult result;
  gboolean handed_over;
  gboolean answered;
} Fixture;

static void
took_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (result);
}

static void
took_name_cb (GDBusConnection *bus, const char *name, gpointer data)
{
  *(gboolean *) data = TRUE;
}

static void
open_backlog (Fixture *self)
{
  const ImpClock clock = imp_clock_system ();
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  imp_backlog_open_async (self->path, "Ines", &clock, NULL, took_result_cb, &slot);
  result = wait_for (&slot);
  self->backlog = imp_backlog_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
close_backlog (Fixture *self)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  imp_backlog_close_async (self->backlog, took_result_cb, &slot);
  result = wait_for (&slot);
  g_assert_true (imp_backlog_close_finish (self->backlog, result, &error));
  g_assert_no_error (error);
  g_clear_object (&self->backlog);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean named = FALSE;

  self->daemon = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (self->daemon);
  self->bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  self->folder = g_dir_make_tmp ("improve-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "backlog.db", NULL);
  open_backlog (self);
  self->application = g_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  self->service = imp_cli_service_new (self->application);
  g_assert_true (imp_cli_service_export (self->service, self->bus, IMP_CLI_BUS_PATH, &error));
  g_assert_no_error (error);
  self->name = g_bus_own_name_on_connection (
      self->bus, IMP_CLI_BUS_NAME, G_BUS_NAME_OWNER_FLAGS_NONE, took_name_cb, NULL, &named, NULL);
  while (!named)
    g_main_context_iteration (NULL, TRUE);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_folder (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_handle_id (&self->name, g_bus_unown_name);
  imp_cli_service_unexport (self->service, self->bus);
  imp_cli_service_set_backlog (self->service, NULL);
  g_assert_finalize_object (self->service);
  g_assert_finalize_object (self->application);
  close_backlog (self);
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
  imp_cli_result_clear (&self->result);
  g_clear_object (&self->bus);
  g_test_dbus_down (self->daemon);
  g_clear_object (&self->daemon);
}

static gboolean
answer_cb (gpointer data)
{
  Fixture *self = data;

  self->answered = TRUE;
  return G_SOURCE_REMOVE;
}

static gpointer
call_in_thread (gpointer data)
{
  Fixture *self = data;

  self->handed_over =
      imp_cli_hand_over (self->asked_path, self->argv, self->folder, 80, G_MAXINT, &self->result);
  g_idle_add (answer_cb, self);
  return NULL;
}

static gboolean
hand_over (Fixture *self, const char *path, const char *const *argv)
{
  g_autoptr (GThread) thread = NULL;

  self->asked_path = path;
  self->argv = argv;
  self->answered = FALSE;
  imp_cli_result_clear (&self->result);
  thread = g_thread_new ("caller", call_in_thread, self);
  while (!self->answered)
    g_main_context_iteration (NULL, TRUE);
  g_thread_join (g_steal_pointer (&thread));
  return self->handed_over;
}

static void
assert_out (Fixture *self, const char *wanted)
{
  gsize size;
  const char *out = g_bytes_get_data (self->result.out, &size);

  g_assert_cmpmem (out, size, wanted, strlen (wanted));
}

/* Bytes that are no text come through as they are. */
static void
test_hands_over_bytes (Fixture *self, gconstpointer data)
{
  static const char *const announce[] = { "improve",         "announce",     "--from=2026-10-01",
                                          "--to=2026-10-31", "--format=pdf", NULL };
  const char *out;
  gsize size;

  imp_cli_service_set_backlog (self->service, self->backlog);
  g_assert_true (hand_over (self, self->path, announce));
  g_assert_cmpint (self->result.code, ==, IMP_CLI_DONE);
  out = g_bytes_get_data (self->result.out, &size);
  g_assert_cmpuint (size, >, 1000);
  g_assert_cmpmem (out, 5, "%PDF-", 5);
  g_assert_cmpmem (out + size - 6, 6, "%%EOF\n", 6);
}

static void
test_does (Fixture *self, gconstpointer data)
{
  static const char *const rank[] = { "improve", "rank", "--json", NULL };
  static const char *const import[] = { "improve", "import", "none.csv", "--as=csv", NULL };
  static const char *const nonsense[] = { "improve", "rank", "--nonsense", NULL };

  imp_cli_service_set_backlog (self->service, self->backlog);
  g_assert_true (hand_over (self, self->path, rank));
  g_assert_cmpint (self->result.code, ==, IMP_CLI_DONE);
  assert_out (self, "[]\n");
  g_assert_cmpstr (self->result.err, ==, "");

  g_assert_true (hand_over (self, self->path, import));
  g_assert_cmpint (self->result.code, ==, IMP_CLI_FAILED);
  assert_out (self, "");
  g_assert_nonnull (strstr (self->result.err, self->folder));

  g_assert_true (hand_over (self, self->path, nonsense));
  g_assert_cmpint (self->result.code, ==, IMP_CLI_USAGE);
}

/* A file has many names, and all mean the same backlog. */
static void
test_same_file (Fixture *self, gconstpointer data)
{
  static const char *const check[] = { "improve", "check", NULL };
  g_autofree char *link = g_build_filename (self->folder, "link.db", NULL);
  g_autofree char *dots = g_build_filename (self->folder, "..", "..", self->path, NULL);

  imp_cli_service_set_backlog (self->service, self->backlog);
  g_assert_cmpint (symlink (self->path, link), ==, 0);
  g_assert_true (hand_over (self, link, check));
  g_assert_cmpint (self->result.code, ==, IMP_CLI_DONE);
  g_assert_true (hand_over (self, dots, check));
}

static void
test_refuses_another (Fixture *self, gconstpointer data)
{
  static const char *const check[] = { "improve", "check", NULL };
  g_autofree char *other = g_build_filename (self->folder, "other.db", NULL);

  g_assert_false (hand_over (self, self->path, check)); /* none is open yet */
  imp_cli_service_set_backlog (self->service, self->backlog);
  g_assert_false (hand_over (self, other, check));
}

static void
test_nobody_there (Fixture *self, gconstpointer data)
{
  static const char *const check[] = { "improve", "check", NULL };

  imp_cli_service_set_backlog (self->service, self->backlog);
  imp_cli_service_unexport (self->service, self->bus);
  g_assert_false (hand_over (self, self->path, check));
  g_clear_handle_id (&self->name, g_bus_unown_name);
  g_assert_false (hand_over (self, self->path, check));
}

static void
replied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GVariant) reply =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  *(gboolean *) data = TRUE;
}

/* What no caller of ours sends: answered, not crashed on. */
static void
test_hostile (Fixture *self, gconstpointer data)
{
  const char *const nothing[] = { NULL };
  const char *const bytes[] = { "\xff", "\xfe\xff", "%s%n", NULL };
  const struct
  {
    const char *path;
    const char *const *argv;
    const char *folder;
    int width;
  } calls[] = {
    { "", nothing, "", 0 },
    { self->path, nothing, "relative", -1 },
    { self->path, nothing, "/", G_MININT },
    { self->path, bytes, "/\xff", G_MAXINT },
  };

  imp_cli_service_set_backlog (self->service, self->backlog);
  for (gsize i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      gboolean replied = FALSE;

      g_dbus_connection_call (self->bus, IMP_CLI_BUS_NAME, IMP_CLI_BUS_PATH, IMP_CLI_BUS_INTERFACE,
                              IMP_CLI_BUS_METHOD,
                              g_variant_new ("(^ay^aay^ayi)", calls[i].path, calls[i].argv,
                                             calls[i].folder, calls[i].width),
                              NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, replied_cb, &replied);
      while (!replied)
        g_main_context_iteration (NULL, TRUE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli/service/hands-over-bytes", Fixture, NULL, set_up, test_hands_over_bytes,
              tear_down);
  g_test_add ("/cli/service/does", Fixture, NULL, set_up, test_does, tear_down);
  g_test_add ("/cli/service/same-file", Fixture, NULL, set_up, test_same_file, tear_down);
  g_test_add ("/cli/service/refuses-another", Fixture, NULL, set_up, test_refuses_another,
              tear_down);
  g_test_add ("/cli/service/nobody-there", Fixture, NULL, set_up, test_nobody_there, tear_down);
  g_test_add ("/cli/service/hostile-callers", Fixture, NULL, set_up, test_hostile, tear_down);
  return g_test_run ();
}
