/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Why an irritant stands where it stands: said, reckoned, compared, worded, improvable. */
#include "config.h"

#include "ui/irritants/imp-rank-dialog.h"

#include <glib/gi18n.h>

#include "base/imp-error.h"
#include "base/imp-locale.h"
#include "model/imp-explanation-words.h"
#include "publish/imp-reason-pages.h"
#include "ui/common/imp-page-title.h"
#include "ui/common/imp-plain.h"
#include "ui/common/imp-print.h"
#include "ui/common/imp-sentence.h"
#include "ui/common/imp-toasts.h"
#include "ui/common/imp-writing.h"
#include "ui/irritants/imp-rank-chart.h"
#include "ui/irritants/imp-rank-steps.h"
#include "ui/irritants/imp-reckoning.h"

/* Whatever ranks, or is said of what does. */
#define KINDS_SHOWN                                                                                \
  (1u << IMP_KIND_IRRITANT | 1u << IMP_KIND_REPORT | 1u << IMP_KIND_FIX | 1u << IMP_KIND_REMOVAL   \
   | 1u << IMP_KIND_CONFIRMATION)

#define HEIGHT         870 /* as the .ui has it */
#define HEIGHT_UNASKED 390

struct _ImpRankDialog
{
  AdwDialog parent_instance;

  ImpBacklog *backlog;
  ImpItem irritant;
  ImpExplanation *explanation; /* NULL while there is none yet */
  GCancellable *cancellable;   /* of the question that is under way */

  AdwToastOverlay *toasts;
  GtkWidget *heading;
  GtkWidget *content, *copy, *ask;
  GtkWidget *reckoning_heading, *reckoning_card, *chart_heading;
  GtkLabel *sentence, *care, *care_parts, *care_result, *legend, *words, *change;
  AdwBin *reckoning;
  ImpRankChart *chart;
  GtkWidget *past_heading;
  ImpRankSteps *past;
  GtkLabel *past_words;
  AdwActionRow *asking;
};

G_DEFINE_FINAL_TYPE (ImpRankDialog, imp_rank_dialog, ADW_TYPE_DIALOG)

static guint ask_signal;

static gboolean
has_several_groups (const ImpExplanation *explanation)
{
  for (guint i = 1; i < explanation->standings->len; i++)
    if (((const ImpStanding *) g_ptr_array_index (explanation->standings, i))->leads)
      return TRUE;
  return FALSE;
}

static void
show_reckoning (ImpRankDialog *self)
{
  const ImpStanding *own = imp_explanation_get_own (self->explanation);
  g_autofree char *care = imp_explanation_say_care_factor (self->explanation);
  g_autofree char *parts = imp_explanation_say_care_parts (self->explanation);
  g_autofree char *result = imp_explanation_say_care_result (self->explanation);

  imp_sentence_show_ranked (self->sentence, &own->facts, &own->impact, self->explanation->top_ten);
  adw_bin_set_child (self->reckoning, imp_reckoning_new (self->explanation));
  gtk_label_set_text (self->care, care);
  gtk_label_set_text (self->care_parts, parts);
  gtk_label_set_text (self->care_result, result);
}

static void
show_comparison (ImpRankDialog *self)
{
  g_autofree char *words = imp_explanation_say_comparison (self->explanation);

  gtk_label_set_text (
      self->legend,
      has_several_groups (self->explanation)
          ? _ ("Impact is hours a month times care. The bar holds four chances in five. Below a "
               "dashed line: less than the first of the group above, with at least three chances "
               "in four.")
          : _ ("Impact is hours a month times care. The bar holds four chances in five."));
  imp_rank_chart_show (self->chart, self->explanation);
  gtk_label_set_text (self->words, words);
}

/* Nobody was asked yet: there is nothing to reckon with or to compare, and three questions to ask. */
static void
show_unasked (ImpRankDialog *self)
{
  const ImpStanding *own = imp_explanation_get_own (self->explanation);
  g_autofree char *words = imp_explanation_say_comparison (self->explanation);

  imp_sentence_show_ranked (self->sentence, &own->facts, &own->impact, self->explanation->top_ten);
  gtk_label_set_text (self->words, words);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->asking),
                                 _ ("Ask how many, how often, how long"));
  adw_action_row_set_subtitle (self->asking, _ ("Nobody was asked yet"));
  gtk_button_set_label (GTK_BUTTON (self->ask), _ ("_Estimate…"));
  gtk_label_set_text (self->change, "");
}

static void
show_asking (ImpRankDialog *self)
{
  const ImpStanding *own = imp_explanation_get_own (self->explanation);
  const ImpAsking asking = imp_explanation_get_asking (self->explanation);
  g_autofree char *change = imp_explanation_say_turning_points (self->explanation);
  const char *reason = imp_asking_get_reason (&asking, &own->facts);
  const gboolean worth_it = asking.value > 0;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->asking),
                                 worth_it ? imp_asking_get_words (&asking) : reason);
  adw_action_row_set_subtitle (self->asking, worth_it ? reason : "");
  gtk_button_set_label (GTK_BUTTON (self->ask), _ ("_Ask Again…"));
  gtk_widget_set_visible (self->ask, worth_it);
  gtk_label_set_text (self->change, change);
}

static void
show_past (ImpRankDialog *self)
{
  g_autofree char *words = imp_rank_history_say (self->explanation->past);

  imp_rank_steps_show (self->past, self->explanation->past, words);
  gtk_label_set_text (self->past_words, words);
  gtk_widget_set_visible (self->past_heading, *words != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->past_words), *words != '\0');
}

static void
show_parts (ImpRankDialog *self)
{
  const gboolean ranked = imp_explanation_is_ranked (self->explanation);
  GtkWidget *const of_ranked[] = { self->reckoning_heading, self->reckoning_card,
                                   self->chart_heading, GTK_WIDGET (self->legend),
                                   GTK_WIDGET (self->chart) };

  for (guint i = 0; i < G_N_ELEMENTS (of_ranked); i++)
    gtk_widget_set_visible (of_ranked[i], ranked);
  adw_dialog_set_content_height (ADW_DIALOG (self), ranked ? HEIGHT : HEIGHT_UNASKED);
  if (ranked)
    {
      show_reckoning (self);
      show_comparison (self);
      show_asking (self);
    }
  else
    show_unasked (self);
  show_past (self);
}

static void
show (ImpRankDialog *self)
{
  const gboolean first = !gtk_widget_get_visible (self->content);

  g_object_set (self->heading, "subtitle", imp_explanation_get_own (self->explanation)->title,
                NULL);
  show_parts (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rank.print", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rank.copy", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rank.ask", TRUE);
  imp_writing_restrict (GTK_WIDGET (self), self->backlog);
  if (first) /* else the first thing further down would have it, and be scrolled to */
    gtk_widget_grab_focus (self->copy);
  gtk_widget_set_visible (self->content, TRUE);
}

static void
explained_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpRankDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpExplanation) explanation =
      imp_backlog_explain_finish (IMP_BACKLOG (backlog), result, &error);

  if (self->backlog == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (explanation != NULL && self->explanation != NULL
      && imp_explanation_equal (explanation, self->explanation))
    return;
  if (explanation != NULL)
    {
      g_clear_pointer (&self->explanation, imp_explanation_unref);
      self->explanation = g_steal_pointer (&explanation);
      show (self);
    }
  else if (g_error_matches (error, IMP_ERROR, IMP_ERROR_NOT_FOUND))
    adw_dialog_close (ADW_DIALOG (self)); /* it is fixed, declined or deleted by now */
  else
    imp_toasts_show_error (GTK_WIDGET (self), error);
}

static void
load (ImpRankDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  imp_backlog_explain_async (self->backlog, self->irritant, self->cancellable, explained_cb,
                             g_object_ref (self));
}

static void
changed_cb (ImpRankDialog *self, guint kinds)
{
  if (kinds & KINDS_SHOWN)
    load (self);
}

static void
copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpRankDialog *self = IMP_RANK_DIALOG (widget);
  g_autofree char *text = imp_explanation_to_text (self->explanation);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("Copied")));
}

static ImpPages *
lay_out (gpointer explanation, const ImpPaper *paper)
{
  return imp_reason_pages_new (explanation, imp_locale_get_language (), paper);
}

static void
free_explanation (gpointer explanation)
{
  imp_explanation_unref (explanation);
}

static void
print (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpRankDialog *self = IMP_RANK_DIALOG (widget);
  const ImpPrinting printing = { .name = imp_explanation_get_own (self->explanation)->title,
                                 .lay_out = lay_out,
                                 .document = imp_explanation_ref (self->explanation),
                                 .document_free = free_explanation };

  imp_print (widget, &printing, NULL);
}

static void
ask (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpRankDialog *self = IMP_RANK_DIALOG (widget);
  const ImpAsking asking = imp_explanation_get_asking (self->explanation);
  const gboolean ranked = imp_explanation_is_ranked (self->explanation);

  g_signal_emit (self, ask_signal, 0, ranked ? (int) asking.question : IMP_QUESTION_PEOPLE);
}

static void
imp_rank_dialog_dispose (GObject *object)
{
  ImpRankDialog *self = IMP_RANK_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->backlog != NULL)
    g_signal_handlers_disconnect_by_func (self->backlog, changed_cb, self);
  g_clear_object (&self->backlog);
  g_clear_pointer (&self->explanation, imp_explanation_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_RANK_DIALOG);
  G_OBJECT_CLASS (imp_rank_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/irritants/imp-rank-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpRankDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, ImpRankDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, ImpRankDialog, content);
  gtk_widget_class_bind_template_child (widget_class, ImpRankDialog, sentence);
  gtk_widget_class_bind_template_child (widget_class, ImpRankDialog, reckoning_heading);
  gtk_widget_class_bind_template_child (widget_class, ImpRankDialog, reckoning_card);
  gtk_widget_class_bind_template_child (widget_class, ImpRankDialog, chart_heading);
  gtk_widget_class_bind_template_child (widget_class, ImpRankDialog, reckoning);
  gtk_widget_class_bind_template_child (widget_class, ImpRankDialog, care);
  gtk_widget_class_bind_template_child (widget_class, ImpRankDialog, care_parts);
  gtk_widget_class_bind_template_child (widget_class, ImpRankDialog, care_result);
  gtk_widget_class_bind_template_child (widget_class, ImpRankDialog, legend);
  gtk_widget_class_bind_template_child (widget_class, ImpRankDialog, chart);
  gtk_widget_class_bind_template_child (widget_class, ImpRankDialog, words);
  gtk_widget_class_bind_template_child (widget_class, ImpRankDialog, asking);
  gtk_widget_class_bind_template_child (widget_class, ImpRankDialog, copy);
  gtk_widget_class_bind_template_child (widget_class, ImpRankDialog, ask);
  gtk_widget_class_bind_template_child (widget_class, ImpRankDialog, change);
  gtk_widget_class_bind_template_child (widget_class, ImpRankDialog, past_heading);
  gtk_widget_class_bind_template_child (widget_class, ImpRankDialog, past);
  gtk_widget_class_bind_template_child (widget_class, ImpRankDialog, past_words);
}

static void
imp_rank_dialog_class_init (ImpRankDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_rank_dialog_dispose;
  ask_signal = g_signal_new ("ask", IMP_TYPE_RANK_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                             G_TYPE_NONE, 1, G_TYPE_INT);
  g_type_ensure (IMP_TYPE_PAGE_TITLE);
  g_type_ensure (IMP_TYPE_RANK_CHART);
  g_type_ensure (IMP_TYPE_RANK_STEPS);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "rank.copy", NULL, copy);
  gtk_widget_class_install_action (widget_class, "rank.print", NULL, print);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "rank.print",
                                       NULL);
  gtk_widget_class_install_action (widget_class, "rank.ask", NULL, ask);
}

static void
imp_rank_dialog_init (ImpRankDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  imp_plain_text (GTK_WIDGET (self));
  imp_toasts_install (GTK_WIDGET (self), self->toasts);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rank.copy", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rank.print", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rank.ask", FALSE);
}

AdwDialog *
imp_rank_dialog_new (ImpBacklog *backlog, ImpItem irritant)
{
  ImpRankDialog *self = g_object_new (IMP_TYPE_RANK_DIALOG, NULL);

  self->backlog = g_object_ref (backlog);
  self->irritant = irritant;
  g_signal_connect_object (backlog, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  load (self);
  return ADW_DIALOG (self);
}
