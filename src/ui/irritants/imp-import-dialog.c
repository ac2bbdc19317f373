/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Take in a list or a backlog: first what would become of it, then do it. */
#include "config.h"

#include "ui/irritants/imp-import-dialog.h"

#include "ui/common/imp-headings.h"
#include "ui/common/imp-plain.h"
#include "ui/common/imp-toasts.h"
#include "ui/irritants/imp-import-columns.h"
#include "ui/irritants/imp-import-preview.h"

#include <glib/gi18n.h>

#define TICK_MS     200
#define SAMPLE_PATH "/org/example/Improve/sample-backlog.json"

struct _ImpImportDialog
{
  AdwDialog parent_instance;
  GtkStack *stack;
  AdwStatusPage *busy, *trouble;
  GtkWidget *import;
  AdwBanner *problem; /* why what is chosen in the preview does not do */
  AdwPreferencesGroup *kind_group, *counts, *rest;
  AdwComboRow *kind;
  ImpImportColumns *columns;
  GtkProgressBar *progress;
  GtkWidget *shown[2]; /* what the last preview put into the groups */
  ImpBacklog *backlog;
  char *path; /* NULL: the sample */
  ImpFormat format;
  gboolean dry_run;
  GtkWidget *window; /* weak; told what became of an import that outlives the dialog */
  GCancellable *cancellable;
  ImpProgress *done; /* of what is under way */
  guint tick;        /* looks at it from time to time */
};

G_DEFINE_FINAL_TYPE (ImpImportDialog, imp_import_dialog, ADW_TYPE_DIALOG)

static void
put (ImpImportDialog *self, guint i, AdwPreferencesGroup *group, GtkWidget *list, gboolean visible)
{
  if (self->shown[i] != NULL)
    adw_preferences_group_remove (group, self->shown[i]);
  self->shown[i] = list;
  adw_preferences_group_add (group, list);
  gtk_widget_set_visible (GTK_WIDGET (group), visible);
}

static void
show_preview (ImpImportDialog *self, const ImpImportOutcome *outcome)
{
  g_autofree char *left = NULL;
  guint n_left = outcome->not_taken->len;

  left = g_strdup_printf (
      ngettext ("%'u row cannot be taken in", "%'u rows cannot be taken in", n_left), n_left);
  adw_banner_set_revealed (self->problem, FALSE);
  adw_preferences_group_set_description (self->rest, left);
  put (self, 0, self->counts, imp_import_preview_create_counts (outcome), !outcome->untitled);
  imp_import_columns_show (self->columns, outcome);
  put (self, 1, self->rest, imp_import_preview_create_lines (outcome->not_taken), n_left > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->kind_group), self->format != IMP_FORMAT_BACKLOG);
  gtk_widget_set_sensitive (self->import, imp_import_preview_count_new (outcome) > 0);
  gtk_stack_set_visible_child_name (self->stack, "preview");
}

/* Another choice may mend it: those stay in reach, without what they no longer bring. */
static void
show_problem (ImpImportDialog *self, const GError *error)
{
  adw_banner_set_title (self->problem, error->message);
  adw_banner_set_revealed (self->problem, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->counts), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->rest), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "preview");
}

static void
show_trouble (ImpImportDialog *self, const GError *error)
{
  gboolean previewed = self->shown[0] != NULL && self->dry_run;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    {
      imp_toasts_show_error (self->window, error);
      return;
    }
  if (previewed)
    {
      show_problem (self, error);
      return;
    }
  adw_status_page_set_description (self->trouble, error->message);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
}

/* No step of Undo: it was recorded elsewhere. */
static void
show_round_taken (ImpImportDialog *self, const ImpImportOutcome *outcome)
{
  guint n = outcome->n_contested;
  g_autofree char *text = NULL;

  if (n == 0)
    {
      imp_toasts_show (self->window, _ ("Round taken in"));
      return;
    }
  text = g_strdup_printf (ngettext ("Round taken in: %'u change to look at",
                                    "Round taken in: %'u changes to look at", n),
                          n);
  imp_toasts_show (self->window, text);
}

static void
show_outcome (ImpImportDialog *self, const ImpImportOutcome *outcome)
{
  if (imp_import_preview_count_new (outcome) > 0 && outcome->is_round)
    show_round_taken (self, outcome);
  else if (imp_import_preview_count_new (outcome) > 0)
    imp_toasts_show_done (self->window, self->backlog);
  else
    imp_toasts_show (self->window, _ ("Nothing in it was new"));
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
imported_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpImportOutcome) outcome =
      imp_backlog_import_finish (IMP_BACKLOG (backlog), result, &error);
  gboolean asked = g_task_get_cancellable (G_TASK (result)) == self->cancellable;

  if (self->stack == NULL || !asked || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_handle_id (&self->tick, g_source_remove);
  if (outcome == NULL)
    show_trouble (self, error);
  else if (self->dry_run)
    show_preview (self, outcome);
  else
    show_outcome (self, outcome);
}

static gboolean
ticked_cb (gpointer data)
{
  ImpImportDialog *self = data;
  double done = imp_progress_get (self->done);
  g_autofree char *percent = g_strdup_printf (_ ("%d %%"), (int) (done * 100));

  gtk_progress_bar_set_fraction (self->progress, done);
  gtk_progress_bar_set_text (self->progress, percent);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), done > 0);
  return G_SOURCE_CONTINUE;
}

/* From then on it is shown how far it is; what is faster needs nothing. A preview that follows a
 * choice stays in sight meanwhile. */
static void
show_busy (ImpImportDialog *self, gboolean stay)
{
  g_clear_pointer (&self->done, imp_progress_unref);
  self->done = imp_progress_new ();
  g_clear_handle_id (&self->tick, g_source_remove);
  self->tick = g_timeout_add (TICK_MS, ticked_cb, self);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
  adw_status_page_set_title (self->busy, self->dry_run ? _ ("Reading…") : _ ("Importing…"));
  gtk_widget_set_sensitive (self->import, FALSE);
  if (!stay)
    gtk_stack_set_visible_child_name (self->stack, "busy");
}

static void
start (ImpImportDialog *self, gboolean dry_run)
{
  g_autoptr (GBytes) sample = NULL;
  g_auto (GStrv) map = imp_import_columns_dup_map (self->columns);
  gboolean previewed = self->shown[0] != NULL && dry_run;
  ImpImportRequest request = {
    .path = self->path, .format = self->format, .dry_run = dry_run, .map = (const char *const *) map
  };

  if (self->path == NULL)
    {
      sample = g_resources_lookup_data (SAMPLE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      request.bytes = sample;
      request.move_to_today = TRUE;
    }
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->dry_run = dry_run;
  show_busy (self, previewed);
  request.progress = self->done;
  imp_backlog_import_async (self->backlog, &request, self->cancellable, imported_cb,
                            g_object_ref (self));
}

static void
import_clicked_cb (ImpImportDialog *self)
{
  start (self, FALSE);
}

static void
columns_changed_cb (ImpImportDialog *self)
{
  start (self, TRUE);
}

static void
kind_changed_cb (ImpImportDialog *self)
{
  ImpFormat format =
      adw_combo_row_get_selected (self->kind) == 0 ? IMP_FORMAT_CSV : IMP_FORMAT_SERVICENOW;

  if (self->backlog == NULL || self->format == IMP_FORMAT_BACKLOG || self->format == format)
    return;
  self->format = format;
  imp_import_columns_forget (self->columns);
  start (self, TRUE);
}

static void
imp_import_dialog_root (GtkWidget *widget)
{
  ImpImportDialog *self = IMP_IMPORT_DIALOG (widget);

  GTK_WIDGET_CLASS (imp_import_dialog_parent_class)->root (widget);
  g_set_weak_pointer (&self->window, GTK_WIDGET (gtk_widget_get_root (widget)));
}

static void
imp_import_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (IMP_IMPORT_DIALOG (dialog)->cancellable);
}

static void
imp_import_dialog_dispose (GObject *object)
{
  ImpImportDialog *self = IMP_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_pointer (&self->done, imp_progress_unref);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->backlog);
  g_clear_pointer (&self->path, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_IMPORT_DIALOG);
  G_OBJECT_CLASS (imp_import_dialog_parent_class)->dispose (object);
}

static void
imp_import_dialog_class_init (ImpImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (IMP_TYPE_IMPORT_COLUMNS);

  G_OBJECT_CLASS (klass)->dispose = imp_import_dialog_dispose;
  widget_class->root = imp_import_dialog_root;
  ADW_DIALOG_CLASS (klass)->closed = imp_import_dialog_closed;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/irritants/imp-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ImpImportDialog, busy);
  gtk_widget_class_bind_template_child (widget_class, ImpImportDialog, trouble);
  gtk_widget_class_bind_template_child (widget_class, ImpImportDialog, import);
  gtk_widget_class_bind_template_child (widget_class, ImpImportDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, ImpImportDialog, kind_group);
  gtk_widget_class_bind_template_child (widget_class, ImpImportDialog, counts);
  gtk_widget_class_bind_template_child (widget_class, ImpImportDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, ImpImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, ImpImportDialog, rest);
  gtk_widget_class_bind_template_child (widget_class, ImpImportDialog, kind);
  gtk_widget_class_bind_template_callback (widget_class, import_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, columns_changed_cb);
}

static void
imp_import_dialog_init (ImpImportDialog *self)
{
  g_autoptr (AdwSpinnerPaintable) spinner = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  imp_headings_wrap (GTK_WIDGET (self));
  spinner = adw_spinner_paintable_new (GTK_WIDGET (self->busy));
  adw_status_page_set_paintable (self->busy, GDK_PAINTABLE (spinner));
  imp_plain_text (GTK_WIDGET (self->trouble));
}

ImpImportDialog *
imp_import_dialog_new (ImpBacklog *backlog, const char *path)
{
  ImpImportDialog *self = g_object_new (IMP_TYPE_IMPORT_DIALOG, NULL);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);

  self->path = g_strdup (path);
  self->format = imp_format_from_path (path);
  adw_dialog_set_title (ADW_DIALOG (self), shown);
  self->backlog = g_object_ref (backlog);
  start (self, TRUE);
  return self;
}

ImpImportDialog *
imp_import_dialog_new_sample (ImpBacklog *backlog)
{
  ImpImportDialog *self = g_object_new (IMP_TYPE_IMPORT_DIALOG, NULL);

  self->backlog = g_object_ref (backlog);
  self->format = IMP_FORMAT_BACKLOG;
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Sample Backlog"));
  start (self, FALSE);
  return self;
}
