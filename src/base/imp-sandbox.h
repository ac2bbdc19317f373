/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a Flatpak's sandbox does to the paths in it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Any thread. Paths need not exist; links and “..” are followed as opening them would. */

gboolean imp_sandbox_is_on (void);

/* Whether what stands at this path is the sandbox's own and no file outside: it goes when the
 * program ends. FALSE for the program's folders, for what a dialog lent, for folders that were
 * opened to it, where the kernel does not tell, and without a sandbox. /tmp counts as hidden also
 * where it was opened. */
gboolean imp_sandbox_hides (const char *path);

/* Whether it is in a folder that was opened to this start of the program alone, by “flatpak run
 * --filesystem=FOLDER”: its open window does not see it. */
gboolean imp_sandbox_is_opened (const char *path);

/* Whether it is in the folder of the document portal, which shows what was chosen in a dialog: one
 * file without those beside it, on which neither locks nor logs hold. Also without a sandbox. */
gboolean imp_sandbox_is_lent (const char *path);

G_END_DECLS
