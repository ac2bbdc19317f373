/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The entries of an announcement: sections of cards, in their order. */
#include "config.h"

#include "ui/announcements/imp-entry-list.h"

#include "ui/announcements/imp-entry-card.h"
#include "ui/common/imp-toasts.h"
#include "ui/common/imp-writing.h"

#include <glib/gi18n.h>

#define STEP 1.0 /* between the positions of neighbours at the ends */

/* As they stand on the page. */
static const struct
{
  ImpSection section;
  const char *title;
} shown[] = {
  { IMP_SECTION_BIG, N_ ("Big Items") },
  { IMP_SECTION_SMALL, N_ ("Small Fixes") },
  { IMP_SECTION_WORKS, N_ ("What Works") },
  { IMP_SECTION_NEXT, N_ ("Coming Next") },
  { IMP_SECTION_NOT_NOW, N_ ("Not Now, and Why") },
};

struct _ImpEntryList
{
  GtkBox parent_instance;

  ImpBacklog *backlog;
  ImpItem announcement;
  gboolean editable;
  ImpItem wanted; /* just added: gets the cursor as soon as it is there */

  GtkWidget *sections[IMP_SECTION_WORKS + 1]; /* by ImpSection: heading and cards */
  GtkBox *cards[IMP_SECTION_WORKS + 1];
};

G_DEFINE_FINAL_TYPE (ImpEntryList, imp_entry_list, GTK_TYPE_BOX)

enum
{
  SIGNAL_KEPT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static ImpEntryCard *
find_in_section (ImpEntryList *self, ImpSection section, ImpItem item)
{
  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards[section]));
       card != NULL; card = gtk_widget_get_next_sibling (card))
    if (imp_entry_card_get_item (IMP_ENTRY_CARD (card)) == item)
      return IMP_ENTRY_CARD (card);
  return NULL;
}

static GtkWidget *
find_card (ImpEntryList *self, ImpItem item)
{
  ImpEntryCard *card = NULL;

  for (guint i = 0; card == NULL && i < G_N_ELEMENTS (shown); i++)
    card = find_in_section (self, shown[i].section, item);
  return card != NULL ? GTK_WIDGET (card) : NULL;
}

static double
get_position (GtkWidget *card)
{
  return imp_entry_card_get_position (IMP_ENTRY_CARD (card));
}

/* Puts the entry between two neighbours; either may be NULL at an end. */
static void
put_between (ImpEntryList *self, ImpItem item, GtkWidget *before, GtkWidget *after)
{
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  double position = before != NULL && after != NULL
                        ? (get_position (before) + get_position (after)) / 2
                    : before != NULL ? get_position (before) + STEP
                                     : get_position (after) - STEP;

  imp_changes_set_real (changes, item, IMP_ENTRY_POSITION, position);
  imp_backlog_apply_async (self->backlog, g_steal_pointer (&changes), _ ("Entry moved"), NULL,
                           imp_toasts_written_cb, imp_toasts_expect (GTK_WIDGET (self)));
}

static void
move_up (GtkWidget *widget, const char *name, GVariant *entry)
{
  ImpItem item = g_variant_get_int64 (entry);
  GtkWidget *card = find_card (IMP_ENTRY_LIST (widget), item);
  GtkWidget *above = card != NULL ? gtk_widget_get_prev_sibling (card) : NULL;

  if (above != NULL)
    put_between (IMP_ENTRY_LIST (widget), item, gtk_widget_get_prev_sibling (above), above);
}

static void
move_down (GtkWidget *widget, const char *name, GVariant *entry)
{
  ImpItem item = g_variant_get_int64 (entry);
  GtkWidget *card = find_card (IMP_ENTRY_LIST (widget), item);
  GtkWidget *below = card != NULL ? gtk_widget_get_next_sibling (card) : NULL;

  if (below != NULL)
    put_between (IMP_ENTRY_LIST (widget), item, below, gtk_widget_get_next_sibling (below));
}

static void
place (GtkWidget *widget, const char *name, GVariant *entries)
{
  ImpEntryList *self = IMP_ENTRY_LIST (widget);
  gint64 moved, target;
  GtkWidget *from, *to;

  g_variant_get (entries, "(xx)", &moved, &target);
  from = find_card (self, moved);
  to = find_card (self, target);
  if (from == NULL || to == NULL || from == to)
    return;
  if (get_position (from) < get_position (to))
    put_between (self, moved, to, gtk_widget_get_next_sibling (to));
  else
    put_between (self, moved, gtk_widget_get_prev_sibling (to), to);
}

static void
set_section (ImpEntryList *self, ImpItem item, ImpSection section, const char *label)
{
  g_autoptr (ImpChanges) changes = imp_changes_new ();

  imp_changes_set_integer (changes, item, IMP_ENTRY_SECTION, section);
  imp_backlog_apply_async (self->backlog, g_steal_pointer (&changes), label, NULL,
                           imp_toasts_written_cb, imp_toasts_expect (GTK_WIDGET (self)));
}

static void
make_big (GtkWidget *widget, const char *name, GVariant *entry)
{
  set_section (IMP_ENTRY_LIST (widget), g_variant_get_int64 (entry), IMP_SECTION_BIG,
               _ ("Made a big item"));
}

static void
make_small (GtkWidget *widget, const char *name, GVariant *entry)
{
  set_section (IMP_ENTRY_LIST (widget), g_variant_get_int64 (entry), IMP_SECTION_SMALL,
               _ ("Made a small fix"));
}

static void
remove_entry (GtkWidget *widget, const char *name, GVariant *entry)
{
  ImpEntryList *self = IMP_ENTRY_LIST (widget);

  imp_backlog_delete_async (self->backlog, g_variant_get_int64 (entry), _ ("Entry removed"),
                            imp_toasts_written_cb, imp_toasts_expect (widget));
}

static void
card_kept_cb (ImpEntryList *self)
{
  g_signal_emit (self, signals[SIGNAL_KEPT], 0);
}

static GtkWidget *
create_card (ImpEntryList *self, const ImpEntry *entry, const char *as_of)
{
  GtkWidget *card = imp_entry_card_new (self->backlog, entry, as_of, self->editable);

  g_signal_connect_object (card, "kept", G_CALLBACK (card_kept_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->cards[entry->section], card);
  return card;
}

/* Brings the cards of one section into the order of the entries, and takes away the others. */
static void
sync_section (ImpEntryList *self, ImpSection section, GPtrArray *entries, const char *as_of)
{
  GtkWidget *last = NULL;
  GtkWidget *rest;

  for (guint i = 0; i < entries->len; i++)
    {
      const ImpEntry *entry = g_ptr_array_index (entries, i);
      GtkWidget *card;

      if (entry->section != section)
        continue;
      card = (GtkWidget *) find_in_section (self, section, entry->item);
      if (card == NULL)
        card = create_card (self, entry, as_of);
      else
        imp_entry_card_update (IMP_ENTRY_CARD (card), entry, as_of);
      gtk_box_reorder_child_after (self->cards[section], card, last);
      last = card;
    }
  while ((rest = last != NULL ? gtk_widget_get_next_sibling (last)
                              : gtk_widget_get_first_child (GTK_WIDGET (self->cards[section])))
         != NULL)
    gtk_box_remove (self->cards[section], rest);
  gtk_widget_set_visible (self->sections[section], last != NULL);
}

static void
remove_cards (ImpEntryList *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    sync_section (self, shown[i].section, none, NULL);
}

static void
give_cursor (ImpEntryList *self)
{
  GtkWidget *card = self->wanted != 0 ? find_card (self, self->wanted) : NULL;

  if (card == NULL)
    return;
  self->wanted = 0;
  imp_entry_card_start_writing (IMP_ENTRY_CARD (card));
}

static void
added_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpEntryList) self = data;
  ImpItem item = 0;

  if (!imp_toasts_finish_write (GTK_WIDGET (self), IMP_BACKLOG (backlog), result, &item)
      || self->backlog == NULL)
    return;
  self->wanted = item;
  give_cursor (self);
}

static void
imp_entry_list_dispose (GObject *object)
{
  g_clear_object (&IMP_ENTRY_LIST (object)->backlog);
  G_OBJECT_CLASS (imp_entry_list_parent_class)->dispose (object);
}

static void
imp_entry_list_class_init (ImpEntryListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_entry_list_dispose;
  signals[SIGNAL_KEPT] = g_signal_new ("kept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "entry.move-up", "x", move_up);
  gtk_widget_class_install_action (widget_class, "entry.move-down", "x", move_down);
  gtk_widget_class_install_action (widget_class, "entry.place", "(xx)", place);
  gtk_widget_class_install_action (widget_class, "entry.make-big", "x", make_big);
  gtk_widget_class_install_action (widget_class, "entry.make-small", "x", make_small);
  gtk_widget_class_install_action (widget_class, "entry.remove", "x", remove_entry);
}

/* A published issue stays as it is, whatever keys are pressed. */
static void
enable_actions (ImpEntryList *self)
{
  static const char *const names[] = { "entry.move-up",  "entry.move-down",  "entry.place",
                                       "entry.make-big", "entry.make-small", "entry.remove" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], self->editable);
  imp_writing_restrict (GTK_WIDGET (self), self->backlog);
}

static void
add_section (ImpEntryList *self, ImpSection section, const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0,
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (heading, "heading");
  self->cards[section] = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->cards[section]));
  gtk_widget_set_visible (box, FALSE);
  gtk_box_append (GTK_BOX (self), box);
  self->sections[section] = box;
}

static void
imp_entry_list_init (ImpEntryList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 21);
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    add_section (self, shown[i].section, _ (shown[i].title));
}

void
imp_entry_list_set_announcement (ImpEntryList *self,
                                 ImpBacklog *backlog,
                                 const ImpAnnouncement *announcement)
{
  g_return_if_fail (IMP_IS_ENTRY_LIST (self));

  g_set_object (&self->backlog, backlog);
  self->announcement = announcement->item;
  if (self->editable == imp_announcement_is_published (announcement))
    remove_cards (self);
  self->editable = !imp_announcement_is_published (announcement);
  enable_actions (self);
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    sync_section (self, shown[i].section, announcement->entries, announcement->as_of);
  give_cursor (self);
}

void
imp_entry_list_add (ImpEntryList *self, ImpSection section)
{
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  GtkWidget *last;
  ImpItem entry;

  g_return_if_fail (IMP_IS_ENTRY_LIST (self));

  last = gtk_widget_get_last_child (GTK_WIDGET (self->cards[section]));
  entry = imp_changes_add (changes, IMP_KIND_ENTRY);
  imp_changes_set_item (changes, entry, IMP_ENTRY_ANNOUNCEMENT, self->announcement);
  imp_changes_set_integer (changes, entry, IMP_ENTRY_SECTION, section);
  imp_changes_set_real (changes, entry, IMP_ENTRY_POSITION,
                        last != NULL ? get_position (last) + STEP : STEP);
  imp_backlog_apply_async (self->backlog, g_steal_pointer (&changes), _ ("Entry added"), NULL,
                           added_cb, g_object_ref (self));
}

void
imp_entry_list_keep (ImpEntryList *self)
{
  g_return_if_fail (IMP_IS_ENTRY_LIST (self));

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards[shown[i].section]));
         card != NULL; card = gtk_widget_get_next_sibling (card))
      imp_entry_card_keep (IMP_ENTRY_CARD (card));
}
