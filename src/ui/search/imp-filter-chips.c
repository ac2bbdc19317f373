/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The filters of the list, as chips. */
#include "config.h"

#include "ui/search/imp-filter-chips.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/common/imp-menu.h"

struct _ImpFilterChips
{
  GtkWidget parent_instance;
  ImpBacklog *backlog;
  ImpQuery *filters;
  char *words;
  AdwWrapBox *box;
  ImpFilterChip *chips[IMP_N_QUERY_KEYS]; /* NULL: not in sight */
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (ImpFilterChips, imp_filter_chips, GTK_TYPE_WIDGET)

static guint changed_signal;

/* Those that stand there always. */
static gboolean
is_usual (ImpQueryKey key)
{
  return key == IMP_QUERY_STATE || key == IMP_QUERY_SITE || key == IMP_QUERY_OFFERING
         || key == IMP_QUERY_CUSTOMERS;
}

static void
chip_changed_cb (ImpFilterChips *self, ImpQuery *filters)
{
  imp_filter_chips_set_filters (self, filters);
}

/* The one it stands behind; NULL: the first. */
static GtkWidget *
find_sibling (ImpFilterChips *self, ImpQueryKey key)
{
  for (ImpQueryKey i = key; i > 0; i--)
    if (self->chips[i - 1] != NULL)
      return GTK_WIDGET (self->chips[i - 1]);
  return NULL;
}

static ImpFilterChip *
ensure_chip (ImpFilterChips *self, ImpQueryKey key)
{
  GtkWidget *chip;

  if (self->chips[key] != NULL)
    return self->chips[key];
  chip = imp_filter_chip_new (key);
  g_signal_connect_swapped (chip, "changed", G_CALLBACK (chip_changed_cb), self);
  adw_wrap_box_insert_child_after (self->box, chip, find_sibling (self, key));
  self->chips[key] = IMP_FILTER_CHIP (chip);
  return self->chips[key];
}

/* What had the focus leaves it to its neighbour. */
static void
remove_chip (ImpFilterChips *self, ImpQueryKey key)
{
  GtkWidget *chip = GTK_WIDGET (g_steal_pointer (&self->chips[key]));

  if (gtk_widget_get_focus_child (GTK_WIDGET (self->box)) == chip)
    gtk_widget_grab_focus (self->more);
  adw_wrap_box_remove (self->box, chip);
}

static void
show_key (ImpFilterChips *self, ImpQueryKey key)
{
  const gboolean wanted =
      is_usual (key) || imp_query_has_key (self->filters, key)
      || (self->chips[key] != NULL && imp_filter_chip_is_open (self->chips[key]));

  if (wanted)
    imp_filter_chip_set_query (ensure_chip (self, key), self->backlog, self->filters, self->words);
  else if (self->chips[key] != NULL)
    remove_chip (self, key);
}

static void
show (ImpFilterChips *self)
{
  for (ImpQueryKey key = 0; key < IMP_N_QUERY_KEYS; key++)
    show_key (self, key);
}

/* What is true or not is set at once; of the others a value is to be chosen. */
static void
add_filter (GtkWidget *widget, const char *action, GVariant *nick)
{
  ImpFilterChips *self = IMP_FILTER_CHIPS (widget);
  g_autoptr (ImpQuery) filters = NULL;
  ImpQueryKey key;

  if (!imp_query_key_find (g_variant_get_string (nick, NULL), &key))
    return;
  if (imp_query_key_is_yes_or_no (key) || key == IMP_QUERY_HAS)
    {
      filters = imp_query_with (self->filters, key, FALSE, FALSE,
                                imp_query_value_get_nick (key, IMP_QUERY_YES));
      imp_filter_chips_set_filters (self, filters);
      return;
    }
  imp_filter_chip_set_query (ensure_chip (self, key), self->backlog, self->filters, self->words);
  imp_filter_chip_open (self->chips[key]);
}

static const char *
get_menu_label (ImpQueryKey key)
{
  return key == IMP_QUERY_HAS ? _ ("With a Photo") : imp_query_key_get_label (key);
}

static GMenuModel *
create_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) keys = g_menu_new (), help = g_menu_new ();

  for (ImpQueryKey key = 0; key < IMP_N_QUERY_KEYS; key++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (get_menu_label (key), NULL);

      g_menu_item_set_action_and_target (item, "filters.add", "s", imp_query_key_get_nick (key));
      if (!is_usual (key))
        g_menu_append_item (keys, item);
    }
  g_menu_append (help, _ ("How to Search"), "win.search-help");
  g_menu_append_section (menu, _ ("Show Only"), G_MENU_MODEL (keys));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (help));
  return G_MENU_MODEL (menu);
}

static void
imp_filter_chips_dispose (GObject *object)
{
  ImpFilterChips *self = IMP_FILTER_CHIPS (object);

  if (self->box != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->box)));
  g_clear_object (&self->backlog);
  g_clear_pointer (&self->filters, imp_query_unref);
  g_clear_pointer (&self->words, g_free);
  G_OBJECT_CLASS (imp_filter_chips_parent_class)->dispose (object);
}

static void
imp_filter_chips_class_init (ImpFilterChipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_filter_chips_dispose;
  changed_signal = g_signal_new ("changed", IMP_TYPE_FILTER_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "filters.add", "s", add_filter);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
imp_filter_chips_init (ImpFilterChips *self)
{
  g_autoptr (GMenuModel) menu = create_menu ();

  self->filters = imp_query_parse ("");
  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->box, 6);
  adw_wrap_box_set_line_spacing (self->box, 6);
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
  self->more = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->more), gtk_label_new (_ ("More…")));
  gtk_widget_set_tooltip_text (self->more, _ ("More Filters"));
  gtk_widget_add_css_class (self->more, "chip-menu");
  imp_menu_offer (GTK_MENU_BUTTON (self->more), menu);
  adw_wrap_box_append (self->box, self->more);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Show only"), -1);
  show (self);
}

void
imp_filter_chips_set_backlog (ImpFilterChips *self, ImpBacklog *backlog)
{
  g_set_object (&self->backlog, backlog);
  show (self);
}

ImpQuery *
imp_filter_chips_get_filters (ImpFilterChips *self)
{
  return self->filters;
}

void
imp_filter_chips_set_filters (ImpFilterChips *self, ImpQuery *filters)
{
  ImpQuery *without_words = imp_query_with_words (filters, "");
  g_autoptr (ImpQuery) before = g_steal_pointer (&self->filters);

  self->filters = without_words;
  show (self);
  if (!imp_query_equal (before, self->filters))
    g_signal_emit (self, changed_signal, 0);
}

void
imp_filter_chips_set_words (ImpFilterChips *self, const char *words)
{
  if (g_set_str (&self->words, words))
    show (self);
}
