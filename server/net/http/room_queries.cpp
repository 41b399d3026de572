#include "net/http/room_queries.hpp"

#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "floor/balance.hpp"
#include "floor/figures.hpp"
#include "floor/hour.hpp"
#include "floor/record.hpp"
#include "floor/room_programme.hpp"
#include "net/http/admission.hpp"
#include "net/http/authorize.hpp"
#include "net/http/problem.hpp"
#include "net/http/query.hpp"
#include "net/http/report_query.hpp"
#include "net/http/routes.hpp"
#include "wire/http.hpp"
#include "wire/report/reports.hpp"
#include "wire/report_json.hpp"
#include "wire/sheet/preview.hpp"
#include "wire/sheet/programme_sheet.hpp"

namespace rostrum::net::http {
namespace {

using Place = LongTasks::Place;
using wire::report::RoomMeetings;

/// Answers requests whose token has one of these roles.
Response for_roles(Context& context, const Request& request, const RoomId& room,
                   std::initializer_list<Role> roles,
                   const std::function<Response(const OpenRoom&)>& answer) {
    auto outcome = authorize_as(roles, context, request, room);
    if (auto* refused = std::get_if<Response>(&outcome)) return std::move(*refused);
    return answer(std::get<AuthorizedRoom>(outcome).room);
}

/// nullopt if the query names none.
std::optional<MeetingId> asked_meeting(const Request& request) {
    std::string id = query_value(request.query, "meeting");
    if (id.empty()) return std::nullopt;
    return MeetingId{std::move(id)};
}

/// One meeting, or all.
std::vector<const Meeting*> meetings_of(const Room& room, const std::optional<MeetingId>& wanted) {
    std::vector<const Meeting*> meetings;
    for (const Shared<Meeting>& one : room.proceedings.meetings)
        if (!wanted || one->id == *wanted) meetings.push_back(&*one);
    return meetings;
}

Response no_such_meeting() {
    return problem(404, "UNKNOWN_MEETING", "The room's programme has no such meeting.");
}

/// Null if too many tasks are in hand.
Place place_for(const Context& context) {
    return context.long_tasks ? context.long_tasks->enter() : std::make_shared<int>();
}

/// Replies with the outcome of the work, which keeps its place until it has been sent: a slow
/// client may have a whole record waiting.
void do_long(const std::shared_ptr<LongTasks>& long_tasks, Place place, HasLeft has_left,
             Reply reply, std::function<Response()> work) {
    if (!long_tasks) return reply(work());
    const auto outcome = std::make_shared<Response>();
    auto run = [outcome, place, work = std::move(work)] {
        try {
            *outcome = work();
        } catch (const std::exception&) {
            *outcome = problem(500, "FAULT", {"server_fault", "The server has made a mistake."});
        }
        const auto kept = std::make_shared<std::pair<Frame, Place>>(outcome->body, place);
        outcome->body = Frame(kept, kept->first.get());
    };
    long_tasks->run(std::move(place), std::move(has_left), std::move(run),
                    [outcome, reply = std::move(reply)] { reply(std::move(*outcome)); });
}

void do_long(const Context& context, const Request& request, Reply reply,
             std::function<Response()> work) {
    Place place = place_for(context);
    if (!place) return reply(too_much_work());
    do_long(context.long_tasks, std::move(place), request.has_left, std::move(reply),
            std::move(work));
}

}  // namespace

Response fit(Context& context, const Request& request, const RoomId& room) {
    return for_roles(
        context, request, room, {Role::chair, Role::secretariat}, [&](const OpenRoom& open) {
            const Room& now = open.writer.room();
            const Meeting* meeting = current_meeting(now);
            if (meeting == nullptr || meeting->course == Course::closed)
                return problem(409, "MEETING_CLOSED",
                               {"nothing_to_fit", "There is no meeting to fit into its hour."});
            return json(wire::fit_json(now.revision,
                                       rostrum::fit(*meeting, now.rules, context.clock.now())));
        });
}

Response list_order(Context& context, const Request& request, const RoomId& room) {
    return for_roles(
        context, request, room, {Role::chair, Role::secretariat}, [&](const OpenRoom& open) {
            const auto asked = one_of(request, "by", {"turns", "time", "gender"});
            if (!asked) return unknown_value("by");
            const BalancedBy by = *asked == "turns"  ? BalancedBy::turns
                                  : *asked == "time" ? BalancedBy::time
                                                     : BalancedBy::gender;
            const Room& now = open.writer.room();
            const Meeting* meeting = current_meeting(now);
            if (meeting == nullptr || meeting->course == Course::closed)
                return problem(409, "MEETING_CLOSED",
                               {"nothing_to_arrange", "There is no list to put in order."});
            return json(wire::list_order_json(now.revision, by, balanced(*meeting, now.rules, by)));
        });
}

void request_link(Context& context, const Request& request, const RoomId& room, Reply reply) {
    auto outcome =
        authorize_as({Role::display, Role::chair, Role::secretariat}, context, request, room);
    if (auto* refused = std::get_if<Response>(&outcome)) return reply(std::move(*refused));
    if (!context.request_link)
        return reply(problem(404, "NOT_FOUND", "This server provides no links."));
    context.request_link(
        room, forwarded_origin(request),
        [report_problem = context.report_problem, reply = std::move(reply)](const auto& link) {
            if (const auto* url = std::get_if<std::string>(&link))
                return reply(json(wire::request_link_json(*url)));
            report_problem(std::get<rooms::Unavailable>(link).reason);
            reply(problem(
                503, "NOT_READY",
                {"not_stored", "This cannot be stored at the moment. Nothing was changed."}));
        });
}

void programme(Context& context, const Request& request, const RoomId& room, Reply reply) {
    const auto open = authorize_as({Role::secretariat}, context, request, room);
    if (const auto* refused = std::get_if<Response>(&open)) return reply(*refused);
    const auto asked = report_file(request, {"json", "csv"});
    if (const auto* refused = std::get_if<Response>(&asked)) return reply(*refused);
    do_long(context, request, std::move(reply),
            [now = std::get<AuthorizedRoom>(open).room.writer.room(),
             as = std::get<ReportFile>(asked)] {
                return as.format ? csv(wire::write_programme_csv({plan_of(now)}, as.separator))
                                 : json(wire::room_programme_json(now));
            });
}

void run_sheet(Context& context, const Request& request, const RoomId& room, Reply reply) {
    const auto open = authorize_as({Role::secretariat}, context, request, room);
    if (const auto* refused = std::get_if<Response>(&open)) return reply(*refused);
    const auto asked = report_file(request, {"json", "csv", "xlsx", "docx", "pdf"});
    if (const auto* refused = std::get_if<Response>(&asked)) return reply(*refused);
    const auto reader = one_of(request, "for", {"desk", "everybody"});
    if (!reader) return reply(unknown_value("for"));
    const Room& now = std::get<AuthorizedRoom>(open).room.writer.room();
    const auto wanted = asked_meeting(request);
    if (wanted && find(now, *wanted) == nullptr) return reply(no_such_meeting());
    do_long(context, request, std::move(reply),
            [now, wanted, as = std::get<ReportFile>(asked), is_for_the_desk = *reader == "desk"] {
                const std::vector<RoomMeetings> rooms{{&now, meetings_of(now, wanted)}};
                const auto document =
                    wire::report::run_sheet(rooms,
                                            is_for_the_desk ? wire::report::SheetFor::desk
                                                            : wire::report::SheetFor::everybody,
                                            wire::report::Words{as.language});
                return as.format ? file(document, as) : json(wire::document_json(document));
            });
}

void preview(Context& context, const Request& request, Reply reply) {
    const auto grant = grant_of(context, request);
    if (!grant) return reply(no_token());
    if (grant->role != Role::secretariat) return reply(not_for_this_role());
    wire::SheetDefaults defaults;
    const std::string dates = query_value(request.query, "dates");
    if (dates == "day-first") defaults.date_order = wire::DateOrder::day_first;
    if (dates == "month-first") defaults.date_order = wire::DateOrder::month_first;
    const OpenRoom* open = context.find(grant->room);
    if (open != nullptr) {
        const Room& room = open->writer.room();
        defaults.room = room.id;
        defaults.room_name = room.name;
        defaults.time_zone = room.time_zone;
        defaults.sur_allotted = room.rules.sur_longest;
        defaults.allotted = room.rules.panel_shortest;
    }
    do_long(context, request, std::move(reply),
            [body = request.body, name = percent_decoded(request.file_name), defaults,
             room = open == nullptr ? std::nullopt : std::optional<Room>(open->writer.room())] {
                wire::Preview preview = wire::preview_programme(body, name, defaults);
                const auto plates =
                    room ? wire::match_preview(*room, preview) : std::vector<PlateChange>{};
                return json(wire::write_preview_json(preview, plates));
            });
}

void figures(Context& context, const Request& request, const RoomId& room, Reply reply) {
    const auto open = authorize_as({Role::secretariat}, context, request, room);
    if (const auto* refused = std::get_if<Response>(&open)) return reply(*refused);
    const auto asked = report_file(request, {"json", "csv", "xlsx", "docx", "pdf"});
    if (const auto* refused = std::get_if<Response>(&asked)) return reply(*refused);
    const auto nhri = one_of(request, "nhri", {"inside", "beside"});
    if (!nhri) return reply(unknown_value("nhri"));
    const auto read_by = one_of(request, "read_by", {"counted", "not_counted"});
    if (!read_by) return reply(unknown_value("read_by"));
    const Room& now = std::get<AuthorizedRoom>(open).room.writer.room();
    const auto wanted = asked_meeting(request);
    if (wanted && find(now, *wanted) == nullptr) return reply(no_such_meeting());
    const FigureDefinitions definitions{*nhri == "inside", *read_by == "counted"};
    do_long(context, request, std::move(reply),
            [now, wanted, definitions, as = std::get<ReportFile>(asked)] {
                const std::vector<const Meeting*> meetings = meetings_of(now, wanted);
                const Figures counted = figures_of(meetings, definitions);
                if (!as.format) {
                    const std::string& title = wanted ? meetings.front()->state.name : now.name;
                    return json(wire::figures_json(title, counted));
                }
                const wire::report::Words words{as.language};
                const std::string title = wanted ? words.of(meetings.front()->state) : now.name;
                return file(wire::report::figures_document(title, counted, words), as);
            });
}

// The place is taken before the log is read: whole records wait from then on.
void record(Context& context, const Request& request, const RoomId& room, Reply reply) {
    auto outcome = authorize_as({Role::secretariat}, context, request, room);
    if (auto* refused = std::get_if<Response>(&outcome)) return reply(std::move(*refused));
    const rooms::RoomWriter& writer = std::get<AuthorizedRoom>(outcome).room.writer;
    const auto asked = report_file(request, {"json", "document", "csv", "xlsx", "docx", "pdf"});
    if (const auto* refused = std::get_if<Response>(&asked)) return reply(*refused);
    const auto wanted = asked_meeting(request);
    if (wanted && find(writer.room(), *wanted) == nullptr) return reply(no_such_meeting());
    Place place = place_for(context);
    if (!place) return reply(too_much_work());
    writer.fetch_log([long_tasks = std::weak_ptr(context.long_tasks), place = std::move(place),
                      has_left = request.has_left, room, wanted, as = std::get<ReportFile>(asked),
                      report_problem = context.report_problem, reply = std::move(reply)](
                         std::variant<std::vector<Act>, rooms::Unavailable> fetched) {
        if (const auto* unavailable = std::get_if<rooms::Unavailable>(&fetched)) {
            report_problem(unavailable->reason);
            return reply(
                problem(503, "NOT_READY", {"not_read", "This cannot be read at the moment."}));
        }
        const auto acts = std::make_shared<const std::vector<Act>>(
            std::get<std::vector<Act>>(std::move(fetched)));
        do_long(long_tasks.lock(), place, has_left, reply, [room, wanted, as, acts] {
            const std::vector<Record> kept{record_of(room, *acts, wanted)};
            if (as.is_json) return json(wire::record_json(kept));
            const auto document =
                wire::report::record_document(kept, wire::report::Words{as.language});
            return as.format ? file(document, as) : json(wire::document_json(document));
        });
    });
}

std::optional<std::size_t> longest_body(Context& context, const Request& request) {
    if (request.method != "POST" || bearer_token(request).empty()) return context.limits.message;
    const auto routed = route(request.method, request.path);
    const auto* found = std::get_if<MatchedRoute>(&routed);
    if (found == nullptr) return context.limits.message;
    // A programme comes as a file, and goes into the room as one command.
    const bool takes_a_programme =
        found->endpoint == Endpoint::preview || found->endpoint == Endpoint::commands;
    if (!takes_a_programme && found->endpoint != Endpoint::cards &&
        found->endpoint != Endpoint::revoke_cards)
        return context.limits.message;
    const auto grant = grant_of(context, request);
    if (!grant) return std::nullopt;
    if (takes_a_programme && grant->role == Role::secretariat) return context.limits.upload;
    return context.limits.message_of(grant->role);
}

}  // namespace rostrum::net::http
