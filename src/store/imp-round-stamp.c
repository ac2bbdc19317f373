/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a calendar wants to know of a round beside what it says. */
#include "config.h"

#include "store/imp-round-stamp.h"

#include "store/imp-item.h"
#include "store/imp-store-private.h"

#define HLC_MS_SHIFT 16 /* imp_clock_stamp() */

static const char SQL_SELECT_LAST_WRITE[] =
    "SELECT max(hlc), count(*) FROM journal WHERE item = ?1";

static gboolean
read_last_write (ImpStore *store, ImpItem item, ImpRoundStamp *stamp, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (store->connection, SQL_SELECT_LAST_WRITE);

  imp_statement_bind_int (select, 1, item);
  if (imp_statement_next (select))
    {
      stamp->modified_ms = imp_statement_get_int (select, 0) >> HLC_MS_SHIFT;
      stamp->sequence = (int) MIN (imp_statement_get_int (select, 1), G_MAXINT);
    }
  return imp_statement_end (select, error);
}

/* Another one than the site's own, and the same for all rounds that become due there. */
static ImpUuid
name_due (const ImpUuid *site)
{
  char text[IMP_UUID_STRING_LEN];
  g_autofree char *name = NULL;

  imp_uuid_print (site, text);
  name = g_strconcat ("due ", text, NULL);
  return imp_uuid_new_from_name (name);
}

gboolean
imp_store_read_round_stamp (ImpStore *store,
                            const ImpRoundLine *line,
                            ImpRoundStamp *stamp,
                            GError **error)
{
  const ImpItem item = line->item != 0 ? line->item : line->site;

  *stamp = (ImpRoundStamp) { 0 };
  if (!imp_item_read_uuid (store, item, &stamp->uuid, error)
      || !read_last_write (store, item, stamp, error))
    return FALSE;
  if (line->item != 0)
    return TRUE;
  stamp->uuid = name_due (&stamp->uuid);
  stamp->sequence = MAX (line->planned, 0); /* it moves when a round is finished */
  return TRUE;
}
