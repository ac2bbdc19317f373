/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What is left behind after a round and taken along to one, in every form there is. */
#pragma once

#include "backlog/imp-backlog.h"
#include "model/imp-briefing.h"
#include "publish/imp-pages.h"

G_BEGIN_DECLS

typedef enum
{
  IMP_ROUND_FORM_PDF,
  IMP_ROUND_FORM_TEXT,     /* to be pasted */
  IMP_ROUND_FORM_CALENDAR, /* the next visit after a read-back; the round of a briefing */
} ImpRoundForm;

/* By the end of a file's name, in any case: .pdf, .txt, .ics. FALSE for others. */
gboolean imp_round_form_from_path (const char *path, ImpRoundForm *form);

/* What is to be made: the read-back of a page, or a briefing. Borrowed for the call. */
typedef struct
{
  ImpRoundPage *page;    /* NULL: the briefing */
  ImpBriefing *briefing; /* NULL: the read-back */
  gboolean signature;    /* the read-back has a line to be signed */
  const ImpPaper *paper;
} ImpRoundDocument;

/* With references of its own. */
ImpRoundDocument *imp_round_document_copy (const ImpRoundDocument *self);
void imp_round_document_free (ImpRoundDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpRoundDocument, imp_round_document_free)

/* "What we heard, Leeds workshop, 12 November 2026": what a file or a print job is called. */
char *imp_round_document_dup_name (const ImpRoundDocument *self);
/* All it says, as plain text: to be pasted, and for who cannot see the pages. */
char *imp_round_document_to_text (const ImpRoundDocument *self);
/* The pages now, within milliseconds: for the printer. */
ImpPages *imp_round_document_lay_out (const ImpRoundDocument *self);

/* The pages for a preview, on a thread of its own. */
void imp_round_document_lay_out_async (ImpBacklog *backlog,
                                       const ImpRoundDocument *document,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer data);
ImpPages *imp_round_document_lay_out_finish (GAsyncResult *result, GError **error);

/* Makes it on a thread of its own and writes it under the path, the file whole or the old one is
 * left; path NULL: into memory. The backlog waits for it when it is closed. Cancelled it has written
 * nothing. IMP_ERROR_NOT_FOUND for a calendar where no next visit is planned. */
void imp_round_document_write_async (ImpBacklog *backlog,
                                     const ImpRoundDocument *document,
                                     ImpRoundForm form,
                                     const char *path,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data);
/* What was written. */
GBytes *imp_round_document_write_finish (GAsyncResult *result, GError **error);

/* Finished as above. A calendar of that round; 0: of all that are planned or under way, and by which
 * day the sites with a rhythm are due that have none. path NULL: into memory. */
void imp_round_document_write_calendar_async (ImpBacklog *backlog,
                                              ImpItem round,
                                              const char *path,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer data);

G_END_DECLS
