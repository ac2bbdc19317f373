/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Pin an irritant for a date that is fixed. */
#pragma once

#include "backlog/imp-backlog-irritants.h"
#include "ui/common/imp-form-dialog.h"

G_BEGIN_DECLS

/* Asks why and until when; both are required. Of one that is pinned it shows both. */
#define IMP_TYPE_PIN_DIALOG (imp_pin_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ImpPinDialog, imp_pin_dialog, IMP, PIN_DIALOG, ImpFormDialog)

AdwDialog *imp_pin_dialog_new (ImpBacklog *backlog, const ImpIrritantPage *page);

G_END_DECLS
