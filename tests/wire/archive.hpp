#pragma once

#include <map>
#include <string>

namespace rostrum::wire {

/// A ZIP archive of parts, by their names.
std::string archive_of(const std::map<std::string, std::string>& parts,
                       const std::string& password = "");

/// The parts of a workbook with one worksheet, whose `sheetData` is given.
std::map<std::string, std::string> workbook_parts(const std::string& rows);

}  // namespace rostrum::wire
