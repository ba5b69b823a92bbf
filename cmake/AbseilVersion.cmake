# Makes muster/abseil_version.h, by which the compiler refuses another Abseil than the one of this build.
get_target_property(muster_absl_dirs absl::config INTERFACE_INCLUDE_DIRECTORIES)
find_file(MUSTER_ABSL_CONFIG absl/base/config.h PATHS ${muster_absl_dirs} NO_DEFAULT_PATH REQUIRED)
find_file(MUSTER_ABSL_OPTIONS absl/base/options.h PATHS ${muster_absl_dirs} NO_DEFAULT_PATH REQUIRED)

function(muster_defined_in file name result)
  file(STRINGS ${file} line REGEX "^#define ${name} ")
  string(REGEX REPLACE "^#define ${name} +([A-Za-z0-9_]*).*" "\\1" value "${line}")
  set(${result} "${value}" PARENT_SCOPE)
endfunction()

muster_defined_in(${MUSTER_ABSL_CONFIG} ABSL_LTS_RELEASE_VERSION muster_absl_version)
muster_defined_in(${MUSTER_ABSL_OPTIONS} ABSL_OPTION_USE_INLINE_NAMESPACE muster_absl_has_namespace)
muster_defined_in(${MUSTER_ABSL_OPTIONS} ABSL_OPTION_INLINE_NAMESPACE_NAME muster_absl_namespace)
if(muster_absl_version STREQUAL "")
  set(muster_absl_version "without a release")
  set(muster_absl_version_differs "defined(ABSL_LTS_RELEASE_VERSION)")
else()
  set(muster_absl_version_differs
      "!defined(ABSL_LTS_RELEASE_VERSION) || ABSL_LTS_RELEASE_VERSION != ${muster_absl_version}")
endif()
configure_file(${CMAKE_CURRENT_LIST_DIR}/abseil_version.h.in
               ${PROJECT_BINARY_DIR}/include/muster/abseil_version.h @ONLY)
