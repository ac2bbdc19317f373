/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The end of the newsletter: promises kept, and the box that says whom to tell. */
#include "config.h"

#include "publish/imp-composer.h"
#include "publish/imp-words.h"
#include "publish/imp-rich.h"

#define TALLY_DEPTH 7.7  /* from the heading's baseline to the squares */
#define TALLY_LINE  28.8 /* and to the text below them */
#define TALLY_MAX   24
#define DEPTH       4.6 /* from the last baseline to the end */
#define BOX_DEPTH   22.4
#define BOX_BOTTOM  14.0
#define MAX_HEADING 4
#define MAX_TEXT    12

typedef struct
{
  ImpFlow flow;
  const ImpComposer *composer;
  gboolean done;
} EndFlow;

static double
write_promises (const ImpComposer *composer, ImpBlock *block, double x, double width)
{
  const ImpIssue *issue = composer->issue;
  gboolean tally = issue->promises_due > 0 && issue->promises_due <= TALLY_MAX;
  g_autofree char *heading = imp_words_promises (issue);
  g_autofree char *missed = imp_rich_clean (issue->missed);
  ImpSlot slot = { IMP_STYLE_HEADING,  "H2",       x, width, IMP_ALIGN_START,
                   IMP_WRAP_PARAGRAPH, MAX_HEADING };
  double y;

  imp_block_add_rule (block, x, width, 0, IMP_RULE);
  y = imp_composer_write (composer, block, &slot, heading, IMP_HEAD_DEPTH);
  if (tally)
    imp_block_add_tally (block, x, y + TALLY_DEPTH, CLAMP (issue->promises_kept, 0, TALLY_MAX),
                         issue->promises_due);
  y += tally ? TALLY_LINE : IMP_HEAD_LINE;
  if (*missed == '\0')
    return y - IMP_LINE + DEPTH;
  slot = (ImpSlot) { IMP_STYLE_LIST, "P", x, width, IMP_ALIGN_START, IMP_WRAP_PARAGRAPH, MAX_TEXT };
  return imp_composer_write (composer, block, &slot, missed, y) + DEPTH;
}

static double
write_contact (const ImpComposer *composer, ImpBlock *block, double x, double width)
{
  g_autofree char *heading = imp_words_contact (composer->issue);
  g_autofree char *how = imp_rich_clean (composer->issue->contact_how);
  g_autofree char *email = imp_rich_clean (composer->issue->contact_email);
  ImpSlot slot = { IMP_STYLE_HEADING, "H2",
                   x + IMP_GAP,       width - 2 * IMP_GAP,
                   IMP_ALIGN_START,   IMP_WRAP_PARAGRAPH,
                   MAX_HEADING };
  double y = imp_composer_write (composer, block, &slot, heading, BOX_DEPTH) + IMP_HEAD_LINE;

  slot.tag = "P";
  slot.max_lines = MAX_TEXT;
  slot.style = IMP_STYLE_LIST;
  if (*how != '\0')
    y = imp_composer_write (composer, block, &slot, how, y) + IMP_LINE;
  slot.style = IMP_STYLE_LIST_STRONG;
  if (*email != '\0')
    y = imp_composer_write (composer, block, &slot, email, y) + IMP_LINE;
  return y - IMP_LINE + BOX_BOTTOM;
}

static ImpBlock *
create_block (const ImpComposer *composer)
{
  const ImpGrid *grid = &composer->grid;
  gboolean promises = imp_words_has_promises (composer->issue);
  gboolean contact = imp_words_has_contact (composer->issue);
  double width = promises && contact ? grid->half_width : grid->text_width;
  double contact_x = promises ? grid->half_x : grid->x;
  ImpBlock *block = imp_block_new ();

  if (promises)
    block->height = write_promises (composer, block, grid->x, width);
  if (!contact)
    return block;
  block->height = MAX (block->height, write_contact (composer, block, contact_x, width));
  imp_block_add_box (block, contact_x, width, -IMP_RULE / 2, block->height + IMP_RULE / 2);
  return block;
}

static ImpBlock *
end_flow_take (ImpFlow *flow, double room, gboolean fresh)
{
  EndFlow *self = (EndFlow *) flow;
  g_autoptr (ImpBlock) block = create_block (self->composer);

  if (block->height > room && !fresh)
    return NULL;
  self->done = TRUE;
  return g_steal_pointer (&block);
}

static gboolean
end_flow_is_done (const ImpFlow *flow)
{
  const EndFlow *self = (const EndFlow *) flow;

  return self->done
         || !(imp_words_has_promises (self->composer->issue)
              || imp_words_has_contact (self->composer->issue));
}

static void
end_flow_rewind (ImpFlow *flow)
{
  ((EndFlow *) flow)->done = FALSE;
}

static void
end_flow_free (ImpFlow *flow)
{
  g_free (flow);
}

ImpFlow *
imp_end_flow_new (const ImpComposer *composer)
{
  EndFlow *self = g_new0 (EndFlow, 1);

  self->flow = (ImpFlow) { end_flow_take, end_flow_is_done, end_flow_rewind, end_flow_free };
  self->composer = composer;
  return &self->flow;
}
