/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Everything that the reader of JSON refuses: with a line and a remedy, and whole. */
#include "config.h"

#include "base/imp-error.h"
#include "exchange/imp-json-import.h"

#define HEAD          "{\"format\": \"improve-backlog\", \"version\": 1, \"items\": [\n"
#define TAIL          "\n]}\n"
#define ITEM(members) HEAD "{\"kind\": \"irritant\", \"id\": \"a\"" members "}" TAIL

#define HELLO "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
#define BYTES(pieces)                                                                              \
  HEAD "{\"kind\": \"attachment\", \"id\": \"a\", \"hash\": \"" HELLO                              \
       "\"}\n], \"bytes\": [\n" pieces TAIL
#define PIECE(hash, base64) "{\"hash\": \"" hash "\", \"base64\": \"" base64 "\"}"

typedef struct
{
  const char *name;
  const char *text;
  const char *words; /* stand in the message */
} Refusal;

static const Refusal refusals[] = {
  { "version-missing", "{\"format\": \"improve-backlog\", \"items\": []}", "version" },
  { "version-0", "{\"format\": \"improve-backlog\", \"version\": 0, \"items\": []}", "line 1" },
  { "version-text", "{\"format\": \"improve-backlog\", \"version\": \"1\"}", "version" },
  { "head-unknown", "{\"format\": \"improve-backlog\",\n\"colour\": 1}", "line 2: “colour”" },
  { "head-twice", "{\"format\": \"improve-backlog\", \"format\": \"improve-backlog\"}", "twice" },
  { "items-missing", "{\"format\": \"improve-backlog\", \"version\": 1}", "missing" },
  { "kind-unknown", HEAD "{\"kind\": \"ticket\", \"id\": \"a\"}" TAIL, "line 2: “ticket”" },
  { "kind-missing", HEAD "{\"id\": \"a\"}" TAIL, "line 2: an item has no “kind”" },
  { "id-missing", HEAD "{\"kind\": \"site\"}" TAIL, "no “id”" },
  { "id-empty", HEAD "{\"kind\": \"site\", \"id\": \"\"}" TAIL, "no “id”" },
  { "id-twice",
    HEAD "{\"kind\": \"site\", \"id\": \"a\"},\n\n{\"kind\": \"fix\", \"id\": \"a\"}" TAIL,
    "line 4: the id “a” is already taken by the item of line 2" },
  { "member-unknown", ITEM (",\n\"colour\": \"red\""), "line 3: “colour”" },
  { "member-twice", ITEM (", \"title\": \"a\", \"title\": \"b\""), "twice" },
  { "null", ITEM (", \"title\": null"), "text in quotes" },
  { "number-for-text", ITEM (", \"title\": 1"), "text in quotes" },
  { "two-lines", ITEM (", \"title\": \"a\\nb\""), "single line" },
  { "number-for-flag", ITEM (", \"customers-see-it\": 1"), "true or false" },
  { "choice-unknown", ITEM (", \"irritation\": \"cross\""), "mild, annoying, strong" },
  { "no-such-day", ITEM (", \"recorded\": \"2026-02-30\""), "a day such as" },
  { "no-answer", ITEM (", \"people\": \"many\""), "an answer such as" },
  { "object-for-text", ITEM (", \"title\": {}"), "brackets" },
  { "number-for-item", ITEM (", \"offering\": 7"), "“id” of another item" },
  { "item-of-wrong-kind",
    HEAD "{\"kind\": \"irritant\", \"id\": \"a\", \"offering\": \"s\"},\n"
         "{\"kind\": \"site\", \"id\": \"s\"}" TAIL,
    "line 2: “offering” wants the id of an item of kind “offering”, not “site”" },
  { "not-whole", HEAD "{\"kind\": \"announcement\", \"id\": \"a\", \"number\": 1.5}" TAIL,
    "whole" },
  { "nan", HEAD "{\"kind\": \"entry\", \"id\": \"a\", \"hours\": NaN}" TAIL, "“NaN”" },
  { "infinite", HEAD "{\"kind\": \"entry\", \"id\": \"a\", \"hours\": 1e400}" TAIL, "1e400" },
  { "hexadecimal", HEAD "{\"kind\": \"entry\", \"id\": \"a\", \"hours\": 0x10}" TAIL, "0x10" },
  { "leading-zero", HEAD "{\"kind\": \"entry\", \"id\": \"a\", \"hours\": 010}" TAIL, "010" },
  { "lone-high-surrogate", ITEM (", \"title\": \"\\ud800x\""), "half" },
  { "lone-low-surrogate", ITEM (", \"title\": \"\\udc00\""), "half" },
  { "two-high-surrogates", ITEM (", \"title\": \"\\ud800\\ud800\""), "half" },
  { "escaped-nul", ITEM (", \"title\": \"a\\u0000b\""), "u0000" },
  { "escape-unknown", ITEM (", \"title\": \"\\x41\""), "means nothing" },
  { "escape-no-figures", ITEM (", \"title\": \"\\u00g1\""), "hexadecimal" },
  { "latin-1", ITEM (", \"title\": \"caf\xe9\""), "UTF-8" },
  { "line-break-in-text", ITEM (", \"title\": \"a\nb\""), "not closed" },
  { "comment", HEAD "/* no */" TAIL, "not JSON" },
  { "comma-before-brace", HEAD "{\"kind\": \"site\", \"id\": \"a\",}" TAIL, "comma" },
  { "comma-before-bracket", HEAD "{\"kind\": \"site\", \"id\": \"a\"}," TAIL, "comma" },
  { "comma-missing", HEAD "{\"kind\": \"site\" \"id\": \"a\"}" TAIL, "comma" },
  { "rubbish-at-end", HEAD TAIL "\n{}", "line 5: something stands after the end" },
  { "bytes-of-nobody", BYTES (PIECE ("abc", "aGVsbG8=")), "line 4: no attachment" },
  { "bytes-changed", BYTES (PIECE (HELLO, "aGVsbG9v")), "is not what its hash says" },
  { "bytes-cut-off", BYTES (PIECE (HELLO, "aGVs")), "is not what its hash says" },
  { "bytes-too-many", BYTES (PIECE (HELLO, "aGVsbG8=") ",\n" PIECE (HELLO, "aGVs")), "hash says" },
  { "bytes-twice",
    BYTES (PIECE (HELLO, "aGVsbG8=") ",\n" PIECE ("abc", "") ",\n" PIECE (HELLO, "aGVsbG8=")),
    "line 5: no attachment" },
  { "bytes-without-hash", BYTES ("{\"base64\": \"aGVsbG8=\"}"), "line 4: a piece" },
  { "bytes-as-number", BYTES ("{\"hash\": \"" HELLO "\", \"base64\": 7}"), "in quotes" },
  { "bytes-not-in-brackets", HEAD "], \"bytes\": 7}", "bracket" },
  { "items-after-bytes", HEAD "], \"bytes\": [], \"items\": []}", "bracket" },
  { "head-after-items", HEAD "], \"reference\": \"2026-11-21\"}", "before" },
};

static ImpChanges *
read_bytes (const char *text, gsize length, GError **error)
{
  g_autoptr (GInputStream) stream =
      g_memory_input_stream_new_from_data (text, (gssize) length, NULL);

  return imp_json_import_read (stream, IMP_DATE_NONE, NULL, error);
}

static void
assert_refused (const char *text, gsize length, ImpError code, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_bytes (text, length, &error));
  g_assert_error (error, IMP_ERROR, (int) code);
  g_assert_true (g_str_has_prefix (error->message, "Cannot import the file: "));
  g_assert_true (g_str_has_suffix (error->message, "."));
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

static void
test_refuses (gconstpointer data)
{
  const Refusal *refusal = data;

  assert_refused (refusal->text, strlen (refusal->text), IMP_ERROR_INPUT, refusal->words);
}

static void
test_not_ours (void)
{
  static const char *const texts[] = {
    "PK\x03\x04",
    "",
    "[1, 2]",
    "number,state\n1,New\n",
    "{\"format\": \"geojson\", \"items\": []}",
    "{\"version\": 1, \"items\": []}",
    "{\"items\": []}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_refused (texts[i], strlen (texts[i]), IMP_ERROR_NOT_OURS, "not a backlog");
}

static void
test_too_new (void)
{
  const char *text = "{\"format\": \"improve-backlog\", \"version\": 2, \"new\": 1, \"items\": []}";

  assert_refused (text, strlen (text), IMP_ERROR_TOO_NEW, "newer version");
}

/* Wherever a file is cut, nothing of it is taken and nothing breaks. */
static void
test_truncated (void)
{
  const char text[] =
      ITEM (", \"title\": \"\\u0041 \\ud83d\\ude00 é\", \"people\": \"12 measured\"");

  for (gsize i = 0; i < strlen (text) - 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_bytes (text, i, &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == IMP_ERROR);
    }
}

static void
test_nul (void)
{
  const char text[] = HEAD "{\"kind\": \"site\", \"id\": \"a\",\n\"name\": \"a\0b\"}" TAIL;

  assert_refused (text, sizeof text - 1, IMP_ERROR_INPUT, "line 3");
}

static void
test_deep (void)
{
  g_autoptr (GString) item = g_string_new (HEAD "{\"kind\": \"site\", \"id\": \"a\", \"name\": ");
  g_autoptr (GString) head = g_string_new ("{\"format\": ");

  for (int i = 0; i < 1000000; i++)
    {
      g_string_append_c (item, i % 2 == 0 ? '[' : '{');
      g_string_append_c (head, '[');
    }
  assert_refused (item->str, item->len, IMP_ERROR_INPUT, "brackets");
  assert_refused (head->str, head->len, IMP_ERROR_INPUT, "brackets");
}

static void
test_long_text (void)
{
  g_autoptr (GString) text = g_string_new (HEAD "{\"kind\": \"site\", \"id\": \"a\", \"name\": \"");
  gsize start = text->len;

  g_string_set_size (text, start + 1024 * 1024 + 1);
  memset (text->str + start, 'a', text->len - start);
  g_string_append (text, "\"}" TAIL);
  assert_refused (text->str, text->len, IMP_ERROR_INPUT, "1 MiB");
}

/* A stream of blanks without an end. */

#define TEST_TYPE_BLANKS (test_blanks_get_type ())
G_DECLARE_FINAL_TYPE (TestBlanks, test_blanks, TEST, BLANKS, GInputStream)

struct _TestBlanks
{
  GInputStream parent;
  gboolean begun;
  GCancellable *cancel; /* cancelled after the first piece; borrowed, may be NULL */
};

G_DEFINE_FINAL_TYPE (TestBlanks, test_blanks, G_TYPE_INPUT_STREAM)

static gssize
test_blanks_read (GInputStream *stream,
                  void *buffer,
                  gsize count,
                  GCancellable *cancellable,
                  GError **error)
{
  TestBlanks *self = TEST_BLANKS (stream);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;
  memset (buffer, '\n', count);
  if (!self->begun)
    memcpy (buffer, HEAD, strlen (HEAD));
  else if (self->cancel != NULL)
    g_cancellable_cancel (self->cancel);
  self->begun = TRUE;
  return (gssize) count;
}

static void
test_blanks_class_init (TestBlanksClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = test_blanks_read;
}

static void
test_blanks_init (TestBlanks *self)
{
}

static void
test_endless_blanks (void)
{
  g_autoptr (GInputStream) blanks = g_object_new (TEST_TYPE_BLANKS, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (imp_json_import_read (blanks, IMP_DATE_NONE, NULL, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, "64 MiB"));
}

static void
test_cancelled (void)
{
  g_autoptr (TestBlanks) blanks = g_object_new (TEST_TYPE_BLANKS, NULL);
  g_autoptr (GCancellable) cancel = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  blanks->cancel = cancel;
  g_assert_null (imp_json_import_read (G_INPUT_STREAM (blanks), IMP_DATE_NONE, cancel, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/json/refuses/", refusals[i].name, NULL);

      g_test_add_data_func (path, &refusals[i], test_refuses);
    }
  g_test_add_func ("/exchange/json/refuses/not-ours", test_not_ours);
  g_test_add_func ("/exchange/json/refuses/too-new", test_too_new);
  g_test_add_func ("/exchange/json/refuses/truncated", test_truncated);
  g_test_add_func ("/exchange/json/refuses/nul", test_nul);
  g_test_add_func ("/exchange/json/refuses/deep", test_deep);
  g_test_add_func ("/exchange/json/refuses/long-text", test_long_text);
  g_test_add_func ("/exchange/json/refuses/endless-blanks", test_endless_blanks);
  g_test_add_func ("/exchange/json/stops-when-cancelled", test_cancelled);
  return g_test_run ();
}
