#include "CPlatform.h"

#include <malloc.h>

void platform_take_memory_in_steps(int bytes) { mallopt(M_TOP_PAD, bytes); }
