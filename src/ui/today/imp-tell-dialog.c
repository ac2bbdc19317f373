/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Tell colleagues what became of what they reported. */
#include "config.h"

#include "ui/today/imp-tell-dialog.h"

#include "backlog/imp-backlog-rounds.h"
#include "model/imp-today-words.h"
#include "ui/common/imp-headings.h"
#include "ui/common/imp-plain.h"
#include "ui/common/imp-toasts.h"

#include <glib/gi18n.h>

struct _ImpTellDialog
{
  AdwDialog parent_instance;

  ImpBacklog *backlog;
  ImpToday *today;     /* owns what is told */
  const ImpNews *news; /* of it */
  GtkWidget *place;    /* weak */
  int n_told;          /* ticked and saved; below 0 where a tick failed that was taken back */
  guint n_pending;     /* on their way */
  gboolean is_closed;

  AdwToastOverlay *toasts;
  GtkLabel *words;
  AdwPreferencesGroup *colleagues;
};

G_DEFINE_FINAL_TYPE (ImpTellDialog, imp_tell_dialog, ADW_TYPE_DIALOG)

/* One tick on its way. */
typedef struct
{
  ImpTellDialog *dialog;
  GtkCheckButton *check;
  gboolean told;
} Tick;

static void
tick_free (Tick *self)
{
  g_object_unref (self->dialog);
  g_object_unref (self->check);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Tick, tick_free)

/* What is told of it stands under the dialog. */
static void
tell_of_it (ImpTellDialog *self)
{
  if (self->is_closed && self->n_pending == 0 && self->n_told > 0 && self->place != NULL)
    imp_toasts_show_done (self->place, self->backlog);
}

static void ticked_cb (GtkCheckButton *check, ImpTellDialog *self);

static void
set_ticked (const Tick *tick, gboolean ticked)
{
  g_signal_handlers_block_by_func (tick->check, ticked_cb, tick->dialog);
  gtk_check_button_set_active (tick->check, ticked);
  g_signal_handlers_unblock_by_func (tick->check, ticked_cb, tick->dialog);
}

static void
told_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (Tick) tick = data;
  g_autoptr (GError) error = NULL;
  ImpTellDialog *self = tick->dialog;

  self->n_pending--;
  if (imp_backlog_write_finish (IMP_BACKLOG (backlog), result, NULL, &error))
    self->n_told += tick->told ? 1 : -1;
  else
    {
      set_ticked (tick, !tick->told);
      imp_toasts_show_error (self->is_closed ? self->place : GTK_WIDGET (self), error);
    }
  tell_of_it (self);
}

static void
ticked_cb (GtkCheckButton *check, ImpTellDialog *self)
{
  const guint position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "position"));
  Tick *tick = g_new0 (Tick, 1);

  tick->dialog = g_object_ref (self);
  tick->check = g_object_ref (check);
  tick->told = gtk_check_button_get_active (check);
  self->n_pending++;
  imp_backlog_tell_async (self->backlog, g_ptr_array_index (self->news->untold, position), 0,
                          tick->told, told_cb, tick);
}

static GtkWidget *
create_row (ImpTellDialog *self, const ImpUntold *untold, guint position)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  imp_plain_text (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), untold->who);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), untold->hears != NULL ? untold->hears : "");
  g_object_set_data (G_OBJECT (check), "position", GUINT_TO_POINTER (position));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_signal_connect_object (check, "toggled", G_CALLBACK (ticked_cb), self, 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  if (position == 0)
    adw_dialog_set_focus (ADW_DIALOG (self), check);
  return row;
}

/* Those of whom there is no row. */
static void
say_rest (ImpTellDialog *self)
{
  const guint n = self->news->n_untold - self->news->untold->len;
  g_autofree char *words = imp_today_say_rest (n);

  if (n > 0)
    adw_preferences_group_set_description (self->colleagues, words);
}

static void
copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpTellDialog *self = IMP_TELL_DIALOG (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), gtk_label_get_text (self->words));
  imp_toasts_show (widget, _ ("Copied"));
}

static void
imp_tell_dialog_closed (AdwDialog *dialog)
{
  ImpTellDialog *self = IMP_TELL_DIALOG (dialog);

  self->is_closed = TRUE;
  tell_of_it (self);
}

static void
imp_tell_dialog_dispose (GObject *object)
{
  ImpTellDialog *self = IMP_TELL_DIALOG (object);

  /* The library's own frame outlives the dialog, and would keep what is in it. */
  adw_dialog_set_child (ADW_DIALOG (object), NULL);
  g_clear_weak_pointer (&self->place);
  g_clear_object (&self->backlog);
  g_clear_pointer (&self->today, imp_today_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_TELL_DIALOG);
  G_OBJECT_CLASS (imp_tell_dialog_parent_class)->dispose (object);
}

static void
imp_tell_dialog_class_init (ImpTellDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_tell_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = imp_tell_dialog_closed;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Improve/ui/today/imp-tell-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpTellDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, ImpTellDialog, words);
  gtk_widget_class_bind_template_child (widget_class, ImpTellDialog, colleagues);
  gtk_widget_class_install_action (widget_class, "tell.copy", NULL, copy);
}

static void
imp_tell_dialog_init (ImpTellDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  imp_toasts_install (GTK_WIDGET (self), self->toasts);
  imp_headings_wrap (GTK_WIDGET (self));
  imp_plain_text (GTK_WIDGET (self));
}

AdwDialog *
imp_tell_dialog_new (ImpBacklog *backlog, ImpToday *today, guint position, GtkWidget *place)
{
  ImpTellDialog *self = g_object_new (IMP_TYPE_TELL_DIALOG, NULL);
  g_autofree char *title = NULL, *words = NULL;

  g_return_val_if_fail (position < today->news->len, ADW_DIALOG (self));

  self->backlog = g_object_ref (backlog);
  self->today = imp_today_ref (today);
  self->news = g_ptr_array_index (today->news, position);
  g_set_weak_pointer (&self->place, place);
  title = imp_news_say_tell (self->news);
  words = imp_news_say_words (self->news);
  adw_dialog_set_title (ADW_DIALOG (self), title);
  gtk_label_set_label (self->words, words);
  say_rest (self);
  for (guint i = 0; i < self->news->untold->len; i++)
    adw_preferences_group_add (self->colleagues,
                               create_row (self, g_ptr_array_index (self->news->untold, i), i));
  return ADW_DIALOG (self);
}
