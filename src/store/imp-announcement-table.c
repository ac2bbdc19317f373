/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading announcements and the organisation that speaks. */
#include "config.h"

#include "store/imp-announcement-table.h"

#include <glib/gi18n-lib.h>

#include "base/imp-error.h"
#include "store/imp-item.h"
#include "store/imp-store-private.h"

#define ANNOUNCEMENT_COLUMNS                                                                       \
  "SELECT a.n, a.title, a.\"from\", a.\"to\", a.published, a.next, a.number, a.rest_count,"        \
  " a.rest_hours, a.document, (SELECT total (hours) FROM entry WHERE announcement = a.n"           \
  " AND section IN (1, 2, 5)) FROM announcement a"

static const char SQL_SELECT_ANNOUNCEMENTS[] =
    ANNOUNCEMENT_COLUMNS " ORDER BY a.published IS NOT NULL, a.published DESC, a.n DESC";
static const char SQL_SELECT_ANNOUNCEMENT[] = ANNOUNCEMENT_COLUMNS " WHERE a.n = ?1";
static const char SQL_SELECT_ENTRIES[] =
    "SELECT n, section, position, fix, irritant, promise, title, said, did, now, thanks, todo,"
    " place, date, hours, hours_source, count, unconfirmed FROM entry WHERE announcement = ?1"
    " ORDER BY section, position, n";
static const char SQL_SELECT_PUBLISHED[] =
    "SELECT 1 FROM announcement WHERE n = ?1 AND published IS NOT NULL";
static const char SQL_SELECT_ENTRY_PUBLISHED[] =
    "SELECT 1 FROM entry e JOIN announcement a ON a.n = e.announcement"
    " WHERE e.n = ?1 AND a.published IS NOT NULL";
static const char SQL_SELECT_LAST_NUMBER[] =
    "SELECT coalesce (max (number), 0) FROM announcement WHERE published IS NOT NULL";
static const char SQL_SELECT_ORGANISATION[] =
    "SELECT n, name, contact_name, contact_how, contact_email, series, language FROM organisation"
    " ORDER BY n LIMIT 1";

static ImpAnnouncement *
read_row (ImpStatement *row)
{
  ImpAnnouncement *self = imp_announcement_new ();

  self->item = imp_statement_get_int (row, 0);
  self->title = imp_statement_dup_text (row, 1);
  self->from = imp_statement_get_date (row, 2);
  self->to = imp_statement_get_date (row, 3);
  self->published = imp_statement_get_date (row, 4);
  self->next = imp_statement_get_date (row, 5);
  self->number = (int) imp_statement_get_int (row, 6);
  self->rest_count = (int) imp_statement_get_int (row, 7);
  self->rest_hours = imp_statement_get_real (row, 8);
  self->document = imp_statement_dup_text (row, 9);
  self->hours = imp_statement_get_real (row, 10) + self->rest_hours;
  return self;
}

GPtrArray *
imp_store_read_announcements (ImpStore *store, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (store->connection, SQL_SELECT_ANNOUNCEMENTS);
  g_autoptr (GPtrArray) all =
      g_ptr_array_new_with_free_func ((GDestroyNotify) imp_announcement_unref);

  while (imp_statement_next (select))
    g_ptr_array_add (all, read_row (select));
  return imp_statement_end (select, error) ? g_steal_pointer (&all) : NULL;
}

static ImpEntry *
read_entry (ImpStatement *row)
{
  ImpEntry *entry = g_new0 (ImpEntry, 1);

  entry->item = imp_statement_get_int (row, 0);
  entry->section =
      (ImpSection) imp_statement_get_choice (row, 1, IMP_SECTION_BIG, IMP_SECTION_WORKS);
  entry->position = imp_statement_get_real (row, 2);
  entry->fix = imp_statement_get_int (row, 3);
  entry->irritant = imp_statement_get_int (row, 4);
  entry->promise = imp_statement_get_int (row, 5);
  entry->title = imp_statement_dup_text (row, 6);
  entry->said = imp_statement_dup_text (row, 7);
  entry->did = imp_statement_dup_text (row, 8);
  entry->now = imp_statement_dup_text (row, 9);
  entry->thanks = imp_statement_dup_text (row, 10);
  entry->todo = imp_statement_dup_text (row, 11);
  entry->place = imp_statement_dup_text (row, 12);
  entry->date = imp_statement_get_date (row, 13);
  entry->hours = imp_statement_get_real (row, 14);
  entry->hours_source = (ImpHoursSource) imp_statement_get_choice (row, 15, 0, IMP_HOURS_ESTIMATED);
  entry->count = imp_statement_dup_text (row, 16);
  entry->unconfirmed = imp_statement_get_int (row, 17) != 0;
  return entry;
}

static void
take_entry (ImpAnnouncement *announcement, ImpEntry *entry)
{
  if (entry->section != IMP_SECTION_REST)
    {
      g_ptr_array_add (announcement->entries, entry);
      return;
    }
  g_ptr_array_add (announcement->rest, entry);
  announcement->rest_count++;
  announcement->rest_hours += entry->hours;
}

static gboolean
read_entries (ImpStore *store, ImpAnnouncement *announcement, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_ENTRIES);

  imp_statement_bind_int (select, 1, announcement->item);
  while (imp_statement_next (select))
    take_entry (announcement, read_entry (select));
  return imp_statement_end (select, error);
}

static gboolean
read_as_of (ImpStore *store, ImpAnnouncement *announcement, GError **error)
{
  announcement->as_of = imp_store_print_vector (store, error);
  return announcement->as_of != NULL;
}

ImpAnnouncement *
imp_store_read_announcement (ImpStore *store, ImpItem announcement, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (store->connection, SQL_SELECT_ANNOUNCEMENT);
  g_autoptr (ImpAnnouncement) found = NULL;

  imp_statement_bind_int (select, 1, announcement);
  if (imp_statement_next (select))
    found = read_row (select);
  if (!imp_statement_end (select, error))
    return NULL;
  if (found == NULL)
    g_set_error_literal (error, IMP_ERROR, IMP_ERROR_NOT_FOUND, _ ("it is not there any more"));
  return found != NULL && read_as_of (store, found, error) && read_entries (store, found, error)
                 && imp_store_count_told (store, found, IMP_TOLD_DRAFTED, error)
             ? g_steal_pointer (&found)
             : NULL;
}

gboolean
imp_store_find_published (ImpStore *store,
                          ImpKind kind,
                          ImpItem item,
                          gboolean *published,
                          GError **error)
{
  g_autoptr (ImpStatement) select = NULL;

  *published = FALSE;
  if (kind != IMP_KIND_ANNOUNCEMENT && kind != IMP_KIND_ENTRY)
    return TRUE;
  select =
      imp_connection_borrow (store->connection, kind == IMP_KIND_ENTRY ? SQL_SELECT_ENTRY_PUBLISHED
                                                                       : SQL_SELECT_PUBLISHED);
  imp_statement_bind_int (select, 1, item);
  *published = imp_statement_next (select);
  return imp_statement_end (select, error);
}

gboolean
imp_store_read_last_number (ImpStore *store, int *number, GError **error)
{
  gint64 last = 0;

  if (!imp_connection_query_int (store->connection, SQL_SELECT_LAST_NUMBER, &last, error))
    return FALSE;
  *number = (int) last;
  return TRUE;
}

gboolean
imp_store_read_organisation (ImpStore *store, ImpOrganisation *organisation, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (store->connection, SQL_SELECT_ORGANISATION);

  if (imp_statement_next (select))
    *organisation = (ImpOrganisation) {
      .item = imp_statement_get_int (select, 0),
      .name = imp_statement_dup_text (select, 1),
      .contact_name = imp_statement_dup_text (select, 2),
      .contact_how = imp_statement_dup_text (select, 3),
      .contact_email = imp_statement_dup_text (select, 4),
      .series = imp_statement_dup_text (select, 5),
      .language = imp_statement_dup_text (select, 6),
    };
  organisation->as_of = imp_store_print_vector (store, error);
  return organisation->as_of != NULL && imp_statement_end (select, error);
}
