/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Rows of a table made into items of the backlog. */
#include "config.h"

#include "exchange/imp-table-build.h"

#include "base/imp-text.h"
#include "exchange/imp-table-words.h"

#define MAX_NAME 250

/* One row being added, on the stack of imp_table_build_add(). */
typedef struct
{
  ImpTableBuild *build;
  const ImpTablePlan *plan;
  const ImpTableRow *row;
  const ImpTableFacts *facts;
  ImpChanges *changes;
  ImpItem irritant;
} Adding;

void
imp_table_build_init (ImpTableBuild *self, const ImpTablePlan *plan, ImpChanges *changes)
{
  *self =
      (ImpTableBuild) { .plan = plan, .changes = changes, .fixers = g_hash_table_new (NULL, NULL) };
  for (int i = 0; i < IMP_N_KINDS; i++)
    self->named[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
imp_table_build_clear (ImpTableBuild *self)
{
  g_clear_pointer (&self->fixers, g_hash_table_unref);
  for (int i = 0; i < IMP_N_KINDS; i++)
    g_clear_pointer (&self->named[i], g_hash_table_unref);
}

static const char *
get (Adding *self, ImpTarget target)
{
  return self->row->values[target];
}

/* The irritant of the row, or what goes with it: its report, its fix. */
static ImpItem
add_item (Adding *self, ImpKind kind, const char *suffix)
{
  const char *origin = self->plan->preset == IMP_TABLE_SERVICENOW ? "servicenow" : "csv";
  g_autofree char *name =
      self->plan->preset == IMP_TABLE_SERVICENOW
          ? g_strconcat (origin, ":", self->row->id, suffix, NULL)
          : g_strconcat (origin, ":", self->plan->signature, ":", self->row->id, suffix, NULL);
  ImpUuid uuid = imp_uuid_new_from_name (name);
  ImpItem item = imp_changes_add_named (self->changes, kind, &uuid);

  imp_changes_set_whole (self->changes, item, self->irritant);
  return item;
}

static ImpItem
add_named (Adding *self, ImpKind kind, const char *text)
{
  g_autofree char *folded = imp_text_fold (text);
  g_autofree char *id = g_strconcat (imp_kind_get_name (kind), ":", folded, NULL);
  g_autofree char *name = imp_cell_to_line (text, MAX_NAME);
  ImpUuid uuid = imp_uuid_new_from_name (id);

  return imp_changes_add_by_name (self->changes, kind, &uuid, name);
}

/* An item that is the same wherever its name stands: a site, a person. Its first field is its
 * name. 0 for no name. */
static ImpItem
add_by_name (Adding *self, ImpKind kind, const char *text)
{
  GHashTable *named = self->build->named[kind];
  ImpItem item;

  if (text == NULL)
    return 0;
  item = -(ImpItem) GPOINTER_TO_SIZE (g_hash_table_lookup (named, text));
  if (item != 0)
    return item;
  item = add_named (self, kind, text);
  g_hash_table_insert (named, g_strdup (text), GSIZE_TO_POINTER ((gsize) -item));
  return item;
}

static void
set_text (Adding *self, ImpItem item, guint8 field, const char *text)
{
  if (text != NULL)
    imp_changes_set_text (self->changes, item, field, text);
}

static void
set_date (Adding *self, ImpItem item, guint8 field, ImpDate date)
{
  if (imp_date_is_set (date))
    imp_changes_set_date (self->changes, item, field, date);
}

static void
set_item (Adding *self, ImpItem item, guint8 field, ImpItem other)
{
  if (other != 0)
    imp_changes_set_item (self->changes, item, field, other);
}

static void
set_choice (Adding *self, ImpItem item, guint8 field, int choice)
{
  if (choice != 0)
    imp_changes_set_integer (self->changes, item, field, choice);
}

static void
add_tag (Adding *self, const char *text)
{
  g_autofree char *tag = imp_cell_to_line (text, MAX_NAME);
  g_autofree char *folded = imp_text_fold (tag);
  g_autofree char *suffix = g_strconcat (":tag:", folded, NULL);
  ImpItem tagging;

  if (imp_text_is_empty (tag))
    return;
  tagging = add_item (self, IMP_KIND_TAGGING, suffix);
  set_item (self, tagging, IMP_TAGGING_IRRITANT, self->irritant);
  set_text (self, tagging, IMP_TAGGING_TAG, tag);
}

static void
add_tags (Adding *self)
{
  const char *text = get (self, IMP_TARGET_TAGS);
  g_auto (GStrv) tags = g_strsplit_set (text != NULL ? text : "", ",;\n", -1);

  for (guint i = 0; tags[i] != NULL; i++)
    add_tag (self, tags[i]);
}

/* Where in the work it is, and of what sort. */
static void
add_context (Adding *self, ImpItem irritant)
{
  set_item (self, irritant, IMP_IRRITANT_OFFERING,
            add_by_name (self, IMP_KIND_OFFERING, get (self, IMP_TARGET_OFFERING)));
  set_item (self, irritant, IMP_IRRITANT_STEP,
            add_by_name (self, IMP_KIND_STEP, get (self, IMP_TARGET_STEP)));
  set_item (self, irritant, IMP_IRRITANT_OUTCOME,
            add_by_name (self, IMP_KIND_OUTCOME, get (self, IMP_TARGET_OUTCOME)));
  set_choice (self, irritant, IMP_IRRITANT_IRRITATION, self->facts->irritation);
  set_choice (self, irritant, IMP_IRRITANT_CHANGE, self->facts->change);
  set_choice (self, irritant, IMP_IRRITANT_WASTE, self->facts->waste);
}

static void
add_irritant (Adding *self)
{
  g_autofree char *title = imp_table_words_dup_title (self->plan, self->row);
  g_autofree char *description = imp_table_words_dup_description (self->plan, self->row);
  ImpItem irritant = add_item (self, IMP_KIND_IRRITANT, "");

  set_text (self, irritant, IMP_IRRITANT_TITLE, title);
  set_text (self, irritant, IMP_IRRITANT_DESCRIPTION, description);
  add_context (self, irritant);
  for (guint8 i = 0; i < IMP_N_QUESTIONS; i++)
    set_text (self, irritant, IMP_IRRITANT_PEOPLE + i, self->facts->answers[i]);
  set_date (self, irritant, IMP_IRRITANT_RECORDED, self->facts->date);
  if (self->facts->state == IMP_CELL_DECLINED)
    {
      set_date (self, irritant, IMP_IRRITANT_DECLINED, self->facts->fixed);
      set_text (self, irritant, IMP_IRRITANT_DECLINED_REASON, get (self, IMP_TARGET_STATE));
    }
  self->irritant = irritant;
}

static void
add_report (Adding *self, const char *person, guint number)
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
  set_date (self, report, IMP_REPORT_DATE, self->facts->date);
  set_text (self, report, IMP_REPORT_WORDS, imp_table_words_get_said (self->plan, self->row));
}

/* Several names in one cell stand on lines of their own. */
static void
add_reports (Adding *self)
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
add_fixer (Adding *self)
{
  ImpItem person = add_by_name (self, IMP_KIND_PERSON, get (self, IMP_TARGET_FIXER));

  if (person != 0 && g_hash_table_add (self->build->fixers, GSIZE_TO_POINTER ((gsize) -person)))
    imp_changes_set_integer (self->changes, person, IMP_PERSON_IN_IT, 1);
  return person;
}

static void
add_fix (Adding *self)
{
  g_autofree char *title = imp_table_words_dup_fix_title (self->plan, self->row);
  g_autofree char *did = imp_table_words_dup_did (self->row);
  ImpItem fix = add_item (self, IMP_KIND_FIX, ":fix");

  set_text (self, fix, IMP_FIX_TITLE, title);
  set_text (self, fix, IMP_FIX_DID, did);
  set_item (self, fix, IMP_FIX_OWNER, add_fixer (self));
  set_date (self, fix, IMP_FIX_DELIVERED, self->facts->fixed);
  imp_changes_set_whole (self->changes,
                         imp_changes_add_removal (self->changes, fix, self->irritant), fix);
}

void
imp_table_build_add (ImpTableBuild *self, const ImpTableRow *row, const ImpTableFacts *facts)
{
  Adding adding = { self, self->plan, row, facts, self->changes, 0 };

  add_irritant (&adding);
  add_reports (&adding);
  add_tags (&adding);
  if (facts->state == IMP_CELL_FIXED)
    add_fix (&adding);
}
