/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Prints or exports an announcement as it stands in the record now. */
#pragma once

#include <gtk/gtk.h>

#include "backlog/imp-backlog.h"
#include "publish/imp-document.h"

G_BEGIN_DECLS

/* Both read the announcement after every write that was begun before, and show their dialogs over
 * the window of `widget`; where it has left its window meanwhile, nothing happens. */
void imp_announcement_output_print (GtkWidget *widget,
                                    ImpBacklog *backlog,
                                    ImpItem announcement,
                                    void (*done) (GtkWidget *widget));
void imp_announcement_output_export (GtkWidget *widget,
                                     ImpBacklog *backlog,
                                     ImpItem announcement,
                                     const ImpPaper *paper,
                                     ImpForm form);

G_END_DECLS
