/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Prints a document: the very pages of the preview, on the paper that is chosen. */
#pragma once

#include <gtk/gtk.h>

#include "publish/imp-pages.h"

G_BEGIN_DECLS

/* What is to be printed. */
typedef struct
{
  const char *name;
  /* Lays it out, quickly: nothing else is done meanwhile. */
  ImpPages *(*lay_out) (gpointer document, const ImpPaper *paper);
  gpointer document;
  GDestroyNotify document_free;
  ImpPages *ready;    /* laid out already, for the paper that is most likely; may be NULL */
  gboolean landscape; /* how its sheets lie */
} ImpPrinting;

/* The paper of the last time, or what offices of the locale use. */
const ImpPaper *imp_print_get_paper (void);
/* Shows the print dialog over the window of `widget`. Takes the document; a reference of what is
 * ready. Printer and paper are remembered; done (may be NULL), when it is printed or given up, on
 * the main thread with `widget` (not after it has gone). */
void imp_print (GtkWidget *widget, const ImpPrinting *printing, void (*done) (GtkWidget *widget));

G_END_DECLS
