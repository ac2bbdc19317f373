/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The saved views as a menu. */
#include "config.h"

#include "ui/search/imp-views-menu.h"

#include <glib/gi18n.h>

#include "base/imp-text.h"

struct _ImpViewsMenu
{
  GObject parent_instance;
  GMenu *menu, *saved;
  GPtrArray *views;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (ImpViewsMenu, imp_views_menu, G_TYPE_OBJECT)

static guint changed_signal;

/* No letter of it is a shortcut. */
static char *
dup_literal (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
show_views (ImpViewsMenu *self)
{
  g_menu_remove_all (self->saved);
  for (guint i = 0; i < self->views->len; i++)
    {
      const ImpView *view = self->views->pdata[i];
      g_autofree char *label = dup_literal (view->name);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "irritants.view", "x", view->item);
      g_menu_append_item (self->saved, item);
    }
}

static void
views_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpViewsMenu) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) views = imp_backlog_views_finish (IMP_BACKLOG (source), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  if (views == NULL)
    {
      g_signal_emit_by_name (source, "failed", error->message);
      return;
    }
  g_clear_pointer (&self->views, g_ptr_array_unref);
  self->views = g_steal_pointer (&views);
  show_views (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
read_views (ImpViewsMenu *self, ImpBacklog *backlog)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  imp_backlog_views_async (backlog, self->cancellable, views_cb, g_object_ref (self));
}

static void
backlog_changed_cb (ImpBacklog *backlog, guint kinds, ImpViewsMenu *self)
{
  if (kinds & 1u << IMP_KIND_VIEW)
    read_views (self, backlog);
}

static void
imp_views_menu_dispose (GObject *object)
{
  ImpViewsMenu *self = IMP_VIEWS_MENU (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->menu);
  g_clear_object (&self->saved);
  g_clear_pointer (&self->views, g_ptr_array_unref);
  G_OBJECT_CLASS (imp_views_menu_parent_class)->dispose (object);
}

static void
imp_views_menu_class_init (ImpViewsMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = imp_views_menu_dispose;
  changed_signal = g_signal_new ("changed", IMP_TYPE_VIEWS_MENU, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
imp_views_menu_init (ImpViewsMenu *self)
{
  g_autoptr (GMenu) commands = g_menu_new ();

  self->menu = g_menu_new ();
  self->saved = g_menu_new ();
  g_menu_append (commands, _ ("_Save View…"), "irritants.save-view");
  g_menu_append (commands, _ ("_Manage Views…"), "irritants.manage-views");
  g_menu_append_section (self->menu, _ ("Saved Views"), G_MENU_MODEL (self->saved));
  g_menu_append_section (self->menu, NULL, G_MENU_MODEL (commands));
}

ImpViewsMenu *
imp_views_menu_new (ImpBacklog *backlog)
{
  ImpViewsMenu *self = g_object_new (IMP_TYPE_VIEWS_MENU, NULL);

  g_signal_connect_object (backlog, "changed", G_CALLBACK (backlog_changed_cb), self,
                           G_CONNECT_DEFAULT);
  read_views (self, backlog);
  return self;
}

GMenuModel *
imp_views_menu_get_model (ImpViewsMenu *self)
{
  return G_MENU_MODEL (self->menu);
}

const ImpView *
imp_views_menu_find (ImpViewsMenu *self, ImpItem view)
{
  for (guint i = 0; self->views != NULL && i < self->views->len; i++)
    if (((ImpView *) self->views->pdata[i])->item == view)
      return self->views->pdata[i];
  return NULL;
}

const ImpView *
imp_views_menu_find_name (ImpViewsMenu *self, const char *name)
{
  g_autofree char *wanted = imp_text_fold (name);

  for (guint i = 0; self->views != NULL && i < self->views->len; i++)
    {
      const ImpView *view = self->views->pdata[i];
      g_autofree char *folded = imp_text_fold (view->name);

      if (g_str_equal (folded, wanted))
        return view;
    }
  return NULL;
}

GPtrArray *
imp_views_menu_get_views (ImpViewsMenu *self)
{
  return self->views;
}
