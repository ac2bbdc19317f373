/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Where a line is written down on a round: who, words, photo, add. */
#include "config.h"

#include "ui/rounds/imp-round-entry.h"

#include "base/imp-text.h"

#include <glib/gi18n.h>

struct _ImpRoundEntry
{
  GtkBox parent_instance;

  GtkLabel *who;
  ImpSaidBy *said_by;
  GtkEditable *words;
  GtkWidget *photo, *add;
};

G_DEFINE_FINAL_TYPE (ImpRoundEntry, imp_round_entry, GTK_TYPE_BOX)

static guint add_signal, photo_signal, changed_signal;

static gboolean
says_something (ImpRoundEntry *self)
{
  return !imp_text_is_empty (gtk_editable_get_text (self->words));
}

static void
changed_cb (ImpRoundEntry *self)
{
  gtk_widget_set_sensitive (self->add, says_something (self));
  g_signal_emit (self, changed_signal, 0);
}

/* On with what they say. */
static void
who_changed_cb (ImpRoundEntry *self)
{
  changed_cb (self);
  imp_round_entry_take_focus (self);
}

static void
add_cb (ImpRoundEntry *self)
{
  if (says_something (self))
    g_signal_emit (self, add_signal, 0);
}

static void
photo_cb (ImpRoundEntry *self)
{
  g_signal_emit (self, photo_signal, 0);
}

static void
imp_round_entry_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_ROUND_ENTRY);
  G_OBJECT_CLASS (imp_round_entry_parent_class)->dispose (object);
}

static guint
install_signal (const char *name)
{
  return g_signal_new (name, IMP_TYPE_ROUND_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
imp_round_entry_class_init (ImpRoundEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_round_entry_dispose;
  add_signal = install_signal ("add");
  photo_signal = install_signal ("photo");
  changed_signal = install_signal ("changed");
  g_type_ensure (IMP_TYPE_SAID_BY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Improve/ui/rounds/imp-round-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpRoundEntry, who);
  gtk_widget_class_bind_template_child (widget_class, ImpRoundEntry, said_by);
  gtk_widget_class_bind_template_child (widget_class, ImpRoundEntry, words);
  gtk_widget_class_bind_template_child (widget_class, ImpRoundEntry, photo);
  gtk_widget_class_bind_template_child (widget_class, ImpRoundEntry, add);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, who_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, photo_cb);
}

static void
imp_round_entry_init (ImpRoundEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
imp_round_entry_set_backlog (ImpRoundEntry *self, ImpBacklog *backlog)
{
  g_return_if_fail (IMP_IS_ROUND_ENTRY (self));

  imp_said_by_set_backlog (self->said_by, backlog);
}

void
imp_round_entry_set_meetings (ImpRoundEntry *self, GPtrArray *meetings)
{
  g_return_if_fail (IMP_IS_ROUND_ENTRY (self));

  imp_said_by_set_meetings (self->said_by, meetings);
}

void
imp_round_entry_set_kind (ImpRoundEntry *self, ImpHeardKind kind)
{
  g_return_if_fail (IMP_IS_ROUND_ENTRY (self));

  gtk_label_set_text (self->who, kind == IMP_HEARD_THANKS ? _ ("Thanks to") : _ ("Said by"));
  g_object_set (self->words, "placeholder-text",
                kind == IMP_HEARD_THANKS ? _ ("What for") : _ ("In their words"), NULL);
  gtk_widget_set_visible (self->photo, kind == IMP_HEARD_IRRITANT);
}

void
imp_round_entry_show_draft (ImpRoundEntry *self, const ImpRoundDraft *draft)
{
  g_return_if_fail (IMP_IS_ROUND_ENTRY (self));

  imp_said_by_choose (self->said_by, draft->person, draft->department);
  imp_round_entry_set_words (self, draft->words);
}

void
imp_round_entry_fill_draft (ImpRoundEntry *self, ImpRoundDraft *draft)
{
  g_return_if_fail (IMP_IS_ROUND_ENTRY (self));

  g_set_str (&draft->person, imp_said_by_get_person (self->said_by));
  g_set_str (&draft->department, imp_said_by_get_department (self->said_by));
  g_set_str (&draft->words, gtk_editable_get_text (self->words));
}

const char *
imp_round_entry_get_words (ImpRoundEntry *self)
{
  g_return_val_if_fail (IMP_IS_ROUND_ENTRY (self), NULL);

  return gtk_editable_get_text (self->words);
}

ImpSaidBy *
imp_round_entry_get_said_by (ImpRoundEntry *self)
{
  g_return_val_if_fail (IMP_IS_ROUND_ENTRY (self), NULL);

  return self->said_by;
}

void
imp_round_entry_set_words (ImpRoundEntry *self, const char *words)
{
  g_return_if_fail (IMP_IS_ROUND_ENTRY (self));

  gtk_editable_set_text (self->words, words);
  gtk_editable_set_position (self->words, -1);
}

void
imp_round_entry_take_focus (ImpRoundEntry *self)
{
  g_return_if_fail (IMP_IS_ROUND_ENTRY (self));

  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->words));
}
