/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The sheet that is taken along to a round. */
#include "config.h"

#include "publish/imp-briefing-pages.h"

#include <glib/gi18n-lib.h>

#include "model/imp-briefing-words.h"
#include "publish/imp-briefing-layout.h"
#include "publish/imp-rich.h"
#include "publish/imp-round-sheets.h"

static ImpRoundFrame *
create_frame (const ImpBriefing *briefing, const char *language, const ImpPaper *paper)
{
  ImpRoundFrame *frame = imp_round_frame_new (language, paper);
  g_autofree char *site = imp_briefing_say_site (briefing);

  frame->series = g_strdup (_ ("Before the round"));
  frame->organisation = imp_rich_clean (briefing->organisation);
  frame->edition = imp_round_line_say_when (&briefing->round);
  frame->title = imp_rich_clean (briefing->round.site_name);
  frame->sum = imp_rich_clean (site);
  frame->foot = g_strdup (_ ("For the visitors only. Take it back with you: it names people."));
  return frame;
}

static ImpBlock *
create_notes (gpointer data, double height)
{
  return imp_briefing_layout_create_notes (data, height);
}

static void
add_main (ImpRoundSheets *self, ImpBriefingLayout *layout)
{
  const ImpFrame room = imp_round_sheets_get_room (self);
  g_autoptr (GPtrArray) flows = imp_briefing_layout_create_main (layout);
  GPtrArray *sheets;

  g_ptr_array_add (flows, imp_fill_flow_new (imp_briefing_layout_measure_notes (layout)));
  sheets = imp_flow_divide (flows, &room);
  imp_round_sheets_fill (self, sheets, create_notes, layout);
  imp_round_sheets_add_column (self, sheets);
}

static void
add_side (ImpRoundSheets *self, ImpBriefingLayout *layout)
{
  const ImpFrame room = imp_round_sheets_get_room (self);
  g_autoptr (GPtrArray) flows = imp_briefing_layout_create_side (layout);

  imp_round_sheets_add_column (self, imp_flow_divide (flows, &room));
}

ImpPages *
imp_briefing_pages_new (ImpBriefing *briefing, const char *language, const ImpPaper *paper)
{
  ImpRoundFrame *frame = create_frame (briefing, language, paper);
  ImpBriefingLayout layout = imp_briefing_layout_begin (briefing, frame);
  ImpRoundSheets *self = imp_round_sheets_new (frame, language, paper);

  add_main (self, &layout);
  add_side (self, &layout);
  return IMP_PAGES (self);
}
