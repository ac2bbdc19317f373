/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The use case of editing what an irritant's page says. */
#include "config.h"

#include "backlog/imp-backlog-irritants.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-private.h"
#include "base/imp-error.h"
#include "base/imp-text.h"

typedef struct
{
  ImpItem irritant;
  char *title, *description, *offering, *step, *outcome;
  ImpChangeType change;
  ImpWaste waste;
  char **tags_added, **tags_removed;
  char *as_of; /* of the page that was edited */
} EditArgs;

static void
edit_args_free (gpointer data)
{
  EditArgs *args = data;

  g_free (args->title);
  g_free (args->description);
  g_free (args->offering);
  g_free (args->step);
  g_free (args->outcome);
  g_strfreev (args->tags_added);
  g_strfreev (args->tags_removed);
  g_free (args->as_of);
  g_free (args);
}

static void
set_text (const EditArgs *args, ImpChanges *changes, guint8 field, const char *text)
{
  imp_changes_set_text (changes, args->irritant, field, text);
  imp_changes_set_as_of (changes, args->as_of);
}

static void
set_choice (const EditArgs *args, ImpChanges *changes, guint8 field, int choice)
{
  if (choice != 0)
    imp_changes_set_integer (changes, args->irritant, field, choice);
  else
    imp_changes_unset (changes, args->irritant, field);
  imp_changes_set_as_of (changes, args->as_of);
}

static gboolean
set_name (const EditArgs *args,
          ImpStore *store,
          ImpChanges *changes,
          guint8 field,
          const char *name,
          GError **error)
{
  ImpItem item;

  if (!imp_backlog_name_in_db (store, changes,
                               imp_kind_get_field (IMP_KIND_IRRITANT, field)->refers, name, &item,
                               error))
    return FALSE;
  imp_changes_set_item (changes, args->irritant, field, item);
  imp_changes_set_as_of (changes, args->as_of);
  return TRUE;
}

/* The same tag in other letters too. */
static gboolean
is_removed (const EditArgs *args, const char *tag)
{
  g_autofree char *folded = imp_text_fold (tag);

  for (guint i = 0; args->tags_removed != NULL && args->tags_removed[i] != NULL; i++)
    {
      g_autofree char *removed = imp_text_fold (args->tags_removed[i]);

      if (g_str_equal (removed, folded))
        return TRUE;
    }
  return FALSE;
}

/* The store has still what these changes take away. */
static gboolean
add_tag (const EditArgs *args,
         ImpStore *store,
         ImpChanges *changes,
         const char *tag,
         GError **error)
{
  g_autofree char *clean = imp_text_clean (tag);

  if (imp_text_is_empty (clean) || !is_removed (args, clean))
    return imp_backlog_tag_in_db (store, changes, args->irritant, clean, error);
  imp_backlog_add_tagging (changes, args->irritant, clean);
  return TRUE;
}

static gboolean
change_tags (const EditArgs *args, ImpStore *store, ImpChanges *changes, GError **error)
{
  for (guint i = 0; args->tags_removed != NULL && args->tags_removed[i] != NULL; i++)
    if (!imp_backlog_untag_in_db (store, changes, args->irritant, args->tags_removed[i], error))
      return FALSE;
  for (guint i = 0; args->tags_added != NULL && args->tags_added[i] != NULL; i++)
    if (!add_tag (args, store, changes, args->tags_added[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
change_all (const EditArgs *args, ImpStore *store, ImpChanges *changes, GError **error)
{
  set_text (args, changes, IMP_IRRITANT_TITLE, args->title);
  set_text (args, changes, IMP_IRRITANT_DESCRIPTION, args->description);
  set_choice (args, changes, IMP_IRRITANT_CHANGE, args->change);
  set_choice (args, changes, IMP_IRRITANT_WASTE, args->waste);
  return set_name (args, store, changes, IMP_IRRITANT_OFFERING, args->offering, error)
         && set_name (args, store, changes, IMP_IRRITANT_STEP, args->step, error)
         && set_name (args, store, changes, IMP_IRRITANT_OUTCOME, args->outcome, error)
         && change_tags (args, store, changes, error);
}

static void
edit_in_db (GTask *task, ImpStore *store)
{
  const EditArgs *args = g_task_get_task_data (task);
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  GError *error = NULL;

  if (change_all (args, store, changes, &error))
    imp_backlog_commit_in_db (task, store, changes, args->irritant, _ ("Irritant edited"),
                              _ ("Cannot save the irritant"));
  else
    imp_backlog_return_error (task, error, _ ("Cannot save the irritant"));
}

static EditArgs *
copy_edit (ImpItem irritant, const ImpIrritantEdit *edit, const char *as_of)
{
  EditArgs *args = g_new0 (EditArgs, 1);

  args->irritant = irritant;
  args->title = imp_text_clean (edit->title);
  args->description = imp_text_clean (edit->description);
  args->offering = imp_text_clean (edit->offering);
  args->step = imp_text_clean (edit->step);
  args->outcome = imp_text_clean (edit->outcome);
  args->change = edit->change;
  args->waste = edit->waste;
  args->tags_added = g_strdupv ((char **) edit->tags_added);
  args->tags_removed = g_strdupv ((char **) edit->tags_removed);
  args->as_of = g_strdup (as_of);
  return args;
}

void
imp_backlog_edit_irritant_async (ImpBacklog *self,
                                 ImpItem irritant,
                                 const ImpIrritantEdit *edit,
                                 const char *as_of,
                                 GAsyncReadyCallback callback,
                                 gpointer data)
{
  EditArgs *args = copy_edit (irritant, edit, as_of);
  GTask *task = imp_backlog_new_task (self, imp_backlog_edit_irritant_async, args, edit_args_free,
                                      NULL, callback, data);

  if (!imp_text_is_empty (args->title))
    imp_backlog_push (self, task, edit_in_db);
  else
    {
      g_task_return_new_error (task, IMP_ERROR, IMP_ERROR_INPUT,
                               _ ("Cannot save the irritant: it needs a title"));
      g_object_unref (task);
    }
}
