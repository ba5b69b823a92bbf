// A folder that one test has for itself.
#ifndef MUSTER_TESTS_SUPPORT_OWN_FOLDER_H_
#define MUSTER_TESTS_SUPPORT_OWN_FOLDER_H_

#include <gtest/gtest.h>
#include <stdlib.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace muster::test {

/// An empty folder of a name that no other process uses, removed with all that it holds at the end. Tests run side by
/// side, of one build or of several, so no test writes to a name that another could choose too.
class OwnFolder {
 public:
  OwnFolder() : path_(testing::TempDir() + "muster_XXXXXX") {
    if (mkdtemp(path_.data()) == nullptr) {
      std::perror("no folder for a test");
      std::abort();
    }
  }
  OwnFolder(const OwnFolder&) = delete;
  OwnFolder& operator=(const OwnFolder&) = delete;
  ~OwnFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  const std::string& path() const { return path_; }
  /// The path of what has this name in the folder, whether or not it is there.
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

}  // namespace muster::test

#endif  // MUSTER_TESTS_SUPPORT_OWN_FOLDER_H_
