/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A small backlog for the targets that work on a store. */
#pragma once

#include "store/imp-store.h"

/* The bytes of a backlog with a few items, made once; the same until the end. */
const guint8 *fuzz_store_get_bytes (gsize *size);
/* A file with these bytes, always the same one, and nothing beside it. */
const char *fuzz_store_write (const guint8 *bytes, gsize size);
/* NULL with the error where it does not open. */
ImpStore *fuzz_store_open (const char *path, GError **error);
/* What a window does with a backlog: each step may fail, none may break anything. Gives the number
 * of problems that the check found, or one where it could not be done. */
guint fuzz_store_use (ImpStore *store);
