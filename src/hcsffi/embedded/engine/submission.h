// How a request that an operation tracks is accepted: refused at once, or carried out later by a worker. Faults come in here.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include "engine/fault.h"
#include "engine/operation.h"
#include "engine/scheduler.h"

namespace hcsffi {

// The second half of it, from when the operation runs. errors: also std::bad_alloc, and then nothing was posted.
template <class Work>
HRESULT post(Scheduler& scheduler, FaultTable& faults, Function function, const std::shared_ptr<Operation>& operation, uint64_t run,
             Work work) {
    const std::optional<FaultRule> fault = faults.strike(function);
    if (fault && fault->at_call) {
        operation->refuse(run, failure(*fault->code, fault->message));
        return *fault->code;
    }
    if (fault && fault->never) return kOk;
    if (!scheduler.staff()) {
        operation->refuse(run, failure(kOutOfMemory, "no thread could be started to do what was asked for"));
        return kOutOfMemory;
    }
    uint64_t delay_us = fault ? fault->delay_us : 0;
    if (delay_us == 0) delay_us = scheduler.draw_delay_us();
    if (fault && fault->code) {
        scheduler.post([operation, run, code = *fault->code,
                        message = fault->message] { operation->complete(run, attempt([&] { return failure(code, message); })); },
                       delay_us);
        return kOk;
    }
    scheduler.post(
        [operation, run, work = std::move(work)]() mutable {
            if (!operation->work_begins(run)) return;
            operation->complete(run, attempt(work));
        },
        delay_us);
    return kOk;
}

// threads: any, no lock of the host held. `work` runs later and returns the Outcome. errors: what the native call answers at once; the
// errand's `dropped` has run then.
template <class Work>
HRESULT submit(Scheduler& scheduler, FaultTable& faults, Function function, std::shared_ptr<Operation> operation, Errand errand,
               Work work) {
    uint64_t run = 0;
    std::function<void()> dropped = errand.dropped;
    if (const HRESULT refused = operation->begin(std::move(errand), &run); failed(refused)) {
        if (dropped) dropped();
        return refused;
    }
    try {
        return post(scheduler, faults, function, operation, run, std::move(work));
    } catch (...) {
        operation->refuse(run, {kOutOfMemory, nullptr});
        throw;
    }
}

}  // namespace hcsffi
