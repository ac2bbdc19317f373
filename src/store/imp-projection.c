/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Projections: the typed tables as a pure function of the cells. */
#include "config.h"

#include "store/imp-frozen.h"
#include "store/imp-item.h"
#include "store/imp-learning.h"
#include "store/imp-merged.h"
#include "store/imp-store-private.h"
#include "store/imp-tally.h"

/* Of an item ?1; the value of its field n is ?n + 1. */
static const char SQL_REPLACE_ORGANISATION[] =
    "REPLACE INTO organisation (n, name, contact_name, contact_how, contact_email, series,"
    " language) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
static const char SQL_DELETE_ORGANISATION[] = "DELETE FROM organisation WHERE n = ?1";

static const char SQL_REPLACE_SITE[] =
    "REPLACE INTO site (n, name, leader, advisor, weeks, folded) VALUES (?1, ?2, ?3, ?4, ?5,"
    " imp_fold (?2))";
static const char SQL_DELETE_SITE[] = "DELETE FROM site WHERE n = ?1";

static const char SQL_REPLACE_DEPARTMENT[] =
    "REPLACE INTO department (n, name, leader, folded) VALUES (?1, ?2, ?3, imp_fold (?2))";
static const char SQL_DELETE_DEPARTMENT[] = "DELETE FROM department WHERE n = ?1";

static const char SQL_REPLACE_OFFERING[] =
    "REPLACE INTO offering (n, name, sort, owner, folded) VALUES (?1, ?2, ?3, ?4, imp_fold"
    " (?2))";
static const char SQL_DELETE_OFFERING[] = "DELETE FROM offering WHERE n = ?1";

static const char SQL_REPLACE_PERSON[] =
    "REPLACE INTO person (n, name, role, department, site, email, naming, in_it, hears,"
    " folded) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, imp_fold (?2))";
static const char SQL_DELETE_PERSON[] = "DELETE FROM person WHERE n = ?1";

static const char SQL_REPLACE_IRRITANT[] =
    "REPLACE INTO irritant (n, title, description, offering, people, often, minutes, effort,"
    " irritation, customers_see_it, recorded, recorded_by, declined, declined_reason,"
    " merged_into, step, outcome, change, waste, pin_reason, pin_until) VALUES (?1, ?2, ?3,"
    " ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)";
static const char SQL_DELETE_IRRITANT[] = "DELETE FROM irritant WHERE n = ?1";

static const char SQL_REPLACE_REPORT[] =
    "REPLACE INTO report (n, irritant, person, department, site, date, words, people, often,"
    " minutes, round) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
static const char SQL_DELETE_REPORT[] = "DELETE FROM report WHERE n = ?1";

static const char SQL_REPLACE_FIX[] =
    "REPLACE INTO fix (n, title, did, now, todo, owner, thanks, planned, started, delivered,"
    " effort) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
static const char SQL_DELETE_FIX[] = "DELETE FROM fix WHERE n = ?1";

static const char SQL_REPLACE_REMOVAL[] =
    "REPLACE INTO removal (n, fix, irritant) VALUES (?1, ?2, ?3)";
static const char SQL_DELETE_REMOVAL[] = "DELETE FROM removal WHERE n = ?1";

static const char SQL_REPLACE_PROMISE[] =
    "REPLACE INTO promise (n, fix, person, \"to\", what, site, made, first, due, reason,"
    " told, kept, round) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";
static const char SQL_DELETE_PROMISE[] = "DELETE FROM promise WHERE n = ?1";

static const char SQL_REPLACE_CONFIRMATION[] =
    "REPLACE INTO confirmation (n, fix, person, date, verdict, people, often, minutes, words,"
    " irritant) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
static const char SQL_DELETE_CONFIRMATION[] = "DELETE FROM confirmation WHERE n = ?1";

static const char SQL_REPLACE_ANNOUNCEMENT[] =
    "REPLACE INTO announcement (n, title, \"from\", \"to\", number, published, next,"
    " document, rest_count, rest_hours, site) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9,"
    " ?10, ?11)";
static const char SQL_DELETE_ANNOUNCEMENT[] = "DELETE FROM announcement WHERE n = ?1";

/* What is frozen is not of the cells (store/imp-frozen). */
static const char SQL_REPLACE_ENTRY[] =
    "INSERT OR IGNORE INTO entry (n, announcement, section, position, fix, irritant, promise,"
    " title, said, did, now, thanks, todo, place, date, hours, hours_source, count,"
    " unconfirmed) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15,"
    " ?16, ?17, ?18, ?19)";
static const char SQL_DELETE_ENTRY[] = "DELETE FROM entry WHERE n = ?1 AND frozen IS NULL";

static const char SQL_REPLACE_ATTACHMENT[] =
    "REPLACE INTO attachment (n, irritant, name, type, sha256, size, width, height) VALUES"
    " (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
static const char SQL_DELETE_ATTACHMENT[] = "DELETE FROM attachment WHERE n = ?1";

static const char SQL_REPLACE_STEP[] =
    "REPLACE INTO step (n, name, folded) VALUES (?1, ?2, imp_fold (?2))";
static const char SQL_DELETE_STEP[] = "DELETE FROM step WHERE n = ?1";

static const char SQL_REPLACE_OUTCOME[] =
    "REPLACE INTO outcome (n, name, folded) VALUES (?1, ?2, imp_fold (?2))";
static const char SQL_DELETE_OUTCOME[] = "DELETE FROM outcome WHERE n = ?1";

static const char SQL_REPLACE_TAGGING[] =
    "REPLACE INTO tagging (n, irritant, tag, folded) VALUES (?1, ?2, ?3, imp_fold (?3))";
static const char SQL_DELETE_TAGGING[] = "DELETE FROM tagging WHERE n = ?1";

static const char SQL_REPLACE_VIEW[] =
    "REPLACE INTO view (n, name, query, \"order\", columns, folded) VALUES (?1, ?2, ?3, ?4,"
    " ?5, imp_fold (?2))";
static const char SQL_DELETE_VIEW[] = "DELETE FROM view WHERE n = ?1";

static const char SQL_REPLACE_ROUND[] =
    "REPLACE INTO round (n, site, planned, time, place, visitors, questions, note, started,"
    " ended) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
static const char SQL_DELETE_ROUND[] = "DELETE FROM round WHERE n = ?1";

static const char SQL_REPLACE_MEETING[] =
    "REPLACE INTO meeting (n, round, person, department, met) VALUES (?1, ?2, ?3, ?4, ?5)";
static const char SQL_DELETE_MEETING[] = "DELETE FROM meeting WHERE n = ?1";

static const char SQL_REPLACE_OBSERVATION[] =
    "REPLACE INTO observation (n, round, sort, words, person, department, site, date, folded)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, imp_fold (?4))";
static const char SQL_DELETE_OBSERVATION[] = "DELETE FROM observation WHERE n = ?1";

static const char SQL_REPLACE_TOLD[] =
    "REPLACE INTO told (n, irritant, fix, person, department, date, round) VALUES (?1, ?2,"
    " ?3, ?4, ?5, ?6, ?7)";
static const char SQL_DELETE_TOLD[] = "DELETE FROM told WHERE n = ?1";

#define SQL(kind) [IMP_KIND_##kind] = { SQL_REPLACE_##kind, SQL_DELETE_##kind }

static const struct
{
  const char *replace, *remove;
} statements[IMP_N_KINDS] = {
  SQL (ORGANISATION), SQL (SITE),         SQL (DEPARTMENT), SQL (OFFERING),   SQL (PERSON),
  SQL (IRRITANT),     SQL (REPORT),       SQL (FIX),        SQL (REMOVAL),    SQL (PROMISE),
  SQL (CONFIRMATION), SQL (ANNOUNCEMENT), SQL (ENTRY),      SQL (ATTACHMENT), SQL (STEP),
  SQL (OUTCOME),      SQL (TAGGING),      SQL (VIEW),       SQL (ROUND),      SQL (MEETING),
  SQL (OBSERVATION),  SQL (TOLD),
};

static const char SQL_SELECT_CELLS[] = "SELECT field, value FROM cell WHERE item = ?1";
static const char SQL_SELECT_ITEMS[] = "SELECT n, kind FROM item ORDER BY n";
static const char SQL_DELETE_PROJECTIONS[] =
    "DELETE FROM organisation; DELETE FROM site; DELETE FROM department; DELETE FROM offering;"
    "DELETE FROM person; DELETE FROM irritant; DELETE FROM report; DELETE FROM fix;"
    "DELETE FROM removal; DELETE FROM promise; DELETE FROM confirmation;"
    "DELETE FROM announcement; DELETE FROM entry; DELETE FROM attachment;"
    "DELETE FROM step; DELETE FROM outcome; DELETE FROM tagging; DELETE FROM view;"
    "DELETE FROM round; DELETE FROM meeting; DELETE FROM observation; DELETE FROM told;"
    "DELETE FROM tally; DELETE FROM state_sum;"
    "INSERT INTO irritant_text (irritant_text) VALUES ('delete-all');";

/* *found: it has cells. Those of fields that this version does not know are left. */
static gboolean
bind_cells (ImpStore *self, ImpItem item, ImpStatement *write, gboolean *found, GError **error)
{
  g_autoptr (ImpStatement) cells = imp_connection_borrow (self->connection, SQL_SELECT_CELLS);
  const int n_fields = imp_statement_count_parameters (write) - 1;

  *found = FALSE;
  imp_statement_bind_int (cells, 1, item);
  while (imp_statement_next (cells))
    {
      gint64 field = imp_statement_get_int (cells, 0);

      *found = TRUE;
      if (field > IMP_FIELD_LIFE && field <= n_fields)
        imp_statement_bind_column (write, (int) field + 1, cells, 1);
    }
  return imp_statement_end (cells, error);
}

static gboolean
write_row (ImpStore *self, ImpKind kind, ImpItem item, gboolean alive, GError **error)
{
  g_autoptr (ImpStatement) write = imp_connection_borrow (
      self->connection, alive ? statements[kind].replace : statements[kind].remove);
  gboolean found = TRUE;

  imp_statement_bind_int (write, 1, item);
  if (alive && !bind_cells (self, item, write, &found, error))
    return FALSE;
  return !found || imp_statement_run (write, error);
}

static gboolean
write_entry (ImpStore *self, ImpItem item, gboolean alive, GError **error)
{
  return write_row (self, IMP_KIND_ENTRY, item, FALSE, error)
         && (!alive || write_row (self, IMP_KIND_ENTRY, item, TRUE, error))
         && imp_frozen_mark_entry (self, item, error);
}

/* An item of a kind that this version does not know keeps its cells and has no row. */
gboolean
imp_projection_write (ImpStore *self, ImpKind kind, ImpItem item, gboolean alive, GError **error)
{
  if (imp_kind_get_name (kind) == NULL)
    return TRUE;
  if (kind == IMP_KIND_ENTRY)
    return write_entry (self, item, alive, error);
  return write_row (self, kind, item, alive, error)
         && (kind != IMP_KIND_ANNOUNCEMENT || imp_frozen_project (self, item, error));
}

static gboolean
write_item (ImpStore *self, ImpKind kind, ImpItem item, ImpAffected *affected, GError **error)
{
  gboolean alive;

  if (!imp_item_is_alive (self, item, &alive, error))
    return FALSE;
  if (alive)
    imp_affected_add (affected, kind, item, TRUE);
  return !alive || imp_projection_write (self, kind, item, TRUE, error);
}

static gboolean
write_items (ImpStore *self, ImpAffected *affected, GError **error)
{
  g_autoptr (ImpStatement) items = imp_connection_borrow (self->connection, SQL_SELECT_ITEMS);

  while (imp_statement_next (items))
    if (!write_item (self, (ImpKind) imp_statement_get_int (items, 1),
                     imp_statement_get_int (items, 0), affected, error))
      return FALSE;
  return imp_statement_end (items, error);
}

gboolean
imp_projection_rebuild (ImpStore *self, GError **error)
{
  ImpAffected affected;
  gboolean done;

  imp_affected_init (&affected);
  done = imp_connection_exec (self->connection, SQL_DELETE_PROJECTIONS, error)
         && write_items (self, &affected, error) && imp_merged_settle_all (self, &affected, error)
         && imp_tally_load_medians (self, error) && imp_learning_load (self, error)
         && imp_sums_load (&self->sums, self->connection, error)
         && imp_derive_update (self, &affected, error);
  imp_affected_clear (&affected);
  return done;
}

gboolean
imp_store_rebuild (ImpStore *self, GError **error)
{
  const ImpStore before = *self;

  if (!imp_store_check_writable (self, error) || !imp_connection_begin (self->connection, error))
    return FALSE;
  if (imp_projection_rebuild (self, error) && imp_connection_commit (self->connection, error))
    {
      self->generation++;
      return TRUE;
    }
  imp_connection_rollback (self->connection);
  *self = before;
  return FALSE;
}
