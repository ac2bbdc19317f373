/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The sheet that is left behind at the end of a round. */
#include "config.h"

#include "publish/imp-readback-pages.h"

#include "publish/imp-readback-layout.h"
#include "publish/imp-readback-words.h"
#include "publish/imp-rich.h"
#include "publish/imp-round-sheets.h"

static ImpRoundFrame *
create_frame (const ImpReadback *readback, const char *language, const ImpPaper *paper)
{
  ImpRoundFrame *frame = imp_round_frame_new (language, paper);

  frame->series = g_strdup (imp_readback_words_series ());
  frame->organisation = imp_rich_clean (readback->page->organisation);
  frame->edition = imp_readback_words_day (readback);
  frame->title = imp_readback_words_title (readback);
  frame->sum = imp_readback_words_lead (readback);
  frame->foot = g_strdup (imp_readback_words_foot ());
  return frame;
}

static ImpBlock *
create_box (gpointer data, double height)
{
  return imp_readback_layout_create_box (data, height);
}

ImpPages *
imp_readback_pages_new (ImpRoundPage *page,
                        const char *language,
                        gboolean signature,
                        const ImpPaper *paper)
{
  g_autoptr (ImpReadback) readback = imp_readback_new (page);
  ImpRoundFrame *frame = create_frame (readback, language, paper);
  ImpRoundSheets *self = imp_round_sheets_new (frame, language, paper);
  ImpReadbackLayout layout = imp_readback_layout_begin (readback, frame);
  g_autoptr (GPtrArray) flows = imp_readback_layout_create_flows (&layout, signature);
  const ImpFrame room = imp_round_sheets_get_room (self);
  GPtrArray *sheets;

  g_ptr_array_add (flows, imp_fill_flow_new (imp_readback_layout_measure_box (&layout)));
  sheets = imp_flow_divide (flows, &room);
  imp_round_sheets_fill (self, sheets, create_box, &layout);
  imp_round_sheets_add_column (self, sheets);
  return IMP_PAGES (self);
}
