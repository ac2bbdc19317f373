/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A place for text on a page. */
#include "config.h"

#include "publish/imp-slot.h"

PangoLayout *
imp_slot_set (const ImpSlot *self, ImpType *type, const char *rich)
{
  return imp_type_set (type, self->style, rich, self->width, self->wrap, self->max_lines);
}

double
imp_slot_put (const ImpSlot *self,
              const ImpType *type,
              ImpBlock *block,
              PangoLayout *layout,
              double y)
{
  ImpLines lines = { .layout = layout,
                     .leading = imp_type_get_leading (type, self->style),
                     .ink = imp_style_get_ink (self->style),
                     .align = self->align,
                     .x = self->x,
                     .width = self->width };

  imp_block_add_lines (block, self->tag, &lines, y);
  return y + (pango_layout_get_line_count (layout) - 1) * lines.leading;
}

double
imp_slot_write (const ImpSlot *self, ImpType *type, ImpBlock *block, const char *rich, double y)
{
  g_autoptr (PangoLayout) layout = imp_slot_set (self, type, rich);

  return imp_slot_put (self, type, block, layout, y);
}
