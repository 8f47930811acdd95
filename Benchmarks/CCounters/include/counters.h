#pragma once
#include <stdint.h>

/// How often this thread has asked for memory: malloc, calloc, realloc and the aligned ones, whoever called.
///
/// The calls are counted by the functions of counters.c, which stand before libc's in every program that links this target.
uint64_t counters_allocations(void);

/// Begins to count this process's own instructions; false where the kernel or the machine gives no such counter.
int counters_start_instructions(void);

/// Instructions that this process has executed outside the kernel since the start; 0 where there is no counter.
uint64_t counters_instructions(void);

/// The time this thread has had a processor, in nanoseconds.
uint64_t counters_thread_nanoseconds(void);
