/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The language of a document. */
#include "config.h"

#include "publish/imp-language.h"

#include <string.h>

#define TAG_LETTERS G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-"

/* "c" is what Pango makes of the C locale. */
static gboolean
is_tag (const char *text)
{
  return strlen (text) > 1 && g_ascii_isalpha (*text) && text[strspn (text, TAG_LETTERS)] == '\0';
}

char *
imp_language_to_tag (const char *language)
{
  g_autofree char *tag = g_strdup (language != NULL ? language : "");
  const char *locale = pango_language_to_string (pango_language_get_default ());

  g_strdelimit (tag, "_", '-');
  if (is_tag (tag))
    return g_steal_pointer (&tag);
  return g_strdup (is_tag (locale) ? locale : "en");
}

PangoScript
imp_language_get_script (const char *language)
{
  g_autofree char *tag = imp_language_to_tag (language);
  int n_scripts = 0;
  const PangoScript *scripts =
      pango_language_get_scripts (pango_language_from_string (tag), &n_scripts);

  return n_scripts > 0 ? scripts[0] : PANGO_SCRIPT_LATIN;
}

gboolean
imp_language_is_rtl (const char *language)
{
  static const PangoScript rtl[] = { PANGO_SCRIPT_ARABIC, PANGO_SCRIPT_HEBREW, PANGO_SCRIPT_SYRIAC,
                                     PANGO_SCRIPT_THAANA, PANGO_SCRIPT_NKO };
  PangoScript script = imp_language_get_script (language);

  for (gsize i = 0; i < G_N_ELEMENTS (rtl); i++)
    if (script == rtl[i])
      return TRUE;
  return FALSE;
}

gboolean
imp_language_has_italics (const char *language)
{
  PangoScript script = imp_language_get_script (language);

  return script == PANGO_SCRIPT_LATIN || script == PANGO_SCRIPT_CYRILLIC
         || script == PANGO_SCRIPT_GREEK;
}
