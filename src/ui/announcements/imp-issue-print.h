/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Prints an issue: the very pages of the preview, on the paper that is chosen. */
#pragma once

#include <gtk/gtk.h>

#include "model/imp-issue.h"
#include "publish/imp-paper.h"

G_BEGIN_DECLS

/* The paper of the last time, or what offices of the locale use. */
const ImpPaper *imp_issue_print_get_paper (void);
/* Shows the print dialog over the window of `widget`. Printer and paper are remembered; done, when
 * it is printed or given up, on the main thread with `widget` (not after it has gone). */
void imp_issue_print (GtkWidget *widget, ImpIssue *issue, void (*done) (GtkWidget *widget));

G_END_DECLS
