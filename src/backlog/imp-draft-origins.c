/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Which items the lines of an issue come from, as it is kept when it is published. */
#include "config.h"

#include "backlog/imp-draft.h"

#include "store/imp-item.h"

static gboolean
name_item (ImpStore *store, ImpItem item, char **name, GError **error)
{
  ImpUuid uuid;
  char text[IMP_UUID_STRING_LEN];

  if (item == 0)
    return TRUE;
  if (!imp_item_read_uuid (store, item, &uuid, error))
    return FALSE;
  imp_uuid_print (&uuid, text);
  *name = g_strdup (text);
  return TRUE;
}

static gboolean
fill_origin (ImpStore *store, const ImpEntry *entry, ImpIssueOrigin *origin, GError **error)
{
  return name_item (store, entry->item, &origin->entry, error)
         && name_item (store, entry->fix, &origin->fix, error)
         && name_item (store, entry->irritant, &origin->irritant, error)
         && name_item (store, entry->promise, &origin->promise, error);
}

/* The lines of a section stand in the order of its entries. */
static ImpIssueOrigin *
find_origin (ImpIssue *issue, ImpSection section, guint position)
{
  switch (section)
    {
    case IMP_SECTION_BIG:
      return &((ImpIssueFix *) issue->big->pdata[position])->origin;
    case IMP_SECTION_SMALL:
      return &((ImpIssueFix *) issue->small->pdata[position])->origin;
    case IMP_SECTION_NEXT:
      return &((ImpIssueLine *) issue->coming->pdata[position])->origin;
    case IMP_SECTION_NOT_NOW:
      return &((ImpIssueLine *) issue->not_now->pdata[position])->origin;
    case IMP_SECTION_WORKS:
      return &((ImpIssueLine *) issue->works->pdata[position])->origin;
    case IMP_SECTION_REST:
    default:
      return imp_issue_add_rest (issue);
    }
}

gboolean
imp_draft_name_origins_in_db (ImpStore *store,
                              const ImpAnnouncement *announcement,
                              ImpIssue *issue,
                              GError **error)
{
  guint n[IMP_SECTION_WORKS + 1] = { 0 };

  for (guint i = 0; i < announcement->entries->len; i++)
    {
      const ImpEntry *entry = announcement->entries->pdata[i];

      if (!fill_origin (store, entry, find_origin (issue, entry->section, n[entry->section]++),
                        error))
        return FALSE;
    }
  for (guint i = 0; i < announcement->rest->len; i++)
    if (!fill_origin (store, announcement->rest->pdata[i], imp_issue_add_rest (issue), error))
      return FALSE;
  return TRUE;
}
