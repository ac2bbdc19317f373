/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A round written as JSON for another backlog. */
#include "config.h"

#include "exchange/imp-round-export.h"

#include "exchange/imp-json-export-private.h"

ImpJsonExport *
imp_round_export_new (GOutputStream *stream, const ImpUuid *round)
{
  GString *head = g_string_new ("{\"format\": \"improve-round\", \"version\": 1, \"round\": ");

  imp_json_append_uuid (head, round);
  g_string_append (head, ", \"rows\": [");
  return imp_json_export_begin (stream, head);
}

static void
append_bytes (GString *out, const char *name, const guint8 *bytes, gsize size)
{
  g_string_append_printf (out, ", \"%s\": \"", name);
  for (gsize i = 0; i < size; i++)
    g_string_append_printf (out, "%02x", bytes[i]);
  g_string_append_c (out, '"');
}

/* Where and when it was written, and of what. */
static void
append_write (GString *out, const ImpRow *row)
{
  g_string_append (out, "\"laptop\": ");
  imp_json_append_uuid (out, &row->replica);
  g_string_append_printf (out,
                          ", \"row\": %" G_GINT64_FORMAT ", \"action\": %" G_GINT64_FORMAT
                          ", \"stamp\": \"%" G_GINT64_FORMAT "\"",
                          row->rseq, row->txn, row->hlc);
  if (*row->actor != '\0')
    imp_json_append_text (g_string_append (out, ", \"by\": "), row->actor);
  g_string_append_printf (out, ", \"wire\": %d, \"kind\": \"%s\", \"id\": ", row->wire,
                          imp_kind_get_name ((ImpKind) row->entity));
  imp_json_append_uuid (out, &row->item);
  g_string_append_printf (out, ", \"field\": %d", row->field);
}

static void
append_value (GString *out, const ImpRow *row)
{
  if (imp_row_refers (row))
    imp_json_append_uuid (g_string_append (out, ", \"item\": "), &row->reference);
  else if (row->value.type == IMP_VALUE_TEXT)
    imp_json_append_text (g_string_append (out, ", \"text\": "), row->value.text);
  else if (row->value.type == IMP_VALUE_REAL)
    imp_json_append_real (g_string_append (out, ", \"real\": "), row->value.real);
  else if (row->value.type == IMP_VALUE_INTEGER)
    g_string_append_printf (out, ", \"integer\": \"%" G_GINT64_FORMAT "\"", row->value.integer);
}

gboolean
imp_round_export_add_row (ImpJsonExport *self,
                          const ImpRow *row,
                          GCancellable *cancellable,
                          GError **error)
{
  GString *out = imp_json_export_begin_item (self);

  append_write (out, row);
  append_value (out, row);
  if (row->base != NULL)
    imp_json_append_text (g_string_append (out, ", \"seen\": "), row->base);
  if (!row->erased)
    append_bytes (out, "salt", row->salt, sizeof row->salt);
  append_bytes (out, "hash", row->vhash, sizeof row->vhash);
  return imp_json_export_end_item (self, cancellable, error);
}
