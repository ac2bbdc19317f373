/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The window: sidebar, pages, toasts, and what to show where there is no backlog. */
#include "config.h"

#include "ui/window/imp-window-private.h"

#include "ui/announcements/imp-announcements-page.h"
#include "ui/common/imp-toasts.h"
#include "ui/fixes/imp-fixes-page.h"
#include "ui/rounds/imp-rounds-page.h"
#include "ui/today/imp-today-page.h"

G_DEFINE_FINAL_TYPE (ImpWindow, imp_window, ADW_TYPE_APPLICATION_WINDOW)

#define SIDEBAR_WIDTH        196
#define SIDEBAR_WIDTH_NARROW 170

enum
{
  PROP_COMPACT = 1,
  PROP_NARROW,
  PROP_SETTINGS,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static const struct
{
  const char *name;
  GType (*get_type) (void);
} pages[] = {
  { "today", imp_today_page_get_type },
  { "irritants", imp_irritants_page_get_type },
  { "fixes", imp_fixes_page_get_type },
  { "rounds", imp_rounds_page_get_type },
  { "announcements", imp_announcements_page_get_type },
};

#define FIRST_PAGE "irritants"

/* What the window has read before the page was there. */
static void
hand_over (ImpWindow *self, GtkWidget *page)
{
  if (IMP_IS_TODAY_PAGE (page) && self->today != NULL)
    imp_today_page_show (IMP_TODAY_PAGE (page), self->today);
  if (!IMP_IS_IRRITANTS_PAGE (page))
    return;
  imp_irritants_page_remember (IMP_IRRITANTS_PAGE (page), self->settings);
  imp_irritants_page_set_contests (IMP_IRRITANTS_PAGE (page), self->n_contests);
  if (self->has_overview)
    imp_irritants_page_set_overview (IMP_IRRITANTS_PAGE (page), &self->overview);
}

static GtkWidget *
create_page (ImpWindow *self, GType type)
{
  GtkWidget *page = g_object_new (type, "backlog", self->backlog, NULL);
  GObjectClass *klass = G_OBJECT_GET_CLASS (page);

  if (g_object_class_find_property (klass, "compact") != NULL)
    g_object_bind_property (self, "compact", page, "compact", G_BINDING_SYNC_CREATE);
  if (g_object_class_find_property (klass, "narrow") != NULL)
    g_object_bind_property (self, "narrow", page, "narrow", G_BINDING_SYNC_CREATE);
  hand_over (self, page);
  return page;
}

static void
restore_size (ImpWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static gboolean
imp_window_close_request (GtkWindow *window)
{
  ImpWindow *self = IMP_WINDOW (window);
  int width, height;

  if (imp_window_hold_closing (self))
    return GDK_EVENT_STOP;
  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (self->settings, "window-width", MAX (width, 360));
  g_settings_set_int (self->settings, "window-height", MAX (height, 294));
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
  return GTK_WINDOW_CLASS (imp_window_parent_class)->close_request (window);
}

/* At twice the text size the sidebar must still be narrower than a phone. */
static void
set_narrow (ImpWindow *self, gboolean narrow)
{
  self->narrow = narrow;
  if (self->split == NULL)
    return;
  adw_overlay_split_view_set_min_sidebar_width (self->split,
                                                narrow ? SIDEBAR_WIDTH_NARROW : SIDEBAR_WIDTH);
}

static void
imp_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ImpWindow *self = IMP_WINDOW (object);

  if (id == PROP_SETTINGS)
    g_value_set_object (value, self->settings);
  else
    g_value_set_boolean (value, id == PROP_COMPACT ? self->compact : self->narrow);
}

static void
imp_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ImpWindow *self = IMP_WINDOW (object);

  if (id == PROP_SETTINGS)
    self->settings = g_value_dup_object (value);
  else if (id == PROP_COMPACT)
    self->compact = g_value_get_boolean (value);
  else
    set_narrow (self, g_value_get_boolean (value));
}

static void
imp_window_constructed (GObject *object)
{
  G_OBJECT_CLASS (imp_window_parent_class)->constructed (object);
  restore_size (IMP_WINDOW (object));
}

static void
forget_backlog (ImpWindow *self)
{
  if (self->backlog == NULL)
    return;
  g_signal_handlers_disconnect_by_func (self->backlog, imp_window_follow, self);
  g_signal_handlers_disconnect_by_func (self->backlog, imp_toasts_show, self);
  g_signal_handlers_disconnect_by_func (self->backlog, imp_window_update_banner, self);
  imp_window_stop_looking (self);
  self->has_overview = FALSE;
  self->n_contests = 0;
  g_clear_object (&self->backlog);
}

static void
imp_window_dispose (GObject *object)
{
  ImpWindow *self = IMP_WINDOW (object);

  g_clear_handle_id (&self->retry, g_source_remove);
  g_clear_handle_id (&self->patience, g_source_remove);
  imp_window_forget_origin (self);
  forget_backlog (self);
  g_clear_object (&self->calendar);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->trouble_path, g_free);
  g_clear_pointer (&self->backup_failure, g_free);
  g_clear_pointer (&self->backup_told, g_free);
  g_clear_pointer (&self->calendar_failure, g_free);
  g_clear_pointer (&self->calendar_told, g_free);
  g_clear_pointer (&self->doing, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_WINDOW);
  G_OBJECT_CLASS (imp_window_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, flags);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  properties[PROP_SETTINGS] =
      g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS, flags | G_PARAM_CONSTRUCT_ONLY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
imp_window_class_init (ImpWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = imp_window_get_property;
  object_class->set_property = imp_window_set_property;
  object_class->constructed = imp_window_constructed;
  object_class->dispose = imp_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = imp_window_close_request;
  install_properties (object_class);
  g_type_ensure (IMP_TYPE_SIDEBAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Improve/ui/window/imp-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, ImpWindow, split);
  gtk_widget_class_bind_template_child (widget_class, ImpWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, ImpWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, ImpWindow, opening);
  gtk_widget_class_bind_template_child (widget_class, ImpWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, ImpWindow, navigation);
  imp_window_install_actions (widget_class);
}

static void
imp_window_init (ImpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  imp_toasts_install (GTK_WIDGET (self), self->toasts);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (imp_window_look_at_clock), NULL);
  g_object_bind_property (self, "compact", self->split, "collapsed", G_BINDING_SYNC_CREATE);
  imp_sidebar_select_page (self->sidebar, FIRST_PAGE);
  imp_window_update_actions (self);
}

static gboolean
has_focus_in (ImpWindow *self, GtkWidget *page)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  return focus != NULL && page != NULL && gtk_widget_is_ancestor (focus, page);
}

/* By key from one page to another the focus goes along; in the sidebar it stays. Where the stack has
 * moved it already, once more would be a step too far. */
static void
take_focus_along (ImpWindow *self, GtkWidget *page)
{
  GtkWidget *old = gtk_stack_get_visible_child (self->stack);
  gboolean along = has_focus_in (self, old);

  gtk_stack_set_visible_child (self->stack, page);
  if (along && !has_focus_in (self, page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

GtkWidget *
imp_window_choose_page (ImpWindow *self, const char *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, name);

  for (guint i = 0; page == NULL && i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].name, name))
      {
        page = create_page (self, pages[i].get_type ());
        gtk_stack_add_named (self->stack, page, name);
      }
  g_return_val_if_fail (page != NULL, NULL);
  imp_window_forget_origin (self);
  take_focus_along (self, page);
  imp_sidebar_select_page (self->sidebar, name);
  g_settings_set_string (self->settings, "page", name);
  return page;
}

GtkWidget *
imp_window_show_page (ImpWindow *self, const char *name)
{
  if (self->compact)
    adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
  return imp_window_choose_page (self, name);
}

ImpWindow *
imp_window_new (AdwApplication *application, GSettings *settings)
{
  return g_object_new (IMP_TYPE_WINDOW, "application", application, "settings", settings, NULL);
}

/* The page that was shown last. */
static void
show_last_page (ImpWindow *self)
{
  g_autofree char *last = g_settings_get_string (self->settings, "page");
  const char *name = FIRST_PAGE;

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].name, last))
      name = pages[i].name;
  imp_window_show_page (self, name);
}

void
imp_window_set_backlog (ImpWindow *self, ImpBacklog *backlog)
{
  g_return_if_fail (IMP_IS_BACKLOG (backlog));
  g_return_if_fail (self->backlog == NULL);

  self->backlog = g_object_ref (backlog);
  g_signal_connect_object (backlog, "changed", G_CALLBACK (imp_window_follow), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (backlog, "failed", G_CALLBACK (imp_toasts_show), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (backlog, "notify::trouble", G_CALLBACK (imp_window_update_banner), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (backlog, "notify::notice", G_CALLBACK (imp_window_update_banner), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (backlog, "notify::damage", G_CALLBACK (imp_window_update_banner), self,
                           G_CONNECT_SWAPPED);
  imp_window_stop_waiting (self);
  imp_window_update_banner (self);
  imp_sidebar_show_pages (self->sidebar, TRUE);
  show_last_page (self);
  imp_window_look_over (self);
}

void
imp_window_unset_backlog (ImpWindow *self, const char *doing)
{
  gtk_window_set_focus (GTK_WINDOW (self), NULL); /* a text keeps itself when it is left */
  imp_window_forget_origin (self);
  imp_window_start_waiting (self, doing);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *page = gtk_stack_get_child_by_name (self->stack, pages[i].name);

      if (page != NULL)
        gtk_stack_remove (self->stack, page);
    }
  forget_backlog (self);
  imp_sidebar_show_pages (self->sidebar, FALSE);
  imp_window_update_actions (self);
  imp_window_update_banner (self);
}
