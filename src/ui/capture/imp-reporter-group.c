/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Who said it and where: two rows with completion. */
#include "config.h"

#include "ui/capture/imp-reporter-group.h"

#include "base/imp-text.h"
#include "ui/capture/imp-speaker-row.h"

struct _ImpReporterGroup
{
  AdwPreferencesGroup parent_instance;
  ImpSpeakerRow *speaker;
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
  g_type_ensure (IMP_TYPE_SPEAKER_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/capture/imp-reporter-group.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpReporterGroup, speaker);
  gtk_widget_class_bind_template_child (widget_class, ImpReporterGroup, site);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", IMP_TYPE_REPORTER_GROUP, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
imp_reporter_group_init (ImpReporterGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  imp_speaker_row_set_site_row (self->speaker, GTK_EDITABLE (self->site));
}

void
imp_reporter_group_set_backlog (ImpReporterGroup *self, ImpBacklog *backlog)
{
  imp_name_row_set_source (IMP_NAME_ROW (self->speaker), backlog, IMP_KIND_PERSON);
  imp_name_row_set_source (self->site, backlog, IMP_KIND_SITE);
}

void
imp_reporter_group_load (ImpReporterGroup *self, GSettings *settings)
{
  g_auto (ImpReporter) last = {
    .person = g_settings_get_string (settings, "record-person"),
    .person_item = g_settings_get_int64 (settings, "record-person-number"),
    .department = g_settings_get_string (settings, "record-department"),
    .site = g_settings_get_string (settings, "record-site"),
  };

  imp_reporter_group_set (self, &last);
}

static void
save (GSettings *settings, const char *key, const char *name)
{
  g_settings_set_string (settings, key, name != NULL ? name : "");
}

void
imp_reporter_group_save (ImpReporterGroup *self, GSettings *settings)
{
  g_auto (ImpReporter) reporter = { NULL };

  imp_reporter_group_read (self, &reporter);
  save (settings, "record-person", reporter.person);
  save (settings, "record-department", reporter.department);
  save (settings, "record-site", reporter.site);
  g_settings_set_int64 (settings, "record-person-number", reporter.person_item);
}

void
imp_reporter_group_set (ImpReporterGroup *self, const ImpReporter *reporter)
{
  const gboolean named = !imp_text_is_empty (reporter->person);
  const ImpSpeaker somebody = { .department = reporter->department };
  g_autofree char *said =
      !named && !imp_text_is_empty (reporter->department) ? imp_speaker_say (&somebody) : NULL;

  imp_speaker_row_set (self->speaker, named ? reporter->person : said, reporter->person_item);
  imp_reporter_group_set_site (self, reporter->site != NULL ? reporter->site : "");
}

void
imp_reporter_group_set_site (ImpReporterGroup *self, const char *site)
{
  if (site != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->site), site);
}

void
imp_reporter_group_read (ImpReporterGroup *self, ImpReporter *reporter)
{
  g_autofree char *said = imp_name_row_dup_name (IMP_NAME_ROW (self->speaker));

  reporter->department = said != NULL ? imp_speaker_parse_department (said) : NULL;
  reporter->person = reporter->department == NULL ? g_steal_pointer (&said) : NULL;
  reporter->person_item = imp_speaker_row_get_person (self->speaker);
  reporter->site = imp_name_row_dup_name (self->site);
}

void
imp_reporter_fill (const ImpReporter *self, ImpRecording *recording)
{
  recording->person = self->person;
  recording->person_item = self->person_item;
  recording->department = self->department;
  recording->site = self->site;
}

void
imp_reporter_clear (ImpReporter *self)
{
  g_clear_pointer (&self->person, g_free);
  g_clear_pointer (&self->department, g_free);
  g_clear_pointer (&self->site, g_free);
}
