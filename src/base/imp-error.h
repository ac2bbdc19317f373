/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Errors named by what a caller can do about them. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One domain for the whole program below the window. A message starts with the action that
 * failed and ends with the remedy: it can be shown to a person as it is. */
#define IMP_ERROR (imp_error_quark ())

typedef enum
{
  IMP_ERROR_FAILED,    /* a bug or a broken promise of a library: report it */
  IMP_ERROR_TOO_NEW,   /* written by a newer version: update the program; the data is unmodified */
  IMP_ERROR_FULL,      /* no room on the disk: make room and repeat */
  IMP_ERROR_BUSY,      /* another program holds the file: close it and repeat */
  IMP_ERROR_CORRUPT,   /* the file is damaged: restore a backup */
  IMP_ERROR_NOT_OURS,  /* the file is not a backlog: choose another one */
  IMP_ERROR_READ_ONLY, /* the folder or file cannot be written: choose another or change rights */
  IMP_ERROR_INPUT,     /* what came in is wrong: correct the input and repeat; nothing changed */
  IMP_ERROR_NOT_FOUND, /* the item is gone */
  IMP_ERROR_CONFLICT,  /* two laptops wrote under one identity: give one of them a new one */
} ImpError;

GQuark imp_error_quark (void);

/* Puts "Cannot save the fix: " in front of what the layer below said. */
void imp_error_prefix (GError **error, const char *action_format, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
