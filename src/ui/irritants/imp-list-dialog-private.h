/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What the dialog of the printed list and its saving share. */
#pragma once

#include "backlog/imp-list-document.h"
#include "ui/common/imp-preview.h"
#include "ui/irritants/imp-list-dialog.h"

G_BEGIN_DECLS

struct _ImpListDialog
{
  AdwDialog parent_instance;

  ImpBacklog *backlog; /* NULL once it is closed */
  ImpQuery *query;
  ImpOrder order;
  guint n_all;
  GArray *limits;            /* of guint: what the rows of `amount` stand for */
  ImpRankedTable *table;     /* of the pages that are shown; NULL: none are */
  ImpPages *pages;           /* the same */
  GCancellable *cancellable; /* of the work that is under way; NULL: none is */
  ImpProgress *progress;
  guint patience;  /* the source that looks at the progress */
  gboolean saving; /* the work is a file */

  AdwToastOverlay *toasts;
  GtkDropDown *amount, *paper;
  GtkStack *stack;
  GtkProgressBar *bar;
  ImpPreview *preview;
};

/* One work at a time: what was under way is cancelled. */
void imp_list_dialog_begin_work (ImpListDialog *self);
void imp_list_dialog_end_work (ImpListDialog *self);
void imp_list_dialog_set_saving (ImpListDialog *self, gboolean saving);
/* Whether the answer is to the latest question. */
gboolean imp_list_dialog_wants (ImpListDialog *self, GAsyncResult *result);
/* The pages that were made last. */
void imp_list_dialog_show_pages (ImpListDialog *self);
const ImpPaper *imp_list_dialog_get_paper (ImpListDialog *self);
/* Writes what is shown, also when it is closed meanwhile; what became of it is told in the window.
 * The form is this one, unless the path says another. */
void imp_list_dialog_save (ImpListDialog *self, ImpListForm form, const char *path);
void imp_list_dialog_install_saving (GtkWidgetClass *widget_class);

G_END_DECLS
