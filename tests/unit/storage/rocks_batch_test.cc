#include "storage/files/rocks_batch.h"

#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <new>
#include <string>

#include "gtest/gtest.h"

namespace muster::storage {
namespace {

TEST(RocksBatchTest, HoldsWhatRocksDbsOwnDoes) {
  RocksBatch ours;
  rocksdb::WriteBatch theirs;
  for (rocksdb::WriteBatch* const batch : {static_cast<rocksdb::WriteBatch*>(&ours), &theirs}) {
    for (size_t i = 0; i < 300; ++i) {
      ASSERT_TRUE(batch->Put(nullptr, std::string(i, 'k'), std::string(7 * i, 'v')).ok());
      ASSERT_TRUE(batch->Put(std::string(i, 'n'), "of no family").ok());
      ASSERT_TRUE(batch->Delete(nullptr, std::string(i, 'd')).ok());
      ASSERT_TRUE(batch->DeleteRange(nullptr, std::string(i, 'b'), std::string(2 * i, 'e')).ok());
    }
  }
  EXPECT_EQ(ours.Count(), theirs.Count());
  EXPECT_EQ(ours.Data(), theirs.Data());
}

TEST(RocksBatchTest, WithoutMemoryItStaysAsItWas) {
#ifdef __SANITIZE_ADDRESS__
  GTEST_SKIP() << "the sanitizer ends a process that has no memory";
#endif
  constexpr size_t kBytes = size_t{1} << 30;
  void* const memory = ::mmap(nullptr, kBytes, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  ASSERT_NE(memory, MAP_FAILED);
  const rocksdb::Slice large(static_cast<const char*>(memory), kBytes);
  const pid_t child = ::fork();
  if (child == 0) {
    RocksBatch batch;
    if (!batch.Put(nullptr, "k", "v").ok()) ::_exit(1);
    const std::string before = batch.Data();
    const rlimit none{kBytes, kBytes};  // of which the value has all
    if (::setrlimit(RLIMIT_AS, &none) != 0) ::_exit(2);
    try {
      batch.Put(nullptr, "k", large).PermitUncheckedError();
      ::_exit(3);
    } catch (const std::bad_alloc&) {
      ::_exit(batch.Data() == before ? 0 : 4);
    }
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFEXITED(status)) << "signal " << WTERMSIG(status);
  EXPECT_EQ(WEXITSTATUS(status), 0);
  ::munmap(memory, kBytes);
}

}  // namespace
}  // namespace muster::storage
