/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What was heard on a round, after it. */
#include "config.h"

#include "ui/rounds/imp-heard-view.h"

#include "ui/rounds/imp-briefing-rows.h"
#include "ui/rounds/imp-heard-row.h"
#include "ui/rounds/imp-sections.h"

#include <glib/gi18n.h>

struct _ImpHeardView
{
  AdwBin parent_instance;

  ImpRoundPage *page; /* NULL before the first */
  ImpSections *sections;
  GtkWidget *nothing;
};

G_DEFINE_FINAL_TYPE (ImpHeardView, imp_heard_view, ADW_TYPE_BIN)

static GtkWidget *
create_heard (gconstpointer item, guint position)
{
  const ImpHeardLine *line = item;
  GtkWidget *row = imp_heard_row_new (line);

  if (line->irritant != 0)
    imp_heard_row_open (row, "win.show-irritant", line->irritant);
  return row;
}

static GtkWidget *
create_meeting (gconstpointer item, guint position)
{
  return imp_briefing_rows_create_meeting (item);
}

static void
imp_heard_view_dispose (GObject *object)
{
  g_clear_pointer (&IMP_HEARD_VIEW (object)->page, imp_round_page_unref);
  G_OBJECT_CLASS (imp_heard_view_parent_class)->dispose (object);
}

static void
imp_heard_view_class_init (ImpHeardViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = imp_heard_view_dispose;
}

static void
imp_heard_view_init (ImpHeardView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->nothing = gtk_label_new (_ ("Nothing was written down on this round."));
  gtk_label_set_wrap (GTK_LABEL (self->nothing), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->nothing), 0);
  gtk_widget_add_css_class (self->nothing, "quiet");
  self->sections = g_object_new (IMP_TYPE_SECTIONS, NULL);
  gtk_box_append (GTK_BOX (box), self->nothing);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sections));
  adw_bin_set_child (ADW_BIN (self), box);
}

/* The lines stay the page's, which is kept as long as they are shown. */
static GPtrArray *
choose_lines (const ImpRoundPage *page, ImpHeardKind kind, ImpHeardKind other)
{
  GPtrArray *lines = g_ptr_array_new ();

  for (guint i = 0; i < page->heard->len; i++)
    {
      ImpHeardLine *line = g_ptr_array_index (page->heard, i);

      if (line->kind == kind || line->kind == other)
        g_ptr_array_add (lines, line);
    }
  return lines;
}

static void
show_kind (ImpHeardView *self, const char *title, ImpHeardKind kind, ImpHeardKind other)
{
  g_autoptr (GPtrArray) lines = choose_lines (self->page, kind, other);

  imp_sections_show (self->sections, title, lines, create_heard);
}

static GPtrArray *
choose_met (const ImpRoundPage *page)
{
  GPtrArray *met = g_ptr_array_new ();

  for (guint i = 0; i < page->meetings->len; i++)
    {
      ImpMeetingLine *meeting = g_ptr_array_index (page->meetings, i);

      if (meeting->met)
        g_ptr_array_add (met, meeting);
    }
  return met;
}

void
imp_heard_view_show (ImpHeardView *self, ImpRoundPage *page)
{
  ImpRoundPage *before;
  g_autoptr (GPtrArray) met = NULL;

  g_return_if_fail (IMP_IS_HEARD_VIEW (self));

  before = self->page;
  self->page = imp_round_page_ref (page);
  gtk_widget_set_visible (self->nothing, page->heard->len == 0);
  show_kind (self, _ ("In the Way"), IMP_HEARD_IRRITANT, IMP_HEARD_ME_TOO);
  show_kind (self, _ ("Works Well"), IMP_HEARD_WORKS, IMP_HEARD_WORKS);
  show_kind (self, _ ("By the Way"), IMP_HEARD_ELSE, IMP_HEARD_ELSE);
  show_kind (self, _ ("Thanks"), IMP_HEARD_THANKS, IMP_HEARD_THANKS);
  met = choose_met (page);
  imp_sections_show (self->sections, _ ("Met"), met, create_meeting);
  g_clear_pointer (&before, imp_round_page_unref);
}
