/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The sheet that upright pages are set on: where its columns, its head and its foot are. */
#include "config.h"

#include "publish/imp-grid.h"

double
imp_grid_get_step (const ImpGrid *self)
{
  return (self->text_width + IMP_GAP) / 12;
}

ImpGrid
imp_grid_create (const ImpPaper *paper, gboolean rtl)
{
  ImpGrid grid = { .width = paper->width,
                   .height = paper->height,
                   .x = IMP_SHEET_MARGIN,
                   .text_width = paper->width - 2 * IMP_SHEET_MARGIN,
                   .rtl = rtl };
  const double step = imp_grid_get_step (&grid);

  grid.rail_width = 3 * step - IMP_GAP;
  grid.main_x = grid.x + 3 * step;
  grid.main_width = 9 * step - IMP_GAP;
  grid.half_x = grid.x + 6 * step;
  grid.half_width = 6 * step - IMP_GAP;
  return grid;
}
