/* What a noun may ask of the host it lives in. The owner of all tables (exports/owner.h) answers; no noun knows it.
 *
 * What a noun may ask of its neighbours stands beside the noun, as an interface that whoever holds the neighbours keeps.
 */
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/configuration.h"
#include "engine/scheduler.h"
#include "ground/outcome.h"
#include "processes/spawn.h"

namespace hcsffi {

class Host {
  public:
    virtual ~Host() = default;

    // threads: any. Where work is posted, and the clock.
    virtual Scheduler& scheduler() = 0;

    // threads: any. The Windows it pretends to be.
    virtual uint32_t windows_build() const = 0;
    virtual std::vector<SchemaVersion> supported_versions() = 0;
    virtual bool supports(uint32_t major, uint32_t minor) = 0;
    // Whether codes of the service's own are told as 0xC037xxxx, and such a code as it is told.
    virtual bool spells_status() const = 0;
    HRESULT spelled(HRESULT code) const { return spells_status() ? spelled_as_status(code) : code; }

    // threads: any. From the seed of the configuration, if it has one.
    virtual std::string draw_guid() = 0;

    // threads: any. Which containers are isolated. errors: Refusal kInvalidArgument when the environment says something else.
    virtual IsolationMode isolation() = 0;
    // threads: any. Made at first use.
    virtual std::shared_ptr<Spawner> spawner() = 0;
    // The client's variables that every process gets.
    virtual const Environment& inherited() const = 0;
};

}  // namespace hcsffi
