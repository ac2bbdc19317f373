/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Any bytes as a backlog in JSON: taken, or refused in words. */
#include "config.h"

#include "base/imp-error.h"
#include "exchange/imp-json-import.h"
#include "fuzz-target.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpChanges) changes =
      imp_json_import_read (stream, imp_date_new (2026, 11, 21), NULL, &error);

  g_assert_true ((changes == NULL) == (error != NULL));
  if (error == NULL)
    return 0;
  g_assert_true (error->domain == IMP_ERROR && error->code != IMP_ERROR_FAILED);
  g_assert_true (g_str_has_prefix (error->message, "Cannot import the file: "));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  return 0;
}
