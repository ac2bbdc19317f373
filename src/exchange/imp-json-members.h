/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The members of one object in JSON, as far as they are no brackets. */
#pragma once

#include "exchange/imp-json-member.h"

G_BEGIN_DECLS

/* Private to this layer. An array of ImpJsonMember, used again for each object. */
GArray *imp_json_members_new (void);
const ImpJsonMember *imp_json_members_find (const GArray *self, const char *name); /* or NULL */
/* From after the “{” to the “}”; the array holds nothing else afterwards. */
gboolean imp_json_members_read (GArray *self, ImpJsonReader *reader, GError **error);
/* Adds the member on whose name the reader stands; NULL where it fails, also for a name that is
 * there already. */
const ImpJsonMember *
imp_json_members_read_one (GArray *self, ImpJsonReader *reader, GError **error);

G_END_DECLS
