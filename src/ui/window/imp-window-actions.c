/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The commands of the window. */
#include "config.h"

#include "ui/window/imp-window-private.h"

#include "ui/capture/imp-record-dialog.h"
#include "ui/changes/imp-bin-dialog.h"
#include "ui/changes/imp-contests-dialog.h"
#include "ui/common/imp-chosen-file.h"
#include "ui/common/imp-portals.h"
#include "ui/common/imp-toasts.h"
#include "ui/common/imp-writing.h"
#include "ui/fixes/imp-fixes-page.h"
#include "ui/irritants/imp-estimate-dialog.h"
#include "ui/irritants/imp-import-dialog.h"
#include "ui/people/imp-person-dialog.h"
#include "ui/rounds/imp-rounds-page.h"
#include "ui/search/imp-search-help.h"
#include "ui/window/imp-shortcuts.h"

#include <glib/gi18n.h>

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

static void
recorded_cb (ImpWindow *self, gint64 irritant)
{
  GtkWidget *page = imp_window_show_page (self, "irritants");

  imp_irritants_page_show_irritant (IMP_IRRITANTS_PAGE (page), irritant);
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
  g_signal_connect_object (dialog, "recorded", G_CALLBACK (recorded_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

/* With words from elsewhere, as from a search that found nothing, or without. */
static void
record (GtkWidget *widget, const char *action, GVariant *parameter)
{
  record_words (widget, parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL);
}

/* An undo or redo under way, and what to say when it has worked. */
typedef struct
{
  GtkWidget *window;
  char *text;
} Step;

static void
step_free (Step *self)
{
  g_object_unref (self->window);
  g_free (self->text);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Step, step_free)

/* said: with the action in the place of %s. */
static Step *
step_new (GtkWidget *window, const char *said, const char *label)
{
  Step *self = g_new (Step, 1);

  *self = (Step) { g_object_ref (window), g_strdup_printf (said, label) };
  return self;
}

static void
step_taken_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (Step) step = data;
  g_autoptr (GError) error = NULL;

  if (imp_backlog_write_finish (IMP_BACKLOG (backlog), result, NULL, &error))
    imp_toasts_show (step->window, step->text);
  else
    imp_toasts_show_error (step->window, error);
}

/* What the toast of the newest action offers, also over a dialog. */
static void
take_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpWindow *self = IMP_WINDOW (widget);
  const char *label = self->backlog == NULL ? NULL : imp_backlog_get_undo_label (self->backlog);

  if (label != NULL)
    imp_backlog_undo_async (self->backlog, step_taken_cb,
                            step_new (widget, _ ("Undone: %s"), label));
}

static void
undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (!imp_window_is_covered (IMP_WINDOW (widget)))
    take_back (widget, action, parameter);
}

static void
redo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpWindow *self = IMP_WINDOW (widget);
  const char *label = self->backlog == NULL ? NULL : imp_backlog_get_redo_label (self->backlog);

  if (label != NULL && !imp_window_is_covered (self))
    imp_backlog_redo_async (self->backlog, step_taken_cb,
                            step_new (widget, _ ("Redone: %s"), label));
}

/* What is in sight, where it can be searched; else the irritants. */
static void
search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpWindow *self = IMP_WINDOW (widget);
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);

  if (self->backlog == NULL || imp_window_is_covered (self))
    return;
  if (IMP_IS_FIXES_PAGE (page))
    imp_fixes_page_start_search (IMP_FIXES_PAGE (page));
  else if (IMP_IS_ROUNDS_PAGE (page))
    imp_rounds_page_start_search (IMP_ROUNDS_PAGE (page));
  else
    imp_irritants_page_start_search (IMP_IRRITANTS_PAGE (imp_window_show_page (self, "irritants")));
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
show_page (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpWindow *self = IMP_WINDOW (widget);

  if (self->backlog != NULL && !imp_window_is_covered (self))
    imp_window_show_page (self, g_variant_get_string (parameter, NULL));
}

static void
choose_page (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (IMP_WINDOW (widget)->backlog != NULL)
    imp_window_choose_page (IMP_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_irritant (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpWindow *self = IMP_WINDOW (widget);

  if (self->backlog != NULL)
    recorded_cb (self, g_variant_get_int64 (parameter));
}

static void
show_fix (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpWindow *self = IMP_WINDOW (widget);

  if (self->backlog != NULL)
    imp_fixes_page_show_fix (IMP_FIXES_PAGE (imp_window_show_page (self, "fixes")),
                             g_variant_get_int64 (parameter));
}

static void
show_promises (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpWindow *self = IMP_WINDOW (widget);

  if (self->backlog != NULL)
    imp_fixes_page_show_promises (IMP_FIXES_PAGE (imp_window_show_page (self, "fixes")));
}

/* Also over a dialog. */
static void
show_person (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpWindow *self = IMP_WINDOW (widget);

  if (self->backlog != NULL)
    adw_dialog_present (
        imp_person_dialog_new (self->backlog, self->settings, g_variant_get_int64 (parameter)),
        widget);
}

static void
show_sidebar (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_overlay_split_view_set_show_sidebar (IMP_WINDOW (widget)->split, TRUE);
}

static void
show_menu (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (imp_window_is_covered (IMP_WINDOW (widget)))
    return;
  show_sidebar (widget, action, parameter);
  imp_sidebar_open_menu (IMP_WINDOW (widget)->sidebar);
}

static void
hide_sidebar (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpWindow *self = IMP_WINDOW (widget);

  if (self->compact)
    adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autofree char *path = imp_chosen_file_dup_path (GTK_WIDGET (self), file, error);

  if (path != NULL && self->backlog != NULL)
    adw_dialog_present (ADW_DIALOG (imp_import_dialog_new (self->backlog, path)),
                        GTK_WIDGET (self));
}

static GListModel *
create_filters (void)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, _ ("Lists (CSV) and Backlogs (JSON)"));
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "json");
  g_list_store_append (filters, filter);
  return G_LIST_MODEL (filters);
}

static void
import (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = create_filters ();

  gtk_file_dialog_set_title (dialog, _ ("Import a List"));
  gtk_file_dialog_set_filters (dialog, filters);
  imp_portals_prepare (dialog, widget);
  gtk_file_dialog_open (dialog, GTK_WINDOW (widget), NULL, file_chosen_cb, g_object_ref (widget));
}

static void
exported_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (imp_backlog_export_finish (IMP_BACKLOG (backlog), result, &error))
    imp_toasts_show (GTK_WIDGET (self), _ ("Copy saved"));
  else
    imp_toasts_show_error (GTK_WIDGET (self), error);
}

static void
target_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autofree char *path = imp_chosen_file_dup_path (GTK_WIDGET (self), file, error);

  if (path != NULL && self->backlog != NULL)
    imp_backlog_export_async (self->backlog, path, NULL, NULL, exported_cb, g_object_ref (self));
}

static void export (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Save a Copy"));
  gtk_file_dialog_set_initial_name (dialog, _ ("backlog.json"));
  imp_portals_prepare (dialog, widget);
  gtk_file_dialog_save (dialog, GTK_WINDOW (widget), NULL, target_chosen_cb, g_object_ref (widget));
}

static void
load_sample (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpWindow *self = IMP_WINDOW (widget);

  if (self->backlog != NULL && !imp_window_is_covered (self))
    adw_dialog_present (ADW_DIALOG (imp_import_dialog_new_sample (self->backlog)), widget);
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
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "win.take-back", NULL, take_back);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search);
  gtk_widget_class_install_action (widget_class, "win.paste", NULL, paste);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page);
  gtk_widget_class_install_action (widget_class, "win.choose-page", "s", choose_page);
  gtk_widget_class_install_action (widget_class, "win.show-irritant", "x", show_irritant);
  gtk_widget_class_install_action (widget_class, "win.show-fix", "x", show_fix);
  gtk_widget_class_install_action (widget_class, "win.show-promises", NULL, show_promises);
  gtk_widget_class_install_action (widget_class, "win.show-person", "x", show_person);
  gtk_widget_class_install_action (widget_class, "win.show-sidebar", NULL, show_sidebar);
  gtk_widget_class_install_action (widget_class, "win.show-menu", NULL, show_menu);
  gtk_widget_class_install_action (widget_class, "win.hide-sidebar", NULL, hide_sidebar);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export);
  gtk_widget_class_install_action (widget_class, "win.load-sample", NULL, load_sample);
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
