/* Who is plugged in where, by itself: what whoever carries packets is told, and whoever leads the machine's ports, step by step. */
#include "harness.h"

#include <atomic>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "network/plane.h"
#include "texts.h"

using namespace hcsffi;

namespace {

constexpr uint32_t kHolder = 42;

std::string number(uint64_t value) { return std::to_string(value); }

/* Writes down what it is told; what begins as `refused` says is refused. */
struct Said {
    std::string text, refused;

    void add(const std::string& what) {
        text += (text.empty() ? "" : ", ") + what;
        if (!refused.empty() && what.compare(0, refused.size(), refused) == 0) throw Refusal(kServiceNotAvailable, what);
    }
    std::string taken() {
        std::string now;
        now.swap(text);
        return now;
    }
};

class SaidWire final : public Wire {
  public:
    explicit SaidWire(Said& said) : said_(said) {}

    bool carries() const override { return true; }
    void check(const std::vector<CarriedEndpoint>& endpoints) override {
        std::string ids;
        for (const CarriedEndpoint& one : endpoints) ids += " " + one.id;
        said_.add("check" + ids);
    }
    uint32_t open_holder() override {
        said_.add("open holder");
        return kHolder;
    }
    void close_holder() noexcept override { said_.add("close holder"); }
    void plug(const CarriedEndpoint& endpoint, uint32_t process, unsigned place) override {
        said_.add("plug " + endpoint.id + " at " + number(place) + " of " + number(process));
    }
    void shape(const CarriedEndpoint& endpoint, uint32_t process) override { said_.add("shape " + endpoint.id + " of " + number(process)); }
    void cut(const std::string& endpoint_id, uint32_t process) override { said_.add("cut " + endpoint_id + " of " + number(process)); }
    void forget(const std::string& endpoint_id) noexcept override { said_.add("forget " + endpoint_id); }
    void drop_network(const std::string& network_id) noexcept override { said_.add("drop " + network_id); }
    Carriage count(const std::string&) override { return {}; }

  private:
    Said& said_;
};

class SaidOutlets final : public Outlets {
  public:
    explicit SaidOutlets(Said& said) : said_(said) {}

    void open(const Outlet& outlet) override {
        std::string text = "lead to " + outlet.endpoint_id + " in " + number(outlet.holder) + " " + outlet.network_type;
        for (const Address& one : outlet.addresses) text += " " + text_of(one);
        for (const Policy& one : outlet.policies) text += " " + one.type;
        said_.add(text);
    }
    void close(const std::string& endpoint_id) noexcept override { said_.add("lead no more to " + endpoint_id); }

  private:
    Said& said_;
};

/* A plane, and what it has said. */
struct Site {
    Said said;
    SaidOutlets outlets{said};
    Plane plane{std::make_unique<SaidWire>(said)};

    explicit Site(bool leads = false) {
        if (leads) plane.lead(&outlets);
    }

    Joining join(const std::string& namespace_id, const std::vector<CarriedEndpoint>& endpoints = {}) {
        Plane::Turn turn = plane.turn();
        return plane.join(turn, namespace_id, endpoints);
    }
    /* A container that runs. */
    uint64_t run(const std::string& namespace_id, uint32_t process, const std::vector<CarriedEndpoint>& endpoints = {}) {
        const uint64_t ticket = join(namespace_id, endpoints).ticket;
        plane.connect(namespace_id, ticket, process, endpoints);
        said.taken();
        return ticket;
    }
};

CarriedEndpoint endpoint(const std::string& id) {
    CarriedEndpoint one;
    one.id = id;
    return one;
}

std::string resolver(const std::vector<NameService>& names) {
    std::vector<CarriedEndpoint> endpoints;
    for (const NameService& each : names) {
        endpoints.push_back(endpoint("e"));
        endpoints.back().names = each;
    }
    Site site;
    return site.join("a", endpoints).resolver;
}

}  // namespace

TEST(the_first_container_brings_the_adapters_and_the_last_takes_them_along, "all containers of a namespace have one network") {
    Site site;
    const Joining first = site.join("a", {endpoint("e1"), endpoint("e2")});
    CHECK(same("check e1 e2, open holder", site.said.taken()));
    CHECK(first.ticket == 1 && first.holder == kHolder && first.peer == 0);
    site.plane.plug("a", endpoint("e3")); /* its container has not come */
    CHECK(same("", site.said.taken()));
    site.plane.connect("a", first.ticket, 1, {endpoint("e1"), endpoint("e2")});
    CHECK(same("plug e1 at 0 of 1, plug e2 at 1 of 1", site.said.taken()));
    const Joining second = site.join("a", {endpoint("e1"), endpoint("e2")});
    CHECK(second.ticket == 2 && second.holder == kHolder && second.peer == 1);
    site.said.taken();
    site.plane.connect("a", second.ticket, 200, {endpoint("e1"), endpoint("e2"), endpoint("e3")});
    CHECK(same("plug e3 at 2 of 1", site.said.taken())); /* what has come since */
    site.plane.leave("a", first.ticket);
    site.plane.leave("nowhere", second.ticket);
    site.plane.leave("a", 77);
    CHECK(same("", site.said.taken()));
    site.plane.cut("e1");
    CHECK(same("cut e1 of 200", site.said.taken()));
    site.plane.plug("a", endpoint("e4"));
    CHECK(same("check e4, plug e4 at 0 of 200", site.said.taken())); /* the place that is free */
    CHECK(site.plane.carries_some() && site.plane.is_plugged("e2") && !site.plane.is_plugged("e1"));
    const uint64_t other = site.run("b", 300, {endpoint("e5")});
    site.plane.leave("a", second.ticket);
    CHECK(same("forget e2, forget e3, forget e4", site.said.taken()));
    CHECK(!site.plane.is_plugged("e2") && site.plane.is_plugged("e5"));
    site.plane.drop_network("n");
    CHECK(same("drop n", site.said.taken()));
    site.plane.leave("b", other);
    CHECK(same("forget e5, close holder", site.said.taken()));
    site.plane.drop_network("n"); /* it is gone with the holder */
    CHECK(same("", site.said.taken()));
    CHECK(!site.plane.carries_some());
    CHECK_EQUAL(0, site.join("a").peer);
}

TEST(an_endpoint_that_is_carried_is_shaped_and_led_to, "its rules and the machine's ports follow its policies") {
    Site site(true);
    CarriedEndpoint one = endpoint("e1");
    one.network.type = "NAT";
    one.addresses = {{*read_address("10.0.0.2"), 24}, {*read_address("fd00::2"), 64}};
    one.policies = {{"ACL", "{}"}};
    const uint64_t ticket = site.join("a", {one}).ticket;
    site.said.taken();
    site.plane.connect("a", ticket, 100, {one});
    CHECK(same("plug e1 at 0 of 100, lead to e1 in 42 NAT 10.0.0.2 fd00::2 ACL", site.said.taken()));
    one.policies = {{"QOS", "{}"}, {"PortMapping", "{}"}};
    site.plane.shape(one);
    CHECK(same("check e1, shape e1 of 100, lead to e1 in 42 NAT 10.0.0.2 fd00::2 QOS PortMapping", site.said.taken()));
    site.plane.shape(endpoint("e2"));
    site.plane.cut("e2");
    site.plane.plug("b", endpoint("e2"));
    CHECK(same("", site.said.taken())); /* it is plugged in nowhere */
    site.plane.cut("e1");
    CHECK(same("cut e1 of 100, lead no more to e1", site.said.taken()));
    site.plane.plug("a", one);
    site.said.taken();
    site.plane.leave("a", ticket);
    CHECK(same("lead no more to e1, forget e1, close holder", site.said.taken()));
}

TEST(what_is_refused_leaves_nothing_plugged, "the next one to come would find its place taken, or wait for somebody who never runs") {
    Site site(true);
    const auto refusal = [&](const char* refused, const std::function<void()>& work) {
        site.said.refused = refused;
        const std::string reason = refusal_of(work, kServiceNotAvailable);
        site.said.refused.clear();
        return reason;
    };
    CHECK(same("check e1", refusal("check", [&] { site.join("a", {endpoint("e1")}); })));
    CHECK(same("check e1", site.said.taken()));
    CHECK(same("open holder", refusal("open", [&] { site.join("a"); })));
    CHECK(same("check, open holder, close holder", site.said.taken()));
    const uint64_t ticket = site.join("a").ticket;
    site.said.taken();
    CHECK(same("plug e1 at 0 of 100", refusal("plug", [&] { site.plane.connect("a", ticket, 100, {endpoint("e1")}); })));
    CHECK(!site.plane.is_plugged("e1") && !site.plane.carries_some());
    site.said.taken();
    site.plane.plug("a", endpoint("e1")); /* the container does not run */
    CHECK(same("", site.said.taken()));
    site.plane.connect("a", ticket, 100, {});
    CHECK(same("lead to e1 in 42 ", refusal("lead to", [&] { site.plane.plug("a", endpoint("e1")); })));
    CHECK(same("check e1, plug e1 at 0 of 100, lead to e1 in 42 , cut e1 of 100", site.said.taken()));
    CHECK(!site.plane.is_plugged("e1"));
    site.plane.plug("a", endpoint("e2"));
    CHECK(same("check e2, plug e2 at 0 of 100, lead to e2 in 42 ", site.said.taken()));
    CHECK(same("cut e2 of 100", refusal("cut", [&] { site.plane.cut("e2"); })));
    CHECK(site.plane.is_plugged("e2") && same("cut e2 of 100", site.said.taken()));
    for (const char* refused : {"check", "shape"}) {
        CHECK(!refusal(refused, [&] { site.plane.shape(endpoint("e2")); }).empty());
        CHECK(site.plane.is_plugged("e2"));
    }
}

TEST(everybody_leaves_when_the_host_ends, "nothing of the machine's stays changed behind it") {
    Site site(true);
    site.run("a", 100, {endpoint("e1")});
    site.run("b", 200, {endpoint("e2")});
    site.plane.clear();
    CHECK(same("lead no more to e1, forget e1, lead no more to e2, forget e2, close holder", site.said.taken()));
    CHECK(!site.plane.carries_some());
    site.plane.drop_network("n");
    CHECK(same("", site.said.taken()));
    CHECK_EQUAL(0, site.join("a").peer);
}

TEST(whoever_joins_waits_for_the_one_that_opens_the_namespace, "two that start at once would make two networks of it") {
    const struct {
        const char* what;
        std::function<void(Site&, uint64_t)> ends;
        uint32_t peer;
    } ways[] = {
        {"it runs", [](Site& site, uint64_t ticket) { site.plane.connect("a", ticket, 100, {}); }, 100},
        {"it has not come", [](Site& site, uint64_t ticket) { site.plane.leave("a", ticket); }, 0},
        {"the host has ended", [](Site& site, uint64_t) { site.plane.clear(); }, 0},
    };
    for (const auto& way : ways) {
        Site site;
        const uint64_t ticket = site.join("a").ticket;
        std::atomic<bool> has_turn{false}, has_joined{false};
        Joining joining;
        std::thread second([&] {
            Plane::Turn turn = site.plane.turn();
            has_turn = true;
            joining = site.plane.join(turn, "a", {});
            has_joined = true;
        });
        while (!has_turn) std::this_thread::yield();
        bool waited = false;
        {
            const Plane::Turn turn = site.plane.turn(); /* there is one only when the other waits */
            waited = !has_joined;
            way.ends(site, ticket);
        }
        second.join();
        if (!waited || joining.peer != way.peer) fprintf(stderr, "%s\n", way.what);
        CHECK(waited && joining.ticket == ticket + 1);
        CHECK_EQUAL(way.peer, joining.peer);
    }
}

TEST(a_container_s_resolver_says_what_its_endpoints_say,
     "each server and domain once, in the order of the endpoints, and no line that is none") {
    NameService one, two, odd;
    one.domain = "one.example";
    one.search = {"a.example", "b.example"};
    one.servers = {"10.0.0.53", "10.0.0.54"};
    one.options = {"ndots:5"};
    two.domain = "b.example";
    two.search = {"one.example", "c.example"};
    two.servers = {"10.0.0.54", "fd00::53"};
    two.options = {"ndots:5", "edns0"};
    odd.domain = "with blank";
    odd.search = {"", "line\nend", "tab\t", "\x01", "!", "\xc3\xa9"};
    odd.servers = {" 10.0.0.55"};
    odd.options = {"a b"};
    CHECK(
        same("nameserver 10.0.0.53\nnameserver 10.0.0.54\nnameserver fd00::53\nsearch one.example a.example b.example c.example\n"
             "options ndots:5 edns0\n",
             resolver({one, two})));
    CHECK(same("search ! \xc3\xa9\n", resolver({odd})));
    CHECK(same("# no name servers\n", resolver({})) && same("# no name servers\n", resolver({NameService()})));
}
