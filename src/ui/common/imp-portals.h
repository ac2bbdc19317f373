/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The desktop's dialogs, as a program in a sandbox can have them: from its portals. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* GTK takes a portal that is missing, or fails, for somebody who cancelled. So it is looked for
 * once, before GTK begins; without one for files, GTK's own dialogs show what the sandbox sees.
 * Outside a sandbox nothing changes. Main thread. */
void imp_portals_look (void);

/* Before a dialog for files is opened: where it can show the program's own folder only, it begins
 * there, and the widget's window says what is missing. */
void imp_portals_prepare (GtkFileDialog *dialog, GtkWidget *widget);
/* FALSE after saying in the widget's window why nothing can be printed and what to do. */
gboolean imp_portals_can_print (GtkWidget *widget);
/* Before the desktop's dialog for printing is opened: what fails after it was answered is told in
 * the widget's window. A dialog that is closed is none. `failure` is static. */
void imp_portals_expect_print (GtkWidget *widget, const char *failure);

/* What a person knows this file or folder by: the path on the desktop, or its name where a portal
 * lent it and does not tell. The portal is asked on a thread of its own; it always answers. */
void imp_portals_place_async (const char *path, GAsyncReadyCallback callback, gpointer data);
char *imp_portals_place_finish (GAsyncResult *result);
/* The path that was asked about. */
const char *imp_portals_place_get_path (GAsyncResult *result);
/* The same for a file that was just saved: its name, and the path only where it could not be put
 * where people look. */
char *imp_portals_dup_saved_name (const char *path);

G_END_DECLS
