/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What an action made, told in a line instead of field by field. */
#pragma once

#include "model/imp-edit.h"

G_BEGIN_DECLS

/* Its value is that item. */
gboolean imp_edited_names (const ImpEditedField *edited, ImpItem item);
gboolean imp_edit_makes (const ImpEdit *edit, ImpItem item);

/* Of an item that the action made: "Till freezes · Tills · eight days to fix", "Jana from Packing:
 * “It signs me out.” · twice a day, 5 minutes each time". That it belongs to `about` goes without
 * saying. NULL where there is nothing to say. Translated. */
char *imp_edit_summarise (const ImpEdit *edit, const ImpEditedField *life, ImpItem about);
/* What kind of item the line is about: of a link, that at its other end. */
ImpKind imp_edit_get_summarised (const ImpEdit *edit, const ImpEditedField *life, ImpItem about);

G_END_DECLS
