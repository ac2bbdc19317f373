/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Starts the program. */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "app/imp-application.h"

int
main (int argc, char *argv[])
{
  g_autoptr (ImpApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  application = imp_application_new (NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
