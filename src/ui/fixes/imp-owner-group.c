/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Who does a fix, changed in place. */
#include "config.h"

#include "ui/fixes/imp-owner-group.h"

#include "backlog/imp-backlog-fixes.h"
#include "ui/common/imp-name-row.h"
#include "ui/common/imp-toasts.h"

#include <glib/gi18n.h>

struct _ImpOwnerGroup
{
  AdwPreferencesGroup parent_instance;

  ImpBacklog *backlog;
  ImpItem fix;
  char *kept; /* as the record has it, or will have it; NULL for nobody */

  ImpNameRow *row;
};

G_DEFINE_FINAL_TYPE (ImpOwnerGroup, imp_owner_group, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
has_unkept (ImpOwnerGroup *self)
{
  g_autofree char *name = imp_name_row_dup_name (self->row);

  return g_strcmp0 (name, self->kept) != 0;
}

static void
keep (ImpOwnerGroup *self)
{
  g_autofree char *name = NULL;

  if (self->backlog == NULL || !has_unkept (self))
    return;
  name = imp_name_row_dup_name (self->row);
  g_set_str (&self->kept, name);
  imp_backlog_set_owner_async (self->backlog, self->fix, name, imp_toasts_written_cb,
                               imp_toasts_expect (GTK_WIDGET (self)));
}

static void
imp_owner_group_unmap (GtkWidget *widget)
{
  keep (IMP_OWNER_GROUP (widget));
  GTK_WIDGET_CLASS (imp_owner_group_parent_class)->unmap (widget);
}

static void
imp_owner_group_dispose (GObject *object)
{
  g_clear_object (&IMP_OWNER_GROUP (object)->backlog);
  G_OBJECT_CLASS (imp_owner_group_parent_class)->dispose (object);
}

static void
imp_owner_group_finalize (GObject *object)
{
  g_free (IMP_OWNER_GROUP (object)->kept);
  G_OBJECT_CLASS (imp_owner_group_parent_class)->finalize (object);
}

static void
imp_owner_group_class_init (ImpOwnerGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = imp_owner_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = imp_owner_group_finalize;
  GTK_WIDGET_CLASS (klass)->unmap = imp_owner_group_unmap;
}

static void
imp_owner_group_init (ImpOwnerGroup *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->row = g_object_new (IMP_TYPE_NAME_ROW, "title", _ ("Who does it"), NULL);
  g_signal_connect_object (self->row, "entry-activated", G_CALLBACK (keep), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (keep), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->row), focus);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->row));
}

void
imp_owner_group_bind (ImpOwnerGroup *self, ImpBacklog *backlog, ImpItem fix)
{
  g_return_if_fail (IMP_IS_OWNER_GROUP (self));

  g_set_object (&self->backlog, backlog);
  self->fix = fix;
  imp_name_row_set_source (self->row, backlog, IMP_KIND_PERSON);
}

void
imp_owner_group_set_name (ImpOwnerGroup *self, const char *name)
{
  g_return_if_fail (IMP_IS_OWNER_GROUP (self));

  if (g_strcmp0 (name, self->kept) == 0 || has_unkept (self))
    return;
  g_set_str (&self->kept, name);
  gtk_editable_set_text (GTK_EDITABLE (self->row), name != NULL ? name : "");
}
