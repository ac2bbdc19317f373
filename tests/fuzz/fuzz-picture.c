/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Any bytes as a picture: made upright and small, or refused in words. */
#include "config.h"

#include "base/imp-error.h"
#include "exchange/imp-picture.h"
#include "fuzz-target.h"

/* Loaders warn of some pictures before they refuse them; all other warnings are fatal as ever. */
static void
let_loaders_warn (void)
{
  static const char *const domains[] = { G_LOG_DOMAIN, "GLib", "GLib-GObject", "GLib-GIO" };

  g_log_set_always_fatal (G_LOG_FATAL_MASK);
  for (guint i = 0; i < G_N_ELEMENTS (domains); i++)
    g_log_set_fatal_mask (domains[i],
                          G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpPicture) picture = NULL;

  let_loaders_warn ();
  picture = imp_picture_prepare (bytes, NULL, &error);
  g_assert_true ((picture == NULL) == (error != NULL));
  if (picture == NULL)
    {
      g_assert_error (error, IMP_ERROR, IMP_ERROR_INPUT);
      return 0;
    }
  g_assert_cmpint (MAX (picture->width, picture->height), <=, IMP_PICTURE_MAX_SIDE);
  g_assert_cmpstr (imp_picture_find_type (picture->bytes), ==, picture->type);
  return 0;
}
