/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Rounds by what is to be done: under way, late, due, planned, and those that were made. */
#include "config.h"

#include "ui/rounds/imp-round-list.h"

#include "base/imp-text.h"
#include "ui/rounds/imp-round-row.h"

#include <glib/gi18n.h>
#include <string.h>

typedef enum
{
  GROUP_UNDER_WAY,
  GROUP_LATE,
  GROUP_DUE,
  GROUP_TO_COME,
  GROUP_PAST,
  N_GROUPS
} Group;

struct _ImpRoundList
{
  GtkBox parent_instance;

  GtkWidget *groups[N_GROUPS]; /* AdwPreferencesGroup */
  GPtrArray *rows[N_GROUPS];   /* owned by their group */
};

G_DEFINE_FINAL_TYPE (ImpRoundList, imp_round_list, GTK_TYPE_BOX)

static Group
choose_group (const ImpRoundLine *line, ImpDate today)
{
  switch (imp_round_line_get_state (line))
    {
    case IMP_ROUND_UNDER_WAY:
      return GROUP_UNDER_WAY;
    case IMP_ROUND_FINISHED:
      return GROUP_PAST;
    case IMP_ROUND_PLANNED_STATE:
    default:
      if (line->item == 0 && line->planned <= today)
        return GROUP_DUE;
      return imp_round_line_is_late (line, today) ? GROUP_LATE : GROUP_TO_COME;
    }
}

static void
add_row (ImpRoundList *self, Group group, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->groups[group]), row);
  g_ptr_array_add (self->rows[group], row);
  gtk_widget_set_visible (self->groups[group], TRUE);
}

static void
clear_group (ImpRoundList *self, Group group)
{
  for (guint i = 0; i < self->rows[group]->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->groups[group]),
                                  g_ptr_array_index (self->rows[group], i));
  g_ptr_array_set_size (self->rows[group], 0);
  gtk_widget_add_css_class (self->groups[group], "close");
  gtk_widget_set_visible (self->groups[group], FALSE);
}

static void
add_more (ImpRoundList *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Show More"));

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (button, 12);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "rounds.more");
  add_row (self, GROUP_PAST, button);
}

static void
imp_round_list_dispose (GObject *object)
{
  ImpRoundList *self = IMP_ROUND_LIST (object);

  for (Group group = 0; group < N_GROUPS; group++)
    g_clear_pointer (&self->rows[group], g_ptr_array_unref);
  G_OBJECT_CLASS (imp_round_list_parent_class)->dispose (object);
}

static void
imp_round_list_class_init (ImpRoundListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = imp_round_list_dispose;
}

static void
add_group (ImpRoundList *self, Group group, const char *title)
{
  self->rows[group] = g_ptr_array_new ();
  self->groups[group] = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->groups[group]), title);
  gtk_widget_set_visible (self->groups[group], FALSE);
  gtk_box_append (GTK_BOX (self), self->groups[group]);
}

static void
imp_round_list_init (ImpRoundList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
  add_group (self, GROUP_UNDER_WAY, _ ("Under Way"));
  add_group (self, GROUP_LATE, _ ("Late"));
  add_group (self, GROUP_DUE, _ ("Due"));
  add_group (self, GROUP_TO_COME, _ ("To Come"));
  add_group (self, GROUP_PAST, _ ("Earlier Rounds"));
}

static gboolean
is_found (const ImpRoundLine *line, const char *text)
{
  g_autofree char *wanted = imp_text_fold (text);
  g_autofree char *site = imp_text_fold (line->site_name);

  return strstr (site, wanted) != NULL;
}

void
imp_round_list_set_ahead (ImpRoundList *self, GPtrArray *rounds, const char *text, ImpDate today)
{
  g_return_if_fail (IMP_IS_ROUND_LIST (self));

  for (Group group = 0; group < GROUP_PAST; group++)
    clear_group (self, group);
  for (guint i = 0; i < rounds->len; i++)
    {
      const ImpRoundLine *line = g_ptr_array_index (rounds, i);

      if (is_found (line, text))
        add_row (self, choose_group (line, today), imp_round_row_new (line, today));
    }
}

void
imp_round_list_set_past (ImpRoundList *self, GPtrArray *rounds, gboolean more, ImpDate today)
{
  g_return_if_fail (IMP_IS_ROUND_LIST (self));

  clear_group (self, GROUP_PAST);
  for (guint i = 0; i < rounds->len; i++)
    add_row (self, GROUP_PAST, imp_round_row_new (g_ptr_array_index (rounds, i), today));
  if (more)
    add_more (self);
}

gboolean
imp_round_list_is_empty (ImpRoundList *self)
{
  g_return_val_if_fail (IMP_IS_ROUND_LIST (self), TRUE);

  for (Group group = 0; group < N_GROUPS; group++)
    if (self->rows[group]->len > 0)
      return FALSE;
  return TRUE;
}

void
imp_round_list_open_first (ImpRoundList *self)
{
  g_return_if_fail (IMP_IS_ROUND_LIST (self));

  for (Group group = 0; group < N_GROUPS; group++)
    if (self->rows[group]->len > 0)
      {
        gtk_widget_activate (g_ptr_array_index (self->rows[group], 0));
        return;
      }
}
