// A tree of processes in which nothing runs, for what holds a tree and is not asked about its processes.
#pragma once

#include <cstdint>
#include <vector>

#include "processes/spawn.h"

class StillTree final : public hcsffi::ProcessTree {
  public:
    // `ended` counts how often it was terminated.
    StillTree(std::uint32_t first, int* ended) : first_(first), ended_(ended) {}
    hcsffi::LimitsHeld limit(const hcsffi::TreeLimits&) override { return {}; }
    hcsffi::SpawnOutcome start(const hcsffi::ProcessStart&, hcsffi::ProcessKey, hcsffi::StartedProcess*) override { return {}; }
    hcsffi::SpawnOutcome signal(hcsffi::ProcessKey, hcsffi::ControlSignal) override { return {}; }
    hcsffi::SpawnOutcome signal(hcsffi::ProcessKey, int) override { return {}; }
    hcsffi::SpawnOutcome kill(hcsffi::ProcessKey) override { return {}; }
    hcsffi::SpawnOutcome pause() override { return {}; }
    hcsffi::SpawnOutcome resume() override { return {}; }
    hcsffi::SpawnOutcome measure(hcsffi::TreeStatistics*) override { return {}; }
    hcsffi::SpawnOutcome list(std::vector<hcsffi::ProcessRow>*) override { return {}; }
    hcsffi::SpawnOutcome terminate() override {
        ++*ended_;
        return {};
    }
    hcsffi::Ending ending() const override { return {}; }
    std::uint32_t first_process() const override { return first_; }

  private:
    const std::uint32_t first_;
    int* const ended_;
};
