/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading attachments, without their bytes. */
#include "config.h"

#include "store/imp-attachment-table.h"

#include "store/imp-store-private.h"

#define SELECT                                                                                     \
  "SELECT n, name, type, sha256, size, width, height,"                                             \
  " EXISTS (SELECT 1 FROM blob WHERE blob.sha256 = attachment.sha256) FROM attachment"

static const char SQL_SELECT_OF_IRRITANT[] = SELECT " WHERE irritant = ?1 ORDER BY n LIMIT 500";
static const char SQL_SELECT_ATTACHMENT[] = SELECT " WHERE n = ?1";

/* Names come from anywhere: they are cleaned whenever they leave. */
static ImpAttachment *
read_row (ImpStatement *row)
{
  ImpAttachment *attachment = g_new0 (ImpAttachment, 1);

  attachment->item = imp_statement_get_int (row, 0);
  attachment->name = imp_attachment_clean_name (imp_statement_get_text (row, 1));
  attachment->type = imp_statement_dup_text (row, 2);
  attachment->sha256 = imp_statement_dup_text (row, 3);
  attachment->size = (guint64) MAX (imp_statement_get_int (row, 4), 0);
  attachment->width = imp_statement_get_choice (row, 5, 0, G_MAXINT16);
  attachment->height = imp_statement_get_choice (row, 6, 0, G_MAXINT16);
  attachment->here = imp_statement_get_int (row, 7) != 0;
  return attachment;
}

gboolean
imp_store_read_attachments (ImpStore *store,
                            ImpItem irritant,
                            GPtrArray *attachments,
                            GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (store->connection, SQL_SELECT_OF_IRRITANT);

  imp_statement_bind_int (select, 1, irritant);
  while (imp_statement_next (select))
    g_ptr_array_add (attachments, read_row (select));
  return imp_statement_end (select, error);
}

ImpAttachment *
imp_store_read_attachment (ImpStore *store, ImpItem attachment, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (store->connection, SQL_SELECT_ATTACHMENT);

  imp_statement_bind_int (select, 1, attachment);
  return imp_statement_fetch (select, error) ? read_row (select) : NULL;
}
