/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The board of fixes, its dialogs and the page of a fix. */
#include "config.h"

#include "backlog/imp-backlog-fixes.h"
#include "ui-fixture.h"
#include "ui/common/imp-choice-bar.h"
#include "ui/common/imp-name-row.h"
#include "ui/fixes/imp-add-irritants-dialog.h"
#include "ui/fixes/imp-asked-again-group.h"
#include "ui/fixes/imp-confirm-dialog.h"
#include "ui/fixes/imp-deliver-dialog.h"
#include "ui/fixes/imp-fix-column.h"
#include "ui/fixes/imp-fix-irritants.h"
#include "ui/fixes/imp-fix-view.h"
#include "ui/fixes/imp-fixes-page.h"
#include "ui/fixes/imp-irritant-chooser.h"
#include "ui/fixes/imp-plan-fix-dialog.h"
#include "ui/fixes/imp-promise-dialog.h"

static GtkWidget *
show_page (UiFixture *fixture)
{
  GtkWidget *page = g_object_ref_sink (imp_fixes_page_new (fixture->backlog));

  ui_show (fixture, page);
  return page;
}

static void
test_empty (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture);

  ui_wait_for (page, "What Will You Fix First?");
  ui_assert_finalized (fixture, page);
}

static void
test_board (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture);

  ui_wait_for (page, "Scanner profile survives the weekend");
  ui_wait_for (page, "Due 18\u00a0November, 3 days late");
  ui_wait_for (page, "1 is late now");
  ui_wait_for (page, "ask a reporter: is it gone?");
  ui_assert_finalized (fixture, page);
}

static void
test_hostile_text (UiFixture *fixture, gconstpointer data)
{
  ImpItem fix = ui_plan_fix (fixture, HOSTILE);
  GtkWidget *page = show_page (fixture);

  ui_wait_for (page, HOSTILE);
  ui_assert_plain (page);
  imp_fixes_page_show_fix (IMP_FIXES_PAGE (page), fix);
  ui_wait_for (page, "What Colleagues Will Read");
  ui_assert_plain (page);
  ui_assert_finalized (fixture, page);
}

/* The card moves by itself when the fix is started, here or elsewhere. */
static void
test_follows_the_backlog (UiFixture *fixture, gconstpointer data)
{
  ImpItem fix = ui_plan_fix (fixture, "Printer prints");
  GtkWidget *page = show_page (fixture);
  GtkWidget *column;
  ImpAwait await = { NULL };

  column = gtk_widget_get_ancestor (ui_wait_for (page, "Printer prints"), IMP_TYPE_FIX_COLUMN);
  g_assert_cmpint (imp_fix_column_get_state (IMP_FIX_COLUMN (column)), ==, IMP_FIX_STATE_PLANNED);
  imp_backlog_start_fix_async (fixture->backlog, fix, imp_await_cb, &await);
  ui_finish_write (fixture, &await);
  ui_wait_until_gone (column, "Printer prints");
  column = gtk_widget_get_ancestor (ui_wait_for (page, "Printer prints"), IMP_TYPE_FIX_COLUMN);
  g_assert_cmpint (imp_fix_column_get_state (IMP_FIX_COLUMN (column)), ==,
                   IMP_FIX_STATE_BEING_FIXED);
  ui_assert_finalized (fixture, page);
}

static GPtrArray *
create_cards (guint n)
{
  GPtrArray *cards = g_ptr_array_new_with_free_func (g_free);
  static char title[] = "One of many";

  for (guint i = 0; i < n; i++)
    {
      ImpFixCard *card = g_new0 (ImpFixCard, 1);

      card->item = i + 1;
      card->title = title;
      card->state = IMP_FIX_STATE_PLANNED;
      card->promised_first = card->promised_due = card->promise_kept = IMP_DATE_NONE;
      card->delivered = IMP_DATE_NONE;
      g_ptr_array_add (cards, card);
    }
  return cards;
}

static guint
count_rows (GtkWidget *column)
{
  GtkWidget *list = ui_find_type (column, GTK_TYPE_LIST_BOX);
  guint n = 0;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) n) != NULL)
    n++;
  return n;
}

static void
test_column_says_how_many_more (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *column = g_object_new (IMP_TYPE_FIX_COLUMN, "state", IMP_FIX_STATE_PLANNED, NULL);
  g_autoptr (GPtrArray) cards = create_cards (170);
  GtkWidget *more;

  g_object_ref_sink (column);
  ui_show (fixture, column);
  imp_fix_column_set_cards (IMP_FIX_COLUMN (column), cards, 170,
                            imp_backlog_get_today (fixture->backlog));
  g_assert_cmpuint (count_rows (column), ==, 50);
  more = gtk_widget_get_ancestor (ui_wait_for (column, "And 120 More"), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (more, "clicked");
  g_assert_cmpuint (count_rows (column), ==, 100);
  ui_wait_for (column, "And 70 More");
  imp_fix_column_set_search (IMP_FIX_COLUMN (column), "nothing like it");
  g_assert_cmpuint (count_rows (column), ==, 0);
  imp_fix_column_set_search (IMP_FIX_COLUMN (column), "ONE OF");
  g_assert_cmpuint (count_rows (column), ==, 100);
  ui_assert_finalized (fixture, column);
}

/* In one action. */
static void
plan_fixes (UiFixture *fixture, guint n)
{
  ImpChanges *changes = imp_changes_new ();
  ImpAwait await = { NULL };

  for (guint i = 0; i < n; i++)
    imp_changes_set_text (changes, imp_changes_add (changes, IMP_KIND_FIX), IMP_FIX_TITLE,
                          i + 1 < n ? "One of many" : "The last of many");
  imp_backlog_apply_async (fixture->backlog, changes, "Planned", NULL, imp_await_cb, &await);
  ui_finish_write (fixture, &await);
}

static void
press_more (GtkWidget *page, const char *label)
{
  g_signal_emit_by_name (gtk_widget_get_ancestor (ui_wait_for (page, label), GTK_TYPE_BUTTON),
                         "clicked");
}

static void
test_board_reaches_every_fix (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  plan_fixes (fixture, 502);
  page = show_page (fixture);
  for (guint left = 452; left > 2; left -= 50)
    {
      g_autofree char *label = g_strdup_printf ("And %u More", left);

      press_more (page, label);
    }
  g_assert_null (ui_find (page, "The last of many"));
  press_more (page, "And 2 More");
  ui_wait_for (page, "The last of many");
  g_assert_null (ui_find (page, "And 2 More"));
  ui_assert_finalized (fixture, page);
}

static void
test_search_finds_every_fix (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  plan_fixes (fixture, 502);
  page = show_page (fixture);
  ui_wait_for (page, "And 452 More");
  imp_fixes_page_start_search (IMP_FIXES_PAGE (page));
  gtk_editable_set_text (GTK_EDITABLE (ui_find_type (page, GTK_TYPE_SEARCH_ENTRY)), "last of");
  ui_wait_for (page, "The last of many");
  ui_assert_finalized (fixture, page);
}

static void
check_dialog (UiFixture *fixture, GtkWidget *parent, AdwDialog *dialog, const char *text)
{
  g_object_ref_sink (dialog);
  adw_dialog_present (dialog, parent);
  ui_wait_for (GTK_WIDGET (fixture->window), text);
  ui_assert_plain (GTK_WIDGET (dialog));
  adw_dialog_force_close (dialog);
  imp_assert_finalize_soon (dialog);
}

static void
test_dialogs (UiFixture *fixture, gconstpointer data)
{
  ImpItem fix = ui_plan_fix (fixture, HOSTILE);
  ImpItem irritant = ui_record (fixture, "It " HOSTILE);
  GtkWidget *page = show_page (fixture);
  ImpBacklog *backlog = fixture->backlog;

  ui_wait_for (page, HOSTILE);
  check_dialog (fixture, page, imp_plan_fix_dialog_new (backlog, 0, NULL), "It " HOSTILE);
  check_dialog (fixture, page, imp_plan_fix_dialog_new (backlog, irritant, HOSTILE), HOSTILE);
  check_dialog (fixture, page, imp_deliver_dialog_new (backlog, fix), HOSTILE);
  check_dialog (fixture, page, imp_confirm_dialog_new (backlog, fix), HOSTILE);
  check_dialog (fixture, page, imp_promise_dialog_new (backlog, fix), HOSTILE);
  check_dialog (fixture, page, imp_promise_dialog_new_to_move (backlog, fix),
                HOSTILE "\nPromised to finance for 15\u00a0December. "
                        "That first date stays in the record.");
  ui_assert_finalized (fixture, page);
}

/* What is there already comes first: nobody types over what they have not seen. */
static void
test_delivering_waits (UiFixture *fixture, gconstpointer data)
{
  ImpItem fix = ui_plan_fix (fixture, "Printer prints");
  GtkWidget *page = show_page (fixture), *dialog, *row, *focus;
  ImpAwait await = { NULL };

  imp_backlog_set_text_async (fixture->backlog, fix, IMP_FIX_DID, "New rollers", "Edited",
                              imp_await_cb, &await);
  ui_finish_write (fixture, &await);
  dialog = GTK_WIDGET (g_object_ref_sink (imp_deliver_dialog_new (fixture->backlog, fix)));
  adw_dialog_present (ADW_DIALOG (dialog), page);
  row = ui_find_type (dialog, ADW_TYPE_ENTRY_ROW);
  g_assert_false (gtk_widget_is_sensitive (row));
  while (!gtk_widget_is_sensitive (row))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "New rollers");
  while ((focus = gtk_root_get_focus (GTK_ROOT (fixture->window))) == NULL
         || !gtk_widget_is_ancestor (focus, row))
    g_main_context_iteration (NULL, TRUE);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  imp_assert_finalize_soon (dialog);
  ui_assert_finalized (fixture, page);
}

/* The questions stand as they were answered before; one irritant of several can be gone by itself. */
static void
test_asked_again (UiFixture *fixture, gconstpointer data)
{
  ImpFixIrritant irritant = { .item = 7, .title = (char *) HOSTILE, .hours = 20 };
  GtkWidget *group;
  ImpAskedAgain asked;

  irritant.before.answer[IMP_QUESTION_PEOPLE] = (ImpAnswer) { .number = 10 };
  irritant.before.answer[IMP_QUESTION_OFTEN] = (ImpAnswer) { .number = 20 };
  irritant.before.answer[IMP_QUESTION_MINUTES] = (ImpAnswer) { .number = 6 };
  group = g_object_ref_sink (imp_asked_again_group_new (&irritant, FALSE));
  ui_show (fixture, group);
  ui_wait_for (group, HOSTILE);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (group)), ==,
                   GTK_ACCESSIBLE_ROLE_GROUP);
  imp_asked_again_group_get (IMP_ASKED_AGAIN_GROUP (group), IMP_VERDICT_BETTER, &asked);
  g_assert_cmpint (asked.irritant, ==, 7);
  g_assert_cmpint (asked.verdict, ==, IMP_VERDICT_BETTER);
  g_assert_cmpfloat (asked.answers[IMP_QUESTION_MINUTES].number, ==, 6);
  g_assert_cmpfloat_with_epsilon (
      imp_asked_again_group_estimate (IMP_ASKED_AGAIN_GROUP (group), fixture->backlog), 20, 0.001);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ui_find_type (group, GTK_TYPE_CHECK_BUTTON)),
                               TRUE);
  imp_asked_again_group_get (IMP_ASKED_AGAIN_GROUP (group), IMP_VERDICT_BETTER, &asked);
  g_assert_cmpint (asked.verdict, ==, IMP_VERDICT_GONE);
  g_assert_false (imp_answer_is_known (&asked.answers[IMP_QUESTION_MINUTES]));
  g_assert_cmpfloat (
      imp_asked_again_group_estimate (IMP_ASKED_AGAIN_GROUP (group), fixture->backlog), ==, 0);
  ui_assert_finalized (fixture, group);
}

/* Who reported it stays, until the number of people is another. */
static void
test_asked_again_keeps_reporters (UiFixture *fixture, gconstpointer data)
{
  ImpFixIrritant irritant = { .item = 7, .title = (char *) HOSTILE, .hours = 50 };
  GtkWidget *group, *people;

  irritant.before.reporters = 25;
  irritant.before.answer[IMP_QUESTION_PEOPLE] = (ImpAnswer) { .number = 10 };
  irritant.before.answer[IMP_QUESTION_OFTEN] = (ImpAnswer) { .number = 20 };
  irritant.before.answer[IMP_QUESTION_MINUTES] = (ImpAnswer) { .number = 6 };
  group = g_object_ref_sink (imp_asked_again_group_new (&irritant, TRUE));
  ui_show (fixture, group);
  g_assert_cmpfloat_with_epsilon (
      imp_asked_again_group_estimate (IMP_ASKED_AGAIN_GROUP (group), fixture->backlog), 50, 0.001);
  people = ui_find_type (group, IMP_TYPE_CHOICE_BAR);
  imp_choice_bar_set_band (IMP_CHOICE_BAR (people), 1);
  g_assert_cmpfloat_with_epsilon (
      imp_asked_again_group_estimate (IMP_ASKED_AGAIN_GROUP (group), fixture->backlog), 2, 0.001);
  ui_assert_finalized (fixture, group);
}

static ImpFixPage *
read_page (UiFixture *fixture, ImpItem fix)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpFixPage *page;
  ImpAwait await = { NULL };

  imp_backlog_fix_page_async (fixture->backlog, fix, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  page = imp_backlog_fix_page_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  return page;
}

static GtkWidget *
show_fix (UiFixture *fixture, ImpItem fix)
{
  GtkWidget *view = g_object_ref_sink (imp_fix_view_new (fixture->backlog, fix));

  ui_show (fixture, view);
  ui_wait_for (view, "What Colleagues Will Read");
  return view;
}

static void
test_owner_is_changed (UiFixture *fixture, gconstpointer data)
{
  ImpItem fix = ui_plan_fix (fixture, "Printer prints");
  GtkWidget *view = show_fix (fixture, fix);
  GtkWidget *row = ui_find_type (view, IMP_TYPE_NAME_ROW);
  g_autoptr (ImpFixPage) typed = NULL;
  g_autoptr (ImpFixPage) kept = NULL;

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Marek Nowak");
  gtk_editable_set_text (GTK_EDITABLE (row), "Aylin " HOSTILE);
  typed = read_page (fixture, fix);
  g_assert_cmpstr (typed->card->owner, ==, "Marek Nowak");
  g_signal_emit_by_name (row, "entry-activated");
  kept = read_page (fixture, fix);
  g_assert_cmpstr (kept->card->owner, ==, "Aylin " HOSTILE);
  ui_assert_plain (view);
  ui_assert_finalized (fixture, view);
}

static void
test_irritants_are_changed (UiFixture *fixture, gconstpointer data)
{
  ImpItem fix = ui_plan_fix (fixture, "Printer prints");
  ImpItem door = ui_record (fixture, "The door sticks");
  GtkWidget *view = show_fix (fixture, fix);
  GtkWidget *group = ui_find_type (view, IMP_TYPE_FIX_IRRITANTS);
  ImpAwait await = { NULL };

  imp_backlog_add_irritants_async (fixture->backlog, fix, &door, 1, imp_await_cb, &await);
  ui_finish_write (fixture, &await);
  ui_wait_for (group, "The door sticks");
  g_assert_true (gtk_widget_activate_action (group, "fix.remove-irritant", "x", door));
  ui_wait_until_gone (group, "The door sticks");
  ui_wait_for (group, "The printer jams");
  check_dialog (fixture, view, imp_add_irritants_dialog_new (fixture->backlog, fix, NULL, 0),
                "The door sticks");
  ui_assert_finalized (fixture, view);
}

static void
test_chooser_leaves_out_what_is_removed (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *chooser = g_object_ref_sink (g_object_new (IMP_TYPE_IRRITANT_CHOOSER, NULL));
  ImpItem removed[5];

  ui_record (fixture, "The door sticks");
  for (guint i = 0; i < G_N_ELEMENTS (removed); i++)
    removed[i] = ui_record (fixture, "The printer jams");
  imp_irritant_chooser_set_backlog (IMP_IRRITANT_CHOOSER (chooser), fixture->backlog);
  imp_irritant_chooser_leave_out (IMP_IRRITANT_CHOOSER (chooser), removed, G_N_ELEMENTS (removed));
  ui_show (fixture, chooser);
  ui_wait_for (chooser, "The door sticks");
  g_assert_null (ui_find (chooser, "The printer jams"));
  ui_assert_finalized (fixture, chooser);
}

/* Return is quicker than the answer, and means what was typed. */
static void
test_chooser_takes_what_was_typed (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *chooser = g_object_ref_sink (g_object_new (IMP_TYPE_IRRITANT_CHOOSER, NULL));
  ImpItem door = ui_record (fixture, "The door sticks");
  GtkWidget *search = imp_irritant_chooser_get_search (IMP_IRRITANT_CHOOSER (chooser));
  const ImpItem *chosen;
  guint n = 0;

  ui_record (fixture, "The printer jams");
  imp_irritant_chooser_set_backlog (IMP_IRRITANT_CHOOSER (chooser), fixture->backlog);
  ui_show (fixture, chooser);
  ui_wait_for (chooser, "The printer jams");
  for (const char *const *text = (const char *const[]) { "printer", "door", NULL }; *text; text++)
    {
      gtk_editable_set_text (GTK_EDITABLE (search), *text);
      g_signal_emit_by_name (search, "activate");
      ui_run (50);
      while (gtk_editable_get_text (GTK_EDITABLE (search))[0] != '\0')
        g_main_context_iteration (NULL, TRUE);
    }
  chosen = imp_irritant_chooser_get_chosen (IMP_IRRITANT_CHOOSER (chooser), &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (chosen[1], ==, door);
  ui_assert_finalized (fixture, chooser);
}

/* Else it would take whatever is dearest. */
static void
test_chooser_takes_nothing_for_punctuation (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *chooser = g_object_ref_sink (g_object_new (IMP_TYPE_IRRITANT_CHOOSER, NULL));
  GtkWidget *search = imp_irritant_chooser_get_search (IMP_IRRITANT_CHOOSER (chooser));
  guint n = 0;

  ui_record (fixture, "The door sticks");
  imp_irritant_chooser_set_backlog (IMP_IRRITANT_CHOOSER (chooser), fixture->backlog);
  ui_show (fixture, chooser);
  ui_wait_for (chooser, "The door sticks");
  gtk_editable_set_text (GTK_EDITABLE (search), "%");
  g_signal_emit_by_name (search, "activate");
  ui_run (200);
  imp_irritant_chooser_get_chosen (IMP_IRRITANT_CHOOSER (chooser), &n);
  g_assert_cmpuint (n, ==, 0);
  ui_assert_finalized (fixture, chooser);
}

/* Taken away while its questions are under way. */
static void
test_is_taken_away (UiFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 6; i++)
    {
      GtkWidget *page = show_page (fixture);

      ui_run (i);
      ui_assert_finalized (fixture, page);
    }
}

#define ADD(name, sample, test)                                                                    \
  g_test_add ("/ui/fixes-page/" name, UiFixture, sample, ui_set_up, test, ui_tear_down)

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ADD ("empty", NULL, test_empty);
  ADD ("board", UI_SAMPLE, test_board);
  ADD ("hostile-text", NULL, test_hostile_text);
  ADD ("follows-the-backlog", NULL, test_follows_the_backlog);
  ADD ("column-says-how-many-more", NULL, test_column_says_how_many_more);
  ADD ("board-reaches-every-fix", NULL, test_board_reaches_every_fix);
  ADD ("search-finds-every-fix", NULL, test_search_finds_every_fix);
  ADD ("dialogs", NULL, test_dialogs);
  ADD ("delivering-waits", NULL, test_delivering_waits);
  ADD ("asked-again", NULL, test_asked_again);
  ADD ("asked-again-keeps-reporters", NULL, test_asked_again_keeps_reporters);
  ADD ("chooser-leaves-out-what-is-removed", NULL, test_chooser_leaves_out_what_is_removed);
  ADD ("chooser-takes-what-was-typed", NULL, test_chooser_takes_what_was_typed);
  ADD ("chooser-takes-nothing-for-punctuation", NULL, test_chooser_takes_nothing_for_punctuation);
  ADD ("is-taken-away", UI_SAMPLE, test_is_taken_away);
  ADD ("owner-is-changed", NULL, test_owner_is_changed);
  ADD ("irritants-are-changed", NULL, test_irritants_are_changed);
  return g_test_run ();
}
