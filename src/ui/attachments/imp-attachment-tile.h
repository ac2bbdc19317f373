/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One photo or file, small. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog-attachments.h"

G_BEGIN_DECLS

/* A picture by its thumbnail, which is decoded elsewhere and kept as long as the tile; anything else
 * by an icon; below it the name. Accessible as what it is, by its name. Main thread. */
#define IMP_TYPE_ATTACHMENT_TILE (imp_attachment_tile_get_type ())
G_DECLARE_FINAL_TYPE (ImpAttachmentTile, imp_attachment_tile, IMP, ATTACHMENT_TILE, GtkFlowBoxChild)

GtkWidget *imp_attachment_tile_new (ImpBacklog *backlog, const ImpAttachment *attachment);
ImpItem imp_attachment_tile_get_item (ImpAttachmentTile *self);
/* Whether it looks the same for what the attachment is now. */
gboolean imp_attachment_tile_shows (ImpAttachmentTile *self, const ImpAttachment *attachment);

G_END_DECLS
