/* Whether this machine isolates, asked without the code under test: a test that is skipped because the host says that it does not
 * would pass for as long as the host is wrong. C11 and C++17. */
#ifndef HCSFFI_TESTS_ISOLATING_H
#define HCSFFI_TESTS_ISOLATING_H

#include <stdbool.h>
#include <stdlib.h>

/* By bubblewrap and the kernel alone, for whoever asks; it is new enough when it knows --disable-userns (0.8). */
static inline bool machine_isolates(void) {
    return system(
               "bwrap=${HCSFFI_BUBBLEWRAP:-bwrap}; \"$bwrap\" --help 2> /dev/null | grep -q disable-userns && \"$bwrap\" --unshare-user"
               " --unshare-pid --unshare-ipc --unshare-uts --ro-bind / / --proc /proc --dev /dev true > /dev/null 2>&1") == 0;
}

#endif
