/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What the list of irritants and its search share. */
#pragma once

#include "ui/irritants/imp-irritants-list.h"
#include "ui/irritants/imp-ranked-view.h"
#include "ui/search/imp-completion.h"
#include "ui/search/imp-filter-chips.h"
#include "ui/search/imp-views-menu.h"

G_BEGIN_DECLS

struct _ImpIrritantsList
{
  GtkWidget parent_instance;
  GtkWidget *tools, *search_row, *columns;
  GtkEditable *search;
  ImpFilterChips *chips;
  ImpCompletion *completion; /* belongs to the search */
  ImpBacklog *backlog;
  ImpViewsMenu *views; /* NULL without a backlog */
  GtkScrolledWindow *chips_scroller;
  GtkScrollable *chips_viewport;
  GtkMenuButton *order_button, *order_chip;
  GtkMenuButton *views_button, *views_chip;
  AdwButtonContent *order_name, *order_chip_name;
  GtkLabel *heading, *definition;
  GtkWidget *reorder;
  GtkBox *column_names;
  GSimpleActionGroup *column_actions;
  GSettings *columns_settings; /* NULL before they are remembered */
  GSettings *query_settings;   /* the same of the query */
  guint saving_query;          /* a source; 0: all is saved */
  guint shown_columns;         /* mask of 1 << ImpColumn */
  ImpMeasure look_measure;     /* of the order, as the columns name it */
  char *summary;               /* said in the place of the heading; may be NULL */
  GtkStack *stack;
  ImpRankedView *view;
  ImpIrritantList *list;
  ImpRowLook *look;
  ImpRowChoice *choice;
  ImpOrder order;  /* without a search, and in one when it was chosen there */
  ImpOrder shown;  /* the one in force */
  gboolean chosen; /* in this search */
  guint8 offered;  /* which orders the menu has: 1 without a search, 2 in one */
  guint n_found;   /* so many are listed */
  guint n_ranked;  /* as the search says; G_MAXUINT before it says anything */
  ImpItem current; /* what is looked at; 0: nothing */
  guint position;  /* of it, when it was last in the list */
  ImpItem placed;  /* whose place was told last, */
  char *place;     /* and in which words; may be NULL */
  ImpItem leaving; /* is gone, which the list may not know yet; 0: none */
  ImpItem gone;    /* that which current stands for until it comes back; 0: none */
  gboolean compact, narrow, searching;
  gboolean settled;   /* something was looked at before */
  gboolean revealing; /* current shall be scrolled to when it is there */
};

/* The words, the filters and the order that are chosen, as a question to the list. */
void imp_irritants_list_ask (ImpIrritantsList *self);
void imp_irritants_list_set_order (ImpIrritantsList *self, const char *nick);
const char *imp_irritants_list_get_order (ImpIrritantsList *self);
/* What the list says it is ranked by, without a search. */
char *imp_irritants_list_dup_heading (ImpIrritantsList *self);
/* Whether what it shows is cut into groups that are about the same: not scores, of which nobody
 * knows how sure they are, and not what a search finds. */
gboolean imp_irritants_list_has_groups (ImpIrritantsList *self);
/* Offers what can be chosen now, and shows the one in force. */
void imp_irritants_list_update_order (ImpIrritantsList *self);
void imp_irritants_list_install_orders (GtkWidgetClass *widget_class);
/* Says how many can be searched, and what the list shows. */
void imp_irritants_list_count (ImpIrritantsList *self, guint n_ranked);
void imp_irritants_list_head (ImpIrritantsList *self, guint n_found);
void imp_irritants_list_show_none (ImpIrritantsList *self);     /* that nothing is found */
void imp_irritants_list_take_focus (ImpIrritantsList *self);    /* in what the list shows now */
gboolean imp_irritants_list_has_words (ImpIrritantsList *self); /* to search for */
void imp_irritants_list_install_views (GtkWidgetClass *widget_class);
void imp_irritants_list_offer_views (ImpIrritantsList *self);
void imp_irritants_list_stop_remembering (ImpIrritantsList *self); /* saves what is not yet */
void imp_irritants_list_look_at_all_states (ImpIrritantsList *self);
void imp_irritants_list_begin_search (ImpIrritantsList *self); /* once, when there is the entry */
void imp_irritants_list_set_filters (ImpIrritantsList *self, const char *text);
void imp_irritants_list_install_search (GtkWidgetClass *widget_class);
/* Shows what the list holds now. */
void imp_irritants_list_update (ImpIrritantsList *self);
/* The answer to a question has come, or the backlog has changed: stay at the same irritant. */
void imp_irritants_list_settle (ImpIrritantsList *self);
/* The list has other rows: if what was left is not among them, looks at another one. */
void imp_irritants_list_go_on (ImpIrritantsList *self);
/* Where the one that is looked at stands, if that has changed. */
void imp_irritants_list_tell_place (ImpIrritantsList *self);
void imp_irritants_list_init_columns (ImpIrritantsList *self);
/* After another order or other columns were chosen. */
void imp_irritants_list_show_columns (ImpIrritantsList *self);
void imp_irritants_list_name_columns (ImpIrritantsList *self);
/* "hours,payback": as a saved view has them. */
char *imp_irritants_list_dup_columns (ImpIrritantsList *self);
void imp_irritants_list_set_columns (ImpIrritantsList *self, const char *columns);
void imp_irritants_list_save_columns (ImpIrritantsList *self);
void imp_irritants_list_remember_columns (ImpIrritantsList *self, GSettings *settings);
GMenuModel *imp_irritants_list_create_columns_menu (void);
void imp_irritants_list_install_choice (GtkWidgetClass *widget_class);

G_END_DECLS
