/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Who said it: a person, or somebody in a department. */
#pragma once

#include "model/imp-speaker.h"
#include "ui/common/imp-name-row.h"

G_BEGIN_DECLS

/* A name row that offers people, with department and site beside their name so that namesakes can be
 * told apart, and "Somebody in …" for departments. Who was chosen of several of one name is
 * remembered until something else is typed. */
#define IMP_TYPE_SPEAKER_ROW (imp_speaker_row_get_type ())
G_DECLARE_FINAL_TYPE (ImpSpeakerRow, imp_speaker_row, IMP, SPEAKER_ROW, ImpNameRow)

/* Those who are there are offered first. */
void imp_speaker_row_set_site_row (ImpSpeakerRow *self, GtkEditable *site);
/* person: 0 for anybody of that name. */
void imp_speaker_row_set (ImpSpeakerRow *self, const char *text, ImpItem person);
ImpItem imp_speaker_row_get_person (ImpSpeakerRow *self);

G_END_DECLS
