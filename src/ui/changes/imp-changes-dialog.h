/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A dialog that lists what people changed, and follows it. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog.h"

G_BEGIN_DECLS

/* Base of the dialogs about changes: a list under a header, with toasts of its own so that Undo
 * can be pressed while it is open. Loads what it shows at first and whenever the backlog has
 * changed. Properties: "backlog" (construct only), "heading" and "subheading" (of the header),
 * "empty-icon", "empty-title" and "empty-description" (what stands there where nothing is to be
 * listed), "more-label" (of the button below a list that goes on), "step" (how many it lists at a
 * time; construct only), "narrow" (boolean, for reading: below 550 sp). Once disposed there is no backlog any
 * more. Main thread. */
#define IMP_TYPE_CHANGES_DIALOG (imp_changes_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (ImpChangesDialog, imp_changes_dialog, IMP, CHANGES_DIALOG, AdwDialog)

/* load: ask for what is listed, after so many and at most so many of them; the cancellable is of
 * this question, the answer is for imp_changes_dialog_take(). Where there are words to search for
 * it is what they are found in.
 * fill: put the first `n` of what was read at the end of the list; gives the first widget that came.
 * Where nothing is found `n` is 0, and it says so. */
struct _ImpChangesDialogClass
{
  AdwDialogClass parent_class;
  void (*load) (ImpChangesDialog *self,
                ImpBacklog *backlog,
                guint n_passed,
                guint n_most,
                GCancellable *cancellable);
  GtkWidget *(*fill) (ImpChangesDialog *self, GtkBox *list, GPtrArray *items, guint n);
};

ImpBacklog *imp_changes_dialog_get_backlog (ImpChangesDialog *self);
/* What was read, or NULL and why not. The focus is then in the list. */
void imp_changes_dialog_take (ImpChangesDialog *self,
                              GAsyncResult *result,
                              GPtrArray *items,
                              const GError *error);
void imp_changes_dialog_set_searchable (ImpChangesDialog *self, gboolean searchable);
/* "" for all. */
const char *imp_changes_dialog_get_search (ImpChangesDialog *self);
/* Over the list, with a way back. */
void imp_changes_dialog_push (ImpChangesDialog *self, AdwNavigationPage *page);

G_END_DECLS
