/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Where the program starts: a command, or the window. */
#include "config.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>
#include <signal.h>

#include "app/imp-application.h"
#include "base/imp-locale.h"
#include "cli/imp-cli.h"
#include "ui/common/imp-portals.h"

int
main (int argc, char *argv[])
{
  g_autoptr (ImpApplication) application = NULL;

  signal (SIGXFSZ, SIG_IGN); /* a file that may not grow is a full disk, and told as one */
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  imp_locale_init ();
  gtk_disable_setlocale (); /* it is set */
  if (imp_cli_is_wanted ((const char *const *) argv))
    return imp_cli_main ((const char *const *) argv);
  imp_portals_look ();
  application = imp_application_new (NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
