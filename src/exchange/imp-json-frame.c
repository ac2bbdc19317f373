/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What all JSON files of Improve have around their items: format and version, and bytes. */
#include "config.h"

#include "exchange/imp-json-frame.h"

#include "base/imp-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define VERSION 1

/* One file being read, on the stack of imp_json_frame_read(). */
typedef struct
{
  const ImpJsonFrame *frame;
  gpointer data;
  ImpSource *source;
  ImpJsonReader *reader;
  GCancellable *cancellable;
  GArray *members; /* of ImpJsonMember */
  gboolean is_ours;
  gboolean has_version;
  guint n_items;
  ImpJsonBytes *bytes; /* once they are read */
  GPtrArray *blobs;
} Reading;

static gboolean
fail_not_ours (Reading *self, GError **error)
{
  g_set_error_literal (error, IMP_ERROR, IMP_ERROR_NOT_OURS, _ (self->frame->not_ours));
  return FALSE;
}

/* Objects */

static gboolean
read_members (Reading *self, gboolean any_length, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (any_length)
    self->source->max_bytes = self->source->n_bytes + IMP_SOURCE_MAX_BYTES;
  if (self->reader->token != IMP_JSON_OBJECT)
    return imp_json_reader_fail (self->reader, error);
  return imp_json_members_read (self->members, self->reader, error);
}

/* The reader stands on the “{”. */
static gboolean
read_item (Reading *self, GError **error)
{
  guint line = self->reader->line;

  if (self->frame->most_items > 0 && ++self->n_items > self->frame->most_items)
    return imp_import_fail (error, line,
                            _ ("there are more than %u items in it. Export less at a time."),
                            self->frame->most_items);
  return read_members (self, self->frame->any_length, error)
         && self->frame->take_item (self->members, line, self->data, error);
}

/* A piece of the bytes of an attachment. */
static gboolean
read_piece (Reading *self, GError **error)
{
  guint line = self->reader->line;

  return read_members (self, TRUE, error)
         && imp_json_bytes_take (self->bytes, self->members, line, error);
}

/* Objects in brackets; the reader stands before the “[”. */
static gboolean
read_array (Reading *self, gboolean (*read_one) (Reading *, GError **), GError **error)
{
  if (!imp_json_reader_expect (self->reader, IMP_JSON_ARRAY, error)
      || !imp_json_reader_next (self->reader, error))
    return FALSE;
  while (self->reader->token != IMP_JSON_ARRAY_END)
    {
      if (!read_one (self, error) || !imp_json_reader_next (self->reader, error))
        return FALSE;
      if (self->reader->token == IMP_JSON_ARRAY_END)
        break;
      if (self->reader->token != IMP_JSON_COMMA)
        return imp_json_reader_fail (self->reader, error);
      if (!imp_json_reader_expect (self->reader, IMP_JSON_OBJECT, error))
        return FALSE;
    }
  return TRUE;
}

/* What stands before the items */

static gboolean
read_format (Reading *self, const ImpJsonMember *member, GError **error)
{
  self->is_ours = g_strcmp0 (member->text, self->frame->format) == 0;
  return self->is_ours || fail_not_ours (self, error);
}

static gboolean
read_version (Reading *self, const ImpJsonMember *member, GError **error)
{
  if (member->token != IMP_JSON_NUMBER || member->number < 1
      || member->number != floor (member->number))
    return imp_json_member_fail (member, _ ("the number 1"), error);
  if (member->number > VERSION)
    {
      g_set_error_literal (error, IMP_ERROR, IMP_ERROR_TOO_NEW,
                           _ ("Cannot import the file: it was written by a newer version of "
                              "Improve. Update this one, then import it again."));
      return FALSE;
    }
  self->has_version = TRUE;
  return TRUE;
}

static gboolean
take_head (Reading *self, const ImpJsonMember *member, GError **error)
{
  if (g_str_equal (member->name, "format"))
    return read_format (self, member, error);
  if (!self->is_ours)
    return fail_not_ours (self, error);
  if (g_str_equal (member->name, "version"))
    return read_version (self, member, error);
  return self->frame->take_head (member, self->data, error);
}

static gboolean
check_head (Reading *self, GError **error)
{
  if (!self->is_ours)
    return fail_not_ours (self, error);
  return self->has_version
         || imp_import_fail (error, self->reader->line,
                             _ ("“version” does not stand before “%s”. Add \"version\": 1."),
                             self->frame->items);
}

/* From “{” to after the “:” of the items. */
static gboolean
read_head (Reading *self, GError **error)
{
  g_array_set_size (self->members, 0);
  if (!imp_json_reader_expect (self->reader, IMP_JSON_STRING, error))
    return FALSE;
  while (!g_str_equal (self->reader->text->str, self->frame->items))
    {
      const ImpJsonMember *member = imp_json_members_read_one (self->members, self->reader, error);

      if (member == NULL || !take_head (self, member, error)
          || !imp_json_reader_expect (self->reader, IMP_JSON_COMMA, error)
          || !imp_json_reader_expect (self->reader, IMP_JSON_STRING, error))
        return FALSE;
    }
  return check_head (self, error) && imp_json_reader_expect (self->reader, IMP_JSON_COLON, error);
}

/* What the attachments hold, if the file has it; the reader stands on the comma. */
static gboolean
read_bytes (Reading *self, GError **error)
{
  g_autoptr (ImpJsonBytes) bytes = imp_json_bytes_new ();

  self->frame->want_bytes (bytes, self->data);
  if (!imp_json_reader_expect (self->reader, IMP_JSON_STRING, error))
    return FALSE;
  if (!g_str_equal (self->reader->text->str, "bytes"))
    return imp_import_fail (error, self->reader->line,
                            _ ("something stands after the items. Put it before them."));
  self->bytes = bytes;
  return imp_json_reader_expect (self->reader, IMP_JSON_COLON, error)
         && read_array (self, read_piece, error)
         && imp_json_bytes_end (bytes, self->blobs, self->reader->line, error)
         && imp_json_reader_next (self->reader, error);
}

static gboolean
read_tail (Reading *self, GError **error)
{
  if (!imp_json_reader_next (self->reader, error)
      || (self->reader->token == IMP_JSON_COMMA && !read_bytes (self, error)))
    return FALSE;
  if (self->reader->token != IMP_JSON_OBJECT_END)
    return imp_json_reader_fail (self->reader, error);
  if (!imp_json_reader_next (self->reader, error))
    return FALSE;
  return self->reader->token == IMP_JSON_END
         || imp_import_fail (error, self->reader->line,
                             _ ("something stands after the end. Take it out."));
}

static gboolean
read_file (Reading *self, GError **error)
{
  g_autoptr (GError) said = NULL;

  if (!imp_json_reader_next (self->reader, &said) || self->reader->token != IMP_JSON_OBJECT)
    {
      if (g_error_matches (said, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_propagate_error (error, g_steal_pointer (&said));
      else
        fail_not_ours (self, error);
      return FALSE;
    }
  return read_head (self, error) && read_array (self, read_item, error) && read_tail (self, error);
}

gboolean
imp_json_frame_read (const ImpJsonFrame *self,
                     GInputStream *stream,
                     gpointer data,
                     GPtrArray *blobs,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (ImpSource) source = imp_source_new (stream, cancellable);
  g_autoptr (ImpJsonReader) reader = imp_json_reader_new (source);
  g_autoptr (GArray) members = imp_json_members_new ();
  Reading reading = { .frame = self,
                      .data = data,
                      .source = source,
                      .reader = reader,
                      .cancellable = cancellable,
                      .members = members,
                      .blobs = blobs };

  return read_file (&reading, error);
}
