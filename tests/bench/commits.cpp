#include "bench/commits.hpp"

#include <cstddef>
#include <optional>
#include <ostream>
#include <vector>

#include "bench/bare_append.hpp"
#include "bench/served_rooms.hpp"
#include "bench/temporary_folder.hpp"

namespace rostrum::bench {
CommitFigures measure_commits(const CommitPlan& plan) {
    const TemporaryFolder folder(plan.folder);
    BareAppend file(folder.path() / "bare", bytes_an_act);
    ServedRooms one(folder.path() / "one", 1);
    ServedRooms many(folder.path() / "many", plan.rooms);
    one.grow(plan.acts_before);
    many.grow(plan.acts_before);

    std::optional<ServedRooms> one_of_several;
    std::optional<ServedRooms> many_of_several;
    if (plan.etcd) {
        replica::EtcdSettings etcd = *plan.etcd;
        one_of_several.emplace(folder.path() / "one-of-several", 1, etcd);
        etcd.prefix = "/many/";
        many_of_several.emplace(folder.path() / "many-of-several", plan.rooms, etcd);
    }

    std::vector<double> replicated_us;
    std::vector<double> replicated_ratios;
    std::vector<double> replicated_commands;
    std::vector<double> bare_us;
    std::vector<double> single_us;
    std::vector<double> ratios;
    std::vector<double> commands_a_second;
    std::vector<double> acts_a_commit;
    for (int round = 0; round < plan.rounds; ++round) {
        bare_us.push_back(file.median_us(plan.single_commands));
        single_us.push_back(quartiles_of(one.one_at_a_time(plan.single_commands)).median);
        ratios.push_back(single_us.back() / bare_us.back());
        const Work work = many.all_at_once(plan.waiting_in_each, plan.busy_for);
        const auto commands = static_cast<double>(work.commands);
        commands_a_second.push_back(commands / work.seconds);
        acts_a_commit.push_back(commands / static_cast<double>(work.commits));
        if (!plan.etcd) continue;
        replicated_us.push_back(
            quartiles_of(one_of_several->one_at_a_time(plan.single_commands)).median);
        replicated_ratios.push_back(replicated_us.back() / bare_us.back());
        const Work shared = many_of_several->all_at_once(plan.waiting_in_each, plan.busy_for);
        replicated_commands.push_back(static_cast<double>(shared.commands) / shared.seconds);
    }
    return {plan,
            quartiles_of(std::move(bare_us)),
            quartiles_of(std::move(single_us)),
            quartiles_of(std::move(ratios)),
            quartiles_of(std::move(commands_a_second)),
            quartiles_of(std::move(acts_a_commit)),
            quartiles_of(std::move(replicated_us)),
            quartiles_of(std::move(replicated_ratios)),
            quartiles_of(std::move(replicated_commands))};
}

void print(std::ostream& out, const CommitFigures& figures) {
    out << "append and fdatasync, µs           " << text(figures.bare_us, 0) << '\n'
        << "command to Accepted, one room, µs  " << text(figures.single_us, 0) << '\n'
        << "  times the append                 " << text(figures.single_to_bare, 2) << '\n'
        << "commands a second, " << figures.plan.rooms << " rooms       "
        << text(figures.commands_a_second, 0) << '\n'
        << "  acts a commit                    " << text(figures.acts_a_commit, 0) << '\n';
    if (!figures.plan.etcd) return;
    out << "the same through three members of etcd on this machine\n"
        << "command to Accepted, one room, µs  " << text(figures.replicated_us, 0) << '\n'
        << "  times the append                 " << text(figures.replicated_to_bare, 2) << '\n'
        << "commands a second, " << figures.plan.rooms << " rooms       "
        << text(figures.replicated_commands_a_second, 0) << '\n';
}

}  // namespace rostrum::bench
