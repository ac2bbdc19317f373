/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Who said it and where: two rows with completion. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog-irritants.h"

G_BEGIN_DECLS

/* Shared by all dialogs that take down what a colleague said. Return in a row activates the
 * dialog's default button.
 *
 * ImpReporterGroup::changed: by whomever. */
#define IMP_TYPE_REPORTER_GROUP (imp_reporter_group_get_type ())
G_DECLARE_FINAL_TYPE (ImpReporterGroup,
                      imp_reporter_group,
                      IMP,
                      REPORTER_GROUP,
                      AdwPreferencesGroup)

void imp_reporter_group_set_backlog (ImpReporterGroup *self, ImpBacklog *backlog);
/* The last answer is the first guess for the next one. */
void imp_reporter_group_load (ImpReporterGroup *self, GSettings *settings);
void imp_reporter_group_save (ImpReporterGroup *self, GSettings *settings);

/* What was typed, cleaned; each NULL where nothing was. Owns its strings. */
typedef struct
{
  char *person, *department, *site; /* a person, or somebody in a department */
  ImpItem person_item;              /* which one of that name; 0: any */
} ImpReporter;

void imp_reporter_group_set (ImpReporterGroup *self, const ImpReporter *reporter);
/* NULL for nowhere in particular: leaves what is there. */
void imp_reporter_group_set_site (ImpReporterGroup *self, const char *site);
void imp_reporter_group_read (ImpReporterGroup *self, ImpReporter *reporter);
/* The recording borrows. */
void imp_reporter_fill (const ImpReporter *self, ImpRecording *recording);
void imp_reporter_clear (ImpReporter *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImpReporter, imp_reporter_clear)

G_END_DECLS
