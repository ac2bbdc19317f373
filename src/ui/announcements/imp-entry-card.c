/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One entry of an announcement as a card: its texts, written in place. */
#include "config.h"

#include "ui/announcements/imp-entry-card.h"

#include "model/imp-sentence.h"
#include "ui/common/imp-field-row.h"

#include <glib/gi18n.h>

#define MOST_FIELDS 9

struct _ImpEntryCard
{
  AdwBin parent_instance;

  ImpItem item;
  ImpSection section;
  double position;
  GtkListBox *list;
  ImpFieldRow *rows[MOST_FIELDS]; /* by the order of `fields`; NULL where the section has none */
  GtkLabel *value;                /* hours or day, in the head */
};

G_DEFINE_FINAL_TYPE (ImpEntryCard, imp_entry_card, ADW_TYPE_BIN)

enum
{
  SIGNAL_KEPT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define BIG   (1u << IMP_SECTION_BIG)
#define TOLD  (BIG | 1u << IMP_SECTION_SMALL)
#define ALL   (BIG | 1u << IMP_SECTION_SMALL | 1u << IMP_SECTION_NEXT | 1u << IMP_SECTION_NOT_NOW)
#define WORKS (1u << IMP_SECTION_WORKS)

/* The first one is the head of the card. */
static const struct
{
  const char *title, *when_empty;
  guint8 field;
  gsize offset; /* of its text in ImpEntry */
  guint sections;
} fields[MOST_FIELDS] = {
  { N_ ("In one line"), NULL, IMP_ENTRY_TITLE, G_STRUCT_OFFSET (ImpEntry, title), ALL | WORKS },
  { N_ ("You said"), NULL, IMP_ENTRY_SAID, G_STRUCT_OFFSET (ImpEntry, said), BIG },
  { N_ ("We did"), NULL, IMP_ENTRY_DID, G_STRUCT_OFFSET (ImpEntry, did), BIG },
  { N_ ("So now"), NULL, IMP_ENTRY_NOW, G_STRUCT_OFFSET (ImpEntry, now), BIG },
  { N_ ("You do"), N_ ("nothing"), IMP_ENTRY_TODO, G_STRUCT_OFFSET (ImpEntry, todo), TOLD },
  { N_ ("The count"), NULL, IMP_ENTRY_COUNT, G_STRUCT_OFFSET (ImpEntry, count), BIG },
  { N_ ("Thanks to"), NULL, IMP_ENTRY_THANKS, G_STRUCT_OFFSET (ImpEntry, thanks), BIG },
  { N_ ("Where"), N_ ("all sites"), IMP_ENTRY_PLACE, G_STRUCT_OFFSET (ImpEntry, place), ALL },
  { N_ ("Who, and where"), NULL, IMP_ENTRY_PLACE, G_STRUCT_OFFSET (ImpEntry, place), WORKS },
};

static gboolean
is_estimated (const ImpEntry *entry)
{
  return entry->section <= IMP_SECTION_SMALL && entry->hours > 0
         && entry->hours_source == IMP_HOURS_ESTIMATED;
}

static char *
say_value (const ImpEntry *entry)
{
  g_autofree char *hours = NULL;

  if (entry->section == IMP_SECTION_NEXT && imp_date_is_set (entry->date))
    return imp_date_to_words (entry->date);
  if (entry->section > IMP_SECTION_SMALL || entry->hours <= 0)
    return g_strdup ("");
  hours = imp_impact_to_hours_words (entry->hours);
  return is_estimated (entry) ? g_strdup_printf (_ ("about %s"), hours) : g_steal_pointer (&hours);
}

static void
add_action (GMenu *menu, const char *label, const char *action, ImpItem item)
{
  g_autoptr (GMenuItem) line = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (line, action, "x", item);
  g_menu_append_item (menu, line);
}

static GMenuModel *
create_menu (ImpItem item, ImpSection section)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) order = g_menu_new ();
  g_autoptr (GMenu) removal = g_menu_new ();

  add_action (order, _ ("Move _Up"), "entry.move-up", item);
  add_action (order, _ ("Move _Down"), "entry.move-down", item);
  if (section == IMP_SECTION_BIG)
    add_action (order, _ ("Make It a _Small Fix"), "entry.make-small", item);
  else if (section == IMP_SECTION_SMALL)
    add_action (order, _ ("Make It a _Big Item"), "entry.make-big", item);
  add_action (removal, _ ("_Remove"), "entry.remove", item);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (removal));
  return G_MENU_MODEL (menu);
}

static GtkWidget *
create_menu_button (ImpEntryCard *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = create_menu (self->item, self->section);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_tooltip_text (button, _ ("Move or Remove"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GdkContentProvider *
drag_prepared_cb (GtkDragSource *source, double x, double y, ImpEntryCard *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, (int) x + 14, (int) y + 9);
  return gdk_content_provider_new_typed (IMP_TYPE_ENTRY_CARD, self);
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, ImpEntryCard *self)
{
  ImpEntryCard *dragged = g_value_get_object (value);

  if (dragged == NULL || dragged == self || dragged->section != self->section)
    return FALSE;
  return gtk_widget_activate_action (GTK_WIDGET (self), "entry.place", "(xx)", dragged->item,
                                     self->item);
}

static GtkWidget *
create_handle (ImpEntryCard *self)
{
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (IMP_TYPE_ENTRY_CARD, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepared_cb), self);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  gtk_widget_set_tooltip_text (handle, _ ("Drag to Move"));
  gtk_widget_set_cursor_from_name (handle, "grab");
  gtk_widget_add_css_class (handle, "dimmed");
  return handle;
}

static GtkWidget *
create_value (ImpEntryCard *self)
{
  self->value = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->value), "dimmed");
  gtk_widget_add_css_class (GTK_WIDGET (self->value), "numeric");
  return GTK_WIDGET (self->value);
}

static void
make_head (ImpEntryCard *self, ImpFieldRow *row, gboolean editable)
{
  GtkWidget *end = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (end), create_value (self));
  if (editable)
    gtk_box_append (GTK_BOX (end), create_menu_button (self));
  imp_field_row_make_headline (row, editable ? create_handle (self) : NULL, end);
}

static void
row_kept_cb (ImpEntryCard *self)
{
  g_signal_emit (self, signals[SIGNAL_KEPT], 0);
}

static void
add_row (ImpEntryCard *self, guint i, ImpBacklog *backlog, gboolean editable)
{
  GtkWidget *row = imp_field_row_new (_ (fields[i].title));

  self->rows[i] = IMP_FIELD_ROW (row);
  imp_field_row_bind (self->rows[i], backlog, IMP_KIND_ENTRY, self->item, fields[i].field,
                      _ ("Announcement reworded"));
  g_object_set (row, "editable", editable, "when-empty",
                fields[i].when_empty != NULL ? _ (fields[i].when_empty) : NULL, NULL);
  g_signal_connect_object (row, "kept", G_CALLBACK (row_kept_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
}

static gboolean
move_cb (GtkWidget *widget, GVariant *down, gpointer data)
{
  return gtk_widget_activate_action (
      widget, g_variant_get_boolean (down) ? "entry.move-down" : "entry.move-up", "x",
      IMP_ENTRY_CARD (widget)->item);
}

static void
imp_entry_card_class_init (ImpEntryCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_KEPT] = g_signal_new ("kept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, move_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, move_cb, "b", TRUE);
}

static void
imp_entry_card_init (ImpEntryCard *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

GtkWidget *
imp_entry_card_new (ImpBacklog *backlog,
                    const ImpEntry *entry,
                    const char *as_of,
                    gboolean editable)
{
  ImpEntryCard *self = g_object_new (IMP_TYPE_ENTRY_CARD, NULL);

  self->item = entry->item;
  self->section = entry->section;
  for (guint i = 0; i < MOST_FIELDS; i++)
    if (fields[i].sections & 1u << entry->section)
      add_row (self, i, backlog, editable);
  make_head (self, self->rows[0], editable);
  imp_entry_card_update (self, entry, as_of);
  return GTK_WIDGET (self);
}

void
imp_entry_card_update (ImpEntryCard *self, const ImpEntry *entry, const char *as_of)
{
  g_autofree char *value = say_value (entry);

  g_return_if_fail (IMP_IS_ENTRY_CARD (self));

  self->position = entry->position;
  gtk_label_set_label (self->value, value);
  gtk_widget_set_tooltip_text (
      GTK_WIDGET (self->value),
      is_estimated (entry)
          ? _ ("Our estimate, as not everybody was asked again. It is drawn towards the average of "
               "the backlog, so it can be lower than in the list of irritants.")
          : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  entry->title != NULL ? entry->title : _ ("New line"), -1);
  for (guint i = 0; i < MOST_FIELDS; i++)
    if (self->rows[i] != NULL)
      imp_field_row_set_text (self->rows[i], G_STRUCT_MEMBER (char *, entry, fields[i].offset),
                              as_of);
}

ImpItem
imp_entry_card_get_item (ImpEntryCard *self)
{
  g_return_val_if_fail (IMP_IS_ENTRY_CARD (self), 0);

  return self->item;
}

double
imp_entry_card_get_position (ImpEntryCard *self)
{
  g_return_val_if_fail (IMP_IS_ENTRY_CARD (self), 0);

  return self->position;
}

void
imp_entry_card_keep (ImpEntryCard *self)
{
  g_return_if_fail (IMP_IS_ENTRY_CARD (self));

  for (guint i = 0; i < MOST_FIELDS; i++)
    if (self->rows[i] != NULL)
      imp_field_row_keep (self->rows[i]);
}

void
imp_entry_card_start_writing (ImpEntryCard *self)
{
  g_return_if_fail (IMP_IS_ENTRY_CARD (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->rows[0]));
}
