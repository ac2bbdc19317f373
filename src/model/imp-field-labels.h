/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What every kind of item, every field and every choice is called, for people. */
#pragma once

#include "model/imp-edit.h"

G_BEGIN_DECLS

/* All translated. What only a newer version of the program knows is called by this one. */
const char *imp_newer_get_label (void);
const char *imp_kind_get_label (ImpKind kind); /* "Irritant" */
/* "How many people"; the life of an item has none: NULL. */
const char *imp_field_get_label (ImpKind kind, guint8 field);
/* The words of a choice, as the record has it: "Still there". NULL for one that is unset or newer
 * than this program. */
const char *imp_field_get_choice_label (const ImpField *field, gint64 choice);

/* The same of two fields of an irritant: "Doing it twice", "Customer experience". */
const char *imp_waste_get_name (ImpWaste waste);
const char *imp_change_type_get_name (ImpChangeType change);

/* What a change of the life of an item was: "Irritant recorded", "Irritant deleted", "Irritant
 * restored". */
const char *imp_edited_life_to_words (const ImpEditedField *edited);
gboolean imp_edited_is_deletion (const ImpEditedField *edited);

G_END_DECLS
