#include "net/http/room_queries.hpp"

#include <functional>
#include <initializer_list>
#include <utility>
#include <vector>

#include "floor/figures.hpp"
#include "floor/hour.hpp"
#include "floor/record.hpp"
#include "floor/room_programme.hpp"
#include "net/http/admission.hpp"
#include "net/http/authorize.hpp"
#include "net/http/problem.hpp"
#include "net/http/query.hpp"
#include "wire/http.hpp"
#include "wire/report_json.hpp"
#include "wire/sheet/preview.hpp"
#include "wire/sheet/programme_sheet.hpp"

namespace rostrum::net::http {
namespace {

constexpr std::string_view preview_path = "/api/v1/programme/preview";

/// Answers requests whose token has one of these roles.
Response for_roles(Context& context, const Request& request, const RoomId& room,
                   std::initializer_list<Role> roles,
                   const std::function<Response(const OpenRoom&)>& answer) {
    auto outcome = authorize_as(roles, context, request, room);
    if (auto* refused = std::get_if<Response>(&outcome)) return std::move(*refused);
    return answer(std::get<AuthorizedRoom>(outcome).room);
}

Response csv(std::string body) {
    Response response = plain_text(std::move(body));
    response.content_type = "text/csv; charset=utf-8";
    return response;
}

bool wants_csv(const Request& request) {
    return query_value(request.query, "format") == "csv";
}

/// nullopt if the query names none.
std::optional<MeetingId> asked_meeting(const Request& request) {
    std::string id = query_value(request.query, "meeting");
    if (id.empty()) return std::nullopt;
    return MeetingId{std::move(id)};
}

Response no_such_meeting() {
    return problem(404, "UNKNOWN_MEETING", "The room's programme has no such meeting.");
}

}  // namespace

Response fit(Context& context, const Request& request, const RoomId& room) {
    return for_roles(
        context, request, room, {Role::chair, Role::secretariat}, [&](const OpenRoom& open) {
            const Room& now = open.writer.room();
            const Meeting* meeting = current_meeting(now);
            if (meeting == nullptr || meeting->course == Course::closed)
                return problem(409, "MEETING_CLOSED", "There is no meeting to fit into its hour.");
            return json(wire::fit_json(now.revision,
                                       rostrum::fit(*meeting, now.rules, context.clock.now())));
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
            reply(problem(503, "NOT_READY", "A new link cannot be stored at the moment."));
        });
}

Response programme(Context& context, const Request& request, const RoomId& room) {
    return for_roles(context, request, room, {Role::secretariat}, [&](const OpenRoom& open) {
        const Room& now = open.writer.room();
        return wants_csv(request) ? csv(wire::write_programme_csv({plan_of(now)}))
                                  : json(wire::room_programme_json(now));
    });
}

Response preview(Context& context, const Request& request) {
    const auto grant = grant_of(context, request);
    if (!grant) return no_token();
    if (grant->role != Role::secretariat) return not_for_this_role();
    wire::SheetDefaults defaults;
    const OpenRoom* open = context.find(grant->room);
    if (open != nullptr) {
        const Room& room = open->writer.room();
        defaults.room = room.id;
        defaults.room_name = room.name;
        defaults.time_zone = room.time_zone;
        defaults.sur_allotted = room.rules.sur_longest;
        defaults.allotted = room.rules.panel_shortest;
    }
    const std::string name = percent_decoded(request.file_name);
    wire::Preview preview = wire::preview_programme(request.body, name, defaults);
    const auto plates = open == nullptr ? std::vector<PlateChange>{}
                                        : wire::match_preview(open->writer.room(), preview);
    return json(wire::write_preview_json(preview, plates));
}

Response figures(Context& context, const Request& request, const RoomId& room) {
    return for_roles(context, request, room, {Role::secretariat}, [&](const OpenRoom& open) {
        const Room& now = open.writer.room();
        const auto wanted = asked_meeting(request);
        if (wanted && find(now, *wanted) == nullptr) return no_such_meeting();
        std::vector<const Meeting*> meetings;
        for (const Shared<Meeting>& one : now.proceedings.meetings)
            if (!wanted || one->id == *wanted) meetings.push_back(&*one);
        const FigureDefinitions definitions{query_value(request.query, "nhri") != "beside",
                                            query_value(request.query, "read_by") != "not_counted"};
        const Figures counted = figures_of(meetings, definitions);
        const std::string& title = wanted ? meetings.front()->state.name : now.name;
        return wants_csv(request) ? csv(wire::figures_csv(title, counted))
                                  : json(wire::figures_json(title, counted));
    });
}

void record(Context& context, const Request& request, const RoomId& room, Reply reply) {
    auto outcome = authorize_as({Role::secretariat}, context, request, room);
    if (auto* refused = std::get_if<Response>(&outcome)) return reply(std::move(*refused));
    const rooms::RoomWriter& writer = std::get<AuthorizedRoom>(outcome).room.writer;
    const auto wanted = asked_meeting(request);
    if (wanted && find(writer.room(), *wanted) == nullptr) return reply(no_such_meeting());
    writer.fetch_log([room, wanted, is_csv = wants_csv(request),
                      report_problem = context.report_problem,
                      reply = std::move(reply)](const auto& fetched) {
        if (const auto* acts = std::get_if<std::vector<Act>>(&fetched)) {
            const std::vector<Record> kept{record_of(room, *acts, wanted)};
            return reply(is_csv ? csv(wire::record_csv(kept)) : json(wire::record_json(kept)));
        }
        report_problem(std::get<rooms::Unavailable>(fetched).reason);
        reply(problem(503, "NOT_READY", "The record cannot be read at the moment."));
    });
}

std::optional<std::size_t> longest_body(Context& context, const Request& request) {
    const std::string_view token = bearer_token(request);
    if (request.method != "POST" || request.path != preview_path || token.empty())
        return context.limits.request_body;
    const auto grant = context.credentials.admit(token);
    if (!grant) return std::nullopt;
    return grant->role == Role::secretariat ? context.limits.upload : context.limits.request_body;
}

}  // namespace rostrum::net::http
