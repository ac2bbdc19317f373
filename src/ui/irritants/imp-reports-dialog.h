/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * All that colleagues say about one irritant. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog-irritants.h"

G_BEGIN_DECLS

/* What was known when it was opened; a list of quotations, newest first. */
AdwDialog *imp_reports_dialog_new (const ImpIrritantPage *page);

G_END_DECLS
