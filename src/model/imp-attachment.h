/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A photo or file that belongs to an irritant, as data. */
#pragma once

#include "model/imp-schema.h"

G_BEGIN_DECLS

#define IMP_ATTACHMENT_MAX_BYTES ((gsize) 16 * 1024 * 1024) /* of what is kept */

/* What is known of it without its bytes. Owned by whoever holds it, immutable once handed over. */
typedef struct
{
  ImpItem item;
  char *name;        /* as it can be shown, and be the name of a file */
  char *type;        /* of media: "image/jpeg"; never trusted: it may come from anywhere */
  char *sha256;      /* finds the bytes; NULL: nobody has said */
  guint64 size;      /* bytes */
  int width, height; /* pixels; 0: it is no picture */
  gboolean here;     /* FALSE: its bytes have not come to this laptop yet */
} ImpAttachment;

void imp_attachment_free (ImpAttachment *self);
ImpAttachment *imp_attachment_copy (const ImpAttachment *self);
gboolean imp_attachment_is_picture (const ImpAttachment *self);

/* A name that says no more than a name: its last part where it is a path, in one line, without a
 * dot in front, at most 200 bytes with its ending kept. Never empty; NULL is fine. */
char *imp_attachment_clean_name (const char *name);

/* What bytes are known by: 64 figures. */
char *imp_attachment_hash (GBytes *bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpAttachment, imp_attachment_free)

G_END_DECLS
