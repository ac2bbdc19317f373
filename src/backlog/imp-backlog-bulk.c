/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One change of many irritants. */
#include "config.h"

#include "backlog/imp-backlog-bulk.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-private.h"
#include "base/imp-error.h"
#include "base/imp-text.h"
#include "model/imp-field-words.h"
#include "store/imp-context-table.h"
#include "store/imp-irritant-table.h"

/* How much of the work it is to look at the irritants before anything is written. */
#define LOOKING 0.2

typedef struct
{
  ImpBulkKind kind;
  GArray *irritants; /* of ImpItem */
  char *text;
  int choice;
  ImpItem into;          /* 0: not said */
  ImpProgress *progress; /* may be NULL */
} BulkArgs;

/* On the stack of bulk_in_db(). */
typedef struct
{
  const BulkArgs *args;
  ImpStore *store;
  ImpChanges *changes;
  GCancellable *cancellable; /* may be NULL */
  ImpItem other;             /* that the irritants are to name: an offering, a fix, a whole */
  ImpItem part;              /* the last that was merged; 0: none */
  guint n_changed;
} Bulk;

/* Changes one irritant and counts it, where it is not that way already. */
typedef gboolean (*ApplyFunc) (Bulk *self,
                               ImpItem irritant,
                               const ImpContext *context,
                               GError **error);

static void
bulk_args_free (gpointer data)
{
  BulkArgs *args = data;

  g_array_unref (args->irritants);
  g_free (args->text);
  g_clear_pointer (&args->progress, imp_progress_unref);
  g_free (args);
}

static gboolean
add_tag (Bulk *self, ImpItem irritant, const ImpContext *context, GError **error)
{
  const guint before = self->changes->items->len;

  if (!imp_backlog_tag_in_db (self->store, self->changes, irritant, self->args->text, error))
    return FALSE;
  self->n_changed += self->changes->items->len > before;
  return TRUE;
}

static gboolean
remove_tag (Bulk *self, ImpItem irritant, const ImpContext *context, GError **error)
{
  const guint before = self->changes->changes->len;

  if (!imp_backlog_untag_in_db (self->store, self->changes, irritant, self->args->text, error))
    return FALSE;
  self->n_changed += self->changes->changes->len > before;
  return TRUE;
}

static gboolean
set_item (Bulk *self, ImpItem irritant, guint8 field, ImpItem before)
{
  if (before == self->other)
    return TRUE;
  imp_changes_set_item (self->changes, irritant, field, self->other);
  self->n_changed++;
  return TRUE;
}

static gboolean
set_offering (Bulk *self, ImpItem irritant, const ImpContext *context, GError **error)
{
  return set_item (self, irritant, IMP_IRRITANT_OFFERING, context->offering);
}

static gboolean
set_step (Bulk *self, ImpItem irritant, const ImpContext *context, GError **error)
{
  return set_item (self, irritant, IMP_IRRITANT_STEP, context->step);
}

static gboolean
set_outcome (Bulk *self, ImpItem irritant, const ImpContext *context, GError **error)
{
  return set_item (self, irritant, IMP_IRRITANT_OUTCOME, context->outcome);
}

static gboolean
set_choice (Bulk *self, ImpItem irritant, guint8 field, int before)
{
  if (before == self->args->choice)
    return TRUE;
  if (self->args->choice != 0)
    imp_changes_set_integer (self->changes, irritant, field, self->args->choice);
  else
    imp_changes_unset (self->changes, irritant, field);
  self->n_changed++;
  return TRUE;
}

static gboolean
set_waste (Bulk *self, ImpItem irritant, const ImpContext *context, GError **error)
{
  return set_choice (self, irritant, IMP_IRRITANT_WASTE, context->waste);
}

static gboolean
set_change (Bulk *self, ImpItem irritant, const ImpContext *context, GError **error)
{
  return set_choice (self, irritant, IMP_IRRITANT_CHANGE, context->change);
}

/* The fix is made with the first that it removes. */
static gboolean
plan (Bulk *self, ImpItem irritant, const ImpContext *context, GError **error)
{
  if ((IMP_STATES_NOT_FIXED & 1u << context->state) == 0)
    return TRUE;
  if (self->other == 0)
    {
      self->other = imp_changes_add (self->changes, IMP_KIND_FIX);
      imp_changes_set_text (self->changes, self->other, IMP_FIX_TITLE, self->args->text);
      imp_changes_set_date (self->changes, self->other, IMP_FIX_PLANNED,
                            imp_store_get_today (self->store));
    }
  imp_changes_add_removal (self->changes, self->other, irritant);
  self->n_changed++;
  return TRUE;
}

static gboolean
decline (Bulk *self, ImpItem irritant, const ImpContext *context, GError **error)
{
  if (context->state != IMP_STATE_OPEN)
    return TRUE;
  imp_changes_set_date (self->changes, irritant, IMP_IRRITANT_DECLINED,
                        imp_store_get_today (self->store));
  imp_changes_set_text (self->changes, irritant, IMP_IRRITANT_DECLINED_REASON, self->args->text);
  self->n_changed++;
  return TRUE;
}

/* Into the one that is said, or else the first that is there. */
static gboolean
merge (Bulk *self, ImpItem irritant, const ImpContext *context, GError **error)
{
  if (context->state == IMP_STATE_MERGED || irritant == self->other)
    return TRUE;
  if (self->other == 0)
    {
      self->other = irritant;
      return TRUE;
    }
  imp_changes_set_item (self->changes, irritant, IMP_IRRITANT_MERGED_INTO, self->other);
  self->part = irritant;
  self->n_changed++;
  return TRUE;
}

static gboolean
delete_irritant (Bulk *self, ImpItem irritant, const ImpContext *context, GError **error)
{
  imp_changes_delete (self->changes, irritant);
  self->n_changed++;
  return TRUE;
}

/* Marks both forms for translation. */
#define NP_(one, many) one, many

/* What was done, of how many (%u) and with what (%s). */
static const struct
{
  ApplyFunc apply;
  ImpKind named; /* of what the text is the name */
  gboolean needs_text;
  const char *one, *many;
} kinds[IMP_N_BULKS] = {
  [IMP_BULK_ADD_TAG] = { add_tag, IMP_KIND_NONE, TRUE,
                         NP_ ("%1$'u irritant tagged “%2$s”", "%1$'u irritants tagged “%2$s”") },
  [IMP_BULK_REMOVE_TAG] = { remove_tag, IMP_KIND_NONE, TRUE,
                            NP_ ("Tag “%2$s” removed from %1$'u irritant",
                                 "Tag “%2$s” removed from %1$'u irritants") },
  [IMP_BULK_SET_OFFERING] = { set_offering, IMP_KIND_OFFERING, FALSE,
                              NP_ ("%1$'u irritant is about “%2$s”",
                                   "%1$'u irritants are about “%2$s”") },
  [IMP_BULK_SET_STEP] = { set_step, IMP_KIND_STEP, FALSE,
                          NP_ ("%1$'u irritant is at the step “%2$s”",
                               "%1$'u irritants are at the step “%2$s”") },
  [IMP_BULK_SET_OUTCOME] = { set_outcome, IMP_KIND_OUTCOME, FALSE,
                             NP_ ("%1$'u irritant holds back “%2$s”",
                                  "%1$'u irritants hold back “%2$s”") },
  [IMP_BULK_SET_WASTE] = { set_waste, IMP_KIND_NONE, FALSE,
                           NP_ ("%1$'u irritant counts as “%2$s”",
                                "%1$'u irritants count as “%2$s”") },
  [IMP_BULK_SET_CHANGE] = { set_change, IMP_KIND_NONE, FALSE,
                            NP_ ("%1$'u irritant counts as “%2$s”",
                                 "%1$'u irritants count as “%2$s”") },
  [IMP_BULK_PLAN] = { plan, IMP_KIND_NONE, TRUE,
                      NP_ ("Fix planned for %'u irritant", "Fix planned for %'u irritants") },
  [IMP_BULK_DECLINE] = { decline, IMP_KIND_NONE, TRUE,
                         NP_ ("%'u irritant declined", "%'u irritants declined") },
  [IMP_BULK_MERGE] = { merge, IMP_KIND_NONE, FALSE, NULL, NULL }, /* named by the titles */
  [IMP_BULK_DELETE] = { delete_irritant, IMP_KIND_NONE, FALSE,
                        NP_ ("%'u irritant deleted", "%'u irritants deleted") },
};

static const char *
get_words (const BulkArgs *args)
{
  if (args->kind == IMP_BULK_SET_WASTE)
    return imp_waste_get_name ((ImpWaste) args->choice);
  if (args->kind == IMP_BULK_SET_CHANGE)
    return imp_change_type_get_name ((ImpChangeType) args->choice);
  return args->text;
}

/* NULL on failure. */
static char *
name_action (const Bulk *self, GError **error)
{
  const BulkArgs *args = self->args;
  const char *words = get_words (args);

  if (args->kind == IMP_BULK_MERGE)
    return imp_backlog_name_merge_in_db (self->store, self->n_changed, self->part, self->other,
                                         error);

  if (imp_text_is_empty (words) && args->kind < IMP_BULK_PLAN)
    return g_strdup_printf (
        ngettext ("%'u irritant changed", "%'u irritants changed", self->n_changed),
        self->n_changed);
  return g_strdup_printf (ngettext (kinds[args->kind].one, kinds[args->kind].many, self->n_changed),
                          self->n_changed, words);
}

static gboolean
change_one (Bulk *self, ImpItem irritant, GError **error)
{
  ImpContext context = { 0 };
  gboolean found = FALSE;

  return !g_cancellable_set_error_if_cancelled (self->cancellable, error)
         && imp_store_read_context_of (self->store, irritant, &context, &found, error)
         && (!found || kinds[self->args->kind].apply (self, irritant, &context, error));
}

static void
begin_part (const Bulk *self, double from, double to)
{
  if (self->args->progress != NULL)
    imp_progress_begin_part (self->args->progress, from, to);
}

static gboolean
find_other (Bulk *self, GError **error)
{
  const BulkArgs *args = self->args;
  const ImpKind named = kinds[args->kind].named;

  if (args->into != 0 && !imp_store_find_holder (self->store, args->into, &self->other, error))
    return FALSE;
  return named == IMP_KIND_NONE
         || imp_backlog_name_in_db (self->store, self->changes, named, args->text, &self->other,
                                    error);
}

static gboolean
change_all (Bulk *self, GError **error)
{
  const BulkArgs *args = self->args;

  begin_part (self, 0, LOOKING);
  if (!find_other (self, error))
    return FALSE;
  for (guint i = 0; i < args->irritants->len; i++)
    {
      if (!change_one (self, g_array_index (args->irritants, ImpItem, i), error))
        return FALSE;
      if (args->progress != NULL)
        imp_progress_set (args->progress, (i + 1.0) / args->irritants->len);
    }
  return TRUE;
}

static const char *
get_failure (const Bulk *self)
{
  return self->args->kind == IMP_BULK_MERGE ? _ ("Cannot merge the irritants")
                                            : _ ("Cannot change the irritants");
}

static void
commit_in_db (GTask *task, Bulk *self)
{
  GError *error = NULL;
  g_autofree char *label = name_action (self, &error);

  if (label == NULL)
    {
      imp_backlog_return_error (task, error, get_failure (self));
      return;
    }
  begin_part (self, LOOKING, 1);
  imp_store_watch (self->store, self->cancellable, self->args->progress);
  imp_backlog_commit_in_db (task, self->store, self->changes,
                            imp_backlog_find_subject (self->changes), label, get_failure (self));
  imp_store_watch (self->store, NULL, NULL);
}

static void
bulk_in_db (GTask *task, ImpStore *store)
{
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  Bulk bulk = { .args = g_task_get_task_data (task),
                .store = store,
                .changes = changes,
                .cancellable = g_task_get_cancellable (task) };
  GError *error = NULL;

  if (!change_all (&bulk, &error))
    imp_backlog_return_error (task, error, get_failure (&bulk));
  else if (bulk.n_changed > 0) /* a name alone is nothing to save */
    commit_in_db (task, &bulk);
  else
    g_task_return_pointer (task, g_new0 (ImpWritten, 1), g_free);
}

static BulkArgs *
copy_bulk (const ImpItem *irritants, guint n_irritants, const ImpBulk *bulk)
{
  BulkArgs *args = g_new0 (BulkArgs, 1);

  args->kind = bulk->kind;
  args->irritants = g_array_sized_new (FALSE, FALSE, sizeof (ImpItem), n_irritants);
  g_array_append_vals (args->irritants, irritants, n_irritants);
  args->text = imp_text_clean (bulk->text);
  args->choice = bulk->choice;
  args->into = bulk->into;
  args->progress = bulk->progress != NULL ? imp_progress_ref (bulk->progress) : NULL;
  return args;
}

void
imp_backlog_bulk_async (ImpBacklog *self,
                        const ImpItem *irritants,
                        guint n_irritants,
                        const ImpBulk *bulk,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  BulkArgs *args = copy_bulk (irritants, n_irritants, bulk);
  GTask *task = imp_backlog_new_task (self, imp_backlog_bulk_async, args, bulk_args_free,
                                      cancellable, callback, data);

  if (!kinds[args->kind].needs_text || !imp_text_is_empty (args->text))
    imp_backlog_push (self, task, bulk_in_db);
  else
    {
      g_task_return_new_error (task, IMP_ERROR, IMP_ERROR_INPUT,
                               _ ("Cannot change the irritants: say what they get"));
      g_object_unref (task);
    }
}
