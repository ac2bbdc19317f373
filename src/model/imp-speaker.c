/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Who can have said something: a person, or somebody in a department. */
#include "config.h"

#include "model/imp-speaker.h"

#include "base/imp-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
imp_speaker_free (ImpSpeaker *self)
{
  g_free (self->name);
  g_free (self->department);
  g_free (self->site);
  g_free (self);
}

static const char *
get_form (void)
{
  /* Translators: a colleague who was not named, and their department. */
  return _ ("Somebody in %s");
}

char *
imp_speaker_say (const ImpSpeaker *self)
{
  return self->name != NULL ? g_strdup (self->name)
                            : g_strdup_printf (get_form (), self->department);
}

char *
imp_speaker_say_where (const ImpSpeaker *self)
{
  if (self->name == NULL)
    return NULL;
  if (self->department != NULL && self->site != NULL)
    /* Translators: a department and a site. */
    return g_strdup_printf (_ ("%s · %s"), self->department, self->site);
  return g_strdup (self->department != NULL ? self->department : self->site);
}

/* The same letters, whatever their case; counted in the text, where they may take other bytes. */
static const char *
skip_letters (const char *text, const char *letters)
{
  for (; *letters != '\0'; letters = g_utf8_next_char (letters))
    {
      if (g_unichar_tolower (g_utf8_get_char (text))
          != g_unichar_tolower (g_utf8_get_char (letters)))
        return NULL;
      text = g_utf8_next_char (text);
    }
  return text;
}

/* What the form says before the department, and after it. */
static void
split_form (char **before, const char **after)
{
  const char *form = get_form (), *place = strstr (form, "%s");

  *before = g_strndup (form, (gsize) (place - form));
  *after = place + strlen ("%s");
}

char *
imp_speaker_parse_department (const char *text)
{
  g_autofree char *before = NULL, *department = NULL;
  const char *after, *rest;
  gsize size, tail;

  split_form (&before, &after);
  rest = skip_letters (text, before);
  if (rest == NULL)
    return NULL;
  size = strlen (rest);
  tail = strlen (after);
  if (size < tail || !g_str_equal (rest + size - tail, after))
    return NULL;
  department = g_strndup (rest, size - tail);
  return imp_text_is_empty (department) ? NULL : imp_text_clean (department);
}

gboolean
imp_speaker_may_become_somebody (const char *text)
{
  g_autofree char *before = NULL;
  const char *after;

  split_form (&before, &after);
  return *text != '\0' && skip_letters (before, text) != NULL;
}
