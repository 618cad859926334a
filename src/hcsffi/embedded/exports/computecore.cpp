// The exports of computecore.dll, in the order of hcs_cdef.h: check pointers, decode, call the noun, encode the outcome.

#include <cstring>

#include "compute/virtual_machine.h"
#include "document/shape.h"
#include "exports/entry.h"
#include "ground/file.h"

namespace hcsffi {

namespace {

using SystemRequest = Outcome (System::*)(const std::string&);
using ProcessRequest = Outcome (Process::*)(const std::string&);

enum class Presence { kOptional, kRequired };

// A request on a system that an operation tracks.
HRESULT request_of_system(Function function, HCS_OPERATION_TYPE type, HCS_SYSTEM handle, HCS_OPERATION operation, PCWSTR text,
                          Presence presence, SystemRequest request) noexcept {
    return enter(function, nullptr, [&](Owner& host) -> HRESULT {
        std::shared_ptr<SystemReference> reference;
        if (const HRESULT code = host.find_system(handle, &reference); failed(code)) return code;
        Errand errand;
        errand.type = type;
        errand.system = handle;
        errand.subscription = reference->subscription;
        std::string document = presence == Presence::kRequired ? required_text(text) : optional_text(text);
        return host.submit(function, operation, std::move(errand), [system = reference->system, request, document = std::move(document)] {
            return ((*system).*request)(document);
        });
    });
}

HRESULT request_of_process(Function function, HCS_OPERATION_TYPE type, HCS_PROCESS handle, HCS_OPERATION operation, PCWSTR text,
                           Presence presence, ProcessRequest request, bool informs = false) noexcept {
    return enter(function, nullptr, [&](Owner& host) -> HRESULT {
        std::shared_ptr<ProcessReference> reference;
        if (const HRESULT code = host.find_process(handle, &reference); failed(code)) return code;
        Errand errand;
        errand.type = type;
        errand.process = handle;
        errand.subscription = reference->subscription;
        if (informs) errand.informs_of = reference->process;
        std::string document = presence == Presence::kRequired ? required_text(text) : optional_text(text);
        return host.submit(function, operation, std::move(errand), [process = reference->process, request, document = std::move(document)] {
            return ((*process).*request)(document);
        });
    });
}

// Live migration moves machines between hosts over a transport that does not exist here (code chosen).
HRESULT request_of_migration(Function function, HCS_SYSTEM handle, HCS_OPERATION operation, PCWSTR options) noexcept {
    return request_of_system(function, HcsOperationTypeLiveMigration, handle, operation, options, Presence::kOptional, &System::migrate);
}

template <class Read>
auto read_operation(Function function, HCS_OPERATION handle, decltype(Read()(std::declval<Operation&>())) otherwise) noexcept {
    Owner* const host = Owner::current();
    std::shared_ptr<Operation> operation;
    if (host == nullptr || !host->offers(function) || failed(host->find_operation(handle, &operation))) return otherwise;
    return Read()(*operation);
}

HRESULT encode_with_process(Owner& host, Operation& operation, const Outcome& outcome, HCS_PROCESS_INFORMATION* information,
                            PWSTR* document) {
    const HRESULT code = encode(host, outcome, document);
    const auto process = operation.informs_of();
    if (!failed(code) && process && information != nullptr)
        *information = process->hand_out(operation.type() == HcsOperationTypeCreateProcess);
    return code;
}

// The AndProcessInfo calls serve operations on processes: all of them, because the pages of terminate, signal, modify and properties send
// their callers here. Those without such information leave it zero.
HRESULT refuse_without_process(Operation& operation) {
    const HCS_OPERATION_TYPE type = operation.type();
    const bool fits = (type >= HcsOperationTypeCreateProcess && type <= HcsOperationTypeModifyProcess) || type == HcsOperationTypeNone;
    return fits ? kOk : kInvalidArgument;
}

}  // namespace

extern "C" {

HCSFFI_EXPORT HCS_OPERATION HcsCreateOperation(const void* context, HCS_OPERATION_COMPLETION callback) {
    HCS_OPERATION operation = nullptr;
    enter(Function::HcsCreateOperation, nullptr, [&](Owner& host) -> HRESULT {
        operation = host.open_operation(const_cast<void*>(context), callback, nullptr);
        return kOk;
    });
    return operation;
}

HCSFFI_EXPORT HCS_OPERATION HcsCreateOperationWithNotifications(HCS_OPERATION_OPTIONS eventTypes, const void* context,
                                                                HCS_EVENT_CALLBACK callback) {
    (void)eventTypes;  // progress is not reported; the completion is
    HCS_OPERATION operation = nullptr;
    enter(Function::HcsCreateOperationWithNotifications, nullptr, [&](Owner& host) -> HRESULT {
        operation = host.open_operation(const_cast<void*>(context), nullptr, callback);
        return kOk;
    });
    return operation;
}

HCSFFI_EXPORT void HcsCloseOperation(HCS_OPERATION operation) {
    enter(Function::HcsCloseOperation, nullptr, [&](Owner& host) -> HRESULT {
        host.close_operation(operation);
        return kOk;
    });
}

HCSFFI_EXPORT void* HcsGetOperationContext(HCS_OPERATION operation) {
    struct Read {
        void* operator()(Operation& each) const { return each.context(); }
    };
    return read_operation<Read>(Function::HcsGetOperationContext, operation, nullptr);
}

HCSFFI_EXPORT HRESULT HcsSetOperationContext(HCS_OPERATION operation, const void* context) {
    return enter(Function::HcsSetOperationContext, nullptr, [&](Owner& host) -> HRESULT {
        std::shared_ptr<Operation> found;
        if (const HRESULT code = host.find_operation(operation, &found); failed(code)) return code;
        found->set_context(const_cast<void*>(context));
        return kOk;
    });
}

HCSFFI_EXPORT HRESULT HcsSetOperationCallback(HCS_OPERATION operation, const void* context, HCS_OPERATION_COMPLETION callback) {
    return enter(Function::HcsSetOperationCallback, nullptr, [&](Owner& host) -> HRESULT {
        std::shared_ptr<Operation> found;
        if (const HRESULT code = host.find_operation(operation, &found); failed(code)) return code;
        return found->set_callback(const_cast<void*>(context), callback);
    });
}

HCSFFI_EXPORT HCS_SYSTEM HcsGetComputeSystemFromOperation(HCS_OPERATION operation) {
    struct Read {
        HCS_SYSTEM operator()(Operation& each) const { return each.system(); }
    };
    return read_operation<Read>(Function::HcsGetComputeSystemFromOperation, operation, nullptr);
}

HCSFFI_EXPORT HCS_PROCESS HcsGetProcessFromOperation(HCS_OPERATION operation) {
    struct Read {
        HCS_PROCESS operator()(Operation& each) const { return each.process(); }
    };
    return read_operation<Read>(Function::HcsGetProcessFromOperation, operation, nullptr);
}

HCSFFI_EXPORT HCS_OPERATION_TYPE HcsGetOperationType(HCS_OPERATION operation) {
    struct Read {
        HCS_OPERATION_TYPE operator()(Operation& each) const { return each.type(); }
    };
    return read_operation<Read>(Function::HcsGetOperationType, operation, HcsOperationTypeNone);
}

HCSFFI_EXPORT UINT64 HcsGetOperationId(HCS_OPERATION operation) {
    struct Read {
        UINT64 operator()(Operation& each) const { return each.id(); }
    };
    return read_operation<Read>(Function::HcsGetOperationId, operation, kInvalidOperationId);
}

HCSFFI_EXPORT HRESULT HcsGetOperationResult(HCS_OPERATION operation, PWSTR* resultDocument) {
    return enter(Function::HcsGetOperationResult, resultDocument, [&](Owner& host) -> Outcome {
        std::shared_ptr<Operation> found;
        if (const HRESULT code = host.find_operation(operation, &found); failed(code)) return {code, nullptr};
        return found->result();
    });
}

HCSFFI_EXPORT HRESULT HcsGetOperationResultAndProcessInfo(HCS_OPERATION operation, HCS_PROCESS_INFORMATION* processInformation,
                                                          PWSTR* resultDocument) {
    if (processInformation != nullptr) std::memset(processInformation, 0, sizeof(*processInformation));
    return enter(Function::HcsGetOperationResultAndProcessInfo, nullptr, [&](Owner& host) -> HRESULT {
        if (resultDocument != nullptr) *resultDocument = nullptr;
        std::shared_ptr<Operation> found;
        if (const HRESULT code = host.find_operation(operation, &found); failed(code)) return code;
        if (const HRESULT code = refuse_without_process(*found); failed(code)) return code;
        return encode_with_process(host, *found, found->result(), processInformation, resultDocument);
    });
}

HCSFFI_EXPORT HRESULT HcsWaitForOperationResult(HCS_OPERATION operation, DWORD timeoutMs, PWSTR* resultDocument) {
    return enter(Function::HcsWaitForOperationResult, resultDocument, [&](Owner& host) -> Outcome {
        std::shared_ptr<Operation> found;
        if (const HRESULT code = host.find_operation(operation, &found); failed(code)) return {code, nullptr};
        return found->wait(timeoutMs);
    });
}

HCSFFI_EXPORT HRESULT HcsWaitForOperationResultAndProcessInfo(HCS_OPERATION operation, DWORD timeoutMs,
                                                              HCS_PROCESS_INFORMATION* processInformation, PWSTR* resultDocument) {
    if (processInformation != nullptr) std::memset(processInformation, 0, sizeof(*processInformation));
    return enter(Function::HcsWaitForOperationResultAndProcessInfo, nullptr, [&](Owner& host) -> HRESULT {
        if (resultDocument != nullptr) *resultDocument = nullptr;
        std::shared_ptr<Operation> found;
        if (const HRESULT code = host.find_operation(operation, &found); failed(code)) return code;
        if (const HRESULT code = refuse_without_process(*found); failed(code)) return code;
        return encode_with_process(host, *found, found->wait(timeoutMs), processInformation, resultDocument);
    });
}

HCSFFI_EXPORT HRESULT HcsCancelOperation(HCS_OPERATION operation) {
    return enter(Function::HcsCancelOperation, nullptr, [&](Owner& host) { return host.cancel_operation(operation); });
}

HCSFFI_EXPORT HRESULT HcsGetOperationProperties(HCS_OPERATION operation, PCWSTR options, PWSTR* resultDocument) {
    return enter(Function::HcsGetOperationProperties, resultDocument, [&](Owner& host) -> Outcome {
        std::shared_ptr<Operation> found;
        if (const HRESULT code = host.find_operation(operation, &found); failed(code)) return {code, nullptr};
        (void)Document::parse_optional(optional_text(options));
        throw Refusal(kNotImplemented, "no property of an operation is published");  // chosen
    });
}

HCSFFI_EXPORT HRESULT HcsAddResourceToOperation(HCS_OPERATION operation, HCS_RESOURCE_TYPE type, PCWSTR uri, HANDLE handle) {
    return enter(Function::HcsAddResourceToOperation, nullptr, [&](Owner& host) -> HRESULT {
        std::shared_ptr<Operation> found;
        if (const HRESULT code = host.find_operation(operation, &found); failed(code)) return code;
        const uint32_t kind = bits_of(type);
        if (kind == HcsResourceTypeNone || kind > HcsResourceTypeSocket || handle == nullptr || required_text(uri).empty())
            return kInvalidArgument;
        if (found->running()) return kOperationAlreadyStarted;
        return kOk;  // resources serve live migration, which has no transport here: taken and left alone (chosen)
    });
}

HCSFFI_EXPORT HRESULT HcsEnumerateComputeSystems(PCWSTR query, HCS_OPERATION operation) {
    return enter(Function::HcsEnumerateComputeSystems, nullptr, [&](Owner& host) -> HRESULT {
        Errand errand;
        errand.type = HcsOperationTypeEnumerate;
        return host.submit(Function::HcsEnumerateComputeSystems, operation, std::move(errand),
                           [&host, text = optional_text(query)] { return host.enumerate("", text); });
    });
}

HCSFFI_EXPORT HRESULT HcsEnumerateComputeSystemsInNamespace(PCWSTR idNamespace, PCWSTR query, HCS_OPERATION operation) {
    return enter(Function::HcsEnumerateComputeSystemsInNamespace, nullptr, [&](Owner& host) -> HRESULT {
        Errand errand;
        errand.type = HcsOperationTypeEnumerate;
        return host.submit(
            Function::HcsEnumerateComputeSystemsInNamespace, operation, std::move(errand),
            [&host, name_space = optional_text(idNamespace), text = optional_text(query)] { return host.enumerate(name_space, text); });
    });
}

HCSFFI_EXPORT HRESULT HcsCreateComputeSystem(PCWSTR id, PCWSTR configuration, HCS_OPERATION operation,
                                             const SECURITY_DESCRIPTOR* securityDescriptor, HCS_SYSTEM* computeSystem) {
    return enter(Function::HcsCreateComputeSystem, nullptr, [&](Owner& host) -> HRESULT {
        if (computeSystem == nullptr) return kPointer;
        *computeSystem = nullptr;
        if (securityDescriptor != nullptr) return kInvalidArgument;
        const std::string name = required_text(id);
        if (name.empty()) return kInvalidArgument;
        return host.create_system(Function::HcsCreateComputeSystem, "", name, required_text(configuration), operation, {}, computeSystem);
    });
}

HCSFFI_EXPORT HRESULT HcsCreateComputeSystemInNamespace(PCWSTR idNamespace, PCWSTR id, PCWSTR configuration, HCS_OPERATION operation,
                                                        const HCS_CREATE_OPTIONS* options, HCS_SYSTEM* computeSystem) {
    return enter(Function::HcsCreateComputeSystemInNamespace, nullptr, [&](Owner& host) -> HRESULT {
        if (computeSystem == nullptr) return kPointer;
        *computeSystem = nullptr;
        Owner::Registration registration;
        if (options != nullptr) {
            if (bits_of(*options) != HcsCreateOptions_1) return kInvalidArgument;
            const auto* first = reinterpret_cast<const HCS_CREATE_OPTIONS_1*>(options);
            if (first->SecurityDescriptor != nullptr) return kInvalidArgument;
            registration = {bits_of(first->CallbackOptions), first->CallbackContext, first->Callback};
        }
        const std::string name = required_text(id);
        if (name.empty()) return kInvalidArgument;
        return host.create_system(Function::HcsCreateComputeSystemInNamespace, optional_text(idNamespace), name,
                                  required_text(configuration), operation, registration, computeSystem);
    });
}

HCSFFI_EXPORT HRESULT HcsStartComputeSystem(HCS_SYSTEM computeSystem, HCS_OPERATION operation, PCWSTR options) {
    return request_of_system(Function::HcsStartComputeSystem, HcsOperationTypeStart, computeSystem, operation, options, Presence::kOptional,
                             &System::start);
}

HCSFFI_EXPORT HRESULT HcsShutDownComputeSystem(HCS_SYSTEM computeSystem, HCS_OPERATION operation, PCWSTR options) {
    return request_of_system(Function::HcsShutDownComputeSystem, HcsOperationTypeShutdown, computeSystem, operation, options,
                             Presence::kOptional, &System::shut_down);
}

HCSFFI_EXPORT HRESULT HcsTerminateComputeSystem(HCS_SYSTEM computeSystem, HCS_OPERATION operation, PCWSTR options) {
    return request_of_system(Function::HcsTerminateComputeSystem, HcsOperationTypeTerminate, computeSystem, operation, options,
                             Presence::kOptional, &System::terminate);
}

HCSFFI_EXPORT HRESULT HcsCrashComputeSystem(HCS_SYSTEM computeSystem, HCS_OPERATION operation, PCWSTR options) {
    return request_of_system(Function::HcsCrashComputeSystem, HcsOperationTypeCrash, computeSystem, operation, options, Presence::kOptional,
                             &System::crash);
}

HCSFFI_EXPORT HRESULT HcsPauseComputeSystem(HCS_SYSTEM computeSystem, HCS_OPERATION operation, PCWSTR options) {
    return request_of_system(Function::HcsPauseComputeSystem, HcsOperationTypePause, computeSystem, operation, options, Presence::kOptional,
                             &System::pause);
}

HCSFFI_EXPORT HRESULT HcsResumeComputeSystem(HCS_SYSTEM computeSystem, HCS_OPERATION operation, PCWSTR options) {
    return request_of_system(Function::HcsResumeComputeSystem, HcsOperationTypeResume, computeSystem, operation, options,
                             Presence::kOptional, &System::resume);
}

HCSFFI_EXPORT HRESULT HcsSaveComputeSystem(HCS_SYSTEM computeSystem, HCS_OPERATION operation, PCWSTR options) {
    return request_of_system(Function::HcsSaveComputeSystem, HcsOperationTypeSave, computeSystem, operation, options, Presence::kOptional,
                             &System::save);
}

HCSFFI_EXPORT HRESULT HcsGetComputeSystemProperties(HCS_SYSTEM computeSystem, HCS_OPERATION operation, PCWSTR propertyQuery) {
    return request_of_system(Function::HcsGetComputeSystemProperties, HcsOperationTypeGetProperties, computeSystem, operation,
                             propertyQuery, Presence::kOptional, &System::properties);
}

HCSFFI_EXPORT HRESULT HcsModifyComputeSystem(HCS_SYSTEM computeSystem, HCS_OPERATION operation, PCWSTR configuration, HANDLE identity) {
    (void)identity;  // whose rights the change is made with: everything here runs as the client
    return request_of_system(Function::HcsModifyComputeSystem, HcsOperationTypeModify, computeSystem, operation, configuration,
                             Presence::kRequired, &System::modify);
}

HCSFFI_EXPORT HRESULT HcsInitializeLiveMigrationOnSource(HCS_SYSTEM computeSystem, HCS_OPERATION operation, PCWSTR options) {
    return request_of_migration(Function::HcsInitializeLiveMigrationOnSource, computeSystem, operation, options);
}

HCSFFI_EXPORT HRESULT HcsStartLiveMigrationOnSource(HCS_SYSTEM computeSystem, HCS_OPERATION operation, PCWSTR options) {
    return request_of_migration(Function::HcsStartLiveMigrationOnSource, computeSystem, operation, options);
}

HCSFFI_EXPORT HRESULT HcsStartLiveMigrationTransfer(HCS_SYSTEM computeSystem, HCS_OPERATION operation, PCWSTR options) {
    return request_of_migration(Function::HcsStartLiveMigrationTransfer, computeSystem, operation, options);
}

HCSFFI_EXPORT HRESULT HcsFinalizeLiveMigration(HCS_SYSTEM computeSystem, HCS_OPERATION operation, PCWSTR options) {
    return request_of_migration(Function::HcsFinalizeLiveMigration, computeSystem, operation, options);
}

HCSFFI_EXPORT HRESULT HcsOpenComputeSystem(PCWSTR id, DWORD requestedAccess, HCS_SYSTEM* computeSystem) {
    (void)requestedAccess;  // whoever reaches this host may do everything
    return enter(Function::HcsOpenComputeSystem, nullptr, [&](Owner& host) -> HRESULT {
        if (computeSystem == nullptr) return kPointer;
        *computeSystem = nullptr;
        return host.open_system("", required_text(id), computeSystem);
    });
}

HCSFFI_EXPORT HRESULT HcsOpenComputeSystemInNamespace(PCWSTR idNamespace, PCWSTR id, DWORD requestedAccess, HCS_SYSTEM* computeSystem) {
    (void)requestedAccess;
    return enter(Function::HcsOpenComputeSystemInNamespace, nullptr, [&](Owner& host) -> HRESULT {
        if (computeSystem == nullptr) return kPointer;
        *computeSystem = nullptr;
        return host.open_system(optional_text(idNamespace), required_text(id), computeSystem);
    });
}

HCSFFI_EXPORT void HcsCloseComputeSystem(HCS_SYSTEM computeSystem) {
    enter(Function::HcsCloseComputeSystem, nullptr, [&](Owner& host) -> HRESULT {
        host.close_system(computeSystem);
        return kOk;
    });
}

HCSFFI_EXPORT HRESULT HcsSetComputeSystemCallback(HCS_SYSTEM computeSystem, HCS_EVENT_OPTIONS callbackOptions, const void* context,
                                                  HCS_EVENT_CALLBACK callback) {
    return enter(Function::HcsSetComputeSystemCallback, nullptr, [&](Owner& host) -> HRESULT {
        std::shared_ptr<SystemReference> reference;
        if (const HRESULT code = host.find_system(computeSystem, &reference); failed(code)) return code;
        return reference->subscription->set(bits_of(callbackOptions), const_cast<void*>(context), callback);
    });
}

HCSFFI_EXPORT HRESULT HcsWaitForComputeSystemExit(HCS_SYSTEM computeSystem, DWORD timeoutMs, PWSTR* result) {
    return enter(Function::HcsWaitForComputeSystemExit, result, [&](Owner& host) -> Outcome {
        std::shared_ptr<SystemReference> reference;
        if (const HRESULT code = host.find_system(computeSystem, &reference); failed(code)) return {code, nullptr};
        return reference->system->wait_exit(*reference, timeoutMs);
    });
}

HCSFFI_EXPORT HRESULT HcsCreateProcess(HCS_SYSTEM computeSystem, PCWSTR processParameters, HCS_OPERATION operation,
                                       const SECURITY_DESCRIPTOR* securityDescriptor, HCS_PROCESS* process) {
    return enter(Function::HcsCreateProcess, nullptr, [&](Owner& host) -> HRESULT {
        if (process == nullptr) return kPointer;
        *process = nullptr;
        if (securityDescriptor != nullptr) return kInvalidArgument;
        return host.create_process(computeSystem, required_text(processParameters), operation, process);
    });
}

HCSFFI_EXPORT HRESULT HcsTerminateProcess(HCS_PROCESS process, HCS_OPERATION operation, PCWSTR options) {
    // No operation type is named after this call; the nearest is reported (chosen).
    return request_of_process(Function::HcsTerminateProcess, HcsOperationTypeSignalProcess, process, operation, options,
                              Presence::kOptional, &Process::terminate);
}

HCSFFI_EXPORT HRESULT HcsSignalProcess(HCS_PROCESS process, HCS_OPERATION operation, PCWSTR options) {
    return request_of_process(Function::HcsSignalProcess, HcsOperationTypeSignalProcess, process, operation, options, Presence::kOptional,
                              &Process::signal);
}

HCSFFI_EXPORT HRESULT HcsGetProcessInfo(HCS_PROCESS process, HCS_OPERATION operation) {
    return request_of_process(Function::HcsGetProcessInfo, HcsOperationTypeGetProcessInfo, process, operation, nullptr, Presence::kOptional,
                              &Process::describe, true);
}

HCSFFI_EXPORT HRESULT HcsGetProcessProperties(HCS_PROCESS process, HCS_OPERATION operation, PCWSTR propertyQuery) {
    return request_of_process(Function::HcsGetProcessProperties, HcsOperationTypeGetProcessProperties, process, operation, propertyQuery,
                              Presence::kOptional, &Process::properties);
}

HCSFFI_EXPORT HRESULT HcsModifyProcess(HCS_PROCESS process, HCS_OPERATION operation, PCWSTR settings) {
    return request_of_process(Function::HcsModifyProcess, HcsOperationTypeModifyProcess, process, operation, settings, Presence::kRequired,
                              &Process::modify);
}

HCSFFI_EXPORT HRESULT HcsOpenProcess(HCS_SYSTEM computeSystem, DWORD processId, DWORD requestedAccess, HCS_PROCESS* process) {
    (void)requestedAccess;
    return enter(Function::HcsOpenProcess, nullptr, [&](Owner& host) -> HRESULT {
        if (process == nullptr) return kPointer;
        *process = nullptr;
        return host.open_process(computeSystem, processId, process);
    });
}

HCSFFI_EXPORT void HcsCloseProcess(HCS_PROCESS process) {
    enter(Function::HcsCloseProcess, nullptr, [&](Owner& host) -> HRESULT {
        host.close_process(process);
        return kOk;
    });
}

HCSFFI_EXPORT HRESULT HcsSetProcessCallback(HCS_PROCESS process, HCS_EVENT_OPTIONS callbackOptions, void* context,
                                            HCS_EVENT_CALLBACK callback) {
    return enter(Function::HcsSetProcessCallback, nullptr, [&](Owner& host) -> HRESULT {
        std::shared_ptr<ProcessReference> reference;
        if (const HRESULT code = host.find_process(process, &reference); failed(code)) return code;
        return reference->subscription->set(bits_of(callbackOptions), context, callback);
    });
}

HCSFFI_EXPORT HRESULT HcsWaitForProcessExit(HCS_PROCESS process, DWORD timeoutMs, PWSTR* result) {
    return enter(Function::HcsWaitForProcessExit, result, [&](Owner& host) -> Outcome {
        std::shared_ptr<ProcessReference> reference;
        if (const HRESULT code = host.find_process(process, &reference); failed(code)) return {code, nullptr};
        return reference->process->wait_exit(*reference, timeoutMs);
    });
}

HCSFFI_EXPORT HRESULT HcsGetServiceProperties(PCWSTR propertyQuery, PWSTR* result) {
    return enter(Function::HcsGetServiceProperties, result, [&](Owner& host) -> Outcome {
        if (result == nullptr) return {kPointer, nullptr};
        return success(host.service().properties(optional_text(propertyQuery), host.supported_versions()));
    });
}

HCSFFI_EXPORT HRESULT HcsModifyServiceSettings(PCWSTR settings, PWSTR* result) {
    return enter(Function::HcsModifyServiceSettings, result, [&](Owner& host) -> Outcome {
        host.service().modify(required_text(settings), host.draw_guid());
        return success();
    });
}

HCSFFI_EXPORT HRESULT HcsSubmitWerReport(PCWSTR settings) {
    return enter(Function::HcsSubmitWerReport, nullptr, [&](Owner&) -> HRESULT {
        check_shape(Document::parse(required_text(settings)).root(), "CrashReport");
        return kOk;  // there is no error reporting service to hand it to
    });
}

HCSFFI_EXPORT HRESULT HcsCreateEmptyGuestStateFile(PCWSTR guestStateFilePath) {
    return enter(Function::HcsCreateEmptyGuestStateFile, nullptr, [&](Owner&) -> HRESULT {
        write_file(required_text(guestStateFilePath), "", true);
        return kOk;
    });
}

HCSFFI_EXPORT HRESULT HcsCreateEmptyRuntimeStateFile(PCWSTR runtimeStateFilePath) {
    return enter(Function::HcsCreateEmptyRuntimeStateFile, nullptr, [&](Owner&) -> HRESULT {
        write_file(required_text(runtimeStateFilePath), "", true);
        return kOk;
    });
}

HCSFFI_EXPORT HRESULT HcsGrantVmAccess(PCWSTR vmId, PCWSTR filePath) {
    return enter(Function::HcsGrantVmAccess, nullptr, [&](Owner& host) -> HRESULT {
        const std::string id = required_text(vmId);
        return id.empty() ? kInvalidArgument : host.grants().grant(id, required_text(filePath));
    });
}

HCSFFI_EXPORT HRESULT HcsRevokeVmAccess(PCWSTR vmId, PCWSTR filePath) {
    return enter(Function::HcsRevokeVmAccess, nullptr, [&](Owner& host) -> HRESULT {
        const std::string id = required_text(vmId);
        return id.empty() ? kInvalidArgument : host.grants().revoke(id, required_text(filePath));
    });
}

HCSFFI_EXPORT HRESULT HcsGrantVmGroupAccess(PCWSTR filePath) {
    return enter(Function::HcsGrantVmGroupAccess, nullptr, [&](Owner& host) { return host.grants().grant("", required_text(filePath)); });
}

HCSFFI_EXPORT HRESULT HcsRevokeVmGroupAccess(PCWSTR filePath) {
    return enter(Function::HcsRevokeVmGroupAccess, nullptr, [&](Owner& host) { return host.grants().revoke("", required_text(filePath)); });
}

HCSFFI_EXPORT HRESULT HcsGetProcessorCompatibilityFromSavedState(PCWSTR RuntimeFileName, PCWSTR* ProcessorFeaturesString) {
    return enter(Function::HcsGetProcessorCompatibilityFromSavedState, const_cast<PWSTR*>(ProcessorFeaturesString), [&](Owner&) -> Outcome {
        if (ProcessorFeaturesString == nullptr) return {kPointer, nullptr};
        return success(read_saved_state(read_file(required_text(RuntimeFileName))).processor_requirements);
    });
}

HCSFFI_EXPORT HRESULT HcsCancelLiveMigration(HCS_SYSTEM computeSystem, HCS_OPERATION operation, PCWSTR options) {
    return request_of_migration(Function::HcsCancelLiveMigration, computeSystem, operation, options);
}

}  // extern "C"

}  // namespace hcsffi
