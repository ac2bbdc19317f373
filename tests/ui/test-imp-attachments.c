/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Photos and files on an irritant's page: added in every way, seen small and whole, removed and
 * back. */
#include "config.h"

#include <glib/gstdio.h>

#include "exchange/sample-pictures.h"
#include "ui-fixture.h"
#include "ui/attachments/imp-attachment-input.h"
#include "ui/attachments/imp-attachment-tile.h"
#include "ui/attachments/imp-attachment-viewer.h"
#include "ui/attachments/imp-attachments-section.h"
#include "ui/changes/imp-history-dialog.h"
#include "ui/common/imp-toasts.h"
#include "ui/irritants/imp-irritant-pane.h"

#define NONE "Paste a picture of the screen, or drop a photo here."

static GtkWidget *
show_irritant (UiFixture *fixture, ImpItem irritant)
{
  GtkWidget *pane = g_object_ref_sink (g_object_new (IMP_TYPE_IRRITANT_PANE, NULL));

  imp_irritant_pane_set_backlog (IMP_IRRITANT_PANE (pane), fixture->backlog);
  imp_irritant_pane_set_irritant (IMP_IRRITANT_PANE (pane), irritant);
  ui_show (fixture, pane);
  ui_wait_for (pane, NONE);
  return pane;
}

static GtkWidget *
show_pane (UiFixture *fixture)
{
  return show_irritant (fixture, ui_record (fixture, "The scanner signs out"));
}

static ImpAttachmentsSection *
get_section (GtkWidget *pane)
{
  return IMP_ATTACHMENTS_SECTION (ui_find_type (pane, IMP_TYPE_ATTACHMENTS_SECTION));
}

static void
add_bytes (GtkWidget *pane, GBytes *bytes, const char *name)
{
  g_autoptr (GBytes) owned = bytes;
  GPtrArray *attachables = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_attachable_free);

  g_ptr_array_add (attachables, imp_attachable_new_bytes (owned, name));
  imp_attachments_section_add (get_section (pane), attachables);
}

static void
undo (UiFixture *fixture)
{
  ImpAwait await = { NULL };

  imp_backlog_undo_async (fixture->backlog, imp_await_cb, &await);
  ui_finish_write (fixture, &await);
}

static GtkWidget *
get_tile_of (GtkWidget *pane, const char *name)
{
  return gtk_widget_get_ancestor (ui_wait_for (pane, name), IMP_TYPE_ATTACHMENT_TILE);
}

static GdkPaintable *
wait_for_picture (GtkWidget *root)
{
  GtkWidget *picture = ui_find_type (root, GTK_TYPE_PICTURE);

  g_assert_nonnull (picture);
  for (int i = 0; i < 200 && gtk_picture_get_paintable (GTK_PICTURE (picture)) == NULL; i++)
    ui_run (50);
  g_assert_nonnull (gtk_picture_get_paintable (GTK_PICTURE (picture)));
  return gtk_picture_get_paintable (GTK_PICTURE (picture));
}

static void
test_shows_a_thumbnail (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *pane = show_pane (fixture), *tile;
  GdkPaintable *thumbnail;

  add_bytes (pane, sample_picture ("png", 800, 400), HOSTILE ".png");
  tile = get_tile_of (pane, HOSTILE ".png");
  thumbnail = wait_for_picture (tile);
  g_assert_cmpint (gdk_paintable_get_intrinsic_width (thumbnail), ==, 256);
  g_assert_cmpint (gdk_paintable_get_intrinsic_height (thumbnail), ==, 128);
  g_assert_null (ui_find (pane, NONE));
  ui_assert_plain (pane);
  undo (fixture);
  ui_wait_for (pane, NONE);
  ui_assert_finalized (fixture, pane);
}

/* The tile that is there is not made anew when another one comes. */
static void
test_keeps_its_tiles (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *pane = show_pane (fixture), *tile;

  add_bytes (pane, sample_picture ("png", 80, 40), "first.png");
  tile = get_tile_of (pane, "first.png");
  wait_for_picture (tile);
  g_assert_true (gtk_widget_grab_focus (tile));
  add_bytes (pane, g_bytes_new_static ("Twice a day", 11), "note.txt");
  get_tile_of (pane, "note.txt");
  g_assert_true (get_tile_of (pane, "first.png") == tile);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == tile);
  undo (fixture);
  ui_wait_until_gone (pane, "note.txt");
  g_assert_true (get_tile_of (pane, "first.png") == tile);
  ui_assert_finalized (fixture, pane);
}

static void
test_says_what_it_cannot_add (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *pane = show_pane (fixture);

  add_bytes (pane, g_bytes_new_static ("<svg/>", 6), "logo.svg");
  ui_wait_for (GTK_WIDGET (fixture->window),
               "Cannot add “logo.svg”: drawings of this kind (SVG) can hold programs. Save it as "
               "PNG and add that");
  g_assert_nonnull (ui_find (pane, NONE));
  ui_assert_finalized (fixture, pane);
}

static void
test_says_what_is_here_already (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *pane = show_pane (fixture), *overlay = adw_toast_overlay_new ();

  adw_window_set_content (ADW_WINDOW (fixture->window), overlay);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), pane);
  imp_toasts_install (GTK_WIDGET (fixture->window), ADW_TOAST_OVERLAY (overlay));
  add_bytes (pane, g_bytes_new_static ("Twice a day", 11), "note.txt");
  ui_wait_for (pane, "note.txt");
  add_bytes (pane, g_bytes_new_static ("Twice a day", 11), HOSTILE ".txt");
  ui_wait_for (GTK_WIDGET (fixture->window), "“" HOSTILE ".txt” is here already");
  g_assert_null (ui_find (pane, HOSTILE ".txt"));
  ui_assert_finalized (fixture, pane);
}

static void
test_takes_dropped_files (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *pane = show_pane (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "dropped.txt", NULL);
  g_autoptr (GFile) here = NULL;
  g_autoptr (GFile) elsewhere = g_file_new_for_uri ("https://example.com/photo.jpg");
  g_autoptr (GSList) files = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *attachables;

  g_assert_true (g_file_set_contents (path, "Twice a day", -1, NULL));
  here = g_file_new_for_path (path);
  files = g_slist_prepend (files, here);
  attachables = imp_attachment_input_take_files (files, &error);
  g_assert_no_error (error);
  imp_attachments_section_add (get_section (pane), attachables);
  get_tile_of (pane, "dropped.txt");
  files = g_slist_prepend (files, elsewhere);
  g_assert_null (imp_attachment_input_take_files (files, &error));
  g_assert_nonnull (error);
  ui_assert_finalized (fixture, pane);
}

/* As a screenshot lies in the clipboard. */
static void
test_pastes (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *pane = show_pane (fixture);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (pane);
  g_autoptr (GBytes) screen = sample_picture ("png", 80, 40);
  g_autoptr (GdkContentProvider) picture = gdk_content_provider_new_for_bytes ("image/png", screen);

  g_assert_true (gdk_clipboard_set_content (clipboard, picture));
  gtk_widget_activate_action (pane, "irritant.paste", NULL);
  wait_for_picture (get_tile_of (pane, "Pasted picture.png"));
  gdk_clipboard_set_text (clipboard, "no picture");
  gtk_widget_activate_action (pane, "irritant.paste", NULL);
  ui_wait_for (GTK_WIDGET (fixture->window),
               "There is no picture or file to paste. Copy one first");
  gdk_clipboard_set_content (clipboard, NULL);
  ui_assert_finalized (fixture, pane);
}

static GtkWidget *
open_tile (UiFixture *fixture, GtkWidget *tile)
{
  AdwDialog *dialog;

  gtk_widget_activate (tile);
  while ((dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window))) == NULL)
    ui_run (20);
  return g_object_ref (GTK_WIDGET (dialog));
}

static GtkActionable *
wait_for_focus (UiFixture *fixture, GtkWidget *dialog)
{
  GtkWidget *focus;

  while ((focus = gtk_window_get_focus (fixture->window)) == NULL
         || !gtk_widget_is_ancestor (focus, dialog))
    g_main_context_iteration (NULL, TRUE);
  return GTK_ACTIONABLE (focus);
}

static void
test_shows_it_whole (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *pane = show_pane (fixture), *viewer;
  g_autofree char *size = g_format_size (8);

  add_bytes (pane, sample_picture ("png", 800, 400), "screen.png");
  get_tile_of (pane, "screen.png");
  add_bytes (pane, g_bytes_new_static ("%PDF-1.7", 8), "form.pdf");
  get_tile_of (pane, "form.pdf");
  viewer = open_tile (fixture, get_tile_of (pane, "screen.png"));
  g_assert_cmpint (gdk_paintable_get_intrinsic_width (wait_for_picture (viewer)), ==, 800);
  g_assert_cmpstr (gtk_actionable_get_action_name (wait_for_focus (fixture, viewer)), ==,
                   "viewer.save"); /* Space must not remove what somebody came to look at */
  gtk_widget_activate_action (viewer, "viewer.next", NULL);
  ui_wait_for (viewer, "Save a copy to look into it.");
  gtk_widget_activate_action (viewer, "viewer.next", NULL); /* the last one: stays */
  g_assert_nonnull (ui_find (viewer, "2 of 2"));
  g_assert_nonnull (ui_find (viewer, size));
  gtk_widget_activate_action (viewer, "viewer.remove", NULL);
  ui_wait_until_gone (pane, "form.pdf");
  undo (fixture);
  get_tile_of (pane, "form.pdf");
  imp_assert_finalize_soon (viewer);
  ui_assert_finalized (fixture, pane);
}

/* All that was asked of the database before is answered by then. */
static void
drain (UiFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  ImpAwait await = { NULL };
  ImpOverview overview;

  imp_backlog_overview_async (fixture->backlog, imp_await_cb, &await);
  result = imp_await (&await);
  g_assert_true (imp_backlog_overview_finish (fixture->backlog, result, &overview, NULL));
}

/* A picture that is decoded and not shown yet when somebody goes on is not shown. */
static void
test_goes_on_before_it_shows (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) screen = sample_picture ("png", 400, 200);
  GtkWidget *pane = show_pane (fixture), *viewer;

  add_bytes (pane, g_bytes_ref (screen), "screen.png");
  wait_for_picture (get_tile_of (pane, "screen.png"));
  add_bytes (pane, g_bytes_new_static ("%PDF-1.7", 8), "form.pdf");
  get_tile_of (pane, "form.pdf");
  viewer = open_tile (fixture, get_tile_of (pane, "screen.png"));
  drain (fixture);               /* it is read, and being decoded */
  for (guint i = 0; i < 50; i++) /* as many times as long as that takes */
    imp_pixels_free (imp_picture_decode (screen, IMP_PICTURE_MAX_SIDE, NULL, NULL));
  gtk_widget_activate_action (viewer, "viewer.next", NULL);
  drain (fixture);
  ui_wait_for (viewer, "Save a copy to look into it.");
  g_assert_null (gtk_picture_get_paintable (GTK_PICTURE (ui_find_type (viewer, GTK_TYPE_PICTURE))));
  adw_dialog_force_close (ADW_DIALOG (viewer));
  imp_assert_finalize_soon (viewer);
  ui_assert_finalized (fixture, pane);
}

/* That it was added and how it is called, not what its bytes come to. */
static void
test_history_is_for_people (UiFixture *fixture, gconstpointer data)
{
  ImpItem irritant = ui_record (fixture, "The scanner signs out");
  GtkWidget *pane = show_irritant (fixture, irritant), *dialog;

  add_bytes (pane, sample_picture ("png", 80, 40), "screen.png");
  get_tile_of (pane, "screen.png");
  dialog = g_object_ref_sink (
      GTK_WIDGET (imp_history_dialog_new (fixture->backlog, irritant, NULL, FALSE)));
  adw_dialog_present (ADW_DIALOG (dialog), pane);
  ui_wait_for (dialog, "screen.png");
  ui_wait_for (dialog, "Inès Caron added a photo");
  g_assert_null (ui_find (dialog, "Photo or file · Checksum"));
  g_assert_null (ui_find (dialog, "image/png"));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  imp_assert_finalize_soon (dialog);
  ui_assert_finalized (fixture, pane);
}

#define ADD(name, test)                                                                            \
  g_test_add ("/ui/attachments/" name, UiFixture, NULL, ui_set_up, test, ui_tear_down)

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ADD ("shows-a-thumbnail", test_shows_a_thumbnail);
  ADD ("keeps-its-tiles", test_keeps_its_tiles);
  ADD ("says-what-it-cannot-add", test_says_what_it_cannot_add);
  ADD ("says-what-is-here-already", test_says_what_is_here_already);
  ADD ("takes-dropped-files", test_takes_dropped_files);
  ADD ("pastes", test_pastes);
  ADD ("shows-it-whole", test_shows_it_whole);
  ADD ("goes-on-before-it-shows", test_goes_on_before_it_shows);
  ADD ("history-is-for-people", test_history_is_for_people);
  return g_test_run ();
}
