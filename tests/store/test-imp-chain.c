/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The hash chain: what it covers, and that it is the same on every computer. */
#include "config.h"

#include <string.h>

#include "store/imp-chain.h"

static const guint8 salt[IMP_SALT_SIZE] = "0123456789abcde";

static char *
to_hex (const guint8 *bytes, gsize size)
{
  GString *hex = g_string_new (NULL);

  for (gsize i = 0; i < size; i++)
    g_string_append_printf (hex, "%02x", bytes[i]);
  return g_string_free_and_steal (hex);
}

static char *
hash_rows (const ImpRow *rows, guint n)
{
  guint8 hash[IMP_HASH_SIZE] = { 0 };
  ImpChain chain;

  imp_chain_begin (&chain, hash);
  for (guint i = 0; i < n; i++)
    imp_chain_add (&chain, &rows[i]);
  imp_chain_end (&chain, hash);
  return to_hex (hash, sizeof hash);
}

static char *
hash_value (const ImpValue *value, const ImpUuid *reference)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 vhash[IMP_VHASH_SIZE];

  imp_value_hash (sum, salt, value, reference, vhash);
  return to_hex (vhash, sizeof vhash);
}

static const ImpRow sample = {
  .rseq = 3,
  .hlc = 99,
  .txn = 2,
  .actor = (char *) "Inès",
  .wire = 1,
  .entity = 6,
  .field = 1,
  .base = (char *) "1:1",
  .vhash = "fedcba987654321",
};

/* Reckoned by hand from the description in the header, once: files of today must verify for ever. */
static void
test_is_stable (void)
{
  g_autofree char *row = hash_rows (&sample, 1);
  g_autofree char *text =
      hash_value (&(ImpValue) { IMP_VALUE_TEXT, .text = (char *) "Inès" }, NULL);
  g_autofree char *real = hash_value (&(ImpValue) { IMP_VALUE_REAL, .real = 2.5 }, NULL);

  g_assert_cmpstr (row, ==, "e039c3e5acef00aa3858b0b2161e62b7062fe8f52d6eac191b9e60e7e59a5046");
  g_assert_cmpstr (text, ==, "41983c0ddb7de6ae983362b0bf164489");
  g_assert_cmpstr (real, ==, "b2383dd2b2875281bebb4bf86fd242b5");
}

static void
test_covers_every_member (void)
{
  ImpRow changed[10];
  g_autofree char *expected = hash_rows (&sample, 1);

  for (guint i = 0; i < G_N_ELEMENTS (changed); i++)
    changed[i] = sample;
  changed[0].rseq++;
  changed[1].hlc++;
  changed[2].txn++;
  changed[3].actor = (char *) "Ines";
  changed[4].wire++;
  changed[5].entity++;
  changed[6].field++;
  changed[7].base = NULL;
  changed[8].vhash[14] = '0';
  changed[9].item.bytes[15] = 1;
  for (guint i = 0; i < G_N_ELEMENTS (changed); i++)
    {
      g_autofree char *hash = hash_rows (&changed[i], 1);

      g_assert_cmpstr (hash, !=, expected);
    }
}

static void
test_rows_do_not_run_into_one_another (void)
{
  ImpRow one = sample, other = sample;
  ImpRow rows[2] = { sample, sample };
  g_autofree char *a = NULL, *b = NULL, *twice = hash_rows (rows, 2), *once = hash_rows (rows, 1);

  one.actor = (char *) "ab";
  one.base = (char *) "c";
  other.actor = (char *) "a";
  other.base = (char *) "bc";
  a = hash_rows (&one, 1);
  b = hash_rows (&other, 1);
  g_assert_cmpstr (a, !=, b);
  g_assert_cmpstr (twice, !=, once);
}

static void
test_values_of_other_types_differ (void)
{
  ImpUuid uuid;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  memcpy (uuid.bytes, "0123456789abcdef", sizeof uuid.bytes);
  g_hash_table_add (seen, hash_value (&(ImpValue) { IMP_VALUE_NONE }, NULL));
  g_hash_table_add (seen, hash_value (&(ImpValue) { IMP_VALUE_INTEGER, { 0 } }, NULL));
  g_hash_table_add (seen, hash_value (&(ImpValue) { IMP_VALUE_REAL, .real = 0 }, NULL));
  g_hash_table_add (seen, hash_value (&(ImpValue) { IMP_VALUE_INTEGER, { 0 } }, &uuid));
  g_hash_table_add (
      seen, hash_value (&(ImpValue) { IMP_VALUE_TEXT, .text = (char *) "0123456789abcdef" }, NULL));
  g_assert_cmpuint (g_hash_table_size (seen), ==, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/chain/is-stable", test_is_stable);
  g_test_add_func ("/store/chain/covers-every-member", test_covers_every_member);
  g_test_add_func ("/store/chain/rows-do-not-run-into-one-another",
                   test_rows_do_not_run_into_one_another);
  g_test_add_func ("/store/chain/values-of-other-types-differ", test_values_of_other_types_differ);
  return g_test_run ();
}
