// Catalogue::Backup and Restore: whole copies, whatever else is going on.
#include <atomic>
#include <fstream>
#include <stop_token>
#include <thread>

#include "tests/unit/api/embedding_fixture.h"

namespace muster {
namespace {

using BackupTest = EmbeddingTest;

TEST_F(BackupTest, IsACatalogueOfItsOwn) {
  auto catalogue = Open();
  Import(*catalogue, 0, 100);
  ASSERT_TRUE(catalogue->Query("define cohort women as individuals where sex is female").ok());
  ASSERT_TRUE(catalogue->Delete("default", {"p0"}).ok());
  const auto version = catalogue->Backup(Path("backup"));
  ASSERT_TRUE(version.ok()) << version.status();
  EXPECT_EQ(*version, catalogue->Info()->version);
  Import(*catalogue, 100, 200);

  auto backup = Catalogue::Open(Path("backup"), {.read_only = true});
  ASSERT_TRUE(backup.ok()) << backup.status();
  EXPECT_EQ(Count(**backup), 99);
  EXPECT_EQ(Count(**backup, "count individuals where in women"), 49);
  EXPECT_EQ((*backup)->Info()->version, *version);
  const auto checked = (*backup)->Check({});
  ASSERT_TRUE(checked.ok()) << checked.status();
  EXPECT_TRUE(checked->problems.empty()) << checked->problems[0];
  // It can be written to as well, and the original does not notice.
  backup->reset();
  auto writable = Catalogue::Open(Path("backup"), {});
  ASSERT_TRUE(writable.ok()) << writable.status();
  Import(**writable, 500, 510);
  EXPECT_EQ(Count(**writable), 109);
  EXPECT_EQ(Count(*catalogue), 199);
}

TEST_F(BackupTest, OfAReaderIsThePresentVersion) {
  auto writer = Open();
  Import(*writer, 0, 10);
  auto reader = OpenToRead();
  Import(*writer, 10, 20);
  const auto version = reader->Backup(Path("backup/of today/"));
  ASSERT_TRUE(version.ok()) << version.status();
  EXPECT_EQ(*version, 2u);
  EXPECT_EQ(Count(*reader), 10);
  EXPECT_EQ(Count(**Catalogue::Open(Path("backup/of today"), {.read_only = true})), 20);
}

TEST_F(BackupTest, RestoredInAnotherPlace) {
  {
    auto catalogue = Open();
    Import(*catalogue, 0, 30);
    ASSERT_TRUE(catalogue->Backup(Path("backup")).ok());
  }
  std::filesystem::remove_all(Path());
  const auto version = Catalogue::Restore(Path("backup"), Path());
  ASSERT_TRUE(version.ok()) << version.status();
  auto catalogue = Open({});
  EXPECT_EQ(Count(*catalogue), 30);
  Import(*catalogue, 30, 40);
  EXPECT_EQ(Count(*catalogue), 40);
}

TEST_F(BackupTest, WhatIsThereIsNotOverwritten) {
  auto catalogue = Open();
  Import(*catalogue, 0, 10);
  std::filesystem::create_directories(Path("taken"));
  std::ofstream(Path("taken/file")) << "mine";
  EXPECT_EQ(catalogue->Backup(Path("taken")).status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(catalogue->Backup(Path()).status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_TRUE(std::filesystem::exists(Path("taken/file")));
  EXPECT_EQ(Catalogue::Restore(Path("absent"), Path("b")).status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(Catalogue::Restore(Path("taken"), Path("b")).status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_FALSE(std::filesystem::exists(Path("b")));
}

// Whoever asks a catalogue for a copy of itself is not given another that has its name by now.
TEST_F(BackupTest, IsNotOfAFolderThatTookItsPlace) {
  for (const bool read_only : {false, true}) {
    auto catalogue = Open();
    Import(*catalogue, 0, 10);
    if (read_only) {
      catalogue.reset();
      catalogue = OpenToRead();
    }
    std::filesystem::rename(Path(), Path("moved"));
    EXPECT_EQ(catalogue->Backup(Path("backup")).status().code(), absl::StatusCode::kFailedPrecondition);
    Import(*Open(), 20, 25);
    const auto version = catalogue->Backup(Path("backup"));
    EXPECT_EQ(version.status().code(), absl::StatusCode::kFailedPrecondition) << version.status();
    EXPECT_FALSE(std::filesystem::exists(Path("backup")));
    EXPECT_EQ(Count(*catalogue), 10);
    catalogue.reset();
    std::filesystem::remove_all(Path("moved"));
    std::filesystem::remove_all(Path());
  }
}

// It would go with what it is to save.
TEST_F(BackupTest, IsNotInTheCatalogueItself) {
  auto catalogue = Open();
  Import(*catalogue, 0, 3);
  std::filesystem::create_directory_symlink("catalogue", folder_ / "link");
  std::filesystem::create_directories(folder_ / "catalogues");
  for (const std::string& to : {Path("catalogue/copy"), Path("link/copy"), Path("catalogues/../catalogue/copy")}) {
    EXPECT_EQ(catalogue->Backup(to).status().code(), absl::StatusCode::kFailedPrecondition) << to;
    EXPECT_EQ(Catalogue::Restore(Path(), to).status().code(), absl::StatusCode::kFailedPrecondition) << to;
  }
  EXPECT_FALSE(std::filesystem::exists(Path("catalogue/copy")));
  EXPECT_TRUE(catalogue->Backup(Path("catalogues/copy")).ok());
}

TEST_F(BackupTest, StoppedLeavesNothing) {
  auto catalogue = Open();
  Import(*catalogue, 0, 10);
  std::stop_source source;
  source.request_stop();
  EXPECT_EQ(catalogue->Backup(Path("backup"), {.stop = source.get_token()}).status().code(),
            absl::StatusCode::kCancelled);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder_), {}), 1);
}

TEST_F(BackupTest, DamageIsNotCopied) {
  {
    auto catalogue = Open();
    Import(*catalogue, 0, 2000);
  }
  for (const auto& entry : std::filesystem::directory_iterator(Path())) {
    if (entry.path().extension() != ".sst" || entry.file_size() < 3000) continue;
    std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
    file.seekg(1000);
    const int byte = file.get();
    file.seekp(1000);
    file.put(static_cast<char>(byte ^ 0x55));
  }
  const auto restored = Catalogue::Restore(Path(), Path("copy"));
  EXPECT_EQ(restored.status().code(), absl::StatusCode::kDataLoss) << restored.status();
  EXPECT_FALSE(std::filesystem::exists(Path("copy")));
}

TEST_F(BackupTest, OfWhatWasCutWhileItWasOpen) {
  {
    auto writer = Open();
    Import(*writer, 0, 100);
  }
  auto catalogue = OpenToRead();
  for (const auto& file : std::filesystem::directory_iterator(Path())) {
    if (file.path().filename().string().starts_with("MANIFEST")) std::filesystem::resize_file(file.path(), 100);
  }
  const absl::Status status = catalogue->Backup(Path("backup")).status();
  EXPECT_TRUE(absl::IsDataLoss(status)) << status;
  EXPECT_EQ(status.message().find("unfinished"), absl::string_view::npos) << status;
}

TEST_F(BackupTest, WhileAWriterCommits) {
  auto catalogue = Open();
  Import(*catalogue, 0, 100);
  std::atomic<bool> done = false;
  std::thread writer([&] {
    for (int i = 1; i <= 40; ++i) {
      Import(*catalogue, 100 * i, 100 * (i + 1));
      ASSERT_TRUE(catalogue->Delete("default", {"p" + std::to_string(100 * i)}).ok());
    }
    done = true;
  });
  int backups = 0;
  while (!done) {
    const std::string to = Path("backup " + std::to_string(backups));
    const uint64_t before = catalogue->Info()->version;
    const auto version = catalogue->Backup(to);
    ASSERT_TRUE(version.ok()) << version.status();
    EXPECT_GE(*version, before) << "what was committed before is in it";
    auto backup = Catalogue::Open(to, {.read_only = true});
    ASSERT_TRUE(backup.ok()) << backup.status();
    const auto changes = static_cast<int64_t>(*version) - 1;
    EXPECT_EQ(Count(**backup), 100 + 100 * ((changes + 1) / 2) - changes / 2);
    ++backups;
  }
  writer.join();
  EXPECT_GT(backups, 0);
}

}  // namespace
}  // namespace muster
