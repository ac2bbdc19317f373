/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The words of a read-back, written once for paper and for text. */
#pragma once

#include "publish/imp-readback.h"

G_BEGIN_DECLS

/* Everything here is translated and clean (imp-rich.h); what is said to be rich may have strong runs.
 * Owned results are freed by the caller; "" means: print nothing. */

const char *imp_readback_words_series (void); /* "What we heard" */
const char *imp_readback_words_foot (void);
char *imp_readback_words_day (const ImpReadback *self);
char *imp_readback_words_title (const ImpReadback *self); /* "Leeds: six remarks, four promises" */
char *imp_readback_words_lead (const ImpReadback *self);

const char *imp_readback_words_heard_heading (void); /* "In your words" */
const char *imp_readback_words_heard_note (void);
const char *imp_readback_words_heading (ImpReadbackPart part); /* "What we will do" */
const char *imp_readback_words_note (ImpReadbackPart part);    /* below it; "" for none */
const char *imp_readback_words_later (void); /* what becomes of what is taken along */
const char *imp_readback_words_works_heading (void);
const char *imp_readback_words_thanks_heading (void);
const char *imp_readback_words_next_heading (void);
const char *imp_readback_words_missed_heading (void);
const char *imp_readback_words_missed_note (void);
const char *imp_readback_words_signed_heading (void);
/* Who signs: those who came, and those who were met there. */
const char *imp_readback_words_visitors (void);
char *imp_readback_words_place (const ImpReadback *self);

char *imp_readback_words_quote (const ImpHeardLine *line); /* "“The door reader hates gloves.”" */
/* "Tom Firth, stores" who agreed to be named, else "somebody in stores". */
char *imp_readback_words_speaker (const ImpHeardLine *line);
char *imp_readback_words_promise (const ImpHeardLine *line); /* what we will do */
char *imp_readback_words_owner (const ImpHeardLine *line);
/* With the year where it is not that of the round. */
char *imp_readback_words_due (const ImpReadback *self, const ImpHeardLine *line);
char *imp_readback_words_refusal (const ImpHeardLine *line); /* rich: what we cannot, and why */
char *imp_readback_words_works (const ImpHeardLine *line);   /* what works, and who says so */
char *imp_readback_words_thanks (const ImpHeardLine *line);  /* rich */
char *imp_readback_words_next (const ImpReadback *self);     /* rich: when and where */
char *imp_readback_words_contact (const ImpReadback *self);  /* whom to tell before */
char *imp_readback_words_numbers (const ImpReadbackAnswer *answer); /* "1, 3" */

G_END_DECLS
