/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How the hours come about, as a line that people can check by head. */
#pragma once

#include <gtk/gtk.h>

#include "model/imp-explanation.h"

G_BEGIN_DECLS

/* "45 people × 40 times a month × 5 minutes ÷ 60 = 150 h", each with how we know it; in several
 * lines where it is narrow. A screen reader is told the whole as one text. */
GtkWidget *imp_reckoning_new (const ImpExplanation *explanation);

G_END_DECLS
