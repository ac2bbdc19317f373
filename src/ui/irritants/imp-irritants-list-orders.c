/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * By what the list of irritants is ordered. */
#include "config.h"

#include "ui/irritants/imp-irritants-list-private.h"

#include <glib/gi18n.h>

#include "model/imp-measure.h"
#include "ui/common/imp-menu.h"

/* As they stand in the menu; the best matches only in a search. */
static const ImpOrder usual[] = { IMP_ORDER_IMPACT, IMP_ORDER_PAYBACK, IMP_ORDER_HOURS,
                                  IMP_ORDER_VOICES, IMP_ORDER_AGE };
static const ImpOrder scores[] = { IMP_ORDER_RICE, IMP_ORDER_ICE, IMP_ORDER_COST_OF_DELAY,
                                   IMP_ORDER_WSJF };

static const char *
get_nick (ImpOrder order)
{
  const ImpMeasure measure = imp_order_get_measure (order);

  if (order == IMP_ORDER_MATCH)
    return "match";
  return measure == 0 ? "age" : imp_measure_get_nick (measure);
}

static const char *
get_name (ImpOrder order)
{
  const ImpMeasure measure = imp_order_get_measure (order);

  if (order == IMP_ORDER_MATCH)
    return _ ("Best Match");
  return measure == 0 ? _ ("Age") : imp_measure_get_label (measure);
}

char *
imp_irritants_list_dup_heading (ImpIrritantsList *self)
{
  /* Translators: %s is Impact, Payback, Cost of Delay… */
  return self->order == IMP_ORDER_AGE
             ? g_strdup (_ ("Oldest First"))
             : g_strdup_printf (_ ("Ranked by %s"), get_name (self->order));
}

gboolean
imp_irritants_list_has_groups (ImpIrritantsList *self)
{
  return imp_measure_has_range (imp_order_get_measure (self->shown))
         && !imp_irritants_list_has_words (self);
}

/* Impact is explained wherever it stands. */
static void
show_definition (ImpIrritantsList *self)
{
  const ImpMeasure measure =
      self->shown == IMP_ORDER_MATCH ? 0 : imp_order_get_measure (self->shown);
  const gboolean needed = measure != 0 && measure != IMP_MEASURE_IMPACT;

  gtk_label_set_text (self->definition, needed ? imp_measure_get_definition (measure) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->definition), needed);
}

static void
show_order (ImpIrritantsList *self, ImpOrder order)
{
  if (order == self->shown)
    return;
  self->shown = order;
  adw_button_content_set_label (self->order_name, get_name (order));
  adw_button_content_set_label (self->order_chip_name, get_name (order));
  show_definition (self);
  imp_irritants_list_show_columns (self);
  g_object_notify (G_OBJECT (self), "order");
}

static void
append_order (GMenu *section, ImpOrder order)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (get_name (order), NULL);

  g_menu_item_set_action_and_target (item, "irritants.order", "s", get_nick (order));
  g_menu_append_item (section, item);
}

static GMenuModel *
create_menu (gboolean searching)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new (), second = g_menu_new ();

  if (searching)
    append_order (first, IMP_ORDER_MATCH);
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    append_order (first, usual[i]);
  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    append_order (second, scores[i]);
  g_menu_append_section (menu, _ ("Order by"), G_MENU_MODEL (first));
  g_menu_append_section (menu, _ ("Scores Others Use"), G_MENU_MODEL (second));
  return G_MENU_MODEL (menu);
}

static void
offer_orders (ImpIrritantsList *self, gboolean searching)
{
  g_autoptr (GMenuModel) narrow = create_menu (searching), wide = create_menu (searching);
  g_autoptr (GMenuModel) columns = imp_irritants_list_create_columns_menu ();
  g_autoptr (GMenu) only_wide = g_menu_new (), only_narrow = g_menu_new ();

  g_menu_append_submenu (only_wide, _ ("Columns"), columns);
  g_menu_append (only_narrow, _ ("_Print and Save…"), "irritants.print"); /* else a button */
  g_menu_append_section (G_MENU (wide), NULL, G_MENU_MODEL (only_wide));
  g_menu_append_section (G_MENU (narrow), NULL, G_MENU_MODEL (only_narrow));
  imp_menu_offer (self->order_button, wide);
  imp_menu_offer (self->order_chip, narrow);
}

/* Each search begins with its best matches. */
void
imp_irritants_list_update_order (ImpIrritantsList *self)
{
  const gboolean searching = imp_irritants_list_has_words (self);

  self->chosen = self->chosen && searching;
  if (self->offered != 1 + searching)
    offer_orders (self, searching);
  self->offered = 1 + searching;
  show_order (self, searching && !self->chosen ? IMP_ORDER_MATCH : self->order);
}

void
imp_irritants_list_set_order (ImpIrritantsList *self, const char *nick)
{
  for (ImpOrder i = 0; i < IMP_N_ORDERS; i++)
    if (g_strcmp0 (get_nick (i), nick) == 0)
      {
        self->chosen = i != IMP_ORDER_MATCH;
        self->order = self->chosen ? i : self->order;
      }
  imp_irritants_list_ask (self);
}

const char *
imp_irritants_list_get_order (ImpIrritantsList *self)
{
  return get_nick (self->shown);
}

static void
reorder (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpIrritantsList *self = IMP_IRRITANTS_LIST (widget);

  if (gtk_widget_has_focus (self->reorder)) /* which is about to go */
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  imp_irritant_list_reorder (self->list);
  if (self->current != 0 && imp_irritant_list_find (self->list, self->current) != G_MAXUINT)
    imp_ranked_view_show (self->view, imp_irritant_list_find (self->list, self->current));
}

void
imp_irritants_list_install_orders (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "irritants.order", "order");
  gtk_widget_class_install_action (widget_class, "irritants.reorder", NULL, reorder);
}
