// Where the tests' inputs and the documents lie. The paths are compiled into one source, so that every other object of
// the tests is the same in every checkout and a compiler cache can serve it.
#ifndef MUSTER_TESTS_SUPPORT_SOURCE_TREE_H_
#define MUSTER_TESTS_SUPPORT_SOURCE_TREE_H_

#include <string>
#include <string_view>

namespace muster::test {

/// `path` is relative to the top folder of the sources, e.g. "docs/language.md".
std::string InSourceTree(std::string_view path);

/// `path` is relative to tests/data.
std::string TestData(std::string_view path);

}  // namespace muster::test

#endif  // MUSTER_TESTS_SUPPORT_SOURCE_TREE_H_
