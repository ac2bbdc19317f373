/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What Cairo cannot say about a PDF: its language, and that its title is shown. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends an update to a PDF 1.4 that Cairo wrote: a catalog with the language (letters, digits
 * and hyphens) and the wish to show the title instead of the file's name. A file laid out in
 * another way is left as it is. */
void imp_pdf_extend_catalog (GByteArray *pdf, const char *language);

G_END_DECLS
