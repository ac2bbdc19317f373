/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Comparing numbers, to sort and to search arrays of them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* GCompareFunc of pointers to such numbers; the lowest comes first. */
int imp_compare_uint32 (gconstpointer a, gconstpointer b);
int imp_compare_int64 (gconstpointer a, gconstpointer b);

G_END_DECLS
