/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Names found in sentences, and taken out of them. */
#include "config.h"

#include "model/imp-mention.h"

static gboolean
finds (const char *name, const char *text)
{
  g_autoptr (GRegex) regex = imp_mention_compile ((const char *const[]) { name, NULL });

  return regex != NULL && g_regex_match (regex, text, 0, NULL);
}

static void
test_names_are_no_patterns (void)
{
  g_assert_true (finds ("Max (the .*) O'Neill", "ask max"));
  g_assert_true (finds ("Max (the .*) O'Neill", "O'Neill said"));
  g_assert_false (finds ("Max (the .*) O'Neill", "Maximum"));
  g_assert_false (finds ("Max (the .*) O'Neill", "theatre"));
  g_assert_false (finds ("Al", "Al said"));
}

static void
test_accents_and_capitals (void)
{
  g_assert_true (finds ("Inès Caron", "INÈS said"));
  g_assert_true (finds ("Inès Caron", "ask ines"));
  g_assert_true (finds ("Inès Caron", "Ine\u0300s said")); /* decomposed */
  g_assert_true (finds ("Ine\u0300s Caron", "Inès said"));
  g_assert_true (finds ("Inès Caron", "Inès\u00a0Caron"));
  g_assert_false (finds ("Inès Caron", "Inèsa"));
}

static void
test_particles_are_no_names (void)
{
  g_assert_false (finds ("Wout van der Berg", "The vans wait for der boat"));
  g_assert_false (finds ("Wout van der Berg", "a van"));
  g_assert_true (finds ("Wout van der Berg", "Berg waits"));
  g_assert_true (finds ("dana whitfield", "Dana waits"));
}

static void
test_addresses_are_whole (void)
{
  g_assert_true (finds ("dana.whitfield@example.com", "Write to Dana.Whitfield@example.com."));
  g_assert_false (finds ("dana.whitfield@example.com", "Write to info@example.com."));
}

static GPtrArray *
find (const char *name, guint8 field, ImpKind kind, const char *text)
{
  g_autoptr (GRegex) regex = imp_mention_compile ((const char *const[]) { name, NULL });
  GPtrArray *mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_mention_free);

  imp_mention_find (regex, "[…]", 7, kind, field, text, mentions);
  return mentions;
}

#define TEXT "Will asked. Ask Will Turner, or Will!\nNobody will wait. Is it Turner? "

static void
test_each_sentence_by_itself (void)
{
  g_autoptr (GPtrArray) mentions = find ("Will Turner", IMP_REPORT_WORDS, IMP_KIND_REPORT, TEXT);
  const ImpMention *second = mentions->pdata[1], *third = mentions->pdata[2];
  g_autofree char *redacted = NULL, *all = NULL;

  g_assert_cmpuint (mentions->len, ==, 4);
  g_assert_cmpstr (second->sentence, ==, "Ask Will Turner, or Will!");
  g_assert_cmpstr (second->redacted, ==, "Ask […], or […]!");
  g_assert_cmpuint (second->marks->len, ==, 2);
  g_assert_cmpuint (g_array_index (second->marks, ImpMentionMark, 0).start, ==, 4);
  g_assert_cmpuint (g_array_index (second->marks, ImpMentionMark, 0).end, ==, 15);
  g_assert_true (second->certain);
  g_assert_cmpstr (third->sentence, ==, "Nobody will wait.");
  g_assert_false (third->certain);
  all = imp_mention_redact (TEXT, mentions, 7, IMP_REPORT_WORDS);
  g_assert_cmpstr (all, ==, "[…] asked. Ask […], or […]!\nNobody […] wait. Is it […]? ");
  g_ptr_array_remove_index (mentions, 2);
  redacted = imp_mention_redact (TEXT, mentions, 7, IMP_REPORT_WORDS);
  g_assert_cmpstr (redacted, ==, "[…] asked. Ask […], or […]!\nNobody will wait. Is it […]? ");
}

static void
test_changed_text_is_refused (void)
{
  g_autoptr (GPtrArray) mentions = find ("Will Turner", IMP_REPORT_WORDS, IMP_KIND_REPORT, TEXT);

  g_assert_null (imp_mention_redact ("Will asked.", mentions, 7, IMP_REPORT_WORDS));
}

/* What is kept of a published page stays what it is. */
static void
test_document_stays_whole (void)
{
  static const char document[] = "{\"did\":\"We asked Will Turner. Twice.\",\"thanks\":\"Turner\"}";
  g_autoptr (GPtrArray) mentions =
      find ("Will Turner", IMP_ANNOUNCEMENT_DOCUMENT, IMP_KIND_ANNOUNCEMENT, document);
  g_autofree char *redacted = imp_mention_redact (document, mentions, 7, IMP_ANNOUNCEMENT_DOCUMENT);

  g_assert_cmpuint (mentions->len, ==, 2);
  g_assert_cmpstr (((ImpMention *) mentions->pdata[0])->sentence, ==, "We asked Will Turner.");
  g_assert_cmpstr (redacted, ==, "{\"did\":\"We asked […]. Twice.\",\"thanks\":\"[…]\"}");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/mention/names-are-no-patterns", test_names_are_no_patterns);
  g_test_add_func ("/model/mention/accents-and-capitals", test_accents_and_capitals);
  g_test_add_func ("/model/mention/particles-are-no-names", test_particles_are_no_names);
  g_test_add_func ("/model/mention/addresses-are-whole", test_addresses_are_whole);
  g_test_add_func ("/model/mention/each-sentence-by-itself", test_each_sentence_by_itself);
  g_test_add_func ("/model/mention/changed-text-is-refused", test_changed_text_is_refused);
  g_test_add_func ("/model/mention/document-stays-whole", test_document_stays_whole);
  return g_test_run ();
}
