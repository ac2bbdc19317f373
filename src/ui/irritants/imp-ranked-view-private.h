/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What placing rows and moving in the ranked list share. */
#pragma once

#include "ui/irritants/imp-dragged-irritants.h"
#include "ui/irritants/imp-irritant-row-view.h"
#include "ui/irritants/imp-ranked-view.h"

G_BEGIN_DECLS

#define IMP_NOWHERE G_MAXUINT

typedef struct
{
  ImpIrritantRowView *view;
  guint position;
  double y;            /* of its top in the view, or that of the heading above it */
  int height, heading; /* heading: how much of it is that; 0: there is none */
} ImpPlacedRow;

struct _ImpRankedView
{
  GtkWidget parent_instance;

  ImpIrritantList *list; /* may be NULL */
  ImpRowLook *look;
  GtkAdjustment *horizontal, *vertical;
  gboolean single_click, grouped;
  int width, height; /* as allocated; 0: not yet */

  GArray *rows;             /* of ImpPlacedRow: those in sight and one more at each end */
  ImpIrritantRowView *away; /* the one with the focus, while it is out of sight */
  double estimate;          /* of the height of a row */

  ImpItem cursor; /* what is selected; 0: nothing */
  guint cursor_position;
  guint held_position; /* stands where it did when the list has changed, */
  double held_y;       /* which is here, below its heading */
  gboolean expecting;  /* another answer */

  ImpRowChoice *choice; /* NULL: only one can be chosen */
  ImpItem anchor;       /* where a range begins; 0: nowhere yet */
  ImpItem range_end;    /* the last row of that range; 0: there is none */

  gboolean mergeable;
  ImpDraggedIrritants *dragged; /* from here; NULL: nothing */
  GtkLabel *drag_hint;          /* weak: under the pointer; NULL: none */
  double drop_x, drop_y;        /* where they are held over the view, in pixels */
  ImpItem drop_onto;            /* what stands there; 0: nothing that they can be dropped on */
  guint drop_tick;              /* while it scrolls by itself; 0: it does not */
  gint64 drop_time;             /* of the last step of that, in µs of the frame clock */
};

guint imp_ranked_view_count (ImpRankedView *self);
/* NULL where the position is not in sight. Until rows are placed again. */
const ImpPlacedRow *imp_ranked_view_find_placed (ImpRankedView *self, guint position);
/* The one that has the focus, or NULL. */
ImpIrritantRowView *imp_ranked_view_get_focused (ImpRankedView *self);

/* Makes and fills the rows that the scroll bar's value asks for, in the order of their positions;
 * allocates nothing. */
void imp_ranked_view_place_rows (ImpRankedView *self);
/* Scrolls as little as brings the position in sight, or so that its top is at y; places rows. */
void imp_ranked_view_bring_in_sight (ImpRankedView *self, guint position);
void imp_ranked_view_bring_to (ImpRankedView *self, guint position, double y);
void imp_ranked_view_drop_rows (ImpRankedView *self);

/* Whether it is the first, or the last, of those that stand together. */
gboolean imp_ranked_view_starts_group (ImpRankedView *self, guint position);
gboolean imp_ranked_view_ends_group (ImpRankedView *self, guint position);
int imp_ranked_view_get_heading_height (ImpRankedView *self, guint position);
void imp_ranked_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

/* Makes this the selected one, without scrolling. */
void imp_ranked_view_set_cursor (ImpRankedView *self, ImpItem irritant, guint position);
void imp_ranked_view_move_to (ImpRankedView *self, guint position);
gboolean imp_ranked_view_grab_focus (GtkWidget *widget);
gboolean imp_ranked_view_focus (GtkWidget *widget, GtkDirectionType direction);
void imp_ranked_view_activate (ImpRankedView *self);
void imp_ranked_view_add_keys (GtkWidgetClass *widget_class);
void imp_ranked_view_add_clicks (ImpRankedView *self);
/* Where the list has what a row shows, though it may not be laid out again yet; IMP_NOWHERE: it has
 * it no more. */
guint imp_ranked_view_locate (ImpRankedView *self, const ImpPlacedRow *row);
/* The same of the row that is seen there, if any. */
guint imp_ranked_view_pick (ImpRankedView *self, double x, double y);
ImpIrritantRowView *
imp_ranked_view_pick_row (ImpRankedView *self, double x, double y); /* or NULL */

/* Choosing several. */
void imp_ranked_view_show_chosen (ImpRankedView *self, ImpIrritantRowView *view);
void imp_ranked_view_choose (ImpRankedView *self, guint position);    /* or not any more */
void imp_ranked_view_choose_to (ImpRankedView *self, guint position); /* from the anchor */
gboolean
imp_ranked_view_choose_by_click (ImpRankedView *self, guint position, GdkModifierType keys);
void imp_ranked_view_add_choosing_keys (GtkWidgetClass *widget_class);
void imp_ranked_view_add_long_press (ImpRankedView *self);

/* Dragging. */
void imp_ranked_view_add_dragging (ImpRankedView *self);
void imp_ranked_view_add_dropping (ImpRankedView *self);
void imp_ranked_view_show_drop (ImpRankedView *self, ImpIrritantRowView *view);
void imp_ranked_view_say_drop (ImpRankedView *self);

G_END_DECLS
