/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Puts one irritant into the widgets of its page. */
#include "config.h"

#include "ui/irritants/imp-irritant-pane-private.h"

#include "base/imp-text.h"
#include "ui/common/imp-icon.h"
#include "ui/common/imp-quote.h"
#include "ui/common/imp-sentence.h"
#include "ui/irritants/imp-answer-row.h"
#include "ui/irritants/imp-irritant-words.h"
#include "ui/irritants/imp-tags-row.h"

#include <glib/gi18n.h>

#define N_QUOTES 2
#define N_PARTS  6

static void
empty_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
empty_grid (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

static void
show_optional (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text == NULL ? "" : text);
  gtk_widget_set_visible (GTK_WIDGET (label), !imp_text_is_empty (text));
}

void
imp_irritant_pane_show_sum (ImpIrritantPane *self)
{
  const ImpIrritantPage *page = self->page;
  const char *place = self->placed == page->item ? self->place : NULL;
  const gboolean by_impact = place == NULL || self->measure == IMP_MEASURE_IMPACT;
  g_autofree char *about = imp_irritant_words_about (page, place);

  gtk_label_set_text (self->about, about);
  imp_sentence_show_ranked (self->sentence, &page->facts, &page->impact,
                            by_impact ? page->top_ten : -1); /* it is of the top ten by impact */
}

static void
show_head (ImpIrritantPane *self)
{
  const ImpIrritantPage *page = self->page;
  g_autofree char *declined = imp_irritant_words_declined (page);
  g_autofree char *pinned = imp_irritant_words_pinned (page);

  gtk_label_set_text (self->title, page->title);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self),
                                 imp_text_is_empty (page->title) ? _ ("Irritant") : page->title);
  imp_irritant_pane_show_sum (self);
  gtk_widget_set_visible (self->why, (IMP_STATES_NOT_FIXED & 1u << page->state) != 0);
  show_optional (self->pinned, pinned);
  show_optional (self->declined, declined);
  show_optional (self->description, page->description);
}

/* What was said of it is found there. */
static void
show_merged (ImpIrritantPane *self)
{
  const ImpIrritantPage *page = self->page;
  g_autofree char *words = imp_irritant_words_merged (page);

  gtk_widget_set_visible (self->merged, words != NULL);
  if (words == NULL)
    return;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->merged_into), words);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->merged_into), "x", page->merged_into);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->take_apart), "x", page->item);
}

static GtkWidget *
create_part_row (const ImpPartLine *part)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Take _Apart"));
  const char *title =
      !imp_text_is_empty (part->title) ? part->title : _ ("Irritant without a title");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  title, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", part->item);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "irritant.take-apart");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static GtkWidget *
create_rest_row (guint n)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *words = g_strdup_printf (ngettext ("And %u more", "And %u more", n), n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  return row;
}

static GtkWidget *
get_row (GtkListBox *list, int position)
{
  return (GtkWidget *) gtk_list_box_get_row_at_index (list, position);
}

/* -1: elsewhere. */
static int
find_focused_part (ImpIrritantPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, ADW_TYPE_ACTION_ROW) : NULL;

  return row != NULL && gtk_widget_get_parent (row) == GTK_WIDGET (self->parts)
             ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row))
             : -1;
}

/* It would fall to whatever comes after the group. */
static void
move_focus_before_parts (ImpIrritantPane *self)
{
  while (find_focused_part (self) >= 0
         && gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_BACKWARD))
    ;
}

static void
focus_part (ImpIrritantPane *self, int position)
{
  gtk_widget_child_focus (get_row (self->parts, position), GTK_DIR_TAB_BACKWARD);
}

/* There may be thousands; the next one is seen when one is taken apart. */
static void
show_parts (ImpIrritantPane *self)
{
  GPtrArray *parts = self->page->parts;
  const guint n = MIN (parts->len, N_PARTS);
  const int focused = find_focused_part (self);

  if (n == 0)
    move_focus_before_parts (self);
  gtk_list_box_remove_all (self->parts);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->parts, create_part_row (parts->pdata[i]));
  if (parts->len > n)
    gtk_list_box_append (self->parts, create_rest_row (parts->len - n));
  gtk_widget_set_visible (self->parts_section, n > 0);
  if (focused >= 0 && n > 0)
    focus_part (self, MIN (focused, (int) n - 1));
}

static void
show_context (ImpIrritantPane *self)
{
  g_autofree char *context = imp_irritant_words_context (self->page);

  show_optional (self->context, context);
  imp_tags_row_show_words (self->tags, (const char *const *) self->page->tags);
}

static void
show_quotes (ImpIrritantPane *self)
{
  GPtrArray *reports = self->page->reports;
  g_autofree char *all = NULL;

  empty_box (GTK_WIDGET (self->quotes));
  for (guint i = 0; i < MIN (reports->len, N_QUOTES); i++)
    gtk_box_append (self->quotes, imp_irritant_words_create_quote (g_ptr_array_index (reports, i)));
  all = g_strdup_printf (_ ("All %u"), reports->len);
  gtk_button_set_label (GTK_BUTTON (self->all_reports), all);
  gtk_widget_set_visible (self->all_reports, reports->len > N_QUOTES);
}

/* The rows stay, so that the focus does. */
static void
create_answers (ImpIrritantPane *self)
{
  for (int question = 0; question < IMP_N_QUESTIONS; question++)
    gtk_list_box_append (self->answers, imp_answer_row_new (question));
  gtk_list_box_append (self->answers, imp_answer_row_new_care ());
}

static void
show_answers (ImpIrritantPane *self)
{
  const ImpFacts *facts = &self->page->facts;

  if (get_row (self->answers, 0) == NULL)
    create_answers (self);
  for (int question = 0; question < IMP_N_QUESTIONS; question++)
    imp_answer_row_show (get_row (self->answers, question), question, facts);
  imp_answer_row_show_care (get_row (self->answers, IMP_N_QUESTIONS), facts, &self->page->impact);
}

static GtkWidget *
create_fix_row (ImpItem fix)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), imp_icon_new ("imp-fixes-symbolic"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), imp_icon_new ("go-next-symbolic"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-fix");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", fix);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static int
find_fix_row (GtkListBox *list, int from, ImpItem fix)
{
  GtkWidget *row;

  for (int i = from; (row = get_row (list, i)) != NULL; i++)
    if (g_variant_get_int64 (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row))) == fix)
      return i;
  return -1;
}

/* The row of a fix at this place: the one it had, without what stood before it, or a new one. */
static GtkWidget *
ensure_fix_row (GtkListBox *list, int position, ImpItem fix)
{
  int found = find_fix_row (list, position, fix);

  if (found < 0)
    gtk_list_box_insert (list, create_fix_row (fix), position);
  for (int i = position; i < found; i++)
    gtk_list_box_remove (list, get_row (list, position));
  return get_row (list, position);
}

static void
show_fix (GtkWidget *row, const ImpFixLine *fix)
{
  g_autofree char *subtitle = imp_irritant_words_fix (fix);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), fix->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
}

static void
show_fixes (ImpIrritantPane *self)
{
  GPtrArray *fixes = self->page->fixes;
  GtkWidget *row;

  for (guint i = 0; i < fixes->len; i++)
    {
      const ImpFixLine *fix = g_ptr_array_index (fixes, i);

      show_fix (ensure_fix_row (self->fixes, (int) i, fix->item), fix);
    }
  while ((row = get_row (self->fixes, (int) fixes->len)) != NULL)
    gtk_list_box_remove (self->fixes, row);
  gtk_widget_set_visible (GTK_WIDGET (self->fixes), fixes->len > 0);
  gtk_widget_set_visible (self->no_fixes, fixes->len == 0);
}

static GtkWidget *
create_history_label (const char *text, gboolean quiet)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), !quiet);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, !quiet);
  gtk_widget_add_css_class (label, "caption");
  if (quiet)
    {
      gtk_widget_add_css_class (label, "quiet");
      gtk_widget_add_css_class (label, "numeric");
    }
  return label;
}

static void
show_history (ImpIrritantPane *self)
{
  GPtrArray *history = self->page->history;

  empty_grid (self->history);
  for (guint i = 0; i < history->len; i++)
    {
      const ImpHistoryLine *line = g_ptr_array_index (history, i);
      g_autofree char *date = imp_date_to_short_words (line->date);

      gtk_grid_attach (self->history, create_history_label (date, TRUE), 0, i, 1, 1);
      gtk_grid_attach (self->history, create_history_label (line->text, FALSE), 1, i, 1, 1);
    }
  gtk_widget_set_visible (self->history_heading, history->len > 0);
}

void
imp_irritant_pane_show_page (ImpIrritantPane *self)
{
  show_head (self);
  show_merged (self);
  show_context (self);
  show_quotes (self);
  imp_attachments_section_show (self->attachments, self->page->item, self->page->attachments);
  show_answers (self);
  show_fixes (self);
  show_parts (self);
  show_history (self);
}
