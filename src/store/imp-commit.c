/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Committing changes: new items, their rows, the projections, all or nothing. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/imp-error.h"
#include "store/imp-action.h"
#include "store/imp-blob.h"
#include "store/imp-forget.h"
#include "store/imp-frozen.h"
#include "store/imp-announcement-table.h"
#include "store/imp-item.h"
#include "store/imp-merged.h"
#include "store/imp-resolve.h"
#include "store/imp-touched.h"
#include "store/imp-value-check.h"

static const char SQL_SELECT_CLOCK_TOLD[] =
    "SELECT coalesce (max (v), 0) FROM meta WHERE k = 'clock-told'";
static const char SQL_REPLACE_CLOCK_TOLD[] = "REPLACE INTO meta (k, v) VALUES ('clock-told', ?1)";

/* One commit under way. */
typedef struct
{
  ImpStore *store;
  const ImpChanges *changes;
  ImpAction action;
  ImpResolved *resolved; /* by position in changes->items */
  ImpTouched touched;
  gboolean keep; /* what is only tried needs no bytes */
  guint n_blobs; /* new here */
} Commit;

/* Birth and restoring are the number 1. */
static gboolean
write_birth (Commit *self, ImpKind kind, ImpItem item, gboolean fresh, GError **error)
{
  const ImpValue alive = { IMP_VALUE_INTEGER, { 1 } };

  return imp_action_write (&self->action, kind, item, IMP_FIELD_LIFE, &alive, fresh, error);
}

static gboolean write_death (Commit *self, ImpKind kind, ImpItem item, GError **error);

/* What was merged into an irritant goes with it. */
static gboolean
write_deaths_of_parts (Commit *self, ImpItem irritant, GError **error)
{
  g_autoptr (GArray) parts = imp_merged_read_parts (self->store, irritant, error);

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      ImpItem part = g_array_index (parts, ImpItem, i);

      if (!imp_touched_add (&self->touched, part, IMP_KIND_IRRITANT, FALSE, error)
          || !write_death (self, IMP_KIND_IRRITANT, part, error))
        return FALSE;
    }
  return parts != NULL;
}

/* A deletion is the version vector of who deletes. What is dead stays as it is. */
static gboolean
write_death (Commit *self, ImpKind kind, ImpItem item, GError **error)
{
  g_autofree char *vector = NULL;
  gboolean alive = FALSE;

  if (!imp_item_is_alive (self->store, item, &alive, error))
    return FALSE;
  if (!alive)
    return TRUE;
  vector = imp_store_print_vector (self->store, error);
  return vector != NULL
         && imp_action_write (&self->action, kind, item, IMP_FIELD_LIFE,
                              &(ImpValue) { IMP_VALUE_TEXT, .text = vector }, FALSE, error)
         && (kind != IMP_KIND_IRRITANT || write_deaths_of_parts (self, item, error));
}

/* A link has its UUID from the pair. */
static void
note_uuid (Commit *self, ImpItem item)
{
  guint at = (guint) (-item - 1);

  if (item < 0 && self->resolved[at].fresh
      && g_array_index (self->changes->items, ImpNewItem, at).link[0] == 0)
    imp_action_note (&self->action, self->resolved[at].item,
                     &g_array_index (self->changes->items, ImpNewItem, at).uuid);
}

static gboolean
write_births (Commit *self, GError **error)
{
  for (guint i = 0; i < self->changes->items->len; i++)
    {
      const ImpResolved *new_item = &self->resolved[i];

      if (!imp_store_advance (self->store, 1, error))
        return FALSE;
      if (new_item->known)
        continue;
      note_uuid (self, -(ImpItem) i - 1);
      if (!imp_touched_add (&self->touched, new_item->item, new_item->kind, new_item->fresh, error)
          || !write_birth (self, new_item->kind, new_item->item, new_item->fresh, error))
        return FALSE;
    }
  return TRUE;
}

/* Whether the cell of a new item cannot be there yet: then it need not be looked for. */
static gboolean
is_first_write (ImpResolved *new_item, guint8 field)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << (field & 63);
  gboolean first = new_item != NULL && new_item->fresh && !(new_item->fields & bit);

  if (new_item != NULL)
    new_item->fields |= bit;
  return first;
}

static gboolean
refuse_published (GError **error)
{
  g_set_error_literal (error, IMP_ERROR, IMP_ERROR_INPUT,
                       _ ("the announcement is published and stays as your colleagues read it. "
                          "Draft a new one"));
  return FALSE;
}

/* To say once more what was published settles what somebody wrote without knowing of it. */
static gboolean
check_same (Commit *self, ImpKind kind, ImpItem item, const ImpChange *change, GError **error)
{
  gboolean told;
  ImpValue value;

  if (!imp_frozen_read_told (self->store, kind, item, change->field, &told, &value, error))
    return FALSE;
  told = told && imp_value_equal (&value, &change->value);
  imp_value_clear (&value);
  return told || refuse_published (error);
}

/* What colleagues have read stays as they read it; only the publishing itself can be taken back,
 * and a name that has to be erased. `change` is NULL where something is added to it. */
static gboolean
check_unpublished (Commit *self,
                   ImpKind kind,
                   ImpItem item,
                   const ImpChange *change,
                   GError **error)
{
  gboolean published = FALSE;

  if (self->changes->takes_back || self->changes->erases)
    return TRUE;
  if (!imp_store_find_published (self->store, kind, item, &published, error))
    return FALSE;
  if (!published)
    return TRUE;
  return change != NULL ? check_same (self, kind, item, change, error) : refuse_published (error);
}

static gboolean
write_value (Commit *self, ImpKind kind, ImpItem item, const ImpChange *change, GError **error)
{
  ImpResolved *new_item = change->item < 0 ? &self->resolved[-change->item - 1] : NULL;
  const ImpField *field = imp_kind_get_field (kind, change->field);
  ImpKind refers = IMP_KIND_NONE;
  ImpValue value = change->value;

  note_uuid (self, change->item);
  if (field != NULL && field->type == IMP_FIELD_ITEM && value.type == IMP_VALUE_INTEGER)
    {
      note_uuid (self, value.integer);
      value.integer = imp_resolve_item (self->resolved, value.integer);
      if (!imp_touched_find_kind (&self->touched, value.integer, &refers, error)
          || !(kind != IMP_KIND_ENTRY
               || check_unpublished (self, refers, value.integer, NULL, error)))
        return FALSE;
    }
  if (change->undone != NULL && field != NULL && refers == IMP_KIND_NONE)
    refers = field->refers; /* somebody named it before, and it is still on its way here */
  if (!imp_value_check (kind, field, &value, refers, error))
    return FALSE;
  if (is_first_write (new_item, change->field))
    return imp_action_write (&self->action, kind, item, change->field, &value, TRUE, error);
  return imp_action_write_change (&self->action, kind, item, change, &value, error);
}

/* It counts from when it is said: said again of the same fields, bit 0 makes another value of it. */
static gboolean
write_forget (Commit *self, ImpKind kind, ImpItem item, gint64 fields, GError **error)
{
  gint64 before = 0;

  if (!imp_forget_read_last (self->store, item, &before, error))
    return FALSE;
  return imp_action_write (&self->action, kind, item, IMP_FIELD_FORGET,
                           &(ImpValue) { IMP_VALUE_INTEGER, { fields | (~before & 1) } }, FALSE,
                           error);
}

static gboolean
write_change (Commit *self, const ImpChange *change, GError **error)
{
  ImpItem item = imp_resolve_item (self->resolved, change->item);
  ImpKind kind;

  if (change->item < 0 && self->resolved[-change->item - 1].known)
    return TRUE;
  if (!imp_touched_find_kind (&self->touched, item, &kind, error)
      || !check_unpublished (self, kind, item, change, error)
      || !imp_touched_add (&self->touched, item, kind, FALSE, error))
    return FALSE;
  if (change->field == IMP_FIELD_FORGET)
    return write_forget (self, kind, item, change->value.integer, error);
  if (change->field != IMP_FIELD_LIFE)
    return write_value (self, kind, item, change, error);
  self->touched.lives_change = TRUE;
  return change->value.type != IMP_VALUE_NONE ? write_birth (self, kind, item, FALSE, error)
                                              : write_death (self, kind, item, error);
}

static gboolean
write_changes (Commit *self, GError **error)
{
  for (guint i = 0; i < self->changes->changes->len; i++)
    if (!imp_store_advance (self->store, 1, error)
        || !write_change (self, &g_array_index (self->changes->changes, ImpChange, i), error))
      return FALSE;
  return TRUE;
}

/* Bytes may come for an attachment that is here already: then no row is written. */
static gboolean
write_blobs (Commit *self, GError **error)
{
  for (guint i = 0; self->keep && i < self->changes->blobs->len; i++)
    {
      gboolean is_new;

      if (!imp_store_advance (self->store, 1, error)
          || !imp_blob_insert (self->store, self->changes->blobs->pdata[i], &is_new, error))
        return FALSE;
      self->n_blobs += is_new;
    }
  if (self->n_blobs > 0)
    self->touched.bits |= 1u << IMP_KIND_ATTACHMENT;
  return TRUE;
}

/* Every new item is born and projected; an irritant or fix is also reckoned, twice, and
 * found by its words. What others are reckoned again is not known before. */
static guint64
count_steps (const ImpChanges *changes)
{
  guint64 n_steps = 2 * (guint64) changes->items->len + changes->changes->len + changes->blobs->len;

  for (guint i = 0; i < changes->items->len; i++)
    {
      ImpKind kind = g_array_index (changes->items, ImpNewItem, i).kind;

      if (kind == IMP_KIND_IRRITANT || kind == IMP_KIND_FIX)
        n_steps += 2 * IMP_DERIVE_STEPS;
    }
  return n_steps;
}

static gboolean
write_all (Commit *self, GError **error)
{
  imp_store_expect (self->store, count_steps (self->changes));
  self->resolved = imp_resolve_items (self->store, self->changes, error);
  return self->resolved != NULL && write_births (self, error) && write_changes (self, error)
         && write_blobs (self, error)
         && (self->action.txn == 0
             || (imp_replica_begin_session (self->store, error)
                 && imp_forget_touched (&self->touched, error)
                 && imp_touched_project (&self->touched, error)
                 && imp_action_end (&self->action, error)));
}

static void
report (Commit *self, ImpCommit *commit)
{
  guint n = self->changes->items->len;

  commit->txn = self->action.txn;
  commit->kinds = self->touched.bits;
  commit->n_blobs = self->n_blobs;
  commit->items = g_array_sized_new (FALSE, FALSE, sizeof (ImpItem), n);
  commit->known = g_array_sized_new (FALSE, FALSE, sizeof (gboolean), n);
  for (guint i = 0; i < n; i++)
    {
      g_array_append_val (commit->items, self->resolved[i].item);
      g_array_append_val (commit->known, self->resolved[i].known);
    }
}

static void
begin (Commit *self)
{
  imp_touched_init (&self->touched, self->store);
  imp_action_begin (&self->action, self->store);
  self->action.writes_same = self->changes->erases;
}

static void
clear (Commit *self)
{
  imp_action_clear (&self->action);
  imp_touched_clear (&self->touched);
  g_free (self->resolved);
}

/* Where nothing was written there is nothing to keep. */
static gboolean
end (Commit *self, GError **error)
{
  ImpConnection *connection = self->store->connection;

  if (self->keep && (self->action.txn != 0 || self->n_blobs > 0))
    return imp_connection_commit (connection, error);
  imp_connection_rollback (connection);
  return TRUE;
}

/* A clock that was set far back is told once, however long it stays so. */
static gboolean
note_clock (Commit *self, gint64 last_hlc, gint64 *told_ms, GError **error)
{
  g_autoptr (ImpStatement) replace =
      imp_connection_borrow (self->store->connection, SQL_REPLACE_CLOCK_TOLD);
  gint64 told = 0, last_ms = last_hlc >> 16;
  ImpClockLook look = imp_clock_look (self->action.now_ms, last_hlc);

  *told_ms = 0;
  if (look == IMP_CLOCK_PLAUSIBLE || self->action.txn == 0)
    return TRUE;
  if (!imp_connection_query_int (self->store->connection, SQL_SELECT_CLOCK_TOLD, &told, error))
    return FALSE;
  if (look == IMP_CLOCK_BEHIND && imp_clock_look (told, last_hlc) != IMP_CLOCK_BEHIND)
    return TRUE;
  *told_ms = last_ms;
  if (look == IMP_CLOCK_AHEAD) /* from now on it is the newest stamp that is ahead */
    return TRUE;
  imp_statement_bind_int (replace, 1, last_ms);
  return imp_statement_run (replace, error);
}

/* What stands in memory must follow the transaction, back too. */
static gboolean
run (ImpStore *store, const ImpChanges *changes, ImpCommit *commit, gboolean keep, GError **error)
{
  Commit self = { .store = store, .changes = changes, .keep = keep };
  const ImpStore before = *store;
  gint64 told_ms = 0;
  gboolean done;

  if (!imp_store_check_writable (store, error) || !imp_connection_begin (store->connection, error))
    return FALSE;
  begin (&self);
  done = write_all (&self, error) && note_clock (&self, before.last_hlc, &told_ms, error)
         && end (&self, error);
  if (done)
    report (&self, commit);
  if (done)
    commit->clock_ms = told_ms;
  else
    imp_connection_rollback (store->connection);
  if (done && keep && (self.action.txn != 0 || self.n_blobs > 0))
    store->generation++;
  else
    *store = before;
  clear (&self);
  return done;
}

gboolean
imp_store_commit (ImpStore *self, const ImpChanges *changes, ImpCommit *commit, GError **error)
{
  return run (self, changes, commit, TRUE, error);
}

gboolean
imp_store_try (ImpStore *self, const ImpChanges *changes, ImpCommit *commit, GError **error)
{
  return run (self, changes, commit, FALSE, error);
}
