/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Irritants of one believable organisation from a seed. */
#include "config.h"

#include "bench-backlog.h"
#include "bench-words.h"
#include "model/imp-answer.h"

#define MAX_REPORTS 14

typedef enum
{
  SITES,
  DEPARTMENTS,
  OFFERINGS,
  PERSONS,
  N_POOLS
} PoolName;

/* One kind of what irritants are about; popular ones come first. */
typedef struct
{
  ImpItem *items; /* owned */
  BenchZipf zipf;
} Pool;

struct _BenchMaker
{
  GRand *rand;
  Pool pools[N_POOLS];
  ImpDate today;
  gboolean placed; /* the organisation has the numbers of the store */
};

static const struct
{
  ImpKind kind;
  char *(*name) (guint i);
} pool_kinds[N_POOLS] = {
  [SITES] = { IMP_KIND_SITE, bench_words_name_site },
  [DEPARTMENTS] = { IMP_KIND_DEPARTMENT, bench_words_name_department },
  [OFFERINGS] = { IMP_KIND_OFFERING, bench_words_name_offering },
  [PERSONS] = { IMP_KIND_PERSON, bench_words_name_person },
};

BenchMaker *
bench_maker_new (guint seed, guint n)
{
  const guint sizes[N_POOLS] = { 24, 40, CLAMP (n / 50, 40, 400), CLAMP (n / 5, 100, 5000) };
  BenchMaker *self = g_new0 (BenchMaker, 1);

  self->rand = g_rand_new_with_seed (seed);
  self->today = imp_date_new (2026, 11, 21);
  for (int i = 0; i < N_POOLS; i++)
    {
      self->pools[i].items = g_new0 (ImpItem, sizes[i]);
      bench_zipf_init (&self->pools[i].zipf, sizes[i]);
    }
  return self;
}

void
bench_maker_free (BenchMaker *self)
{
  for (int i = 0; i < N_POOLS; i++)
    {
      g_free (self->pools[i].items);
      bench_zipf_clear (&self->pools[i].zipf);
    }
  g_rand_free (self->rand);
  g_free (self);
}

static ImpItem
draw (BenchMaker *self, PoolName name)
{
  const Pool *pool = &self->pools[name];

  return pool->items[bench_zipf_draw (&pool->zipf, self->rand)];
}

static gboolean
happens (BenchMaker *self, int percent)
{
  return g_rand_int_range (self->rand, 0, 100) < percent;
}

/* Half are one report, one in a hundred is ten and more. */
static guint
draw_n_reports (BenchMaker *self)
{
  guint n = 1;

  while (n < MAX_REPORTS && happens (self, n == 1 ? 45 : 62))
    n++;
  return n;
}

static void
add_pool (BenchMaker *self, ImpChanges *changes, PoolName name)
{
  Pool *pool = &self->pools[name];

  for (guint i = 0; i < pool->zipf.n; i++)
    {
      g_autofree char *text = pool_kinds[name].name (i);

      pool->items[i] = imp_changes_add (changes, pool_kinds[name].kind);
      imp_changes_set_text (changes, pool->items[i], 1, text); /* their first field is the name */
      if (name == PERSONS)
        imp_changes_set_item (changes, pool->items[i], IMP_PERSON_DEPARTMENT,
                              draw (self, DEPARTMENTS));
    }
}

/* A band mostly, a number sometimes, and one in eight does not know. */
static void
set_answer (BenchMaker *self, ImpChanges *changes, ImpItem item, guint8 field, ImpQuestion question)
{
  ImpAnswer answer = { .known = (ImpKnown) g_rand_int_range (self->rand, 1, 5) };
  g_autofree char *text = NULL;

  if (happens (self, 12))
    return;
  if (happens (self, 80))
    answer.band =
        1 + (g_rand_int_range (self->rand, 0, 6) + g_rand_int_range (self->rand, 0, 6)) / 2;
  else
    answer.number = g_rand_int_range (self->rand, 1, 120);
  text = imp_answer_print (question, &answer);
  imp_changes_set_text (changes, item, field, text);
}

static void
add_report (BenchMaker *self, ImpChanges *changes, ImpItem irritant, ImpDate date)
{
  ImpItem report = imp_changes_add (changes, IMP_KIND_REPORT);
  g_autofree char *said = bench_words_make_said (self->rand);

  imp_changes_set_item (changes, report, IMP_REPORT_IRRITANT, irritant);
  if (happens (self, 85))
    imp_changes_set_item (changes, report, IMP_REPORT_PERSON, draw (self, PERSONS));
  else
    imp_changes_set_item (changes, report, IMP_REPORT_DEPARTMENT, draw (self, DEPARTMENTS));
  imp_changes_set_item (changes, report, IMP_REPORT_SITE, draw (self, SITES));
  imp_changes_set_date (changes, report, IMP_REPORT_DATE, date);
  imp_changes_set_text (changes, report, IMP_REPORT_WORDS, said);
}

static ImpItem
add_irritant (BenchMaker *self, ImpChanges *changes, ImpDate date)
{
  ImpItem irritant = imp_changes_add (changes, IMP_KIND_IRRITANT);
  g_autofree char *title = bench_words_make_title (self->rand);

  imp_changes_set_text (changes, irritant, IMP_IRRITANT_TITLE, title);
  if (happens (self, 20))
    {
      g_autofree char *more = bench_words_make_said (self->rand);

      imp_changes_set_text (changes, irritant, IMP_IRRITANT_DESCRIPTION, more);
    }
  imp_changes_set_item (changes, irritant, IMP_IRRITANT_OFFERING, draw (self, OFFERINGS));
  for (int q = 0; q < IMP_N_QUESTIONS; q++)
    set_answer (self, changes, irritant, (guint8) (IMP_IRRITANT_PEOPLE + q), (ImpQuestion) q);
  if (happens (self, 40))
    imp_changes_set_integer (changes, irritant, IMP_IRRITANT_IRRITATION,
                             g_rand_int_range (self->rand, 1, 5));
  imp_changes_set_date (changes, irritant, IMP_IRRITANT_RECORDED, date);
  return irritant;
}

static void
add_promise (BenchMaker *self, ImpChanges *changes, ImpItem fix, ImpDate made, ImpDate delivered)
{
  ImpItem promise = imp_changes_add (changes, IMP_KIND_PROMISE);
  ImpDate first = made + g_rand_int_range (self->rand, 7, 60);

  imp_changes_set_item (changes, promise, IMP_PROMISE_FIX, fix);
  imp_changes_set_item (changes, promise, IMP_PROMISE_PERSON, draw (self, PERSONS));
  imp_changes_set_date (changes, promise, IMP_PROMISE_MADE, made);
  imp_changes_set_date (changes, promise, IMP_PROMISE_FIRST, first);
  imp_changes_set_date (changes, promise, IMP_PROMISE_DUE, first);
  if (imp_date_is_set (delivered))
    imp_changes_set_date (changes, promise, IMP_PROMISE_KEPT, delivered);
}

static void
add_confirmation (BenchMaker *self, ImpChanges *changes, ImpItem fix, ImpDate date)
{
  ImpItem confirmation = imp_changes_add (changes, IMP_KIND_CONFIRMATION);

  imp_changes_set_item (changes, confirmation, IMP_CONFIRMATION_FIX, fix);
  imp_changes_set_item (changes, confirmation, IMP_CONFIRMATION_PERSON, draw (self, PERSONS));
  imp_changes_set_date (changes, confirmation, IMP_CONFIRMATION_DATE, date);
  imp_changes_set_integer (changes, confirmation, IMP_CONFIRMATION_VERDICT,
                           happens (self, 80) ? IMP_VERDICT_GONE : IMP_VERDICT_BETTER);
}

/* Most fixes are long delivered and confirmed; one in five is under way. */
static void
add_fix (BenchMaker *self, ImpChanges *changes, ImpItem irritant, ImpDate recorded)
{
  ImpItem fix = imp_changes_add (changes, IMP_KIND_FIX);
  ImpDate planned = MIN (recorded + 3, self->today);
  ImpDate delivered = happens (self, 80) ? MIN (planned + 20, self->today) : IMP_DATE_NONE;
  g_autofree char *title = bench_words_make_title (self->rand);

  imp_changes_set_text (changes, fix, IMP_FIX_TITLE, title);
  imp_changes_set_item (changes, fix, IMP_FIX_OWNER, draw (self, PERSONS));
  imp_changes_set_date (changes, fix, IMP_FIX_PLANNED, planned);
  if (happens (self, 90))
    imp_changes_set_date (changes, fix, IMP_FIX_STARTED, planned);
  if (imp_date_is_set (delivered))
    imp_changes_set_date (changes, fix, IMP_FIX_DELIVERED, delivered);
  imp_changes_add_removal (changes, fix, irritant);
  if (happens (self, 40))
    add_promise (self, changes, fix, planned, delivered);
  if (imp_date_is_set (delivered) && happens (self, 70))
    add_confirmation (self, changes, fix, MIN (delivered + 5, self->today));
}

static void
add_one (BenchMaker *self, ImpChanges *changes)
{
  ImpDate date = self->today - g_rand_int_range (self->rand, 0, 700);
  ImpItem irritant = add_irritant (self, changes, date);
  guint n_reports = draw_n_reports (self);

  for (guint i = 0; i < n_reports; i++)
    add_report (self, changes, irritant, MIN (date + (int) i, self->today));
  if (happens (self, 5))
    add_fix (self, changes, irritant, date);
  else if (happens (self, 2))
    {
      imp_changes_set_date (changes, irritant, IMP_IRRITANT_DECLINED, date);
      imp_changes_set_text (changes, irritant, IMP_IRRITANT_DECLINED_REASON, "It is replaced soon");
    }
}

/* What was negative in the first changes has a number of the store's now. */
static void
place (BenchMaker *self, const GArray *items)
{
  for (int i = 0; i < N_POOLS; i++)
    for (guint j = 0; j < self->pools[i].zipf.n; j++)
      self->pools[i].items[j] = g_array_index (items, ImpItem, -self->pools[i].items[j] - 1);
  self->placed = TRUE;
}

ImpChanges *
bench_maker_next (BenchMaker *self, guint n, const GArray *items)
{
  ImpChanges *changes = imp_changes_new ();

  if (items == NULL)
    for (int i = 0; i < N_POOLS; i++)
      add_pool (self, changes, (PoolName) i);
  else if (!self->placed)
    place (self, items);
  for (guint i = 0; i < n; i++)
    add_one (self, changes);
  return changes;
}
