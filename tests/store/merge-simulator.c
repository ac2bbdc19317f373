/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Several laptops that write, delete, undo and exchange rows, on the merge rules of the program. */
#include "config.h"

#include "merge-simulator-private.h"

#define BEGIN_MS       G_GINT64_CONSTANT (1795262400000) /* 21 November 2026 */
#define HOUR_MS        G_GINT64_CONSTANT (3600000)
#define THREE_YEARS_MS (3 * 365 * 24 * HOUR_MS)
#define N_ITEMS        40
#define N_LINKS        20
#define N_MERGED       8

enum
{
  EDIT,
  EDIT_TWO,
  MERGE,
  LINK,
  DELETE,
  RESTORE,
  UNDO,
  SYNC,
  SYNC_BOTH,
  JUMP,
  PART,
  N_KINDS
};

GArray *
sim_steps_new (guint seed, guint n_steps)
{
  static const guint8 mix[] = { EDIT, EDIT, EDIT,    EDIT, EDIT_TWO, EDIT_TWO,  LINK, DELETE, UNDO,
                                UNDO, SYNC, RESTORE, SYNC, SYNC,     SYNC_BOTH, JUMP, MERGE };
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (SimStep));

  for (guint i = 0; i < n_steps; i++)
    {
      SimStep step = { mix[g_rand_int (rand) % G_N_ELEMENTS (mix)], (guint8) g_rand_int (rand),
                       (guint8) g_rand_int (rand), g_rand_int (rand) };

      if (g_rand_int (rand) % 50 == 0)
        step.kind = PART;
      g_array_append_val (steps, step);
    }
  return steps;
}

SimLaptop *
sim_world_get (SimWorld *self, guint i)
{
  return &g_array_index (self->laptops, SimLaptop, i % self->laptops->len);
}

const SimRow *
sim_world_find (SimWorld *self, ImpHead id)
{
  return g_ptr_array_index (sim_world_get (self, (guint) id.rep)->log, id.rseq - 1);
}

static SimCell *
find_cell (SimLaptop *self, guint item, guint field)
{
  gpointer key = GUINT_TO_POINTER (item * SIM_N_FIELDS + field);
  SimCell *cell = g_hash_table_lookup (self->cells, key);

  if (cell != NULL)
    return cell;
  cell = g_new0 (SimCell, 1);
  cell->rows = g_ptr_array_new ();
  cell->heads = g_array_new (FALSE, FALSE, sizeof (ImpHead));
  g_hash_table_insert (self->cells, key, cell);
  return cell;
}

static void
merge_cell (SimWorld *world, SimCell *cell)
{
  g_autofree ImpWrite *writes = g_new (ImpWrite, cell->rows->len);
  guint holds;

  for (guint i = 0; i < cell->rows->len; i++)
    {
      const SimRow *row = cell->rows->pdata[i];

      writes[i] = (ImpWrite) { row->id, row->hlc, &sim_world_get (world, (guint) row->id.rep)->id,
                               row->base };
    }
  holds = imp_merge_writes (writes, cell->rows->len, cell->heads);
  if (world->fault == SIM_LAST_ARRIVED_HOLDS)
    holds = cell->rows->len - 1;
  if (world->fault == SIM_ONE_HEAD)
    {
      g_array_set_size (cell->heads, 0);
      g_array_append_val (cell->heads, writes[holds].row);
    }
  cell->hlc = writes[holds].hlc;
  cell->holds = cell->rows->pdata[holds];
}

static void
take (SimWorld *world, SimLaptop *self, const SimRow *row)
{
  SimCell *cell = find_cell (self, row->item, row->field);

  imp_vector_join (self->vector, &row->id, 1);
  g_ptr_array_add (cell->rows, (gpointer) row);
  merge_cell (world, cell);
}

void
sim_laptop_receive (SimWorld *world, SimLaptop *self, const SimRow *row)
{
  if (imp_vector_covers (self->vector, row->id))
    return;
  self->last_hlc = imp_clock_adopt (world->now_ms + self->ahead_ms, self->last_hlc, row->hlc);
  take (world, self, row);
}

/* As the program writes: seeing all heads, stamped by its clock. Gives the action's number. */
static gint64
write_row (SimWorld *world,
           SimLaptop *self,
           gint64 txn,
           guint item,
           guint field,
           gboolean deletes,
           guint into)
{
  SimCell *cell = find_cell (self, item, field);
  gint64 now_ms = world->now_ms + self->ahead_ms;
  SimRow *row = g_new0 (SimRow, 1);

  row->id.rep = self - &g_array_index (world->laptops, SimLaptop, 0);
  row->id.rseq = self->log->len + 1;
  row->txn = txn != 0 ? txn : row->id.rseq;
  row->item = item;
  row->field = field;
  row->into = into;
  row->base = g_array_copy (cell->heads);
  row->seen = deletes ? g_array_copy (self->vector) : NULL;
  row->hlc = world->fault == SIM_PLAIN_CLOCK ? now_ms << 16
                                             : imp_clock_stamp (now_ms, self->last_hlc, cell->hlc);
  self->last_hlc = imp_clock_adopt (now_ms, self->last_hlc, row->hlc);
  g_ptr_array_add (self->log, row);
  take (world, self, row);
  return row->txn;
}

gboolean
sim_laptop_is_alive (SimWorld *world, SimLaptop *self, guint item)
{
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (ImpHead));
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (ImpHead));

  for (guint field = 0; field < SIM_N_FIELDS; field++)
    {
      const GArray *of_cell = find_cell (self, item, field)->heads;

      for (guint i = 0; i < of_cell->len; i++)
        {
          ImpHead head = g_array_index (of_cell, ImpHead, i);
          const GArray *deleted = sim_world_find (world, head)->seen;

          if (deleted != NULL)
            imp_vector_join (seen, (const ImpHead *) (gpointer) deleted->data, deleted->len);
          else
            g_array_append_val (heads, head);
        }
    }
  return imp_life_survives (heads, seen);
}

typedef struct
{
  SimWorld *world;
  SimLaptop *laptop;
} Links;

static gboolean
find_link_cb (gint64 item, ImpMergedLink *link, gpointer data)
{
  const Links *self = data;
  const SimRow *row = find_cell (self->laptop, (guint) item, SIM_FIELD_MERGED)->holds;

  if (row == NULL || row->into == 0
      || !sim_laptop_is_alive (self->world, self->laptop, (guint) item)
      || !sim_laptop_is_alive (self->world, self->laptop, row->into - 1))
    return FALSE;
  *link = (ImpMergedLink) { row->into - 1, row->hlc,
                            sim_world_get (self->world, (guint) row->id.rep)->id, row->id.rseq };
  return TRUE;
}

guint
sim_laptop_find_holder (SimWorld *world, SimLaptop *self, guint item)
{
  return (guint) imp_merged_find (item, find_link_cb, &(Links) { world, self });
}

void
sim_laptop_send (SimWorld *world, SimLaptop *self, SimLaptop *to, guint of, guint n_actions)
{
  const GPtrArray *log = sim_world_get (world, of)->log;
  gint64 last = 0;

  for (guint i = 0; i < log->len; i++)
    {
      const SimRow *row = log->pdata[i];

      if (!imp_vector_covers (self->vector, row->id))
        return;
      if (imp_vector_covers (to->vector, row->id))
        continue;
      if (row->txn != last && n_actions-- == 0)
        return;
      last = row->txn;
      sim_laptop_receive (world, to, row);
      sim_laptop_receive (world, to, row); /* once more, as networks do */
    }
}

static void
exchange (SimWorld *self, SimLaptop *from, SimLaptop *to, guint32 number)
{
  if (from == to || from->group != to->group)
    return;
  for (guint i = 0; i < self->laptops->len; i++)
    sim_laptop_send (self, from, to, (i + number) % self->laptops->len, number / 16 % 20);
}

/* Writes the cells of its newest action once more; a birth is taken back by deleting. */
static void
undo (SimWorld *self, SimLaptop *laptop)
{
  gint64 undone = 0, txn = 0;

  for (guint i = laptop->log->len; i > 0; i--)
    {
      const SimRow *row = laptop->log->pdata[i - 1];

      if (undone != 0 && row->txn != undone)
        return;
      undone = row->txn;
      txn = write_row (self, laptop, txn, row->item, row->field,
                       row->field == SIM_FIELD_LIFE && row->seen == NULL, 0);
    }
}

static void
edit (SimWorld *self, SimLaptop *laptop, guint item, guint field)
{
  gint64 txn = 0;

  if (find_cell (laptop, item, SIM_FIELD_LIFE)->heads->len == 0)
    txn = write_row (self, laptop, txn, item, SIM_FIELD_LIFE, FALSE, 0);
  write_row (self, laptop, txn, item, 1 + field % (SIM_N_FIELDS - 1), FALSE, 0);
}

/* As the program does: into what the other counts with, if that is another one. */
static void
merge (SimWorld *self, SimLaptop *laptop, guint item, guint other)
{
  guint into = sim_laptop_find_holder (self, laptop, other);

  if (into != item && find_cell (laptop, item, SIM_FIELD_LIFE)->heads->len > 0)
    write_row (self, laptop, 0, item, SIM_FIELD_MERGED, FALSE, into + 1);
}

static void
part (SimWorld *self, guint32 number)
{
  for (guint i = 0; i < self->laptops->len; i++)
    sim_world_get (self, i)->group = number % 3 == 0 ? 0 : number >> i & 1;
}

static void
run_step (SimWorld *self, const SimStep *step)
{
  SimLaptop *laptop = sim_world_get (self, step->replica);
  guint item = step->number % N_ITEMS;

  self->now_ms += step->number % 4000;
  switch (step->kind)
    {
    case EDIT_TWO:
      edit (self, laptop, item, step->other + 1);
      G_GNUC_FALLTHROUGH;
    case EDIT:
      edit (self, laptop, item, step->other);
      break;
    case MERGE: /* among a few, so that rings come about */
      merge (self, laptop, item % N_MERGED, step->other % N_MERGED);
      break;
    case LINK: /* its name comes from the pair, so two laptops make the same one */
      edit (self, laptop, N_ITEMS + step->number % N_LINKS, 0);
      break;
    case DELETE:
    case RESTORE:
      write_row (self, laptop, 0, item, SIM_FIELD_LIFE, step->kind == DELETE, 0);
      break;
    case UNDO:
      undo (self, laptop);
      break;
    case SYNC_BOTH:
      exchange (self, sim_world_get (self, step->other), laptop, step->number);
      G_GNUC_FALLTHROUGH;
    case SYNC:
      exchange (self, laptop, sim_world_get (self, step->other), step->number);
      break;
    case JUMP:
      laptop->ahead_ms += ((gint64) (step->number % 3) - 1) * HOUR_MS;
      break;
    case PART:
    default:
      part (self, step->number);
    }
}

void
sim_world_run (SimWorld *self, const GArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    run_step (self, &g_array_index (steps, SimStep, i));
}

void
sim_world_heal (SimWorld *self)
{
  guint n = self->laptops->len;

  for (guint from = 0; from < n; from++)
    for (guint to = 0; to < n; to++)
      for (guint of = 0; from != to && of < n; of++)
        sim_laptop_send (self, sim_world_get (self, from), sim_world_get (self, to), of, G_MAXUINT);
}

static void
free_cell (SimCell *cell)
{
  g_ptr_array_unref (cell->rows);
  g_array_unref (cell->heads);
  g_free (cell);
}

static void
free_row (SimRow *row)
{
  g_array_unref (row->base);
  g_clear_pointer (&row->seen, g_array_unref);
  g_free (row);
}

void
sim_laptop_init (SimLaptop *self, guint number, guint seed)
{
  g_autofree char *name = g_strdup_printf ("laptop %u of seed %u", number, seed);

  *self = (SimLaptop) { .id = imp_uuid_new_from_name (name) };
  self->vector = g_array_new (FALSE, FALSE, sizeof (ImpHead));
  self->cells = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) free_cell);
  self->log = g_ptr_array_new_with_free_func ((GDestroyNotify) free_row);
}

void
sim_laptop_clear (SimLaptop *self)
{
  g_array_unref (self->vector);
  g_hash_table_unref (self->cells);
  g_ptr_array_unref (self->log);
}

SimWorld *
sim_world_new (guint seed, SimFault fault)
{
  SimWorld *self = g_new0 (SimWorld, 1);
  guint n = 2 + seed % (SIM_MAX_LAPTOPS - 1);

  self->fault = fault;
  self->now_ms = BEGIN_MS;
  self->laptops = g_array_sized_new (FALSE, FALSE, sizeof (SimLaptop), n);
  g_array_set_clear_func (self->laptops, (GDestroyNotify) sim_laptop_clear);
  g_array_set_size (self->laptops, n);
  for (guint i = 0; i < n; i++)
    sim_laptop_init (sim_world_get (self, i), i, seed);
  sim_world_get (self, 0)->ahead_ms = THREE_YEARS_MS;
  return self;
}

void
sim_world_free (SimWorld *self)
{
  g_array_unref (self->laptops);
  g_free (self);
}
