/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The pages of a ranked list. */
#pragma once

#include <gio/gio.h>

#include "base/imp-progress.h"
#include "model/imp-ranked-table.h"
#include "publish/imp-pages.h"

G_BEGIN_DECLS

/* A ranked list as a table on landscape sheets: rows grow with their texts and are never broken,
 * heavy lines stand between groups, the head row on each page. Keeps a reference of the table, and
 * of each row only its height, so that a list may have thousands of pages.
 * Made on one thread, it may be used on another. */
#define IMP_TYPE_LIST_PAGES (imp_list_pages_get_type ())
G_DECLARE_FINAL_TYPE (ImpListPages, imp_list_pages, IMP, LIST_PAGES, ImpPages)

/* Blocks, about a second for two thousand rows. progress and cancellable may be NULL; cancelled it
 * fails with G_IO_ERROR_CANCELLED, which is its only error. */
ImpPages *imp_list_pages_new (ImpRankedTable *table,
                              const ImpPaper *paper,
                              ImpProgress *progress,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS
