/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Every page and dialog in a window as narrow as a phone, at the usual size of text and at twice
 * that: nothing stands outside, and no button or title is cut short. */
#include "config.h"

#include "base/imp-error.h"
#include "ui-fixture.h"
#include "ui/fixes/imp-fix-column.h"
#include "ui/fixes/imp-fix-row.h"
#include "ui/irritants/imp-irritant-row-view.h"
#include "ui/irritants/imp-irritant-pane.h"
#include "ui/window/imp-window.h"

#define WIDTH       360
#define HEIGHT      640
#define MAX_STEPS   5
#define PATIENCE_MS 10000

/* A page or dialog: the way there from the open window, and words that stand there. A step is the
 * name of an action or of one of the ways below. */
typedef struct
{
  const char *name;
  const char *steps[MAX_STEPS];
  const char *words;
} Sight;

static const Sight sights[] = {
  { "irritants", { "rows" }, "Impact" },
  { "search", { "rows", "win.search" }, "Impact" },
  { "sidebar", { "rows", "win.show-sidebar" }, "On this computer only" },
  { "irritant", { "an-irritant" }, "History" },
  { "record", { "win.record" }, "How many people?" },
  { "me-too", { "an-irritant", "irritant.me-too" }, "Cancel" },
  { "edit-irritant", { "an-irritant", "irritant.edit" }, "Description" },
  { "all-reports", { "an-irritant", "irritant.all-reports" }, "What Colleagues Say" },
  { "answer", { "an-irritant", "irritant.answer" }, "How do we know?" },
  { "care", { "an-irritant", "irritant.care" }, "How much does it annoy?" },
  { "pin", { "an-irritant", "irritant.pin" }, "Cancel" },
  { "select-several", { "rows", "irritants.select-all" }, "39 selected" },
  { "decline", { "an-irritant", "irritant.decline" }, "Cancel" },
  { "history", { "an-irritant", "irritant.history" }, "History" },
  { "person", { "an-irritant", "a-person" }, "Reported" },
  { "erase-person", { "an-irritant", "a-person", "person.erase" }, "Where the Name Occurs" },
  { "plan-fix", { "an-irritant", "irritant.plan-fix" }, "Removes" },
  { "fixes", { "fixes" }, "Planned" },
  { "fix", { "fixes", "a-fix" }, "History" },
  { "fix-history", { "fixes", "a-fix", "fix.history" }, "History" },
  { "plan", { "fixes", "fixes.plan" }, "Removes" },
  { "promise", { "fixes", "fix.promise" }, "Cancel" },
  { "move-promise", { "fixes", "fix.move-promise" }, "Cancel" },
  { "deliver", { "fixes", "a-fix", "fix.deliver" }, "Cancel" },
  { "confirm", { "fixes", "fix.confirm" }, "What they say" },
  { "today", { "today" }, "Not Told Yet" },
  { "tell", { "today", "today.tell" }, "Who Has Not Heard" },
  { "announcements", { "announcements" }, "Published" },
  { "announcement", { "announcements", "an-announcement" }, "Big Items" },
  { "organisation", { "announcements", "announcements.from" }, "At the Top of the Page" },
  { "draft", { "announcements", "announcements.new" }, "When was it fixed?" },
  { "bin", { "win.bin" }, "The Bin Is Empty" },
  { "backups", { "win.backups" }, "No Backups Yet" },
};

typedef struct
{
  const char *name;
  double scale; /* of text */
} Size;

/* A window, and what it shows. */
typedef struct
{
  GtkWidget *window;
  char *place;
} View;

/* GTK says how many have failed, and the last one only. */
G_GNUC_PRINTF (1, 2)
static void
fail (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_test_message ("%s", message);
  g_test_fail_printf ("%s", message);
}

static gboolean
scrolls_sideways (GtkWidget *widget)
{
  GtkPolicyType policy;

  if (!GTK_IS_SCROLLED_WINDOW (widget))
    return FALSE;
  gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (widget), &policy, NULL);
  return policy != GTK_POLICY_NEVER;
}

static void
check_place (View *view, GtkWidget *widget)
{
  graphene_rect_t bounds;

  if (GTK_IS_WINDOW (widget))
    return;
  if (!gtk_widget_compute_bounds (widget, view->window, &bounds)
      || (bounds.origin.x >= -1 && bounds.origin.x + bounds.size.width <= WIDTH + 1))
    return;
  fail ("%s: %s stands at %.0f … %.0f", view->place, G_OBJECT_TYPE_NAME (widget), bounds.origin.x,
        bounds.origin.x + bounds.size.width);
}

/* A name below a title, which the page says in full; what an entry is for, which stands in it. */
static gboolean
may_be_cut (GtkWidget *label)
{
  return gtk_widget_has_css_class (label, "subtitle")
         || gtk_widget_get_ancestor (label, ADW_TYPE_ENTRY_ROW) != NULL;
}

static void
check_label (View *view, GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && !may_be_cut (widget)
      && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    fail ("%s: “%s” is cut short", view->place, gtk_label_get_text (GTK_LABEL (widget)));
}

/* NULL, but where it lies over what is beside it, which has moved out of the window. */
static GtkWidget *
get_sidebar_above (GtkWidget *widget)
{
  AdwOverlaySplitView *split = ADW_IS_OVERLAY_SPLIT_VIEW (widget) ? (gpointer) widget : NULL;

  return split != NULL && adw_overlay_split_view_get_collapsed (split)
                 && adw_overlay_split_view_get_show_sidebar (split)
             ? adw_overlay_split_view_get_sidebar (split)
             : NULL;
}

static void
check (View *view, GtkWidget *widget)
{
  GtkWidget *sidebar = get_sidebar_above (widget);

  if (!gtk_widget_get_mapped (widget) || GTK_IS_RANGE (widget))
    return;
  check_place (view, widget);
  check_label (view, widget);
  if (sidebar != NULL)
    check (view, sidebar);
  else if (!scrolls_sideways (widget))
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      check (view, child);
}

typedef gboolean (*Try) (GtkWidget *widget, gconstpointer data);

static gboolean
try_each (GtkWidget *widget, Try try, gconstpointer data)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  for (GtkWidget *child = gtk_widget_get_last_child (widget); child != NULL;
       child = gtk_widget_get_prev_sibling (child))
    if (try_each (child, try, data))
      return TRUE;
  return try (widget, data);
}

/* A button for it, or else the widget that has it. */
static gboolean
activate_button (GtkWidget *widget, gconstpointer action)
{
  if (!GTK_IS_ACTIONABLE (widget) || !gtk_widget_is_sensitive (widget)
      || g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) != 0)
    return FALSE;
  return gtk_widget_activate_action_variant (
      widget, action, gtk_actionable_get_action_target_value (GTK_ACTIONABLE (widget)));
}

static gboolean
activate_own (GtkWidget *widget, gconstpointer action)
{
  const GVariantType *parameter;
  const char *name, *property;
  GType owner;

  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (widget), i, &owner, &name,
                                                   &parameter, &property);
       i++)
    if (g_str_equal (name, action) && parameter == NULL)
      return gtk_widget_activate_action (widget, name, NULL);
  return FALSE;
}

static gboolean
show_page (GtkWidget *widget, gconstpointer page)
{
  return gtk_widget_activate_action (widget, "win.show-page", "s", page);
}

static gboolean
is_loaded (GtkWidget *widget, gconstpointer data)
{
  return IMP_IS_IRRITANT_ROW_VIEW (widget)
         && imp_irritant_row_is_loaded (
             imp_irritant_row_view_get_row (IMP_IRRITANT_ROW_VIEW (widget)));
}

static gboolean
open_irritant (GtkWidget *widget, gconstpointer data)
{
  ImpIrritantRow *row;

  if (!IMP_IS_IRRITANT_ROW_VIEW (widget))
    return FALSE;
  row = imp_irritant_row_view_get_row (IMP_IRRITANT_ROW_VIEW (widget));
  return imp_irritant_row_is_loaded (row) && imp_irritant_row_get_rank (row) == 1
         && gtk_widget_activate_action (widget, "win.show-irritant", "x",
                                        imp_irritant_row_get_item (row));
}

/* The first that is planned. */
static gboolean
open_fix (GtkWidget *widget, gconstpointer data)
{
  GtkWidget *column = gtk_widget_get_ancestor (widget, IMP_TYPE_FIX_COLUMN);

  return IMP_IS_FIX_ROW (widget) && gtk_widget_get_prev_sibling (widget) == NULL
         && gtk_widget_get_prev_sibling (column) == NULL
         && gtk_widget_activate_action (widget, "fix.open", "x",
                                        imp_fix_row_get_item (IMP_FIX_ROW (widget)));
}

static gboolean
open_person (GtkWidget *widget, gconstpointer data)
{
  if (!gtk_widget_has_css_class (widget, "source-link"))
    return FALSE;
  g_signal_emit_by_name (widget, "clicked");
  return TRUE;
}

static gboolean
open_announcement (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LIST_BOX_ROW (widget)
         && gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_GROUP) != NULL
         && gtk_widget_activate (widget);
}

static const struct
{
  const char *name;
  Try try;
  const char *words; /* stand there when all of it has come */
} ways[] = {
  { "rows", is_loaded, NULL },
  { "an-irritant", open_irritant, "History" },
  { "a-person", open_person, "Role" },
  { "today", show_page, "Not Told Yet" },
  { "fixes", show_page, "Planned" },
  { "a-fix", open_fix, "History" },
  { "announcements", show_page, "Published" },
  { "an-announcement", open_announcement, "From" },
};

static gboolean
take_step (GtkWidget *window, const char *step)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_str_equal (ways[i].name, step))
      return try_each (window, ways[i].try, step);
  return try_each (window, activate_button, step) || try_each (window, activate_own, step);
}

static void
arrive (GtkWidget *window, const char *step)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_str_equal (ways[i].name, step) && ways[i].words != NULL)
      ui_wait_for (window, ways[i].words);
}

static gboolean
late_cb (gpointer late)
{
  *(gboolean *) late = TRUE;
  return G_SOURCE_REMOVE;
}

/* What it needs may still be on its way. */
static void
go (GtkWidget *window, const char *step)
{
  gboolean late = FALSE;
  guint timer = g_timeout_add (PATIENCE_MS, late_cb, &late);

  while (!take_step (window, step) && !late)
    g_main_context_iteration (NULL, TRUE);
  if (late)
    g_error ("No way to %s", step);
  g_source_remove (timer);
  arrive (window, step);
}

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

static void
wait_for_frame (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean painted = FALSE;
  gulong handler =
      g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gtk_widget_queue_draw (widget);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

static ImpWindow *
create_window (UiFixture *fixture, GSettings *settings)
{
  ImpWindow *window = g_object_new (IMP_TYPE_WINDOW, "settings", settings, NULL);

  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
  fixture->window = GTK_WINDOW (window);
  return window;
}

static void
look_at (UiFixture *fixture, const char *name, const Size *size)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  g_autofree char *place = g_strdup_printf ("%s, %s text", name, size->name);

  wait_for_frame (window);
  wait_for_frame (window); /* what takes lines by its width has asked for them in the first */
  check (&(View) { window, place }, window);
  g_clear_pointer (&fixture->window, gtk_window_destroy);
}

static void
visit (UiFixture *fixture, GSettings *settings, const Sight *sight, const Size *size)
{
  ImpWindow *window = create_window (fixture, settings);

  g_test_message ("%s, %s text", sight->name, size->name);
  imp_window_set_backlog (window, fixture->backlog);
  for (guint i = 0; i < MAX_STEPS && sight->steps[i] != NULL; i++)
    go (GTK_WIDGET (window), sight->steps[i]);
  ui_wait_for (GTK_WIDGET (window), sight->words);
  look_at (fixture, sight->name, size);
}

static void
test_every_page (UiFixture *fixture, gconstpointer size)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  for (guint i = 0; i < G_N_ELEMENTS (sights); i++)
    visit (fixture, settings, &sights[i], size);
}

static void
test_no_backlog (UiFixture *fixture, gconstpointer size)
{
  const char *path = imp_backlog_get_path (fixture->backlog);
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autoptr (GError) error =
      g_error_new (IMP_ERROR, IMP_ERROR_CORRUPT, "Cannot open “%s”: it is damaged.", path);
  ImpWindow *window = create_window (fixture, settings);

  imp_window_show_trouble (window, path, error);
  ui_wait_for (GTK_WIDGET (window), "Rescue What Is Left");
  gtk_expander_set_expanded (GTK_EXPANDER (ui_find_type (GTK_WIDGET (window), GTK_TYPE_EXPANDER)),
                             TRUE);
  look_at (fixture, "trouble", size);
}

static void
test_first_start (UiFixture *fixture, gconstpointer size)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  ImpWindow *window = create_window (fixture, settings);

  imp_window_set_backlog (window, fixture->backlog);
  ui_wait_for (GTK_WIDGET (window), "What Gets in the Way?");
  look_at (fixture, "first start", size);
}

static void
choose_size (const Size *size)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-xft-dpi",
                (int) (96 * 1024 * size->scale), NULL);
}

static void
set_up (UiFixture *fixture, gconstpointer size)
{
  choose_size (size);
  ui_set_up (fixture, NULL);
}

static void
set_up_sample (UiFixture *fixture, gconstpointer size)
{
  choose_size (size);
  ui_set_up (fixture, UI_SAMPLE);
}

static void
add_style (GtkCssProvider *style)
{
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* That of the application, and no frame where windows cannot have a shadow. */
static void
wear_style (void)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
  g_autoptr (GtkCssProvider) frame = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, "/org/example/Improve/style.css");
  gtk_css_provider_load_from_string (frame, "window.solid-csd { padding: 0; box-shadow: none; }");
  add_style (style);
  add_style (frame);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/org/example/Improve/icons");
}

static void
add_test (const Size *size,
          const char *name,
          void (*prepare) (UiFixture *fixture, gconstpointer size),
          void (*test) (UiFixture *fixture, gconstpointer size))
{
  g_autofree char *path = g_strdup_printf ("/ui/%s-text/%s-fits-a-phone", size->name, name);

  g_test_add (path, UiFixture, size, prepare, test, ui_tear_down);
}

int
main (int argc, char *argv[])
{
  static const Size sizes[] = { { "usual", 1 }, { "large", 2 } };

  ui_init (&argc, &argv);
  wear_style ();
  /* Windows go while their dialogs would still be sliding in. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      if (g_getenv ("IMPROVE_TEST_LONG") != NULL)
        add_test (&sizes[i], "every-page", set_up_sample, test_every_page);
      add_test (&sizes[i], "trouble", set_up, test_no_backlog);
      add_test (&sizes[i], "first-start", set_up, test_first_start);
    }
  return g_test_run ();
}
