/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The values of a filter, to be ticked. */
#include "config.h"

#include "ui/search/imp-value-list.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/imp-text.h"
#include "ui/common/imp-focus.h"
#include "ui/common/imp-icon.h"
#include "ui/common/imp-toasts.h"

#define FEW        8   /* are found without a search among them */
#define MOST_SHOWN 200 /* of those that the search finds */
#define WIDTH      250
#define HEIGHT     320
#define VALUE_DATA "imp-value"

struct _ImpValueList
{
  GtkWidget parent_instance;
  ImpQueryKey key;
  ImpQuery *query;
  GPtrArray *values; /* of ImpQueryValue; NULL before they have come */
  GCancellable *cancellable;
  GtkEditable *search;
  GtkListBox *list;
  GtkLabel *none;
};

G_DEFINE_FINAL_TYPE (ImpValueList, imp_value_list, GTK_TYPE_WIDGET)

static guint toggled_signal;

static const char *
get_label (ImpValueList *self, const char *value)
{
  const int choice = imp_query_value_find (self->key, value);

  return choice >= 0 ? imp_query_value_get_label (self->key, (guint) choice) : value;
}

static gboolean
is_counted (ImpValueList *self)
{
  return imp_query_key_get_sort (self->key) == IMP_QUERY_NAMES || self->key == IMP_QUERY_WASTE
         || self->key == IMP_QUERY_KIND;
}

/* The tick stands in its column, also where there is none. */
static void
show_tick (ImpValueList *self, GtkListBoxRow *row)
{
  const char *value = g_object_get_data (G_OBJECT (row), VALUE_DATA);
  GtkWidget *box = gtk_list_box_row_get_child (row);
  const gboolean wanted = imp_value_is_wanted (self->query, self->key, value);
  GtkWidget *tick = gtk_widget_get_first_child (box);
  g_autofree char *count =
      g_strdup (gtk_label_get_text (GTK_LABEL (gtk_widget_get_last_child (box))));
  g_autofree char *name =
      g_strdup_printf (*count != '\0' ? "%s, %s" : "%s%s", get_label (self, value), count);

  gtk_widget_set_opacity (tick, wanted ? 1 : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_CHECKED,
      wanted ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

static GtkWidget *
create_content (ImpValueList *self, const ImpQueryValue *value)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (get_label (self, value->name));
  g_autofree char *n = is_counted (self) ? g_strdup_printf ("%'u", value->n) : g_strdup ("");
  GtkWidget *count = gtk_label_new (n);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "quiet");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), imp_icon_new ("object-select-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  return box;
}

static void
append_value (ImpValueList *self, const ImpQueryValue *value)
{
  GtkWidget *row =
      g_object_new (GTK_TYPE_LIST_BOX_ROW, "accessible-role", GTK_ACCESSIBLE_ROLE_CHECKBOX, NULL);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), create_content (self, value));
  g_object_set_data_full (G_OBJECT (row), VALUE_DATA, g_strdup (value->name), g_free);
  gtk_list_box_append (self->list, row);
  show_tick (self, GTK_LIST_BOX_ROW (row));
}

static void
show_values (ImpValueList *self)
{
  g_autofree char *typed = imp_text_fold (gtk_editable_get_text (self->search));
  guint n = 0;

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < self->values->len && n < MOST_SHOWN; i++)
    {
      const ImpQueryValue *value = self->values->pdata[i];
      g_autofree char *folded = imp_text_fold (value->name);

      if (strstr (folded, typed) == NULL)
        continue;
      append_value (self, value);
      n++;
    }
  gtk_label_set_text (self->none,
                      *typed != '\0' ? _ ("None is called that") : _ ("There is none yet"));
  gtk_widget_set_visible (GTK_WIDGET (self->none), n == 0);
}

/* A read that was finished before it was cancelled comes all the same. */
static void
values_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpValueList) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) values =
      imp_backlog_query_values_finish (IMP_BACKLOG (source), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  if (values == NULL)
    {
      imp_toasts_show_error (GTK_WIDGET (self), error);
      return;
    }
  self->values = g_steal_pointer (&values);
  gtk_widget_set_visible (GTK_WIDGET (self->search), self->values->len > FEW);
  show_values (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && !imp_focus_is_inside (GTK_WIDGET (self)))
    imp_focus_first (GTK_WIDGET (self));
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, ImpValueList *self)
{
  g_signal_emit (self, toggled_signal, 0, g_object_get_data (G_OBJECT (row), VALUE_DATA));
}

static void
search_changed_cb (ImpValueList *self)
{
  if (self->values != NULL)
    show_values (self);
}

/* Return takes the first one that is found. */
static void
search_activated_cb (ImpValueList *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

  if (first != NULL)
    row_activated_cb (self->list, first, self);
}

static void
close_popover (ImpValueList *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

/* A calendar is silent about a day that has the number of the one before, as after a turn of its
 * pages: the day is chosen where it says so. */
static void
day_chosen_cb (ImpValueList *self)
{
  g_autoptr (ImpValueList) alive = g_object_ref (self);
  GtkWidget *calendar = gtk_widget_get_first_child (GTK_WIDGET (self));
  g_autoptr (GDateTime) day = gtk_calendar_get_date (GTK_CALENDAR (calendar));
  g_autofree char *iso = g_date_time_format (day, "%Y-%m-%d");

  g_signal_emit (self, toggled_signal, 0, iso);
  close_popover (alive);
}

static void
create_list (ImpValueList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->search = GTK_EDITABLE (gtk_search_entry_new ());
  gtk_widget_set_visible (GTK_WIDGET (self->search), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  imp_query_key_get_label (self->key), -1);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (search_activated_cb), self);
  /* Which the entry would keep for itself. */
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (close_popover), self);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "values");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  imp_query_key_get_label (self->key), -1);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  self->none = GTK_LABEL (gtk_label_new (NULL));
  g_object_set (self->none, "visible", FALSE, "margin-top", 9, "margin-bottom", 9, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->none), "quiet");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->none));
  g_object_set (scroller, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE,
                "max-content-height", HEIGHT, "width-request", WIDTH, "focusable", FALSE, "child",
                box, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->search), GTK_WIDGET (self));
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
}

static void
create_calendar (ImpValueList *self)
{
  GtkWidget *calendar = gtk_calendar_new ();
  GtkWidget *choose = gtk_button_new_with_mnemonic (_ ("_Choose Day"));

  for (guint i = 0; i < imp_query_get_n_filters (self->query); i++)
    {
      const ImpQueryFilter *filter = imp_query_get_filter (self->query, i);
      int year, month, day;

      if (filter->key != self->key || filter->day == IMP_DATE_NONE)
        continue;
      imp_date_split (filter->day, &year, &month, &day);
      g_object_set (calendar, "year", year, "month", month - 1, "day", day, NULL);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (calendar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  imp_query_key_get_label (self->key), -1);
  gtk_widget_add_css_class (choose, "suggested-action");
  g_signal_connect_swapped (choose, "clicked", G_CALLBACK (day_chosen_cb), self);
  gtk_widget_set_parent (calendar, GTK_WIDGET (self));
  gtk_widget_set_parent (choose, GTK_WIDGET (self));
}

static void
imp_value_list_dispose (GObject *object)
{
  ImpValueList *self = IMP_VALUE_LIST (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->search = NULL;
  self->list = NULL;
  self->none = NULL;
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_clear_pointer (&self->query, imp_query_unref);
  G_OBJECT_CLASS (imp_value_list_parent_class)->dispose (object);
}

static void
imp_value_list_class_init (ImpValueListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = imp_value_list_dispose;
  toggled_signal = g_signal_new ("toggled", IMP_TYPE_VALUE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
imp_value_list_init (ImpValueList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
}

GtkWidget *
imp_value_list_new (ImpBacklog *backlog, ImpQuery *query, ImpQueryKey key)
{
  ImpValueList *self = g_object_new (IMP_TYPE_VALUE_LIST, NULL);

  self->key = key;
  self->query = imp_query_ref (query);
  if (imp_query_key_get_sort (key) == IMP_QUERY_DAY)
    create_calendar (self);
  else
    {
      create_list (self);
      self->cancellable = g_cancellable_new ();
      imp_backlog_query_values_async (backlog, query, key, self->cancellable, values_cb,
                                      g_object_ref (self));
    }
  return GTK_WIDGET (self);
}

void
imp_value_list_set_query (ImpValueList *self, ImpQuery *query)
{
  g_clear_pointer (&self->query, imp_query_unref);
  self->query = imp_query_ref (query);
  for (int i = 0; self->list != NULL && gtk_list_box_get_row_at_index (self->list, i) != NULL; i++)
    show_tick (self, gtk_list_box_get_row_at_index (self->list, i));
}
