/* Programs of the machine that the host has do something: started by a reaper of their own, so that nobody else waits for them, told what
 * to do on their standard input, and asked for what they say of errors.
 */
#pragma once

#include <chrono>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "processes/spawn.h"

namespace hcsffi {

struct ToolAnswer {
    bool ran = false;  // to its end
    uint32_t exit_code = 0;
    std::string said;  // its standard error, or why it did not run
    bool ok() const { return ran && exit_code == 0; }
};

class Toolbox {
  public:
    static constexpr std::chrono::seconds kUsualLimit{20};

    // A program may take so long. errors: Refusal where no reaper can be had.
    explicit Toolbox(Spawner& spawner, std::chrono::seconds limit = kUsualLimit);
    // blocks: until what runs has ended.
    ~Toolbox();
    Toolbox(const Toolbox&) = delete;
    Toolbox& operator=(const Toolbox&) = delete;

    // threads: one at a time. blocks: until the program has ended, or as long as it may take, after which it is killed.
    ToolAnswer run(const std::vector<std::string>& words, const std::string& input);

  private:
    class Ends;

    ToolAnswer break_off(ProcessKey key, const char* step, int error);
    ToolAnswer finish(ProcessKey key, StartedProcess& started, const std::string& input);

    const std::chrono::seconds limit_;
    const std::shared_ptr<Ends> ends_;
    std::unique_ptr<ProcessTree> tree_;
    ProcessKey next_ = 1;
};

}  // namespace hcsffi
