/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A row of the journal as it travels between laptops, and the salted hash of its value. */
#include "config.h"

#include "model/imp-row.h"

#include <string.h>

void
imp_row_free (ImpRow *self)
{
  imp_value_clear (&self->value);
  g_free (self->actor);
  g_free (self->base);
  g_free (self);
}

gboolean
imp_row_refers (const ImpRow *self)
{
  static const ImpUuid none = { { 0 } };

  return !imp_uuid_equal (&self->reference, &none);
}

gboolean
imp_row_value_is_genuine (const ImpRow *self, GChecksum *sum)
{
  guint8 vhash[IMP_VHASH_SIZE];

  if (self->erased)
    return self->value.type == IMP_VALUE_NONE && !imp_row_refers (self);
  imp_value_hash (sum, self->salt, &self->value, imp_row_refers (self) ? &self->reference : NULL,
                  vhash);
  return memcmp (vhash, self->vhash, sizeof vhash) == 0;
}

int
imp_row_compare (gconstpointer a, gconstpointer b)
{
  const ImpRow *left = *(const ImpRow *const *) a, *right = *(const ImpRow *const *) b;
  int order = memcmp (left->replica.bytes, right->replica.bytes, sizeof left->replica.bytes);

  return order != 0 ? order : (left->rseq > right->rseq) - (left->rseq < right->rseq);
}

static void
add_typed (GChecksum *sum, char type, gconstpointer data, gsize size)
{
  g_checksum_update (sum, (const guchar *) &type, 1);
  if (size > 0)
    g_checksum_update (sum, data, (gssize) size);
}

static void
add_value (GChecksum *sum, const ImpValue *value)
{
  guint64 bits;

  memcpy (&bits, &value->integer, sizeof bits); /* of a real as well */
  bits = GUINT64_TO_LE (bits);
  switch (value->type)
    {
    case IMP_VALUE_INTEGER:
      add_typed (sum, 'i', &bits, sizeof bits);
      break;
    case IMP_VALUE_REAL:
      add_typed (sum, 'r', &bits, sizeof bits);
      break;
    case IMP_VALUE_TEXT:
      add_typed (sum, 't', value->text, strlen (value->text));
      break;
    case IMP_VALUE_NONE:
    default:
      add_typed (sum, 'n', NULL, 0);
    }
}

void
imp_value_hash (GChecksum *sum,
                const guint8 salt[IMP_SALT_SIZE],
                const ImpValue *value,
                const ImpUuid *reference,
                guint8 vhash[IMP_VHASH_SIZE])
{
  guint8 digest[32];
  gsize digest_size = sizeof digest;

  g_checksum_reset (sum);
  g_checksum_update (sum, salt, IMP_SALT_SIZE);
  if (reference != NULL)
    add_typed (sum, 'u', reference->bytes, sizeof reference->bytes);
  else
    add_value (sum, value);
  g_checksum_get_digest (sum, digest, &digest_size);
  memcpy (vhash, digest, IMP_VHASH_SIZE);
}
