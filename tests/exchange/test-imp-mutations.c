/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Good files changed at random: the readers take them or refuse them in words, and never break. */
#include "config.h"

#include "base/imp-error.h"
#include "exchange/imp-json-import.h"
#include "exchange/imp-round-import.h"
#include "exchange/imp-table-import.h"

#define N_MUTATIONS (g_test_slow () ? 20000 : 500)

static char *
load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "data", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static gsize
pick (gsize n)
{
  return (gsize) g_test_rand_int_range (0, (gint32) MAX (n, 1));
}

/* Bytes that mean something to a reader, and bytes that mean nothing anywhere. */
static void
insert_byte (GString *text)
{
  static const char bytes[] = "\"\"\"{}[]:,;\t\r\n\\u-0eé\x00\x01\x7f\x80\xc3\xff";

  g_string_insert_c (text, (gssize) pick (text->len), bytes[pick (sizeof bytes)]);
}

static void
copy_piece (GString *text)
{
  gsize start = pick (text->len);
  gsize longest = MIN (text->len - start, 200);
  gsize length = pick (longest);
  g_autofree char *piece = g_memdup2 (text->str + start, length);

  g_string_insert_len (text, (gssize) pick (text->len), piece, (gssize) length);
}

static void
erase_piece (GString *text)
{
  gsize length = pick (3);

  if (text->len > length)
    g_string_erase (text, (gssize) pick (text->len - length), (gssize) length);
}

static void
mutate (GString *text)
{
  for (gsize n = 1 + pick (6); n > 0; n--)
    switch (pick (4))
      {
      case 0:
        insert_byte (text);
        break;
      case 1:
        copy_piece (text);
        break;
      case 2:
        erase_piece (text);
        break;
      default:
        text->str[pick (text->len)] ^= (char) (1 << pick (8));
        break;
      }
}

static gboolean
read_round (GInputStream *stream, GError **error)
{
  g_autoptr (ImpPassedRound) passed = imp_round_import_read (stream, NULL, error);

  return passed != NULL;
}

static gboolean
read_text (GString *text, const char *name, GError **error)
{
  g_autoptr (GInputStream) stream =
      g_memory_input_stream_new_from_data (text->str, (gssize) text->len, NULL);
  g_autoptr (ImpTableReport) report = NULL;
  g_autoptr (ImpChanges) changes = NULL;

  if (g_str_equal (name, "round.json"))
    return read_round (stream, error);
  if (g_str_has_suffix (name, ".json"))
    changes = imp_json_import_read (stream, 0, NULL, error);
  else
    changes = imp_table_import_read (
        stream, g_str_equal (name, "servicenow.csv") ? IMP_TABLE_SERVICENOW : IMP_TABLE_CSV, NULL,
        &report, NULL, error);
  return changes != NULL;
}

static void
test_mutations (gconstpointer data)
{
  g_autofree char *good = load (data);

  for (int n = N_MUTATIONS; n > 0; n--)
    {
      g_autoptr (GString) text = g_string_new (good);
      g_autoptr (GError) error = NULL;
      gboolean done;

      mutate (text);
      done = read_text (text, data, &error);
      g_assert_true (done == (error == NULL));
      if (error == NULL)
        continue;
      g_assert_true (error->domain == IMP_ERROR && error->code != IMP_ERROR_FAILED);
      g_assert_true (g_str_has_prefix (error->message, "Cannot import the file: "));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/exchange/mutations/json", "backlog.json", test_mutations);
  g_test_add_data_func ("/exchange/mutations/round", "round.json", test_mutations);
  g_test_add_data_func ("/exchange/mutations/servicenow", "servicenow.csv", test_mutations);
  g_test_add_data_func ("/exchange/mutations/jira", "jira.csv", test_mutations);
  g_test_add_data_func ("/exchange/mutations/glpi", "glpi.csv", test_mutations);
  return g_test_run ();
}
