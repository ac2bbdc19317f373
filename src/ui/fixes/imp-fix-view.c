/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The page of one fix: what it is, what is promised about it, and what colleagues say. */
#include "config.h"

#include "ui/fixes/imp-fix-view.h"

#include "backlog/imp-backlog-fixes.h"
#include "base/imp-error.h"
#include "model/imp-state.h"
#include "ui/changes/imp-history-dialog.h"
#include "ui/common/imp-field-row.h"
#include "ui/common/imp-headings.h"
#include "ui/common/imp-toasts.h"
#include "ui/fixes/imp-fix-actions.h"
#include "ui/fixes/imp-fix-history.h"
#include "ui/fixes/imp-fix-irritants.h"
#include "ui/fixes/imp-fix-words.h"
#include "ui/fixes/imp-owner-group.h"
#include "ui/fixes/imp-promise-row.h"

#include <glib/gi18n.h>

struct _ImpFixView
{
  AdwNavigationPage parent_instance;

  ImpBacklog *backlog;
  ImpItem fix;
  GCancellable *cancellable;

  GtkWidget *content;
  GtkLabel *heading;
  GtkLabel *facts;
  GtkButton *next_step;
  GtkButton *deliver;
  GtkButton *promise;
  ImpOwnerGroup *owner;
  ImpFieldRow *title;
  ImpFieldRow *did;
  ImpFieldRow *now;
  ImpFieldRow *todo;
  ImpFieldRow *thanks;
  ImpFixIrritants *irritants;
  GtkWidget *promises_group;
  GtkListBox *promises;
  GtkWidget *history_group;
  GtkBox *history;
};

G_DEFINE_FINAL_TYPE (ImpFixView, imp_fix_view, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  PROP_BACKLOG = 1,
  PROP_FIX,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
set_button (ImpFixView *self, GtkButton *button, const char *label, const char *action)
{
  gtk_button_set_label (button, label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", self->fix);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

static void
show_buttons (ImpFixView *self, const ImpFixCard *card)
{
  gboolean open = card->promise != 0 && !imp_date_is_set (card->promise_kept);
  gboolean done = card->state >= IMP_FIX_STATE_DELIVERED;

  if (card->state == IMP_FIX_STATE_PLANNED)
    set_button (self, self->next_step, _ ("Start"), "fix.start");
  else if (card->state == IMP_FIX_STATE_BEING_FIXED)
    set_button (self, self->next_step, _ ("Deliver"), "fix.deliver");
  else
    set_button (self, self->next_step,
                card->state == IMP_FIX_STATE_DELIVERED ? _ ("Is It Gone?") : _ ("Ask Again"),
                "fix.confirm");
  set_button (self, self->deliver, _ ("Deliver"), "fix.deliver");
  gtk_widget_set_visible (GTK_WIDGET (self->deliver), card->state == IMP_FIX_STATE_PLANNED);
  set_button (self, self->promise, open ? _ ("Give a New Date") : _ ("Promise a Date"),
              open ? "fix.move-promise" : "fix.promise");
  gtk_widget_set_visible (GTK_WIDGET (self->promise), !done);
}

static void
show_facts (ImpFixView *self, const ImpFixCard *card)
{
  g_autofree char *hours = imp_fix_words_hours (card);
  g_autofree char *facts =
      card->owner == NULL
          ? g_strdup_printf ("%s · %s", imp_fix_state_get_label (card->state), hours)
          : g_strdup_printf ("%s · %s · %s", imp_fix_state_get_label (card->state), card->owner,
                             hours);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), card->title);
  gtk_label_set_label (self->heading, card->title);
  gtk_label_set_label (self->facts, facts);
}

static void
show_texts (ImpFixView *self, const ImpFixPage *page)
{
  imp_field_row_set_text (self->title, page->card->title, page->as_of);
  imp_field_row_set_text (self->did, page->did, page->as_of);
  imp_field_row_set_text (self->now, page->now, page->as_of);
  imp_field_row_set_text (self->todo, page->todo, page->as_of);
  imp_field_row_set_text (self->thanks, page->thanks, page->as_of);
}

static void
show_promises (ImpFixView *self, GPtrArray *promises)
{
  ImpDate today = imp_backlog_get_today (self->backlog);

  gtk_list_box_remove_all (self->promises);
  for (guint i = 0; i < promises->len; i++)
    gtk_list_box_append (self->promises,
                         imp_promise_row_new_of_fix (g_ptr_array_index (promises, i), today));
  gtk_widget_set_visible (self->promises_group, promises->len > 0);
}

static void
show_page (ImpFixView *self, const ImpFixPage *page)
{
  show_facts (self, page->card);
  show_buttons (self, page->card);
  show_texts (self, page);
  imp_owner_group_set_name (self->owner, page->card->owner, page->as_of);
  imp_fix_irritants_show (self->irritants, page->irritants);
  show_promises (self, page->promises);
  gtk_widget_set_visible (self->history_group, imp_fix_history_show (self->history, page));
  gtk_widget_set_visible (self->content, TRUE);
}

/* The fix is gone: deleted here or elsewhere. */
static void
leave (ImpFixView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
}

static void
page_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpFixView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpFixPage) page = imp_backlog_fix_page_finish (IMP_BACKLOG (source), result, &error);

  if (self->backlog == NULL)
    return;
  if (page != NULL)
    show_page (self, page);
  else if (g_error_matches (error, IMP_ERROR, IMP_ERROR_NOT_FOUND))
    leave (self);
  else
    imp_toasts_show_error (GTK_WIDGET (self), error);
}

static void
reload (ImpFixView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  imp_backlog_fix_page_async (self->backlog, self->fix, self->cancellable, page_loaded_cb,
                              g_object_ref (self));
}

static void
show_all_changes (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ImpFixView *self = IMP_FIX_VIEW (widget);

  adw_dialog_present (
      imp_history_dialog_new (self->backlog, self->fix, gtk_label_get_label (self->heading), TRUE),
      widget);
}

static void delete (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ImpFixView *self = IMP_FIX_VIEW (widget);

  imp_backlog_delete_async (self->backlog, self->fix, _ ("Fix deleted"), imp_toasts_written_cb,
                            imp_toasts_expect (widget));
}

static void
bind_fields (ImpFixView *self)
{
  const char *label = _ ("Fix reworded");

  imp_owner_group_bind (self->owner, self->backlog, self->fix);
  imp_fix_irritants_bind (self->irritants, self->backlog, self->fix);
  imp_field_row_bind (self->title, self->backlog, IMP_KIND_FIX, self->fix, IMP_FIX_TITLE, label);
  imp_field_row_bind (self->did, self->backlog, IMP_KIND_FIX, self->fix, IMP_FIX_DID, label);
  imp_field_row_bind (self->now, self->backlog, IMP_KIND_FIX, self->fix, IMP_FIX_NOW, label);
  imp_field_row_bind (self->todo, self->backlog, IMP_KIND_FIX, self->fix, IMP_FIX_TODO, label);
  imp_field_row_bind (self->thanks, self->backlog, IMP_KIND_FIX, self->fix, IMP_FIX_THANKS, label);
}

static void
imp_fix_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_BACKLOG)
    g_value_set_object (value, IMP_FIX_VIEW (object)->backlog);
  else if (id == PROP_FIX)
    g_value_set_int64 (value, IMP_FIX_VIEW (object)->fix);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
imp_fix_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_BACKLOG)
    IMP_FIX_VIEW (object)->backlog = g_value_dup_object (value);
  else if (id == PROP_FIX)
    IMP_FIX_VIEW (object)->fix = g_value_get_int64 (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
imp_fix_view_constructed (GObject *object)
{
  ImpFixView *self = IMP_FIX_VIEW (object);

  G_OBJECT_CLASS (imp_fix_view_parent_class)->constructed (object);
  if (self->backlog == NULL)
    return;
  bind_fields (self);
  g_signal_connect_object (self->backlog, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
}

static void
imp_fix_view_dispose (GObject *object)
{
  ImpFixView *self = IMP_FIX_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_FIX_VIEW);
  g_clear_object (&self->backlog);
  G_OBJECT_CLASS (imp_fix_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (IMP_TYPE_FIELD_ROW);
  g_type_ensure (IMP_TYPE_FIX_IRRITANTS);
  g_type_ensure (IMP_TYPE_OWNER_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Improve/ui/fixes/imp-fix-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpFixView, content);
  gtk_widget_class_bind_template_child (widget_class, ImpFixView, heading);
  gtk_widget_class_bind_template_child (widget_class, ImpFixView, facts);
  gtk_widget_class_bind_template_child (widget_class, ImpFixView, next_step);
  gtk_widget_class_bind_template_child (widget_class, ImpFixView, deliver);
  gtk_widget_class_bind_template_child (widget_class, ImpFixView, promise);
  gtk_widget_class_bind_template_child (widget_class, ImpFixView, owner);
  gtk_widget_class_bind_template_child (widget_class, ImpFixView, title);
  gtk_widget_class_bind_template_child (widget_class, ImpFixView, did);
  gtk_widget_class_bind_template_child (widget_class, ImpFixView, now);
  gtk_widget_class_bind_template_child (widget_class, ImpFixView, todo);
  gtk_widget_class_bind_template_child (widget_class, ImpFixView, thanks);
  gtk_widget_class_bind_template_child (widget_class, ImpFixView, irritants);
  gtk_widget_class_bind_template_child (widget_class, ImpFixView, promises_group);
  gtk_widget_class_bind_template_child (widget_class, ImpFixView, promises);
  gtk_widget_class_bind_template_child (widget_class, ImpFixView, history_group);
  gtk_widget_class_bind_template_child (widget_class, ImpFixView, history);
}

static void
imp_fix_view_class_init (ImpFixViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = imp_fix_view_get_property;
  object_class->set_property = imp_fix_view_set_property;
  object_class->constructed = imp_fix_view_constructed;
  object_class->dispose = imp_fix_view_dispose;
  props[PROP_BACKLOG] = g_param_spec_object ("backlog", NULL, NULL, IMP_TYPE_BACKLOG, flags);
  props[PROP_FIX] = g_param_spec_int64 ("fix", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  bind_template (widget_class);
  imp_fix_actions_install (widget_class);
  gtk_widget_class_install_action (widget_class, "fix.delete", NULL, delete);
  gtk_widget_class_install_action (widget_class, "fix.history", NULL, show_all_changes);
}

static void
imp_fix_view_init (ImpFixView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  imp_headings_wrap (GTK_WIDGET (self));
}

GtkWidget *
imp_fix_view_new (ImpBacklog *backlog, ImpItem fix)
{
  return g_object_new (IMP_TYPE_FIX_VIEW, "backlog", backlog, "fix", fix, NULL);
}
