#include "processes/linux/toolbox.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <iterator>
#include <system_error>

#include "ground/outcome.h"
#include "ground/uninterrupted.h"

namespace hcsffi {

namespace {

using Moment = std::chrono::steady_clock::time_point;

constexpr size_t kMostSaid = 4096;

int left_ms(Moment until) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now()).count();
    return static_cast<int>(std::max<std::int64_t>(left, 0));
}

// A program that has ended without reading must not end this process, whose signals are the client's own affair.
class NoPipeSignal {
  public:
    NoPipeSignal() {
        sigset_t pending;
        sigemptyset(&one_);
        sigaddset(&one_, SIGPIPE);
        sigpending(&pending);
        was_pending_ = sigismember(&pending, SIGPIPE) == 1;
        pthread_sigmask(SIG_BLOCK, &one_, &before_);
    }
    NoPipeSignal(const NoPipeSignal&) = delete;
    NoPipeSignal& operator=(const NoPipeSignal&) = delete;
    ~NoPipeSignal() {
        const timespec now{};
        if (!was_pending_) uninterrupted([&] { return sigtimedwait(&one_, nullptr, &now); });
        pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }

  private:
    sigset_t one_;
    sigset_t before_;
    bool was_pending_;
};

}  // namespace

class Toolbox::Ends final : public TreeListener {
  public:
    void process_ended(ProcessKey key, const ProcessEnd& end) noexcept override {
        const std::scoped_lock lock(mutex_);
        if (key == awaited_) {
            awaited_ = 0;
            exit_code_ = end.exit_code;
        }
        changed_.notify_all();
    }
    void tree_lost(const SpawnOutcome&) noexcept override {
        const std::scoped_lock lock(mutex_);
        lost_ = true;
        changed_.notify_all();
    }

    void expect(ProcessKey key) {
        const std::scoped_lock lock(mutex_);
        awaited_ = key;
    }
    // False when it did not end in time, or nobody will tell.
    bool wait(Moment until, uint32_t* exit_code) {
        std::unique_lock lock(mutex_);
        changed_.wait_until(lock, until, [this] { return awaited_ == 0 || lost_; });
        *exit_code = exit_code_;
        return awaited_ == 0;
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    ProcessKey awaited_{};  // none
    uint32_t exit_code_{};
    bool lost_ = false;
};

Toolbox::Toolbox(Spawner& spawner, std::chrono::seconds limit) : limit_(limit), ends_(std::make_shared<Ends>()) {
    const SpawnOutcome opened = spawner.open_tree(ends_, &tree_);
    if (!opened.ok()) throw Refusal(kServiceNotAvailable, "starting what runs the programs that make networks: " + opened.text);
}

Toolbox::~Toolbox() { (void)tree_->terminate(); }

ToolAnswer Toolbox::run(const std::vector<std::string>& words, const std::string& input) {
    ProcessStart what;
    what.program = words.front();
    what.arguments = words;
    what.environment = {{"PATH", "/usr/sbin:/usr/bin:/sbin:/bin"}, {"LC_ALL", "C"}};
    what.input = true;
    what.error = true;
    const ProcessKey key = next_++;
    ends_->expect(key);
    StartedProcess started;
    if (const SpawnOutcome outcome = tree_->start(what, key, &started); !outcome.ok()) return {false, 0, outcome.text};
    return finish(key, started, input);
}

// Who has been told a part would do that, or wait for the rest.
ToolAnswer Toolbox::break_off(ProcessKey key, const char* step, int error) {
    (void)tree_->kill(key);
    return {false, 0, step + (": " + std::generic_category().message(error))};
}

ToolAnswer Toolbox::finish(ProcessKey key, StartedProcess& started, const std::string& input) {
    const Moment until = std::chrono::steady_clock::now() + limit_;
    const int in = static_cast<int>(started.input.get()), out = static_cast<int>(started.error.get());
    fcntl(in, F_SETFL, fcntl(in, F_GETFL) | O_NONBLOCK);
    ToolAnswer answer;
    const NoPipeSignal guarded;
    size_t done = 0;
    bool speaks = true;
    while (speaks && left_ms(until) != 0) {
        if (done == input.size() && started.input) {
            started.input.reset();
            started.kept_input.reset();
        }
        pollfd ready[] = {{out, POLLIN, {}}, {started.input ? in : -1, POLLOUT, {}}};
        if (poll(ready, std::size(ready), left_ms(until)) == -1 && errno != EINTR) return break_off(key, "listening to it", errno);
        if (ready[1].revents != 0) {
            const ssize_t wrote = uninterrupted([&] { return write(in, input.data() + done, input.size() - done); });
            if (wrote != -1) done += static_cast<size_t>(wrote);
            else if (errno == EPIPE) done = input.size();  // it reads no more: it says why
            else if (errno != EAGAIN) return break_off(key, "telling it what to do", errno);
        }
        if (ready[0].revents == 0) continue;
        char piece[1024];
        const ssize_t got = uninterrupted([&] { return read(out, piece, sizeof piece); });
        if (got < 0) return break_off(key, "hearing from it", errno);
        speaks = got > 0;
        if (answer.said.size() < kMostSaid) answer.said.append(piece, static_cast<size_t>(got));
    }
    answer.ran = ends_->wait(until, &answer.exit_code);
    if (!answer.ran) {
        (void)tree_->kill(key);
        answer.said +=
            left_ms(until) != 0 ? "what runs it was killed" : "it did not end within " + std::to_string(limit_.count()) + " seconds";
    }
    return answer;
}

}  // namespace hcsffi
