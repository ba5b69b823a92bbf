// A program that has closed its standard streams writes nothing into a store.
#include "storage/files/standard_descriptors.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>

#include "tests/unit/storage/store_fixture.h"

namespace muster::storage {
namespace {

using StandardDescriptorsTest = StoreFixture;

// Closes the three, and gives them back at the end.
class Closed {
 public:
  Closed() {
    for (int fd = 0; fd < 3; ++fd) {
      kept_[fd] = fcntl(fd, F_DUPFD_CLOEXEC, 100);
      close(fd);
    }
  }
  ~Closed() {
    for (int fd = 0; fd < 3; ++fd) {
      dup2(kept_[fd], fd);
      close(kept_[fd]);
    }
  }

 private:
  std::array<int, 3> kept_ = {};
};

TEST_F(StandardDescriptorsTest, AreNoFilesOfAStore) {
  std::array<std::string, 3> at_opening;
  std::array<std::string, 3> later;
  int error = 0;
  char byte = 0;
  const auto what = [] {
    std::array<std::string, 3> files;
    for (int fd = 0; fd < 3; ++fd) {
      std::error_code none;
      files[fd] = std::filesystem::read_symlink("/proc/self/fd/" + std::to_string(fd), none).string();
    }
    return files;
  };
  {
    const Closed closed;
    Create();
    at_opening = what();
    if (write(1, "text", 4) < 0 && read(0, &byte, 1) < 0) error = errno;
    Add({"a"});
    close(1);  // and once more, while it is open
    for (int i = 0; i < 3; ++i) Apply({.add_segments = {Write({"b"}, 100'000)}});
    later = what();
  }
  EXPECT_EQ(at_opening, (std::array<std::string, 3>{"/dev/null", "/dev/null", "/dev/null"}));
  EXPECT_TRUE(later[1] == "/dev/null" || later[1].empty()) << later[1];
  EXPECT_EQ(error, EBADF) << "whoever reads or writes them gets the error that he would have got";
}

TEST_F(StandardDescriptorsTest, ThatAreOpenStay) {
  const int before = fcntl(0, F_GETFD);
  TakeStandardDescriptors();
  EXPECT_EQ(fcntl(0, F_GETFD), before);
}

}  // namespace
}  // namespace muster::storage
