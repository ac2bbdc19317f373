/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Use cases of photos and files: adding, showing, writing out. */
#pragma once

#include "backlog/imp-backlog.h"
#include "exchange/imp-picture.h"
#include "model/imp-attachment.h"

G_BEGIN_DECLS

#define IMP_ATTACH_AT_ONCE 50

/* Something to be added, as it was dropped, pasted or chosen. Owned by the array it is in. */
typedef struct
{
  char *name;    /* whatever it is called; it is cleaned */
  char *path;    /* of a file on this computer, or NULL */
  GBytes *bytes; /* instead of path */
} ImpAttachable;

ImpAttachable *imp_attachable_new_file (const char *path);
ImpAttachable *imp_attachable_new_bytes (GBytes *bytes, const char *name);
void imp_attachable_free (ImpAttachable *self);

/* Reads files and makes pictures what is kept of them (imp_picture_prepare()), on a thread of its
 * own; nothing is written. Takes over `attachables`, an array of ImpAttachable; of more than
 * IMP_ATTACH_AT_ONCE the rest is refused. Pictures get a thumbnail of at most `side` each way; 0:
 * none. */
void imp_backlog_prepare_async (ImpBacklog *self,
                                GPtrArray *attachables,
                                int side,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data);
/* An array of ImpPrepared (imp-attachable.h), for ImpRecording.attachments; NULL: cancelled.
 * *refused: why each of the others cannot be added, of char *, owned by the caller. */
GPtrArray *imp_backlog_prepare_finish (ImpBacklog *self,
                                       GAsyncResult *result,
                                       GPtrArray **refused,
                                       GError **error);

/* Reads the files, prepares the pictures (imp_picture_prepare()) on a thread of its own, and adds
 * what can be added as one action. Takes over `attachables`, an array of ImpAttachable; of more
 * than IMP_ATTACH_AT_ONCE the rest is refused. Cancelled, it has changed nothing. */
void imp_backlog_attach_async (ImpBacklog *self,
                               ImpItem irritant,
                               GPtrArray *attachables,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data);
/* *n_added; *there: the names of those that the irritant has already, which are not added again; and
 * why each of the others could not be, *refused: arrays of char *, owned by the caller. FALSE:
 * nothing was added, because the backlog could not be written. */
gboolean imp_backlog_attach_finish (ImpBacklog *self,
                                    GAsyncResult *result,
                                    guint *n_added,
                                    GPtrArray **refused,
                                    GPtrArray **there,
                                    GError **error);

/* The pixels of a picture, at most `side` each way; read on the database thread, decoded on one of
 * its own. IMP_ERROR_NOT_FOUND where its bytes are not here yet. */
void imp_backlog_picture_async (ImpBacklog *self,
                                const ImpAttachment *picture,
                                int side,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data);
ImpPixels *imp_backlog_picture_finish (ImpBacklog *self, GAsyncResult *result, GError **error);

/* Writes the bytes as a file: the old one whole or the new one whole. It is never executable. */
void imp_backlog_save_attachment_async (ImpBacklog *self,
                                        const ImpAttachment *attachment,
                                        const char *path,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer data);
gboolean
imp_backlog_save_attachment_finish (ImpBacklog *self, GAsyncResult *result, GError **error);

G_END_DECLS
