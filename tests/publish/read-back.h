/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading back what was printed, with poppler's programs and from the ink on the page. */
#pragma once

#include "publish/imp-pages.h"

/* A folder of the test's own; removed with everything in it by read_back_remove(). */
char *read_back_create_folder (void);
void read_back_remove (char *folder);

/* What a poppler program ("pdfinfo", "-struct", NULL) says about pages written as PDF. */
char *read_back (ImpPages *pages, const char *program, ...) G_GNUC_NULL_TERMINATED;
/* Text of one page (from 1) in reading order, lines joined to single blanks. */
char *read_back_page (ImpPages *pages, int page);
void assert_says (const char *text, const char *words);
void assert_says_not (const char *text, const char *words);

/* No ink nearer to an edge than 28 points, on any page. */
void assert_within_margins (ImpPages *pages);
/* No word of a page on top of another. */
void assert_no_overlap (ImpPages *pages);
