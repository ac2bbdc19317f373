/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What the filters of a query let through. */
#include "config.h"

#include "store-fixture.h"
#include "store/imp-irritant-table.h"
#include "store/imp-query-values.h"
#include "store/imp-ranking-filter.h"

/* Titles in the order of impact. */
static char *
find (StoreFixture *fixture, const char *text)
{
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify) imp_irritant_data_free);
  g_autoptr (ImpQuery) query = imp_query_parse (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpRanking) ranking =
      imp_store_rank (fixture->store, query, IMP_SORT_IMPACT, NULL, &error);
  GString *found = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_true (imp_store_read_irritants (fixture->store,
                                           (const guint32 *) (gpointer) ranking->items->data,
                                           ranking->items->len, rows, NULL));
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (found, "%s%u %s", i > 0 ? ", " : "", imp_ranking_get_rank (ranking, i),
                            ((ImpIrritantData *) rows->pdata[i])->title);
  return g_string_free_and_steal (found);
}

static void
assert_found (StoreFixture *fixture, const char *text, const char *expected)
{
  g_autofree char *found = find (fixture, text);

  g_assert_cmpstr (found, ==, expected);
}

typedef struct
{
  ImpItem lyon, new_york, ghent, picking, dana, badges;
  ImpItem tills, doors, forms, scanners; /* from the most to the least impact */
} Sample;

static void
report (StoreFixture *fixture, ImpItem irritant, guint field, ImpItem item, ImpItem site)
{
  ImpChanges *changes = imp_changes_new ();
  ImpItem report = imp_changes_add (changes, IMP_KIND_REPORT);

  imp_changes_set_item (changes, report, IMP_REPORT_IRRITANT, irritant);
  imp_changes_set_item (changes, report, field, item);
  imp_changes_set_item (changes, report, IMP_REPORT_SITE, site);
  store_fixture_commit (fixture, changes, NULL);
}

static void
set_details (StoreFixture *fixture, const Sample *sample)
{
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_item (changes, sample->dana, IMP_PERSON_DEPARTMENT, sample->picking);
  imp_changes_set_item (changes, sample->doors, IMP_IRRITANT_OFFERING, sample->badges);
  imp_changes_set_integer (changes, sample->tills, IMP_IRRITANT_CUSTOMERS_SEE_IT, 1);
  imp_changes_set_text (changes, sample->doors, IMP_IRRITANT_EFFORT, "8 guess");
  imp_changes_set_date (changes, sample->doors, IMP_IRRITANT_RECORDED, imp_date_new (2026, 2, 28));
  imp_changes_set_date (changes, sample->tills, IMP_IRRITANT_RECORDED, imp_date_new (2026, 3, 1));
  imp_changes_set_date (changes, sample->forms, IMP_IRRITANT_RECORDED, imp_date_new (2026, 4, 1));
  store_fixture_commit (fixture, changes, NULL);
}

static void
attach (StoreFixture *fixture, ImpItem irritant, const char *name, int width)
{
  ImpChanges *changes = imp_changes_new ();
  ImpItem attachment = imp_changes_add (changes, IMP_KIND_ATTACHMENT);

  imp_changes_set_item (changes, attachment, IMP_ATTACHMENT_IRRITANT, irritant);
  imp_changes_set_text (changes, attachment, IMP_ATTACHMENT_NAME, name);
  if (width > 0)
    imp_changes_set_integer (changes, attachment, IMP_ATTACHMENT_WIDTH, width);
  store_fixture_commit (fixture, changes, NULL);
}

static void
add_tag (ImpChanges *changes, ImpItem irritant, const char *tag)
{
  ImpItem tagging = imp_changes_add (changes, IMP_KIND_TAGGING);

  imp_changes_set_item (changes, tagging, IMP_TAGGING_IRRITANT, irritant);
  imp_changes_set_text (changes, tagging, IMP_TAGGING_TAG, tag);
}

static void
pin (ImpChanges *changes, ImpItem irritant, ImpDate until)
{
  imp_changes_set_text (changes, irritant, IMP_IRRITANT_PIN_REASON, "Audit");
  imp_changes_set_date (changes, irritant, IMP_IRRITANT_PIN_UNTIL, until);
}

static void
describe (StoreFixture *fixture, const Sample *sample)
{
  const ImpItem step = store_fixture_add_named (fixture, IMP_KIND_STEP, "Goods in");
  const ImpItem outcome = store_fixture_add_named (fixture, IMP_KIND_OUTCOME, "On time");
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_item (changes, sample->scanners, IMP_IRRITANT_STEP, step);
  imp_changes_set_item (changes, sample->tills, IMP_IRRITANT_OUTCOME, outcome);
  imp_changes_set_integer (changes, sample->doors, IMP_IRRITANT_WASTE, IMP_WASTE_TALENT);
  imp_changes_set_integer (changes, sample->forms, IMP_IRRITANT_CHANGE, IMP_CHANGE_PROCESS);
  add_tag (changes, sample->doors, "Quick win");
  add_tag (changes, sample->doors, "quick win");
  add_tag (changes, sample->forms, "Quicker");
  pin (changes, sample->tills, STORE_FIXTURE_TODAY);
  pin (changes, sample->doors, STORE_FIXTURE_TODAY - 1);
  store_fixture_commit (fixture, changes, NULL);
}

static Sample
make_sample (StoreFixture *fixture)
{
  Sample sample = {
    .lyon = store_fixture_add_named (fixture, IMP_KIND_SITE, "Lyon"),
    .new_york = store_fixture_add_named (fixture, IMP_KIND_SITE, "New Lyons"),
    .ghent = store_fixture_add_named (fixture, IMP_KIND_SITE, "Ghent"),
    .picking = store_fixture_add_named (fixture, IMP_KIND_DEPARTMENT, "Picking"),
    .dana = store_fixture_add_named (fixture, IMP_KIND_PERSON, "Dana Whitfield"),
    .badges = store_fixture_add_named (fixture, IMP_KIND_OFFERING, "Door bädges"),
    .doors = store_fixture_record (fixture, "Doors", "400 measured", NULL),
    .tills = store_fixture_record (fixture, "Tills", "300 measured", NULL),
    .scanners = store_fixture_record (fixture, "Scanners", "200 measured", NULL),
    .forms = store_fixture_record (fixture, "Forms", NULL, NULL),
  };

  report (fixture, sample.doors, IMP_REPORT_PERSON, sample.dana, sample.lyon);
  report (fixture, sample.doors, IMP_REPORT_PERSON, sample.dana, sample.lyon);
  report (fixture, sample.tills, IMP_REPORT_DEPARTMENT, sample.picking, sample.new_york);
  report (fixture, sample.scanners, IMP_REPORT_SITE, sample.ghent, sample.ghent);
  set_details (fixture, &sample);
  describe (fixture, &sample);
  attach (fixture, sample.scanners, "screen.png", 800);
  attach (fixture, sample.tills, "log.txt", 0);
  return sample;
}

static void
test_filters (StoreFixture *fixture, gconstpointer data)
{
  static const char *const cases[][2] = {
    { "site:lyon", "1 Tills, 2 Doors" }, /* the beginning of any word */
    { "site:LY", "1 Tills, 2 Doors" },
    { "site:\"lyon\"", "2 Doors" }, /* no other one */
    { "site:yon", "" },
    { "site:\"lyon\" site:ghent", "2 Doors, 4 Scanners" },
    { "-site:lyon", "3 Forms, 4 Scanners" },
    { "site:lyon -site:\"new lyons\"", "2 Doors" },
    { "-site:\"new lyons\" site:lyon", "2 Doors" },
    { "department:pick", "1 Tills, 2 Doors" }, /* those who work there too */
    { "department:pick site:\"lyon\"", "2 Doors" },
    { "person:whit", "2 Doors" },
    { "person:\"dana whitfield\"", "2 Doors" },
    { "offering:badges", "2 Doors" },
    { "-offering:badges", "1 Tills, 3 Forms, 4 Scanners" },
    { "step:in", "4 Scanners" },
    { "step:\"goods in\"", "4 Scanners" },
    { "outcome:on", "1 Tills" },
    { "waste:talent", "2 Doors" },
    { "waste:\"skills left unused\" waste:waiting", "2 Doors" },
    { "-waste:talent", "1 Tills, 3 Forms, 4 Scanners" },
    { "kind:process", "3 Forms" },
    { "tag:QUICK", "2 Doors, 3 Forms" },
    { "tag:\"quick win\"", "2 Doors" },
    { "tag:\"quick\"", "" },
    { "tag:win", "" },           /* a tag is found by its own beginning */
    { "pinned:yes", "1 Tills" }, /* not until yesterday */
    { "pinned:no", "2 Doors, 3 Forms, 4 Scanners" },
    { "has:photo", "4 Scanners" },
    { "-has:photo", "1 Tills, 2 Doors, 3 Forms" },
    { "customers:yes", "1 Tills" },
    { "customers:no", "2 Doors, 3 Forms, 4 Scanners" },
    { "-customers:no", "1 Tills" },
    { "customers:yes customers:no", "" },
    { "since:2026-03 before:2026-04", "1 Tills" },
    { "since:2026-02-28", "1 Tills, 2 Doors, 3 Forms" },
    { "-since:2026-03 since:2026-01", "2 Doors" },
    { "unknown:people", "3 Forms" },
    { "unknown:effort", "1 Tills, 3 Forms, 4 Scanners" },
    { "unknown:any -unknown:people", "1 Tills, 4 Scanners" },
    { "unknown:often", "" },
    { "site:lyon doors", "2 Doors" },
    { "site:lyon scanners", "" },
  };

  make_sample (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i][0]);
      assert_found (fixture, cases[i][0], cases[i][1]);
    }
}

/* Nothing, and never everything. */
static void
test_nonsense (StoreFixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    "site:",      "site:\"\"", "-site:",         "site:x",  "state:opn",
    "-state:opn", "since:x",   "-before:x",      "has:dog", "-unknown:nothing",
    "site:'%'--", "site:*",    "customers:maybe"
  };

  make_sample (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_found (fixture, texts[i], "");
}

/* What is kept for the next question is of the backlog as it was. */
static void
test_follows_changes (StoreFixture *fixture, gconstpointer data)
{
  const Sample sample = make_sample (fixture);

  assert_found (fixture, "site:ghent", "4 Scanners");
  assert_found (fixture, "site:ghent doors", "");
  report (fixture, sample.doors, IMP_REPORT_SITE, sample.ghent, sample.ghent);
  assert_found (fixture, "site:ghent", "2 Doors, 4 Scanners");
  assert_found (fixture, "state:any site:ghent", "2 Doors, 4 Scanners");
  store_fixture_record (fixture, "Late", "900 measured", NULL);
  assert_found (fixture, "-site:ghent", "2 Tills, 1 Late, 4 Forms"); /* pinned */
}

/* Two laptops can leave one half of a pin: one takes it off while the other prolongs it. */
static void
test_half_a_pin (StoreFixture *fixture, gconstpointer data)
{
  const Sample sample = make_sample (fixture);
  ImpChanges *changes = imp_changes_new ();
  g_autoptr (ImpRanking) ranking = NULL;
  g_autoptr (ImpIrritantPage) page = NULL;
  g_autoptr (ImpQuery) query = imp_query_parse ("");

  imp_changes_set_text (changes, sample.tills, IMP_IRRITANT_PIN_REASON, NULL);
  imp_changes_set_date (changes, sample.doors, IMP_IRRITANT_PIN_UNTIL, IMP_DATE_NONE);
  store_fixture_commit (fixture, changes, NULL);
  assert_found (fixture, "pinned:yes", "");
  ranking = imp_store_rank (fixture->store, query, IMP_SORT_IMPACT, NULL, NULL);
  g_assert_cmpuint (ranking->n_pinned, ==, 0);
  page = imp_store_read_irritant_page (fixture->store, sample.tills, NULL);
  g_assert_null (page->pin_reason);
  g_assert_false (imp_date_is_set (page->pin_until));
}

/* Ranks are those of all in the states asked for. */
static void
test_states (StoreFixture *fixture, gconstpointer data)
{
  const Sample sample = make_sample (fixture);

  store_fixture_add_fix (fixture, "New tills", sample.tills, STORE_FIXTURE_TODAY);
  assert_found (fixture, "site:lyon", "1 Doors");
  assert_found (fixture, "site:lyon state:any", "1 Tills, 2 Doors");
  assert_found (fixture, "site:lyon state:fixed", "1 Tills");
  assert_found (fixture, "site:lyon -state:fixed", "1 Doors");
}

static void
assert_values (StoreFixture *fixture, const char *text, ImpQueryKey key, const char *expected)
{
  g_autoptr (ImpQuery) query = imp_query_parse (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) values =
      imp_store_read_query_values (fixture->store, query, key, NULL, &error);
  g_autoptr (GString) listed = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < values->len; i++)
    g_string_append_printf (listed, "%s%s %u", i > 0 ? ", " : "",
                            ((ImpQueryValue *) values->pdata[i])->name,
                            ((ImpQueryValue *) values->pdata[i])->n);
  g_assert_cmpstr (listed->str, ==, expected);
}

/* So many irritants, not reports, of what the rest of the query asks for. */
static void
test_values (StoreFixture *fixture, gconstpointer data)
{
  make_sample (fixture);
  assert_values (fixture, "", IMP_QUERY_SITE, "Ghent 1, Lyon 1, New Lyons 1");
  assert_values (fixture, "site:ghent", IMP_QUERY_SITE, "Ghent 1, Lyon 1, New Lyons 1");
  assert_values (fixture, "offering:door", IMP_QUERY_SITE, "Lyon 1, Ghent 0, New Lyons 0");
  assert_values (fixture, "doors", IMP_QUERY_SITE, "Lyon 1, Ghent 0, New Lyons 0");
  assert_values (fixture, "state:declined", IMP_QUERY_SITE, "Ghent 0, Lyon 0, New Lyons 0");
  assert_values (fixture, "", IMP_QUERY_DEPARTMENT, "Picking 2");
  assert_values (fixture, "", IMP_QUERY_PERSON, "Dana Whitfield 1");
  assert_values (fixture, "", IMP_QUERY_OFFERING, "Door bädges 1");
  assert_values (fixture, "", IMP_QUERY_STEP, "Goods in 1");
  assert_values (fixture, "", IMP_QUERY_OUTCOME, "On time 1");
  assert_values (fixture, "", IMP_QUERY_TAG, "Quick win 1, Quicker 1");
  assert_values (fixture, "doors", IMP_QUERY_TAG, "Quick win 1, Quicker 0");
  assert_values (fixture, "", IMP_QUERY_KIND, "process 1, decisions 0, customer-experience 0");
  assert_values (fixture, "", IMP_QUERY_HAS, "photo 0");
  assert_values (fixture, "", IMP_QUERY_SINCE, "");
}

static void
test_views (StoreFixture *fixture, gconstpointer data)
{
  ImpChanges *changes = imp_changes_new ();
  ImpItem view = imp_changes_add (changes, IMP_KIND_VIEW);
  g_autoptr (GPtrArray) views = NULL;
  const ImpView *lyon;

  imp_changes_set_text (changes, view, IMP_VIEW_NAME, "Lyon");
  imp_changes_set_text (changes, view, IMP_VIEW_QUERY, "site:\"Lyon\"");
  imp_changes_set_text (changes, view, IMP_VIEW_ORDER, "payback");
  store_fixture_commit (fixture, changes, NULL);
  store_fixture_add_named (fixture, IMP_KIND_VIEW, "Älter");
  views = imp_store_read_views (fixture->store, NULL);
  g_assert_cmpuint (views->len, ==, 2);
  g_assert_cmpstr (((ImpView *) views->pdata[0])->name, ==, "Älter");
  lyon = views->pdata[1];
  g_assert_cmpstr (lyon->query, ==, "site:\"Lyon\"");
  g_assert_cmpstr (lyon->order, ==, "payback");
  g_assert_null (lyon->columns);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/store/ranking-filter/" path, StoreFixture, NULL, store_fixture_set_up, func,       \
              store_fixture_tear_down)
  ADD ("filters", test_filters);
  ADD ("nonsense", test_nonsense);
  ADD ("follows-changes", test_follows_changes);
  ADD ("half-a-pin", test_half_a_pin);
  ADD ("states", test_states);
  ADD ("values", test_values);
  ADD ("views", test_views);
  return g_test_run ();
}
