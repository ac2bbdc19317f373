/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What to know before a round, on the screen. */
#include "config.h"

#include "ui/rounds/imp-briefing-view.h"

#include "ui/common/imp-toasts.h"
#include "ui/rounds/imp-briefing-rows.h"
#include "ui/rounds/imp-sections.h"

#include <glib/gi18n.h>

struct _ImpBriefingView
{
  AdwBin parent_instance;

  ImpBacklog *backlog;
  ImpBriefing *briefing; /* NULL before the first */
  ImpSections *sections;
};

G_DEFINE_FINAL_TYPE (ImpBriefingView, imp_briefing_view, ADW_TYPE_BIN)

static GtkWidget *
create_promised (gconstpointer item, guint position)
{
  return imp_briefing_rows_create_promised (item);
}

static GtkWidget *
create_to_ask (gconstpointer item, guint position)
{
  return imp_briefing_rows_create_to_ask (item);
}

static GtkWidget *
create_irritant (gconstpointer item, guint position)
{
  return imp_briefing_rows_create_irritant (item);
}

static GtkWidget *
create_untold (gconstpointer item, guint position)
{
  return imp_briefing_rows_create_untold (item, position);
}

static GtkWidget *
create_unheard (gconstpointer item, guint position)
{
  return imp_briefing_rows_create_unheard (item);
}

static GtkWidget *
create_meeting (gconstpointer item, guint position)
{
  return imp_briefing_rows_create_meeting (item);
}

static void
tell (GtkWidget *widget, const char *name, GVariant *position)
{
  ImpBriefingView *self = IMP_BRIEFING_VIEW (widget);
  const guint at = g_variant_get_uint32 (position);

  if (self->briefing != NULL && at < self->briefing->untold->len)
    imp_backlog_tell_async (self->backlog, g_ptr_array_index (self->briefing->untold, at),
                            self->briefing->round.item, TRUE, imp_toasts_written_cb,
                            imp_toasts_expect (widget));
}

static void
imp_briefing_view_dispose (GObject *object)
{
  ImpBriefingView *self = IMP_BRIEFING_VIEW (object);

  g_clear_object (&self->backlog);
  g_clear_pointer (&self->briefing, imp_briefing_unref);
  G_OBJECT_CLASS (imp_briefing_view_parent_class)->dispose (object);
}

static void
imp_briefing_view_class_init (ImpBriefingViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = imp_briefing_view_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "round.told", "u", tell);
}

static void
imp_briefing_view_init (ImpBriefingView *self)
{
  self->sections = g_object_new (IMP_TYPE_SECTIONS, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->sections));
}

void
imp_briefing_view_show (ImpBriefingView *self, ImpBacklog *backlog, ImpBriefing *briefing)
{
  ImpBriefing *before;

  g_return_if_fail (IMP_IS_BRIEFING_VIEW (self));

  before = self->briefing;
  self->briefing = imp_briefing_ref (briefing);
  g_clear_pointer (&before, imp_briefing_unref);
  g_set_object (&self->backlog, backlog);
  imp_sections_show (self->sections, _ ("Promised Here"), briefing->promised, create_promised);
  imp_sections_show (self->sections, _ ("Worth Asking"), briefing->to_ask, create_to_ask);
  imp_sections_show (self->sections, _ ("Not Told Yet"), briefing->untold, create_untold);
  imp_sections_show (self->sections, _ ("Open Here"), briefing->irritants, create_irritant);
  imp_sections_show (self->sections, _ ("Whom to Meet"), briefing->meetings, create_meeting);
  imp_sections_show (self->sections, _ ("Not Heard for Long"), briefing->unheard, create_unheard);
}
