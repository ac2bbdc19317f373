/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One column of the board: the fixes in one state, and what they are worth. */
#include "config.h"

#include "ui/fixes/imp-fix-column.h"

#include "base/imp-text.h"
#include "model/imp-sentence.h"
#include "ui/fixes/imp-fix-row.h"

#include <glib/gi18n.h>

#define CARDS_A_STEP     50
#define CARDS_A_QUESTION 500

struct _ImpFixColumn
{
  GtkBox parent_instance;

  ImpFixState state;
  GPtrArray *cards; /* of ImpFixCard */
  guint n_all;
  guint n_wanted;   /* how many rows at most; grows by "more" */
  gboolean earlier; /* confirmed: also what was confirmed before this month */
  char *search;     /* case-folded, or NULL */
  ImpDate today;

  GtkLabel *heading;
  GtkLabel *count;
  GtkLabel *worth;
  GtkListBox *list;
  GtkButton *more;
};

G_DEFINE_FINAL_TYPE (ImpFixColumn, imp_fix_column, GTK_TYPE_BOX)

enum
{
  PROP_STATE = 1,
  N_PROPS
};

enum
{
  SIGNAL_SHORT,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static gboolean
has_text (const char *text, const char *folded)
{
  g_autofree char *own = imp_text_fold (text);

  return strstr (own, folded) != NULL;
}

static gboolean
is_found (ImpFixColumn *self, const ImpFixCard *card)
{
  return self->search == NULL || has_text (card->title, self->search)
         || has_text (card->owner, self->search) || has_text (card->promised_to, self->search);
}

static gboolean
is_this_month (ImpFixColumn *self, const ImpFixCard *card)
{
  return self->state != IMP_FIX_STATE_CONFIRMED
         || card->confirmed >= imp_date_month_start (self->today);
}

/* The cards to count and to sum: without those of earlier months while nobody asked for them. */
static GPtrArray *
choose_cards (ImpFixColumn *self)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < self->cards->len; i++)
    {
      ImpFixCard *card = g_ptr_array_index (self->cards, i);

      if (is_found (self, card) && (self->earlier || is_this_month (self, card)))
        g_ptr_array_add (chosen, card);
    }
  return chosen;
}

static ImpFixRow *
find_row (ImpFixColumn *self, int from, ImpItem item)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, from++)) != NULL)
    if (imp_fix_row_get_item (IMP_FIX_ROW (row)) == item)
      return IMP_FIX_ROW (row);
  return NULL;
}

static void
move_row (GtkListBox *list, ImpFixRow *row, int position)
{
  g_autoptr (GtkWidget) held = g_object_ref (GTK_WIDGET (row));

  gtk_list_box_remove (list, held);
  gtk_list_box_insert (list, held, position);
}

/* The row of an item at this place: the one it had, moved if need be, or a new one. */
static ImpFixRow *
ensure_row (ImpFixColumn *self, int position, ImpItem item)
{
  ImpFixRow *row = find_row (self, position, item);

  if (row == NULL)
    {
      row = IMP_FIX_ROW (imp_fix_row_new ());
      gtk_list_box_insert (self->list, GTK_WIDGET (row), position);
    }
  else if (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) != position)
    move_row (self->list, row, position);
  return row;
}

static void
fill_list (ImpFixColumn *self, GPtrArray *chosen)
{
  guint n_rows = MIN (chosen->len, self->n_wanted);
  GtkListBoxRow *row;

  for (guint i = 0; i < n_rows; i++)
    {
      const ImpFixCard *card = g_ptr_array_index (chosen, i);

      imp_fix_row_set_card (ensure_row (self, (int) i, card->item), card, self->today);
    }
  while ((row = gtk_list_box_get_row_at_index (self->list, (int) n_rows)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (self->list), n_rows > 0);
}

static double
sum_hours (GPtrArray *chosen)
{
  double hours = 0;

  for (guint i = 0; i < chosen->len; i++)
    hours += ((ImpFixCard *) g_ptr_array_index (chosen, i))->hours;
  return hours;
}

static char *
say_worth (ImpFixColumn *self, GPtrArray *chosen)
{
  const double sum = sum_hours (chosen);
  g_autofree char *hours = imp_impact_to_hours_words (sum);
  gboolean all = self->cards->len >= self->n_all;

  if (chosen->len == 0)
    return g_strdup (self->search != NULL ? _ ("nothing found") : _ ("none now"));
  if (self->state == IMP_FIX_STATE_DELIVERED)
    return g_strdup (_ ("ask a reporter: is it gone?"));
  if (sum <= 0)
    return g_strdup (_ ("nobody was asked what it costs"));
  if (self->state == IMP_FIX_STATE_CONFIRMED)
    return g_strdup_printf (_ ("%s a month given back"), hours);
  return g_strdup_printf (all ? _ ("about %s a month to come") : _ ("more than %s a month to come"),
                          hours);
}

static void
show_heading (ImpFixColumn *self)
{
  const char *heading = self->state == IMP_FIX_STATE_PLANNED       ? _ ("Planned")
                        : self->state == IMP_FIX_STATE_BEING_FIXED ? _ ("Being Fixed")
                        : self->state == IMP_FIX_STATE_DELIVERED   ? _ ("Delivered")
                        : self->earlier                            ? _ ("Confirmed")
                                                                   : _ ("Confirmed This Month");

  gtk_label_set_label (self->heading, heading);
}

static void
show_more (ImpFixColumn *self, guint n_chosen)
{
  guint n_rows = MIN (n_chosen, self->n_wanted);
  guint n_left = self->search == NULL ? MAX (self->n_all, n_chosen) - n_rows : n_chosen - n_rows;
  gboolean earlier = self->state == IMP_FIX_STATE_CONFIRMED && !self->earlier && n_rows == n_chosen;
  g_autofree char *label =
      g_strdup_printf (earlier ? ngettext ("And %u Earlier", "And %u Earlier", n_left)
                               : ngettext ("And %u More", "And %u More", n_left),
                       n_left);

  gtk_button_set_label (self->more, label);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_left > 0);
}

static void
show_all (ImpFixColumn *self)
{
  g_autoptr (GPtrArray) chosen = NULL;
  g_autofree char *worth = NULL;
  g_autofree char *count = NULL;

  show_heading (self);
  if (self->cards == NULL)
    return;
  chosen = choose_cards (self);
  worth = say_worth (self, chosen);
  count = g_strdup_printf ("%u", self->search == NULL && self->state != IMP_FIX_STATE_CONFIRMED
                                     ? MAX (self->n_all, chosen->len)
                                     : chosen->len);
  gtk_label_set_label (self->count, count);
  gtk_label_set_label (self->worth, worth);
  fill_list (self, chosen);
  show_more (self, chosen->len);
}

static void
ask_for_cards (ImpFixColumn *self)
{
  if (self->cards != NULL && self->cards->len < MIN (self->n_all, imp_fix_column_get_limit (self)))
    g_signal_emit (self, signals[SIGNAL_SHORT], 0);
}

static void
more_clicked_cb (ImpFixColumn *self)
{
  gboolean all_of_month =
      gtk_list_box_get_row_at_index (self->list, (int) self->n_wanted - 1) == NULL;

  if (self->state == IMP_FIX_STATE_CONFIRMED && !self->earlier && all_of_month)
    self->earlier = TRUE;
  else
    self->n_wanted += CARDS_A_STEP;
  show_all (self);
  ask_for_cards (self);
}

static void
row_activated_cb (ImpFixColumn *self, ImpFixRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "fix.open", "x", imp_fix_row_get_item (row));
}

static void
imp_fix_column_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ImpFixColumn *self = IMP_FIX_COLUMN (object);

  if (id == PROP_STATE)
    self->state = g_value_get_uint (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
imp_fix_column_constructed (GObject *object)
{
  G_OBJECT_CLASS (imp_fix_column_parent_class)->constructed (object);
  show_all (IMP_FIX_COLUMN (object));
}

static void
imp_fix_column_dispose (GObject *object)
{
  ImpFixColumn *self = IMP_FIX_COLUMN (object);

  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_pointer (&self->search, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_FIX_COLUMN);
  G_OBJECT_CLASS (imp_fix_column_parent_class)->dispose (object);
}

static void
imp_fix_column_class_init (ImpFixColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = imp_fix_column_set_property;
  object_class->constructed = imp_fix_column_constructed;
  object_class->dispose = imp_fix_column_dispose;
  props[PROP_STATE] = g_param_spec_uint (
      "state", NULL, NULL, IMP_FIX_STATE_PLANNED, IMP_FIX_STATE_CONFIRMED, IMP_FIX_STATE_PLANNED,
      G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[SIGNAL_SHORT] = g_signal_new ("short", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Improve/ui/fixes/imp-fix-column.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpFixColumn, heading);
  gtk_widget_class_bind_template_child (widget_class, ImpFixColumn, count);
  gtk_widget_class_bind_template_child (widget_class, ImpFixColumn, worth);
  gtk_widget_class_bind_template_child (widget_class, ImpFixColumn, list);
  gtk_widget_class_bind_template_child (widget_class, ImpFixColumn, more);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
imp_fix_column_init (ImpFixColumn *self)
{
  self->n_wanted = CARDS_A_STEP;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self->more), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
}

ImpFixState
imp_fix_column_get_state (ImpFixColumn *self)
{
  g_return_val_if_fail (IMP_IS_FIX_COLUMN (self), IMP_FIX_STATE_PLANNED);

  return self->state;
}

guint
imp_fix_column_get_limit (ImpFixColumn *self)
{
  guint n_questions;

  g_return_val_if_fail (IMP_IS_FIX_COLUMN (self), CARDS_A_QUESTION);

  if (self->search != NULL)
    return G_MAXUINT;
  n_questions = (self->n_wanted + CARDS_A_QUESTION - 1) / CARDS_A_QUESTION;
  return n_questions * CARDS_A_QUESTION;
}

void
imp_fix_column_set_cards (ImpFixColumn *self, GPtrArray *cards, guint n_all, ImpDate today)
{
  g_return_if_fail (IMP_IS_FIX_COLUMN (self));

  g_ptr_array_ref (cards);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  self->cards = cards;
  self->n_all = n_all;
  self->today = today;
  show_all (self);
}

void
imp_fix_column_set_search (ImpFixColumn *self, const char *text)
{
  gboolean searching;

  g_return_if_fail (IMP_IS_FIX_COLUMN (self));

  searching = self->search != NULL;
  g_clear_pointer (&self->search, g_free);
  if (!imp_text_is_empty (text))
    self->search = imp_text_fold (text);
  show_all (self);
  if (!searching)
    ask_for_cards (self);
}

ImpItem
imp_fix_column_get_first (ImpFixColumn *self)
{
  GtkListBoxRow *first;

  g_return_val_if_fail (IMP_IS_FIX_COLUMN (self), 0);

  first = gtk_list_box_get_row_at_index (self->list, 0);
  return first != NULL ? imp_fix_row_get_item (IMP_FIX_ROW (first)) : 0;
}
