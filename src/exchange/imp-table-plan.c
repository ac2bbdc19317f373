/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What each column of a table becomes in the backlog. */
#include "config.h"

#include "exchange/imp-table-plan.h"

#include "base/imp-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FIELD_SKIP "skip"

/* field: the name in "column=field". names: how columns are usually called, in small letters and
 * figures only, between blanks. */
static const struct
{
  const char *field;
  const char *words;
  const char *names;
  const char *servicenow;
} targets[IMP_N_TARGETS] = {
  [IMP_TARGET_NONE] = { FIELD_SKIP, N_ ("left out") },
  [IMP_TARGET_ID] = { "id", N_ ("number, to find it again"),
                      " id key number issuekey ticketid incidentid ticketnumber incidentnumber "
                      "caseid reference ",
                      " number " },
  [IMP_TARGET_TITLE] = { "title", N_ ("title"), " title summary shortdescription subject irritant ",
                         " shortdescription " },
  [IMP_TARGET_WORDS] = { "words", N_ ("in their words"),
                         " words document text message comment feedback remark request " },
  [IMP_TARGET_DESCRIPTION] = { "description", N_ ("description"), " description details body ",
                               " description " },
  [IMP_TARGET_SITE] = { "site", N_ ("site"),
                        " site location place office plant building branch store ", " location " },
  [IMP_TARGET_PERSON] = { "person", N_ ("who said it"),
                          " person caller callerid reporter requester requesterrequester "
                          "requestedby openedfor colleague customer user ",
                          " callerid caller openedfor " },
  [IMP_TARGET_DEPARTMENT] = { "department", N_ ("department"), " department businessunit division ",
                              " department " },
  [IMP_TARGET_OFFERING] = { "offering", N_ ("about what"),
                            " offering category service businessservice component components "
                            "topicgroup topic application product system ",
                            " category " },
  [IMP_TARGET_DATE] = { "date", N_ ("date"),
                        " date opened openedat openedon opendate openingdate created createdat "
                        "createdon createddate creationdate syscreatedon reported reportedon "
                        "recorded ",
                        " openedat opened " },
  [IMP_TARGET_PEOPLE] = { "people", N_ ("how many people"), " people howmanypeople affected " },
  [IMP_TARGET_OFTEN] = { "often", N_ ("how often each"), " often howoften frequency " },
  [IMP_TARGET_MINUTES] = { "minutes", N_ ("how many minutes each time"),
                           " minutes minuteseachtime howmanyminutes timelost " },
  [IMP_TARGET_EFFORT] = { "effort", N_ ("how long to fix"), " effort hourstofix howlongtofix " },
  [IMP_TARGET_IRRITATION] = { "irritation", N_ ("irritation"), " irritation " },
  [IMP_TARGET_STEP] = { "step", N_ ("at which step"), " step processstep " },
  [IMP_TARGET_OUTCOME] = { "outcome", N_ ("what it holds back"), " outcome businessoutcome " },
  [IMP_TARGET_CHANGE] = { "change", N_ ("what gets better"), " kindofchange whatgetsbetter " },
  [IMP_TARGET_WASTE] = { "waste", N_ ("what it wastes"), " waste whatitwastes " },
  [IMP_TARGET_TAGS] = { "tags", N_ ("tags"), " tags tag labels label keywords " },
  [IMP_TARGET_STATE] = { "state", N_ ("open, or fixed with a fix of that date"),
                         " state status incidentstate ", " incidentstate state " },
  [IMP_TARGET_FIXED] = { "fixed", N_ ("date of the fix"),
                         " fixed fixedat fixedon resolved resolvedat resolvedon resolveddate "
                         "resolutiondate solved solvedat solvedate ",
                         " resolvedat resolved " },
  [IMP_TARGET_CLOSED] = { "closed", N_ ("date of the fix, where no other is known"),
                          " closed closedat closedon closeddate closingdate ",
                          " closedat closed " },
  [IMP_TARGET_FIXER] = { "fixer", N_ ("who fixed it"),
                         " fixer fixedby resolvedby solvedby assignee ", " resolvedby " },
  [IMP_TARGET_DID] = { "did", N_ ("what we did"),
                       " did whatwedid resolutionnotes closenotes solution ", " closenotes " },
  [IMP_TARGET_SUBCATEGORY] = { "subcategory", N_ ("part of the title"), NULL, " subcategory " },
  [IMP_TARGET_SYMPTOM] = { "symptom", N_ ("part of the title"), NULL, " usymptom symptom " },
  [IMP_TARGET_REVISION] = { "revision", N_ ("which row is the newest"), NULL, " sysmodcount " },
  [IMP_TARGET_PASSED_ON] = { "passed-on", N_ ("words in the description"), NULL,
                             " reassignmentcount " },
  [IMP_TARGET_REOPENED] = { "reopened", N_ ("words in the description"), NULL, " reopencount " },
  [IMP_TARGET_CONTACT] = { "contact", N_ ("words in the description"), NULL, " contacttype " },
  [IMP_TARGET_IMPACT] = { "impact", N_ ("how many people, as a guess"), NULL, " impact " },
  [IMP_TARGET_URGENCY] = { "urgency", N_ ("irritation"), NULL, " urgency " },
  [IMP_TARGET_CODE] = { "code", N_ ("what we did, in words"), NULL, " closedcode closecode " },
};

guint
imp_table_get_n_fields (void)
{
  return IMP_N_TARGETS;
}

const char *
imp_table_field_get_name (guint field)
{
  g_return_val_if_fail (field < IMP_N_TARGETS, NULL);

  return targets[field].field;
}

const char *
imp_table_field_get_words (guint field)
{
  g_return_val_if_fail (field < IMP_N_TARGETS, NULL);

  return _ (targets[field].words);
}

gboolean
imp_table_field_is_general (guint field)
{
  return field < IMP_TARGET_SUBCATEGORY;
}

static gboolean fail_map (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
fail_map (GError **error, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, IMP_ERROR, IMP_ERROR_INPUT, _ ("Cannot import the file: %s"), what);
  return FALSE;
}

/* "Short description" and "short_description" are the same to us. */
static char *
simplify (const char *name)
{
  GString *simple = g_string_new (" ");

  for (const char *p = name; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (simple, g_ascii_tolower (*p));
  return g_string_free (g_string_append_c (simple, ' '), FALSE);
}

static ImpTarget
recognise (ImpTablePreset preset, const char *name)
{
  g_autofree char *simple = simplify (name);

  for (int i = IMP_TARGET_ID; i < IMP_N_TARGETS && strlen (simple) > 2; i++)
    {
      const char *names = preset == IMP_TABLE_SERVICENOW ? targets[i].servicenow : targets[i].names;

      if (names != NULL && strstr (names, simple) != NULL)
        return (ImpTarget) i;
    }
  return IMP_TARGET_NONE;
}

static gboolean
find_target (const char *field, ImpTarget *target, GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);

  for (int i = 0; i < IMP_N_TARGETS; i++)
    {
      if (g_str_equal (targets[i].field, field))
        {
          *target = (ImpTarget) i;
          return TRUE;
        }
      g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", targets[i].field);
    }
  return fail_map (error, _ ("“%s” is nothing that a column can become. It can be: %s."), field,
                   known->str);
}

/* Columns of the same name are all meant. */
static gboolean
apply_entry (ImpTablePlan *self, const char *const *names, const char *entry, GError **error)
{
  const char *equals = strrchr (entry, '=');
  g_autofree char *column = equals != NULL ? g_strndup (entry, (gsize) (equals - entry)) : NULL;
  ImpTarget target;
  gboolean found = FALSE;

  if (column == NULL)
    return fail_map (error,
                     _ ("“%s” does not say what a column becomes. Write --map \"column=title\", or "
                        "another field."),
                     entry);
  if (!find_target (equals + 1, &target, error))
    return FALSE;
  for (guint i = 0; i < self->n_columns; i++)
    if (g_ascii_strcasecmp (names[i], column) == 0)
      {
        self->targets[i] = target;
        found = TRUE;
      }
  return found
         || fail_map (error, _ ("there is no column “%s”. Look at the first line of the file."),
                      column);
}

static void
count_used (ImpTablePlan *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    self->used[self->targets[i]]++;
}

static gboolean
check_plan (ImpTablePlan *self, GError **error)
{
  self->untitled = self->preset != IMP_TABLE_SERVICENOW && self->used[IMP_TARGET_TITLE] == 0
                   && self->used[IMP_TARGET_WORDS] == 0 && self->used[IMP_TARGET_DESCRIPTION] == 0;
  if (self->preset == IMP_TABLE_SERVICENOW && self->used[IMP_TARGET_ID] == 0)
    return fail_map (error,
                     _ ("it has no column “number”. Is it an export of ServiceNow’s incidents? "
                        "Otherwise import it as an ordinary table."));
  return TRUE;
}

ImpTablePlan *
imp_table_plan_new (ImpTablePreset preset,
                    const char *const *names,
                    guint n_columns,
                    const char *const *map,
                    GError **error)
{
  g_autoptr (ImpTablePlan) self = g_new0 (ImpTablePlan, 1);
  g_autofree char *joined = NULL;

  self->preset = preset;
  self->n_columns = n_columns;
  self->targets = g_new0 (ImpTarget, n_columns);
  joined = g_strjoinv ("\n", (char **) names);
  self->signature = g_compute_checksum_for_string (G_CHECKSUM_SHA256, joined, -1);
  for (guint i = 0; i < n_columns; i++)
    self->targets[i] = recognise (preset, names[i]);
  for (guint i = 0; map != NULL && map[i] != NULL; i++)
    if (!apply_entry (self, names, map[i], error))
      return NULL;
  count_used (self);
  return check_plan (self, error) ? g_steal_pointer (&self) : NULL;
}

void
imp_table_plan_free (ImpTablePlan *self)
{
  g_free (self->targets);
  g_free (self->signature);
  g_free (self);
}
