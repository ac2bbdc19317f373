/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The record dialog, what becomes of words that are not recorded yet, and what is known already. */
#pragma once

#include "ui/capture/imp-record-dialog.h"

#include "backlog/imp-draft-keeper.h"
#include "ui/capture/imp-known-group.h"
#include "ui/capture/imp-photo-group.h"
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
  ImpPhotoGroup *photos;
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

  ImpKnownGroup *already;
  ImpItem same_as;  /* the irritant that is reported again; 0: a new one */
  gboolean is_back; /* then: it was fixed */
  gboolean waits;   /* for photos, to be recorded with them */
};

/* Empties words, answers, offering and photos; who and where stay. */
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

/* After what is typed, or where, has changed. */
void imp_record_dialog_look_known (ImpRecordDialog *self);
void imp_record_dialog_me_too_cb (ImpRecordDialog *self, gint64 irritant);
void imp_record_dialog_is_back_cb (ImpRecordDialog *self, gint64 irritant);
/* As a report of that irritant, which was (is_back) fixed; 0: as a new one. Now, or as soon as all
 * photos are ready. */
void imp_record_dialog_record_as (ImpRecordDialog *self, ImpItem same_as, gboolean is_back);
/* As a new irritant, or as a report of the one that was chosen. */
void imp_record_dialog_send (ImpRecordDialog *self, const ImpRecording *recording);

G_END_DECLS
