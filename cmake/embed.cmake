# Writes OUTPUT: a C++ file that holds the files of FOLDER and returns them from
# rostrum::embedded::SYMBOL(). The assembler copies the bytes, so size costs no compile time.
file(GLOB_RECURSE paths RELATIVE ${FOLDER} ${FOLDER}/*)
if(ONLY)
  list(FILTER paths INCLUDE REGEX "${ONLY}")
endif()
list(SORT paths)

set(blobs "")
set(declarations "")
set(entries "")
set(number 0)
foreach(path IN LISTS paths)
  set(name "rostrum_${SYMBOL}_${number}")
  string(APPEND blobs
    "    \"${name}_begin: .incbin \\\"${FOLDER}/${path}\\\"\\n${name}_end:\\n\"\n")
  string(APPEND declarations "extern const char ${name}_begin[];\nextern const char ${name}_end[];\n")
  string(APPEND entries
    "        EmbeddedFile{\"${path}\", {${name}_begin, ${name}_end}},\n")
  math(EXPR number "${number} + 1")
endforeach()

if(number EQUAL 0)
  set(body "    return {};\n")
else()
  set(body "    static const std::array<EmbeddedFile, ${number}> files{\n${entries}    };\n    return files;\n")
endif()

file(WRITE ${OUTPUT} "#include \"embedded_file.hpp\"

#include <array>

asm(\".pushsection .rodata\\n\"
${blobs}    \".popsection\\n\");

extern \"C\" {
${declarations}}

std::span<const rostrum::EmbeddedFile> rostrum::embedded::${SYMBOL}() {
${body}}
")
