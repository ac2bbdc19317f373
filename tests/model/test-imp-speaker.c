/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How a colleague is said, and what was typed is understood. */
#include "config.h"

#include "model/imp-speaker.h"

static void
assert_said (const char *name,
             const char *department,
             const char *site,
             const char *said,
             const char *where)
{
  const ImpSpeaker speaker = { 0, (char *) name, (char *) department, (char *) site };
  g_autofree char *own = imp_speaker_say (&speaker);
  g_autofree char *own_where = imp_speaker_say_where (&speaker);

  g_assert_cmpstr (own, ==, said);
  g_assert_cmpstr (own_where, ==, where);
}

static void
test_said (void)
{
  assert_said ("Dana", "goods in", "Leeds", "Dana", "goods in · Leeds");
  assert_said ("Dana", NULL, "Leeds", "Dana", "Leeds");
  assert_said ("Dana", "goods in", NULL, "Dana", "goods in");
  assert_said ("Dana", NULL, NULL, "Dana", NULL);
  assert_said (NULL, "goods in", NULL, "Somebody in goods in", NULL);
}

static void
assert_department (const char *text, const char *expected)
{
  g_autofree char *department = imp_speaker_parse_department (text);

  g_assert_cmpstr (department, ==, expected);
}

static void
test_department (void)
{
  assert_department ("Somebody in goods in", "goods in");
  assert_department ("SOMEBODY IN Köln", "Köln");
  assert_department ("Somebody in  ", NULL);
  assert_department ("Somebody in", NULL);
  assert_department ("Some", NULL);
  assert_department ("", NULL);
  assert_department ("Dana", NULL);
}

static void
test_may_become_somebody (void)
{
  g_assert_true (imp_speaker_may_become_somebody ("s"));
  g_assert_true (imp_speaker_may_become_somebody ("Somebody in"));
  g_assert_false (imp_speaker_may_become_somebody ("Somebody in g"));
  g_assert_false (imp_speaker_may_become_somebody ("Sonja"));
  g_assert_false (imp_speaker_may_become_somebody (""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/speaker/said", test_said);
  g_test_add_func ("/model/speaker/department", test_department);
  g_test_add_func ("/model/speaker/may-become-somebody", test_may_become_somebody);
  return g_test_run ();
}
