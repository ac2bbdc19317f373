/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A colleague's words: quotation mark, words, and who said them where and when. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Stands free on a page, not in a box. Properties: "words", "source" (the quiet line; NULL hides
 * it), "person" (int64: whose words they are; then the quiet line opens their page by
 * win.show-person; 0: not known), "lines" (int: the words are cut short after so many; -1: never). One group for a screen reader, named by both. */
#define IMP_TYPE_QUOTE (imp_quote_get_type ())
G_DECLARE_FINAL_TYPE (ImpQuote, imp_quote, IMP, QUOTE, GtkWidget)

GtkWidget *imp_quote_new (const char *words, const char *source);

G_END_DECLS
