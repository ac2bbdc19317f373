/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One issue of "what we fixed" as data. */
#include "config.h"

#include "model/imp-issue.h"

G_DEFINE_BOXED_TYPE (ImpIssue, imp_issue, imp_issue_ref, imp_issue_unref)

static void
clear_origin (ImpIssueOrigin *origin)
{
  g_free (origin->entry);
  g_free (origin->fix);
  g_free (origin->irritant);
  g_free (origin->promise);
}

static void
issue_origin_free (gpointer data)
{
  clear_origin (data);
  g_free (data);
}

static void
issue_fix_free (gpointer data)
{
  ImpIssueFix *fix = data;

  g_free (fix->title);
  g_free (fix->said);
  g_free (fix->did);
  g_free (fix->now);
  g_free (fix->thanks);
  g_free (fix->todo);
  g_free (fix->place);
  g_free (fix->count);
  clear_origin (&fix->origin);
  g_free (fix);
}

static void
issue_line_free (gpointer data)
{
  ImpIssueLine *line = data;

  g_free (line->place);
  g_free (line->text);
  clear_origin (&line->origin);
  g_free (line);
}

ImpIssue *
imp_issue_new (void)
{
  ImpIssue *self = g_atomic_rc_box_new0 (ImpIssue);

  self->from = self->to = self->published = self->next = IMP_DATE_NONE;
  self->big = g_ptr_array_new_with_free_func (issue_fix_free);
  self->small = g_ptr_array_new_with_free_func (issue_fix_free);
  self->coming = g_ptr_array_new_with_free_func (issue_line_free);
  self->not_now = g_ptr_array_new_with_free_func (issue_line_free);
  self->works = g_ptr_array_new_with_free_func (issue_line_free);
  self->rest = g_ptr_array_new_with_free_func (issue_origin_free);
  return self;
}

static void
clear_issue (gpointer data)
{
  ImpIssue *self = data;

  g_free (self->series);
  g_free (self->organisation);
  g_free (self->language);
  g_free (self->title);
  g_free (self->missed);
  g_free (self->contact_name);
  g_free (self->contact_how);
  g_free (self->contact_email);
  g_ptr_array_unref (self->big);
  g_ptr_array_unref (self->small);
  g_ptr_array_unref (self->coming);
  g_ptr_array_unref (self->not_now);
  g_ptr_array_unref (self->works);
  g_ptr_array_unref (self->rest);
}

ImpIssue *
imp_issue_ref (ImpIssue *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
imp_issue_unref (ImpIssue *self)
{
  g_atomic_rc_box_release_full (self, clear_issue);
}

static ImpIssueFix *
add_fix (GPtrArray *fixes)
{
  ImpIssueFix *fix = g_new0 (ImpIssueFix, 1);

  fix->from = IMP_DATE_NONE;
  fix->hours_source = IMP_HOURS_ESTIMATED;
  g_ptr_array_add (fixes, fix);
  return fix;
}

static ImpIssueLine *
add_line (GPtrArray *lines)
{
  ImpIssueLine *line = g_new0 (ImpIssueLine, 1);

  line->date = IMP_DATE_NONE;
  g_ptr_array_add (lines, line);
  return line;
}

ImpIssueFix *
imp_issue_add_big (ImpIssue *self)
{
  return add_fix (self->big);
}

ImpIssueFix *
imp_issue_add_small (ImpIssue *self)
{
  return add_fix (self->small);
}

ImpIssueLine *
imp_issue_add_coming (ImpIssue *self)
{
  return add_line (self->coming);
}

ImpIssueLine *
imp_issue_add_not_now (ImpIssue *self)
{
  return add_line (self->not_now);
}

ImpIssueLine *
imp_issue_add_works (ImpIssue *self)
{
  return add_line (self->works);
}

ImpIssueOrigin *
imp_issue_add_rest (ImpIssue *self)
{
  ImpIssueOrigin *origin = g_new0 (ImpIssueOrigin, 1);

  g_ptr_array_add (self->rest, origin);
  return origin;
}

int
imp_issue_count_fixes (const ImpIssue *self)
{
  return (int) (self->big->len + self->small->len) + self->rest_count;
}

static double
sum_fixes (GPtrArray *fixes, gboolean *estimated)
{
  double sum = 0;

  for (guint i = 0; i < fixes->len; i++)
    {
      const ImpIssueFix *fix = fixes->pdata[i];

      if (fix->hours <= 0)
        continue;
      sum += fix->hours;
      *estimated |= fix->hours_source != IMP_HOURS_ASKED_AGAIN;
    }
  return sum;
}

double
imp_issue_sum_hours (const ImpIssue *self, gboolean *estimated)
{
  *estimated = self->rest_hours > 0 && self->rest_estimated;
  return self->rest_hours + sum_fixes (self->big, estimated) + sum_fixes (self->small, estimated);
}
