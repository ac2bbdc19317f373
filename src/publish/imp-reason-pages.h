/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Why an irritant has its rank, on paper. */
#pragma once

#include "model/imp-explanation.h"
#include "publish/imp-pages.h"

G_BEGIN_DECLS

/* One upright page: the sentence, the reckoning, the neighbours on their axis, in words, what would
 * make it surer, its rank so far. What absurdly long titles push off it goes on on others. Keeps a
 * reference of the explanation; laid out within milliseconds. */
#define IMP_TYPE_REASON_PAGES (imp_reason_pages_get_type ())
G_DECLARE_FINAL_TYPE (ImpReasonPages, imp_reason_pages, IMP, REASON_PAGES, ImpPages)

/* language: NULL for that of the locale. */
ImpPages *
imp_reason_pages_new (ImpExplanation *explanation, const char *language, const ImpPaper *paper);

G_END_DECLS
