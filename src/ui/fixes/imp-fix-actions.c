/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What can be done with a fix, as actions that any page about fixes offers. */
#include "config.h"

#include "ui/fixes/imp-fix-actions.h"

#include "backlog/imp-backlog-fixes.h"
#include "ui/common/imp-toasts.h"
#include "ui/fixes/imp-confirm-dialog.h"
#include "ui/fixes/imp-deliver-dialog.h"
#include "ui/fixes/imp-promise-dialog.h"

static ImpBacklog *
dup_backlog (GtkWidget *widget)
{
  ImpBacklog *backlog = NULL;

  g_object_get (widget, "backlog", &backlog, NULL);
  return backlog;
}

static void
start (GtkWidget *widget, const char *name, GVariant *fix)
{
  g_autoptr (ImpBacklog) backlog = dup_backlog (widget);

  imp_backlog_start_fix_async (backlog, g_variant_get_int64 (fix), imp_toasts_written_cb,
                               imp_toasts_expect (widget));
}

static void
present (GtkWidget *widget, GVariant *fix, AdwDialog *(*create) (ImpBacklog *, ImpItem))
{
  g_autoptr (ImpBacklog) backlog = dup_backlog (widget);

  adw_dialog_present (create (backlog, g_variant_get_int64 (fix)), widget);
}

static void
deliver (GtkWidget *widget, const char *name, GVariant *fix)
{
  present (widget, fix, imp_deliver_dialog_new);
}

static void
confirm (GtkWidget *widget, const char *name, GVariant *fix)
{
  present (widget, fix, imp_confirm_dialog_new);
}

static void
promise (GtkWidget *widget, const char *name, GVariant *fix)
{
  present (widget, fix, imp_promise_dialog_new);
}

static void
move_promise (GtkWidget *widget, const char *name, GVariant *fix)
{
  present (widget, fix, imp_promise_dialog_new_to_move);
}

void
imp_fix_actions_install (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "fix.start", start },     { "fix.deliver", deliver },           { "fix.confirm", confirm },
    { "fix.promise", promise }, { "fix.move-promise", move_promise },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, "x", actions[i].activate);
}
