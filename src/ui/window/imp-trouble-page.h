/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A backlog that does not open: what is wrong with it, and what helps. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Its buttons activate app.restore-backup, app.salvage, app.begin-anew, app.open-again and
 * win.backups. */
#define IMP_TYPE_TROUBLE_PAGE (imp_trouble_page_get_type ())
G_DECLARE_FINAL_TYPE (ImpTroublePage, imp_trouble_page, IMP, TROUBLE_PAGE, AdwBin)

/* Says what is wrong with the backlog at that path and offers what helps: of a damaged one its
 * newest backup, and what is left in it. */
void imp_trouble_page_explain (ImpTroublePage *self, const char *path, const GError *error);

G_END_DECLS
