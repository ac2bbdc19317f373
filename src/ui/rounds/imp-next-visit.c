/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The next visit to a site: when it is, or the day that is typed for it. */
#include "config.h"

#include "ui/rounds/imp-next-visit.h"

#include "base/imp-text.h"
#include "ui/common/imp-date-row.h"
#include "ui/rounds/imp-round-words.h"
#include "ui/rounds/imp-time-row.h"

#define DAYS_A_WEEK 7

struct _ImpNextVisit
{
  AdwBin parent_instance;

  ImpRoundPage *page;
  gboolean planning; /* from the order until the page says it, so that none is planned twice */

  GtkWidget *typed_group, *planned_group;
  ImpDateRow *date;
  ImpTimeRow *time;
  AdwEntryRow *place;
  AdwActionRow *planned;
};

G_DEFINE_FINAL_TYPE (ImpNextVisit, imp_next_visit, ADW_TYPE_BIN)

static guint changed_signal;

static void
changed_cb (ImpNextVisit *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
imp_next_visit_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_NEXT_VISIT);
  G_OBJECT_CLASS (imp_next_visit_parent_class)->dispose (object);
}

static void
imp_next_visit_finalize (GObject *object)
{
  g_clear_pointer (&IMP_NEXT_VISIT (object)->page, imp_round_page_unref);
  G_OBJECT_CLASS (imp_next_visit_parent_class)->finalize (object);
}

static void
imp_next_visit_class_init (ImpNextVisitClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_next_visit_dispose;
  G_OBJECT_CLASS (klass)->finalize = imp_next_visit_finalize;
  changed_signal = g_signal_new ("changed", IMP_TYPE_NEXT_VISIT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  g_type_ensure (IMP_TYPE_DATE_ROW);
  g_type_ensure (IMP_TYPE_TIME_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Improve/ui/rounds/imp-next-visit.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpNextVisit, typed_group);
  gtk_widget_class_bind_template_child (widget_class, ImpNextVisit, planned_group);
  gtk_widget_class_bind_template_child (widget_class, ImpNextVisit, date);
  gtk_widget_class_bind_template_child (widget_class, ImpNextVisit, time);
  gtk_widget_class_bind_template_child (widget_class, ImpNextVisit, place);
  gtk_widget_class_bind_template_child (widget_class, ImpNextVisit, planned);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
imp_next_visit_init (ImpNextVisit *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_planned (ImpNextVisit *self)
{
  g_autofree char *when = imp_round_words_when (self->page->next_planned, self->page->next_time);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->planned), when);
  adw_action_row_set_subtitle (self->planned,
                               self->page->next_place != NULL ? self->page->next_place : "");
}

void
imp_next_visit_show (ImpNextVisit *self, ImpRoundPage *page)
{
  const gboolean planned = page->next != 0;

  g_return_if_fail (IMP_IS_NEXT_VISIT (self));

  imp_round_page_ref (page);
  g_clear_pointer (&self->page, imp_round_page_unref);
  self->page = page;
  gtk_widget_set_visible (self->typed_group, !planned);
  gtk_widget_set_visible (self->planned_group, planned);
  if (!planned)
    return;
  self->planning = FALSE;
  show_planned (self);
}

void
imp_next_visit_propose (ImpNextVisit *self, ImpDate today)
{
  const ImpRoundLine *line = &self->page->line;

  imp_date_row_set_today (self->date, today);
  imp_date_row_set_earliest (self->date, today);
  imp_time_row_set_time (self->time, line->time);
  gtk_editable_set_text (GTK_EDITABLE (self->place), line->place != NULL ? line->place : "");
  if (self->page->weeks > 0)
    imp_date_row_set_date (self->date, today + self->page->weeks * DAYS_A_WEEK);
}

gboolean
imp_next_visit_is_valid (ImpNextVisit *self)
{
  return imp_date_row_is_valid (self->date) && imp_time_row_is_valid (self->time);
}

gboolean
imp_next_visit_is_typed (ImpNextVisit *self)
{
  return self->page->next == 0 && !self->planning
         && imp_date_is_set (imp_date_row_get_date (self->date));
}

void
imp_next_visit_plan_async (ImpNextVisit *self,
                           ImpBacklog *backlog,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  g_autofree char *place = imp_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->place)));
  const ImpRoundLine *line = &self->page->line;
  const ImpRoundPlan plan = {
    .site = line->site_name,
    .planned = imp_date_row_get_date (self->date),
    .time = imp_time_row_get_time (self->time),
    .place = imp_text_is_empty (place) ? NULL : place,
    .visitors = line->visitors,
    .weeks = -1,
  };

  self->planning = TRUE;
  imp_backlog_plan_round_async (backlog, &plan, callback, data);
}

void
imp_next_visit_give_up (ImpNextVisit *self)
{
  self->planning = FALSE;
}
