/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A page that shows a part of the backlog and follows its changes. */
#include "config.h"

#include "ui/common/imp-backlog-page.h"

#include "ui/common/imp-writing.h"

typedef struct
{
  ImpBacklog *backlog;
  GCancellable *cancellable; /* of the questions under way */
} ImpBacklogPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ImpBacklogPage, imp_backlog_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  PROP_BACKLOG = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static ImpBacklogPagePrivate *
get_private (gpointer page)
{
  return imp_backlog_page_get_instance_private (IMP_BACKLOG_PAGE (page));
}

/* What is still on its way is dropped. */
static void
load (ImpBacklogPage *self)
{
  ImpBacklogPagePrivate *priv = get_private (self);

  if (priv->backlog == NULL || IMP_BACKLOG_PAGE_GET_CLASS (self)->load == NULL)
    return;
  g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
  priv->cancellable = g_cancellable_new ();
  IMP_BACKLOG_PAGE_GET_CLASS (self)->load (self, priv->backlog, priv->cancellable);
}

static void
changed_cb (ImpBacklogPage *self, guint kinds)
{
  if (kinds & IMP_BACKLOG_PAGE_GET_CLASS (self)->kinds)
    load (self);
}

static void
imp_backlog_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_BACKLOG)
    g_value_set_object (value, get_private (object)->backlog);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
imp_backlog_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_BACKLOG)
    get_private (object)->backlog = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
imp_backlog_page_constructed (GObject *object)
{
  ImpBacklog *backlog = get_private (object)->backlog;

  G_OBJECT_CLASS (imp_backlog_page_parent_class)->constructed (object);
  if (backlog == NULL)
    return;
  imp_writing_restrict (GTK_WIDGET (object), backlog);
  g_signal_connect_object (backlog, "changed", G_CALLBACK (changed_cb), object, G_CONNECT_SWAPPED);
  load (IMP_BACKLOG_PAGE (object));
}

static void
imp_backlog_page_dispose (GObject *object)
{
  ImpBacklogPagePrivate *priv = get_private (object);

  g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
  g_clear_object (&priv->backlog);
  G_OBJECT_CLASS (imp_backlog_page_parent_class)->dispose (object);
}

static void
imp_backlog_page_class_init (ImpBacklogPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = imp_backlog_page_get_property;
  object_class->set_property = imp_backlog_page_set_property;
  object_class->constructed = imp_backlog_page_constructed;
  object_class->dispose = imp_backlog_page_dispose;
  props[PROP_BACKLOG] =
      g_param_spec_object ("backlog", NULL, NULL, IMP_TYPE_BACKLOG,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
imp_backlog_page_init (ImpBacklogPage *self)
{
}

ImpBacklog *
imp_backlog_page_get_backlog (gpointer page)
{
  return get_private (page)->backlog;
}

GCancellable *
imp_backlog_page_get_cancellable (gpointer page)
{
  return get_private (page)->cancellable;
}
