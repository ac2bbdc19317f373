/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A backlog written as JSON, item by item. */
#include "config.h"

#include "exchange/imp-json-export-private.h"

#include <math.h>

#define FLUSH_SIZE (64 * 1024)

ImpJsonExport *
imp_json_export_begin (GOutputStream *stream, GString *head)
{
  ImpJsonExport *self = g_new0 (ImpJsonExport, 1);

  self->stream = g_object_ref (stream);
  self->text = head;
  return self;
}

ImpJsonExport *
imp_json_export_new (GOutputStream *stream, ImpDate reference)
{
  GString *head = g_string_new ("{\"format\": \"improve-backlog\", \"version\": 1");
  g_autofree char *day = imp_date_to_iso (reference);

  if (*day != '\0')
    g_string_append_printf (head, ", \"reference\": \"%s\"", day);
  g_string_append (head, ", \"items\": [");
  return imp_json_export_begin (stream, head);
}

void
imp_json_export_free (ImpJsonExport *self)
{
  g_clear_object (&self->stream);
  g_string_free (self->text, TRUE);
  g_free (self);
}

static void
append_date (GString *out, ImpDate date)
{
  g_autofree char *iso = imp_date_to_iso (date);

  g_string_append_c (out, '"');
  g_string_append (out, iso);
  g_string_append_c (out, '"');
}

static void
append_integer (GString *out, const ImpField *field, gint64 value)
{
  switch (field->type)
    {
    case IMP_FIELD_FLAG:
      g_string_append (out, value != 0 ? "true" : "false");
      break;
    case IMP_FIELD_DATE:
      append_date (out, (ImpDate) value);
      break;
    case IMP_FIELD_CHOICE:
      imp_json_append_text (out, imp_field_choice_get_nick (field, (int) value));
      break;
    default:
      g_string_append_printf (out, "%" G_GINT64_FORMAT, value);
      break;
    }
}

/* A value that has no form in the file: none, a choice that is none, a number that is none. */
static gboolean
is_left_out (const ImpField *field, const ImpValue *value)
{
  switch (value->type)
    {
    case IMP_VALUE_TEXT:
      return value->text == NULL || *value->text == '\0';
    case IMP_VALUE_REAL:
      return !isfinite (value->real);
    case IMP_VALUE_INTEGER:
      return (field->type == IMP_FIELD_CHOICE
              && imp_field_choice_get_nick (field, (int) value->integer) == NULL)
             || (field->type == IMP_FIELD_DATE && !imp_date_is_set ((ImpDate) value->integer));
    case IMP_VALUE_NONE:
    default:
      return TRUE;
    }
}

static void
append_member (ImpJsonExport *self, const ImpField *field, const ImpNamedValue *named)
{
  const ImpValue *value = &named->value;

  if (is_left_out (field, value) || (field->type == IMP_FIELD_ITEM && !named->refers))
    return;
  g_string_append (self->text, ", \"");
  g_string_append (self->text, field->name);
  g_string_append (self->text, "\": ");
  if (field->type == IMP_FIELD_ITEM)
    imp_json_append_uuid (self->text, &named->uuid);
  else if (value->type == IMP_VALUE_TEXT)
    imp_json_append_text (self->text, value->text);
  else if (value->type == IMP_VALUE_REAL)
    imp_json_append_real (self->text, value->real);
  else
    append_integer (self->text, field, value->integer);
}

static gboolean
write_out (ImpJsonExport *self, GCancellable *cancellable, GError **error)
{
  gboolean written = g_output_stream_write_all (self->stream, self->text->str, self->text->len,
                                                NULL, cancellable, error);

  g_string_truncate (self->text, 0);
  return written;
}

GString *
imp_json_export_begin_item (ImpJsonExport *self)
{
  g_string_append (self->text, self->has_items ? ",\n{" : "\n{");
  self->has_items = TRUE;
  return self->text;
}

gboolean
imp_json_export_end_item (ImpJsonExport *self, GCancellable *cancellable, GError **error)
{
  g_string_append_c (self->text, '}');
  return !g_cancellable_set_error_if_cancelled (cancellable, error)
         && (self->text->len < FLUSH_SIZE || write_out (self, cancellable, error));
}

gboolean
imp_json_export_add_item (ImpJsonExport *self,
                          ImpKind kind,
                          const ImpUuid *uuid,
                          const ImpNamedValue *values,
                          GCancellable *cancellable,
                          GError **error)
{
  guint n_fields;
  const ImpField *fields = imp_kind_get_fields (kind, &n_fields);

  g_return_val_if_fail (fields != NULL, FALSE);

  g_string_append_printf (imp_json_export_begin_item (self),
                          "\"kind\": \"%s\", \"id\": ", imp_kind_get_name (kind));
  imp_json_append_uuid (self->text, uuid);
  for (guint i = 0; i < n_fields; i++)
    append_member (self, &fields[i], &values[i]);
  return imp_json_export_end_item (self, cancellable, error);
}

gboolean
imp_json_export_add_bytes (ImpJsonExport *self,
                           const char *hash,
                           gconstpointer piece,
                           gsize size,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autofree char *base64 = g_base64_encode (size > 0 ? piece : (const guchar *) "", size);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  g_string_append (self->text, self->has_bytes ? ",\n" : "\n], \"bytes\": [\n");
  self->has_bytes = TRUE;
  g_string_append_printf (self->text, "{\"hash\": \"%s\", \"base64\": \"%s\"}", hash, base64);
  return self->text->len < FLUSH_SIZE || write_out (self, cancellable, error);
}

gboolean
imp_json_export_end (ImpJsonExport *self, GCancellable *cancellable, GError **error)
{
  g_string_append (self->text, "\n]}\n");
  return write_out (self, cancellable, error)
         && g_output_stream_flush (self->stream, cancellable, error);
}
