/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Bytes of attachments: kept once, with the row or not at all, through undo, bin and backup. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/imp-error.h"
#include "store-fixture.h"
#include "store/imp-attachment-table.h"
#include "store/imp-backup.h"
#include "store/imp-blob.h"
#include "store/imp-forget.h"
#include "store/imp-history-table.h"
#include "store/imp-irritant-table.h"
#include "store/imp-restore.h"
#include "store/imp-salvage.h"
#include "store/imp-sharing.h"

/* Some bytes that are no text, as long as it takes to be several pieces. */
static GBytes *
make_bytes (guint8 first, gsize size)
{
  guint8 *bytes = g_malloc (MAX (size, 1));

  for (gsize i = 0; i < size; i++)
    bytes[i] = (guint8) (first + i * 7 + i / 251);
  return g_bytes_new_take (bytes, size);
}

static ImpChanges *
make_attachment (ImpItem irritant, const char *name, GBytes *bytes)
{
  ImpChanges *changes = imp_changes_new ();
  ImpItem attachment = imp_changes_add (changes, IMP_KIND_ATTACHMENT);
  g_autofree char *sha256 = imp_attachment_hash (bytes);

  imp_changes_set_item (changes, attachment, IMP_ATTACHMENT_IRRITANT, irritant);
  imp_changes_set_text (changes, attachment, IMP_ATTACHMENT_NAME, name);
  imp_changes_set_text (changes, attachment, IMP_ATTACHMENT_TYPE, "image/png");
  imp_changes_set_text (changes, attachment, IMP_ATTACHMENT_SHA256, sha256);
  imp_changes_set_integer (changes, attachment, IMP_ATTACHMENT_SIZE,
                           (gint64) g_bytes_get_size (bytes));
  imp_changes_set_integer (changes, attachment, IMP_ATTACHMENT_WIDTH, 640);
  imp_changes_set_integer (changes, attachment, IMP_ATTACHMENT_HEIGHT, 480);
  g_ptr_array_add (changes->blobs, g_bytes_ref (bytes));
  return changes;
}

static ImpItem
attach (StoreFixture *fixture, ImpItem irritant, const char *name, GBytes *bytes, gint64 *txn)
{
  g_auto (ImpCommit) commit = { 0 };

  store_fixture_commit (fixture, make_attachment (irritant, name, bytes), &commit);
  if (txn != NULL)
    *txn = commit.txn;
  return g_array_index (commit.items, ImpItem, 0);
}

static GPtrArray *
read_all (StoreFixture *fixture, ImpItem irritant)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpIrritantPage) page =
      imp_store_read_irritant_page (fixture->store, irritant, &error);

  g_assert_no_error (error);
  return g_ptr_array_ref (page->attachments);
}

static guint
count (StoreFixture *fixture, ImpItem irritant)
{
  g_autoptr (GPtrArray) attachments = read_all (fixture, irritant);

  return attachments->len;
}

static void
assert_bytes (StoreFixture *fixture, GBytes *expected)
{
  g_autofree char *sha256 = imp_attachment_hash (expected);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) actual = imp_store_read_blob (fixture->store, sha256, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (actual, expected));
}

static guint
check_deep (StoreFixture *fixture)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  guint n_foreign;

  imp_store_check_deep (fixture->store, &n_foreign, problems, NULL, &error);
  g_assert_no_error (error);
  return problems->len;
}

static void
test_keeps_bytes (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = store_fixture_record (fixture, "Scanner signs out", NULL, NULL);
  g_autoptr (GBytes) photo = make_bytes (1, 3 * IMP_BLOB_PIECE + 17);
  g_autoptr (GBytes) empty = make_bytes (0, 0);
  g_autoptr (GPtrArray) attachments = NULL;
  const ImpAttachment *first;
  ImpItem item;

  item = attach (fixture, irritant, "../screen.png", photo, NULL);
  attach (fixture, irritant, "nothing.txt", empty, NULL);
  store_fixture_close (fixture);
  store_fixture_open (fixture);
  attachments = read_all (fixture, irritant);
  g_assert_cmpuint (attachments->len, ==, 2);
  first = attachments->pdata[0];
  g_assert_cmpint (first->item, ==, item);
  g_assert_cmpstr (first->name, ==, "screen.png");
  g_assert_cmpstr (first->type, ==, "image/png");
  g_assert_cmpuint (first->size, ==, g_bytes_get_size (photo));
  g_assert_cmpint (first->width, ==, 640);
  g_assert_true (first->here);
  assert_bytes (fixture, photo);
  assert_bytes (fixture, empty);
  g_assert_cmpuint (check_deep (fixture), ==, 0);
}

static void
test_same_bytes_once (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = store_fixture_record (fixture, "Scanner signs out", NULL, NULL);
  g_autoptr (GBytes) photo = make_bytes (1, 5000);

  attach (fixture, irritant, "a.png", photo, NULL);
  attach (fixture, irritant, "b.png", photo, NULL);
  g_assert_cmpuint (count (fixture, irritant), ==, 2);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM blob"), ==, 1);
}

static void
test_undo_redo_and_bin (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = store_fixture_record (fixture, "Scanner signs out", NULL, NULL);
  g_autoptr (GBytes) photo = make_bytes (1, 5000);
  g_autoptr (GPtrArray) bin = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (ImpCommit) undone = { 0 };
  ImpItem item;
  gint64 txn;

  item = attach (fixture, irritant, "a.png", photo, &txn);
  store_fixture_undo (fixture, txn, &undone);
  g_assert_cmpuint (count (fixture, irritant), ==, 0);
  store_fixture_undo (fixture, undone.txn, NULL);
  g_assert_cmpuint (count (fixture, irritant), ==, 1);
  store_fixture_delete (fixture, item);
  g_assert_cmpuint (count (fixture, irritant), ==, 0);
  assert_bytes (fixture, photo); /* as long as a row of the journal names them */
  bin = imp_bin_read (fixture->store, 0, NULL, 0, 10, &error);
  g_assert_cmpuint (bin->len, ==, 1);
  g_assert_cmpstr (((ImpBinned *) bin->pdata[0])->name, ==, "a.png");
  store_fixture_commit (fixture, imp_bin_invert (fixture->store, item, &error), NULL);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, irritant), ==, 1);
  assert_bytes (fixture, photo);
}

static void
test_backup_has_them (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = store_fixture_record (fixture, "Scanner signs out", NULL, NULL);
  g_autoptr (GBytes) photo = make_bytes (1, 100000);
  g_autofree char *folder = imp_backup_dup_folder (fixture->path);
  g_autofree char *backup = NULL;
  g_autoptr (GError) error = NULL;
  ImpItem item = attach (fixture, irritant, "a.png", photo, NULL);

  imp_backup_write (imp_store_get_connection (fixture->store), folder, fixture->now_ms,
                    IMP_BACKUP_BY_HAND, &backup, &error);
  g_assert_no_error (error);
  store_fixture_delete (fixture, item);
  store_fixture_exec (fixture, "DELETE FROM blob");
  store_fixture_close (fixture);
  imp_restore_backup (fixture->path, backup, fixture->now_ms, FALSE, NULL, &error);
  g_assert_no_error (error);
  store_fixture_open (fixture);
  g_assert_cmpuint (count (fixture, irritant), ==, 1);
  assert_bytes (fixture, photo);
}

/* Every single byte of them is looked at. */
static void
test_changed_byte_is_found (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = store_fixture_record (fixture, "Scanner signs out", NULL, NULL);
  g_autoptr (GBytes) photo = make_bytes (1, IMP_BLOB_PIECE + 2);
  g_autofree char *sha256 = imp_attachment_hash (photo);
  g_autoptr (GError) error = NULL;

  attach (fixture, irritant, "a.png", photo, NULL);
  store_fixture_exec (fixture, "UPDATE blob SET bytes = CAST (substr (bytes, 1, 49153) || x'00'"
                               " AS BLOB)");
  g_assert_cmpint (store_fixture_query (fixture, "SELECT length (bytes) FROM blob"), ==,
                   IMP_BLOB_PIECE + 2);
  store_fixture_assert_sound (fixture); /* not by the quick look */
  g_assert_cmpuint (check_deep (fixture), ==, 1);
  g_assert_null (imp_store_read_blob (fixture->store, sha256, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_CORRUPT);
}

/* Rows are small and travel first. */
static void
test_bytes_come_later (StoreFixture *fixture, gconstpointer data)
{
  StoreFixture other = { 0 };
  ImpItem irritant = store_fixture_record (fixture, "Scanner signs out", NULL, NULL);
  g_autoptr (GBytes) photo = make_bytes (1, 5000);
  g_autoptr (ImpChanges) late = imp_changes_new ();
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (ImpSeen));
  g_autoptr (GPtrArray) rows = NULL, there = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (ImpCommit) commit = { 0 };
  ImpApplied applied;
  guint n_all, n_missing;

  store_fixture_set_up (&other, NULL);
  attach (fixture, irritant, "a.png", photo, NULL);
  rows = imp_store_read_rows (fixture->store, nothing, 1000, &error);
  g_assert_true (imp_store_apply_rows (other.store, rows, &applied, &error));
  irritant = store_fixture_query (&other, "SELECT n FROM irritant");
  there = read_all (&other, irritant);
  g_assert_cmpuint (there->len, ==, 1);
  g_assert_false (((ImpAttachment *) there->pdata[0])->here);
  g_assert_cmpuint (check_deep (&other), ==, 0);
  g_assert_true (imp_store_count_attachments (other.store, &n_all, &n_missing, &error));
  g_assert_cmpuint (n_all, ==, 1);
  g_assert_cmpuint (n_missing, ==, 1);
  g_ptr_array_add (late->blobs, g_bytes_ref (photo));
  store_fixture_commit (&other, g_steal_pointer (&late), &commit);
  g_assert_cmpint (commit.txn, ==, 0);
  g_assert_cmpuint (commit.n_blobs, ==, 1);
  g_assert_true (commit.kinds & 1u << IMP_KIND_ATTACHMENT);
  assert_bytes (&other, photo);
  store_fixture_tear_down (&other, NULL);
}

/* What is refused leaves no bytes, and what is only tried neither. */
static void
test_all_or_nothing (StoreFixture *fixture, gconstpointer data)
{
  ImpItem site = store_fixture_add_named (fixture, IMP_KIND_SITE, "Lyon");
  ImpItem irritant = store_fixture_record (fixture, "Scanner signs out", NULL, NULL);
  g_autoptr (GBytes) photo = make_bytes (1, 5000);
  g_autoptr (ImpChanges) wrong = make_attachment (site, "a.png", photo);
  g_autoptr (ImpChanges) right = make_attachment (irritant, "a.png", photo);
  g_auto (ImpCommit) refused = { 0 }, tried = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (imp_store_commit (fixture->store, wrong, &refused, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_INPUT);
  g_assert_true (imp_store_try (fixture->store, right, &tried, NULL));
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM blob"), ==, 0);
}

/* Once nothing names them, erasing takes the bytes as well; those of others stay. */
static void
test_erased_bytes_are_gone (StoreFixture *fixture, gconstpointer data)
{
  static const char secret[] = "the face of a colleague, in many pixels";
  ImpItem irritant = store_fixture_record (fixture, "Scanner signs out", NULL, NULL);
  g_autoptr (GBytes) face = g_bytes_new_static (secret, sizeof secret);
  g_autoptr (GBytes) screen = make_bytes (1, 5000);
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  g_autoptr (GError) error = NULL;
  g_auto (ImpCommit) commit = { 0 };
  g_autofree char *contents = NULL;
  ImpItem item = attach (fixture, irritant, "face.png", face, NULL);
  gsize size;

  attach (fixture, irritant, "screen.png", screen, NULL);
  imp_changes_unset (changes, item, IMP_ATTACHMENT_SHA256);
  imp_changes_forget (changes, item, IMP_ATTACHMENT_SHA256);
  g_assert_true (imp_store_erase (fixture->store, changes, &commit, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM blob"), ==, 1);
  assert_bytes (fixture, screen);
  store_fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &size, NULL));
  g_assert_null (memmem (contents, size, secret, strlen (secret)));
  store_fixture_open (fixture);
  g_assert_cmpuint (check_deep (fixture), ==, 0);
}

/* What can be read of a damaged file has its photos; what none names any more is left behind. */
static void
test_salvage_has_them (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = store_fixture_record (fixture, "Scanner signs out", NULL, NULL);
  g_autoptr (GBytes) photo = make_bytes (1, 200000);
  g_autoptr (ImpSalvage) salvage = NULL;
  g_autofree char *saved = NULL, *folder = g_build_filename (fixture->folder, "salvage", NULL);
  g_autofree char *damaged = g_strdup (fixture->path);
  g_autoptr (GError) error = NULL;

  attach (fixture, irritant, "a.png", photo, NULL);
  store_fixture_close (fixture);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  salvage = imp_salvage_file (damaged, folder, &fixture->clock, NULL, &saved, &error);
  g_assert_no_error (error);
  g_free (fixture->path);
  fixture->path = g_steal_pointer (&saved);
  store_fixture_open (fixture);
  g_assert_cmpuint (count (fixture, store_fixture_query (fixture, "SELECT n FROM irritant")), ==,
                    1);
  assert_bytes (fixture, photo);
  g_assert_cmpuint (check_deep (fixture), ==, 0);
}

typedef struct
{
  GString *hashes;
  gsize n_bytes, largest;
} Seen;

static gboolean
see_piece (const char *sha256, gconstpointer piece, gsize size, gpointer data, GError **error)
{
  Seen *seen = data;

  if (!g_str_has_suffix (seen->hashes->str, sha256))
    g_string_append (seen->hashes, sha256);
  seen->n_bytes += size;
  seen->largest = MAX (seen->largest, size);
  return TRUE;
}

static void
test_walks_what_lives (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = store_fixture_record (fixture, "Scanner signs out", NULL, NULL);
  g_autoptr (GBytes) photo = make_bytes (1, 200000);
  g_autoptr (GBytes) removed = make_bytes (2, 5000);
  g_autofree char *sha256 = imp_attachment_hash (photo);
  g_autoptr (GString) hashes = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  Seen seen = { hashes, 0, 0 };

  attach (fixture, irritant, "a.png", photo, NULL);
  store_fixture_delete (fixture, attach (fixture, irritant, "b.png", removed, NULL));
  g_assert_true (imp_store_for_each_blob (fixture->store, see_piece, &seen, &error));
  g_assert_cmpstr (hashes->str, ==, sha256);
  g_assert_cmpuint (seen.n_bytes, ==, 200000);
  g_assert_cmpuint (seen.largest, ==, IMP_BLOB_PIECE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/store/blob/" path, StoreFixture, NULL, store_fixture_set_up, func,                 \
              store_fixture_tear_down)
  ADD ("keeps-bytes", test_keeps_bytes);
  ADD ("same-bytes-once", test_same_bytes_once);
  ADD ("undo-redo-and-bin", test_undo_redo_and_bin);
  ADD ("backup-has-them", test_backup_has_them);
  ADD ("changed-byte-is-found", test_changed_byte_is_found);
  ADD ("bytes-come-later", test_bytes_come_later);
  ADD ("all-or-nothing", test_all_or_nothing);
  ADD ("erased-bytes-are-gone", test_erased_bytes_are_gone);
  ADD ("salvage-has-them", test_salvage_has_them);
  ADD ("walks-what-lives", test_walks_what_lives);
  return g_test_run ();
}
