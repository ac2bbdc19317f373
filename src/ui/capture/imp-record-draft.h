/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What stands in the record dialog, as a text to be kept. */
#pragma once

#include "ui/capture/imp-reporter-group.h"

G_BEGIN_DECLS

#define IMP_N_CHOICES 4 /* people, often, minutes, how do we know */

/* Plain data, cleared by its owner. */
typedef struct
{
  char *words, *offering;
  ImpReporter reporter;
  int choices[IMP_N_CHOICES]; /* by position; -1: none */
} ImpRecordDraft;

/* For imp_draft_keeper_set_text(). */
char *imp_record_draft_print (const ImpRecordDraft *self);
/* What is no such text, or was written by another version, gives what can be read of it. */
void imp_record_draft_parse (ImpRecordDraft *self, const char *text);
void imp_record_draft_clear (ImpRecordDraft *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImpRecordDraft, imp_record_draft_clear)

G_END_DECLS
