/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Changes: numbers of new items, and values as they are kept. */
#include "config.h"

#include "model/imp-changes.h"

static const ImpChange *
get_change (const ImpChanges *changes, guint i)
{
  g_assert_cmpuint (i, <, changes->changes->len);
  return &g_array_index (changes->changes, ImpChange, i);
}

static const ImpNewItem *
get_item (const ImpChanges *changes, ImpItem item)
{
  return &g_array_index (changes->items, ImpNewItem, -item - 1);
}

static void
test_new_items (void)
{
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  ImpItem site, irritant;

  g_assert_true (imp_changes_is_empty (changes));
  site = imp_changes_add (changes, IMP_KIND_SITE);
  irritant = imp_changes_add (changes, IMP_KIND_IRRITANT);
  g_assert_cmpint (site, ==, -1);
  g_assert_cmpint (irritant, ==, -2);
  g_assert_cmpint (get_item (changes, irritant)->kind, ==, IMP_KIND_IRRITANT);
  g_assert_false (get_item (changes, irritant)->named);
  g_assert_false (imp_changes_is_empty (changes));
}

static void
test_named_items (void)
{
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  ImpUuid lyon = imp_uuid_new_from_name ("lyon"), porto = imp_uuid_new_from_name ("porto");
  ImpItem referred = imp_changes_refer (changes, &lyon);

  g_assert_cmpint (get_item (changes, referred)->kind, ==, IMP_KIND_NONE);
  g_assert_cmpint (imp_changes_add_named (changes, IMP_KIND_SITE, &lyon), ==, referred);
  g_assert_cmpint (get_item (changes, referred)->kind, ==, IMP_KIND_SITE);
  g_assert_true (get_item (changes, referred)->named);
  g_assert_true (imp_uuid_equal (&get_item (changes, referred)->uuid, &lyon));
  g_assert_cmpint (imp_changes_refer (changes, &lyon), ==, referred);
  g_assert_cmpint (imp_changes_refer (changes, &porto), !=, referred);
  g_assert_cmpuint (changes->items->len, ==, 2);
}

static void
test_text (void)
{
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  ImpValue raw = { IMP_VALUE_TEXT, .text = (char *) "\x01raw " };

  imp_changes_set_text (changes, 7, IMP_SITE_NAME, " Ly\x01on\xff ");
  imp_changes_set_value (changes, 7, IMP_SITE_NAME, &raw);
  imp_changes_set_text (changes, 7, IMP_SITE_NAME, " \x02 ");
  imp_changes_set_text (changes, 7, IMP_SITE_NAME, NULL);
  g_assert_cmpint (get_change (changes, 0)->item, ==, 7);
  g_assert_cmpint (get_change (changes, 0)->field, ==, IMP_SITE_NAME);
  g_assert_cmpstr (get_change (changes, 0)->value.text, ==, "Lyon\ufffd");
  g_assert_cmpstr (get_change (changes, 1)->value.text, ==, "raw");
  g_assert_cmpint (get_change (changes, 2)->value.type, ==, IMP_VALUE_NONE);
  g_assert_cmpint (get_change (changes, 3)->value.type, ==, IMP_VALUE_NONE);
}

static void
test_values (void)
{
  g_autoptr (ImpChanges) changes = imp_changes_new ();

  imp_changes_set_integer (changes, 7, 1, -3);
  imp_changes_set_real (changes, 7, 2, 0.5);
  imp_changes_set_date (changes, 7, 3, imp_date_new (1970, 1, 1));
  imp_changes_set_item (changes, 7, 4, -1);
  g_assert_cmpint (get_change (changes, 0)->value.integer, ==, -3);
  g_assert_cmpfloat (get_change (changes, 1)->value.real, ==, 0.5);
  g_assert_cmpint (get_change (changes, 2)->value.type, ==, IMP_VALUE_INTEGER);
  g_assert_cmpint (get_change (changes, 2)->value.integer, ==, 0);
  g_assert_cmpint (get_change (changes, 3)->value.integer, ==, -1);
}

static void
test_unset (void)
{
  g_autoptr (ImpChanges) changes = imp_changes_new ();

  imp_changes_set_date (changes, 7, 1, IMP_DATE_NONE);
  imp_changes_set_item (changes, 7, 2, 0);
  imp_changes_unset (changes, 7, 3);
  imp_changes_delete (changes, 7);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (get_change (changes, i)->value.type, ==, IMP_VALUE_NONE);
  g_assert_cmpint (get_change (changes, 3)->field, ==, IMP_FIELD_LIFE);
}

static void
test_value_copy (void)
{
  ImpValue text = { IMP_VALUE_TEXT, .text = g_strdup ("Lyon") };
  ImpValue copy = imp_value_copy (&text);

  g_assert_true (imp_value_equal (&text, &copy));
  g_assert_true (copy.text != text.text);
  imp_value_clear (&text);
  g_assert_cmpint (text.type, ==, IMP_VALUE_NONE);
  g_assert_cmpstr (copy.text, ==, "Lyon");
  g_assert_false (imp_value_equal (&text, &copy));
  imp_value_clear (&copy);
  g_assert_true (imp_value_equal (&text, &copy));
}

static void
test_value_equal (void)
{
  ImpValue one = { IMP_VALUE_INTEGER, { 1 } }, two = { IMP_VALUE_INTEGER, { 2 } };
  ImpValue real = { IMP_VALUE_REAL, .real = 1 }, half = { IMP_VALUE_REAL, .real = 0.5 };

  g_assert_true (imp_value_equal (&one, &one));
  g_assert_false (imp_value_equal (&one, &two));
  g_assert_false (imp_value_equal (&one, &real));
  g_assert_true (imp_value_equal (&half, &half));
  g_assert_false (imp_value_equal (&real, &half));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/changes/numbers-new-items", test_new_items);
  g_test_add_func ("/model/changes/knows-named-items", test_named_items);
  g_test_add_func ("/model/changes/cleans-text", test_text);
  g_test_add_func ("/model/changes/keeps-values", test_values);
  g_test_add_func ("/model/changes/unsets", test_unset);
  g_test_add_func ("/model/value/copy-owns-its-text", test_value_copy);
  g_test_add_func ("/model/value/equal-needs-the-type", test_value_equal);
  return g_test_run ();
}
