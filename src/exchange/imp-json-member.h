/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A name and its value in JSON, made into the value of a field. */
#pragma once

#include "exchange/imp-json-reader.h"
#include "model/imp-changes.h"

G_BEGIN_DECLS

/* Private to this layer. A value that is no bracket; nothing in the format is deeper. Owns its
 * strings. */
typedef struct
{
  char *name;
  ImpJsonToken token;
  char *text; /* of a string, else NULL */
  double number;
  guint line;
} ImpJsonMember;

void imp_json_member_clear (ImpJsonMember *self);
/* Gives a field of an item this value, or says with the line what the field wants. Days are moved
 * by `shift`. */
gboolean imp_json_member_set (const ImpJsonMember *self,
                              ImpChanges *changes,
                              ImpItem item,
                              const ImpField *field,
                              int shift,
                              GError **error);
ImpDate imp_json_member_get_date (const ImpJsonMember *self); /* IMP_DATE_NONE if it is none */
/* “name” wants `wanted`. Always FALSE. */
gboolean imp_json_member_fail (const ImpJsonMember *self, const char *wanted, GError **error);

G_END_DECLS
