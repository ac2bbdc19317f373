/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What the parts of saving a damaged backlog share. */
#pragma once

#include "store/imp-admission.h"
#include "store/imp-salvage-moved.h"
#include "store/imp-salvage-reader.h"
#include "store/imp-salvage.h"

G_BEGIN_DECLS

/* One laptop as the damaged file knew it. */
typedef struct
{
  ImpUuid id;
  gint64 rep, applied;
  gint64 proven; /* its rows up to this one stand in the result as they are */
} ImpSalvageLaptop;

/* One saving under way. */
typedef struct
{
  ImpStore from; /* what was gathered: rows with gaps; only its connection is used */
  ImpStore *to;
  ImpSalvage *salvage;
  GArray *laptops;        /* of ImpSalvageLaptop */
  gint64 most_rows;       /* that the damaged file has room for */
  ImpAdmission admission; /* of what is written down anew */
  ImpMoved moved;
  GCancellable *cancellable;
} ImpSalvaging;

/* The rows of a laptop that follow on `after`. Ended by the caller, also on failure. */
gboolean imp_salvage_begin_reading (ImpSalvageReader *reader,
                                    ImpSalvaging *self,
                                    const ImpSalvageLaptop *laptop,
                                    gint64 after,
                                    GError **error);
/* Whether the rows follow from what was before; *head becomes the hash that they claim. */
gboolean imp_salvage_follows (const GPtrArray *rows, guint8 head[IMP_HASH_SIZE]);

/* What stands as it is up to the first damaged place: taken like the rows of any other laptop. */
gboolean imp_salvage_save_proven (ImpSalvaging *self, ImpSalvageLaptop *laptop, GError **error);
/* What comes after it, of all laptops, written down anew; and the bytes of attachments. */
gboolean imp_salvage_save_rests (ImpSalvaging *self, GError **error);

G_END_DECLS
