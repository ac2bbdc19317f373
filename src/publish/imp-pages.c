/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The pages of an issue. */
#include "config.h"

#include "publish/imp-pages.h"

#include "publish/imp-composer.h"

#define FLOW_TOP    57.25 /* of the pages after the first one */
#define FLOW_BOTTOM 52.5  /* from the sheet's lower edge */
#define MORE_HEIGHT 19.0

struct _ImpPages
{
  GObject parent_instance;

  ImpIssue *issue;
  const ImpPaper *paper;
  ImpComposer composer;
  ImpBlock *head, *running_head, *imprint;
  GPtrArray *sheets; /* of ImpSheet */
};

G_DEFINE_FINAL_TYPE (ImpPages, imp_pages, G_TYPE_OBJECT)

static GPtrArray *
create_flows (const ImpComposer *composer)
{
  GPtrArray *flows = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_flow_free);

  for (guint i = 0; i < composer->issue->big->len; i++)
    g_ptr_array_add (flows, imp_item_flow_new (composer, composer->issue->big->pdata[i]));
  g_ptr_array_add (flows, imp_small_flow_new (composer));
  g_ptr_array_add (flows, imp_pair_flow_new (composer));
  g_ptr_array_add (flows, imp_end_flow_new (composer));
  return flows;
}

static void
lay_out (ImpPages *self)
{
  g_autoptr (GPtrArray) flows = create_flows (&self->composer);
  ImpFrame frame = { .next_y = FLOW_TOP,
                     .bottom = self->paper->height - FLOW_BOTTOM,
                     .more_height = MORE_HEIGHT };

  self->head = imp_composer_create_head (&self->composer);
  self->running_head = imp_composer_create_running_head (&self->composer);
  frame.first_y = self->head->height;
  self->sheets = imp_flow_divide (flows, &frame);
  self->imprint = imp_composer_create_imprint (&self->composer, (int) self->sheets->len);
}

static int
count_fixes_after_first (ImpPages *self)
{
  int n = 0;

  for (guint i = 1; i < self->sheets->len; i++)
    n += imp_sheet_count_fixes (self->sheets->pdata[i]);
  return n;
}

static void
draw_more (ImpPages *self, double y, cairo_t *cr)
{
  int n_fixes = count_fixes_after_first (self);
  g_autoptr (ImpBlock) more = NULL;

  if (n_fixes == 0)
    return;
  more = imp_composer_create_more (&self->composer, n_fixes, imp_pages_get_n_pages (self));
  imp_block_draw (more, &self->composer.grid, y, 0, cr);
}

/* What is repeated on each page is read aloud on the first one only. */
static void
draw_repeated (ImpPages *self, ImpBlock *block, int n, cairo_t *cr)
{
  block->decoration = n > 0;
  imp_block_draw (block, &self->composer.grid, 0, 0, cr);
}

static double
draw_sheet (ImpPages *self, const ImpSheet *sheet, cairo_t *cr)
{
  double y = sheet->y;

  for (guint i = 0; i < sheet->blocks->len; i++)
    {
      imp_block_draw (sheet->blocks->pdata[i], &self->composer.grid, y, sheet->pad, cr);
      y += imp_block_get_height (sheet->blocks->pdata[i], sheet->pad);
    }
  return y;
}

void
imp_pages_draw (ImpPages *self, int n, cairo_t *cr)
{
  g_autoptr (ImpBlock) number = NULL;
  double y;

  g_return_if_fail (IMP_IS_PAGES (self) && n >= 0 && n < imp_pages_get_n_pages (self));
  number = imp_composer_create_number (&self->composer, n + 1, imp_pages_get_n_pages (self));
  cairo_save (cr);
  draw_repeated (self, n == 0 ? self->head : self->running_head, n, cr);
  y = draw_sheet (self, self->sheets->pdata[n], cr);
  if (n == 0)
    draw_more (self, y, cr);
  draw_repeated (self, self->imprint, n, cr);
  draw_repeated (self, number, n, cr);
  cairo_restore (cr);
}

static void
imp_pages_finalize (GObject *object)
{
  ImpPages *self = IMP_PAGES (object);

  g_clear_pointer (&self->head, imp_block_free);
  g_clear_pointer (&self->running_head, imp_block_free);
  g_clear_pointer (&self->imprint, imp_block_free);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  imp_composer_clear (&self->composer);
  g_clear_pointer (&self->issue, imp_issue_unref);
  G_OBJECT_CLASS (imp_pages_parent_class)->finalize (object);
}

static void
imp_pages_class_init (ImpPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = imp_pages_finalize;
}

static void
imp_pages_init (ImpPages *self)
{
}

ImpPages *
imp_pages_new (ImpIssue *issue, const ImpPaper *paper)
{
  ImpPages *self = g_object_new (IMP_TYPE_PAGES, NULL);

  self->issue = imp_issue_ref (issue);
  self->paper = paper;
  imp_composer_init (&self->composer, issue, paper);
  lay_out (self);
  return self;
}

int
imp_pages_get_n_pages (ImpPages *self)
{
  return (int) self->sheets->len;
}

const ImpPaper *
imp_pages_get_paper (ImpPages *self)
{
  return self->paper;
}

ImpIssue *
imp_pages_get_issue (ImpPages *self)
{
  return self->issue;
}
