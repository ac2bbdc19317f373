/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The irritants: the ranked list and, beside it or pushed, the one that is looked at. */
#include "config.h"

#include "ui/irritants/imp-irritants-page.h"

#include "base/imp-text.h"
#include "ui/common/imp-page-title.h"
#include "ui/common/imp-sidebar-button.h"
#include "ui/common/imp-toasts.h"
#include "ui/common/imp-writing.h"
#include "ui/irritants/imp-bulk-dialog.h"
#include "ui/irritants/imp-bulk-work.h"
#include "ui/irritants/imp-irritant-pane.h"
#include "ui/irritants/imp-irritants-list.h"
#include "ui/irritants/imp-selection-bar.h"
#include "ui/irritants/imp-welcome.h"

#include <glib/gi18n.h>

#define KIND_KEY           "imp-bulk-kind"
#define LIST_WIDTH         580
#define LIST_WIDTH_COMPACT 400

struct _ImpIrritantsPage
{
  ImpBacklogPage parent_instance;
  GtkStack *stack;
  AdwNavigationSplitView *split;
  ImpPageTitle *header;
  ImpIrritantsList *list;
  ImpSelectionBar *selection;
  ImpIrritantPane *pane; /* NULL until there is a list to show it beside */
  AdwBanner *contests;
  ImpOverview overview;
  ImpItem irritant; /* that is looked at */
  gboolean compact, narrow;
  gboolean visited; /* from elsewhere */
};

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

/* Where only some were asked about, the hours are of those. Two panes leave the header the least
 * room, less than a phone leaves the list. */
static char *
dup_sum_of_some (ImpIrritantsPage *self, const char *hours)
{
  const guint n_open = self->overview.n_not_fixed, n_asked = self->overview.n_asked;

  if (n_asked == 0)
    return g_strdup_printf (ngettext ("%'u open", "%'u open", n_open), n_open);
  if (self->narrow)
    /* Translators: how many are open, about how many of them we asked, and the hours of those. */
    return g_strdup_printf (ngettext ("%1$'u open · %2$'u asked about: about %3$s h a month",
                                      "%1$'u open · %2$'u asked about: about %3$s h a month",
                                      n_asked),
                            n_open, n_asked, hours);
  if (self->compact)
    /* Translators: about how many we asked, of how many, and the hours. There is little room. */
    return g_strdup_printf (ngettext ("%1$'u of %2$'u asked: %3$s h a month",
                                      "%1$'u of %2$'u asked: %3$s h a month", n_asked),
                            n_asked, n_open, hours);
  return g_strdup_printf (
      ngettext ("%1$'u open · the %2$'u we asked about: about %3$s hours a month",
                "%1$'u open · the %2$'u we asked about: about %3$s hours a month", n_asked),
      n_open, n_asked, hours);
}

static char *
dup_sum (ImpIrritantsPage *self)
{
  const guint n_open = self->overview.n_not_fixed;
  g_autofree char *hours = imp_number_to_words (self->overview.hours_not_fixed);

  if (self->overview.n_asked < n_open)
    return dup_sum_of_some (self, hours);
  if (self->compact)
    return g_strdup_printf (
        ngettext ("%'u open · about %s h a month", "%'u open · about %s h a month", n_open), n_open,
        hours);
  return g_strdup_printf (
      ngettext ("%'u open · about %s hours a month", "%'u open · about %s hours a month", n_open),
      n_open, hours);
}

/* How much of what there is a query leaves: of what is open, unless others are among it. */
static char *
dup_part (ImpIrritantsPage *self, const ImpQuery *query)
{
  const gboolean open = (imp_query_get_states (query) & ~IMP_STATES_NOT_FIXED) == 0;
  guint n_found;

  g_object_get (self->list, "n-found", &n_found, NULL);
  /* Translators: how many of all irritants are listed: "4 of 39 open" */
  return open ? g_strdup_printf (_ ("%'u of %'u open"), n_found, self->overview.n_not_fixed)
              : g_strdup_printf (ngettext ("%'u of %'u irritant", "%'u of %'u irritants",
                                           self->overview.n_all_irritants),
                                 n_found, self->overview.n_all_irritants);
}

/* At phone width there is no room for it in the header. */
static void
update_header (ImpIrritantsPage *self)
{
  g_autoptr (ImpQuery) query = imp_irritants_list_dup_query (self->list);
  const gboolean whole =
      !imp_query_is_narrow (query) && imp_query_get_states (query) == IMP_STATES_NOT_FIXED;
  g_autofree char *text = whole ? dup_sum (self) : dup_part (self, query);

  g_object_set (self->header, "subtitle", self->narrow ? "" : text, NULL);
  imp_irritants_list_set_summary (self->list, self->narrow ? text : NULL);
}

static void
update_layout (ImpIrritantsPage *self)
{
  int width = self->compact ? LIST_WIDTH_COMPACT : LIST_WIDTH;

  adw_navigation_split_view_set_max_sidebar_width (self->split, width);
  adw_navigation_split_view_set_min_sidebar_width (self->split, width);
  adw_navigation_split_view_set_collapsed (self->split, self->narrow);
  update_header (self);
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

/* Undo brings it back: no question. */
static void
delete_irritant (GtkWidget *widget, const char *action, GVariant *irritant)
{
  imp_backlog_delete_async (imp_backlog_page_get_backlog (IMP_IRRITANTS_PAGE (widget)),
                            g_variant_get_int64 (irritant), _ ("Irritant deleted"),
                            imp_toasts_written_cb, imp_toasts_expect (widget));
}

static void
print (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpIrritantsPage *self = IMP_IRRITANTS_PAGE (widget);

  imp_irritants_list_print (self->list, imp_backlog_page_get_backlog (self));
}

static void
toggle_selecting (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpRowChoice *choice = imp_irritants_list_get_choice (IMP_IRRITANTS_PAGE (widget)->list);

  imp_row_choice_set_choosing (choice, !imp_row_choice_is_choosing (choice));
}

/* Where the page lies over the list, that is uncovered. */
static void
go_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpIrritantsPage *self = IMP_IRRITANTS_PAGE (widget);

  if (self->narrow)
    adw_navigation_split_view_set_show_content (self->split, FALSE);
  else
    gtk_widget_activate_action (widget, "win.go-back", NULL);
}

static void
install_back (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "irritants.back", NULL, go_back);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, GDK_NO_MODIFIER_MASK,
                                       "irritants.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "irritants.back",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Back, GDK_NO_MODIFIER_MASK,
                                       "irritants.back", NULL);
}

static void
select_all (GtkWidget *widget, const char *action, GVariant *parameter)
{
  imp_irritants_list_choose_all (IMP_IRRITANTS_PAGE (widget)->list);
}

static void
change_chosen (ImpIrritantsPage *self, ImpBulkKind kind, const char *text, int choice)
{
  g_autoptr (GArray) chosen = imp_irritants_list_dup_chosen (self->list);
  const ImpBulk bulk = { kind, text, choice };

  imp_bulk_work_start (GTK_WIDGET (self), imp_backlog_page_get_backlog (self), chosen, &bulk);
  imp_row_choice_set_choosing (imp_irritants_list_get_choice (self->list), FALSE);
}

static void
decided_cb (ImpIrritantsPage *self, const char *text, int choice, GObject *dialog)
{
  change_chosen (self, (ImpBulkKind) GPOINTER_TO_INT (g_object_get_data (dialog, KIND_KEY)), text,
                 choice);
}

static void
change_several (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpIrritantsPage *self = IMP_IRRITANTS_PAGE (widget);
  const ImpBulkKind kind = (ImpBulkKind) g_variant_get_int32 (parameter);
  const guint n = imp_row_choice_count (imp_irritants_list_get_choice (self->list));
  AdwDialog *dialog;

  g_return_if_fail (kind < IMP_N_BULKS);
  if (!imp_bulk_dialog_is_needed (kind))
    {
      change_chosen (self, kind, NULL, 0);
      return;
    }
  dialog = imp_bulk_dialog_new (imp_backlog_page_get_backlog (self), kind, n);
  g_object_set_data (G_OBJECT (dialog), KIND_KEY, GINT_TO_POINTER (kind));
  g_signal_connect_object (dialog, "decided", G_CALLBACK (decided_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
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
  gtk_widget_class_install_action (widget_class, "irritants.delete", "x", delete_irritant);
  gtk_widget_class_install_action (widget_class, "irritants.print", NULL, print);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "irritants.print",
                                       NULL);
  gtk_widget_class_install_action (widget_class, "irritants.select", NULL, toggle_selecting);
  gtk_widget_class_install_action (widget_class, "irritants.select-all", NULL, select_all);
  gtk_widget_class_install_action (widget_class, "irritants.bulk", "i", change_several);
  install_back (widget_class);
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
  gtk_widget_class_bind_template_callback (widget_class, update_header);
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
  update_header (self);
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
  return self->irritant;
}

void
imp_irritants_page_set_visited (ImpIrritantsPage *self, gboolean visited)
{
  self->visited = visited;
  if (self->pane != NULL)
    imp_irritant_pane_offer_way_back (self->pane, visited);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "irritants.back", visited);
}
