/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a Flatpak's sandbox does to the paths in it. */
#define _GNU_SOURCE /* statx */
#include "config.h"

#include "base/imp-sandbox.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

gboolean
imp_sandbox_is_on (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

/* The deepest folder or file of this path that is there, without links. What is missing of the
 * path goes into `rest`, which may be NULL. */
static char *
resolve_existing (const char *path, char **rest)
{
  g_autofree char *there = g_strdup (path);
  g_autofree char *missing = g_strdup ("");
  g_autofree char *found = NULL;
  char *resolved;

  while ((resolved = realpath (there, NULL)) == NULL && strlen (there) > 1)
    {
      g_autofree char *name = g_path_get_basename (there);
      g_autofree char *longer = g_build_filename (name, missing, NULL);
      char *parent = g_path_get_dirname (there);

      g_free (g_steal_pointer (&there));
      there = parent;
      g_free (g_steal_pointer (&missing));
      missing = g_steal_pointer (&longer);
    }
  found = g_strdup (resolved != NULL ? resolved : "/");
  free (resolved);
  if (rest != NULL)
    *rest = g_steal_pointer (&missing);
  return g_steal_pointer (&found);
}

/* 0 where there is no such folder, or a kernel that does not number them. */
static guint64
get_mount (const char *path)
{
  struct statx info;

  if (statx (AT_FDCWD, path, 0, STATX_MNT_ID, &info) != 0 || (info.stx_mask & STATX_MNT_ID) == 0)
    return 0;
  return info.stx_mnt_id;
}

/* All that comes from outside is mounted into the sandbox, each folder by itself. */
gboolean
imp_sandbox_hides (const char *path)
{
  const char *const own[] = {
    "/", "/tmp", "/var/tmp", "/var/cache", "/var/data", "/var/config", g_get_user_runtime_dir ()
  };
  g_autofree char *existing = NULL;
  guint64 mount;

  if (!imp_sandbox_is_on ())
    return FALSE;
  existing = resolve_existing (path, NULL);
  mount = get_mount (existing);
  for (gsize i = 0; mount != 0 && i < G_N_ELEMENTS (own); i++)
    if (mount == get_mount (own[i]))
      return TRUE;
  return FALSE;
}

gboolean
imp_sandbox_is_opened (const char *path)
{
  g_autofree char *existing = NULL;

  if (!imp_sandbox_is_on () || imp_sandbox_hides (path) || imp_sandbox_is_lent (path))
    return FALSE;
  existing = resolve_existing (path, NULL);
  return get_mount (existing) != get_mount (g_get_user_data_dir ());
}

gboolean
imp_sandbox_is_lent (const char *path)
{
  g_autofree char *rest = NULL;
  g_autofree char *existing = resolve_existing (path, &rest);
  g_autofree char *joined = g_build_filename (existing, rest, "/", NULL);
  g_autofree char *resolved = g_canonicalize_filename (joined, NULL);
  g_autofree char *runtime = resolve_existing (g_get_user_runtime_dir (), NULL);
  g_autofree char *in_session = g_build_filename (runtime, "doc/", NULL);
  g_autofree char *in_system = g_strdup_printf ("/run/user/%u/doc/", (guint) getuid ());

  return g_str_has_prefix (resolved, in_session) || g_str_has_prefix (resolved, in_system)
         || g_str_has_prefix (resolved, "/run/flatpak/doc/");
}
