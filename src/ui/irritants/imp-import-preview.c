/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The preview of an import as rows of a dialog. */
#include "config.h"

#include "ui/irritants/imp-import-preview.h"

#include <glib/gi18n.h>

#define MANY_LINES  12  /* more than that fill MANY_HEIGHT, however short they are */
#define MANY_HEIGHT 320 /* in which many lines scroll */

static const struct
{
  ImpKind kind;
  const char *name;
} shown[] = {
  { IMP_KIND_IRRITANT, N_ ("Irritants") },
  { IMP_KIND_REPORT, N_ ("Reports") },
  { IMP_KIND_FIX, N_ ("Fixes") },
  { IMP_KIND_PROMISE, N_ ("Promises") },
  { IMP_KIND_PERSON, N_ ("People") },
  { IMP_KIND_SITE, N_ ("Sites") },
  { IMP_KIND_DEPARTMENT, N_ ("Departments") },
  { IMP_KIND_OFFERING, N_ ("Offerings") },
  { IMP_KIND_STEP, N_ ("Steps") },
  { IMP_KIND_OUTCOME, N_ ("Outcomes") },
  { IMP_KIND_TAGGING, N_ ("Tags") },
  { IMP_KIND_ROUND, N_ ("Rounds") },
  { IMP_KIND_OBSERVATION, N_ ("Remarks") },
  { IMP_KIND_ANNOUNCEMENT, N_ ("Announcements") },
};

static GtkWidget *
create_list (void)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  return list;
}

static GtkWidget *
create_row (const char *title)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  return row;
}

static char *
dup_count (guint n_new, guint n_known)
{
  if (n_known == 0)
    return g_strdup_printf (ngettext ("%'u new", "%'u new", n_new), n_new);
  return g_strdup_printf (_ ("%'u new, %'u known already"), n_new, n_known);
}

static GtkWidget *
create_value_row (const char *name, const char *value)
{
  GtkWidget *row = create_row (name);
  GtkWidget *label = gtk_label_new (value);

  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

static GtkWidget *
create_count_row (const char *name, guint n_new, guint n_known)
{
  g_autofree char *count = dup_count (n_new, n_known);

  return create_value_row (name, count);
}

static void
add_number_row (GtkWidget *list, const char *name, guint n, const char *hint)
{
  g_autofree char *value = g_strdup_printf ("%'u", n);
  GtkWidget *row = create_value_row (name, value);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), hint);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

/* Of a round, also what is here already may have changed. */
static void
add_round_rows (GtkWidget *list, const ImpImportOutcome *outcome)
{
  if (outcome->n_photos > 0)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         create_count_row (_ ("Photos and Files"), outcome->n_photos, 0));
  if (outcome->n_changed > 0)
    add_number_row (list, _ ("With News"), outcome->n_changed,
                    _ ("Known already, and changed since"));
  if (outcome->n_contested > 0)
    add_number_row (list, _ ("Written Differently Here"), outcome->n_contested,
                    _ ("Both stay: choose under “Changes to Look At”"));
}

GtkWidget *
imp_import_preview_create_counts (const ImpImportOutcome *outcome)
{
  GtkWidget *list = create_list ();
  g_autofree char *rows = g_strdup_printf ("%'u", outcome->n_rows);

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      guint n_new = outcome->n_new[shown[i].kind], n_known = outcome->n_known[shown[i].kind];

      if (n_new + n_known > 0)
        gtk_list_box_append (GTK_LIST_BOX (list),
                             create_count_row (_ (shown[i].name), n_new, n_known));
    }
  add_round_rows (list, outcome);
  if (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0) == NULL)
    gtk_list_box_append (GTK_LIST_BOX (list), create_row (_ ("Nothing")));
  return list;
}

static void
line_set_up_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_list_item_set_child (item, label);
}

static void
line_bound_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkStringObject *line = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (line));
  gtk_list_item_set_accessible_label (item, gtk_string_object_get_string (line));
}

static GtkSelectionModel *
create_model (GPtrArray *lines)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    gtk_string_list_append (list, g_ptr_array_index (lines, i));
  return GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (list)));
}

static GtkWidget *
create_view (GPtrArray *lines)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *view = gtk_list_view_new (create_model (lines), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (line_set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (line_bound_cb), NULL);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (view), TRUE);
  gtk_widget_add_css_class (view, "lines");
  return view;
}

/* As many as the file has lines: only those in sight get a widget. The page around it gives it no
 * more height than it needs at least. */
static GtkWidget *
create_many_lines (GPtrArray *lines)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (scroller, "card");
  gtk_widget_set_overflow (scroller, GTK_OVERFLOW_HIDDEN);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), MANY_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), create_view (lines));
  return scroller;
}

GtkWidget *
imp_import_preview_create_lines (GPtrArray *lines)
{
  GtkWidget *list;

  if (lines->len > MANY_LINES)
    return create_many_lines (lines);
  list = create_list ();
  for (guint i = 0; i < lines->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), create_row (lines->pdata[i]));
  return list;
}

guint
imp_import_preview_count_new (const ImpImportOutcome *outcome)
{
  guint n_new = outcome->n_changed + outcome->n_photos;

  for (guint kind = 0; kind < G_N_ELEMENTS (outcome->n_new); kind++)
    n_new += outcome->n_new[kind];
  return n_new;
}
