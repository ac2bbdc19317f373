/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The page of one colleague. */
#include "config.h"

#include "ui/people/imp-person-view.h"

#include "backlog/imp-backlog-people.h"
#include "base/imp-error.h"
#include "ui/common/imp-field-row.h"
#include "ui/common/imp-focus.h"
#include "ui/common/imp-name-row.h"
#include "ui/common/imp-page-title.h"
#include "ui/common/imp-plain.h"
#include "ui/common/imp-toasts.h"
#include "ui/common/imp-writing.h"
#include "ui/people/imp-erasure-view.h"
#include "ui/people/imp-person-lines.h"

#include <glib/gi18n.h>

struct _ImpPersonView
{
  ImpBacklogPage parent_instance;
  ImpItem person;
  GSettings *settings;
  gboolean showing; /* the page itself sets the choice */
  char *as_of;      /* of the page that shows it */

  GtkStack *stack;
  ImpFieldRow *name, *role, *email;
  ImpNameRow *department, *site;
  AdwComboRow *naming;
  GtkBox *parts;
};

G_DEFINE_FINAL_TYPE (ImpPersonView, imp_person_view, IMP_TYPE_BACKLOG_PAGE)

enum
{
  PROP_PERSON = 1,
  PROP_SETTINGS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* Rows that are gone would keep the focus. */
static void
empty_parts (ImpPersonView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL, *child;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->parts)))
    gtk_root_set_focus (root, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->parts))) != NULL)
    gtk_box_remove (self->parts, child);
}

/* The facts */

static void
show_facts (ImpPersonView *self, const ImpPersonPage *page)
{
  imp_field_row_set_text (self->name, page->name, page->as_of);
  imp_field_row_set_text (self->role, page->role, page->as_of);
  imp_field_row_set_text (self->email, page->email, page->as_of);
  imp_name_row_set_kept (self->department, page->department, page->as_of);
  imp_name_row_set_kept (self->site, page->site, page->as_of);
  self->showing = TRUE;
  adw_combo_row_set_selected (self->naming, page->naming);
  self->showing = FALSE;
  g_set_str (&self->as_of, page->as_of);
}

/* The first time: with the focus in what was looked for, not at the menu above it. */
static void
show_first (ImpPersonView *self)
{
  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "facts"))
    return;
  gtk_stack_set_visible_child_name (self->stack, "facts");
  imp_focus_first (gtk_stack_get_visible_child (self->stack));
}

static void
show_page (ImpPersonView *self, const ImpPersonPage *page)
{
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self),
                                 page->name != NULL ? page->name : _ ("Colleague"));
  show_facts (self, page);
  empty_parts (self);
  for (int part = 0; part < IMP_N_PERSON_PARTS; part++)
    if (page->n[part] > 0)
      gtk_box_append (self->parts, imp_person_lines_new (page, (ImpPersonPart) part, self->person));
  show_first (self);
}

static void
leave (ImpPersonView *self)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_DIALOG);

  if (dialog != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    adw_dialog_force_close (ADW_DIALOG (dialog));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpPersonView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpPersonPage) page = imp_backlog_person_finish (IMP_BACKLOG (source), result, &error);

  if (imp_backlog_page_get_backlog (self) == NULL)
    return;
  if (page != NULL)
    show_page (self, page);
  else if (g_error_matches (error, IMP_ERROR, IMP_ERROR_NOT_FOUND))
    leave (self);
  else
    imp_toasts_show_error (GTK_WIDGET (self), error);
}

static void
imp_person_view_load (ImpBacklogPage *page, ImpBacklog *backlog, GCancellable *cancellable)
{
  imp_backlog_person_async (backlog, IMP_PERSON_VIEW (page)->person, cancellable, loaded_cb,
                            g_object_ref (page));
}

/* Changing them */

static void
keep_place (ImpPersonView *self, guint8 field, const char *name, const char *as_of)
{
  ImpBacklog *backlog = imp_backlog_page_get_backlog (self);

  if (backlog != NULL)
    imp_backlog_set_person_place_async (backlog, self->person, field, name, as_of,
                                        imp_toasts_written_cb,
                                        imp_toasts_expect (GTK_WIDGET (self)));
}

static void
keep_department (ImpNameRow *row, const char *name, const char *as_of, gpointer data)
{
  keep_place (data, IMP_PERSON_DEPARTMENT, name, as_of);
}

static void
keep_site (ImpNameRow *row, const char *name, const char *as_of, gpointer data)
{
  keep_place (data, IMP_PERSON_SITE, name, as_of);
}

static void
naming_chosen_cb (ImpPersonView *self)
{
  ImpBacklog *backlog = imp_backlog_page_get_backlog (self);

  if (!self->showing && backlog != NULL)
    imp_backlog_set_person_naming_async (
        backlog, self->person, adw_combo_row_get_selected (self->naming), self->as_of,
        imp_toasts_written_cb, imp_toasts_expect (GTK_WIDGET (self)));
}

static void
bind_rows (ImpPersonView *self, ImpBacklog *backlog)
{
  const char *label = _ ("Colleague changed");

  imp_field_row_bind (self->name, backlog, IMP_KIND_PERSON, self->person, IMP_PERSON_NAME, label);
  imp_field_row_bind (self->role, backlog, IMP_KIND_PERSON, self->person, IMP_PERSON_ROLE, label);
  imp_field_row_bind (self->email, backlog, IMP_KIND_PERSON, self->person, IMP_PERSON_EMAIL, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->naming), imp_writing_is_possible (backlog));
  imp_name_row_set_source (self->department, backlog, IMP_KIND_DEPARTMENT);
  imp_name_row_set_source (self->site, backlog, IMP_KIND_SITE);
  imp_name_row_keep_by (self->department, keep_department, self);
  imp_name_row_keep_by (self->site, keep_site, self);
}

static void
erase (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpPersonView *self = IMP_PERSON_VIEW (widget);
  GtkWidget *pages = gtk_widget_get_ancestor (widget, ADW_TYPE_NAVIGATION_VIEW);

  if (pages != NULL)
    adw_navigation_view_push (
        ADW_NAVIGATION_VIEW (pages),
        ADW_NAVIGATION_PAGE (imp_erasure_view_new (imp_backlog_page_get_backlog (self),
                                                   self->settings, self->person)));
}

static void
imp_person_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PERSON)
    g_value_set_int64 (value, IMP_PERSON_VIEW (object)->person);
  else
    g_value_set_object (value, IMP_PERSON_VIEW (object)->settings);
}

static void
imp_person_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PERSON)
    IMP_PERSON_VIEW (object)->person = g_value_get_int64 (value);
  else
    IMP_PERSON_VIEW (object)->settings = g_value_dup_object (value);
}

static void
imp_person_view_constructed (GObject *object)
{
  ImpBacklog *backlog = imp_backlog_page_get_backlog (object);

  if (backlog != NULL)
    bind_rows (IMP_PERSON_VIEW (object), backlog);
  G_OBJECT_CLASS (imp_person_view_parent_class)->constructed (object);
}

static void
imp_person_view_dispose (GObject *object)
{
  g_clear_object (&IMP_PERSON_VIEW (object)->settings);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_PERSON_VIEW);
  G_OBJECT_CLASS (imp_person_view_parent_class)->dispose (object);
}

static void
imp_person_view_finalize (GObject *object)
{
  g_free (IMP_PERSON_VIEW (object)->as_of);
  G_OBJECT_CLASS (imp_person_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (IMP_TYPE_FIELD_ROW);
  g_type_ensure (IMP_TYPE_NAME_ROW);
  g_type_ensure (IMP_TYPE_PAGE_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Improve/ui/people/imp-person-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpPersonView, stack);
  gtk_widget_class_bind_template_child (widget_class, ImpPersonView, name);
  gtk_widget_class_bind_template_child (widget_class, ImpPersonView, role);
  gtk_widget_class_bind_template_child (widget_class, ImpPersonView, email);
  gtk_widget_class_bind_template_child (widget_class, ImpPersonView, department);
  gtk_widget_class_bind_template_child (widget_class, ImpPersonView, site);
  gtk_widget_class_bind_template_child (widget_class, ImpPersonView, naming);
  gtk_widget_class_bind_template_child (widget_class, ImpPersonView, parts);
  gtk_widget_class_bind_template_callback (widget_class, naming_chosen_cb);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  props[PROP_PERSON] = g_param_spec_int64 ("person", NULL, NULL, 0, G_MAXINT64, 0, flags);
  props[PROP_SETTINGS] = g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
imp_person_view_class_init (ImpPersonViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  ImpBacklogPageClass *page_class = IMP_BACKLOG_PAGE_CLASS (klass);

  object_class->get_property = imp_person_view_get_property;
  object_class->set_property = imp_person_view_set_property;
  object_class->constructed = imp_person_view_constructed;
  object_class->dispose = imp_person_view_dispose;
  object_class->finalize = imp_person_view_finalize;
  page_class->kinds = ~0u;
  page_class->load = imp_person_view_load;
  install_properties (object_class);
  bind_template (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "person.erase", NULL, erase);
}

static void
imp_person_view_init (ImpPersonView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  imp_plain_text (GTK_WIDGET (self));
}

GtkWidget *
imp_person_view_new (ImpBacklog *backlog, GSettings *settings, ImpItem person)
{
  return g_object_new (IMP_TYPE_PERSON_VIEW, "backlog", backlog, "settings", settings, "person",
                       person, NULL);
}
