/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A ranked list in every form there is. */
#include "config.h"

#include "backlog/imp-list-document.h"

#include <string.h>

#include "base/imp-file-replace.h"
#include "exchange/imp-ranked-file.h"
#include "publish/imp-list-pages.h"
#include "publish/imp-pdf.h"

static const char *const names[] = {
  [IMP_LIST_FORM_PDF] = "pdf",
  [IMP_LIST_FORM_CSV] = "csv",
  [IMP_LIST_FORM_JSON] = "json",
};

gboolean
imp_list_form_from_name (const char *name, ImpListForm *form)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (name, names[i]) == 0)
      {
        *form = (ImpListForm) i;
        return TRUE;
      }
  return FALSE;
}

gboolean
imp_list_form_from_path (const char *path, ImpListForm *form)
{
  const char *dot = strrchr (path, '.');

  return dot != NULL && imp_list_form_from_name (dot + 1, form);
}

/* Owned by its task. */
typedef struct
{
  ImpRankedTable *table;
  ImpListForm form;
  const ImpPaper *paper;
  char *path;            /* NULL: only into memory */
  ImpProgress *progress; /* may be NULL */
} Args;

static void
args_free (gpointer data)
{
  Args *args = data;

  imp_ranked_table_unref (args->table);
  g_clear_pointer (&args->progress, imp_progress_unref);
  g_free (args->path);
  g_free (args);
}

static GBytes *
make (const Args *args, GCancellable *cancellable, GError **error)
{
  g_autoptr (ImpPages) pages = NULL;
  char *words;

  if (args->form != IMP_LIST_FORM_PDF)
    {
      words = args->form == IMP_LIST_FORM_CSV ? imp_ranked_table_to_csv (args->table)
                                              : imp_ranked_table_to_json (args->table);
      return g_bytes_new_take (words, strlen (words));
    }
  pages = imp_list_pages_new (args->table, args->paper, args->progress, cancellable, error);
  return pages != NULL ? imp_pages_to_pdf (pages, args->progress, cancellable, error) : NULL;
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

static Args *
args_new (ImpRankedTable *table,
          ImpListForm form,
          const ImpPaper *paper,
          const char *path,
          ImpProgress *progress)
{
  Args *args = g_new (Args, 1);

  *args = (Args) { imp_ranked_table_ref (table), form, paper, g_strdup (path),
                   progress != NULL ? imp_progress_ref (progress) : NULL };
  return args;
}

void
imp_list_document_write_async (ImpBacklog *backlog,
                               ImpRankedTable *table,
                               ImpListForm form,
                               const ImpPaper *paper,
                               const char *path,
                               ImpProgress *progress,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  g_autoptr (GTask) task = g_task_new (backlog, cancellable, callback, data);

  g_task_set_source_tag (task, imp_list_document_write_async);
  g_task_set_check_cancellable (task, FALSE); /* what is written is told */
  g_task_set_task_data (task, args_new (table, form, paper, path, progress), args_free);
  imp_backlog_hold (backlog, task);
  g_task_run_in_thread (task, write_in_thread);
}

GBytes *
imp_list_document_write_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
lay_out_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Args *args = data;
  GError *error = NULL;
  ImpPages *pages =
      imp_list_pages_new (args->table, args->paper, args->progress, cancellable, &error);

  if (pages != NULL)
    g_task_return_pointer (task, pages, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
imp_list_document_lay_out_async (ImpBacklog *backlog,
                                 ImpRankedTable *table,
                                 const ImpPaper *paper,
                                 ImpProgress *progress,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data)
{
  g_autoptr (GTask) task = g_task_new (backlog, cancellable, callback, data);

  g_task_set_source_tag (task, imp_list_document_lay_out_async);
  g_task_set_task_data (task, args_new (table, IMP_LIST_FORM_PDF, paper, NULL, progress),
                        args_free);
  g_task_run_in_thread (task, lay_out_in_thread);
}

ImpPages *
imp_list_document_lay_out_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
