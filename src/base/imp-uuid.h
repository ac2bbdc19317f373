/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Universally unique identifiers: what an item is called outside this file. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sixteen bytes, copied by value. All zero is none. */
typedef struct
{
  guint8 bytes[16];
} ImpUuid;

#define IMP_UUID_STRING_LEN 37 /* with the ending NUL */

ImpUuid imp_uuid_new_random (void); /* version 4, from the system's random source */
/* Version 5 (RFC 9562) in Improve's own name space: the same name gives the same identifier. */
ImpUuid imp_uuid_new_from_name (const char *name);
/* A UUID in its usual form is taken as it is, any other text by its name. */
ImpUuid imp_uuid_new_from_text (const char *text);
gboolean imp_uuid_parse (const char *text, ImpUuid *uuid);
void imp_uuid_print (const ImpUuid *self, char buffer[IMP_UUID_STRING_LEN]);
gboolean imp_uuid_equal (const ImpUuid *a, const ImpUuid *b);
/* Fills with bytes of the system's random source; used for salts too. */
void imp_random_fill (guint8 *bytes, gsize n_bytes);

G_END_DECLS
