/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The list of irritants with its search, its filter and its order. */
#include "config.h"

#include "ui/irritants/imp-irritants-list.h"

#include "base/imp-text.h"
#include "ui/irritants/imp-ranked-view.h"
#include "ui/irritants/imp-state-chips.h"

#include <glib/gi18n.h>

struct _ImpIrritantsList
{
  GtkWidget parent_instance;
  GtkWidget *tools, *search_row, *columns;
  GtkEditable *search;
  ImpStateChips *chips;
  GtkWidget *order_button, *order_chip;
  AdwButtonContent *order_name, *order_chip_name;
  GtkLabel *heading;
  GtkStack *stack;
  ImpRankedView *view;
  ImpIrritantList *list;
  ImpRowLook *look;
  ImpOrder order;
  guint n_ranked;  /* as the search says; G_MAXUINT before it says anything */
  ImpItem current; /* what is looked at; 0: nothing */
  gboolean compact, narrow, searching;
  gboolean settled;   /* something was looked at before */
  gboolean revealing; /* current shall be scrolled to when it is there */
};

G_DEFINE_FINAL_TYPE (ImpIrritantsList, imp_irritants_list, GTK_TYPE_WIDGET)

enum
{
  PROP_COMPACT = 1,
  PROP_NARROW,
  PROP_SEARCHING,
  PROP_ORDER,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];
static guint chosen_signal;

static const struct
{
  const char *nick, *name, *heading;
} orders[] = {
  [IMP_ORDER_IMPACT] = { "impact", N_ ("Impact"), N_ ("Ranked by Impact") },
  [IMP_ORDER_PAYBACK] = { "payback", N_ ("Payback"), N_ ("Ranked by Payback") },
  [IMP_ORDER_AGE] = { "age", N_ ("Age"), N_ ("Oldest First") },
};

static void
choose (ImpIrritantsList *self, ImpItem item, gboolean open)
{
  if (item == self->current && !open)
    return;
  self->current = item;
  g_signal_emit (self, chosen_signal, 0, item, open);
}

static void
row_selected_cb (ImpIrritantsList *self, ImpItem irritant)
{
  if (!self->narrow)
    choose (self, irritant, FALSE);
}

static void
row_activated_cb (ImpIrritantsList *self, ImpItem irritant)
{
  choose (self, irritant, TRUE);
}

/* A window starts in its list, not in its sidebar; a dialog keeps the focus. */
static void
take_focus (ImpIrritantsList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (ADW_IS_APPLICATION_WINDOW (root)
      && adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (root)) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* The answer to a question has come, or the backlog has changed: stay at the same irritant. */
static void
settle (ImpIrritantsList *self)
{
  guint position = 0;

  if (self->current != 0)
    position = imp_irritant_list_find (self->list, self->current);
  else if (self->narrow)
    return;
  if (position == G_MAXUINT && self->revealing)
    imp_state_chips_set_states (self->chips, IMP_STATES_ALL);
  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->list)))
    return;
  imp_ranked_view_select (self->view, position);
  if (self->revealing)
    imp_ranked_view_reveal (self->view, position);
  else if (!self->settled)
    take_focus (self);
  self->revealing = FALSE;
  self->settled = TRUE;
}

static void
update_heading (ImpIrritantsList *self, guint n_found)
{
  g_autofree char *found = NULL;
  const char *words;

  if (!imp_text_is_empty (gtk_editable_get_text (self->search)))
    found = g_strdup_printf (ngettext ("%'u found", "%'u found", n_found), n_found);
  words = found == NULL ? _ (orders[self->order].heading) : found;
  if (!g_str_equal (words, gtk_label_get_text (self->heading))) /* else all is measured anew */
    gtk_label_set_text (self->heading, words);
}

static void
update_search (ImpIrritantsList *self, guint n_ranked)
{
  g_autofree char *text = NULL;

  if (self->n_ranked == n_ranked)
    return;
  self->n_ranked = n_ranked;
  text = g_strdup_printf (ngettext ("Search %'u irritant", "Search %'u irritants", n_ranked),
                          n_ranked);
  g_object_set (self->search, "placeholder-text", text, NULL);
}

static void
update_stack (ImpIrritantsList *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint n_ranked;
  gboolean loading;

  g_object_get (self->list, "loading", &loading, "n-ranked", &n_ranked, NULL);
  imp_row_look_set_n_ranked (self->look, n_ranked);
  update_search (self, n_ranked);
  if (n_items == 0 && loading)
    return;
  gtk_stack_set_visible_child_name (self->stack, n_items > 0 ? "list" : "none");
  gtk_widget_set_visible (self->columns, n_items > 0 && !self->compact);
  update_heading (self, n_items);
  if (!loading)
    settle (self);
}

static void
ask (ImpIrritantsList *self)
{
  if (self->list != NULL
      && imp_irritant_list_set_query (self->list, imp_state_chips_get_states (self->chips),
                                      self->order, gtk_editable_get_text (self->search)))
    imp_ranked_view_expect_answer (self->view);
}

static void
set_order (ImpIrritantsList *self, const char *nick)
{
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (g_strcmp0 (orders[i].nick, nick) == 0)
      self->order = i;
  adw_button_content_set_label (self->order_name, _ (orders[self->order].name));
  adw_button_content_set_label (self->order_chip_name, _ (orders[self->order].name));
  ask (self);
}

static void
update_tools (ImpIrritantsList *self)
{
  gtk_widget_set_visible (self->search_row, !self->compact || self->searching);
  gtk_widget_set_visible (self->order_button, !self->compact);
  gtk_widget_set_visible (self->order_chip, self->compact);
  imp_ranked_view_set_single_click (self->view, self->narrow);
  imp_row_look_set_compact (self->look, self->compact);
  if (self->list != NULL)
    update_stack (self);
}

static void
search_stopped_cb (ImpIrritantsList *self)
{
  gtk_editable_set_text (self->search, "");
  g_object_set (self, "searching", FALSE, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
search_activated_cb (ImpIrritantsList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
imp_irritants_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ImpIrritantsList *self = IMP_IRRITANTS_LIST (object);

  if (id == PROP_ORDER)
    g_value_set_string (value, orders[self->order].nick);
  else if (id == PROP_COMPACT)
    g_value_set_boolean (value, self->compact);
  else
    g_value_set_boolean (value, id == PROP_NARROW ? self->narrow : self->searching);
}

static void
imp_irritants_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ImpIrritantsList *self = IMP_IRRITANTS_LIST (object);

  if (id == PROP_ORDER)
    {
      set_order (self, g_value_get_string (value));
      return;
    }
  if (id == PROP_COMPACT)
    self->compact = g_value_get_boolean (value);
  else if (id == PROP_NARROW)
    self->narrow = g_value_get_boolean (value);
  else
    self->searching = g_value_get_boolean (value);
  update_tools (self);
}

static void
imp_irritants_list_dispose (GObject *object)
{
  ImpIrritantsList *self = IMP_IRRITANTS_LIST (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  if (self->view != NULL)
    imp_ranked_view_set_list (self->view, NULL);
  g_clear_object (&self->list);
  g_clear_object (&self->look);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_IRRITANTS_LIST);
  G_OBJECT_CLASS (imp_irritants_list_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, flags);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  properties[PROP_SEARCHING] = g_param_spec_boolean ("searching", NULL, NULL, FALSE, flags);
  properties[PROP_ORDER] = g_param_spec_string ("order", NULL, NULL, "impact", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/irritants/imp-irritants-list.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantsList, tools);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantsList, search_row);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantsList, columns);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantsList, search);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantsList, chips);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantsList, order_button);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantsList, order_chip);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantsList, order_name);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantsList, order_chip_name);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantsList, heading);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantsList, stack);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantsList, view);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, imp_irritants_list_clear_search);
}

static void
imp_irritants_list_class_init (ImpIrritantsListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = imp_irritants_list_get_property;
  object_class->set_property = imp_irritants_list_set_property;
  object_class->dispose = imp_irritants_list_dispose;
  install_properties (object_class);
  chosen_signal = g_signal_new ("chosen", IMP_TYPE_IRRITANTS_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_BOOLEAN);
  g_type_ensure (IMP_TYPE_RANKED_VIEW);
  g_type_ensure (IMP_TYPE_STATE_CHIPS);
  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "irritants.order", "order");
}

static void
imp_irritants_list_init (ImpIrritantsList *self)
{
  self->look = imp_row_look_new ();
  self->n_ranked = G_MAXUINT;
  gtk_widget_init_template (GTK_WIDGET (self));
  imp_ranked_view_set_look (self->view, self->look);
  set_order (self, orders[IMP_ORDER_IMPACT].nick);
}

void
imp_irritants_list_set_backlog (ImpIrritantsList *self, ImpBacklog *backlog)
{
  g_return_if_fail (self->list == NULL);

  self->list = imp_irritant_list_new (backlog);
  imp_ranked_view_set_list (self->view, self->list);
  g_signal_connect_swapped (self->list, "notify", G_CALLBACK (update_stack), self);
  g_signal_connect_swapped (self->list, "items-changed", G_CALLBACK (update_stack), self);
  ask (self);
}

void
imp_irritants_list_start_search (ImpIrritantsList *self)
{
  g_object_set (self, "searching", TRUE, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

void
imp_irritants_list_clear_search (ImpIrritantsList *self)
{
  gtk_editable_set_text (self->search, "");
  imp_state_chips_set_states (self->chips, IMP_STATES_ALL);
}

void
imp_irritants_list_reveal (ImpIrritantsList *self, ImpItem irritant)
{
  gtk_editable_set_text (self->search, "");
  self->revealing = TRUE;
  choose (self, irritant, TRUE);
  update_stack (self);
}
