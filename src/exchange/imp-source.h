/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The bytes of a text file that is read in, one after the other, with the line they stand on. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define IMP_SOURCE_END       -1
#define IMP_SOURCE_MAX_BYTES ((guint64) 64 * 1024 * 1024)
#define IMP_SOURCE_MAX_TEXT  (1024 * 1024)
#define IMP_SOURCE_MAX_ITEMS 100000

/* Private to this layer. Takes UTF-8, or UTF-16 with its mark, and hands out UTF-8 without a mark;
 * whether it is valid is for the readers to check, text by text. An error (also: cancelled, too
 * long, a NUL byte) looks like the end until imp_source_check() is asked. One thread at a time,
 * never the main one. */
typedef struct
{
  GInputStream *stream;
  GCancellable *cancellable;
  GError *error;
  guint8 *buffer;
  const guint8 *at, *end; /* what is buffered and not taken yet */
  guint64 n_bytes, max_bytes;
  guint line; /* of the next byte; from 1; ends with LF, CR LF or CR */
  gboolean after_cr;
  gboolean nul_next;
} ImpSource;

ImpSource *imp_source_new (GInputStream *stream, GCancellable *cancellable);
void imp_source_free (ImpSource *self);
gboolean imp_source_fill (ImpSource *self); /* only for imp_source_peek() */
/* FALSE where the source has ended because of an error, which it gives. */
gboolean imp_source_check (ImpSource *self, GError **error);

/* The next byte, or IMP_SOURCE_END. */
static inline int
imp_source_peek (ImpSource *self)
{
  return self->at < self->end || imp_source_fill (self) ? *self->at : IMP_SOURCE_END;
}

static inline int
imp_source_next (ImpSource *self)
{
  int c = imp_source_peek (self);

  if (c == IMP_SOURCE_END)
    return c;
  self->at++;
  self->line += c == '\r' || (c == '\n' && !self->after_cr);
  self->after_cr = c == '\r';
  return c;
}

/* IMP_ERROR_INPUT: "Cannot import the file: line 7: …". The rest says what is wrong and what to
 * do. Always FALSE. */
gboolean imp_import_fail (GError **error, guint line, const char *format, ...) G_GNUC_PRINTF (3, 4);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpSource, imp_source_free)

G_END_DECLS
