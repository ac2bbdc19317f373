/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Ranked lists to print in tests. */
#include "config.h"

#include "sample-table.h"

#include "model/imp-rank.h"
#include "model/imp-top-ten.h"

/* What somebody knows of an irritant. */
typedef struct
{
  const char *title, *site;
  double people, often, minutes, effort;
  ImpIrritation irritation;
  gboolean seen; /* by customers */
  ImpKnown known;
} Sample;

static const Sample corvane[] = {
  { "Stock list is a day old", "Ghent", 40, 40, 5, 24, IMP_IRRITATION_STRONG, FALSE,
    IMP_KNOWN_MEASURED },
  { "Van list is blank outside the city", "Leeds", 25, 60, 3, 40, IMP_IRRITATION_UNBEARABLE, FALSE,
    IMP_KNOWN_MEASURED },
  { "Quotes wait for one signature", "Lyon", 22, 20, 8, 12, IMP_IRRITATION_ANNOYING, TRUE,
    IMP_KNOWN_MEASURED },
  { "Returned pumps have no history", "Porto", 18, 40, 4, 80, IMP_IRRITATION_STRONG, TRUE,
    IMP_KNOWN_MEASURED },
  { "Pump number typed twice", "Leeds", 15, 60, 3, 8, IMP_IRRITATION_STRONG, FALSE,
    IMP_KNOWN_SEVERAL },
  { "New customer takes two forms", "Porto", 14, 20, 7, 12, IMP_IRRITATION_ANNOYING, TRUE,
    IMP_KNOWN_SEVERAL },
  { "Price list in three places", "Lyon, Ghent, Porto, Leeds", 60, 4, 8, 40,
    IMP_IRRITATION_ANNOYING, TRUE, IMP_KNOWN_SEVERAL },
  { "Truck times change by phone", "Ghent", 12, 40, 5, 24, IMP_IRRITATION_STRONG, FALSE,
    IMP_KNOWN_MEASURED },
  { "Claims need a printed letter", "Porto", 6, 20, 10, 24, IMP_IRRITATION_STRONG, TRUE,
    IMP_KNOWN_SEVERAL },
  { "Parts arrive, nobody knows", "Leeds", 20, 20, 4, 4, IMP_IRRITATION_STRONG, FALSE,
    IMP_KNOWN_ONE },
  { "Test results on paper", "Lyon", 16, 20, 6, 40, IMP_IRRITATION_ANNOYING, FALSE,
    IMP_KNOWN_MEASURED },
  { "Shared desks lose settings", "Porto", 40, 10, 4, 24, IMP_IRRITATION_ANNOYING, FALSE,
    IMP_KNOWN_SEVERAL },
  { "Two phones in dispatch", "Leeds", 15, 60, 1, 4, IMP_IRRITATION_UNBEARABLE, FALSE,
    IMP_KNOWN_ONE },
  { "Label printer jams on Mondays", "Ghent", 11, 4, 20, 4, IMP_IRRITATION_STRONG, FALSE,
    IMP_KNOWN_MEASURED },
  { "Holiday count is a month late", NULL, 210, 1, 4, 12, IMP_IRRITATION_ANNOYING, FALSE,
    IMP_KNOWN_SEVERAL },
  { "Meeting rooms booked twice", "Lyon", 60, 4, 3, 8, IMP_IRRITATION_ANNOYING, FALSE,
    IMP_KNOWN_ONE },
  { "Drawings open in the old form", "Lyon", 8, 20, 4, 24, IMP_IRRITATION_ANNOYING, FALSE,
    IMP_KNOWN_ONE },
  { "Search finds too much", NULL, 130, 4, 1, 160, IMP_IRRITATION_MILD, FALSE, IMP_KNOWN_GUESS },
  { "Training list by e-mail", NULL, 35, 1, 10, 4, IMP_IRRITATION_ANNOYING, FALSE, IMP_KNOWN_ONE },
  { "Badge photo is refused", "Lyon", 5, 4, 15, 2, IMP_IRRITATION_ANNOYING, FALSE,
    IMP_KNOWN_GUESS },
};

static const Sample arabic[] = {
  { "قائمة المخزون متأخرة يوماً كاملاً", "غنت", 40, 40, 5, 24, IMP_IRRITATION_STRONG, FALSE,
    IMP_KNOWN_MEASURED },
  { "قائمة السيارة فارغة خارج المدينة", "ليدز", 25, 60, 3, 40, IMP_IRRITATION_UNBEARABLE, FALSE,
    IMP_KNOWN_SEVERAL },
  { "عروض الأسعار تنتظر توقيعاً واحداً", "ليون", 22, 20, 8, 12, IMP_IRRITATION_ANNOYING, TRUE,
    IMP_KNOWN_ONE },
};

static ImpIrritantData *
create_data (const Sample *sample, ImpItem item)
{
  ImpIrritantData *data = g_new0 (ImpIrritantData, 1);
  const double values[] = { sample->people, sample->often, sample->minutes, sample->effort };
  const ImpMedians medians = imp_medians_default ();

  data->item = item;
  data->title = g_strdup (sample->title);
  data->sites = g_strdup (sample->site);
  data->voices = 3;
  data->state = IMP_STATE_OPEN;
  data->recorded = imp_date_new (2026, 3, 3) + (ImpDate) item;
  for (int q = 0; q < IMP_N_QUESTIONS; q++)
    data->facts.answer[q] = (ImpAnswer) { .number = values[q], .known = sample->known };
  data->facts.irritation = sample->irritation;
  data->facts.customers_see_it = sample->seen;
  data->facts.reporters = 2;
  imp_impact_compute (&data->facts, &medians, &data->impact);
  return data;
}

static void
add_rows (ImpRankedTable *table, const Sample *samples, guint n_samples, guint n)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (ImpRank) rank = NULL;
  g_autoptr (ImpTopTen) top_ten = NULL;
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (ImpRankEntry));
  const ImpRankEntry *ranked;

  for (guint i = 0; i < n; i++)
    {
      ImpIrritantData *data = create_data (&samples[i % n_samples], i);
      const ImpEstimate impact = imp_impact_get_impact (&data->impact);
      const ImpRankEntry entry = imp_rank_entry (i, i, &impact);

      g_ptr_array_add (all, data);
      g_array_append_val (entries, entry);
    }
  rank = imp_rank_new (entries);
  ranked = imp_rank_get_entries (rank, &n);
  top_ten = imp_top_ten_draw (ranked, n);
  for (guint i = 0; i < n; i++)
    {
      ImpRankedRow row = { all->pdata[ranked[i].item], i + 1 };

      imp_rank_get_group (rank, i, &row.group_first, &row.group_last);
      row.group_first++;
      row.top_ten = imp_top_ten_get_chance (top_ten, &ranked[i]);
      imp_ranked_table_add (table, &row);
    }
}

static ImpRankedTable *
create (ImpMeasure measure)
{
  ImpRankedTable *table = imp_ranked_table_new ();

  table->measure = measure;
  table->organisation = g_strdup ("Corvane");
  table->language = "en";
  table->day = imp_date_new (2026, 11, 12);
  table->n_all = 34;
  return table;
}

ImpRankedTable *
sample_table_new_by (ImpMeasure measure)
{
  ImpRankedTable *table = create (measure);

  add_rows (table, corvane, G_N_ELEMENTS (corvane), G_N_ELEMENTS (corvane));
  return table;
}

ImpRankedTable *
sample_table_new (void)
{
  return sample_table_new_by (IMP_MEASURE_IMPACT);
}

ImpRankedTable *
sample_table_new_rtl (void)
{
  ImpRankedTable *table = create (IMP_MEASURE_IMPACT);

  table->language = "ar";
  add_rows (table, arabic, G_N_ELEMENTS (arabic), 20);
  return table;
}

ImpRankedTable *
sample_table_new_with (guint n)
{
  ImpRankedTable *table = create (IMP_MEASURE_IMPACT);

  table->n_all = n;
  if (n > 0)
    add_rows (table, corvane, G_N_ELEMENTS (corvane), n);
  return table;
}

ImpExplanation *
sample_explanation_new (guint rank, guint n_weeks)
{
  g_autoptr (ImpRankedTable) table = sample_table_new ();
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (ImpRankEntry));
  g_autoptr (ImpRank) order = NULL;
  ImpExplanation *explanation;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const ImpEstimate impact =
          imp_impact_get_impact (&imp_ranked_table_get_row (table, i)->data->impact);
      const ImpRankEntry entry = imp_rank_entry (i, i, &impact);

      g_array_append_val (entries, entry);
    }
  order = imp_rank_new (entries);
  explanation =
      imp_explanation_new (order, rank - 1, imp_ranked_table_get_row (table, rank - 1)->top_ten);
  for (guint i = 0; i < explanation->standings->len; i++)
    {
      const ImpStanding *standing = explanation->standings->pdata[i];
      const ImpIrritantData *data = imp_ranked_table_get_row (table, standing->rank - 1)->data;

      imp_explanation_describe (explanation, i, data->title, &data->facts, &data->impact);
    }
  explanation->day = imp_date_new (2026, 11, 12);
  for (guint i = n_weeks; n_weeks > 0 && i < G_MAXUINT; i--)
    {
      const ImpPastRank past = { imp_date_new (2026, 11, 12) - 7 * (int) i, rank + i / 3 };

      g_array_append_val (explanation->past, past);
    }
  return explanation;
}
