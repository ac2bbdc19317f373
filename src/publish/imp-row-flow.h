/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A section of rows, broken over pages between them. */
#pragma once

#include "publish/imp-flow.h"

G_BEGIN_DECLS

/* A section: its heading, the one with which it goes on on another page, and its rows. Two rows stay
 * with a heading, and none is left alone for the next page; a row is never broken. */
typedef struct
{
  ImpBlock *head, *again;
  double rows_y, again_y; /* where the rows begin below each */
  GPtrArray *rows;        /* of ImpBlock; at least one */
  const char *tag;        /* of structure, around the rows: "L", "Table"; NULL */
} ImpRowSection;

/* Takes what the section holds. */
ImpFlow *imp_row_flow_new (const ImpRowSection *section);

G_END_DECLS
