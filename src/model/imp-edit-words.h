/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a person did, in a sentence. */
#pragma once

#include "model/imp-edit.h"

G_BEGIN_DECLS

/* "Inès Caron changed the title: Scanner → Handheld scanner", "Dana added a photo", "Somebody merged
 * it with “Printer”": one user action, as the history of `about` has it. Of an action that did more
 * it says the most weighty; where both values are short and all there is, it says them too.
 * Translated. */
char *imp_edit_to_sentence (const ImpEdit *self, ImpItem about);

/* Whether the sentence says all there is to say of a field; else its values stand below it. */
gboolean imp_edit_tells_all (const ImpEdit *self, const ImpEditedField *edited, ImpItem about);

/* What a field was and is, in words; translated. */
char *imp_edited_before_to_words (const ImpEditedField *edited);
char *imp_edited_after_to_words (const ImpEditedField *edited);
/* Whether it was nothing before. */
gboolean imp_edited_is_first (const ImpEditedField *edited);

G_END_DECLS
