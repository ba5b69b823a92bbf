// The end of the process finds stores open.
#include "storage/files/process_end.h"

#include <cstdlib>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

#include "tests/unit/storage/store_fixture.h"

namespace muster::storage {
namespace {

class ProcessEndTest : public StoreFixture {};

TEST_F(ProcessEndTest, IsNotNow) { EXPECT_FALSE(IsProcessEnding()); }

// What is left behind is no leak to be reported.
void ReportNoLeaks() {
#ifdef __SANITIZE_ADDRESS__
  __lsan_disable();
#endif
}

// It is destroyed after what RocksDB made for itself when the store was opened.
TEST_F(ProcessEndTest, AStoreInAStaticObject) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");  // a process that is started anew
  const std::string path = testing::TempDir() + "muster_process_end";
  EXPECT_EXIT(
      {
        ReportNoLeaks();
        static std::unique_ptr<Store> held;
        std::filesystem::remove_all(path);
        held = *Store::Open(path, {.create_if_missing = true});
        store_.swap(held);
        Add({"a"});
        store_.swap(held);
        std::exit(0);
      },
      testing::ExitedWithCode(0), "");
  path_ = path;
  Reopen();
  EXPECT_EQ(Where("a"), "1:0");
}

}  // namespace
}  // namespace muster::storage
