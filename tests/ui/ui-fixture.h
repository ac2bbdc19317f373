/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What tests of widgets share: a backlog of their own, a window, waiting and looking. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog.h"
#include "support/imp-await.h"

G_BEGIN_DECLS

/* Text that must be shown as it is, everywhere. */
#define HOSTILE "<b><span size='999999'>&amp; %s"

/* 21 November 2026, noon. With the user data UI_SAMPLE the backlog holds the sample. */
#define UI_SAMPLE "sample"

typedef struct
{
  char *folder;
  gint64 now_ms;
  ImpClock clock;
  ImpBacklog *backlog;
  GtkWindow *window; /* NULL before ui_show() */
} UiFixture;

void ui_init (int *argc, char ***argv);
void ui_set_up (UiFixture *fixture, gconstpointer data);
void ui_tear_down (UiFixture *fixture, gconstpointer data);
/* The backlog as the next start finds it; nothing may hold the one there is. */
void ui_reopen (UiFixture *fixture);

/* Shows the widget in a window that has the focus. */
void ui_show (UiFixture *fixture, GtkWidget *widget);
/* Takes it away again, and asserts that nothing holds it. Call with a reference of one's own. */
void ui_assert_finalized (UiFixture *fixture, gpointer widget);

ImpItem ui_finish_write (UiFixture *fixture, ImpAwait *await);
ImpItem ui_record (UiFixture *fixture, const char *words);
ImpItem ui_plan_fix (UiFixture *fixture, const char *title);
/* That of another laptop; for imp_close_backlog(). */
ImpBacklog *ui_open_other (UiFixture *fixture);

/* Runs the main loop until the text stands in a label, button or text view in sight below root;
 * fails after ten seconds. ui_find() does not wait and may give NULL. */
GtkWidget *ui_find (GtkWidget *root, const char *text);
GtkWidget *ui_wait_for (GtkWidget *root, const char *text);
void ui_wait_until_gone (GtkWidget *root, const char *text);
GtkWidget *ui_find_type (GtkWidget *root, GType type);
void ui_run (guint milliseconds);
/* No label or row below root would take text for markup. */
void ui_assert_plain (GtkWidget *root);

G_END_DECLS
