/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Lists one under the other, each cut after its first rows. */
#include "config.h"

#include "ui/rounds/imp-sections.h"

#include "ui/common/imp-headings.h"

#include <glib/gi18n.h>

#define FIRST_ROWS 8

struct _ImpSections
{
  GtkBox parent_instance;

  GPtrArray *sections; /* of Section, in the order of their first showing */
};

G_DEFINE_FINAL_TYPE (ImpSections, imp_sections, GTK_TYPE_BOX)

typedef struct
{
  char *title;
  GtkWidget *group; /* owned by the box */
  GtkListBox *box;
  GtkWidget *rest; /* the button that brings it */
  GPtrArray *items;
  ImpSectionRowFunc create_row;
  gboolean whole;
} Section;

static void
section_free (gpointer data)
{
  Section *self = data;

  g_free (self->title);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self);
}

static void fill (Section *self);

static void
show_all_cb (Section *self)
{
  GtkListBoxRow *row;

  self->whole = TRUE;
  fill (self);
  row = gtk_list_box_get_row_at_index (self->box, FIRST_ROWS);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
show_rest (Section *self, gboolean cut)
{
  g_autofree char *label = g_strdup_printf (_ ("Show All %u"), self->items->len);

  gtk_button_set_label (GTK_BUTTON (self->rest), label);
  gtk_widget_set_visible (self->rest, cut);
}

static void
fill (Section *self)
{
  const guint n = self->whole || self->items->len <= FIRST_ROWS + 1 ? self->items->len : FIRST_ROWS;

  gtk_list_box_remove_all (self->box);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->box, self->create_row (g_ptr_array_index (self->items, i), i));
  show_rest (self, n < self->items->len);
  gtk_widget_set_visible (self->group, n > 0);
}

static void
imp_sections_dispose (GObject *object)
{
  g_clear_pointer (&IMP_SECTIONS (object)->sections, g_ptr_array_unref);
  G_OBJECT_CLASS (imp_sections_parent_class)->dispose (object);
}

static void
imp_sections_class_init (ImpSectionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = imp_sections_dispose;
}

static void
imp_sections_init (ImpSections *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
  self->sections = g_ptr_array_new_with_free_func (section_free);
}

static void
create_rest (Section *section)
{
  section->rest = gtk_button_new ();
  gtk_widget_set_halign (section->rest, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (section->rest, 9);
  g_signal_connect_swapped (section->rest, "clicked", G_CALLBACK (show_all_cb), section);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (section->group), section->rest);
}

static Section *
create_section (ImpSections *self, const char *title)
{
  Section *section = g_new0 (Section, 1);

  section->title = g_strdup (title);
  section->group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (section->group), title);
  gtk_widget_add_css_class (section->group, "close");
  section->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (section->box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (section->box), "boxed-list");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (section->group), GTK_WIDGET (section->box));
  create_rest (section);
  imp_headings_wrap (section->group);
  gtk_box_append (GTK_BOX (self), section->group);
  g_ptr_array_add (self->sections, section);
  return section;
}

static Section *
find_section (ImpSections *self, const char *title)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      Section *section = g_ptr_array_index (self->sections, i);

      if (g_str_equal (section->title, title))
        return section;
    }
  return create_section (self, title);
}

void
imp_sections_show (ImpSections *self,
                   const char *title,
                   GPtrArray *items,
                   ImpSectionRowFunc create_row)
{
  Section *section;

  g_return_if_fail (IMP_IS_SECTIONS (self));

  section = find_section (self, title);
  g_ptr_array_ref (items);
  g_clear_pointer (&section->items, g_ptr_array_unref);
  section->items = items;
  section->create_row = create_row;
  fill (section);
}
