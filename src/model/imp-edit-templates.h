/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The sentences of what people do to items. For imp-edit-words.c only. */
#pragma once

#include "model/imp-edit.h"

G_BEGIN_DECLS

/* "Dana added five photos": what became of items of a kind that is known, as `lead` has it of the
 * first one. Translated. */
char *imp_edit_template_say_life (const ImpEdit *edit,
                                  const ImpEditedField *lead,
                                  ImpItem about,
                                  const char *actor);

/* The following are to be translated, with %s for who did it. */

/* Of a field that is an event; NULL for another one, and for another day of the same. */
const char *imp_edit_template_find_event (const ImpEditedField *edited);
/* Of a field; NULL where it is named as in forms. */
const char *imp_edit_template_get_change (ImpKind kind, guint8 field);
/* Of several fields; NULL for a kind that has no history of its own. */
const char *imp_edit_template_get_edited (ImpKind kind);

/* Of the places of several entries. */
const char *imp_edit_template_get_reordering (void);

gboolean imp_edited_is_merge (const ImpEditedField *edited);

G_END_DECLS
