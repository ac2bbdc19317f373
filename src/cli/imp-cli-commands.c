/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The list of the commands. */
#include "config.h"

#include "cli/imp-cli-command.h"

#include <glib/gi18n-lib.h>

const ImpCliCommand *const *
imp_cli_commands (void)
{
  static const ImpCliCommand *const commands[] = {
    &imp_cli_record,
    &imp_cli_import,
    &imp_cli_rank,
    &imp_cli_rounds,
    &imp_cli_announce,
    &imp_cli_export,
    &imp_cli_sample,
    &imp_cli_check,
    &imp_cli_backup,
    &imp_cli_restore,
    NULL,
  };

  return commands;
}

const ImpCliCommand *
imp_cli_find_command (const char *name)
{
  for (const ImpCliCommand *const *command = imp_cli_commands (); *command != NULL; command++)
    if (g_str_equal ((*command)->name, name))
      return *command;
  return NULL;
}

gboolean
imp_cli_refuse (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error,
                     g_error_new_valist (G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, format, args));
  va_end (args);
  return FALSE;
}

gboolean
imp_cli_check_day (const char *text, GError **error)
{
  return imp_date_parse (text) != IMP_DATE_NONE
         || imp_cli_refuse (error, _ ("There is no day “%s”: write it as 2026-11-21"), text);
}
