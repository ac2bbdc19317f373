/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a backlog is made of: every kind of item with its fields, in one table. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The local number of an item in the open backlog. Stable for as long as the file lives, but
 * meaningless in another one: outside (files, sharing) an item is known by its UUID. 0 is none. */
typedef gint64 ImpItem;

/* The numbers are written in journals for ever: never change or reuse one. */
typedef enum
{
  IMP_KIND_NONE = 0,
  IMP_KIND_ORGANISATION = 1, /* exactly one */
  IMP_KIND_SITE = 2,
  IMP_KIND_DEPARTMENT = 3,
  IMP_KIND_OFFERING = 4,
  IMP_KIND_PERSON = 5,
  IMP_KIND_IRRITANT = 6,
  IMP_KIND_REPORT = 7,
  IMP_KIND_FIX = 8,
  IMP_KIND_REMOVAL = 9, /* link: this fix removes that irritant */
  IMP_KIND_PROMISE = 10,
  IMP_KIND_CONFIRMATION = 11,
  IMP_KIND_ANNOUNCEMENT = 12,
  IMP_KIND_ENTRY = 13,
  IMP_KIND_ATTACHMENT = 14,  /* a photo or file; its bytes stand apart, by their hash */
  IMP_KIND_STEP = 15,        /* of a value stream: where the work is */
  IMP_KIND_OUTCOME = 16,     /* what the business wants to come of the work */
  IMP_KIND_TAGGING = 17,     /* link: this irritant has that tag; several of one tag count once */
  IMP_KIND_VIEW = 18,        /* a question to the list that was given a name */
  IMP_KIND_ROUND = 19,       /* a visit to a site, planned or made */
  IMP_KIND_MEETING = 20,     /* link: whom to meet on a round, or who was met */
  IMP_KIND_OBSERVATION = 21, /* what was heard on a round and is no irritant */
  IMP_KIND_TOLD = 22,        /* who has heard about a fix or a refusal */
  IMP_N_KINDS
} ImpKind;

typedef enum
{
  IMP_FIELD_LINE,    /* one line of text; the newest wins */
  IMP_FIELD_PROSE,   /* text in which no saved version is lost (several heads) */
  IMP_FIELD_NUMBER,  /* a real number */
  IMP_FIELD_INTEGER, /* a whole number */
  IMP_FIELD_FLAG,    /* 0 or 1 */
  IMP_FIELD_DATE,    /* an ImpDate */
  IMP_FIELD_CHOICE,  /* 1 … n, its words in nicks; 0 or absent is unset */
  IMP_FIELD_ANSWER,  /* text of an ImpAnswer */
  IMP_FIELD_ITEM,    /* another item, of the kind `refers` */
} ImpFieldType;

/* One field. Static, never freed. `number` is unique within its kind, written in journals for
 * ever, 1 … 61; 0 is the life of the item (IMP_FIELD_LIFE). `name` is the name in JSON and CSV. */
typedef struct
{
  guint8 number;
  const char *name;
  ImpFieldType type;
  ImpKind refers;           /* IMP_FIELD_ITEM only */
  const char *const *nicks; /* IMP_FIELD_CHOICE only, NULL-terminated; nicks[0] is value 1 */
  gboolean personal;        /* erased with the person it belongs to */
} ImpField;

#define IMP_FIELD_LIFE 0
/* Of every kind: which fields' earlier values are gone for good, on every laptop, as a sum of
 * 1 << number. It counts for what was written before it; where it names every field of the kind,
 * for all. Bit 0 says nothing. */
#define IMP_FIELD_FORGET 62

const char *imp_kind_get_name (ImpKind kind); /* "irritant"; NULL for an unknown one */
ImpKind imp_kind_from_name (const char *name);
const ImpField *imp_kind_get_fields (ImpKind kind, guint *n_fields); /* by ascending number */
const ImpField *imp_kind_get_field (ImpKind kind, guint number);     /* NULL if unknown */
const ImpField *imp_kind_find_field (ImpKind kind, const char *name);
/* The field that people know an item by: title, name, words. 0 for a kind that has none. */
guint8 imp_kind_get_label_field (ImpKind kind);
int imp_field_choice_from_nick (const ImpField *field, const char *nick);  /* 0 if unknown */
const char *imp_field_choice_get_nick (const ImpField *field, int choice); /* NULL if unset */

/* The fields by name, for C. One enum a kind, in the order of the table. */
enum
{
  IMP_ORGANISATION_NAME = 1,
  IMP_ORGANISATION_CONTACT_NAME,
  IMP_ORGANISATION_CONTACT_HOW,
  IMP_ORGANISATION_CONTACT_EMAIL,
  IMP_ORGANISATION_SERIES,
  IMP_ORGANISATION_LANGUAGE
};
enum
{
  IMP_SITE_NAME = 1,
  IMP_SITE_LEADER,
  IMP_SITE_ADVISOR,
  IMP_SITE_WEEKS /* from one round to the next; unset: no rhythm */
};
enum
{
  IMP_DEPARTMENT_NAME = 1,
  IMP_DEPARTMENT_LEADER
};
enum
{
  IMP_OFFERING_NAME = 1,
  IMP_OFFERING_SORT,
  IMP_OFFERING_OWNER
};
enum
{
  IMP_PERSON_NAME = 1,
  IMP_PERSON_ROLE,
  IMP_PERSON_DEPARTMENT,
  IMP_PERSON_SITE,
  IMP_PERSON_EMAIL,
  IMP_PERSON_NAMING,
  IMP_PERSON_IN_IT,
  IMP_PERSON_HEARS /* how they like to hear from us, in their words */
};
enum
{
  IMP_IRRITANT_TITLE = 1,
  IMP_IRRITANT_DESCRIPTION,
  IMP_IRRITANT_OFFERING,
  IMP_IRRITANT_PEOPLE,
  IMP_IRRITANT_OFTEN,
  IMP_IRRITANT_MINUTES,
  IMP_IRRITANT_EFFORT,
  IMP_IRRITANT_IRRITATION,
  IMP_IRRITANT_CUSTOMERS_SEE_IT,
  IMP_IRRITANT_RECORDED,
  IMP_IRRITANT_RECORDED_BY,
  IMP_IRRITANT_DECLINED,
  IMP_IRRITANT_DECLINED_REASON,
  IMP_IRRITANT_MERGED_INTO,
  IMP_IRRITANT_STEP,
  IMP_IRRITANT_OUTCOME,
  IMP_IRRITANT_CHANGE,     /* an ImpChangeType */
  IMP_IRRITANT_WASTE,      /* an ImpWaste */
  IMP_IRRITANT_PIN_REASON, /* both or none */
  IMP_IRRITANT_PIN_UNTIL   /* the last day on which it is pinned */
};
enum
{
  IMP_REPORT_IRRITANT = 1,
  IMP_REPORT_PERSON,
  IMP_REPORT_DEPARTMENT,
  IMP_REPORT_SITE,
  IMP_REPORT_DATE,
  IMP_REPORT_WORDS,
  IMP_REPORT_PEOPLE,
  IMP_REPORT_OFTEN,
  IMP_REPORT_MINUTES,
  IMP_REPORT_ROUND /* on which it was heard */
};
enum
{
  IMP_FIX_TITLE = 1,
  IMP_FIX_DID,
  IMP_FIX_NOW,
  IMP_FIX_TODO,
  IMP_FIX_OWNER,
  IMP_FIX_THANKS,
  IMP_FIX_PLANNED,
  IMP_FIX_STARTED,
  IMP_FIX_DELIVERED,
  IMP_FIX_EFFORT
};
enum
{
  IMP_REMOVAL_FIX = 1,
  IMP_REMOVAL_IRRITANT
};
enum
{
  IMP_PROMISE_FIX = 1,
  IMP_PROMISE_PERSON,
  IMP_PROMISE_TO,
  IMP_PROMISE_WHAT,
  IMP_PROMISE_SITE,
  IMP_PROMISE_MADE,
  IMP_PROMISE_FIRST,
  IMP_PROMISE_DUE,
  IMP_PROMISE_REASON,
  IMP_PROMISE_TOLD,
  IMP_PROMISE_KEPT,
  IMP_PROMISE_ROUND /* on which it was made */
};
enum
{
  IMP_CONFIRMATION_FIX = 1,
  IMP_CONFIRMATION_PERSON,
  IMP_CONFIRMATION_DATE,
  IMP_CONFIRMATION_VERDICT,
  IMP_CONFIRMATION_PEOPLE,
  IMP_CONFIRMATION_OFTEN,
  IMP_CONFIRMATION_MINUTES,
  IMP_CONFIRMATION_WORDS,
  IMP_CONFIRMATION_IRRITANT
};
enum
{
  IMP_ANNOUNCEMENT_TITLE = 1,
  IMP_ANNOUNCEMENT_FROM,
  IMP_ANNOUNCEMENT_TO,
  IMP_ANNOUNCEMENT_NUMBER,
  IMP_ANNOUNCEMENT_PUBLISHED,
  IMP_ANNOUNCEMENT_NEXT,
  IMP_ANNOUNCEMENT_DOCUMENT,
  IMP_ANNOUNCEMENT_REST_COUNT,
  IMP_ANNOUNCEMENT_REST_HOURS,
  IMP_ANNOUNCEMENT_SITE
};
enum
{
  IMP_ENTRY_ANNOUNCEMENT = 1,
  IMP_ENTRY_SECTION,
  IMP_ENTRY_POSITION,
  IMP_ENTRY_FIX,
  IMP_ENTRY_IRRITANT,
  IMP_ENTRY_PROMISE,
  IMP_ENTRY_TITLE,
  IMP_ENTRY_SAID,
  IMP_ENTRY_DID,
  IMP_ENTRY_NOW,
  IMP_ENTRY_THANKS,
  IMP_ENTRY_TODO,
  IMP_ENTRY_PLACE,
  IMP_ENTRY_DATE,
  IMP_ENTRY_HOURS,
  IMP_ENTRY_HOURS_SOURCE,
  IMP_ENTRY_COUNT,
  IMP_ENTRY_UNCONFIRMED
};
enum
{
  IMP_ATTACHMENT_IRRITANT = 1,
  IMP_ATTACHMENT_NAME,
  IMP_ATTACHMENT_TYPE,   /* of media: "image/jpeg" */
  IMP_ATTACHMENT_SHA256, /* of its bytes, 64 small hexadecimal figures */
  IMP_ATTACHMENT_SIZE,   /* bytes */
  IMP_ATTACHMENT_WIDTH,  /* pixels; a picture has both */
  IMP_ATTACHMENT_HEIGHT
};

enum
{
  IMP_STEP_NAME = 1
};
enum
{
  IMP_OUTCOME_NAME = 1
};
enum
{
  IMP_TAGGING_IRRITANT = 1,
  IMP_TAGGING_TAG
};
enum
{
  IMP_VIEW_NAME = 1,
  IMP_VIEW_QUERY,
  IMP_VIEW_ORDER,
  IMP_VIEW_COLUMNS
};
enum
{
  IMP_ROUND_SITE = 1,
  IMP_ROUND_PLANNED,   /* its day */
  IMP_ROUND_TIME,      /* minutes after midnight there; unset: any time */
  IMP_ROUND_PLACE,     /* "by the parts counter" */
  IMP_ROUND_VISITORS,  /* who goes, as it is said on paper: "Marta Nowak and Inês Duarte" */
  IMP_ROUND_QUESTIONS, /* asked in this order, one a line */
  IMP_ROUND_NOTE,      /* to oneself, for the briefing */
  IMP_ROUND_STARTED,   /* unix ms; unset: not yet begun */
  IMP_ROUND_ENDED      /* unix ms; unset: under way once it was begun */
};
enum
{
  IMP_MEETING_ROUND = 1,
  IMP_MEETING_PERSON,
  IMP_MEETING_DEPARTMENT, /* somebody there, where no person is named */
  IMP_MEETING_MET         /* 0: to be met */
};
enum
{
  IMP_OBSERVATION_ROUND = 1,
  IMP_OBSERVATION_SORT, /* an ImpObservationSort */
  IMP_OBSERVATION_WORDS,
  IMP_OBSERVATION_PERSON, /* who said it; of thanks: who is thanked */
  IMP_OBSERVATION_DEPARTMENT,
  IMP_OBSERVATION_SITE,
  IMP_OBSERVATION_DATE
};
enum
{
  IMP_TOLD_IRRITANT = 1,
  IMP_TOLD_FIX, /* unset: about a refusal */
  IMP_TOLD_PERSON,
  IMP_TOLD_DEPARTMENT, /* somebody there, where no person is named */
  IMP_TOLD_DATE,
  IMP_TOLD_ROUND
};

/* The values of the choices. */
typedef enum
{
  IMP_NAMING_YES = 1,
  IMP_NAMING_NO,
  IMP_NAMING_ASK
} ImpNaming;
typedef enum
{
  IMP_VERDICT_GONE = 1,
  IMP_VERDICT_BETTER,
  IMP_VERDICT_STILL_THERE
} ImpVerdict;
typedef enum
{
  IMP_SECTION_BIG = 1,
  IMP_SECTION_SMALL,
  IMP_SECTION_NEXT,
  IMP_SECTION_NOT_NOW,
  IMP_SECTION_REST, /* told by number only: "And 38 more" */
  IMP_SECTION_WORKS /* what colleagues said works, and thanks */
} ImpSection;
typedef enum
{
  IMP_HOURS_ASKED_AGAIN = 1,
  IMP_HOURS_ESTIMATED
} ImpHoursSource;
typedef enum
{
  IMP_IRRITATION_MILD = 1,
  IMP_IRRITATION_ANNOYING,
  IMP_IRRITATION_STRONG,
  IMP_IRRITATION_UNBEARABLE
} ImpIrritation; /* care 1, 1.25, 1.5, 2 */
/* What its removal would make better. */
typedef enum
{
  IMP_CHANGE_PROCESS = 1,
  IMP_CHANGE_DECISIONS,
  IMP_CHANGE_CUSTOMER_EXPERIENCE
} ImpChangeType;
/* What it wastes: the seven of Lean, and what people could do. */
typedef enum
{
  IMP_WASTE_WAITING = 1,
  IMP_WASTE_MOTION,
  IMP_WASTE_TRANSPORT,
  IMP_WASTE_INVENTORY,
  IMP_WASTE_OVERPRODUCTION,
  IMP_WASTE_OVERPROCESSING,
  IMP_WASTE_DEFECTS,
  IMP_WASTE_TALENT
} ImpWaste;
typedef enum
{
  IMP_OBSERVATION_WORKS = 1, /* something that works well */
  IMP_OBSERVATION_ELSE,      /* said while somebody was there */
  IMP_OBSERVATION_THANKS     /* who was especially helpful */
} ImpObservationSort;

G_END_DECLS
