#include "app/nothing_to_serve.hpp"

#include "app/settings.hpp"

namespace rostrum::app {

std::string nothing_to_serve(const std::filesystem::path& data) {
    const std::string serve =
        "  rostrum serve" + (data == Settings{}.data ? "" : " --data " + data.string());
    return "There is no room to serve yet in " + data.string() +
           ". Begin with one of these:\n\n"
           "A round to look around in:\n" +
           serve +
           " --demo\n"
           "An empty room, whose programme you make or import on a page:\n" +
           serve +
           " --new-room \"Room XXVII\"\n"
           "The rooms of your own sheet (.xlsx, .csv), or JSON:\n" +
           serve +
           " --programme round.xlsx\n\n"
           "Each prints the links that the room's devices open.";
}

}  // namespace rostrum::app
