/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What an import leaves out is listed whole, and literally. */
#include "config.h"

#include "ui-fixture.h"
#include "ui/irritants/imp-import-preview.h"

#define N_LINES 100000

static void
test_lists_every_line (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *shown, *view;

  for (guint i = 0; i + 1 < N_LINES; i++)
    g_ptr_array_add (lines, g_strdup_printf ("Line %u: there is no date", i));
  g_ptr_array_add (lines, g_strdup (HOSTILE));
  shown = imp_import_preview_create_lines (lines);
  view = ui_find_type (shown, GTK_TYPE_LIST_VIEW);
  ui_show (fixture, shown);
  ui_wait_for (shown, "Line 0: there is no date");
  gtk_list_view_scroll_to (GTK_LIST_VIEW (view), N_LINES - 1, GTK_LIST_SCROLL_FOCUS, NULL);
  ui_wait_for (shown, HOSTILE);
  ui_assert_plain (shown);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add ("/ui/import-preview/lists-every-line", UiFixture, NULL, ui_set_up,
              test_lists_every_line, ui_tear_down);
  return g_test_run ();
}
