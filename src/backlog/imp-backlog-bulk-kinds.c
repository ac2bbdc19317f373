/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What one change of many irritants does to each of them. */
#include "config.h"

#include "backlog/imp-backlog-bulk-private.h"

#include <glib/gi18n-lib.h>

#include "base/imp-text.h"
#include "model/imp-field-labels.h"
#include "store/imp-irritant-table.h"

typedef gboolean (*ApplyFunc) (ImpBulkRun *self,
                               ImpItem irritant,
                               const ImpContext *context,
                               GError **error);

static gboolean
add_tag (ImpBulkRun *self, ImpItem irritant, const ImpContext *context, GError **error)
{
  const guint before = self->changes->items->len;

  if (!imp_backlog_tag_in_db (self->store, self->changes, irritant, self->args->text, error))
    return FALSE;
  self->n_changed += self->changes->items->len > before;
  return TRUE;
}

static gboolean
remove_tag (ImpBulkRun *self, ImpItem irritant, const ImpContext *context, GError **error)
{
  const guint before = self->changes->changes->len;

  if (!imp_backlog_untag_in_db (self->store, self->changes, irritant, self->args->text, error))
    return FALSE;
  self->n_changed += self->changes->changes->len > before;
  return TRUE;
}

static gboolean
set_item (ImpBulkRun *self, ImpItem irritant, guint8 field, ImpItem before)
{
  if (before == self->other)
    return TRUE;
  imp_changes_set_item (self->changes, irritant, field, self->other);
  self->n_changed++;
  return TRUE;
}

static gboolean
set_offering (ImpBulkRun *self, ImpItem irritant, const ImpContext *context, GError **error)
{
  return set_item (self, irritant, IMP_IRRITANT_OFFERING, context->offering);
}

static gboolean
set_step (ImpBulkRun *self, ImpItem irritant, const ImpContext *context, GError **error)
{
  return set_item (self, irritant, IMP_IRRITANT_STEP, context->step);
}

static gboolean
set_outcome (ImpBulkRun *self, ImpItem irritant, const ImpContext *context, GError **error)
{
  return set_item (self, irritant, IMP_IRRITANT_OUTCOME, context->outcome);
}

static gboolean
set_choice (ImpBulkRun *self, ImpItem irritant, guint8 field, int before)
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
set_waste (ImpBulkRun *self, ImpItem irritant, const ImpContext *context, GError **error)
{
  return set_choice (self, irritant, IMP_IRRITANT_WASTE, context->waste);
}

static gboolean
set_change (ImpBulkRun *self, ImpItem irritant, const ImpContext *context, GError **error)
{
  return set_choice (self, irritant, IMP_IRRITANT_CHANGE, context->change);
}

/* The fix is made with the first that it removes. */
static gboolean
plan (ImpBulkRun *self, ImpItem irritant, const ImpContext *context, GError **error)
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
decline (ImpBulkRun *self, ImpItem irritant, const ImpContext *context, GError **error)
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
merge (ImpBulkRun *self, ImpItem irritant, const ImpContext *context, GError **error)
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
delete_irritant (ImpBulkRun *self, ImpItem irritant, const ImpContext *context, GError **error)
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
get_words (const ImpBulkArgs *args)
{
  if (args->kind == IMP_BULK_SET_WASTE)
    return imp_waste_get_name ((ImpWaste) args->choice);
  if (args->kind == IMP_BULK_SET_CHANGE)
    return imp_change_type_get_name ((ImpChangeType) args->choice);
  return args->text;
}

char *
imp_bulk_run_name_action (const ImpBulkRun *self, GError **error)
{
  const ImpBulkArgs *args = self->args;
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

gboolean
imp_bulk_run_find_other (ImpBulkRun *self, GError **error)
{
  const ImpBulkArgs *args = self->args;
  const ImpKind named = kinds[args->kind].named;

  if (args->into != 0 && !imp_store_find_holder (self->store, args->into, &self->other, error))
    return FALSE;
  return named == IMP_KIND_NONE
         || imp_backlog_name_in_db (self->store, self->changes, named, args->text, &self->other,
                                    error);
}

const char *
imp_bulk_run_get_failure (const ImpBulkRun *self)
{
  return self->args->kind == IMP_BULK_MERGE ? _ ("Cannot merge the irritants")
                                            : _ ("Cannot change the irritants");
}

gboolean
imp_bulk_run_change (ImpBulkRun *self, ImpItem irritant, const ImpContext *context, GError **error)
{
  return kinds[self->args->kind].apply (self, irritant, context, error);
}

gboolean
imp_bulk_kind_needs_text (ImpBulkKind kind)
{
  return kinds[kind].needs_text;
}
