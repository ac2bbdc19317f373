/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The three questions asked again about one irritant of a fix. */
#include "config.h"

#include "ui/fixes/imp-asked-again-group.h"

#include "backlog/imp-backlog-irritants.h"
#include "model/imp-sentence.h"
#include "ui/common/imp-choice-bar.h"

#include <glib/gi18n.h>

#define N_ASKED 3 /* people, often, minutes */

struct _ImpAskedAgainGroup
{
  GtkBox parent_instance;

  ImpItem irritant;
  double hours; /* a month, before */
  ImpFacts facts;
  gboolean narrow;

  GtkWidget *heading;
  GtkLabel *title;
  GtkCheckButton *gone;
  GtkLabel *before;
  ImpChoiceBar *people;
  ImpChoiceBar *often;
  ImpChoiceBar *minutes;
};

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ImpAskedAgainGroup, imp_asked_again_group, GTK_TYPE_BOX)

static ImpChoiceBar *
get_bar (ImpAskedAgainGroup *self, ImpQuestion question)
{
  return question == IMP_QUESTION_PEOPLE  ? self->people
         : question == IMP_QUESTION_OFTEN ? self->often
                                          : self->minutes;
}

/* The answer now: as it was before where its band was left alone. */
static ImpAnswer
get_answer (ImpAskedAgainGroup *self, ImpQuestion question)
{
  const ImpAnswer *before = &self->facts.answer[question];
  int band = imp_choice_bar_get_band (get_bar (self, question));
  ImpAnswer now = { .band = band, .known = IMP_KNOWN_ONE };

  return band == imp_answer_get_band (question, before) ? *before : now;
}

static char *
say_before (const ImpFacts *facts)
{
  g_autofree char *people = imp_answer_to_words (IMP_QUESTION_PEOPLE, &facts->answer[0]);
  g_autofree char *often = imp_answer_to_words (IMP_QUESTION_OFTEN, &facts->answer[1]);
  g_autofree char *minutes = imp_answer_to_words (IMP_QUESTION_MINUTES, &facts->answer[2]);

  return g_strdup_printf (_ ("Before: %s · %s · %s. Change what is different now."), people, often,
                          minutes);
}

static void
changed_cb (ImpAskedAgainGroup *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
imp_asked_again_group_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    g_value_set_boolean (value, IMP_ASKED_AGAIN_GROUP (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
imp_asked_again_group_set_property (GObject *object,
                                    guint id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  ImpAskedAgainGroup *self = IMP_ASKED_AGAIN_GROUP (object);

  if (id != PROP_NARROW)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (self->narrow == g_value_get_boolean (value))
    return;
  self->narrow = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
imp_asked_again_group_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_ASKED_AGAIN_GROUP);
  G_OBJECT_CLASS (imp_asked_again_group_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (IMP_TYPE_CHOICE_BAR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/fixes/imp-asked-again-group.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpAskedAgainGroup, heading);
  gtk_widget_class_bind_template_child (widget_class, ImpAskedAgainGroup, title);
  gtk_widget_class_bind_template_child (widget_class, ImpAskedAgainGroup, gone);
  gtk_widget_class_bind_template_child (widget_class, ImpAskedAgainGroup, before);
  gtk_widget_class_bind_template_child (widget_class, ImpAskedAgainGroup, people);
  gtk_widget_class_bind_template_child (widget_class, ImpAskedAgainGroup, often);
  gtk_widget_class_bind_template_child (widget_class, ImpAskedAgainGroup, minutes);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
imp_asked_again_group_class_init (ImpAskedAgainGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = imp_asked_again_group_get_property;
  object_class->set_property = imp_asked_again_group_set_property;
  object_class->dispose = imp_asked_again_group_dispose;
  props[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
imp_asked_again_group_init (ImpAskedAgainGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_ASKED; i++)
    imp_choice_bar_fill_bands (get_bar (self, (ImpQuestion) i), (ImpQuestion) i);
}

GtkWidget *
imp_asked_again_group_new (const ImpFixIrritant *irritant, gboolean alone)
{
  ImpAskedAgainGroup *self = g_object_new (IMP_TYPE_ASKED_AGAIN_GROUP, NULL);
  g_autofree char *before = say_before (&irritant->before);

  self->irritant = irritant->item;
  self->hours = irritant->hours;
  self->facts = irritant->before;
  gtk_widget_set_visible (self->heading, !alone);
  gtk_label_set_label (self->title, irritant->title);
  gtk_label_set_label (self->before, before);
  for (guint i = 0; i < N_ASKED; i++)
    imp_choice_bar_set_band (get_bar (self, (ImpQuestion) i),
                             imp_answer_get_band ((ImpQuestion) i, &self->facts.answer[i]));
  return GTK_WIDGET (self);
}

double
imp_asked_again_group_get_before (ImpAskedAgainGroup *self)
{
  return self->hours;
}

/* Reckoned as the card of the fix will be: what is not answered anew is as it was, and where nobody
 * was asked before nothing is known to have come back. */
double
imp_asked_again_group_estimate (ImpAskedAgainGroup *self, ImpBacklog *backlog)
{
  ImpFacts facts = self->facts;
  ImpAnswer answers[N_ASKED];
  ImpImpact impact;

  if (gtk_check_button_get_active (self->gone) || !imp_facts_are_asked (&self->facts))
    return 0;
  for (guint i = 0; i < N_ASKED; i++)
    answers[i] = get_answer (self, (ImpQuestion) i);
  imp_facts_ask_again (&facts, answers);
  imp_backlog_estimate (backlog, &facts, &impact);
  return impact.hours;
}

void
imp_asked_again_group_get (ImpAskedAgainGroup *self, ImpVerdict verdict, ImpAskedAgain *asked)
{
  *asked = (ImpAskedAgain) { .irritant = self->irritant, .verdict = verdict };
  if (gtk_check_button_get_active (self->gone))
    asked->verdict = IMP_VERDICT_GONE;
  for (guint i = 0; asked->verdict != IMP_VERDICT_GONE && i < N_ASKED; i++)
    asked->answers[i] = get_answer (self, (ImpQuestion) i);
}
