/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * JSON (RFC 8259) taken apart token by token. */
#pragma once

#include "exchange/imp-source.h"

G_BEGIN_DECLS

typedef enum
{
  IMP_JSON_END = 0,
  IMP_JSON_OBJECT = '{',
  IMP_JSON_OBJECT_END = '}',
  IMP_JSON_ARRAY = '[',
  IMP_JSON_ARRAY_END = ']',
  IMP_JSON_COLON = ':',
  IMP_JSON_COMMA = ',',
  IMP_JSON_STRING = '"',
  IMP_JSON_NUMBER = '0',
  IMP_JSON_TRUE = 't',
  IMP_JSON_FALSE = 'f',
  IMP_JSON_NULL = 'n',
} ImpJsonToken;

/* Private to this layer. Keeps one token, so memory does not grow with the file, and depth costs
 * nothing. Strict: no comments, no NaN, no number beyond a double, no half of a surrogate pair, no
 * invalid UTF-8. Which token may follow which is for its owner to check. */
typedef struct
{
  ImpSource *source; /* borrowed */
  ImpJsonToken token;
  guint line;    /* on which the token starts */
  GString *text; /* of a string; of a number as written */
  double number;
} ImpJsonReader;

ImpJsonReader *imp_json_reader_new (ImpSource *source);
void imp_json_reader_free (ImpJsonReader *self);
gboolean imp_json_reader_next (ImpJsonReader *self, GError **error);
/* Reads the next token, and fails where it is another one than `token`. */
gboolean imp_json_reader_expect (ImpJsonReader *self, ImpJsonToken token, GError **error);
/* After a token that is out of place: says so, or that the file ends too early. Always FALSE. */
gboolean imp_json_reader_fail (ImpJsonReader *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpJsonReader, imp_json_reader_free)

G_END_DECLS
