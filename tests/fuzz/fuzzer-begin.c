/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What libFuzzer calls first: it keeps the input of an abort, but not of GLib's trap. */
#include "config.h"

#include <signal.h>
#include <stdlib.h>

int LLVMFuzzerInitialize (int *argc, char ***argv);

static void
trapped_cb (int signal_number)
{
  abort ();
}

/* A warning that is fatal, and g_error(). */
int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  signal (SIGTRAP, trapped_cb);
  return 0;
}
