/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How a promise looks: its icon and its colour, beside its words. */
#include "config.h"

#include "ui/fixes/imp-promise-look.h"

/* By ImpPromiseStand. Shape and words carry the meaning; colour only repeats it. */
static const struct
{
  const char *icon;
  const char *css;
} looks[] = {
  [IMP_STAND_NONE] = { "x-office-calendar-symbolic", "quiet" },
  [IMP_STAND_DUE] = { "x-office-calendar-symbolic", "quiet" },
  [IMP_STAND_LATE] = { "alarm-symbolic", "warning" },
  [IMP_STAND_KEPT] = { "object-select-symbolic", "success" },
  [IMP_STAND_KEPT_LATE] = { "object-select-symbolic", "quiet" },
};

void
imp_promise_look_apply (ImpPromiseStand stand, GtkWidget *box, GtkImage *icon)
{
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    gtk_widget_remove_css_class (box, looks[i].css);
  gtk_widget_add_css_class (box, looks[stand].css);
  gtk_image_set_from_icon_name (icon, looks[stand].icon);
}
