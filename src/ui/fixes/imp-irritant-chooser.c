/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Chooses irritants by searching: those a fix removes. */
#include "config.h"

#include "ui/fixes/imp-irritant-chooser.h"

#include "backlog/imp-irritant-list.h"
#include "base/imp-text.h"
#include "model/imp-search.h"
#include "model/imp-sentence.h"
#include "ui/common/imp-plain.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define N_FOUND      5
#define IRRITANT_KEY "imp-irritant"

struct _ImpIrritantChooser
{
  GtkBox parent_instance;

  ImpIrritantList *irritants;
  GArray *items;            /* of ImpItem: chosen, in the order of their rows */
  GArray *left_out;         /* of ImpItem: never offered */
  GtkSliceListModel *first; /* as many of the irritants as there are to be seen at least */
  char *wanted; /* the first one for this search, as soon as it is found; NULL for none */

  GtkListBox *chosen;
  GtkEditable *search;
  GtkListBox *found;
  GtkLabel *none_found;
};

G_DEFINE_FINAL_TYPE (ImpIrritantChooser, imp_irritant_chooser, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
contains (const GArray *items, ImpItem item)
{
  for (guint i = 0; i < items->len; i++)
    if (g_array_index (items, ImpItem, i) == item)
      return TRUE;
  return FALSE;
}

static gboolean
is_offered (ImpIrritantChooser *self, ImpItem item)
{
  return !contains (self->items, item) && !contains (self->left_out, item);
}

static ImpItem
get_found_item (GtkListBoxRow *row)
{
  return imp_irritant_row_get_item (g_object_get_data (G_OBJECT (row), IRRITANT_KEY));
}

/* With one chosen the others step back until somebody searches for them. */
static void
show_found_list (ImpIrritantChooser *self)
{
  gboolean searching = imp_search_has_words (gtk_editable_get_text (self->search));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->found, i)) != NULL; i++)
    gtk_widget_set_visible (GTK_WIDGET (row), is_offered (self, get_found_item (row)));
  gtk_widget_set_visible (GTK_WIDGET (self->found), searching || self->items->len == 0);
}

static void
update (ImpIrritantChooser *self)
{
  if (self->first != NULL)
    gtk_slice_list_model_set_size (self->first, N_FOUND + self->items->len + self->left_out->len);
  gtk_widget_set_visible (GTK_WIDGET (self->chosen), self->items->len > 0);
  show_found_list (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
remove_clicked_cb (ImpIrritantChooser *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  g_array_remove_index (self->items, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
  gtk_list_box_remove (self->chosen, row);
  update (self);
}

static GtkWidget *
create_remove_button (ImpIrritantChooser *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Take Out"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  return button;
}

static GtkListBoxRow *
get_first_found (ImpIrritantChooser *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->found, i)) != NULL; i++)
    if (gtk_widget_get_visible (GTK_WIDGET (row)))
      return row;
  return NULL;
}

/* Return is often quicker than the answer: what it means is taken when the answer is there, and
 * not at all where somebody typed on. */
static void
take_wanted (ImpIrritantChooser *self)
{
  gboolean loading = FALSE;
  GtkListBoxRow *first;
  ImpIrritantRow *irritant;

  if (self->wanted == NULL || self->irritants == NULL)
    return;
  g_object_get (self->irritants, "loading", &loading, NULL);
  first = loading ? NULL : get_first_found (self);
  irritant = first != NULL ? g_object_get_data (G_OBJECT (first), IRRITANT_KEY) : NULL;
  if (loading || (irritant != NULL && !imp_irritant_row_is_loaded (irritant)))
    return;
  if (irritant != NULL && g_str_equal (self->wanted, gtk_editable_get_text (self->search)))
    imp_irritant_chooser_add (self, imp_irritant_row_get_item (irritant),
                              imp_irritant_row_get_title (irritant));
  g_clear_pointer (&self->wanted, g_free);
}

static void
loading_cb (ImpIrritantChooser *self)
{
  gboolean loading;

  g_object_get (self->irritants, "loading", &loading, NULL);
  gtk_label_set_label (self->none_found, loading ? "" : _ ("No irritant found"));
  take_wanted (self);
}

static char *
say_cost (ImpIrritantRow *irritant)
{
  const guint voices = imp_irritant_row_get_voices (irritant);
  g_autofree char *hours =
      imp_impact_to_hours_words (imp_irritant_row_get_impact (irritant)->hours);

  if (!imp_facts_are_asked (imp_irritant_row_get_facts (irritant)))
    return g_strdup_printf (
        ngettext ("not yet asked · one voice", "not yet asked · %u voices", voices), voices);
  return g_strdup_printf (ngettext ("%s a month · one voice", "%s a month · %u voices", voices),
                          hours, voices);
}

/* The content of a row comes when its page is loaded. */
static void
show_found (ImpIrritantRow *irritant, GParamSpec *pspec, AdwActionRow *row)
{
  g_autofree char *subtitle = say_cost (irritant);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), imp_irritant_row_get_title (irritant));
  adw_action_row_set_subtitle (row, imp_irritant_row_is_loaded (irritant) ? subtitle : "");
}

static GtkWidget *
create_found (gpointer item, gpointer data)
{
  GtkWidget *row = adw_action_row_new ();

  imp_plain_text (row);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), IRRITANT_KEY, g_object_ref (item), g_object_unref);
  g_signal_connect_object (item, "notify::revision", G_CALLBACK (show_found), row, 0);
  g_signal_connect_object (item, "notify::revision", G_CALLBACK (take_wanted), data,
                           G_CONNECT_SWAPPED);
  show_found (item, NULL, ADW_ACTION_ROW (row));
  gtk_widget_set_visible (row, is_offered (data, imp_irritant_row_get_item (item)));
  return row;
}

static void
found_activated_cb (GtkListBox *list, GtkListBoxRow *row, ImpIrritantChooser *self)
{
  ImpIrritantRow *irritant = g_object_get_data (G_OBJECT (row), IRRITANT_KEY);

  imp_irritant_chooser_add (self, imp_irritant_row_get_item (irritant),
                            imp_irritant_row_get_title (irritant));
}

static void
search_changed_cb (ImpIrritantChooser *self)
{
  g_autoptr (ImpQuery) query =
      imp_query_new (IMP_STATES_NOT_FIXED, gtk_editable_get_text (self->search));

  if (self->irritants != NULL)
    imp_irritant_list_set_query (self->irritants, query, IMP_ORDER_MATCH);
  show_found_list (self);
}

static void
search_activated_cb (ImpIrritantChooser *self)
{
  const char *text = gtk_editable_get_text (self->search);

  if (!imp_search_has_words (text))
    return;
  g_set_str (&self->wanted, text);
  search_changed_cb (self);
  take_wanted (self);
}

/* The first Escape clears what was typed, the next one is the dialog's. */
static void
search_stopped_cb (ImpIrritantChooser *self)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_DIALOG);

  if (!imp_text_is_empty (gtk_editable_get_text (self->search)))
    gtk_editable_set_text (self->search, "");
  else if (dialog != NULL)
    adw_dialog_close (ADW_DIALOG (dialog));
}

static void
imp_irritant_chooser_dispose (GObject *object)
{
  ImpIrritantChooser *self = IMP_IRRITANT_CHOOSER (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_IRRITANT_CHOOSER);
  g_clear_object (&self->first);
  g_clear_object (&self->irritants);
  g_clear_pointer (&self->wanted, g_free);
  g_clear_pointer (&self->items, g_array_unref);
  g_clear_pointer (&self->left_out, g_array_unref);
  G_OBJECT_CLASS (imp_irritant_chooser_parent_class)->dispose (object);
}

static void
imp_irritant_chooser_class_init (ImpIrritantChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_irritant_chooser_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/fixes/imp-irritant-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantChooser, chosen);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantChooser, search);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantChooser, found);
  gtk_widget_class_bind_template_child (widget_class, ImpIrritantChooser, none_found);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, found_activated_cb);
}

static void
imp_irritant_chooser_init (ImpIrritantChooser *self)
{
  self->items = g_array_new (FALSE, FALSE, sizeof (ImpItem));
  self->left_out = g_array_new (FALSE, FALSE, sizeof (ImpItem));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self->chosen), FALSE);
}

void
imp_irritant_chooser_set_backlog (ImpIrritantChooser *self, ImpBacklog *backlog)
{
  g_return_if_fail (IMP_IS_IRRITANT_CHOOSER (self));

  g_set_object (&self->irritants, NULL);
  self->irritants = imp_irritant_list_new (backlog);
  g_signal_connect_object (self->irritants, "notify::loading", G_CALLBACK (loading_cb), self,
                           G_CONNECT_SWAPPED);
  search_changed_cb (self);
  g_clear_object (&self->first);
  self->first =
      gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->irritants)), 0, N_FOUND);
  gtk_list_box_bind_model (self->found, G_LIST_MODEL (self->first), create_found, self, NULL);
}

void
imp_irritant_chooser_leave_out (ImpIrritantChooser *self, const ImpItem *items, guint n_items)
{
  g_return_if_fail (IMP_IS_IRRITANT_CHOOSER (self));

  g_array_append_vals (self->left_out, items, n_items);
  update (self);
}

void
imp_irritant_chooser_add (ImpIrritantChooser *self, ImpItem irritant, const char *title)
{
  GtkWidget *row;

  g_return_if_fail (IMP_IS_IRRITANT_CHOOSER (self));

  if (!is_offered (self, irritant))
    return;
  row = adw_action_row_new ();
  imp_plain_text (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_remove_button (self));
  g_array_append_val (self->items, irritant);
  gtk_list_box_append (self->chosen, row);
  gtk_editable_set_text (self->search, "");
  update (self);
}

const ImpItem *
imp_irritant_chooser_get_chosen (ImpIrritantChooser *self, guint *n_chosen)
{
  g_return_val_if_fail (IMP_IS_IRRITANT_CHOOSER (self), NULL);

  *n_chosen = self->items->len;
  return (const ImpItem *) (const void *) self->items->data;
}

GtkWidget *
imp_irritant_chooser_get_search (ImpIrritantChooser *self)
{
  g_return_val_if_fail (IMP_IS_IRRITANT_CHOOSER (self), NULL);

  return GTK_WIDGET (self->search);
}
