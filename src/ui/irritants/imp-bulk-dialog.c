/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What several irritants shall get. */
#include "config.h"

#include "ui/irritants/imp-bulk-dialog.h"

#include "base/imp-text.h"
#include "ui/common/imp-name-row.h"
#include "ui/irritants/imp-choice-row.h"

#include <glib/gi18n.h>

struct _ImpBulkDialog
{
  ImpFormDialog parent_instance;
  ImpBulkKind kind;
  AdwPreferencesGroup *group;
  ImpNameRow *name;
  AdwEntryRow *words;
  AdwComboRow *choice;
};

G_DEFINE_FINAL_TYPE (ImpBulkDialog, imp_bulk_dialog, IMP_TYPE_FORM_DIALOG)

static guint decided_signal;

/* title: of the dialog. row: what is asked. known: of what names are offered. field: whose choices
 * are. One with neither is asked for words. */
static const struct
{
  const char *title, *action, *row;
  ImpKind known;
  guint8 field;
  gboolean required;
} forms[IMP_N_BULKS] = {
  [IMP_BULK_ADD_TAG] = { N_ ("Add Tag"), N_ ("_Add"), N_ ("Tag"), IMP_KIND_TAGGING, 0, TRUE },
  [IMP_BULK_REMOVE_TAG] = { N_ ("Remove Tag"), N_ ("_Remove"), N_ ("Tag"), IMP_KIND_TAGGING, 0,
                            TRUE },
  [IMP_BULK_SET_OFFERING] = { N_ ("About What"), N_ ("_Save"), N_ ("About what"),
                              IMP_KIND_OFFERING },
  [IMP_BULK_SET_STEP] = { N_ ("Step"), N_ ("_Save"), N_ ("At which step"), IMP_KIND_STEP },
  [IMP_BULK_SET_OUTCOME] = { N_ ("Outcome"), N_ ("_Save"), N_ ("What it holds back"),
                             IMP_KIND_OUTCOME },
  [IMP_BULK_SET_WASTE] = { N_ ("Waste"), N_ ("_Save"), N_ ("What it wastes"), IMP_KIND_NONE,
                           IMP_IRRITANT_WASTE },
  [IMP_BULK_SET_CHANGE] = { N_ ("Kind of Change"), N_ ("_Save"), N_ ("What gets better"),
                            IMP_KIND_NONE, IMP_IRRITANT_CHANGE },
  [IMP_BULK_PLAN] = { N_ ("Plan One Fix"), N_ ("_Plan"), N_ ("What will be done?"), IMP_KIND_NONE,
                      0, TRUE },
  [IMP_BULK_DECLINE] = { N_ ("Decline"), N_ ("_Decline"), N_ ("Why not?"), IMP_KIND_NONE, 0, TRUE },
};

static GtkEditable *
get_entry (ImpBulkDialog *self)
{
  return forms[self->kind].known != IMP_KIND_NONE ? GTK_EDITABLE (self->name)
                                                  : GTK_EDITABLE (self->words);
}

static void
changed_cb (ImpBulkDialog *self)
{
  const char *text = gtk_editable_get_text (get_entry (self));

  imp_form_dialog_set_complete (IMP_FORM_DIALOG (self),
                                !forms[self->kind].required || !imp_text_is_empty (text));
}

static void
imp_bulk_dialog_submit (ImpFormDialog *dialog)
{
  ImpBulkDialog *self = IMP_BULK_DIALOG (dialog);
  g_autofree char *text = imp_text_clean (gtk_editable_get_text (get_entry (self)));
  const int choice =
      forms[self->kind].field != 0 ? (int) adw_combo_row_get_selected (self->choice) : 0;

  g_object_ref (self);
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, decided_signal, 0, text, choice);
  g_object_unref (self);
}

static void
imp_bulk_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_BULK_DIALOG);
  G_OBJECT_CLASS (imp_bulk_dialog_parent_class)->dispose (object);
}

static void
imp_bulk_dialog_class_init (ImpBulkDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_bulk_dialog_dispose;
  IMP_FORM_DIALOG_CLASS (klass)->submit = imp_bulk_dialog_submit;
  decided_signal = g_signal_new ("decided", IMP_TYPE_BULK_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  g_type_ensure (IMP_TYPE_NAME_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/irritants/imp-bulk-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpBulkDialog, group);
  gtk_widget_class_bind_template_child (widget_class, ImpBulkDialog, name);
  gtk_widget_class_bind_template_child (widget_class, ImpBulkDialog, words);
  gtk_widget_class_bind_template_child (widget_class, ImpBulkDialog, choice);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
imp_bulk_dialog_init (ImpBulkDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
say_what_happens (ImpBulkKind kind, guint n)
{
  const char *format;

  if (kind == IMP_BULK_DECLINE)
    format = ngettext ("%'u irritant, where nobody has taken it up. Those who reported it will be "
                       "told the reason.",
                       "%'u irritants, where nobody has taken them up. Those who reported them "
                       "will be told the reason.",
                       n);
  else
    format = ngettext ("%'u irritant", "%'u irritants", n);
  return g_strdup_printf (format, n);
}

static void
show_row (ImpBulkDialog *self, ImpBacklog *backlog)
{
  const char *title = _ (forms[self->kind].row);
  GtkWidget *row = GTK_WIDGET (get_entry (self));

  if (forms[self->kind].field != 0)
    {
      row = GTK_WIDGET (self->choice);
      imp_choice_row_offer (self->choice, forms[self->kind].field, 0);
    }
  else if (forms[self->kind].known != IMP_KIND_NONE)
    imp_name_row_set_source (self->name, backlog, forms[self->kind].known);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_visible (row, TRUE);
  adw_dialog_set_focus (ADW_DIALOG (self), row);
}

gboolean
imp_bulk_dialog_is_needed (ImpBulkKind kind)
{
  return forms[kind].title != NULL;
}

AdwDialog *
imp_bulk_dialog_new (ImpBacklog *backlog, ImpBulkKind kind, guint n_irritants)
{
  ImpBulkDialog *self =
      g_object_new (IMP_TYPE_BULK_DIALOG, "backlog", backlog, "title", _ (forms[kind].title),
                    "action-label", _ (forms[kind].action), NULL);
  g_autofree char *words = say_what_happens (kind, n_irritants);

  self->kind = kind;
  adw_preferences_group_set_description (self->group, words);
  show_row (self, backlog);
  changed_cb (self);
  return ADW_DIALOG (self);
}
