/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Use cases around irritants and reports, and the page of one irritant. */
#pragma once

#include "backlog/imp-backlog.h"
#include "model/imp-irritant.h"

G_BEGIN_DECLS

/* What a colleague said, as it is typed. Only `words` is required. Names of people, sites,
 * departments and offerings are looked up (letter case and blanks do not matter) and made where
 * they are new; a person nobody knows who is called as a department is, is somebody in that one.
 * Copied by the calls below. */
typedef struct
{
  const char *words;      /* exact words; the first line's beginning becomes the title */
  const char *title;      /* NULL: from the words */
  const char *person;     /* who said it; NULL: not known */
  ImpItem person_item;    /* which one of that name; 0, or one that is not called so: any */
  const char *department; /* "somebody in …" */
  const char *site;
  const char *offering; /* about what */
  ImpAnswer people, often, minutes;
  ImpDate date;                 /* IMP_DATE_NONE: today */
  ImpItem round;                /* on which it is said, at its site where none is named; 0: none */
  const GPtrArray *attachments; /* of imp_backlog_prepare_finish(); may be NULL */
} ImpRecording;

/* Makes an irritant with its first report; write_finish gives the irritant. */
void imp_backlog_record_async (ImpBacklog *self,
                               const ImpRecording *recording,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data);
/* Adds a report to an irritant ("me too"); words may be NULL. */
void imp_backlog_add_report_async (ImpBacklog *self,
                                   ImpItem irritant,
                                   const ImpRecording *recording,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data);
/* The same of an irritant that was fixed: with the report, the fix that removed it is told to have
 * changed nothing ("still there"), so that it is open again. Where none removed it by now it is a
 * report like any other. */
void imp_backlog_report_back_async (ImpBacklog *self,
                                    ImpItem irritant,
                                    const ImpRecording *recording,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer data);
/* What its page lets people change. Copied by the call below. */
typedef struct
{
  const char *title, *description;
  const char *offering, *step, *outcome; /* names, as above; NULL: none */
  ImpChangeType change;                  /* 0: not said */
  ImpWaste waste;                        /* 0: not said */
  /* Tags that it gets and loses; NULL: none. Others that it has by now stay. */
  const char *const *tags_added, *const *tags_removed;
} ImpIrritantEdit;

/* All of it as one action, over what the page showed that is `as_of` (NULL: over all there is). */
void imp_backlog_edit_irritant_async (ImpBacklog *self,
                                      ImpItem irritant,
                                      const ImpIrritantEdit *edit,
                                      const char *as_of,
                                      GAsyncReadyCallback callback,
                                      gpointer data);
/* Sets one of the four answers, over what the page showed that is `as_of` (NULL: over all
 * there is). */
void imp_backlog_answer_async (ImpBacklog *self,
                               ImpItem irritant,
                               ImpQuestion question,
                               const ImpAnswer *answer,
                               const char *as_of,
                               GAsyncReadyCallback callback,
                               gpointer data);
/* The same of how much it annoys (0: not known) and whether customers see it. */
void imp_backlog_set_care_async (ImpBacklog *self,
                                 ImpItem irritant,
                                 ImpIrritation irritation,
                                 gboolean customers_see_it,
                                 const char *as_of,
                                 GAsyncReadyCallback callback,
                                 gpointer data);
/* Says no, with the reason that reporters will be told. NULL takes the refusal back. Over what the
 * page showed that is `as_of` (NULL: over all there is). */
void imp_backlog_decline_async (ImpBacklog *self,
                                ImpItem irritant,
                                const char *reason,
                                const char *as_of,
                                GAsyncReadyCallback callback,
                                gpointer data);

/* Sets an irritant apart until the end of a day, for a date that is fixed, such as an audit or a
 * law; it keeps its rank. Both are required. A reason of NULL ends that. Over what the page showed
 * that is `as_of` (NULL: over all there is). */
void imp_backlog_pin_async (ImpBacklog *self,
                            ImpItem irritant,
                            const char *reason,
                            ImpDate until,
                            const char *as_of,
                            GAsyncReadyCallback callback,
                            gpointer data);

void imp_backlog_irritant_page_async (ImpBacklog *self,
                                      ImpItem irritant,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer data);
/* IMP_ERROR_NOT_FOUND where it is gone. */
ImpIrritantPage *
imp_backlog_irritant_page_finish (ImpBacklog *self, GAsyncResult *result, GError **error);

/* What the answers would come to, with the backlog's medians for what is not known; for the live
 * sentence while recording. Main thread, at once, no disk. */
void imp_backlog_estimate (ImpBacklog *self, const ImpFacts *facts, ImpImpact *impact);

/* Makes an irritant a part of another one, which keeps its own title and answers; reports and
 * fixes count with that until it is taken apart again. Finished by imp_backlog_write_finish(). */
void imp_backlog_merge_async (ImpBacklog *self,
                              ImpItem irritant,
                              ImpItem into,
                              GAsyncReadyCallback callback,
                              gpointer data);
void imp_backlog_unmerge_async (ImpBacklog *self,
                                ImpItem irritant,
                                GAsyncReadyCallback callback,
                                gpointer data);

G_END_DECLS
