/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A backlog as JSON: the round trip, and what a reader takes. */
#include "config.h"

#include "exchange/imp-json-export.h"
#include "exchange/imp-json-import.h"
#include "model/imp-attachment.h"

#define HEAD "{\"format\": \"improve-backlog\", \"version\": 1, \"items\": [\n"
#define TAIL "\n]}\n"

static ImpChanges *
read_good (const char *text, ImpDate today)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, -1, NULL);
  g_autoptr (GError) error = NULL;
  ImpChanges *changes = imp_json_import_read (stream, today, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (changes);
  return changes;
}

static const ImpValue *
find_value (ImpChanges *changes, ImpItem item, guint8 field)
{
  for (guint i = 0; i < changes->changes->len; i++)
    {
      const ImpChange *change = &g_array_index (changes->changes, ImpChange, i);

      if (change->item == item && change->field == field)
        return &change->value;
    }
  return NULL;
}

static ImpItem
find_item (ImpChanges *changes, const char *id)
{
  ImpUuid uuid = imp_uuid_new_from_text (id);

  return imp_changes_refer (changes, &uuid);
}

static ImpKind
kind_of (ImpChanges *changes, ImpItem item)
{
  return g_array_index (changes->items, ImpNewItem, -item - 1).kind;
}

/* Export of what was read */

static void
export_item (ImpJsonExport *export, ImpChanges *changes, ImpItem item)
{
  const ImpNewItem *new_item = &g_array_index (changes->items, ImpNewItem, -item - 1);
  const ImpNewItem *items = (const ImpNewItem *) (gpointer) changes->items->data;
  ImpNamedValue values[64] = { 0 };
  g_autoptr (GError) error = NULL;
  guint n_fields;
  const ImpField *fields = imp_kind_get_fields (new_item->kind, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      const ImpValue *value = find_value (changes, item, fields[i].number);

      if (value == NULL)
        continue;
      values[i].value = *value;
      values[i].refers = fields[i].type == IMP_FIELD_ITEM;
      if (values[i].refers)
        values[i].uuid = items[-value->integer - 1].uuid;
    }
  imp_json_export_add_item (export, new_item->kind, &new_item->uuid, values, NULL, &error);
  g_assert_no_error (error);
}

/* In pieces, as the store hands them out. */
static void
export_bytes (ImpJsonExport *export, GBytes *bytes)
{
  const gsize most = 48 * 1024;
  g_autofree char *hash = imp_attachment_hash (bytes);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize at = 0; at == 0 || at < size; at += most)
    {
      g_autoptr (GError) error = NULL;

      imp_json_export_add_bytes (export, hash, data + at, MIN (most, size - at), NULL, &error);
      g_assert_no_error (error);
    }
}

static char *
export_changes (ImpChanges *changes, ImpDate reference)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);
  g_autoptr (ImpJsonExport) export = imp_json_export_new (stream, reference);
  g_autoptr (GError) error = NULL;

  for (ImpKind kind = IMP_KIND_ORGANISATION; kind < IMP_N_KINDS; kind++)
    for (guint i = 0; i < changes->items->len; i++)
      if (g_array_index (changes->items, ImpNewItem, i).kind == kind)
        export_item (export, changes, -(ImpItem) i - 1);
  for (guint i = 0; i < changes->blobs->len; i++)
    export_bytes (export, changes->blobs->pdata[i]);
  imp_json_export_end (export, NULL, &error);
  g_assert_no_error (error);
  return g_strndup (g_memory_output_stream_get_data (memory),
                    g_memory_output_stream_get_data_size (memory));
}

#define ID(n) "\"018f3a52-0000-4000-8000-00000000000" #n "\""

static const char every_type[] =
    "{\"format\": \"improve-backlog\", \"version\": 1, \"reference\": \"2026-11-21\", "
    "\"items\": [\n"
    "{\"kind\": \"site\", \"id\": " ID (
        1) ", \"name\": \"Lyon\"},\n"
           "{\"kind\": \"offering\", \"id\": " ID (
               2) ", "
                  "\"name\": \"Handheld \\\"scanners\\\" \\\\ <b>&\", \"sort\": \"product\"},\n"
                  "{\"kind\": \"person\", \"id\": " ID (
                      3) ", \"name\": \"Zoë 🦊 O'Hara; DROP TABLE person\", "
                         "\"site\": " ID (
                             1) ", \"in-it\": false},\n"
                                "{\"kind\": \"irritant\", \"id\": " ID (
                                    4) ", \"title\": \"Signs out\", "
                                       "\"description\": \"One\\n\\tTwo\", \"offering\": " ID (
                                           2) ", \"people\": \"45 measured\", "
                                              "\"often\": \"3+/day several\", \"minutes\": \"5-10 "
                                              "one\", \"effort\": \"24 guess\", "
                                              "\"irritation\": \"annoying\", \"customers-see-it\": "
                                              "true, \"recorded\": \"2026-03-03\", "
                                              "\"recorded-by\": " ID (
                                                  3) "},\n"
                                                     "{\"kind\": \"announcement\", \"id\": " ID (
                                                         5) ", \"title\": \"What we fixed\", "
                                                            "\"number\": 3, \"rest-hours\": 0.1}\n"
                                                            "]}\n";

static void
test_round_trip (void)
{
  g_autoptr (ImpChanges) changes = read_good (every_type, IMP_DATE_NONE);
  g_autofree char *text = export_changes (changes, imp_date_new (2026, 11, 21));

  g_assert_cmpstr (text, ==, every_type);
}

static char *
make_random_text (void)
{
  GString *text = g_string_new ("x");

  for (int i = g_test_rand_int_range (0, 40); i > 0; i--)
    {
      gunichar c = (gunichar) g_test_rand_int_range (1, i % 3 == 0 ? 0x10ffff : 0x90);

      if (c < 0xd800 || c > 0xdfff)
        g_string_append_unichar (text, c);
    }
  return g_string_free (text, FALSE);
}

/* Numbers, and texts of any characters, come back as they were. */
static void
test_round_trip_random (void)
{
  for (int i = 0; i < 300; i++)
    {
      g_autoptr (ImpChanges) changes = imp_changes_new ();
      g_autoptr (ImpChanges) again = NULL;
      g_autofree char *words = make_random_text ();
      g_autofree char *text = NULL;
      g_autofree char *text_again = NULL;
      ImpItem item = imp_changes_add (changes, IMP_KIND_ENTRY);

      imp_changes_set_text (changes, item, IMP_ENTRY_SAID, words);
      imp_changes_set_real (changes, item, IMP_ENTRY_HOURS,
                            g_test_rand_double_range (-1, 1) * (i % 2 == 0 ? 1e-9 : 1e12));
      text = export_changes (changes, IMP_DATE_NONE);
      again = read_good (text, IMP_DATE_NONE);
      text_again = export_changes (again, IMP_DATE_NONE);
      g_assert_cmpstr (text, ==, text_again);
      g_assert_true (imp_value_equal (find_value (changes, item, IMP_ENTRY_SAID),
                                      find_value (again, -1, IMP_ENTRY_SAID)));
      g_assert_true (imp_value_equal (find_value (changes, item, IMP_ENTRY_HOURS),
                                      find_value (again, -1, IMP_ENTRY_HOURS)));
    }
}

/* What the reader takes */

static void
test_references_in_any_order (void)
{
  g_autoptr (ImpChanges) changes =
      read_good (HEAD "{\"id\": \"r\", \"kind\": \"report\", \"irritant\": \"i\", "
                      "\"site\": \"elsewhere\"},"
                      "{\"kind\": \"irritant\", \"id\": \"i\", \"title\": \"T\"}" TAIL,
                 IMP_DATE_NONE);
  ImpItem report = find_item (changes, "r");
  ImpItem irritant = find_item (changes, "i");
  ImpItem site = find_item (changes, "elsewhere");

  g_assert_cmpuint (changes->items->len, ==, 3);
  g_assert_cmpint (find_value (changes, report, IMP_REPORT_IRRITANT)->integer, ==, irritant);
  g_assert_cmpint (find_value (changes, report, IMP_REPORT_SITE)->integer, ==, site);
  g_assert_cmpint (kind_of (changes, irritant), ==, IMP_KIND_IRRITANT);
  g_assert_cmpint (kind_of (changes, site), ==, IMP_KIND_NONE);
}

static void
test_moves_dates (void)
{
  g_autoptr (ImpChanges) changes = read_good (every_type, imp_date_new (2026, 11, 23));
  ImpItem irritant = find_item (changes, "018f3a52-0000-4000-8000-000000000004");

  g_assert_cmpint (find_value (changes, irritant, IMP_IRRITANT_RECORDED)->integer, ==,
                   imp_date_new (2026, 3, 5));
}

/* When a round began goes with its day. */
static void
test_moves_moments (void)
{
  g_autoptr (ImpChanges) changes =
      read_good ("{\"format\": \"improve-backlog\", \"version\": 1, \"reference\": \"2026-11-21\", "
                 "\"items\": ["
                 "{\"kind\": \"round\", \"id\": \"r\", \"planned\": \"2026-11-21\", \"time\": 540,"
                 " \"started\": 1795262400000}" TAIL,
                 imp_date_new (2026, 11, 23));

  g_assert_cmpint (find_value (changes, -1, IMP_ROUND_PLANNED)->integer, ==,
                   imp_date_new (2026, 11, 23));
  g_assert_cmpint (find_value (changes, -1, IMP_ROUND_TIME)->integer, ==, 540);
  g_assert_cmpint (find_value (changes, -1, IMP_ROUND_STARTED)->integer, ==,
                   1795262400000 + 2 * IMP_DAY_MS);
}

static void
test_pretty_printed (void)
{
  g_autoptr (ImpChanges) changes =
      read_good ("\xef\xbb\xbf{\r\n  \"format\":\"improve-backlog\",\r\n  \"version\" : 1e0,\r\n"
                 "  \"items\": [\r\n    {\r\n      \"kind\": \"site\",\r\n"
                 "      \"id\": \"s\",\r\n      \"name\": \"\\u004c\\ud83d\\ude00\"\r\n    }\r\n"
                 "  ]\r\n}",
                 IMP_DATE_NONE);

  g_assert_cmpstr (find_value (changes, -1, IMP_SITE_NAME)->text, ==, "L😀");
}

static void
test_empty (void)
{
  g_autoptr (ImpChanges) changes = read_good (HEAD TAIL, IMP_DATE_NONE);

  g_assert_true (imp_changes_is_empty (changes));
}

/* As many as a backlog holds, so that every export can come back. */
static void
test_any_number_of_items (void)
{
  g_autoptr (GString) text = g_string_new (HEAD);
  g_autoptr (ImpChanges) changes = NULL;

  for (guint i = 0; i < 120000; i++)
    g_string_append_printf (text, "%s{\"kind\": \"site\", \"id\": \"s%u\"}", i > 0 ? ",\n" : "", i);
  g_string_append (text, TAIL);
  changes = read_good (text->str, IMP_DATE_NONE);
  g_assert_cmpuint (changes->items->len, ==, 120000);
}

static void
add_attachment (ImpChanges *changes, GBytes *bytes)
{
  g_autofree char *hash = imp_attachment_hash (bytes);

  imp_changes_set_text (changes, imp_changes_add (changes, IMP_KIND_ATTACHMENT),
                        IMP_ATTACHMENT_SHA256, hash);
  g_ptr_array_add (changes->blobs, bytes);
}

/* A photo of several pieces, an empty file, and one whose bytes are not there. */
static void
test_round_trip_of_bytes (void)
{
  g_autoptr (ImpChanges) changes = imp_changes_new (), read = NULL;
  g_autofree char *text = NULL, *again = NULL;
  gsize size = 3 * 48 * 1024 + 5;
  guint8 *photo = g_malloc (size);

  for (gsize i = 0; i < size; i++)
    photo[i] = (guint8) g_test_rand_int ();
  add_attachment (changes, g_bytes_new_take (photo, size));
  add_attachment (changes, g_bytes_new_static ("", 0));
  imp_changes_set_text (changes, imp_changes_add (changes, IMP_KIND_ATTACHMENT),
                        IMP_ATTACHMENT_SHA256, "not here yet");
  text = export_changes (changes, IMP_DATE_NONE);
  read = read_good (text, IMP_DATE_NONE);
  g_assert_cmpuint (read->blobs->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_true (g_bytes_equal (read->blobs->pdata[i], changes->blobs->pdata[i]));
  again = export_changes (read, IMP_DATE_NONE);
  g_assert_cmpstr (again, ==, text);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/json/round-trip", test_round_trip);
  g_test_add_func ("/exchange/json/round-trip-random", test_round_trip_random);
  g_test_add_func ("/exchange/json/round-trip-of-bytes", test_round_trip_of_bytes);
  g_test_add_func ("/exchange/json/references-in-any-order", test_references_in_any_order);
  g_test_add_func ("/exchange/json/moves-dates", test_moves_dates);
  g_test_add_func ("/exchange/json/moves-moments", test_moves_moments);
  g_test_add_func ("/exchange/json/pretty-printed", test_pretty_printed);
  g_test_add_func ("/exchange/json/empty", test_empty);
  g_test_add_func ("/exchange/json/any-number-of-items", test_any_number_of_items);
  return g_test_run ();
}
