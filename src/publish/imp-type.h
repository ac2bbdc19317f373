/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The type of printed pages: a small table of styles, and text set by the page's rules. */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef enum
{
  IMP_STYLE_SERIES,
  IMP_STYLE_MASTHEAD,
  IMP_STYLE_TITLE,
  IMP_STYLE_SUM,
  IMP_STYLE_NUMERAL,
  IMP_STYLE_HEADING,
  IMP_STYLE_ITEM, /* title of a big item: on the item's own lines */
  IMP_STYLE_BODY,
  IMP_STYLE_BODY_STRONG,
  IMP_STYLE_QUOTE,
  IMP_STYLE_CREDIT,
  IMP_STYLE_LIST,
  IMP_STYLE_LIST_STRONG,
  IMP_STYLE_COLUMN, /* figures and days under one another */
  IMP_STYLE_COLUMN_GREY,
  IMP_STYLE_LABEL, /* accent */
  IMP_STYLE_LABEL_GREY,
  IMP_STYLE_RAIL,
  IMP_STYLE_UNIT,
  IMP_STYLE_NOTE,
  IMP_STYLE_RUNNING,
  IMP_STYLE_FOOT,
  /* What is left behind after a round, and taken along to one. */
  IMP_STYLE_LEAD,       /* a smaller sum */
  IMP_STYLE_DATE,       /* of a promise */
  IMP_STYLE_NUMBER,     /* of a remark, in a ring */
  IMP_STYLE_NUMBER_INK, /* on a disc */
  IMP_STYLE_QUESTION,   /* the one to ask */
  /* The ranked list, and the page about one rank. */
  IMP_STYLE_LIST_TITLE,
  IMP_STYLE_LIST_SUM,
  IMP_STYLE_TABLE_HEAD,
  IMP_STYLE_TABLE,
  IMP_STYLE_TABLE_TITLE,
  IMP_STYLE_TABLE_SITE,
  IMP_STYLE_TABLE_RANK,
  IMP_STYLE_TABLE_HOURS,
  IMP_STYLE_TABLE_NUMBER,
  IMP_STYLE_TABLE_SCORE,
  IMP_STYLE_TABLE_UNSEEN, /* for who reads with the ears: what a drawing shows */
} ImpStyle;

typedef enum
{
  IMP_INK_TEXT,
  IMP_INK_ACCENT,
  IMP_INK_GREY,
  IMP_INK_LIGHT, /* lines between rows; never text */
  IMP_INK_PAPER, /* not to be seen */
} ImpInk;

/* How a paragraph's lines are broken. */
typedef enum
{
  IMP_WRAP_PARAGRAPH, /* no short last line */
  IMP_WRAP_PLAIN,     /* as they come: as many lines as a paragraph has, sooner counted */
  IMP_WRAP_BALANCED,  /* titles: after a comma where both halves fit, else evenly */
  IMP_WRAP_ONE_LINE,  /* one line, with an ellipsis where there is no room */
} ImpWrap;

/* The type of one document in one language: fonts, direction, scale. Belongs to one thread, with
 * all text set by it. */
typedef struct _ImpType ImpType;

ImpType *imp_type_new (const char *language); /* BCP 47; NULL: that of the locale */
/* With fonts that nothing else uses: it may go to another thread, with all text set by it, while the
 * one that made it sets other text. Finding the fonts anew takes some milliseconds. */
ImpType *imp_type_new_apart (const char *language);
void imp_type_free (ImpType *self);
gboolean imp_type_is_rtl (const ImpType *self);

/* Sets a rich text (imp-rich.h); literal, never markup. In points. max_lines guards pages against
 * texts of absurd length: what is beyond ends in an ellipsis; 0 is without limit. */
PangoLayout *imp_type_set (ImpType *self,
                           ImpStyle style,
                           const char *rich,
                           double width,
                           ImpWrap wrap,
                           int max_lines);
double imp_type_measure (ImpType *self, ImpStyle style, const char *rich); /* on one line */
double imp_type_get_leading (const ImpType *self, ImpStyle style);
ImpInk imp_style_get_ink (ImpStyle style);

void imp_ink_set (ImpInk ink, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpType, imp_type_free)

G_END_DECLS
