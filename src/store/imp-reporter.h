/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How somebody who reported is called. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "Dana Whitfield, picking"; "Somebody in goods in"; "Somebody". Each name may be NULL. */
char *
imp_reporter_dup_name (const char *person, const char *department, const char *own_department);

G_END_DECLS
