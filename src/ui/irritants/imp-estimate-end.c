/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a sitting has settled: the page at its end. */
#include "config.h"

#include "ui/irritants/imp-estimate-end.h"

#include <glib/gi18n.h>

#include "ui/common/imp-plain.h"
#include "ui/irritants/imp-estimate-words.h"

struct _ImpEstimateEnd
{
  GtkWidget parent_instance;
  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (ImpEstimateEnd, imp_estimate_end, GTK_TYPE_WIDGET)

static void
append_text (ImpEstimateEnd *self, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (self->box, label);
}

static void
append_head (ImpEstimateEnd *self, ImpSitting *sitting)
{
  const guint n = imp_sitting_count (sitting, IMP_STEP_OUTCOME_ANSWERED);
  const guint n_skipped = imp_sitting_count (sitting, IMP_STEP_OUTCOME_SKIPPED);
  g_autofree char *answered =
      g_strdup_printf (ngettext ("%u Question Answered", "%u Questions Answered", n), n);
  g_autofree char *skipped = g_strdup_printf (
      ngettext ("%u skipped, for another time.", "%u skipped, for another time.", n_skipped),
      n_skipped);
  g_autofree char *share = imp_estimate_words_share (sitting);

  append_text (self, n > 0 ? answered : _ ("That Is All for Now"), "title-1");
  if (share != NULL && n > 0)
    append_text (self, share, "sentence");
  if (n_skipped > 0)
    append_text (self, skipped, "quiet");
}

static GtkWidget *
create_row (const ImpSittingStep *step)
{
  GtkWidget *row = adw_action_row_new ();
  const gboolean answered = step->outcome == IMP_STEP_OUTCOME_ANSWERED;
  const char *measure = imp_estimate_words_measure (step);

  imp_plain_text (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), step->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), !answered             ? measure
                                                     : step->moved != NULL ? step->moved
                                                                           : "");
  return row;
}

static void
append_group (ImpEstimateEnd *self,
              ImpSitting *sitting,
              ImpStepOutcome outcome,
              const char *heading)
{
  const GPtrArray *steps = imp_sitting_get_steps (sitting);
  GtkWidget *group = adw_preferences_group_new ();

  if (imp_sitting_count (sitting, outcome) == 0)
    {
      g_object_unref (g_object_ref_sink (group));
      return;
    }
  imp_plain_text (group);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), heading);
  for (guint i = 0; i < steps->len; i++)
    if (((const ImpSittingStep *) steps->pdata[i])->outcome == outcome)
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_row (steps->pdata[i]));
  gtk_box_append (self->box, group);
}

static void
imp_estimate_end_dispose (GObject *object)
{
  ImpEstimateEnd *self = IMP_ESTIMATE_END (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  self->box = NULL;
  g_clear_pointer (&child, gtk_widget_unparent);
  G_OBJECT_CLASS (imp_estimate_end_parent_class)->dispose (object);
}

static void
imp_estimate_end_class_init (ImpEstimateEndClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = imp_estimate_end_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
imp_estimate_end_init (ImpEstimateEnd *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
}

void
imp_estimate_end_show (ImpEstimateEnd *self, ImpSitting *sitting)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  append_head (self, sitting);
  append_group (self, sitting, IMP_STEP_OUTCOME_ANSWERED, _ ("What Is Settled"));
  append_group (self, sitting, IMP_STEP_OUTCOME_NOBODY_KNOWS, _ ("Worth Measuring"));
}
