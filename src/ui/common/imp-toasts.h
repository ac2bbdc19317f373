/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Toasts after a write: what was done with Undo, or why it could not be done. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog.h"

G_BEGIN_DECLS

/* Every window has one toast overlay, which stands behind its dialogs; a dialog that stays open
 * after a write has one of its own. Each hands it over once; pages and dialogs name any widget of
 * theirs that is in the window. An error goes into an alert dialog instead where a dialog covers
 * the window, so that it is seen. The windows have the action win.take-back, for Undo. */
void imp_toasts_install (GtkWidget *place, AdwToastOverlay *overlay); /* NULL: none any more */

void imp_toasts_show (GtkWidget *widget, const char *text);
/* What is there now goes: something comes that it would cover. */
void imp_toasts_dismiss (GtkWidget *widget);
/* The same where errors are still to be read. */
void imp_toasts_dismiss_done (GtkWidget *widget);
/* Names the newest action of the backlog, with Undo; goes as soon as another one is the newest. */
void imp_toasts_show_done (GtkWidget *widget, ImpBacklog *backlog);
/* The same for what is no action of the backlog: Undo is the window's or the application's `action`,
 * with this target, which is taken over where it is floating. */
void imp_toasts_show_undoable (GtkWidget *widget,
                               ImpBacklog *backlog,
                               const char *text,
                               const char *action,
                               GVariant *target);
/* Not that of a cancelling. NULL for the widget tells nobody. */
void imp_toasts_show_error (GtkWidget *widget, const GError *error);
/* One that is shown in another way. */
void imp_toasts_add_error (GtkWidget *widget);
guint imp_toasts_count_errors (GtkWidget *window); /* shown so far */

/* For a write with nothing to do after it:
 *   imp_backlog_start_fix_async (backlog, fix, imp_toasts_written_cb, imp_toasts_expect (widget));
 * shows the toast with Undo, or the error, also when the widget has left the window meanwhile;
 * nothing where nothing had to be changed. */
gpointer imp_toasts_expect (GtkWidget *widget);
void imp_toasts_written_cb (GObject *backlog, GAsyncResult *result, gpointer expected);

/* For a callback of one's own: finishes the write and shows the same. *item as in
 * imp_backlog_write_finish(). */
gboolean imp_toasts_finish_write (GtkWidget *widget,
                                  ImpBacklog *backlog,
                                  GAsyncResult *result,
                                  ImpItem *item);
/* The same with `text` (NULL: the action's own name) for what was done. */
gboolean imp_toasts_finish_write_saying (GtkWidget *widget,
                                         ImpBacklog *backlog,
                                         GAsyncResult *result,
                                         const char *text,
                                         ImpItem *item);

G_END_DECLS
