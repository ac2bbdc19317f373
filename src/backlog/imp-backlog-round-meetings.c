/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Whom to meet on a round, and who was met. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-rounds-private.h"
#include "backlog/imp-backlog-rounds.h"
#include "base/imp-text.h"
#include "store/imp-round-table.h"

static ImpItem
add_meeting (ImpChanges *changes, ImpItem round, ImpItem person, ImpItem department)
{
  const ImpItem meeting = imp_changes_add (changes, IMP_KIND_MEETING);

  imp_changes_set_item (changes, meeting, IMP_MEETING_ROUND, round);
  imp_changes_set_item (changes, meeting, IMP_MEETING_PERSON, person);
  imp_changes_set_item (changes, meeting, IMP_MEETING_DEPARTMENT, person == 0 ? department : 0);
  return meeting;
}

/* Who is met is the somebody of their department that was planned, unless they were planned too: so
 * that nobody is counted twice. *meeting: 0: none such. */
static gboolean
become_somebody (ImpStore *store,
                 ImpChanges *changes,
                 ImpItem round,
                 ImpItem person,
                 ImpItem department,
                 ImpItem *meeting,
                 GError **error)
{
  if (!imp_store_find_unmet_somebody (store, round, person, department, meeting, error))
    return FALSE;
  if (*meeting != 0)
    imp_changes_set_item (changes, *meeting, IMP_MEETING_PERSON, person);
  return TRUE;
}

gboolean
imp_backlog_meet_in_db (ImpStore *store,
                        ImpChanges *changes,
                        ImpItem round,
                        ImpItem person,
                        ImpItem department,
                        gboolean met,
                        GError **error)
{
  const gboolean is_new = round < 0 || person < 0 || (person == 0 && department < 0);
  ImpItem meeting = 0;

  if (person == 0 && department == 0)
    return TRUE;
  if (!is_new && !imp_store_find_meeting (store, round, person, department, &meeting, error))
    return FALSE;
  if (meeting == 0 && met && person != 0 && round > 0
      && !become_somebody (store, changes, round, person, department, &meeting, error))
    return FALSE;
  if (meeting == 0)
    meeting = add_meeting (changes, round, person, department);
  imp_changes_set_integer (changes, meeting, IMP_MEETING_MET, met != 0);
  return TRUE;
}

/* Each of them once, however they are written. */
static gboolean
find_all (ImpStore *store,
          ImpChanges *changes,
          ImpKind kind,
          char **names,
          GArray *items,
          GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (char **name = names; name != NULL && *name != NULL; name++)
    {
      ImpItem item = 0;

      if (!g_hash_table_add (seen, imp_text_fold (*name)))
        continue;
      if (!imp_backlog_name_in_db (store, changes, kind, *name, &item, error))
        return FALSE;
      if (item != 0)
        g_array_append_val (items, item);
    }
  return TRUE;
}

static gboolean
contains (const GArray *items, ImpItem item)
{
  for (guint i = 0; i < items->len; i++)
    if (g_array_index (items, ImpItem, i) == item)
      return TRUE;
  return FALSE;
}

/* Whom to meet no more; who was met, was. */
static void
drop_meetings (ImpChanges *changes, GPtrArray *meetings, const GArray *wanted, gboolean of_people)
{
  for (guint i = 0; i < meetings->len; i++)
    {
      const ImpMeetingLine *meeting = meetings->pdata[i];

      if ((meeting->person != 0) == of_people && !meeting->met
          && !contains (wanted, of_people ? meeting->person : meeting->department))
        imp_changes_delete (changes, meeting->item);
    }
}

static gboolean
add_meetings (ImpStore *store,
              ImpChanges *changes,
              ImpItem round,
              GPtrArray *meetings,
              const GArray *wanted,
              gboolean of_people,
              GError **error)
{
  g_autoptr (GArray) known = g_array_new (FALSE, FALSE, sizeof (ImpItem));

  for (guint i = 0; i < meetings->len; i++)
    {
      const ImpMeetingLine *meeting = meetings->pdata[i];
      const ImpItem item = of_people ? meeting->person : meeting->department;

      if ((meeting->person != 0) == of_people)
        g_array_append_val (known, item);
    }
  for (guint i = 0; i < wanted->len; i++)
    {
      const ImpItem item = g_array_index (wanted, ImpItem, i);

      if (!contains (known, item)
          && !imp_backlog_meet_in_db (store, changes, round, of_people ? item : 0,
                                      of_people ? 0 : item, FALSE, error))
        return FALSE;
    }
  return TRUE;
}

/* names: NULL: as they are. */
static gboolean
set_meetings (ImpStore *store,
              ImpChanges *changes,
              ImpItem round,
              GPtrArray *meetings,
              ImpKind kind,
              char **names,
              GError **error)
{
  const gboolean of_people = kind == IMP_KIND_PERSON;
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (ImpItem));

  if (names == NULL)
    return TRUE;
  if (!find_all (store, changes, kind, names, wanted, error))
    return FALSE;
  drop_meetings (changes, meetings, wanted, of_people);
  return add_meetings (store, changes, round, meetings, wanted, of_people, error);
}

gboolean
imp_backlog_plan_meetings_in_db (ImpStore *store,
                                 ImpChanges *changes,
                                 ImpItem round,
                                 char **people,
                                 char **departments,
                                 GError **error)
{
  g_autoptr (GPtrArray) meetings =
      g_ptr_array_new_with_free_func ((GDestroyNotify) imp_meeting_line_free);

  return (round < 0 || imp_store_read_meetings (store, round, meetings, error))
         && set_meetings (store, changes, round, meetings, IMP_KIND_PERSON, people, error)
         && set_meetings (store, changes, round, meetings, IMP_KIND_DEPARTMENT, departments, error);
}

typedef struct
{
  ImpItem round;
  char *person, *department;
  gboolean met;
} MeetArgs;

static void
meet_args_free (gpointer data)
{
  MeetArgs *args = data;

  g_free (args->person);
  g_free (args->department);
  g_free (args);
}

static void
meet_in_db (GTask *task, ImpStore *store)
{
  const MeetArgs *args = g_task_get_task_data (task);
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  const char *failure = _ ("Cannot note whom you met");
  ImpItem person, department;
  GError *error = NULL;

  if (!imp_backlog_name_in_db (store, changes, IMP_KIND_PERSON, args->person, &person, &error)
      || !imp_backlog_name_in_db (store, changes, IMP_KIND_DEPARTMENT, args->department,
                                  &department, &error)
      || !imp_backlog_meet_in_db (store, changes, args->round, person, department, args->met,
                                  &error))
    imp_backlog_return_error (task, error, failure);
  else
    imp_backlog_commit_in_db (task, store, changes, args->round,
                              args->met ? _ ("Colleague met") : _ ("Colleague to meet"), failure);
}

void
imp_backlog_meet_async (ImpBacklog *self,
                        ImpItem round,
                        const char *person,
                        const char *department,
                        gboolean met,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  MeetArgs *args = g_new0 (MeetArgs, 1);

  args->round = round;
  args->person = g_strdup (person);
  args->department = g_strdup (department);
  args->met = met;
  imp_backlog_push (self,
                    imp_backlog_new_task (self, imp_backlog_meet_async, args, meet_args_free, NULL,
                                          callback, data),
                    meet_in_db);
}
