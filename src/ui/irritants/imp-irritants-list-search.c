/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Searching the list of irritants. */
#include "config.h"

#include "ui/irritants/imp-irritants-list-private.h"

#include "model/imp-search.h"
#include "ui/common/imp-focus.h"
#include "ui/irritants/imp-none-found.h"

#include <glib/gi18n.h>

gboolean
imp_irritants_list_has_words (ImpIrritantsList *self)
{
  return imp_search_has_words (gtk_editable_get_text (self->search));
}

void
imp_irritants_list_head (ImpIrritantsList *self, guint n_found)
{
  g_autofree char *found = NULL;

  if (imp_irritants_list_has_words (self))
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

  imp_none_found_show (IMP_NONE_FOUND (none),
                       imp_irritants_list_has_words (self) ? gtk_editable_get_text (self->search)
                                                           : NULL,
                       imp_state_chips_get_states (self->chips) == IMP_STATES_ALL);
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

void
imp_irritants_list_ask (ImpIrritantsList *self)
{
  const char *words =
      imp_irritants_list_has_words (self) ? gtk_editable_get_text (self->search) : "";
  g_autoptr (ImpQuery) query = imp_query_new (imp_state_chips_get_states (self->chips), words);

  imp_irritants_list_update_order (self);
  if (self->list != NULL && imp_irritant_list_set_query (self->list, query, self->shown))
    imp_ranked_view_expect_answer (self->view);
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

static void
look_at_all_states (GtkWidget *widget, const char *action, GVariant *parameter)
{
  imp_state_chips_set_states (IMP_IRRITANTS_LIST (widget)->chips, IMP_STATES_ALL);
}

static void
search_activated_cb (ImpIrritantsList *self)
{
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
  gtk_widget_class_install_action (widget_class, "irritants.all-states", NULL, look_at_all_states);
  gtk_widget_class_install_action (widget_class, "irritants.go-to-list", NULL, go_to_list);
}
