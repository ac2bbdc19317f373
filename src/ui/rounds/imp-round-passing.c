/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Passes a round on: into one file for a colleague's backlog. */
#include "config.h"

#include "ui/rounds/imp-round-passing.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "backlog/imp-backlog-pass.h"
#include "ui/common/imp-saving.h"
#include "ui/common/imp-toasts.h"

#define MOST_HEIGHT 300 /* of the sentences; more are scrolled to */

/* What is asked about a round before it goes. */
typedef struct
{
  ImpBacklog *backlog;
  GtkWidget *widget;
  GtkCheckButton *names;
  ImpItem round;
  char *file; /* its name, as it is proposed */
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  g_object_unref (self->backlog);
  g_object_unref (self->widget);
  g_object_unref (self->names);
  g_free (self->file);
  g_free (self);
}

/* One that is being written. */
typedef struct
{
  GtkWidget *window; /* where it is told */
  char *path;
} Writing;

static void
writing_free (Writing *self)
{
  g_object_unref (self->window);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Writing, writing_free)

static GtkWidget *
create_sentence (const char *sentence)
{
  GtkWidget *label = gtk_label_new (sentence);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_margin_top (label, 9);
  gtk_widget_set_margin_bottom (label, 9);
  return label;
}

static GtkWidget *
create_sentences (GPtrArray *naming)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *list = gtk_list_box_new ();

  for (guint i = 0; i < naming->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), create_sentence (naming->pdata[i]));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Sentences that name somebody"), -1);
  g_object_set (scroller, "child", list, "hscrollbar-policy", GTK_POLICY_NEVER,
                "propagate-natural-height", TRUE, "max-content-height", MOST_HEIGHT, NULL);
  return scroller;
}

static void
show_naming (GtkWidget *window, GPtrArray *naming)
{
  AdwDialog *dialog = adw_alert_dialog_new (
      _ ("Look Before You Send"),
      _ ("Names are left out, but these sentences have one, as they were said."));

  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), create_sentences (naming));
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, window);
}

static void
passed_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (Writing) writing = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpPassOutcome) outcome =
      imp_backlog_pass_round_finish (IMP_BACKLOG (backlog), result, &error);

  if (!gtk_widget_get_realized (writing->window)) /* it was closed too */
    return;
  imp_saving_tell (writing->window, writing->path, error);
  if (outcome != NULL && outcome->naming->len > 0)
    show_naming (writing->window, outcome->naming);
}

static void
file_chosen_cb (GtkWidget *widget, const char *path, gpointer data)
{
  const Question *question = data;
  const ImpPassRequest request = { .round = question->round,
                                   .path = path,
                                   .with_people = gtk_check_button_get_active (question->names) };
  Writing *writing;

  if (gtk_widget_get_root (widget) == NULL)
    return;
  writing = g_new (Writing, 1);
  *writing = (Writing) { imp_toasts_expect (widget), g_strdup (path) };
  imp_backlog_pass_round_async (question->backlog, &request, NULL, passed_cb, writing);
}

static void
answered_cb (GObject *dialog, GAsyncResult *result, gpointer data)
{
  static const ImpFileKind kind = { "JSON", "json", "application/json" };
  Question *question = data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (dialog), result);

  if (g_str_equal (response, "save") && gtk_widget_get_root (question->widget) != NULL)
    imp_saving_ask (question->widget, _ ("Pass the Round On"), question->file, &kind,
                    file_chosen_cb, question, question_free);
  else
    question_free (question);
}

static char *
suggest_name (const ImpRoundLine *line)
{
  g_autofree char *day = imp_date_to_words_year (line->planned);
  /* Translators: what a file is called: a place and a day. */
  g_autofree char *name = g_strdup_printf (_ ("Round, %1$s, %2$s"), line->site_name, day);

  return imp_saving_suggest_name (name, "json");
}

static Question *
question_new (GtkWidget *widget, ImpBacklog *backlog, const ImpRoundLine *line)
{
  GtkWidget *names = gtk_check_button_new_with_label (_ ("With colleagues’ names"));
  Question *self = g_new (Question, 1);

  *self =
      (Question) { g_object_ref (backlog), g_object_ref (widget),
                   GTK_CHECK_BUTTON (g_object_ref_sink (names)), line->item, suggest_name (line) };
  return self;
}

void
imp_round_passing_ask (GtkWidget *widget, ImpBacklog *backlog, const ImpRoundLine *line)
{
  Question *question = question_new (widget, backlog, line);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (
      adw_alert_dialog_new (_ ("Pass This Round On?"),
                            _ ("One file takes along what was heard, promised and photographed. A "
                               "colleague imports it, and nothing is counted twice.")));

  adw_alert_dialog_set_extra_child (dialog, GTK_WIDGET (question->names));
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "save", _ ("_Save…"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "save");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, widget, NULL, answered_cb, question);
}
