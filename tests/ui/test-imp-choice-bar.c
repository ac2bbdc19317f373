/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Choosing a band, in a row and in a grid. */
#include "config.h"

#include <adwaita.h>

#include "ui-fixture.h"
#include "ui/common/imp-choice-bar.h"

static void
count_cb (int *count)
{
  (*count)++;
}

static ImpChoiceBar *
create_bands (void)
{
  ImpChoiceBar *bar = g_object_ref_sink (IMP_CHOICE_BAR (imp_choice_bar_new (NULL)));

  imp_choice_bar_fill_bands (bar, IMP_QUESTION_PEOPLE);
  return bar;
}

static void
test_starts_with_nothing (void)
{
  ImpChoiceBar *bar = create_bands ();
  AdwToggleGroup *row = ADW_TOGGLE_GROUP (ui_find_type (GTK_WIDGET (bar), ADW_TYPE_TOGGLE_GROUP));

  g_assert_cmpint (imp_choice_bar_get_selected (bar), ==, -1);
  g_assert_cmpuint (adw_toggle_group_get_active (row), ==, GTK_INVALID_LIST_POSITION);
  g_assert_cmpint (imp_choice_bar_get_band (bar), ==, 0);
  g_assert_finalize_object (bar);
}

static void
test_gives_what_was_set (void)
{
  ImpChoiceBar *bar = create_bands ();

  for (int band = 0; band <= IMP_N_BANDS; band++)
    {
      imp_choice_bar_set_band (bar, band);
      g_assert_cmpint (imp_choice_bar_get_band (bar), ==, band);
    }
  g_assert_finalize_object (bar);
}

static void
test_row_and_grid_agree (void)
{
  ImpChoiceBar *bar = create_bands ();
  AdwToggleGroup *row = ADW_TOGGLE_GROUP (ui_find_type (GTK_WIDGET (bar), ADW_TYPE_TOGGLE_GROUP));
  int n_notified = 0;

  g_signal_connect_swapped (bar, "notify::selected", G_CALLBACK (count_cb), &n_notified);
  adw_toggle_group_set_active (row, 4);
  g_assert_cmpint (imp_choice_bar_get_band (bar), ==, 5);
  g_object_set (bar, "narrow", TRUE, NULL);
  imp_choice_bar_set_band (bar, 2);
  g_assert_cmpuint (adw_toggle_group_get_active (row), ==, 1);
  g_assert_cmpint (n_notified, ==, 2);
  g_assert_finalize_object (bar);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/ui/choice-bar/starts-with-nothing", test_starts_with_nothing);
  g_test_add_func ("/ui/choice-bar/gives-what-was-set", test_gives_what_was_set);
  g_test_add_func ("/ui/choice-bar/row-and-grid-agree", test_row_and_grid_agree);
  return g_test_run ();
}
