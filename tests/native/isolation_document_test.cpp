/* What a document asks for that only a root of its own gives, as it is read, and what is said of it where it cannot be had: behaviour B-70
 * to B-82. That a root is as the document says is asked by isolation_test.cpp. */
#include "harness.h"

#include <stdlib.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <set>
#include <string>

#include "compute/isolation.h"
#include "compute/process.h"
#include "engine/scheduler.h"
#include "ground/unique_fd.h"
#include "still_tree.h"
#include "texts.h"

using namespace hcsffi;

namespace {

int ended = 0;

/* A machine that answers what it was told to, and keeps what it was asked. */
class TellingSpawner final : public Spawner {
  public:
    SpawnOutcome open_tree(std::weak_ptr<TreeListener>, const TreeLimits&, std::unique_ptr<ProcessTree>*) override { return {}; }
    SpawnOutcome open_enclosed_tree(std::weak_ptr<TreeListener>, const Enclosure& enclosure, std::unique_ptr<ProcessTree>* tree) override {
        opened = enclosure;
        if (opens.ok()) *tree = std::make_unique<StillTree>(5, &ended);
        return opens;
    }
    SpawnOutcome change_mapping(ProcessTree&, const MappingChange& change) override {
        changes.push_back(change);
        return changed;
    }
    bool offers_isolation() const override { return offers; }
    IsolationEngine isolation_engine() override { return engine; }
    SpawnOutcome check_enclosure(const Enclosure&, std::size_t* at) override {
        *at = culprit;
        return checked;
    }
    SpawnOutcome resize_console(const UniqueFd&, ConsoleSize) override { return {}; }
    SpawnOutcome end_console_input(const UniqueFd&) override { return {}; }
    LimitsHeld would_hold(const TreeLimits&, bool) override { return {}; }
    void use_control_groups(bool) override {}
    SpawnCounters counters() const override { return {}; }
    void shutdown() override {}

    bool offers = true;
    IsolationEngine engine;
    SpawnOutcome checked, changed, opens;
    std::size_t culprit = 0;
    Enclosure opened;
    std::vector<MappingChange> changes;
};

class TellingHost final : public Host {
  public:
    TellingHost() { machine->engine.works = true; }
    Scheduler& scheduler() override { return scheduler_; }
    uint32_t windows_build() const override { return 26100; }
    std::vector<SchemaVersion> supported_versions() override { return {}; }
    bool supports(uint32_t, uint32_t) override { return true; }
    bool spells_status() const override { return false; }
    std::string draw_guid() override { return {}; }
    IsolationMode isolation() override { return mode; }
    std::shared_ptr<Spawner> spawner() override { return machine; }
    const Environment& inherited() const override { return inherited_; }

    IsolationMode mode = IsolationMode::kAuto;
    const std::shared_ptr<TellingSpawner> machine = std::make_shared<TellingSpawner>();

  private:
    Scheduler scheduler_;
    const Environment inherited_{};
};

class Adapters final : public OwnNetwork {
  public:
    explicit Adapters(bool refuses) : refuses_(refuses) { place_.holder = 9; }
    const EnclosedNetwork& place() const override { return place_; }
    void connect(uint32_t) override {
        if (refuses_) throw Refusal(kServiceNotAvailable, "no adapter");
    }

  private:
    const bool refuses_;
    EnclosedNetwork place_;
};

class TellingNetworks final : public Networks {
  public:
    void enter_namespace(const std::string&, const std::string&) override {}
    void leave_namespace(const std::string&, const std::string&) noexcept override {}
    void attach_endpoint(const std::string&, const std::string&) override {}
    void detach_endpoint(const std::string&, const std::string&) noexcept override {}
    bool carry_packets() const override { return carry; }
    void check_network(const std::string&) override {
        if (unknown) throw Refusal(kNotFound, "no such namespace");
    }
    std::unique_ptr<OwnNetwork> open_network(const std::string&) override { return std::make_unique<Adapters>(refuses); }

    bool carry = true, unknown = false, refuses = false;
};

const char kNamespace[] = "11111111-2222-3333-4444-555555555555";

struct Fixture {
    TellingHost host;
    TellingNetworks networks;

    Isolation read(const std::string& json) {
        const Document document = Document::parse(json);
        return read_isolation(document.root(), host, networks);
    }
    /* "host>inside" of each mapping, "ro" and "pipe" behind it. */
    std::string mappings(const std::string& json) {
        std::string text;
        for (const Mapping& one : read(json).enclosure.mappings)
            text += one.host_path + ">" + one.path_inside + (one.read_only ? " ro" : "") + (one.is_pipe ? " pipe" : "") + ";";
        return text;
    }
    std::string refusal(const std::string& json) {
        return refusal_of([&] { (void)read(json); }, kInvalidArgument);
    }
};

std::string directory(const std::string& inside, const char* more = "") {
    return R"({"MappedDirectories":[{"HostPath":"/usr","ContainerPath":")" + inside + "\"" + more + "}]}";
}

std::string pipe_named(const std::string& name, const std::string& host = "/dev/null", const char* more = "") {
    return R"({"MappedPipes":[{"HostPath":")" + host + R"(","ContainerPipeName":")" + name + "\"" + more + "}]}";
}

}  // namespace

TEST(a_place_inside_is_written_as_either_system_writes_it, "a container's one disk is C:, and nothing of a path leads above its root") {
    Fixture one;
    const std::pair<const char*, const char*> places[] = {
        {"/data", "/data"}, {"C:\\\\data\\\\x", "/data/x"}, {"c:/data", "/data"}, {"C:\\\\", "/"},
        {"/", "/"},         {"//a/./b//c/", "/a/b/c"},      {"/...", "/..."},     {"/a/..b", "/a/..b"},
        {"/a:b", "/a:b"},   {"C:\\\\a\\\\.\\\\b", "/a/b"}};
    for (const auto& [written, inside] : places) CHECK(same(std::string("/usr>") + inside + ";", one.mappings(directory(written))));
    CHECK(same("/usr>/a ro;", one.mappings(directory("/a", R"(,"ReadOnly":true)"))));
    CHECK(same("/usr>/a;", one.mappings(directory("/a", R"(,"ReadOnly":false)"))));
    const std::string member = "$.MappedDirectories[0].ContainerPath: ";
    for (const char* wrong : {"", "data", "a:", "C:", "C:data"}) {
        const std::string text = one.refusal(directory(wrong));
        CHECK(text.rfind(member, 0) == 0 && text != member);
    }
    CHECK(same(member + "expected an absolute path, found \"data\"", one.refusal(directory("data"))));
    CHECK(same(member + "the only disk of a container here is C:, found \"D:\\x\"", one.refusal(directory("D:\\\\x"))));
    CHECK(same(member + "the only disk of a container here is C:, found \"D:\"", one.refusal(directory("D:"))));
    for (const char* upwards : {"/..", "/a/../b", "/a/.."})
        CHECK(same(member + "expected a path without \"..\", found \"" + upwards + "\"", one.refusal(directory(upwards))));
}

TEST(a_pipe_has_a_name_of_either_system, "the socket is found on the machine, and programs inside find it where the document says (B-81)") {
    Fixture one;
    CHECK(same("/dev/null>/run/pipe/web pipe;", one.mappings(pipe_named("web"))));
    CHECK(same("/dev/null>/run/pipe/web pipe;", one.mappings(pipe_named("\\\\\\\\.\\\\pipe\\\\web"))));
    CHECK(same("/dev/null>/own/web pipe;", one.mappings(pipe_named("/own//web"))));
    const std::string member = "$.MappedPipes[0].ContainerPipeName: expected the name of a pipe, found \"";
    for (const char* wrong : {".", "..", "a/b"}) CHECK(same(member + wrong + "\"", one.refusal(pipe_named(wrong))));
    CHECK(same(member + "\\\\.\\pipe\\\"", one.refusal(pipe_named("\\\\\\\\.\\\\pipe\\\\"))));
    CHECK(same("", one.mappings(pipe_named("web", "/dev/null", R"(,"HostPathType":"VirtualSmbPipeName")"))));
    CHECK(same("/dev/null>/run/pipe/web pipe;", one.mappings(pipe_named("web", "/dev/null", R"(,"HostPathType":"AbsolutePath")"))));
    CHECK(same("", one.mappings(pipe_named("web", "C:\\\\pipe"))));
    char folder[] = "/tmp/hcsffi-pipes-XXXXXX";
    CHECK(mkdtemp(folder) != nullptr && setenv("HCSFFI_PIPES", folder, 1) == 0);
    const std::string name = "\\\\\\\\.\\\\pipe\\\\there", path = std::string(folder) + "/there";
    CHECK(same("", one.mappings(pipe_named("web", name)))); /* kept as text where none is there */
    FILE* const made = fopen(path.c_str(), "w");
    CHECK(made != nullptr && fclose(made) == 0);
    CHECK(same(path + ">/run/pipe/web pipe;", one.mappings(pipe_named("web", name))));
    CHECK(setenv("HCSFFI_PIPES", "relative", 1) == 0);
    CHECK(same("", one.mappings(pipe_named("web", name)))); /* then it is /run/hcsffi/pipe */
    remove(path.c_str());
    CHECK(rmdir(folder) == 0);
}

TEST(a_root_of_its_own_is_wanted_where_a_member_asks_for_it,
     "it costs time to make, and a container that asks for nothing has the machine's") {
    Fixture one;
    CHECK(!one.read("{}").wanted && !one.read(R"({"GuestOs":{"HostName":"web"}})").wanted);
    CHECK(!one.read(R"({"MappedDirectories":[{"HostPath":"C:\\x","ContainerPath":"/a"}]})").wanted);
    CHECK(one.read(directory("/a")).wanted && one.read(pipe_named("p")).wanted);
    const Isolation layered = one.read(R"({"Storage":{"Path":"/view"},"GuestOs":{"HostName":"web"}})");
    CHECK(layered.wanted && same("/view", layered.enclosure.view) && same("$.Storage.Path", layered.root) &&
          same("$.Storage.Path", layered.asking()) && same("web", layered.enclosure.host_name));
    CHECK(!one.read(R"({"Storage":{"Path":"\\\\?\\Volume{11111111-2222-3333-4444-555555555555}"}})").wanted);
    const std::string networked = std::string(R"({"Networking":{"Namespace":")") + kNamespace + "\"}}";
    const Isolation joined = one.read(networked);
    CHECK(joined.wanted && same("$.Networking.Namespace", joined.network) && same(kNamespace, joined.namespace_id) &&
          joined.enclosure.network.kind == NetworkKind::held && same("$.Networking.Namespace", joined.asking()));
    CHECK(!one.read(R"({"Networking":{"Namespace":"no guid"}})").wanted);
    one.networks.carry = false;
    CHECK(!one.read(networked).wanted);
    one.networks.carry = true;
    const Isolation two =
        one.read(R"({"MappedDirectories":[{"HostPath":"C:\\x","ContainerPath":"/a"},{"HostPath":"/usr","ContainerPath":"/b"}],)"
                 R"("MappedPipes":[{"HostPath":"/dev/null","ContainerPipeName":"p"}]})");
    CHECK(two.members == (std::vector<std::string>{"$.MappedDirectories[1]", "$.MappedPipes[0]"}) && two.carried.size() == 2);
    CHECK(same("$.MappedDirectories[1]", two.asking()));
    one.host.mode = IsolationMode::kBubblewrap;
    CHECK(one.read("{}").wanted && same("$.Container", one.read("{}").asking()));
    one.host.machine->offers = false;
    CHECK(!one.read(directory("/a")).wanted);
    one.host.machine->offers = true;
    one.host.mode = IsolationMode::kNone;
    CHECK(!one.read(directory("/a")).wanted && !one.read(networked).wanted);
    one.host.mode = IsolationMode::kBubblewrap;
    const auto named = [](const std::string& name) { return R"({"GuestOs":{"HostName":")" + name + "\"}}"; };
    CHECK(same(std::string(64, 'x'), one.read(named(std::string(64, 'x'))).enclosure.host_name));
    CHECK(same("$.GuestOs.HostName: a host name has at most 64 bytes", one.refusal(named(std::string(65, 'x')))));
    for (const char* blank : {"a b", " ", "a\\n", "\\u0001"})
        CHECK(same("$.GuestOs.HostName: a host name has no blanks and no control characters", one.refusal(named(blank))));
    CHECK(same("!", one.read(named("!")).enclosure.host_name));
}

TEST(what_a_machine_cannot_do_is_told_with_the_member_that_asks_for_it, "the step, the system's number, and what can be done about it") {
    Fixture one;
    const Isolation wanted = one.read(directory("/a"));
    const auto says = [&](HRESULT code) { return refusal_of([&] { check_isolation(wanted, one.host, one.networks); }, code); };
    CHECK(same("", says(kInvalidArgument)));
    one.host.machine->engine = {};
    one.host.machine->engine.problem = "no engine";
    CHECK(same("$.MappedDirectories[0]: this machine does not isolate: no engine", says(kServiceNotAvailable)));
    one.host.machine->engine.system_code = 7;
    one.host.machine->engine.remedy = "install one";
    CHECK(same("$.MappedDirectories[0]: this machine does not isolate: no engine (errno 7); remedy: install one",
               says(kServiceNotAvailable)));
    CHECK(same("", refusal_of([&] { check_isolation(Isolation(), one.host, one.networks); })));
    one.host.machine->engine.works = true;
    const std::pair<int, HRESULT> codes[] = {{2, kFileNotFound}, {13, kAccessDenied}, {20, kDirectory}, {22, kInvalidArgument}};
    for (const auto& [number, code] : codes) {
        one.host.machine->checked = {SpawnReason::bad_argument, number, "it is so"};
        one.host.machine->culprit = 0;
        CHECK(same("$.MappedDirectories[0]: it is so (errno " + std::to_string(number) + ")", says(code)));
        one.host.machine->culprit = 1; /* none of them, but the root */
        CHECK(same("$.MappedDirectories[0]: it is so (errno " + std::to_string(number) + ")", says(code)));
    }
    one.host.machine->checked = {};
    Isolation joined = one.read(std::string(R"({"Networking":{"Namespace":")") + kNamespace + "\"}}");
    one.networks.unknown = true;
    CHECK(
        same("$.Networking.Namespace: no such namespace", refusal_of([&] { check_isolation(joined, one.host, one.networks); }, kNotFound)));
    one.networks.unknown = false;
    std::shared_ptr<OwnNetwork> network;
    const auto opens = [&](HRESULT code) {
        return refusal_of([&] { (void)open_isolated(joined, one.host, one.networks, {}, &network); }, code);
    };
    CHECK(same("", opens(kServiceNotAvailable)) && network != nullptr && one.host.machine->opened.network.holder == 9);
    one.host.machine->engine.works = false;
    CHECK(opens(kServiceNotAvailable).find("this machine does not isolate") != std::string::npos);
    one.host.machine->engine.works = true;
    one.host.machine->opens = {SpawnReason::no_reaper, 3, "no tree"};
    CHECK(same("$.Networking.Namespace: no tree (errno 3)", opens(code_of(SpawnReason::no_reaper))));
    one.host.machine->opens = {};
    one.networks.refuses = true;
    const int before = ended;
    CHECK(same("$.Networking.Namespace: no adapter", opens(kServiceNotAvailable)) && ended == before + 1);
}

TEST(each_reason_of_a_failure_has_its_code, "clients tell by it what they can do about it (C-9, C-28)") {
    const std::pair<SpawnReason, uint32_t> rows[] = {
        {SpawnReason::none, 0},
        {SpawnReason::not_found, 0x80070002},
        {SpawnReason::not_executable, 0x80070005},
        {SpawnReason::bad_format, 0x800700C1},
        {SpawnReason::bad_directory, 0x8007010B},
        {SpawnReason::bad_user, 0x80070525},
        {SpawnReason::not_permitted, 0x80070005},
        {SpawnReason::bad_argument, 0x80070057},
        {SpawnReason::exhausted, 0x800705AA},
        {SpawnReason::no_reaper, 0x80370114},
        {SpawnReason::process_gone, 0x8037011F},
        {SpawnReason::paused, 0x80370105},
        {SpawnReason::tree_gone, 0x80370110},
        {SpawnReason::not_supported, 0x80070032},
        {SpawnReason::wrong_thread, 0x8000FFFF},
        {SpawnReason::broken, 0x8000FFFF},
    };
    for (const auto& [reason, code] : rows) CHECK_EQUAL(code, static_cast<uint32_t>(code_of(reason)));
}

TEST(a_change_of_a_mapping_goes_to_the_machine_and_is_kept,
     "what is carried out is known, or the next change would take away what is not there") {
    Fixture one;
    StillTree tree(5, &ended);
    const Document first = Document::parse(R"({"HostPath":"/usr","ContainerPath":"/a"})");
    const Document second = Document::parse(R"({"HostPath":"/etc","ContainerPath":"C:\\a\\b","ReadOnly":true})");
    const Document foreign = Document::parse(R"({"HostPath":"C:\\x","ContainerPath":"/f"})");
    const Document near = Document::parse(R"({"HostPath":"/etc","ContainerPath":"/ab"})");
    std::set<std::string> carried;
    auto& changes = one.host.machine->changes;
    const auto change = [&](const Node& before, const Node& after, const std::vector<Node>& others, HRESULT code = kInvalidArgument) {
        return refusal_of([&] { change_mapping(before, after, others, tree, one.host, &carried); }, code);
    };
    CHECK(same("", change(Node(), first.root(), {})));
    CHECK(changes.size() == 1 && changes[0].unmapped.empty() && same("/a", changes[0].mapped->path_inside) &&
          carried == (std::set<std::string>{first.root().json()}));
    for (const auto& [inner, outer] : {std::pair{&second, &first}, std::pair{&first, &first}})
        CHECK(change(Node(), inner->root(), {outer->root()}).find("lie in each other") != std::string::npos);
    CHECK(changes.size() == 1);
    CHECK(same("", change(Node(), near.root(), {first.root()})) && changes.size() == 2); /* beside it, not in it */
    CHECK(same("", change(Node(), second.root(), {foreign.root()})) && changes.size() == 3 && changes[2].mapped->read_only);
    CHECK(carried.size() == 3);
    CHECK(change(Node(), first.root(), {second.root()}).find("lie in each other") != std::string::npos);
    CHECK(same("", change(second.root(), near.root(), {})) && same("/a/b", changes[3].unmapped) &&
          carried.count(second.root().json()) == 0);
    CHECK(same("", change(near.root(), foreign.root(), {})) && !changes[4].mapped && same("/ab", changes[4].unmapped));
    CHECK(carried == (std::set<std::string>{first.root().json()}));
    CHECK(same("", change(foreign.root(), Node(), {})) && changes.size() == 5); /* nothing of it was there */
    one.host.machine->changed = {SpawnReason::not_supported, 0, "no tool"};
    CHECK(same("$: no tool", change(first.root(), Node(), {}, kServiceNotAvailable)) && carried.size() == 1);
    one.host.machine->changed = {SpawnReason::bad_argument, 13, "not yours"};
    CHECK(same("$: not yours (errno 13)", change(Node(), near.root(), {}, kAccessDenied)) && carried.size() == 1);
}
