/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The page of what wants something now. */
#include "config.h"

#include "ui/today/imp-today-page.h"

#include "model/imp-today-words.h"
#include "ui/common/imp-headings.h"
#include "ui/common/imp-page-title.h"
#include "ui/common/imp-plain.h"
#include "ui/common/imp-sidebar-button.h"
#include "ui/fixes/imp-confirm-dialog.h"
#include "ui/rounds/imp-plan-round-dialog.h"
#include "ui/today/imp-tell-dialog.h"
#include "ui/today/imp-today-rows.h"

/* A list that is longer than this by more than one is cut after so many rows. */
#define FIRST_ROWS 6
G_STATIC_ASSERT (IMP_TODAY_ROWS > FIRST_ROWS);

typedef enum
{
  LIST_PROMISES,
  LIST_TO_CONFIRM,
  LIST_NEWS,
  LIST_ROUNDS,
  N_LISTS
} List;

struct _ImpTodayPage
{
  ImpBacklogPage parent_instance;

  ImpToday *today; /* NULL before the first */
  gboolean all_news;
  gboolean stale; /* the rows are not of `today` */
  List opened;    /* the row that the dialog was opened from */
  guint opened_at;
  GPtrArray *rows[N_LISTS]; /* owned by their group */

  GtkStack *states;
  GtkWidget *first_steps;
  GtkLabel *date, *first, *next;
  AdwPreferencesGroup *promises, *to_confirm, *news, *rounds;
  GtkLabel *to_confirm_note, *news_note;
};

G_DEFINE_FINAL_TYPE (ImpTodayPage, imp_today_page, IMP_TYPE_BACKLOG_PAGE)

static AdwPreferencesGroup *
get_group (ImpTodayPage *self, List list)
{
  AdwPreferencesGroup *const groups[] = { self->promises, self->to_confirm, self->news,
                                          self->rounds };

  return groups[list];
}

static void
add_row (ImpTodayPage *self, List list, GtkWidget *row)
{
  adw_preferences_group_add (get_group (self, list), row);
  g_ptr_array_add (self->rows[list], row);
}

static void
clear_list (ImpTodayPage *self, List list)
{
  for (guint i = 0; i < self->rows[list]->len; i++)
    adw_preferences_group_remove (get_group (self, list), self->rows[list]->pdata[i]);
  g_ptr_array_set_size (self->rows[list], 0);
}

static GtkWidget *
create_row (ImpTodayPage *self, List list, guint position)
{
  const ImpToday *today = self->today;

  switch (list)
    {
    case LIST_PROMISES:
      return imp_today_rows_create_promise (today->promises->pdata[position], today->day);
    case LIST_TO_CONFIRM:
      return imp_today_rows_create_to_confirm (today->to_confirm->pdata[position], position);
    case LIST_NEWS:
      return imp_today_rows_create_news (today->news->pdata[position], position);
    case LIST_ROUNDS:
    case N_LISTS:
    default:
      return imp_today_rows_create_round (today->rounds->pdata[position], today->day);
    }
}

/* To where the rest is: of news, that is nowhere but here. */
static GtkWidget *
create_more (List list, guint n)
{
  if (list == LIST_NEWS)
    return imp_today_rows_create_more (n, "today.all-news", NULL);
  if (list == LIST_PROMISES)
    return imp_today_rows_create_more (n, "win.show-promises", NULL);
  return imp_today_rows_create_more (
      n, "win.show-page", g_variant_new_string (list == LIST_ROUNDS ? "rounds" : "fixes"));
}

/* n: how many there are, of which `loaded` can be shown. */
static void
fill_list (ImpTodayPage *self, List list, guint n, guint loaded)
{
  const gboolean whole = n <= FIRST_ROWS + 1 || (list == LIST_NEWS && self->all_news);
  const guint shown = MIN (whole ? n : FIRST_ROWS, loaded);

  clear_list (self, list);
  for (guint i = 0; i < shown; i++)
    add_row (self, list, create_row (self, list, i));
  if (!whole)
    add_row (self, list, create_more (list, n - shown));
  else if (shown < n)
    add_row (self, list, imp_today_rows_create_rest (n - shown));
  gtk_widget_set_visible (GTK_WIDGET (get_group (self, list)), n > 0);
}

static void
fill_lists (ImpTodayPage *self)
{
  const ImpToday *today = self->today;

  fill_list (self, LIST_PROMISES, today->n_late + today->n_due, today->promises->len);
  fill_list (self, LIST_TO_CONFIRM, today->n_to_confirm, today->to_confirm->len);
  fill_list (self, LIST_NEWS, today->n_news, today->news->len);
  fill_list (self, LIST_ROUNDS, today->n_rounds, today->rounds->len);
}

static void
say_all (ImpTodayPage *self)
{
  g_autofree char *date = imp_date_to_weekday_words (self->today->day);
  g_autofree char *first = imp_today_say_first (self->today);
  g_autofree char *next = imp_today_say_next (self->today);
  g_autofree char *to_confirm = imp_today_say_to_confirm (self->today);
  g_autofree char *colleagues = imp_today_say_colleagues (self->today);

  gtk_label_set_label (self->date, date);
  gtk_label_set_label (self->first, first);
  gtk_label_set_label (self->next, next);
  gtk_label_set_label (self->to_confirm_note, to_confirm);
  gtk_label_set_label (self->news_note, colleagues);
}

/* Where the focus is: the list and the row; FALSE where it is elsewhere. */
static gboolean
find_focus (ImpTodayPage *self, List *list, guint *position)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (*list = 0; focus != NULL && *list < N_LISTS; (*list)++)
    for (*position = 0; *position < self->rows[*list]->len; (*position)++)
      if (focus == self->rows[*list]->pdata[*position]
          || gtk_widget_is_ancestor (focus, self->rows[*list]->pdata[*position]))
        return TRUE;
  return FALSE;
}

/* To the row that took the place, or the nearest one. */
static void
restore_focus (ImpTodayPage *self, List list, guint position)
{
  for (guint i = 0; i < N_LISTS; i++)
    {
      const GPtrArray *rows = self->rows[(list + i) % N_LISTS];

      if (rows->len > 0)
        {
          gtk_widget_grab_focus (rows->pdata[i == 0 ? MIN (position, rows->len - 1) : 0]);
          return;
        }
    }
}

static void
show_all (ImpTodayPage *self)
{
  List list;
  guint position;
  const gboolean had_focus = find_focus (self, &list, &position);

  self->stale = FALSE;
  say_all (self);
  fill_lists (self);
  if (had_focus)
    restore_focus (self, list, position);
}

/* Rows cost a frame: what changes while the page is not in sight is shown when it is. */
static void
imp_today_page_map (GtkWidget *widget)
{
  ImpTodayPage *self = IMP_TODAY_PAGE (widget);

  GTK_WIDGET_CLASS (imp_today_page_parent_class)->map (widget);
  if (self->stale)
    show_all (self);
}

static void
show_all_news (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ImpTodayPage *self = IMP_TODAY_PAGE (widget);

  self->all_news = TRUE;
  show_all (self);
}

/* The row may have gone meanwhile, and its button with it. */
static void
dialog_closed_cb (ImpTodayPage *self)
{
  List list;
  guint position;

  if (self->today != NULL && !find_focus (self, &list, &position))
    restore_focus (self, self->opened, self->opened_at);
}

static void
present (ImpTodayPage *self, AdwDialog *dialog, List list, guint position)
{
  self->opened = list;
  self->opened_at = position;
  g_signal_connect_object (dialog, "closed", G_CALLBACK (dialog_closed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
ask (GtkWidget *widget, const char *name, GVariant *position)
{
  ImpTodayPage *self = IMP_TODAY_PAGE (widget);
  const guint at = g_variant_get_uint32 (position);
  const ImpToConfirm *fix;

  if (self->today == NULL || at >= self->today->to_confirm->len)
    return;
  fix = self->today->to_confirm->pdata[at];
  present (self, imp_confirm_dialog_new (imp_backlog_page_get_backlog (widget), fix->fix),
           LIST_TO_CONFIRM, at);
}

static void
tell (GtkWidget *widget, const char *name, GVariant *position)
{
  ImpTodayPage *self = IMP_TODAY_PAGE (widget);
  const guint at = g_variant_get_uint32 (position);

  if (self->today == NULL || at >= self->today->news->len)
    return;
  present (self,
           imp_tell_dialog_new (imp_backlog_page_get_backlog (widget), self->today, at, widget),
           LIST_NEWS, at);
}

static void
imp_today_page_dispose (GObject *object)
{
  ImpTodayPage *self = IMP_TODAY_PAGE (object);

  g_clear_pointer (&self->today, imp_today_unref);
  for (List list = 0; list < N_LISTS; list++)
    g_clear_pointer (&self->rows[list], g_ptr_array_unref);
  /* The page would let go of its child a second time. */
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_TODAY_PAGE);
  G_OBJECT_CLASS (imp_today_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (IMP_TYPE_PAGE_TITLE);
  g_type_ensure (IMP_TYPE_SIDEBAR_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Improve/ui/today/imp-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpTodayPage, states);
  gtk_widget_class_bind_template_child (widget_class, ImpTodayPage, first_steps);
  gtk_widget_class_bind_template_child (widget_class, ImpTodayPage, date);
  gtk_widget_class_bind_template_child (widget_class, ImpTodayPage, first);
  gtk_widget_class_bind_template_child (widget_class, ImpTodayPage, next);
  gtk_widget_class_bind_template_child (widget_class, ImpTodayPage, promises);
  gtk_widget_class_bind_template_child (widget_class, ImpTodayPage, to_confirm);
  gtk_widget_class_bind_template_child (widget_class, ImpTodayPage, news);
  gtk_widget_class_bind_template_child (widget_class, ImpTodayPage, rounds);
  gtk_widget_class_bind_template_child (widget_class, ImpTodayPage, to_confirm_note);
  gtk_widget_class_bind_template_child (widget_class, ImpTodayPage, news_note);
}

static void
imp_today_page_class_init (ImpTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_today_page_dispose;
  widget_class->map = imp_today_page_map;
  bind_template (widget_class);
  imp_plan_round_dialog_install (widget_class);
  gtk_widget_class_install_action (widget_class, "today.ask", "u", ask);
  gtk_widget_class_install_action (widget_class, "today.tell", "u", tell);
  gtk_widget_class_install_action (widget_class, "today.all-news", NULL, show_all_news);
}

static void
imp_today_page_init (ImpTodayPage *self)
{
  for (List list = 0; list < N_LISTS; list++)
    self->rows[list] = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  imp_headings_wrap (GTK_WIDGET (self));
  imp_plain_text (GTK_WIDGET (self));
}

GtkWidget *
imp_today_page_new (ImpBacklog *backlog)
{
  return g_object_new (IMP_TYPE_TODAY_PAGE, "backlog", backlog, NULL);
}

void
imp_today_page_show (ImpTodayPage *self, ImpToday *today)
{
  ImpToday *before;

  g_return_if_fail (IMP_IS_TODAY_PAGE (self));

  before = self->today;
  self->today = imp_today_ref (today);
  g_clear_pointer (&before, imp_today_unref);
  gtk_widget_set_visible (self->first_steps, today->is_new);
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_all (self);
  gtk_stack_set_visible_child_name (self->states, imp_today_is_empty (today) ? "empty" : "lists");
}
