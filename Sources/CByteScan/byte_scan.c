// The scan is inline in the header; this file gives the target something to compile and checks it once on its own.
#include "byte_scan.h"
#include "text_check.h"
