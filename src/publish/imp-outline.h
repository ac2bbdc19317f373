/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A document as a plain sequence of headings, paragraphs and lists. */
#pragma once

#include "model/imp-issue.h"

G_BEGIN_DECLS

/* How a form writes each kind of line. All texts are rich (imp-rich.h); first: of its list. */
typedef struct
{
  void (*heading) (GString *out, int level, const char *rich);
  void (*paragraph) (GString *out, const char *rich);
  void (*part) (GString *out, const char *label, const char *rich, gboolean first);
  void (*entry) (GString *out, const char *rich, gboolean first);
} ImpOutline;

/* Plain text, for e-mail and to be pasted: lines of at most 72 columns, but for longer words. */
extern const ImpOutline imp_plain_outline;

/* Everything an issue says, in reading order. */
char *imp_outline_write (const ImpOutline *outline, const ImpIssue *issue);

G_END_DECLS
