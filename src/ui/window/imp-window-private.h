/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What the parts of the window share. */
#pragma once

#include "model/imp-today.h"
#include "ui/irritants/imp-irritants-page.h"
#include "ui/window/imp-sidebar.h"
#include "ui/window/imp-window.h"

G_BEGIN_DECLS

typedef enum
{
  IMP_CLOSING_NOT,
  IMP_CLOSING_WAITS, /* for the last writes to be answered */
  IMP_CLOSING_NOW,
} ImpClosing;

typedef struct _ImpOrigin ImpOrigin;

struct _ImpWindow
{
  AdwApplicationWindow parent_instance;
  AdwToastOverlay *toasts;
  AdwOverlaySplitView *split;
  ImpSidebar *sidebar;
  GtkStack *stack;
  AdwToolbarView *opening; /* stands there while there is no backlog */
  AdwBanner *banner;
  AdwNavigationView *navigation; /* what takes the whole window lies over "main" */
  GSettings *settings;
  ImpBacklog *backlog;       /* NULL until it is open */
  char *trouble_path;        /* of the one that could not be opened */
  char *backup_failure;      /* not looked at yet; may be NULL */
  char *backup_told;         /* the last failure, looked at or not: it is told once; may be NULL */
  ImpCalendarFile *calendar; /* NULL as long as there is no backlog */
  char *calendar_failure;    /* as of a backup */
  char *calendar_told;
  guint retry;          /* looks whether the disk takes writes again */
  ImpOverview overview; /* the newest */
  gboolean has_overview;
  ImpToday *today;                 /* the newest; NULL before the first */
  gboolean is_looking, look_again; /* it is being read, and has changed meanwhile */
  gboolean look_failed;            /* the last time, which was said */
  guint idle_look;                 /* begins to read it when nothing else is to be done */
  guint clock;                     /* looks whether another day has begun */
  guint n_contests;                /* fields that several people wrote */
  char *doing;                     /* what is waited for; NULL before anything was */
  guint patience;                  /* until it is said; 0: it is, or nothing is waited for */
  ImpOrigin *origin;               /* of the irritant that is looked at; NULL: its list */
  gboolean compact, narrow;
  ImpClosing closing;
  guint n_errors; /* that were shown before the closing began */
};

/* Builds the page where it is not there yet, and shows it; the sidebar stays as it is. */
GtkWidget *imp_window_choose_page (ImpWindow *self, const char *name);
/* The same; a sidebar that lies over the page goes. */
GtkWidget *imp_window_show_page (ImpWindow *self, const char *name);
void imp_window_install_actions (GtkWidgetClass *widget_class);
void imp_window_install_going_actions (GtkWidgetClass *widget_class);
void imp_window_install_step_actions (GtkWidgetClass *widget_class);
void imp_window_install_file_actions (GtkWidgetClass *widget_class);
void imp_window_install_round_actions (GtkWidgetClass *widget_class);
void imp_window_install_origin_actions (GtkWidgetClass *widget_class);
void imp_window_show_irritant (ImpWindow *self, gint64 irritant);
/* The same; Back leads to where one is now, and to the dialog of the person, unless that is 0. */
void imp_window_visit_irritant (ImpWindow *self, ImpItem irritant, ImpItem person);
/* One went elsewhere. */
void imp_window_forget_origin (ImpWindow *self);
/* What lies under an open dialog must not change by a key meant for the dialog. */
gboolean imp_window_is_covered (ImpWindow *self);
/* Reads what the sidebar and the pages say of the whole backlog, and some of it again when another
 * day begins. */
void imp_window_look_over (ImpWindow *self);
/* The same after a change of these kinds: of Today only where it is read from one of them. */
void imp_window_follow (ImpWindow *self, guint kinds);
void imp_window_look_at_clock (ImpWindow *self);
void imp_window_stop_looking (ImpWindow *self);
/* Which actions make sense now: after a change of the backlog. */
void imp_window_update_actions (ImpWindow *self);
/* Says what the disk does not do, or that a backup failed. */
void imp_window_update_banner (ImpWindow *self);
void imp_window_try_again (ImpWindow *self);
/* In the place of all pages, and no more: something new is put there. */
void imp_window_start_waiting (ImpWindow *self, const char *doing);
void imp_window_stop_waiting (ImpWindow *self);
void imp_window_show_backups (ImpWindow *self);
void imp_window_show_calendar (ImpWindow *self);
/* Says what helps where a backlog is open, but damaged. */
void imp_window_show_damage (ImpWindow *self);
/* FALSE: it may be closed. Otherwise it closes by itself when the last writes are answered, or asks
 * where one of them failed. */
gboolean imp_window_hold_closing (ImpWindow *self);

G_END_DECLS
