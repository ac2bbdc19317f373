/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One language for words, dates and figures. */
#include "config.h"

#include "base/imp-locale.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

const char *
imp_locale_get_language (void)
{
  /* Translators: the language of your translation, as web pages name it: "de", "pt-BR". */
  return _ ("en");
}

/* "pt_PT.UTF-8" is of "pt-BR": the dates and the figures of a neighbour are better than none. */
static gboolean
is_of (const char *locale, const char *language)
{
  gsize length = strcspn (language, "-_");

  return locale != NULL && strcspn (locale, "-_.@") == length
         && g_ascii_strncasecmp (locale, language, length) == 0;
}

const char *
imp_locale_choose (const char *own, const char *messages, const char *language)
{
  return is_of (own, language) ? own : is_of (messages, language) ? messages : "C";
}

static void
follow_messages (int category)
{
  g_autofree char *own = g_strdup (setlocale (category, NULL));
  g_autofree char *messages = g_strdup (setlocale (LC_MESSAGES, NULL));

  setlocale (category, imp_locale_choose (own, messages, imp_locale_get_language ()));
}

void
imp_locale_init (void)
{
  setlocale (LC_ALL, "");
  follow_messages (LC_TIME);
  follow_messages (LC_NUMERIC);
}
