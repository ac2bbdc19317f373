/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The same thing said again by somebody else, from a seed. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* As docs/recording.md states it: words left out, exchanged, in another form, one of them mistyped,
 * the two halves of the text in the other order, and a few words that say nothing. */
char *near_duplicates_make (const char *text, GRand *rand);

G_END_DECLS
