/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What erasing a person takes away and leaves, and doing it. */
#include "config.h"

#include "ui/people/imp-erasure-view-private.h"

#include "base/imp-error.h"
#include "base/imp-text.h"
#include "ui/common/imp-headings.h"
#include "ui/common/imp-page-title.h"
#include "ui/common/imp-plain.h"
#include "ui/common/imp-toasts.h"
#include "ui/people/imp-erasure-words.h"
#include "ui/people/imp-mention-row.h"

#include <glib/gi18n.h>

#define LOOK_MS 100

G_DEFINE_FINAL_TYPE (ImpErasureView, imp_erasure_view, ADW_TYPE_NAVIGATION_PAGE)

static void load (ImpErasureView *self);

/* The focus goes along, so that the keys go on working. */
static void
show (ImpErasureView *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

static AdwDialog *
get_dialog (ImpErasureView *self)
{
  return ADW_DIALOG (gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_DIALOG));
}

static void
planned_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpErasureView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpErasurePlan) plan =
      imp_backlog_plan_erasure_finish (IMP_BACKLOG (backlog), result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (plan == NULL)
    {
      imp_toasts_show_error (GTK_WIDGET (self), error);
      return;
    }
  g_clear_pointer (&self->plan, imp_erasure_plan_unref);
  self->plan = g_steal_pointer (&plan);
  self->n_copies = self->plan->n_backups;
  imp_erasure_view_show_plan (self);
  show (self, "plan");
}

static void
load (ImpErasureView *self)
{
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->stack, "looking");
  imp_backlog_plan_erasure_async (self->backlog, self->person, self->cancellable, planned_cb,
                                  g_object_ref (self));
}

static void
counted_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpErasureView) self = data;

  if (imp_backlog_count_copies_finish (IMP_BACKLOG (backlog), result, &self->n_copies, NULL)
      && self->plan != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    imp_erasure_view_show_copies (self);
}

/* One may be made while somebody reads what would go. */
static void
count_copies (ImpErasureView *self)
{
  imp_backlog_count_copies_async (self->backlog, NULL, counted_cb, g_object_ref (self));
}

static void
mention_activated_cb (ImpErasureView *self, GtkListBoxRow *row)
{
  if (IMP_IS_MENTION_ROW (row))
    imp_mention_row_toggle (IMP_MENTION_ROW (row));
}

/* Erasing */

/* Borrows from the plan. What only earlier versions said always goes. */
static GPtrArray *
choose_mentions (ImpErasureView *self)
{
  GPtrArray *chosen = g_ptr_array_new ();
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->mentions, i)) != NULL; i++)
    if (IMP_IS_MENTION_ROW (row) && imp_mention_row_is_chosen (IMP_MENTION_ROW (row)))
      g_ptr_array_add (chosen, (gpointer) imp_mention_row_get_mention (IMP_MENTION_ROW (row)));
  for (guint i = 0; i < self->plan->mentions->len; i++)
    if (((ImpMention *) self->plan->mentions->pdata[i])->sentence == NULL)
      g_ptr_array_add (chosen, self->plan->mentions->pdata[i]);
  return chosen;
}

/* From here to the end nobody leaves. */
static void
set_busy (ImpErasureView *self, gboolean busy)
{
  AdwDialog *dialog = get_dialog (self);

  if (dialog != NULL)
    adw_dialog_set_can_close (dialog, !busy);
  adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (self), !busy);
  if (!busy)
    g_clear_handle_id (&self->timer, g_source_remove);
}

static gboolean
look_cb (gpointer data)
{
  ImpErasureView *self = data;
  double done = imp_progress_get (self->progress);

  gtk_progress_bar_set_fraction (self->bar, done);
  if (done < 1)
    return G_SOURCE_CONTINUE;
  gtk_label_set_text (self->doing, _ ("Writing the backlog anew, without the name…"));
  gtk_widget_set_sensitive (self->cancel, FALSE);
  gtk_progress_bar_pulse (self->bar);
  return G_SOURCE_CONTINUE;
}

/* The record dialog remembers who said it last. */
static void
forget_answers (ImpErasureView *self)
{
  g_autofree char *last = g_settings_get_string (self->settings, "record-person");
  g_autofree char *folded = imp_text_fold (last);
  g_autofree char *name = imp_text_fold (self->plan->page->name);

  if (g_str_equal (folded, name))
    g_settings_reset (self->settings, "record-person");
}

static void
show_erased (ImpErasureView *self, const ImpErased *erased)
{
  g_autoptr (GtkWidget) window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autofree char *left = NULL, *escaped = NULL;

  g_object_ref (window);
  if (erased->trouble == NULL)
    {
      if (get_dialog (self) != NULL)
        adw_dialog_force_close (get_dialog (self));
      imp_toasts_show (window, _ ("Colleague erased"));
      return;
    }
  left = imp_erasure_words_left (erased);
  escaped = g_markup_escape_text (left, -1);
  adw_status_page_set_description (self->done, escaped);
  adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (self), FALSE);
  show (self, "done");
}

static void
erased_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpErasureView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpErased) erased =
      imp_backlog_erase_person_finish (IMP_BACKLOG (backlog), result, &error);

  set_busy (self, FALSE);
  if (erased != NULL)
    forget_answers (self);
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (erased != NULL)
    {
      show_erased (self, erased);
      return;
    }
  imp_toasts_show_error (GTK_WIDGET (self), error);
  load (self);
}

static void
erase_confirmed_cb (ImpErasureView *self)
{
  g_autoptr (GPtrArray) chosen = choose_mentions (self);
  g_autofree char *second = imp_erasure_view_dup_second_folder (self);

  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_pointer (&self->progress, imp_progress_unref);
  self->progress = imp_progress_new ();
  gtk_label_set_text (self->doing, _ ("Erasing…"));
  gtk_widget_set_sensitive (self->cancel, TRUE);
  set_busy (self, TRUE);
  show (self, "busy");
  self->timer = g_timeout_add (LOOK_MS, look_cb, self);
  imp_backlog_erase_person_async (
      self->backlog, self->person, chosen, gtk_check_button_get_active (self->drop_check), second,
      self->progress, self->cancellable, erased_cb, g_object_ref (self));
}

/* The one question: there is no Undo. */
static void
erase_clicked_cb (ImpErasureView *self)
{
  const char *name = self->plan->page->name;
  g_autofree char *heading =
      g_strdup_printf (_ ("Erase %s?"), name != NULL ? name : _ ("This Colleague"));
  AdwDialog *question = adw_alert_dialog_new (
      NULL, _ ("The name and all that is known of this colleague go for good. This cannot be "
               "undone, and no backup brings it back."));

  adw_alert_dialog_set_heading_use_markup (ADW_ALERT_DIALOG (question), FALSE);
  adw_alert_dialog_set_heading (ADW_ALERT_DIALOG (question), heading);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question), "cancel", _ ("_Cancel"), "erase",
                                  _ ("_Erase"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (question), "erase",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (question), "cancel");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "cancel");
  g_signal_connect_object (question, "response::erase", G_CALLBACK (erase_confirmed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (question, GTK_WIDGET (self));
}

static void
cancel_clicked_cb (ImpErasureView *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
close_clicked_cb (ImpErasureView *self)
{
  adw_dialog_force_close (get_dialog (self));
}

static void
imp_erasure_view_dispose (GObject *object)
{
  ImpErasureView *self = IMP_ERASURE_VIEW (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->progress == NULL)
    g_cancellable_cancel (self->cancellable); /* looking; what is being erased is finished */
  g_clear_object (&self->cancellable);
  g_clear_object (&self->backlog);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->progress, imp_progress_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_ERASURE_VIEW);
  g_clear_pointer (&self->plan, imp_erasure_plan_unref);
  G_OBJECT_CLASS (imp_erasure_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ImpErasureView, stack);
  gtk_widget_class_bind_template_child (widget_class, ImpErasureView, draft);
  gtk_widget_class_bind_template_child (widget_class, ImpErasureView, stays);
  gtk_widget_class_bind_template_child (widget_class, ImpErasureView, mentions_group);
  gtk_widget_class_bind_template_child (widget_class, ImpErasureView, mentions);
  gtk_widget_class_bind_template_child (widget_class, ImpErasureView, copies);
  gtk_widget_class_bind_template_child (widget_class, ImpErasureView, drop_check);
  gtk_widget_class_bind_template_child (widget_class, ImpErasureView, drop);
  gtk_widget_class_bind_template_child (widget_class, ImpErasureView, doing);
  gtk_widget_class_bind_template_child (widget_class, ImpErasureView, bar);
  gtk_widget_class_bind_template_child (widget_class, ImpErasureView, cancel);
  gtk_widget_class_bind_template_child (widget_class, ImpErasureView, done);
}

static void
imp_erasure_view_class_init (ImpErasureViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_erasure_view_dispose;
  g_type_ensure (IMP_TYPE_PAGE_TITLE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/people/imp-erasure-view.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, mention_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, erase_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
}

static void
imp_erasure_view_init (ImpErasureView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  imp_plain_text (GTK_WIDGET (self));
  imp_headings_wrap (GTK_WIDGET (self));
}

GtkWidget *
imp_erasure_view_new (ImpBacklog *backlog, GSettings *settings, ImpItem person)
{
  ImpErasureView *self = g_object_new (IMP_TYPE_ERASURE_VIEW, NULL);

  self->backlog = g_object_ref (backlog);
  self->settings = g_object_ref (settings);
  self->person = person;
  g_signal_connect_object (backlog, "backed-up", G_CALLBACK (count_copies), self,
                           G_CONNECT_SWAPPED);
  load (self);
  return GTK_WIDGET (self);
}
