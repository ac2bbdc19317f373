/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What cannot be done where nothing can be saved. */
#include "config.h"

#include "ui/common/imp-writing.h"

/* Every command that ends in a write. */
static const char *const writing[] = {
  "announcement.add",
  "announcement.delete",
  "announcement.from",
  "announcement.publish",
  "announcement.works",
  "announcements.from",
  "announcements.new",
  "answers.decline",
  "answers.delete",
  "answers.kind",
  "answers.promise",
  "bin.restore",
  "entry.make-big",
  "entry.make-small",
  "entry.move-down",
  "entry.move-up",
  "entry.place",
  "entry.remove",
  "finish.finish",
  "fix.add-irritant",
  "fix.confirm",
  "fix.delete",
  "fix.deliver",
  "fix.move-promise",
  "fix.promise",
  "fix.remove-irritant",
  "fix.start",
  "fixes.plan",
  "irritant.accept",
  "irritant.answer",
  "irritant.attach",
  "irritant.care",
  "irritant.decline",
  "irritant.delete",
  "irritant.edit",
  "irritant.me-too",
  "irritant.paste",
  "irritant.pin",
  "irritant.plan-fix",
  "irritant.take-apart",
  "irritant.unpin",
  "irritants.bulk",
  "irritants.delete",
  "irritants.merge",
  "irritants.save-view",
  "person.erase",
  "rank.ask",
  "round.begin",
  "round.change",
  "round.delete",
  "round.plan-at",
  "round.told",
  "today.ask",
  "today.tell",
  "view.delete",
  "view.rename",
  "viewer.remove",
  "win.estimate",
  "win.go-round",
  "win.import",
  "win.load-sample",
  "win.paste",
  "win.plan-round",
  "win.record",
  "win.record-words",
  NULL,
};

gboolean
imp_writing_is_possible (ImpBacklog *backlog)
{
  return backlog != NULL && imp_backlog_get_read_only (backlog) == NULL;
}

void
imp_writing_restrict (GtkWidget *widget, ImpBacklog *backlog)
{
  const char *name, *property;
  const GVariantType *parameter;
  GType owner;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (imp_writing_is_possible (backlog))
    return;
  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (widget), i, &owner, &name,
                                                   &parameter, &property);
       i++)
    if (g_strv_contains (writing, name))
      gtk_widget_action_set_enabled (widget, name, FALSE);
}
