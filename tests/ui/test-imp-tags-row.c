/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Tags are added and taken away, each once. */
#include "config.h"

#include "ui-fixture.h"
#include "ui/common/imp-name-row.h"
#include "ui/irritants/imp-tags-row.h"

static void
assert_tags (ImpTagsRow *row, const char *tags)
{
  g_auto (GStrv) all = imp_tags_row_dup_tags (row);
  g_autofree char *joined = g_strjoinv (", ", all);

  g_assert_cmpstr (joined, ==, tags);
}

static void
type (ImpTagsRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (ui_find_type (GTK_WIDGET (row), IMP_TYPE_NAME_ROW)), text);
}

static void
test_each_once (UiFixture *fixture, gconstpointer data)
{
  ImpTagsRow *row = g_object_ref_sink (g_object_new (IMP_TYPE_TAGS_ROW, NULL));

  imp_tags_row_set_source (row, fixture->backlog);
  ui_show (fixture, GTK_WIDGET (row));
  imp_tags_row_set_tags (row, (const char *const[]) { "Hall 3", HOSTILE, NULL });
  type (row, "Round,");
  type (row, "HALL 3,");
  type (row, "élan, Round");
  assert_tags (row, "Hall 3, " HOSTILE ", Round, élan");
  type (row, "typed only");
  assert_tags (row, "Hall 3, " HOSTILE ", Round, élan, typed only");
  ui_assert_finalized (fixture, row);
}

static void
test_taken_away (UiFixture *fixture, gconstpointer data)
{
  ImpTagsRow *row = g_object_ref_sink (g_object_new (IMP_TYPE_TAGS_ROW, NULL));
  GtkWidget *chip;

  imp_tags_row_set_source (row, fixture->backlog);
  ui_show (fixture, GTK_WIDGET (row));
  imp_tags_row_set_tags (row, (const char *const[]) { "Hall 3", "Round", NULL });
  chip = gtk_widget_get_ancestor (ui_wait_for (GTK_WIDGET (row), "Hall 3"), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (chip, "clicked");
  assert_tags (row, "Round");
  imp_tags_row_set_tags (row, (const char *const[]) { NULL });
  assert_tags (row, "");
  ui_assert_finalized (fixture, row);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add ("/ui/tags-row/each-once", UiFixture, NULL, ui_set_up, test_each_once, ui_tear_down);
  g_test_add ("/ui/tags-row/taken-away", UiFixture, NULL, ui_set_up, test_taken_away, ui_tear_down);
  return g_test_run ();
}
