/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What is shown of a text in which a search found something. */
#pragma once

#include "model/imp-search.h"

G_BEGIN_DECLS

/* A line of text with some of it marked. */
typedef struct
{
  char *text;
  GArray *spans; /* of ImpSpan */
} ImpMarkedLine;

ImpMarkedLine *imp_marked_line_new (void);
void imp_marked_line_free (ImpMarkedLine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpMarkedLine, imp_marked_line_free)
void imp_marked_line_append (ImpMarkedLine *self, const char *text);
/* The same with the words of the search marked; of a long text what is around the first of them,
 * "… the badge reader …". */
void imp_marked_line_append_found (ImpMarkedLine *self, const ImpSearch *search, const char *text);

/* How a search found an irritant: what to mark in its row, and a line of the words that do not
 * stand there. */
typedef struct
{
  GArray *title, *offering, *sites; /* of ImpSpan */
  ImpMarkedLine *line;              /* may be NULL */
} ImpMatch;

ImpMatch *imp_match_new (void);
void imp_match_free (ImpMatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpMatch, imp_match_free)
gboolean imp_match_equal (const ImpMatch *a, const ImpMatch *b); /* either may be NULL */

G_END_DECLS
