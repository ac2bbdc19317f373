/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The record dialog, where what is typed is known already. */
#include "config.h"

#include "ui/capture/imp-record-dialog-private.h"

void
imp_record_dialog_look_known (ImpRecordDialog *self)
{
  g_auto (ImpReporter) reporter = { NULL };
  g_autofree char *offering = imp_name_row_dup_name (self->offering);

  imp_reporter_group_read (self->reporter, &reporter);
  imp_known_group_set_site (self->already, reporter.site);
  imp_known_group_set_offering (self->already, offering);
  imp_known_group_set_words (self->already, gtk_editable_get_text (GTK_EDITABLE (self->words)));
}

/* Once: a second press while the first is being written would be a second report. */
static void
add_to (ImpRecordDialog *self, ImpItem irritant, gboolean is_back)
{
  if (!imp_form_dialog_is_busy (IMP_FORM_DIALOG (self)))
    imp_record_dialog_record_as (self, irritant, is_back);
}

void
imp_record_dialog_me_too_cb (ImpRecordDialog *self, gint64 irritant)
{
  add_to (self, irritant, FALSE);
}

void
imp_record_dialog_is_back_cb (ImpRecordDialog *self, gint64 irritant)
{
  add_to (self, irritant, TRUE);
}

void
imp_record_dialog_send (ImpRecordDialog *self, const ImpRecording *recording)
{
  ImpBacklog *backlog = imp_form_dialog_get_backlog (IMP_FORM_DIALOG (self));
  gpointer expected = imp_form_dialog_expect (IMP_FORM_DIALOG (self));
  const ImpItem same_as = self->same_as;

  if (same_as == 0)
    imp_backlog_record_async (backlog, recording, NULL, imp_form_dialog_written_cb, expected);
  else if (self->is_back)
    imp_backlog_report_back_async (backlog, same_as, recording, NULL, imp_form_dialog_written_cb,
                                   expected);
  else
    imp_backlog_add_report_async (backlog, same_as, recording, NULL, imp_form_dialog_written_cb,
                                  expected);
}
