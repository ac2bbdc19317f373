/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A sentence that names somebody, and what it will be without the name. */
#include "config.h"

#include "ui/people/imp-mention-row.h"

#include "ui/people/imp-erasure-words.h"

#include <glib/gi18n.h>

struct _ImpMentionRow
{
  GtkListBoxRow parent_instance;

  const ImpMention *mention;

  GtkCheckButton *check;
  GtkLabel *place;
  GtkLabel *sentence;
  GtkLabel *becomes;
};

G_DEFINE_FINAL_TYPE (ImpMentionRow, imp_mention_row, GTK_TYPE_LIST_BOX_ROW)

static guint toggled_signal;

/* What is left alone needs no words of what it would become. */
static void
toggled_cb (ImpMentionRow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->becomes), imp_mention_row_is_chosen (self));
  g_signal_emit (self, toggled_signal, 0);
}

static void
imp_mention_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_MENTION_ROW);
  G_OBJECT_CLASS (imp_mention_row_parent_class)->dispose (object);
}

static void
imp_mention_row_class_init (ImpMentionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_mention_row_dispose;
  toggled_signal = g_signal_new ("toggled", IMP_TYPE_MENTION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Improve/ui/people/imp-mention-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpMentionRow, check);
  gtk_widget_class_bind_template_child (widget_class, ImpMentionRow, place);
  gtk_widget_class_bind_template_child (widget_class, ImpMentionRow, sentence);
  gtk_widget_class_bind_template_child (widget_class, ImpMentionRow, becomes);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
imp_mention_row_init (ImpMentionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* In bold and underlined, so that it is seen in grey too. */
static void
mark_names (GtkLabel *label, const GArray *marks)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  for (guint i = 0; i < marks->len; i++)
    {
      ImpMentionMark mark = g_array_index (marks, ImpMentionMark, i);
      PangoAttribute *all[] = { pango_attr_weight_new (PANGO_WEIGHT_BOLD),
                                pango_attr_underline_new (PANGO_UNDERLINE_SINGLE) };

      for (guint j = 0; j < G_N_ELEMENTS (all); j++)
        {
          all[j]->start_index = (guint) mark.start;
          all[j]->end_index = (guint) mark.end;
          pango_attr_list_insert (attributes, all[j]);
        }
    }
  gtk_label_set_attributes (label, attributes);
}

GtkWidget *
imp_mention_row_new (const ImpMention *mention)
{
  ImpMentionRow *self = g_object_new (IMP_TYPE_MENTION_ROW, NULL);
  g_autofree char *place = imp_erasure_words_place (mention);
  /* Translators: a sentence without a name: “Becomes: Ask [name removed], she knows.” */
  g_autofree char *becomes = g_strdup_printf (_ ("Becomes: %s"), mention->redacted);

  self->mention = mention;
  gtk_label_set_text (self->place, place);
  gtk_label_set_text (self->sentence, mention->sentence);
  mark_names (self->sentence, mention->marks);
  gtk_label_set_text (self->becomes, becomes);
  gtk_check_button_set_active (self->check, mention->certain);
  gtk_widget_set_visible (GTK_WIDGET (self->becomes), mention->certain);
  return GTK_WIDGET (self);
}

const ImpMention *
imp_mention_row_get_mention (ImpMentionRow *self)
{
  return self->mention;
}

gboolean
imp_mention_row_is_chosen (ImpMentionRow *self)
{
  return gtk_check_button_get_active (self->check);
}

void
imp_mention_row_toggle (ImpMentionRow *self)
{
  gtk_check_button_set_active (self->check, !imp_mention_row_is_chosen (self));
}
