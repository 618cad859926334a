/* Runs one command in a compute system of its own, from its creation to its exit, in C11: no Python is involved.
 *
 *   cc -std=c11 $(hcsffi embedded --cflags) hello.c -o hello $(hcsffi embedded --libs) && ./hello
 */
#include <hcsffi.h>
#include <stdio.h>
#include <unistd.h>

static const WCHAR kSystem[] =
    u"{\"Owner\":\"c\",\"SchemaVersion\":{\"Major\":2,\"Minor\":1},\"ShouldTerminateOnLastHandleClosed\":true,"
    u"\"Container\":{\"GuestOs\":{\"HostName\":\"example\"}}}";
static const WCHAR kCommand[] = u"{\"CommandArgs\":[\"sh\",\"-c\",\"echo hello from $HOSTNAME; exit 7\"],\"CreateStdOutPipe\":true}";

/* Prints and frees a document; each one that a function hands out is the caller's. What is not ASCII becomes '?'. */
static void show(const char *what, PWSTR document) {
    printf("%s", what);
    for (PCWSTR at = document; at && *at; ++at) putchar(*at < 128 ? (char)*at : '?');
    putchar('\n');
    hcsffi_local_free(document);
}

/* Whether the call was accepted and its operation succeeded; closes the operation. */
static int done(const char *function, HRESULT accepted, HCS_OPERATION operation, HCS_PROCESS_INFORMATION *process) {
    PWSTR document = NULL;
    HRESULT result = accepted;
    if (accepted >= 0) {
        result = process ? HcsWaitForOperationResultAndProcessInfo(operation, 30000, process, &document)
                         : HcsWaitForOperationResult(operation, 30000, &document);
    }
    HcsCloseOperation(operation);
    if (result < 0) {
        fprintf(stderr, "%s: 0x%08X\n", function, (unsigned)result);
        show("", document);
        return 0;
    }
    hcsffi_local_free(document);
    return 1;
}

static int run(HCS_SYSTEM system) {
    HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    HCS_PROCESS process = NULL;
    HCS_PROCESS_INFORMATION started = {0};
    if (!done("HcsCreateProcess", HcsCreateProcess(system, kCommand, operation, NULL, &process), operation, &started)) return 0;
    /* Off Windows a stream is a file descriptor, and ours to close. */
    const int output = (int)(intptr_t)started.StdOutput;
    char piece[256];
    for (ssize_t got; (got = read(output, piece, sizeof piece)) > 0;) fwrite(piece, 1, (size_t)got, stdout);
    close(output);
    PWSTR status = NULL;
    const HRESULT ended = HcsWaitForProcessExit(process, 30000, &status);
    HcsCloseProcess(process);
    show("exit: ", status);
    return ended >= 0;
}

int main(void) {
    HCS_SYSTEM system = NULL;
    HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    if (!done("HcsCreateComputeSystem", HcsCreateComputeSystem(u"hello-c", kSystem, operation, NULL, &system), operation, NULL)) return 1;
    operation = HcsCreateOperation(NULL, NULL);
    const int ran = done("HcsStartComputeSystem", HcsStartComputeSystem(system, operation, NULL), operation, NULL) && run(system);
    HcsCloseComputeSystem(system); /* the last handle: its document says that the system ends with it */
    return ran ? 0 : 1;
}
