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

  ImpNameRow *row;
};

G_DEFINE_FINAL_TYPE (ImpOwnerGroup, imp_owner_group, ADW_TYPE_PREFERENCES_GROUP)

static void
keep (ImpNameRow *row, const char *name, const char *as_of, gpointer data)
{
  ImpOwnerGroup *self = data;

  if (self->backlog != NULL)
    imp_backlog_set_owner_async (self->backlog, self->fix, name, as_of, imp_toasts_written_cb,
                                 imp_toasts_expect (GTK_WIDGET (self)));
}

static void
imp_owner_group_dispose (GObject *object)
{
  g_clear_object (&IMP_OWNER_GROUP (object)->backlog);
  G_OBJECT_CLASS (imp_owner_group_parent_class)->dispose (object);
}

static void
imp_owner_group_class_init (ImpOwnerGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = imp_owner_group_dispose;
}

static void
imp_owner_group_init (ImpOwnerGroup *self)
{
  self->row = g_object_new (IMP_TYPE_NAME_ROW, "title", _ ("Who does it"), NULL);
  imp_name_row_keep_by (self->row, keep, self);
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
imp_owner_group_set_name (ImpOwnerGroup *self, const char *name, const char *as_of)
{
  g_return_if_fail (IMP_IS_OWNER_GROUP (self));

  imp_name_row_set_kept (self->row, name, as_of);
}
