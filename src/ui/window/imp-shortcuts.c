/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Every command that has a key, in one place. */
#include "config.h"

#include "ui/window/imp-shortcuts.h"

static const ImpShortcut shortcuts[] = {
  { "win.record", "<Control>n", FALSE },
  { "win.search", "<Control>f", FALSE },
  { "win.estimate", "<Control>e", FALSE },
  { "win.plan-round", "<Control>r", FALSE },
  { "announcement.print", "<Control>p", FALSE },
  { "win.paste", "<Control>v", TRUE },
  { "win.undo", "<Control>z", TRUE },
  { "win.redo", "<Control><Shift>z", TRUE },
  { "win.show-page('today')", "<Alt>1", FALSE },
  { "win.show-page('irritants')", "<Alt>2", FALSE },
  { "win.show-page('fixes')", "<Alt>3", FALSE },
  { "win.show-page('rounds')", "<Alt>4", FALSE },
  { "win.show-page('announcements')", "<Alt>5", FALSE },
  { "win.show-menu", "F10", FALSE },
  { "win.search-help", "F1", FALSE },
  { "win.show-help-overlay", "<Control>question", FALSE },
  { "window.close", "<Control>w", FALSE },
  { "app.quit", "<Control>q", FALSE },
};

const ImpShortcut *
imp_shortcuts_get (guint *n_shortcuts)
{
  *n_shortcuts = G_N_ELEMENTS (shortcuts);
  return shortcuts;
}
