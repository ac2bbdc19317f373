/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The commands of the application, and the keys of all commands. */
#include "config.h"

#include "app/imp-about.h"
#include "app/imp-application-private.h"
#include "ui/window/imp-shortcuts.h"

static void
new_irritant (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ImpApplication *self = data;
  GtkWidget *window = GTK_WIDGET (imp_application_get_window (self));

  gtk_window_present (GTK_WINDOW (window));
  self->record_wanted = self->backlog == NULL;
  if (!self->record_wanted)
    gtk_widget_activate_action (window, "win.record", NULL);
}

static void
open_again (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  imp_application_open_backlog (data);
}

static void
restore_backup (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  imp_application_restore_backup (data, g_variant_get_string (parameter, NULL));
}

static void
salvage (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  imp_application_salvage (data);
}

static void
begin_anew (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  imp_application_begin_anew (data);
}

static void
about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ImpApplication *self = data;

  imp_about_show (GTK_WIDGET (imp_application_get_window (self)), self->backlog);
}

/* By closing the windows, so that each can keep its size and its drafts. */
static void
quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static const GActionEntry actions[] = {
  { .name = "new-irritant", .activate = new_irritant },
  { .name = "open-again", .activate = open_again },
  { .name = "restore-backup", .activate = restore_backup, .parameter_type = "s" },
  { .name = "salvage", .activate = salvage },
  { .name = "begin-anew", .activate = begin_anew },
  { .name = "about", .activate = about },
  { .name = "quit", .activate = quit },
};

void
imp_application_install_actions (ImpApplication *self)
{
  guint n_shortcuts;
  const ImpShortcut *shortcuts = imp_shortcuts_get (&n_shortcuts);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < n_shortcuts; i++)
    if (!shortcuts[i].after_text)
      gtk_application_set_accels_for_action (GTK_APPLICATION (self), shortcuts[i].action,
                                             (const char *[]) { shortcuts[i].keys, NULL });
}
