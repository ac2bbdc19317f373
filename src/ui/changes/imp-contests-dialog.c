/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Changes to look at: what people wrote without knowing of each other. */
#include "config.h"

#include "ui/changes/imp-contests-dialog.h"

#include "backlog/imp-backlog-history.h"
#include "ui/changes/imp-contest-group.h"
#include "ui/changes/imp-merge-page.h"
#include "ui/common/imp-toasts.h"
#include "ui/common/imp-writing.h"

#include <glib/gi18n.h>

#define N_STEP 100 /* fields, each with all that was written there */

struct _ImpContestsDialog
{
  ImpChangesDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (ImpContestsDialog, imp_contests_dialog, IMP_TYPE_CHANGES_DIALOG)

static void
chosen_cb (ImpContestsDialog *self, guint version, ImpContestGroup *group)
{
  const ImpContest *contest = imp_contest_group_get_contest (group);
  const ImpVersion *chosen = g_ptr_array_index (contest->versions, version);

  imp_backlog_settle_async (imp_changes_dialog_get_backlog (IMP_CHANGES_DIALOG (self)),
                            contest->item, contest->field, contest->seen, &chosen->value,
                            imp_toasts_written_cb, imp_toasts_expect (GTK_WIDGET (self)));
}

static void
make_one_cb (ImpContestsDialog *self, ImpContestGroup *group)
{
  ImpChangesDialog *dialog = IMP_CHANGES_DIALOG (self);

  imp_changes_dialog_push (dialog, imp_merge_page_new (imp_changes_dialog_get_backlog (dialog),
                                                       imp_contest_group_get_contest (group)));
}

static GtkWidget *
create_group (ImpContestsDialog *self, GPtrArray *contests, guint i)
{
  GtkWidget *group = imp_contest_group_new (contests, i);

  gtk_widget_set_sensitive (
      group, imp_writing_is_possible (imp_changes_dialog_get_backlog (IMP_CHANGES_DIALOG (self))));
  g_object_bind_property (self, "narrow", group, "narrow", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (group, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (group, "make-one", G_CALLBACK (make_one_cb), self, G_CONNECT_SWAPPED);
  return group;
}

static GtkWidget *
create_explanation (void)
{
  return g_object_new (
      GTK_TYPE_LABEL, "label",
      _ ("Two of you changed the same thing, neither knowing what the other wrote. Choose what is "
         "to stand here. Until then everybody sees the newer one; what you do not choose stays in "
         "the history. What is published stays as it is."),
      "xalign", 0.0, "wrap", TRUE, NULL);
}

static GtkWidget *
imp_contests_dialog_fill (ImpChangesDialog *dialog, GtkBox *list, GPtrArray *contests, guint n)
{
  GtkWidget *last;

  if (gtk_widget_get_first_child (GTK_WIDGET (list)) == NULL)
    gtk_box_append (list, create_explanation ());
  last = gtk_widget_get_last_child (GTK_WIDGET (list));
  for (guint i = 0; i < n; i++)
    gtk_box_append (list, create_group (IMP_CONTESTS_DIALOG (dialog), contests, i));
  return gtk_widget_get_next_sibling (last);
}

static void
contests_read_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpChangesDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) contests =
      imp_backlog_contests_finish (IMP_BACKLOG (backlog), result, &error);

  imp_changes_dialog_take (self, result, contests, error);
}

static void
imp_contests_dialog_load (ImpChangesDialog *dialog,
                          ImpBacklog *backlog,
                          guint n_passed,
                          guint n_most,
                          GCancellable *cancellable)
{
  imp_backlog_contests_async (backlog, n_passed, n_most, cancellable, contests_read_cb,
                              g_object_ref (dialog));
}

static void
imp_contests_dialog_class_init (ImpContestsDialogClass *klass)
{
  IMP_CHANGES_DIALOG_CLASS (klass)->load = imp_contests_dialog_load;
  IMP_CHANGES_DIALOG_CLASS (klass)->fill = imp_contests_dialog_fill;
}

static void
imp_contests_dialog_init (ImpContestsDialog *self)
{
}

AdwDialog *
imp_contests_dialog_new (ImpBacklog *backlog)
{
  return g_object_new (IMP_TYPE_CONTESTS_DIALOG, "backlog", backlog, "heading",
                       _ ("Changes to Look At"), "empty-icon", "object-select-symbolic",
                       "empty-title", _ ("Nothing to Decide"), "empty-description",
                       _ ("Where two of you change the same thing, neither knowing what the other "
                          "wrote, both stand here until somebody chooses."),
                       "more-label", _ ("Show More"), "step", N_STEP, NULL);
}
