/* Whether a process lives, told by its id and by when it was born: ids are given out again. See lifetime.c. */
#ifndef HCSFFI_LIFETIME_H
#define HCSFFI_LIFETIME_H
#include <stdint.h>

/* When the process with this id was born, in a unit of the system's own and never the same for two processes that have the same id: equal
 * numbers mean the same process. A process that has ended and was not waited for is no process any more.
 * threads: any; GIL: not needed; blocks: no; errors: 0 where there is no such process, 1 where the system does not tell. */
uint64_t hcsffi_process_birth(uint32_t id);
#endif
