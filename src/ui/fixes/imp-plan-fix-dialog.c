/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Plan a fix: what, who does it, promised to whom by when, and which irritant it removes. */
#include "config.h"

#include "ui/fixes/imp-plan-fix-dialog.h"

#include "backlog/imp-backlog-fixes.h"
#include "base/imp-text.h"
#include "ui/common/imp-date-row.h"
#include "ui/common/imp-name-row.h"
#include "ui/fixes/imp-irritant-chooser.h"

#define HEIGHT_WITH_SEARCH 720 /* there is room for what is found */

struct _ImpPlanFixDialog
{
  ImpFormDialog parent_instance;

  ImpIrritantChooser *irritants;
  GtkEditable *name;
  ImpNameRow *owner;
  ImpDateRow *date;
  ImpNameRow *to;
};

G_DEFINE_FINAL_TYPE (ImpPlanFixDialog, imp_plan_fix_dialog, IMP_TYPE_FORM_DIALOG)

static void
changed_cb (ImpPlanFixDialog *self)
{
  guint n_chosen;

  imp_irritant_chooser_get_chosen (self->irritants, &n_chosen);
  imp_form_dialog_set_complete (IMP_FORM_DIALOG (self),
                                n_chosen > 0
                                    && !imp_text_is_empty (gtk_editable_get_text (self->name))
                                    && imp_date_row_is_valid (self->date));
}

static void
imp_plan_fix_dialog_submit (ImpFormDialog *dialog)
{
  ImpPlanFixDialog *self = IMP_PLAN_FIX_DIALOG (dialog);
  g_autofree char *title = imp_text_clean (gtk_editable_get_text (self->name));
  g_autofree char *owner = imp_name_row_dup_name (self->owner);
  g_autofree char *to = imp_name_row_dup_name (self->to);
  guint n_chosen;
  const ImpItem *chosen = imp_irritant_chooser_get_chosen (self->irritants, &n_chosen);

  imp_backlog_plan_fix_async (imp_form_dialog_get_backlog (dialog), title, chosen, n_chosen, owner,
                              imp_date_row_get_date (self->date), to, imp_form_dialog_written_cb,
                              imp_form_dialog_expect (dialog));
}

static void
imp_plan_fix_dialog_constructed (GObject *object)
{
  ImpPlanFixDialog *self = IMP_PLAN_FIX_DIALOG (object);
  ImpBacklog *backlog = imp_form_dialog_get_backlog (IMP_FORM_DIALOG (object));

  G_OBJECT_CLASS (imp_plan_fix_dialog_parent_class)->constructed (object);
  if (backlog == NULL)
    return;
  imp_name_row_set_source (self->owner, backlog, IMP_KIND_PERSON);
  imp_name_row_set_source (self->to, backlog, IMP_KIND_PERSON);
  imp_date_row_set_today (self->date, imp_backlog_get_today (backlog));
  imp_date_row_set_earliest (self->date, imp_backlog_get_today (backlog));
  imp_irritant_chooser_set_backlog (self->irritants, backlog);
}

static void
imp_plan_fix_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_PLAN_FIX_DIALOG);
  G_OBJECT_CLASS (imp_plan_fix_dialog_parent_class)->dispose (object);
}

static void
imp_plan_fix_dialog_class_init (ImpPlanFixDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = imp_plan_fix_dialog_constructed;
  G_OBJECT_CLASS (klass)->dispose = imp_plan_fix_dialog_dispose;
  IMP_FORM_DIALOG_CLASS (klass)->submit = imp_plan_fix_dialog_submit;
  g_type_ensure (IMP_TYPE_NAME_ROW);
  g_type_ensure (IMP_TYPE_DATE_ROW);
  g_type_ensure (IMP_TYPE_IRRITANT_CHOOSER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/fixes/imp-plan-fix-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpPlanFixDialog, irritants);
  gtk_widget_class_bind_template_child (widget_class, ImpPlanFixDialog, name);
  gtk_widget_class_bind_template_child (widget_class, ImpPlanFixDialog, owner);
  gtk_widget_class_bind_template_child (widget_class, ImpPlanFixDialog, date);
  gtk_widget_class_bind_template_child (widget_class, ImpPlanFixDialog, to);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
imp_plan_fix_dialog_init (ImpPlanFixDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
imp_plan_fix_dialog_new (ImpBacklog *backlog, ImpItem irritant, const char *title)
{
  ImpPlanFixDialog *self = g_object_new (IMP_TYPE_PLAN_FIX_DIALOG, "backlog", backlog, NULL);

  if (irritant != 0)
    imp_irritant_chooser_add (self->irritants, irritant, title);
  else
    adw_dialog_set_content_height (ADW_DIALOG (self), HEIGHT_WITH_SEARCH);
  adw_dialog_set_focus (ADW_DIALOG (self), irritant != 0
                                               ? GTK_WIDGET (self->name)
                                               : imp_irritant_chooser_get_search (self->irritants));
  return ADW_DIALOG (self);
}
