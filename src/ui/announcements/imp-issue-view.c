/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The preview of an issue: its pages in a scroller, and which page this is. */
#include "config.h"

#include "ui/announcements/imp-issue-view.h"

#include "publish/imp-document.h"
#include "publish/imp-issue-pages.h"
#include "ui/announcements/imp-page-view.h"

#include <glib/gi18n.h>

struct _ImpIssueView
{
  GtkBox parent_instance;

  ImpIssue *issue;
  const ImpPaper *paper;
  ImpPages *shown;

  GtkScrolledWindow *scroller;
  ImpPageView *pages;
  GtkLabel *foot;
};

G_DEFINE_FINAL_TYPE (ImpIssueView, imp_issue_view, GTK_TYPE_BOX)

static void
show_foot (ImpIssueView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_autofree char *foot = NULL;
  int page;

  if (self->shown == NULL)
    return;
  page = imp_page_view_find_page (self->pages, gtk_adjustment_get_value (adjustment),
                                  gtk_adjustment_get_page_size (adjustment));
  /* Translators: number of the page, how many there are, size of the paper: "Page 1 of 2 · A4" */
  foot = g_strdup_printf (_ ("Page %d of %d · %s"), page + 1, imp_pages_get_n_pages (self->shown),
                          self->paper == &imp_paper_letter ? _ ("Letter") : _ ("A4"));
  gtk_label_set_label (self->foot, foot);
}

static void
lay_out (ImpIssueView *self)
{
  g_autofree char *text = NULL;

  if (self->issue == NULL)
    return;
  g_clear_object (&self->shown);
  self->shown = imp_issue_pages_new (self->issue, self->paper);
  imp_page_view_set_pages (self->pages, self->shown);
  text = imp_issue_to_text (self->issue);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pages), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Preview of the pages"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
  show_foot (self);
}

static void
imp_issue_view_dispose (GObject *object)
{
  ImpIssueView *self = IMP_ISSUE_VIEW (object);

  g_clear_pointer (&self->issue, imp_issue_unref);
  g_clear_object (&self->shown);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_ISSUE_VIEW);
  G_OBJECT_CLASS (imp_issue_view_parent_class)->dispose (object);
}

static void
imp_issue_view_class_init (ImpIssueViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_issue_view_dispose;
  g_type_ensure (IMP_TYPE_PAGE_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/announcements/imp-issue-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpIssueView, scroller);
  gtk_widget_class_bind_template_child (widget_class, ImpIssueView, pages);
  gtk_widget_class_bind_template_child (widget_class, ImpIssueView, foot);
}

static void
imp_issue_view_init (ImpIssueView *self)
{
  GtkAdjustment *adjustment;

  self->paper = imp_paper_from_locale ();
  gtk_widget_init_template (GTK_WIDGET (self));
  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (show_foot), self,
                           G_CONNECT_SWAPPED);
}

void
imp_issue_view_set_issue (ImpIssueView *self, ImpIssue *issue)
{
  g_return_if_fail (IMP_IS_ISSUE_VIEW (self));

  imp_issue_ref (issue);
  g_clear_pointer (&self->issue, imp_issue_unref);
  self->issue = issue;
  lay_out (self);
}

void
imp_issue_view_set_paper (ImpIssueView *self, const ImpPaper *paper)
{
  g_return_if_fail (IMP_IS_ISSUE_VIEW (self));

  if (self->paper == paper)
    return;
  self->paper = paper;
  lay_out (self);
}

ImpIssue *
imp_issue_view_get_issue (ImpIssueView *self)
{
  g_return_val_if_fail (IMP_IS_ISSUE_VIEW (self), NULL);

  return self->issue;
}

const ImpPaper *
imp_issue_view_get_paper (ImpIssueView *self)
{
  g_return_val_if_fail (IMP_IS_ISSUE_VIEW (self), NULL);

  return self->paper;
}
