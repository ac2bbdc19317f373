/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Who says something on a round: one tap. */
#include "config.h"

#include "ui/rounds/imp-said-by.h"

#include "model/imp-speaker.h"
#include "ui/rounds/imp-who-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

struct _ImpSaidBy
{
  AdwBin parent_instance;

  ImpBacklog *backlog;
  GPtrArray *chips; /* of Chip */
  GtkBox *box;
  char *person, *department; /* who is chosen; both NULL: somebody */
  gboolean filling;          /* what changes now was not chosen by anybody */
};

G_DEFINE_FINAL_TYPE (ImpSaidBy, imp_said_by, ADW_TYPE_BIN)

static guint changed_signal;

typedef struct
{
  char *person, *department; /* both NULL: somebody */
  GtkWidget *button;         /* owned by the box */
} Chip;

static void
chip_free (gpointer data)
{
  Chip *self = data;

  g_free (self->person);
  g_free (self->department);
  g_free (self);
}

static gboolean
is_chosen (ImpSaidBy *self, const Chip *chip)
{
  return g_strcmp0 (self->person, chip->person) == 0
         && (chip->person != NULL || g_strcmp0 (self->department, chip->department) == 0);
}

static void
toggled_cb (GtkToggleButton *button, ImpSaidBy *self)
{
  if (self->filling || !gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < self->chips->len; i++)
    {
      const Chip *chip = g_ptr_array_index (self->chips, i);

      if (chip->button != GTK_WIDGET (button))
        continue;
      g_set_str (&self->person, chip->person);
      g_set_str (&self->department, chip->department);
      g_signal_emit (self, changed_signal, 0);
    }
}

/* "Tom" where no other one has that name. */
static char *
shorten (ImpSaidBy *self, const Chip *chip)
{
  const char *blank = strchr (chip->person, ' ');
  g_autofree char *first =
      blank != NULL ? g_strndup (chip->person, blank - chip->person) : g_strdup (chip->person);

  for (guint i = 0; i < self->chips->len; i++)
    {
      const Chip *other = g_ptr_array_index (self->chips, i);

      if (other != chip && other->person != NULL && g_str_has_prefix (other->person, first)
          && strchr (" ", other->person[strlen (first)]) != NULL)
        return g_strdup (chip->person);
    }
  return g_steal_pointer (&first);
}

static char *
say_chip (ImpSaidBy *self, const Chip *chip)
{
  if (chip->person != NULL)
    return shorten (self, chip);
  if (chip->department != NULL)
    return g_strdup_printf (_ ("Somebody in %s"), chip->department);
  return g_strdup (_ ("Somebody"));
}

static void
append_button (ImpSaidBy *self, Chip *chip)
{
  const Chip *first = g_ptr_array_index (self->chips, 0);
  g_autofree char *label = say_chip (self, chip);

  chip->button = gtk_toggle_button_new ();
  gtk_button_set_child (GTK_BUTTON (chip->button), gtk_label_new (label));
  gtk_widget_add_css_class (chip->button, "round-chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  chip->person != NULL ? chip->person : label, -1);
  if (chip != first)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chip->button),
                                 GTK_TOGGLE_BUTTON (first->button));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip->button), is_chosen (self, chip));
  g_signal_connect (chip->button, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (self->box, chip->button);
}

static void
append_new (ImpSaidBy *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("New…"));

  gtk_widget_add_css_class (button, "round-chip");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "said-by.new");
  gtk_box_append (self->box, button);
}

static void
show_chips (ImpSaidBy *self)
{
  GtkWidget *child;

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  for (guint i = 0; i < self->chips->len; i++)
    append_button (self, g_ptr_array_index (self->chips, i));
  append_new (self);
  self->filling = FALSE;
}

static Chip *
find_chosen (ImpSaidBy *self)
{
  for (guint i = 0; i < self->chips->len; i++)
    if (is_chosen (self, g_ptr_array_index (self->chips, i)))
      return g_ptr_array_index (self->chips, i);
  return NULL;
}

/* Before Somebody, who is the last one. */
static Chip *
insert_chip (ImpSaidBy *self, const char *person, const char *department)
{
  Chip *chip = g_new0 (Chip, 1);

  chip->person = g_strdup (person);
  chip->department = g_strdup (department);
  g_ptr_array_insert (self->chips, MAX ((int) self->chips->len - 1, 0), chip);
  return chip;
}

static void
chosen_cb (ImpSaidBy *self, const char *person, const char *department)
{
  imp_said_by_choose (self, person, department);
  g_signal_emit (self, changed_signal, 0);
}

static void
choose_new (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ImpSaidBy *self = IMP_SAID_BY (widget);
  AdwDialog *dialog = imp_who_dialog_new (self->backlog);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
imp_said_by_dispose (GObject *object)
{
  g_clear_object (&IMP_SAID_BY (object)->backlog);
  G_OBJECT_CLASS (imp_said_by_parent_class)->dispose (object);
}

static void
imp_said_by_finalize (GObject *object)
{
  ImpSaidBy *self = IMP_SAID_BY (object);

  g_ptr_array_unref (self->chips);
  g_free (self->person);
  g_free (self->department);
  G_OBJECT_CLASS (imp_said_by_parent_class)->finalize (object);
}

static void
imp_said_by_class_init (ImpSaidByClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = imp_said_by_dispose;
  G_OBJECT_CLASS (klass)->finalize = imp_said_by_finalize;
  changed_signal = g_signal_new ("changed", IMP_TYPE_SAID_BY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "said-by.new", NULL, choose_new);
}

static void
imp_said_by_init (ImpSaidBy *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->chips = g_ptr_array_new_with_free_func (chip_free);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Said by"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_EXTERNAL,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->box));
  adw_bin_set_child (ADW_BIN (self), scroller);
  insert_chip (self, NULL, NULL);
  show_chips (self);
}

void
imp_said_by_set_backlog (ImpSaidBy *self, ImpBacklog *backlog)
{
  g_return_if_fail (IMP_IS_SAID_BY (self));

  g_set_object (&self->backlog, backlog);
}

static void
add_meeting (ImpSaidBy *self, const ImpMeetingLine *meeting)
{
  if (meeting->person != 0)
    insert_chip (self, meeting->name, NULL);
  else
    {
      g_autofree char *department = imp_speaker_parse_department (meeting->name);

      insert_chip (self, NULL, department != NULL ? department : meeting->name);
    }
}

void
imp_said_by_set_meetings (ImpSaidBy *self, GPtrArray *meetings)
{
  g_return_if_fail (IMP_IS_SAID_BY (self));

  g_ptr_array_set_size (self->chips, 0);
  insert_chip (self, NULL, NULL);
  for (guint i = 0; i < meetings->len; i++)
    add_meeting (self, g_ptr_array_index (meetings, i));
  if (find_chosen (self) == NULL)
    insert_chip (self, self->person, self->department);
  show_chips (self);
}

void
imp_said_by_choose (ImpSaidBy *self, const char *person, const char *department)
{
  g_return_if_fail (IMP_IS_SAID_BY (self));

  g_set_str (&self->person, person);
  g_set_str (&self->department, department);
  if (find_chosen (self) == NULL)
    insert_chip (self, person, department);
  show_chips (self);
}

const char *
imp_said_by_get_person (ImpSaidBy *self)
{
  g_return_val_if_fail (IMP_IS_SAID_BY (self), NULL);

  return self->person;
}

const char *
imp_said_by_get_department (ImpSaidBy *self)
{
  g_return_val_if_fail (IMP_IS_SAID_BY (self), NULL);

  return self->department;
}
