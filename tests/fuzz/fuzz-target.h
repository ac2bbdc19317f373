/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a fuzz target is: one function that libFuzzer, or the run over the corpus, calls. */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* Takes any bytes. Must come back, with all its memory given back; what must not be, it asserts.
 * Returns 0. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
