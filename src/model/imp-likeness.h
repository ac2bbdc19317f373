/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How like what is typed is to what was said before. */
#pragma once

#include "model/imp-word.h"

G_BEGIN_DECLS

/* Below this nothing is said to be alike. */
#define IMP_LIKENESS_LEAST 0.2

/* What is typed, as words with weights: rare ones tell more (docs/recording.md has the formula and
 * its sources). One owner, one thread at a time. */
typedef struct _ImpLikeness ImpLikeness;

ImpLikeness *imp_likeness_new (const char *text); /* NULL where there is no word in it */
void imp_likeness_free (ImpLikeness *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpLikeness, imp_likeness_free)

guint imp_likeness_count_words (const ImpLikeness *self);
const ImpWord *imp_likeness_get_word (const ImpLikeness *self, guint i);

/* n_having[i]: how many of all n_all irritants have word i. Before this all words weigh the same. */
void imp_likeness_weigh (ImpLikeness *self, const guint *n_having, guint n_all);
double imp_likeness_get_weight (const ImpLikeness *self, guint i);

/* How like a text is: 0 for not at all, 1 for the same words. NULL is like nothing. */
double imp_likeness_compare (const ImpLikeness *self, const char *text);
/* The same with where it was said and about what: at most 1. */
double imp_likeness_place (double likeness, gboolean same_site, gboolean same_offering);

G_END_DECLS
