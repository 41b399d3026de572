# rostrum_embed(<target> <symbol> <folder> [STAMP <file>] [ONLY <regex>])
#
# Adds a library that holds the files of a folder: `rostrum::embedded::<symbol>()` returns them by
# their path in the folder. Rebuilt when <file> changes or, without STAMP, when one of the files
# does. ONLY the files whose path matches.
function(rostrum_embed target symbol folder)
  cmake_parse_arguments(PARSE_ARGV 3 embed "" "STAMP;ONLY" "")
  if(embed_STAMP)
    set(changed_with ${embed_STAMP})
  else()
    file(GLOB_RECURSE changed_with CONFIGURE_DEPENDS ${folder}/*)
  endif()
  set(script ${CMAKE_SOURCE_DIR}/cmake/embed.cmake)
  set(generated ${CMAKE_CURRENT_BINARY_DIR}/${target}.cpp)
  add_custom_command(
    OUTPUT ${generated}
    COMMAND ${CMAKE_COMMAND} -D FOLDER=${folder} -D SYMBOL=${symbol} -D OUTPUT=${generated}
            "-DONLY=${embed_ONLY}" -P ${script}
    DEPENDS ${script} ${changed_with}
    VERBATIM)
  add_library(${target} STATIC EXCLUDE_FROM_ALL ${generated})
  target_include_directories(${target} PUBLIC ${CMAKE_SOURCE_DIR}/cmake/embedded)
  target_link_libraries(${target} PRIVATE rostrum_options)
  set_target_properties(${target} PROPERTIES UNITY_BUILD OFF)
endfunction()
