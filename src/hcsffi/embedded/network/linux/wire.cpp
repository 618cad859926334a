/* Networks of Linux, by the machine's own tools.
 *
 * The holder is a tree like a container's, with a user, a network and a process namespace of its own, in which nothing runs but its reaper.
 * It is opened with the first container and ended with the last; whoever kills this process ends it, and the kernel everything in it.
 * The tools are started outside and enter its user and network namespace, or its user namespace and a container's network namespace, by
 * nsenter: there they have every right, on the machine none.
 *
 * A network is a bridge in the holder, with the addresses of its gateways where Windows' host would have them. An endpoint is a pair of
 * adapters, one on the bridge, one in the container. Names count upwards and are used once.
 */
#include <atomic>
#include <cstdio>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <utility>

#include "ground/insist.h"
#include "network/linux/ruleset.h"
#include "network/wire.h"
#include "processes/linux/program.h"
#include "processes/linux/toolbox.h"

namespace hcsffi {

namespace {

using ruleset::Named;

using Tool = MachineProgram;

constexpr const char* kShell = "/bin/sh";
// The settings of the network namespace that is entered. Where /proc is read-only, as in most containers, programs of an ordinary user
// listen from 1024 on, and nothing is translated.
constexpr const char* kOpenPorts = "{ echo 0 >/proc/sys/net/ipv4/ip_unprivileged_port_start; } 2>/dev/null; exec \"$0\" -batch -";
constexpr const char* kForward =
    "echo 1 >/proc/sys/net/ipv4/ip_forward || exit; { echo 1 >/proc/sys/net/ipv6/conf/all/forwarding; } 2>/dev/null; true";

std::string program_of(const Tool& tool) {
    std::string program = find_program(tool.name);
    if (program.empty()) throw Refusal(kServiceNotAvailable, missing(tool));
    return program;
}

std::string namespace_file(uint32_t process, const char* kind) { return "/proc/" + std::to_string(process) + "/ns/" + kind; }

// As the tools write it.
std::string hardware_text(uint64_t address) {
    char text[18];
    snprintf(text, sizeof text, "%02x:%02x:%02x:%02x:%02x:%02x", static_cast<unsigned>(address >> 40 & 255),
             static_cast<unsigned>(address >> 32 & 255), static_cast<unsigned>(address >> 24 & 255),
             static_cast<unsigned>(address >> 16 & 255), static_cast<unsigned>(address >> 8 & 255), static_cast<unsigned>(address & 255));
    return text;
}

std::string one_line(std::string text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
    for (char& one : text)
        if (one == '\n') one = ' ';
    return text;
}

std::string remedy_for(const Tool& tool, const std::string& said) {
    const bool unknown = said.find("not supported") != std::string::npos || said.find("Unknown device type") != std::string::npos ||
                         said.find("No such file or directory") != std::string::npos || said.find("Protocol error") != std::string::npos;
    if (!unknown) return {};
    if (std::string(tool.name) == kAdapters.name) return "; remedy: a kernel with the modules bridge and veth (modprobe bridge veth)";
    if (std::string(tool.name) == kFilter.name) return "; remedy: a kernel with the modules nf_tables, nft_ct and nft_nat";
    return "; remedy: a kernel with the module sch_tbf";
}

// The bits behind a prefix are nobody's business, and the tool refuses them.
std::string destination_text(const std::string& destination) {
    const auto prefix = read_prefix(destination);
    return prefix ? text_of(exact(*prefix)) : destination;
}

constexpr uint64_t kSixMetric = 1024;  // what the kernel gives a route of IPv6 that names none

class Holder final : public TreeListener {
  public:
    void process_ended(ProcessKey, const ProcessEnd&) noexcept override {}
    void tree_lost(const SpawnOutcome&) noexcept override { lost_.store(true); }
    bool is_lost() const { return lost_.load(); }

    std::unique_ptr<ProcessTree> tree;
    std::unique_ptr<Toolbox> tools;
    uint32_t process{};

  private:
    std::atomic<bool> lost_{false};
};

struct Bridge {
    std::string name;
    std::set<std::string> gateways;
};

struct Port {
    std::string name;     // on the bridge
    std::string adapter;  // in the container
    CarriedEndpoint endpoint;
    bool filtered = false;  // rules have been told in its container
    bool slowed = false;
};

class LinuxWire final : public Wire {
  public:
    explicit LinuxWire(Host& host) : host_(host) {}

    bool carries() const override { return true; }

    void check(const std::vector<CarriedEndpoint>& endpoints) override {
        program_of(kEnterNetworks);
        for (const CarriedEndpoint& endpoint : endpoints) {
            program_of(kAdapters);
            if (ruleset::has_access_rules(endpoint) || ruleset::is_translated(endpoint)) program_of(kFilter);
            if (ruleset::bandwidth(endpoint) != 0) program_of(kTraffic);
        }
    }

    uint32_t open_holder() override {
        if (holder_ && !holder_->is_lost()) return holder_->process;
        close_holder();
        const auto holder = std::make_shared<Holder>();
        const auto spawner = host_.spawner();
        Enclosure enclosure;
        enclosure.network.kind = NetworkKind::holder;
        const SpawnOutcome opened = spawner->open_enclosed_tree(holder, enclosure, &holder->tree);
        if (!opened.ok()) throw Refusal(kServiceNotAvailable, "opening what holds networks: " + opened.text);
        holder->process = holder->tree->first_process();
        holder->tools = std::make_unique<Toolbox>(*spawner);
        holder_ = holder;
        return holder_->process;
    }

    void close_holder() noexcept override {
        bridges_.clear();
        ports_.clear();
        left_.clear();
        translates_ = false;
        if (!holder_) return;
        (void)holder_->tree->terminate();
        holder_.reset();
    }

    void plug(const CarriedEndpoint& endpoint, uint32_t process, unsigned place) override {
        if (!holder_ || holder_->is_lost()) throw Refusal(kServiceNotAvailable, "what held the networks has been ended from outside");
        take_left_away();
        cut(endpoint.id, process);  // one that an earlier refusal could not take away
        const Bridge& bridge = bridge_of(endpoint.network);
        Port port{"hp" + std::to_string(++names_), "eth" + std::to_string(place), endpoint};
        const std::string pair = "link add " + port.name + " type veth peer name " + port.adapter + " address " +
                                 hardware_text(endpoint.hardware) + " netns " + namespace_file(process, "net") + "\n";
        use(kAdapters, holder_->process, {"-batch", "-"}, pair + "link set " + port.name + " master " + bridge.name + " up\n",
            "making the adapter of the endpoint " + endpoint.id);
        const auto entered = ports_.emplace(endpoint.id, std::move(port)).first;
        try {
            // The network is the container's own, so its programs may listen at every port.
            const ToolAnswer answer = enter(process, {kShell, "-c", kOpenPorts, program_of(kAdapters)}, addresses(entered->second, place));
            if (!answer.ok()) throw refused(kAdapters, "giving the endpoint " + endpoint.id + " its addresses", answer);
            apply(entered->second, process);
        } catch (...) {
            const std::string name = entered->second.name;
            const bool translated = ruleset::is_translated(endpoint);
            ports_.erase(entered);
            take_away(name);
            if (translated) insist_on_translation();
            throw;
        }
    }

    void shape(const CarriedEndpoint& endpoint, uint32_t process) override {
        const auto found = ports_.find(endpoint.id);
        if (found == ports_.end()) return;
        Port& port = found->second;
        const CarriedEndpoint before = std::exchange(port.endpoint, endpoint);
        try {
            bridge_of(endpoint.network);
            apply(port, process, ruleset::is_translated(before));
        } catch (const Refusal& refusal) {
            port.endpoint = before;
            const std::string lost = why_not_again(port, process, ruleset::is_translated(endpoint));
            if (lost.empty()) throw;
            throw Refusal(refusal.code(), std::string(refusal.what()) + "; setting again what it had before failed, too: " + lost);
        } catch (...) {
            port.endpoint = before;
            why_not_again(port, process, ruleset::is_translated(endpoint));
            throw;
        }
    }

    void cut(const std::string& endpoint_id, uint32_t process) override {
        const auto found = ports_.find(endpoint_id);
        if (found == ports_.end()) return;
        if (holder_ && !holder_->is_lost()) {
            const ToolAnswer answer = enter(kAdapters, holder_->process, {"link", "del", found->second.name}, "");
            if (!is_gone(answer)) throw refused(kAdapters, "taking the adapter of the endpoint " + endpoint_id + " away", answer);
            if (found->second.filtered) drop_rules(found->second, process);
        }
        forget(endpoint_id);
    }

    void forget(const std::string& endpoint_id) noexcept override {
        const auto found = ports_.find(endpoint_id);
        if (found == ports_.end()) return;
        const bool translated = ruleset::is_translated(found->second.endpoint);
        ports_.erase(found);
        if (translated) insist_on_translation();
    }

    void drop_network(const std::string& network_id) noexcept override {
        const auto found = bridges_.find(network_id);
        if (found == bridges_.end()) return;
        const std::string name = found->second.name;
        bridges_.erase(found);
        if (holder_ && !holder_->is_lost()) take_away(name);
    }

    // "hp3: bytes packets errs drop fifo frame compressed multicast" of what the bridge receives, then the same of what it sends.
    Carriage count(const std::string& endpoint_id) override {
        const auto found = ports_.find(endpoint_id);
        if (found == ports_.end() || !holder_) return {};
        std::ifstream file("/proc/" + std::to_string(holder_->process) + "/net/dev");
        for (std::string line; std::getline(file, line);) {
            const size_t colon = line.find(':');
            const size_t start = line.find_first_not_of(' ');
            if (colon == std::string::npos || line.substr(start, colon - start) != found->second.name) continue;
            std::istringstream figures(line.substr(colon + 1));
            uint64_t all[16] = {};
            for (uint64_t& one : all) figures >> one;
            Carriage carriage;
            carriage.bytes_sent = all[0];
            carriage.packets_sent = all[1];
            carriage.dropped_outgoing = all[3];
            carriage.bytes_received = all[8];
            carriage.packets_received = all[9];
            carriage.dropped_incoming = all[11];
            return carriage;
        }
        return {};
    }

  private:
    static bool is_gone(const ToolAnswer& answer) { return answer.ok() || answer.said.find("Cannot find device") != std::string::npos; }

    // What stays is taken away before the next endpoint comes: an adapter whose name that one is to have, a bridge with its gateway.
    void take_away(const std::string& name) noexcept {
        insist([&] { left_.push_back(name); });
        try {
            if (is_gone(enter(kAdapters, holder_->process, {"link", "del", name}, ""))) left_.pop_back();
        } catch (const std::exception&) {
            // It is among those that are left.
        }
    }

    void take_left_away() {
        for (; !left_.empty(); left_.pop_back()) {
            const ToolAnswer answer = enter(kAdapters, holder_->process, {"link", "del", left_.back()}, "");
            if (!is_gone(answer)) throw refused(kAdapters, "taking away what a failure has left", answer);
        }
    }

    // They would meet the next adapter of that name.
    void drop_rules(const Port& port, uint32_t process) {
        const ToolAnswer answer = enter(kFilter, process, {"delete", "table", "inet", ruleset::table_of(port.adapter)}, "");
        const bool gone = answer.ok() || answer.said.find("No such file or directory") != std::string::npos;
        if (!gone) throw refused(kFilter, "taking the access rules of the endpoint " + port.endpoint.id + " away", answer);
    }

    // Empty where the port has again what its endpoint says.
    std::string why_not_again(Port& port, uint32_t process, bool was_translated) {
        try {
            apply(port, process, was_translated);
        } catch (const Refusal& refusal) {
            return refusal.what();
        }
        return {};
    }

    // errors: Refusal where the tool is missing.
    ToolAnswer enter(const Tool& tool, uint32_t process, std::vector<std::string> more, const std::string& input) {
        more.insert(more.begin(), program_of(tool));
        return enter(process, more, input);
    }

    ToolAnswer enter(uint32_t process, const std::vector<std::string>& told, const std::string& input) {
        std::vector<std::string> words{program_of(kEnterNetworks), "--user=" + namespace_file(holder_->process, "user"),
                                       "--net=" + namespace_file(process, "net"), "--preserve-credentials", "--"};
        words.insert(words.end(), told.begin(), told.end());
        return holder_->tools->run(words, input);
    }

    static Refusal refused(const Tool& tool, const std::string& step, const ToolAnswer& answer) {
        const std::string how = answer.ran ? " ended with " + std::to_string(answer.exit_code) : " did not run";
        return Refusal(kServiceNotAvailable, step + ": " + tool.name + how + ": " + one_line(answer.said) + remedy_for(tool, answer.said));
    }

    void use(const Tool& tool, uint32_t process, const std::vector<std::string>& more, const std::string& input, const std::string& step) {
        const ToolAnswer answer = enter(tool, process, more, input);
        if (!answer.ok()) throw refused(tool, step, answer);
    }

    // With the gateways it has now.
    const Bridge& bridge_of(const CarriedNetwork& network) {
        const auto found = bridges_.find(network.id);
        const bool fresh = found == bridges_.end();
        Bridge bridge = fresh ? Bridge{"hb" + std::to_string(++names_), {}} : found->second;
        std::string lines;
        if (fresh) lines = "link add " + bridge.name + " type bridge\nlink set " + bridge.name + " up\n";
        for (const CarriedRange& range : network.ranges) {
            if (!range.gateway) continue;
            const std::string address = text_of(*range.gateway) + "/" + std::to_string(range.prefix.length);
            if (!bridge.gateways.insert(address).second) continue;
            lines += "addr add " + address + " dev " + bridge.name + (range.gateway->six ? " nodad\n" : "\n");
        }
        if (!lines.empty()) {
            const ToolAnswer answer = enter(kAdapters, holder_->process, {"-batch", "-"}, lines);
            if (!answer.ok()) {
                if (fresh) take_away(bridge.name);
                throw refused(kAdapters, "making the network " + network.id, answer);
            }
        }
        untold_ = untold_ || !lines.empty();
        return bridges_[network.id] = std::move(bridge);
    }

    // The first adapter's routes come before those of later ones.
    static std::string addresses(const Port& port, unsigned place) {
        const std::string device = " dev " + port.adapter;
        std::string lines;
        for (const CarriedAddress& one : port.endpoint.addresses)
            lines += "addr add " + text_of(one.address) + "/" + std::to_string(one.prefix_length) + device +
                     (one.address.six ? " nodad\n" : "\n");
        lines += "link set" + device + " up\n";
        for (const Route& route : port.endpoint.routes) {
            const auto hop = read_address(route.next_hop);
            const bool direct = !hop || (hop->high == 0 && hop->low == 0);
            const bool six = route.destination.find(':') != std::string::npos;
            const uint64_t metric = route.metric.value_or(six ? kSixMetric : 0) + place;
            lines += "route add " + destination_text(route.destination) + (direct ? "" : " via " + text_of(*hop)) + device;
            if (!direct) lines += " onlink";
            if (metric != 0) lines += " metric " + std::to_string(metric);
            lines += "\n";
        }
        return lines;
    }

    void apply(Port& port, uint32_t process, bool was_translated = false) {
        const CarriedEndpoint& endpoint = port.endpoint;
        if (ruleset::has_access_rules(endpoint) || port.filtered) {
            use(kFilter, process, {"-f", "-"}, ruleset::access_rules(endpoint, port.adapter),
                "setting the access rules of the endpoint " + endpoint.id);
            port.filtered = ruleset::has_access_rules(endpoint);
        }
        if (ruleset::bandwidth(endpoint) != 0 || port.slowed) slow(port, process);
        if (ruleset::is_translated(endpoint) || was_translated || (translates_ && untold_)) translate();
    }

    void slow(Port& port, uint32_t process) {
        constexpr uint64_t kLeastBurst = 16'384, kBursts = 100;  // room for ten frames, and for what comes in ten milliseconds
        const uint64_t rate = ruleset::bandwidth(port.endpoint);
        const std::string step = "limiting the bandwidth of the endpoint " + port.endpoint.id;
        if (rate == 0) {
            use(kTraffic, process, {"qdisc", "del", "dev", port.adapter, "root"}, "", step);
        } else {
            const std::string burst = std::to_string(std::max(kLeastBurst, rate / kBursts));
            use(kTraffic, process,
                {"qdisc", "replace", "dev", port.adapter, "root", "tbf", "rate", std::to_string(rate) + "bps", "burst", burst, "latency",
                 "100ms"},
                "", step);
        }
        port.slowed = rate != 0;
    }

    // All endpoints on one sheet, which takes the place of the one before at once.
    void translate() {
        std::vector<Named> endpoints;
        for (const auto& [id, port] : ports_) endpoints.emplace_back(port.endpoint, bridges_.at(port.endpoint.network.id).name);
        use(kFilter, holder_->process, {"-f", "-"}, ruleset::translation(endpoints), "translating addresses");
        untold_ = false;
        if (translates_) return;
        // Nothing goes from one network to another before the rules stand.
        const ToolAnswer answer = enter(holder_->process, {kShell, "-c", kForward}, "");
        if (!answer.ok()) throw refused(kFilter, "letting translated packets pass", answer);
        translates_ = true;
    }

    void insist_on_translation() noexcept {
        try {
            if (holder_ && !holder_->is_lost()) translate();
        } catch (const std::exception&) {
            untold_ = true;  // the rules name addresses that nobody has any more; the next change writes them anew
        }
    }

    Host& host_;
    std::shared_ptr<Holder> holder_;
    std::map<std::string, Bridge> bridges_;  // by network
    std::map<std::string, Port> ports_;      // by endpoint
    std::vector<std::string> left_;          // names of adapters and bridges that could not be taken away
    uint64_t names_ = 0;
    bool translates_ = false;
    bool untold_ = false;  // a network or a gateway has come, or an endpoint gone, since the last translation
};

}  // namespace

std::unique_ptr<Wire> make_wire(Host& host) { return std::make_unique<LinuxWire>(host); }

}  // namespace hcsffi
