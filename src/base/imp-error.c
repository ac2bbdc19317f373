/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Errors named by what a caller can do about them. */
#include "config.h"

#include "base/imp-error.h"

/* clang-format off */
G_DEFINE_QUARK (imp-error-quark, imp_error)
/* clang-format on */

void
imp_error_prefix (GError **error, const char *action_format, ...)
{
  va_list args;
  g_autofree char *action = NULL;

  if (error == NULL || *error == NULL)
    return;
  va_start (args, action_format);
  action = g_strdup_vprintf (action_format, args);
  va_end (args);
  g_prefix_error (error, "%s: ", action);
}
