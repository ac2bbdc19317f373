/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a person did, in a sentence. */
#pragma once

#include "model/imp-edit.h"

G_BEGIN_DECLS

/* One user action, looked through once, as the history of `about` has it. It lives no longer than
 * the edit, and is copied at will. */
typedef struct
{
  const ImpEdit *edit;
  ImpItem about;
  const ImpEditedField *lead; /* the most weighty of what was done, and the first of those */
  guint n_alike;              /* changes that weigh as much */
} ImpEditDigest;

/* Where a field of an action is told. */
typedef enum
{
  IMP_TELLING_NONE,     /* nowhere: it goes without saying */
  IMP_TELLING_SENTENCE, /* the sentence says all there is to say of it */
  IMP_TELLING_BELOW,    /* below the sentence */
} ImpTelling;

ImpEditDigest imp_edit_digest (const ImpEdit *edit, ImpItem about);

/* "Inès Caron changed the title: Scanner → Handheld scanner", "Dana added a photo", "Somebody merged
 * it with “Printer”". Of an action that did more it says the most weighty; where both values are
 * short and all there is, it says them too. Translated. */
char *imp_edit_digest_to_sentence (const ImpEditDigest *self);
/* What stands below the sentence for what became of an item: "Jana from Packing: “It jams.”", or
 * "Report deleted". Translated. */
char *imp_edit_digest_say_life (const ImpEditDigest *self, const ImpEditedField *life);
ImpTelling imp_edit_digest_find_telling (const ImpEditDigest *self, const ImpEditedField *edited);

/* What a field was and is, in words; translated. */
char *imp_edited_before_to_words (const ImpEditedField *edited);
char *imp_edited_after_to_words (const ImpEditedField *edited);
/* Whether it was nothing before. */
gboolean imp_edited_is_first (const ImpEditedField *edited);

G_END_DECLS
