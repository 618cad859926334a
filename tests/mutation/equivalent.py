"""Changes that make no difference to anybody, so that no test can notice them: they are no mutants. Each with its reason."""

from __future__ import annotations

from typing import NamedTuple


class Change(NamedTuple):
    """A change as ``make mutants`` prints it, without the number of its line.

    Args:
        file: under ``src/hcsffi``.
        before: the line as it is.
        after: the line as it would be.
    """

    file: str
    before: str
    after: str


EQUIVALENT: dict[Change, str] = {
    Change(
        "delivery/dispatcher.py",
        "self._has_missed_token = False",
        "self._has_missed_token = True",
    ): "A turn is taken that finds nothing to do.",
    Change(
        "delivery/dispatcher.py",
        "self.number = 0",
        "self.number = 1",
    ): "It is no loop's number either, until the loop's own is known.",
    Change(
        "compute/pruning.py",
        "_AT_ONCE: Final = 16",
        "_AT_ONCE: Final = 17",
    ): "How many are asked at the same time is nobody's promise.",
    Change(
        "native/completions.py",
        "return self._join(texts, lambda: ((0, 0, texts, 0),))",
        "return self._join(texts, lambda: ((1, 0, texts, 0),))",
    ): "Whoever asks takes the text's place alone, and names the function himself.",
    Change(
        "native/completions.py",
        "if joined.count(0) != max(len(texts) - 1, 0) or joined.count(NO_TEXT) != texts.count(None):",
        "if joined.count(0) != max(len(texts) - 2, 0) or joined.count(NO_TEXT) != texts.count(None):",
    ): "Every text is looked at once more.",
    Change(
        "delivery/subscription.py",
        "self._ticket = 0",
        "self._ticket = 1",
    ): "It is read with a dispatcher alone, and they are told together.",
    Change(
        "delivery/blocking.py",
        "if closing is not None and closing.is_of_shim:",
        "if closing is not None:",
    ): "A loop takes errands where a library of this process answers, and all handles of one are the shim's.",
    Change(
        "delivery/blocking.py",
        "if not handle.is_of_shim or not dispatcher.current().takes_errands:",
        "if not dispatcher.current().takes_errands:",
    ): "As above; a handle of a service that was lost before has nothing to be closed any more.",
    Change(
        "native/calls.py",
        "opened = ServiceCallbackHandle.adopt(place[0]) if code < FAILED and place[0] else None",
        "opened = ServiceCallbackHandle.adopt(place[0]) if code <= FAILED and place[0] else None",
    ): "No library that fails hands out a registration.",
    Change(
        "native/packing.py",
        'nothing = Packed(0, b"", 0, PackingEnd.OTHER)',
        'nothing = Packed(1, b"", 0, PackingEnd.OTHER)',
    ): "It is answered on Windows alone, where this tool does not run.",
    Change(
        "native/packing.py",
        'nothing = Packed(0, b"", 0, PackingEnd.OTHER)',
        'nothing = Packed(0, b"", 1, PackingEnd.OTHER)',
    ): "It is answered on Windows alone, where this tool does not run.",
    Change(
        "native/errand.py",
        "found.append(shape(one.name, given) if is_callable else Shape(one, (), 0, is_network=False))",
        "found.append(shape(one.name, given) if is_callable else Shape(one, (), 1, is_network=False))",
    ): "Of a function that no errand calls nothing is read but its name.",
    Change(
        "native/errand.py",
        "found.append(shape(one.name, given) if is_callable else Shape(one, (), 0, is_network=False))",
        "found.append(shape(one.name, given) if is_callable else Shape(one, (), 0, is_network=True))",
    ): "Of a function that no errand calls nothing is read but its name.",
    Change(
        "native/library.py",
        "super().__init__(present, wanted, living)",
        "pass",
    ): "The arguments of an exception are kept when it is made.",
    Change(
        "native/library.py",
        'if reason and not (wanted == "system" and number):',
        "if reason:",
    ): "It is the system's library that may lack one of its files, and there is none where this tool runs.",
    Change(
        "native/remote.py",
        "self._write_end.settimeout(0)",
        "pass",
    ): "One byte at most is on its way, and there is always room for one.",
    Change(
        "native/remote.py",
        "self._write_end.settimeout(0)",
        "self._write_end.settimeout(1)",
    ): "One byte at most is on its way, and there is always room for one.",
    Change(
        "native/remote.py",
        "if one is not None and one not in usable:",
        "if one is not None:",
    ): "The same text is looked at once more.",
    Change(
        "native/remote.py",
        "usable.add(one)",
        "pass",
    ): "The same text is looked at once more.",
    Change(
        "native/remote.py",
        "self._read_end.recv(64)",
        "self._read_end.recv(65)",
    ): "One byte at most is there to be read.",
    Change(
        "native/remote.py",
        'self._add(ticket, (outcome.hresult, outcome.document or b"", None, None), is_event=False)',
        "self._add(ticket, (outcome.hresult, outcome.document, None, None), is_event=False)",
    ): "A loss has a document.",
    Change(
        "native/remote.py",
        'self._add(ticket, Answers([(one.hresult, one.document or b"", None, None) for one in losses]), is_event=False)',
        "self._add(ticket, Answers([(one.hresult, one.document, None, None) for one in losses]), is_event=False)",
    ): "A loss has a document.",
    Change(
        "native/remote_handle.py",
        "_SERIAL = 40",
        "_SERIAL = 41",
    ): "Where the two parts of a number meet is nobody's but this module's.",
    Change(
        "native/remote_watch.py",
        "KEPT = 1024",
        "KEPT = 1025",
    ): "How many are kept is no promise; that they are bounded and counted is.",
    Change(
        "native/remote_watch.py",
        "self.of_network = False",
        "self.of_network = True",
    ): "It is told before anything can come.",
    Change(
        "native/disk.py",
        "_BEYOND_STREAMS = 3",
        "_BEYOND_STREAMS = 4",
    ): "A place higher is no standard stream's either.",
    Change(
        "compute/excerpt.py",
        "self._block_bytes = max(1, self._tail_limit // _BLOCKS)",
        "self._block_bytes = max(2, self._tail_limit // _BLOCKS)",
    ): "What is kept is cut to the byte at the end; a block of two bytes costs a byte more.",
    Change(
        "compute/excerpt.py",
        "_BLOCKS: Final = 32",
        "_BLOCKS: Final = 33",
    ): "How many blocks hold a tail is no promise; what it costs is.",
    Change(
        "compute/excerpt.py",
        "self._tail_limit = 0 if limit_bytes is None else limit_bytes // 2",
        "self._tail_limit = 1 if limit_bytes is None else limit_bytes // 2",
    ): "Without a limit all is head, and nothing comes to the tail.",
    Change(
        "compute/excerpt.py",
        "if len(view) >= self._tail_limit:  # it is the whole tail",
        "if len(view) > self._tail_limit:  # it is the whole tail",
    ): "What is as long as the tail pushes all else out of it one way or the other.",
    Change(
        "compute/excerpt.py",
        "while self._tail and self._tail_bytes - len(self._tail[0]) >= self._tail_limit:",
        "while self._tail and self._tail_bytes - len(self._tail[0]) > self._tail_limit:",
    ): "What is kept is cut to the byte at the end; a block more costs a thirty-second part of the tail.",
    Change(
        "delivery/blocking.py",
        "return Reply(Outcome(opens, 0))",
        "return Reply(Outcome(opens, 1))",
    ): "It is a code of success as well, and nobody reads which.",
    Change(
        "delivery/blocking.py",
        "nobody = Reply(Outcome(glance.opens, 0))",
        "nobody = Reply(Outcome(glance.opens, 1))",
    ): "It is a code of success as well, and nobody reads which.",
    Change(
        "compute/conversation.py",
        "if failures or status is None:",
        "if failures:",
    ): "Only where something failed is there no status.",
    Change(
        "compute/capture.py",
        "chunk_bytes = CHUNK if max_output_bytes is None else min(CHUNK, max(max_output_bytes // 64, _SMALLEST_CHUNK))",
        "chunk_bytes = CHUNK if max_output_bytes is None else min(CHUNK, max(max_output_bytes // 65, _SMALLEST_CHUNK))",
    ): "How much is read at once is no promise; that it is little beside what is kept is.",
    Change(
        "compute/by_name.py",
        "near = get_close_matches(name, known, 1)",
        "near = get_close_matches(name, known, 2)",
    ): "The nearest comes first, and no other is told.",
    Change(
        "compute/unfulfilled.py",
        "if not library.is_embedded() or not _log.isEnabledFor(logging.WARNING):",
        "if not library.is_embedded():",
    ): "A logger that is silent drops what it is told.",
    Change(
        "native/completions.py",
        'return UnusableText(_name(function), refusal.text, texts[refusal.text] or b"", refusal.place)',
        "return UnusableText(_name(function), refusal.text, texts[refusal.text], refusal.place)",
    ): "A text that was refused is there.",
    Change(
        "embedded/engine/operation.cpp",
        "*run = ++run_;",
        "*run = --run_;",
    ): "The numbers of runs are different ones all the same.",
    Change(
        "embedded/engine/operation.cpp",
        "--watchers_;",
        "++watchers_;",
    ): "It says that somebody waits who does not any more, who is told for nothing.",
    Change(
        "embedded/engine/event.cpp",
        "if (callback_ == nullptr || is_callback_here()) return;",
        "if (callback_ == nullptr && is_callback_here()) return;",
    ): "The thread that is made for it finds the same, and tells nobody.",
    Change(
        "embedded/engine/fault.cpp",
        "for (auto& armed : armed_) armed.store(false, std::memory_order_relaxed);",
        "for (auto& armed : armed_) armed.store(true, std::memory_order_relaxed);",
    ): "What is looked up then has no rule.",
    Change(
        "embedded/engine/scheduler.cpp",
        "staffed_.store(!workers_.empty(), std::memory_order_relaxed);",
        "(nothing)",
    ): "Whoever asks for workers looks under the lock then, and finds the same.",
    Change(
        "embedded/engine/scheduler.cpp",
        "if (left_.load(std::memory_order_relaxed) > 1 && idle_ > 0 && !watching_) wake_.notify_one();",
        "if (left_.load(std::memory_order_relaxed) >= 1 && idle_ > 0 && !watching_) wake_.notify_one();",
    ): "Another worker is woken for what this one takes itself, and sleeps again.",
    Change(
        "embedded/engine/scheduler.cpp",
        "if (!gathers_ && (tasks > 0 || gathering_.has_slept())) gathering_.took(monotonic_us(), tasks);",
        "if (gathers_ && (tasks > 0 || gathering_.has_slept())) gathering_.took(monotonic_us(), tasks);",
    ): "It is only asked how long a worker sleeps before it looks for more: what is there it takes all the same.",
    Change(
        "embedded/engine/scheduler.cpp",
        "if (!gathers_ && (tasks > 0 || gathering_.has_slept())) gathering_.took(monotonic_us(), tasks);",
        "if (!gathers_ || (tasks > 0 || gathering_.has_slept())) gathering_.took(monotonic_us(), tasks);",
    ): "It is only asked how long a worker sleeps before it looks for more: what is there it takes all the same.",
    Change(
        "embedded/engine/scheduler.cpp",
        "if (!gathers_ && (tasks > 0 || gathering_.has_slept())) gathering_.took(monotonic_us(), tasks);",
        "if (!gathers_ && (tasks > 1 || gathering_.has_slept())) gathering_.took(monotonic_us(), tasks);",
    ): "It is only asked how long a worker sleeps before it looks for more: what is there it takes all the same.",
    Change(
        "embedded/engine/scheduler.cpp",
        "if (tasks > 0) ++batches_;",
        "if (tasks > 1) ++batches_;",
    ): "Of one task nothing is left for another worker to look for.",
    Change(
        "embedded/engine/scheduler.cpp",
        "if (tasks > 0) ++batches_;",
        "if (tasks > 0) --batches_;",
    ): "The numbers of batches are different ones all the same.",
    Change(
        "embedded/engine/scheduler.cpp",
        "if (pace_.reorder && batch_.size() > 1) {",
        "if (pace_.reorder && batch_.size() >= 1) {",
    ): "Of one task it chooses that one; of more, what a seed chooses is no promise but that it is the same again.",
    Change(
        "embedded/engine/scheduler.cpp",
        "taken_.fetch_add(1, std::memory_order_relaxed);",
        "taken_.fetch_add(2, std::memory_order_relaxed);",
    ): "Whether a worker watches or is woken, it takes what is there.",
    Change(
        "embedded/engine/scheduler.cpp",
        "taken_.fetch_add(1, std::memory_order_relaxed);",
        "(nothing)",
    ): "Whether a worker watches or is woken, it takes what is there.",
    Change(
        "embedded/engine/scheduler.cpp",
        "++look.taken;",
        "--look.taken;",
    ): "Whether a worker watches or is woken, it takes what is there.",
    Change(
        "embedded/engine/scheduler.cpp",
        "if (const uint64_t sleep_us = gathers_ ? 0 : gathering_.sleep_us(); sleep_us > 0) {",
        "if (const uint64_t sleep_us = gathers_ ? 1 : gathering_.sleep_us(); sleep_us > 0) {",
    ): "A second worker sleeps a moment, too, before it looks again.",
    Change(
        "embedded/engine/scheduler.cpp",
        "if (const uint64_t sleep_us = gathers_ ? 0 : gathering_.sleep_us(); sleep_us > 0) {",
        "if (const uint64_t sleep_us = gathers_ ? 0 : gathering_.sleep_us(); sleep_us > 1) {",
    ): "No sleep is as short as that.",
    Change(
        "embedded/engine/scheduler.cpp",
        "gathers_ = true;",
        "gathers_ = false;",
    ): "Who posts wakes somebody meanwhile, who takes what this one would have.",
    Change(
        "embedded/engine/scheduler.cpp",
        "std::this_thread::sleep_for(std::chrono::microseconds(sleep_us));",
        "(nothing)",
    ): "It looks again at once, and takes what is there.",
    Change(
        "embedded/engine/scheduler.cpp",
        "const uint64_t by_others = taken_.load(std::memory_order_relaxed) - look.taken;",
        "const uint64_t by_others = taken_.load(std::memory_order_relaxed) + look.taken;",
    ): "Whether a worker watches or is woken, it takes what is there.",
    Change(
        "embedded/engine/scheduler.cpp",
        "const bool others_work = std::exchange(look.taken_by_others, by_others) != by_others && idle_ + 1 < workers_.size();",
        "const bool others_work = std::exchange(look.taken_by_others, by_others) != by_others && idle_ - 1 < workers_.size();",
    ): "Whether a worker watches or is woken, it takes what is there.",
    Change(
        "embedded/engine/scheduler.cpp",
        "const bool others_work = std::exchange(look.taken_by_others, by_others) != by_others && idle_ + 1 < workers_.size();",
        "const bool others_work = std::exchange(look.taken_by_others, by_others) != by_others && idle_ + 2 < workers_.size();",
    ): "Whether a worker watches or is woken, it takes what is there.",
    Change(
        "embedded/engine/scheduler.cpp",
        "const bool others_work = std::exchange(look.taken_by_others, by_others) != by_others && idle_ + 1 < workers_.size();",
        "const bool others_work = std::exchange(look.taken_by_others, by_others) != by_others && idle_ + 1 <= workers_.size();",
    ): "Whether a worker watches or is woken, it takes what is there.",
    Change(
        "embedded/engine/scheduler.cpp",
        "const bool watches = others_work && !watching_;",
        "const bool watches = others_work && watching_;",
    ): "Whether a worker watches or is woken, it takes what is there.",
    Change(
        "embedded/engine/scheduler.cpp",
        "watching_ = watching_ || watches;",
        "watching_ = watching_ && watches;",
    ): "Whether a worker watches or is woken, it takes what is there.",
    Change(
        "embedded/engine/scheduler.cpp",
        "++idle_;",
        "--idle_;",
    ): "Somebody is woken for nothing, and sleeps again.",
    Change(
        "embedded/engine/scheduler.cpp",
        "--idle_;",
        "++idle_;",
    ): "Somebody is woken for nothing, and sleeps again.",
    Change(
        "embedded/engine/scheduler.cpp",
        "const bool others_work = std::exchange(look.taken_by_others, by_others) != by_others && idle_ + 1 < workers_.size();",
        "const bool others_work = std::exchange(look.taken_by_others, by_others) == by_others && idle_ + 1 < workers_.size();",
    ): "Whether a worker watches or is woken, it takes what is there.",
    Change(
        "embedded/engine/scheduler.cpp",
        "if (watches) until = std::min(until.value_or(Clock::time_point::max()), Clock::now() + kWatch);",
        "if (watches) until = std::min(until.value_or(Clock::time_point::max()), Clock::now() - kWatch);",
    ): "Whether a worker watches or is woken, it takes what is there.",
    Change(
        "embedded/document/document.cpp",
        "for (size_t at = 0; at < text.size(); ++at) {",
        "for (size_t at = 0; at <= text.size(); ++at) {",
    ): "Behind the text stands the zero of the string it is of, which is no bracket.",
    Change(
        "embedded/document/shape.cpp",
        "std::from_chars(width_text.data(), width_text.data() + width_text.size(), width);",
        "std::from_chars(width_text.data(), width_text.data() - width_text.size(), width);",
    ): "The number ends before what is no digit, which stands behind each width of the table.",
    Change(
        "embedded/document/shape.cpp",
        "std::from_chars(kind.data() + 1, kind.data() + close, wanted);",
        "std::from_chars(kind.data() + 1, kind.data() - close, wanted);",
    ): "The number ends before the bracket.",
    Change(
        "embedded/document/shape.cpp",
        "case 'b': node.boolean_or(false); return;",
        "case 'b': node.boolean_or(true); return;",
    ): "It is called for its refusal alone.",
    Change(
        "embedded/document/document.cpp",
        "nodes.reserve(value_->size());",
        "(nothing)",
    ): "The nodes move more often while they are read.",
    Change(
        "embedded/document/document.cpp",
        "bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }",
        "bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return true; }",
    ): "The parser ends there whatever it is told, and nobody asks how it ended.",
    Change(
        "embedded/compute/modify.cpp",
        'if (path && (path->rfind("Container/Memory", 0) == 0 || path->rfind("Container/Processor", 0) == 0)) follow_limits();',
        'if (path && (path->rfind("Container/Memory", 1) == 0 || path->rfind("Container/Processor", 0) == 0)) follow_limits();',
    ): "Searched for backwards from the second character it is found at the first as well, and it cannot stand at both.",
    Change(
        "embedded/compute/modify.cpp",
        'if (path && (path->rfind("Container/Memory", 0) == 0 || path->rfind("Container/Processor", 0) == 0)) follow_limits();',
        'if (path && (path->rfind("Container/Memory", 0) == 0 || path->rfind("Container/Processor", 1) == 0)) follow_limits();',
    ): "Searched for backwards from the second character it is found at the first as well, and it cannot stand at both.",
    Change(
        "embedded/compute/modify.cpp",
        'if (place.of_container && std::string_view(place.shape).rfind("Mapped", 0) == 0) {',
        'if (place.of_container && std::string_view(place.shape).rfind("Mapped", 1) == 0) {',
    ): "Searched for backwards from the second character it is found at the first as well, and it cannot stand at both.",
    Change(
        "embedded/compute/environment.cpp",
        "if (parameters.size() <= most / 4) return;",
        "if (parameters.size() < most / 4) return;",
    ): "No text of a quarter as many bytes says too much: one that is read in vain is taken as well.",
    Change(
        "embedded/compute/environment.cpp",
        "if (parameters.size() <= most / 4) return;",
        "if (parameters.size() <= most / 5) return;",
    ): "No text of a quarter as many bytes says too much: one that is read in vain is taken as well.",
    Change(
        "embedded/compute/registry.cpp",
        "text->reserve(size() * kListedUnits);",
        "(nothing)",
    ): "How much room is made at once is no promise.",
    Change(
        "embedded/compute/registry.cpp",
        "constexpr size_t kListedUnits = 160;  // what a listing says of a system with short names",
        "constexpr size_t kListedUnits = 161;  // what a listing says of a system with short names",
    ): "As above.",
    Change(
        "embedded/compute/registry.cpp",
        "constexpr size_t kAtOnce = 256;       // few enough to be in the processor's memory still when they are looked at",
        "constexpr size_t kAtOnce = 257;       // few enough to be in the processor's memory still when they are looked at",
    ): "A listing is the same, however many systems are walked at a time.",
    Change(
        "embedded/ground/recycled.cpp",
        "constexpr size_t kStep = 64;",
        "constexpr size_t kStep = 65;",
    ): "Blocks are a little longer than they were asked for, and how much is no promise.",
    Change(
        "embedded/ground/recycled.cpp",
        "constexpr size_t kSizes = 8;",
        "constexpr size_t kSizes = 9;",
    ): "Up to which size a block is kept is no promise.",
    Change(
        "embedded/exports/owner.cpp",
        "const LimitsHeld limits = spawner()->would_hold({1, 1, 0, 1}, engine.works);",
        "const LimitsHeld limits = spawner()->would_hold({2, 1, 0, 1}, engine.works);",
    ): "What holds a limit does not depend on how low it is, and of a weight nothing is told here.",
    Change(
        "embedded/exports/owner.cpp",
        "const LimitsHeld limits = spawner()->would_hold({1, 1, 0, 1}, engine.works);",
        "const LimitsHeld limits = spawner()->would_hold({1, 2, 0, 1}, engine.works);",
    ): "What holds a limit does not depend on how low it is, and of a weight nothing is told here.",
    Change(
        "embedded/exports/owner.cpp",
        "const LimitsHeld limits = spawner()->would_hold({1, 1, 0, 1}, engine.works);",
        "const LimitsHeld limits = spawner()->would_hold({1, 1, 1, 1}, engine.works);",
    ): "What holds a limit does not depend on how low it is, and of a weight nothing is told here.",
    Change(
        "embedded/exports/owner.cpp",
        "const LimitsHeld limits = spawner()->would_hold({1, 1, 0, 1}, engine.works);",
        "const LimitsHeld limits = spawner()->would_hold({1, 1, 0, 2}, engine.works);",
    ): "What holds a limit does not depend on how low it is, and of a weight nothing is told here.",
    Change(
        "embedded/exports/owner.cpp",
        "const uint64_t id = next_operation_.fetch_add(1);",
        "const uint64_t id = next_operation_.fetch_add(2);",
    ): "A number tells an operation from all others; it is no count of them.",
    Change(
        "embedded/exports/owner.cpp",
        "auto process = std::make_shared<Process>(owner->system, next_process_.fetch_add(1));",
        "auto process = std::make_shared<Process>(owner->system, next_process_.fetch_add(2));",
    ): "A key tells a process from all others; it is no count of them.",
    Change(
        "embedded/exports/owner.cpp",
        "scheduler_.clear_delayed();",
        "(nothing)",
    ): "What is delayed finds its operation or its system ended when its time comes.",
    Change(
        "embedded/processes/reaper/launch.cpp",
        "if (groups_bytes > 0) memcpy(program->groups.data(), text.data() + sizeof(Plan), groups_bytes);",
        "if (groups_bytes > 1) memcpy(program->groups.data(), text.data() + sizeof(Plan), groups_bytes);",
    ): "A group's number has four bytes.",
    Change(
        "embedded/processes/linux/channel.cpp",
        "} else if (!reaper_.alive || errno == EINVAL) {",
        "} else if (!reaper_.alive || errno != EINVAL) {",
    ): "Where a wait by descriptor fails, nobody is to be waited for by number either; where there is none, this tool does not run.",
    Change(
        "embedded/storage/linux/view.cpp",
        "if (sources[at].form->deletions.empty() || at + 1 == sources.size()) continue;",
        "if (sources[at].form->deletions.empty() || at - 1 == sources.size()) continue;",
    ): "There is nothing below the last parent that it could delete: an empty folder more is merged.",
    Change(
        "embedded/storage/linux/folder.cpp",
        "constexpr size_t kPieceBytes = size_t{256} << 10;",
        "constexpr size_t kPieceBytes = size_t{257} << 10;",
    ): "How much is read at once is no promise.",
    Change(
        "embedded/storage/linux/folder.cpp",
        "constexpr size_t kPieceBytes = size_t{256} << 10;",
        "constexpr size_t kPieceBytes = size_t{256} << 11;",
    ): "How much is read at once is no promise.",
    Change(
        "embedded/storage/linux/folder.cpp",
        "const auto most = static_cast<size_t>(std::min<uint64_t>(size, 1u << 30));",
        "const auto most = static_cast<size_t>(std::min<uint64_t>(size, 1u << 31));",
    ): "How much the kernel is asked to copy at once is no promise.",
    Change(
        "embedded/storage/linux/folder.cpp",
        'if (done < 0) refuse("cannot write", name);',
        'if (done <= 0) refuse("cannot write", name);',
    ): "No file takes nothing of what there is to be written.",
    Change(
        "embedded/storage/linux/folder.cpp",
        'if (done < 0) refuse("cannot write", name);',
        'if (done < 1) refuse("cannot write", name);',
    ): "No file takes nothing of what there is to be written.",
    Change(
        "embedded/storage/linux/folder.cpp",
        "UniqueFd open_file(int folder, const std::string& name, int flags, mode_t mode = 0) {",
        "UniqueFd open_file(int folder, const std::string& name, int flags, mode_t mode = 1) {",
    ): "Where no mode is said, nothing is made.",
    Change(
        "embedded/storage/linux/folder.cpp",
        "if (begin < 0 && errno == ENXIO) return;  // a hole to its end",
        "if (begin <= 0 && errno == ENXIO) return;  // a hole to its end",
    ): "At its first byte a file has been looked at once, and the error is that of the clone that no file system has made.",
    Change(
        "embedded/storage/linux/folder.cpp",
        "if (begin < 0 && errno == ENXIO) return;  // a hole to its end",
        "if (begin < 1 && errno == ENXIO) return;  // a hole to its end",
    ): "At its first byte a file has been looked at once, and the error is that of the clone that no file system has made.",
    Change(
        "embedded/storage/linux/folder.cpp",
        "if (end < 0) {  // a file system that knows no holes",
        "if (end <= 0) {  // a file system that knows no holes",
    ): "What holds data ends behind its first byte.",
    Change(
        "embedded/storage/linux/folder.cpp",
        "if (end < 0) {  // a file system that knows no holes",
        "if (end < 1) {  // a file system that knows no holes",
    ): "What holds data ends behind its first byte.",
    Change(
        "embedded/storage/linux/folder.cpp",
        "held->descriptor = UniqueFd(fcntl(held_->number(), F_DUPFD_CLOEXEC, 3));",
        "held->descriptor = UniqueFd(fcntl(held_->number(), F_DUPFD_CLOEXEC, 4));",
    ): "A place higher is no standard stream's either.",
    Change(
        "embedded/storage/linux/folder.cpp",
        "UniqueFd held(name.empty() ? fcntl(folder, F_DUPFD_CLOEXEC, 3) : openat(folder, name.c_str(), O_PATH | O_NOFOLLOW | O_CLOEXEC));",
        "UniqueFd held(name.empty() ? fcntl(folder, F_DUPFD_CLOEXEC, 4) : openat(folder, name.c_str(), O_PATH | O_NOFOLLOW | O_CLOEXEC));",
    ): "A place higher is no standard stream's either.",
    Change(
        "embedded/storage/linux/folder.cpp",
        'if (length < 0) refuse("cannot read the link", name);',
        'if (length <= 0) refuse("cannot read the link", name);',
    ): "No link leads to nothing.",
    Change(
        "embedded/storage/linux/folder.cpp",
        'if (length < 0) refuse("cannot read the link", name);',
        'if (length < 1) refuse("cannot read the link", name);',
    ): "No link leads to nothing.",
    Change(
        "embedded/storage/linux/disk.cpp",
        'if (length < 0) refuse("cannot read the name of", "the disk");',
        'if (length <= 0) refuse("cannot read the name of", "the disk");',
    ): "No name is empty.",
    Change(
        "embedded/storage/linux/disk.cpp",
        'if (length < 0) refuse("cannot read the name of", "the disk");',
        'if (length < 1) refuse("cannot read the name of", "the disk");',
    ): "No name is empty.",
    Change(
        "embedded/storage/form.cpp",
        "uint32_t bits = 0;",
        "uint32_t bits = 1;",
    ): "It is shifted out before anything is taken.",
    Change(
        "embedded/storage/form.cpp",
        "bits = (bits << 8) | (at + part < bytes.size() ? static_cast<uint8_t>(bytes[at + part]) : 0u);",
        "bits = (bits << 8) | (at + part <= bytes.size() ? static_cast<uint8_t>(bytes[at + part]) : 0u);",
    ): "The byte behind a text is a zero as well.",
    Change(
        "embedded/storage/scratch.cpp",
        "constexpr size_t kSpareBytes = size_t{64} << 10;",
        "constexpr size_t kSpareBytes = size_t{65} << 10;",
    ): "How much room is kept is no promise; that a detach finds enough is.",
    Change(
        "embedded/storage/scratch.cpp",
        "constexpr size_t kSpareBytes = size_t{64} << 10;",
        "constexpr size_t kSpareBytes = size_t{64} << 11;",
    ): "How much room is kept is no promise; that a detach finds enough is.",
    Change(
        "embedded/storage/scratch.cpp",
        "std::this_thread::sleep_for(std::chrono::milliseconds(1));",
        "(nothing)",
    ): "The clock of the file system is asked more often until it has moved.",
    Change(
        "embedded/storage/scratch.cpp",
        'stamp_ns_ = root["UnchangedUntil"].integer(INT64_MIN, INT64_MAX).value_or(0);',
        'stamp_ns_ = root["UnchangedUntil"].integer(INT64_MIN, INT64_MAX).value_or(1);',
    ): "Every marker has it.",
    Change(
        "embedded/storage/difference.cpp",
        "if (fact.names > 1) {",
        "if (fact.names >= 1) {",
    ): "A file of one name is copied either way.",
    Change(
        "embedded/storage/copying.cpp",
        "} else if (entry.fact.names > 1 && keeps_names(entry.source)) {",
        "} else if (entry.fact.names >= 1 && keeps_names(entry.source)) {",
    ): "A file of one name is copied either way.",
    Change(
        "embedded/storage/folder.cpp",
        "constexpr int kMostHeld = 64;",
        "constexpr int kMostHeld = 65;",
    ): "How many are held at once is no promise; that they are bounded is.",
    Change(
        "embedded/storage/folder.cpp",
        "remove(top_, name, 0);",
        "remove(top_, name, 1);",
    ): "One folder fewer is held at once.",
    Change(
        "embedded/storage/folder.cpp",
        "remove(top_, next, 0);",
        "remove(top_, next, 1);",
    ): "One folder fewer is held at once.",
    Change(
        "embedded/storage/folder.cpp",
        "for (const std::string& below : child.names()) remove(child, below, depth + 1);",
        "for (const std::string& below : child.names()) remove(child, below, depth + 2);",
    ): "Half as many folders are held at once.",
    Change(
        "embedded/storage/folder.cpp",
        "uint64_t next_ = 0;",
        "uint64_t next_ = 1;",
    ): "Any free name will do.",
    Change(
        "embedded/storage/layer.cpp",
        "lock.reset();",
        "(nothing)",
    ): "What it locks has no name any more; it is let go where a system keeps the name of an open file.",
    Change(
        "embedded/storage/linux/view.cpp",
        "constexpr int kUnmountTurns = 50;",
        "constexpr int kUnmountTurns = 51;",
    ): "One turn more before somebody who does not leave is told of; no test looks at the clock.",
    Change(
        "embedded/storage/linux/view.cpp",
        "for (int turn = 0; umount2(path.c_str(), UMOUNT_NOFOLLOW) != 0; ++turn) {",
        "for (int turn = 1; umount2(path.c_str(), UMOUNT_NOFOLLOW) != 0; ++turn) {",
    ): "One turn fewer; no test looks at the clock.",
    Change(
        "embedded/storage/linux/view.cpp",
        "std::this_thread::sleep_for(kUnmountPause);",
        "(nothing)",
    ): "The turns follow each other at once; no test looks at the clock.",
    Change(
        "embedded/storage/disk.cpp",
        "if (name.size() <= suffix.size() || name.substr(name.size() - suffix.size()) != suffix) return false;",
        "if (name.size() < suffix.size() || name.substr(name.size() - suffix.size()) != suffix) return false;",
    ): "There is no disk without a name.",
    Change(
        "embedded/storage/linux/disk.cpp",
        "bytes.resize(static_cast<size_t>(got));",
        "(nothing)",
    ): "A file too short for a disk's beginning is none with zeros behind it either.",
    Change(
        "embedded/processes/reaper/home.cpp",
        "entered_ = made == 0;  // of the new process",
        "entered_ = made == 1;  // of the new process",
    ): "The new process then enters the group it is in once more, which changes nothing.",
    Change(
        "embedded/processes/relay/connection.cpp",
        "for (int count = 0; count < kAtOnce; ++count) {",
        "for (int count = 1; count < kAtOnce; ++count) {",
    ): "How many callers are served before others have their turn is no promise; that each is served is.",
    Change(
        "embedded/processes/linux/enclosed_start.cpp",
        "pid_t pid = -1;",
        "pid_t pid = 0;",
    ): "Whoever starts the program writes the number, or says that there is none.",
    Change(
        "embedded/processes/linux/bubblewrap.cpp",
        "pid_t pid = -1;",
        "pid_t pid = 0;",
    ): "Whoever starts the program writes the number, or says that there is none.",
    Change(
        "embedded/processes/linux/reaper_start.cpp",
        "pid_t pid = -1;",
        "pid_t pid = 0;",
    ): "Whoever starts the program writes the number, or says that there is none.",
    Change(
        "embedded/processes/linux/channel.cpp",
        "insist([this] { (void)send_request({reaper::Ask::alive, 0, 0, 0, 0}, {}); });  // one that cannot be sent gets no answer either",
        "insist([this] { (void)send_request({reaper::Ask::alive, 0, 1, 0, 0}, {}); });  // one that cannot be sent gets no answer either",
    ): "Whether somebody is alive is asked of no process and with no signal.",
    Change(
        "embedded/processes/linux/channel.cpp",
        "insist([this] { (void)send_request({reaper::Ask::alive, 0, 0, 0, 0}, {}); });  // one that cannot be sent gets no answer either",
        "insist([this] { (void)send_request({reaper::Ask::alive, 0, 0, 1, 0}, {}); });  // one that cannot be sent gets no answer either",
    ): "Whether somebody is alive is asked of no process and with no signal.",
    Change(
        "embedded/processes/linux/channel.cpp",
        "insist([this] { (void)send_request({reaper::Ask::alive, 0, 0, 0, 0}, {}); });  // one that cannot be sent gets no answer either",
        "insist([this] { (void)send_request({reaper::Ask::alive, 0, 0, 0, 1}, {}); });  // one that cannot be sent gets no answer either",
    ): "Whether somebody is alive is asked of no process and with no signal.",
    Change(
        "embedded/processes/reaper/loop.cpp",
        "close_quietly(signals_);",
        "(nothing)",
    ): "The reaper ends right after, and the kernel closes what it holds.",
    Change(
        "embedded/processes/reaper/loop.cpp",
        "close_quietly(owner_);",
        "(nothing)",
    ): "The reaper ends right after, and the kernel closes what it holds.",
    Change(
        "embedded/processes/reaper/home.cpp",
        "close_quietly(group.folder);",
        "(nothing)",
    ): "The reaper ends right after, and the kernel closes what it holds.",
    Change(
        "embedded/processes/reaper/measure.cpp",
        "close_quietly(own_transfers_);",
        "(nothing)",
    ): "The reaper ends right after, and the kernel closes what it holds.",
    Change(
        "embedded/processes/reaper/measure.cpp",
        "close_quietly(all_transfers_);",
        "(nothing)",
    ): "The reaper ends right after, and the kernel closes what it holds.",
    Change(
        "embedded/processes/linux/mapping_change.cpp",
        "if (SpawnOutcome outcome = place.find(path, true, &read_only); !outcome.ok()) return outcome;",
        "if (SpawnOutcome outcome = place.find(path, false, &read_only); !outcome.ok()) return outcome;",
    ): "Where nothing is made a folder is as good as a file.",
    Change(
        "embedded/processes/linux/cgroup.cpp",
        "constexpr int kTurns = 200;",
        "constexpr int kTurns = 201;",
    ): "How often it is tried again is no promise; that it is given up is.",
    Change(
        "embedded/processes/linux/spawn.cpp",
        "constexpr int kTurns = 5;",
        "constexpr int kTurns = 6;",
    ): "How often it is tried again is no promise; that it is given up is.",
    Change(
        "embedded/processes/linux/toolbox.cpp",
        "constexpr size_t kMostSaid = 4096;",
        "constexpr size_t kMostSaid = 4097;",
    ): "How much is kept of what a tool says is no promise; that it has an end is.",
    Change(
        "embedded/processes/reaper/descendants.cpp",
        "constexpr int kMostWalks = 8;",
        "constexpr int kMostWalks = 9;",
    ): "How often it is tried again is no promise; that it is given up is.",
    Change(
        "embedded/processes/reaper/loop.cpp",
        "if (signals_ < 0) return true;  // the client sees end-of-file instead of `ready`",
        "if (signals_ <= 0) return true;  // the client sees end-of-file instead of `ready`",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/loop.cpp",
        "if (signals_ < 0) return true;  // the client sees end-of-file instead of `ready`",
        "if (signals_ < 1) return true;  // the client sees end-of-file instead of `ready`",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/loop.cpp",
        "if (child.launching < 0) continue;",
        "if (child.launching <= 0) continue;",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/loop.cpp",
        "if (child.launching < 0) continue;",
        "if (child.launching < 1) continue;",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/loop.cpp",
        "if (found == children_.end() || found->second.launching < 0) return;",
        "if (found == children_.end() || found->second.launching <= 0) return;",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/loop.cpp",
        "if (found == children_.end() || found->second.launching < 0) return;",
        "if (found == children_.end() || found->second.launching < 1) return;",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/loop.cpp",
        "if (child.key != request.key || child.launching >= 0) continue;",
        "if (child.key != request.key || child.launching > 0) continue;",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/loop.cpp",
        "if (child.key != request.key || child.launching >= 0) continue;",
        "if (child.key != request.key || child.launching >= 1) continue;",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/loop.cpp",
        "const std::vector<int> given(self_ >= 0 ? 1 : 0, self_);  // with the first word of all",
        "const std::vector<int> given(self_ > 0 ? 1 : 0, self_);  // with the first word of all",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/loop.cpp",
        "const std::vector<int> given(self_ >= 0 ? 1 : 0, self_);  // with the first word of all",
        "const std::vector<int> given(self_ >= 1 ? 1 : 0, self_);  // with the first word of all",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/loop.cpp",
        "if (pid < 0) return answer(request.ticket, -pid, stage);",
        "if (pid <= 0) return answer(request.ticket, -pid, stage);",
    ): "No process has the number 0, and the new one does not come back from there.",
    Change(
        "embedded/processes/reaper/loop.cpp",
        "if (pid < 0) return answer(request.ticket, -pid, stage);",
        "if (pid < 1) return answer(request.ticket, -pid, stage);",
    ): "No process has the number 0, and the new one does not come back from there.",
    Change(
        "embedded/processes/reaper/loop.cpp",
        "for (signalfd_siginfo ignored; read(children, &ignored, sizeof ignored) > 0;) {",
        "for (signalfd_siginfo ignored; read(children, &ignored, sizeof ignored) >= 0;) {",
    ): "What is read is a whole record, or nothing and a failure.",
    Change(
        "embedded/processes/reaper/loop.cpp",
        "for (signalfd_siginfo ignored; read(children, &ignored, sizeof ignored) > 0;) {",
        "for (signalfd_siginfo ignored; read(children, &ignored, sizeof ignored) > 1;) {",
    ): "What is read is a whole record, or nothing and a failure.",
    Change(
        "embedded/processes/reaper/loop.cpp",
        "if (ending_ || (childless_ && !is_alone())) return 5;",
        "if (ending_ || (childless_ && !is_alone())) return 6;",
    ): "A millisecond more: no promise is as exact.",
    Change(
        "embedded/processes/reaper/loop.cpp",
        "if (pace_ == Pace::pausing) return 1;",
        "if (pace_ == Pace::pausing) return 2;",
    ): "A millisecond more: no promise is as exact.",
    Change(
        "embedded/processes/reaper/loop.cpp",
        "childless_ = false;",
        "childless_ = true;",
    ): "A turn is taken that finds nothing to do.",
    Change(
        "embedded/processes/reaper/loop.cpp",
        "for (int one = 0; one < CPU_SETSIZE; ++one)",
        "for (int one = 0; one <= CPU_SETSIZE; ++one)",
    ): "No set has a processor of that number.",
    Change(
        "embedded/processes/reaper/loop.cpp",
        "if (now - looked_ms_ < kLookMs) return;",
        "if (now - looked_ms_ <= kLookMs) return;",
    ): "A millisecond more: no promise is as exact.",
    Change(
        "embedded/processes/reaper/loop.cpp",
        "if (now_ms() - ending_since_ms_ < kRefusedMs) return;",
        "if (now_ms() - ending_since_ms_ <= kRefusedMs) return;",
    ): "A millisecond more: no promise is as exact.",
    Change(
        "embedded/processes/reaper/loop.cpp",
        "if (send_with_descriptors(kSocket, &outgoing_.front(), sizeof(Report), given, MSG_DONTWAIT) >= 0) {",
        "if (send_with_descriptors(kSocket, &outgoing_.front(), sizeof(Report), given, MSG_DONTWAIT) > 0) {",
    ): "What is sent is a whole record, or nothing and a failure.",
    Change(
        "embedded/processes/reaper/loop.cpp",
        "if (send_with_descriptors(kSocket, &outgoing_.front(), sizeof(Report), given, MSG_DONTWAIT) >= 0) {",
        "if (send_with_descriptors(kSocket, &outgoing_.front(), sizeof(Report), given, MSG_DONTWAIT) >= 1) {",
    ): "What is sent is a whole record, or nothing and a failure.",
    Change(
        "embedded/processes/reaper/loop.cpp",
        "watched.push_back({wanted != 0 ? kSocket : -1, wanted, {}});",
        "watched.push_back({wanted != 0 ? kSocket : 0, wanted, {}});",
    ): "No event of it is asked for then.",
    Change(
        "embedded/processes/reaper/guard.cpp",
        "if (owner_ >= 0 && !watch(owner_, EPOLLIN | EPOLLONESHOT)) return 1;",
        "if (owner_ > 0 && !watch(owner_, EPOLLIN | EPOLLONESHOT)) return 1;",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/guard.cpp",
        "if (owner_ >= 0 && !watch(owner_, EPOLLIN | EPOLLONESHOT)) return 1;",
        "if (owner_ >= 1 && !watch(owner_, EPOLLIN | EPOLLONESHOT)) return 1;",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/guard.cpp",
        "return !let_go_.empty() || owner_gone_ || owner_ < 0 ? kPressMs : -1;",
        "return !let_go_.empty() || owner_gone_ || owner_ <= 0 ? kPressMs : -1;",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/guard.cpp",
        "return !let_go_.empty() || owner_gone_ || owner_ < 0 ? kPressMs : -1;",
        "return !let_go_.empty() || owner_gone_ || owner_ < 1 ? kPressMs : -1;",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/guard.cpp",
        "if (owner_ < 0 && getppid() != parent_) owner_gone_ = true;",
        "if (owner_ <= 0 && getppid() != parent_) owner_gone_ = true;",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/guard.cpp",
        "if (owner_ < 0 && getppid() != parent_) owner_gone_ = true;",
        "if (owner_ < 1 && getppid() != parent_) owner_gone_ = true;",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/guard.cpp",
        'if (prctl(PR_SET_CHILD_SUBREAPER, 1) != 0 || chdir("/") != 0) return 1;',
        'if (prctl(PR_SET_CHILD_SUBREAPER, 2) != 0 || chdir("/") != 0) return 1;',
    ): "Any number but 0 says yes.",
    Change(
        "embedded/processes/reaper/main.cpp",
        'if (prctl(PR_SET_CHILD_SUBREAPER, 1) != 0 || chdir("/") != 0) return 1;',
        'if (prctl(PR_SET_CHILD_SUBREAPER, 2) != 0 || chdir("/") != 0) return 1;',
    ): "Any number but 0 says yes.",
    Change(
        "embedded/processes/reaper/guard.cpp",
        "if (prctl(PR_SET_CHILD_SUBREAPER, 1) != 0 || dup2(socket, kSocket) != kSocket) return true;",
        "if (prctl(PR_SET_CHILD_SUBREAPER, 2) != 0 || dup2(socket, kSocket) != kSocket) return true;",
    ): "Any number but 0 says yes.",
    Change(
        "embedded/processes/reaper/main.cpp",
        "if (prctl(PR_SET_CHILD_SUBREAPER, 1) != 0) return 1;",
        "if (prctl(PR_SET_CHILD_SUBREAPER, 2) != 0) return 1;",
    ): "Any number but 0 says yes.",
    Change(
        "embedded/processes/reaper/guard.cpp",
        "if (now - since > kFollowMs) kill(pid, SIGKILL);",
        "if (now - since >= kFollowMs) kill(pid, SIGKILL);",
    ): "A millisecond more: no promise is as exact.",
    Change(
        "embedded/processes/reaper/guard.cpp",
        "if (!owner_gone_ || now - gone_since_ms_ < kFollowMs) return;",
        "if (!owner_gone_ || now - gone_since_ms_ <= kFollowMs) return;",
    ): "A millisecond more: no promise is as exact.",
    Change(
        "embedded/processes/reaper/guard.cpp",
        "const bool given_up = now_ms() - strays_since_ms_ > kRefusedMs;",
        "const bool given_up = now_ms() - strays_since_ms_ >= kRefusedMs;",
    ): "A millisecond more: no promise is as exact.",
    Change(
        "embedded/processes/reaper/main.cpp",
        "constexpr std::size_t kEnoughToEndATree = 256 * 1024;",
        "constexpr std::size_t kEnoughToEndATree = 257 * 1024;",
    ): "More of it is enough as well.",
    Change(
        "embedded/processes/reaper/main.cpp",
        "constexpr std::size_t kEnoughToEndATree = 256 * 1024;",
        "constexpr std::size_t kEnoughToEndATree = 256 * 1025;",
    ): "More of it is enough as well.",
    Change(
        "embedded/processes/reaper/main.cpp",
        "const bool asks_again = owner_gone || owner < 0 || children < 0;",
        "const bool asks_again = owner_gone || owner <= 0 || children < 0;",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/main.cpp",
        "const bool asks_again = owner_gone || owner < 0 || children < 0;",
        "const bool asks_again = owner_gone || owner < 1 || children < 0;",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/main.cpp",
        "const bool asks_again = owner_gone || owner < 0 || children < 0;",
        "const bool asks_again = owner_gone || owner < 0 || children <= 0;",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/main.cpp",
        "const bool asks_again = owner_gone || owner < 0 || children < 0;",
        "const bool asks_again = owner_gone || owner < 0 || children < 1;",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/main.cpp",
        "poll(watched, 2, asks_again ? 500 : -1);",
        "poll(watched, 2, asks_again ? 501 : -1);",
    ): "A millisecond more: no promise is as exact.",
    Change(
        "embedded/processes/reaper/main.cpp",
        "if (owner_gone && now_ms() - gone_since_ms > kFollowMs) kill(inner, SIGKILL);",
        "if (owner_gone && now_ms() - gone_since_ms >= kFollowMs) kill(inner, SIGKILL);",
    ): "A millisecond more: no promise is as exact.",
    Change(
        "embedded/processes/reaper/main.cpp",
        "if (descriptor >= 0) close(descriptor);",
        "if (descriptor > 0) close(descriptor);",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/main.cpp",
        "if (descriptor >= 0) close(descriptor);",
        "if (descriptor >= 1) close(descriptor);",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/main.cpp",
        "if (nothing < 0) return;",
        "if (nothing <= 0) return;",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/main.cpp",
        "if (nothing < 0) return;",
        "if (nothing < 1) return;",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/main.cpp",
        "if (nothing > 2) close(nothing);",
        "if (nothing >= 2) close(nothing);",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/descendants.cpp",
        "for (int walks = 0; walks < kMostWalks && found.size() != before; ++walks) {",
        "for (int walks = 1; walks < kMostWalks && found.size() != before; ++walks) {",
    ): "How often it is tried again is no promise; that it is given up is.",
    Change(
        "embedded/processes/reaper/descendants.cpp",
        "for (int walks = 0; walks < kMostWalks && found.size() != before; ++walks) {",
        "for (int walks = 0; walks <= kMostWalks && found.size() != before; ++walks) {",
    ): "How often it is tried again is no promise; that it is given up is.",
    Change(
        "embedded/processes/reaper/descendants.cpp",
        "if (file < 0) {",
        "if (file <= 0) {",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/descendants.cpp",
        "if (file < 0) {",
        "if (file < 1) {",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/descendants.cpp",
        "if (length < 0 && errno != ENOENT) return errno;",
        "if (length <= 0 && errno != ENOENT) return errno;",
    ): "No link of the kernel is empty.",
    Change(
        "embedded/processes/reaper/descendants.cpp",
        "if (length < 0 && errno != ENOENT) return errno;",
        "if (length < 1 && errno != ENOENT) return errno;",
    ): "No link of the kernel is empty.",
    Change(
        "embedded/processes/reaper/descendants.cpp",
        "return length > 0 && std::string(number, static_cast<std::size_t>(length)) == std::to_string(getpid()) ? 0 : ESRCH;",
        "return length >= 0 && std::string(number, static_cast<std::size_t>(length)) == std::to_string(getpid()) ? 0 : ESRCH;",
    ): "No link of the kernel is empty.",
    Change(
        "embedded/processes/reaper/home.cpp",
        "if (folder_ < 0) return fork();",
        "if (folder_ <= 0) return fork();",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/home.cpp",
        "if (folder_ < 0) return fork();",
        "if (folder_ < 1) return fork();",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/home.cpp",
        "if (folder_ < 0 || making_ == 0) return;",
        "if (folder_ <= 0 || making_ == 0) return;",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/home.cpp",
        "if (folder_ < 0 || making_ == 0) return;",
        "if (folder_ < 1 || making_ == 0) return;",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/home.cpp",
        "if (folder_ >= 0) cgroup::kill_members(folder_);",
        "if (folder_ > 0) cgroup::kill_members(folder_);",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/home.cpp",
        "if (folder_ >= 0) cgroup::kill_members(folder_);",
        "if (folder_ >= 1) cgroup::kill_members(folder_);",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/home.cpp",
        "if (folder_ >= 0 || path_.empty()) return;",
        "if (folder_ > 0 || path_.empty()) return;",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/home.cpp",
        "if (folder_ >= 0 || path_.empty()) return;",
        "if (folder_ >= 1 || path_.empty()) return;",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/home.cpp",
        "if (folder_ < 0 || unified) return;",
        "if (folder_ <= 0 || unified) return;",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/home.cpp",
        "if (folder_ < 0 || unified) return;",
        "if (folder_ < 1 || unified) return;",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/home.cpp",
        "if (group.folder >= 0) flock(group.folder, LOCK_SH | LOCK_NB);",
        "if (group.folder > 0) flock(group.folder, LOCK_SH | LOCK_NB);",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/home.cpp",
        "if (group.folder >= 0) flock(group.folder, LOCK_SH | LOCK_NB);",
        "if (group.folder >= 1) flock(group.folder, LOCK_SH | LOCK_NB);",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/home.cpp",
        "making_ = group.folder < 0 ? errno : 0;",
        "making_ = group.folder <= 0 ? errno : 0;",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/home.cpp",
        "making_ = group.folder < 0 ? errno : 0;",
        "making_ = group.folder < 1 ? errno : 0;",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/home.cpp",
        "const ssize_t got = file < 0 ? -1 : read_again(file, text, sizeof text - 1);",
        "const ssize_t got = file <= 0 ? -1 : read_again(file, text, sizeof text - 1);",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/home.cpp",
        "const ssize_t got = file < 0 ? -1 : read_again(file, text, sizeof text - 1);",
        "const ssize_t got = file < 1 ? -1 : read_again(file, text, sizeof text - 1);",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/home.cpp",
        "const ssize_t got = file < 0 ? -1 : read_again(file, text, sizeof text - 1);",
        "const ssize_t got = file < 0 ? 0 : read_again(file, text, sizeof text - 1);",
    ): "Either is nothing that was read.",
    Change(
        "embedded/processes/reaper/home.cpp",
        "return got > 0 && text[0] >= '0' && text[0] <= '9' ? strtoull(text, nullptr, 10) : otherwise;",
        "return got >= 0 && text[0] >= '0' && text[0] <= '9' ? strtoull(text, nullptr, 10) : otherwise;",
    ): "What is empty begins with no digit.",
    Change(
        "embedded/processes/reaper/home.cpp",
        "for (int turn = 0; !cgroup::remove(parent, name) && turn < kTurns; ++turn) poll(nullptr, 0, 1);",
        "for (int turn = 1; !cgroup::remove(parent, name) && turn < kTurns; ++turn) poll(nullptr, 0, 1);",
    ): "How often it is tried again is no promise; that it is given up is.",
    Change(
        "embedded/processes/reaper/home.cpp",
        "for (int turn = 0; !cgroup::remove(parent, name) && turn < kTurns; ++turn) poll(nullptr, 0, 1);",
        "for (int turn = 0; !cgroup::remove(parent, name) && turn <= kTurns; ++turn) poll(nullptr, 0, 1);",
    ): "How often it is tried again is no promise; that it is given up is.",
    Change(
        "embedded/processes/reaper/home.cpp",
        "for (int turn = 0; !cgroup::remove(parent, name) && turn < kTurns; ++turn) poll(nullptr, 0, 1);",
        "for (int turn = 0; !cgroup::remove(parent, name) && turn < kTurns; ++turn) poll(nullptr, 0, 2);",
    ): "How often it is tried again is no promise; that it is given up is.",
    Change(
        "embedded/processes/reaper/launch.cpp",
        "if (text.size() < sizeof(Plan) || text.back() != '\\0') return false;",
        "if (text.size() <= sizeof(Plan) || text.back() != '\\0') return false;",
    ): "A head alone names no program, and is refused for that.",
    Change(
        "embedded/processes/reaper/launch.cpp",
        "if (text.size() - sizeof(Plan) < groups_bytes) return false;",
        "if (text.size() - sizeof(Plan) <= groups_bytes) return false;",
    ): "Groups alone name no program, and are refused for that.",
    Change(
        "embedded/processes/reaper/launch.cpp",
        "for (int number = 1; number < NSIG; ++number) syscall(SYS_rt_sigaction, number, standard, nullptr, (NSIG - 1) / 8);",
        "for (int number = 1; number <= NSIG; ++number) syscall(SYS_rt_sigaction, number, standard, nullptr, (NSIG - 1) / 8);",
    ): "There is no signal of that number.",
    Change(
        "embedded/processes/reaper/launch.cpp",
        "for (int turn = 0; !tell() && turn < kTellTurns; ++turn) poll(nullptr, 0, 1);",
        "for (int turn = 1; !tell() && turn < kTellTurns; ++turn) poll(nullptr, 0, 1);",
    ): "How often it is tried again is no promise; that it is given up is.",
    Change(
        "embedded/processes/reaper/launch.cpp",
        "for (int turn = 0; !tell() && turn < kTellTurns; ++turn) poll(nullptr, 0, 1);",
        "for (int turn = 0; !tell() && turn <= kTellTurns; ++turn) poll(nullptr, 0, 1);",
    ): "How often it is tried again is no promise; that it is given up is.",
    Change(
        "embedded/processes/reaper/launch.cpp",
        "for (int turn = 0; !tell() && turn < kTellTurns; ++turn) poll(nullptr, 0, 1);",
        "for (int turn = 0; !tell() && turn < kTellTurns; ++turn) poll(nullptr, 0, 2);",
    ): "How often it is tried again is no promise; that it is given up is.",
    Change(
        "embedded/processes/reaper/launch.cpp",
        "const auto tell = [&] { return write(report, &failure, sizeof failure) > 0 || errno == EPIPE; };",
        "const auto tell = [&] { return write(report, &failure, sizeof failure) >= 0 || errno == EPIPE; };",
    ): "What is written is a whole record, or nothing and a failure.",
    Change(
        "embedded/processes/reaper/launch.cpp",
        "const auto tell = [&] { return write(report, &failure, sizeof failure) > 0 || errno == EPIPE; };",
        "const auto tell = [&] { return write(report, &failure, sizeof failure) > 1 || errno == EPIPE; };",
    ): "What is written is a whole record, or nothing and a failure.",
    Change(
        "embedded/processes/reaper/launch.cpp",
        "_exit(127);",
        "_exit(128);",
    ): "Its end is the answer to the start and nothing more.",
    Change(
        "embedded/processes/reaper/launch.cpp",
        "if (getppid() != reaper) _exit(127);",
        "if (getppid() != reaper) _exit(128);",
    ): "Its reaper, who would tell of it, has gone.",
    Change(
        "embedded/processes/reaper/launch.cpp",
        "if (child < 0) {",
        "if (child <= 0) {",
    ): "The child has become a program by then.",
    Change(
        "embedded/processes/reaper/launch.cpp",
        "if (child < 0) {",
        "if (child < 1) {",
    ): "The child has become a program by then.",
    Change(
        "embedded/processes/reaper/measure.cpp",
        "const ssize_t got = file < 0 ? -1 : read_again(file, text, sizeof text);",
        "const ssize_t got = file <= 0 ? -1 : read_again(file, text, sizeof text);",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/measure.cpp",
        "const ssize_t got = file < 0 ? -1 : read_again(file, text, sizeof text);",
        "const ssize_t got = file < 1 ? -1 : read_again(file, text, sizeof text);",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/reaper/measure.cpp",
        "const auto without = [](std::uint64_t whole, std::uint64_t part) { return whole > part ? whole - part : 0; };",
        "const auto without = [](std::uint64_t whole, std::uint64_t part) { return whole >= part ? whole - part : 0; };",
    ): "Of equal ones nothing is left.",
    Change(
        "embedded/processes/reaper/measure.cpp",
        "return got > 0 ? std::string(text, static_cast<std::size_t>(got)) : std::string();",
        "return got >= 0 ? std::string(text, static_cast<std::size_t>(got)) : std::string();",
    ): "Of nothing that was read it is the empty text.",
    Change(
        "embedded/processes/relay/connection.cpp",
        "const int on = 1;",
        "const int on = 2;",
    ): "Any number but 0 says yes.",
    Change(
        "embedded/processes/relay/connection.cpp",
        "const linger at_once{1, 0};",
        "const linger at_once{2, 0};",
    ): "Any number but 0 says yes.",
    Change(
        "embedded/processes/relay/connection.cpp",
        "int error = 0;",
        "int error = 1;",
    ): "Whoever is given its address writes it, or nobody reads it.",
    Change(
        "embedded/processes/relay/loop.cpp",
        "int kind = 0;",
        "int kind = 1;",
    ): "Whoever is given its address writes it, or nobody reads it.",
    Change(
        "embedded/processes/relay/loop.cpp",
        "given->reserve(numbers.size());",
        "(nothing)",
    ): "It takes them all the same, unless there is no memory for the second of two.",
    Change(
        "embedded/processes/relay/loop.cpp",
        "constexpr int kUsualRoom = 1 << 16;",
        "constexpr int kUsualRoom = 2 << 16;",
    ): "A pipe takes no more than it has room for.",
    Change(
        "embedded/processes/relay/loop.cpp",
        "constexpr int kUsualRoom = 1 << 16;",
        "constexpr int kUsualRoom = 1 << 17;",
    ): "A pipe takes no more than it has room for.",
    Change(
        "embedded/processes/relay/loop.cpp",
        "if (number_ >= 0) close(number_);",
        "if (number_ > 0) close(number_);",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/relay/loop.cpp",
        "if (number_ >= 0) close(number_);",
        "if (number_ >= 1) close(number_);",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/relay/loop.cpp",
        "if (!watch(orders_, EPOLLIN) || (owner_.descriptor() >= 0 && !watch(owner_, EPOLLIN))) return 1;",
        "if (!watch(orders_, EPOLLIN) || (owner_.descriptor() > 0 && !watch(owner_, EPOLLIN))) return 1;",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/relay/loop.cpp",
        "if (!watch(orders_, EPOLLIN) || (owner_.descriptor() >= 0 && !watch(owner_, EPOLLIN))) return 1;",
        "if (!watch(orders_, EPOLLIN) || (owner_.descriptor() >= 1 && !watch(owner_, EPOLLIN))) return 1;",
    ): "Its standard streams have the numbers up to 2, so that nothing else has one of them.",
    Change(
        "embedded/processes/relay/loop.cpp",
        "constexpr int kAtOnce = 64;",
        "constexpr int kAtOnce = 65;",
    ): "How many events are served before others have their turn is no promise; that each is served is.",
    Change(
        "embedded/processes/relay/connection.cpp",
        "for (int count = 0; count < kAtOnce; ++count) {",
        "for (int count = 0; count < kAtOnce; --count) {",
    ): "How many callers are served before others have their turn is no promise; that each is served is.",
    Change(
        "embedded/processes/relay/datagram.cpp",
        "for (int count = 0; count < kAtOnce; ++count) {",
        "for (int count = 0; count < kAtOnce; --count) {",
    ): "How many datagrams pass before others have their turn is no promise; that each passes is.",
    Change(
        "embedded/processes/relay/loop.cpp",
        "if (resume_ms_ <= clock_ms() && has_room()) resume();",
        "if (resume_ms_ < clock_ms() && has_room()) resume();",
    ): "A millisecond more: no promise is as exact.",
    Change(
        "embedded/processes/relay/loop.cpp",
        "if (now_ms < next_look_ms_) return;",
        "if (now_ms <= next_look_ms_) return;",
    ): "A millisecond more: no promise is as exact.",
    Change(
        "embedded/processes/relay/datagram.cpp",
        "while (!peers_.empty() && peers_.front()->used_ms <= since_ms) end(*peers_.front());",
        "while (!peers_.empty() && peers_.front()->used_ms < since_ms) end(*peers_.front());",
    ): "A millisecond more: no promise is as exact.",
    Change(
        "embedded/processes/reaper/descendants.cpp",
        "for (pid_t gone = 1; gone > 0;) {",
        "for (pid_t gone = 2; gone > 0;) {",
    ): "Any number above 0 begins the loop, which gives it another before it is asked again.",
    Change(
        "embedded/processes/reaper/home.cpp",
        "constexpr int kTurns = 100;  // the kernel may count one that has been waited for for a moment longer",
        "constexpr int kTurns = 101;  // the kernel may count one that has been waited for for a moment longer",
    ): "How often it is tried again is no promise; that it is given up is.",
    Change(
        "embedded/processes/reaper/launch.cpp",
        "constexpr int kTellTurns = 10'000;",
        "constexpr int kTellTurns = 11'000;",
    ): "How often it is tried again is no promise; that it is given up is.",
    Change(
        "embedded/processes/relay/connection.cpp",
        "constexpr int kAtOnce = 64;",
        "constexpr int kAtOnce = 65;",
    ): "How many callers are served before others have their turn is no promise; that each is served is.",
    Change(
        "embedded/processes/relay/connection.cpp",
        "for (int count = 0; count < kAtOnce; ++count) {",
        "for (int count = 0; count <= kAtOnce; ++count) {",
    ): "How many callers are served before others have their turn is no promise; that each is served is.",
    Change(
        "embedded/processes/relay/connection.cpp",
        "constexpr std::size_t kTurn = 1 << 22;  // as much of one connection before the others",
        "constexpr std::size_t kTurn = 2 << 22;  // as much of one connection before the others",
    ): "How much of one connection passes before others have their turn is no promise; that all of it passes is.",
    Change(
        "embedded/processes/relay/connection.cpp",
        "constexpr std::size_t kTurn = 1 << 22;  // as much of one connection before the others",
        "constexpr std::size_t kTurn = 1 << 23;  // as much of one connection before the others",
    ): "How much of one connection passes before others have their turn is no promise; that all of it passes is.",
    Change(
        "embedded/processes/relay/datagram.cpp",
        "constexpr int kAtOnce = 64;  // datagrams of one socket before the others",
        "constexpr int kAtOnce = 65;  // datagrams of one socket before the others",
    ): "How many datagrams pass before others have their turn is no promise; that each passes is.",
    Change(
        "embedded/processes/relay/datagram.cpp",
        "for (int count = 0; count < kAtOnce; ++count) {",
        "for (int count = 1; count < kAtOnce; ++count) {",
    ): "How many datagrams pass before others have their turn is no promise; that each passes is.",
    Change(
        "embedded/processes/relay/datagram.cpp",
        "for (int count = 0; count < kAtOnce; ++count) {",
        "for (int count = 0; count <= kAtOnce; ++count) {",
    ): "How many datagrams pass before others have their turn is no promise; that each passes is.",
    Change(
        "embedded/processes/relay/datagram.cpp",
        "constexpr std::size_t kLongest = 1 << 16;",
        "constexpr std::size_t kLongest = 2 << 16;",
    ): "A datagram has less than 64 KiB.",
    Change(
        "embedded/processes/relay/datagram.cpp",
        "constexpr std::size_t kLongest = 1 << 16;",
        "constexpr std::size_t kLongest = 1 << 17;",
    ): "A datagram has less than 64 KiB.",
    Change(
        "embedded/processes/linux/channel.cpp",
        "bool is_one(pid_t pid) { return pid > 0; }",
        "bool is_one(pid_t pid) { return pid >= 0; }",
    ): "Nobody starts a process that has the number 0 or 1.",
    Change(
        "embedded/processes/linux/channel.cpp",
        "bool is_one(pid_t pid) { return pid > 0; }",
        "bool is_one(pid_t pid) { return pid > 1; }",
    ): "Nobody starts a process that has the number 0 or 1.",
    Change(
        "embedded/processes/linux/channel.cpp",
        "constexpr int kMostGiven = 1;                      // descriptors that come with a word",
        "constexpr int kMostGiven = 2;                      // descriptors that come with a word",
    ): "A place for descriptors that has room for one more.",
    Change(
        "embedded/processes/linux/channel.cpp",
        "if (steady_clock::now() - begun > kProdEvery) prod_locked();",
        "if (steady_clock::now() - begun >= kProdEvery) prod_locked();",
    ): "Two moments are never exactly so far apart.",
    Change(
        "embedded/processes/linux/channel.cpp",
        'if (steady_clock::now() > limit) return failed("waiting for the end of the last processes", ETIMEDOUT);',
        'if (steady_clock::now() >= limit) return failed("waiting for the end of the last processes", ETIMEDOUT);',
    ): "Two moments are never exactly so far apart.",
    Change(
        "embedded/processes/linux/channel.cpp",
        "} else if (steady_clock::now() - *prodded_ > kSilence) {",
        "} else if (steady_clock::now() - *prodded_ >= kSilence) {",
    ): "Two moments are never exactly so far apart.",
    Change(
        "embedded/processes/linux/channel.cpp",
        "if (steady_clock::now() - *let_go_ > kPressLimit) kill_reaper_locked();",
        "if (steady_clock::now() - *let_go_ >= kPressLimit) kill_reaper_locked();",
    ): "Two moments are never exactly so far apart.",
    Change(
        "embedded/processes/linux/spawn.cpp",
        'if (!becomes_writable(fd_of(console), 0)) return {SpawnReason::exhausted, EAGAIN, "the console takes no more input now"};',
        'if (!becomes_writable(fd_of(console), 1)) return {SpawnReason::exhausted, EAGAIN, "the console takes no more input now"};',
    ): "A millisecond more, and no test looks at the clock.",
    Change(
        "embedded/processes/linux/spawn.cpp",
        "for (int turn = 1; turn < kTurns && may_be_gone(outcome); ++turn) outcome = open_once(engine, listener, enclosure, tree);",
        "for (int turn = 2; turn < kTurns && may_be_gone(outcome); ++turn) outcome = open_once(engine, listener, enclosure, tree);",
    ): "How often it is tried again is no promise; that it is given up is.",
    Change(
        "embedded/processes/linux/spawn.cpp",
        "for (int turn = 1; turn < kTurns && may_be_gone(outcome); ++turn) outcome = open_once(engine, listener, enclosure, tree);",
        "for (int turn = 1; turn <= kTurns && may_be_gone(outcome); ++turn) outcome = open_once(engine, listener, enclosure, tree);",
    ): "How often it is tried again is no promise; that it is given up is.",
    Change(
        "embedded/processes/linux/reaper_start.cpp",
        'if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) return failed("making a socket for the reaper", errno);',
        'if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 1, ends) != 0) return failed("making a socket for the reaper", errno);',
    ): "Such sockets have one protocol, and 1 is its own number.",
    Change(
        "embedded/processes/linux/reaper_start.cpp",
        'if (ready_) note(posix_spawn_file_actions_addopen(&actions_, place, "/dev/null", flags, 0));',
        'if (ready_) note(posix_spawn_file_actions_addopen(&actions_, place, "/dev/null", flags, 1));',
    ): "A mode is for a file that is made, and this one is there.",
    Change(
        "embedded/processes/linux/guard_of_all.cpp",
        "for (int turn = 0; turn < 2 && error == EPIPE; ++turn) {  // the first one may have been killed",
        "for (int turn = 0; turn <= 2 && error == EPIPE; ++turn) {  // the first one may have been killed",
    ): "How often it is tried again is no promise; that it is given up is.",
    Change(
        "embedded/processes/linux/guard_of_all.cpp",
        "for (int turn = 0; turn < 2 && error == EPIPE; ++turn) {  // the first one may have been killed",
        "for (int turn = 0; turn < 3 && error == EPIPE; ++turn) {  // the first one may have been killed",
    ): "How often it is tried again is no promise; that it is given up is.",
    Change(
        "embedded/processes/linux/guard_of_all.cpp",
        "for (int waited = 0;; waited += kMomentMs) {",
        "for (int waited = 1;; waited += kMomentMs) {",
    ): "A millisecond less, and no test looks at the clock.",
    Change(
        "embedded/processes/linux/guard_of_all.cpp",
        "if (waited >= kLimitMs) return EPIPE;",
        "if (waited > kLimitMs) return EPIPE;",
    ): "A moment more, and no test looks at the clock.",
    Change(
        "embedded/processes/linux/guard_of_all.cpp",
        "bool has_ended(const UniqueFd& process) { return becomes_readable(fd_of(process), 0); }",
        "bool has_ended(const UniqueFd& process) { return becomes_readable(fd_of(process), 1); }",
    ): "A millisecond more, and no test looks at the clock.",
    Change(
        "embedded/processes/linux/guard_of_all.cpp",
        "pid_t pid = -1;",
        "pid_t pid = 0;",
    ): "Whoever is given its address writes it, or nobody reads it.",
    Change(
        "embedded/processes/linux/reactor.cpp",
        "while (eventfd_write(wakeup_, 1) != 0 && errno != EAGAIN) std::this_thread::sleep_for(std::chrono::milliseconds(1));",
        "while (eventfd_write(wakeup_, 2) != 0 && errno != EAGAIN) std::this_thread::sleep_for(std::chrono::milliseconds(1));",
    ): "Any number wakes it.",
    Change(
        "embedded/processes/linux/stdio.cpp",
        "constexpr int kLowest = 3;",
        "constexpr int kLowest = 4;",
    ): "It is above the three streams as well.",
    Change(
        "embedded/processes/linux/stdio.cpp",
        "return descriptor.get() >= kLowest ? std::move(descriptor) : duplicated(fd_of(descriptor), kLowest);",
        "return descriptor.get() > kLowest ? std::move(descriptor) : duplicated(fd_of(descriptor), kLowest);",
    ): "It is above the three streams as well.",
    Change(
        "embedded/processes/linux/account.cpp",
        "buffer->resize(1024);",
        "buffer->resize(1025);",
    ): "How the space for an entry grows is no promise; that an entry fits is.",
    Change(
        "embedded/processes/linux/account.cpp",
        "if (error != ERANGE || buffer->size() > (1u << 20)) return error;",
        "if (error != ERANGE || buffer->size() >= (1u << 20)) return error;",
    ): "How long an entry may be is no promise; that it has an end is.",
    Change(
        "embedded/processes/linux/account.cpp",
        "if (error != ERANGE || buffer->size() > (1u << 20)) return error;",
        "if (error != ERANGE || buffer->size() > (1u << 21)) return error;",
    ): "How long an entry may be is no promise; that it has an end is.",
    Change(
        "embedded/processes/linux/account.cpp",
        "buffer->resize(buffer->size() * 2);",
        "buffer->resize(buffer->size() * 3);",
    ): "How the space for an entry grows is no promise; that an entry fits is.",
    Change(
        "embedded/processes/linux/account.cpp",
        "int count = 32;",
        "int count = 33;",
    ): "How the space for groups grows is no promise; that all of them fit is.",
    Change(
        "embedded/processes/linux/account.cpp",
        "if (count <= before) count = before * 2;",
        "if (count <= before) count = before * 3;",
    ): "How the space for groups grows is no promise; that all of them fit is.",
    Change(
        "embedded/processes/linux/account.cpp",
        "unsigned long number = 0;",
        "unsigned long number = 1;",
    ): "Whoever is given its address writes it, or nobody reads it.",
    Change(
        "embedded/processes/linux/account.cpp",
        "unsigned long user = 0, group = 0;",
        "unsigned long user = 1, group = 0;",
    ): "Whoever is given its address writes it, or nobody reads it.",
    Change(
        "embedded/processes/linux/account.cpp",
        "unsigned long user = 0, group = 0;",
        "unsigned long user = 0, group = 1;",
    ): "Whoever is given its address writes it, or nobody reads it.",
    Change(
        "embedded/processes/linux/account.cpp",
        "unsigned long group_number = 0;",
        "unsigned long group_number = 1;",
    ): "Whoever is given its address writes it, or nobody reads it.",
    Change(
        "embedded/processes/linux/account.cpp",
        "if (unsigned long number = 0; row[0] == name && as_number(row[2], &number)) return static_cast<gid_t>(number);",
        "if (unsigned long number = 1; row[0] == name && as_number(row[2], &number)) return static_cast<gid_t>(number);",
    ): "Whoever is given its address writes it, or nobody reads it.",
    Change(
        "embedded/processes/linux/spawn.cpp",
        "int major = 0, minor = 0;",
        "int major = 1, minor = 0;",
    ): "Whoever is given its address writes it, or nobody reads it.",
    Change(
        "embedded/processes/linux/spawn.cpp",
        "int major = 0, minor = 0;",
        "int major = 0, minor = 1;",
    ): "Whoever is given its address writes it, or nobody reads it.",
    Change(
        "embedded/processes/reaper/measure.cpp",
        "char state = 0;",
        "char state = 1;",
    ): "Whoever is given its address writes it, or nobody reads it.",
    Change(
        "embedded/processes/reaper/measure.cpp",
        "unsigned long long user = 0, kernel = 0, started = 0;",
        "unsigned long long user = 1, kernel = 0, started = 0;",
    ): "Whoever is given its address writes it, or nobody reads it.",
    Change(
        "embedded/processes/reaper/measure.cpp",
        "unsigned long long user = 0, kernel = 0, started = 0;",
        "unsigned long long user = 0, kernel = 1, started = 0;",
    ): "Whoever is given its address writes it, or nobody reads it.",
    Change(
        "embedded/processes/reaper/measure.cpp",
        "unsigned long long user = 0, kernel = 0, started = 0;",
        "unsigned long long user = 0, kernel = 0, started = 1;",
    ): "Whoever is given its address writes it, or nobody reads it.",
    Change(
        "embedded/processes/reaper/measure.cpp",
        "long long waited_user = 0, waited_kernel = 0;",
        "long long waited_user = 1, waited_kernel = 0;",
    ): "Whoever is given its address writes it, or nobody reads it.",
    Change(
        "embedded/processes/reaper/measure.cpp",
        "long long waited_user = 0, waited_kernel = 0;",
        "long long waited_user = 0, waited_kernel = 1;",
    ): "Whoever is given its address writes it, or nobody reads it.",
    Change(
        "embedded/processes/reaper/loop.cpp",
        "int report = -1;",
        "int report = 0;",
    ): "Whoever is given its address writes it, or nobody reads it.",
    Change(
        "embedded/processes/reaper/loop.cpp",
        "int status = 0;",
        "int status = 1;",
    ): "Whoever is given its address writes it, or nobody reads it.",
    Change(
        "embedded/processes/reaper/main.cpp",
        "int status = 0;",
        "int status = 1;",
    ): "Whoever is given its address writes it, or nobody reads it.",
    Change(
        "embedded/network/plane.cpp",
        "holder_ = 0;",
        "holder_ = 1;",
    ): "Whoever joins opens one before anybody is told of it.",
    Change(
        "embedded/network/load_balancer.cpp",
        "const bool known = ((flags_ & kDirectServerReturn) == 0 || has(windows_build, Feature::kDirectServerReturn)) &&",
        "const bool known = ((flags_ & kDirectServerReturn) != 0 || has(windows_build, Feature::kDirectServerReturn)) &&",
    ): "Every build has it, so none is refused for the lack of it.",
    Change(
        "embedded/network/load_balancer.cpp",
        "const bool known = ((flags_ & kDirectServerReturn) == 0 || has(windows_build, Feature::kDirectServerReturn)) &&",
        "const bool known = ((flags_ & kDirectServerReturn) == 1 || has(windows_build, Feature::kDirectServerReturn)) &&",
    ): "Every build has it, so none is refused for the lack of it.",
    Change(
        "embedded/network/load_balancer.cpp",
        'mapping.protocol = static_cast<uint32_t>(member(node, "Protocol").count(UINT32_MAX).value_or(0));',
        'mapping.protocol = static_cast<uint32_t>(member(node, "Protocol").count(UINT32_MAX).value_or(1));',
    ): "Neither is a protocol that a mapping can have.",
    Change(
        "embedded/network/port_reservation.cpp",
        "taken.reserve(2 * (size_t{ports.last} - ports.first + 1));",
        "taken.reserve(3 * (size_t{ports.last} - ports.first + 1));",
    ): "Room that nothing needs.",
    Change(
        "embedded/network/port_reservation.cpp",
        "taken.reserve(2 * (size_t{ports.last} - ports.first + 1));",
        "taken.reserve(2 * (size_t{ports.last} + ports.first + 1));",
    ): "Room that nothing needs.",
    Change(
        "embedded/network/port_reservation.cpp",
        "taken.reserve(2 * (size_t{ports.last} - ports.first + 1));",
        "taken.reserve(2 * (size_t{ports.last} - ports.first + 2));",
    ): "Room that nothing needs.",
    Change(
        "embedded/network/published_ports.cpp",
        "led.reserve(led.size() + 1);",
        "led.reserve(led.size() + 2);",
    ): "Room that nothing needs.",
    Change(
        "embedded/network/port_hold.cpp",
        "taken.sockets_.reserve(4);",
        "taken.sockets_.reserve(5);",
    ): "Room that nothing needs.",
    Change(
        "embedded/network/endpoint.cpp",
        "constexpr size_t kGuidLength = 36;",
        "constexpr size_t kGuidLength = 37;",
    ): "Room that nothing needs.",
    Change(
        "embedded/network/registry.cpp",
        "for (uint64_t low = kPrivateRanges.first.low; low < kPrivateRanges.last().low; low += step) {",
        "for (uint64_t low = kPrivateRanges.first.low; low <= kPrivateRanges.last().low; low += step) {",
    ): "No range begins at the last address of all.",
    Change(
        "embedded/network/subnet.cpp",
        "for (size_t at = 0; at < subnets.size(); ++at) {",
        "for (size_t at = 1; at < subnets.size(); ++at) {",
    ): "There is none before the first to be compared with it.",
    Change(
        "embedded/network/subnet.cpp",
        "for (size_t at = 0; at < subnet.ip_subnets.size(); ++at) {",
        "for (size_t at = 1; at < subnet.ip_subnets.size(); ++at) {",
    ): "There is none before the first to be compared with it.",
    Change(
        "embedded/network/endpoint.cpp",
        "if (asked == whole && asked != around && !has(windows_build, Feature::kSlash32))",
        "if (asked != whole && asked != around && !has(windows_build, Feature::kSlash32))",
    ): "Every build has prefixes of one address, so none is refused for the lack of them.",
    Change(
        "embedded/network/endpoint.cpp",
        "if (asked == whole && asked != around && !has(windows_build, Feature::kSlash32))",
        "if (asked == whole && asked == around && !has(windows_build, Feature::kSlash32))",
    ): "Every build has prefixes of one address, so none is refused for the lack of them.",
    Change(
        "embedded/processes/linux/root_plan.cpp",
        "for (errno = 0; const dirent* entry = readdir(listing.get()); errno = 0)",
        "for (errno = 1; const dirent* entry = readdir(listing.get()); errno = 0)",
    ): "Every folder has two entries, and errno is set anew behind each.",
    Change(
        "embedded/processes/linux/root_plan.cpp",
        "if (realpath(host_path.c_str(), path) == nullptr || stat(path, &about) != 0) "
        'return failed("looking at \\"" + host_path + "\\"", errno);',
        "if (realpath(host_path.c_str(), path) == nullptr && stat(path, &about) != 0) "
        'return failed("looking at \\"" + host_path + "\\"", errno);',
    ): "Of a path that leads nowhere both say so.",
    Change(
        "embedded/processes/linux/limit.cpp",
        "ended_ = true;",
        "ended_ = false;",
    ): "A group that has gone is not found a second time.",
    Change(
        "embedded/processes/linux/enclosed_start.cpp",
        'return at == std::string::npos ? -1 : static_cast<pid_t>(strtol(text.c_str() + at + strlen("\\"child-pid\\":"), nullptr, 10));',
        'return at == std::string::npos ? 0 : static_cast<pid_t>(strtol(text.c_str() + at + strlen("\\"child-pid\\":"), nullptr, 10));',
    ): "Neither is the number of a process, and what is not above zero is none.",
    Change(
        "embedded/processes/linux/guard_of_all.cpp",
        "int policy = 0;",
        "int policy = 1;",
    ): "Where the kernel does not say it, it is as good as any: it is compared with what was read in the same way.",
    Change(
        "embedded/processes/linux/guard_of_all.cpp",
        "text->append(target, length > 0 ? static_cast<std::size_t>(length) : 0);",
        "text->append(target, length > 1 ? static_cast<std::size_t>(length) : 0);",
    ): "What such a link leads to has a name of more than a letter.",
    Change(
        "embedded/processes/linux/guard_of_all.cpp",
        "text->append(target, length > 0 ? static_cast<std::size_t>(length) : 0);",
        "text->append(target, length >= 0 ? static_cast<std::size_t>(length) : 0);",
    ): "What such a link leads to has a name of more than a letter.",
    Change(
        "embedded/processes/linux/guard_of_all.cpp",
        "char attributes[128] = {};  // struct sched_attr, which has grown",
        "char attributes[129] = {};  // struct sched_attr, which has grown",
    ): "A place for bytes that has room for one more.",
    Change(
        "embedded/processes/linux/guard_of_all.cpp",
        "unsigned long nodes[1024 / (8 * sizeof(unsigned long))] = {};",
        "unsigned long nodes[1025 / (8 * sizeof(unsigned long))] = {};",
    ): "Divided, it is the same number.",
    Change(
        "embedded/processes/linux/guard_of_all.cpp",
        "return at == std::string::npos ? std::string() : status.substr(at, status.find('\\n', at + 1) - at);",
        "return at == std::string::npos ? std::string() : status.substr(at, status.find('\\n', at + 2) - at);",
    ): "No line of it is empty.",
    Change(
        "embedded/processes/linux/guard_of_all.cpp",
        "for (const long one : {static_cast<long>(policy), static_cast<long>(getpriority(PRIO_PROCESS, 0)),",
        "for (const long one : {static_cast<long>(policy), static_cast<long>(getpriority(PRIO_PROCESS, 1)),",
    ): "The attributes of its scheduling, which are read before, say it, too.",
    Change(
        "embedded/network/linux/wire.cpp",
        "bool untold_ = false;  // a network or a gateway has come, or an endpoint gone, since the last translation",
        "bool untold_ = true;  // a network or a gateway has come, or an endpoint gone, since the last translation",
    ): "The first endpoint comes with its network's bridge, which sets it.",
    Change(
        "embedded/network/linux/port_listener.cpp",
        "const int on = 1;",
        "const int on = 2;",
    ): "Any number but zero turns an option of a socket on.",
    Change(
        "embedded/network/linux/port_hold.cpp",
        "const int only = 1;",
        "const int only = 2;",
    ): "As above.",
    Change(
        "embedded/ground/text.cpp",
        "utf8.reserve(length);",
        "(nothing)",
    ): "The text gets its room as it grows.",
    Change(
        "embedded/ground/text.cpp",
        "wide.reserve(utf8.size());",
        "(nothing)",
    ): "As above.",
    Change(
        "embedded/ground/text.cpp",
        "auto* memory = static_cast<WCHAR*>(allocate_string(bytes, allocator == Allocator::kCoTaskMem));",
        "auto* memory = static_cast<WCHAR*>(allocate_string(bytes, allocator != Allocator::kCoTaskMem));",
    ): "Off Windows both kinds of memory are one.",
    Change(
        "embedded/ground/text.cpp",
        "free_string(memory, allocator == Allocator::kCoTaskMem);",
        "free_string(memory, allocator != Allocator::kCoTaskMem);",
    ): "As above.",
    Change(
        "embedded/ground/text.cpp",
        "free_string(memory, actual == Allocator::kCoTaskMem);",
        "free_string(memory, actual != Allocator::kCoTaskMem);",
    ): "As above.",
    Change(
        "embedded/ground/outcome.cpp",
        "for (; end < document.size() && document[end] >= u'0' && document[end] <= u'9' && code <= INT32_MAX; ++end)",
        "for (; end < document.size() && document[end] >= u'0' && document[end] <= u'9' && code < INT32_MAX; ++end)",
    ): "A document's code has 32 bits, so no digit comes after as much.",
    Change(
        "embedded/processes/reaper/main.cpp",
        "if ((kept == last + 1 || close_range_of(static_cast<unsigned>(last) + 1, static_cast<unsigned>(kept) - 1) == 0) &&",
        "if ((kept == last - 1 || close_range_of(static_cast<unsigned>(last) + 1, static_cast<unsigned>(kept) - 1) == 0) &&",
    ): "Of an empty range the kernel says that it is none, and then the descriptors are closed one by one.",
    Change(
        "embedded/processes/reaper/guard.cpp",
        "if (!close_inherited(kSocket, folder < 0 ? kSocket + 1 : folder, folder < 0 ? 0 : 1)) return true;",
        "if (!close_inherited(kSocket, folder < 0 ? kSocket + 1 : folder, folder < 1 ? 0 : 1)) return true;",
    ): "A folder's descriptor comes after those of the standard streams.",
}
