/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Where somebody's name stands in what people wrote, as data. */
#include "config.h"

#include "model/imp-mention.h"

#define SHORTEST_PART 3

void
imp_mention_free (ImpMention *self)
{
  g_free (self->text);
  g_free (self->redacted);
  g_free (self);
}

/* The longest first, so that "Dana Whitfield" is one mention and not two. */
GRegex *
imp_mention_compile (const char *name)
{
  g_auto (GStrv) parts = g_strsplit_set (name, " \t\n", -1);
  g_autofree char *whole = g_regex_escape_string (name, -1);
  g_autoptr (GString) pattern = g_string_new (NULL);

  g_string_append_printf (pattern, "\\b(?:%s", whole);
  for (guint i = 0; parts[i] != NULL; i++)
    if (g_utf8_strlen (parts[i], -1) >= SHORTEST_PART)
      {
        g_autofree char *part = g_regex_escape_string (parts[i], -1);

        g_string_append_printf (pattern, "|%s", part);
      }
  g_string_append (pattern, ")\\b");
  return g_utf8_strlen (name, -1) >= SHORTEST_PART
             ? g_regex_new (pattern->str, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL)
             : NULL;
}
