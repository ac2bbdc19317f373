/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * About the program, with what a bug report needs. */
#include "config.h"

#include "app/imp-about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "backlog/imp-backlog-files.h"

#define METAINFO_PATH "/org/example/Improve/metainfo.xml"

static void
append_versions (GString *text)
{
  g_string_append_printf (text, "Improve %s\n", PACKAGE_VERSION);
  g_string_append_printf (text, "GTK %u.%u.%u\n", gtk_get_major_version (),
                          gtk_get_minor_version (), gtk_get_micro_version ());
  g_string_append_printf (text, "libadwaita %u.%u.%u\n", adw_get_major_version (),
                          adw_get_minor_version (), adw_get_micro_version ());
  g_string_append_printf (text, "GLib %u.%u.%u\n", glib_major_version, glib_minor_version,
                          glib_micro_version);
}

static void
append_backlog (GString *text, const ImpCheck *check)
{
  g_autofree char *size = g_format_size (check->bytes);

  g_string_append_printf (text, "\nBacklog: %s\n", check->path);
  g_string_append_printf (text, "Size: %s\n", size);
  g_string_append_printf (text, "Format: %d\n", check->schema);
  g_string_append_printf (text, "Items: %u\n", check->n_items);
  g_string_append_printf (text, "Changes: %u\n", check->n_journal_rows);
  for (guint i = 0; i < check->problems->len; i++)
    g_string_append_printf (text, "Problem: %s\n",
                            (const char *) g_ptr_array_index (check->problems, i));
}

static void
say_where_data_lives (AdwAboutDialog *dialog, ImpBacklog *backlog, const ImpCheck *check)
{
  g_autofree char *path = g_filename_display_name (imp_backlog_get_path (backlog));
  g_autofree char *escaped = g_markup_escape_text (path, -1);
  g_autofree char *size = check != NULL ? g_format_size (check->bytes) : NULL;
  g_autofree char *text =
      check != NULL
          ? g_strdup_printf (_ ("Your backlog is on this computer only, in the file %s (%s, "
                                "format %d)"),
                             escaped, size, check->schema)
          : g_strdup_printf (_ ("Your backlog is on this computer only, in the file %s"), escaped);

  adw_about_dialog_set_comments (dialog, text);
}

static void
checked_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwAboutDialog) dialog = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpCheck) check = imp_backlog_check_finish (IMP_BACKLOG (backlog), result, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  append_versions (text);
  say_where_data_lives (dialog, IMP_BACKLOG (backlog), check);
  if (check != NULL)
    append_backlog (text, check);
  else
    g_string_append_printf (text, "\nBacklog: %s\n", error->message);
  adw_about_dialog_set_debug_info (dialog, text->str);
}

void
imp_about_show (GtkWidget *window, ImpBacklog *backlog)
{
  AdwDialog *dialog = adw_about_dialog_new_from_appdata (METAINFO_PATH, PACKAGE_VERSION);
  g_autoptr (GString) text = g_string_new (NULL);

  append_versions (text);
  adw_about_dialog_set_version (ADW_ABOUT_DIALOG (dialog), PACKAGE_VERSION);
  adw_about_dialog_set_copyright (ADW_ABOUT_DIALOG (dialog), _ ("© 2026 The Improve authors"));
  adw_about_dialog_set_debug_info (ADW_ABOUT_DIALOG (dialog), text->str);
  adw_about_dialog_set_debug_info_filename (ADW_ABOUT_DIALOG (dialog), "improve.txt");
  if (backlog != NULL)
    {
      say_where_data_lives (ADW_ABOUT_DIALOG (dialog), backlog, NULL);
      imp_backlog_check_async (backlog, NULL, checked_cb, g_object_ref (dialog));
    }
  adw_dialog_present (dialog, window);
}
