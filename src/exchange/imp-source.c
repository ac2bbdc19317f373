/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The bytes of a text file that is read in, one after the other, with the line they stand on. */
#include "config.h"

#include "exchange/imp-source.h"

#include "base/imp-error.h"
#include "base/imp-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BUFFER_SIZE (64 * 1024)

static const char database_start[] = "SQLite format 3"; /* with the nul */

gboolean
imp_import_fail (GError **error, guint line, const char *format, ...)
{
  g_autofree char *said = NULL, *what = NULL;
  va_list args;

  va_start (args, format);
  said = g_strdup_vprintf (format, args);
  va_end (args);
  what = imp_text_keep_valid (said);
  g_set_error (error, IMP_ERROR, IMP_ERROR_INPUT, _ ("Cannot import the file: line %u: %s"), line,
               what);
  return FALSE;
}

static GInputStream *
decode (GInputStream *stream, const char *charset, GError **error)
{
  g_autoptr (GCharsetConverter) converter = g_charset_converter_new ("UTF-8", charset, error);

  if (converter == NULL)
    return NULL;
  return g_converter_input_stream_new (stream, G_CONVERTER (converter));
}

/* Somebody has a backlog and wants what is in it. */
static gboolean
refuse_database (const guint8 *start, gsize n, GError **error)
{
  if (n < sizeof database_start || memcmp (start, database_start, sizeof database_start) != 0)
    return TRUE;
  g_set_error_literal (error, IMP_ERROR, IMP_ERROR_INPUT,
                       _ ("Cannot import the file: it is a database, such as a backlog of Improve. "
                          "Export that as JSON, and import what was exported."));
  return FALSE;
}

/* Skips the mark at the start, and decodes what it says. */
static GInputStream *
open_text (GInputStream *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) stream = g_buffered_input_stream_new_sized (bytes, BUFFER_SIZE);
  GBufferedInputStream *buffered = G_BUFFERED_INPUT_STREAM (stream);
  const guint8 *start;
  gsize n;

  while (g_buffered_input_stream_get_available (buffered) < sizeof database_start)
    {
      gssize got = g_buffered_input_stream_fill (buffered, -1, cancellable, error);

      if (got < 0)
        return NULL;
      if (got == 0)
        break;
    }
  start = g_buffered_input_stream_peek_buffer (buffered, &n);
  if (!refuse_database (start, n, error))
    return NULL;
  if (n >= 3 && memcmp (start, "\xef\xbb\xbf", 3) == 0)
    return g_input_stream_skip (stream, 3, NULL, error) == 3 ? g_steal_pointer (&stream) : NULL;
  if (n >= 2 && memcmp (start, "\xff\xfe", 2) == 0)
    return g_input_stream_skip (stream, 2, NULL, error) == 2 ? decode (stream, "UTF-16LE", error)
                                                             : NULL;
  if (n >= 2 && memcmp (start, "\xfe\xff", 2) == 0)
    return g_input_stream_skip (stream, 2, NULL, error) == 2 ? decode (stream, "UTF-16BE", error)
                                                             : NULL;
  return g_steal_pointer (&stream);
}

ImpSource *
imp_source_new (GInputStream *stream, GCancellable *cancellable)
{
  ImpSource *self = g_new0 (ImpSource, 1);

  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->buffer = g_malloc (BUFFER_SIZE);
  self->at = self->end = self->buffer;
  self->line = 1;
  self->max_bytes = IMP_SOURCE_MAX_BYTES;
  self->stream = open_text (stream, cancellable, &self->error);
  return self;
}

void
imp_source_free (ImpSource *self)
{
  g_clear_object (&self->stream);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  g_free (self->buffer);
  g_free (self);
}

static void
fail_nul (ImpSource *self)
{
  imp_import_fail (&self->error, self->line,
                   _ ("there is a character in it that no text has. This is not a text file, or it "
                      "is damaged: export it again."));
}

/* What the decoder and the disk say is for a person only with a line and a remedy. */
static void
explain_error (ImpSource *self)
{
  g_autoptr (GError) said = NULL;

  if (self->error->domain != G_IO_ERROR
      || g_error_matches (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  said = g_steal_pointer (&self->error);
  imp_import_fail (&self->error, self->line, _ ("%s. Export the file again, and repeat."),
                   said->message);
}

gboolean
imp_source_fill (ImpSource *self)
{
  const guint8 *nul;
  gssize got;

  if (self->nul_next && self->error == NULL)
    fail_nul (self);
  if (self->error != NULL)
    return FALSE;
  got = g_input_stream_read (self->stream, self->buffer, BUFFER_SIZE, self->cancellable,
                             &self->error);
  self->n_bytes += (guint64) MAX (got, 0);
  if (got >= 0 && self->n_bytes > self->max_bytes)
    return imp_import_fail (
        &self->error, self->line,
        _ ("the file is larger than 64 MiB. Split it, or export less at a time."));
  if (got < 0)
    explain_error (self);
  if (got <= 0)
    return FALSE;
  nul = memchr (self->buffer, '\0', (gsize) got);
  self->nul_next = nul != NULL;
  self->at = self->buffer;
  self->end = nul != NULL ? nul : self->buffer + got;
  return self->at < self->end || imp_source_fill (self);
}

gboolean
imp_source_check (ImpSource *self, GError **error)
{
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->error));
  return FALSE;
}
