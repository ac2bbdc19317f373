/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Rows of a table made into items of the backlog. */
#include "config.h"

#include "exchange/imp-table-build.h"

#include "base/imp-text.h"
#include "exchange/imp-table-cell.h"
#include "exchange/imp-table-words.h"

#include <glib/gi18n-lib.h>

#define MAX_NAME 250

/* A row understood, before anything is added. */
typedef struct
{
  const ImpTableRow *row;
  const ImpTablePlan *plan;
  GHashTable *fixers;
  ImpChanges *changes;
  char **fault;
  ImpDate date, fixed;
  char *answers[IMP_N_QUESTIONS];
  int irritation;
  ImpCellState state;
  ImpItem irritant;
} Build;

void
imp_table_row_free (ImpTableRow *self)
{
  for (int i = 0; i < IMP_N_TARGETS; i++)
    g_free (self->values[i]);
  g_free (self->id);
  g_free (self);
}

static void
clear_build (Build *self)
{
  for (int i = 0; i < IMP_N_QUESTIONS; i++)
    g_free (self->answers[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Build, clear_build)

static const char *
get (Build *self, ImpTarget target)
{
  return self->row->values[target];
}

/* Understanding the row */

static gboolean
fail_value (Build *self, const char *format, ImpTarget target)
{
  g_autofree char *shown = imp_cell_to_line (get (self, target), 60);

  *self->fault = g_strdup_printf (format, shown);
  return FALSE;
}

static gboolean
read_date (Build *self, const ImpTableReading *reading, ImpTarget target, ImpDate *date)
{
  const char *text = get (self, target);

  *date = text != NULL ? imp_cell_parse_date (text, reading->month_first[target]) : IMP_DATE_NONE;
  return text == NULL || imp_date_is_set (*date)
         || fail_value (self, _ ("the date “%s” does not exist"), target);
}

static gboolean
read_dates (Build *self, const ImpTableReading *reading)
{
  ImpDate closed;

  if (!read_date (self, reading, IMP_TARGET_DATE, &self->date)
      || !read_date (self, reading, IMP_TARGET_FIXED, &self->fixed)
      || !read_date (self, reading, IMP_TARGET_CLOSED, &closed))
    return FALSE;
  if (!imp_date_is_set (self->fixed))
    self->fixed = closed;
  return TRUE;
}

static gboolean
read_answers (Build *self)
{
  static const char *const people_of_level[] = { NULL, "21-100 guess", "2-5 guess", "1 guess" };
  const char *impact = get (self, IMP_TARGET_IMPACT);
  int level = impact != NULL ? imp_cell_parse_level (impact) : 0;

  if (impact != NULL && level == 0)
    return fail_value (self, _ ("“%s” is no impact that is known"), IMP_TARGET_IMPACT);
  self->answers[IMP_QUESTION_PEOPLE] = g_strdup (people_of_level[level]);
  for (int i = 0; i < IMP_N_QUESTIONS; i++)
    {
      ImpTarget target = (ImpTarget) (IMP_TARGET_PEOPLE + i);

      if (get (self, target) == NULL)
        continue;
      g_free (self->answers[i]);
      self->answers[i] = imp_cell_parse_answer ((ImpQuestion) i, get (self, target));
      if (self->answers[i] == NULL)
        return fail_value (self, _ ("“%s” is neither a number nor a band that is known"), target);
    }
  return TRUE;
}

static gboolean
read_irritation (Build *self)
{
  static const ImpIrritation of_level[] = { 0, IMP_IRRITATION_STRONG, IMP_IRRITATION_ANNOYING,
                                            IMP_IRRITATION_MILD };
  const ImpField *field = imp_kind_get_field (IMP_KIND_IRRITANT, IMP_IRRITANT_IRRITATION);
  const char *urgency = get (self, IMP_TARGET_URGENCY);
  const char *word = get (self, IMP_TARGET_IRRITATION);
  g_autofree char *nick = word != NULL ? g_ascii_strdown (word, -1) : NULL;

  self->irritation = urgency != NULL ? of_level[imp_cell_parse_level (urgency)] : 0;
  if (urgency != NULL && self->irritation == 0)
    return fail_value (self, _ ("“%s” is no urgency that is known"), IMP_TARGET_URGENCY);
  if (nick != NULL)
    self->irritation = imp_field_choice_from_nick (field, nick);
  return nick == NULL || self->irritation != 0
         || fail_value (self, _ ("“%s” is none of mild, annoying, strong, unbearable"),
                        IMP_TARGET_IRRITATION);
}

/* Where no column tells the state, a date of the fix does. */
static gboolean
read_state (Build *self)
{
  const char *state = get (self, IMP_TARGET_STATE);

  if (state != NULL)
    self->state = imp_cell_parse_state (state);
  else if (self->plan->used[IMP_TARGET_STATE] == 0 && imp_date_is_set (self->fixed))
    self->state = IMP_CELL_FIXED;
  if (self->state == IMP_CELL_OPEN)
    return TRUE;
  if (!imp_date_is_set (self->fixed))
    self->fixed = self->date;
  return imp_date_is_set (self->fixed)
         || fail_value (self, _ ("it is “%s”, but nothing says since when"), IMP_TARGET_STATE);
}

static gboolean
read_row (Build *self, const ImpTableReading *reading)
{
  if (self->plan->preset != IMP_TABLE_SERVICENOW && get (self, IMP_TARGET_TITLE) == NULL
      && get (self, IMP_TARGET_WORDS) == NULL && get (self, IMP_TARGET_DESCRIPTION) == NULL)
    {
      *self->fault = g_strdup (_ ("it does not say what the irritant is"));
      return FALSE;
    }
  return read_dates (self, reading) && read_answers (self) && read_irritation (self)
         && read_state (self);
}

/* Adding what it says */

/* An item that goes with the row: its report, its fix. */
static ImpItem
add_item (Build *self, ImpKind kind, const char *suffix)
{
  const char *origin = self->plan->preset == IMP_TABLE_SERVICENOW ? "servicenow" : "csv";
  g_autofree char *name =
      self->plan->preset == IMP_TABLE_SERVICENOW
          ? g_strconcat (origin, ":", self->row->id, suffix, NULL)
          : g_strconcat (origin, ":", self->plan->signature, ":", self->row->id, suffix, NULL);
  ImpUuid uuid = imp_uuid_new_from_name (name);

  return imp_changes_add_named (self->changes, kind, &uuid);
}

/* An item that is the same wherever its name stands: a site, a person. Its first field is its
 * name. 0 for no name. */
static ImpItem
add_by_name (Build *self, ImpKind kind, const char *text)
{
  g_autofree char *normal = text != NULL ? imp_cell_normalise_name (text) : NULL;
  g_autofree char *id = g_strconcat (imp_kind_get_name (kind), ":", normal, NULL);
  g_autofree char *name = text != NULL ? imp_cell_to_line (text, MAX_NAME) : NULL;
  ImpUuid uuid = imp_uuid_new_from_name (id);
  ImpItem item;

  if (text == NULL)
    return 0;
  item = imp_changes_refer (self->changes, &uuid);
  if (g_array_index (self->changes->items, ImpNewItem, -item - 1).kind != IMP_KIND_NONE)
    return item;
  imp_changes_add_named (self->changes, kind, &uuid);
  imp_changes_set_text (self->changes, item, imp_kind_get_fields (kind, &(guint) { 0 })[0].number,
                        name);
  return item;
}

static void
set_text (Build *self, ImpItem item, guint8 field, const char *text)
{
  if (!imp_text_is_empty (text))
    imp_changes_set_text (self->changes, item, field, text);
}

static void
set_date (Build *self, ImpItem item, guint8 field, ImpDate date)
{
  if (imp_date_is_set (date))
    imp_changes_set_date (self->changes, item, field, date);
}

static void
set_item (Build *self, ImpItem item, guint8 field, ImpItem other)
{
  if (other != 0)
    imp_changes_set_item (self->changes, item, field, other);
}

static void
add_irritant (Build *self)
{
  g_autofree char *title = imp_table_words_dup_title (self->plan, self->row);
  g_autofree char *description = imp_table_words_dup_description (self->plan, self->row);
  ImpItem irritant = add_item (self, IMP_KIND_IRRITANT, "");

  set_text (self, irritant, IMP_IRRITANT_TITLE, title);
  set_text (self, irritant, IMP_IRRITANT_DESCRIPTION, description);
  set_item (self, irritant, IMP_IRRITANT_OFFERING,
            add_by_name (self, IMP_KIND_OFFERING, get (self, IMP_TARGET_OFFERING)));
  for (guint8 i = 0; i < IMP_N_QUESTIONS; i++)
    set_text (self, irritant, IMP_IRRITANT_PEOPLE + i, self->answers[i]);
  if (self->irritation != 0)
    imp_changes_set_integer (self->changes, irritant, IMP_IRRITANT_IRRITATION, self->irritation);
  set_date (self, irritant, IMP_IRRITANT_RECORDED, self->date);
  if (self->state == IMP_CELL_DECLINED)
    {
      set_date (self, irritant, IMP_IRRITANT_DECLINED, self->fixed);
      set_text (self, irritant, IMP_IRRITANT_DECLINED_REASON, get (self, IMP_TARGET_STATE));
    }
  self->irritant = irritant;
}

static void
add_report (Build *self, const char *person, guint number)
{
  g_autofree char *suffix =
      number > 0 ? g_strdup_printf (":report:%u", number) : g_strdup (":report");
  ImpItem report = add_item (self, IMP_KIND_REPORT, suffix);

  set_item (self, report, IMP_REPORT_IRRITANT, self->irritant);
  set_item (self, report, IMP_REPORT_PERSON, add_by_name (self, IMP_KIND_PERSON, person));
  set_item (self, report, IMP_REPORT_DEPARTMENT,
            add_by_name (self, IMP_KIND_DEPARTMENT, get (self, IMP_TARGET_DEPARTMENT)));
  set_item (self, report, IMP_REPORT_SITE,
            add_by_name (self, IMP_KIND_SITE, get (self, IMP_TARGET_SITE)));
  set_date (self, report, IMP_REPORT_DATE, self->date);
  set_text (self, report, IMP_REPORT_WORDS, imp_table_words_get_said (self->plan, self->row));
}

/* Several names in one cell stand on lines of their own. */
static void
add_reports (Build *self)
{
  const char *people = get (self, IMP_TARGET_PERSON);
  g_auto (GStrv) names = g_strsplit (people != NULL ? people : "", "\n", -1);
  guint n_reports = 0;

  for (guint i = 0; names[i] != NULL; i++)
    if (!imp_text_is_empty (names[i]))
      add_report (self, names[i], n_reports++);
  if (n_reports == 0)
    add_report (self, NULL, 0);
}

/* Who fixes is in IT; said once for each. 0 for nobody. */
static ImpItem
add_fixer (Build *self)
{
  ImpItem person = add_by_name (self, IMP_KIND_PERSON, get (self, IMP_TARGET_FIXER));

  if (person != 0 && g_hash_table_add (self->fixers, GSIZE_TO_POINTER ((gsize) -person)))
    imp_changes_set_integer (self->changes, person, IMP_PERSON_IN_IT, 1);
  return person;
}

static void
add_fix (Build *self)
{
  g_autofree char *title = imp_table_words_dup_fix_title (self->plan, self->row);
  g_autofree char *did = imp_table_words_dup_did (self->row);
  ImpItem fix = add_item (self, IMP_KIND_FIX, ":fix");

  set_text (self, fix, IMP_FIX_TITLE, title);
  set_text (self, fix, IMP_FIX_DID, did);
  set_item (self, fix, IMP_FIX_OWNER, add_fixer (self));
  set_date (self, fix, IMP_FIX_DELIVERED, self->fixed);
  imp_changes_add_removal (self->changes, fix, self->irritant);
}

gboolean
imp_table_build_row (const ImpTableReading *reading,
                     const ImpTableRow *row,
                     ImpChanges *changes,
                     char **fault)
{
  g_auto (Build) build = {
    .row = row, .plan = reading->plan, .fixers = reading->fixers, .changes = changes, .fault = fault
  };

  if (!read_row (&build, reading))
    return FALSE;
  add_irritant (&build);
  add_reports (&build);
  if (build.state == IMP_CELL_FIXED)
    add_fix (&build);
  return TRUE;
}
