/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Taking down what a colleague said: a new irritant, one more report, one that is back. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "backlog/imp-backlog-irritants.h"
#include "backlog/imp-backlog-private.h"
#include "base/imp-error.h"
#include "base/imp-text.h"
#include "store/imp-fix-table.h"
#include "store/imp-overview-table.h"
#include "store/imp-speaker-table.h"

#define TITLE_LETTERS 90

typedef struct
{
  ImpItem irritant; /* 0: a new one */
  char *words, *title, *person, *department, *site, *offering;
  ImpItem person_item;
  ImpAnswer answers[3];
  ImpDate date;
  gboolean back; /* it was fixed, and is there again */
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
  g_free (args);
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

static gboolean
add_irritant (const RecordArgs *args,
              ImpStore *store,
              ImpChanges *changes,
              ImpItem *irritant,
              GError **error)
{
  g_autofree char *title =
      imp_text_is_empty (args->title) ? make_title (args->words) : g_strdup (args->title);
  ImpItem offering;

  *irritant = imp_changes_add (changes, IMP_KIND_IRRITANT);
  if (!imp_backlog_name_in_db (store, changes, IMP_KIND_OFFERING, args->offering, &offering, error))
    return FALSE;
  imp_changes_set_text (changes, *irritant, IMP_IRRITANT_TITLE, title);
  imp_changes_set_item (changes, *irritant, IMP_IRRITANT_OFFERING, offering);
  imp_changes_set_date (changes, *irritant, IMP_IRRITANT_RECORDED, args->date);
  return TRUE;
}

/* *known: 0 where nobody is. */
static gboolean
find_person (const RecordArgs *args, ImpStore *store, ImpItem *known, GError **error)
{
  gboolean is_person = FALSE;

  *known = 0;
  if (imp_text_is_empty (args->person))
    return TRUE;
  if (args->person_item != 0
      && !imp_store_is_person (store, args->person_item, args->person, &is_person, error))
    return FALSE;
  if (!is_person)
    return imp_store_find_name (store, IMP_KIND_PERSON, args->person, known, NULL, error);
  *known = args->person_item;
  return TRUE;
}

/* "Goods in" typed as a name is no new colleague. */
static gboolean
find_speaker (const RecordArgs *args,
              ImpStore *store,
              ImpChanges *changes,
              ImpItem *person,
              ImpItem *department,
              GError **error)
{
  if (!find_person (args, store, person, error)
      || !imp_backlog_name_in_db (store, changes, IMP_KIND_DEPARTMENT, args->department, department,
                                  error))
    return FALSE;
  if (*person != 0 || imp_text_is_empty (args->person))
    return TRUE;
  if (*department == 0
      && !imp_store_find_name (store, IMP_KIND_DEPARTMENT, args->person, department, NULL, error))
    return FALSE;
  return (*department != 0 && imp_text_is_empty (args->department))
         || imp_backlog_name_in_db (store, changes, IMP_KIND_PERSON, args->person, person, error);
}

static gboolean
add_report (const RecordArgs *args,
            ImpStore *store,
            ImpChanges *changes,
            ImpItem irritant,
            ImpItem *person,
            GError **error)
{
  ImpItem report = imp_changes_add (changes, IMP_KIND_REPORT);
  ImpItem department, site;

  if (!find_speaker (args, store, changes, person, &department, error)
      || !imp_backlog_name_in_db (store, changes, IMP_KIND_SITE, args->site, &site, error))
    return FALSE;
  imp_changes_set_item (changes, report, IMP_REPORT_IRRITANT, irritant);
  imp_changes_set_item (changes, report, IMP_REPORT_PERSON, *person);
  imp_changes_set_item (changes, report, IMP_REPORT_DEPARTMENT, department);
  imp_changes_set_item (changes, report, IMP_REPORT_SITE, site);
  imp_changes_set_date (changes, report, IMP_REPORT_DATE, args->date);
  imp_changes_set_text (changes, report, IMP_REPORT_WORDS, args->words);
  set_answers (changes, report, args->answers);
  return TRUE;
}

/* Whoever reports it says so of the fix as well. */
static gboolean
add_return (ImpStore *store, ImpChanges *changes, ImpItem irritant, ImpItem person, GError **error)
{
  ImpItem fix;

  if (!imp_store_find_remover (store, irritant, &fix, error))
    return FALSE;
  if (fix != 0)
    imp_backlog_add_verdict (changes, fix, person, imp_store_get_today (store),
                             IMP_VERDICT_STILL_THERE);
  return TRUE;
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
  gboolean is_new = args->irritant == 0;
  const char *failure = is_new ? _ ("Cannot record the irritant") : _ ("Cannot add the report");
  ImpItem irritant = args->irritant, person;
  GError *error = NULL;

  if ((is_new && !add_irritant (args, store, changes, &irritant, &error))
      || !add_report (args, store, changes, irritant, &person, &error)
      || (args->back && !add_return (store, changes, irritant, person, &error)))
    imp_backlog_return_error (task, error, failure);
  else
    imp_backlog_commit_in_db (task, store, changes, irritant, get_label (args), failure);
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
