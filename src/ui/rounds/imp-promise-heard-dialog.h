/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Promise something about an irritant that was heard on a round. */
#pragma once

#include "backlog/imp-backlog-rounds.h"
#include "ui/common/imp-form-dialog.h"

G_BEGIN_DECLS

#define IMP_TYPE_PROMISE_HEARD_DIALOG (imp_promise_heard_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ImpPromiseHeardDialog,
                      imp_promise_heard_dialog,
                      IMP,
                      PROMISE_HEARD_DIALOG,
                      ImpFormDialog)

/* title: of the irritant. */
AdwDialog *imp_promise_heard_dialog_new (ImpBacklog *backlog,
                                         ImpItem round,
                                         ImpItem report,
                                         const char *title);

G_END_DECLS
