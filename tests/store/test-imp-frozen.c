/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What was published stays what colleagues read, whatever other laptops wrote meanwhile and in
 * whatever order it comes. */
#include "config.h"

#include "base/imp-error.h"
#include "store-fixture.h"
#include "store/imp-announcement-table.h"
#include "store/imp-history-table.h"
#include "store/imp-store-private.h"

#define N_LAPTOPS     3
#define RUNS_EVERYDAY 6
#define RUNS_LONG     150
#define ALL           G_MAXUINT

/* The pages of announcement %d, as publishing keeps them. */
#define DOCUMENT                                                                                   \
  "SELECT json_object ('title', title, 'from', date (\"from\" * 86400, 'unixepoch'), 'number', "   \
  "%d,"                                                                                            \
  " 'rest-count', (SELECT count(*) FROM entry WHERE announcement = a.n AND section = 5),"          \
  " 'rest-hours', 2.5, 'big', (SELECT json_group_array (json_object ('entry', hex (i.id),"         \
  " 'fix', hex (f.id), 'title', e.title, 'said', e.said, 'hours', e.hours) ORDER BY e.position,"   \
  " i.id) FROM entry e JOIN item i ON i.n = e.n LEFT JOIN item f ON f.n = e.fix"                   \
  " WHERE e.announcement = a.n AND e.section = 1), 'rest', (SELECT json_group_array (json_object " \
  "("                                                                                              \
  "'entry', hex (i.id), 'fix', hex (f.id)) ORDER BY i.id) FROM entry e JOIN item i ON i.n = e.n"   \
  " LEFT JOIN item f ON f.n = e.fix WHERE e.announcement = a.n AND e.section = 5))"                \
  " FROM announcement a WHERE n = %d"

/* What is told of an announcement, with nothing in it that is of one laptop only. */
#define TOLD                                                                                       \
  "SELECT a.title || '|' || a.number || '|' || a.rest_count || '|' || a.rest_hours || '|' ||"      \
  " coalesce ((SELECT group_concat (hex (i.id) || e.section || ' ' || coalesce (hex (f.id), '-')"  \
  " || ' ' || coalesce (e.title, '-') || ' ' || coalesce (e.said, '-') || ' ' ||"                  \
  " coalesce (e.hours, '-'), x'0a' ORDER BY e.section, e.position, i.id) FROM entry e"             \
  " JOIN item i ON i.n = e.n LEFT JOIN item f ON f.n = e.fix WHERE e.announcement = a.n), '')"     \
  " FROM announcement a WHERE a.n = %d"

static char *
read_told (StoreFixture *laptop, ImpItem announcement)
{
  g_autofree char *sql = g_strdup_printf (TOLD, (int) announcement);

  return store_fixture_query_text (laptop, sql);
}

static ImpItem
add_draft (StoreFixture *laptop, const char *title)
{
  ImpChanges *changes = imp_changes_new ();
  ImpItem draft = imp_changes_add (changes, IMP_KIND_ANNOUNCEMENT);
  g_auto (ImpCommit) commit = { 0 };

  imp_changes_set_text (changes, draft, IMP_ANNOUNCEMENT_TITLE, title);
  imp_changes_set_date (changes, draft, IMP_ANNOUNCEMENT_FROM, STORE_FIXTURE_TODAY - 30);
  store_fixture_commit (laptop, changes, &commit);
  return g_array_index (commit.items, ImpItem, 0);
}

static void
set_entry (ImpChanges *changes, ImpItem entry, ImpItem draft, ImpSection section, const char *title)
{
  imp_changes_set_item (changes, entry, IMP_ENTRY_ANNOUNCEMENT, draft);
  imp_changes_set_integer (changes, entry, IMP_ENTRY_SECTION, section);
  imp_changes_set_real (changes, entry, IMP_ENTRY_POSITION, 1);
  imp_changes_set_text (changes, entry, IMP_ENTRY_TITLE, title);
}

static ImpItem
add_entry (StoreFixture *laptop, ImpItem draft, ImpSection section, const char *title, ImpItem fix)
{
  ImpChanges *changes = imp_changes_new ();
  ImpItem entry = imp_changes_add (changes, IMP_KIND_ENTRY);
  g_auto (ImpCommit) commit = { 0 };

  set_entry (changes, entry, draft, section, title);
  imp_changes_set_item (changes, entry, IMP_ENTRY_FIX, fix);
  imp_changes_set_real (changes, entry, IMP_ENTRY_HOURS, 12.25);
  store_fixture_commit (laptop, changes, &commit);
  return g_array_index (commit.items, ImpItem, 0);
}

static void
set_text (StoreFixture *laptop, ImpItem item, guint8 field, const char *text)
{
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_text (changes, item, field, text);
  store_fixture_commit (laptop, changes, NULL);
}

static void
write_document (StoreFixture *laptop, ImpItem draft, int number, const char *document)
{
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_date (changes, draft, IMP_ANNOUNCEMENT_PUBLISHED, STORE_FIXTURE_TODAY);
  imp_changes_set_integer (changes, draft, IMP_ANNOUNCEMENT_NUMBER, number);
  imp_changes_set_text (changes, draft, IMP_ANNOUNCEMENT_DOCUMENT, document);
  store_fixture_commit (laptop, changes, NULL);
}

static void
publish (StoreFixture *laptop, ImpItem draft, int number)
{
  g_autofree char *sql = g_strdup_printf (DOCUMENT, number, (int) draft);
  g_autofree char *document = store_fixture_query_text (laptop, sql);

  write_document (laptop, draft, number, document);
}

/* The same item on another laptop. */
static ImpItem
find_there (StoreFixture *here, ImpItem item, StoreFixture *there)
{
  g_autofree char *id_sql = g_strdup_printf ("SELECT hex (id) FROM item WHERE n = %d", (int) item);
  g_autofree char *id = store_fixture_query_text (here, id_sql);
  g_autofree char *sql =
      g_strdup_printf ("SELECT coalesce (max (n), 0) FROM item WHERE id = x'%s'", id);

  return store_fixture_query (there, sql);
}

static GPtrArray *
read_contests (StoreFixture *laptop)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *contests = imp_contests_read (laptop->store, 0, 100, &error);

  g_assert_no_error (error);
  return contests;
}

/* Two laptops with one draft of one big and one summed up entry. */
typedef struct
{
  StoreFixture here, there;
  ImpItem draft, big, rest, fix;
} Pair;

static void
pair_set_up (Pair *pair, gconstpointer data)
{
  ImpItem irritant;

  store_fixture_set_up (&pair->here, data);
  store_fixture_set_up (&pair->there, data);
  irritant = store_fixture_record (&pair->here, "Scanner signs out", "40 measured", NULL);
  pair->fix = store_fixture_add_fix (&pair->here, "New cradle", irritant, STORE_FIXTURE_TODAY);
  pair->draft = add_draft (&pair->here, "November");
  pair->big = add_entry (&pair->here, pair->draft, IMP_SECTION_BIG, "New cradle", pair->fix);
  pair->rest = add_entry (&pair->here, pair->draft, IMP_SECTION_REST, NULL, 0);
  store_fixture_pass_on (&pair->here, &pair->there, ALL);
}

static void
pair_tear_down (Pair *pair, gconstpointer data)
{
  store_fixture_tear_down (&pair->here, data);
  store_fixture_tear_down (&pair->there, data);
}

static ImpItem
there (Pair *pair, ImpItem item)
{
  return find_there (&pair->here, item, &pair->there);
}

static void
exchange (Pair *pair)
{
  store_fixture_pass_on (&pair->here, &pair->there, ALL);
  store_fixture_pass_on (&pair->there, &pair->here, ALL);
}

static guint
count_tellable (StoreFixture *laptop)
{
  g_autoptr (GPtrArray) entries = imp_store_read_tellable (
      laptop->store, STORE_FIXTURE_TODAY - 9, STORE_FIXTURE_TODAY, IMP_TOLD_PUBLISHED, NULL);

  return entries->len;
}

/* Edited, moved, deleted and added to by somebody who did not know that it was published. */
static void
test_later_writes_change_nothing (Pair *pair, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL, *after_there = NULL;
  ImpItem draft_there = there (pair, pair->draft), other;

  pair->there.now_ms += 60000;
  set_text (&pair->there, draft_there, IMP_ANNOUNCEMENT_TITLE, "December");
  set_text (&pair->there, there (pair, pair->big), IMP_ENTRY_TITLE, "A cradle");
  other = add_draft (&pair->there, "Another");
  store_fixture_delete (&pair->there, there (pair, pair->rest));
  add_entry (&pair->there, draft_there, IMP_SECTION_BIG, "One more", there (pair, pair->fix));
  {
    ImpChanges *changes = imp_changes_new ();

    imp_changes_set_item (changes, there (pair, pair->big), IMP_ENTRY_ANNOUNCEMENT, other);
    store_fixture_commit (&pair->there, changes, NULL);
  }
  publish (&pair->here, pair->draft, 4);
  before = read_told (&pair->here, pair->draft);
  exchange (pair);
  after = read_told (&pair->here, pair->draft);
  after_there = read_told (&pair->there, draft_there);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (after_there, ==, before);
  g_assert_true (g_str_has_prefix (before, "November|4|0|2.5|"));
  g_assert_cmpuint (count_tellable (&pair->here), ==, 0);
  g_assert_cmpuint (count_tellable (&pair->there), ==, 0);
  store_fixture_assert_sound (&pair->here);
  store_fixture_assert_sound (&pair->there);
}

static const ImpContest *
find_contest (GPtrArray *contests, ImpKind kind, guint8 field)
{
  for (guint i = 0; i < contests->len; i++)
    {
      const ImpContest *contest = contests->pdata[i];

      if (contest->kind == kind && contest->field == field)
        return contest;
    }
  return NULL;
}

static void
assert_versions (const ImpContest *contest, const char *told, const char *late)
{
  g_assert_nonnull (contest);
  g_assert_cmpuint (contest->versions->len, ==, 2);
  g_assert_cmpstr (((ImpVersion *) contest->versions->pdata[0])->value.text, ==, told);
  g_assert_cmpstr (((ImpVersion *) contest->versions->pdata[1])->value.text, ==, late);
  g_assert_nonnull (((ImpVersion *) contest->versions->pdata[1])->actor);
}

static gboolean
try_settle (StoreFixture *laptop, const ImpContest *contest, guint version)
{
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  g_auto (ImpCommit) commit = { 0 };

  imp_changes_set_value (changes, contest->item, contest->field,
                         &((ImpVersion *) contest->versions->pdata[version])->value);
  return imp_store_commit (laptop->store, changes, &commit, NULL);
}

/* What was not told is told of; it can only be dropped. */
static void
test_later_writes_are_listed (Pair *pair, gconstpointer data)
{
  g_autoptr (GPtrArray) contests = NULL, settled = NULL;

  set_text (&pair->there, there (pair, pair->draft), IMP_ANNOUNCEMENT_TITLE, "December");
  set_text (&pair->there, there (pair, pair->big), IMP_ENTRY_TITLE, "A cradle");
  add_entry (&pair->there, there (pair, pair->draft), IMP_SECTION_BIG, "One more", 0);
  publish (&pair->here, pair->draft, 4);
  exchange (pair);
  contests = read_contests (&pair->here);
  g_assert_cmpuint (contests->len, ==, 3);
  assert_versions (find_contest (contests, IMP_KIND_ANNOUNCEMENT, IMP_ANNOUNCEMENT_TITLE),
                   "November", "December");
  assert_versions (contests->pdata[1], "New cradle", "A cradle");
  assert_versions (contests->pdata[2], NULL, "One more");
  g_assert_false (try_settle (&pair->here, contests->pdata[1], 1));
  for (guint i = 0; i < contests->len; i++)
    {
      g_assert_true (((ImpContest *) contests->pdata[i])->is_told);
      g_assert_true (try_settle (&pair->here, contests->pdata[i], 0));
    }
  exchange (pair);
  settled = read_contests (&pair->there);
  g_assert_cmpuint (settled->len, ==, 0);
  store_fixture_assert_sound (&pair->there);
}

static void
test_undoing_thaws (Pair *pair, gconstpointer data)
{
  g_autofree char *before = read_told (&pair->here, pair->draft), *after = NULL,
                  *there_after = NULL;
  g_autoptr (GPtrArray) contests = NULL;
  gint64 txn = pair->here.store->rseq + 1;

  publish (&pair->here, pair->draft, 4);
  set_text (&pair->there, there (pair, pair->big), IMP_ENTRY_TITLE, "A cradle");
  exchange (pair);
  store_fixture_undo (&pair->here, txn, NULL);
  exchange (pair);
  after = store_fixture_query_text (&pair->here, "SELECT title FROM entry WHERE section = 1");
  there_after =
      store_fixture_query_text (&pair->there, "SELECT title FROM entry WHERE section = 1");
  g_assert_cmpstr (after, ==, "A cradle");
  g_assert_cmpstr (there_after, ==, "A cradle");
  g_assert_cmpint (store_fixture_query (&pair->here, "SELECT count(*) FROM entry WHERE late = 1"),
                   ==, 0);
  contests = read_contests (&pair->here);
  g_assert_cmpuint (contests->len, ==, 0);
  store_fixture_assert_sound (&pair->here);
}

/* Two publish one draft without knowing of each other: one of them holds everywhere, and both are
 * listed. */
static void
test_published_twice (Pair *pair, gconstpointer data)
{
  g_autofree char *told = NULL, *told_there = NULL;
  g_autoptr (GPtrArray) contests = NULL;
  const ImpContest *contest;

  publish (&pair->here, pair->draft, 4);
  pair->there.now_ms += 60000;
  set_text (&pair->there, there (pair, pair->big), IMP_ENTRY_TITLE, "A cradle");
  publish (&pair->there, there (pair, pair->draft), 5);
  exchange (pair);
  told = read_told (&pair->here, pair->draft);
  told_there = read_told (&pair->there, there (pair, pair->draft));
  g_assert_cmpstr (told, ==, told_there);
  g_assert_true (g_str_has_prefix (told, "November|5|"));
  contests = read_contests (&pair->here);
  contest = find_contest (contests, IMP_KIND_ANNOUNCEMENT, IMP_ANNOUNCEMENT_DOCUMENT);
  g_assert_true (contest != NULL && contest->is_told);
  g_assert_false (try_settle (&pair->here, contest, 1));
  g_assert_true (try_settle (&pair->here, contest, 0));
  store_fixture_assert_sound (&pair->here);
  store_fixture_assert_sound (&pair->there);
}

/* The document is a text of somebody else's. */
static void
test_documents_may_be_anything (Pair *pair, gconstpointer data)
{
  static const char *const documents[] = {
    "no JSON",
    "[]",
    "{\"rest\": 3}",
    "{\"rest\": []}",
    "{\"rest\": [7, null, {\"entry\": []}, {\"entry\": \"00ff\"}], \"big\": {}, \"small\": 1e400}",
    "{\"rest\": [], \"title\": {\"a\": 1}, \"from\": \"soon\", \"number\": \"x\","
    " \"rest-hours\": [], \"rest-count\": -1e300,"
    " \"big\": [{\"entry\": \"00112233-4455-6677-8899-aabbccddeeff\", \"hours\": \"many\","
    " \"fix\": \"00112233-4455-6677-8899-aabbccddeeff\", \"title\": [1], \"unconfirmed\": {}}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (ImpAnnouncement) read = NULL;
      g_autoptr (GError) error = NULL;
      ImpItem draft = add_draft (&pair->here, "November");

      write_document (&pair->here, draft, 4, documents[i]);
      read = imp_store_read_announcement (pair->here.store, draft, &error);
      g_assert_no_error (error);
      exchange (pair);
      store_fixture_assert_sound (&pair->there);
    }
}

/* The property: three laptops write, publish and exchange parts of what they have. */
typedef struct
{
  StoreFixture laptops[N_LAPTOPS];
  GHashTable *told; /* UUID of a published announcement → what it told then */
} World;

static guint
pick (guint n)
{
  return (guint) g_test_rand_int_range (0, (gint32) n);
}

static ImpItem
pick_item (StoreFixture *laptop, ImpKind kind)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT coalesce (min (n), 0) FROM (SELECT n FROM item WHERE kind = %d"
                       " ORDER BY n LIMIT 1 OFFSET %u)",
                       kind, pick (8));

  return store_fixture_query (laptop, sql);
}

/* As the window does: what is known to be published is left alone. */
static gboolean
is_published (StoreFixture *laptop, ImpKind kind, ImpItem item)
{
  gboolean published = FALSE;

  g_assert_true (imp_store_find_published (laptop->store, kind, item, &published, NULL));
  return published;
}

static void
change_entry (StoreFixture *laptop, ImpItem entry)
{
  g_autofree char *text = g_strdup_printf ("Text %u", pick (1000));
  ImpItem draft = pick_item (laptop, IMP_KIND_ANNOUNCEMENT);
  ImpChanges *changes;

  if (entry == 0 || is_published (laptop, IMP_KIND_ENTRY, entry))
    return;
  if (pick (4) == 0)
    {
      store_fixture_delete (laptop, entry);
      return;
    }
  changes = imp_changes_new ();
  if (draft != 0 && pick (5) == 0 && !is_published (laptop, IMP_KIND_ANNOUNCEMENT, draft))
    imp_changes_set_item (changes, entry, IMP_ENTRY_ANNOUNCEMENT, draft);
  imp_changes_set_integer (changes, entry, IMP_ENTRY_SECTION, pick (2) == 0 ? 1 : 5);
  imp_changes_set_text (changes, entry, IMP_ENTRY_TITLE, text);
  imp_changes_set_text (changes, entry, IMP_ENTRY_SAID, text);
  store_fixture_commit (laptop, changes, NULL);
}

static char *
name_item (StoreFixture *laptop, ImpItem item)
{
  g_autofree char *sql = g_strdup_printf ("SELECT hex (id) FROM item WHERE n = %d", (int) item);

  return store_fixture_query_text (laptop, sql);
}

/* Only whose draft it is publishes it, so that it is published once. */
static void
publish_own (World *world, StoreFixture *laptop, ImpItem draft)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT count(*) FROM journal j JOIN announcement a ON a.n = j.item WHERE j.item = %d"
      " AND j.field = 0 AND j.base IS NULL AND j.rep = %d AND a.published IS NULL",
      (int) draft, (int) laptop->store->rep);

  if (draft == 0 || store_fixture_query (laptop, sql) == 0)
    return;
  publish (laptop, draft, 1 + (int) pick (9));
  g_hash_table_insert (world->told, name_item (laptop, draft), read_told (laptop, draft));
}

static void
change_draft (StoreFixture *laptop, ImpItem draft)
{
  g_autofree char *title = g_strdup_printf ("Title %u", pick (1000));

  if (draft == 0 || is_published (laptop, IMP_KIND_ANNOUNCEMENT, draft))
    return;
  if (pick (6) == 0)
    store_fixture_delete (laptop, draft);
  else if (pick (2) == 0)
    set_text (laptop, draft, IMP_ANNOUNCEMENT_TITLE, title);
  else
    add_entry (laptop, draft, IMP_SECTION_BIG, title, pick_item (laptop, IMP_KIND_FIX));
}

static void
step (World *world)
{
  StoreFixture *laptop = &world->laptops[pick (N_LAPTOPS)],
               *other = &world->laptops[pick (N_LAPTOPS)];

  laptop->now_ms += pick (9000);
  switch (pick (9))
    {
    case 0:
      add_draft (laptop, "November");
      break;
    case 1:
      publish_own (world, laptop, pick_item (laptop, IMP_KIND_ANNOUNCEMENT));
      break;
    case 2:
    case 3:
      change_draft (laptop, pick_item (laptop, IMP_KIND_ANNOUNCEMENT));
      break;
    case 4:
    case 5:
    case 6:
      change_entry (laptop, pick_item (laptop, IMP_KIND_ENTRY));
      break;
    default:
      if (laptop != other)
        store_fixture_pass_on (laptop, other, 1 + pick (60));
    }
}

/* On whoever has the publication. */
static guint
assert_told (World *world)
{
  GHashTableIter iter;
  gpointer id, told;
  guint n = 0;

  g_hash_table_iter_init (&iter, world->told);
  while (g_hash_table_iter_next (&iter, &id, &told))
    for (guint i = 0; i < N_LAPTOPS; i++)
      {
        g_autofree char *sql = g_strdup_printf ("SELECT coalesce (max (a.n), 0) FROM announcement a"
                                                " JOIN item i ON i.n = a.n WHERE i.id = x'%s'"
                                                " AND a.published IS NOT NULL",
                                                (char *) id);
        ImpItem here = store_fixture_query (&world->laptops[i], sql);
        g_autofree char *now = here != 0 ? read_told (&world->laptops[i], here) : NULL;

        if (here == 0)
          continue;
        g_assert_cmpstr (now, ==, told);
        n++;
      }
  return n;
}

static void
assert_rebuilds (StoreFixture *laptop)
{
  g_autofree char *before = store_fixture_dump (laptop), *after = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_assert_sound (laptop);
  imp_store_rebuild (laptop->store, &error);
  g_assert_no_error (error);
  after = store_fixture_dump (laptop);
  g_assert_cmpstr (after, ==, before);
}

static char *
digest (StoreFixture *laptop)
{
  return store_fixture_query_text (
      laptop,
      "SELECT group_concat (hex (i.id) || coalesce (hex (o.id), '-') || coalesce (e.title, '-') ||"
      " coalesce (e.late, 0), x'0a' ORDER BY i.id, o.id) FROM entry e JOIN item i ON i.n = e.n"
      " LEFT JOIN item o ON o.n = e.announcement");
}

static guint
run_once (void)
{
  World world = { .told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) };
  g_autofree char *first = NULL;
  guint n_late;

  for (guint i = 0; i < N_LAPTOPS; i++)
    store_fixture_set_up (&world.laptops[i], NULL);
  for (guint i = 0; i < 150; i++)
    {
      step (&world);
      assert_told (&world);
    }
  for (guint i = 0; i < N_LAPTOPS * N_LAPTOPS; i++)
    if (i / N_LAPTOPS != i % N_LAPTOPS)
      store_fixture_pass_on (&world.laptops[i / N_LAPTOPS], &world.laptops[i % N_LAPTOPS], ALL);
  g_assert_cmpuint (assert_told (&world), ==, N_LAPTOPS * g_hash_table_size (world.told));
  first = digest (&world.laptops[0]);
  n_late =
      (guint) store_fixture_query (&world.laptops[0], "SELECT count(*) FROM entry WHERE late = 1");
  for (guint i = 0; i < N_LAPTOPS; i++)
    {
      g_autofree char *other = digest (&world.laptops[i]);

      g_assert_cmpstr (other, ==, first);
      assert_rebuilds (&world.laptops[i]);
      store_fixture_tear_down (&world.laptops[i], NULL);
    }
  g_hash_table_unref (world.told);
  return n_late;
}

static void
test_never_changes (void)
{
  guint n_runs = g_getenv ("IMPROVE_TEST_LONG") != NULL ? RUNS_LONG : RUNS_EVERYDAY, n_late = 0;

  for (guint i = 0; i < n_runs; i++)
    n_late += run_once ();
  g_test_message ("%u runs of %u laptops, %u entries written late", n_runs, N_LAPTOPS, n_late);
  if (n_runs == RUNS_LONG)
    g_assert_cmpuint (n_late, >, 0); /* or nobody ever wrote without knowing */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/store/frozen/" path, Pair, NULL, pair_set_up, func, pair_tear_down)
  ADD ("later-writes-change-nothing", test_later_writes_change_nothing);
  ADD ("later-writes-are-listed", test_later_writes_are_listed);
  ADD ("undoing-thaws", test_undoing_thaws);
  ADD ("published-twice", test_published_twice);
  ADD ("documents-may-be-anything", test_documents_may_be_anything);
  g_test_add_func ("/store/frozen/never-changes", test_never_changes);
  return g_test_run ();
}
