/* The life of a container that maps a directory, so that it has a root of its own: the engine is found and tried, started with what it is
 * given, and what is inside ends with it. Ids of processes are those that its own programs see. */
#define LIVES_ENCLOSED
#include "life.c"

int main(void) { return live_twice(live, expect_nothing_of_it, shut_down); }
