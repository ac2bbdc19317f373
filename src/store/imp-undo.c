/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Taking a user action back. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/imp-error.h"
#include "store/imp-forget.h"
#include "store/imp-item.h"
#include "store/imp-journal.h"
#include "store/imp-lineage.h"
#include "store/imp-sight.h"
#include "store/imp-store-private.h"

/* The rows of an action stand together; the newest first, as they are taken back. */
static const char SQL_SELECT_ACTION[] =
    "SELECT item, field, base, salt IS NULL, entity, rseq FROM journal WHERE rep = ?1 AND rseq >= "
    "?2"
    " AND rseq < coalesce ((SELECT rseq FROM journal WHERE rep = ?1 AND rseq > ?2 AND txn <> ?2"
    " ORDER BY rseq LIMIT 1), 9223372036854775807) AND txn = ?2 ORDER BY rseq DESC";

/* One action on its way back. */
typedef struct
{
  ImpStore *store;
  gint64 rep;        /* of whom */
  GHashTable *lives; /* see find_lives() */
  ImpChanges *changes;
  gboolean erased; /* some of what it wrote or replaced is */
} Inversion;

/* Of the life of an item only "alive" is a value one can go back to; all else deletes it. */
static void
add_inverse (ImpChanges *changes, ImpItem item, guint8 field, ImpHead row, ImpValue *earlier)
{
  g_autofree char *undone = imp_heads_print (&row, 1);

  if (field == IMP_FIELD_LIFE && earlier->type != IMP_VALUE_INTEGER)
    imp_changes_delete (changes, item);
  else
    imp_changes_set_value (changes, item, field, earlier);
  imp_changes_set_undone (changes, undone);
}

/* The items whose life the action wrote, and whether that was their birth. */
static gboolean
find_lives (ImpStore *self, gint64 rep, gint64 txn, GHashTable *lives, GError **error)
{
  g_autoptr (ImpStatement) rows = imp_connection_borrow (self->connection, SQL_SELECT_ACTION);

  imp_statement_bind_int (rows, 1, rep);
  imp_statement_bind_int (rows, 2, txn);
  while (imp_statement_next (rows))
    if (imp_statement_get_int (rows, 1) == IMP_FIELD_LIFE)
      g_hash_table_insert (lives, GSIZE_TO_POINTER ((gsize) imp_statement_get_int (rows, 0)),
                           GINT_TO_POINTER (imp_statement_is_null (rows, 2)));
  return imp_statement_end (rows, error);
}

/* A field of an item that was born in this very action needs no inverse: the item is deleted
 * whole. One of an item that others have deleted since must not bring it back; and of what was
 * erased there is nothing to go back to. */
static gboolean
needs_inverse (ImpStore *self, ImpItem item, GHashTable *lives, gboolean *needed, GError **error)
{
  gpointer born;

  if (!g_hash_table_lookup_extended (lives, GSIZE_TO_POINTER ((gsize) item), NULL, &born))
    return imp_item_is_alive (self, item, needed, error);
  *needed = !GPOINTER_TO_INT (born);
  return TRUE;
}

static gboolean
was_erased (ImpStore *self, ImpStatement *row, gboolean *erased, GError **error)
{
  gint64 field = imp_statement_get_int (row, 1);

  if (field == IMP_FIELD_LIFE)
    return imp_forget_is_whole (self, imp_statement_get_int (row, 0), erased, error);
  *erased = field == IMP_FIELD_FORGET || imp_statement_get_int (row, 3) != 0;
  return TRUE;
}

/* What nobody could find again without it. */
static gboolean
is_required (ImpKind kind, guint8 field)
{
  return (kind == IMP_KIND_IRRITANT || kind == IMP_KIND_FIX)
         && field == imp_kind_get_label_field (kind);
}

static gboolean
refuse_empty (GError **error)
{
  g_set_error_literal (error, IMP_ERROR, IMP_ERROR_NOT_FOUND,
                       _ ("there was no title before. Write another one"));
  return FALSE;
}

/* The heads that were written without knowing of the row, as those of its time were. */
static gboolean
find_beside (ImpStore *store, const char *text, ImpHead row, GArray *beside, GError **error)
{
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (ImpHead));
  gboolean over;

  imp_heads_parse (text, heads);
  for (guint i = 0; i < heads->len; i++)
    {
      if (!imp_lineage_find (store, g_array_index (heads, ImpHead, i), row, &over, error))
        return FALSE;
      if (!over)
        g_array_append_val (beside, g_array_index (heads, ImpHead, i));
    }
  return TRUE;
}

/* Whether all that the writer saw was superseded by what stands beside the row. */
static gboolean
is_answered (ImpStore *store, const char *base, const GArray *beside, gboolean *all, GError **error)
{
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (ImpHead));

  imp_heads_parse (base, heads);
  *all = beside->len > 0;
  for (guint i = 0; *all && i < heads->len; i++)
    {
      gboolean found = FALSE;

      for (guint k = 0; !found && k < beside->len; k++)
        if (!imp_lineage_find (store, g_array_index (beside, ImpHead, k),
                               g_array_index (heads, ImpHead, i), &found, error))
          return FALSE;
      *all = found;
    }
  return TRUE;
}

/* What held before: what the writer saw, unless somebody had answered that already. Who undoes their
 * deletion wants the item, whatever others did to it. */
static gboolean
read_earlier (Inversion *self,
              ImpStatement *row,
              ImpValue *earlier,
              gboolean *erased,
              GError **error)
{
  const char *base = imp_statement_get_text (row, 2);
  ImpHead head = { self->rep, imp_statement_get_int (row, 5) };
  g_autoptr (GArray) beside = g_array_new (FALSE, FALSE, sizeof (ImpHead));
  g_autofree char *text = NULL;
  g_auto (ImpSight) sight = { 0 };
  gboolean answered;

  if (!imp_sight_read (&sight, self->store, imp_statement_get_int (row, 0),
                       (guint8) imp_statement_get_int (row, 1), error)
      || !find_beside (self->store, sight.base, head, beside, error)
      || !is_answered (self->store, base, beside, &answered, error))
    return FALSE;
  answered &= imp_statement_get_int (row, 1) != IMP_FIELD_LIFE;
  if (answered)
    text = imp_heads_print ((const ImpHead *) (gpointer) beside->data, beside->len);
  return imp_journal_read_seen (self->store, answered ? text : base, earlier, erased, error);
}

/* What is erased is left as it stands now. */
static gboolean
invert_value (Inversion *self, ImpStatement *row, GError **error)
{
  ImpItem item = imp_statement_get_int (row, 0);
  guint8 field = (guint8) imp_statement_get_int (row, 1);
  ImpKind kind = (ImpKind) imp_statement_get_choice (row, 4, IMP_KIND_NONE, IMP_KIND_MAX);
  ImpValue earlier = { IMP_VALUE_NONE };
  ImpHead head = { self->rep, imp_statement_get_int (row, 5) };
  gboolean erased, done;

  done = read_earlier (self, row, &earlier, &erased, error);
  if (done && erased)
    self->erased = TRUE;
  else if (done && earlier.type == IMP_VALUE_NONE && is_required (kind, field))
    done = refuse_empty (error);
  else if (done)
    add_inverse (self->changes, item, field, head, &earlier);
  imp_value_clear (&earlier);
  return done;
}

static gboolean
invert_row (Inversion *self, ImpStatement *row, GError **error)
{
  gboolean needed = imp_statement_get_int (row, 1) == IMP_FIELD_LIFE, erased = FALSE;

  if (!was_erased (self->store, row, &erased, error))
    return FALSE;
  self->erased |= erased;
  if (!erased && !needed
      && !needs_inverse (self->store, imp_statement_get_int (row, 0), self->lives, &needed, error))
    return FALSE;
  return erased || !needed || invert_value (self, row, error);
}

static gboolean
invert_rows (Inversion *self, gint64 rep, gint64 txn, GError **error)
{
  g_autoptr (ImpStatement) rows =
      imp_connection_borrow (self->store->connection, SQL_SELECT_ACTION);

  imp_statement_bind_int (rows, 1, rep);
  imp_statement_bind_int (rows, 2, txn);
  while (imp_statement_next (rows))
    if (!invert_row (self, rows, error))
      return FALSE;
  return imp_statement_end (rows, error);
}

ImpChanges *
imp_store_invert_action (ImpStore *self, gint64 rep, gint64 txn, GError **error)
{
  g_autoptr (GHashTable) lives = g_hash_table_new (NULL, NULL);
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  Inversion inversion = { .store = self, .rep = rep, .lives = lives, .changes = changes };

  changes->takes_back = TRUE;
  if (!find_lives (self, rep, txn, lives, error) || !invert_rows (&inversion, rep, txn, error))
    return NULL;
  if (!inversion.erased || !imp_changes_is_empty (changes))
    return g_steal_pointer (&changes);
  g_set_error_literal (error, IMP_ERROR, IMP_ERROR_NOT_FOUND,
                       _ ("the earlier text was erased. Write it anew"));
  return NULL;
}

ImpChanges *
imp_store_invert (ImpStore *self, gint64 txn, GError **error)
{
  return imp_store_invert_action (self, self->rep, txn, error);
}
