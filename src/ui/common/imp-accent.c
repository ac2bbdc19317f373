/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The accent colour of what is drawn by hand. */
#include "config.h"

#include "ui/common/imp-accent.h"

#include <adwaita.h>

static AdwStyleManager *
get_style (GtkWidget *widget)
{
  return adw_style_manager_get_for_display (gtk_widget_get_display (widget));
}

GdkRGBA
imp_accent_get_text (GtkWidget *widget)
{
  AdwStyleManager *style = get_style (widget);
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (style);
  GdkRGBA text;

  adw_rgba_to_standalone (accent, adw_style_manager_get_dark (style), &text);
  return text;
}

GdkRGBA
imp_accent_get_mark (GtkWidget *widget)
{
  AdwStyleManager *style = get_style (widget);
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (style);

  return adw_style_manager_get_dark (style) ? imp_accent_get_text (widget) : *accent;
}
