/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Whether laptops that exchanged everything have the same backlog, and lost nothing. */
#include "config.h"

#include "merge-simulator-private.h"

#define N_ITEMS 60

static void
print_cell (SimWorld *world, SimLaptop *laptop, guint key, GString *text)
{
  const SimCell *cell = g_hash_table_lookup (laptop->cells, GUINT_TO_POINTER (key));
  g_autofree char *heads = NULL;

  if (cell == NULL || cell->rows->len == 0)
    return;
  heads = imp_heads_print ((const ImpHead *) (gpointer) cell->heads->data, cell->heads->len);
  g_string_append_printf (text, "%u %s %" G_GINT64_FORMAT "\n", key, heads, cell->hlc);
}

static char *
digest (SimWorld *world, SimLaptop *laptop)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint item = 0; item < N_ITEMS; item++)
    {
      for (guint field = 0; field < SIM_N_FIELDS; field++)
        print_cell (world, laptop, item * SIM_N_FIELDS + field, text);
      g_string_append_printf (text, "%u %s with %u\n", item,
                              sim_laptop_is_alive (world, laptop, item) ? "lives" : "is gone",
                              sim_laptop_find_holder (world, laptop, item));
    }
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, (gssize) text->len);
}

/* Marks the row and all that its writer, and theirs before, had seen. */
static void
mark_ancestors (SimWorld *world, ImpHead id, GHashTable *marked)
{
  const SimRow *row = sim_world_find (world, id);

  if (!g_hash_table_add (marked, (gpointer) row))
    return;
  for (guint i = 0; i < row->base->len; i++)
    mark_ancestors (world, g_array_index (row->base, ImpHead, i), marked);
}

static char *
judge_texts (SimWorld *self, SimLaptop *laptop)
{
  for (guint key = 0; key < N_ITEMS * SIM_N_FIELDS; key++)
    {
      const SimCell *cell = g_hash_table_lookup (laptop->cells, GUINT_TO_POINTER (key));
      g_autoptr (GHashTable) marked = g_hash_table_new (NULL, NULL);

      if (cell == NULL || key % SIM_N_FIELDS < SIM_FIELD_TEXT)
        continue;
      for (guint i = 0; i < cell->heads->len; i++)
        mark_ancestors (self, g_array_index (cell->heads, ImpHead, i), marked);
      if (g_hash_table_size (marked) != cell->rows->len)
        return g_strdup_printf ("S2: of %u texts in cell %u only %u can be found", cell->rows->len,
                                key, g_hash_table_size (marked));
    }
  return NULL;
}

static ImpWrite
get_write (SimWorld *self, const SimRow *row)
{
  return (ImpWrite) { row->id, row->hlc, &sim_world_get (self, (guint) row->id.rep)->id,
                      row->base };
}

static char *
judge_edits (SimWorld *self, const GPtrArray *log)
{
  for (guint i = 0; i < log->len; i++)
    {
      const SimRow *row = log->pdata[i];
      ImpWrite write = get_write (self, row);

      for (guint k = 0; k < row->base->len; k++)
        {
          ImpWrite seen =
              get_write (self, sim_world_find (self, g_array_index (row->base, ImpHead, k)));

          if (!imp_write_is_newer (&write, &seen))
            return g_strdup_printf ("S3: row %d of laptop %d is behind one its author saw",
                                    (int) row->id.rseq, (int) row->id.rep);
        }
    }
  return NULL;
}

/* Nothing counts with what is gone, or with what itself counts with another. */
static char *
judge_merged (SimWorld *self, SimLaptop *laptop)
{
  for (guint item = 0; item < N_ITEMS; item++)
    {
      guint holder = sim_laptop_find_holder (self, laptop, item);

      if (holder != item
          && (!sim_laptop_is_alive (self, laptop, holder)
              || sim_laptop_find_holder (self, laptop, holder) != holder))
        return g_strdup_printf ("S1: item %u is merged into %u, which counts for nothing", item,
                                holder);
    }
  return NULL;
}

char *
sim_world_judge (SimWorld *self)
{
  g_autofree char *first = digest (self, sim_world_get (self, 0));

  for (guint i = 0; i < self->laptops->len; i++)
    {
      SimLaptop *laptop = sim_world_get (self, i);
      g_autofree char *other = digest (self, laptop);
      char *wrong;

      if (!g_str_equal (first, other))
        return g_strdup_printf ("S1: laptop %u has another backlog than laptop 0", i);
      if ((wrong = judge_texts (self, laptop)) != NULL
          || (wrong = judge_merged (self, laptop)) != NULL
          || (wrong = judge_edits (self, laptop->log)) != NULL)
        return wrong;
    }
  return NULL;
}

/* Sends a few actions at a time of one laptop after another, in an order drawn from the seed. */
static void
send_in_disorder (SimWorld *self, SimLaptop *to, GRand *rand)
{
  guint total = sim_world_count_rows (self), got = 0;

  while (got < total)
    {
      guint of = g_rand_int (rand) % self->laptops->len;

      sim_laptop_send (self, sim_world_get (self, 0), to, of, 1 + g_rand_int (rand) % 50);
      got = 0;
      for (guint i = 0; i < to->vector->len; i++)
        got += (guint) g_array_index (to->vector, ImpHead, i).rseq;
    }
}

char *
sim_world_judge_order (SimWorld *self, guint seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree char *first = digest (self, sim_world_get (self, 0)), *again = NULL;
  SimLaptop late;

  sim_laptop_init (&late, SIM_MAX_LAPTOPS, seed);
  send_in_disorder (self, &late, rand);
  again = digest (self, &late);
  sim_laptop_clear (&late);
  return g_str_equal (first, again) ? NULL : g_strdup ("S4: another order, another backlog");
}

guint
sim_world_count_rows (SimWorld *self)
{
  guint n = 0;

  for (guint i = 0; i < self->laptops->len; i++)
    n += sim_world_get (self, i)->log->len;
  return n;
}

guint
sim_world_count_merged (SimWorld *self)
{
  guint n = 0;

  for (guint item = 0; item < N_ITEMS; item++)
    n += sim_laptop_find_holder (self, sim_world_get (self, 0), item) != item;
  return n;
}

guint
sim_world_count_conflicts (SimWorld *self)
{
  GHashTableIter iter;
  gpointer cell;
  guint n = 0;

  g_hash_table_iter_init (&iter, sim_world_get (self, 0)->cells);
  while (g_hash_table_iter_next (&iter, NULL, &cell))
    n += ((SimCell *) cell)->heads->len > 1;
  return n;
}
