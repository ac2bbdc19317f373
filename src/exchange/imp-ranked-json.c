/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A ranked list as JSON. */
#include "config.h"

#include "exchange/imp-ranked-file.h"

#include <json-glib/json-glib.h>

#include "exchange/imp-ranked-members.h"

static JsonArray *
create_range (const ImpMember *member)
{
  JsonArray *range = json_array_sized_new (2);

  json_array_add_int_element (range, member->integer);
  json_array_add_int_element (range, member->last);
  return range;
}

static void
add_member (JsonObject *object, const char *name, const ImpMember *member)
{
  switch (member->type)
    {
    case IMP_MEMBER_TEXT:
      json_object_set_string_member (object, name, member->text);
      return;
    case IMP_MEMBER_INTEGER:
      json_object_set_int_member (object, name, member->integer);
      return;
    case IMP_MEMBER_RANGE:
      json_object_set_array_member (object, name, create_range (member));
      return;
    case IMP_MEMBER_REAL:
      json_object_set_double_member (object, name, member->real);
      return;
    case IMP_MEMBER_FLAG:
      json_object_set_boolean_member (object, name, member->integer != 0);
      return;
    case IMP_MEMBER_NONE:
    default:
      json_object_set_null_member (object, name);
    }
}

static JsonObject *
describe (const ImpRankedRow *row)
{
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < imp_ranked_members_get_n (); i++)
    {
      g_auto (ImpMember) member = imp_ranked_members_get (row, i);

      add_member (object, imp_ranked_members_get_name (i), &member);
    }
  return object;
}

static void
append_row (JsonGenerator *generator, const ImpRankedRow *row, GString *out)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, describe (row));
  json_generator_set_root (generator, node);
  json_generator_to_gstring (generator, out);
}

char *
imp_ranked_table_to_json (const ImpRankedTable *self)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  GString *out = g_string_new ("[");

  for (guint i = 0; i < self->rows->len; i++)
    {
      g_string_append (out, i > 0 ? ",\n" : "\n");
      append_row (generator, imp_ranked_table_get_row (self, i), out);
    }
  g_string_append (out, self->rows->len > 0 ? "\n]\n" : "]\n");
  return g_string_free_and_steal (out);
}
