/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The three questions about something that was heard. */
#include "config.h"

#include "ui/rounds/imp-heard-answers.h"

#include "ui/common/imp-choice-bar.h"

#define N_BARS 3

struct _ImpHeardAnswers
{
  GtkBox parent_instance;

  ImpChoiceBar *bars[N_BARS]; /* by ImpQuestion */
  gboolean tight;
  gboolean is_showing; /* it is not somebody who chooses */
};

enum
{
  PROP_TIGHT = 1,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ImpHeardAnswers, imp_heard_answers, GTK_TYPE_BOX)

static void
selected_cb (ImpHeardAnswers *self)
{
  if (!self->is_showing)
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
imp_heard_answers_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, IMP_HEARD_ANSWERS (object)->tight);
}

static void
imp_heard_answers_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  IMP_HEARD_ANSWERS (object)->tight = g_value_get_boolean (value);
}

static void
imp_heard_answers_class_init (ImpHeardAnswersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = imp_heard_answers_get_property;
  object_class->set_property = imp_heard_answers_set_property;
  properties[PROP_TIGHT] =
      g_param_spec_boolean ("tight", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
imp_heard_answers_init (ImpHeardAnswers *self)
{
  for (ImpQuestion question = 0; question < N_BARS; question++)
    {
      GtkWidget *bar = imp_choice_bar_new (NULL);

      self->bars[question] = IMP_CHOICE_BAR (bar);
      imp_choice_bar_fill_bands (self->bars[question], question);
      g_object_set (bar, "narrow", TRUE, NULL);
      g_object_bind_property (self, "tight", bar, "tight", G_BINDING_SYNC_CREATE);
      g_signal_connect_object (bar, "notify::selected", G_CALLBACK (selected_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self), bar);
    }
}

/* Not "Don't know": that is an answer somebody chooses. */
static void
show_band (ImpChoiceBar *bar, int band)
{
  if (band == imp_choice_bar_get_band (bar))
    return;
  if (band > 0)
    imp_choice_bar_set_band (bar, band);
  else
    imp_choice_bar_set_selected (bar, -1);
}

static int
get_said (const ImpHeardLine *line, ImpQuestion question)
{
  return imp_answer_get_band (question, &line->answers[question]);
}

void
imp_heard_answers_show (ImpHeardAnswers *self, const ImpHeardLine *line)
{
  g_return_if_fail (IMP_IS_HEARD_ANSWERS (self));

  self->is_showing = TRUE;
  for (ImpQuestion question = 0; question < N_BARS; question++)
    show_band (self->bars[question], get_said (line, question));
  self->is_showing = FALSE;
}

void
imp_heard_answers_read (ImpHeardAnswers *self, const ImpHeardLine *line, ImpAnswer answers[3])
{
  for (ImpQuestion question = 0; question < N_BARS; question++)
    {
      const int band = imp_choice_bar_get_band (self->bars[question]);

      answers[question] = band == get_said (line, question)
                              ? line->answers[question]
                              : (ImpAnswer) { .band = band, .known = band > 0 ? IMP_KNOWN_ONE : 0 };
    }
}
