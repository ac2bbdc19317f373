/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Promise a date for a fix, or give a new one. */
#include "config.h"

#include "ui/fixes/imp-promise-dialog.h"

#include "base/imp-text.h"
#include "ui/common/imp-date-row.h"
#include "ui/common/imp-name-row.h"

#include <glib/gi18n.h>

struct _ImpPromiseDialog
{
  ImpFixDialog parent_instance;

  gboolean moves;
  ImpItem promise; /* to move; 0 until it is loaded */
  char *as_of;     /* of the page that showed it */

  GtkLabel *intro;
  ImpNameRow *to;
  ImpDateRow *date;
  AdwEntryRow *reason;
  AdwSwitchRow *told;
};

G_DEFINE_FINAL_TYPE (ImpPromiseDialog, imp_promise_dialog, IMP_TYPE_FIX_DIALOG)

static void
changed_cb (ImpPromiseDialog *self)
{
  gboolean ready = !self->moves || self->promise != 0;

  imp_form_dialog_set_complete (IMP_FORM_DIALOG (self),
                                ready && imp_date_is_set (imp_date_row_get_date (self->date)));
}

static char *
say_current (const ImpFixCard *card)
{
  g_autofree char *first = imp_date_to_words (card->promised_first);

  if (card->promised_to == NULL)
    return g_strdup_printf (_ ("%s\nPromised for %s. That first date stays in the record."),
                            card->title, first);
  return g_strdup_printf (_ ("%s\nPromised to %s for %s. That first date stays in the record."),
                          card->title, card->promised_to, first);
}

static void
take_promise (ImpPromiseDialog *self, const ImpFixPage *page)
{
  self->promise = page->card->promise;
  g_set_str (&self->as_of, page->as_of);
}

static void
imp_promise_dialog_loaded (ImpFixDialog *dialog, const ImpFixPage *page)
{
  ImpPromiseDialog *self = IMP_PROMISE_DIALOG (dialog);
  g_autofree char *current = self->moves ? say_current (page->card) : NULL;

  gtk_label_set_label (self->intro, current != NULL ? current : page->card->title);
  if (self->moves)
    take_promise (self, page);
  else if (page->reporters != NULL && page->reporters[0] != NULL
           && imp_text_is_empty (gtk_editable_get_text (GTK_EDITABLE (self->to))))
    gtk_editable_set_text (GTK_EDITABLE (self->to), page->reporters[0]);
  changed_cb (self);
}

static void
imp_promise_dialog_submit (ImpFormDialog *dialog)
{
  ImpPromiseDialog *self = IMP_PROMISE_DIALOG (dialog);
  ImpBacklog *backlog = imp_form_dialog_get_backlog (dialog);
  ImpDate date = imp_date_row_get_date (self->date);
  g_autofree char *to = imp_name_row_dup_name (self->to);
  g_autofree char *reason = imp_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->reason)));

  if (self->moves)
    imp_backlog_move_promise_async (backlog, self->promise, date, reason,
                                    adw_switch_row_get_active (self->told), self->as_of,
                                    imp_form_dialog_written_cb, imp_form_dialog_expect (dialog));
  else
    imp_backlog_promise_async (backlog, imp_fix_dialog_get_fix (IMP_FIX_DIALOG (self)), to, date,
                               imp_form_dialog_written_cb, imp_form_dialog_expect (dialog));
}

static void
imp_promise_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_PROMISE_DIALOG);
  G_OBJECT_CLASS (imp_promise_dialog_parent_class)->dispose (object);
}

static void
imp_promise_dialog_finalize (GObject *object)
{
  g_free (IMP_PROMISE_DIALOG (object)->as_of);
  G_OBJECT_CLASS (imp_promise_dialog_parent_class)->finalize (object);
}

static void
imp_promise_dialog_class_init (ImpPromiseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_promise_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = imp_promise_dialog_finalize;
  IMP_FORM_DIALOG_CLASS (klass)->submit = imp_promise_dialog_submit;
  IMP_FIX_DIALOG_CLASS (klass)->loaded = imp_promise_dialog_loaded;
  g_type_ensure (IMP_TYPE_NAME_ROW);
  g_type_ensure (IMP_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/fixes/imp-promise-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpPromiseDialog, intro);
  gtk_widget_class_bind_template_child (widget_class, ImpPromiseDialog, to);
  gtk_widget_class_bind_template_child (widget_class, ImpPromiseDialog, date);
  gtk_widget_class_bind_template_child (widget_class, ImpPromiseDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, ImpPromiseDialog, told);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
imp_promise_dialog_init (ImpPromiseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
prepare (ImpPromiseDialog *self, ImpBacklog *backlog, gboolean moves)
{
  self->moves = moves;
  imp_name_row_set_source (self->to, backlog, IMP_KIND_PERSON);
  imp_date_row_set_today (self->date, imp_backlog_get_today (backlog));
  imp_date_row_set_earliest (self->date, imp_backlog_get_today (backlog));
  gtk_widget_set_visible (GTK_WIDGET (self->to), !moves);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), moves);
  gtk_widget_set_visible (GTK_WIDGET (self->told), moves);
  if (moves)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->date), _ ("New date"));
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (moves ? (void *) self->date : self->to));
}

static AdwDialog *
create (ImpBacklog *backlog, ImpItem fix, gboolean moves)
{
  ImpPromiseDialog *self =
      g_object_new (IMP_TYPE_PROMISE_DIALOG, "backlog", backlog, "fix", fix, "title",
                    moves ? _ ("Give a New Date") : _ ("Promise a Date"), "action-label",
                    moves ? _ ("_Move") : _ ("_Promise"), NULL);

  prepare (self, backlog, moves);
  return ADW_DIALOG (self);
}

AdwDialog *
imp_promise_dialog_new (ImpBacklog *backlog, ImpItem fix)
{
  return create (backlog, fix, FALSE);
}

AdwDialog *
imp_promise_dialog_new_to_move (ImpBacklog *backlog, ImpItem fix)
{
  return create (backlog, fix, TRUE);
}
