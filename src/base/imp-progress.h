/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How far a long work is. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A number from 0 to 1 that the thread which works sets, and any other may look at from time to
 * time. Counted references. */
typedef struct _ImpProgress ImpProgress;

ImpProgress *imp_progress_new (void);
ImpProgress *imp_progress_ref (ImpProgress *self);
void imp_progress_unref (ImpProgress *self);
void imp_progress_set (ImpProgress *self, double done); /* what is beyond becomes 0 or 1 */
/* From now on 0 to 1 is only this part of the whole: a work of several pieces. */
void imp_progress_begin_part (ImpProgress *self, double from, double to);
double imp_progress_get (ImpProgress *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpProgress, imp_progress_unref)

G_END_DECLS
