/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One question of a round and what was heard for it so far. */
#include "config.h"

#include "ui/rounds/imp-round-question.h"

#include "ui/rounds/imp-heard-row.h"
#include "ui/rounds/imp-round-words.h"

#include <glib/gi18n.h>

#define MOST_PROMISES 2

struct _ImpRoundQuestion
{
  GtkBox parent_instance;

  GtkLabel *progress, *question;
  GtkBox *promised;
  GtkListBox *lines;
};

G_DEFINE_FINAL_TYPE (ImpRoundQuestion, imp_round_question, GTK_TYPE_BOX)

static void
imp_round_question_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_ROUND_QUESTION);
  G_OBJECT_CLASS (imp_round_question_parent_class)->dispose (object);
}

static void
imp_round_question_class_init (ImpRoundQuestionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_round_question_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/rounds/imp-round-question.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpRoundQuestion, progress);
  gtk_widget_class_bind_template_child (widget_class, ImpRoundQuestion, question);
  gtk_widget_class_bind_template_child (widget_class, ImpRoundQuestion, promised);
  gtk_widget_class_bind_template_child (widget_class, ImpRoundQuestion, lines);
}

static void
imp_round_question_init (ImpRoundQuestion *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
append_promised (ImpRoundQuestion *self, const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "quiet");
  gtk_box_append (self->promised, label);
}

static void
append_rest (ImpRoundQuestion *self, guint n)
{
  g_autofree char *words =
      g_strdup_printf (ngettext ("And %u more promise.", "And %u more promises.", n), n);

  append_promised (self, words);
}

static void
show_promised (ImpRoundQuestion *self, GPtrArray *promises, ImpDate today)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->promised))) != NULL)
    gtk_box_remove (self->promised, child);
  for (guint i = 0; i < MIN (promises->len, MOST_PROMISES); i++)
    {
      g_autofree char *words = imp_round_words_promised (g_ptr_array_index (promises, i), today);

      append_promised (self, words);
    }
  if (promises->len > MOST_PROMISES)
    append_rest (self, promises->len - MOST_PROMISES);
}

static gboolean
belongs (const ImpHeardLine *line, ImpHeardKind kind)
{
  return line->kind == kind || (kind == IMP_HEARD_IRRITANT && line->kind == IMP_HEARD_ME_TOO);
}

static void
show_lines (ImpRoundQuestion *self, GPtrArray *heard, ImpHeardKind kind)
{
  guint n = 0;

  gtk_list_box_remove_all (self->lines);
  for (guint i = 0; i < heard->len; i++)
    {
      const ImpHeardLine *line = g_ptr_array_index (heard, i);
      GtkWidget *row;

      if (!belongs (line, kind))
        continue;
      row = imp_heard_row_new (line);
      imp_heard_row_open (row, "mode.open-line", line->item);
      gtk_list_box_append (self->lines, row);
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->lines), n > 0);
}

void
imp_round_question_show (ImpRoundQuestion *self,
                         const ImpRoundPage *page,
                         guint position,
                         ImpDate today)
{
  const guint n = g_strv_length (page->questions);
  const ImpHeardKind kind = imp_round_question_kind (position, n);
  g_autofree char *progress = g_strdup_printf (_ ("Question %u of %u"), position + 1, n);

  g_return_if_fail (IMP_IS_ROUND_QUESTION (self));

  gtk_label_set_text (self->progress, progress);
  gtk_label_set_text (self->question, page->questions[position]);
  show_promised (self, page->promised_last_time, today);
  gtk_widget_set_visible (GTK_WIDGET (self->promised),
                          kind == IMP_HEARD_IRRITANT && page->promised_last_time->len > 0);
  show_lines (self, page->heard, kind);
}
