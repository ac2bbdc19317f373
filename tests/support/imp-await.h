/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Waiting for asynchronous calls in tests. */
#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>

/* imp_…_async (…, imp_await_cb, &await); result = imp_await (&await); */
typedef struct
{
  GAsyncResult *result;
} ImpAwait;

static inline void
imp_await_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ((ImpAwait *) data)->result = g_object_ref (result);
}

/* Owned by the caller: g_autoptr (GAsyncResult). */
static inline GAsyncResult *
imp_await (ImpAwait *await)
{
  while (await->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (&await->result);
}

/* Drops the last reference; jobs that are just ending on another thread may hold one a moment
 * longer. */
static inline void
imp_assert_finalize_soon (gpointer object)
{
  gint64 end = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;

  g_object_add_weak_pointer (object, &object);
  g_object_unref (object);
  while (object != NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (object);
}

static inline void
imp_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        imp_remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}
