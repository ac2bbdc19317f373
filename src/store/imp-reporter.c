/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How somebody who reported is called. */
#include "config.h"

#include "store/imp-reporter.h"

#include <glib/gi18n-lib.h>

#include "model/imp-speaker.h"

char *
imp_reporter_dup_name (const char *person, const char *department, const char *own_department)
{
  if (person != NULL && own_department != NULL)
    return g_strdup_printf ("%s, %s", person, own_department);
  if (person != NULL)
    return g_strdup (person);
  return department != NULL ? imp_speaker_say (&(ImpSpeaker) { .department = (char *) department })
                            : g_strdup (_ ("Somebody"));
}
