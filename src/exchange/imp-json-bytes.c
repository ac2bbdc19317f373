/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The bytes of attachments as they are read from JSON, piece by piece. */
#include "config.h"

#include "exchange/imp-json-bytes.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "base/imp-error.h"
#include "model/imp-attachment.h"

/* Where the bytes of one attachment stand in the file. */
typedef struct
{
  gsize start, size;
} Slice;

struct _ImpJsonBytes
{
  GHashTable *wanted; /* set of hashes that have not come yet */
  GArray *slices;     /* of Slice; the last one is that of `hash` */
  GChecksum *sum;
  char *hash; /* which is coming; NULL: none */
  int file;   /* -1: nothing has come */
  gsize size;
};

ImpJsonBytes *
imp_json_bytes_new (void)
{
  ImpJsonBytes *self = g_new0 (ImpJsonBytes, 1);

  self->wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->slices = g_array_new (FALSE, FALSE, sizeof (Slice));
  self->sum = g_checksum_new (G_CHECKSUM_SHA256);
  self->file = -1;
  return self;
}

void
imp_json_bytes_want (ImpJsonBytes *self, const char *hash)
{
  g_hash_table_add (self->wanted, g_strdup (hash));
}

void
imp_json_bytes_free (ImpJsonBytes *self)
{
  g_hash_table_unref (self->wanted);
  g_array_unref (self->slices);
  g_checksum_free (self->sum);
  g_free (self->hash);
  if (self->file >= 0)
    close (self->file);
  g_free (self);
}

static gboolean
fail_keeping (int number, GError **error)
{
  gboolean full = number == ENOSPC || number == EDQUOT;

  g_set_error (error, IMP_ERROR, full ? IMP_ERROR_FULL : IMP_ERROR_READ_ONLY,
               _ ("Cannot import the file: its photos cannot be kept meanwhile (%s). Make room on "
                  "the disk, and try again."),
               g_strerror (number));
  return FALSE;
}

/* Not where temporary files often are, which may be memory. Without a name from the beginning on. */
static gboolean
ensure_file (ImpJsonBytes *self, GError **error)
{
  g_autofree char *name = g_build_filename (g_get_user_cache_dir (), "improve-import-XXXXXX", NULL);

  if (self->file >= 0)
    return TRUE;
  if (g_mkdir_with_parents (g_get_user_cache_dir (), 0700) == 0)
    self->file = g_mkstemp_full (name, O_RDWR | O_CLOEXEC, 0600);
  if (self->file < 0)
    return fail_keeping (errno, error);
  g_unlink (name);
  return TRUE;
}

static gboolean
write_all (ImpJsonBytes *self, const guint8 *data, gsize size, GError **error)
{
  while (size > 0)
    {
      gssize n = write (self->file, data, size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return fail_keeping (n < 0 ? errno : ENOSPC, error);
      data += n;
      size -= (gsize) n;
      self->size += (gsize) n;
    }
  return TRUE;
}

/* What has come so far must be what its hash says. */
static gboolean
end_current (ImpJsonBytes *self, guint line, GError **error)
{
  g_autofree char *hash = g_steal_pointer (&self->hash);
  gboolean genuine = hash == NULL || g_str_equal (g_checksum_get_string (self->sum), hash);

  g_checksum_reset (self->sum);
  return genuine
         || imp_import_fail (error, line,
                             _ ("the photo or file “%.12s…” is not what its hash says: a part is "
                                "missing or changed. Export it again."),
                             hash);
}

static gboolean
begin (ImpJsonBytes *self, const char *hash, guint line, GError **error)
{
  Slice slice = { .start = self->size };

  if (!g_hash_table_remove (self->wanted, hash))
    return imp_import_fail (error, line,
                            _ ("no attachment of the file has the hash “%.12s…”, or its bytes "
                               "stand here twice. Take them out."),
                            hash);
  self->hash = g_strdup (hash);
  g_array_append_val (self->slices, slice);
  return TRUE;
}

static gboolean
add_piece (ImpJsonBytes *self, const char *base64, guint line, GError **error)
{
  Slice *slice = &g_array_index (self->slices, Slice, self->slices->len - 1);
  gsize size = 0;
  g_autofree guint8 *piece = g_base64_decode (base64, &size);

  if (slice->size + size > IMP_ATTACHMENT_MAX_BYTES)
    return imp_import_fail (error, line, _ ("a photo or file is larger than 16 MiB. Take it out."));
  if (!ensure_file (self, error) || !write_all (self, piece, size, error))
    return FALSE;
  slice->size += size;
  g_checksum_update (self->sum, piece, (gssize) size);
  return TRUE;
}

gboolean
imp_json_bytes_take (ImpJsonBytes *self, const GArray *members, guint line, GError **error)
{
  const ImpJsonMember *hash = imp_json_members_find (members, "hash");
  const ImpJsonMember *base64 = imp_json_members_find (members, "base64");

  if (members->len != 2 || hash == NULL || base64 == NULL || hash->token != IMP_JSON_STRING
      || base64->token != IMP_JSON_STRING)
    return imp_import_fail (error, line,
                            _ ("a piece of a photo or file wants “hash” and “base64”, both texts "
                               "in quotes. Correct it."));
  if (g_strcmp0 (hash->text, self->hash) != 0
      && (!end_current (self, line, error) || !begin (self, hash->text, line, error)))
    return FALSE;
  return add_piece (self, base64->text, line, error);
}

gboolean
imp_json_bytes_end (ImpJsonBytes *self, GPtrArray *blobs, guint line, GError **error)
{
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GBytes) all = NULL;

  if (!end_current (self, line, error))
    return FALSE;
  if (self->file >= 0)
    file = g_mapped_file_new_from_fd (self->file, FALSE, NULL);
  if (self->file >= 0 && file == NULL)
    return fail_keeping (EIO, error);
  all = file != NULL ? g_mapped_file_get_bytes (file) : NULL;
  for (guint i = 0; i < self->slices->len; i++)
    {
      const Slice *slice = &g_array_index (self->slices, Slice, i);

      g_ptr_array_add (blobs, g_bytes_new_from_bytes (all, slice->start, slice->size));
    }
  return TRUE;
}
