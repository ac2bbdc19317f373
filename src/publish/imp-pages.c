/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Pages of any document. */
#include "config.h"

#include "publish/imp-pages.h"

typedef struct
{
  const ImpPaper *paper;
  gboolean landscape;
  int n_pages;
  char *title, *subject, *author, *language;
} ImpPagesPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ImpPages, imp_pages, G_TYPE_OBJECT)

static ImpPagesPrivate *
get_private (ImpPages *self)
{
  return imp_pages_get_instance_private (self);
}

static void
imp_pages_finalize (GObject *object)
{
  ImpPagesPrivate *private = get_private (IMP_PAGES (object));

  g_free (private->title);
  g_free (private->subject);
  g_free (private->author);
  g_free (private->language);
  G_OBJECT_CLASS (imp_pages_parent_class)->finalize (object);
}

static void
imp_pages_class_init (ImpPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = imp_pages_finalize;
}

static void
imp_pages_init (ImpPages *self)
{
  ImpPagesPrivate *private = get_private (self);

  private->paper = &imp_paper_a4;
  private->n_pages = 1;
}

int
imp_pages_get_n_pages (ImpPages *self)
{
  return get_private (self)->n_pages;
}

const ImpPaper *
imp_pages_get_paper (ImpPages *self)
{
  return get_private (self)->paper;
}

gboolean
imp_pages_is_landscape (ImpPages *self)
{
  return get_private (self)->landscape;
}

void
imp_pages_get_size (ImpPages *self, double *width, double *height)
{
  const ImpPagesPrivate *private = get_private (self);

  *width = private->landscape ? private->paper->height : private->paper->width;
  *height = private->landscape ? private->paper->width : private->paper->height;
}

ImpPagesInfo
imp_pages_get_info (ImpPages *self)
{
  const ImpPagesPrivate *private = get_private (self);

  return (ImpPagesInfo) { private->title, private->subject, private->author, private->language };
}

void
imp_pages_draw (ImpPages *self, int n, cairo_t *cr)
{
  g_return_if_fail (IMP_IS_PAGES (self) && n >= 0 && n < imp_pages_get_n_pages (self));

  cairo_save (cr);
  IMP_PAGES_GET_CLASS (self)->draw (self, n, cr);
  cairo_restore (cr);
}

void
imp_pages_set_paper (ImpPages *self, const ImpPaper *paper, gboolean landscape)
{
  ImpPagesPrivate *private = get_private (self);

  private->paper = paper;
  private->landscape = landscape;
}

void
imp_pages_set_n_pages (ImpPages *self, int n_pages)
{
  get_private (self)->n_pages = n_pages;
}

static void
set_text (char **text, const char *value)
{
  g_set_str (text, value != NULL ? value : "");
}

void
imp_pages_set_info (ImpPages *self, const ImpPagesInfo *info)
{
  ImpPagesPrivate *private = get_private (self);

  set_text (&private->title, info->title);
  set_text (&private->subject, info->subject);
  set_text (&private->author, info->author);
  g_set_str (&private->language, info->language);
}
