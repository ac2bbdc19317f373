/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What colleagues said works well, and whom they thank, as an announcement can tell it. */
#include "config.h"

#include "model/imp-remark.h"

#include <glib/gi18n-lib.h>

#include "base/imp-text.h"

void
imp_remark_free (ImpRemark *self)
{
  g_free (self->words);
  g_free (self->who);
  g_free (self->group);
  g_free (self->site);
  g_free (self);
}

gboolean
imp_remark_is_unnamed (const ImpRemark *self)
{
  return self->person != 0 && self->naming != IMP_NAMING_YES;
}

static char *
say_name (const ImpRemark *self)
{
  if (!imp_remark_is_unnamed (self) && !imp_text_is_empty (self->who))
    return g_strdup (self->who);
  return !imp_text_is_empty (self->group) ? g_strdup_printf (_ ("Somebody in %s"), self->group)
                                          : g_strdup (_ ("Somebody"));
}

/* "somebody" in the middle of a sentence. */
static char *
say_thanked (const ImpRemark *self)
{
  g_autofree char *name = NULL;

  if (self->person != 0 && !imp_remark_is_unnamed (self))
    {
      name = say_name (self);
      return g_strdup_printf (_ ("Thanks to %s"), name);
    }
  return !imp_text_is_empty (self->group)
             ? g_strdup_printf (_ ("Thanks to somebody in %s"), self->group)
             : g_strdup (_ ("Thanks"));
}

char *
imp_remark_say_who (const ImpRemark *self)
{
  g_autofree char *who =
      self->sort == IMP_OBSERVATION_THANKS ? say_thanked (self) : say_name (self);

  return !imp_text_is_empty (self->site) ? g_strdup_printf ("%s, %s", who, self->site)
                                         : g_steal_pointer (&who);
}

char *
imp_remark_say_words (const ImpRemark *self)
{
  return self->sort == IMP_OBSERVATION_THANKS ? g_strdup (self->words)
                                              : g_strdup_printf (_ ("“%s”"), self->words);
}
