/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The promises by date: late ones, those to come, those kept. */
#include "config.h"

#include "ui/fixes/imp-promise-list.h"

#include "ui/fixes/imp-fix-words.h"
#include "ui/fixes/imp-promise-row.h"

#include <glib/gi18n.h>

#define MOST_KEPT 50

typedef enum
{
  GROUP_LATE,
  GROUP_DUE,
  GROUP_KEPT,
  N_GROUPS
} Group;

struct _ImpPromiseList
{
  GtkBox parent_instance;

  GtkWidget *group[N_GROUPS]; /* AdwPreferencesGroup */
  GPtrArray *rows;            /* of ImpPromiseRow, owned by the groups */
  GtkWidget *none;
};

G_DEFINE_FINAL_TYPE (ImpPromiseList, imp_promise_list, GTK_TYPE_BOX)

static Group
choose_group (const ImpPromiseLine *promise, ImpDate today)
{
  switch (imp_promise_stand (promise->first, promise->due, promise->kept, today))
    {
    case IMP_STAND_LATE:
      return GROUP_LATE;
    case IMP_STAND_KEPT:
    case IMP_STAND_KEPT_LATE:
      return GROUP_KEPT;
    case IMP_STAND_DUE:
    case IMP_STAND_NONE:
    default:
      return GROUP_DUE;
    }
}

static void
row_activated_cb (ImpPromiseRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (row), "fix.open", "x", imp_promise_row_get_fix (row));
}

static void
add_row (ImpPromiseList *self, Group group, const ImpPromiseLine *promise, ImpDate today)
{
  GtkWidget *row = imp_promise_row_new (promise, today);

  g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group[group]), row);
  g_ptr_array_add (self->rows, row);
}

static void
clear_rows (ImpPromiseList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_rows (ImpPromiseList *self, Group group, GPtrArray *promises, ImpDate today)
{
  guint n = 0;

  for (guint i = 0; i < promises->len; i++)
    {
      /* The newest of those kept come first. */
      guint at = group == GROUP_KEPT ? promises->len - 1 - i : i;
      const ImpPromiseLine *promise = g_ptr_array_index (promises, at);

      if (choose_group (promise, today) == group && (group != GROUP_KEPT || n < MOST_KEPT))
        {
          add_row (self, group, promise, today);
          n++;
        }
    }
  gtk_widget_set_visible (self->group[group], n > 0);
}

static void
imp_promise_list_dispose (GObject *object)
{
  ImpPromiseList *self = IMP_PROMISE_LIST (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (imp_promise_list_parent_class)->dispose (object);
}

static void
imp_promise_list_class_init (ImpPromiseListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = imp_promise_list_dispose;
}

static void
add_group (ImpPromiseList *self, Group group, const char *title)
{
  self->group[group] = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->group[group]), title);
  gtk_widget_set_visible (self->group[group], FALSE);
  gtk_box_append (GTK_BOX (self), self->group[group]);
}

static void
imp_promise_list_init (ImpPromiseList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
  self->rows = g_ptr_array_new ();
  add_group (self, GROUP_LATE, _ ("Late"));
  add_group (self, GROUP_DUE, _ ("To Come"));
  add_group (self, GROUP_KEPT, _ ("Kept This Year"));
  self->none = gtk_label_new (_ ("No promises this year. Give a fix a date: a promise kept is what "
                                 "colleagues remember."));
  gtk_label_set_wrap (GTK_LABEL (self->none), TRUE);
  gtk_widget_add_css_class (self->none, "quiet");
  gtk_box_append (GTK_BOX (self), self->none);
}

void
imp_promise_list_set_promises (ImpPromiseList *self, GPtrArray *promises, ImpDate today)
{
  g_return_if_fail (IMP_IS_PROMISE_LIST (self));

  clear_rows (self);
  for (Group group = GROUP_LATE; group < N_GROUPS; group++)
    add_rows (self, group, promises, today);
  gtk_widget_set_visible (self->none, self->rows->len == 0);
}
