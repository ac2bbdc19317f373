/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A colleague: what is known of them, and erasing it. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog.h"

G_BEGIN_DECLS

/* A dialog over the page of one person, from which they can be erased. It closes by itself once
 * they are gone. Has toasts of its own. Main thread. */
#define IMP_TYPE_PERSON_DIALOG (imp_person_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ImpPersonDialog, imp_person_dialog, IMP, PERSON_DIALOG, AdwDialog)

AdwDialog *imp_person_dialog_new (ImpBacklog *backlog, GSettings *settings, ImpItem person);

G_END_DECLS
