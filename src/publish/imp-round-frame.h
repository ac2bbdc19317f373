/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What stands on the pages about a round outside their sections. */
#pragma once

#include "publish/imp-paper.h"
#include "publish/imp-slot.h"

G_BEGIN_DECLS

/* Measures of the pages about a round, in points. */
#define IMP_ROUND_RULE   0.75
#define IMP_ROUND_BOTTOM 52.5 /* where all of them end, from the lower edge */

/* What each of the two kinds of pages says there. Texts are clean (imp-rich.h), owned. */
typedef struct
{
  ImpType *type;
  ImpGrid grid;
  double sum_width; /* how far the lead reaches, and how it is set */
  ImpStyle sum_style;
  char *series, *organisation, *edition;
  char *title, *sum;
  char *foot;
} ImpRoundFrame;

/* language: NULL for that of the locale. The texts are still to be set. */
ImpRoundFrame *imp_round_frame_new (const char *language, const ImpPaper *paper);
void imp_round_frame_free (ImpRoundFrame *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpRoundFrame, imp_round_frame_free)

/* Its height is where the first section begins. */
ImpBlock *imp_round_frame_create_head (const ImpRoundFrame *self);
ImpBlock *imp_round_frame_create_running_head (const ImpRoundFrame *self);
ImpBlock *imp_round_frame_create_foot (const ImpRoundFrame *self, int page, int n_pages);

G_END_DECLS
