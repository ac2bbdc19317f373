/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Rounds that are ahead, as JSON. */
#include "config.h"

#include "exchange/imp-round-json.h"

#include <json-glib/json-glib.h>

static const char *
get_state (const ImpRoundLine *line, ImpDate today)
{
  if (imp_round_line_get_state (line) == IMP_ROUND_UNDER_WAY)
    return "under-way";
  if (line->item == 0)
    return line->planned <= today ? "due" : "to-plan";
  return imp_round_line_is_late (line, today) ? "late" : "planned";
}

static void
set_text (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

static JsonObject *
describe (const ImpRoundLine *line, ImpDate today)
{
  JsonObject *object = json_object_new ();
  g_autofree char *day = imp_date_is_set (line->planned) ? imp_date_to_iso (line->planned) : NULL;
  g_autofree char *time = NULL;

  if (line->time != IMP_ROUND_ANY_TIME)
    time = g_strdup_printf ("%02d:%02d", line->time / 60, line->time % 60);
  json_object_set_string_member (object, "state", get_state (line, today));
  set_text (object, "day", day);
  set_text (object, "time", time);
  json_object_set_string_member (object, "site", line->site_name);
  set_text (object, "place", line->place);
  set_text (object, "visitors", line->visitors);
  json_object_set_int_member (object, "to-meet", line->n_to_meet - line->n_met);
  return object;
}

char *
imp_rounds_to_json (const GPtrArray *lines, ImpDate today)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  GString *out = g_string_new ("[");

  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

      json_node_take_object (node, describe (lines->pdata[i], today));
      json_generator_set_root (generator, node);
      g_string_append (out, i > 0 ? ",\n" : "\n");
      json_generator_to_gstring (generator, out);
    }
  g_string_append (out, lines->len > 0 ? "\n]\n" : "]\n");
  return g_string_free_and_steal (out);
}
