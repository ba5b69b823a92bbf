// What a store proves of itself: its format, its dictionary, its version.
#include <gmock/gmock.h>
#include <rocksdb/write_batch.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "muster/reason.h"
#include "storage/rocks/rocks_db.h"
#include "tests/unit/storage/store_fixture.h"

namespace muster::storage {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class StoreTrustTest : public StoreFixture {
 protected:
  static std::string Message(const absl::Status& status) { return std::string(status.message()); }

  // What version 3 would have written in place of what is there.
  void MakeFormat3() {
    const Manifest manifest = store_->snapshot()->manifest;
    store_.reset();
    std::string bytes = "MSTR";
    const std::string now = manifest.Encode();
    bytes += now.substr(20, 16);  // version, next segment, blocks
    AppendSegments(manifest, &bytes);
    const size_t ontologies = 4 + 16 + 16 + 8 + 4 + SegmentBytes(manifest, 26);
    bytes += now.substr(ontologies, now.size() - 4 - ontologies);
    const auto sum = static_cast<uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
    bytes.append(reinterpret_cast<const char*>(&sum), 4);
    ASSERT_TRUE(Manifest::Parse(bytes).ok()) << Manifest::Parse(bytes).status();
    auto db = RocksDb::Open(path_, {});
    ASSERT_TRUE(db.ok()) << db.status();
    rocksdb::WriteBatch batch;
    ASSERT_TRUE(batch.Put((*db)->handle(kDefault), ManifestKey(), bytes).ok());
    ASSERT_TRUE(batch.Put((*db)->handle(kDefault), FormatKey(), "3").ok());
    ASSERT_TRUE((*db)->Write(batch, {}, "making it old").ok());
    fs::remove(path_ + "/VERSION");
  }

  std::string path() const { return path_; }

 private:
  template <typename T>
  static void Append(T value, std::string* bytes) {
    bytes->append(reinterpret_cast<const char*>(&value), sizeof(value));
  }
  static void AppendSegments(const Manifest& manifest, std::string* bytes) {
    Append(static_cast<uint32_t>(manifest.segments.size()), bytes);
    for (const SegmentInfo& segment : manifest.segments) {
      Append(segment.id, bytes);
      Append(segment.live_version, bytes);
      Append(segment.live, bytes);
      Append(static_cast<uint16_t>(segment.rows.size()), bytes);
      for (const uint32_t rows : segment.rows) Append(rows, bytes);
    }
  }
  static size_t SegmentBytes(const Manifest& manifest, size_t fixed) {
    size_t bytes = 0;
    for (const SegmentInfo& segment : manifest.segments) bytes += fixed + 4 * segment.rows.size();
    return bytes;
  }
};

TEST_F(StoreTrustTest, AStoreOfFormat3IsReadAndBecomesOneOfThePresentFormat) {
  Create();
  Add({"a", "b"});
  MakeFormat3();
  ASSERT_TRUE(Open({.read_only = true}).ok());
  EXPECT_EQ(Where("b"), "1:1");
  EXPECT_EQ(store_->snapshot()->manifest.catalogue, CatalogueId());
  Reopen();
  EXPECT_EQ(Where("a"), "1:0");
  Add({"c"});
  Reopen();
  EXPECT_EQ(Where("a"), "1:0");
  EXPECT_EQ(Where("c"), "2:0");
  EXPECT_NE(store_->snapshot()->manifest.catalogue, CatalogueId());
  store_.reset();
  const auto db = RocksDb::Open(path(), {.read_only = true});
  ASSERT_TRUE(db.ok()) << db.status();
  rocksdb::PinnableSlice format;
  ASSERT_TRUE(*(*db)->Get(kDefault, FormatKey(), &format));
  EXPECT_EQ(format.ToString(), "5");
}

TEST_F(StoreTrustTest, AWriterOfAnotherDictionaryIsRefused) {
  Create();
  Apply({.dictionary_block = "one", .dictionary = {3, 77}});
  // From before that block.
  const absl::Status stale = store_->Apply({.dictionary_block = "other", .dictionary = {2, 5}});
  EXPECT_EQ(stale.code(), absl::StatusCode::kAborted) << stale;
  EXPECT_EQ(ReasonOf(stale), reason::kStale);
  const absl::Status same_size =
      store_->Apply({.dictionary_block = "other", .dictionary_before = {3, 78}, .dictionary = {4, 5}});
  EXPECT_EQ(same_size.code(), absl::StatusCode::kAborted) << same_size;
  EXPECT_EQ(store_->snapshot()->manifest.dictionary_blocks, 1u);
  Apply({.dictionary_block = "two", .dictionary_before = {3, 77}, .dictionary = {4, 5}});
  Reopen();
  EXPECT_EQ(store_->snapshot()->manifest.dictionary, (DictionaryState{4, 5}));
}

TEST_F(StoreTrustTest, WhatIsAskedBeforeTheWriteMayRefuseIt) {
  Create();
  Add({"a"});
  SnapshotPtr before = store_->snapshot();
  const SegmentInfo info = Write({"b"});
  SnapshotPtr seen;
  const absl::Status status = store_->Apply({.add_segments = {info}}, [&](const SnapshotPtr& next) {
    seen = next;
    return absl::CancelledError("no");
  });
  EXPECT_EQ(status.code(), absl::StatusCode::kCancelled);
  ASSERT_NE(seen, nullptr);
  EXPECT_EQ(seen->manifest.version, before->manifest.version + 1);
  EXPECT_EQ(store_->snapshot(), before);
  before = seen = nullptr;
  Reopen();
  EXPECT_EQ(Where("b"), "none");
}

TEST_F(StoreTrustTest, AStoreOlderThanItsNoteIsDamaged) {
  Create();
  Add({"a"});
  store_.reset();
  const std::string older = path() + "_older";
  fs::remove_all(older);
  fs::copy(path(), older);
  Reopen();
  Add({"b"});
  store_.reset();
  fs::copy_file(path() + "/VERSION", older + "/VERSION", fs::copy_options::overwrite_existing);
  for (const bool read_only : {true, false}) {
    const auto store = Store::Open(older, {.read_only = read_only});
    EXPECT_EQ(store.status().code(), absl::StatusCode::kDataLoss) << store.status();
    EXPECT_THAT(Message(store.status()), HasSubstr("version 2 was committed"));
  }
  // Without the note there is nothing to compare with, and it is made again.
  fs::remove(older + "/VERSION");
  EXPECT_TRUE(Store::Open(older, {}).ok());
  EXPECT_TRUE(fs::exists(older + "/VERSION"));
  fs::remove_all(older);
}

TEST_F(StoreTrustTest, ANoteOfAnotherCatalogueIsDamage) {
  Create();
  Add({"a"});
  store_.reset();
  const std::string mine = path_;
  path_ = mine + "_other";
  fs::remove_all(path_);
  Create();
  Add({"a"});
  store_.reset();
  fs::copy_file(mine + "/VERSION", path_ + "/VERSION", fs::copy_options::overwrite_existing);
  const absl::Status status = Open({});
  EXPECT_EQ(status.code(), absl::StatusCode::kDataLoss) << status;
  EXPECT_THAT(Message(status), HasSubstr("another catalogue"));
  fs::remove_all(mine);
}

TEST_F(StoreTrustTest, HalfOfTheNoteIsEnough) {
  Create();
  Add({"a"});
  Add({"b"});
  store_.reset();
  for (const std::streamoff at : {std::streamoff{0}, std::streamoff{512}}) {
    const std::string copy = path() + "_copy";
    fs::remove_all(copy);
    fs::copy(path(), copy);
    {
      std::fstream file(copy + "/VERSION", std::ios::in | std::ios::out | std::ios::binary);
      file.seekp(at + 30);
      file << "x";
    }
    const auto store = Store::Open(copy, {});
    ASSERT_TRUE(store.ok()) << store.status();
    size_t problems = 0;
    ASSERT_TRUE((*store)->VerifyNotes([&](std::string_view) { ++problems; }).ok());
    EXPECT_EQ(problems, 0);
    fs::remove_all(copy);
  }
}

// As backups do, which share the files that have not changed since. What is written to one must not reach the other.
TEST_F(StoreTrustTest, ACopyByHardLinksIsAStoreOfItsOwn) {
  Create();
  Add({"a"});
  store_.reset();
  const std::string copy = path_ + ".copy";
  fs::remove_all(copy);
  fs::create_directory(copy);
  for (const auto& entry : fs::directory_iterator(path_)) {
    if (entry.is_regular_file()) fs::create_hard_link(entry, copy / entry.path().filename());
  }
  Reopen();
  Add({"b"});
  Reopen();
  Add({"c"});
  store_.reset();
  const std::string original = path_;
  for (const std::string& where : {copy, original}) {
    path_ = where;
    Reopen();
    if (HasFatalFailure()) return;
    EXPECT_EQ(Where("a"), "1:0");
    EXPECT_EQ(Where("c"), where == copy ? "none" : "3:0");
    store_->VerifyNotes([](std::string_view problem) { ADD_FAILURE() << problem; }).IgnoreError();
    Add({"d"});
    store_.reset();
  }
  fs::remove_all(copy);
}

TEST_F(StoreTrustTest, ADamagedFileIsNoticedByVerifying) {
  Create();
  Add({"a", "b", "c"});
  Reopen();
  size_t problems = 0;
  const auto count = [&](std::string_view) { ++problems; };
  ASSERT_TRUE(store_->VerifyFiles(count).ok());
  EXPECT_EQ(problems, 0);
  store_.reset();
  for (const auto& entry : fs::directory_iterator(path())) {
    if (entry.path().extension() != ".sst") continue;
    // In what every table file has at its end, and nothing reads again once it is open.
    std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
    file.seekg(40);
    const int byte = file.get();
    file.seekp(40);
    file.put(static_cast<char>(byte ^ 1));
  }
  const absl::Status status = Open({.read_only = true});
  if (!status.ok()) return;  // noticed as well
  ASSERT_TRUE(store_->VerifyFiles(count).ok());
  EXPECT_GT(problems, 0);
}

}  // namespace
}  // namespace muster::storage
