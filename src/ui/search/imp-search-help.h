/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How to search, for whoever searches. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwDialog *imp_search_help_new (void);

G_END_DECLS
