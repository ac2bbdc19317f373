/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The sample backlog in the program's resources is taken by the reader. */
#include "config.h"

#include <gio/gio.h>

#include "exchange/imp-json-import.h"

#define SAMPLE    "/org/example/Improve/sample-backlog.json"
#define REFERENCE "2026-11-21"

static ImpChanges *
read_sample (ImpDate today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream =
      g_resources_open_stream (SAMPLE, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autoptr (ImpChanges) changes = NULL;

  g_assert_no_error (error);
  changes = imp_json_import_read (stream, today, NULL, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&changes);
}

static ImpDate
find_day (ImpChanges *changes, const char *id, guint8 field)
{
  ImpUuid uuid = imp_uuid_new_from_text (id);
  ImpItem item = imp_changes_refer (changes, &uuid);

  for (guint i = 0; i < changes->changes->len; i++)
    {
      const ImpChange *change = &g_array_index (changes->changes, ImpChange, i);

      if (change->item == item && change->field == field)
        return (ImpDate) change->value.integer;
    }
  return IMP_DATE_NONE;
}

static gint64
find_moment (ImpChanges *changes, const char *id, guint8 field)
{
  ImpUuid uuid = imp_uuid_new_from_text (id);
  ImpItem item = imp_changes_refer (changes, &uuid);

  for (guint i = 0; i < changes->changes->len; i++)
    {
      const ImpChange *change = &g_array_index (changes->changes, ImpChange, i);

      if (change->item == item && change->field == field)
        return change->value.integer;
    }
  return 0;
}

static void
test_names_only_its_own (void)
{
  g_autoptr (ImpChanges) changes = read_sample (IMP_DATE_NONE);

  g_assert_cmpuint (changes->items->len, >, 500);
  for (guint i = 0; i < changes->items->len; i++)
    g_assert_cmpint (g_array_index (changes->items, ImpNewItem, i).kind, !=, IMP_KIND_NONE);
}

static void
test_moves_to_today (void)
{
  ImpDate reference = imp_date_parse (REFERENCE);
  g_autoptr (ImpChanges) then = read_sample (reference);
  g_autoptr (ImpChanges) later = read_sample (reference + 100);

  g_assert_cmpint (find_day (then, "promise-scanner-weekend", IMP_PROMISE_DUE), ==, reference - 3);
  g_assert_cmpint (find_day (later, "promise-scanner-weekend", IMP_PROMISE_DUE), ==,
                   reference + 100 - 3);
}

/* When a visit began and ended goes with its day. */
static void
test_moves_rounds (void)
{
  ImpDate reference = imp_date_parse (REFERENCE);
  g_autoptr (ImpChanges) then = read_sample (reference);
  g_autoptr (ImpChanges) later = read_sample (reference + 100);
  const char *next = "round-ghent-november", *last = "round-ghent-october";
  const gint64 started = find_moment (then, last, IMP_ROUND_STARTED);

  g_assert_cmpint (find_day (later, next, IMP_ROUND_PLANNED), ==, reference + 100 + 4);
  g_assert_cmpint (find_day (later, last, IMP_ROUND_PLANNED), ==, reference + 100 - 24);
  g_assert_cmpint (started, >, 0);
  g_assert_cmpint (find_moment (later, last, IMP_ROUND_STARTED), ==,
                   started + 100 * (gint64) IMP_DAY_MS);
  g_assert_cmpint (find_moment (later, last, IMP_ROUND_ENDED), ==,
                   find_moment (then, last, IMP_ROUND_ENDED) + 100 * (gint64) IMP_DAY_MS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/sample/names-only-its-own", test_names_only_its_own);
  g_test_add_func ("/exchange/sample/moves-to-today", test_moves_to_today);
  g_test_add_func ("/exchange/sample/moves-rounds", test_moves_rounds);
  return g_test_run ();
}
