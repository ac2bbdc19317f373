/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The neighbours of an irritant in the ranking, with their ranges on one axis. */
#include "config.h"

#include "ui/irritants/imp-rank-chart.h"

#include <glib/gi18n.h>

#include "base/imp-text.h"
#include "ui/irritants/imp-rank-bar.h"

#define GAP          9
#define TITLE_MARGIN 4

struct _ImpRankChart
{
  GtkWidget parent_instance;
  GtkSizeGroup *starts, *ends; /* ranks; impacts */
  GPtrArray *middles;          /* of GtkBox, borrowed: a title and its range */
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (ImpRankChart, imp_rank_chart, GTK_TYPE_WIDGET)

enum
{
  PROP_NARROW = 1
};

static GtkWidget *
create_label (const char *text, float xalign, GtkSizeGroup *group)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_add_css_class (label, "numeric");
  if (group != NULL)
    gtk_size_group_add_widget (group, label);
  return label;
}

static GtkWidget *
create_title (const char *text)
{
  GtkWidget *title = create_label (text, 0, NULL);

  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (title), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_lines (GTK_LABEL (title), 2);
  gtk_widget_set_margin_top (title, TITLE_MARGIN);
  gtk_widget_set_margin_bottom (title, TITLE_MARGIN);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  return title;
}

static void
arrange (GtkBox *middle, gboolean narrow)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (middle),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (middle, !narrow);
  gtk_box_set_spacing (middle, narrow ? 0 : GAP);
}

/* rank | title, bar | impact. Takes the widgets. */
static GtkWidget *
append_row (ImpRankChart *self,
            GtkWidget *rank,
            GtkWidget *title,
            GtkWidget *bar,
            GtkWidget *impact)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP);
  GtkWidget *middle = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP);

  gtk_box_append (GTK_BOX (middle), title);
  gtk_box_append (GTK_BOX (middle), bar);
  gtk_widget_set_hexpand (middle, TRUE);
  arrange (GTK_BOX (middle), self->narrow);
  g_ptr_array_add (self->middles, middle);
  gtk_box_append (GTK_BOX (row), rank);
  gtk_box_append (GTK_BOX (row), middle);
  gtk_box_append (GTK_BOX (row), impact);
  gtk_widget_add_css_class (row, "rank-row");
  gtk_widget_insert_before (row, GTK_WIDGET (self), NULL);
  return row;
}

static void
append_standing (ImpRankChart *self,
                 const ImpLogAxis *axis,
                 const ImpStanding *standing,
                 gboolean own)
{
  const ImpEstimate estimate = imp_impact_get_impact (&standing->impact);
  g_autofree char *rank = g_strdup_printf ("%u", standing->rank);
  g_autofree char *impact = imp_number_to_words (estimate.value);
  GtkWidget *rank_label = create_label (rank, 1, self->starts);
  GtkWidget *row =
      append_row (self, rank_label, create_title (standing->title),
                  imp_rank_bar_new (axis, &estimate, own), create_label (impact, 1, self->ends));

  if (own)
    gtk_widget_add_css_class (row, "own");
  else
    gtk_widget_add_css_class (rank_label, "quiet");
  if (standing->leads && gtk_widget_get_prev_sibling (row) != NULL)
    gtk_widget_add_css_class (row, "leads");
}

/* The ranks between two rows that are not shown: no bars, so that the axis has a gap, too. */
static void
append_left_out (ImpRankChart *self, const ImpExplanation *explanation, guint i)
{
  const ImpStanding *below = g_ptr_array_index (explanation->standings, i);
  const guint n = imp_explanation_count_left_out (explanation, i);
  /* Translators: the ranks of a group in the list: "1 to 3", which are about the same. */
  g_autofree char *ranks =
      n > 1 ? g_strdup_printf (_ ("%1$'u to %2$'u"), below->rank - n, below->rank - 1)
            : g_strdup_printf ("%'u", below->rank - 1);
  GtkWidget *row;

  if (n == 0)
    return;
  row = append_row (self, create_label ("…", 1, self->starts), create_label (ranks, 0, NULL),
                    gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), create_label ("", 1, self->ends));
  gtk_widget_add_css_class (row, "quiet");
}

static void
append_figures (ImpRankChart *self, const ImpLogAxis *axis)
{
  GtkWidget *figures = imp_rank_bar_new_figures (axis);

  gtk_widget_add_css_class (figures, "caption");
  gtk_widget_add_css_class (figures, "quiet");
  append_row (self, create_label ("", 1, self->starts), create_label ("", 0, NULL), figures,
              create_label ("", 1, self->ends));
}

static void
empty (ImpRankChart *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->middles, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
imp_rank_chart_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, IMP_RANK_CHART (object)->narrow);
}

static void
imp_rank_chart_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ImpRankChart *self = IMP_RANK_CHART (object);

  self->narrow = g_value_get_boolean (value);
  for (guint i = 0; i < self->middles->len; i++)
    arrange (self->middles->pdata[i], self->narrow);
}

static void
imp_rank_chart_dispose (GObject *object)
{
  ImpRankChart *self = IMP_RANK_CHART (object);

  empty (self);
  g_clear_object (&self->starts);
  g_clear_object (&self->ends);
  G_OBJECT_CLASS (imp_rank_chart_parent_class)->dispose (object);
}

static void
imp_rank_chart_finalize (GObject *object)
{
  g_ptr_array_unref (IMP_RANK_CHART (object)->middles);
  G_OBJECT_CLASS (imp_rank_chart_parent_class)->finalize (object);
}

static void
imp_rank_chart_class_init (ImpRankChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = imp_rank_chart_get_property;
  object_class->set_property = imp_rank_chart_set_property;
  object_class->dispose = imp_rank_chart_dispose;
  object_class->finalize = imp_rank_chart_finalize;
  g_object_class_install_property (
      object_class, PROP_NARROW,
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
imp_rank_chart_init (ImpRankChart *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->starts = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->ends = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->middles = g_ptr_array_new ();
}

void
imp_rank_chart_show (ImpRankChart *self, const ImpExplanation *explanation)
{
  ImpLogAxis axis = { 0 };

  empty (self);
  for (guint i = 0; i < explanation->standings->len; i++)
    {
      const ImpStanding *standing = g_ptr_array_index (explanation->standings, i);
      const ImpEstimate estimate = imp_impact_get_impact (&standing->impact);

      imp_log_axis_include (&axis, &estimate);
    }
  for (guint i = 0; i < explanation->standings->len; i++)
    {
      append_left_out (self, explanation, i);
      append_standing (self, &axis, g_ptr_array_index (explanation->standings, i),
                       i == explanation->own);
    }
  append_figures (self, &axis);
}
