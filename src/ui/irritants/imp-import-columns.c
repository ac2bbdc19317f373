/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What each column of a list becomes, to be looked at and changed. */
#include "config.h"

#include "ui/irritants/imp-import-columns.h"

#include <glib/gi18n.h>

#define MAX_ROWS 200 /* of more columns than anybody would go through, the first */

struct _ImpImportColumns
{
  AdwPreferencesGroup parent_instance;
  GPtrArray *rows;      /* of AdwComboRow, borrowed; the first columns in their order */
  GHashTable *chosen;   /* title of a column → its field as a pointer */
  gboolean is_changing; /* the rows are being filled: nobody chooses */
};

G_DEFINE_FINAL_TYPE (ImpImportColumns, imp_import_columns, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define TITLE_KEY "imp-column"

/* "site" at the beginning of a line. */
static char *
capitalise (const char *words)
{
  const char *rest = g_utf8_next_char (words);
  g_autofree char *first = g_utf8_strup (words, rest - words);

  return g_strconcat (first, rest, NULL);
}

static void
append_field (GtkStringList *list, guint field)
{
  g_autofree char *words = capitalise (imp_import_field_get_words (field));

  gtk_string_list_append (list, words);
}

static guint
count_general (void)
{
  guint n = 0;

  while (n < imp_import_get_n_fields () && imp_import_field_is_general (n))
    n++;
  return n;
}

/* A field of service desks only can be kept, and is the last choice then. */
static GListModel *
create_fields (guint field)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  guint n = count_general ();

  for (guint i = 0; i < n; i++)
    append_field (list, i);
  if (field >= n)
    append_field (list, field);
  return G_LIST_MODEL (list);
}

static void
chosen_cb (ImpImportColumns *self, GParamSpec *pspec, AdwComboRow *row)
{
  guint position = adw_combo_row_get_selected (row);
  const char *title = g_object_get_data (G_OBJECT (row), TITLE_KEY);

  if (self->is_changing || position == GTK_INVALID_LIST_POSITION)
    return;
  if (position < count_general ())
    g_hash_table_insert (self->chosen, g_strdup (title), GUINT_TO_POINTER (position));
  else
    g_hash_table_remove (self->chosen, title); /* as it was recognised */
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
fill_row (AdwComboRow *row, const ImpImportColumn *column)
{
  g_autofree char *becomes = capitalise (column->becomes);
  gboolean plain = g_str_equal (column->becomes, imp_import_field_get_words (column->field));
  g_autoptr (GListModel) fields = NULL;
  guint n = count_general ();
  g_autofree char *noted = NULL;

  if (!plain && column->sample != NULL)
    noted = g_strdup_printf ("%s · %s", column->sample, becomes);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), noted != NULL            ? noted
                                                     : column->sample != NULL ? column->sample
                                                                              : "");
  if (column->field >= n || adw_combo_row_get_model (row) == NULL)
    {
      fields = create_fields (column->field);
      adw_combo_row_set_model (row, fields);
    }
  adw_combo_row_set_selected (row, MIN (column->field, n));
}

static void
add_row (ImpImportColumns *self, const ImpImportColumn *column)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), column->name);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  g_object_set_data_full (G_OBJECT (row), TITLE_KEY, g_strdup (column->title), g_free);
  fill_row (ADW_COMBO_ROW (row), column);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static gboolean
shows (ImpImportColumns *self, GPtrArray *columns, guint n)
{
  gboolean same = self->rows->len == n;

  for (guint i = 0; i < n && same; i++)
    {
      const ImpImportColumn *column = columns->pdata[i];

      same = g_str_equal (g_object_get_data (self->rows->pdata[i], TITLE_KEY), column->title);
    }
  return same;
}

void
imp_import_columns_show (ImpImportColumns *self, const ImpImportOutcome *outcome)
{
  guint n = MIN (outcome->columns->len, MAX_ROWS);
  gboolean stay = shows (self, outcome->columns, n);

  self->is_changing = TRUE;
  for (guint i = 0; i < self->rows->len && !stay; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  if (!stay)
    g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < n; i++)
    if (stay)
      fill_row (self->rows->pdata[i], outcome->columns->pdata[i]);
    else
      add_row (self, outcome->columns->pdata[i]);
  self->is_changing = FALSE;
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self),
      outcome->untitled
          ? _ ("No column says what the irritant is. Choose the one that is its title.")
          : _ ("Choose something else where it is not what you want."));
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

char **
imp_import_columns_dup_map (ImpImportColumns *self)
{
  g_autoptr (GStrvBuilder) map = g_strv_builder_new ();
  GHashTableIter iter;
  gpointer title, field;

  g_hash_table_iter_init (&iter, self->chosen);
  while (g_hash_table_iter_next (&iter, &title, &field))
    g_strv_builder_take (
        map, g_strconcat (title, "=", imp_import_field_get_name (GPOINTER_TO_UINT (field)), NULL));
  return g_strv_builder_end (map);
}

void
imp_import_columns_forget (ImpImportColumns *self)
{
  g_hash_table_remove_all (self->chosen);
}

static void
imp_import_columns_finalize (GObject *object)
{
  ImpImportColumns *self = IMP_IMPORT_COLUMNS (object);

  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->chosen);
  G_OBJECT_CLASS (imp_import_columns_parent_class)->finalize (object);
}

static void
imp_import_columns_class_init (ImpImportColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = imp_import_columns_finalize;
  signals[CHANGED] = g_signal_new ("changed", IMP_TYPE_IMPORT_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
imp_import_columns_init (ImpImportColumns *self)
{
  self->rows = g_ptr_array_new ();
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("What the Columns Become"));
}
