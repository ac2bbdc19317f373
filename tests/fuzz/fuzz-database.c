/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A file that somebody prepared, opened as a backlog: refused in words, or usable without harm.
 *
 * Bytes that begin as a database are one. All others change a good backlog: of each three, two say
 * where and one what; half of the places lie in the pages that hold the schema. */
#include "config.h"

#include <string.h>

#include "base/imp-error.h"
#include "fuzz-store.h"
#include "fuzz-target.h"
#include "store-fixture.h"

#define MAGIC       "SQLite format 3"
#define SCHEMA_SIZE 16384

static gsize
find_place (const guint8 *change, gsize size)
{
  gsize place = (gsize) change[0] << 8 | change[1];

  return place < 0x8000 ? place % SCHEMA_SIZE : (place - 0x8000) * 8191 % size;
}

static guint8 *
make_file (const uint8_t *data, size_t n, gsize *size)
{
  const guint8 *good = fuzz_store_get_bytes (size);
  guint8 *bytes;

  if (n >= sizeof MAGIC && memcmp (data, MAGIC, sizeof MAGIC) == 0)
    {
      *size = n;
      return g_memdup2 (data, n);
    }
  bytes = g_memdup2 (good, *size);
  for (; n >= 3; data += 3, n -= 3)
    bytes[find_place (data, *size)] ^= data[2];
  return bytes;
}

/* Of the journal that these bytes hold, as SQLite reads it; NULL where it does not. */
static char *
digest (const guint8 *bytes, gsize size)
{
  return store_fixture_digest_journal (fuzz_store_write (bytes, size));
}

/* It can be read, as if it were right, and says something else than the good one. */
static gboolean
is_rewritten (const guint8 *bytes, gsize size)
{
  static char *good; /* kept until the end */
  g_autofree char *now = digest (bytes, size);

  if (good == NULL)
    {
      gsize good_size;
      const guint8 *good_bytes = fuzz_store_get_bytes (&good_size);

      good = digest (good_bytes, good_size);
    }
  return now != NULL && !g_str_equal (now, good);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  gsize n_bytes;
  g_autofree guint8 *bytes = make_file (data, size, &n_bytes);
  gboolean rewritten = is_rewritten (bytes, n_bytes);
  const char *path = fuzz_store_write (bytes, n_bytes);
  g_autoptr (GError) error = NULL;
  ImpStore *store = fuzz_store_open (path, &error);

  if (store != NULL)
    {
      g_assert_true (fuzz_store_use (store) > 0 || !rewritten);
      imp_store_close (store);
      return 0;
    }
  g_assert_true (error->domain == IMP_ERROR);
  g_assert_nonnull (strstr (error->message, path));
  return 0;
}
