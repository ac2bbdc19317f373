/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The tags of an irritant, to be added and taken away. */
#include "config.h"

#include "ui/irritants/imp-tags-row.h"

#include "base/imp-text.h"
#include "ui/common/imp-icon.h"
#include "ui/common/imp-name-row.h"

#include <glib/gi18n.h>
#include <string.h>

#define TAG_KEY "imp-tag"

struct _ImpTagsRow
{
  AdwPreferencesGroup parent_instance;
  GtkWidget *chips_row;
  AdwWrapBox *chips;
  ImpNameRow *entry;
  GPtrArray *tags; /* of char *, as the chips stand */
};

G_DEFINE_FINAL_TYPE (ImpTagsRow, imp_tags_row, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  g_autofree char *x = imp_text_fold (a), *y = imp_text_fold (b);

  return g_str_equal (x, y);
}

static void
empty_box (AdwWrapBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    adw_wrap_box_remove (box, child);
}

static void
show_chips (ImpTagsRow *self)
{
  gtk_widget_set_visible (self->chips_row, self->tags->len > 0);
}

static void
remove_clicked_cb (GtkWidget *chip, ImpTagsRow *self)
{
  const char *tag = g_object_get_data (G_OBJECT (chip), TAG_KEY);
  guint i;

  if (g_ptr_array_find_with_equal_func (self->tags, tag, is_same, &i))
    g_ptr_array_remove_index (self->tags, i);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  adw_wrap_box_remove (self->chips, chip);
  show_chips (self);
}

static GtkWidget *
create_words (const char *tag, GtkAccessibleRole role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", tag, "accessible-role", role, NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  return label;
}

static GtkWidget *
create_chip (ImpTagsRow *self, const char *tag)
{
  GtkWidget *chip = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *cross = imp_icon_new ("window-close-symbolic");
  /* Translators: what the cross of a tag does */
  g_autofree char *words = g_strdup_printf (_ ("Remove Tag “%s”"), tag);

  gtk_image_set_pixel_size (GTK_IMAGE (cross), 10);
  gtk_box_append (GTK_BOX (box), create_words (tag, GTK_ACCESSIBLE_ROLE_LABEL));
  gtk_box_append (GTK_BOX (box), cross);
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_tooltip_text (chip, words);
  g_object_set_data_full (G_OBJECT (chip), TAG_KEY, g_strdup (tag), g_free);
  g_signal_connect (chip, "clicked", G_CALLBACK (remove_clicked_cb), self);
  return chip;
}

static void
add_tag (ImpTagsRow *self, const char *text)
{
  g_autofree char *tag = imp_text_clean (text);

  if (imp_text_is_empty (tag) || g_ptr_array_find_with_equal_func (self->tags, tag, is_same, NULL))
    return;
  adw_wrap_box_append (self->chips, create_chip (self, tag));
  g_ptr_array_add (self->tags, g_steal_pointer (&tag));
  show_chips (self);
}

static void
take_typed (ImpTagsRow *self)
{
  g_auto (GStrv) tags = g_strsplit (gtk_editable_get_text (GTK_EDITABLE (self->entry)), ",", -1);

  for (guint i = 0; tags[i] != NULL; i++)
    add_tag (self, tags[i]);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
changed_cb (ImpTagsRow *self)
{
  if (strchr (gtk_editable_get_text (GTK_EDITABLE (self->entry)), ',') != NULL)
    take_typed (self);
}

/* Return in an empty entry is for the dialog. */
static void
activated_cb (ImpTagsRow *self)
{
  if (imp_text_is_empty (gtk_editable_get_text (GTK_EDITABLE (self->entry))))
    gtk_widget_activate_default (GTK_WIDGET (self));
  else
    take_typed (self);
}

static void
imp_tags_row_finalize (GObject *object)
{
  g_ptr_array_unref (IMP_TAGS_ROW (object)->tags);
  G_OBJECT_CLASS (imp_tags_row_parent_class)->finalize (object);
}

static void
imp_tags_row_class_init (ImpTagsRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = imp_tags_row_finalize;
}

static void
create_chips (ImpTagsRow *self)
{
  GtkWidget *chips = adw_wrap_box_new ();

  self->chips = ADW_WRAP_BOX (chips);
  adw_wrap_box_set_child_spacing (self->chips, 6);
  adw_wrap_box_set_line_spacing (self->chips, 6);
  gtk_widget_set_margin_top (chips, 9);
  gtk_widget_set_margin_bottom (chips, 9);
  gtk_widget_set_margin_start (chips, 12);
  gtk_widget_set_margin_end (chips, 12);
  self->chips_row = adw_preferences_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->chips_row), _ ("Tags"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->chips_row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->chips_row), chips);
  gtk_widget_set_focusable (self->chips_row, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->chips_row);
}

static void
imp_tags_row_init (ImpTagsRow *self)
{
  self->tags = g_ptr_array_new_with_free_func (g_free);
  create_chips (self);
  self->entry = g_object_new (IMP_TYPE_NAME_ROW, "title", _ ("Add a tag"), NULL);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->entry, "entry-activated", G_CALLBACK (activated_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->entry));
  show_chips (self);
}

void
imp_tags_row_set_source (ImpTagsRow *self, ImpBacklog *backlog)
{
  imp_name_row_set_source (self->entry, backlog, IMP_KIND_TAGGING);
}

void
imp_tags_row_set_tags (ImpTagsRow *self, const char *const *tags)
{
  empty_box (self->chips);
  g_ptr_array_set_size (self->tags, 0);
  for (guint i = 0; tags[i] != NULL; i++)
    add_tag (self, tags[i]);
  show_chips (self);
}

char **
imp_tags_row_dup_tags (ImpTagsRow *self)
{
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();

  take_typed (self);
  for (guint i = 0; i < self->tags->len; i++)
    g_strv_builder_add (tags, self->tags->pdata[i]);
  return g_strv_builder_end (tags);
}

void
imp_tags_row_show_words (AdwWrapBox *box, const char *const *tags)
{
  empty_box (box);
  for (guint i = 0; tags[i] != NULL; i++)
    {
      GtkWidget *words = create_words (tags[i], GTK_ACCESSIBLE_ROLE_LIST_ITEM);

      gtk_widget_add_css_class (words, "tag");
      adw_wrap_box_append (box, words);
    }
  gtk_widget_set_visible (GTK_WIDGET (box), tags[0] != NULL);
}
