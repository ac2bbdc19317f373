/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Record an irritant: one required field, the rest when there is time. */
#pragma once

#include "backlog/imp-backlog-irritants.h"
#include "ui/common/imp-form-dialog.h"

G_BEGIN_DECLS

/* What is typed and chosen is kept on the disk (imp_backlog_get_draft()) and is there again the
 * next time, until it is recorded or discarded; but not where the dialog begins with words from
 * elsewhere while there is a draft already: then that one waits on. With "Keep open for the next
 * one", which is remembered, words and answers are emptied once they are recorded; who and where
 * stay.
 *
 * ImpRecordDialog::recorded (gint64 irritant): it is on the disk, and the dialog closes. */
#define IMP_TYPE_RECORD_DIALOG (imp_record_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ImpRecordDialog, imp_record_dialog, IMP, RECORD_DIALOG, ImpFormDialog)

/* words: to begin with; NULL for what was typed the last time. */
ImpRecordDialog *
imp_record_dialog_new (ImpBacklog *backlog, GSettings *settings, const char *words);
/* Before it is shown: where one is, instead of where the last one was recorded. */
void imp_record_dialog_set_context (ImpRecordDialog *self, const char *site);

G_END_DECLS
