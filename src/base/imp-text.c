/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Text as it is kept, and numbers as they are said. */
#include "config.h"

#include "base/imp-text.h"

#include <math.h>
#include <string.h>

static gboolean
is_kept (gunichar c)
{
  return c == '\n' || c == '\t' || !g_unichar_iscntrl (c);
}

char *
imp_text_clean (const char *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;
  g_autofree char *normal = valid != NULL ? g_utf8_normalize (valid, -1, G_NORMALIZE_NFC) : NULL;
  GString *kept;

  if (normal == NULL)
    return NULL;
  kept = g_string_sized_new (strlen (normal));
  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    if (is_kept (g_utf8_get_char (p)))
      g_string_append_len (kept, p, g_utf8_next_char (p) - p);
  return g_strstrip (g_string_free (kept, FALSE));
}

gboolean
imp_text_is_empty (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

double
imp_number_round (double value)
{
  double unit;

  if (value == 0 || !isfinite (value))
    return 0;
  unit = pow (10, floor (log10 (fabs (value))) - 1);
  return round (value / unit) * unit;
}

char *
imp_number_to_words (double value)
{
  double rounded = imp_number_round (value);
  int decimals = fabs (rounded) >= 10 || rounded == round (rounded) ? 0
                 : fabs (rounded) >= 1                              ? 1
                                                                    : 2;

  return g_strdup_printf ("%'.*f", decimals, rounded);
}
