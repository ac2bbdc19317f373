/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Which rows stand out of their order. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The fewest positions from `first` on, ascending (of guint32), without which the ranks there (of
 * guint32, each once) ascend: a longest ascending run stays. Nearly linear where they nearly ascend.
 * Any thread. */
GArray *imp_strays_find (const GArray *ranks, guint first);

G_END_DECLS
