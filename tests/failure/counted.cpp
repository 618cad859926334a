/* The counted failure: every allocation, thread, process and system call of the host and its reaper fails at its k-th time, for every
 * k, and their processes are killed at every k-th call; each time over one whole life, of which nothing may be left.
 *
 *     counted                 everything, with a table
 *     counted host/open       what begins so: a role, a role and a call, or with the error, too
 *     counted --sample ...    k = 1, 2, 4, 8 ... only
 *     counted --every N/M ... every M-th k from N on: a share, 1/2 and 2/2 are the halves of the whole
 *     counted --for-good ...  what begins to fail goes on failing until the life has come to its end
 *     counted --list ...      the plans of the sample, not tried
 *     counted --plan P        one life, with everything it said
 *     counted --plans FILE    the plans of a file, one a line, # for comments; nothing is printed of those that go well
 *     counted --limit S ...   a life that takes longer than so many seconds hangs (40)
 *     counted --life N ...    another life than that of a system: enclosed_life, network_life, storage_life; before what asks for lives
 *
 * A life's own folder is made in TMPDIR, /tmp if unset; in memory (/dev/shm) lives of layers are several times as quick as on a disk.
 *
 * The exit status is 0 when every life kept its word, 1 when one did not, 77 when calls cannot be intercepted here.
 */
#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "trial.h"

using namespace failure;

namespace {

constexpr int kImpossible = 77;

struct Wish {
    bool sample = false;
    int first = 1, step = 1;
    bool for_good = false;
    bool list = false;
    std::vector<std::string> beginnings;
};

struct Row {
    std::string name;
    int reached = 0;
    int lives = 0;
    int faulty = 0;
    double slowest_s = 0;
    std::set<std::string> codes;
};

std::string life_beside_this(const std::string& name) {
    char file[PATH_MAX];
    const ssize_t length = readlink("/proc/self/exe", file, sizeof file);
    const std::string mine(file, length > 0 ? static_cast<std::size_t>(length) : 0);
    return mine.substr(0, mine.rfind('/') + 1) + name;
}

void print_faults(const Plan& plan, const Result& result) {
    for (const std::string& fault : result.faults) printf("  FAULT %s: %.2000s\n", plan.text().c_str(), fault.c_str());
    fflush(stdout);
}

void note(Row* row, const Result& result) {
    ++row->lives;
    row->faulty += result.faults.empty() ? 0 : 1;
    row->slowest_s = std::max(row->slowest_s, result.seconds);
    for (const std::string& refused : result.refused) row->codes.insert(refused.substr(refused.size() - 10));
}

void list_row(Plan plan, int count) {
    for (plan.k = 1; plan.k <= count; plan.k *= 2) puts(plan.text().c_str());
}

int count_of(const Result& undisturbed, const Plan& plan) {
    return plan.call ? undisturbed.counts.at({plan.role, plan.call}) : undisturbed.all_calls.at(plan.role);
}

Row try_row(const std::string& life, const Wish& wish, Plan plan) {
    Row row;
    row.name = plan.text().substr(0, plan.text().rfind('/')) + (wish.for_good ? "+" : "");
    plan.for_good = wish.for_good;
    for (plan.k = wish.first;; plan.k = wish.sample ? plan.k * 2 : plan.k + wish.step) {
        const Result result = try_life(life, plan);
        if (!result.reached && result.faults.empty()) return row;
        note(&row, result);
        print_faults(plan, result);
        row.reached = plan.k;
    }
}

void print_row(const Row& row) {
    std::string codes;
    for (const std::string& code : row.codes) codes += " " + code.substr(2);
    printf("%-34s %6d %6d %8.1f  %-18s%s\n", row.name.c_str(), row.reached, row.lives, row.slowest_s,
           row.faulty == 0 ? "nothing" : (std::to_string(row.faulty) + " faulty").c_str(), codes.c_str());
    fflush(stdout);
}

// Whatever one undisturbed life does, failing in every way it can.
std::vector<Plan> rows_of(const Result& undisturbed, const Wish& wish) {
    std::vector<Plan> rows;
    const auto take = [&rows, &wish](const Plan& plan) {
        const std::string text = plan.text();
        bool wanted = wish.beginnings.empty();
        for (const std::string& one : wish.beginnings) wanted = wanted || text.rfind(one, 0) == 0;
        // What is asked again after EINTR or EAGAIN is asked for ever when that goes on for ever.
        const bool endless = wish.for_good && (!plan.call || plan.error == error_named("EINTR") || plan.error == error_named("EAGAIN"));
        if (wanted && !endless) rows.push_back(plan);
    };
    for (const auto& [key, count] : undisturbed.counts)
        for (const int error : key.second->errors) take({key.first, key.second, error, 1, false});
    for (const auto& [role, count] : undisturbed.all_calls) take({role, nullptr, 0, 1, false});
    return rows;
}

int try_everything(const std::string& life, const Wish& wish) {
    const Result undisturbed = try_life(life, Plan{});
    if (!undisturbed.impossible.empty()) {
        printf("not possible here: %s\n", undisturbed.impossible.c_str());
        return kImpossible;
    }
    print_faults(Plan{}, undisturbed);
    if (!undisturbed.faults.empty()) return 1;
    if (wish.list) {
        for (const Plan& plan : rows_of(undisturbed, wish)) list_row(plan, count_of(undisturbed, plan));
        return 0;
    }
    Row all;
    printf("%-34s %6s %6s %8s  %-18s%s\n", "role/call/error", "k", "lives", "slowest", "left or wrong", " refused with");
    for (const Plan& plan : rows_of(undisturbed, wish)) {
        const Row row = try_row(life, wish, plan);
        print_row(row);
        all.lives += row.lives;
        all.faulty += row.faulty;
        all.reached = std::max(all.reached, row.reached);
        all.slowest_s = std::max(all.slowest_s, row.slowest_s);
    }
    all.name = "all";
    print_row(all);
    return all.faulty == 0 ? 0 : 1;
}

int try_one(const std::string& life, const std::string& text) {
    const Plan plan = Plan::of(text);
    if (plan.k == 0 && text != "nothing") {
        fprintf(stderr, "%s is no plan\n", text.c_str());
        return 2;
    }
    const Result result = try_life(life, plan, true);
    if (!result.impossible.empty()) printf("not possible here: %s\n", result.impossible.c_str());
    if (!result.impossible.empty()) return kImpossible;
    fputs(result.said.c_str(), stdout);
    for (const auto& [key, count] : result.counts) printf("%s/%s: %d\n", name_of(key.first), key.second->name, count);
    printf("%.2f s, of them %.0f%% without a processor; %s\n", result.seconds, 100 * result.starved,
           plan.k == 0      ? "nothing failed"
           : result.reached ? "reached"
                            : "not reached");
    print_faults(plan, result);
    return result.faults.empty() ? 0 : 1;
}

int try_listed(const std::string& life, const std::string& path) {
    std::ifstream file(path);
    int lives = 0, faulty = 0, missed = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line[0] == '#') continue;
        const Plan plan = Plan::of(line);
        if (plan.k == 0) return fprintf(stderr, "%s is no plan\n", line.c_str()), 2;
        const Result result = try_life(life, plan);
        if (!result.impossible.empty()) return printf("not possible here: %s\n", result.impossible.c_str()), kImpossible;
        print_faults(plan, result);
        ++lives;
        faulty += result.faults.empty() ? 0 : 1;
        missed += result.reached ? 0 : 1;
    }
    printf("%d lives, %d of them not disturbed, %d faulty\n", lives, missed, faulty);
    return faulty == 0 ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
    std::string life = life_beside_this("life");
    Wish wish;
    for (int at = 1; at < count; ++at) {
        const std::string word = arguments[at];
        const bool has_next = at + 1 < count;
        if (word == "--plan" && has_next) return try_one(life, arguments[at + 1]);
        if (word == "--plans" && has_next) return try_listed(life, arguments[at + 1]);
        if (word == "--life" && has_next) {
            life = life_beside_this(arguments[++at]);
        } else if (word == "--sample") {
            wish.sample = true;
        } else if (word == "--every" && has_next) {
            const std::string share = arguments[++at];
            wish.first = std::max(1, atoi(share.c_str()));
            wish.step = std::max(1, atoi(share.substr(share.find('/') + 1).c_str()));
        } else if (word == "--for-good") {
            wish.for_good = true;
        } else if (word == "--list") {
            wish.list = true;
        } else if (word == "--limit" && has_next) {
            limit_s = atoi(arguments[++at]);
        } else {
            wish.beginnings.push_back(word);
        }
    }
    return try_everything(life, wish);
}
