/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The path of a file that was chosen in a dialog. */
#include "config.h"

#include "ui/common/imp-chosen-file.h"

#include "base/imp-error.h"
#include "ui/common/imp-toasts.h"

#include <glib/gi18n.h>

static void
tell_failure (GtkWidget *widget, const GError *error)
{
  g_autoptr (GError) told = g_error_copy (error);

  if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
      || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    return;
  imp_error_prefix (&told, "%s", _ ("Cannot ask for a file"));
  imp_toasts_show_error (widget, told);
}

static void
tell_not_local (GtkWidget *widget, GFile *file)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GError) error = g_error_new (
      IMP_ERROR, IMP_ERROR_INPUT,
      _ ("Cannot use “%s”: it is not on this computer. Choose a folder on this computer"), name);

  imp_toasts_show_error (widget, error);
}

char *
imp_chosen_file_dup_path (GtkWidget *widget, GFile *file, const GError *error)
{
  char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (error != NULL)
    tell_failure (widget, error);
  else if (file != NULL && path == NULL)
    tell_not_local (widget, file);
  return path;
}
