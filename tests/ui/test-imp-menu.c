/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Menus that are made when they are opened. */
#include "config.h"

#include "ui-fixture.h"
#include "ui/common/imp-menu.h"

static GMenuModel *
create_menu (const char *label)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, label, NULL);
  return G_MENU_MODEL (menu);
}

static void
open_menu (GtkWidget *button)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
}

static void
test_is_made_when_opened (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GMenuModel) menu = create_menu ("Impact");
  GtkWidget *button = gtk_menu_button_new ();

  imp_menu_offer (GTK_MENU_BUTTON (button), menu);
  ui_show (fixture, button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_assert_null (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  open_menu (button);
  ui_wait_for (button, "Impact");
}

static void
test_is_exchanged (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GMenuModel) menu = create_menu ("Impact"), other = create_menu ("Best Match");
  GtkWidget *button = gtk_menu_button_new ();

  imp_menu_offer (GTK_MENU_BUTTON (button), menu);
  ui_show (fixture, button);
  open_menu (button);
  ui_wait_for (button, "Impact");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  imp_menu_offer (GTK_MENU_BUTTON (button), other);
  open_menu (button);
  ui_wait_for (button, "Best Match");
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
#define ADD(name, func)                                                                            \
  g_test_add ("/ui/menu/" name, UiFixture, NULL, ui_set_up, func, ui_tear_down)
  ADD ("is-made-when-opened", test_is_made_when_opened);
  ADD ("is-exchanged", test_is_exchanged);
#undef ADD
  return g_test_run ();
}
