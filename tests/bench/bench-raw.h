/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The floors: bare SQLite and bare files, with nothing of Improve in between. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A second reader of a backlog that the store has open, past its lock: sees what stood in the file
 * when it was opened. */
typedef struct _BenchRaw BenchRaw;

BenchRaw *bench_raw_open (const char *path, GError **error);
void bench_raw_close (BenchRaw *self);

/* All ids in rank order out of the covering index, then the rows of the first `n_rows` by key. */
gboolean bench_raw_read_page (BenchRaw *self, guint n_rows, GError **error);
/* The rowids of a full-text question. */
gboolean bench_raw_search (BenchRaw *self, const char *query, GError **error);
/* Every cell, in the order of the items, its value copied into a file. */
gboolean bench_raw_export (BenchRaw *self, const char *path, GError **error);

/* Appends so many bytes to a file and waits until they are on the disk. */
gboolean bench_raw_append (const char *path, gsize n_bytes, GError **error);

/* Makes a database of the same rows: tables without indexes first, then indexes and full text, in
 * one transaction, on the disk at the end. */
gboolean bench_raw_copy (const char *from, const char *to, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchRaw, bench_raw_close)

G_END_DECLS
