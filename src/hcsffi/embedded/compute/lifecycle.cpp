#include "compute/lifecycle.h"

#include <algorithm>
#include <iterator>

namespace hcsffi {

namespace {

constexpr HRESULT kGo = kOk;
constexpr HRESULT kBad = kInvalidState;
constexpr HRESULT kLost = kSystemNotFound;         // the create failed: there is no such system
constexpr HRESULT kGone = kSystemAlreadyStopped;   // compute systems are ephemeral: nothing leads back from an exit
constexpr HRESULT kNever = kNotImplemented;        // chosen: what a kind of system cannot do at all, in whatever state
constexpr HRESULT kNone = kNotFound;                // what is measured of a system exists only while it runs
constexpr HRESULT kForeign = kNotSupported;        // the guest's own agent would have to do it

constexpr int kStates = 10;

struct Rule {
    Request request;
    HRESULT by_state[kStates];
};

// Columns: creating, failed, created, starting, running, changing, paused, template, stopping, stopped.
// Documented are the path Created - Running - Paused - Running and its exits, Save only while paused; the codes of refused requests are
// documented for a running Start and Save, observed for requests after the exit, and chosen otherwise.
constexpr Rule kContainerRules[] = {
    {Request::kStart, {kBad, kLost, kGo, kBad, kBad, kBad, kBad, kBad, kGone, kGone}},
    {Request::kShutdown, {kBad, kGone, kBad, kBad, kGo, kBad, kBad, kBad, kGone, kGone}},
    {Request::kTerminate, {kGo, kGone, kGo, kGo, kGo, kGo, kGo, kGo, kGo, kGone}},
    {Request::kPause, {kBad, kLost, kNever, kNever, kNever, kNever, kNever, kNever, kGone, kGone}},
    {Request::kResume, {kBad, kLost, kNever, kNever, kNever, kNever, kNever, kNever, kGone, kGone}},
    {Request::kSave, {kBad, kLost, kNever, kNever, kNever, kNever, kNever, kNever, kGone, kGone}},
    {Request::kCrash, {kBad, kLost, kNever, kNever, kNever, kNever, kNever, kNever, kGone, kGone}},
    {Request::kModify, {kBad, kLost, kGo, kBad, kGo, kBad, kBad, kBad, kGone, kGone}},
    {Request::kQuery, {kBad, kLost, kGo, kGo, kGo, kGo, kGo, kGo, kGo, kGone}},
    {Request::kMeasure, {kBad, kLost, kBad, kBad, kGo, kBad, kGo, kBad, kNone, kNone}},
    {Request::kCreateProcess, {kBad, kLost, kBad, kBad, kGo, kBad, kBad, kBad, kGone, kGone}},
};

// Where a container inside a virtual machine differs: the machine can stop its clock.
constexpr Rule kHostedRules[] = {
    {Request::kPause, {kBad, kLost, kBad, kBad, kGo, kBad, kBad, kBad, kGone, kGone}},
    {Request::kResume, {kBad, kLost, kBad, kBad, kBad, kBad, kGo, kBad, kGone, kGone}},
};

// Where a virtual machine differs from a container.
constexpr Rule kVirtualMachineRules[] = {
    {Request::kPause, {kBad, kLost, kBad, kBad, kGo, kBad, kBad, kBad, kGone, kGone}},
    {Request::kResume, {kBad, kLost, kBad, kBad, kBad, kBad, kGo, kBad, kGone, kGone}},
    {Request::kSave, {kBad, kLost, kBad, kBad, kBad, kBad, kGo, kBad, kGone, kGone}},
    {Request::kCrash, {kBad, kLost, kBad, kBad, kGo, kBad, kBad, kBad, kGone, kGone}},
    {Request::kModify, {kBad, kLost, kGo, kBad, kGo, kBad, kGo, kBad, kGone, kGone}},
    {Request::kCreateProcess, {kBad, kLost, kBad, kBad, kForeign, kBad, kBad, kBad, kGone, kGone}},
};

template <size_t N>
const Rule* find_rule(const Rule (&rules)[N], Request request) {
    for (const Rule& rule : rules) {
        if (rule.request == request) return &rule;
    }
    return nullptr;
}

struct StateText {
    SystemState state;
    const char* text;
};

constexpr StateText kStateTexts[] = {
    {SystemState::kCreating, "Unknown"}, {SystemState::kFailed, "Unknown"},           {SystemState::kCreated, "Created"},
    {SystemState::kStarting, "Created"}, {SystemState::kRunning, "Running"},          {SystemState::kChanging, "Running"},
    {SystemState::kPaused, "Paused"},    {SystemState::kTemplate, "SavedAsTemplate"}, {SystemState::kStopping, "Running"},
    {SystemState::kStopped, "Stopped"},
};

struct RequestText {
    Request request;
    const char* text;
};

// OperationFailureDetail of the HCS schema.
constexpr RequestText kRequestTexts[] = {
    {Request::kStart, "Start"},
    {Request::kShutdown, "Shutdown"},
    {Request::kTerminate, "Terminate"},
    {Request::kPause, "Pause"},
    {Request::kResume, "Resume"},
    {Request::kSave, "Save"},
    {Request::kCrash, "Crash"},
    {Request::kModify, "Modify"},
    {Request::kQuery, "GetProperties"},
    {Request::kMeasure, "GetProperties"},
    {Request::kCreateProcess, "ExecuteProcess"},
};

// What a container is not, as a participle.
constexpr RequestText kNeverTexts[] = {
    {Request::kPause, "paused"},
    {Request::kResume, "resumed"},
    {Request::kSave, "saved"},
    {Request::kCrash, "crashed"},
};

}  // namespace

HRESULT verdict(SystemKind kind, Request request, SystemState state) {
    const Rule* rule = nullptr;
    if (kind == SystemKind::kVirtualMachine) rule = find_rule(kVirtualMachineRules, request);
    if (kind == SystemKind::kHosted) rule = find_rule(kHostedRules, request);
    if (rule == nullptr) rule = find_rule(kContainerRules, request);
    return rule->by_state[static_cast<size_t>(state)];
}

std::string refusal_text(SystemKind kind, Request request, SystemState state) {
    const HRESULT code = verdict(kind, request, state);
    if (code == kNever) {
        const auto* row = std::find_if(std::begin(kNeverTexts), std::end(kNeverTexts),
                                       [request](const RequestText& each) { return each.request == request; });
        if (row != std::end(kNeverTexts)) return std::string("containers cannot be ") + row->text;
    }
    if (code == kForeign) return "no guest runs code here: a virtual machine is modelled, and its processes would be its guest's";
    if (code == kNone) return "nothing is measured of a compute system that has ended";
    return std::string("the compute system is ") + state_text(state);
}

const char* state_text(SystemState state) { return kStateTexts[static_cast<size_t>(state)].text; }

const char* request_text(Request request) { return kRequestTexts[static_cast<size_t>(request)].text; }

}  // namespace hcsffi
