/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Who can have said something: a person, or somebody in a department. */
#pragma once

#include "model/imp-schema.h"

G_BEGIN_DECLS

/* Plain data, immutable once handed over. */
typedef struct
{
  ImpItem person;          /* 0: somebody in the department */
  char *name;              /* of the person; else NULL */
  char *department, *site; /* where they are; each may be NULL */
} ImpSpeaker;

void imp_speaker_free (ImpSpeaker *self);

/* For people, translated: "Dana Whitfield", "Somebody in goods in". */
char *imp_speaker_say (const ImpSpeaker *self);
/* What tells a person from another one of the same name: "goods in · Leeds"; NULL where nothing
 * does. */
char *imp_speaker_say_where (const ImpSpeaker *self);
/* The department, where the text is of the form that is said of somebody; else NULL. In any letter
 * case. */
char *imp_speaker_parse_department (const char *text);
/* Whether the text is how that form begins. */
gboolean imp_speaker_may_become_somebody (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpSpeaker, imp_speaker_free)

G_END_DECLS
