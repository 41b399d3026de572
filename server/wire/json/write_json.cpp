#include "wire/json/write_json.hpp"

#include <stdexcept>

#include <google/protobuf/util/json_util.h>

namespace rostrum::wire {

std::string write_json(const google::protobuf::Message& message, Layout layout) {
    google::protobuf::util::JsonPrintOptions options;
    options.always_print_primitive_fields = true;
    options.add_whitespace = layout == Layout::a_field_a_line;
    std::string json;
    const auto status = google::protobuf::util::MessageToJsonString(message, &json, options);
    if (!status.ok())
        throw std::logic_error(message.GetTypeName() + " has no JSON: " + status.ToString());
    return json;
}

}  // namespace rostrum::wire
