/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The pages of an issue. */
#include "config.h"

#include "publish/imp-issue-pages.h"

#include "publish/imp-composer.h"
#include "publish/imp-rich.h"
#include "publish/imp-words.h"

#define FLOW_TOP    57.25 /* of the pages after the first one */
#define FLOW_BOTTOM 52.5  /* from the sheet's lower edge */
#define MORE_HEIGHT 19.0

struct _ImpIssuePages
{
  ImpPages parent_instance;

  ImpIssue *issue;
  ImpComposer composer;
  ImpBlock *head, *running_head, *imprint;
  GPtrArray *sheets; /* of ImpSheet */
};

G_DEFINE_FINAL_TYPE (ImpIssuePages, imp_issue_pages, IMP_TYPE_PAGES)

static GPtrArray *
create_flows (const ImpComposer *composer)
{
  GPtrArray *flows = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_flow_free);

  for (guint i = 0; i < composer->issue->big->len; i++)
    g_ptr_array_add (flows, imp_item_flow_new (composer, composer->issue->big->pdata[i]));
  g_ptr_array_add (flows, imp_small_flow_new (composer));
  g_ptr_array_add (flows, imp_works_flow_new (composer));
  g_ptr_array_add (flows, imp_pair_flow_new (composer));
  g_ptr_array_add (flows, imp_end_flow_new (composer));
  return flows;
}

static void
lay_out (ImpIssuePages *self)
{
  g_autoptr (GPtrArray) flows = create_flows (&self->composer);
  ImpFrame frame = { .next_y = FLOW_TOP,
                     .bottom = self->composer.grid.height - FLOW_BOTTOM,
                     .more_height = MORE_HEIGHT };

  self->head = imp_composer_create_head (&self->composer);
  self->running_head = imp_composer_create_running_head (&self->composer);
  frame.first_y = self->head->height;
  self->sheets = imp_flow_divide (flows, &frame);
  self->imprint = imp_composer_create_imprint (&self->composer, (int) self->sheets->len);
  imp_pages_set_n_pages (IMP_PAGES (self), (int) self->sheets->len);
}

static void
say_what_it_is (ImpIssuePages *self)
{
  g_autofree char *title = imp_words_title (self->issue);
  g_autofree char *edition = imp_words_edition (self->issue, " · ");
  g_autofree char *author = imp_rich_clean (self->issue->organisation);
  const ImpPagesInfo info = { title, edition, author, self->issue->language };

  imp_pages_set_info (IMP_PAGES (self), &info);
}

static int
count_fixes_after_first (ImpIssuePages *self)
{
  int n = 0;

  for (guint i = 1; i < self->sheets->len; i++)
    n += imp_sheet_count_fixes (self->sheets->pdata[i]);
  return n;
}

static void
draw_more (ImpIssuePages *self, double y, cairo_t *cr)
{
  int n_fixes = count_fixes_after_first (self);
  g_autoptr (ImpBlock) more = NULL;

  if (n_fixes == 0)
    return;
  more = imp_composer_create_more (&self->composer, n_fixes, (int) self->sheets->len);
  imp_block_draw (more, &self->composer.grid, y, 0, cr);
}

/* What is repeated on each page is read aloud on the first one only. */
static void
draw_repeated (ImpIssuePages *self, ImpBlock *block, int n, cairo_t *cr)
{
  block->decoration = n > 0;
  imp_block_draw (block, &self->composer.grid, 0, 0, cr);
}

static double
draw_sheet (ImpIssuePages *self, const ImpSheet *sheet, cairo_t *cr)
{
  double y = sheet->y;

  for (guint i = 0; i < sheet->blocks->len; i++)
    {
      imp_block_draw (sheet->blocks->pdata[i], &self->composer.grid, y, sheet->pad, cr);
      y += imp_block_get_height (sheet->blocks->pdata[i], sheet->pad);
    }
  return y;
}

static void
imp_issue_pages_draw (ImpPages *pages, int n, cairo_t *cr)
{
  ImpIssuePages *self = IMP_ISSUE_PAGES (pages);
  g_autoptr (ImpBlock) number =
      imp_composer_create_number (&self->composer, n + 1, (int) self->sheets->len);
  double y;

  draw_repeated (self, n == 0 ? self->head : self->running_head, n, cr);
  y = draw_sheet (self, self->sheets->pdata[n], cr);
  if (n == 0)
    draw_more (self, y, cr);
  draw_repeated (self, self->imprint, n, cr);
  draw_repeated (self, number, n, cr);
}

static void
imp_issue_pages_finalize (GObject *object)
{
  ImpIssuePages *self = IMP_ISSUE_PAGES (object);

  g_clear_pointer (&self->head, imp_block_free);
  g_clear_pointer (&self->running_head, imp_block_free);
  g_clear_pointer (&self->imprint, imp_block_free);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  imp_composer_clear (&self->composer);
  g_clear_pointer (&self->issue, imp_issue_unref);
  G_OBJECT_CLASS (imp_issue_pages_parent_class)->finalize (object);
}

static void
imp_issue_pages_class_init (ImpIssuePagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = imp_issue_pages_finalize;
  IMP_PAGES_CLASS (klass)->draw = imp_issue_pages_draw;
}

static void
imp_issue_pages_init (ImpIssuePages *self)
{
}

ImpPages *
imp_issue_pages_new (ImpIssue *issue, const ImpPaper *paper)
{
  ImpIssuePages *self = g_object_new (IMP_TYPE_ISSUE_PAGES, NULL);

  imp_pages_set_paper (IMP_PAGES (self), paper, FALSE);
  self->issue = imp_issue_ref (issue);
  imp_composer_init (&self->composer, issue, paper);
  lay_out (self);
  say_what_it_is (self);
  return IMP_PAGES (self);
}
