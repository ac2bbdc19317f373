/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Asks under which name something is saved, and tells what became of it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A kind of file, for the dialog. Static texts. */
typedef struct
{
  const char *label; /* "PDF" */
  const char *suffix;
  const char *mime;
} ImpFileKind;

/* Shows the dialog over the window of `widget`; chosen is called with the path, but not where it is
 * given up. Takes `data`; data_free may be NULL. */
void imp_saving_ask (GtkWidget *widget,
                     const char *title,
                     const char *name,
                     const ImpFileKind *kind,
                     void (*chosen) (GtkWidget *widget, const char *path, gpointer data),
                     gpointer data,
                     GDestroyNotify data_free);
/* A toast, or a dialog that says what failed; error is NULL where all went well. */
void imp_saving_tell (GtkWidget *widget, const char *path, const GError *error);

/* A name for a file that says `title`: what file systems do not take is left out. */
char *imp_saving_suggest_name (const char *title, const char *suffix);

G_END_DECLS
