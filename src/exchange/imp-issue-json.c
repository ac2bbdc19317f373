/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A published issue kept as text. */
#include "config.h"

#include "exchange/imp-issue-json.h"

#include <json-glib/json-glib.h>

#include "base/imp-error.h"

#define MEMBER(type, name, member) { name, G_STRUCT_OFFSET (type, member) }

typedef struct
{
  const char *name;
  gsize offset; /* of a char * */
} TextMember;

static const TextMember issue_texts[] = {
  MEMBER (ImpIssue, "series", series),           MEMBER (ImpIssue, "organisation", organisation),
  MEMBER (ImpIssue, "language", language),       MEMBER (ImpIssue, "title", title),
  MEMBER (ImpIssue, "missed", missed),           MEMBER (ImpIssue, "contact-name", contact_name),
  MEMBER (ImpIssue, "contact-how", contact_how), MEMBER (ImpIssue, "contact-email", contact_email),
};

#define ORIGIN(type)                                                                               \
  MEMBER (type, "entry", origin.entry), MEMBER (type, "fix", origin.fix),                          \
      MEMBER (type, "irritant", origin.irritant), MEMBER (type, "promise", origin.promise)

static const TextMember fix_texts[] = {
  MEMBER (ImpIssueFix, "title", title),
  MEMBER (ImpIssueFix, "said", said),
  MEMBER (ImpIssueFix, "did", did),
  MEMBER (ImpIssueFix, "now", now),
  MEMBER (ImpIssueFix, "thanks", thanks),
  MEMBER (ImpIssueFix, "todo", todo),
  MEMBER (ImpIssueFix, "place", place),
  MEMBER (ImpIssueFix, "count", count),
  ORIGIN (ImpIssueFix),
};

static const TextMember line_texts[] = {
  MEMBER (ImpIssueLine, "place", place),
  MEMBER (ImpIssueLine, "text", text),
  ORIGIN (ImpIssueLine),
};

static const TextMember rest_texts[] = {
  MEMBER (ImpIssueOrigin, "entry", entry),
  MEMBER (ImpIssueOrigin, "fix", fix),
};

static void
write_texts (JsonBuilder *builder, gconstpointer data, const TextMember *members, gsize n_members)
{
  for (gsize i = 0; i < n_members; i++)
    {
      const char *text = G_STRUCT_MEMBER (char *, data, members[i].offset);

      if (text == NULL)
        continue;
      json_builder_set_member_name (builder, members[i].name);
      json_builder_add_string_value (builder, text);
    }
}

static void
write_date (JsonBuilder *builder, const char *name, ImpDate date)
{
  g_autofree char *text = imp_date_to_iso (date);

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
write_number (JsonBuilder *builder, const char *name, double number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, number);
}

static void
write_fix (JsonBuilder *builder, gconstpointer data)
{
  const ImpIssueFix *fix = data;

  write_texts (builder, fix, fix_texts, G_N_ELEMENTS (fix_texts));
  write_date (builder, "from", fix->from);
  write_number (builder, "hours", fix->hours);
  write_number (builder, "hours-source", fix->hours_source);
  write_number (builder, "unconfirmed", fix->unconfirmed);
}

static void
write_line (JsonBuilder *builder, gconstpointer data)
{
  const ImpIssueLine *line = data;

  write_texts (builder, line, line_texts, G_N_ELEMENTS (line_texts));
  write_date (builder, "date", line->date);
}

static void
write_origin (JsonBuilder *builder, gconstpointer data)
{
  write_texts (builder, data, rest_texts, G_N_ELEMENTS (rest_texts));
}

static void
write_array (JsonBuilder *builder,
             const char *name,
             GPtrArray *array,
             void (*write) (JsonBuilder *builder, gconstpointer data))
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < array->len; i++)
    {
      json_builder_begin_object (builder);
      write (builder, array->pdata[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
write_numbers (JsonBuilder *builder, const ImpIssue *issue)
{
  write_number (builder, "number", issue->number);
  write_number (builder, "rest-count", issue->rest_count);
  write_number (builder, "rest-hours", issue->rest_hours);
  write_number (builder, "rest-estimated", issue->rest_estimated);
  write_number (builder, "promises-kept", issue->promises_kept);
  write_number (builder, "promises-due", issue->promises_due);
}

char *
imp_issue_to_json (const ImpIssue *issue)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  write_texts (builder, issue, issue_texts, G_N_ELEMENTS (issue_texts));
  write_date (builder, "from", issue->from);
  write_date (builder, "to", issue->to);
  write_date (builder, "published", issue->published);
  write_date (builder, "next", issue->next);
  write_numbers (builder, issue);
  write_array (builder, "big", issue->big, write_fix);
  write_array (builder, "small", issue->small, write_fix);
  write_array (builder, "coming", issue->coming, write_line);
  write_array (builder, "not-now", issue->not_now, write_line);
  write_array (builder, "works", issue->works, write_line);
  write_array (builder, "rest", issue->rest, write_origin);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static void
read_texts (JsonObject *object, gpointer data, const TextMember *members, gsize n_members)
{
  for (gsize i = 0; i < n_members; i++)
    {
      const char *text = json_object_get_string_member_with_default (object, members[i].name, NULL);

      g_set_str (&G_STRUCT_MEMBER (char *, data, members[i].offset), text);
    }
}

static ImpDate
read_date (JsonObject *object, const char *name)
{
  return imp_date_parse (json_object_get_string_member_with_default (object, name, ""));
}

static double
read_number (JsonObject *object, const char *name)
{
  return json_object_get_double_member_with_default (object, name, 0);
}

static void
read_fix (JsonObject *object, ImpIssueFix *fix)
{
  read_texts (object, fix, fix_texts, G_N_ELEMENTS (fix_texts));
  fix->from = read_date (object, "from");
  fix->hours = read_number (object, "hours");
  fix->hours_source = read_number (object, "hours-source") == IMP_HOURS_ASKED_AGAIN
                          ? IMP_HOURS_ASKED_AGAIN
                          : IMP_HOURS_ESTIMATED;
  fix->unconfirmed = read_number (object, "unconfirmed") != 0;
}

static void
read_line (JsonObject *object, ImpIssueLine *line)
{
  read_texts (object, line, line_texts, G_N_ELEMENTS (line_texts));
  line->date = read_date (object, "date");
}

static guint
count_elements (JsonObject *object, const char *name, JsonArray **array)
{
  JsonNode *node = json_object_get_member (object, name);

  *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  return *array != NULL ? json_array_get_length (*array) : 0;
}

static void
read_fixes (JsonObject *object,
            const char *name,
            ImpIssue *issue,
            ImpIssueFix *(*add) (ImpIssue *issue))
{
  JsonArray *array;
  guint n = count_elements (object, name, &array);

  for (guint i = 0; i < n; i++)
    if (JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, i)))
      read_fix (json_array_get_object_element (array, i), add (issue));
}

static void
read_lines (JsonObject *object,
            const char *name,
            ImpIssue *issue,
            ImpIssueLine *(*add) (ImpIssue *issue))
{
  JsonArray *array;
  guint n = count_elements (object, name, &array);

  for (guint i = 0; i < n; i++)
    if (JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, i)))
      read_line (json_array_get_object_element (array, i), add (issue));
}

static void
read_rest (JsonObject *object, ImpIssue *issue)
{
  JsonArray *array;
  guint n = count_elements (object, "rest", &array);

  for (guint i = 0; i < n; i++)
    if (JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, i)))
      read_texts (json_array_get_object_element (array, i), imp_issue_add_rest (issue), rest_texts,
                  G_N_ELEMENTS (rest_texts));
}

static void
read_issue (JsonObject *object, ImpIssue *issue)
{
  read_texts (object, issue, issue_texts, G_N_ELEMENTS (issue_texts));
  issue->from = read_date (object, "from");
  issue->to = read_date (object, "to");
  issue->published = read_date (object, "published");
  issue->next = read_date (object, "next");
  issue->number = (int) read_number (object, "number");
  issue->rest_count = (int) read_number (object, "rest-count");
  issue->rest_hours = read_number (object, "rest-hours");
  issue->rest_estimated = read_number (object, "rest-estimated") != 0;
  issue->promises_kept = (int) read_number (object, "promises-kept");
  issue->promises_due = (int) read_number (object, "promises-due");
  read_fixes (object, "big", issue, imp_issue_add_big);
  read_fixes (object, "small", issue, imp_issue_add_small);
  read_lines (object, "coming", issue, imp_issue_add_coming);
  read_lines (object, "not-now", issue, imp_issue_add_not_now);
  read_lines (object, "works", issue, imp_issue_add_works);
  read_rest (object, issue);
}

ImpIssue *
imp_issue_from_json (const char *json, GError **error)
{
  g_autoptr (JsonNode) root = json_from_string (json, error);
  g_autoptr (ImpIssue) issue = imp_issue_new ();

  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    {
      read_issue (json_node_get_object (root), issue);
      return g_steal_pointer (&issue);
    }
  g_clear_error (error);
  g_set_error_literal (error, IMP_ERROR, IMP_ERROR_INPUT,
                       "its pages are damaged. Restore a backup");
  return NULL;
}
