# The library, static and shared, from the objects of its parts. Only what MUSTER_EXPORT marks is visible in the shared
# one, and only include/muster/ is installed: RocksDB, ANTLR and roaring do not show through.
set(muster_objects)
get_property(muster_parts GLOBAL PROPERTY muster_parts)
foreach(part ${muster_parts} muster_grammar muster_grammar_generated muster_storage)
  list(APPEND muster_objects $<TARGET_OBJECTS:${part}>)
endforeach()
set(muster_private RocksDB::rocksdb-shared roaring::roaring antlr4_shared simdjson::simdjson ZLIB::ZLIB PkgConfig::LIBZSTD libcsv OpenSSL::Crypto
    absl::flat_hash_map absl::flat_hash_set absl::synchronization Threads::Threads)

include(AbseilVersion)

add_library(muster SHARED ${muster_objects})
add_library(muster_static STATIC ${muster_objects})
add_library(muster::muster ALIAS muster)
add_library(muster::muster_static ALIAS muster_static)
foreach(target muster muster_static)
  set_target_properties(${target} PROPERTIES LINKER_LANGUAGE CXX OUTPUT_NAME muster)
  target_compile_features(${target} INTERFACE cxx_std_20)
  target_include_directories(${target} INTERFACE $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>
                             $<BUILD_INTERFACE:${PROJECT_BINARY_DIR}/include>
                             $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
  target_link_libraries(${target} PRIVATE ${muster_private} PUBLIC absl::status absl::statusor absl::strings)
endforeach()
# The soname is of the interface in C, whose promise is by itself (docs/decisions/0025-the-interface-in-c.md).
set_target_properties(muster PROPERTIES VERSION 1.${PROJECT_VERSION} SOVERSION 1)
configure_file(${CMAKE_CURRENT_LIST_DIR}/libmuster.map.in ${PROJECT_BINARY_DIR}/libmuster.map @ONLY)
# It stays in the process after dlclose: threads of its own, and what they and `exit` call, may be left.
target_link_options(muster PRIVATE LINKER:-z,nodelete)
if(NOT MUSTER_SANITIZE)
  target_link_options(muster PRIVATE LINKER:--no-undefined LINKER:--version-script=${PROJECT_BINARY_DIR}/libmuster.map)
  set_target_properties(muster PROPERTIES LINK_DEPENDS ${PROJECT_BINARY_DIR}/libmuster.map)
endif()

# The static library needs the development packages of everything it links, the shared one only Abseil's: so each has an
# export of its own, and find_package(muster COMPONENTS static) asks for the former.
if(NOT MUSTER_INSTALL)
  return()
endif()
include(CMakePackageConfigHelpers)
set(muster_cmake_dir ${CMAKE_INSTALL_LIBDIR}/cmake/muster)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/muster DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT dev
        FILES_MATCHING PATTERN "*.h" PATTERN "*.hpp")
install(FILES ${PROJECT_BINARY_DIR}/include/muster/abseil_version.h
        DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/muster COMPONENT dev)
install(TARGETS muster EXPORT muster-shared
        LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library NAMELINK_COMPONENT dev)
# (Optional, so that a build of the program alone can be installed.)
install(TARGETS muster_static EXPORT muster-static ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT dev
        OPTIONAL)
install(EXPORT muster-shared FILE musterSharedTargets.cmake NAMESPACE muster:: DESTINATION ${muster_cmake_dir} COMPONENT dev)
install(EXPORT muster-static FILE musterStaticTargets.cmake NAMESPACE muster:: DESTINATION ${muster_cmake_dir} COMPONENT dev)
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/musterConfig.cmake.in
                              ${PROJECT_BINARY_DIR}/musterConfig.cmake INSTALL_DESTINATION ${muster_cmake_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/musterConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/musterConfig.cmake ${PROJECT_BINARY_DIR}/musterConfigVersion.cmake
        DESTINATION ${muster_cmake_dir} COMPONENT dev)
# The file finds the prefix from where it lies itself, so that an installed tree can be moved.
file(RELATIVE_PATH muster_pc_to_prefix /prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig /prefix)
configure_file(${CMAKE_CURRENT_LIST_DIR}/muster.pc.in ${PROJECT_BINARY_DIR}/muster.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/muster.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT dev)
