/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The words of a row of the ranked list. */
#pragma once

#include <pango/pango.h>

#include "backlog/imp-irritant-list.h"

G_BEGIN_DECLS

typedef enum
{
  IMP_ROW_TEXT_RANK,
  IMP_ROW_TEXT_TITLE,
  IMP_ROW_TEXT_QUIET,
  IMP_ROW_TEXT_FOUND, /* where the search found it; only where imp_row_text_is_found() */
  IMP_ROW_TEXT_HOURS,
  IMP_ROW_TEXT_PAYBACK,
  IMP_ROW_TEXT_STATE,
  IMP_ROW_TEXT_SCORE, /* said by imp_columns_dup_score() */
  IMP_ROW_TEXT_VOICES,
  IMP_ROW_TEXT_TREND,
  IMP_ROW_TEXT_CARE,
  IMP_ROW_TEXT_RECORDED,
  IMP_ROW_N_TEXTS
} ImpRowText;

char *imp_row_text_dup (ImpIrritantRow *row, ImpRowText text, gboolean compact);
/* The whole row as one sentence, with the range in words. */
char *imp_row_text_dup_all (ImpIrritantRow *row);
gboolean imp_row_text_is_found (ImpIrritantRow *row);
gboolean imp_row_text_is_asked (ImpIrritantRow *row); /* what it costs: any of it is known */
gboolean imp_row_text_is_caption (ImpRowText text, gboolean compact); /* small */
/* Size, weight and figures of one text, and what the search found of it. */
PangoAttrList *
imp_row_text_create_attributes (ImpIrritantRow *row, ImpRowText text, gboolean compact);
/* Those of all quiet texts. */
PangoAttrList *imp_row_text_create_caption (void);

G_END_DECLS
