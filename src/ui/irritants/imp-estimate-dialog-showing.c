/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Where a sitting stands, as the room sees it. */
#include "config.h"

#include "ui/irritants/imp-estimate-dialog-private.h"

#include "ui/common/imp-toasts.h"
#include "ui/irritants/imp-estimate-words.h"
#include "ui/irritants/imp-irritant-words.h"

#include <glib/gi18n.h>

#define MAX_QUOTES        2
#define MAX_QUOTES_NARROW 1
#define QUOTE_LINES       3 /* the answers stay in sight */

static void
show_quotes (ImpEstimateDialog *self, const ImpIrritantPage *page)
{
  const guint max = self->narrow ? MAX_QUOTES_NARROW : MAX_QUOTES;
  guint n = 0;
  GtkWidget *child, *quote;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->quotes))) != NULL)
    gtk_box_remove (self->quotes, child);
  for (guint i = 0; i < page->reports->len && n < max; i++)
    {
      const ImpReportLine *report = page->reports->pdata[i];

      if (report->words == NULL || g_strcmp0 (report->words, page->title) == 0)
        continue;
      quote = imp_irritant_words_create_quote (report);
      g_object_set (quote, "lines", QUOTE_LINES, NULL);
      gtk_box_append (self->quotes, quote);
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->quotes), n > 0);
}

static int
get_band (const ImpSittingStep *step)
{
  if (step->outcome == IMP_STEP_OUTCOME_NOBODY_KNOWS)
    return 0;
  return step->outcome == IMP_STEP_OUTCOME_ANSWERED ? step->answer.band : IMP_NO_BAND;
}

/* Unless the room has said it: by how many told of the irritant. */
static ImpKnown
guess_known (ImpEstimateDialog *self)
{
  const guint n_voices = imp_sitting_get_page (self->sitting)->n_voices;

  if (self->used != 0)
    return self->used;
  if (n_voices == 0)
    return IMP_KNOWN_GUESS;
  return n_voices == 1 ? IMP_KNOWN_ONE : IMP_KNOWN_SEVERAL;
}

/* What is saved of it. */
static void
show_choice (ImpEstimateDialog *self, const ImpSittingStep *step)
{
  const gboolean answered = step->outcome == IMP_STEP_OUTCOME_ANSWERED;

  self->filling = TRUE;
  imp_band_targets_show (self->targets, step->question, get_band (step));
  imp_choice_bar_set_known (self->known, answered ? step->answer.known : guess_known (self));
  self->filling = FALSE;
}

static void
show_answer (ImpEstimateDialog *self, const ImpSittingStep *step)
{
  g_autofree char *after = imp_estimate_words_after (step);

  show_choice (self, step);
  gtk_label_set_text (self->after, after);
  gtk_widget_set_visible (GTK_WIDGET (self->after), *after != '\0');
  gtk_button_set_label (self->on, get_band (step) == IMP_NO_BAND ? _ ("_Skip") : _ ("_Next"));
  if (*after != '\0')
    gtk_accessible_announce (GTK_ACCESSIBLE (self), after,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
show_question (ImpEstimateDialog *self)
{
  const ImpSittingStep *step = imp_sitting_get_step (self->sitting);
  const ImpIrritantPage *page = imp_sitting_get_page (self->sitting);
  g_autofree char *before = imp_estimate_words_before (step, page);

  gtk_label_set_text (self->title, page->title);
  gtk_label_set_text (self->before, before);
  gtk_label_set_text (self->question, imp_question_get_spoken (step->question));
  show_quotes (self, page);
  show_answer (self, step);
}

static void
show_progress (ImpEstimateDialog *self)
{
  const double share = imp_sitting_get_share (self->sitting);
  g_autofree char *progress = imp_estimate_words_progress (self->sitting);

  gtk_label_set_text (self->progress, progress);
  gtk_widget_set_visible (GTK_WIDGET (self->share), share >= 0);
  gtk_progress_bar_set_fraction (self->share, CLAMP (share, 0, 1));
}

void
imp_estimate_dialog_update_actions (ImpEstimateDialog *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean asking = imp_sitting_get_page (self->sitting) != NULL;

  gtk_widget_action_set_enabled (widget, "estimate.answer", asking);
  gtk_widget_action_set_enabled (widget, "estimate.end", asking);
  gtk_widget_action_set_enabled (widget, "estimate.back", imp_sitting_can_go_back (self->sitting));
  gtk_widget_action_set_enabled (widget, "estimate.undo", imp_sitting_can_undo (self->sitting));
}

static const char *
choose_page (ImpEstimateDialog *self)
{
  if (!imp_sitting_is_over (self->sitting))
    return "question";
  return imp_sitting_get_steps (self->sitting)->len > 0 ? "over" : "nothing";
}

static void
show_end (ImpEstimateDialog *self)
{
  imp_estimate_end_show (self->end, self->sitting);
  gtk_widget_set_visible (GTK_WIDGET (self->after), FALSE);
  gtk_button_set_label (self->on, _ ("_Done"));
}

void
imp_estimate_dialog_show (ImpEstimateDialog *self)
{
  const gboolean over = imp_sitting_is_over (self->sitting);
  const char *page = choose_page (self);

  gtk_widget_set_visible (self->finish, !over);
  if (over)
    show_end (self);
  else
    show_question (self);
  show_progress (self);
  imp_estimate_dialog_update_actions (self);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), page) != 0)
    {
      gtk_stack_set_visible_child_name (self->stack, page);
      gtk_widget_set_visible (self->foot, TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self->on));
    }
}

/* Where there is a question, what was not saved is not shown as if it were; else it can be tried
 * again. */
void
imp_estimate_dialog_show_failure (ImpEstimateDialog *self, const GError *error)
{
  if (imp_sitting_get_page (self->sitting) != NULL)
    show_choice (self, imp_sitting_get_step (self->sitting));
  else if (!imp_sitting_is_over (self->sitting))
    gtk_stack_set_visible_child_name (self->stack, "failed");
  imp_estimate_dialog_update_actions (self);
  imp_toasts_show_error (GTK_WIDGET (self), error);
}

void
imp_estimate_dialog_set_narrow (ImpEstimateDialog *self, gboolean narrow)
{
  self->narrow = narrow;
  gtk_widget_remove_css_class (GTK_WIDGET (self->title), narrow ? "title-1" : "title-2");
  gtk_widget_add_css_class (GTK_WIDGET (self->title), narrow ? "title-2" : "title-1");
  gtk_widget_remove_css_class (GTK_WIDGET (self->question), narrow ? "title-2" : "title-4");
  gtk_widget_add_css_class (GTK_WIDGET (self->question), narrow ? "title-4" : "title-2");
  gtk_widget_set_margin_start (GTK_WIDGET (self->content), narrow ? 12 : 24);
  gtk_widget_set_margin_end (GTK_WIDGET (self->content), narrow ? 12 : 24);
}
