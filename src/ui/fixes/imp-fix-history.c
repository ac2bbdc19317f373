/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What happened to a fix, in lines with their day, newest first. */
#include "config.h"

#include "ui/fixes/imp-fix-history.h"

#include <glib/gi18n.h>

typedef struct
{
  ImpDate date;
  guint order; /* of what happened on the same day: later steps are newer */
  char *text;
} Line;

static void
clear_line (Line *line)
{
  g_free (line->text);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const Line *one = a;
  const Line *other = b;

  return one->date != other->date ? (one->date < other->date) - (one->date > other->date)
                                  : (one->order < other->order) - (one->order > other->order);
}

static void
add_line (GArray *lines, ImpDate date, const char *text)
{
  Line line = { .date = date, .order = lines->len, .text = g_strdup (text) };

  if (imp_date_is_set (date))
    g_array_append_val (lines, line);
}

static char *
say_verdict (const ImpConfirmationLine *line)
{
  const char *person = line->person != NULL ? line->person : _ ("Somebody");

  switch (line->verdict)
    {
    case IMP_VERDICT_GONE:
      return g_strdup_printf (_ ("%s says it is gone"), person);
    case IMP_VERDICT_BETTER:
      return g_strdup_printf (_ ("%s says it is better"), person);
    case IMP_VERDICT_STILL_THERE:
    default:
      return g_strdup_printf (_ ("%s says it is still there"), person);
    }
}

static GArray *
collect_lines (const ImpFixPage *page)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (Line));

  g_array_set_clear_func (lines, (GDestroyNotify) clear_line);
  add_line (lines, page->card->planned, _ ("Planned"));
  add_line (lines, page->card->started, _ ("Started"));
  add_line (lines, page->card->delivered, _ ("Delivered"));
  for (guint i = page->confirmations->len; i > 0; i--)
    {
      const ImpConfirmationLine *line = g_ptr_array_index (page->confirmations, i - 1);
      g_autofree char *text = say_verdict (line);

      add_line (lines, line->date, text);
    }
  g_array_sort (lines, compare_lines);
  return lines;
}

static GtkWidget *
create_line (const Line *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autofree char *day = imp_date_to_short_words (line->date);
  GtkWidget *date = gtk_label_new (day);
  GtkWidget *text = gtk_label_new (line->text);

  gtk_label_set_width_chars (GTK_LABEL (date), 8);
  gtk_label_set_xalign (GTK_LABEL (date), 0);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_widget_set_valign (date, GTK_ALIGN_START);
  gtk_widget_add_css_class (date, "quiet");
  gtk_widget_add_css_class (date, "numeric");
  gtk_widget_add_css_class (box, "caption");
  gtk_box_append (GTK_BOX (box), date);
  gtk_box_append (GTK_BOX (box), text);
  return box;
}

gboolean
imp_fix_history_show (GtkBox *box, const ImpFixPage *page)
{
  g_autoptr (GArray) lines = collect_lines (page);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  for (guint i = 0; i < lines->len; i++)
    gtk_box_append (box, create_line (&g_array_index (lines, Line, i)));
  return lines->len > 0;
}
