/* What the machine's tools are told about a container's network, word by word: `nsenter` is a script here that writes down what it was to
 * start and what that was to read, and starts nothing. The words are those of nsenter(1), ip(8) with -batch, nft(8) and tc-tbf(8); that
 * packets go as they say is asked by test_network_packets.py and test_network_enforcement.py. */
#include "watched_tree.h"

#include "harness.h"

#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "carried.h"
#include "engine/scheduler.h"
#include "network/wire.h"
#include "still_tree.h"
#include "texts.h"

using namespace hcsffi;
namespace fs = std::filesystem;

namespace {

/* Opens such holders, and runs the tools as ever. */
class HoldingSpawner final : public Spawner {
  public:
    HoldingSpawner() : real_(make_spawner()) {}
    SpawnOutcome open_tree(std::weak_ptr<TreeListener> listener, const TreeLimits& limits, std::unique_ptr<ProcessTree>* tree) override {
        return real_->open_tree(std::move(listener), limits, tree);
    }
    SpawnOutcome open_enclosed_tree(std::weak_ptr<TreeListener> listener, const Enclosure& enclosure,
                                    std::unique_ptr<ProcessTree>* tree) override {
        if (refuses) return {SpawnReason::not_supported, 0, "no engine"};
        if (enclosure.network.kind != NetworkKind::holder) return {SpawnReason::bad_argument, 0, "no holder"};
        holder = std::move(listener);
        ++opened;
        *tree = std::make_unique<StillTree>(static_cast<std::uint32_t>(getpid()), &ended);
        return {};
    }
    SpawnOutcome change_mapping(ProcessTree&, const MappingChange&) override { return {}; }
    bool offers_isolation() const override { return true; }
    IsolationEngine isolation_engine() override { return {}; }
    SpawnOutcome check_enclosure(const Enclosure&, std::size_t*) override { return {}; }
    SpawnOutcome resize_console(const UniqueFd&, ConsoleSize) override { return {}; }
    SpawnOutcome end_console_input(const UniqueFd&) override { return {}; }
    LimitsHeld would_hold(const TreeLimits&, bool) override { return {}; }
    void use_control_groups(bool) override {}
    SpawnCounters counters() const override { return {}; }
    void shutdown() override { real_->shutdown(); }

    bool refuses = false;
    int opened = 0, ended = 0;
    std::weak_ptr<TreeListener> holder;

  private:
    const std::unique_ptr<Spawner> real_;
};

class HoldingHost final : public Host {
  public:
    Scheduler& scheduler() override { return scheduler_; }
    uint32_t windows_build() const override { return 26100; }
    std::vector<SchemaVersion> supported_versions() override { return {}; }
    bool supports(uint32_t, uint32_t) override { return true; }
    bool spells_status() const override { return false; }
    std::string draw_guid() override { return {}; }
    IsolationMode isolation() override { return IsolationMode::kAuto; }
    std::shared_ptr<Spawner> spawner() override { return holding; }
    const Environment& inherited() const override { return inherited_; }

    const std::shared_ptr<HoldingSpawner> holding = std::make_shared<HoldingSpawner>();

  private:
    Scheduler scheduler_;
    const Environment inherited_{};
};

/* A folder with the tools, and what they were told. */
class Tools {
  public:
    Tools() {
        char path[] = "/tmp/hcsffi-wire-XXXXXX";
        if (!mkdtemp(path)) abort();
        top_ = path;
        std::ofstream(top_ + "/nsenter") << "#!/bin/sh\nfolder=${0%/*}\ninput=$(cat)\necho \"> $*\" >> \"$folder/told\"\n"
                                            "if test -n \"$input\"; then echo \"$input\" >> \"$folder/told\"; fi\n"
                                            "test -f \"$folder/refused\" || exit 0\nread -r word < \"$folder/refused\"\n"
                                            "case \"$* $input\" in *\"$word\"*) cat \"$folder/said\" >&2; exit 3;; esac\n";
        for (const char* tool : {"ip", "nft", "tc"}) std::ofstream(top_ + "/" + tool) << "#!/bin/sh\nexit 1\n";
        for (const char* tool : {"nsenter", "ip", "nft", "tc"})
            if (chmod((top_ + "/" + tool).c_str(), 0755) != 0) abort();
        setenv("HCSFFI_NETWORK_TOOLS", top_.c_str(), 1);
    }
    ~Tools() { fs::remove_all(top_); }
    Tools(const Tools&) = delete;
    Tools& operator=(const Tools&) = delete;

    /* Since the last question, with HOLDER and CONTAINER for the two namespaces. */
    std::string told() {
        std::string text = file_text(top_ + "/told");
        fs::remove(top_ + "/told");
        const std::string own = std::to_string(getpid());
        const std::pair<std::string, std::string> words[] = {
            {"--user=/proc/" + own + "/ns/user --net=/proc/" + own + "/ns/net --preserve-credentials -- ", "HOLDER "},
            {"--user=/proc/" + own + "/ns/user --net=/proc/77/ns/net --preserve-credentials -- ", "CONTAINER "},
            {top_ + "/", ""}};
        for (const auto& [from, to] : words)
            for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) text.replace(at, from.size(), to);
        return text;
    }
    /* What has the word in it fails, and says so. */
    void refuse(const std::string& word, const std::string& said) const {
        std::ofstream(top_ + "/refused") << word << "\n";
        std::ofstream(top_ + "/said") << said;
    }
    const std::string& folder() const { return top_; }
    void relent() const { fs::remove(top_ + "/refused"); }
    void remove(const char* tool) const { fs::remove(top_ + "/" + tool); }

  private:
    std::string top_;
};

constexpr std::uint32_t kContainer = 77;
const char kOpen[] =
    "> CONTAINER /bin/sh -c { echo 0 >/proc/sys/net/ipv4/ip_unprivileged_port_start; } 2>/dev/null; exec \"$0\" -batch - ip\n";
const char kForwarding[] =
    "> HOLDER /bin/sh -c echo 1 >/proc/sys/net/ipv4/ip_forward || exit; { echo 1 >/proc/sys/net/ipv6/conf/all/forwarding; } 2>/dev/null; "
    "true\n";

CarriedEndpoint endpoint(const char* id = "E") {
    CarriedEndpoint one;
    one.id = id;
    one.hardware = 0x00155D0A0B0C;
    one.addresses = {at("10.1.0.5", 24)};
    one.network.id = "N";
    one.network.ranges = {range("10.1.0.0/24", "10.1.0.1")};
    return one;
}

const Policy kAccess{"ACL", R"({"Action":"Block","Direction":"In"})"};
const Policy kMapping{"PortMapping", R"({"Protocol":6,"InternalPort":80,"ExternalPort":8080})"};
const Policy kSpeed{"QOS", R"({"MaximumOutgoingBandwidthInBytes":5000000})"};

std::string with(const char* tool, const char* where, const std::string& sheet) {
    return std::string("> ") + where + " " + tool + " -f -\n" + sheet;
}

std::string refusal_to(const std::function<void()>& work) { return refusal_of(work, kServiceNotAvailable); }

struct Fixture {
    Tools tools;
    HoldingHost host;
    std::unique_ptr<Wire> wire = make_wire(host);
    Fixture() { (void)wire->open_holder(); }
    ~Fixture() { wire->close_holder(); }
};

}  // namespace

TEST(an_endpoint_is_a_pair_of_adapters_on_its_network_s_bridge, "each address, route and gateway of the document, and none besides") {
    Fixture one;
    CHECK(one.wire->carries() && one.wire->open_holder() == static_cast<std::uint32_t>(getpid()) && one.host.holding->opened == 1);
    CarriedEndpoint both = endpoint();
    both.addresses.push_back(at("fd00::5", 64));
    both.network.ranges.push_back(range("fd00::/64", "fd00::1"));
    both.network.ranges.push_back(range("10.2.0.0/16", nullptr)); /* a gateway outside is nobody's here */
    both.network.ranges.push_back(range("10.1.0.0/24", "10.1.0.1"));
    both.routes = {
        {"10.1.0.1", "0.0.0.0/0", {}},      {"fd00::1", "::/0", {}}, {"0.0.0.0", "10.9.1.7/16", 5},      {"fd00::9", "fd01::7/48", 7},
        {"10.1.0.3", "10.200.1.255/31", 0}, {"", "10.8.0.0/16", {}}, {"::", "fd02:0:0:0:ffff::/65", {}}, {"::", "fd03::7/64", 9}};
    one.wire->plug(both, kContainer, 0);
    CHECK(same(std::string("> HOLDER ip -batch -\nlink add hb1 type bridge\nlink set hb1 up\naddr add 10.1.0.1/24 dev hb1\n"
                           "addr add fd00::1/64 dev hb1 nodad\n"
                           "> HOLDER ip -batch -\nlink add hp2 type veth peer name eth0 address 00:15:5d:0a:0b:0c netns "
                           "/proc/77/ns/net\nlink set hp2 master hb1 up\n") +
                   kOpen +
                   "addr add 10.1.0.5/24 dev eth0\naddr add fd00::5/64 dev eth0 nodad\nlink set dev eth0 up\n"
                   "route add 0.0.0.0/0 via 10.1.0.1 dev eth0 onlink\nroute add ::/0 via fd00::1 dev eth0 onlink metric 1024\n"
                   "route add 10.9.0.0/16 dev eth0 metric 5\nroute add fd01::/48 via fd00::9 dev eth0 onlink metric 7\n"
                   "route add 10.200.1.254/31 via 10.1.0.3 dev eth0 onlink\nroute add 10.8.0.0/16 dev eth0\n"
                   "route add fd02::8000:0:0:0/65 dev eth0 metric 1024\nroute add fd03::/64 dev eth0 metric 9\n",
               one.tools.told()));
    CarriedEndpoint second = endpoint("F"); /* on the same network, which has one gateway more meanwhile */
    second.network.ranges.push_back(range("10.3.0.0/16", "10.3.0.1"));
    second.routes = {{"10.1.0.1", "0.0.0.0/0", {}}, {"fd00::1", "::/0", {}}};
    second.hardware = 0xFEDCBA987654;
    one.wire->plug(second, kContainer, 3);
    CHECK(same(std::string("> HOLDER ip -batch -\naddr add 10.3.0.1/16 dev hb1\n"
                           "> HOLDER ip -batch -\nlink add hp3 type veth peer name eth3 address fe:dc:ba:98:76:54 netns "
                           "/proc/77/ns/net\nlink set hp3 master hb1 up\n") +
                   kOpen +
                   "addr add 10.1.0.5/24 dev eth3\nlink set dev eth3 up\nroute add 0.0.0.0/0 via 10.1.0.1 dev eth3 onlink metric 3\n"
                   "route add ::/0 via fd00::1 dev eth3 onlink metric 1027\n",
               one.tools.told()));
    one.wire->cut("E", kContainer);
    one.wire->cut("E", kContainer);
    one.wire->forget("F");
    one.wire->forget("F");
    one.wire->cut("F", kContainer);
    CHECK(same("> HOLDER ip link del hp2\n", one.tools.told()));
    one.wire->drop_network("N");
    one.wire->drop_network("N");
    CHECK(same("> HOLDER ip link del hb1\n", one.tools.told()));
}

TEST(policies_are_told_with_the_adapter_and_when_they_change,
     "what a document forbids is forbidden from the first packet, and no longer than it says") {
    Fixture one;
    CarriedEndpoint told = endpoint();
    told.policies = {kAccess, kMapping, kSpeed};
    told.network.translates = true;
    one.wire->plug(told, kContainer, 0);
    const std::string slow = "> CONTAINER tc qdisc replace dev eth0 root tbf rate 5000000bps burst 50000 latency 100ms\n";
    const std::string rules = with("nft", "CONTAINER", ruleset::access_rules(told, "eth0"));
    const std::string sheet = with("nft", "HOLDER", ruleset::translation({{told, "hb1"}}));
    const std::string made = one.tools.told();
    const std::size_t addressed = made.find("link set dev eth0 up\n");
    CHECK(addressed != std::string::npos && same(rules + slow + sheet + kForwarding, made.substr(addressed + 21)));
    one.wire->shape(told, kContainer);
    CHECK(same(rules + slow + sheet, one.tools.told()));
    const CarriedEndpoint free = [&] {
        CarriedEndpoint copy = told;
        copy.policies.clear();
        copy.network.translates = false;
        return copy;
    }();
    one.wire->shape(free, kContainer);
    CHECK(same(with("nft", "CONTAINER", ruleset::access_rules(free, "eth0")) + "> CONTAINER tc qdisc del dev eth0 root\n" +
                   with("nft", "HOLDER", ruleset::translation({{free, "hb1"}})),
               one.tools.told()));
    one.wire->shape(free, kContainer); /* nothing of it is there any more */
    CHECK(same("", one.tools.told()));
    CarriedEndpoint fast = free;
    fast.policies = {{"QOS", R"({"MaximumOutgoingBandwidthInBytes":1000})"}};
    one.wire->shape(fast, kContainer);
    CHECK(same("> CONTAINER tc qdisc replace dev eth0 root tbf rate 1000bps burst 16384 latency 100ms\n", one.tools.told()));
    one.wire->shape(told, kContainer);
    (void)one.tools.told();
    one.wire->cut("E", kContainer); /* the table would meet the next adapter of that name */
    CHECK(
        same("> HOLDER ip link del hp2\n> CONTAINER nft delete table inet hcsffi_eth0\n" + with("nft", "HOLDER", ruleset::translation({})),
             one.tools.told()));
    one.wire->shape(told, kContainer);
    CHECK(same("", one.tools.told()));
    CarriedEndpoint other = endpoint("O"); /* a network more that the sheet does not know */
    other.network.id = "M";
    one.wire->plug(other, kContainer, 1);
    const std::string last = one.tools.told();
    CHECK(last.find(with("nft", "HOLDER", ruleset::translation({{other, "hb3"}}))) != std::string::npos);
}

TEST(what_a_tool_refuses_is_told_with_its_words_and_undone, "an adapter that is half there would carry packets without rules") {
    Fixture one;
    const CarriedEndpoint plain = endpoint();
    one.tools.refuse("type bridge", "RTNETLINK answers:\nnot supported\n");
    CHECK(
        same("making the network N: ip ended with 3: RTNETLINK answers: not supported; remedy: a kernel with the modules bridge and veth "
             "(modprobe bridge veth)",
             refusal_to([&] { one.wire->plug(plain, kContainer, 0); })));
    CHECK(one.tools.told().find("> HOLDER ip link del hb1\n") != std::string::npos);
    one.tools.refuse("type veth", "it does not");
    CHECK(same("making the adapter of the endpoint E: ip ended with 3: it does not",
               refusal_to([&] { one.wire->plug(plain, kContainer, 0); })));
    (void)one.tools.told();
    one.tools.refuse("addr add 10.1.0.5", "no room ");
    CHECK(same("giving the endpoint E its addresses: ip ended with 3: no room", refusal_to([&] { one.wire->plug(plain, kContainer, 0); })));
    CHECK(one.tools.told().find("link set dev eth0 up\n> HOLDER ip link del hp") != std::string::npos);
    const std::pair<Policy, const char*> steps[] = {
        {kAccess,
         "setting the access rules of the endpoint E: nft ended with 3: Protocol error; remedy: a kernel with the modules nf_tables, "
         "nft_ct and nft_nat"},
        {kSpeed, "limiting the bandwidth of the endpoint E: tc ended with 3: Protocol error; remedy: a kernel with the module sch_tbf"},
        {kMapping,
         "translating addresses: nft ended with 3: Protocol error; remedy: a kernel with the modules nf_tables, nft_ct and nft_nat"}};
    for (const auto& [policy, said] : steps) {
        CarriedEndpoint told = plain;
        told.policies = {policy};
        one.tools.refuse(std::string(said).find(": tc") != std::string::npos ? "qdisc" : "-f -", "Protocol error");
        CHECK(same(said, refusal_to([&] { one.wire->plug(told, kContainer, 0); })));
        const std::string all = one.tools.told();
        CHECK(all.find("> HOLDER ip link del hp") != std::string::npos);
        one.tools.relent();
        one.wire->cut("E", kContainer); /* it is forgotten */
        CHECK(same("", one.tools.told()));
    }
    one.tools.refuse("ip_forward", "read-only");
    CarriedEndpoint mapped = plain;
    mapped.policies = {kMapping};
    CHECK(same("letting translated packets pass: nft ended with 3: read-only", refusal_to([&] { one.wire->plug(mapped, kContainer, 0); })));
    one.tools.relent();
    (void)one.tools.told();
}

TEST(a_change_that_a_tool_refuses_is_taken_back, "and where that fails, too, whoever reads the refusal has to know it") {
    Fixture one;
    const CarriedEndpoint plain = endpoint();
    one.wire->plug(plain, kContainer, 0);
    (void)one.tools.told();
    CarriedEndpoint blocked = plain;
    blocked.policies = {kAccess};
    one.tools.refuse("chain", "no");
    const std::string no = "setting the access rules of the endpoint E: nft ended with 3: no";
    CHECK(same(no, refusal_to([&] { one.wire->shape(blocked, kContainer); })));
    one.tools.relent();
    one.wire->shape(blocked, kContainer);
    CarriedEndpoint slow = blocked;
    slow.policies = {kSpeed};
    one.tools.refuse("chain", "no");
    CHECK(same(no + "; setting again what it had before failed, too: " + no, refusal_to([&] { one.wire->shape(slow, kContainer); })));
    /* An adapter that cannot be taken away stays, and one that is gone is none. */
    one.tools.refuse("link del", "busy");
    CHECK(same("taking the adapter of the endpoint E away: ip ended with 3: busy", refusal_to([&] { one.wire->cut("E", kContainer); })));
    one.tools.refuse("delete table", "busy");
    CHECK(same("taking the access rules of the endpoint E away: nft ended with 3: busy",
               refusal_to([&] { one.wire->cut("E", kContainer); })));
    CHECK(same("taking the access rules of the endpoint E away: nft ended with 3: busy", /* a new adapter would have them */
               refusal_to([&] { one.wire->plug(blocked, kContainer, 0); })));
    one.tools.refuse("l", "Cannot find device, No such file or directory");
    (void)one.tools.told();
    one.wire->cut("E", kContainer);
    one.wire->cut("E", kContainer);
    CHECK(one.tools.told().find("> HOLDER ip link del hp") == 0);
}

TEST(what_could_not_be_taken_away_goes_before_the_next_comes, "an adapter's name and a gateway's address are wanted again") {
    Fixture one;
    one.wire->plug(endpoint(), kContainer, 0);
    one.wire->cut("E", kContainer);
    one.tools.refuse("link del", "busy");
    one.wire->drop_network("N");
    (void)one.tools.told();
    CHECK(
        same("taking away what a failure has left: ip ended with 3: busy", refusal_to([&] { one.wire->plug(endpoint(), kContainer, 0); })));
    CHECK(same("> HOLDER ip link del hb1\n", one.tools.told()));
    one.tools.relent();
    one.wire->plug(endpoint(), kContainer, 0);
    const std::string told = one.tools.told();
    CHECK(told.rfind("> HOLDER ip link del hb1\n> HOLDER ip -batch -\nlink add hb3 type bridge\n", 0) == 0);
    one.wire->cut("E", kContainer);
    one.wire->plug(endpoint(), kContainer, 0);
    CHECK(one.tools.told().find("link del hb") == std::string::npos);
    one.wire->plug(endpoint(), kContainer, 0); /* though it was never cut */
    CHECK(same("> HOLDER ip link del hp5\n", one.tools.told().substr(0, 25)));
}

TEST(a_translation_that_could_not_be_told_goes_with_the_next_change, "its rules name an address that somebody else may have by then") {
    Fixture one;
    CarriedEndpoint mapped = endpoint(), plain = endpoint("P");
    mapped.policies = {kMapping};
    one.wire->plug(mapped, kContainer, 0);
    one.wire->plug(plain, kContainer, 1);
    (void)one.tools.told();
    one.tools.refuse("-f -", "no");
    one.wire->forget("E");
    const std::string sheet = with("nft", "HOLDER", ruleset::translation({{plain, "hb1"}}));
    CHECK(same(sheet, one.tools.told()));
    one.tools.relent();
    one.wire->shape(plain, kContainer);
    CHECK(same(sheet, one.tools.told()));
    one.wire->shape(plain, kContainer);
    CHECK(same("", one.tools.told()));
}

TEST(a_network_that_gets_another_gateway_has_its_address, "the endpoints it has already ask for it, too") {
    Fixture one;
    CarriedEndpoint told = endpoint();
    one.wire->plug(told, kContainer, 0);
    (void)one.tools.told();
    told.network.ranges.push_back(range("10.4.0.0/16", "10.4.0.1"));
    one.wire->shape(told, kContainer);
    CHECK(same("> HOLDER ip -batch -\naddr add 10.4.0.1/16 dev hb1\n", one.tools.told()));
    one.wire->shape(told, kContainer);
    CHECK(same("", one.tools.told()));
}

TEST(the_figures_of_an_endpoint_are_those_of_its_adapter_on_the_bridge, "what the bridge receives is what the container has sent") {
    if (unshare(CLONE_NEWNS) != 0 || mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) SKIP("mounting takes root");
    Fixture one;
    const std::string folder = one.tools.folder() + "/net";
    fs::create_directory(folder);
    std::ofstream(folder + "/dev") /* as proc_pid_net(5) has it */
        << "Inter-|   Receive                                                |  Transmit\n"
           " face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed\n"
           "    lo:     501     502  503  504  505   506        507       508      509     510  511  512  513   514     515        516\n"
           "  hp21:     601     602  603  604  605   606        607       608      609     610  611  612  613   614     615        616\n"
           "   hp2:70100000     702  703  704  705   706        707       708 70900000     710  711  712  713   714     715        716\n"
           "   hp3:     801     802  803  804  805   806        807       808      809     810  811  812  813   814     815        816\n";
    if (mount(folder.c_str(), ("/proc/" + std::to_string(getpid()) + "/net").c_str(), nullptr, MS_BIND, nullptr) != 0)
        SKIP("nothing is mounted below /proc here");
    one.wire->plug(endpoint(), kContainer, 0); /* by the adapter hp2 */
    const Carriage carried = one.wire->count("E"), nobodys = one.wire->count("F");
    CHECK_EQUAL(70100000, carried.bytes_sent);
    CHECK_EQUAL(702, carried.packets_sent);
    CHECK_EQUAL(704, carried.dropped_outgoing);
    CHECK_EQUAL(70900000, carried.bytes_received);
    CHECK_EQUAL(710, carried.packets_received);
    CHECK_EQUAL(712, carried.dropped_incoming);
    CHECK(nobodys.bytes_sent == 0 && nobodys.packets_received == 0 && nobodys.dropped_incoming == 0);
    std::ofstream(folder + "/dev") << "   hp3:     801     802  803  804  805   806        807       808      809     810  811  812\n";
    CHECK_EQUAL(0, one.wire->count("E").bytes_sent); /* the adapter has gone by itself */
}

TEST(a_holder_is_opened_once_and_again_when_it_was_lost, "whoever kills it ends the networks, and the next container begins anew") {
    Fixture one;
    one.wire->plug(endpoint(), kContainer, 0);
    CHECK_EQUAL(1, one.host.holding->opened);
    const auto listener = one.host.holding->holder.lock();
    CHECK(listener != nullptr);
    listener->tree_lost({});
    (void)one.tools.told();
    CHECK(same("what held the networks has been ended from outside", refusal_to([&] { one.wire->plug(endpoint("F"), kContainer, 0); })));
    one.wire->cut("E", kContainer);
    one.wire->drop_network("N");
    CHECK(same("", one.tools.told()));
    CHECK(one.wire->open_holder() != 0 && one.host.holding->opened == 2 && one.host.holding->ended == 1);
    one.wire->plug(endpoint(), kContainer, 0);
    CHECK(one.tools.told().find("type bridge") != std::string::npos);
    one.wire->cut("E", kContainer);
    one.tools.refuse("link del", "busy");
    one.wire->drop_network("N");
    one.tools.relent();
    one.wire->close_holder(); /* with what could not be taken away in it */
    one.wire->close_holder();
    CHECK_EQUAL(2, one.host.holding->ended);
    (void)one.tools.told();
    (void)one.wire->open_holder();
    one.wire->plug(endpoint(), kContainer, 0);
    CHECK(one.tools.told().find("link del") == std::string::npos);
    one.wire->close_holder();
    CHECK(same("what held the networks has been ended from outside", refusal_to([&] { one.wire->plug(endpoint(), kContainer, 0); })));
    one.host.holding->refuses = true;
    CHECK(same("opening what holds networks: no engine", refusal_to([&] { (void)one.wire->open_holder(); })));
    CHECK(one.wire->count("E").bytes_sent == 0);
}

TEST(what_a_holder_carried_ends_with_it, "nothing of it is taken away in the next one, and that one translates by itself again") {
    Fixture one;
    CarriedEndpoint mapped = endpoint();
    mapped.policies = {kMapping};
    one.wire->plug(mapped, kContainer, 0);
    const std::string sheet = with("nft", "HOLDER", ruleset::translation({{mapped, "hb1"}}));
    CHECK(one.tools.told().find(sheet + kForwarding) != std::string::npos);
    one.wire->close_holder();
    (void)one.wire->open_holder();
    one.wire->plug(mapped, kContainer, 0);
    const std::string again = one.tools.told();
    CHECK(same("> HOLDER ip -batch -\nlink add hb3 type bridge\n", again.substr(0, 46)));
    CHECK(again.find(with("nft", "HOLDER", ruleset::translation({{mapped, "hb3"}})) + kForwarding) != std::string::npos);
    const auto listener = one.host.holding->holder.lock();
    CHECK(listener != nullptr);
    listener->tree_lost({});
    one.wire->forget("E");
    CHECK(same("", one.tools.told()));
}

TEST(a_tool_that_is_missing_is_named_before_anything_is_made, "whoever reads it installs it") {
    Fixture one;
    const auto checked = [&](const std::vector<Policy>& policies) {
        CarriedEndpoint told = endpoint();
        told.policies = policies;
        told.network.translates = false;
        return refusal_to([&] { one.wire->check({told}); });
    };
    CHECK(same("", checked({kAccess, kMapping, kSpeed})));
    one.tools.remove("tc");
    CHECK(same("", checked({kAccess, kMapping})));
    CHECK(same("the program tc, which carries policies QOS, was not found; remedy: install iproute2 (iproute-tc of Fedora)",
               checked({kSpeed})));
    one.tools.remove("nft");
    const std::string filter =
        "the program nft, which carries policies ACL, NetworkACL, PortMapping and OutBoundNAT, was not found; remedy: install nftables";
    CHECK(same("", checked({})) && same(filter, checked({kAccess})) && same(filter, checked({kMapping})));
    one.tools.remove("ip");
    CHECK(same("the program ip, which carries adapters, addresses and routes of containers, was not found; remedy: install iproute2",
               checked({})));
    CHECK(same("", refusal_to([&] { one.wire->check({}); })));
    one.tools.remove("nsenter");
    CHECK(same("the program nsenter, which carries networks of containers, was not found; remedy: install util-linux",
               refusal_to([&] { one.wire->check({}); })));
}
