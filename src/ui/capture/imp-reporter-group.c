/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Who said it, in which department, at which site: three rows with completion. */
#include "config.h"

#include "ui/capture/imp-reporter-group.h"

#include "ui/common/imp-name-row.h"

struct _ImpReporterGroup
{
  AdwPreferencesGroup parent_instance;
  ImpNameRow *person;
  ImpNameRow *department;
  ImpNameRow *site;
};

G_DEFINE_FINAL_TYPE (ImpReporterGroup, imp_reporter_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
changed_cb (ImpReporterGroup *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
imp_reporter_group_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_REPORTER_GROUP);
  G_OBJECT_CLASS (imp_reporter_group_parent_class)->dispose (object);
}

static void
imp_reporter_group_class_init (ImpReporterGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_reporter_group_dispose;
  g_type_ensure (IMP_TYPE_NAME_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/capture/imp-reporter-group.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpReporterGroup, person);
  gtk_widget_class_bind_template_child (widget_class, ImpReporterGroup, department);
  gtk_widget_class_bind_template_child (widget_class, ImpReporterGroup, site);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", IMP_TYPE_REPORTER_GROUP, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
imp_reporter_group_init (ImpReporterGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
imp_reporter_group_set_backlog (ImpReporterGroup *self, ImpBacklog *backlog)
{
  imp_name_row_set_source (self->person, backlog, IMP_KIND_PERSON);
  imp_name_row_set_source (self->department, backlog, IMP_KIND_DEPARTMENT);
  imp_name_row_set_source (self->site, backlog, IMP_KIND_SITE);
}

static void
load (ImpNameRow *row, GSettings *settings, const char *key)
{
  g_autofree char *name = g_settings_get_string (settings, key);

  gtk_editable_set_text (GTK_EDITABLE (row), name);
}

static void
save (ImpNameRow *row, GSettings *settings, const char *key)
{
  g_settings_set_string (settings, key, gtk_editable_get_text (GTK_EDITABLE (row)));
}

void
imp_reporter_group_load (ImpReporterGroup *self, GSettings *settings)
{
  load (self->person, settings, "record-person");
  load (self->department, settings, "record-department");
  load (self->site, settings, "record-site");
}

void
imp_reporter_group_save (ImpReporterGroup *self, GSettings *settings)
{
  save (self->person, settings, "record-person");
  save (self->department, settings, "record-department");
  save (self->site, settings, "record-site");
}

static void
set_name (ImpNameRow *row, const char *name)
{
  gtk_editable_set_text (GTK_EDITABLE (row), name != NULL ? name : "");
}

void
imp_reporter_group_set (ImpReporterGroup *self, const ImpReporter *reporter)
{
  set_name (self->person, reporter->person);
  set_name (self->department, reporter->department);
  set_name (self->site, reporter->site);
}

void
imp_reporter_group_set_site (ImpReporterGroup *self, const char *site)
{
  if (site != NULL)
    set_name (self->site, site);
}

void
imp_reporter_group_read (ImpReporterGroup *self, ImpReporter *reporter)
{
  reporter->person = imp_name_row_dup_name (self->person);
  reporter->department = imp_name_row_dup_name (self->department);
  reporter->site = imp_name_row_dup_name (self->site);
}

void
imp_reporter_clear (ImpReporter *self)
{
  g_clear_pointer (&self->person, g_free);
  g_clear_pointer (&self->department, g_free);
  g_clear_pointer (&self->site, g_free);
}
