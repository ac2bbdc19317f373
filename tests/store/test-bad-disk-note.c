/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A disk that takes no note beside the backlog: nothing is saved, and it says what to do. */
#include "config.h"

#include <errno.h>
#include <string.h>

#include "base/imp-error.h"
#include "store-fixture.h"
#include "support/failing-files.h"

typedef struct
{
  FailingFiles files;
  int code; /* of IMP_ERROR */
} Disk;

static const Disk is_full = { { 1, TRUE, ENOSPC }, IMP_ERROR_FULL };
static const Disk is_read_only = { { 1, TRUE, EROFS }, IMP_ERROR_READ_ONLY };

/* The first save of a session is noted in a file of its own. */
static void
test_save (StoreFixture *fixture, gconstpointer data)
{
  const Disk *disk = data;
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  g_auto (ImpCommit) commit = { 0 };
  g_autoptr (GError) error = NULL;
  ImpItem irritant = imp_changes_add (changes, IMP_KIND_IRRITANT);

  imp_changes_set_text (changes, irritant, IMP_IRRITANT_TITLE, "Printer jams");
  failing_files_arm (&disk->files);
  g_assert_false (imp_store_commit (fixture->store, changes, &commit, &error));
  failing_files_arm (NULL);
  g_assert_error (error, IMP_ERROR, disk->code);
  g_assert_null (strstr (error->message, ".replica"));
  g_assert_true (imp_store_commit (fixture->store, changes, &commit, NULL));
  store_fixture_assert_sound (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, disk)                                                                            \
  g_test_add ("/store/bad-disk-note/" path, StoreFixture, disk, store_fixture_set_up, test_save,   \
              store_fixture_tear_down)
  ADD ("is-full", &is_full);
  ADD ("is-read-only", &is_read_only);
  return g_test_run ();
}
