/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Give a view its name. */
#include "config.h"

#include "ui/search/imp-view-dialog.h"

#include <glib/gi18n.h>

#include "base/imp-text.h"
#include "model/imp-query-words.h"
#include "ui/common/imp-plain.h"

struct _ImpViewDialog
{
  ImpFormDialog parent_instance;
  ImpViewsMenu *views;
  ImpView *view;
  AdwPreferencesGroup *group;
  AdwEntryRow *name;
};

G_DEFINE_FINAL_TYPE (ImpViewDialog, imp_view_dialog, IMP_TYPE_FORM_DIALOG)

/* Another one that has the name; it is replaced by a new one, and in the way of a renamed one. */
static const ImpView *
find_other (ImpViewDialog *self)
{
  const ImpView *other =
      imp_views_menu_find_name (self->views, gtk_editable_get_text (GTK_EDITABLE (self->name)));

  return other != NULL && other->item != self->view->item ? other : NULL;
}

static void
changed_cb (ImpViewDialog *self)
{
  const gboolean empty = imp_text_is_empty (gtk_editable_get_text (GTK_EDITABLE (self->name)));
  const gboolean taken = self->views != NULL && !empty && find_other (self) != NULL;
  const gboolean new = self->view == NULL || self->view->item == 0;

  imp_form_dialog_set_complete (IMP_FORM_DIALOG (self), !empty && (new || !taken));
  imp_form_dialog_set_foot (IMP_FORM_DIALOG (self),
                            !taken ? NULL
                            : new  ? _ ("This replaces the view that has the name already.")
                                   : _ ("Another view has this name already."));
}

static void
imp_view_dialog_submit (ImpFormDialog *dialog)
{
  ImpViewDialog *self = IMP_VIEW_DIALOG (dialog);

  g_free (self->view->name);
  self->view->name = imp_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->name)));
  imp_backlog_save_view_async (imp_form_dialog_get_backlog (dialog), self->view,
                               imp_form_dialog_written_cb, imp_form_dialog_expect (dialog));
}

static void
imp_view_dialog_dispose (GObject *object)
{
  ImpViewDialog *self = IMP_VIEW_DIALOG (object);

  g_clear_object (&self->views);
  g_clear_pointer (&self->view, imp_view_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_VIEW_DIALOG);
  G_OBJECT_CLASS (imp_view_dialog_parent_class)->dispose (object);
}

static void
imp_view_dialog_class_init (ImpViewDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_view_dialog_dispose;
  IMP_FORM_DIALOG_CLASS (klass)->submit = imp_view_dialog_submit;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Improve/ui/search/imp-view-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpViewDialog, group);
  gtk_widget_class_bind_template_child (widget_class, ImpViewDialog, name);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
imp_view_dialog_init (ImpViewDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  imp_plain_text (GTK_WIDGET (self));
}

/* Everybody will see what it shows, so it is said. */
static void
describe (ImpViewDialog *self)
{
  g_autoptr (ImpQuery) query = imp_query_parse (self->view->query);
  g_autofree char *words = imp_query_to_words (query);
  g_autofree char *text =
      /* Translators: %s is what a saved view shows: "Not yet fixed · Lyon" */
      g_strdup_printf (_ ("%s. All who share this backlog will find it."), words);

  adw_preferences_group_set_description (self->group, text);
}

AdwDialog *
imp_view_dialog_new (ImpBacklog *backlog, ImpViewsMenu *views, const ImpView *view)
{
  ImpViewDialog *self = g_object_new (IMP_TYPE_VIEW_DIALOG, "backlog", backlog, NULL);

  self->views = g_object_ref (views);
  self->view = imp_view_copy (view);
  if (view->item != 0)
    g_object_set (self, "title", _ ("Rename View"), "action-label", _ ("_Rename"), NULL);
  describe (self);
  if (view->name != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->name), view->name);
  changed_cb (self);
  return ADW_DIALOG (self);
}
