/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What is left behind after a round and taken along to one, in every form there is. */
#include "config.h"

#include "backlog/imp-round-document.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "backlog/imp-round-calendar.h"
#include "base/imp-error.h"
#include "base/imp-file-replace.h"
#include "publish/imp-briefing-pages.h"
#include "publish/imp-pdf.h"
#include "publish/imp-readback-pages.h"
#include "publish/imp-readback-text.h"

gboolean
imp_round_form_from_path (const char *path, ImpRoundForm *form)
{
  static const char *const ends[] = {
    [IMP_ROUND_FORM_PDF] = ".pdf",
    [IMP_ROUND_FORM_TEXT] = ".txt",
    [IMP_ROUND_FORM_CALENDAR] = ".ics",
  };
  const char *dot = strrchr (path, '.');

  for (gsize i = 0; dot != NULL && i < G_N_ELEMENTS (ends); i++)
    if (g_ascii_strcasecmp (dot, ends[i]) == 0)
      {
        *form = (ImpRoundForm) i;
        return TRUE;
      }
  return FALSE;
}

ImpRoundDocument *
imp_round_document_copy (const ImpRoundDocument *self)
{
  ImpRoundDocument *copy = g_new (ImpRoundDocument, 1);

  *copy = *self;
  if (self->page != NULL)
    imp_round_page_ref (self->page);
  if (self->briefing != NULL)
    imp_briefing_ref (self->briefing);
  return copy;
}

void
imp_round_document_free (ImpRoundDocument *self)
{
  g_clear_pointer (&self->page, imp_round_page_unref);
  g_clear_pointer (&self->briefing, imp_briefing_unref);
  g_free (self);
}

char *
imp_round_document_dup_name (const ImpRoundDocument *self)
{
  const ImpRoundLine *line = self->page != NULL ? &self->page->line : &self->briefing->round;
  g_autofree char *day = imp_date_to_words_year (line->planned);

  /* Translators: what a file is called: a place and a day. */
  return g_strdup_printf (self->page != NULL ? _ ("What we heard, %1$s, %2$s")
                                             : _ ("Before the round, %1$s, %2$s"),
                          line->site_name, day);
}

char *
imp_round_document_to_text (const ImpRoundDocument *self)
{
  return self->page != NULL ? imp_readback_to_text (self->page)
                            : imp_briefing_to_text (self->briefing);
}

ImpPages *
imp_round_document_lay_out (const ImpRoundDocument *self)
{
  if (self->page != NULL)
    return imp_readback_pages_new (self->page, NULL, self->signature, self->paper);
  return imp_briefing_pages_new (self->briefing, NULL, self->paper);
}

static void
lay_out_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, imp_round_document_lay_out (data), g_object_unref);
}

static void
free_document (gpointer data)
{
  imp_round_document_free (data);
}

void
imp_round_document_lay_out_async (ImpBacklog *backlog,
                                  const ImpRoundDocument *document,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer data)
{
  g_autoptr (GTask) task = g_task_new (backlog, cancellable, callback, data);

  g_task_set_source_tag (task, imp_round_document_lay_out_async);
  g_task_set_task_data (task, imp_round_document_copy (document), free_document);
  g_task_run_in_thread (task, lay_out_in_thread);
}

ImpPages *
imp_round_document_lay_out_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* What is written: a document, or bytes that are made already. Owned by its task. */
typedef struct
{
  ImpRoundDocument *document; /* NULL: the bytes */
  ImpRoundForm form;
  GBytes *bytes;
  char *path; /* NULL: only into memory */
} Args;

static void
args_free (gpointer data)
{
  Args *args = data;

  g_clear_pointer (&args->document, imp_round_document_free);
  g_clear_pointer (&args->bytes, g_bytes_unref);
  g_free (args->path);
  g_free (args);
}

static GBytes *
make (const Args *args, GCancellable *cancellable, GError **error)
{
  g_autoptr (ImpPages) pages = NULL;
  char *text;

  if (args->bytes != NULL)
    return g_bytes_ref (args->bytes);
  if (args->form == IMP_ROUND_FORM_TEXT)
    {
      text = imp_round_document_to_text (args->document);
      return g_bytes_new_take (text, strlen (text));
    }
  pages = imp_round_document_lay_out (args->document);
  return imp_pages_to_pdf (pages, NULL, cancellable, error);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Args *args = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = make (args, cancellable, &error);

  if (bytes == NULL || g_cancellable_set_error_if_cancelled (cancellable, &error)
      || (args->path != NULL && !imp_file_replace_bytes (args->path, bytes, &error)))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&bytes), (GDestroyNotify) g_bytes_unref);
}

static GTask *
create_write (ImpBacklog *backlog,
              const ImpRoundDocument *document,
              ImpRoundForm form,
              const char *path,
              GCancellable *cancellable,
              GAsyncReadyCallback callback,
              gpointer data)
{
  GTask *task = g_task_new (backlog, cancellable, callback, data);
  Args *args = g_new (Args, 1);

  *args = (Args) { document != NULL ? imp_round_document_copy (document) : NULL, form, NULL,
                   g_strdup (path) };
  g_task_set_source_tag (task, imp_round_document_write_async);
  g_task_set_check_cancellable (task, FALSE); /* what is written is told */
  g_task_set_task_data (task, args, args_free);
  imp_backlog_hold (backlog, task);
  return task;
}

static void
calendar_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Args *args = g_task_get_task_data (task);
  GError *error = NULL;

  args->bytes = imp_round_calendar_read_finish (result, &error);
  if (args->bytes != NULL)
    g_task_run_in_thread (task, write_in_thread);
  else
    g_task_return_error (task, error);
}

static ImpItem
get_visit (const ImpRoundDocument *document)
{
  return document->page != NULL ? document->page->next : document->briefing->round.item;
}

static void
fail_without_visit (GTask *task)
{
  g_task_return_new_error_literal (
      task, IMP_ERROR, IMP_ERROR_NOT_FOUND,
      _ ("Cannot write the calendar: no next visit is planned. Plan it, then repeat."));
}

void
imp_round_document_write_async (ImpBacklog *backlog,
                                const ImpRoundDocument *document,
                                ImpRoundForm form,
                                const char *path,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  g_autoptr (GTask) task =
      create_write (backlog, document, form, path, cancellable, callback, data);

  if (form != IMP_ROUND_FORM_CALENDAR)
    g_task_run_in_thread (task, write_in_thread);
  else if (get_visit (document) == 0)
    fail_without_visit (task);
  else
    imp_round_calendar_read_async (backlog, get_visit (document), cancellable, calendar_read_cb,
                                   g_steal_pointer (&task));
}

GBytes *
imp_round_document_write_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
imp_round_document_write_calendar_async (ImpBacklog *backlog,
                                         ImpItem round,
                                         const char *path,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer data)
{
  imp_round_calendar_read_async (
      backlog, round, cancellable, calendar_read_cb,
      create_write (backlog, NULL, IMP_ROUND_FORM_CALENDAR, path, cancellable, callback, data));
}
