/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Words of a made-up organisation, and skewed draws from them. */
#include "config.h"

#include "bench-words.h"

#define PICK(rand, words) words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]

static const char *const things[] = {
  "Label printer",     "Handheld scanner", "Time sheet form", "Badge reader",
  "Order screen",      "Stock list",       "Laptop",          "Phone queue",
  "Password reset",    "Delivery note",    "Quality report",  "Leave request",
  "Shared drive",      "Video call",       "Price list",      "Invoice approval",
  "Customer search",   "Forklift tablet",  "Shift planner",   "Meeting room screen",
  "Scale at gate two", "Expense claim",    "Supplier portal", "E-mail",
  "Route planner",
};
static const char *const troubles[] = {
  "forgets the last entry",
  "asks for the password again",
  "prints the wrong size",
  "is slow every morning",
  "shows the old address",
  "stops in the middle",
  "loses the connection",
  "wants the same number twice",
  "freezes when it is cold",
  "cannot be read in bright light",
  "opens behind other windows",
  "takes five steps for one thing",
  "needs a restart",
  "sends the message to nobody",
  "hides the button we need",
  "jumps to the first page",
  "does not know the new colours",
  "logs people out",
};
static const char *const moments[] = {
  "after lunch",      "at the end of the month", "on Mondays",         "at the goods entrance",
  "for night shift",  "during stocktaking",      "with gloves on",     "when two people use it",
  "for new starters", "in the cold store",       "after every update", "while the customer waits",
  "since the move",   "on the small screens",    "in hall three",      "for part-time colleagues",
};
static const char *const remarks[] = {
  "I have stopped reporting it.",
  "We write it on paper and type it in again in the evening.",
  "Nobody told us why.",
  "It was better before the summer.",
  "My colleague knows a trick, but she is on leave.",
  "Then I walk over to the other hall and back.",
  "The customer stands there and waits.",
  "Somebody always has to ring the service desk.",
  "It costs us a quarter of an hour each time.",
  "Half of the labels end in the bin.",
};
static const char *const first_names[] = {
  "Dana", "Ivo",  "Marta", "Jonas", "Priya", "Luc",  "Nadia", "Tom",  "Elif", "Sven",
  "Rosa", "Omar", "Greta", "Hugo",  "Lena",  "Piet", "Anouk", "Karl", "Mina", "Joao",
};
static const char *const last_names[] = {
  "Whitfield", "Moreau", "Janssen", "Costa",  "Novak",    "Berger", "Okafor", "Lind",
  "Rossi",     "Tanaka", "Peters",  "Dubois", "Kaya",     "Silva",  "Meyer",  "Haddad",
  "Novel",     "Brandt", "Larsen",  "Vos",    "Ferreira", "Weiss",  "Szabo",  "Quinn",
};
static const char *const towns[] = {
  "Ghent", "Porto", "Lille", "Aachen", "Turin", "Malmo", "Leeds", "Brno", "Graz", "Vigo",
};
static const char *const trades[] = {
  "picking",   "goods in", "accounts", "sales",    "quality",   "packing",
  "transport", "workshop", "planning", "purchase", "reception", "customer care",
};

void
bench_zipf_init (BenchZipf *self, guint n)
{
  double sum = 0;

  self->n = n;
  self->sums = g_new (double, n);
  for (guint i = 0; i < n; i++)
    self->sums[i] = sum += 1.0 / (i + 1);
}

void
bench_zipf_clear (BenchZipf *self)
{
  g_clear_pointer (&self->sums, g_free);
}

guint
bench_zipf_draw (const BenchZipf *self, GRand *rand)
{
  double wanted = g_rand_double_range (rand, 0, self->sums[self->n - 1]);
  guint low = 0, high = self->n - 1;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (self->sums[middle] < wanted)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

char *
bench_words_make_title (GRand *rand)
{
  const char *thing = PICK (rand, things), *trouble = PICK (rand, troubles);

  if (g_rand_boolean (rand))
    return g_strdup_printf ("%s %s %s", thing, trouble, PICK (rand, moments));
  if (g_rand_boolean (rand))
    return g_strdup_printf ("%s %d %s", thing, g_rand_int_range (rand, 1, 40), trouble);
  return g_strdup_printf ("%s %s", thing, trouble);
}

char *
bench_words_make_said (GRand *rand)
{
  const char *thing = PICK (rand, things), *trouble = PICK (rand, troubles);
  const char *moment = PICK (rand, moments), *remark = PICK (rand, remarks);
  int n_sentences = g_rand_int_range (rand, 1, 4);

  if (n_sentences == 1)
    return g_strdup_printf ("The %s %s %s.", thing, trouble, moment);
  if (n_sentences == 2)
    return g_strdup_printf ("The %s %s. %s", thing, trouble, remark);
  return g_strdup_printf ("Our %s %s %s. %s Please have a look at the %s too.", thing, trouble,
                          moment, remark, PICK (rand, things));
}

char *
bench_words_name_person (guint i)
{
  const guint n = G_N_ELEMENTS (first_names);
  const char *first = first_names[i % n], *last = last_names[i / n % G_N_ELEMENTS (last_names)];
  guint round = i / n / G_N_ELEMENTS (last_names);

  return round == 0 ? g_strdup_printf ("%s %s", first, last)
                    : g_strdup_printf ("%s %s %u", first, last, round + 1);
}

char *
bench_words_name_site (guint i)
{
  return g_strdup_printf ("%s %u", towns[i % G_N_ELEMENTS (towns)],
                          i / (guint) G_N_ELEMENTS (towns) + 1);
}

char *
bench_words_name_department (guint i)
{
  return g_strdup_printf ("%s %u", trades[i % G_N_ELEMENTS (trades)],
                          i / (guint) G_N_ELEMENTS (trades) + 1);
}

char *
bench_words_name_offering (guint i)
{
  return g_strdup_printf ("%s, line %u", things[i % G_N_ELEMENTS (things)],
                          i / (guint) G_N_ELEMENTS (things) + 1);
}
