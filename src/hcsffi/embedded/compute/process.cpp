#include "compute/process.h"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <utility>

#include "compute/environment.h"
#include "document/shape.h"
#include "ground/command_line.h"
#include "ground/insist.h"
#include "ground/json_writer.h"

namespace hcsffi {

namespace {

struct ReasonCode {
    SpawnReason reason;
    HRESULT code;
};

// 0x80070002 for a missing program is observed; the others are what Windows' own CreateProcess answers for the same cause (chosen).
constexpr ReasonCode kReasonCodes[] = {
    {SpawnReason::none, kOk},
    {SpawnReason::not_found, kFileNotFound},
    {SpawnReason::not_executable, kAccessDenied},
    {SpawnReason::bad_format, kBadExecutable},
    {SpawnReason::bad_directory, kDirectory},
    {SpawnReason::bad_user, kNoSuchUser},
    {SpawnReason::not_permitted, kAccessDenied},
    {SpawnReason::bad_argument, kInvalidArgument},
    {SpawnReason::exhausted, kNoSystemResources},
    {SpawnReason::no_reaper, kServiceNotAvailable},
    {SpawnReason::process_gone, kProcessAlreadyStopped},
    {SpawnReason::paused, kInvalidState},
    {SpawnReason::tree_gone, kSystemAlreadyStopped},
    {SpawnReason::not_supported, kNotSupported},
};

struct SignalName {
    const char* name;
    ControlSignal signal;
};

constexpr SignalName kSignalNames[] = {
    {"CtrlC", ControlSignal::ctrl_c},
    {"CtrlBreak", ControlSignal::ctrl_break},
    {"CtrlClose", ControlSignal::ctrl_close},
    {"CtrlLogOff", ControlSignal::ctrl_log_off},
    {"CtrlShutdown", ControlSignal::ctrl_shutdown},
};

constexpr int64_t kHighestSignal = 64;

// The client's folder for temporary files is not in a root of the container's own, which has /tmp.
Environment without_temporary_folder(Environment environment) {
    environment.erase(std::remove_if(environment.begin(), environment.end(), [](const auto& one) { return one.first == "TMPDIR"; }),
                      environment.end());
    return environment;
}

HANDLE handle_of(NativeDescriptor descriptor) { return reinterpret_cast<HANDLE>(descriptor); }

Outcome outcome_of(const SpawnOutcome& spawned, const char* detail) {
    return spawned.ok() ? success() : failure(code_of(spawned.reason), spawned.text, detail);
}

}  // namespace

HRESULT code_of(SpawnReason reason) {
    const auto* found =
        std::find_if(std::begin(kReasonCodes), std::end(kReasonCodes), [reason](const ReasonCode& row) { return row.reason == reason; });
    return found == std::end(kReasonCodes) ? kUnexpected : found->code;
}

ProcessReference::ProcessReference(std::shared_ptr<Process> named)
    : process(std::move(named)), subscription(std::make_shared<Subscription>(process->event_line())) {}

// -- start

ProcessStart Process::read_parameters(const Node& parameters) {
    ProcessStart what;
    what.program = parameters["ApplicationName"].text_or("");
    for (const Node& argument : parameters["CommandArgs"].elements()) what.arguments.push_back(*argument.text());
    // Arguments given one by one need no parsing and win over a command line beside them (chosen).
    if (what.arguments.empty()) {
        what.command_line = parameters["CommandLine"].text_or("");
        what.arguments = split_command_line(what.command_line);
    }
    if (what.arguments.empty() && !what.program.empty()) what.arguments.push_back(what.program);
    if (what.arguments.empty())  // a command line of blanks
        throw Refusal(kInvalidArgument, parameters.path() + ": one of CommandLine, CommandArgs and ApplicationName must name a program");
    const Environment& inherited = system_->host().inherited();
    what.environment = system_->is_isolated()
                           ? process_environment(without_temporary_folder(inherited), system_->host_name(), parameters["Environment"])
                           : process_environment(inherited, system_->host_name(), parameters["Environment"]);
    what.working_directory = parameters["WorkingDirectory"].text_or("");
    what.user = parameters["User"].text_or("");
    what.input = parameters["CreateStdInPipe"].boolean_or(false);
    what.output = parameters["CreateStdOutPipe"].boolean_or(false);
    what.error = parameters["CreateStdErrPipe"].boolean_or(false);
    what.console = parameters["EmulateConsole"].boolean_or(false);
    if (const auto size = parameters["ConsoleSize"].elements(); size.size() == 2) {
        what.console_size.rows = static_cast<uint16_t>(*size[0].count(UINT16_MAX));
        what.console_size.columns = static_cast<uint16_t>(*size[1].count(UINT16_MAX));
    }
    return what;
}

Outcome Process::start(ProcessTree& tree, const Node& parameters) {
    const ProcessStart what = read_parameters(parameters);
    {
        Lock<Rank::kProcess> lock(mutex_);
        asked_input_ = what.input;
        asked_output_ = what.output;
        asked_error_ = what.error && !what.console;
    }
    StartedProcess started;
    if (const SpawnOutcome spawned = tree.start(what, key_, &started); !spawned.ok()) return outcome_of(spawned, "ExecuteProcess");
    bool ended = false;
    {
        Lock<Rank::kProcess> lock(mutex_);
        started_ = std::move(started);
        ended = ended_before_started_;
        assert(state_ == State::kStarting);
        state_ = State::kAlive;
        if (ended) record_end_locked(exit_code_, last_wait_result_);
    }
    if (ended) publish_end();
    return success();
}

void Process::never_started() {
    Lock<Rank::kProcess> lock(mutex_);
    if (state_ == State::kStarting) state_ = State::kNeverStarted;
    changed_.notify_all();
}

// -- end

void Process::record_end_locked(uint32_t exit_code, HRESULT last_wait_result) {
    assert(state_ == State::kAlive && !status_);  // the end is told once, whoever notices it
    exit_code_ = exit_code;
    last_wait_result_ = last_wait_result;
    state_ = State::kEnded;
    started_.kept_input.reset();
    started_.console.reset();
    status_ = insist([this] { return make_text(status_json_locked()); });
    changed_.notify_all();
}

void Process::end(const ProcessEnd& end) {
    {
        Lock<Rank::kProcess> lock(mutex_);
        if (state_ == State::kStarting) {
            exit_code_ = end.exit_code;
            ended_before_started_ = true;
            return;
        }
        if (state_ != State::kAlive) return;
        record_end_locked(end.exit_code, kOk);
    }
    publish_end();
}

void Process::lose() {
    {
        Lock<Rank::kProcess> lock(mutex_);
        if (state_ == State::kStarting) {
            if (!ended_before_started_) last_wait_result_ = kUnexpected;  // else how it ended is known
            ended_before_started_ = true;
            return;
        }
        if (state_ != State::kAlive) return;
        record_end_locked(0, kUnexpected);  // a failed last wait tells that the exit code means nothing
    }
    publish_end();
}

void Process::publish_end() {
    Text status;
    const auto live = insist([&] {
        Lock<Rank::kProcess> lock(mutex_);
        std::vector<std::shared_ptr<ProcessReference>> found;
        assert(state_ == State::kEnded && status_);
        status = status_;
        for (const auto& each : references_) {
            if (auto reference = each.lock(); reference && !reference->disconnected.load()) found.push_back(std::move(reference));
        }
        return found;
    });
    for (const auto& reference : live) reference->subscription->notify_exit_elsewhere(HcsEventProcessExited, status);
    // The last process of a shutdown ends its system, which asks things that neither the reactor nor a start may wait for.
    insist(
        [this] { system_->host().scheduler().post_elsewhere([self = shared_from_this()] { self->system_->forget_process(self->key_); }); });
}

std::string Process::status_json_locked() const {
    JsonWriter json;
    json.open('{').member("ProcessId", started_.id).member("Exited", state_ == State::kEnded);
    json.member("ExitCode", exit_code_).member("LastWaitResult", last_wait_result_).close('}');
    return json.text();
}

// -- requests

uint32_t Process::id() {
    Lock<Rank::kProcess> lock(mutex_);
    return started_.id;
}

bool Process::alive() {
    Lock<Rank::kProcess> lock(mutex_);
    return state_ == State::kAlive;
}

std::shared_ptr<ProcessTree> Process::tree_of_living() {
    {
        Lock<Rank::kProcess> lock(mutex_);
        if (state_ == State::kNeverStarted || state_ == State::kStarting) throw Refusal(kNotFound, "the process was never started");
        if (state_ == State::kEnded) throw Refusal(kProcessAlreadyStopped, "the process has exited");
    }
    auto tree = system_->tree();
    if (!tree) throw Refusal(kProcessAlreadyStopped, "the compute system has exited");
    return tree;
}

Outcome Process::terminate(const std::string&) {  // options are reserved
    const auto tree = tree_of_living();
    return outcome_of(tree->kill(key_), "");
}

Outcome Process::signal(const std::string& options) {
    const Document document = Document::parse_optional(options);
    check_shape(document.root(), "SignalProcessOptions");
    const Node wanted = document.root()["Signal"];
    const auto tree = tree_of_living();
    if (wanted.is_integer()) return outcome_of(tree->signal(key_, static_cast<int>(*wanted.integer(1, kHighestSignal))), "SignalProcess");
    const std::string name = *wanted.text();
    const auto* found =
        std::find_if(std::begin(kSignalNames), std::end(kSignalNames), [&](const SignalName& row) { return name == row.name; });
    if (found == std::end(kSignalNames)) wanted.refuse("CtrlC, CtrlBreak, CtrlClose, CtrlLogOff, CtrlShutdown or a number");
    return outcome_of(tree->signal(key_, found->signal), "SignalProcess");
}

Outcome Process::modify(const std::string& request) {
    const Document document = Document::parse(request);
    const Node root = document.root();
    check_shape(root, "ProcessModifyRequest");
    const std::string operation = root["Operation"].text_or("");
    (void)tree_of_living();
    const std::shared_ptr<Spawner> spawner = system_->host().spawner();
    Lock<Rank::kProcess> lock(mutex_);
    if (operation == "ConsoleSize") {
        const Node size = root["ConsoleSize"];
        if (!started_.console) throw Refusal(kInvalidState, "the process has no console", "ModifyProcess");
        const ConsoleSize wanted{static_cast<uint16_t>(*size["Height"].count(UINT16_MAX)),
                                 static_cast<uint16_t>(*size["Width"].count(UINT16_MAX))};
        return outcome_of(spawner->resize_console(started_.console, wanted), "ModifyProcess");
    }
    const std::string which = root["CloseHandle"]["Handle"].text_or("");
    if (which == "StdOut" || which == "All") started_.output.reset();
    if (which == "StdErr" || which == "All") started_.error.reset();
    if (which != "StdIn" && which != "All") return success();
    started_.kept_input.reset();
    started_.input.reset();  // nobody can fetch it any more
    if (started_.console) return outcome_of(spawner->end_console_input(started_.console), "ModifyProcess");
    return success();
}

Outcome Process::properties(const std::string&) {  // no query of a process is published
    Lock<Rank::kProcess> lock(mutex_);
    if (state_ == State::kStarting || state_ == State::kNeverStarted) throw Refusal(kNotFound, "the process was never started");
    return status_ ? success(status_) : success(status_json_locked());
}

Outcome Process::describe(const std::string&) {
    Lock<Rank::kProcess> lock(mutex_);
    if (state_ == State::kStarting || state_ == State::kNeverStarted)
        throw Refusal(kProcessInfoNotAvailable, "the process was never started", "GetProcessInfo");
    if (state_ == State::kEnded) throw Refusal(kProcessAlreadyStopped, "the process has exited", "GetProcessInfo");
    return success();
}

HCS_PROCESS_INFORMATION Process::hand_out(bool from_create) {
    Lock<Rank::kProcess> lock(mutex_);
    // NULL where no pipe was asked for at creation; INVALID_HANDLE_VALUE for
    // every absent one afterwards, and for what somebody has fetched.
    const auto hand = [&](UniqueFd& pipe, bool asked) { return pipe || asked || !from_create ? handle_of(pipe.release()) : nullptr; };
    HCS_PROCESS_INFORMATION information{};
    information.ProcessId = started_.id;
    information.StdInput = hand(started_.input, asked_input_);
    information.StdOutput = hand(started_.output, asked_output_);
    information.StdError = hand(started_.error, asked_error_);
    return information;
}

// -- handles and waiters

void Process::add_reference(const std::shared_ptr<ProcessReference>& reference) {
    Text status;
    {
        Lock<Rank::kProcess> lock(mutex_);
        references_.erase(std::remove_if(references_.begin(), references_.end(), [](const auto& each) { return each.expired(); }),
                          references_.end());
        references_.push_back(reference);
        status = status_;
    }
    if (status) reference->subscription->notify_exit(HcsEventProcessExited, status);
}

Outcome Process::wait_exit(const ProcessReference& reference, DWORD timeout_ms) {
    Lock<Rank::kProcess> lock(mutex_);
    const auto over = [&] { return reference.disconnected.load() || state_ == State::kEnded || state_ == State::kNeverStarted; };
    if (!system_->host().scheduler().wait(lock, changed_, timeout_ms, over)) return {kOperationTimeout, nullptr};
    if (reference.disconnected.load()) return {kServiceDisconnect, nullptr};
    if (state_ == State::kNeverStarted) return {kProcessInfoNotAvailable, nullptr};
    return success(status_);
}

void Process::wake_waiters() {
    Lock<Rank::kProcess> lock(mutex_);
    changed_.notify_all();
}

}  // namespace hcsffi
