/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One photo or file whole, with those beside it. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog-attachments.h"

G_BEGIN_DECLS

/* A picture as large as there is room, never larger than it is. A file is only told of: nothing of
 * it is opened or run here. Left and Right go to the next ones, Ctrl+S saves a copy, Delete removes
 * it, which can be undone. Keeps the list as it was when it was opened. Main thread. */
#define IMP_TYPE_ATTACHMENT_VIEWER (imp_attachment_viewer_get_type ())
G_DECLARE_FINAL_TYPE (ImpAttachmentViewer, imp_attachment_viewer, IMP, ATTACHMENT_VIEWER, AdwDialog)

/* `attachments`: of ImpAttachment, kept. */
AdwDialog *imp_attachment_viewer_new (ImpBacklog *backlog, GPtrArray *attachments, guint position);

G_END_DECLS
