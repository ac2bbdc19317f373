/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * User actions drawn by GTest's seed: anything that a backlog can hold. */
#include "config.h"

#include "random-actions.h"

#include "base/imp-error.h"
#include "store/imp-store-private.h"

static const char *const texts[] = { "Printer jams", "Zwölf Boxkämpfer", "Scanner signs out", "",
                                     "'; DROP TABLE item; --" };
static const char *const people[] = { "1 measured", "21-100 one", "500+ guess",
                                      "45 several", "",           "not an answer" };
static const char *const minutes[] = { "6 one", "90+ guess", "<1 measured", "" };

static guint
pick (guint n)
{
  return (guint) g_test_rand_int_range (0, (gint32) n);
}

#define PICK(array) (array)[pick (G_N_ELEMENTS (array))]

/* Any item of that kind, also a deleted one; 0 where there is none. */
static ImpItem
pick_item (StoreFixture *fixture, ImpKind kind)
{
  g_autofree char *count = g_strdup_printf ("SELECT count(*) FROM item WHERE kind = %d", kind);
  gint64 n = store_fixture_query (fixture, count);
  g_autofree char *select =
      g_strdup_printf ("SELECT n FROM item WHERE kind = %d ORDER BY n LIMIT 1 OFFSET %u", kind,
                       n > 0 ? pick ((guint) n) : 0);

  return n > 0 ? store_fixture_query (fixture, select) : 0;
}

static void
set_any_value (StoreFixture *fixture, ImpChanges *changes, ImpItem item, const ImpField *field)
{
  switch (field->type)
    {
    case IMP_FIELD_LINE:
    case IMP_FIELD_PROSE:
      imp_changes_set_text (changes, item, field->number, PICK (texts));
      break;
    case IMP_FIELD_ANSWER:
      imp_changes_set_text (changes, item, field->number,
                            g_str_equal (field->name, "minutes") ? PICK (minutes) : PICK (people));
      break;
    case IMP_FIELD_NUMBER:
      imp_changes_set_real (changes, item, field->number, g_test_rand_double_range (0, 100));
      break;
    case IMP_FIELD_ITEM:
      imp_changes_set_item (changes, item, field->number, pick_item (fixture, field->refers));
      break;
    case IMP_FIELD_CHOICE:
      imp_changes_set_integer (changes, item, field->number,
                               (gint64) pick (g_strv_length ((char **) field->nicks) + 1));
      break;
    case IMP_FIELD_FLAG:
      imp_changes_set_integer (changes, item, field->number, g_test_rand_bit ());
      break;
    case IMP_FIELD_DATE:
    case IMP_FIELD_INTEGER:
    default:
      imp_changes_set_date (changes, item, field->number,
                            STORE_FIXTURE_TODAY + g_test_rand_int_range (-200, 1));
    }
}

/* As on a page that was read when half of what there is had come. */
static void
write_on_old_page (StoreFixture *fixture, ImpChanges *changes)
{
  g_autofree char *as_of = store_fixture_query_text (
      fixture, "SELECT coalesce (group_concat (n || ':' || applied / 2), '') FROM replica");

  imp_changes_set_as_of (changes, as_of);
}

static ImpKind
pick_kind (void)
{
  return (ImpKind) g_test_rand_int_range (IMP_KIND_SITE, IMP_N_KINDS);
}

static void
change_anything (StoreFixture *fixture, ImpChanges *changes)
{
  ImpKind kind = pick_kind ();
  gboolean is_new = pick (3) == 0;
  ImpItem item = is_new ? imp_changes_add (changes, kind) : pick_item (fixture, kind);
  guint n_fields;
  const ImpField *fields = imp_kind_get_fields (kind, &n_fields);

  if (item == 0)
    return;
  if (!is_new && pick (8) == 0)
    imp_changes_delete (changes, item);
  for (guint i = is_new ? n_fields : pick (3); i > 0; i--)
    {
      set_any_value (fixture, changes, item, &fields[pick (n_fields)]);
      if (pick (4) == 0)
        write_on_old_page (fixture, changes);
    }
}

/* Titles that were empty before are not made so again. */
static void
undo_if_possible (StoreFixture *fixture, gint64 txn)
{
  g_autoptr (GError) error = NULL;
  ImpChanges *changes = imp_store_invert (fixture->store, txn, &error);

  if (changes != NULL)
    store_fixture_commit (fixture, changes, NULL);
  else
    g_assert_error (error, IMP_ERROR, IMP_ERROR_NOT_FOUND);
}

void
random_action (StoreFixture *fixture)
{
  ImpItem fix = pick_item (fixture, IMP_KIND_FIX);
  ImpItem irritant = pick_item (fixture, IMP_KIND_IRRITANT);
  ImpChanges *changes = imp_changes_new ();

  fixture->now_ms += g_test_rand_int_range (-5000, 100000);
  if (fix != 0 && irritant != 0 && pick (5) == 0)
    imp_changes_add_removal (changes, fix, irritant);
  changes->takes_back = TRUE; /* or what is published could not change */
  for (guint i = pick (4); i > 0; i--)
    change_anything (fixture, changes);
  store_fixture_commit (fixture, changes, NULL);
  if (pick (6) == 0 && fixture->store->rseq > 0)
    {
      g_autofree char *sql =
          g_strdup_printf ("SELECT txn FROM journal WHERE rep = %d AND rseq = %u",
                           (int) fixture->store->rep, 1 + pick ((guint) fixture->store->rseq));

      undo_if_possible (fixture, store_fixture_query (fixture, sql));
    }
}
