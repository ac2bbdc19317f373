/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A row of an irritant's answers: the answer in words, its band as six cells. */
#pragma once

#include <adwaita.h>

#include "model/imp-impact.h"

G_BEGIN_DECLS

/* Activating one opens its editor: irritant.answer with the question, irritant.care. */
GtkWidget *imp_answer_row_new (ImpQuestion question);
void imp_answer_row_show (GtkWidget *row, ImpQuestion question, const ImpFacts *facts);

GtkWidget *imp_answer_row_new_care (void);
void imp_answer_row_show_care (GtkWidget *row, const ImpFacts *facts, const ImpImpact *impact);

G_END_DECLS
