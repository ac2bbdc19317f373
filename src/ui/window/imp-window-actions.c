/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The commands of the window. */
#include "config.h"

#include "ui/window/imp-window-private.h"

#include "ui/capture/imp-record-dialog.h"
#include "ui/changes/imp-bin-dialog.h"
#include "ui/changes/imp-contests-dialog.h"
#include "ui/common/imp-writing.h"
#include "ui/irritants/imp-estimate-dialog.h"
#include "ui/search/imp-search-help.h"
#include "ui/window/imp-shortcuts.h"

#define HELP_OVERLAY "/org/example/Improve/ui/window/help-overlay.ui"

static const char *const backlog_actions[] = { "win.record", "win.record-words",
                                               "win.import", "win.estimate",
                                               "win.export", "win.load-sample",
                                               "win.bin",    "win.plan-round" };

gboolean
imp_window_is_covered (ImpWindow *self)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL;
}

/* words: NULL for what was typed the last time. */
static void
record_words (GtkWidget *widget, const char *words)
{
  ImpWindow *self = IMP_WINDOW (widget);
  ImpRecordDialog *dialog;

  if (self->backlog == NULL || imp_window_is_covered (self))
    return;
  dialog = imp_record_dialog_new (self->backlog, self->settings, words);
  g_signal_connect_object (dialog, "recorded", G_CALLBACK (imp_window_show_irritant), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

/* With words from elsewhere, as from a search that found nothing, or without. */
static void
record (GtkWidget *widget, const char *action, GVariant *parameter)
{
  record_words (widget, parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL);
}

static void
paste (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpWindow *self = IMP_WINDOW (widget);
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);

  if (IMP_IS_IRRITANTS_PAGE (page) && !imp_window_is_covered (self))
    imp_irritants_page_paste (IMP_IRRITANTS_PAGE (page));
}

static void
estimate (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpWindow *self = IMP_WINDOW (widget);

  if (self->backlog != NULL && !imp_window_is_covered (self))
    adw_dialog_present (imp_estimate_dialog_new (self->backlog), widget);
}

static void
show_bin (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpWindow *self = IMP_WINDOW (widget);

  if (self->backlog != NULL && !imp_window_is_covered (self))
    adw_dialog_present (imp_bin_dialog_new (self->backlog), widget);
}

static void
show_contests (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpWindow *self = IMP_WINDOW (widget);

  if (self->backlog != NULL && !imp_window_is_covered (self))
    adw_dialog_present (imp_contests_dialog_new (self->backlog), widget);
}

static void
show_backups (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpWindow *self = IMP_WINDOW (widget);

  if (!imp_window_is_covered (self))
    imp_window_show_backups (self);
}

static void
show_calendar (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpWindow *self = IMP_WINDOW (widget);

  if (!imp_window_is_covered (self))
    imp_window_show_calendar (self);
}

static void
dismiss_notice (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ImpWindow *self = IMP_WINDOW (widget);

  if (self->backlog != NULL)
    imp_backlog_dismiss_notice (self->backlog);
}

static void
try_again (GtkWidget *widget, const char *action, GVariant *parameter)
{
  imp_window_try_again (IMP_WINDOW (widget));
}

static void
show_damage (GtkWidget *widget, const char *action, GVariant *parameter)
{
  imp_window_show_damage (IMP_WINDOW (widget));
}

/* Built when it is asked for: under GTK's own name for it every start would build it. */
static void
show_help_overlay (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (HELP_OVERLAY);
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (overlay, GTK_WINDOW (widget));
  gtk_window_present (overlay);
}

static void
show_search_help (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (!imp_window_is_covered (IMP_WINDOW (widget)))
    adw_dialog_present (imp_search_help_new (), widget);
}

static void
install_keys (GtkWidgetClass *widget_class)
{
  const ImpShortcut *shortcuts;
  guint n_shortcuts;

  shortcuts = imp_shortcuts_get (&n_shortcuts);
  for (guint i = 0; i < n_shortcuts; i++)
    if (shortcuts[i].after_text)
      {
        GtkShortcutTrigger *trigger = gtk_shortcut_trigger_parse_string (shortcuts[i].keys);
        GtkShortcutAction *action = gtk_named_action_new (shortcuts[i].action);
        g_autoptr (GtkShortcut) shortcut = gtk_shortcut_new (trigger, action);

        gtk_widget_class_add_shortcut (widget_class, shortcut);
      }
}

void
imp_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.record", NULL, record);
  gtk_widget_class_install_action (widget_class, "win.record-words", "s", record);
  gtk_widget_class_install_action (widget_class, "win.paste", NULL, paste);
  gtk_widget_class_install_action (widget_class, "win.estimate", NULL, estimate);
  gtk_widget_class_install_action (widget_class, "win.bin", NULL, show_bin);
  gtk_widget_class_install_action (widget_class, "win.contests", NULL, show_contests);
  gtk_widget_class_install_action (widget_class, "win.backups", NULL, show_backups);
  gtk_widget_class_install_action (widget_class, "win.calendar", NULL, show_calendar);
  gtk_widget_class_install_action (widget_class, "win.show-damage", NULL, show_damage);
  gtk_widget_class_install_action (widget_class, "win.try-again", NULL, try_again);
  gtk_widget_class_install_action (widget_class, "win.dismiss-notice", NULL, dismiss_notice);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL, show_help_overlay);
  gtk_widget_class_install_action (widget_class, "win.search-help", NULL, show_search_help);
  imp_window_install_going_actions (widget_class);
  imp_window_install_origin_actions (widget_class);
  imp_window_install_step_actions (widget_class);
  imp_window_install_file_actions (widget_class);
  imp_window_install_round_actions (widget_class);
  install_keys (widget_class);
}

void
imp_window_update_actions (ImpWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = self->backlog != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (backlog_actions); i++)
    gtk_widget_action_set_enabled (widget, backlog_actions[i], open);
  gtk_widget_action_set_enabled (widget, "win.backups", open || self->trouble_path != NULL);
  gtk_widget_action_set_enabled (widget, "win.calendar", self->calendar != NULL);
  gtk_widget_action_set_enabled (widget, "win.undo",
                                 open && imp_backlog_get_undo_label (self->backlog) != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo",
                                 open && imp_backlog_get_redo_label (self->backlog) != NULL);
  gtk_widget_action_set_enabled (widget, "win.contests", open && self->n_contests > 0);
  if (open)
    imp_writing_restrict (widget, self->backlog);
}
