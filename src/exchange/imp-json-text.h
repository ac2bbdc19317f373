/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Values as JSON writes them. */
#pragma once

#include "base/imp-uuid.h"

G_BEGIN_DECLS

/* Private to this layer. Each appends one value. */
void imp_json_append_text (GString *out, const char *text);
void imp_json_append_real (GString *out, double real);
void imp_json_append_uuid (GString *out, const ImpUuid *uuid);

G_END_DECLS
