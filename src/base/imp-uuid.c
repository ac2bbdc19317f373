/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Universally unique identifiers: what an item is called outside this file. */
#include "config.h"

#include "base/imp-uuid.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>

/* The name space of Improve: a random UUID, fixed for ever. */
static const guint8 name_space[16] = { 0x8b, 0x1f, 0x5e, 0x62, 0x3d, 0x0a, 0x4c, 0x77,
                                       0x9a, 0x41, 0xd2, 0x6c, 0x58, 0xe0, 0x13, 0xb4 };

void
imp_random_fill (guint8 *bytes, gsize n_bytes)
{
  while (n_bytes > 0)
    {
      gssize got = getrandom (bytes, MIN (n_bytes, 256), 0);

      if (got < 0 && errno == EINTR)
        continue;
      if (got <= 0)
        g_error ("the system gives no random bytes: %s", g_strerror (errno));
      bytes += got;
      n_bytes -= (gsize) got;
    }
}

static ImpUuid
with_version (ImpUuid uuid, guint8 version)
{
  uuid.bytes[6] = (guint8) ((uuid.bytes[6] & 0x0f) | (version << 4));
  uuid.bytes[8] = (guint8) ((uuid.bytes[8] & 0x3f) | 0x80);
  return uuid;
}

ImpUuid
imp_uuid_new_random (void)
{
  ImpUuid uuid;

  imp_random_fill (uuid.bytes, sizeof uuid.bytes);
  return with_version (uuid, 4);
}

ImpUuid
imp_uuid_new_from_name (const char *name)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 digest[20];
  gsize length = sizeof digest;
  ImpUuid uuid;

  g_checksum_update (sum, name_space, sizeof name_space);
  g_checksum_update (sum, (const guchar *) name, (gssize) strlen (name));
  g_checksum_get_digest (sum, digest, &length);
  memcpy (uuid.bytes, digest, sizeof uuid.bytes);
  return with_version (uuid, 5);
}

ImpUuid
imp_uuid_new_from_text (const char *text)
{
  ImpUuid uuid;

  return imp_uuid_parse (text, &uuid) ? uuid : imp_uuid_new_from_name (text);
}

gboolean
imp_uuid_parse (const char *text, ImpUuid *uuid)
{
  if (text == NULL || !g_uuid_string_is_valid (text))
    return FALSE;
  for (guint i = 0; i < 16; i++)
    {
      if (*text == '-')
        text++;
      uuid->bytes[i] =
          (guint8) (g_ascii_xdigit_value (text[0]) << 4 | g_ascii_xdigit_value (text[1]));
      text += 2;
    }
  return TRUE;
}

void
imp_uuid_print (const ImpUuid *self, char buffer[IMP_UUID_STRING_LEN])
{
  static const char digits[] = "0123456789abcdef";
  char *out = buffer;

  for (guint i = 0; i < 16; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        *out++ = '-';
      *out++ = digits[self->bytes[i] >> 4];
      *out++ = digits[self->bytes[i] & 15];
    }
  *out = '\0';
}

gboolean
imp_uuid_equal (const ImpUuid *a, const ImpUuid *b)
{
  return memcmp (a->bytes, b->bytes, sizeof a->bytes) == 0;
}
