# Flags for our own code; generated code and other people's headers are not held to them. Warnings are errors for those
# who work on it, and not for those who build it as a part: a newer compiler may have more of them.
option(MUSTER_WERROR "Warnings in our own code are errors" ${PROJECT_IS_TOP_LEVEL})
add_library(muster_flags INTERFACE)
target_compile_options(muster_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor $<$<BOOL:${MUSTER_WERROR}>:-Werror>)
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  # Holds what ABSL_GUARDED_BY and the like say of mutexes.
  target_compile_options(muster_flags INTERFACE -Wthread-safety)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 reports these in the standard library's own inlined code.
  target_compile_options(muster_flags INTERFACE -Wno-restrict -Wno-maybe-uninitialized -Wno-stringop-overread
                         -Wno-stringop-overflow)
endif()
if(MUSTER_SANITIZE)
  add_compile_options(-fsanitize=${MUSTER_SANITIZE} -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${MUSTER_SANITIZE})
  # What is undefined fails a test, as what the other sanitizers find does.
  add_compile_options(-fno-sanitize-recover=all)
  # Clang before 17 cannot compile coroutines, which the service has, with this check (llvm/llvm-project issue 49689).
  if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 17 AND
     MUSTER_SANITIZE MATCHES "undefined")
    add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fno-sanitize=function>)
  endif()
endif()
if(MUSTER_BUILD_FUZZERS)
  # All of our own code tells libFuzzer which branches it takes; the precompiled headers have to be made with it as well.
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fsanitize=fuzzer-no-link>)
endif()
