/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What all JSON files of Improve have around their items: format and version, and bytes. */
#pragma once

#include "exchange/imp-json-bytes.h"

G_BEGIN_DECLS

/* Private to this layer. {"format": F, "version": 1, …, "items": [{…}, …], "bytes": [{…}, …]}, its
 * items handed out one by one. Static; `data` is the reader's own. */
typedef struct
{
  const char *format;
  const char *items;    /* what the member of the items is called */
  const char *not_ours; /* what to say of any other file, marked for translation */
  guint most_items;     /* 0: any number */
  gboolean any_length;  /* the limit of the file's length counts from item to item */
  /* Another member before the items. */
  gboolean (*take_head) (const ImpJsonMember *member, gpointer data, GError **error);
  gboolean (*take_item) (const GArray *members, guint line, gpointer data, GError **error);
  /* After the items: wants the bytes that they name. */
  void (*want_bytes) (ImpJsonBytes *bytes, gpointer data);
} ImpJsonFrame;

/* Adds the bytes to `blobs` (of GBytes). Blocks: not for the main thread. IMP_ERROR_INPUT (names the
 * line), IMP_ERROR_NOT_OURS, IMP_ERROR_TOO_NEW or a cancellation. */
gboolean imp_json_frame_read (const ImpJsonFrame *self,
                              GInputStream *stream,
                              gpointer data,
                              GPtrArray *blobs,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS
