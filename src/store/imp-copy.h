/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A copy of an open database, a few pages at a time. */
#pragma once

#include "store/imp-connection.h"

G_BEGIN_DECLS

#define IMP_COPY_ALL_PAGES (-1)

/* A copy under way. Lives on the thread of its connection, and must be ended before that is
 * closed. Between the steps the connection reads and writes as ever: what it writes goes into the
 * copy as well, so that the copy is of the moment of its last step. Pages are copied as they are,
 * with whatever may be wrong with them. */
typedef struct _ImpCopy ImpCopy;

/* Into the file `path`, which is empty. */
ImpCopy *imp_copy_begin (ImpConnection *from, const char *path, GError **error);
/* *more: there is more to copy. */
gboolean imp_copy_step (ImpCopy *self, int n_pages, gboolean *more, GError **error);
/* Lets go of both files; frees itself. FALSE where what was copied did not get there. */
gboolean imp_copy_end (ImpCopy *self, GError **error);

G_END_DECLS
