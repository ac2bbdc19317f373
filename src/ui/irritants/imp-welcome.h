/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a backlog without irritants shows: how to begin. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Its buttons activate win.record, win.load-sample and win.import. */
#define IMP_TYPE_WELCOME (imp_welcome_get_type ())
G_DECLARE_FINAL_TYPE (ImpWelcome, imp_welcome, IMP, WELCOME, AdwBin)

/* Gives the focus to what most want first. */
void imp_welcome_take_focus (ImpWelcome *self);

G_END_DECLS
