/* The smallest test harness that serves C11 and C++17 alike.
 *
 *     TEST(a_killed_process_answers_137, "clients tell a kill from an exit by this number") { CHECK(...); }
 *
 * A test is a sentence and a reason. `program` runs all, `program NAME...` those named, `program --list` prints the names. CHECK ends the
 * test at once by leaving the function it is in; in a function that returns a value use CHECK_OR(condition, value). A test that
 * cannot run here says why with SKIP. The exit status is the number of failed tests.
 * Each test runs in a process of its own, which it may crash, hang (HARNESS_LIMIT_S seconds, 100 if unset) or leave littered: the program
 * starts itself once more, as `program --here NAME`, which is also how to run one under a debugger.
 * A program that defines HARNESS_MODES gets other first arguments (a child to be killed, for instance) before any test runs.
 */
#ifndef HCSFFI_TESTS_HARNESS_H
#define HCSFFI_TESTS_HARNESS_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* strict C11 hides what POSIX adds; hence this header comes first */
#endif

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifndef _WIN32
#include <unistd.h>
#endif

#include "system.h"

typedef void (*harness_test)(void);

enum { HARNESS_MOST_TESTS = 256, HARNESS_SKIPPED = 77 };

static struct {
    const char *name;
    const char *why;
    harness_test run;
} harness_tests[HARNESS_MOST_TESTS];
static int harness_count;
static int harness_failed;       /* in the running test */
static const char *harness_skip; /* reason of the running test */

static void harness_register(const char *name, const char *why, harness_test run) {
    if (harness_count == HARNESS_MOST_TESTS) abort();
    harness_tests[harness_count].name = name;
    harness_tests[harness_count].why = why;
    harness_tests[harness_count].run = run;
    ++harness_count;
}

#ifndef _WIN32
/* A fork of a process with threads has lost what was held by them: the leak checker, which runs last of all exit hooks, would blame it. */
static int harness_fork_status = -1;

static void harness_leave_fork(void) {
    if (harness_fork_status >= 0) _exit(harness_fork_status);
}

__attribute__((constructor(101))) static void harness_register_leaving(void) { atexit(harness_leave_fork); }

/* For such a fork: exit() with every exit hook of the program and the libraries, and without the leak check. */
static inline void harness_exit_fork(int status) {
    harness_fork_status = status;
    exit(status);
}
#endif

static inline void harness_fail(const char *file, int line, const char *what) {
    fprintf(stderr, "%s:%d: %s\n", file, line, what);
    __atomic_add_fetch(&harness_failed, 1, __ATOMIC_RELAXED); /* checks run on several threads in some tests */
}

#define TEST(name, why)                                                                                    \
    static void name(void);                                                                                \
    __attribute__((constructor)) static void register_##name(void) { harness_register(#name, why, name); } \
    static void name(void)
#define CHECK_OR(condition, value)                        \
    do {                                                  \
        if (!(condition)) {                               \
            harness_fail(__FILE__, __LINE__, #condition); \
            return value;                                 \
        }                                                 \
    } while (0)
#define CHECK(condition) CHECK_OR(condition, )
#define CHECK_EQUAL(expected, actual)                                                                                              \
    do {                                                                                                                           \
        const long long harness_expected = (long long)(expected), harness_actual = (long long)(actual);                            \
        if (harness_expected != harness_actual) {                                                                                  \
            fprintf(stderr, "expected %lld (0x%llX), got %lld (0x%llX)\n", harness_expected, (unsigned long long)harness_expected, \
                    harness_actual, (unsigned long long)harness_actual);                                                           \
            harness_fail(__FILE__, __LINE__, #expected " == " #actual);                                                            \
            return;                                                                                                                \
        }                                                                                                                          \
    } while (0)
#define SKIP(reason)           \
    do {                       \
        harness_skip = reason; \
        return;                \
    } while (0)

#ifdef HARNESS_MODES
static int HARNESS_MODES(int count, char **arguments); /* the exit status, or -1 to run tests */
#endif

/* The exit status of the process that runs one test. */
static int harness_run_here(const char *name) {
    for (int at = 0; at < harness_count; ++at) {
        if (strcmp(harness_tests[at].name, name) != 0) continue;
        harness_tests[at].run();
        if (harness_skip && !harness_failed) printf("skipped %s: %s\n", name, harness_skip);
        return harness_failed ? 1 : harness_skip ? HARNESS_SKIPPED : 0;
    }
    fprintf(stderr, "there is no test %s\n", name);
    return 1;
}

static bool harness_run_apart(const char *name) {
    const char *const words[] = {"--here", name, NULL};
    const char *limit = getenv("HARNESS_LIMIT_S");
    const int limit_s = limit ? atoi(limit) : 100;
    struct child child;
    long long status = -1;
    fflush(stdout);
    fflush(stderr);
    if (!start_self(&child, CHILD_SHARES_STREAMS, words)) abort();
    if (!child_ends(&child, (unsigned)limit_s * 1000, &status)) {
        fprintf(stderr, "%s: not done after %d s\n", name, limit_s);
        child_kill(&child);
        child_ends(&child, 10000, &status);
        status = -1;
    } else if (status != 0 && status != 1 && status != HARNESS_SKIPPED) {
        fprintf(stderr, "%s: ended with status %lld (0x%llX)\n", name, status, (unsigned long long)status);
    }
    child_close(&child);
    if (status != HARNESS_SKIPPED) printf("%s %s\n", status == 0 ? "ok" : "FAILED", name);
    return status == 0 || status == HARNESS_SKIPPED;
}

static bool harness_wanted(const char *name, int count, char **arguments) {
    for (int at = 1; at < count; ++at)
        if (strcmp(arguments[at], name) == 0) return true;
    return count < 2;
}

int main(int count, char **arguments) {
    int failed = 0;
#ifdef HARNESS_MODES
    const int status = HARNESS_MODES(count, arguments);
    if (status >= 0) return status;
#endif
    if (count == 3 && strcmp(arguments[1], "--here") == 0) return harness_run_here(arguments[2]);
    for (int at = 0; at < harness_count; ++at) {
        if (count == 2 && strcmp(arguments[1], "--list") == 0) {
            printf("%s: %s\n", harness_tests[at].name, harness_tests[at].why);
        } else if (harness_wanted(harness_tests[at].name, count, arguments)) {
            failed += !harness_run_apart(harness_tests[at].name);
        }
    }
    return failed > 100 ? 100 : failed;
}

#endif
