/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What is offered while a filter is typed, as rows. */
#include "config.h"

#include "ui/search/imp-completion-rows.h"

#include <string.h>

#include "base/imp-text.h"
#include "model/imp-query-value.h"

#define MOST_OFFERED 8
#define TEXT_DATA    "imp-text"

/* A word of it begins so. */
static gboolean
begins_so (const char *name, const char *typed)
{
  g_autofree char *folded = imp_text_fold (name);
  g_autofree char *part = imp_text_fold (typed);
  g_autofree char *inside = g_strconcat (" ", part, NULL);

  return g_str_has_prefix (folded, part) || strstr (folded, inside) != NULL;
}

static GtkWidget *
create_row (const char *text, const char *name, const char *note)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *label = gtk_label_new (name), *quiet = gtk_label_new (note);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (quiet, "quiet");
  gtk_widget_add_css_class (quiet, "caption");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), quiet);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data_full (G_OBJECT (row), TEXT_DATA, g_strdup (text), g_free);
  return row;
}

void
imp_completion_list_keys (GtkListBox *list, const ImpQueryTyping *typing)
{
  for (ImpQueryKey key = 0; *typing->typed != '\0' && key < IMP_N_QUERY_KEYS; key++)
    {
      const char *word = imp_query_key_get_word (key);
      g_autofree char *text = g_strdup_printf ("%s%s:", typing->negated ? "-" : "", word);

      if (begins_so (word, typing->typed)
          || begins_so (imp_query_key_get_nick (key), typing->typed))
        gtk_list_box_append (list, create_row (text, text, imp_query_key_get_label (key)));
    }
}

static const char *
get_label (ImpQueryKey key, const char *value)
{
  const int choice = imp_query_value_find (key, value);

  return choice >= 0 ? imp_query_value_get_label (key, (guint) choice) : value;
}

/* Names are quoted, so that they are themselves alone. */
static char *
dup_value_text (ImpQueryKey key, const char *value)
{
  g_autoptr (ImpQuery) query = imp_query_with (NULL, key, FALSE, TRUE, value);
  g_autofree char *text = imp_query_filter_to_text (imp_query_get_filter (query, 0));

  return g_strdup (strchr (text, ':') + 1);
}

static void
append_value (GtkListBox *list, ImpQueryKey key, const ImpQueryValue *value)
{
  g_autofree char *text = dup_value_text (key, value->name);
  g_autofree char *n = value->n > 0 ? g_strdup_printf ("%'u", value->n) : g_strdup ("");

  gtk_list_box_append (list, create_row (text, get_label (key, value->name), n));
}

void
imp_completion_list_values (GtkListBox *list, GPtrArray *values, const ImpQueryTyping *typing)
{
  guint n = 0;

  for (guint i = 0; i < values->len && n < MOST_OFFERED; i++)
    {
      const ImpQueryValue *value = values->pdata[i];

      if (!begins_so (value->name, typing->typed)
          && !begins_so (get_label (typing->key, value->name), typing->typed))
        continue;
      append_value (list, typing->key, value);
      n++;
    }
}

const char *
imp_completion_row_get_text (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), TEXT_DATA);
}

char *
imp_completion_row_dup_label (GtkListBoxRow *row)
{
  GtkWidget *box = gtk_list_box_row_get_child (row);
  const char *name = gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (box)));
  const char *note = gtk_label_get_text (GTK_LABEL (gtk_widget_get_last_child (box)));

  return *note != '\0' ? g_strdup_printf ("%s, %s", name, note) : g_strdup (name);
}
