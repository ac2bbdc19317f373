/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Every page and dialog: comes and goes whole, and shows people's text as it is. */
#include "config.h"

#include "backlog/imp-backlog-bulk.h"
#include "backlog/imp-irritant-list.h"
#include "ui-fixture.h"
#include "ui/announcements/imp-announcements-page.h"
#include "ui/capture/imp-me-too-dialog.h"
#include "ui/capture/imp-record-dialog.h"
#include "ui/common/imp-quote.h"
#include "ui/fixes/imp-fixes-page.h"
#include "ui/fixes/imp-plan-fix-dialog.h"
#include "ui/irritants/imp-answer-dialog.h"
#include "ui/irritants/imp-bulk-dialog.h"
#include "ui/irritants/imp-care-dialog.h"
#include "ui/irritants/imp-decline-dialog.h"
#include "ui/irritants/imp-irritant-dialog.h"
#include "ui/irritants/imp-irritant-pane.h"
#include "ui/irritants/imp-irritants-page.h"
#include "ui/irritants/imp-pin-dialog.h"
#include "ui/irritants/imp-reports-dialog.h"

/* With one irritant whose words look like markup. */
typedef struct
{
  UiFixture ui;
  GSettings *settings;
  ImpItem irritant;
  ImpIrritantPage *page;
} Fixture;

typedef GtkWidget *(*Create) (Fixture *fixture);

static ImpIrritantPage *
load_page (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  ImpAwait await = { NULL };

  imp_backlog_irritant_page_async (fixture->ui.backlog, fixture->irritant, NULL, imp_await_cb,
                                   &await);
  result = imp_await (&await);
  return imp_backlog_irritant_page_finish (fixture->ui.backlog, result, NULL);
}

static void
change (Fixture *fixture, ImpBulkKind kind)
{
  const ImpBulk bulk = { kind, HOSTILE };
  ImpAwait await = { NULL };

  imp_backlog_bulk_async (fixture->ui.backlog, &fixture->irritant, 1, &bulk, NULL, imp_await_cb,
                          &await);
  ui_finish_write (&fixture->ui, &await);
}

static void
pin (Fixture *fixture)
{
  ImpAwait await = { NULL };

  imp_backlog_pin_async (fixture->ui.backlog, fixture->irritant, HOSTILE,
                         imp_backlog_get_today (fixture->ui.backlog), NULL, imp_await_cb, &await);
  ui_finish_write (&fixture->ui, &await);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ui_set_up (&fixture->ui, NULL);
  fixture->settings = g_settings_new (APP_ID);
  fixture->irritant = ui_record (&fixture->ui, HOSTILE);
  change (fixture, IMP_BULK_ADD_TAG);
  change (fixture, IMP_BULK_SET_STEP);
  pin (fixture);
  fixture->page = load_page (fixture);
  g_assert_nonnull (fixture->page);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  imp_irritant_page_unref (fixture->page);
  g_clear_object (&fixture->settings);
  ui_tear_down (&fixture->ui, NULL);
}

static GtkWidget *
create_record_dialog (Fixture *fixture)
{
  return GTK_WIDGET (imp_record_dialog_new (fixture->ui.backlog, fixture->settings, NULL));
}

static GtkWidget *
create_me_too_dialog (Fixture *fixture)
{
  return GTK_WIDGET (imp_me_too_dialog_new (fixture->ui.backlog, fixture->irritant, HOSTILE));
}

static GtkWidget *
create_answer_dialog (Fixture *fixture)
{
  return GTK_WIDGET (imp_answer_dialog_new (fixture->ui.backlog, fixture->irritant,
                                            IMP_QUESTION_PEOPLE, fixture->page->facts.answer,
                                            NULL));
}

static GtkWidget *
create_care_dialog (Fixture *fixture)
{
  return GTK_WIDGET (imp_care_dialog_new (fixture->ui.backlog, fixture->page));
}

static GtkWidget *
create_decline_dialog (Fixture *fixture)
{
  return GTK_WIDGET (imp_decline_dialog_new (fixture->ui.backlog, fixture->page));
}

static GtkWidget *
create_pin_dialog (Fixture *fixture)
{
  return GTK_WIDGET (imp_pin_dialog_new (fixture->ui.backlog, fixture->page));
}

static GtkWidget *
create_bulk_dialog (Fixture *fixture)
{
  return GTK_WIDGET (imp_bulk_dialog_new (fixture->ui.backlog, IMP_BULK_ADD_TAG, 3));
}

static GtkWidget *
create_irritant_dialog (Fixture *fixture)
{
  return GTK_WIDGET (imp_irritant_dialog_new (fixture->ui.backlog, fixture->page));
}

static GtkWidget *
create_plan_fix_dialog (Fixture *fixture)
{
  return GTK_WIDGET (imp_plan_fix_dialog_new (fixture->ui.backlog, fixture->irritant, HOSTILE));
}

static GtkWidget *
create_reports_dialog (Fixture *fixture)
{
  return GTK_WIDGET (imp_reports_dialog_new (fixture->page));
}

static GtkWidget *
create_quote (Fixture *fixture)
{
  return imp_quote_new (HOSTILE, HOSTILE);
}

static GtkWidget *
create_pane (Fixture *fixture)
{
  ImpIrritantPane *pane = g_object_new (IMP_TYPE_IRRITANT_PANE, NULL);

  imp_irritant_pane_set_backlog (pane, fixture->ui.backlog);
  imp_irritant_pane_set_irritant (pane, fixture->irritant);
  return GTK_WIDGET (pane);
}

static GtkWidget *
create_irritants_page (Fixture *fixture)
{
  return g_object_new (IMP_TYPE_IRRITANTS_PAGE, "backlog", fixture->ui.backlog, NULL);
}

static GtkWidget *
create_fixes_page (Fixture *fixture)
{
  return g_object_new (IMP_TYPE_FIXES_PAGE, "backlog", fixture->ui.backlog, NULL);
}

static GtkWidget *
create_announcements_page (Fixture *fixture)
{
  return g_object_new (IMP_TYPE_ANNOUNCEMENTS_PAGE, "backlog", fixture->ui.backlog, NULL);
}

static void
test_is_finalized (Fixture *fixture, gconstpointer data)
{
  Create create = (Create) data;
  GtkWidget *widget = g_object_ref_sink (create (fixture));
  gpointer weak = widget;

  ui_run (250);
  g_object_add_weak_pointer (G_OBJECT (widget), &weak);
  g_object_run_dispose (G_OBJECT (widget));
  g_object_unref (widget);
  for (int i = 0; i < 20 && weak != NULL; i++)
    ui_run (250);
  g_assert_null (weak);
}

static void
test_is_plain (Fixture *fixture, gconstpointer data)
{
  Create create = (Create) data;
  GtkWidget *widget = g_object_ref_sink (create (fixture));

  ui_run (250);
  ui_assert_plain (ADW_IS_DIALOG (widget) ? adw_dialog_get_child (ADW_DIALOG (widget)) : widget);
  g_object_run_dispose (G_OBJECT (widget));
  g_object_unref (widget);
  ui_run (50);
}

static const struct
{
  const char *name;
  Create create;
} widgets[] = {
  { "announcements-page", create_announcements_page },
  { "answer-dialog", create_answer_dialog },
  { "bulk-dialog", create_bulk_dialog },
  { "care-dialog", create_care_dialog },
  { "decline-dialog", create_decline_dialog },
  { "fixes-page", create_fixes_page },
  { "irritant-dialog", create_irritant_dialog },
  { "irritant-pane", create_pane },
  { "irritants-page", create_irritants_page },
  { "me-too-dialog", create_me_too_dialog },
  { "pin-dialog", create_pin_dialog },
  { "plan-fix-dialog", create_plan_fix_dialog },
  { "quote", create_quote },
  { "record-dialog", create_record_dialog },
  { "reports-dialog", create_reports_dialog },
};

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    {
      g_autofree char *finalized = g_strdup_printf ("/ui/%s/is-finalized", widgets[i].name);
      g_autofree char *plain = g_strdup_printf ("/ui/%s/is-plain", widgets[i].name);

      g_test_add (finalized, Fixture, widgets[i].create, set_up, test_is_finalized, tear_down);
      g_test_add (plain, Fixture, widgets[i].create, set_up, test_is_plain, tear_down);
    }
  return g_test_run ();
}
