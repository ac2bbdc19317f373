/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The path of a file that was chosen in a dialog. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For what gtk_file_dialog_open_finish() or gtk_file_dialog_save_finish() gave. NULL where nothing
 * was chosen, and after telling on the widget's window why what was chosen cannot be used: it is
 * not on this computer, or the dialog itself failed. */
char *imp_chosen_file_dup_path (GtkWidget *widget, GFile *file, const GError *error);

G_END_DECLS
