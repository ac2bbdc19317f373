/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * More irritants that a fix removes. */
#include "config.h"

#include "ui/fixes/imp-add-irritants-dialog.h"

#include "backlog/imp-backlog-fixes.h"
#include "ui/fixes/imp-irritant-chooser.h"

#include <glib/gi18n.h>

#define HEIGHT 520 /* there is room for what is found */

struct _ImpAddIrritantsDialog
{
  ImpFormDialog parent_instance;

  ImpItem fix;
  ImpIrritantChooser *irritants;
};

G_DEFINE_FINAL_TYPE (ImpAddIrritantsDialog, imp_add_irritants_dialog, IMP_TYPE_FORM_DIALOG)

static void
changed_cb (ImpAddIrritantsDialog *self)
{
  guint n_chosen;

  imp_irritant_chooser_get_chosen (self->irritants, &n_chosen);
  imp_form_dialog_set_complete (IMP_FORM_DIALOG (self), n_chosen > 0);
}

static void
imp_add_irritants_dialog_submit (ImpFormDialog *dialog)
{
  ImpAddIrritantsDialog *self = IMP_ADD_IRRITANTS_DIALOG (dialog);
  guint n_chosen;
  const ImpItem *chosen = imp_irritant_chooser_get_chosen (self->irritants, &n_chosen);

  imp_backlog_add_irritants_async (imp_form_dialog_get_backlog (dialog), self->fix, chosen,
                                   n_chosen, imp_form_dialog_written_cb,
                                   imp_form_dialog_expect (dialog));
}

static void
imp_add_irritants_dialog_class_init (ImpAddIrritantsDialogClass *klass)
{
  IMP_FORM_DIALOG_CLASS (klass)->submit = imp_add_irritants_dialog_submit;
}

static void
imp_add_irritants_dialog_init (ImpAddIrritantsDialog *self)
{
  self->irritants = g_object_new (IMP_TYPE_IRRITANT_CHOOSER, NULL);
  g_signal_connect_object (self->irritants, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

AdwDialog *
imp_add_irritants_dialog_new (ImpBacklog *backlog,
                              ImpItem fix,
                              const ImpItem *removed,
                              guint n_removed)
{
  ImpAddIrritantsDialog *self = g_object_new (IMP_TYPE_ADD_IRRITANTS_DIALOG, "backlog", backlog,
                                              "title", _ ("Add an Irritant"), "action-label",
                                              _ ("_Add"), "content-height", HEIGHT, NULL);

  self->fix = fix;
  g_object_set (self, "content", self->irritants, NULL);
  imp_irritant_chooser_set_backlog (self->irritants, backlog);
  imp_irritant_chooser_leave_out (self->irritants, removed, n_removed);
  adw_dialog_set_focus (ADW_DIALOG (self), imp_irritant_chooser_get_search (self->irritants));
  return ADW_DIALOG (self);
}
