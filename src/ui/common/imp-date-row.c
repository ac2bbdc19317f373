/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * An entry row for a day, typed or chosen in a calendar. */
#include "config.h"

#include "ui/common/imp-date-row.h"

#include "base/imp-text.h"

#include <glib/gi18n.h>
#include <string.h>

#define DAYS_BACK 60 /* a day without a year may lie this far back */

struct _ImpDateRow
{
  AdwEntryRow parent_instance;

  ImpDate today;
  ImpDate earliest; /* IMP_DATE_NONE: any day will do */
  ImpDate date;
  GtkCalendar *calendar;
  GtkPopover *popover;
};

G_DEFINE_FINAL_TYPE (ImpDateRow, imp_date_row, ADW_TYPE_ENTRY_ROW)

enum
{
  PROP_DATE = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static gboolean
has_year (const char *text)
{
  guint n_digits = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      n_digits = g_ascii_isdigit (*p) ? n_digits + 1 : 0;
      if (n_digits == 4)
        return TRUE;
    }
  return FALSE;
}

static ImpDate
parse_in_locale (const char *text)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_parse (&day, text);
  if (!g_date_valid (&day))
    return IMP_DATE_NONE;
  return imp_date_new (g_date_get_year (&day), (int) g_date_get_month (&day),
                       g_date_get_day (&day));
}

static ImpDate
parse_without_year (const char *text, ImpDate today)
{
  int year, month, day;

  if (strpbrk (text, "0123456789") == NULL)
    return IMP_DATE_NONE;
  imp_date_split (today, &year, &month, &day);
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *whole = g_strdup_printf ("%s %d", text, year + i);
      ImpDate date = parse_in_locale (whole);

      if (imp_date_is_set (date) && date >= today - DAYS_BACK)
        return date;
    }
  return IMP_DATE_NONE;
}

ImpDate
imp_date_row_parse (const char *text, ImpDate today)
{
  g_autofree char *clean = imp_text_clean (text);
  ImpDate date;

  if (imp_text_is_empty (clean))
    return IMP_DATE_NONE;
  /* Days are written with a no-break space; typed ones with any other. */
  for (char *nbsp; (nbsp = strstr (clean, "\u00a0")) != NULL;)
    memcpy (nbsp, "  ", 2);
  date = imp_date_parse (clean);
  if (imp_date_is_set (date))
    return date;
  return has_year (clean) ? parse_in_locale (clean) : parse_without_year (clean, today);
}

static gboolean
is_too_early (ImpDateRow *self, ImpDate date)
{
  return imp_date_is_set (date) && imp_date_is_set (self->earliest) && date < self->earliest;
}

static const char *
say_error (gboolean too_early)
{
  return too_early ? _ ("That day has passed: choose today or a later one")
                   : _ ("Write a day, for example 27 November");
}

static void
mark_error (ImpDateRow *self, gboolean too_early)
{
  gboolean valid = imp_date_row_is_valid (self);

  if (valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), valid ? NULL : say_error (too_early));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
}

static void
changed_cb (ImpDateRow *self)
{
  ImpDate date = imp_date_row_parse (gtk_editable_get_text (GTK_EDITABLE (self)), self->today);
  gboolean too_early = is_too_early (self, date);

  if (too_early)
    date = IMP_DATE_NONE;
  if (self->date != date)
    {
      self->date = date;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DATE]);
    }
  mark_error (self, too_early);
}

static void
day_selected_cb (ImpDateRow *self)
{
  imp_date_row_set_date (self, imp_date_new (gtk_calendar_get_year (self->calendar),
                                             gtk_calendar_get_month (self->calendar) + 1,
                                             gtk_calendar_get_day (self->calendar)));
  gtk_popover_popdown (self->popover);
}

/* The calendar shows the day of the row; without one, today. Choosing is not meant yet. */
static void
popover_shown_cb (ImpDateRow *self)
{
  int year, month, day;
  g_autoptr (GDateTime) shown = NULL;

  imp_date_split (imp_date_is_set (self->date) ? self->date : self->today, &year, &month, &day);
  shown = g_date_time_new_local (year, month, day, 12, 0, 0);
  g_signal_handlers_block_by_func (self->calendar, day_selected_cb, self);
  gtk_calendar_select_day (self->calendar, shown);
  g_signal_handlers_unblock_by_func (self->calendar, day_selected_cb, self);
}

static void
imp_date_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DATE)
    g_value_set_int (value, IMP_DATE_ROW (object)->date);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
imp_date_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DATE)
    imp_date_row_set_date (IMP_DATE_ROW (object), g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
imp_date_row_class_init (ImpDateRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = imp_date_row_get_property;
  object_class->set_property = imp_date_row_set_property;
  props[PROP_DATE] =
      g_param_spec_int ("date", NULL, NULL, G_MININT, G_MAXINT, IMP_DATE_NONE,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
create_calendar (ImpDateRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_child (self->popover, GTK_WIDGET (self->calendar));
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "show", G_CALLBACK (popover_shown_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), GTK_WIDGET (self->popover));
  gtk_widget_set_tooltip_text (button, _ ("Choose a Day"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), button);
}

static void
imp_date_row_init (ImpDateRow *self)
{
  self->date = IMP_DATE_NONE;
  self->today = IMP_DATE_NONE;
  self->earliest = IMP_DATE_NONE;
  create_calendar (self);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
}

void
imp_date_row_set_today (ImpDateRow *self, ImpDate today)
{
  g_return_if_fail (IMP_IS_DATE_ROW (self));

  self->today = today;
}

void
imp_date_row_set_earliest (ImpDateRow *self, ImpDate earliest)
{
  g_return_if_fail (IMP_IS_DATE_ROW (self));

  self->earliest = earliest;
  changed_cb (self);
}

void
imp_date_row_set_date (ImpDateRow *self, ImpDate date)
{
  g_autofree char *words = NULL;

  g_return_if_fail (IMP_IS_DATE_ROW (self));

  words = imp_date_is_set (date) ? imp_date_to_words_year (date) : g_strdup ("");
  gtk_editable_set_text (GTK_EDITABLE (self), words);
}

ImpDate
imp_date_row_get_date (ImpDateRow *self)
{
  g_return_val_if_fail (IMP_IS_DATE_ROW (self), IMP_DATE_NONE);

  return self->date;
}

gboolean
imp_date_row_is_valid (ImpDateRow *self)
{
  g_return_val_if_fail (IMP_IS_DATE_ROW (self), FALSE);

  return imp_date_is_set (self->date)
         || imp_text_is_empty (gtk_editable_get_text (GTK_EDITABLE (self)));
}
