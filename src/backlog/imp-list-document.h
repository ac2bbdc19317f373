/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A ranked list in every form there is: the same for the window and the command line. */
#pragma once

#include "backlog/imp-backlog.h"
#include "base/imp-progress.h"
#include "model/imp-ranked-table.h"
#include "publish/imp-pages.h"

G_BEGIN_DECLS

typedef enum
{
  IMP_LIST_FORM_PDF,
  IMP_LIST_FORM_CSV,
  IMP_LIST_FORM_JSON,
} ImpListForm;

/* By the end of a file's name, in any case; by one of these ends without its dot. FALSE for
 * others. */
gboolean imp_list_form_from_path (const char *path, ImpListForm *form);
gboolean imp_list_form_from_name (const char *name, ImpListForm *form);

/* Makes it on a thread of its own, and writes it under the path, the file whole or the old one is
 * left; path NULL: into memory. paper counts for PDF only. The backlog waits for it when it is
 * closed. progress and cancellable may be NULL; cancelled it has written nothing. */
void imp_list_document_write_async (ImpBacklog *backlog,
                                    ImpRankedTable *table,
                                    ImpListForm form,
                                    const ImpPaper *paper,
                                    const char *path,
                                    ImpProgress *progress,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer data);
/* What was written. */
GBytes *imp_list_document_write_finish (GAsyncResult *result, GError **error);

/* Only the pages, for a preview: also on a thread of its own. */
void imp_list_document_lay_out_async (ImpBacklog *backlog,
                                      ImpRankedTable *table,
                                      const ImpPaper *paper,
                                      ImpProgress *progress,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer data);
ImpPages *imp_list_document_lay_out_finish (GAsyncResult *result, GError **error);

G_END_DECLS
