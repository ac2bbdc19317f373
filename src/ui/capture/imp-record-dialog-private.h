/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The record dialog and what becomes of words that are not recorded yet. */
#pragma once

#include "ui/capture/imp-record-dialog.h"

#include "backlog/imp-draft-keeper.h"
#include "ui/capture/imp-record-draft.h"
#include "ui/common/imp-choice-bar.h"
#include "ui/common/imp-name-row.h"

G_BEGIN_DECLS

struct _ImpRecordDialog
{
  ImpFormDialog parent_instance;
  AdwEntryRow *words;
  ImpReporterGroup *reporter;
  ImpNameRow *offering;
  ImpChoiceBar *people, *often, *minutes, *known;
  AdwSwitchRow *keep_open;
  GtkLabel *sentence, *range;
  GSettings *settings;

  GtkWidget *kept;
  GtkLabel *kept_label, *trouble;
  GtkButton *discard;
  ImpDraftKeeper *keeper; /* NULL where these words are not kept */
  char *discarded;        /* the draft that Undo brings back; else NULL */
  gboolean filling;       /* by the program: no new draft */
};

/* Empties words, answers and offering; who and where stay. */
void imp_record_dialog_empty (ImpRecordDialog *self);

/* From here on what is in the form is kept as the backlog's draft; first it is filled with the
 * one there is. */
void imp_record_dialog_begin_draft (ImpRecordDialog *self);
/* Once something was typed, or (at once) chosen. */
void imp_record_dialog_keep_draft (ImpRecordDialog *self);
void imp_record_dialog_keep_draft_now (ImpRecordDialog *self);
/* It is recorded. */
void imp_record_dialog_drop_draft (ImpRecordDialog *self);
void imp_record_dialog_discard_clicked_cb (ImpRecordDialog *self);

G_END_DECLS
