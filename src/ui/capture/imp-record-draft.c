/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What stands in the record dialog, as a text to be kept. */
#include "config.h"

#include "ui/capture/imp-record-draft.h"

#include "model/imp-answer.h"

#define GROUP "Draft"

static void
set_text (GKeyFile *file, const char *key, const char *text)
{
  if (text != NULL && *text != '\0')
    g_key_file_set_string (file, GROUP, key, text);
}

char *
imp_record_draft_print (const ImpRecordDraft *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  int choices[IMP_N_CHOICES];

  set_text (file, "Words", self->words);
  set_text (file, "Offering", self->offering);
  set_text (file, "Person", self->reporter.person);
  if (self->reporter.person_item != 0)
    g_key_file_set_int64 (file, GROUP, "PersonNumber", self->reporter.person_item);
  set_text (file, "Department", self->reporter.department);
  set_text (file, "Site", self->reporter.site);
  for (int i = 0; i < IMP_N_CHOICES; i++)
    choices[i] = self->choices[i];
  g_key_file_set_integer_list (file, GROUP, "Choices", choices, IMP_N_CHOICES);
  return g_key_file_to_data (file, NULL, NULL);
}

void
imp_record_draft_parse (ImpRecordDraft *self, const char *text)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree int *choices = NULL;
  gsize n_choices = 0;

  g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_NONE, NULL);
  choices = g_key_file_get_integer_list (file, GROUP, "Choices", &n_choices, NULL);
  *self = (ImpRecordDraft) {
    .words = g_key_file_get_string (file, GROUP, "Words", NULL),
    .offering = g_key_file_get_string (file, GROUP, "Offering", NULL),
    .reporter.person = g_key_file_get_string (file, GROUP, "Person", NULL),
    .reporter.person_item = g_key_file_get_int64 (file, GROUP, "PersonNumber", NULL),
    .reporter.department = g_key_file_get_string (file, GROUP, "Department", NULL),
    .reporter.site = g_key_file_get_string (file, GROUP, "Site", NULL),
  };
  for (gsize i = 0; i < IMP_N_CHOICES; i++)
    self->choices[i] = i < n_choices ? CLAMP (choices[i], -1, IMP_N_BANDS) : -1;
}

void
imp_record_draft_clear (ImpRecordDraft *self)
{
  g_free (self->words);
  g_free (self->offering);
  imp_reporter_clear (&self->reporter);
}
