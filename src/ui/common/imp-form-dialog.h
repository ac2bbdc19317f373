/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A dialog with one thing to do: Cancel, what is asked, and the button that does it. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog.h"

G_BEGIN_DECLS

/* Base of the dialogs that write once and close. Properties: "backlog" (construct only),
 * "action-label" (of the button), "subtitle" (what it is about, under the title; may be NULL), "content" (the form), "foot" (text under the form that stays in
 * view; NULL hides it), "bottom" (a widget there instead), "complete" (boolean: the button can be
 * pressed), "narrow" (boolean, for reading: below 550 sp), "tight" (boolean, for reading: large
 * text on a phone). Return presses the button. */
#define IMP_TYPE_FORM_DIALOG (imp_form_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (ImpFormDialog, imp_form_dialog, IMP, FORM_DIALOG, AdwDialog)

/* submit: start the write, with imp_form_dialog_written_cb() and imp_form_dialog_expect().
 * written, optional: the write is done; item as in imp_backlog_write_finish().
 * say_done, optional: what the toast says of it, where the dialog stays. */
struct _ImpFormDialogClass
{
  AdwDialogClass parent_class;
  void (*submit) (ImpFormDialog *self);
  void (*written) (ImpFormDialog *self, ImpItem item);
  char *(*say_done) (ImpFormDialog *self);
};

ImpBacklog *imp_form_dialog_get_backlog (ImpFormDialog *self);
void imp_form_dialog_set_complete (ImpFormDialog *self, gboolean complete);
void imp_form_dialog_set_foot (ImpFormDialog *self, const char *text);
/* Whether it stays open after a write; then it has the toast itself, and Cancel becomes Close. */
void imp_form_dialog_set_stays (ImpFormDialog *self, gboolean stays);
gboolean imp_form_dialog_get_stays (ImpFormDialog *self);

gboolean imp_form_dialog_is_busy (ImpFormDialog *self); /* a write is under way */

/* What to hand over as the data of the callback below. */
gpointer imp_form_dialog_expect (ImpFormDialog *self);
/* Closes the dialog, unless it stays, and shows the toast with Undo; after an error says why, and stays. */
void imp_form_dialog_written_cb (GObject *backlog, GAsyncResult *result, gpointer expected);

G_END_DECLS
