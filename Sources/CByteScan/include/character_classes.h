// The kind and script of every Unicode scalar as the segmenter tells them apart, in a two-stage table.
//
// A table in C is there when a process starts: a Swift global would be built first, and asked at each look whether it is.
#pragma once
#include <stdint.h>

// A block number for each 64 scalars, and the classes of the scalars of each block: the kind in the upper byte, the script in the lower.
extern const uint16_t nuqta_class_stage[0x110000 / 64];
extern const uint16_t nuqta_class_cells[];

// The classes of a scalar; those of an unassigned one beyond U+10FFFF.
static inline uint16_t nuqta_class(uint32_t scalar) {
  if (scalar >= 0x110000) return 0;
  return nuqta_class_cells[(uint32_t)nuqta_class_stage[scalar >> 6] << 6 | (scalar & 63)];
}

// The classes of a byte of ASCII: its blocks come first.
static inline uint16_t nuqta_ascii_class(uint8_t byte) { return nuqta_class_cells[byte & 0x7F]; }
