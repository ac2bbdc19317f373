/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Every command that has a key, in one place. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Static. The shortcuts window (help-overlay.ui) lists the same keys; a test compares them. */
typedef struct
{
  const char *action;  /* detailed name of an action of the window or of a page */
  const char *keys;    /* as gtk_accelerator_parse() reads them */
  gboolean after_text; /* a text field with the focus has the key first */
} ImpShortcut;

const ImpShortcut *imp_shortcuts_get (guint *n_shortcuts);

G_END_DECLS
