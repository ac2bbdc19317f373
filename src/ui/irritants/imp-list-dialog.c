/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The list as it prints: how much of it, on which paper, to the printer or into a file. */
#include "config.h"

#include "ui/irritants/imp-list-dialog-private.h"

#include <glib/gi18n.h>

#include "backlog/imp-backlog-table.h"
#include "publish/imp-list-pages.h"
#include "ui/common/imp-print.h"
#include "ui/common/imp-toasts.h"

#define PATIENCE_MS 200 /* until somebody is told how far it is */
#define USUAL       20

static const guint amounts[] = { 10, USUAL, 50 }; /* and all */

G_DEFINE_FINAL_TYPE (ImpListDialog, imp_list_dialog, ADW_TYPE_DIALOG)

const ImpPaper *
imp_list_dialog_get_paper (ImpListDialog *self)
{
  return gtk_drop_down_get_selected (self->paper) == 1 ? &imp_paper_letter : &imp_paper_a4;
}

static guint
get_limit (ImpListDialog *self)
{
  return g_array_index (self->limits, guint, gtk_drop_down_get_selected (self->amount));
}

static void
enable (ImpListDialog *self, gboolean ready)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.print", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.save", ready);
}

static gboolean
show_progress_cb (gpointer data)
{
  ImpListDialog *self = data;

  gtk_stack_set_visible_child_name (self->stack, "working");
  gtk_progress_bar_set_fraction (self->bar, imp_progress_get (self->progress));
  return G_SOURCE_CONTINUE;
}

/* Nothing else is chosen meanwhile: making other pages would cancel it. */
void
imp_list_dialog_set_saving (ImpListDialog *self, gboolean saving)
{
  if (self->saving == saving)
    return;
  self->saving = saving;
  gtk_widget_set_sensitive (GTK_WIDGET (self->amount), !saving);
  gtk_widget_set_sensitive (GTK_WIDGET (self->paper), !saving);
}

void
imp_list_dialog_end_work (ImpListDialog *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->progress, imp_progress_unref);
  imp_list_dialog_set_saving (self, FALSE);
}

void
imp_list_dialog_begin_work (ImpListDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  imp_list_dialog_end_work (self);
  self->cancellable = g_cancellable_new ();
  self->progress = imp_progress_new ();
  self->patience = g_timeout_add (PATIENCE_MS, show_progress_cb, self);
  enable (self, FALSE);
}

/* What each page says, for who cannot see them: the rows, said aloud. */
static char *
say_rows (const ImpRankedTable *table)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (table->rows->len, USUAL); i++)
    {
      const ImpRankedRow *row = imp_ranked_table_get_row (table, i);
      g_autofree char *sentence = imp_ranked_row_say (row);

      if (row->rank > 0)
        g_string_append_printf (text, "%u. ", row->rank);
      g_string_append_printf (text, "%s: %s\n", row->data->title, sentence);
    }
  return g_string_free_and_steal (text);
}

void
imp_list_dialog_show_pages (ImpListDialog *self)
{
  gtk_stack_set_visible_child_name (self->stack, "pages");
  enable (self, TRUE);
}

static void
show_pages (ImpListDialog *self, ImpPages *pages)
{
  g_autofree char *text = say_rows (self->table);

  g_set_object (&self->pages, pages);
  imp_preview_set_pages (self->preview, pages, text);
  imp_list_dialog_show_pages (self);
}

gboolean
imp_list_dialog_wants (ImpListDialog *self, GAsyncResult *result)
{
  return self->backlog != NULL && g_task_get_cancellable (G_TASK (result)) == self->cancellable;
}

static void
fail (ImpListDialog *self, const GError *error)
{
  imp_list_dialog_end_work (self);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_stack_set_visible_child_name (self->stack, "waiting");
  imp_toasts_show_error (GTK_WIDGET (self), error);
}

static void
laid_out_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpListDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpPages) pages = imp_list_document_lay_out_finish (result, &error);

  if (!imp_list_dialog_wants (self, result))
    return;
  if (pages == NULL)
    {
      fail (self, error);
      return;
    }
  imp_list_dialog_end_work (self);
  show_pages (self, pages);
}

static void
tabulated_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpListDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpRankedTable) table =
      imp_backlog_tabulate_finish (IMP_BACKLOG (backlog), result, &error);

  if (!imp_list_dialog_wants (self, result))
    return;
  if (table == NULL)
    {
      fail (self, error);
      return;
    }
  g_clear_pointer (&self->table, imp_ranked_table_unref);
  self->table = g_steal_pointer (&table);
  imp_list_document_lay_out_async (self->backlog, self->table, imp_list_dialog_get_paper (self),
                                   self->progress, self->cancellable, laid_out_cb,
                                   g_object_ref (self));
}

/* The rows as chosen, laid out on the paper as chosen. */
static void
make (ImpListDialog *self)
{
  if (self->backlog == NULL)
    return;
  imp_list_dialog_begin_work (self);
  imp_backlog_tabulate_async (self->backlog, self->query, self->order, get_limit (self),
                              self->progress, self->cancellable, tabulated_cb, g_object_ref (self));
}

/* Back to what is quick. */
static void
cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpListDialog *self = IMP_LIST_DIALOG (widget);
  guint usual = 0;

  g_cancellable_cancel (self->cancellable);
  if (self->saving) /* its pages are there */
    return;
  while (usual + 1 < self->limits->len && g_array_index (self->limits, guint, usual) < USUAL)
    usual++;
  if (gtk_drop_down_get_selected (self->amount) != usual)
    gtk_drop_down_set_selected (self->amount, usual);
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static ImpPages *
lay_out (gpointer table, const ImpPaper *paper)
{
  return imp_list_pages_new (table, paper, NULL, NULL, NULL);
}

static void
free_table (gpointer table)
{
  imp_ranked_table_unref (table);
}

static void
print (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpListDialog *self = IMP_LIST_DIALOG (widget);
  const ImpPrinting printing = { .name = imp_pages_get_info (self->pages).subject,
                                 .lay_out = lay_out,
                                 .document = imp_ranked_table_ref (self->table),
                                 .document_free = free_table,
                                 .ready = self->pages,
                                 .landscape = TRUE };

  imp_print (widget, &printing, NULL);
}

/* What is being written is finished. */
static void
imp_list_dialog_closed (AdwDialog *dialog)
{
  ImpListDialog *self = IMP_LIST_DIALOG (dialog);

  if (!self->saving)
    {
      g_cancellable_cancel (self->cancellable);
      imp_list_dialog_end_work (self);
    }
}

static void
imp_list_dialog_dispose (GObject *object)
{
  ImpListDialog *self = IMP_LIST_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  imp_list_dialog_end_work (self);
  g_clear_object (&self->backlog);
  g_clear_pointer (&self->query, imp_query_unref);
  g_clear_pointer (&self->limits, g_array_unref);
  g_clear_pointer (&self->table, imp_ranked_table_unref);
  g_clear_object (&self->pages);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_LIST_DIALOG);
  G_OBJECT_CLASS (imp_list_dialog_parent_class)->dispose (object);
}

static void
imp_list_dialog_class_init (ImpListDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_list_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = imp_list_dialog_closed;
  g_type_ensure (IMP_TYPE_PREVIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/irritants/imp-list-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpListDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, ImpListDialog, amount);
  gtk_widget_class_bind_template_child (widget_class, ImpListDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, ImpListDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ImpListDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, ImpListDialog, preview);
  gtk_widget_class_bind_template_callback (widget_class, make);
  gtk_widget_class_install_action (widget_class, "list.print", NULL, print);
  imp_list_dialog_install_saving (widget_class);
  gtk_widget_class_install_action (widget_class, "list.cancel", NULL, cancel);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "list.print",
                                       NULL);
}

static void
imp_list_dialog_init (ImpListDialog *self)
{
  self->limits = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
  imp_toasts_install (GTK_WIDGET (self), self->toasts);
  enable (self, FALSE);
}

static void
append_amount (ImpListDialog *self, GtkStringList *names, guint limit, const char *format)
{
  g_autofree char *name = g_strdup_printf (format, limit);

  g_array_append_val (self->limits, limit);
  gtk_string_list_append (names, name);
}

/* Those that are less than all; and all of them. The usual one is chosen, or all where there are
 * fewer. */
static void
offer_amounts (ImpListDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint usual;

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    if (amounts[i] < self->n_all)
      append_amount (self, names, amounts[i], _ ("Top %'u"));
  append_amount (self, names, self->n_all, _ ("All %'u"));
  usual = MIN (1, self->limits->len - 1);
  gtk_drop_down_set_model (self->amount, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->amount, usual);
}

AdwDialog *
imp_list_dialog_new (ImpBacklog *backlog, ImpQuery *query, ImpOrder order, guint n_all)
{
  ImpListDialog *self = g_object_new (IMP_TYPE_LIST_DIALOG, NULL);

  self->query = imp_query_ref (query);
  self->order = order;
  self->n_all = n_all;
  offer_amounts (self);
  gtk_drop_down_set_selected (self->paper, imp_print_get_paper () == &imp_paper_letter ? 1 : 0);
  self->backlog = g_object_ref (backlog);
  make (self);
  return ADW_DIALOG (self);
}
