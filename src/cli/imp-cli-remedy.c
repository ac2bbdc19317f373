/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Which command helps where the backlog is damaged. */
#include "config.h"

#include "cli/imp-cli-remedy.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "backlog/imp-backlog.h"
#include "base/imp-error.h"
#include "cli/imp-cli-text.h"

static gboolean
has_bytes (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 && info.st_size > 0;
}

char *
imp_cli_remedy_dup (const char *backlog_path)
{
  g_autofree char *usual = imp_backlog_dup_default_path ();
  g_autofree char *file = g_shell_quote (backlog_path);
  g_autofree char *option =
      g_str_equal (usual, backlog_path) ? g_strdup ("") : g_strconcat (" --backlog ", file, NULL);

  if (!has_bytes (backlog_path)) /* nothing is left of it */
    return g_strdup_printf (_ ("“improve%s restore latest” restores the newest backup"), option);
  /* Translators: %1$s is an option with a file, or nothing; %2$s is a file. */
  return g_strdup_printf (
      _ ("“improve%1$s restore latest” restores the newest backup; “improve%1$s "
         "restore --from-damaged %2$s” rescues what is left. The damaged file is kept"),
      option, file);
}

void
imp_cli_remedy_append_error (GString *string, const GError *error, const char *backlog_path)
{
  g_autofree char *remedy = NULL;

  imp_cli_text_append_message (string, error->message);
  if (!g_error_matches (error, IMP_ERROR, IMP_ERROR_CORRUPT))
    return;
  remedy = imp_cli_remedy_dup (backlog_path);
  imp_cli_text_append_message (string, remedy);
}
