/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Published announcements: what colleagues have read, whatever is written later. */
#pragma once

#include "store/imp-store-private.h"

G_BEGIN_DECLS

/* Publishing writes the pages as one document, in one action with the day and the number. From then
 * on the rows of the announcement and of its entries are made from the document and not from their
 * cells. So what another laptop wrote without knowing of it changes nothing that was told, in
 * whatever order the rows come; it is marked as late and listed in Changes to Look At. Undoing the
 * publishing takes the document away, and the cells hold again; erasing a name changes it. Where two
 * laptops published the same draft the later document holds, and both are listed. */

/* After the row of an announcement was written from its cells or removed: its values and entries. */
gboolean imp_frozen_project (ImpStore *store, ImpItem announcement, GError **error);
/* After the row of an entry was written from its cells or removed: marks what is late. */
gboolean imp_frozen_mark_entry (ImpStore *store, ImpItem entry, GError **error);

/* The fields that were written otherwise: item, kind, field, when and by whom it was published, when
 * and by whom it was written, and what. A borrowed statement. */
ImpStatement *imp_frozen_select_late (ImpStore *store);
/* What was told in the field. *told is FALSE where the pages do not show it. */
gboolean imp_frozen_read_told (ImpStore *store,
                               ImpKind kind,
                               ImpItem item,
                               guint8 field,
                               gboolean *told,
                               ImpValue *value,
                               GError **error);

G_END_DECLS
