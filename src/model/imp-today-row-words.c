/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What wants something now, in words: what stands in the rows. */
#include "config.h"

#include "model/imp-today-words.h"

#include "base/imp-text.h"
#include "model/imp-briefing-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_NAMES 3

/* Promises, fixes and rounds */

char *
imp_today_say_terms (const ImpPromiseLine *promise)
{
  g_autofree char *day = imp_date_to_words (promise->due);
  /* Translators: to whom something was promised, and by when: "To Dana Whitfield for 27 November" */
  g_autofree char *terms = promise->to != NULL
                               ? g_strdup_printf (_ ("To %1$s for %2$s"), promise->to, day)
                               : g_strdup_printf (_ ("For %s"), day);

  if (imp_text_is_empty (promise->owner))
    return g_steal_pointer (&terms);
  return g_strdup_printf ("%s · %s", terms, promise->owner);
}

/* As colleagues call each other: the first word of a name. */
static char *
shorten_name (const char *name)
{
  const char *end = strchr (name, ' ');

  return end != NULL && end > name ? g_strndup (name, (gsize) (end - name)) : g_strdup (name);
}

static char *
say_whom_to_ask (const ImpToConfirm *self)
{
  g_autofree char *one = shorten_name (self->reporters[0]);
  g_autofree char *other = self->reporters[1] != NULL ? shorten_name (self->reporters[1]) : NULL;

  if (other == NULL)
    return g_strdup_printf (_ ("ask %s"), one);
  if (g_str_equal (one, other))
    return g_strdup_printf (_ ("ask %1$s or %2$s"), self->reporters[0], self->reporters[1]);
  /* Translators: names of colleagues: "ask Tom or Priya" */
  return g_strdup_printf (_ ("ask %1$s or %2$s"), one, other);
}

char *
imp_to_confirm_say (const ImpToConfirm *self)
{
  g_autofree char *day = imp_date_to_words (self->delivered);
  g_autofree char *delivered = imp_date_is_set (self->delivered)
                                   ? g_strdup_printf (_ ("Delivered %s"), day)
                                   : g_strdup (_ ("Delivered"));
  g_autofree char *whom = NULL;

  if (self->reporters == NULL || self->reporters[0] == NULL)
    return g_steal_pointer (&delivered);
  whom = say_whom_to_ask (self);
  return g_strdup_printf ("%s · %s", delivered, whom);
}

char *
imp_today_round_say_last (const ImpTodayRound *self)
{
  g_autofree char *day = imp_date_to_words (self->last);
  g_autofree char *last = g_strdup_printf (_ ("Last visit %s"), day);

  if (!imp_date_is_set (self->last))
    return NULL;
  if (self->n_promised == 0)
    return g_steal_pointer (&last);
  /* Translators: "Last visit 12 November · promised then: 2, kept: 1" */
  return g_strdup_printf (_ ("%1$s · promised then: %2$u, kept: %3$u"), last, self->n_promised,
                          self->n_kept);
}

/* News */

static const ImpUntold *
get_untold (const ImpNews *self, guint position)
{
  return g_ptr_array_index (self->untold, position);
}

char *
imp_news_say_title (const ImpNews *self)
{
  const ImpUntold *first = get_untold (self, 0);

  return self->fix != 0 ? g_strdup (first->what)
                        : g_strdup_printf (_ ("We cannot: %s"), first->what);
}

/* The whole name where another one here begins with the same. */
static char *
call (const ImpNews *self, guint position)
{
  const ImpUntold *untold = get_untold (self, position);
  g_autofree char *call = shorten_name (untold->who);

  if (untold->person == 0)
    return g_strdup (untold->who);
  for (guint i = 0; i < self->untold->len; i++)
    {
      g_autofree char *other = shorten_name (get_untold (self, i)->who);

      if (i != position && g_str_equal (call, other))
        return g_strdup (untold->who);
    }
  return g_steal_pointer (&call);
}

static char *
list_names (const ImpNews *self)
{
  const guint n = self->n_untold;
  const guint named = n > MOST_NAMES + 1 ? MOST_NAMES : n;
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < named; i++)
    {
      g_autofree char *name = call (self, i);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
    }
  if (named < n)
    /* Translators: after some names: how many others. */
    g_string_append_printf (names, ngettext (", %u more", ", %u more", n - named), n - named);
  return g_string_free_and_steal (names);
}

char *
imp_news_say_reporters (const ImpNews *self)
{
  g_autofree char *names = list_names (self);

  /* Translators: how many, and their names: "2 reporters: Sam, Somebody in returns" */
  if (self->more_untold)
    return g_strdup_printf (ngettext ("more than %1$u reporter: %2$s",
                                      "more than %1$u reporters: %2$s", self->n_untold),
                            self->n_untold, names);
  return g_strdup_printf (ngettext ("%1$u reporter: %2$s", "%1$u reporters: %2$s", self->n_untold),
                          self->n_untold, names);
}

char *
imp_news_say_tell (const ImpNews *self)
{
  g_autofree char *name = call (self, 0);

  if (self->n_untold > 1 || get_untold (self, 0)->person == 0)
    return g_strdup (_ ("Tell Them"));
  /* Translators: a button; the first name of a colleague. */
  return g_strdup_printf (_ ("Tell %s"), name);
}

char *
imp_news_say_words (const ImpNews *self)
{
  const ImpUntold *first = get_untold (self, 0);

  if (self->fix == 0)
    return imp_untold_say_what (first);
  if (imp_text_is_empty (first->why))
    return g_strdup_printf (_ ("%s."), first->what);
  /* Translators: the title of a fix, and what is different now. */
  return g_strdup_printf (_ ("%1$s. %2$s"), first->what, first->why);
}
