/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The same thing said again by somebody else, from a seed. */
#include "config.h"

#include "near-duplicates.h"

#include <string.h>

#define LEFT_OUT_PERCENT  30
#define EXCHANGED_PERCENT 15
#define INFLECTED_PERCENT 15
#define FEWEST_WORDS      3
#define TYPO_LETTERS      5

/* Words that stand for each other, in groups that end with NULL. */
static const char *const synonyms[] = {
  "broken",   "defective", "faulty",    NULL,        "slow",  "sluggish", NULL,      "laptop",
  "notebook", NULL,        "screen",    "monitor",   NULL,    "password", "login",   NULL,
  "freezes",  "hangs",     NULL,        "error",     "fault", NULL,       "mail",    "email",
  NULL,       "wrong",     "incorrect", NULL,        "order", "purchase", NULL,      "phone",
  "handset",  NULL,        "customer",  "client",    NULL,    "help",     "support", NULL,
  "needs",    "wants",     NULL,        "lost",      "gone",  NULL,       "stops",   "quits",
  NULL,       "again",     "anew",      NULL,        "shows", "displays", NULL,      "label",
  "sticker",  NULL,        "always",    "everytime", NULL,    "room",     "space",   NULL,
  "issue",    "problem",   "trouble",   NULL,        "new",   "fresh",    NULL,
};
static const char *const fillers[] = {
  "hello",     "well you know",          "to be honest", "as I said",         "once more",
  "same here", "not for the first time", "by the way",   "since a few weeks", "it seems that",
};
static const char *const endings[] = { "s", "ed", "ing" };

static gboolean
happens (GRand *rand, int percent)
{
  return g_rand_int_range (rand, 0, 100) < percent;
}

/* One after another, until so few are left. */
static void
leave_out (GPtrArray *words, GRand *rand)
{
  for (guint i = words->len; i > 0 && words->len > FEWEST_WORDS; i--)
    if (happens (rand, LEFT_OUT_PERCENT))
      g_ptr_array_remove_index (words, i - 1);
}

/* The next one in its group; NULL where it is in none. */
static const char *
find_synonym (const char *word)
{
  guint first = 0;

  for (guint i = 0; i < G_N_ELEMENTS (synonyms); i++)
    if (synonyms[i] == NULL)
      first = i + 1;
    else if (g_str_equal (synonyms[i], word))
      return synonyms[i + 1] != NULL ? synonyms[i + 1] : synonyms[first];
  return NULL;
}

/* Takes an ending away where there is one, else gives it one. */
static char *
inflect (const char *word, GRand *rand)
{
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (word, endings[i]))
      return g_strndup (word, strlen (word) - strlen (endings[i]));
  return g_strconcat (word, endings[g_rand_int_range (rand, 0, G_N_ELEMENTS (endings))], NULL);
}

static char *
change_word (const char *word, GRand *rand)
{
  const char *synonym = find_synonym (word);

  if (synonym != NULL && happens (rand, EXCHANGED_PERCENT))
    return g_strdup (synonym);
  if (strlen (word) > 3 && happens (rand, INFLECTED_PERCENT))
    return inflect (word, rand);
  return g_strdup (word);
}

/* A letter missing, twice, wrong, or changed with the next one. Bytes: of ASCII words only. */
static char *
mistype (const char *word, GRand *rand)
{
  const int at = g_rand_int_range (rand, 1, (int) strlen (word) - 1);
  g_autofree char *before = g_strndup (word, (gsize) at);

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      return g_strconcat (before, word + at + 1, NULL);
    case 1:
      return g_strdup_printf ("%s%c%s", before, word[at], word + at);
    case 2:
      return g_strdup_printf ("%s%c%s", before, 'a' + g_rand_int_range (rand, 0, 26),
                              word + at + 1);
    default:
      return g_strdup_printf ("%s%c%c%s", before, word[at + 1], word[at], word + at + 2);
    }
}

/* In one of the words that are long enough. */
static void
mistype_one (GPtrArray *words, GRand *rand)
{
  const guint from = (guint) g_rand_int_range (rand, 0, (int) words->len);

  for (guint i = 0; i < words->len; i++)
    {
      char **word = (char **) &words->pdata[(from + i) % words->len];
      g_autofree char *old = *word;

      if (strlen (old) >= TYPO_LETTERS && g_str_is_ascii (old))
        {
          *word = mistype (old, rand);
          return;
        }
      g_steal_pointer (&old);
    }
}

/* The second half first, with something said before it. */
static char *
join (GPtrArray *words, GRand *rand)
{
  const guint cut = (guint) g_rand_int_range (rand, 0, (int) words->len);
  GString *text = g_string_new (fillers[g_rand_int_range (rand, 0, G_N_ELEMENTS (fillers))]);

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (text, " %s", (char *) words->pdata[(cut + i) % words->len]);
  return g_string_free_and_steal (text);
}

char *
near_duplicates_make (const char *text, GRand *rand)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *lower = g_utf8_strdown (text, -1);
  g_auto (GStrv) apart = g_strsplit_set (lower, " \t\n.,;:!?\"", -1);

  for (guint i = 0; apart[i] != NULL; i++)
    if (*apart[i] != '\0')
      g_ptr_array_add (words, change_word (apart[i], rand));
  if (words->len == 0)
    return g_strdup ("");
  leave_out (words, rand);
  mistype_one (words, rand);
  return join (words, rand);
}
