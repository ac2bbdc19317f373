/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Any bytes as a round that somebody passed on: taken in or refused whole, in words; a second time
 * there is nothing new, and the backlog stays sound.
 *
 * The hashes of values are made right, so that what lies behind that check is reached. */
#include "config.h"

#include "base/imp-error.h"
#include "exchange/imp-json-look.h"
#include "exchange/imp-round-import.h"
#include "fuzz-store.h"
#include "fuzz-target.h"
#include "store-fixture.h"
#include "store/imp-take-round.h"

static void
assert_said (const GError *error)
{
  g_assert_true (error->domain == IMP_ERROR && error->code != IMP_ERROR_FAILED);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
mend (ImpRow *row, GChecksum *sum)
{
  if (!row->erased)
    imp_value_hash (sum, row->salt, &row->value, imp_row_refers (row) ? &row->reference : NULL,
                    row->vhash);
}

static ImpPassedRound *
read_round (const uint8_t *data, size_t size)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GError) error = NULL;
  ImpPassedRound *passed = imp_round_import_read (stream, NULL, &error);

  g_assert_true ((passed == NULL) == (error != NULL));
  if (error != NULL)
    assert_said (error);
  for (guint i = 0; passed != NULL && i < passed->rows->len; i++)
    mend (passed->rows->pdata[i], sum);
  return passed;
}

static void
take_again (ImpStore *store, const uint8_t *data, size_t size)
{
  g_autoptr (ImpPassedRound) passed = read_round (data, size);
  g_autoptr (GError) error = NULL;
  ImpTaken taken;

  g_assert_true (imp_store_take_round (store, passed, TRUE, &taken, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (taken.n_written, ==, 0);
}

static void
take (ImpPassedRound *passed, const uint8_t *data, size_t size)
{
  gsize n_good;
  const guint8 *good = fuzz_store_get_bytes (&n_good);
  ImpStore *store = fuzz_store_open (fuzz_store_write (good, n_good), NULL);
  StoreFixture fixture = { .store = store };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  ImpTaken taken;

  if (imp_store_take_round (store, passed, TRUE, &taken, &error))
    take_again (store, data, size);
  else
    assert_said (error);
  before = store_fixture_dump (&fixture);
  g_assert_cmpuint (fuzz_store_use (store), ==, 0); /* which builds it anew */
  after = store_fixture_dump (&fixture);
  g_assert_cmpstr (after, ==, before);
  imp_store_close (store);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autofree char *format = imp_json_look (stream, NULL);
  g_autoptr (ImpPassedRound) passed = read_round (data, size);

  g_assert_true (passed == NULL || imp_round_import_is_format (format));
  if (passed != NULL)
    take (passed, data, size);
  else
    fuzz_store_get_bytes (&(gsize) { 0 });
  return 0;
}
