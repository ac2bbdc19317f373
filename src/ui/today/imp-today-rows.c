/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What wants something now, row by row. */
#include "config.h"

#include "ui/today/imp-today-rows.h"

#include "model/imp-today-words.h"
#include "ui/common/imp-icon.h"
#include "ui/common/imp-plain.h"
#include "ui/fixes/imp-fix-words.h"
#include "ui/rounds/imp-round-words.h"

#include <glib/gi18n.h>

#define DAYS_OF_WEEK 7

static GtkWidget *
create_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  imp_plain_text (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  return row;
}

/* Few words, on one line: the title beside them wraps. style: "warning", "accent" or "quiet"; colour
 * only repeats what the words say. */
static void
add_stand (GtkWidget *row, const char *words, const char *style)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_add_css_class (label, style);
  gtk_widget_add_css_class (label, "numeric");
  if (!g_str_equal (style, "quiet"))
    gtk_widget_add_css_class (label, "heading");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
}

/* Takes the target where it is floating. */
static void
open_with (GtkWidget *row, const char *action, GVariant *target)
{
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), imp_icon_new ("go-next-symbolic"));
}

/* Takes the target where it is floating. The name says of what, for several have the same words. */
static void
add_button (GtkWidget *row, const char *label, const char *action, GVariant *target)
{
  GtkWidget *button = gtk_button_new ();
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
  /* Translators: what a button does, and with what: "Ask: Second printer at goods in" */
  g_autofree char *name = g_strdup_printf (_ ("%1$s: %2$s"), label, title);

  gtk_button_set_child (GTK_BUTTON (button), gtk_label_new (label));
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  /* By itself it would be named by the title alone. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

GtkWidget *
imp_today_rows_create_promise (const ImpPromiseLine *promise, ImpDate today)
{
  g_autofree char *terms = imp_today_say_terms (promise);
  const gboolean is_late = promise->due < today;
  g_autofree char *stand =
      is_late ? imp_promise_words_stand (promise, today) : imp_today_say_day (promise->due, today);
  GtkWidget *row = create_row (promise->fix != 0 ? promise->fix_title : promise->what, terms);

  add_stand (row, stand, is_late ? "warning" : "quiet");
  if (promise->fix != 0)
    open_with (row, "win.show-fix", g_variant_new_int64 (promise->fix));
  return row;
}

GtkWidget *
imp_today_rows_create_to_confirm (const ImpToConfirm *fix, guint position)
{
  g_autofree char *whom = imp_to_confirm_say (fix);
  GtkWidget *row = create_row (fix->title, whom);

  add_button (row, _ ("Ask"), "today.ask", g_variant_new_uint32 (position));
  return row;
}

GtkWidget *
imp_today_rows_create_news (const ImpNews *news, guint position)
{
  g_autofree char *title = imp_news_say_title (news);
  g_autofree char *reporters = imp_news_say_reporters (news);
  g_autofree char *tell = imp_news_say_tell (news);
  GtkWidget *row = create_row (title, reporters);

  add_button (row, tell, "today.tell", g_variant_new_uint32 (position));
  return row;
}

/* When and where, for what is near; else what came of the one before. */
static char *
say_facts (const ImpTodayRound *round, ImpDate today)
{
  const ImpRoundLine *line = &round->line;
  g_autofree char *last = imp_today_round_say_last (round);

  if (line->item != 0
      && (last == NULL || line->planned < today + DAYS_OF_WEEK
          || imp_round_line_get_state (line) == IMP_ROUND_UNDER_WAY))
    return imp_round_words_facts (line);
  return last != NULL ? g_steal_pointer (&last) : g_strdup (_ ("Our first round here"));
}

static void
add_round_stand (GtkWidget *row, const ImpRoundLine *line, ImpDate today)
{
  const gboolean is_late = imp_round_line_is_late (line, today);
  g_autofree char *day =
      is_late ? imp_round_words_stand (line, today) : imp_today_say_day (line->planned, today);

  if (line->item == 0 && line->planned <= today)
    add_stand (row, _ ("Due now"), "accent");
  else if (is_late)
    add_stand (row, day, "warning");
  else
    add_stand (row, day, line->planned == today ? "accent" : "quiet");
}

GtkWidget *
imp_today_rows_create_round (const ImpTodayRound *round, ImpDate today)
{
  const ImpRoundLine *line = &round->line;
  g_autofree char *facts = say_facts (round, today);
  GtkWidget *row = create_row (line->site_name, facts);

  if (imp_round_line_get_state (line) == IMP_ROUND_UNDER_WAY)
    {
      add_button (row, _ ("Go On"), "win.go-round", g_variant_new_int64 (line->item));
      return row;
    }
  add_round_stand (row, line, today);
  if (line->item != 0)
    open_with (row, "win.show-round", g_variant_new_int64 (line->item));
  else
    open_with (row, "round.plan-at",
               g_variant_new ("(si)", line->site_name, MAX (line->planned, today)));
  return row;
}

GtkWidget *
imp_today_rows_create_more (guint n, const char *action, GVariant *target)
{
  g_autofree char *title = g_strdup_printf (ngettext ("And %u more", "And %u more", n), n);
  GtkWidget *row = create_row (title, NULL);

  open_with (row, action, target);
  return row;
}

GtkWidget *
imp_today_rows_create_rest (guint n)
{
  g_autofree char *title = imp_today_say_rest (n);

  return create_row (title, NULL);
}
