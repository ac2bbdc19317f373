/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One choice out of a few, in a row or, where it is narrow, in a grid. */
#pragma once

#include <gtk/gtk.h>

#include "model/imp-answer.h"

G_BEGIN_DECLS

/* A heading over equal toggles; nothing is chosen at first. Properties: "title" (the heading, also
 * the accessible name of the toggles), "selected" (int, -1 for nothing; notified), "narrow"
 * (boolean: a grid of four columns with 42 px high buttons, the last one of seven flat over two).
 * Bind "narrow" to a breakpoint of the dialog at 550sp. */
#define IMP_TYPE_CHOICE_BAR (imp_choice_bar_get_type ())
G_DECLARE_FINAL_TYPE (ImpChoiceBar, imp_choice_bar, IMP, CHOICE_BAR, GtkWidget)

GtkWidget *imp_choice_bar_new (const char *title);
void imp_choice_bar_add (ImpChoiceBar *self, const char *label);
int imp_choice_bar_get_selected (ImpChoiceBar *self);
void imp_choice_bar_set_selected (ImpChoiceBar *self, int selected);

/* The question's title, its six bands and "Don't know". */
void imp_choice_bar_fill_bands (ImpChoiceBar *self, ImpQuestion question);
int imp_choice_bar_get_band (ImpChoiceBar *self); /* 1 … 6; 0: don't know, or left alone */
void imp_choice_bar_set_band (ImpChoiceBar *self, int band);
/* "How do we know?" and its four answers. */
void imp_choice_bar_fill_known (ImpChoiceBar *self);
ImpKnown imp_choice_bar_get_known (ImpChoiceBar *self); /* left alone: one person */
void imp_choice_bar_set_known (ImpChoiceBar *self, ImpKnown known);

G_END_DECLS
