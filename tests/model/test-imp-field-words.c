/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Every field has a name for people, and every value its words. */
#include "config.h"

#include "model/imp-field-labels.h"
#include "model/imp-field-words.h"

static const char unknown[] = "Something of a newer version";

static void
test_every_kind_has_a_label (void)
{
  for (ImpKind kind = IMP_KIND_ORGANISATION; kind < IMP_N_KINDS; kind++)
    {
      const ImpEditedField made = { .kind = kind, .after = { IMP_VALUE_INTEGER, { 1 } } };

      g_assert_cmpstr (imp_kind_get_label (kind), !=, NULL);
      g_assert_cmpstr (imp_kind_get_label (kind), !=, unknown);
      g_assert_cmpstr (imp_edited_life_to_words (&made), !=, NULL);
    }
  g_assert_cmpstr (imp_kind_get_label (IMP_N_KINDS), ==, unknown);
}

static void
check_labels (ImpKind kind)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_fields;
  const ImpField *fields = imp_kind_get_fields (kind, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      const char *label = imp_field_get_label (kind, fields[i].number);

      if (g_str_equal (label, unknown) || !g_hash_table_add (seen, (gpointer) label))
        g_error ("%s: %s is called “%s”", imp_kind_get_name (kind), fields[i].name, label);
    }
  g_assert_cmpstr (imp_field_get_label (kind, (guint8) (n_fields + 1)), ==, unknown);
}

static void
test_every_field_has_a_label_of_its_own (void)
{
  for (ImpKind kind = IMP_KIND_ORGANISATION; kind < IMP_N_KINDS; kind++)
    check_labels (kind);
  g_assert_null (imp_field_get_label (IMP_KIND_IRRITANT, IMP_FIELD_LIFE));
  g_assert_cmpstr (imp_field_get_label (IMP_N_KINDS, 1), ==, unknown);
}

static void
test_every_choice_has_words (void)
{
  for (ImpKind kind = IMP_KIND_ORGANISATION; kind < IMP_N_KINDS; kind++)
    {
      guint n_fields;
      const ImpField *fields = imp_kind_get_fields (kind, &n_fields);

      for (guint i = 0; i < n_fields; i++)
        for (int choice = 1; fields[i].nicks != NULL && fields[i].nicks[choice - 1] != NULL;
             choice++)
          if (imp_field_get_choice_label (&fields[i], choice) == NULL)
            g_error ("no words for %s", fields[i].nicks[choice - 1]);
    }
}

#define TEXT(words)                                                                                \
  {                                                                                                \
    IMP_VALUE_TEXT, { .text = (char *) (words) }                                                   \
  }
#define INTEGER(number)                                                                            \
  {                                                                                                \
    IMP_VALUE_INTEGER, { number }                                                                  \
  }

static void
test_values_are_said_as_elsewhere (void)
{
  static const struct
  {
    ImpKind kind;
    guint8 field;
    ImpValue value;
    const char *name, *words;
  } cases[] = {
    { IMP_KIND_IRRITANT, IMP_IRRITANT_TITLE, TEXT ("<b>"), NULL, "<b>" },
    { IMP_KIND_IRRITANT, IMP_IRRITANT_PEOPLE, TEXT ("45 measured"), NULL,
      "About 45\u00a0people · 21–100 · measured" },
    { IMP_KIND_REPORT, IMP_REPORT_MINUTES, TEXT ("5-10 one"), NULL,
      "7\u00a0minutes each time · 5–10 · one person told us" },
    { IMP_KIND_IRRITANT, IMP_IRRITANT_PEOPLE, { IMP_VALUE_NONE, { 0 } }, NULL, "Don’t know" },
    { IMP_KIND_IRRITANT, IMP_IRRITANT_PEOPLE, TEXT ("many"), NULL, unknown },
    { IMP_KIND_IRRITANT, IMP_IRRITANT_OFFERING, INTEGER (7), "Scanners", "Scanners" },
    { IMP_KIND_IRRITANT, IMP_IRRITANT_OFFERING, INTEGER (7), NULL, "Product or service" },
    { IMP_KIND_IRRITANT, IMP_IRRITANT_OFFERING, { IMP_VALUE_NONE, { 0 } }, NULL, "Nothing" },
    { IMP_KIND_IRRITANT, IMP_IRRITANT_IRRITATION, INTEGER (IMP_IRRITATION_STRONG), NULL, "Strong" },
    { IMP_KIND_IRRITANT, IMP_IRRITANT_IRRITATION, INTEGER (99), NULL, unknown },
    { IMP_KIND_IRRITANT, IMP_IRRITANT_CUSTOMERS_SEE_IT, INTEGER (1), NULL, "Yes" },
    { IMP_KIND_FIX, IMP_FIX_DELIVERED, INTEGER (20778), NULL, "21\u00a0November\u00a02026" },
    { IMP_KIND_ANNOUNCEMENT, IMP_ANNOUNCEMENT_DOCUMENT, TEXT ("{\"issue\": 1}"), NULL,
      "As it was published" },
    { IMP_KIND_ENTRY, IMP_ENTRY_HOURS, { IMP_VALUE_REAL, { .real = 147.0 } }, NULL, "150" },
    { IMP_N_KINDS, 1, TEXT ("kept"), NULL, unknown },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words =
          imp_field_value_to_words (cases[i].kind, cases[i].field, &cases[i].value, cases[i].name);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_life_is_told (void)
{
  const ImpEditedField made = { .kind = IMP_KIND_FIX, .after = INTEGER (1) };
  const ImpEditedField deleted = { .kind = IMP_KIND_FIX,
                                   .before = INTEGER (1),
                                   .after = TEXT ("1:20") };
  const ImpEditedField restored = { .kind = IMP_KIND_FIX,
                                    .before = TEXT ("1:20"),
                                    .after = INTEGER (1) };

  g_assert_cmpstr (imp_edited_life_to_words (&made), ==, "Fix planned");
  g_assert_cmpstr (imp_edited_life_to_words (&deleted), ==, "Fix deleted");
  g_assert_cmpstr (imp_edited_life_to_words (&restored), ==, "Fix restored");
  g_assert_true (imp_edited_is_deletion (&deleted));
  g_assert_false (imp_edited_is_deletion (&restored));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/field-words/every-kind-has-a-label", test_every_kind_has_a_label);
  g_test_add_func ("/model/field-words/every-field-has-a-label-of-its-own",
                   test_every_field_has_a_label_of_its_own);
  g_test_add_func ("/model/field-words/every-choice-has-words", test_every_choice_has_words);
  g_test_add_func ("/model/field-words/values-are-said-as-elsewhere",
                   test_values_are_said_as_elsewhere);
  g_test_add_func ("/model/field-words/life-is-told", test_life_is_told);
  return g_test_run ();
}
