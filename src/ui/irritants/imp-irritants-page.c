/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The irritants: the ranked list and, beside it or pushed, the one that is looked at. */
#include "config.h"

#include "ui/irritants/imp-irritants-page-private.h"

#include "ui/common/imp-sidebar-button.h"
#include "ui/common/imp-writing.h"
#include "ui/irritants/imp-welcome.h"

#include <glib/gi18n.h>

#define LIST_WIDTH         580
#define LIST_WIDTH_COMPACT 400

G_DEFINE_FINAL_TYPE (ImpIrritantsPage, imp_irritants_page, IMP_TYPE_BACKLOG_PAGE)

enum
{
  PROP_COMPACT = 1,
  PROP_NARROW,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void
left_cb (ImpIrritantsPage *self, gint64 item, gboolean focused)
{
  imp_irritants_list_leave (self->list, item, focused);
}

static void
pane_entered_cb (ImpIrritantsPage *self)
{
  imp_irritants_list_stay (self->list);
}

/* The window is seen sooner without it: nobody can look at an irritant before the list is there. */
static ImpIrritantPane *
ensure_pane (ImpIrritantsPage *self)
{
  ImpBacklog *backlog = imp_backlog_page_get_backlog (self);
  GtkEventController *focus;

  if (self->pane != NULL)
    return self->pane;
  self->pane = g_object_new (IMP_TYPE_IRRITANT_PANE, NULL);
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_object (self->pane, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (pane_entered_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->pane), focus);
  imp_irritant_pane_offer_way_back (self->pane, self->visited);
  if (backlog != NULL)
    imp_irritant_pane_set_backlog (self->pane, backlog);
  adw_navigation_split_view_set_content (self->split, ADW_NAVIGATION_PAGE (self->pane));
  return self->pane;
}

static void
chosen_cb (ImpIrritantsPage *self, gint64 item, gboolean open)
{
  self->irritant = item;
  imp_irritant_pane_set_irritant (ensure_pane (self), item);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.forget-origin", NULL);
  if (open)
    adw_navigation_split_view_set_show_content (self->split, TRUE);
}

static void
placed_cb (ImpIrritantsPage *self, gint64 item, const char *place, int measure)
{
  imp_irritant_pane_set_place (ensure_pane (self), item, place, (ImpMeasure) measure);
}

/* By button, key or gesture. */
static void
list_shown_cb (ImpIrritantsPage *self)
{
  if (self->visited && self->narrow && !adw_navigation_split_view_get_show_content (self->split))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go-back", NULL);
}

static void
update_layout (ImpIrritantsPage *self)
{
  int width = self->compact ? LIST_WIDTH_COMPACT : LIST_WIDTH;

  adw_navigation_split_view_set_max_sidebar_width (self->split, width);
  adw_navigation_split_view_set_min_sidebar_width (self->split, width);
  adw_navigation_split_view_set_collapsed (self->split, self->narrow);
  imp_irritants_page_update_header (self);
}

/* What the window says stands above the bar. */
static void
make_room (ImpIrritantsPage *self, gboolean choosing)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  if (root != NULL && choosing)
    gtk_widget_add_css_class (root, "selecting");
  else if (root != NULL)
    gtk_widget_remove_css_class (root, "selecting");
}

/* Nothing can be done with none. */
static void
choice_changed_cb (ImpIrritantsPage *self)
{
  ImpRowChoice *choice = imp_irritants_list_get_choice (self->list);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "irritants.bulk",
                                 imp_row_choice_count (choice) > 0);
  make_room (self, imp_row_choice_is_choosing (choice));
  imp_writing_restrict (GTK_WIDGET (self), imp_backlog_page_get_backlog (self));
}

static void
imp_irritants_page_constructed (GObject *object)
{
  ImpIrritantsPage *self = IMP_IRRITANTS_PAGE (object);
  ImpBacklog *backlog = imp_backlog_page_get_backlog (self);

  G_OBJECT_CLASS (imp_irritants_page_parent_class)->constructed (object);
  if (backlog == NULL)
    return;
  imp_irritants_list_set_backlog (self->list, backlog);
  choice_changed_cb (self);
}

static void
imp_irritants_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ImpIrritantsPage *self = IMP_IRRITANTS_PAGE (object);

  g_value_set_boolean (value, id == PROP_COMPACT ? self->compact : self->narrow);
}

static void
imp_irritants_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ImpIrritantsPage *self = IMP_IRRITANTS_PAGE (object);

  if (id == PROP_COMPACT)
    self->compact = g_value_get_boolean (value);
  else
    self->narrow = g_value_get_boolean (value);
  update_layout (self);
}

static void
imp_irritants_page_dispose (GObject *object)
{
  /* The page would let go of its child a second time. */
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (object), NULL);
  IMP_IRRITANTS_PAGE (object)->pane = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_IRRITANTS_PAGE);
  G_OBJECT_CLASS (imp_irritants_page_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, flags);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
imp_irritants_page_class_init (ImpIrritantsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = imp_irritants_page_get_property;
  object_class->set_property = imp_irritants_page_set_property;
  object_class->constructed = imp_irritants_page_constructed;
  object_class->dispose = imp_irritants_page_dispose;
  install_properties (object_class);
  imp_irritants_page_install_actions (widget_class);
  g_type_ensure (IMP_TYPE_SELECTION_BAR);
  g_type_ensure (IMP_TYPE_IRRITANTS_LIST);
  g_type_ensure (IMP_TYPE_PAGE_TITLE);
  g_type_ensure (IMP_TYPE_SIDEBAR_BUTTON);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/irritants/imp-irritants-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantsPage, split);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantsPage, header);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantsPage, list);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantsPage, selection);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantsPage, contests);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, placed_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, imp_irritants_page_update_header);
}

static void
imp_irritants_page_init (ImpIrritantsPage *self)
{
  ImpRowChoice *choice;

  gtk_widget_init_template (GTK_WIDGET (self));
  imp_irritants_page_set_visited (self, FALSE);
  choice = imp_irritants_list_get_choice (self->list);
  imp_selection_bar_set_choice (self->selection, choice);
  g_signal_connect_object (choice, "changed", G_CALLBACK (choice_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Most have irritants: it is made when it is needed. */
static void
show_welcome (ImpIrritantsPage *self)
{
  GtkWidget *welcome = gtk_stack_get_child_by_name (self->stack, "empty");

  if (welcome == NULL)
    {
      welcome = g_object_new (IMP_TYPE_WELCOME, NULL);
      gtk_stack_add_named (self->stack, welcome, "empty");
    }
  gtk_stack_set_visible_child (self->stack, welcome);
  imp_welcome_take_focus (IMP_WELCOME (welcome));
}

void
imp_irritants_page_set_overview (ImpIrritantsPage *self, const ImpOverview *overview)
{
  const char *name = overview->n_all_irritants == 0 ? "empty" : "list";

  self->overview = *overview;
  imp_irritants_page_update_header (self);
  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), name))
    return;
  if (overview->n_all_irritants == 0)
    {
      show_welcome (self);
      return;
    }
  ensure_pane (self);
  gtk_stack_set_visible_child_name (self->stack, "list");
}

void
imp_irritants_page_set_contests (ImpIrritantsPage *self, guint n_contests)
{
  guint n_said = MIN (n_contests, IMP_CONTESTS_COUNTED);
  g_autofree char *title =
      n_contests > n_said
          ? g_strdup_printf (_ ("More than %u changes to look at"), n_said)
          : g_strdup_printf (ngettext ("%u change to look at", "%u changes to look at", n_said),
                             n_said);

  adw_banner_set_title (self->contests, title);
  adw_banner_set_revealed (self->contests, n_contests > 0);
}

void
imp_irritants_page_paste (ImpIrritantsPage *self)
{
  if (self->pane == NULL)
    return;
  if (!self->narrow || adw_navigation_split_view_get_show_content (self->split))
    gtk_widget_activate_action (GTK_WIDGET (self->pane), "irritant.paste", NULL);
}

void
imp_irritants_page_remember (ImpIrritantsPage *self, GSettings *settings)
{
  imp_irritants_list_remember (self->list, settings);
}

void
imp_irritants_page_start_search (ImpIrritantsPage *self)
{
  adw_navigation_split_view_set_show_content (self->split, FALSE);
  imp_irritants_list_start_search (self->list);
}

void
imp_irritants_page_show_irritant (ImpIrritantsPage *self, ImpItem irritant)
{
  imp_irritants_list_reveal (self->list, irritant);
}

ImpItem
imp_irritants_page_get_irritant (ImpIrritantsPage *self)
{
  const gboolean covered =
      self->narrow && !adw_navigation_split_view_get_show_content (self->split);

  return covered ? 0 : self->irritant;
}

void
imp_irritants_page_set_visited (ImpIrritantsPage *self, gboolean visited)
{
  self->visited = visited;
  if (self->pane != NULL)
    imp_irritant_pane_offer_way_back (self->pane, visited);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "irritants.back", visited);
}
