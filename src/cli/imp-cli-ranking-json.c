/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The ranked list as JSON. */
#include "config.h"

#include "cli/imp-cli-ranking.h"

#include <json-glib/json-glib.h>

#include "model/imp-sentence.h"

/* The word for programs, which no translation changes. */
static const char *
get_state_nick (ImpState state)
{
  static const char *const nicks[] = {
    [IMP_STATE_OPEN] = "open",
    [IMP_STATE_PLANNED] = "planned",
    [IMP_STATE_BEING_FIXED] = "being-fixed",
    [IMP_STATE_FIXED] = "fixed",
    [IMP_STATE_CONFIRMED] = "confirmed",
    [IMP_STATE_DECLINED] = "declined",
  };

  return nicks[state];
}

/* Empty texts are null. */
static void
add_text (JsonObject *object, const char *name, const char *text)
{
  if (text == NULL || *text == '\0')
    json_object_set_null_member (object, name);
  else
    json_object_set_string_member (object, name, text);
}

static void
add_impact (JsonObject *object, const ImpImpact *impact)
{
  json_object_set_double_member (object, "hours", impact->hours);
  json_object_set_double_member (object, "hours-low", impact->low);
  json_object_set_double_member (object, "hours-high", impact->high);
  json_object_set_double_member (object, "care", impact->care);
  json_object_set_double_member (object, "impact", impact->impact);
  json_object_set_double_member (object, "payback", impact->payback);
  json_object_set_double_member (object, "people", impact->people);
  json_object_set_double_member (object, "often", impact->often);
  json_object_set_double_member (object, "minutes", impact->minutes);
  json_object_set_double_member (object, "effort", impact->effort);
}

/* null where the order has no groups. */
static void
add_group (JsonObject *object, const ImpPlace *place)
{
  JsonArray *ranks;

  if (place->group_first == 0)
    {
      json_object_set_null_member (object, "about-the-same");
      return;
    }
  ranks = json_array_new ();
  json_array_add_int_element (ranks, place->group_first);
  json_array_add_int_element (ranks, place->group_last);
  json_object_set_array_member (object, "about-the-same", ranks);
}

/* Both null where it is not pinned. */
static void
add_pin (JsonObject *object, ImpIrritantRow *row)
{
  const char *reason = imp_irritant_row_get_pin_reason (row);
  g_autofree char *until =
      reason != NULL ? imp_date_to_iso (imp_irritant_row_get_pin_until (row)) : NULL;

  add_text (object, "pin-reason", reason);
  add_text (object, "pin-until", until);
}

static JsonObject *
describe (ImpIrritantRow *row)
{
  JsonObject *object = json_object_new ();
  const ImpImpact *impact = imp_irritant_row_get_impact (row);
  g_autofree char *recorded = imp_date_to_iso (imp_irritant_row_get_recorded (row));
  g_autofree char *sentence =
      imp_impact_to_sentence (imp_irritant_row_get_facts (row), impact, NULL, NULL);

  json_object_set_int_member (object, "rank", imp_irritant_row_get_rank (row));
  add_group (object, imp_irritant_row_get_place (row));
  add_text (object, "title", imp_irritant_row_get_title (row));
  add_text (object, "state", get_state_nick (imp_irritant_row_get_state (row)));
  json_object_set_int_member (object, "voices", imp_irritant_row_get_voices (row));
  add_text (object, "sites", imp_irritant_row_get_sites (row));
  add_text (object, "offering", imp_irritant_row_get_offering (row));
  json_object_set_boolean_member (object, "customers-see-it",
                                  imp_irritant_row_get_customers_see_it (row));
  add_text (object, "recorded", recorded);
  add_pin (object, row);
  add_impact (object, impact);
  add_text (object, "sentence", sentence);
  return object;
}

static void
print_row (JsonGenerator *generator, ImpIrritantRow *row, GString *out)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, describe (row));
  json_generator_set_root (generator, node);
  json_generator_to_gstring (generator, out);
}

void
imp_cli_ranking_print_json (GPtrArray *rows, GString *out)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();

  g_string_append (out, "[");
  for (guint i = 0; i < rows->len; i++)
    {
      g_string_append (out, i > 0 ? ",\n" : "\n");
      print_row (generator, g_ptr_array_index (rows, i), out);
    }
  g_string_append (out, rows->len > 0 ? "\n]\n" : "]\n");
}
