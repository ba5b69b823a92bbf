# Everything we link comes from the system's packages (scripts/setup installs them).
find_package(RocksDB CONFIG REQUIRED)
find_package(roaring CONFIG REQUIRED)
if(roaring_VERSION AND roaring_VERSION VERSION_LESS 4)
  message(FATAL_ERROR "CRoaring ${roaring_VERSION} is too old: 4.0 or newer is needed. Run scripts/setup.")
endif()
find_package(absl CONFIG REQUIRED)
find_package(antlr4-runtime CONFIG REQUIRED)
find_package(simdjson CONFIG REQUIRED)
find_package(nlohmann_json CONFIG REQUIRED)
find_package(ZLIB REQUIRED)
find_package(Threads REQUIRED)
# SHA-256 of the ledger.
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(PkgConfig REQUIRED)
# Not under the prefix zstd: RocksDB's own find module uses the variables of that name.
pkg_check_modules(LIBZSTD REQUIRED IMPORTED_TARGET libzstd)
# libcsv has neither a CMake nor a pkg-config file.
find_path(LIBCSV_INCLUDE_DIR csv.h REQUIRED)
find_library(LIBCSV_LIBRARY csv REQUIRED)
add_library(libcsv UNKNOWN IMPORTED)
set_target_properties(libcsv PROPERTIES IMPORTED_LOCATION ${LIBCSV_LIBRARY}
                      INTERFACE_INCLUDE_DIRECTORIES ${LIBCSV_INCLUDE_DIR})
if(MUSTER_BUILD_PROGRAM)
  find_package(CLI11 CONFIG REQUIRED)
  pkg_check_modules(xlsxwriter REQUIRED IMPORTED_TARGET xlsxwriter)
endif()
# The service is left out where its libraries are not there.
set(muster_service_found OFF)
if(MUSTER_BUILD_PROGRAM)
  find_package(Boost 1.81 QUIET)
  find_package(OpenSSL QUIET COMPONENTS SSL)
  find_package(tomlplusplus CONFIG QUIET)
  pkg_check_modules(cjose QUIET IMPORTED_TARGET cjose)
  find_path(PROMETHEUS_INCLUDE_DIR prometheus/text_serializer.h)
  find_library(PROMETHEUS_CORE_LIBRARY prometheus-cpp-core)
  if(Boost_FOUND AND TARGET OpenSSL::SSL AND tomlplusplus_FOUND AND cjose_FOUND AND PROMETHEUS_INCLUDE_DIR AND
     PROMETHEUS_CORE_LIBRARY)
    set(muster_service_found ON)
    # Its CMake package wants the libraries of its HTTP server, which is not used.
    add_library(prometheus_core UNKNOWN IMPORTED)
    set_target_properties(prometheus_core PROPERTIES IMPORTED_LOCATION ${PROMETHEUS_CORE_LIBRARY}
                          INTERFACE_INCLUDE_DIRECTORIES ${PROMETHEUS_INCLUDE_DIR})
  endif()
endif()
option(MUSTER_BUILD_SERVICE "Build the service, muster serve (needs Boost, cjose, toml++, prometheus-cpp)"
       ${muster_service_found})
