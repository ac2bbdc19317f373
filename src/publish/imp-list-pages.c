/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The pages of a ranked list. */
#include "config.h"

#include "publish/imp-list-pages.h"

#include "publish/imp-list-layout.h"
#include "publish/imp-list-words.h"

#define ROWS_AT_ONCE 32

struct _ImpListPages
{
  ImpPages parent_instance;

  ImpRankedTable *table;
  ImpListLayout layout;
  GArray *starts; /* of guint: the first row of each page */
  double bottom;  /* of the tables */
  ImpBlock *head, *running_head, *columns, *axis;
};

G_DEFINE_FINAL_TYPE (ImpListPages, imp_list_pages, IMP_TYPE_PAGES)

static guint
get_start (const ImpListPages *self, guint page)
{
  return page < self->starts->len ? g_array_index (self->starts, guint, page)
                                  : self->table->rows->len;
}

static const ImpBlock *
get_head (const ImpListPages *self, guint page)
{
  return page == 0 ? self->head : self->running_head;
}

static double
get_room (const ImpListPages *self)
{
  return self->bottom - get_head (self, self->starts->len - 1)->height - self->columns->height;
}

/* A row higher than a page would be alone on it. */
static gboolean
divide (ImpListPages *self, ImpProgress *progress, GCancellable *cancellable, GError **error)
{
  const guint n = self->table->rows->len;
  guint start = 0;
  double room;

  g_array_append_val (self->starts, start);
  room = get_room (self);
  for (guint i = 0; i < n; i++)
    {
      const double height = imp_list_layout_measure_row (&self->layout, i);

      if (height > room && i > get_start (self, self->starts->len - 1))
        {
          g_array_append_val (self->starts, i);
          room = get_room (self);
        }
      room -= height;
      if (i % ROWS_AT_ONCE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (progress != NULL && i % ROWS_AT_ONCE == 0)
        imp_progress_set (progress, (double) i / n);
    }
  return TRUE;
}

static void
draw_line (const ImpListPages *self, double y, gboolean heavy, cairo_t *cr)
{
  const ImpGrid *grid = &self->layout.grid;
  g_autoptr (ImpBlock) line = imp_block_new ();

  imp_block_add_line (line, heavy ? IMP_INK_TEXT : IMP_INK_LIGHT, grid->x, grid->text_width, 0,
                      heavy ? IMP_LIST_HEAVY : IMP_LIST_LIGHT);
  imp_block_draw (line, grid, y, 0, cr);
}

/* The line above a row, or below the last: heavy at both ends of the list and between groups, also
 * where a page ends there. */
static gboolean
is_heavy (const ImpListPages *self, guint row)
{
  return row == 0 || row == self->table->rows->len || imp_ranked_table_leads (self->table, row);
}

static double
draw_rows (const ImpListPages *self, guint page, double y, cairo_t *cr)
{
  for (guint i = get_start (self, page); i < get_start (self, page + 1); i++)
    {
      g_autoptr (ImpBlock) row = imp_list_layout_create_row (&self->layout, i);

      draw_line (self, y, is_heavy (self, i), cr);
      imp_block_draw (row, &self->layout.grid, y, 0, cr);
      y += row->height;
    }
  draw_line (self, y, is_heavy (self, get_start (self, page + 1)), cr);
  return y;
}

/* What is repeated on each page is read aloud on the first one only, but for the head row: each
 * page has a table of its own. */
static void
draw_frame (ImpListPages *self, guint page, ImpBlock *block, cairo_t *cr)
{
  block->decoration = page > 0;
  imp_block_draw (block, &self->layout.grid, 0, 0, cr);
}

static void
imp_list_pages_draw (ImpPages *pages, int n, cairo_t *cr)
{
  ImpListPages *self = IMP_LIST_PAGES (pages);
  const guint page = (guint) n;
  ImpBlock *head = page == 0 ? self->head : self->running_head;
  g_autoptr (ImpBlock) foot =
      imp_list_layout_create_foot (&self->layout, n + 1, (int) self->starts->len);
  double y = head->height;

  draw_frame (self, page, head, cr);
  cairo_tag_begin (cr, "Table", NULL);
  imp_block_draw (self->columns, &self->layout.grid, y, 0, cr);
  y = draw_rows (self, page, y + self->columns->height, cr);
  cairo_tag_end (cr, "Table");
  imp_block_draw (self->axis, &self->layout.grid, y, 0, cr);
  draw_frame (self, page, foot, cr);
}

static void
imp_list_pages_finalize (GObject *object)
{
  ImpListPages *self = IMP_LIST_PAGES (object);

  g_clear_pointer (&self->head, imp_block_free);
  g_clear_pointer (&self->running_head, imp_block_free);
  g_clear_pointer (&self->columns, imp_block_free);
  g_clear_pointer (&self->axis, imp_block_free);
  g_array_unref (self->starts);
  imp_list_layout_clear (&self->layout);
  g_clear_pointer (&self->table, imp_ranked_table_unref);
  G_OBJECT_CLASS (imp_list_pages_parent_class)->finalize (object);
}

static void
imp_list_pages_class_init (ImpListPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = imp_list_pages_finalize;
  IMP_PAGES_CLASS (klass)->draw = imp_list_pages_draw;
}

static void
imp_list_pages_init (ImpListPages *self)
{
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
say_what_it_is (ImpListPages *self)
{
  g_autofree char *title = imp_list_words_title (self->table);
  g_autofree char *name = imp_list_words_name (self->table);
  const ImpPagesInfo info = { title, name, self->table->organisation, self->table->language };

  imp_pages_set_info (IMP_PAGES (self), &info);
}

ImpPages *
imp_list_pages_new (ImpRankedTable *table,
                    const ImpPaper *paper,
                    ImpProgress *progress,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (ImpListPages) self = g_object_new (IMP_TYPE_LIST_PAGES, NULL);

  imp_pages_set_paper (IMP_PAGES (self), paper, TRUE);
  self->table = imp_ranked_table_ref (table);
  imp_list_layout_init (&self->layout, table, paper);
  self->head = imp_list_layout_create_head (&self->layout);
  self->running_head = imp_list_layout_create_running_head (&self->layout);
  self->columns = imp_list_layout_create_columns (&self->layout);
  self->bottom = self->layout.grid.height - imp_list_layout_measure_foot (&self->layout);
  if (!divide (self, progress, cancellable, error))
    return NULL;
  self->axis = imp_list_layout_create_axis (&self->layout, (int) self->starts->len);
  imp_pages_set_n_pages (IMP_PAGES (self), (int) self->starts->len);
  say_what_it_is (self);
  return IMP_PAGES (g_steal_pointer (&self));
}
