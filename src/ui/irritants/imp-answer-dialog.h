/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One of an irritant's answers: a band or a number, and how we know. */
#pragma once

#include "backlog/imp-backlog-irritants.h"
#include "ui/common/imp-form-dialog.h"

G_BEGIN_DECLS

/* A number that is typed counts for more than the band. What is saved stands over `answer`, as the
 * page showed it that is `as_of`. */
#define IMP_TYPE_ANSWER_DIALOG (imp_answer_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ImpAnswerDialog, imp_answer_dialog, IMP, ANSWER_DIALOG, ImpFormDialog)

AdwDialog *imp_answer_dialog_new (ImpBacklog *backlog,
                                  ImpItem irritant,
                                  ImpQuestion question,
                                  const ImpAnswer *answer,
                                  const char *as_of);

G_END_DECLS
