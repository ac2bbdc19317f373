/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What stands on a page: marks in reading order, gathered in blocks that are never broken. */
#pragma once

#include "publish/imp-grid.h"
#include "publish/imp-shape.h"
#include "publish/imp-type.h"

G_BEGIN_DECLS

typedef enum
{
  IMP_ALIGN_START,
  IMP_ALIGN_END,
} ImpAlign;

/* A block of marks. Its height can grow: y of a mark is measured from the block's top without
 * the pads above it, and each pad is as high as the page has room to spare. Owned by its page. */
typedef struct
{
  GArray *marks;
  double height;       /* without pads */
  int n_pads;          /* so far; marks added later stand below them */
  int n_big;           /* big items that start here */
  int n_fixes;         /* fixes told here */
  gboolean decoration; /* all of it is passed over when the page is read aloud */
} ImpBlock;

ImpBlock *imp_block_new (void);
void imp_block_free (ImpBlock *self);
double imp_block_get_height (const ImpBlock *self, double pad);
void imp_block_add_pad (ImpBlock *self);

/* Tags are names of structure in PDF ("P", "H1", "LI"), static, or NULL inside another tag. */
void imp_block_begin (ImpBlock *self, const char *tag);
void imp_block_end (ImpBlock *self, const char *tag);

/* Lines of text, the first one on the baseline y. Takes a reference of the layout. */
typedef struct
{
  PangoLayout *layout;
  double leading;
  ImpInk ink;
  ImpAlign align;
  double x, width; /* of the column */
  int first, n;    /* lines; n is 0 for all that are left */
} ImpLines;

void imp_block_add_lines (ImpBlock *self, const char *tag, const ImpLines *lines, double y);
void imp_block_add_rule (ImpBlock *self, double x, double width, double y, double thickness);
/* The same in another ink; upright where it is thicker than wide. */
void
imp_block_add_line (ImpBlock *self, ImpInk ink, double x, double width, double y, double thickness);
/* A disc around a point. */
void imp_block_add_dot (ImpBlock *self, double x, double y, double diameter);
/* A shape from x on, its upper edge at y. */
void imp_block_add_shape (ImpBlock *self, ImpShape shape, double x, double y, double size);
void imp_block_add_box (ImpBlock *self, double x, double width, double y, double height);
/* One square for each promise that fell due. Its words stand in the heading above it. */
void imp_block_add_tally (ImpBlock *self, double x, double y, int kept, int due);

/* All marks of another block, as far down as y and the pads so far. */
void imp_block_append (ImpBlock *self, const ImpBlock *other, double y);

void imp_block_draw (const ImpBlock *self, const ImpGrid *grid, double y, double pad, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpBlock, imp_block_free)

G_END_DECLS
