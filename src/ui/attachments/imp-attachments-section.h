/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The photos and files of an irritant on its page. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog-attachments.h"

G_BEGIN_DECLS

/* Thumbnails under a heading with a button to add; opening one shows it whole. Adding goes on
 * where another irritant is shown meanwhile, and can be cancelled once it takes longer. Main
 * thread. */
#define IMP_TYPE_ATTACHMENTS_SECTION (imp_attachments_section_get_type ())
G_DECLARE_FINAL_TYPE (ImpAttachmentsSection,
                      imp_attachments_section,
                      IMP,
                      ATTACHMENTS_SECTION,
                      GtkBox)

void imp_attachments_section_set_backlog (ImpAttachmentsSection *self, ImpBacklog *backlog);
/* `attachments`: of ImpAttachment, kept. What is shown already stays, and the focus with it. */
void imp_attachments_section_show (ImpAttachmentsSection *self,
                                   ImpItem irritant,
                                   GPtrArray *attachments);

/* The three ways to add. Files dropped on `place` are for the irritant that is shown then. */
void imp_attachments_section_choose (ImpAttachmentsSection *self);
void imp_attachments_section_paste (ImpAttachmentsSection *self);
void imp_attachments_section_take_drops (ImpAttachmentsSection *self, GtkWidget *place);
/* Takes over an array of ImpAttachable. */
void imp_attachments_section_add (ImpAttachmentsSection *self, GPtrArray *attachables);

G_END_DECLS
