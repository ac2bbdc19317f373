/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The list of irritants with its search, its filter and its order. */
#include "config.h"

#include "ui/irritants/imp-irritants-list-private.h"
#include "ui/irritants/imp-list-dialog.h"

#include "ui/common/imp-writing.h"

G_DEFINE_FINAL_TYPE (ImpIrritantsList, imp_irritants_list, GTK_TYPE_WIDGET)

enum
{
  PROP_COMPACT = 1,
  PROP_NARROW,
  PROP_SEARCHING,
  PROP_ORDER,
  PROP_QUERY,
  PROP_N_FOUND,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

/* Where the columns have names, or something else is to be said there. */
static gboolean
has_heading (ImpIrritantsList *self)
{
  gboolean order_changed;

  g_object_get (self->list, "order-changed", &order_changed, NULL);
  return !self->compact || self->summary != NULL || order_changed
         || imp_irritants_list_has_words (self);
}

void
imp_irritants_list_update (ImpIrritantsList *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint n_ranked;
  gboolean loading;

  g_object_get (self->list, "loading", &loading, "n-ranked", &n_ranked, NULL);
  imp_row_look_set_n_ranked (self->look, n_ranked);
  imp_irritants_list_count (self, n_ranked);
  if (n_items == 0 && loading)
    return;
  if (n_items > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    imp_irritants_list_show_none (self);
  gtk_widget_set_visible (self->columns, n_items > 0 && has_heading (self));
  imp_irritants_list_head (self, n_items);
  if (self->n_found != n_items)
    {
      self->n_found = n_items;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_FOUND]);
    }
  if (loading)
    return;
  imp_ranked_view_set_grouped (self->view, imp_irritants_list_has_groups (self));
  imp_irritants_list_settle (self);
  imp_irritants_list_tell_place (self);
}

/* What is not listed any more cannot be seen to be chosen. While an answer is under way the list is
 * still the one before. */
static void
keep_listed_cb (ImpIrritantsList *self)
{
  imp_row_choice_keep_listed (self->choice, self->list);
}

static void
set_css_class (gpointer widget, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
update_columns (ImpIrritantsList *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->column_names), !self->compact);
  set_css_class (self->heading, "heading", !self->compact);
  set_css_class (self->heading, "caption", self->compact);
  set_css_class (self->heading, "quiet", self->compact);
}

/* They wrap where there is room, and stand in one line to be scrolled where there is little. */
static void
update_chips (ImpIrritantsList *self)
{
  gtk_scrolled_window_set_policy (self->chips_scroller,
                                  self->compact ? GTK_POLICY_EXTERNAL : GTK_POLICY_NEVER,
                                  GTK_POLICY_NEVER);
  gtk_scrollable_set_hscroll_policy (self->chips_viewport,
                                     self->compact ? GTK_SCROLL_NATURAL : GTK_SCROLL_MINIMUM);
}

static void
update_tools (ImpIrritantsList *self)
{
  update_columns (self);
  gtk_widget_set_visible (self->search_row, !self->compact || self->searching);
  gtk_widget_set_visible (GTK_WIDGET (self->order_button), !self->compact);
  gtk_widget_set_visible (GTK_WIDGET (self->order_chip), self->compact);
  gtk_widget_set_visible (GTK_WIDGET (self->views_button), !self->compact);
  gtk_widget_set_visible (GTK_WIDGET (self->views_chip), self->compact);
  update_chips (self);
  imp_ranked_view_set_single_click (self->view, self->narrow);
  imp_row_look_set_compact (self->look, self->compact);
  if (self->list != NULL)
    imp_irritants_list_update (self);
}

static char *
dup_query_text (ImpIrritantsList *self)
{
  g_autoptr (ImpQuery) query = imp_irritants_list_dup_query (self);

  return imp_query_to_text (query);
}

static void
imp_irritants_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ImpIrritantsList *self = IMP_IRRITANTS_LIST (object);

  if (id == PROP_ORDER)
    g_value_set_string (value, imp_irritants_list_get_order (self));
  else if (id == PROP_QUERY)
    g_value_take_string (value, dup_query_text (self));
  else if (id == PROP_N_FOUND)
    g_value_set_uint (value, self->n_found);
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
      imp_irritants_list_set_order (self, g_value_get_string (value));
      return;
    }
  if (id == PROP_COMPACT)
    self->compact = g_value_get_boolean (value);
  else if (id == PROP_NARROW)
    self->narrow = g_value_get_boolean (value);
  else
    self->searching = g_value_get_boolean (value);
  update_tools (self);
  if (id == PROP_SEARCHING && self->searching)
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
imp_irritants_list_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (imp_irritants_list_parent_class)->system_setting_changed (widget, setting);
  imp_irritants_list_name_columns (IMP_IRRITANTS_LIST (widget));
}

static void
imp_irritants_list_dispose (GObject *object)
{
  ImpIrritantsList *self = IMP_IRRITANTS_LIST (object);

  imp_irritants_list_stop_remembering (self);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  if (self->view != NULL)
    imp_ranked_view_set_list (self->view, NULL);
  g_clear_object (&self->list);
  g_clear_object (&self->look);
  g_clear_object (&self->column_actions);
  g_clear_object (&self->columns_settings);
  g_clear_object (&self->choice);
  g_clear_object (&self->backlog);
  g_clear_object (&self->views);
  g_clear_pointer (&self->summary, g_free);
  g_clear_pointer (&self->place, g_free);
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
  properties[PROP_QUERY] =
      g_param_spec_string ("query", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_FOUND] = g_param_spec_uint ("n-found", NULL, NULL, 0, G_MAXUINT, 0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
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
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantsList, chips_scroller);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantsList, chips_viewport);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantsList, order_button);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantsList, order_chip);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantsList, views_button);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantsList, views_chip);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantsList, order_name);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantsList, order_chip_name);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantsList, heading);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantsList, definition);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantsList, reorder);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantsList, column_names);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantsList, stack);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantsList, view);
}

static void
imp_irritants_list_class_init (ImpIrritantsListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = imp_irritants_list_get_property;
  object_class->set_property = imp_irritants_list_set_property;
  object_class->dispose = imp_irritants_list_dispose;
  widget_class->system_setting_changed = imp_irritants_list_system_setting_changed;
  install_properties (object_class);
  g_type_ensure (IMP_TYPE_RANKED_VIEW);
  g_type_ensure (IMP_TYPE_FILTER_CHIPS);
  bind_template (widget_class);
  imp_irritants_list_install_orders (widget_class);
  imp_irritants_list_install_choice (widget_class);
  imp_irritants_list_install_search (widget_class);
  imp_irritants_list_install_views (widget_class);
}

static void
imp_irritants_list_init (ImpIrritantsList *self)
{
  self->look = imp_row_look_new ();
  self->choice = imp_row_choice_new ();
  self->n_ranked = G_MAXUINT;
  gtk_widget_init_template (GTK_WIDGET (self));
  imp_irritants_list_init_columns (self);
  imp_irritants_list_begin_search (self);
  imp_ranked_view_set_look (self->view, self->look);
  imp_ranked_view_set_choice (self->view, self->choice);
  self->shown = IMP_ORDER_MATCH; /* so that the first one is another */
  imp_irritants_list_ask (self);
}

void
imp_irritants_list_set_backlog (ImpIrritantsList *self, ImpBacklog *backlog)
{
  g_return_if_fail (self->list == NULL);

  self->backlog = g_object_ref (backlog);
  imp_filter_chips_set_backlog (self->chips, backlog);
  imp_irritants_list_offer_views (self);
  imp_writing_restrict (GTK_WIDGET (self), backlog);
  imp_ranked_view_set_mergeable (self->view, imp_writing_is_possible (backlog));
  self->list = imp_irritant_list_new (backlog);
  g_object_set (self->list, "steady", TRUE, NULL);
  g_object_bind_property (self->list, "order-changed", self->reorder, "visible",
                          G_BINDING_SYNC_CREATE);
  /* Before the view moves the focus, which would be a choice of its own. */
  g_signal_connect_swapped (self->list, "items-changed", G_CALLBACK (imp_irritants_list_go_on),
                            self);
  imp_ranked_view_set_list (self->view, self->list);
  g_signal_connect_swapped (self->list, "items-changed", G_CALLBACK (keep_listed_cb), self);
  g_signal_connect_swapped (self->list, "notify", G_CALLBACK (imp_irritants_list_update), self);
  g_signal_connect_swapped (self->list, "items-changed", G_CALLBACK (imp_irritants_list_update),
                            self);
  imp_irritants_list_ask (self);
}

ImpRowChoice *
imp_irritants_list_get_choice (ImpIrritantsList *self)
{
  return self->choice;
}

void
imp_irritants_list_choose_all (ImpIrritantsList *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  if (n > 0)
    imp_row_choice_add_range (self->choice, self->list, 0, n - 1);
}

GArray *
imp_irritants_list_dup_chosen (ImpIrritantsList *self)
{
  imp_row_choice_keep_listed (self->choice, self->list);
  return imp_row_choice_dup_items (self->choice, self->list);
}

void
imp_irritants_list_set_summary (ImpIrritantsList *self, const char *summary)
{
  if (g_set_str (&self->summary, summary) && self->list != NULL)
    imp_irritants_list_update (self);
}

void
imp_irritants_list_print (ImpIrritantsList *self, ImpBacklog *backlog)
{
  const guint n_all = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  AdwDialog *dialog = imp_list_dialog_new (backlog, imp_irritant_list_get_query (self->list),
                                           imp_irritant_list_get_order (self->list), n_all);

  adw_dialog_present (dialog, GTK_WIDGET (self));
}

void
imp_irritants_list_start_search (ImpIrritantsList *self)
{
  g_object_set (self, "searching", TRUE, NULL);
}
