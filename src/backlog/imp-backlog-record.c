/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Taking down what a colleague said: a new irritant, one more report, one that is back. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "backlog/imp-attachable.h"
#include "backlog/imp-backlog-irritants.h"
#include "backlog/imp-backlog-record.h"
#include "backlog/imp-backlog-rounds-private.h"
#include "base/imp-error.h"
#include "base/imp-text.h"
#include "store/imp-fix-table.h"
#include "store/imp-overview-table.h"
#include "store/imp-round-table.h"
#include "store/imp-speaker-table.h"

#define TITLE_LETTERS 90

typedef struct
{
  ImpItem irritant; /* 0: a new one */
  char *words, *title, *person, *department, *site, *offering;
  ImpItem person_item;
  ImpAnswer answers[3];
  ImpDate date;
  ImpItem round;
  GPtrArray *attachments; /* of ImpPrepared */
  gboolean back;          /* it was fixed, and is there again */
} RecordArgs;

static void
record_args_free (gpointer data)
{
  RecordArgs *args = data;

  g_free (args->words);
  g_free (args->title);
  g_free (args->person);
  g_free (args->department);
  g_free (args->site);
  g_free (args->offering);
  g_ptr_array_unref (args->attachments);
  g_free (args);
}

static GPtrArray *
copy_attachments (const GPtrArray *attachments)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_prepared_free);

  for (guint i = 0; attachments != NULL && i < attachments->len; i++)
    g_ptr_array_add (copies, imp_prepared_copy (attachments->pdata[i]));
  return copies;
}

static RecordArgs *
copy_recording (ImpBacklog *self, ImpItem irritant, const ImpRecording *recording)
{
  RecordArgs *args = g_new0 (RecordArgs, 1);

  args->irritant = irritant;
  args->words = imp_text_clean (recording->words);
  args->title = imp_text_clean (recording->title);
  args->person = imp_text_clean (recording->person);
  args->person_item = recording->person_item;
  args->department = imp_text_clean (recording->department);
  args->site = imp_text_clean (recording->site);
  args->offering = imp_text_clean (recording->offering);
  args->answers[0] = recording->people;
  args->answers[1] = recording->often;
  args->answers[2] = recording->minutes;
  args->attachments = copy_attachments (recording->attachments);
  args->round = recording->round;
  args->date = imp_date_is_set (recording->date) ? recording->date : imp_backlog_get_today (self);
  return args;
}

/* The words' first line, cut at a word where it is long. */
static char *
make_title (const char *words)
{
  g_autofree char *line = g_strndup (words, strcspn (words, "\n"));
  char *end;

  if (g_utf8_strlen (line, -1) <= TITLE_LETTERS)
    return g_steal_pointer (&line);
  end = g_utf8_offset_to_pointer (line, TITLE_LETTERS);
  while (end > line && *end != ' ')
    end = g_utf8_prev_char (end);
  if (end == line)
    end = g_utf8_offset_to_pointer (line, TITLE_LETTERS);
  *end = '\0';
  return g_strconcat (line, "…", NULL);
}

/* They are what that colleague said: the irritant has answers of its own once somebody decides. */
static void
set_answers (ImpChanges *changes, ImpItem report, const ImpAnswer answers[3])
{
  for (int q = 0; q < 3; q++)
    {
      g_autofree char *text = imp_answer_print ((ImpQuestion) q, &answers[q]);

      if (text != NULL)
        imp_changes_set_text (changes, report, (guint8) (IMP_REPORT_PEOPLE + q), text);
    }
}

/* *known: 0 where nobody is. */
static gboolean
find_person (ImpStore *store, const char *name, ImpItem item, ImpItem *known, GError **error)
{
  gboolean is_person = FALSE;

  *known = 0;
  if (imp_text_is_empty (name))
    return TRUE;
  if (item != 0 && !imp_store_is_person (store, item, name, &is_person, error))
    return FALSE;
  if (!is_person)
    return imp_store_find_name (store, IMP_KIND_PERSON, name, known, NULL, error);
  *known = item;
  return TRUE;
}

/* "Goods in" typed as a name is no new colleague. */
static gboolean
name_person (ImpStore *store,
             ImpChanges *changes,
             const char *name,
             gboolean in_department,
             ImpSaidBy *by,
             GError **error)
{
  if (by->person != 0 || imp_text_is_empty (name))
    return TRUE;
  if (!in_department
      && !imp_store_find_name (store, IMP_KIND_DEPARTMENT, name, &by->department, NULL, error))
    return FALSE;
  return (!in_department && by->department != 0)
         || imp_backlog_name_in_db (store, changes, IMP_KIND_PERSON, name, &by->person, error);
}

gboolean
imp_backlog_find_speaker_in_db (ImpStore *store,
                                ImpChanges *changes,
                                const char *person,
                                ImpItem item,
                                const char *department,
                                ImpSaidBy *by,
                                GError **error)
{
  if (!find_person (store, person, item, &by->person, error)
      || !imp_backlog_name_in_db (store, changes, IMP_KIND_DEPARTMENT, department, &by->department,
                                  error)
      || !name_person (store, changes, person, by->department != 0, by, error))
    return FALSE;
  if (by->round != 0 && by->person < 0)
    {
      imp_changes_set_item (changes, by->person, IMP_PERSON_DEPARTMENT, by->department);
      imp_changes_set_item (changes, by->person, IMP_PERSON_SITE, by->site);
    }
  return TRUE;
}

static ImpItem
add_irritant (ImpChanges *changes, const ImpSaid *said)
{
  g_autofree char *title =
      imp_text_is_empty (said->title) ? make_title (said->words) : g_strdup (said->title);
  const ImpItem irritant = imp_changes_add (changes, IMP_KIND_IRRITANT);

  imp_changes_set_text (changes, irritant, IMP_IRRITANT_TITLE, title);
  imp_changes_set_item (changes, irritant, IMP_IRRITANT_OFFERING, said->offering);
  imp_changes_set_date (changes, irritant, IMP_IRRITANT_RECORDED, said->by.date);
  return irritant;
}

static ImpItem
add_report (ImpChanges *changes, const ImpSaid *said)
{
  const ImpItem report = imp_changes_add (changes, IMP_KIND_REPORT);

  imp_changes_set_item (changes, report, IMP_REPORT_IRRITANT, said->irritant);
  imp_changes_set_item (changes, report, IMP_REPORT_PERSON, said->by.person);
  imp_changes_set_item (changes, report, IMP_REPORT_DEPARTMENT, said->by.department);
  imp_changes_set_item (changes, report, IMP_REPORT_SITE, said->by.site);
  imp_changes_set_item (changes, report, IMP_REPORT_ROUND, said->by.round);
  imp_changes_set_date (changes, report, IMP_REPORT_DATE, said->by.date);
  imp_changes_set_text (changes, report, IMP_REPORT_WORDS, said->words);
  set_answers (changes, report, said->answers);
  return report;
}

/* Whoever reports it says so of the fix as well. */
static gboolean
add_return (ImpStore *store, ImpChanges *changes, const ImpSaid *said, GError **error)
{
  ImpItem fix;

  if (!imp_store_find_remover (store, said->irritant, &fix, error))
    return FALSE;
  if (fix != 0)
    imp_backlog_add_verdict (changes, fix, said->by.person, imp_store_get_today (store),
                             IMP_VERDICT_STILL_THERE);
  return TRUE;
}

gboolean
imp_backlog_say_in_db (ImpStore *store,
                       ImpChanges *changes,
                       ImpSaid *said,
                       ImpItem *report,
                       GError **error)
{
  ImpItem added;

  if (said->irritant == 0)
    said->irritant = add_irritant (changes, said);
  added = add_report (changes, said);
  if (report != NULL)
    *report = added;
  return (!said->back || add_return (store, changes, said, error))
         && (said->by.round == 0
             || imp_backlog_meet_in_db (store, changes, said->by.round, said->by.person,
                                        said->by.department, TRUE, error));
}

/* On a round it was said at its site, unless somebody knows better. */
static gboolean
find_site (const RecordArgs *args,
           ImpStore *store,
           ImpChanges *changes,
           ImpItem *site,
           GError **error)
{
  g_auto (ImpRoundRow) row = { 0 };

  if (!imp_backlog_name_in_db (store, changes, IMP_KIND_SITE, args->site, site, error))
    return FALSE;
  if (*site != 0 || args->round == 0)
    return TRUE;
  if (!imp_store_read_round (store, args->round, &row, error))
    return FALSE;
  *site = row.line.site;
  return TRUE;
}

static gboolean
fill_said (const RecordArgs *args,
           ImpStore *store,
           ImpChanges *changes,
           ImpSaid *said,
           GError **error)
{
  *said = (ImpSaid) {
    .by = { .round = args->round, .date = args->date },
    .irritant = args->irritant,
    .title = args->title,
    .words = args->words,
    .answers = { args->answers[0], args->answers[1], args->answers[2] },
    .back = args->back,
  };
  return find_site (args, store, changes, &said->by.site, error)
         && imp_backlog_find_speaker_in_db (store, changes, args->person, args->person_item,
                                            args->department, &said->by, error)
         && imp_backlog_name_in_db (store, changes, IMP_KIND_OFFERING, args->offering,
                                    &said->offering, error);
}

static const char *
get_label (const RecordArgs *args)
{
  if (args->irritant == 0)
    return _ ("Irritant recorded");
  return args->back ? _ ("Noted that it is back") : _ ("Report added");
}

static void
record_in_db (GTask *task, ImpStore *store)
{
  const RecordArgs *args = g_task_get_task_data (task);
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  const char *failure =
      args->irritant == 0 ? _ ("Cannot record the irritant") : _ ("Cannot add the report");
  GError *error = NULL;
  ImpSaid said;

  if (!fill_said (args, store, changes, &said, &error)
      || !imp_backlog_say_in_db (store, changes, &said, NULL, &error))
    {
      imp_backlog_return_error (task, error, failure);
      return;
    }
  for (guint i = 0; i < args->attachments->len; i++)
    imp_prepared_attach (args->attachments->pdata[i], changes, said.irritant);
  imp_backlog_commit_in_db (task, store, changes, said.irritant, get_label (args), failure);
}

void
imp_backlog_record_async (ImpBacklog *self,
                          const ImpRecording *recording,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  GTask *task =
      imp_backlog_new_task (self, imp_backlog_record_async, copy_recording (self, 0, recording),
                            record_args_free, cancellable, callback, data);

  if (!imp_text_is_empty (recording->words) || !imp_text_is_empty (recording->title))
    imp_backlog_push (self, task, record_in_db);
  else
    {
      g_task_return_new_error (task, IMP_ERROR, IMP_ERROR_INPUT,
                               _ ("Cannot record the irritant: say what gets in the way"));
      g_object_unref (task);
    }
}

void
imp_backlog_add_report_async (ImpBacklog *self,
                              ImpItem irritant,
                              const ImpRecording *recording,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  imp_backlog_push (self,
                    imp_backlog_new_task (self, imp_backlog_add_report_async,
                                          copy_recording (self, irritant, recording),
                                          record_args_free, cancellable, callback, data),
                    record_in_db);
}

void
imp_backlog_report_back_async (ImpBacklog *self,
                               ImpItem irritant,
                               const ImpRecording *recording,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  RecordArgs *args = copy_recording (self, irritant, recording);

  args->back = TRUE;
  imp_backlog_push (self,
                    imp_backlog_new_task (self, imp_backlog_report_back_async, args,
                                          record_args_free, cancellable, callback, data),
                    record_in_db);
}
