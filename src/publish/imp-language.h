/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The language of a document: its tag, its script, its direction. */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* The language as documents name it (BCP 47: "en", "pt-BR"); that of the locale for NULL, ""
 * and for what is no tag. Never empty. */
char *imp_language_to_tag (const char *language);
PangoScript imp_language_get_script (const char *language);
gboolean imp_language_is_rtl (const char *language);
gboolean imp_language_has_italics (const char *language);

G_END_DECLS
