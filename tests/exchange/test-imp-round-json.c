/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A round as a JSON file: it comes back as it was written, and what is none is refused. */
#include "config.h"

#include <string.h>

#include "base/imp-error.h"
#include "exchange/imp-json-look.h"
#include "exchange/imp-round-export.h"
#include "exchange/imp-round-import.h"

#define UUID   "6f1c1e5a-2f4a-4a51-9a63-000000000001"
#define HELLO  "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
#define NOUGHT "00000000000000000000000000000000"
#define HEAD                                                                                       \
  "{\"format\": \"improve-round\", \"version\": 1, \"round\": \"" UUID "\", \"rows\": [\n"
#define TAIL  "\n]}\n"
#define WHERE "\"laptop\": \"" UUID "\", \"row\": 1, \"action\": 1, \"stamp\": \"5\", \"wire\": 1, "
#define ROW(members)                                                                               \
  HEAD "{" WHERE "\"kind\": \"site\", \"id\": \"" UUID "\", \"field\": 1, \"hash\": \"" NOUGHT     \
       "\"" members "}" TAIL

static ImpPassedRound *
read_text (const char *text, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, -1, NULL);

  return imp_round_import_read (stream, NULL, error);
}

static ImpRow *
new_row (int kind, int field, ImpValue value)
{
  static gint64 rseq = 0;
  ImpRow *row = g_new0 (ImpRow, 1);

  row->replica = imp_uuid_new_random ();
  row->rseq = ++rseq;
  row->txn = 1;
  row->hlc = G_MAXINT64 - rseq;
  row->actor = g_strdup ("Marta \"M\"\nNowak");
  row->wire = 1;
  row->entity = kind;
  row->field = field;
  row->item = imp_uuid_new_random ();
  row->value = value;
  imp_random_fill (row->salt, sizeof row->salt);
  imp_random_fill (row->vhash, sizeof row->vhash);
  return row;
}

static GPtrArray *
make_rows (void)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_row_free);
  ImpRow *row;

  g_ptr_array_add (rows, new_row (IMP_KIND_ROUND, IMP_FIELD_LIFE,
                                  (ImpValue) { IMP_VALUE_INTEGER, { G_MININT64 } }));
  g_ptr_array_add (rows, new_row (IMP_KIND_ATTACHMENT, IMP_ATTACHMENT_SHA256,
                                  (ImpValue) { IMP_VALUE_TEXT, .text = g_strdup (HELLO) }));
  g_ptr_array_add (
      rows, new_row (IMP_KIND_IRRITANT, 200, (ImpValue) { IMP_VALUE_REAL, .real = 0.1 + 0.2 }));
  row = new_row (IMP_KIND_REPORT, IMP_REPORT_SITE, (ImpValue) { IMP_VALUE_NONE });
  row->reference = imp_uuid_new_random ();
  row->base = g_strdup (UUID ":17," UUID ":4");
  g_ptr_array_add (rows, row);
  row = new_row (IMP_KIND_SITE, IMP_SITE_NAME, (ImpValue) { IMP_VALUE_NONE });
  row->erased = TRUE;
  memset (row->salt, 0, sizeof row->salt);
  g_set_str (&row->actor, "");
  g_ptr_array_add (rows, row);
  return rows;
}

static char *
write_round (const ImpUuid *round, const GPtrArray *rows)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (ImpJsonExport) export = imp_round_export_new (stream, round);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < rows->len; i++)
    imp_round_export_add_row (export, rows->pdata[i], NULL, &error);
  imp_json_export_add_bytes (export, HELLO, "hello", 5, NULL, &error);
  imp_json_export_end (export, NULL, &error);
  g_assert_no_error (error);
  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
}

static void
assert_same_row (const ImpRow *a, const ImpRow *b)
{
  g_assert_true (imp_uuid_equal (&a->replica, &b->replica));
  g_assert_cmpint (a->rseq, ==, b->rseq);
  g_assert_cmpint (a->txn, ==, b->txn);
  g_assert_cmpint (a->hlc, ==, b->hlc);
  g_assert_cmpstr (a->actor, ==, b->actor);
  g_assert_cmpint (a->wire, ==, b->wire);
  g_assert_cmpint (a->entity, ==, b->entity);
  g_assert_cmpint (a->field, ==, b->field);
  g_assert_true (imp_uuid_equal (&a->item, &b->item));
  g_assert_true (imp_value_equal (&a->value, &b->value));
  g_assert_true (imp_uuid_equal (&a->reference, &b->reference));
  g_assert_cmpstr (a->base, ==, b->base);
  g_assert_cmpint (a->erased, ==, b->erased);
  g_assert_cmpmem (a->salt, sizeof a->salt, b->salt, sizeof b->salt);
  g_assert_cmpmem (a->vhash, sizeof a->vhash, b->vhash, sizeof b->vhash);
}

static void
test_back (void)
{
  g_autoptr (GPtrArray) rows = make_rows ();
  ImpUuid round = imp_uuid_new_random ();
  g_autofree char *text = write_round (&round, rows);
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpPassedRound) passed = read_text (text, &error);

  g_assert_no_error (error);
  g_assert_true (imp_uuid_equal (&passed->round, &round));
  g_assert_cmpuint (passed->rows->len, ==, rows->len);
  for (guint i = 0; i < rows->len; i++)
    assert_same_row (passed->rows->pdata[i], rows->pdata[i]);
  g_assert_cmpuint (passed->blobs->len, ==, 1);
  g_assert_cmpmem (g_bytes_get_data (passed->blobs->pdata[0], NULL), 5, "hello", 5);
}

typedef struct
{
  const char *name, *text, *words;
} Refusal;

static const Refusal refusals[] = {
  { "another-format", "{\"format\": \"improve-backlog\", \"version\": 1, \"items\": []}",
    "no round" },
  { "version-missing", "{\"format\": \"improve-round\", \"rows\": []}", "“rows”" },
  { "head-unknown", "{\"format\": \"improve-round\", \"version\": 1, \"colour\": 1}", "“colour”" },
  { "round-is-no-uuid", "{\"format\": \"improve-round\", \"version\": 1, \"round\": 7}", "UUID" },
  { "member-unknown", ROW (", \"colour\": \"red\""), "“colour”" },
  { "member-twice", ROW (", \"field\": 1"), "twice" },
  { "member-missing", HEAD "{\"laptop\": \"" UUID "\"}" TAIL, "line 2: a row has no “row”" },
  { "two-values", ROW (", \"text\": \"a\", \"integer\": \"1\""), "more than one value" },
  { "announcement", HEAD "{" WHERE "\"kind\": \"announcement\", \"id\": \"" UUID "\"}" TAIL,
    "“announcement”" },
  { "number-too-long", ROW (", \"integer\": \"99999999999999999999\""), "in quotes" },
  { "number-without-quotes", ROW (", \"integer\": 1"), "in quotes" },
  { "salt-too-short", ROW (", \"salt\": \"00\""), "32 figures" },
  { "salt-of-letters", ROW (", \"salt\": \"z0000000000000000000000000000000\""), "32 figures" },
  { "salt-of-capitals", ROW (", \"salt\": \"A0000000000000000000000000000000\""), "32 figures" },
  { "item-is-no-uuid", ROW (", \"item\": \"leeds\""), "UUID" },
  { "text-is-number", ROW (", \"text\": 1"), "text in quotes" },
  { "real-is-text", ROW (", \"real\": \"1\""), "a number" },
  { "brackets", ROW (", \"text\": {}"), "brackets" },
  { "bytes-of-nothing",
    HEAD "], \"bytes\": [{\"hash\": \"" HELLO "\", \"base64\": \"aGVsbG8=\"}" TAIL,
    "no attachment" },
  { "cut", HEAD "{", "" },
};

static void
test_refusal (gconstpointer data)
{
  const Refusal *refusal = data;
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text (refusal->text, &error));
  g_assert_true (error->domain == IMP_ERROR
                 && (error->code == IMP_ERROR_INPUT || error->code == IMP_ERROR_NOT_OURS));
  g_assert_true (g_str_has_prefix (error->message, "Cannot import the file: "));
  if (strstr (error->message, refusal->words) == NULL)
    g_error ("%s", error->message);
}

static void
test_too_new (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text ("{\"format\": \"improve-round\", \"version\": 2}", &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_TOO_NEW);
}

/* More than a round can ever have. */
static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new (HEAD);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= IMP_PASSED_MOST_ROWS; i++)
    g_string_append_printf (text,
                            "%s{\"laptop\": \"" UUID "\", \"row\": %u, \"action\": 1, \"stamp\":"
                            " \"5\", \"wire\": 1, \"kind\": \"site\", \"id\": \"" UUID
                            "\", \"field\": 1, \"hash\": \"" NOUGHT "\"}",
                            i > 0 ? "," : "", i + 1);
  g_string_append (text, TAIL);
  g_assert_null (read_text (text->str, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, "more than"));
}

static char *
look (const char *text)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, -1, NULL);

  return imp_json_look (stream, NULL);
}

static void
test_look (void)
{
  g_autofree char *round = look (HEAD), *backlog = look ("{\"format\": \"improve-backlog\"");

  g_assert_true (imp_round_import_is_format (round));
  g_assert_false (imp_round_import_is_format (backlog));
  g_assert_null (look (""));
  g_assert_null (look ("{\"version\": \"improve-round\""));
  g_assert_null (look ("id,title"));
  g_assert_false (imp_round_import_is_format (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/round/comes-back", test_back);
  g_test_add_func ("/exchange/round/too-new", test_too_new);
  g_test_add_func ("/exchange/round/too-many-rows", test_many);
  g_test_add_func ("/exchange/round/look", test_look);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/round/refuses/", refusals[i].name, NULL);

      g_test_add_data_func (path, &refusals[i], test_refusal);
    }
  return g_test_run ();
}
