/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A page that shows a part of the backlog and follows its changes. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog.h"

G_BEGIN_DECLS

/* What the pages of the window have in common: the backlog, given once as they are made, and
 * loading what they show, at first and whenever it has changed. Once disposed there is no backlog
 * any more, and every question under way is cancelled. Main thread. */
#define IMP_TYPE_BACKLOG_PAGE (imp_backlog_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (ImpBacklogPage, imp_backlog_page, IMP, BACKLOG_PAGE, AdwNavigationPage)

struct _ImpBacklogPageClass
{
  AdwNavigationPageClass parent_class;

  guint kinds; /* 1 << ImpKind of all that may change the look of the page */
  /* Asks for everything that is shown; may be NULL. */
  void (*load) (ImpBacklogPage *self, ImpBacklog *backlog, GCancellable *cancellable);
};

/* Both take any ImpBacklogPage and give NULL where there is no backlog (any more). The cancellable
 * is of the newest load: answers to earlier ones are not wanted. */
ImpBacklog *imp_backlog_page_get_backlog (gpointer page);
GCancellable *imp_backlog_page_get_cancellable (gpointer page);

G_END_DECLS
