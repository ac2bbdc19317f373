/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What is being entered on a round and was not added yet. */
#include "config.h"

#include "ui/rounds/imp-round-draft.h"

/* The text of the draft is a key file with one group a round. */
#define KEY_QUESTION   "question"
#define KEY_PERSON     "person"
#define KEY_DEPARTMENT "department"
#define KEY_WORDS      "words"

void
imp_round_draft_clear (ImpRoundDraft *self)
{
  g_clear_pointer (&self->person, g_free);
  g_clear_pointer (&self->department, g_free);
  g_clear_pointer (&self->words, g_free);
  self->question = 0;
}

/* What cannot be read is none. */
static GKeyFile *
load (ImpDraftKeeper *keeper)
{
  GKeyFile *file = g_key_file_new ();
  const char *text = imp_draft_keeper_get_text (keeper);

  if (text != NULL)
    g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_NONE, NULL);
  return file;
}

static void
save (ImpDraftKeeper *keeper, GKeyFile *file)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);
  g_autofree char *text = groups[0] != NULL ? g_key_file_to_data (file, NULL, NULL) : NULL;

  imp_draft_keeper_set_text (keeper, text);
}

static char *
name_group (ImpItem round)
{
  return g_strdup_printf ("round %" G_GINT64_FORMAT, round);
}

void
imp_round_draft_read (ImpDraftKeeper *keeper, ImpItem round, ImpRoundDraft *draft)
{
  g_autoptr (GKeyFile) file = load (keeper);
  g_autofree char *group = name_group (round);
  int question = g_key_file_get_integer (file, group, KEY_QUESTION, NULL);

  imp_round_draft_clear (draft);
  draft->question = (guint) MAX (0, question);
  draft->person = g_key_file_get_string (file, group, KEY_PERSON, NULL);
  draft->department = g_key_file_get_string (file, group, KEY_DEPARTMENT, NULL);
  draft->words = g_key_file_get_string (file, group, KEY_WORDS, NULL);
  if (draft->words == NULL)
    draft->words = g_strdup ("");
}

void
imp_round_draft_write (ImpDraftKeeper *keeper,
                       ImpItem round,
                       const ImpRoundDraft *draft,
                       gboolean now)
{
  g_autoptr (GKeyFile) file = load (keeper);
  g_autofree char *group = name_group (round);

  g_key_file_remove_group (file, group, NULL);
  g_key_file_set_integer (file, group, KEY_QUESTION, (int) draft->question);
  if (draft->person != NULL)
    g_key_file_set_string (file, group, KEY_PERSON, draft->person);
  if (draft->department != NULL)
    g_key_file_set_string (file, group, KEY_DEPARTMENT, draft->department);
  g_key_file_set_string (file, group, KEY_WORDS, draft->words);
  save (keeper, file);
  if (now)
    imp_draft_keeper_save (keeper);
}

void
imp_round_draft_forget (ImpDraftKeeper *keeper, ImpItem round)
{
  g_autoptr (GKeyFile) file = load (keeper);
  g_autofree char *group = name_group (round);

  g_key_file_remove_group (file, group, NULL);
  save (keeper, file);
}
