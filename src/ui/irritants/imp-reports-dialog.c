/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * All that colleagues say about one irritant. */
#include "config.h"

#include "ui/irritants/imp-reports-dialog.h"

#include "ui/common/imp-page-title.h"
#include "ui/irritants/imp-irritant-words.h"

#include <glib/gi18n.h>

#define MARGIN 24

static GtkWidget *
create_quotes (GPtrArray *reports)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  for (guint i = 0; i < reports->len; i++)
    gtk_box_append (GTK_BOX (box),
                    imp_irritant_words_create_quote (g_ptr_array_index (reports, i)));
  gtk_widget_set_margin_start (box, MARGIN);
  gtk_widget_set_margin_end (box, MARGIN);
  gtk_widget_set_margin_top (box, MARGIN / 2);
  gtk_widget_set_margin_bottom (box, MARGIN);
  return box;
}

AdwDialog *
imp_reports_dialog_new (const ImpIrritantPage *page)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), create_quotes (page->reports));
  adw_header_bar_set_title_widget (
      ADW_HEADER_BAR (header),
      g_object_new (IMP_TYPE_PAGE_TITLE, "title", _ ("What Colleagues Say"), NULL));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scroller);
  adw_dialog_set_title (dialog, _ ("What Colleagues Say"));
  adw_dialog_set_content_width (dialog, 560);
  adw_dialog_set_child (dialog, view);
  return dialog;
}
