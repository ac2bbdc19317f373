/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A line of a round: three questions about it, a promise, a refusal, and what it is after all. */
#include "config.h"

#include "ui/rounds/imp-answers-page.h"

#include "backlog/imp-backlog-irritants.h"
#include "ui/common/imp-choice-bar.h"
#include "ui/common/imp-menu.h"
#include "ui/common/imp-page-title.h"
#include "ui/common/imp-quote.h"
#include "ui/common/imp-sentence.h"
#include "ui/common/imp-toasts.h"
#include "ui/common/imp-writing.h"
#include "ui/irritants/imp-decline-dialog.h"
#include "ui/rounds/imp-promise-heard-dialog.h"
#include "ui/rounds/imp-round-words.h"

#include <glib/gi18n.h>

#define N_BARS 3

struct _ImpAnswersPage
{
  AdwNavigationPage parent_instance;

  ImpBacklog *backlog;
  ImpRoundPage *page;
  ImpItem item;
  const ImpHeardLine *line; /* of the page; NULL: it is gone */
  gboolean filled;          /* the answers so far are shown */

  GtkMenuButton *more;
  GMenuModel *menu;
  ImpQuote *quote;
  ImpChoiceBar *bars[N_BARS]; /* by ImpQuestion */
  GtkWidget *questions, *kinds, *steps, *foot;
  ImpChoiceBar *kind;
  GtkLabel *promised, *sentence;
};

G_DEFINE_FINAL_TYPE (ImpAnswersPage, imp_answers_page, ADW_TYPE_NAVIGATION_PAGE)

/* In the order in which they are offered. */
static const ImpHeardKind kinds[] = { IMP_HEARD_WORKS, IMP_HEARD_IRRITANT, IMP_HEARD_ELSE,
                                      IMP_HEARD_THANKS };

/* Answers */

static ImpAnswer
read_answer (ImpAnswersPage *self, ImpQuestion question)
{
  const int band = imp_choice_bar_get_band (self->bars[question]);

  return (ImpAnswer) { .band = band, .known = band > 0 ? IMP_KNOWN_ONE : 0 };
}

static void
show_sentence (ImpAnswersPage *self)
{
  ImpFacts facts = { .reporters = 1 };
  ImpImpact impact;

  if (self->line == NULL) /* they are being filled */
    return;
  for (ImpQuestion question = 0; question < N_BARS; question++)
    facts.answer[question] = read_answer (self, question);
  imp_backlog_estimate (self->backlog, &facts, &impact);
  imp_sentence_show (self->sentence, &facts, &impact);
}

static void
fill_answers (ImpAnswersPage *self)
{
  for (ImpQuestion question = 0; question < N_BARS; question++)
    if (imp_answer_is_known (&self->line->answers[question]))
      imp_choice_bar_set_band (self->bars[question],
                               imp_answer_get_band (question, &self->line->answers[question]));
}

static gboolean
is_answer_changed (ImpAnswersPage *self)
{
  for (ImpQuestion question = 0; question < N_BARS; question++)
    if (imp_answer_get_band (question, &self->line->answers[question])
        != imp_choice_bar_get_band (self->bars[question]))
      return TRUE;
  return FALSE;
}

static void
leave (ImpAnswersPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
}

static void
answered_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpAnswersPage) self = data;

  if (imp_toasts_finish_write (GTK_WIDGET (self), IMP_BACKLOG (backlog), result, NULL)
      && self->backlog != NULL)
    leave (self);
}

static void
finish_answers (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ImpAnswersPage *self = IMP_ANSWERS_PAGE (widget);
  ImpAnswer answers[N_BARS];

  if (self->line == NULL || self->line->irritant == 0 || !is_answer_changed (self))
    {
      leave (self);
      return;
    }
  for (ImpQuestion question = 0; question < N_BARS; question++)
    answers[question] = read_answer (self, question);
  imp_backlog_answer_heard_async (self->backlog, self->item, answers, self->page->as_of,
                                  answered_cb, g_object_ref (self));
}

/* What else can be done with the line */

static void
promise (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ImpAnswersPage *self = IMP_ANSWERS_PAGE (widget);

  if (self->line != NULL)
    adw_dialog_present (imp_promise_heard_dialog_new (self->backlog, self->page->line.item,
                                                      self->item, self->line->title),
                        widget);
}

static void
irritant_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpAnswersPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpIrritantPage) page =
      imp_backlog_irritant_page_finish (IMP_BACKLOG (source), result, &error);

  if (self->backlog == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (page != NULL)
    adw_dialog_present (imp_decline_dialog_new (self->backlog, page), GTK_WIDGET (self));
  else
    imp_toasts_show_error (GTK_WIDGET (self), error);
}

static void
decline (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ImpAnswersPage *self = IMP_ANSWERS_PAGE (widget);

  if (self->line != NULL)
    imp_backlog_irritant_page_async (self->backlog, self->line->irritant, NULL, irritant_loaded_cb,
                                     g_object_ref (self));
}

static void
turn_into (GtkWidget *widget, const char *name, GVariant *kind)
{
  ImpAnswersPage *self = IMP_ANSWERS_PAGE (widget);

  if (self->line != NULL)
    imp_backlog_hear_as_async (self->backlog, self->page->line.item, self->item,
                               (ImpHeardKind) g_variant_get_int32 (kind), imp_toasts_written_cb,
                               imp_toasts_expect (widget));
}

static void
kind_chosen_cb (ImpAnswersPage *self)
{
  const int selected = imp_choice_bar_get_selected (self->kind);

  if (self->line != NULL && selected >= 0 && kinds[selected] != self->line->kind)
    gtk_widget_activate_action (GTK_WIDGET (self), "answers.kind", "i", (int) kinds[selected]);
}

/* With the irritant where nobody else speaks of it. */
static void delete (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ImpAnswersPage *self = IMP_ANSWERS_PAGE (widget);
  ImpChanges *changes;

  if (self->line == NULL)
    return;
  changes = imp_changes_new ();
  imp_changes_delete (changes, self->item);
  if (self->line->kind == IMP_HEARD_IRRITANT && self->line->n_voices <= 1)
    imp_changes_delete (changes, self->line->irritant);
  imp_backlog_apply_async (self->backlog, changes, _ ("Line deleted"), NULL, imp_toasts_written_cb,
                           imp_toasts_expect (widget));
}

/* The widget */

static void
imp_answers_page_dispose (GObject *object)
{
  ImpAnswersPage *self = IMP_ANSWERS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_ANSWERS_PAGE);
  g_clear_object (&self->backlog);
  G_OBJECT_CLASS (imp_answers_page_parent_class)->dispose (object);
}

static void
imp_answers_page_finalize (GObject *object)
{
  g_clear_pointer (&IMP_ANSWERS_PAGE (object)->page, imp_round_page_unref);
  G_OBJECT_CLASS (imp_answers_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (IMP_TYPE_CHOICE_BAR);
  g_type_ensure (IMP_TYPE_PAGE_TITLE);
  g_type_ensure (IMP_TYPE_QUOTE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/rounds/imp-answers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpAnswersPage, more);
  gtk_widget_class_bind_template_child (widget_class, ImpAnswersPage, menu);
  gtk_widget_class_bind_template_child (widget_class, ImpAnswersPage, quote);
  gtk_widget_class_bind_template_child (widget_class, ImpAnswersPage, questions);
  gtk_widget_class_bind_template_child (widget_class, ImpAnswersPage, kinds);
  gtk_widget_class_bind_template_child (widget_class, ImpAnswersPage, steps);
  gtk_widget_class_bind_template_child (widget_class, ImpAnswersPage, foot);
  gtk_widget_class_bind_template_child (widget_class, ImpAnswersPage, kind);
  gtk_widget_class_bind_template_child (widget_class, ImpAnswersPage, promised);
  gtk_widget_class_bind_template_child (widget_class, ImpAnswersPage, sentence);
  gtk_widget_class_bind_template_child_full (widget_class, "people", FALSE,
                                             G_STRUCT_OFFSET (ImpAnswersPage, bars[0]));
  gtk_widget_class_bind_template_child_full (widget_class, "often", FALSE,
                                             G_STRUCT_OFFSET (ImpAnswersPage, bars[1]));
  gtk_widget_class_bind_template_child_full (widget_class, "minutes", FALSE,
                                             G_STRUCT_OFFSET (ImpAnswersPage, bars[2]));
  gtk_widget_class_bind_template_callback (widget_class, show_sentence);
  gtk_widget_class_bind_template_callback (widget_class, kind_chosen_cb);
}

static void
imp_answers_page_class_init (ImpAnswersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_answers_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = imp_answers_page_finalize;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "answers.done", NULL, finish_answers);
  gtk_widget_class_install_action (widget_class, "answers.promise", NULL, promise);
  gtk_widget_class_install_action (widget_class, "answers.decline", NULL, decline);
  gtk_widget_class_install_action (widget_class, "answers.kind", "i", turn_into);
  gtk_widget_class_install_action (widget_class, "answers.delete", NULL, delete);
}

static void
fill_kinds (ImpAnswersPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    imp_choice_bar_add (self->kind, imp_heard_kind_get_label (kinds[i]));
}

static void
imp_answers_page_init (ImpAnswersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (ImpQuestion question = 0; question < N_BARS; question++)
    imp_choice_bar_fill_bands (self->bars[question], question);
  fill_kinds (self);
  imp_menu_offer (self->more, self->menu);
}

/* Showing */

static void
show_kind (ImpAnswersPage *self)
{
  const gboolean irritant = self->line->irritant != 0;

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self),
                                 irritant ? _ ("Three Questions") : _ ("What It Is"));
  gtk_widget_set_visible (self->questions, irritant);
  gtk_widget_set_visible (self->steps, irritant);
  gtk_widget_set_visible (self->foot, irritant);
  gtk_widget_set_visible (self->kinds, !irritant);
  for (guint i = 0; !irritant && i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i] == self->line->kind)
      imp_choice_bar_set_selected (self->kind, (int) i);
}

static char *
say_promised (const ImpHeardLine *line)
{
  g_autofree char *day = imp_date_to_words (line->promised_for);

  if (line->promise != 0)
    return g_strdup_printf (_ ("Promised for %s: %s"), day, line->promised);
  if (line->refusal != NULL)
    return g_strdup_printf (_ ("We cannot: %s"), line->refusal);
  return NULL;
}

static void
show_promised (ImpAnswersPage *self)
{
  g_autofree char *promised = say_promised (self->line);

  gtk_label_set_text (self->promised, promised != NULL ? promised : "");
  gtk_widget_set_visible (GTK_WIDGET (self->promised), promised != NULL);
}

static void
show_quote (ImpAnswersPage *self)
{
  const ImpRoundLine *round = &self->page->line;
  g_autofree char *place = round->place != NULL
                               ? g_strdup_printf ("%s, %s", round->site_name, round->place)
                               : g_strdup (round->site_name);
  g_autofree char *source =
      self->line->who != NULL ? g_strdup_printf ("%s · %s", self->line->who, place) : NULL;

  g_object_set (self->quote, "words", self->line->words, "source", source != NULL ? source : place,
                NULL);
}

static const ImpHeardLine *
find_line (const ImpRoundPage *page, ImpItem item)
{
  for (guint i = 0; i < page->heard->len; i++)
    {
      const ImpHeardLine *line = g_ptr_array_index (page->heard, i);

      if (line->item == item)
        return line;
    }
  return NULL;
}

static void
show_line (ImpAnswersPage *self)
{
  show_quote (self);
  show_kind (self);
  show_promised (self);
  if (!self->filled && self->line->irritant != 0)
    fill_answers (self);
  self->filled = TRUE;
  show_sentence (self);
}

void
imp_answers_page_show (ImpAnswersPage *self, ImpRoundPage *page)
{
  ImpRoundPage *before;

  g_return_if_fail (IMP_IS_ANSWERS_PAGE (self));

  before = self->page;
  self->page = imp_round_page_ref (page);
  self->line = find_line (page, self->item);
  if (self->line != NULL)
    show_line (self);
  else
    leave (self);
  g_clear_pointer (&before, imp_round_page_unref);
}

GtkWidget *
imp_answers_page_new (ImpBacklog *backlog, ImpRoundPage *page, ImpItem line)
{
  ImpAnswersPage *self = g_object_new (IMP_TYPE_ANSWERS_PAGE, NULL);

  self->backlog = g_object_ref (backlog);
  self->item = line;
  imp_answers_page_show (self, page);
  imp_writing_restrict (GTK_WIDGET (self), backlog);
  return GTK_WIDGET (self);
}
