#include "tests/support/source_tree.h"

namespace muster::test {

std::string InSourceTree(std::string_view path) { return std::string(MUSTER_SOURCE_DIR "/").append(path); }

std::string TestData(std::string_view path) { return InSourceTree("tests/data/").append(path); }

}  // namespace muster::test
