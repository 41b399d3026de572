// Figures and the record, as the secretariat's page and scripts fetch them.
#include <atomic>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "fakes.hpp"
#include "net/http/api.hpp"
#include "net/http/routes.hpp"

namespace rostrum::net::http {
namespace {

/// Room xx with Cuba's meeting open.
struct Desk {
    Response get(const std::string& what, const std::string& query,
                 const std::string& token = "secretariat-of-xx") {
        std::optional<Response> given;
        answer(context,
               {.method = "GET",
                .path = "/api/v1/rooms/xx/" + what,
                .query = query,
                .authorization = "Bearer " + token},
               [&](Response response) { given = std::move(response); });
        REQUIRE(given.has_value());
        return *given;
    }

    World world{[](const std::function<void()>& task) { task(); }};
    Context context = world.context();
};

TEST_CASE_METHOD(Desk, "figures are JSON or CSV, by the definitions in the query") {
    const Response json = get("figures", "");
    CHECK(json.status == 200);
    CHECK(json.body->starts_with(R"({"scope":{"title":"Room XX","meetings":1},)"
                                 R"("definitions":{"nhri":"inside","read_by":"counted"},)"));

    const Response csv =
        get("figures", "meeting=cuba&nhri=beside&read_by=not%5Fcounted&format=csv");
    CHECK(csv.content_type == "text/csv; charset=utf-8");
    CHECK(csv.body->find("\"Counted separately from the CSOs\"\r\n") != std::string::npos);
    CHECK(csv.body->find("\"Not counted\"\r\n") != std::string::npos);
}

TEST_CASE_METHOD(Desk, "reports are workbooks and texts too, in the language that is asked for") {
    for (const char* what : {"figures", "record", "run-sheet"}) {
        const Response xlsx = get(what, "format=xlsx&lang=ru");
        CHECK(xlsx.content_type ==
              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        CHECK(xlsx.body->starts_with("PK"));
        const Response docx = get(what, "format=docx&lang=ar");
        CHECK(docx.content_type ==
              "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        CHECK(docx.body->starts_with("PK"));
        const Response pdf = get(what, "format=pdf&lang=zh");
        CHECK(pdf.content_type == "application/pdf");
        CHECK(pdf.body->starts_with("%PDF-"));
    }
    CHECK(
        get("figures", "format=csv&lang=fr&separator=semicolon")
            .body->starts_with("\xEF\xBB\xBF\"Faits et chiffres\"\r\n\"Chiffres de\";\"Room XX\""));
}

TEST_CASE_METHOD(Desk, "a format, a language and a definition that are not known are refused") {
    for (const char* what : {"figures", "record", "run-sheet", "programme"})
        for (const char* query : {"format=odt", "format=CSV", "lang=xx", "separator=tab"}) {
            INFO(what << ' ' << query);
            const Response refused = get(what, query);
            CHECK(refused.status == 400);
            CHECK(refused.body->find(R"("code":"UNKNOWN_VALUE")") != std::string::npos);
        }
    CHECK(get("programme", "format=xlsx").status == 400);
    CHECK(get("programme", "format=pdf").status == 400);
    CHECK(get("figures", "nhri=maybe").status == 400);
    CHECK(get("figures", "read_by=maybe").status == 400);
    CHECK(get("run-sheet", "for=me").status == 400);
    CHECK(get("order", "by=name").status == 400);
}

TEST_CASE_METHOD(Desk, "an order is proposed by what was asked for, by turns otherwise") {
    for (const auto& [query, by] :
         {std::pair{"", "TURNS"}, std::pair{"by=time", "TIME"}, std::pair{"by=gender", "GENDER"}}) {
        const std::string order = *get("order", query).body;
        INFO(order);
        CHECK(order.find(std::string{R"("by":"BALANCED_BY_)"} + by + '"') != std::string::npos);
        CHECK(order.find(R"("inscriptionIds":["sur",)") != std::string::npos);
    }
}

TEST_CASE_METHOD(Desk, "the run sheet has the desk's columns only for the desk") {
    const std::string desk = *get("run-sheet", "meeting=cuba").body;
    CHECK(desk.starts_with(R"({"title":"Run sheet","facts":[["Room","Room XX"]],"tables":[)"));
    CHECK(desk.find(R"("Note"])") != std::string::npos);
    const std::string others = *get("run-sheet", "for=everybody").body;
    CHECK(others.starts_with(R"({"title":"Programme")"));
    CHECK(others.find(R"("Note")") == std::string::npos);
}

TEST_CASE_METHOD(Desk, "the programme is JSON, or a CSV sheet of the room") {
    CHECK(get("programme", "").body->find(R"("id":"xx","name":"Room XX",)") != std::string::npos);

    const Response csv = get("programme", "format=csv");
    CHECK(csv.content_type == "text/csv; charset=utf-8");
    CHECK(csv.body->starts_with("\xEF\xBB\xBF\"Room\",\"Room name\",\"Time zone\",\"Meeting\","));
    CHECK(csv.body->find("\r\n\"xx\",\"Room XX\",") != std::string::npos);
}

TEST_CASE_METHOD(Desk, "the link for Missions uses the host that the proxy was asked for") {
    context.request_link = [](const RoomId& room, const std::string& origin, const auto& done) {
        done((origin.empty() ? "http://guessed" : origin) + "/#" + room.value);
    };
    CHECK(*get("floor-link", "").body == R"({"url":"http://guessed/#xx"})");
    std::optional<Response> given;
    answer(context,
           {.method = "GET",
            .path = "/api/v1/rooms/xx/floor-link",
            .authorization = "Bearer secretariat-of-xx",
            .host = "floor.example",
            .secure = true,
            .forwarded_host = "floor.example"},
           [&](Response response) { given = std::move(response); });
    REQUIRE(given);
    CHECK(*given->body == R"({"url":"https://floor.example/#xx"})");
}

TEST_CASE_METHOD(Desk, "a link for Missions that cannot be stored is refused and logged") {
    context.request_link = [](const RoomId&, const std::string&, const auto& done) {
        done(rooms::Unavailable{"the disk is full"});
    };
    const Response refused = get("floor-link", "");
    CHECK(refused.status == 503);
    CHECK(refused.body->find(R"("code":"NOT_READY")") != std::string::npos);
    CHECK(world.troubles == std::vector<std::string>{"the disk is full"});
}

TEST_CASE_METHOD(Desk, "the record is JSON or CSV, of the room or of one meeting") {
    CHECK(get("record", "").body->find(R"("kind":"ACT_KIND_FOUND_ROOM")") != std::string::npos);
    const Response csv = get("record", "format=csv&meeting=cuba");
    CHECK(csv.content_type == "text/csv; charset=utf-8");
    CHECK(csv.body->find("\"Room XX\",1,") == std::string::npos);
    CHECK(csv.body->find("\"Room XX\",2,") != std::string::npos);
    CHECK(csv.body->ends_with(",\"Secretariat\",\"Laptop\"\r\n"));
}

TEST_CASE_METHOD(Desk, "while too many files and reports are in hand, more are refused") {
    context.long_tasks = std::make_shared<LongTasks>([](const auto& task) { task(); });
    std::vector<LongTasks::Place> taken;
    for (std::size_t i = 0; i < LongTasks::most; ++i) taken.push_back(context.long_tasks->enter());
    for (const char* what : {"record", "figures", "programme"}) {
        const Response refused = get(what, "");
        CHECK(refused.status == 503);
        CHECK(refused.body->find(R"("code":"BUSY")") != std::string::npos);
        CHECK(refused.headers.back() ==
              std::pair<std::string_view, std::string>{"Retry-After", "5"});
    }
}

TEST_CASE_METHOD(Desk, "files and reports wait for the thread that makes them") {
    context.long_tasks = std::make_shared<LongTasks>([](const auto& task) { task(); });
    std::promise<void> go_on;
    context.long_tasks->run(
        nullptr, {}, [&] { go_on.get_future().wait(); }, [] {});
    std::atomic<int> answers = 0;
    const auto ask = [&](const std::string& method, const std::string& path) {
        answer(context,
               {.method = method, .path = path, .authorization = "Bearer secretariat-of-xx"},
               [&](const Response& response) {
                   if (response.status == 200) ++answers;
               });
    };
    for (const char* what : {"record", "figures", "programme"})
        ask("GET", std::string("/api/v1/rooms/xx/") + what);
    ask("POST", "/api/v1/programme/preview");
    CHECK(answers == 0);
    go_on.set_value();
    std::promise<void> after;
    context.long_tasks->run(
        nullptr, {}, [] {}, [&] { after.set_value(); });
    after.get_future().wait();
    CHECK(answers == 4);
}

TEST_CASE_METHOD(Desk, "an unreadable record is refused with the reason") {
    world.xx.log.become_unreadable();
    const Response refused = get("record", "");
    CHECK(refused.status == 503);
    CHECK(refused.content_type == "application/problem+json");
    CHECK(refused.body->find(R"("code":"NOT_READY")") != std::string::npos);
    CHECK(world.troubles == std::vector<std::string>{"the disk fails"});
}

TEST_CASE_METHOD(Desk,
                 "figures and record are only for the secretariat, and only of existing meetings") {
    for (const char* what : {"figures", "record"}) {
        INFO(what);
        CHECK(get(what, "", "chair-of-xx").status == 403);
        CHECK(get(what, "", "nonsense").status == 401);
        const Response unknown = get(what, "meeting=chad");
        CHECK(unknown.status == 404);
        CHECK(unknown.body->find("UNKNOWN_MEETING") != std::string::npos);
    }
}

}  // namespace
}  // namespace rostrum::net::http
