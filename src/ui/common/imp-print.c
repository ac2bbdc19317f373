/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Prints a document: the very pages of the preview, on the paper that is chosen. */
#include "config.h"

#include "ui/common/imp-print.h"

#include "base/imp-sandbox.h"
#include "publish/imp-issue-pages.h"
#include "ui/common/imp-portals.h"
#include "ui/common/imp-toasts.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* One printing, from the dialog to its end. Owned by its operation. */
typedef struct
{
  ImpPrinting printing;
  ImpPages *pages;   /* laid out when the paper is known */
  char *handed_over; /* the file with the pages for the portal, which GTK leaves; NULL: none */
  GWeakRef widget;
  void (*done) (GtkWidget *widget);
} Job;

static void
job_free (Job *self)
{
  self->printing.document_free (self->printing.document);
  g_clear_object (&self->printing.ready);
  g_clear_object (&self->pages);
  g_weak_ref_clear (&self->widget);
  if (self->handed_over != NULL)
    g_unlink (self->handed_over);
  g_free (self->handed_over);
  g_free (self);
}

static char *
build_settings_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "improve", "print.ini", NULL);
}

static GKeyFile *
load_settings (void)
{
  g_autofree char *path = build_settings_path ();
  GKeyFile *file = g_key_file_new ();

  /* Without a file, or with one that is damaged, everything is as the first time. */
  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
  return file;
}

static GtkPageSetup *
create_setup (GKeyFile *file)
{
  GtkPageSetup *setup = gtk_page_setup_new_from_key_file (file, NULL, NULL);

  if (setup == NULL)
    {
      g_autoptr (GtkPaperSize) size = gtk_paper_size_new (imp_paper_from_locale ()->id);

      setup = gtk_page_setup_new ();
      gtk_page_setup_set_paper_size_and_default_margins (setup, size);
    }
  return setup;
}

static const ImpPaper *
get_paper (GtkPageSetup *setup)
{
  GtkPaperSize *size = gtk_page_setup_get_paper_size (setup);
  const ImpPaper *paper = imp_paper_from_id (gtk_paper_size_get_name (size));

  return paper != NULL ? paper : imp_paper_from_locale ();
}

/* In a sandbox the pages go into a file that only the portal is given, whose name nobody chose. GTK
 * reads it until the operation is gone, and the job with it. */
static void
take_handed_over (GtkPrintSettings *settings, Job *job)
{
  const char *uri = gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_URI);

  g_autofree char *path = uri != NULL ? g_filename_from_uri (uri, NULL, NULL) : NULL;
  g_autofree char *begin = g_build_filename (g_get_tmp_dir (), "gtkprint", NULL);

  if (imp_sandbox_is_on () && path != NULL && g_str_has_prefix (path, begin))
    {
      job->handed_over = g_steal_pointer (&path);
      gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_OUTPUT_URI);
    }
}

/* Remembering is a convenience: where the folder cannot be written, the next time asks anew. */
static void
save_settings (GtkPrintOperation *operation, Job *job)
{
  g_autoptr (GtkPrintSettings) settings =
      gtk_print_settings_copy (gtk_print_operation_get_print_settings (operation));
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = build_settings_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  take_handed_over (settings, job);
  gtk_print_settings_to_key_file (settings, file, NULL);
  gtk_page_setup_to_key_file (gtk_print_operation_get_default_page_setup (operation), file, NULL);
  g_mkdir_with_parents (folder, 0700);
  g_key_file_save_to_file (file, path, NULL);
}

static ImpPages *
lay_out (const ImpPrinting *printing, const ImpPaper *paper)
{
  if (printing->ready != NULL && imp_pages_get_paper (printing->ready) == paper)
    return g_object_ref (printing->ready);
  return printing->lay_out (printing->document, paper);
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);

  job->pages = lay_out (&job->printing, get_paper (setup));
  gtk_print_operation_set_n_pages (operation, imp_pages_get_n_pages (job->pages));
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Job *job)
{
  imp_pages_draw (job->pages, page, gtk_print_context_get_cairo_context (context));
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Job *job)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&job->widget);
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    save_settings (operation, job);
  if (widget == NULL)
    return;
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      g_prefix_error (&error, "%s", _ ("Cannot print: "));
      imp_toasts_show_error (widget, error);
    }
  if (job->done != NULL)
    job->done (widget);
}

static GtkPrintOperation *
create_operation (Job *job)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GKeyFile) file = load_settings ();
  g_autoptr (GtkPageSetup) setup = create_setup (file);
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new_from_key_file (file, NULL, NULL);

  gtk_page_setup_set_orientation (setup, job->printing.landscape ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                                 : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_job_name (operation, job->printing.name);
  g_object_set_data_full (G_OBJECT (operation), "job", job, (GDestroyNotify) job_free);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), job);
  return operation;
}

const ImpPaper *
imp_print_get_paper (void)
{
  g_autoptr (GKeyFile) file = load_settings ();
  g_autoptr (GtkPageSetup) setup = create_setup (file);

  return get_paper (setup);
}

void
imp_print (GtkWidget *widget, const ImpPrinting *printing, void (*done) (GtkWidget *widget))
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  Job *job;

  if (!imp_portals_can_print (widget))
    {
      printing->document_free (printing->document);
      return;
    }
  imp_portals_expect_print (
      widget, _ ("Cannot print: the desktop did not do it. Try again, or export a PDF "
                 "and print that."));
  job = g_new0 (Job, 1);
  job->printing = *printing;
  if (printing->ready != NULL)
    g_object_ref (printing->ready);
  job->done = done;
  g_weak_ref_init (&job->widget, widget);
  operation = create_operation (job);
  /* An error is told by "done". */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (widget)), NULL);
}
