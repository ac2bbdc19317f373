/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Improve's own window with a backlog: bench-window FILE empty | start | use. Prints what starting
 * it, scrolling and typing cost; empty: there is no list to wait for. */
#include "config.h"

#include <stdlib.h>

#include "app/imp-application.h"
#include "backlog/imp-irritant-list.h"
#include "bench-frame.h"
#include "bench-samples.h"
#include "support/imp-await.h"
#include "ui/irritants/imp-irritants-page.h"
#include "ui/irritants/imp-ranked-view-private.h"

#define N_STEPS      60
#define N_ORDERS     12
#define WHEEL_PIXEL  120
#define WORD_LETTERS 4
#define SHOWN_ROWS   24

typedef struct
{
  BenchFrames frames;
  GtkWindow *window;
  gboolean is_empty; /* there is no list to wait for */
  gboolean in_use;   /* after the start: scroll and type too */
} Bench;

typedef struct
{
  Bench *bench;
  GtkWidget *view;
  GtkEditable *search;
  GtkAdjustment *adjustment;
  GRand *rand;
} Journey;

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_child_visible (child))
      found = find_widget (child, type);
  return found;
}

static gboolean
is_loaded (gpointer data)
{
  Bench *self = data;
  GtkWidget *view = find_widget (GTK_WIDGET (self->window), IMP_TYPE_RANKED_VIEW);
  g_autoptr (ImpIrritantRow) first = NULL;
  gboolean loading;

  if (view == NULL)
    return self->is_empty;
  g_object_get (IMP_RANKED_VIEW (view)->list, "loading", &loading, NULL);
  first = g_list_model_get_item (G_LIST_MODEL (IMP_RANKED_VIEW (view)->list), 0);
  return !loading && (first == NULL || imp_irritant_row_is_loaded (first));
}

static void
settle (Bench *self)
{
  bench_frames_settle (&self->frames, is_loaded, self);
}

typedef void (*StepFunc) (Journey *self);

static void
turn_wheel (Journey *self)
{
  gtk_adjustment_set_value (self->adjustment,
                            gtk_adjustment_get_value (self->adjustment) + WHEEL_PIXEL);
}

static void
turn_page (Journey *self)
{
  gtk_adjustment_set_value (self->adjustment,
                            gtk_adjustment_get_value (self->adjustment)
                                + gtk_adjustment_get_page_size (self->adjustment));
}

static void
jump (Journey *self)
{
  gtk_adjustment_set_value (
      self->adjustment,
      g_rand_double_range (self->rand, 0, gtk_adjustment_get_upper (self->adjustment)));
}

/* From the step until all that follows from it is painted, on the main thread. */
static void
scroll (Journey *self, const char *name, StepFunc step)
{
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_STEPS; i++)
    {
      double begin = bench_usage_read ().main_ms, taken;

      step (self);
      settle (self->bench);
      taken = MAX (self->bench->frames.last.main_ms - begin, 0);
      g_array_append_val (samples, taken);
    }
  bench_frame_print (name, bench_get_quantile (samples, 0.95));
}

/* Types a word letter by letter, as setting it anew would empty the search in between; cpu and wall:
 * samples for each letter. */
static void
type_word (Journey *self, const char *word, GArray *cpu[], GArray *wall[])
{
  for (guint i = 0; i < WORD_LETTERS; i++)
    {
      int position = (int) i;
      BenchUsage begin = bench_usage_read ();
      double main_ms, wall_ms;

      gtk_editable_insert_text (self->search, word + i, 1, &position);
      settle (self->bench);
      main_ms = MAX (self->bench->frames.last.main_ms - begin.main_ms, 0);
      wall_ms = MAX (self->bench->frames.last.wall_ms - begin.wall_ms, 0);
      g_array_append_val (cpu[i], main_ms);
      g_array_append_val (wall[i], wall_ms);
    }
  gtk_editable_set_text (self->search, "");
  settle (self->bench); /* the question is asked a moment later */
}

static void
type (Journey *self)
{
  static const char *const words[] = { "label",   "price", "slow",     "morning",   "printer",
                                       "badge",   "stock", "hall",     "evening",   "connection",
                                       "scanner", "order", "password", "delivery",  "shared",
                                       "invoice", "route", "customer", "colleague", "gloves" };
  GArray *cpu[WORD_LETTERS], *wall[WORD_LETTERS];

  for (guint i = 0; i < WORD_LETTERS; i++)
    {
      cpu[i] = g_array_new (FALSE, FALSE, sizeof (double));
      wall[i] = g_array_new (FALSE, FALSE, sizeof (double));
    }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    type_word (self, words[i], cpu, wall);
  for (guint i = 0; i < WORD_LETTERS; i++)
    {
      g_autofree char *name = g_strdup_printf ("key-%u-ms", i + 1);
      g_autofree char *wall_name = g_strdup_printf ("key-%u-wall-ms", i + 1);

      bench_frame_print (name, bench_get_quantile (cpu[i], 0.95));
      bench_frame_print (wall_name, bench_get_quantile (wall[i], 0.5));
      g_array_unref (cpu[i]);
      g_array_unref (wall[i]);
    }
}

/* What the new order costs, and what its question alone does, of the processor. */
static double
order_by (Journey *self, const char *order)
{
  double begin = bench_usage_read ().process_ms;

  gtk_widget_activate_action (self->view, "irritants.order", "s", order);
  settle (self->bench);
  return MAX (self->bench->frames.last.process_ms - begin, 0);
}

static double
ask_for_order (ImpBacklog *backlog, ImpOrder order)
{
  double begin = bench_usage_read ().process_ms;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  ImpAwait await = { NULL };

  imp_backlog_rank_async (backlog, NULL, order, SHOWN_ROWS, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  rows = imp_backlog_rank_finish (backlog, result, NULL, NULL);
  return bench_usage_read ().process_ms - begin;
}

static void
reorder (Journey *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (self->view, IMP_TYPE_IRRITANTS_PAGE);
  g_autoptr (GArray) painted = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) asked = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (ImpBacklog) backlog = NULL;

  g_object_get (page, "backlog", &backlog, NULL);
  for (guint i = 0; i < N_ORDERS; i++)
    {
      double value;

      order_by (self, "age");
      value = order_by (self, "impact");
      g_array_append_val (painted, value);
      ask_for_order (backlog, IMP_ORDER_AGE);
      value = ask_for_order (backlog, IMP_ORDER_IMPACT);
      g_array_append_val (asked, value);
    }
  bench_frame_print ("order-ms", bench_get_quantile (painted, 0.5));
  bench_frame_print ("order-query-ms", bench_get_quantile (asked, 0.5));
}

static void
use (Bench *self)
{
  Journey journey = { .bench = self, .rand = g_rand_new_with_seed (1) };

  journey.view = find_widget (GTK_WIDGET (self->window), IMP_TYPE_RANKED_VIEW);
  journey.search = GTK_EDITABLE (find_widget (GTK_WIDGET (self->window), GTK_TYPE_SEARCH_ENTRY));
  journey.adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (journey.view));
  scroll (&journey, "wheel-ms", turn_wheel);
  scroll (&journey, "page-ms", turn_page);
  scroll (&journey, "jump-ms", jump);
  gtk_adjustment_set_value (journey.adjustment, 0);
  gtk_widget_grab_focus (GTK_WIDGET (journey.search)); /* as whoever types has it */
  settle (self);
  type (&journey);
  reorder (&journey);
  bench_frame_print ("stall-ms", self->frames.longest_ms);
  g_rand_free (journey.rand);
}

static gboolean
measure_cb (gpointer data)
{
  Bench *self = data;

  settle (self);
  bench_frames_print_start (&self->frames);
  self->frames.longest_ms = 0;
  if (self->in_use)
    use (self);
  gtk_window_close (self->window);
  return G_SOURCE_REMOVE;
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window, Bench *self)
{
  self->window = window;
  bench_frames_watch (&self->frames, window);
  /* Nobody waits for a scroll bar that fades for a second afterwards, or for a cursor that blinks. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink",
                FALSE, NULL);
  g_idle_add (measure_cb, self);
}

int
main (int argc, char **argv)
{
  g_autoptr (ImpApplication) application = NULL;
  Bench bench = { 0 };

  if (argc != 3)
    return EXIT_FAILURE;
  bench.is_empty = g_str_equal (argv[2], "empty");
  bench.in_use = g_str_equal (argv[2], "use");
  application = imp_application_new (argv[1]);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), &bench);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
