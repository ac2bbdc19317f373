/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Names a backlog file in the one way both sides of the bus agree on. */
#include "config.h"

#include "cli/imp-cli-bus.h"

#include <stdlib.h>

/* realpath() with memory of GLib's; NULL where there is no such file. */
static char *
dup_resolved (const char *path)
{
  char *resolved = realpath (path, NULL);
  char *copy = g_strdup (resolved);

  free (resolved);
  return copy;
}

char *
imp_cli_bus_dup_real_path (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  char *resolved = dup_resolved (absolute);

  return resolved != NULL ? resolved : g_steal_pointer (&absolute);
}
