/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What becomes of a round: who was met, what waits for an answer, the next visit. */
#include "config.h"

#include "ui/rounds/imp-finish-page.h"

#include "ui/common/imp-headings.h"
#include "ui/common/imp-page-title.h"
#include "ui/common/imp-plain.h"
#include "ui/common/imp-toasts.h"
#include "ui/common/imp-writing.h"
#include "ui/rounds/imp-heard-row.h"
#include "ui/rounds/imp-met-group.h"
#include "ui/rounds/imp-next-visit.h"
#include "ui/rounds/imp-round-dialog.h"

#include <glib/gi18n.h>

struct _ImpFinishPage
{
  AdwNavigationPage parent_instance;

  ImpBacklog *backlog;
  ImpRoundPage *page;

  GtkLabel *sum;
  ImpMetGroup *met;
  GtkWidget *open_group;
  GtkListBox *open;
  ImpNextVisit *next;
  gboolean busy; /* a visit is being planned, or the round finished */
};

G_DEFINE_FINAL_TYPE (ImpFinishPage, imp_finish_page, ADW_TYPE_NAVIGATION_PAGE)

/* What waits */

static gboolean
waits (const ImpHeardLine *line)
{
  for (ImpQuestion question = IMP_QUESTION_PEOPLE; question <= IMP_QUESTION_MINUTES; question++)
    if (imp_answer_is_known (&line->answers[question]))
      return FALSE;
  return line->irritant != 0;
}

static void
show_open (ImpFinishPage *self)
{
  guint n = 0;

  gtk_list_box_remove_all (self->open);
  for (guint i = 0; i < self->page->heard->len; i++)
    {
      const ImpHeardLine *line = g_ptr_array_index (self->page->heard, i);
      GtkWidget *row;

      if (!waits (line))
        continue;
      row = imp_heard_row_new (line);
      imp_heard_row_open (row, "mode.open-line", line->item);
      gtk_list_box_append (self->open, row);
      n++;
    }
  gtk_widget_set_visible (self->open_group, n > 0);
}

static void
show_sum (ImpFinishPage *self)
{
  const guint n = self->page->heard->len;
  g_autofree char *words =
      g_strdup_printf (ngettext ("%u line is recorded.", "%u lines are recorded.", n), n);

  gtk_label_set_text (self->sum, n > 0 ? words : _ ("Nothing is recorded on this round yet."));
}

static void
changed_cb (ImpFinishPage *self)
{
  const gboolean right = imp_next_visit_is_valid (self->next);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "finish.finish",
                                 right && !self->busy && imp_writing_is_possible (self->backlog));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "finish.read-back", right && !self->busy);
}

static void
set_busy (ImpFinishPage *self, gboolean busy)
{
  self->busy = busy;
  changed_cb (self);
}

/* Finishing */

static void
finished_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpFinishPage) self = data;
  const gboolean finished =
      imp_toasts_finish_write (GTK_WIDGET (self), IMP_BACKLOG (backlog), result, NULL);

  if (self->backlog == NULL)
    return;
  if (finished)
    gtk_widget_activate_action (GTK_WIDGET (self), "mode.finished", NULL);
  else
    set_busy (self, FALSE);
}

static void
finish_round (ImpFinishPage *self)
{
  set_busy (self, TRUE);
  imp_backlog_finish_round_async (self->backlog, self->page->line.item, finished_cb,
                                  g_object_ref (self));
}

/* FALSE: it could not be planned, which is told, or the page has gone. */
static gboolean
finish_planning (ImpFinishPage *self, GObject *backlog, GAsyncResult *result)
{
  const gboolean planned =
      imp_toasts_finish_write (GTK_WIDGET (self), IMP_BACKLOG (backlog), result, NULL);

  if (self->backlog == NULL)
    return FALSE;
  if (!planned)
    imp_next_visit_give_up (self->next);
  set_busy (self, FALSE);
  return planned;
}

static void
plan_first (ImpFinishPage *self, GAsyncReadyCallback callback)
{
  imp_next_visit_plan_async (self->next, self->backlog, callback, g_object_ref (self));
  set_busy (self, TRUE);
}

static void
planned_to_finish_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpFinishPage) self = data;

  if (finish_planning (self, backlog, result))
    finish_round (self);
}

static void
finish (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ImpFinishPage *self = IMP_FINISH_PAGE (widget);

  if (imp_next_visit_is_typed (self->next))
    plan_first (self, planned_to_finish_cb);
  else
    finish_round (self);
}

/* The read-back */

static void
show_read_back (ImpFinishPage *self)
{
  adw_dialog_present (imp_round_dialog_new_for_read_back (self->backlog, self->page->line.item),
                      GTK_WIDGET (self));
}

static void
planned_to_read_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpFinishPage) self = data;

  if (finish_planning (self, backlog, result) && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    show_read_back (self);
}

/* It says when somebody comes back: a day that was typed is planned first. */
static void
read_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ImpFinishPage *self = IMP_FINISH_PAGE (widget);

  if (imp_next_visit_is_typed (self->next) && imp_writing_is_possible (self->backlog))
    plan_first (self, planned_to_read_cb);
  else
    show_read_back (self);
}

/* The widget */

static void
imp_finish_page_dispose (GObject *object)
{
  ImpFinishPage *self = IMP_FINISH_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_FINISH_PAGE);
  g_clear_object (&self->backlog);
  G_OBJECT_CLASS (imp_finish_page_parent_class)->dispose (object);
}

static void
imp_finish_page_finalize (GObject *object)
{
  ImpFinishPage *self = IMP_FINISH_PAGE (object);

  g_clear_pointer (&self->page, imp_round_page_unref);
  G_OBJECT_CLASS (imp_finish_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (IMP_TYPE_MET_GROUP);
  g_type_ensure (IMP_TYPE_NEXT_VISIT);
  g_type_ensure (IMP_TYPE_PAGE_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Improve/ui/rounds/imp-finish-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpFinishPage, sum);
  gtk_widget_class_bind_template_child (widget_class, ImpFinishPage, open_group);
  gtk_widget_class_bind_template_child (widget_class, ImpFinishPage, met);
  gtk_widget_class_bind_template_child (widget_class, ImpFinishPage, open);
  gtk_widget_class_bind_template_child (widget_class, ImpFinishPage, next);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
imp_finish_page_class_init (ImpFinishPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_finish_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = imp_finish_page_finalize;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "finish.finish", NULL, finish);
  gtk_widget_class_install_action (widget_class, "finish.read-back", NULL, read_back);
}

static void
imp_finish_page_init (ImpFinishPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  imp_plain_text (GTK_WIDGET (self));
  imp_headings_wrap (GTK_WIDGET (self));
}

void
imp_finish_page_show (ImpFinishPage *self, ImpRoundPage *page)
{
  g_return_if_fail (IMP_IS_FINISH_PAGE (self));

  imp_round_page_ref (page);
  g_clear_pointer (&self->page, imp_round_page_unref);
  self->page = page;
  show_sum (self);
  imp_met_group_show (self->met, self->backlog, page);
  show_open (self);
  imp_next_visit_show (self->next, page);
}

GtkWidget *
imp_finish_page_new (ImpBacklog *backlog, ImpRoundPage *page)
{
  ImpFinishPage *self = g_object_new (IMP_TYPE_FINISH_PAGE, NULL);

  self->backlog = g_object_ref (backlog);
  imp_finish_page_show (self, page);
  imp_next_visit_propose (self->next, imp_backlog_get_today (backlog));
  imp_writing_restrict (GTK_WIDGET (self), backlog);
  return GTK_WIDGET (self);
}
