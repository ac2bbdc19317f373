/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Searching the list of irritants. */
#include "config.h"

#include "ui/irritants/imp-irritants-list-private.h"

#include "model/imp-query-scan.h"
#include "ui/common/imp-focus.h"
#include "ui/irritants/imp-none-found.h"

#include <glib/gi18n.h>

/* What is being typed of a filter is no word yet. */
ImpQuery *
imp_irritants_list_dup_query (ImpIrritantsList *self)
{
  ImpQuery *filters = imp_filter_chips_get_filters (self->chips);
  g_autoptr (ImpQuery) query = imp_query_with_words (filters, gtk_editable_get_text (self->search));

  return imp_query_get_search (query) != NULL ? g_steal_pointer (&query) : imp_query_ref (filters);
}

gboolean
imp_irritants_list_has_words (ImpIrritantsList *self)
{
  g_autoptr (ImpQuery) query = imp_irritants_list_dup_query (self);

  return imp_query_get_search (query) != NULL;
}

/* The filters have a chip each, which says what is left out. */
static gboolean
is_narrow (ImpIrritantsList *self)
{
  g_autoptr (ImpQuery) query = imp_irritants_list_dup_query (self);

  return imp_query_is_narrow (query);
}

void
imp_irritants_list_head (ImpIrritantsList *self, guint n_found)
{
  g_autofree char *found = NULL;

  if (is_narrow (self))
    found = g_strdup_printf (ngettext ("%'u found", "%'u found", n_found), n_found);
  else
    found =
        self->summary != NULL ? g_strdup (self->summary) : imp_irritants_list_dup_heading (self);
  if (!g_str_equal (found, gtk_label_get_text (self->heading))) /* else all is measured anew */
    gtk_label_set_text (self->heading, found);
}

/* Most never see it: it is made when it is needed. */
static GtkWidget *
get_none_found (ImpIrritantsList *self)
{
  GtkWidget *none = gtk_stack_get_child_by_name (self->stack, "none");

  if (none == NULL)
    {
      none = g_object_new (IMP_TYPE_NONE_FOUND, NULL);
      gtk_stack_add_named (self->stack, none, "none");
    }
  return none;
}

/* Where nothing is found there is no row to have it. */
void
imp_irritants_list_take_focus (ImpIrritantsList *self)
{
  GtkWidget *shown = gtk_stack_get_visible_child (self->stack);

  if (!IMP_IS_NONE_FOUND (shown))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  else if (imp_irritants_list_has_words (self) && gtk_widget_get_visible (self->search_row))
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
  else
    imp_focus_first (shown);
}

void
imp_irritants_list_show_none (ImpIrritantsList *self)
{
  const gboolean focused = imp_focus_is_inside (GTK_WIDGET (self->view));
  GtkWidget *none = get_none_found (self);
  g_autoptr (ImpQuery) query = imp_irritants_list_dup_query (self);

  imp_none_found_show (IMP_NONE_FOUND (none), query);
  gtk_stack_set_visible_child (self->stack, none);
  if (focused)
    imp_irritants_list_take_focus (self);
}

void
imp_irritants_list_count (ImpIrritantsList *self, guint n_ranked)
{
  g_autofree char *text = NULL;

  if (self->n_ranked == n_ranked)
    return;
  self->n_ranked = n_ranked;
  text = g_strdup_printf (ngettext ("Search %'u irritant", "Search %'u irritants", n_ranked),
                          n_ranked);
  g_object_set (self->search, "placeholder-text", text, NULL);
}

/* What is typed to the end becomes a chip. */
static void
take_filters (ImpIrritantsList *self, gboolean all)
{
  const char *text = gtk_editable_get_text (self->search);
  const int position = gtk_editable_get_position (self->search);
  guint cursor = (guint) (g_utf8_offset_to_pointer (text, position) - text);
  g_autofree char *rest = NULL;
  g_autoptr (ImpQuery) taken = imp_query_take_filters (text, all, &cursor, &rest);
  g_autoptr (ImpQuery) filters = NULL;

  if (imp_query_get_n_filters (taken) == 0)
    return;
  filters = imp_query_and (imp_filter_chips_get_filters (self->chips), taken);
  gtk_editable_set_text (self->search, rest);
  gtk_editable_set_position (self->search, (int) g_utf8_strlen (rest, cursor));
  imp_filter_chips_set_filters (self->chips, filters);
}

/* The last chip becomes text again. */
static void
take_back_chip (ImpIrritantsList *self)
{
  ImpQuery *filters = imp_filter_chips_get_filters (self->chips);
  const guint n = imp_query_get_n_filters (filters);
  g_autoptr (ImpQuery) fewer = NULL;
  g_autofree char *text = NULL, *all = NULL;

  if (n == 0)
    return;
  fewer = imp_query_without (filters, n - 1);
  text = imp_query_filter_to_text (imp_query_get_filter (filters, n - 1));
  all = g_strdup_printf ("%s%s%s", text, *gtk_editable_get_text (self->search) != '\0' ? " " : "",
                         gtk_editable_get_text (self->search));
  imp_filter_chips_set_filters (self->chips, fewer);
  gtk_editable_set_text (self->search, all);
  gtk_editable_set_position (self->search, (int) g_utf8_strlen (text, -1));
}

static gboolean
search_key_pressed_cb (ImpIrritantsList *self, guint key)
{
  int start, end;

  if (key != GDK_KEY_BackSpace || gtk_editable_get_position (self->search) != 0
      || gtk_editable_get_selection_bounds (self->search, &start, &end))
    return GDK_EVENT_PROPAGATE;
  take_back_chip (self);
  return GDK_EVENT_STOP;
}

static void
completed_cb (ImpIrritantsList *self)
{
  take_filters (self, TRUE);
}

/* The chips and what is offered count what else is asked for. */
static void
tell_query (ImpIrritantsList *self, ImpQuery *query)
{
  g_autofree char *words = imp_query_dup_words (query);

  imp_filter_chips_set_words (self->chips, words);
  imp_completion_set_query (self->completion, self->backlog, query);
}

void
imp_irritants_list_ask (ImpIrritantsList *self)
{
  g_autoptr (ImpQuery) query = NULL;

  take_filters (self, FALSE);
  query = imp_irritants_list_dup_query (self);
  imp_irritants_list_update_order (self);
  if (self->list != NULL && imp_irritant_list_set_query (self->list, query, self->shown))
    imp_ranked_view_expect_answer (self->view);
  tell_query (self, query);
  g_object_notify (G_OBJECT (self), "query");
}

void
imp_irritants_list_set_filters (ImpIrritantsList *self, const char *text)
{
  g_autoptr (ImpQuery) filters = imp_query_parse (text);

  imp_filter_chips_set_filters (self->chips, filters);
}

void
imp_irritants_list_begin_search (ImpIrritantsList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->completion = imp_completion_new (self->search);
  g_signal_connect_object (self->completion, "completed", G_CALLBACK (completed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (search_key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->search), keys);
}

static void
search_stopped_cb (ImpIrritantsList *self)
{
  gtk_editable_set_text (self->search, "");
  g_object_set (self, "searching", FALSE, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
clear_search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpIrritantsList *self = IMP_IRRITANTS_LIST (widget);

  gtk_editable_set_text (self->search, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

void
imp_irritants_list_look_at_all_states (ImpIrritantsList *self)
{
  g_autoptr (ImpQuery) stateless =
      imp_query_without_key (imp_filter_chips_get_filters (self->chips), IMP_QUERY_STATE);
  g_autoptr (ImpQuery) filters = imp_query_with (stateless, IMP_QUERY_STATE, FALSE, FALSE, "any");

  imp_filter_chips_set_filters (self->chips, filters);
}

static void
look_at_all_states (GtkWidget *widget, const char *action, GVariant *parameter)
{
  imp_irritants_list_look_at_all_states (IMP_IRRITANTS_LIST (widget));
}

static void
clear_filters (GtkWidget *widget, const char *action, GVariant *parameter)
{
  imp_irritants_list_set_filters (IMP_IRRITANTS_LIST (widget), "");
  imp_irritants_list_take_focus (IMP_IRRITANTS_LIST (widget));
}

static void
search_activated_cb (ImpIrritantsList *self)
{
  take_filters (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
go_to_list (GtkWidget *widget, const char *action, GVariant *parameter)
{
  search_activated_cb (IMP_IRRITANTS_LIST (widget));
}

void
imp_irritants_list_install_search (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback_full (widget_class, "ask",
                                                G_CALLBACK (imp_irritants_list_ask));
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_install_action (widget_class, "irritants.clear-search", NULL, clear_search);
  gtk_widget_class_install_action (widget_class, "irritants.clear-filters", NULL, clear_filters);
  gtk_widget_class_install_action (widget_class, "irritants.all-states", NULL, look_at_all_states);
  gtk_widget_class_install_action (widget_class, "irritants.go-to-list", NULL, go_to_list);
}
