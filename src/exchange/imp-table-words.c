/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a row of a table says, put into words for people. */
#include "config.h"

#include "exchange/imp-table-words.h"

#include <glib/gi18n-lib.h>

#define MAX_TITLE     250 /* of one that the table gives */
#define MAX_BEGINNING 65  /* of one made from a longer text */

/* "Category 55, Subcategory 170: Symptom 72", as far as it is known. */
static char *
dup_subject (const ImpTableRow *row)
{
  const char *category = row->values[IMP_TARGET_OFFERING];
  const char *part = row->values[IMP_TARGET_SUBCATEGORY];
  const char *symptom = row->values[IMP_TARGET_SYMPTOM];
  g_autofree char *where = category != NULL && part != NULL
                               ? g_strdup_printf (_ ("%s, %s"), category, part)
                               : g_strdup (category != NULL ? category : part);

  if (where != NULL && symptom != NULL)
    return g_strdup_printf (_ ("%s: %s"), where, symptom);
  if (where != NULL || symptom != NULL)
    return g_strdup (where != NULL ? where : symptom);
  return g_strdup_printf (_ ("Not described (%s)"), row->id);
}

char *
imp_table_words_dup_title (const ImpTablePlan *plan, const ImpTableRow *row)
{
  const char *title = row->values[IMP_TARGET_TITLE];
  const char *text = row->values[IMP_TARGET_WORDS];
  g_autofree char *subject = NULL;

  if (title != NULL)
    return imp_cell_to_line (title, MAX_TITLE);
  if (text == NULL)
    text = row->values[IMP_TARGET_DESCRIPTION];
  if (text != NULL)
    return imp_cell_to_line (text, MAX_BEGINNING);
  subject = dup_subject (row);
  return imp_cell_to_line (subject, MAX_TITLE);
}

const char *
imp_table_words_get_said (const ImpTablePlan *plan, const ImpTableRow *row)
{
  if (row->values[IMP_TARGET_WORDS] != NULL)
    return row->values[IMP_TARGET_WORDS];
  if (row->values[IMP_TARGET_TITLE] != NULL)
    return row->values[IMP_TARGET_TITLE];
  return row->values[IMP_TARGET_DESCRIPTION];
}

static guint
get_count (const ImpTableRow *row, ImpTarget target)
{
  const char *text = row->values[target];
  double number = 0;

  return text != NULL && imp_cell_parse_number (text, &number) && number < 1e6 ? (guint) number : 0;
}

static char *
dup_times (guint n)
{
  return g_strdup_printf (ngettext ("once", "%u times", n), n);
}

/* "Passed on 3 times, reopened once." */
static void
append_history (GString *out, const ImpTableRow *row)
{
  guint n_passed = get_count (row, IMP_TARGET_PASSED_ON);
  guint n_reopened = get_count (row, IMP_TARGET_REOPENED);
  g_autofree char *passed = dup_times (n_passed);
  g_autofree char *reopened = dup_times (n_reopened);

  if (n_passed > 0 && n_reopened > 0)
    g_string_append_printf (out, _ (" Passed on %s, reopened %s."), passed, reopened);
  else if (n_passed > 0)
    g_string_append_printf (out, _ (" Passed on %s."), passed);
  else if (n_reopened > 0)
    g_string_append_printf (out, _ (" Reopened %s."), reopened);
}

static void
append_facts (GString *out, const ImpTableRow *row)
{
  const char *contact = row->values[IMP_TARGET_CONTACT];
  g_autofree char *how = contact != NULL ? g_utf8_strdown (contact, -1) : NULL;

  g_string_append_printf (out, _ ("%s at the service desk."), row->id);
  append_history (out, row);
  if (how != NULL)
    g_string_append_printf (out, _ (" Contact by %s."), how);
}

char *
imp_table_words_dup_description (const ImpTablePlan *plan, const ImpTableRow *row)
{
  const char *description = row->values[IMP_TARGET_DESCRIPTION];
  GString *out = g_string_new (NULL);

  if (description != NULL && description != imp_table_words_get_said (plan, row))
    g_string_append (out, description);
  if (plan->preset == IMP_TABLE_SERVICENOW)
    {
      g_string_append (out, out->len > 0 ? "\n\n" : "");
      append_facts (out, row);
    }
  return g_string_free (out, out->len == 0);
}

char *
imp_table_words_dup_fix_title (const ImpTablePlan *plan, const ImpTableRow *row)
{
  g_autofree char *title = imp_table_words_dup_title (plan, row);

  return g_strdup_printf (_ ("Solved: %s"), title);
}

char *
imp_table_words_dup_did (const ImpTableRow *row)
{
  if (row->values[IMP_TARGET_DID] != NULL)
    return g_strdup (row->values[IMP_TARGET_DID]);
  if (row->values[IMP_TARGET_CODE] != NULL)
    return g_strdup_printf (_ ("Closed as “%s”."), row->values[IMP_TARGET_CODE]);
  return NULL;
}
