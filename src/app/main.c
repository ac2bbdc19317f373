/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Where the program starts: a command, or the window. */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "app/imp-application.h"
#include "cli/imp-cli.h"

int
main (int argc, char *argv[])
{
  g_autoptr (ImpApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  if (imp_cli_is_wanted ((const char *const *) argv))
    return imp_cli_main ((const char *const *) argv);
  application = imp_application_new (NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
