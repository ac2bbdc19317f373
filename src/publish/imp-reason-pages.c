/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Why an irritant has its rank, on paper. */
#include "config.h"

#include "publish/imp-reason-pages.h"

#include <glib/gi18n-lib.h>

#include "model/imp-sentence.h"
#include "publish/imp-list-words.h"
#include "publish/imp-reason-layout.h"
#include "publish/imp-rich.h"
#include "publish/imp-words.h"

#define TITLE_Y      98.0
#define TITLE_TO_SUM 26.0
#define SUM_DEPTH    16.0
#define BOTTOM       56.0
#define MAX_TITLE    4
#define MAX_SUM      8
#define RANGE_START  0.56 /* of the main column: where the axis begins, and where it ends */
#define RANGE_END    0.87

struct _ImpReasonPages
{
  ImpPages parent_instance;

  ImpExplanation *explanation;
  ImpReasonLayout layout;
  ImpBlock *head;
  GPtrArray *sections; /* of ImpBlock */
  GArray *starts;      /* of guint: the first section of each page */
};

G_DEFINE_FINAL_TYPE (ImpReasonPages, imp_reason_pages, IMP_TYPE_PAGES)

static void
init_layout (ImpReasonPages *self, const char *language, const ImpPaper *paper)
{
  ImpReasonLayout *layout = &self->layout;

  layout->explanation = self->explanation;
  layout->type = imp_type_new (language);
  layout->grid = imp_grid_create (paper, imp_type_is_rtl (layout->type));
  layout->axis.x = layout->grid.main_x + RANGE_START * layout->grid.main_width;
  layout->axis.width = (RANGE_END - RANGE_START) * layout->grid.main_width;
  for (guint i = 0; i < self->explanation->standings->len; i++)
    {
      const ImpStanding *standing = self->explanation->standings->pdata[i];
      const ImpEstimate impact = imp_impact_get_impact (&standing->impact);

      if (impact.value > 0)
        imp_log_axis_include (&layout->axis.axis, &impact);
    }
}

static char *
say_rank (const ImpExplanation *explanation)
{
  if (!imp_explanation_is_ranked (explanation))
    return g_strdup (_ ("Not yet asked"));
  /* Translators: the rank of an irritant, and among how many. */
  return g_strdup_printf (_ ("Rank %1$u of %2$u"), imp_explanation_get_own (explanation)->rank,
                          explanation->n_ranked);
}

/* In thirds of the lines: what this is, the rank, the day. */
static void
write_masthead (ImpReasonPages *self, ImpBlock *block)
{
  const ImpGrid *grid = &self->layout.grid;
  const double third = grid->text_width / 3;
  g_autofree char *rank = say_rank (self->explanation);
  g_autofree char *day = imp_date_to_words_year (self->explanation->day);
  ImpSlot slot = { IMP_STYLE_SERIES, "P", grid->x, third, IMP_ALIGN_START, IMP_WRAP_ONE_LINE };

  imp_slot_write (&slot, self->layout.type, block, _ ("Why This Rank?"), IMP_SHEET_MASTHEAD_Y);
  slot.style = IMP_STYLE_MASTHEAD;
  slot.x = grid->main_x;
  imp_slot_write (&slot, self->layout.type, block, rank, IMP_SHEET_MASTHEAD_Y);
  slot.x = grid->x + 2 * third;
  slot.align = IMP_ALIGN_END;
  imp_slot_write (&slot, self->layout.type, block, day, IMP_SHEET_MASTHEAD_Y);
}

/* The hours stand out. */
static char *
say_sentence (const ImpExplanation *explanation)
{
  const ImpStanding *own = imp_explanation_get_own (explanation);
  int start, end;
  g_autofree char *sentence =
      imp_impact_to_ranked_sentence (&own->facts, &own->impact, explanation->top_ten, &start, &end);
  g_autofree char *before = g_strndup (sentence, (gsize) start);
  g_autofree char *hours = g_strndup (sentence + start, (gsize) (end - start));
  g_autofree char *strong = imp_rich_strong (hours);

  return g_strconcat (before, strong, sentence + end, NULL);
}

static ImpBlock *
create_head (ImpReasonPages *self)
{
  const ImpGrid *grid = &self->layout.grid;
  ImpBlock *block = imp_block_new ();
  g_autofree char *title = imp_rich_clean (imp_explanation_get_own (self->explanation)->title);
  g_autofree char *sentence = say_sentence (self->explanation);
  ImpSlot slot = { IMP_STYLE_TITLE,   "H1",     grid->x, grid->text_width, IMP_ALIGN_START,
                   IMP_WRAP_BALANCED, MAX_TITLE };
  double y;

  imp_block_add_rule (block, grid->x, grid->text_width,
                      IMP_SHEET_HEAVY_Y + IMP_SHEET_HEAVY_LINE / 2, IMP_SHEET_HEAVY_LINE);
  write_masthead (self, block);
  y = imp_slot_write (&slot, self->layout.type, block, title, TITLE_Y);
  slot = (ImpSlot) { IMP_STYLE_SUM,      "P",    grid->x, grid->text_width, IMP_ALIGN_START,
                     IMP_WRAP_PARAGRAPH, MAX_SUM };
  y = imp_slot_write (&slot, self->layout.type, block, sentence, y + TITLE_TO_SUM);
  block->height = y + SUM_DEPTH;
  return block;
}

static guint
get_start (const ImpReasonPages *self, guint page)
{
  return page < self->starts->len ? g_array_index (self->starts, guint, page) : self->sections->len;
}

/* All of it is on one page, unless titles are absurdly long. */
static void
divide (ImpReasonPages *self)
{
  const double bottom = self->layout.grid.height - BOTTOM;
  double y = self->head->height;

  g_array_append_val (self->starts, ((guint) { 0 }));
  for (guint i = 0; i < self->sections->len; i++)
    {
      const double height = ((const ImpBlock *) self->sections->pdata[i])->height;

      if (y + height > bottom && i > get_start (self, self->starts->len - 1))
        {
          g_array_append_val (self->starts, i);
          y = IMP_SHEET_NEXT_Y;
        }
      y += height;
    }
}

static void
draw_foot (ImpReasonPages *self, guint page, cairo_t *cr)
{
  const ImpGrid *grid = &self->layout.grid;
  g_autoptr (ImpBlock) block = imp_block_new ();
  g_autofree char *number = imp_words_page ((int) page + 1, (int) self->starts->len);
  const double width = imp_type_measure (self->layout.type, IMP_STYLE_FOOT, number) + 1;
  const double y = grid->height - IMP_SHEET_FOOT_UP;
  ImpSlot slot = { IMP_STYLE_FOOT, "P", grid->x, grid->text_width - width - IMP_GAP };
  g_autoptr (PangoLayout) note = imp_slot_set (&slot, self->layout.type, imp_list_words_foot ());

  imp_slot_put (&slot, self->layout.type, block, note,
                y
                    - (pango_layout_get_line_count (note) - 1)
                          * imp_type_get_leading (self->layout.type, IMP_STYLE_FOOT));
  slot = (ImpSlot) { IMP_STYLE_FOOT, "P",           grid->x + grid->text_width - width,
                     width,          IMP_ALIGN_END, IMP_WRAP_ONE_LINE };
  imp_slot_write (&slot, self->layout.type, block, number, y);
  block->decoration = page > 0;
  imp_block_draw (block, grid, 0, 0, cr);
}

static void
imp_reason_pages_draw (ImpPages *pages, int n, cairo_t *cr)
{
  ImpReasonPages *self = IMP_REASON_PAGES (pages);
  const guint page = (guint) n;
  double y = IMP_SHEET_NEXT_Y;

  if (page == 0)
    {
      imp_block_draw (self->head, &self->layout.grid, 0, 0, cr);
      y = self->head->height;
    }
  for (guint i = get_start (self, page); i < get_start (self, page + 1); i++)
    {
      const ImpBlock *section = self->sections->pdata[i];

      imp_block_draw (section, &self->layout.grid, y, 0, cr);
      y += section->height;
    }
  draw_foot (self, page, cr);
}

static void
imp_reason_pages_finalize (GObject *object)
{
  ImpReasonPages *self = IMP_REASON_PAGES (object);

  g_clear_pointer (&self->head, imp_block_free);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_array_unref (self->starts);
  g_clear_pointer (&self->layout.type, imp_type_free);
  g_clear_pointer (&self->explanation, imp_explanation_unref);
  G_OBJECT_CLASS (imp_reason_pages_parent_class)->finalize (object);
}

static void
imp_reason_pages_class_init (ImpReasonPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = imp_reason_pages_finalize;
  IMP_PAGES_CLASS (klass)->draw = imp_reason_pages_draw;
}

static void
imp_reason_pages_init (ImpReasonPages *self)
{
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
say_what_it_is (ImpReasonPages *self, const char *language)
{
  g_autofree char *title = imp_rich_clean (imp_explanation_get_own (self->explanation)->title);
  const ImpPagesInfo info = { title, _ ("Why This Rank?"), NULL, language };

  imp_pages_set_info (IMP_PAGES (self), &info);
}

ImpPages *
imp_reason_pages_new (ImpExplanation *explanation, const char *language, const ImpPaper *paper)
{
  ImpReasonPages *self = g_object_new (IMP_TYPE_REASON_PAGES, NULL);

  imp_pages_set_paper (IMP_PAGES (self), paper, FALSE);
  self->explanation = imp_explanation_ref (explanation);
  init_layout (self, language, paper);
  self->head = create_head (self);
  self->sections = imp_reason_layout_create_sections (&self->layout);
  divide (self);
  imp_pages_set_n_pages (IMP_PAGES (self), (int) self->starts->len);
  say_what_it_is (self, language);
  return IMP_PAGES (self);
}
