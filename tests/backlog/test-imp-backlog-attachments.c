/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Photos and files from the drop to the export and back. */
#include "config.h"

#include <string.h>
#include <sys/stat.h>

#include "backlog-fixture.h"
#include "backlog/imp-attachable.h"
#include "backlog/imp-backlog-attachments.h"
#include "backlog/imp-backlog-files.h"
#include "backlog/imp-backlog-irritants.h"
#include "base/imp-error.h"
#include "base/imp-file.h"
#include "exchange/sample-pictures.h"
#include "support/imp-open-backlog.h"
#include "support/imp-pass-on.h"

typedef struct
{
  char *folder;
  gint64 now_ms;
  ImpClock clock;
  ImpBacklog *backlog;
  ImpItem irritant;
} Fixture;

static ImpBacklog *
open_backlog (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  return imp_open_backlog (path, "Inès Caron", &fixture->clock);
}

/* What is attached from now on is of this irritant. */
static void
record (Fixture *fixture, const char *words)
{
  const ImpRecording recording = { .words = words, .date = IMP_DATE_NONE };
  g_autoptr (GAsyncResult) result = NULL;
  ImpAwait await = { NULL };

  imp_backlog_record_async (fixture->backlog, &recording, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  g_assert_true (imp_backlog_write_finish (fixture->backlog, result, &fixture->irritant, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("improve-attachments-XXXXXX", NULL);
  fixture->now_ms = 1795262400000; /* 21 November 2026, noon */
  fixture->clock = imp_clock_fixed (&fixture->now_ms);
  fixture->backlog = open_backlog (fixture, "backlog.db");
  record (fixture, "The scanner signs out");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  imp_close_backlog (fixture->backlog);
  imp_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static char *
make_file (Fixture *fixture, const char *name, gconstpointer data, gsize size)
{
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
  return path;
}

static char *
make_picture_file (Fixture *fixture, const char *name, GBytes *bytes)
{
  g_autoptr (GBytes) owned = bytes;

  return make_file (fixture, name, g_bytes_get_data (owned, NULL), g_bytes_get_size (owned));
}

/* Takes the array. How many were added; refused: by the caller. */
static guint
attach (Fixture *fixture, GPtrArray *attachables, GPtrArray **refused)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) there = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  guint n_added;

  imp_backlog_attach_async (fixture->backlog, fixture->irritant, attachables, NULL, imp_await_cb,
                            &await);
  result = imp_await (&await);
  imp_backlog_attach_finish (fixture->backlog, result, &n_added, refused, &there, &error);
  g_assert_no_error (error);
  return n_added;
}

static GPtrArray *
new_attachables (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) imp_attachable_free);
}

static void
add_file (GPtrArray *attachables, char *path)
{
  g_ptr_array_add (attachables, imp_attachable_new_file (path));
  g_free (path);
}

static void
attach_bytes (Fixture *fixture, GBytes *bytes, const char *name)
{
  g_autoptr (GBytes) owned = bytes;
  g_autoptr (GPtrArray) refused = NULL;
  GPtrArray *attachables = new_attachables ();

  g_ptr_array_add (attachables, imp_attachable_new_bytes (owned, name));
  g_assert_cmpuint (attach (fixture, attachables, &refused), ==, 1);
}

static ImpIrritantPage *
read_page (ImpBacklog *backlog, ImpItem irritant)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  ImpIrritantPage *page;

  imp_backlog_irritant_page_async (backlog, irritant, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  page = imp_backlog_irritant_page_finish (backlog, result, &error);
  g_assert_no_error (error);
  return page;
}

static ImpPixels *
show (Fixture *fixture, const ImpAttachment *picture, int side, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  ImpAwait await = { NULL };

  imp_backlog_picture_async (fixture->backlog, picture, side, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  return imp_backlog_picture_finish (fixture->backlog, result, error);
}

static void
test_adds_and_shows (Fixture *fixture, gconstpointer data)
{
  GPtrArray *attachables = new_attachables ();
  g_autoptr (GBytes) screen = sample_picture ("png", 400, 300);
  g_autoptr (GPtrArray) refused = NULL;
  g_autoptr (ImpIrritantPage) page = NULL;
  g_autoptr (ImpPixels) pixels = NULL;
  const ImpAttachment *pasted, *photo, *note;

  g_ptr_array_add (attachables, imp_attachable_new_bytes (screen, "Pasted"));
  add_file (attachables, make_picture_file (fixture, "IMG_1.HEIC", sample_photo (64, 32)));
  add_file (attachables, make_file (fixture, "note.txt", "Twice a day", 11));
  g_assert_cmpuint (attach (fixture, attachables, &refused), ==, 3);
  g_assert_cmpuint (refused->len, ==, 0);
  g_assert_cmpstr (imp_backlog_get_undo_label (fixture->backlog), ==, "3 photos and files added");
  page = read_page (fixture->backlog, fixture->irritant);
  g_assert_cmpuint (page->attachments->len, ==, 3);
  pasted = page->attachments->pdata[0];
  photo = page->attachments->pdata[1];
  note = page->attachments->pdata[2];
  g_assert_cmpstr (pasted->name, ==, "Pasted.png");
  g_assert_cmpstr (photo->name, ==, "IMG_1.jpg");
  g_assert_cmpint (photo->width, ==, 32);
  g_assert_cmpstr (note->type, ==, "text/plain");
  g_assert_cmpuint (note->size, ==, 11);
  g_assert_false (imp_attachment_is_picture (note));
  pixels = show (fixture, pasted, 96, NULL);
  g_assert_cmpint (pixels->width, ==, 96);
  g_assert_cmpint (pixels->height, ==, 72);
}

static GPtrArray *
prepare (Fixture *fixture, GPtrArray *attachables, GPtrArray **refused)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  GPtrArray *prepared;

  imp_backlog_prepare_async (fixture->backlog, attachables, 80, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  prepared = imp_backlog_prepare_finish (fixture->backlog, result, refused, &error);
  g_assert_no_error (error);
  return prepared;
}

static void
assert_n_attachments (Fixture *fixture, guint n)
{
  g_autoptr (ImpIrritantPage) page = read_page (fixture->backlog, fixture->irritant);

  g_assert_cmpuint (page->attachments->len, ==, n);
}

static void
record_with (Fixture *fixture, const GPtrArray *attachments)
{
  const ImpRecording recording = { .words = "It jams",
                                   .date = IMP_DATE_NONE,
                                   .attachments = attachments };
  ImpAwait await = { NULL };

  imp_backlog_record_async (fixture->backlog, &recording, NULL, imp_await_cb, &await);
  fixture->irritant = imp_finish_write (fixture->backlog, &await);
}

/* One action, so that Undo takes all of it back. */
static void
test_recorded_with_it (Fixture *fixture, gconstpointer data)
{
  GPtrArray *attachables = new_attachables ();
  g_autoptr (GBytes) screen = sample_picture ("png", 400, 300);
  g_autoptr (GPtrArray) refused = NULL, prepared = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  ImpAwait await = { NULL };

  g_ptr_array_add (attachables, imp_attachable_new_bytes (screen, "Pasted"));
  add_file (attachables, make_file (fixture, "note.txt", "Twice a day", 11));
  add_file (attachables, make_file (fixture, "empty.txt", "", 0));
  prepared = prepare (fixture, attachables, &refused);
  g_assert_cmpuint (refused->len, ==, 1);
  g_assert_cmpuint (prepared->len, ==, 2);
  g_assert_cmpint (((ImpPrepared *) prepared->pdata[0])->thumbnail->width, ==, 80);
  g_assert_null (((ImpPrepared *) prepared->pdata[1])->thumbnail);
  record_with (fixture, prepared);
  assert_n_attachments (fixture, 2);
  g_assert_cmpstr (imp_backlog_get_undo_label (fixture->backlog), ==, "Irritant recorded");
  imp_backlog_undo_async (fixture->backlog, imp_await_cb, &await);
  imp_finish_write (fixture->backlog, &await);
  imp_backlog_irritant_page_async (fixture->backlog, fixture->irritant, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  g_assert_null (imp_backlog_irritant_page_finish (fixture->backlog, result, NULL));
  imp_backlog_redo_async (fixture->backlog, imp_await_cb, &await);
  imp_finish_write (fixture->backlog, &await);
  assert_n_attachments (fixture, 2);
}

/* What a file is to blame for is said of each; the good ones are added. */
static void
test_refuses_with_words (Fixture *fixture, gconstpointer data)
{
  static const char svg[] = "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>";
  GPtrArray *attachables = new_attachables ();
  g_autofree char *pipe = g_build_filename (fixture->folder, "pipe", NULL);
  g_autofree char *large = g_malloc0 (IMP_ATTACHMENT_MAX_BYTES + 1);
  g_autoptr (GPtrArray) refused = NULL;

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  add_file (attachables, make_file (fixture, "logo.svg", svg, strlen (svg)));
  add_file (attachables, make_file (fixture, "logo.png", svg, strlen (svg)));
  add_file (attachables, make_file (fixture, "logo.svgz", "\x1f\x8b", 2));
  add_file (attachables, make_picture_file (fixture, "huge.png", sample_claim (65535, 65535)));
  add_file (attachables, make_file (fixture, "large.bin", large, IMP_ATTACHMENT_MAX_BYTES + 1));
  add_file (attachables, make_file (fixture, "empty.png", "", 0));
  add_file (attachables, make_file (fixture, "empty.txt", "", 0));
  add_file (attachables, make_file (fixture, "letter.JPG", "Dear colleagues", 15));
  add_file (attachables, g_strdup (pipe));
  add_file (attachables, g_build_filename (fixture->folder, "missing", NULL));
  add_file (attachables, make_file (fixture, "good.pdf", "%PDF-1.7\n", 9));
  g_assert_cmpuint (attach (fixture, attachables, &refused), ==, 1);
  g_assert_cmpuint (refused->len, ==, 10);
  for (guint i = 0; i < refused->len; i++)
    g_assert_true (g_str_has_prefix (refused->pdata[i], "Cannot "));
  g_assert_nonnull (strstr (refused->pdata[0], "SVG"));
  g_assert_nonnull (strstr (refused->pdata[1], "SVG"));
  g_assert_nonnull (strstr (refused->pdata[2], "SVG"));
  g_assert_nonnull (strstr (refused->pdata[3], "16 million"));
  g_assert_nonnull (strstr (refused->pdata[4], "16 MiB"));
  g_assert_nonnull (strstr (refused->pdata[5], "nothing in it"));
  g_assert_nonnull (strstr (refused->pdata[6], "nothing in it"));
  g_assert_nonnull (strstr (refused->pdata[7], "no picture that can be shown"));
}

static void
test_adds_nothing (Fixture *fixture, gconstpointer data)
{
  GPtrArray *attachables = new_attachables ();
  g_autoptr (GPtrArray) refused = NULL;
  g_autofree char *before = g_strdup (imp_backlog_get_undo_label (fixture->backlog));

  add_file (attachables, g_build_filename (fixture->folder, "missing", NULL));
  g_assert_cmpuint (attach (fixture, attachables, &refused), ==, 0);
  g_assert_cmpuint (refused->len, ==, 1);
  g_assert_cmpstr (imp_backlog_get_undo_label (fixture->backlog), ==, before);
}

static void
test_only_so_many_at_once (Fixture *fixture, gconstpointer data)
{
  GPtrArray *attachables = new_attachables ();
  g_autoptr (GPtrArray) refused = NULL;

  for (guint i = 0; i < IMP_ATTACH_AT_ONCE + 2; i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (&i, sizeof i);

      g_ptr_array_add (attachables, imp_attachable_new_bytes (bytes, "x.txt"));
    }
  g_assert_cmpuint (attach (fixture, attachables, &refused), ==, IMP_ATTACH_AT_ONCE);
  g_assert_cmpuint (refused->len, ==, 1);
}

/* Another name makes no other photo; what was removed can be added again. */
static void
test_adds_once (Fixture *fixture, gconstpointer data)
{
  GPtrArray *attachables = new_attachables ();
  g_autoptr (GBytes) photo = sample_picture ("png", 40, 30);
  g_autoptr (GPtrArray) refused = NULL, there = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpIrritantPage) page = NULL;
  ImpAwait await = { NULL };
  guint n_added;

  attach_bytes (fixture, g_bytes_ref (photo), "first.png");
  g_ptr_array_add (attachables, imp_attachable_new_bytes (photo, "again.png"));
  add_file (attachables, make_file (fixture, "note.txt", "Twice a day", 11));
  add_file (attachables, make_file (fixture, "same.txt", "Twice a day", 11));
  imp_backlog_attach_async (fixture->backlog, fixture->irritant, attachables, NULL, imp_await_cb,
                            &await);
  result = imp_await (&await);
  g_assert_true (
      imp_backlog_attach_finish (fixture->backlog, result, &n_added, &refused, &there, &error));
  g_assert_cmpuint (n_added, ==, 1);
  g_assert_cmpuint (refused->len, ==, 0);
  g_assert_cmpuint (there->len, ==, 2);
  g_assert_cmpstr (there->pdata[0], ==, "again.png");
  g_assert_cmpstr (there->pdata[1], ==, "same.txt");
  page = read_page (fixture->backlog, fixture->irritant);
  g_assert_cmpuint (page->attachments->len, ==, 2);
}

/* Nothing is written then, and what is undone next is what was done before. */
static void
test_adds_again_what_was_removed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) photo = sample_picture ("png", 40, 30);
  GPtrArray *attachables = new_attachables ();
  g_autoptr (GPtrArray) refused = NULL;
  ImpAwait await = { NULL };
  g_autoptr (GAsyncResult) result = NULL;

  attach_bytes (fixture, g_bytes_ref (photo), "first.png");
  g_ptr_array_add (attachables, imp_attachable_new_bytes (photo, "again.png"));
  g_assert_cmpuint (attach (fixture, attachables, &refused), ==, 0);
  g_assert_cmpstr (imp_backlog_get_undo_label (fixture->backlog), ==, "Picture added");
  imp_backlog_undo_async (fixture->backlog, imp_await_cb, &await);
  result = imp_await (&await);
  g_assert_true (imp_backlog_write_finish (fixture->backlog, result, NULL, NULL));
  attach_bytes (fixture, g_bytes_ref (photo), "again.png");
}

/* The row came from another laptop, the bytes have not. */
static void
test_adds_bytes_that_are_missing (Fixture *fixture, gconstpointer data)
{
  ImpBacklog *other = open_backlog (fixture, "other.db");
  Fixture there = { .folder = fixture->folder, .backlog = other, .irritant = fixture->irritant };
  g_autoptr (ImpIrritantPage) before = NULL, after = NULL;
  const ImpAttachment *attachment;

  attach_bytes (fixture, sample_picture ("png", 40, 30), "first.png");
  imp_pass_on (fixture->backlog, other);
  before = read_page (other, there.irritant);
  g_assert_cmpuint (before->attachments->len, ==, 1);
  attachment = before->attachments->pdata[0];
  g_assert_false (attachment->here);
  attach_bytes (&there, sample_picture ("png", 40, 30), "again.png");
  after = read_page (other, there.irritant);
  g_assert_cmpuint (after->attachments->len, ==, 1);
  attachment = after->attachments->pdata[0];
  g_assert_true (attachment->here);
  g_assert_cmpstr (attachment->name, ==, "first.png");
  imp_close_backlog (other);
}

static void
test_cancelled_adds_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GPtrArray *attachables = new_attachables ();
  g_autoptr (GPtrArray) refused = NULL, there = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpIrritantPage) page = NULL;
  ImpAwait await = { NULL };
  guint n_added;

  add_file (attachables, make_file (fixture, "note.txt", "Twice", 5));
  imp_backlog_attach_async (fixture->backlog, fixture->irritant, attachables, cancellable,
                            imp_await_cb, &await);
  g_cancellable_cancel (cancellable);
  result = imp_await (&await);
  g_assert_false (
      imp_backlog_attach_finish (fixture->backlog, result, &n_added, &refused, &there, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  page = read_page (fixture->backlog, fixture->irritant);
  g_assert_cmpuint (page->attachments->len, ==, 0);
}

static gboolean
save (Fixture *fixture, const ImpAttachment *attachment, const char *path, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  ImpAwait await = { NULL };

  imp_backlog_save_attachment_async (fixture->backlog, attachment, path, NULL, imp_await_cb,
                                     &await);
  result = imp_await (&await);
  return imp_backlog_save_attachment_finish (fixture->backlog, result, error);
}

/* A copy is the bytes, is never executable, and replaces what was there whole or not at all. */
static void
test_saves_a_copy (Fixture *fixture, gconstpointer data)
{
  GPtrArray *attachables = new_attachables ();
  g_autofree char *script = make_file (fixture, "run.sh", "#!/bin/sh\necho no\n", 18);
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.sh", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "copy.sh", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GPtrArray) refused = NULL;
  g_autoptr (ImpIrritantPage) page = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  g_assert_cmpint (g_chmod (script, 0755), ==, 0);
  g_ptr_array_add (attachables, imp_attachable_new_file (script));
  g_assert_cmpuint (attach (fixture, attachables, &refused), ==, 1);
  page = read_page (fixture->backlog, fixture->irritant);
  g_assert_true (save (fixture, page->attachments->pdata[0], copy, &error));
  g_assert_true (g_file_get_contents (copy, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "#!/bin/sh\necho no\n");
  g_assert_cmpint (g_stat (copy, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0111, ==, 0);
  g_assert_false (save (fixture, page->attachments->pdata[0], nowhere, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_NOT_FOUND);
}

/* Whoever closes the window waits for what they asked for. */
static void
test_copy_is_waited_for (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.png", NULL);
  g_autoptr (ImpIrritantPage) page = NULL;
  g_autoptr (GAsyncResult) waited = NULL, saved = NULL;
  ImpAwait saving = { NULL }, waiting = { NULL };

  attach_bytes (fixture, sample_picture ("png", 80, 40), "scanner.png");
  page = read_page (fixture->backlog, fixture->irritant);
  imp_backlog_save_attachment_async (fixture->backlog, page->attachments->pdata[0], path, NULL,
                                     imp_await_cb, &saving);
  imp_backlog_wait_async (fixture->backlog, imp_await_cb, &waiting);
  waited = imp_await (&waiting);
  g_assert_true (imp_backlog_wait_finish (fixture->backlog, waited, NULL));
  saved = g_steal_pointer (&saving.result);
  g_assert_nonnull (saved);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_not_here_yet (Fixture *fixture, gconstpointer data)
{
  const ImpAttachment missing = { .name = (char *) "a.png", .sha256 = (char *) "abc" };
  const ImpAttachment unsaid = { .name = (char *) "a.png" };
  g_autoptr (GError) error = NULL;

  g_assert_null (show (fixture, &missing, 96, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "“a.png”"));
  g_clear_error (&error);
  g_assert_null (show (fixture, &unsaid, 96, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_NOT_FOUND);
}

static char *export (Fixture *fixture, ImpBacklog *backlog, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  char *contents;

  imp_backlog_export_async (backlog, path, NULL, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  imp_backlog_export_finish (backlog, result, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  return contents;
}

static void
import_as (ImpBacklog *backlog, const ImpImportRequest *request)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (ImpImportOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };

  imp_backlog_import_async (backlog, request, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  outcome = imp_backlog_import_finish (backlog, result, &error);
  g_assert_no_error (error);
}

static void
import (ImpBacklog *backlog, const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  const ImpImportRequest request = { .format = IMP_FORMAT_BACKLOG, .bytes = bytes };

  import_as (backlog, &request);
}

/* Byte by byte, also where the rows came first and the bytes with another file. */
static void
test_export_and_back (Fixture *fixture, gconstpointer data)
{
  ImpBacklog *other = open_backlog (fixture, "other.db");
  g_autofree char *whole = NULL, *again = NULL, *rows = NULL, *half = NULL;

  attach_bytes (fixture, sample_picture ("png", 400, 300), "screen.png");
  attach_bytes (fixture, sample_photo (640, 480), "photo.jpg");
  record (fixture, "The printer jams");
  attach_bytes (fixture, sample_picture ("png", 400, 300), "the same.png");
  whole = export (fixture, fixture->backlog, "whole.json");
  rows = g_strndup (whole, (gsize) (strstr (whole, "\n], \"bytes\"") - whole));
  half = g_strconcat (rows, "\n]}\n", NULL);
  import (other, half);
  again = export (fixture, other, "again.json");
  g_assert_cmpstr (again, ==, half);
  import (other, whole);
  g_clear_pointer (&again, g_free);
  again = export (fixture, other, "again.json");
  g_assert_cmpstr (again, ==, whole);
  imp_close_backlog (other);
}

/* What nothing can make smaller. */
static GBytes *
make_noise (gsize n_words)
{
  guint32 *noise = g_new (guint32, n_words);

  noise[0] = 0; /* no picture begins so */
  for (gsize i = 1; i < n_words; i++)
    noise[i] = (guint32) g_test_rand_int ();
  return g_bytes_new_take (noise, n_words * sizeof *noise);
}

/* More than is taken of any other file. */
static void
test_much_comes_back (Fixture *fixture, gconstpointer data)
{
  ImpBacklog *other = open_backlog (fixture, "other.db");
  g_autofree char *path = g_build_filename (fixture->folder, "whole.json", NULL);
  const ImpImportRequest request = { .format = IMP_FORMAT_BACKLOG, .path = path };
  g_autofree char *whole = NULL, *again = NULL;

  for (guint i = 0; i < 4; i++)
    attach_bytes (fixture, make_noise (13 * 1024 * 1024 / sizeof (guint32)), "report.bin");
  whole = export (fixture, fixture->backlog, "whole.json");
  g_assert_cmpuint (strlen (whole), >, IMP_FILE_MAX_INPUT);
  import_as (other, &request);
  again = export (fixture, other, "again.json");
  g_assert_true (g_str_equal (again, whole));
  imp_close_backlog (other);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/backlog/attachments/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("adds-and-shows", test_adds_and_shows);
  ADD ("recorded-with-it", test_recorded_with_it);
  ADD ("refuses-with-words", test_refuses_with_words);
  ADD ("adds-nothing", test_adds_nothing);
  ADD ("only-so-many-at-once", test_only_so_many_at_once);
  ADD ("adds-once", test_adds_once);
  ADD ("adds-again-what-was-removed", test_adds_again_what_was_removed);
  ADD ("adds-bytes-that-are-missing", test_adds_bytes_that_are_missing);
  ADD ("cancelled-adds-nothing", test_cancelled_adds_nothing);
  ADD ("saves-a-copy", test_saves_a_copy);
  ADD ("copy-is-waited-for", test_copy_is_waited_for);
  ADD ("not-here-yet", test_not_here_yet);
  ADD ("export-and-back", test_export_and_back);
  ADD ("much-comes-back", test_much_comes_back);
  return g_test_run ();
}
