/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Plan a round, or change the plan. */
#include "config.h"

#include "ui/rounds/imp-plan-round-dialog.h"

#include "base/imp-text.h"
#include "model/imp-speaker.h"
#include "ui/common/imp-backlog-page.h"
#include "ui/common/imp-date-row.h"
#include "ui/common/imp-name-row.h"
#include "ui/rounds/imp-line-list.h"
#include "ui/rounds/imp-time-row.h"

#include <glib/gi18n.h>

struct _ImpPlanRoundDialog
{
  ImpFormDialog parent_instance;

  ImpItem round; /* 0: a new one */
  char *as_of;   /* of the page that showed it */

  ImpNameRow *site;
  ImpDateRow *date;
  ImpTimeRow *time;
  AdwEntryRow *place, *visitors, *note;
  AdwComboRow *rhythm;
  ImpLineList *people, *questions;
  GtkWidget *own_group;
  AdwSwitchRow *own_questions;
};

G_DEFINE_FINAL_TYPE (ImpPlanRoundDialog, imp_plan_round_dialog, IMP_TYPE_FORM_DIALOG)

/* Weeks, by position in the row. */
static const int rhythms[] = { -1, 0, 1, 2, 3, 4, 6, 8, 12, 26 };

static void
changed_cb (ImpPlanRoundDialog *self)
{
  const char *site = gtk_editable_get_text (GTK_EDITABLE (self->site));

  imp_form_dialog_set_complete (IMP_FORM_DIALOG (self),
                                !imp_text_is_empty (site)
                                    && imp_date_is_set (imp_date_row_get_date (self->date))
                                    && imp_time_row_is_valid (self->time));
}

static char *
say_rhythm (int weeks)
{
  if (weeks < 0)
    return g_strdup (_ ("No change"));
  if (weeks == 0)
    return g_strdup (_ ("None"));
  if (weeks == 1)
    return g_strdup (_ ("Every week"));
  return g_strdup_printf (ngettext ("Every %d week", "Every %d weeks", weeks), weeks);
}

static void
fill_rhythm (ImpPlanRoundDialog *self)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rhythms); i++)
    {
      g_autofree char *words = say_rhythm (rhythms[i]);

      gtk_string_list_append (model, words);
    }
  adw_combo_row_set_model (self->rhythm, G_LIST_MODEL (model));
}

static char *
dup_text (AdwEntryRow *row)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));

  return imp_text_is_empty (text) ? NULL : imp_text_clean (text);
}

/* "Somebody in …" is a department, anything else a person. */
static void
sort_people (char **names, GStrvBuilder *people, GStrvBuilder *departments)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      char *department = imp_speaker_parse_department (names[i]);

      if (department != NULL)
        g_strv_builder_take (departments, department);
      else
        g_strv_builder_add (people, names[i]);
    }
}

/* With whom to meet. */
static void
submit (ImpPlanRoundDialog *self, ImpRoundPlan *plan)
{
  g_autoptr (GStrvBuilder) people_builder = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) departments_builder = g_strv_builder_new ();
  g_auto (GStrv) names = imp_line_list_dup_lines (self->people);
  g_auto (GStrv) people = NULL, departments = NULL;
  ImpFormDialog *dialog = IMP_FORM_DIALOG (self);

  sort_people (names, people_builder, departments_builder);
  people = g_strv_builder_end (people_builder);
  departments = g_strv_builder_end (departments_builder);
  plan->people = (const char *const *) people;
  plan->departments = (const char *const *) departments;
  imp_backlog_plan_round_async (imp_form_dialog_get_backlog (dialog), plan,
                                imp_form_dialog_written_cb, imp_form_dialog_expect (dialog));
}

static void
imp_plan_round_dialog_submit (ImpFormDialog *dialog)
{
  ImpPlanRoundDialog *self = IMP_PLAN_ROUND_DIALOG (dialog);
  g_autofree char *site = imp_name_row_dup_name (self->site);
  g_autofree char *place = dup_text (self->place);
  g_autofree char *visitors = dup_text (self->visitors);
  g_autofree char *note = dup_text (self->note);
  g_auto (GStrv) questions = imp_line_list_dup_lines (self->questions);
  ImpRoundPlan plan = {
    .item = self->round,
    .site = site,
    .planned = imp_date_row_get_date (self->date),
    .time = imp_time_row_get_time (self->time),
    .place = place,
    .visitors = visitors,
    .note = note,
    .questions = adw_switch_row_get_active (self->own_questions) && questions[0] != NULL
                     ? (const char *const *) questions
                     : NULL,
    .weeks = rhythms[adw_combo_row_get_selected (self->rhythm)],
    .as_of = self->as_of,
  };

  submit (self, &plan);
}

/* Its briefing comes at once. */
static void
imp_plan_round_dialog_written (ImpFormDialog *dialog, ImpItem round)
{
  if (IMP_PLAN_ROUND_DIALOG (dialog)->round == 0)
    gtk_widget_activate_action (GTK_WIDGET (dialog), "win.show-round", "x", round);
}

static void
imp_plan_round_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_PLAN_ROUND_DIALOG);
  G_OBJECT_CLASS (imp_plan_round_dialog_parent_class)->dispose (object);
}

static void
imp_plan_round_dialog_finalize (GObject *object)
{
  g_free (IMP_PLAN_ROUND_DIALOG (object)->as_of);
  G_OBJECT_CLASS (imp_plan_round_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (IMP_TYPE_DATE_ROW);
  g_type_ensure (IMP_TYPE_LINE_LIST);
  g_type_ensure (IMP_TYPE_NAME_ROW);
  g_type_ensure (IMP_TYPE_TIME_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/rounds/imp-plan-round-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpPlanRoundDialog, site);
  gtk_widget_class_bind_template_child (widget_class, ImpPlanRoundDialog, date);
  gtk_widget_class_bind_template_child (widget_class, ImpPlanRoundDialog, time);
  gtk_widget_class_bind_template_child (widget_class, ImpPlanRoundDialog, place);
  gtk_widget_class_bind_template_child (widget_class, ImpPlanRoundDialog, visitors);
  gtk_widget_class_bind_template_child (widget_class, ImpPlanRoundDialog, note);
  gtk_widget_class_bind_template_child (widget_class, ImpPlanRoundDialog, rhythm);
  gtk_widget_class_bind_template_child (widget_class, ImpPlanRoundDialog, people);
  gtk_widget_class_bind_template_child (widget_class, ImpPlanRoundDialog, own_group);
  gtk_widget_class_bind_template_child (widget_class, ImpPlanRoundDialog, own_questions);
  gtk_widget_class_bind_template_child (widget_class, ImpPlanRoundDialog, questions);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
imp_plan_round_dialog_class_init (ImpPlanRoundDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = imp_plan_round_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = imp_plan_round_dialog_finalize;
  IMP_FORM_DIALOG_CLASS (klass)->submit = imp_plan_round_dialog_submit;
  IMP_FORM_DIALOG_CLASS (klass)->written = imp_plan_round_dialog_written;
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
imp_plan_round_dialog_init (ImpPlanRoundDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_rhythm (self);
}

static void
set_text (gpointer row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static ImpPlanRoundDialog *
create (ImpBacklog *backlog, const char *title, const char *action)
{
  ImpPlanRoundDialog *self = g_object_new (IMP_TYPE_PLAN_ROUND_DIALOG, "backlog", backlog, "title",
                                           title, "action-label", action, NULL);

  imp_name_row_set_source (self->site, backlog, IMP_KIND_SITE);
  imp_line_list_set_source (self->people, backlog, IMP_KIND_PERSON);
  imp_date_row_set_today (self->date, imp_backlog_get_today (backlog));
  return self;
}

AdwDialog *
imp_plan_round_dialog_new (ImpBacklog *backlog, const char *site, ImpDate day)
{
  ImpPlanRoundDialog *self = create (backlog, _ ("Plan a Round"), _ ("_Plan"));
  g_auto (GStrv) questions = imp_round_dup_questions ();

  set_text (self->site, site);
  if (imp_date_is_set (day))
    imp_date_row_set_date (self->date, day);
  imp_line_list_set_lines (self->questions, (const char *const *) questions);
  adw_dialog_set_focus (ADW_DIALOG (self),
                        GTK_WIDGET (site == NULL ? (void *) self->site : (void *) self->date));
  changed_cb (self);
  return ADW_DIALOG (self);
}

static char **
list_people (const ImpRoundPage *page)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < page->meetings->len; i++)
    g_strv_builder_add (names, ((ImpMeetingLine *) g_ptr_array_index (page->meetings, i))->name);
  return g_strv_builder_end (names);
}

static void
fill (ImpPlanRoundDialog *self, const ImpRoundPage *page)
{
  g_auto (GStrv) people = list_people (page);

  set_text (self->site, page->line.site_name);
  imp_date_row_set_date (self->date, page->line.planned);
  imp_time_row_set_time (self->time, page->line.time);
  set_text (self->place, page->line.place);
  set_text (self->visitors, page->line.visitors);
  set_text (self->note, page->note);
  imp_line_list_set_lines (self->people, (const char *const *) people);
  imp_line_list_set_lines (self->questions, (const char *const *) page->questions);
  gtk_widget_set_visible (self->own_group, FALSE);
  adw_switch_row_set_active (self->own_questions, TRUE);
}

AdwDialog *
imp_plan_round_dialog_new_to_change (ImpBacklog *backlog, const ImpRoundPage *page)
{
  ImpPlanRoundDialog *self = create (backlog, _ ("Change the Plan"), _ ("_Save"));

  self->round = page->line.item;
  self->as_of = g_strdup (page->as_of);
  fill (self, page);
  changed_cb (self);
  return ADW_DIALOG (self);
}

static void
plan_at (GtkWidget *widget, const char *name, GVariant *target)
{
  const char *site;
  ImpDate day;

  g_variant_get (target, "(&si)", &site, &day);
  adw_dialog_present (imp_plan_round_dialog_new (imp_backlog_page_get_backlog (widget), site, day),
                      widget);
}

void
imp_plan_round_dialog_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "round.plan-at", "(si)", plan_at);
}
