/* How processes start and what is told of them, through the plain C ABI: section C of docs/behaviour.md and what A and B say about it. */
#include "harness.h"
#include "hcs_client.h"

#define OUTPUT "\"CreateStdOutPipe\":true"

TEST(the_handle_comes_from_the_call_and_pid_and_pipes_from_the_operation, "clients hold the handle before anything has run (C-1)") {
    HCS_SYSTEM system = running_system("c1");
    CHECK(system);
    HCS_PROCESS process = NULL;
    HCS_PROCESS_INFORMATION information;
    memset(&information, 0, sizeof information);
    const HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    CHECK(HcsCreateProcess(system, wide(script("echo hello", OUTPUT)), operation, NULL, &process) >= 0);
    CHECK(process);
    CHECK_EQUAL(0, outcome_of(0, operation, &information, NULL));
    CHECK(information.ProcessId != 0);
    CHECK(information.StdInput == NULL); /* C-3 */
    CHECK(information.StdError == NULL);
    stream output = stream_of(information.StdOutput);
    CHECK(output >= 3);
    CHECK(reads(output, "hello\n"));
    CHECK_EQUAL(0, exit_code_of(process));
    let_go(&output);
    HcsCloseProcess(process);
    end_system(system);
    CHECK(nothing_is_left());
}

TEST(the_plain_wait_serves_process_creation_too, "pages contradict each other, clients use both (A-12)") {
    HCS_SYSTEM system = running_system("a12");
    CHECK(system);
    HCS_PROCESS process = NULL;
    HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    CHECK(HcsCreateProcess(system, wide(script("exec sleep 1000", NULL)), operation, NULL, &process) >= 0);
    PWSTR text = NULL;
    CHECK_EQUAL(0, HcsWaitForOperationResult(operation, PATIENCE_MS, &text));
    free(take(text));
    CHECK(HcsGetOperationType(operation) == HcsOperationTypeCreateProcess);
    CHECK(HcsGetComputeSystemFromOperation(operation) == system);
    CHECK(HcsGetProcessFromOperation(operation) == process); /* */
    HcsCloseOperation(operation);
    operation = HcsCreateOperation(NULL, NULL);
    CHECK(HcsGetProcessProperties(process, operation, NULL) >= 0);
    HCS_PROCESS_INFORMATION information;
    text = NULL;
    CHECK_EQUAL(0, HcsWaitForOperationResultAndProcessInfo(operation, PATIENCE_MS, &information, &text));
    char *status = take(text);
    CHECK(member(status, "Exited") && !is_true(status, "Exited"));
    CHECK(number_in(status, "ProcessId") > 1);
    free(status);
    CHECK(HcsGetProcessFromOperation(operation) == process);
    HcsCloseOperation(operation);
    operation = HcsCreateOperation(NULL, NULL);
    CHECK(HcsGetComputeSystemProperties(system, operation, NULL) >= 0);
    CHECK(HcsGetProcessFromOperation(operation) == NULL);
    CHECK_EQUAL(0, outcome_of(0, operation, NULL, NULL));
    HcsCloseProcess(process);
    end_system(system);
    CHECK(nothing_is_left());
}

TEST(a_program_that_does_not_exist_fails_the_create, "the container runs on and the client cleans up (C-9)") {
    HCS_SYSTEM system = running_system("c9");
    CHECK(system);
    struct started_process process;
    CHECK_EQUAL(FILE_NOT_FOUND_, start_process(system, "{\"CommandLine\":\"no-such-program -x\"}", &process));
    release_process(&process);
    CHECK_EQUAL(FILE_NOT_FOUND_, start_process(system, "{\"CommandArgs\":[\"/no/such/program\"]}", &process));
    release_process(&process);
    CHECK(start_process(system, "{\"CommandArgs\":[\"" PLAIN_FILE_IN_JSON "\"]}", &process) < 0);
    release_process(&process);
    CHECK(start_process(system, script("exit 0", "\"WorkingDirectory\":\"/no/such/place\""), &process) < 0);
    release_process(&process);
    CHECK(start_process(system, script("exit 0", "\"User\":\"no-such-user\""), &process) < 0); /* C-28 */
    release_process(&process);
    char *properties = NULL;
    CHECK_EQUAL(0, system_properties(system, NULL, &properties));
    CHECK(text_is(properties, "State", "Running"));
    free(properties);
    CHECK_EQUAL(0, start_process(system, script("exit 4", NULL), &process));
    CHECK_EQUAL(4, exit_code_of(process.handle));
    release_process(&process);
    end_system(system);
    CHECK(nothing_is_left());
}

TEST(a_failed_create_tells_why, "a code alone does not say which program was missing (A-8, A-19)") {
    HCS_SYSTEM system = running_system("a19");
    CHECK(system);
    HCS_PROCESS process = NULL;
    const HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    const HRESULT accepted = HcsCreateProcess(system, wide("{\"CommandLine\":\"no-such-program\"}"), operation, NULL, &process);
    PWSTR text = NULL;
    const HRESULT result = HcsWaitForOperationResult(operation, PATIENCE_MS, &text);
    char *error = take(text);
    CHECK_EQUAL(FILE_NOT_FOUND_, accepted < 0 ? accepted : result);
    CHECK(error);
    CHECK_EQUAL(FILE_NOT_FOUND_, number_in(error, "Error")); /* signed */
    CHECK(strstr(error, "no-such-program"));
    free(error);
    HcsCloseOperation(operation);
    if (process) HcsCloseProcess(process);
    end_system(system);
    CHECK(nothing_is_left());
}

TEST(a_process_needs_a_running_system, "before the start and after the end there is nothing to run in (C-10)") {
    HCS_SYSTEM system = NULL;
    CHECK_EQUAL(0, create_system("c10", CONTAINER, &system));
    struct started_process process;
    CHECK_EQUAL(INVALID_STATE_, start_process(system, script("exit 0", NULL), &process));
    release_process(&process);
    CHECK_EQUAL(0, start_system(system));
    CHECK_EQUAL(0, terminate_system(system));
    const HRESULT after = start_process(system, script("exit 0", NULL), &process);
    release_process(&process);
    HcsCloseComputeSystem(system);
    CHECK(after == INVALID_STATE_ || after == SYSTEM_ALREADY_STOPPED_);
    CHECK(nothing_is_left());
}

TEST(process_information_is_given_again_without_the_pipes, "the pid always, the pipes once (C-21)") {
    HCS_SYSTEM system = running_system("c21");
    CHECK(system);
    struct started_process process;
    HCS_PROCESS_INFORMATION information;
    CHECK_EQUAL(0, start_process(system, script("read line", "\"CreateStdInPipe\":true," OUTPUT), &process));
    memset(&information, 0, sizeof information);
    HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    CHECK_EQUAL(0, outcome_of(HcsGetProcessInfo(process.handle, operation), operation, &information, NULL));
    CHECK_EQUAL(process.id, information.ProcessId);
    CHECK_EQUAL(-1, stream_of(information.StdInput));
    CHECK_EQUAL(-1, stream_of(information.StdOutput));
    CHECK_EQUAL(-1, stream_of(information.StdError));
    CHECK(write_all(process.input, "\n", 1));
    CHECK_EQUAL(0, exit_code_of(process.handle));
    operation = HcsCreateOperation(NULL, NULL);
    CHECK_EQUAL(PROCESS_ALREADY_STOPPED_, outcome_of(HcsGetProcessInfo(process.handle, operation), operation, &information, NULL));
    release_process(&process);
    end_system(system);
    CHECK(nothing_is_left());
}

TEST(pipes_nobody_fetched_are_asked_for_later, "the recovery clients have for a create whose wait failed (A-13)") {
    HCS_SYSTEM system = running_system("a13");
    CHECK(system);
    HCS_PROCESS process = NULL;
    HCS_PROCESS_INFORMATION information;
    HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    CHECK_EQUAL(0, outcome_of(HcsCreateProcess(system,
                                               wide(script("echo saved", OUTPUT ","
                                                                                "\"CreateStdInPipe\":false")),
                                               operation, NULL, &process),
                              operation, NULL, NULL)); /* the plain wait, and the operation is closed */
    memset(&information, 0, sizeof information);
    operation = HcsCreateOperation(NULL, NULL);
    const HRESULT result = outcome_of(HcsGetProcessInfo(process, operation), operation, &information, NULL);
    if (result == 0) {
        stream output = stream_of(information.StdOutput);
        CHECK(output >= 3);
        CHECK(reads(output, "saved\n"));
        let_go(&output);
    } else {
        CHECK_EQUAL(PROCESS_ALREADY_STOPPED_, result); /* it was that quick (C-21) */
    }
    CHECK_EQUAL(0, exit_code_of(process));
    HcsCloseProcess(process);
    end_system(system);
    CHECK(nothing_is_left());
}

TEST(parameters_reach_the_process, "environment, directory and both ways to write a command (C-2)") {
    HCS_SYSTEM system = running_system("c2");
    CHECK(system);
    struct started_process process;
    CHECK_EQUAL(0, start_process(
                       system,
                       "{\"CommandLine\":\"sh -c \\\"echo $GREETING; pwd; echo $HOSTNAME\\\"\",\"WorkingDirectory\":\"" FOLDER_IN_JSON "\","
                       "\"Environment\":{\"GREETING\":\"gr\xC3\xBC\xC3\x9F \xF0\x9F\x8C\x8D\"}," OUTPUT "}",
                       &process));
    CHECK(reads(process.output, "gr\xC3\xBC\xC3\x9F \xF0\x9F\x8C\x8D\n" FOLDER "\ninside\n"));
    release_process(&process);
    CHECK_EQUAL(0, start_process(system, "{\"CommandArgs\":[\"printf\",\"<%s>\",\"a b\",\"\",\"c\\\"d\"]," OUTPUT "}", &process));
    CHECK(reads(process.output, "<a b><><c\"d>"));
    release_process(&process);
    CHECK_EQUAL(
        0, start_process(
               system,
               "{\"ApplicationName\":\"sh\",\"CommandLine\":\"elsewhere/sh -c \\\"echo $1 $2\\\" name one \\\"two words\\\"\"," OUTPUT "}",
               &process));
    CHECK(reads(process.output, "one two words\n"));
    release_process(&process);
    static const char *const refused[] = {"{}",
                                          "{\"CommandLine\":\"\"}",
                                          "{\"CommandLine\":7}",
                                          "{\"CommandArgs\":\"sh\"}",
                                          "[]",
                                          "{",
                                          "{\"Environment\":[],\"CommandLine\":\"true\"}"};
    for (size_t at = 0; at < sizeof refused / sizeof refused[0]; ++at) {
        const HRESULT result = start_process(system, refused[at], &process);
        release_process(&process);
        if (result >= 0) fprintf(stderr, "accepted: %s\n", refused[at]);
        CHECK(result < 0);
    }
    end_system(system);
    CHECK(nothing_is_left());
}

TEST(statistics_and_the_process_list_are_measured, "a monitor shows what really happens (B-53, B-56)") {
    HCS_SYSTEM system = NULL;
    char *document = NULL;
    CHECK_EQUAL(0, create_system("b53", CONTAINER, &system));
    const HRESULT early = system_properties(system, "{\"PropertyTypes\":[\"Statistics\"]}", &document); /* B-54 */
    CHECK(early == INVALID_STATE_ || early == HR(0x80070005u) || early == E_HANDLE_ || early == NOT_FOUND_);
    free(document);
    CHECK_EQUAL(0, start_system(system));
    struct started_process process;
    CHECK_EQUAL(0, start_process(system,
                                 script("i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done; echo done; read line",
                                        "\"CreateStdInPipe\":true," OUTPUT),
                                 &process));
    char line[32];
    CHECK(read_line(process.output, line, sizeof line));
    CHECK_EQUAL(0, system_properties(system, "{\"PropertyTypes\":[\"Statistics\",\"ProcessList\"]}", &document));
    CHECK(number_in(document, "TotalRuntime100ns") >= 100000);
    CHECK_EQUAL(number_in(document, "TotalRuntime100ns"),
                number_in(document, "RuntimeUser100ns") +
                    (number_in(document, "RuntimeKernel100ns") > 0 ? number_in(document, "RuntimeKernel100ns") : 0));
    CHECK(number_in(document, "Uptime100ns") > 0);
    CHECK(number_in(document, "MemoryUsageCommitBytes") > 0);
    CHECK(number_in(document, "MemoryUsageCommitPeakBytes") >= number_in(document, "MemoryUsageCommitBytes"));
    CHECK(number_in(document, "MemoryUsagePrivateWorkingSetBytes") > 0);
    CHECK(number_in(document, "ReadCountNormalized") > 0 || on_wine()); /* whose jobs count no input and output */
    CHECK_EQUAL(1, count_of(document, "\"ProcessId\""));
    CHECK_EQUAL(process.id, number_in(document, "ProcessId"));
    CHECK(member(document, "ImageName") && member(document, "CreateTimestamp"));
    CHECK(number_in(document, "MemoryCommitBytes") > 0 && number_in(document, "MemoryWorkingSetPrivateBytes") > 0);
    free(document);
    release_process(&process);
    end_system(system);
    CHECK(nothing_is_left());
}

TEST(handles_of_another_kind_or_none_are_refused, "a slip in a client is an error code, never a crash (B-44)") {
    HCS_SYSTEM system = running_system("b44");
    CHECK(system);
    struct started_process process;
    CHECK_EQUAL(0, start_process(system, script("exec sleep 1000", NULL), &process));
    PWSTR text = NULL;
    CHECK(HcsWaitForProcessExit((HCS_PROCESS)system, 0, &text) == E_HANDLE_);
    CHECK(HcsWaitForProcessExit(NULL, 0, &text) < 0);
    CHECK(HcsWaitForProcessExit((HCS_PROCESS)(uintptr_t)0x123456789, 0, &text) == E_HANDLE_);
    HCS_OPERATION operation = HcsCreateOperation(NULL, NULL);
    CHECK(HcsTerminateProcess((HCS_PROCESS)operation, operation, NULL) == E_HANDLE_);
    HcsCloseOperation(operation);
    CHECK(HcsTerminateProcess(process.handle, NULL, NULL) < 0);
    CHECK(HcsTerminateProcess(process.handle, (HCS_OPERATION)process.handle, NULL) < 0);
    HCS_PROCESS none = NULL;
    CHECK(HcsOpenProcess(system, process.id, 0x10000000, NULL) < 0);
    CHECK(HcsCreateProcess(system, NULL, NULL, NULL, &none) < 0);
    const HCS_PROCESS closed = process.handle;
    release_process(&process);
    CHECK(HcsWaitForProcessExit(closed, 0, &text) == E_HANDLE_);
    HcsCloseProcess(closed);
    HcsCloseProcess(NULL);
    end_system(system);
    CHECK(nothing_is_left());
}
