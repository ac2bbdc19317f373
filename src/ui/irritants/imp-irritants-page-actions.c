/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What is done on the page of irritants: with one, with those that are chosen, and Back. */
#include "config.h"

#include "ui/irritants/imp-irritants-page-private.h"

#include "ui/common/imp-toasts.h"
#include "ui/irritants/imp-bulk-dialog.h"
#include "ui/irritants/imp-bulk-work.h"

#include <glib/gi18n.h>

#define KIND_KEY "imp-bulk-kind"

/* Undo brings it back: no question. */
static void
delete_irritant (GtkWidget *widget, const char *action, GVariant *irritant)
{
  imp_backlog_delete_async (imp_backlog_page_get_backlog (IMP_IRRITANTS_PAGE (widget)),
                            g_variant_get_int64 (irritant), _ ("Irritant deleted"),
                            imp_toasts_written_cb, imp_toasts_expect (widget));
}

static void
print (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpIrritantsPage *self = IMP_IRRITANTS_PAGE (widget);

  imp_irritants_list_print (self->list, imp_backlog_page_get_backlog (self));
}

static void
toggle_selecting (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpRowChoice *choice = imp_irritants_list_get_choice (IMP_IRRITANTS_PAGE (widget)->list);

  imp_row_choice_set_choosing (choice, !imp_row_choice_is_choosing (choice));
}

/* Where the page lies over the list, that is uncovered. */
static void
go_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpIrritantsPage *self = IMP_IRRITANTS_PAGE (widget);

  if (self->narrow)
    adw_navigation_split_view_set_show_content (self->split, FALSE);
  else
    gtk_widget_activate_action (widget, "win.go-back", NULL);
}

static void
install_back (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "irritants.back", NULL, go_back);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, GDK_NO_MODIFIER_MASK,
                                       "irritants.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "irritants.back",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Back, GDK_NO_MODIFIER_MASK,
                                       "irritants.back", NULL);
}

static void
select_all (GtkWidget *widget, const char *action, GVariant *parameter)
{
  imp_irritants_list_choose_all (IMP_IRRITANTS_PAGE (widget)->list);
}

static void
change_chosen (ImpIrritantsPage *self, ImpBulkKind kind, const char *text, int choice)
{
  g_autoptr (GArray) chosen = imp_irritants_list_dup_chosen (self->list);
  const ImpBulk bulk = { kind, text, choice };

  imp_bulk_work_start (GTK_WIDGET (self), imp_backlog_page_get_backlog (self), chosen, &bulk);
  imp_row_choice_set_choosing (imp_irritants_list_get_choice (self->list), FALSE);
}

static void
decided_cb (ImpIrritantsPage *self, const char *text, int choice, GObject *dialog)
{
  change_chosen (self, (ImpBulkKind) GPOINTER_TO_INT (g_object_get_data (dialog, KIND_KEY)), text,
                 choice);
}

static void
change_several (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpIrritantsPage *self = IMP_IRRITANTS_PAGE (widget);
  const ImpBulkKind kind = (ImpBulkKind) g_variant_get_int32 (parameter);
  const guint n = imp_row_choice_count (imp_irritants_list_get_choice (self->list));
  AdwDialog *dialog;

  g_return_if_fail (kind < IMP_N_BULKS);
  if (!imp_bulk_dialog_is_needed (kind))
    {
      change_chosen (self, kind, NULL, 0);
      return;
    }
  dialog = imp_bulk_dialog_new (imp_backlog_page_get_backlog (self), kind, n);
  g_object_set_data (G_OBJECT (dialog), KIND_KEY, GINT_TO_POINTER (kind));
  g_signal_connect_object (dialog, "decided", G_CALLBACK (decided_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

void
imp_irritants_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "irritants.delete", "x", delete_irritant);
  gtk_widget_class_install_action (widget_class, "irritants.print", NULL, print);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "irritants.print",
                                       NULL);
  gtk_widget_class_install_action (widget_class, "irritants.select", NULL, toggle_selecting);
  gtk_widget_class_install_action (widget_class, "irritants.select-all", NULL, select_all);
  gtk_widget_class_install_action (widget_class, "irritants.bulk", "i", change_several);
  install_back (widget_class);
}
