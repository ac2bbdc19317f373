/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The sheets of paper that pages are made for. */
#include "config.h"

#include "publish/imp-paper.h"

#include <langinfo.h>

const ImpPaper imp_paper_a4 = { "iso_a4", 595.28, 841.89 };
const ImpPaper imp_paper_letter = { "na_letter", 612, 792 };

const ImpPaper *
imp_paper_from_id (const char *id)
{
  if (g_strcmp0 (id, imp_paper_a4.id) == 0)
    return &imp_paper_a4;
  return g_strcmp0 (id, imp_paper_letter.id) == 0 ? &imp_paper_letter : NULL;
}

const ImpPaper *
imp_paper_from_locale (void)
{
  /* glibc hands numbers out in the pointer. */
  guint height_mm = GPOINTER_TO_UINT (nl_langinfo (_NL_PAPER_HEIGHT));

  return height_mm == 279 ? &imp_paper_letter : &imp_paper_a4;
}
