// Runs one command in a compute system of its own, from its creation to its exit, in C++17: no Python is involved.
//
//   c++ -std=c++17 $(hcsffi embedded --cflags) hello.cpp -o hello $(hcsffi embedded --libs) && ./hello
#include <hcsffi.h>
#include <unistd.h>

#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <type_traits>

namespace {

// One line a handle kind: who holds it, and who closes it.
using Operation = std::unique_ptr<std::remove_pointer_t<HCS_OPERATION>, decltype(&HcsCloseOperation)>;
using System = std::unique_ptr<std::remove_pointer_t<HCS_SYSTEM>, decltype(&HcsCloseComputeSystem)>;
using Process = std::unique_ptr<std::remove_pointer_t<HCS_PROCESS>, decltype(&HcsCloseProcess)>;

const char16_t kSystem[] =
    uR"({"Owner":"c++","SchemaVersion":{"Major":2,"Minor":1},"ShouldTerminateOnLastHandleClosed":true,
    "Container":{"GuestOs":{"HostName":"example"}}})";
const char16_t kCommand[] = uR"({"CommandArgs":["sh","-c","echo hello from $HOSTNAME; exit 7"],"CreateStdOutPipe":true})";

// WCHAR is a UTF-16 code unit, and so is char16_t.
PCWSTR wide(const char16_t* text) { return reinterpret_cast<PCWSTR>(text); }

// The text of a document that a function handed out; what is not ASCII becomes '?'.
std::string take(PWSTR document) {
    std::string text;
    for (PCWSTR at = document; at != nullptr && *at != 0; ++at) text += *at < 128 ? static_cast<char>(*at) : '?';
    hcsffi_local_free(document);
    return text;
}

void insist(const char* function, HRESULT result, PWSTR document = nullptr) {
    std::string why = take(document);
    if (result < 0)
        throw std::runtime_error(std::string(function) + " failed: " + std::to_string(static_cast<unsigned>(result)) + " " + why);
}

// Makes a call with an operation of its own and waits for its answer; `started` is for calls that start a process.
template <typename Call>
void finish(const char* function, Call call, HCS_PROCESS_INFORMATION* started = nullptr) {
    const Operation operation(HcsCreateOperation(nullptr, nullptr), &HcsCloseOperation);
    insist(function, call(operation.get()));
    PWSTR document = nullptr;
    const HRESULT result = started != nullptr ? HcsWaitForOperationResultAndProcessInfo(operation.get(), 30000, started, &document)
                                              : HcsWaitForOperationResult(operation.get(), 30000, &document);
    insist(function, result, document);
}

void run() {
    HCS_SYSTEM made = nullptr;
    finish("HcsCreateComputeSystem",
           [&](HCS_OPERATION operation) { return HcsCreateComputeSystem(wide(u"hello-cpp"), wide(kSystem), operation, nullptr, &made); });
    const System system(made, &HcsCloseComputeSystem);  // the last handle: its document says that the system ends with it
    finish("HcsStartComputeSystem", [&](HCS_OPERATION operation) { return HcsStartComputeSystem(system.get(), operation, nullptr); });
    HCS_PROCESS started = nullptr;
    HCS_PROCESS_INFORMATION information{};
    const auto create = [&](HCS_OPERATION operation) {
        return HcsCreateProcess(system.get(), wide(kCommand), operation, nullptr, &started);
    };
    finish("HcsCreateProcess", create, &information);
    const Process process(started, &HcsCloseProcess);
    const int output = static_cast<int>(reinterpret_cast<intptr_t>(information.StdOutput));  // a descriptor, and ours to close
    char piece[256];
    for (ssize_t got = 0; (got = read(output, piece, sizeof piece)) > 0;) std::cout.write(piece, got);
    close(output);
    PWSTR status = nullptr;
    insist("HcsWaitForProcessExit", HcsWaitForProcessExit(process.get(), 30000, &status));
    std::cout << "exit: " << take(status) << '\n';
}

}  // namespace

int main() {
    try {
        run();
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
