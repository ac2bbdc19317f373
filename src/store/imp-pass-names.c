/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Which round is meant, and who is named in its words. */
#include "config.h"

#include "store/imp-pass-round.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/imp-error.h"
#include "store/imp-item.h"
#include "store/imp-mentions.h"
#include "store/imp-overview-table.h"
#include "store/imp-store-private.h"

#define MOST_AT_ONCE 50 /* people whose names one expression can hold, however long they are */

static const char SQL_SELECT_PEOPLE[] = "SELECT n FROM person ORDER BY n";
static const char SQL_SELECT_ROUND[] =
    "SELECT n FROM round WHERE site = ?1 AND planned = ?2 ORDER BY n LIMIT 2";

/* The texts of one round being searched. */
typedef struct
{
  ImpStore *store;
  const ImpPassedRound *passed;
  GHashTable *known; /* set of char *: the sentences found, owned by the array */
  GPtrArray *sentences;
} Search;

/* Words that people wrote, and that do not stand there to name somebody. */
static gboolean
is_searched (const ImpRow *row)
{
  const ImpField *field = imp_kind_get_field ((ImpKind) row->entity, (guint) row->field);

  return row->value.type == IMP_VALUE_TEXT && field != NULL
         && (field->type == IMP_FIELD_LINE || field->type == IMP_FIELD_PROSE)
         && !imp_passed_names_people ((ImpKind) row->entity, row->field)
         && row->entity != IMP_KIND_ATTACHMENT;
}

static void
add_sentences (Search *self, const GPtrArray *mentions)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      const ImpMention *mention = mentions->pdata[i];
      char *sentence;

      if (!mention->certain || g_hash_table_contains (self->known, mention->sentence))
        continue;
      sentence = g_strdup (mention->sentence);
      g_ptr_array_add (self->sentences, sentence);
      g_hash_table_add (self->known, sentence);
    }
}

static void
search_rows (Search *self, GRegex *names)
{
  for (guint i = 0; i < self->passed->rows->len; i++)
    {
      const ImpRow *row = self->passed->rows->pdata[i];
      g_autoptr (GPtrArray) mentions =
          g_ptr_array_new_with_free_func ((GDestroyNotify) imp_mention_free);

      if (!is_searched (row))
        continue;
      imp_mention_find (names, "", 0, (ImpKind) row->entity, (guint8) row->field, row->value.text,
                        mentions);
      add_sentences (self, mentions);
    }
}

static gboolean
search_for (Search *self, const GArray *people, GError **error)
{
  g_autoptr (GRegex) names = NULL;

  if (g_cancellable_set_error_if_cancelled (self->store->watch.cancellable, error)
      || !imp_mentions_compile (self->store, (const ImpItem *) (gpointer) people->data, people->len,
                                &names, error))
    return FALSE;
  if (names != NULL)
    search_rows (self, names);
  return TRUE;
}

GPtrArray *
imp_store_find_names_in_round (ImpStore *store, const ImpPassedRound *passed, GError **error)
{
  g_autoptr (ImpStatement) rows = imp_connection_borrow (store->connection, SQL_SELECT_PEOPLE);
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (ImpItem));
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  Search self = { store, passed, known, sentences };

  while (imp_statement_next (rows))
    {
      g_array_append_val (people, ((ImpItem) { imp_statement_get_int (rows, 0) }));
      if (people->len < MOST_AT_ONCE)
        continue;
      if (!search_for (&self, people, error))
        return NULL;
      g_array_set_size (people, 0);
    }
  if (!imp_statement_end (rows, error) || !search_for (&self, people, error))
    return NULL;
  return g_steal_pointer (&sentences);
}

/* Which round is meant */

static gboolean
refuse_round (const char *named, gboolean several, GError **error)
{
  g_set_error (error, IMP_ERROR, several ? IMP_ERROR_INPUT : IMP_ERROR_NOT_FOUND,
               several ? _ ("there are several rounds “%s”. Give the identifier of one")
                       : _ ("there is no round “%s”. Give a site and a day, such as “Leeds "
                            "2026-11-20”"),
               named);
  return FALSE;
}

static gboolean
find_by_uuid (ImpStore *store, const ImpUuid *uuid, ImpItem *round, GError **error)
{
  ImpKind kind = IMP_KIND_NONE;

  if (!imp_item_find (store, uuid, round, &kind, error))
    return FALSE;
  if (kind != IMP_KIND_ROUND)
    *round = 0;
  return TRUE;
}

static gboolean
find_by_day (ImpStore *store,
             ImpItem site,
             ImpDate day,
             ImpItem *round,
             gboolean *several,
             GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_ROUND);

  imp_statement_bind_int (select, 1, site);
  imp_statement_bind_date (select, 2, day);
  if (imp_statement_next (select))
    *round = imp_statement_get_int (select, 0);
  *several = *round != 0 && imp_statement_next (select);
  return imp_statement_end (select, error);
}

static gboolean
find_by_words (ImpStore *store,
               const char *named,
               ImpItem *round,
               gboolean *several,
               GError **error)
{
  const char *blank = strrchr (named, ' ');
  ImpDate day = blank != NULL ? imp_date_parse (blank + 1) : IMP_DATE_NONE;
  g_autofree char *name = NULL;
  ImpItem site = 0;

  if (!imp_date_is_set (day))
    return TRUE;
  name = g_strndup (named, (gsize) (blank - named));
  return imp_store_find_name (store, IMP_KIND_SITE, name, &site, NULL, error)
         && (site == 0 || find_by_day (store, site, day, round, several, error));
}

gboolean
imp_store_find_round (ImpStore *store, const char *named, ImpItem *round, GError **error)
{
  gboolean several = FALSE;
  ImpUuid uuid;

  *round = 0;
  if (!(imp_uuid_parse (named, &uuid) ? find_by_uuid (store, &uuid, round, error)
                                      : find_by_words (store, named, round, &several, error)))
    return FALSE;
  return (*round != 0 && !several) || refuse_round (named, several, error);
}
