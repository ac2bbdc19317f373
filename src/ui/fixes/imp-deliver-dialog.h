/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A fix is delivered: what we did, what is different now, what the reader has to do. */
#pragma once

#include "ui/fixes/imp-fix-dialog.h"

G_BEGIN_DECLS

/* The three texts may be left empty; they are what an announcement tells later. */
#define IMP_TYPE_DELIVER_DIALOG (imp_deliver_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ImpDeliverDialog, imp_deliver_dialog, IMP, DELIVER_DIALOG, ImpFixDialog)

AdwDialog *imp_deliver_dialog_new (ImpBacklog *backlog, ImpItem fix);

G_END_DECLS
