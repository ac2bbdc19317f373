/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The sheets of paper that pages are made for. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A sheet. Static, never freed. Measures are points (1/72 inch). */
typedef struct
{
  const char *id; /* as PWG 5101.1 and GTK name it: "iso_a4" */
  double width, height;
} ImpPaper;

extern const ImpPaper imp_paper_a4;
extern const ImpPaper imp_paper_letter;

const ImpPaper *imp_paper_from_id (const char *id); /* NULL if unknown */
/* What offices where the locale is spoken use. */
const ImpPaper *imp_paper_from_locale (void);

G_END_DECLS
