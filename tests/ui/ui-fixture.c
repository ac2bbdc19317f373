/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What tests of widgets share: a backlog of their own, a window, waiting and looking. */
#include "config.h"

#include "ui-fixture.h"

#include "backlog/imp-backlog-files.h"
#include "backlog/imp-backlog-fixes.h"
#include "backlog/imp-backlog-irritants.h"
#include "support/imp-open-backlog.h"

#include <string.h>

#define NOON_21_NOVEMBER_2026 G_GINT64_CONSTANT (1795262400000)
#define PATIENCE_MS           10000

void
ui_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  adw_init ();
}

static void
open_backlog (UiFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "backlog.db", NULL);

  fixture->backlog = imp_open_backlog (path, "Inès Caron", &fixture->clock);
}

static void
import_sample (UiFixture *fixture)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "data", "sample-backlog.json", NULL);
  const ImpImportRequest request = { .path = path,
                                     .format = IMP_FORMAT_BACKLOG,
                                     .move_to_today = TRUE };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (ImpImportOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };

  imp_backlog_import_async (fixture->backlog, &request, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  outcome = imp_backlog_import_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
}

void
ui_set_up (UiFixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("improve-ui-XXXXXX", NULL);
  fixture->now_ms = NOON_21_NOVEMBER_2026;
  fixture->clock = imp_clock_fixed (&fixture->now_ms);
  open_backlog (fixture);
  if (data != NULL)
    import_sample (fixture);
}

void
ui_tear_down (UiFixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->window, gtk_window_destroy);
  imp_close_backlog (g_steal_pointer (&fixture->backlog));
  imp_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

void
ui_reopen (UiFixture *fixture)
{
  imp_close_backlog (g_steal_pointer (&fixture->backlog));
  open_backlog (fixture);
}

void
ui_show (UiFixture *fixture, GtkWidget *widget)
{
  fixture->window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (fixture->window, 1200, 800);
  adw_window_set_content (ADW_WINDOW (fixture->window), widget);
  gtk_window_present (fixture->window);
  while (!gtk_window_is_active (fixture->window))
    g_main_context_iteration (NULL, TRUE);
}

void
ui_assert_finalized (UiFixture *fixture, gpointer widget)
{
  g_clear_pointer (&fixture->window, gtk_window_destroy);
  imp_assert_finalize_soon (widget);
}

ImpItem
ui_finish_write (UiFixture *fixture, ImpAwait *await)
{
  return imp_finish_write (fixture->backlog, await);
}

ImpItem
ui_record (UiFixture *fixture, const char *words)
{
  const ImpRecording recording = { .words = words, .person = "Dana", .date = IMP_DATE_NONE };
  ImpAwait await = { NULL };

  imp_backlog_record_async (fixture->backlog, &recording, NULL, imp_await_cb, &await);
  return ui_finish_write (fixture, &await);
}

ImpItem
ui_plan_fix (UiFixture *fixture, const char *title)
{
  ImpItem irritant = ui_record (fixture, "The printer jams");
  ImpAwait await = { NULL };

  imp_backlog_plan_fix_async (fixture->backlog, title, &irritant, 1, "Marek Nowak",
                              imp_date_new (2026, 12, 15), "finance", imp_await_cb, &await);
  return ui_finish_write (fixture, &await);
}

ImpBacklog *
ui_open_other (UiFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "other", "backlog.db", NULL);

  return imp_open_backlog (path, "Marek Nowak", &fixture->clock);
}

static char *
dup_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return g_strdup (gtk_label_get_text (GTK_LABEL (widget)));
  if (GTK_IS_TEXT_VIEW (widget))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
      GtkTextIter start, end;

      gtk_text_buffer_get_bounds (buffer, &start, &end);
      return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
    }
  return NULL;
}

GtkWidget *
ui_find (GtkWidget *root, const char *text)
{
  g_autofree char *own = gtk_widget_get_mapped (root) ? dup_text (root) : NULL;

  if (g_strcmp0 (own, text) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_find (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
time_out_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static GtkWidget *
wait (GtkWidget *root, const char *text, gboolean wanted)
{
  gboolean late = FALSE;
  guint timer = g_timeout_add (PATIENCE_MS, time_out_cb, &late);
  GtkWidget *found;

  while (((found = ui_find (root, text)) != NULL) != wanted && !late)
    g_main_context_iteration (NULL, TRUE);
  if (late)
    g_error ("“%s” did not %s", text, wanted ? "come" : "go");
  g_source_remove (timer);
  return found;
}

GtkWidget *
ui_wait_for (GtkWidget *root, const char *text)
{
  return wait (root, text, TRUE);
}

void
ui_wait_until_gone (GtkWidget *root, const char *text)
{
  wait (root, text, FALSE);
}

GtkWidget *
ui_find_type (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

void
ui_run (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, time_out_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

void
ui_assert_plain (GtkWidget *root)
{
  /* What a person wrote stands in a label's own text only where it was not parsed. */
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_label (GTK_LABEL (root)), HOSTILE) != NULL)
    g_assert_false (gtk_label_get_use_markup (GTK_LABEL (root)));
  if (ADW_IS_PREFERENCES_ROW (root)
      && adw_preferences_row_get_use_markup (ADW_PREFERENCES_ROW (root)))
    g_error ("%s “%s” takes text for markup", G_OBJECT_TYPE_NAME (root),
             adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ui_assert_plain (child);
}
