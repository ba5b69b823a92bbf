# What makes builds fast. Most of a source's compile time is the standard library, Abseil and our own headers, and the
# templates instantiated from them, not its own code. So the headers of others are precompiled, and the sources of a
# folder are compiled together, a few at a time. docs/decisions/0017-build-time.md has what it gains.
option(MUSTER_PCH "Precompile the headers of the standard library and of Abseil" ON)
option(MUSTER_UNITY "Compile the sources of a folder together, a few at a time" ON)
if(MUSTER_UNITY AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # With more to inline, GCC 12 sees more that is not there in the standard library: said, but no errors.
  target_compile_options(muster_flags INTERFACE -Wno-error=array-bounds -Wno-error=free-nonheap-object
                         -Wno-error=dangling-pointer -Wno-error=stringop-overflow -Wno-error=use-after-free
                         -Wno-error=uninitialized -Wno-error=null-dereference)
  # GCC stops to inline when a unit has grown by 40 % beyond 10,000 instructions, which several sources together reach
  # early: then even a comparison of two strings is called.
  target_compile_options(muster_flags INTERFACE "SHELL:--param large-unit-insns=100000")
endif()

# For a first look: two thirds of the compile time is optimization, and only what stores and counts gains from all of it.
option(MUSTER_QUICK_BUILD "Optimize fully only what stores and counts: faster to build, slower to read texts" OFF)
if(MUSTER_QUICK_BUILD)
  # In large groups, what is local to one source often has a name that another defines outside of functions.
  target_compile_options(muster_flags INTERFACE -Wno-shadow)
endif()

option(MUSTER_CCACHE "Use ccache when it is installed" ${PROJECT_IS_TOP_LEVEL})

if(MUSTER_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  find_program(MUSTER_CCACHE_PROGRAM ccache)
  if(MUSTER_CCACHE_PROGRAM)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${MUSTER_CCACHE_PROGRAM})
  endif()
endif()

# ccache takes precompiled headers only when it is told not to look at macros and times within them, and the compiler to
# name them in what it preprocesses.
if(CMAKE_CXX_COMPILER_LAUNCHER MATCHES "ccache$" AND MUSTER_PCH)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${CMAKE_CXX_COMPILER_LAUNCHER})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options(-fpch-preprocess)
  else()
    add_compile_options("SHELL:-Xclang -fno-pch-timestamp")
  endif()
endif()

# Headers of others only: a change to one of ours must not compile everything anew.
set(muster_common_headers
    <algorithm> <array> <atomic> <bit> <chrono> <cmath> <cstddef> <cstdint> <cstring> <filesystem> <functional>
    <initializer_list> <iterator> <limits> <map> <memory> <numeric> <optional> <set> <span> <string> <string_view>
    <thread> <tuple> <utility> <variant> <vector>
    <absl/base/thread_annotations.h> <absl/container/flat_hash_map.h> <absl/container/flat_hash_set.h>
    <absl/functional/function_ref.h> <absl/hash/hash.h> <absl/status/status.h> <absl/status/statusor.h>
    <absl/strings/ascii.h> <absl/strings/match.h> <absl/strings/numbers.h> <absl/strings/str_cat.h>
    <absl/strings/str_format.h> <absl/strings/str_join.h> <absl/strings/str_split.h> <absl/synchronization/mutex.h>)

# muster_precompile(<name> <headers>...): an object library that owns a precompiled header for others to reuse.
function(muster_precompile name)
  if(MUSTER_PCH)
    file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/${name}.cc CONTENT "// Owns a precompiled header.\n")
    add_library(${name} OBJECT ${CMAKE_CURRENT_BINARY_DIR}/${name}.cc)
    target_precompile_headers(${name} PRIVATE ${ARGN})
    target_link_libraries(${name} PRIVATE muster_flags absl::flat_hash_map absl::status absl::statusor absl::strings
                          absl::str_format absl::synchronization)
  endif()
endfunction()

function(muster_reuse_precompiled target owner)
  if(MUSTER_PCH)
    target_precompile_headers(${target} REUSE_FROM ${owner})
  endif()
endfunction()

# The names that a source defines outside of classes, in anonymous namespaces or not. Definitions begin in the first
# column, as the format has it.
function(muster_names_of source result)
  file(READ ${source} text)
  string(REGEX REPLACE "[][;\\]" "@" text "${text}")
  string(REGEX MATCHALL "\n[A-Za-z][^\n(){}=@#]*[ *&>][A-Za-z_0-9]+\\(" functions "${text}")
  string(REGEX MATCHALL "\n(constexpr|const|static|inline) [^\n(){}=@]*[ *&>][A-Za-z_0-9]+[@ =({]" values "${text}")
  string(REGEX MATCHALL "\n(struct|class|enum class|enum) [A-Za-z_0-9]+" types "${text}")
  set(names)
  foreach(definition ${functions} ${values} ${types})
    string(REGEX MATCH "([A-Za-z_0-9]+)[@ =({]*$" ignored "${definition}")
    list(APPEND names ${CMAKE_MATCH_1})
  endforeach()
  list(REMOVE_DUPLICATES names)
  set(${result} "${names}" PARENT_SCOPE)
endfunction()

# muster_compile_fast(<target> [COLD] [PRECOMPILED <owner>] [PER_GROUP <n>] [ALONE <source>...]): says of each source of
# the target with which others of its folder, some eight or <n>, it is compiled: with such as define none of its names,
# for those in anonymous namespaces would be one. (A name that is added later can still clash: the compiler says so, and
# cmake finds other groups when it is run again.) The first group that is tried is found from the source's name, not
# from its place in the list, so that a new source changes one group only. COLD is a part that neither stores nor counts:
# in a quick build it is optimized less, and its groups are larger, over all of its folders. ALONE are those whose names
# clash with headers.
function(muster_compile_fast target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "COLD" "PRECOMPILED;PER_GROUP" "ALONE")
  set(per_group 8)
  if(arg_PER_GROUP)
    set(per_group ${arg_PER_GROUP})
  endif()
  if(arg_COLD AND MUSTER_QUICK_BUILD)
    set(per_group 24)
    target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O1>)
  endif()
  if(arg_PRECOMPILED)
    muster_reuse_precompiled(${target} ${arg_PRECOMPILED})
  endif()
  if(NOT MUSTER_UNITY)
    return()
  endif()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  get_target_property(sources ${target} SOURCES)
  list(FILTER sources INCLUDE REGEX "\\.cc$")
  list(TRANSFORM sources REPLACE "^([^/].*)$" "${CMAKE_CURRENT_SOURCE_DIR}/\\1")
  set(folders)
  foreach(source ${sources})
    cmake_path(GET source PARENT_PATH folder)
    list(APPEND folders ${folder})
  endforeach()
  list(REMOVE_DUPLICATES folders)
  set(below "[^/]*")
  if(per_group GREATER 8)
    set(folders ${CMAKE_CURRENT_SOURCE_DIR})
    set(below ".*")
  endif()
  foreach(folder ${folders})
    set(of_folder ${sources})
    list(FILTER of_folder INCLUDE REGEX "^${folder}/${below}$")
    list(SORT of_folder)
    list(LENGTH of_folder length)
    math(EXPR groups "(${length} + ${per_group} - 1) / ${per_group}")
    math(EXPR last "${groups} - 1")
    foreach(group RANGE ${last})
      set(names_of_${group})
    endforeach()
    cmake_path(RELATIVE_PATH folder BASE_DIRECTORY ${PROJECT_SOURCE_DIR} OUTPUT_VARIABLE prefix)
    string(REPLACE / _ prefix ${prefix})
    foreach(source ${of_folder})
      cmake_path(GET source FILENAME name)
      if(name IN_LIST arg_ALONE)
        continue()
      endif()
      muster_names_of(${source} names)
      string(MD5 hash ${name})
      string(SUBSTRING ${hash} 0 6 hash)
      foreach(attempt RANGE ${last})
        math(EXPR group "(0x${hash} + ${attempt}) % ${groups}")
        set(clash FALSE)
        foreach(taken ${names})
          if(taken IN_LIST names_of_${group})
            set(clash TRUE)
            break()
          endif()
        endforeach()
        if(NOT clash)
          list(APPEND names_of_${group} ${names})
          set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${prefix}_${group})
          break()
        endif()
      endforeach()
    endforeach()
  endforeach()
endfunction()
