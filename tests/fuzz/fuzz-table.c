/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Any bytes as a list (CSV) and as an export of a service desk: taken, or refused in words. */
#include "config.h"

#include "base/imp-error.h"
#include "exchange/imp-table-import.h"
#include "fuzz-target.h"

static void
assert_texts (const GPtrArray *texts)
{
  for (guint i = 0; i < texts->len; i++)
    g_assert_true (g_utf8_validate (texts->pdata[i], -1, NULL));
}

static void
read_as (ImpTablePreset preset, const uint8_t *data, size_t size)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autoptr (ImpTableReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpChanges) changes =
      imp_table_import_read (stream, preset, NULL, &report, NULL, &error);

  g_assert_true ((changes == NULL) == (error != NULL));
  g_assert_true ((changes == NULL) == (report == NULL));
  if (report != NULL)
    assert_texts (report->not_taken);
  if (error == NULL)
    return;
  g_assert_true (error->domain == IMP_ERROR && error->code != IMP_ERROR_FAILED);
  g_assert_true (g_str_has_prefix (error->message, "Cannot import the file: "));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  read_as (IMP_TABLE_CSV, data, size);
  read_as (IMP_TABLE_SERVICENOW, data, size);
  return 0;
}
