/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A line of a round: three questions about it, a promise, a refusal, and what it is after all. */
#include "config.h"

#include "ui/rounds/imp-answers-page-private.h"

#include "backlog/imp-backlog-irritants.h"
#include "ui/common/imp-menu.h"
#include "ui/common/imp-page-title.h"
#include "ui/common/imp-sentence.h"
#include "ui/common/imp-toasts.h"
#include "ui/common/imp-writing.h"
#include "ui/rounds/imp-round-words.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (ImpAnswersPage, imp_answers_page, ADW_TYPE_NAVIGATION_PAGE)

/* In the order in which they are offered. */
static const ImpHeardKind kinds[] = { IMP_HEARD_WORKS, IMP_HEARD_IRRITANT, IMP_HEARD_ELSE,
                                      IMP_HEARD_THANKS };

/* Answers */

/* To answer later is not what is advised. */
static void
show_way_out (ImpAnswersPage *self, gboolean answered)
{
  gtk_button_set_label (self->done, answered ? _ ("Done") : _ ("Answer Later"));
  if (answered)
    gtk_widget_add_css_class (GTK_WIDGET (self->done), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->done), "suggested-action");
}

static void
show_sentence (ImpAnswersPage *self)
{
  ImpFacts facts = { .reporters = 1 };
  ImpImpact impact;

  imp_heard_answers_read (self->answers, self->line, facts.answer);
  imp_backlog_estimate (self->backlog, &facts, &impact);
  imp_sentence_show (self->sentence, &facts, &impact);
  show_way_out (self, imp_facts_are_asked (&facts));
}

static void
show_answers (ImpAnswersPage *self)
{
  if (self->n_saving == 0)
    imp_heard_answers_show (self->answers, self->line);
  show_sentence (self);
}

static void
saved_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpAnswersPage) self = data;
  g_autoptr (GError) error = NULL;

  self->n_saving--;
  if (imp_backlog_write_finish (IMP_BACKLOG (backlog), result, NULL, &error))
    return;
  imp_toasts_show_error (GTK_WIDGET (self), error);
  if (self->line != NULL)
    show_answers (self);
}

/* At once and without a word, for nobody knows when the page is left. */
static void
answer_chosen_cb (ImpAnswersPage *self)
{
  ImpAnswer answers[3];

  if (self->line == NULL)
    return;
  show_sentence (self);
  imp_heard_answers_read (self->answers, self->line, answers);
  self->n_saving++;
  imp_backlog_answer_heard_async (self->backlog, self->item, answers, self->page->as_of, saved_cb,
                                  g_object_ref (self));
}

static void
leave (ImpAnswersPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
}

static void
kind_chosen_cb (ImpAnswersPage *self)
{
  const int selected = imp_choice_bar_get_selected (self->kind);

  if (self->line != NULL && selected >= 0 && kinds[selected] != self->line->kind)
    gtk_widget_activate_action (GTK_WIDGET (self), "answers.kind", "i", (int) kinds[selected]);
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
  g_type_ensure (IMP_TYPE_HEARD_ANSWERS);
  g_type_ensure (IMP_TYPE_PAGE_TITLE);
  g_type_ensure (IMP_TYPE_QUOTE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/rounds/imp-answers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpAnswersPage, more);
  gtk_widget_class_bind_template_child (widget_class, ImpAnswersPage, menu);
  gtk_widget_class_bind_template_child (widget_class, ImpAnswersPage, quote);
  gtk_widget_class_bind_template_child (widget_class, ImpAnswersPage, answers);
  gtk_widget_class_bind_template_child (widget_class, ImpAnswersPage, kinds);
  gtk_widget_class_bind_template_child (widget_class, ImpAnswersPage, steps);
  gtk_widget_class_bind_template_child (widget_class, ImpAnswersPage, foot);
  gtk_widget_class_bind_template_child (widget_class, ImpAnswersPage, kind);
  gtk_widget_class_bind_template_child (widget_class, ImpAnswersPage, promised);
  gtk_widget_class_bind_template_child (widget_class, ImpAnswersPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, ImpAnswersPage, done);
  gtk_widget_class_bind_template_callback (widget_class, answer_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_chosen_cb);
}

static void
imp_answers_page_class_init (ImpAnswersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_answers_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = imp_answers_page_finalize;
  bind_template (widget_class);
  imp_answers_page_install_steps (widget_class);
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
  gtk_widget_set_visible (GTK_WIDGET (self->answers), irritant);
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
  g_autofree char *place = imp_round_line_say_place (&self->page->line);
  g_autofree char *source =
      self->line->who != NULL ? g_strdup_printf ("%s · %s", self->line->who, place) : NULL;

  g_object_set (self->quote, "words", self->line->words, "source", source != NULL ? source : place,
                NULL);
}

static void
show_line (ImpAnswersPage *self)
{
  show_quote (self);
  show_kind (self);
  show_promised (self);
  if (self->line->irritant != 0)
    show_answers (self);
}

void
imp_answers_page_show (ImpAnswersPage *self, ImpRoundPage *page)
{
  ImpRoundPage *before;

  g_return_if_fail (IMP_IS_ANSWERS_PAGE (self));

  before = self->page;
  self->page = imp_round_page_ref (page);
  self->line = imp_round_page_find_heard (page, self->item);
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
