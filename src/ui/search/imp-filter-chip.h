/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One filter of the list. */
#pragma once

#include <gtk/gtk.h>

#include "backlog/imp-backlog.h"
#include "model/imp-query.h"

G_BEGIN_DECLS

/* A chip: outlined with "Any site" where its key is not asked for, filled with "Lyon or Porto" and
 * a cross where it is. What is true or not is pressed; the others open their values.
 * ImpFilterChip::changed (ImpQuery *query, boxed pointer): what the filters are from now on. */
#define IMP_TYPE_FILTER_CHIP (imp_filter_chip_get_type ())
G_DECLARE_FINAL_TYPE (ImpFilterChip, imp_filter_chip, IMP, FILTER_CHIP, GtkWidget)

GtkWidget *imp_filter_chip_new (ImpQueryKey key);
ImpQueryKey imp_filter_chip_get_key (ImpFilterChip *self);
/* words: what is searched for beside the filters, for the numbers. */
void imp_filter_chip_set_query (ImpFilterChip *self,
                                ImpBacklog *backlog,
                                ImpQuery *filters,
                                const char *words);
void imp_filter_chip_open (ImpFilterChip *self); /* its values */
gboolean imp_filter_chip_is_open (ImpFilterChip *self);

G_END_DECLS
