/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What becomes of a round: who was met, what waits for an answer, the next visit. */
#include "config.h"

#include "ui/rounds/imp-finish-page.h"

#include "base/imp-text.h"
#include "model/imp-speaker.h"
#include "ui/common/imp-date-row.h"
#include "ui/common/imp-headings.h"
#include "ui/common/imp-page-title.h"
#include "ui/common/imp-plain.h"
#include "ui/common/imp-toasts.h"
#include "ui/common/imp-writing.h"
#include "ui/rounds/imp-heard-row.h"
#include "ui/rounds/imp-round-dialog.h"
#include "ui/rounds/imp-round-words.h"
#include "ui/rounds/imp-time-row.h"

#include <glib/gi18n.h>

#define DAYS_A_WEEK 7

struct _ImpFinishPage
{
  AdwNavigationPage parent_instance;

  ImpBacklog *backlog;
  ImpRoundPage *page;
  GPtrArray *ticks; /* of GtkCheckButton, by meeting; owned by their rows */
  gboolean filling; /* what changes now was not ticked by anybody */

  GtkLabel *sum;
  GtkWidget *met_group, *open_group, *next_group, *planned_group;
  GtkListBox *met, *open;
  ImpDateRow *date;
  ImpTimeRow *time;
  AdwEntryRow *place;
  AdwActionRow *planned;
  GtkWidget *finish;
};

G_DEFINE_FINAL_TYPE (ImpFinishPage, imp_finish_page, ADW_TYPE_NAVIGATION_PAGE)

/* Who was met */

static void
ticked_cb (GtkCheckButton *tick, GParamSpec *pspec, ImpFinishPage *self)
{
  const guint at = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (tick), "position"));
  const ImpMeetingLine *meeting;
  g_autofree char *department = NULL;

  if (self->filling || at >= self->page->meetings->len)
    return;
  meeting = g_ptr_array_index (self->page->meetings, at);
  if (meeting->person == 0)
    department = imp_speaker_parse_department (meeting->name);
  imp_backlog_meet_async (self->backlog, self->page->line.item,
                          meeting->person != 0 ? meeting->name : NULL, department,
                          gtk_check_button_get_active (tick), imp_toasts_written_cb,
                          imp_toasts_expect (GTK_WIDGET (self)));
}

static GtkWidget *
create_met (ImpFinishPage *self, guint position)
{
  const ImpMeetingLine *meeting = g_ptr_array_index (self->page->meetings, position);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *tick = gtk_check_button_new ();

  imp_plain_text (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), meeting->name);
  gtk_widget_set_valign (tick, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  meeting->name, -1);
  g_object_set_data (G_OBJECT (tick), "position", GUINT_TO_POINTER (position));
  g_signal_connect (tick, "notify::active", G_CALLBACK (ticked_cb), self);
  g_ptr_array_add (self->ticks, tick);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), tick);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), tick);
  return row;
}

static gboolean
is_same (const ImpRoundPage *before, const ImpRoundPage *now)
{
  if (before == NULL || before->meetings->len != now->meetings->len)
    return FALSE;
  for (guint i = 0; i < now->meetings->len; i++)
    if (((ImpMeetingLine *) g_ptr_array_index (before->meetings, i))->item
        != ((ImpMeetingLine *) g_ptr_array_index (now->meetings, i))->item)
      return FALSE;
  return TRUE;
}

static void
create_ticks (ImpFinishPage *self)
{
  gtk_list_box_remove_all (self->met);
  g_ptr_array_set_size (self->ticks, 0);
  for (guint i = 0; i < self->page->meetings->len; i++)
    gtk_list_box_append (self->met, create_met (self, i));
  gtk_widget_set_visible (self->met_group, self->page->meetings->len > 0);
}

/* The same colleagues as before are only ticked: the focus stays. */
static void
show_met (ImpFinishPage *self, const ImpRoundPage *before)
{
  self->filling = TRUE;
  if (!is_same (before, self->page))
    create_ticks (self);
  for (guint i = 0; i < self->ticks->len; i++)
    gtk_check_button_set_active (
        g_ptr_array_index (self->ticks, i),
        ((ImpMeetingLine *) g_ptr_array_index (self->page->meetings, i))->met);
  self->filling = FALSE;
}

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

/* The next visit */

static void
changed_cb (ImpFinishPage *self)
{
  const gboolean right = imp_date_row_is_valid (self->date) && imp_time_row_is_valid (self->time);

  gtk_widget_set_sensitive (self->finish, right && imp_writing_is_possible (self->backlog));
}

static void
show_next (ImpFinishPage *self)
{
  const gboolean planned = self->page->next != 0;
  g_autofree char *when =
      planned ? imp_round_words_when (self->page->next_planned, self->page->next_time) : NULL;

  gtk_widget_set_visible (self->next_group, !planned);
  gtk_widget_set_visible (self->planned_group, planned);
  if (!planned)
    return;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->planned), when);
  adw_action_row_set_subtitle (self->planned,
                               self->page->next_place != NULL ? self->page->next_place : "");
}

static void
propose_next (ImpFinishPage *self)
{
  const ImpRoundLine *line = &self->page->line;

  imp_date_row_set_today (self->date, imp_backlog_get_today (self->backlog));
  imp_date_row_set_earliest (self->date, imp_backlog_get_today (self->backlog));
  imp_time_row_set_time (self->time, line->time);
  gtk_editable_set_text (GTK_EDITABLE (self->place), line->place != NULL ? line->place : "");
  if (self->page->weeks > 0)
    imp_date_row_set_date (self->date,
                           imp_backlog_get_today (self->backlog) + self->page->weeks * DAYS_A_WEEK);
}

/* Finishing */

static void
finished_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpFinishPage) self = data;

  if (imp_toasts_finish_write (GTK_WIDGET (self), IMP_BACKLOG (backlog), result, NULL)
      && self->backlog != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "mode.finished", NULL);
}

static void
finish_round (ImpFinishPage *self)
{
  imp_backlog_finish_round_async (self->backlog, self->page->line.item, finished_cb,
                                  g_object_ref (self));
}

static void
planned_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpFinishPage) self = data;
  g_autoptr (GError) error = NULL;

  if (!imp_backlog_write_finish (IMP_BACKLOG (backlog), result, NULL, &error))
    imp_toasts_show_error (GTK_WIDGET (self), error);
  else if (self->backlog != NULL)
    finish_round (self);
}

static void
plan_next (ImpFinishPage *self, ImpDate date)
{
  g_autofree char *place = imp_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->place)));
  const ImpRoundLine *line = &self->page->line;
  const ImpRoundPlan plan = {
    .site = line->site_name,
    .planned = date,
    .time = imp_time_row_get_time (self->time),
    .place = imp_text_is_empty (place) ? NULL : place,
    .visitors = line->visitors,
    .weeks = -1,
  };

  imp_backlog_plan_round_async (self->backlog, &plan, planned_cb, g_object_ref (self));
}

static void
finish (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ImpFinishPage *self = IMP_FINISH_PAGE (widget);
  const ImpDate date = imp_date_row_get_date (self->date);

  if (self->page->next == 0 && imp_date_is_set (date))
    plan_next (self, date);
  else
    finish_round (self);
}

static void
read_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ImpFinishPage *self = IMP_FINISH_PAGE (widget);

  adw_dialog_present (imp_round_dialog_new_for_read_back (self->backlog, self->page->line.item),
                      widget);
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

  g_ptr_array_unref (self->ticks);
  g_clear_pointer (&self->page, imp_round_page_unref);
  G_OBJECT_CLASS (imp_finish_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (IMP_TYPE_DATE_ROW);
  g_type_ensure (IMP_TYPE_PAGE_TITLE);
  g_type_ensure (IMP_TYPE_TIME_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Improve/ui/rounds/imp-finish-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpFinishPage, sum);
  gtk_widget_class_bind_template_child (widget_class, ImpFinishPage, met_group);
  gtk_widget_class_bind_template_child (widget_class, ImpFinishPage, open_group);
  gtk_widget_class_bind_template_child (widget_class, ImpFinishPage, next_group);
  gtk_widget_class_bind_template_child (widget_class, ImpFinishPage, planned_group);
  gtk_widget_class_bind_template_child (widget_class, ImpFinishPage, met);
  gtk_widget_class_bind_template_child (widget_class, ImpFinishPage, open);
  gtk_widget_class_bind_template_child (widget_class, ImpFinishPage, date);
  gtk_widget_class_bind_template_child (widget_class, ImpFinishPage, time);
  gtk_widget_class_bind_template_child (widget_class, ImpFinishPage, place);
  gtk_widget_class_bind_template_child (widget_class, ImpFinishPage, planned);
  gtk_widget_class_bind_template_child (widget_class, ImpFinishPage, finish);
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
  self->ticks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  imp_plain_text (GTK_WIDGET (self));
  imp_headings_wrap (GTK_WIDGET (self));
}

void
imp_finish_page_show (ImpFinishPage *self, ImpRoundPage *page)
{
  ImpRoundPage *before;

  g_return_if_fail (IMP_IS_FINISH_PAGE (self));

  before = self->page;
  self->page = imp_round_page_ref (page);
  show_sum (self);
  show_met (self, before);
  show_open (self);
  show_next (self);
  g_clear_pointer (&before, imp_round_page_unref);
}

GtkWidget *
imp_finish_page_new (ImpBacklog *backlog, ImpRoundPage *page)
{
  ImpFinishPage *self = g_object_new (IMP_TYPE_FINISH_PAGE, NULL);

  self->backlog = g_object_ref (backlog);
  imp_finish_page_show (self, page);
  propose_next (self);
  imp_writing_restrict (GTK_WIDGET (self), backlog);
  return GTK_WIDGET (self);
}
