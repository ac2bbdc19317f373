/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The three questions about something that was heard. */
#pragma once

#include <gtk/gtk.h>

#include "model/imp-round.h"

G_BEGIN_DECLS

/* Emits "chosen" when somebody chose an answer. Property: "tight" (boolean), as of ImpChoiceBar. */
#define IMP_TYPE_HEARD_ANSWERS (imp_heard_answers_get_type ())
G_DECLARE_FINAL_TYPE (ImpHeardAnswers, imp_heard_answers, IMP, HEARD_ANSWERS, GtkBox)

/* Shows the answers of the line; a question that has none stays as it is: left alone, or "Don't
 * know". */
void imp_heard_answers_show (ImpHeardAnswers *self, const ImpHeardLine *line);
/* What is chosen, by ImpQuestion; an answer of the line that says the same is given as it is. */
void imp_heard_answers_read (ImpHeardAnswers *self, const ImpHeardLine *line, ImpAnswer answers[3]);

G_END_DECLS
