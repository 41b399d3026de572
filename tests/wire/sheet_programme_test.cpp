#include <catch2/catch.hpp>

#include "wire/sheet/programme_sheet.hpp"

namespace rostrum::wire::sheet_programme_test {
namespace {

const SheetDefaults defaults{.room = RoomId{"xxvii"}, .room_name = "Room XXVII"};

Preview preview(const std::string& csv) {
    return preview_programme(csv, "round.csv", defaults);
}

std::vector<PlannedRoom> rooms_of(const std::string& csv) {
    const Preview read = preview(csv);
    for (const Finding& fault : read.faults)
        UNSCOPED_INFO(fault.row << fault.column << ' ' << fault.heading << ": "
                                << fault.reason.english);
    REQUIRE(read.faults.empty());
    return read.rooms;
}

using Faults = std::vector<Finding>;

const std::string small =
    "Date,Start,End,State,Panellist,Kind,Minutes,Standing,Reason\n"
    "2018-04-11,09:00,10:00,Cuba,National CSO: media,national CSO,6,,\n"
    ",,,,NHRI,NHRI,5:30,absent,Prevented from travelling\n"
    ",10:00,11:00,CA,Coalition,international CSO,,,\n";

Faults faults_of(const std::string& csv) {
    return preview(csv).faults;
}

/// The small sheet with the first of one text replaced.
std::string with(const std::string& old_text, const std::string& new_text) {
    std::string csv = small;
    const auto at = csv.find(old_text);
    REQUIRE(at != std::string::npos);
    return csv.replace(at, old_text.size(), new_text);
}

TEST_CASE("sheet: a row is a panellist, and a meeting continues while its columns are empty") {
    const auto rooms = rooms_of(small);
    REQUIRE(rooms.size() == 1);
    CHECK(rooms[0].id == RoomId{"xxvii"});
    CHECK(rooms[0].name == "Room XXVII");
    CHECK(rooms[0].time_zone == "Europe/Zurich");
    REQUIRE(rooms[0].meetings.size() == 2);
    const PlannedMeeting& cuba = rooms[0].meetings[0];
    CHECK(cuba.id == MeetingId{"cuba"});
    CHECK(cuba.state == State{"CU", "Cuba"});
    CHECK(unix_ms(cuba.starts_at) == 1'523'430'000'000);
    CHECK(unix_ms(cuba.ends_at) == 1'523'433'600'000);
    CHECK(cuba.sur_allotted == Duration{120'000});
    REQUIRE(cuba.panel.size() == 2);
    CHECK(cuba.panel[0].id == DelegationId{"new-1"});
    CHECK(cuba.panel[0].title == "National CSO: media");
    CHECK(cuba.panel[0].kind == DelegationKind::national_cso);
    CHECK(cuba.panel[0].allotted == Duration{360'000});
    CHECK_FALSE(cuba.panel[0].standing);
    CHECK(cuba.panel[1].id == DelegationId{"new-2"});
    CHECK(cuba.panel[1].allotted == Duration{330'000});
    CHECK(cuba.panel[1].standing == Standing::absent);
    CHECK(cuba.panel[1].absence_reason == "Prevented from travelling");
    const PlannedMeeting& canada = rooms[0].meetings[1];
    CHECK(canada.state == State{"CA", "Canada"});
    CHECK(unix_ms(canada.starts_at) == 1'523'433'600'000);
    CHECK(canada.panel.at(0).allotted == Duration{300'000});
}

TEST_CASE("sheet: the columns of a meeting may repeat, and its end may be left out") {
    const auto rooms = rooms_of(
        "Date,Start,State,Panellist,Kind\n"
        "11.04.2018,9h,Cuba,One,national\n"
        "11.04.2018,9h,CUBA,Two,national\n");
    REQUIRE(rooms.at(0).meetings.size() == 1);
    CHECK(rooms[0].meetings[0].panel.size() == 2);
    CHECK(unix_ms(rooms[0].meetings[0].ends_at) == 1'523'433'600'000);
}

TEST_CASE("sheet: headings and words may be French or Spanish, in any order and capitals") {
    const auto french = rooms_of(
        "PANÉLISTE;Catégorie;État;Début;Fin;Jour;Temps de "
        "parole;Présence;Motif;Orateur;Thème;Salle;Titre abrégé\n"
        "INDH;indh;Fédération de Russie;9h30;10h30;11.04.2018;6 min;absente;Visa;Nom;Torture;"
        "Salle XX;Institution\n");
    CHECK(french.at(0).id == RoomId{"salle-xx"});
    CHECK(french[0].name == "Salle XX");
    const PlannedMeeting& russia = french[0].meetings.at(0);
    CHECK(russia.state == State{"RU", "Russian Federation"});
    CHECK(unix_ms(russia.starts_at) == 1'523'431'800'000);
    const PlannedDelegation& nhri = russia.panel.at(0);
    CHECK(nhri.kind == DelegationKind::nhri);
    CHECK(nhri.allotted == Duration{360'000});
    CHECK(nhri.standing == Standing::absent);
    CHECK(nhri.absence_reason == "Visa");
    CHECK(nhri.speaker_name == "Nom");
    CHECK(nhri.subject == "Torture");
    CHECK(nhri.short_title == "Institution");

    const auto spanish = rooms_of(
        "estado,fecha,hora de inicio,hora de fin,organización,tipo,minutos\n"
        "México,2018-04-11,09:00,10:00,OSC: tema,OSC nacional,\"5,5\"\n");
    CHECK(spanish.at(0).meetings.at(0).state == State{"MX", "Mexico"});
    CHECK(spanish[0].meetings[0].panel.at(0).allotted == Duration{330'000});
}

TEST_CASE("sheet: RepresentedBy and the hard stop are read") {
    const auto hard_stop_of = [](const std::string& csv) {
        const auto hard_stop = rooms_of(csv).at(0).meetings.at(0).hard_stop;
        return hard_stop ? unix_ms(*hard_stop) : 0;
    };
    const auto represented = [](const std::string& csv) {
        return rooms_of(csv).at(0).meetings.at(0).panel.at(0).represented_by;
    };
    const std::string english =
        "State,Start,Hard stop,Panellist,Kind,Represented by\n"
        "Cuba,2018-04-11 09:00,10:05,One,national,Woman\n";
    CHECK(hard_stop_of(english) == 1'523'433'900'000);
    CHECK(represented(english) == RepresentedBy::woman);
    const std::string french =
        "État;Début;Départ des interprètes;Panéliste;Type;Représenté(e) par\n"
        "Cuba;2018-04-11 09:00;10h05;Un;nationale;un homme\n";
    CHECK(hard_stop_of(french) == 1'523'433'900'000);
    CHECK(represented(french) == RepresentedBy::man);
    const std::string spanish =
        "Estado;Inicio;Fin de la interpretación;Panelista;Tipo;Representada por\n"
        "Cuba;2018-04-11 09:00;2018-04-12 00:30;Uno;nacional;otra\n";
    CHECK(hard_stop_of(spanish) == 1'523'485'800'000);
    CHECK(represented(spanish) == RepresentedBy::other);
    CHECK(hard_stop_of(small) == 0);
    CHECK(represented(small) == RepresentedBy::undeclared);

    const std::string wrong =
        "State,Start,Hard stop,Panellist,Kind,Represented by\n"
        "Cuba,2018-04-11 09:00,08:00,One,national,nobody\n"
        ",,10:05,Two,national,\n";
    CHECK(
        faults_of(wrong) ==
        Faults{
            {2, "C", "Hard stop", {"", "The interpreters leave after the meeting has started."}},
            {2, "F", "Represented by", {"", "This must be woman, man or other, or be left empty."}},
            {3, "C", "Hard stop", {"", "The meeting's first row, row 2, says otherwise."}}});
}

TEST_CASE("sheet: titles may precede the headings, and unknown columns are remarked on") {
    const Preview read = preview(
        "30th round\n\nState,Start,Panellist,Kind,Coffee\n"
        "Cuba,2018-04-11 09:00,One,national,yes\n");
    CHECK(read.faults.empty());
    CHECK(read.rooms.at(0).meetings.size() == 1);
    CHECK(read.remarks ==
          Faults{{0, "", "", {"", "Column E (Coffee) is not known and was left out."}}});
}

TEST_CASE("sheet: rooms are grouped, their meetings in the order of time") {
    const auto rooms = rooms_of(
        "Room,Room name,Time zone,State,Start,Panellist,Kind\n"
        "xx,Room XX,,Cuba,2018-04-11 11:00,One,national\n"
        "xxiii,Room XXIII,America/New_York,Canada,2018-04-11 09:00,Two,national\n"
        "xx,,,Cuba,2018-04-11 09:00,Three,national\n");
    REQUIRE(rooms.size() == 2);
    CHECK(rooms[0].name == "Room XX");
    REQUIRE(rooms[0].meetings.size() == 2);
    CHECK(rooms[0].meetings[0].panel.at(0).title == "Three");
    CHECK(rooms[0].meetings[0].id == MeetingId{"cuba-2"});
    CHECK(rooms[1].time_zone == "America/New_York");
    CHECK(unix_ms(rooms[1].meetings.at(0).starts_at) == 1'523'451'600'000);
}

TEST_CASE("sheet: a time is one of the room's time zone on that day") {
    const auto start_of = [](const std::string& when) {
        return unix_ms(rooms_of("State,Start,Panellist,Kind\nCuba," + when + ",One,national\n")
                           .at(0)
                           .meetings.at(0)
                           .starts_at);
    };
    CHECK(start_of("2018-01-11 09:00") == 1'515'657'600'000);
    CHECK(start_of("2018-10-28 02:30") == 1'540'686'600'000);
    CHECK(faults_of(with("2018-04-11,09:00", "2018-03-25,02:30")) ==
          Faults{{2,
                  "B",
                  "Start",
                  {"", "This time does not exist on that day: the clocks are put forward."}}});
}

TEST_CASE("sheet: each fault has its row, its column and its heading") {
    CHECK(faults_of(with("Cuba", "Atlantis")) ==
          Faults{{2,
                  "D",
                  "State",
                  {"",
                   "No State has this name. Write its ISO code, such as CU, or its name in a "
                   "language of the United Nations."}}});
    CHECK(
        faults_of(with("2018-04-11", "April 11")) ==
        Faults{
            {2, "A", "Date", {"", "This is not a date. Write it as 2018-04-11, or 11 April 2018."}},
            {4,
             "A",
             "Date",
             {"", "This is not a date. Write it as 2018-04-11, or 11 April 2018."}}});
    CHECK(faults_of(with("2018-04-11", "")) == Faults{{2, "A", "Date", {"", "This is required."}},
                                                      {4, "A", "Date", {"", "This is required."}}});
    CHECK(faults_of(with("09:00", "nine")) ==
          Faults{{2, "B", "Start", {"", "This is not a time of day. Write it as 09:00."}}});
    CHECK(faults_of(with("10:00", "25:00")) ==
          Faults{{2, "C", "End", {"", "This is not a time of day. Write it as 09:00."}}});
    CHECK(faults_of(with("NHRI,NHRI", "NHRI,Union")) ==
          Faults{{3, "F", "Kind", {"", "This must be national CSO, international CSO or NHRI."}}});
    CHECK(faults_of(with("NHRI,NHRI", "NHRI,")) ==
          Faults{{3, "F", "Kind", {"", "This is required."}}});
    CHECK(faults_of(with("NHRI,NHRI", ",NHRI")) ==
          Faults{{3, "E", "Panellist", {"", "This is required."}}});
    CHECK(faults_of(with("5:30", "half")) ==
          Faults{{3,
                  "G",
                  "Minutes",
                  {"", "This is not a number of minutes. Write it as 5, 5:30 or 6 min."}}});
    CHECK(faults_of(with("absent", "away")) ==
          Faults{{3, "H", "Standing", {"", "This must be present, expected or absent."}}});
    CHECK(faults_of(with("Cuba", "#REF!")) ==
          Faults{{2, "D", "State", {"", "The spreadsheet shows an error in this cell: #REF!."}}});
}

TEST_CASE("sheet: faults by the rules of the floor have their cells") {
    CHECK(faults_of(with("5:30", "8")) ==
          Faults{{3, "G", "Minutes", {"", "The time allotted here is 5:00 to 7:00 minutes."}}});
    CHECK(faults_of(with("absent", "present")) ==
          Faults{
              {3, "I", "Reason", {"", "Only an absent delegation has a reason for its absence."}}});
    CHECK(faults_of(with(",10:00,11:00", ",09:30,11:00")) ==
          Faults{{4,
                  "B",
                  "Start",
                  {"", "The meeting before it in this room, Cuba, is not over by then."}}});
    CHECK(faults_of(with("10:00", "08:00")) ==
          Faults{{2, "C", "End", {"", "The meeting ends before it starts."}}});
    CHECK(faults_of(with("10:00", "09:05")) ==
          Faults{{2, "C", "End", {"", "A meeting lasts 10 minutes to 6 hours."}}});
    CHECK(faults_of(with("Coalition,international CSO", ",")) ==
          Faults{{4, "E", "Panellist", {"", "A panel has 1 to 59 panellists."}}});
    CHECK(faults_of(with("Coalition", std::string(401, 'a'))) ==
          Faults{{4, "E", "Panellist", {"", "This text is too long (at most 400 bytes)."}}});
}

TEST_CASE("sheet: rows of one room or meeting must not contradict each other") {
    const std::string head = "Room,Room name,Time zone,State,Start,SuR time,Panellist,Kind\n";
    CHECK(faults_of(head + "xx,Room XX,,Cuba,2018-04-11 09:00,2,One,national\n"
                           "xx,Room 20,UTC,Canada,2018-04-11 10:00,,Two,national\n") ==
          Faults{{3, "B", "Room name", {"", "An earlier row of this room has another: Room XX."}},
                 {3,
                  "C",
                  "Time zone",
                  {"", "An earlier row of this room has another: Europe/Zurich."}}});
    CHECK(faults_of(head + "xx,,,Cuba,2018-04-11 09:00,2,One,national\n,,,,,1:30,Two,national\n") ==
          Faults{{3, "F", "SuR time", {"", "The meeting's first row, row 2, says otherwise."}}});
    CHECK(faults_of(head + "xx,,Europe/Atlantis,Cuba,2018-04-11 09:00,2,One,national\n") ==
          Faults{{2,
                  "C",
                  "Time zone",
                  {"",
                   "No time zone has this name. Write its IANA name, such as "
                   "Europe/Zurich."}}});
    CHECK(
        preview_programme(head + ",,,Cuba,2018-04-11 09:00,2,One,national\n", "a.csv", {}).faults ==
        Faults{{2, "A", "Room", {"", "This is required."}}});
    CHECK(faults_of(head + "議,,,Cuba,2018-04-11 09:00,2,One,national\n") ==
          Faults{{2, "A", "Room", {"", "A room needs a letter a to z or a digit for its id."}}});
}

TEST_CASE("sheet: given ids are kept, and the same one twice is a fault") {
    const std::string head = "Meeting,State,Start,Panellist,Panellist id,Kind\n";
    const std::string one = head + "m-1,Cuba,2018-04-11 09:00,One,a,national\n";
    const auto rooms = rooms_of(one);
    CHECK(rooms.at(0).meetings.at(0).id == MeetingId{"m-1"});
    CHECK(rooms[0].meetings[0].panel.at(0).id == DelegationId{"a"});
    CHECK(faults_of(one + ",,,Two,a,national\n") ==
          Faults{{3, "E", "Panellist id", {"", "The id a is used twice."}}});
    CHECK(faults_of(one + "m-1,Canada,2018-04-11 10:00,Two,a,national\n") ==
          Faults{{3, "A", "Meeting", {"", "The id m-1 is used twice."}}});
}

TEST_CASE("sheet: missing and repeated headings are faults") {
    CHECK(faults_of("State,Panellist,State\nCuba,One,Cuba\n") ==
          Faults{{1, "C", "State", {"", "Column A already has this."}},
                 {1, "", "Start", {"", "This column is missing."}},
                 {1, "", "Kind", {"", "This column is missing."}}});
    CHECK(faults_of("") == Faults{{0, "", "", {"", "The sheet is empty."}}});
    CHECK(faults_of("Cuba,One\n") ==
          Faults{{0,
                  "",
                  "",
                  {"",
                   "No row of headings was found. The headings are: Room, Room name, Time zone, "
                   "Meeting, "
                   "Date, Start, End, State, SuR time, Hard stop, Panellist, Panellist id, Kind, "
                   "Speaker, Subject, Minutes, Standing, Reason, Represented by, Short title."}}});
    CHECK(faults_of("State,Start,Panellist,Kind\n") ==
          Faults{{1, "", "", {"", "There is no row below the headings."}}});
}

TEST_CASE("sheet: a sheet of nothing but faults ends in bounded time and a bounded report") {
    std::string csv = "State,Start,Panellist,Kind\n";
    for (int i = 0; i < 19'000; ++i) csv += "Atlantis,noon,One,\n";
    const Preview read = preview(csv);
    CHECK(read.faults.size() >= 2);
    CHECK(read.faults.size() < 1100);
    csv = "State,Start,Panellist,Kind\n";
    for (int i = 0; i < 19'000; ++i)
        csv += "Cuba,2018-04-11 0" + std::to_string(i % 10) + ":00,One,national\n";
    CHECK_FALSE(preview(csv).faults.empty());
}

TEST_CASE("sheet: a programme that is written is read as the same") {
    auto rooms = rooms_of(small);
    rooms[0].meetings[0].panel[0].title = "=1+1, \"quoted\"; é";
    rooms[0].meetings[0].panel[0].speaker_name = "@home";
    rooms[0].meetings[0].panel[0].short_title = "+one";
    rooms[0].meetings[0].sur_allotted = std::chrono::seconds{90};
    rooms[0].meetings[1].panel[0].standing = Standing::expected;
    rooms[0].meetings[1].panel[0].absence_reason.clear();
    rooms[0].meetings[0].panel[0].represented_by = RepresentedBy::woman;
    rooms[0].meetings[0].panel[1].represented_by = RepresentedBy::man;
    rooms[0].meetings[1].panel[0].represented_by = RepresentedBy::other;
    rooms[0].meetings[1].state = {"CA", "Another name"};
    rooms[0].meetings[1].id = MeetingId{"a--b"};
    rooms[0].meetings[1].starts_at += std::chrono::hours{13};
    rooms[0].meetings[1].ends_at += std::chrono::hours{14};
    rooms[0].meetings[0].hard_stop = rooms[0].meetings[0].ends_at + std::chrono::minutes{5};
    rooms[0].meetings[1].hard_stop = rooms[0].meetings[1].ends_at;
    rooms.push_back(rooms[0]);
    rooms[1].id = RoomId{"xx"};
    rooms[1].name = "Room XX";
    rooms[1].time_zone = "Asia/Kathmandu";
    const std::string csv = write_programme_csv(rooms);
    CHECK(csv.find("\"'=1+1, \"\"quoted\"\"; é\"") != std::string::npos);
    CHECK(csv.find("\"2018-04-12 01:00\"") != std::string::npos);
    CHECK(rooms_of(csv) == rooms);
}

}  // namespace
}  // namespace rostrum::wire::sheet_programme_test
