/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A photo or file on its way in: read, looked at, and brought to the form in which it is kept. */
#pragma once

#include "backlog/imp-backlog-attachments.h"

G_BEGIN_DECLS

/* One that can be added: its bytes as they are kept. */
typedef struct
{
  char *name, *type, *sha256;
  GBytes *bytes;
  int width, height;    /* 0: no picture */
  ImpPixels *thumbnail; /* may be NULL */
  gboolean expected;    /* the irritant has all of it but the bytes */
} ImpPrepared;

/* Any thread; blocks for as long as reading and decoding take. NULL with an error that names the
 * file and says why it is not taken: IMP_ERROR_INPUT where that is what is in it. */
ImpPrepared *
imp_attachable_prepare (const ImpAttachable *from, GCancellable *cancellable, GError **error);
ImpPrepared *imp_prepared_copy (const ImpPrepared *self); /* without a thumbnail */
void imp_prepared_free (ImpPrepared *self);
/* Adds it to an irritant, which may be a new one of the changes. */
void imp_prepared_attach (const ImpPrepared *self, ImpChanges *changes, ImpItem irritant);

G_END_DECLS
