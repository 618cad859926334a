// Which request is legal in which state, for each kind of compute system: a table, so that it can be read and tested as one.
#pragma once

#include <cstdint>
#include <string>

#include "ground/hresult.h"

namespace hcsffi {

enum class SystemKind : uint8_t {
    kContainer,       // process-isolated: a tree of processes on this host
    kHosted,          // a container inside a virtual machine (HostedSystem, or Container with HostingSystemId)
    kVirtualMachine,  // modelled without a guest
};

enum class SystemState : uint8_t {
    kCreating,  // the id is taken, the document is not accepted yet
    kFailed,    // the create failed; the handle is all that is left
    kCreated,
    kStarting,
    kRunning,
    kChanging,  // pausing, resuming or saving
    kPaused,
    kTemplate,  // saved as template
    kStopping,
    kStopped,
};

enum class Request : uint8_t { kStart, kShutdown, kTerminate, kPause, kResume, kSave, kCrash, kModify, kQuery, kMeasure, kCreateProcess };

// kOk: the request may go on.
HRESULT verdict(SystemKind kind, Request request, SystemState state);

// Why verdict() refuses, as a sentence without a full stop.
std::string refusal_text(SystemKind kind, Request request, SystemState state);

// The State of the published Properties document: six words for ten states.
const char* state_text(SystemState state);
// The request's name in messages, and its OperationFailureDetail.
const char* request_text(Request request);

}  // namespace hcsffi
