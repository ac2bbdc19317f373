/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The sidebar: the pages with their counts, Record, the main menu. */
#include "config.h"

#include "ui/window/imp-sidebar.h"

#include "model/imp-state.h"
#include "ui/common/imp-menu.h"
#include "ui/window/imp-sidebar-row.h"

struct _ImpSidebar
{
  AdwBin parent_instance;
  GtkMenuButton *menu;
  GMenuModel *main_menu;
  GtkListBox *pages;
  ImpSidebarRow *today;
  ImpSidebarRow *irritants;
  ImpSidebarRow *fixes;
  ImpSidebarRow *rounds;
};

G_DEFINE_FINAL_TYPE (ImpSidebar, imp_sidebar, ADW_TYPE_BIN)

static void
row_selected_cb (ImpSidebar *self, GtkListBoxRow *row)
{
  if (row != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.choose-page", "s",
                                imp_sidebar_row_get_page (IMP_SIDEBAR_ROW (row)));
}

static void
row_activated_cb (ImpSidebar *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.hide-sidebar", NULL);
}

static void
imp_sidebar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_SIDEBAR);
  G_OBJECT_CLASS (imp_sidebar_parent_class)->dispose (object);
}

static void
imp_sidebar_class_init (ImpSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_sidebar_dispose;
  g_type_ensure (IMP_TYPE_SIDEBAR_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Improve/ui/window/imp-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpSidebar, menu);
  gtk_widget_class_bind_template_child (widget_class, ImpSidebar, main_menu);
  gtk_widget_class_bind_template_child (widget_class, ImpSidebar, pages);
  gtk_widget_class_bind_template_child (widget_class, ImpSidebar, today);
  gtk_widget_class_bind_template_child (widget_class, ImpSidebar, irritants);
  gtk_widget_class_bind_template_child (widget_class, ImpSidebar, fixes);
  gtk_widget_class_bind_template_child (widget_class, ImpSidebar, rounds);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
imp_sidebar_init (ImpSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  imp_menu_offer (self->menu, self->main_menu);
}

void
imp_sidebar_select_page (ImpSidebar *self, const char *page)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->pages, i)) != NULL; i++)
    if (g_str_equal (imp_sidebar_row_get_page (IMP_SIDEBAR_ROW (row)), page))
      gtk_list_box_select_row (self->pages, row);
}

void
imp_sidebar_show_pages (ImpSidebar *self, gboolean show)
{
  gtk_widget_set_visible (GTK_WIDGET (self->pages), show);
}

void
imp_sidebar_open_menu (ImpSidebar *self)
{
  gtk_menu_button_popup (self->menu);
}

void
imp_sidebar_set_overview (ImpSidebar *self, const ImpOverview *overview)
{
  guint n_fixes = 0;

  for (int state = IMP_FIX_STATE_PLANNED; state < IMP_FIX_STATE_CONFIRMED; state++)
    n_fixes += overview->n_fixes[state];
  imp_sidebar_row_set_count (self->irritants, overview->n_not_fixed);
  imp_sidebar_row_set_count (self->fixes, n_fixes);
}

void
imp_sidebar_set_today (ImpSidebar *self, const ImpToday *today)
{
  imp_sidebar_row_set_count (self->today, imp_today_count (today));
  imp_sidebar_row_set_count (self->rounds, today->n_under_way + today->n_due_rounds);
}
