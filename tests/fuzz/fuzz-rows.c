/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Rows of the journal from other laptops: taken or refused whole, and the backlog stays sound.
 *
 * The bytes are read as rows of up to four laptops over a few items. Numbers, hashes and the chain
 * are made right, so that what lies behind those checks is reached, unless a row says otherwise. */
#include "config.h"

#include <string.h>

#include "fuzz-store.h"
#include "fuzz-target.h"
#include "store-fixture.h"
#include "store/imp-chain.h"
#include "store/imp-sharing.h"

#define N_LAPTOPS  4
#define MAX_ROWS   200
#define BASE_CLOCK ((gint64) 1795262400000 << 16)

enum
{
  ROW_ENDS_ACTION = 1 << 0,
  ROW_HAS_BASE = 1 << 1,
  ROW_IS_ERASED = 1 << 2,
  ROW_HAS_ANY_CLOCK = 1 << 3,
  ROW_IS_FORGED = 1 << 4,
};

typedef struct
{
  const uint8_t *at, *end;
} Bytes;

typedef struct
{
  gint64 rseq, txn;
  ImpChain chain;
  guint8 head[IMP_HASH_SIZE];
} Laptop;

static guint8
take (Bytes *bytes)
{
  return bytes->at < bytes->end ? *bytes->at++ : 0;
}

static gint64
take_number (Bytes *bytes)
{
  guint64 number = 0;

  for (int i = 0; i < 8; i++)
    number = number << 8 | take (bytes);
  return (gint64) number;
}

static char *
take_text (Bytes *bytes)
{
  gsize wanted = take (bytes), size = MIN (wanted, (gsize) (bytes->end - bytes->at));
  char *text = g_strndup ((const char *) bytes->at, size);

  bytes->at += size;
  return text;
}

static ImpUuid
make_uuid (char of, guint8 number)
{
  ImpUuid uuid;

  memset (uuid.bytes, of, sizeof uuid.bytes);
  uuid.bytes[15] = number;
  return uuid;
}

static void
take_value (Bytes *bytes, ImpRow *row)
{
  switch (take (bytes) % 6)
    {
    case 0:
      break;
    case 1:
      row->value = (ImpValue) { IMP_VALUE_INTEGER, { take (bytes) } };
      break;
    case 2:
      row->value = (ImpValue) { IMP_VALUE_INTEGER, { take_number (bytes) } };
      break;
    case 3:
      row->value.type = IMP_VALUE_REAL;
      row->value.integer = take_number (bytes); /* any bits */
      break;
    case 4:
      row->value.type = IMP_VALUE_TEXT;
      row->value.text = take_text (bytes);
      break;
    default:
      row->reference = make_uuid ('i', take (bytes) % 16);
    }
}

/* What the writer had seen: heads that may be there, or any text. */
static char *
take_base (Bytes *bytes)
{
  char name[IMP_UUID_STRING_LEN];
  guint8 laptop = take (bytes);
  ImpUuid uuid = make_uuid ('l', laptop % N_LAPTOPS);

  if (laptop == 0xff)
    return take_text (bytes);
  imp_uuid_print (&uuid, name);
  return g_strdup_printf ("%s:%u", name, take (bytes));
}

static void
take_content (Bytes *bytes, guint8 how, ImpRow *row)
{
  row->actor = g_strdup ("Somebody");
  row->wire = 1;
  row->entity = take (bytes);
  row->field = take (bytes);
  row->item = make_uuid ('i', take (bytes) % 16);
  row->hlc = how & ROW_HAS_ANY_CLOCK ? take_number (bytes) : BASE_CLOCK + take (bytes);
  row->base = how & ROW_HAS_BASE ? take_base (bytes) : NULL;
  row->erased = (how & ROW_IS_ERASED) != 0;
  take_value (bytes, row);
}

static void
add_hashes (Laptop *laptop, GChecksum *sum, ImpRow *row)
{
  imp_value_hash (sum, row->salt, &row->value, imp_row_refers (row) ? &row->reference : NULL,
                  row->vhash);
  if (laptop->chain.sum == NULL)
    imp_chain_begin (&laptop->chain, laptop->head);
  imp_chain_add (&laptop->chain, row);
  if (!row->is_last)
    return;
  imp_chain_end (&laptop->chain, laptop->head);
  memcpy (row->hash, laptop->head, sizeof row->hash);
}

/* What somebody may change on the way. */
static void
forge (Bytes *bytes, ImpRow *row)
{
  switch (take (bytes) % 4)
    {
    case 0:
      row->vhash[0] ^= 1;
      break;
    case 1:
      row->hash[0] ^= 1;
      break;
    case 2:
      row->rseq = take_number (bytes);
      break;
    default:
      row->txn = take_number (bytes);
    }
}

static ImpRow *
take_row (Bytes *bytes, Laptop *laptops, GChecksum *sum)
{
  guint8 how = take (bytes), number = take (bytes) % N_LAPTOPS;
  Laptop *laptop = &laptops[number];
  ImpRow *row = g_new0 (ImpRow, 1);

  row->replica = make_uuid ('l', number);
  row->rseq = ++laptop->rseq;
  row->txn = laptop->txn != 0 ? laptop->txn : row->rseq;
  row->is_last = (how & ROW_ENDS_ACTION) != 0;
  laptop->txn = row->is_last ? 0 : row->txn;
  take_content (bytes, how, row);
  add_hashes (laptop, sum, row);
  if (how & ROW_IS_FORGED)
    forge (bytes, row);
  return row;
}

static GPtrArray *
take_rows (Bytes *bytes)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_row_free);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  Laptop laptops[N_LAPTOPS] = { 0 };

  while (bytes->at < bytes->end && rows->len < MAX_ROWS)
    g_ptr_array_add (rows, take_row (bytes, laptops, sum));
  for (guint i = 0; i < N_LAPTOPS; i++)
    g_clear_pointer (&laptops[i].chain.sum, g_checksum_free);
  return rows;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  Bytes bytes = { data, data + size };
  gsize n_good;
  const guint8 *good = fuzz_store_get_bytes (&n_good);
  ImpStore *store = fuzz_store_open (fuzz_store_write (good, n_good), NULL);
  g_autoptr (GPtrArray) rows = take_rows (&bytes);
  g_autoptr (GError) error = NULL;
  StoreFixture fixture = { .store = store };
  ImpApplied applied;
  gboolean done = imp_store_apply_rows (store, rows, &applied, &error);
  g_autofree char *before = store_fixture_dump (&fixture), *after = NULL;

  g_assert_true (done == (error == NULL));
  g_assert_true (done || g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpuint (fuzz_store_use (store), ==, 0); /* which builds it anew */
  after = store_fixture_dump (&fixture);
  g_assert_cmpstr (after, ==, before);
  imp_store_close (store);
  return 0;
}
