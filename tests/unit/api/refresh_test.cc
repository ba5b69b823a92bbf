// Catalogue::Refresh: a reader catches up with the writer.
#include <sys/wait.h>

#include <atomic>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "tests/unit/api/embedding_fixture.h"

namespace muster {
namespace {

constexpr int kCannotWrite = 9;

using RefreshTest = EmbeddingTest;

TEST_F(RefreshTest, AReaderCatchesUp) {
  auto writer = Open();
  Import(*writer, 0, 100);
  auto reader = OpenToRead();
  EXPECT_EQ(Count(*reader), 100);
  EXPECT_EQ(*reader->Refresh(), 1u);
  Import(*writer, 100, 130);
  ASSERT_TRUE(writer->Delete("default", {"p0"}).ok());
  ASSERT_TRUE(
      writer->ImportText("ontology: hp\n\n[Term]\nid: HP:0000000\n\n[Term]\nid: HP:0000001\nis_a: HP:0000000\n", {})
          .ok());
  ASSERT_TRUE(writer->Query("define cohort women as individuals where sex is female").ok());
  EXPECT_EQ(Count(*reader), 100) << "until it is refreshed";
  const auto before = reader->TakeSnapshot();
  const auto version = reader->Refresh();
  ASSERT_TRUE(version.ok()) << version.status();
  EXPECT_EQ(*version, writer->Info()->version);
  EXPECT_EQ(Count(*reader), 129);
  EXPECT_EQ(Count(*reader, "count individuals where has phenotype HP:0000000"),
            Count(*writer, "count individuals where has phenotype HP:0000000"));
  EXPECT_EQ(Count(*reader, "count individuals where in women"), 64);
  EXPECT_EQ(NumberIn((*before)->Query("count individuals")), 100);
  EXPECT_EQ(*reader->Refresh(), *version);
  EXPECT_EQ(reader->Stats().refreshes, 1u);
  EXPECT_EQ(*writer->Refresh(), *version) << "a writer is up to date";
}

TEST_F(RefreshTest, AfterCompact) {
  auto writer = Open();
  for (int i = 0; i < 5; ++i) Import(*writer, 20 * i, 20 * (i + 1));
  auto reader = OpenToRead();
  EXPECT_EQ(Count(*reader, "count individuals where has phenotype HP:0000003"), 14);
  ASSERT_TRUE(writer->Delete("default", {"p3", "p10"}).ok());
  ASSERT_TRUE(writer->Compact().ok());
  EXPECT_EQ(Count(*reader, "count individuals where has phenotype HP:0000003"), 14);
  ASSERT_TRUE(reader->Refresh().ok());
  EXPECT_EQ(Count(*reader, "count individuals where has phenotype HP:0000003"), 12);
  EXPECT_EQ(reader->Info()->version, writer->Info()->version);
}

TEST_F(RefreshTest, ACheckBesideItFindsNoDamage) {
  auto writer = Open();
  Import(*writer, 0, 10);
  auto reader = OpenToRead();
  std::atomic<bool> stop = false;
  std::vector<std::string> problems;
  std::thread checker([&] {
    while (!stop) {
      const auto report = reader->Check({});
      if (!report.ok()) problems.emplace_back(report.status().message());
      if (report.ok()) problems.insert(problems.end(), report->problems.begin(), report->problems.end());
    }
  });
  for (int i = 0; i < 60; ++i) {
    // A code that is new, and one that nobody has any more.
    const std::string code = "T:" + std::to_string(i);
    const auto report = writer->ImportText(
        R"({"id":"p0","subject":{"id":"p0"},"phenotypicFeatures":[{"type":{"id":")" + code + "\"}}]}\n", {});
    EXPECT_TRUE(report.ok()) << report.status();
    const auto version = reader->Refresh();
    EXPECT_TRUE(version.ok()) << version.status();
  }
  stop = true;
  checker.join();
  EXPECT_EQ(problems, std::vector<std::string>());
}

TEST_F(RefreshTest, OfARelativePathOnceTheProcessWorksElsewhere) {
  auto writer = Open();
  Import(*writer, 0, 10);
  const std::filesystem::path before = std::filesystem::current_path();
  std::filesystem::current_path(folder_);
  auto reader = Catalogue::Open("catalogue", {.read_only = true});
  std::filesystem::create_directories(folder_ / "sub");
  std::filesystem::current_path(folder_ / "sub");
  Import(*writer, 10, 20);
  ASSERT_TRUE(reader.ok()) << reader.status();
  const auto version = (*reader)->Refresh();
  std::filesystem::current_path(before);
  ASSERT_TRUE(version.ok()) << version.status();
  EXPECT_EQ(Count(**reader), 20);
}

TEST_F(RefreshTest, AnotherFolderInItsPlaceIsNotTakenForIt) {
  {
    auto writer = Open();
    Import(*writer, 0, 10);
  }
  auto reader = OpenToRead();
  std::filesystem::rename(Path(), Path("moved"));
  {
    auto other = Open();
    Import(*other, 0, 20);
  }
  EXPECT_EQ(reader->Refresh().status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(Count(*reader), 10) << "it goes on with what it has";
}

// The writer is another process, which imports and deletes all along.
TEST_F(RefreshTest, FollowsAWriterInAnotherProcess) {
  // Before this process opens a catalogue: one that is forked later could not write.
  const pid_t child = fork();
  if (child == 0) {
    auto writer = Catalogue::Open(Path(), {.create_if_missing = true});
    if (!writer.ok()) _exit(absl::IsFailedPrecondition(writer.status()) ? kCannotWrite : 1);
    for (int i = 0; i < 30; ++i) {
      if (!(*writer)->ImportText(People(100 * i, 100 * (i + 1)), {}).ok()) _exit(2);
      if (!(*writer)->Delete("default", {"p" + std::to_string(100 * i)}).ok()) _exit(3);
    }
    writer->reset();
    _exit(0);
  }
  ASSERT_GT(child, 0);
  std::unique_ptr<Catalogue> reader;
  uint64_t last = 0;
  int versions = 0;
  int status = 0;
  for (bool running = true; running;) {
    running = waitpid(child, &status, WNOHANG) == 0;
    if (reader == nullptr) {
      auto opened = Catalogue::Open(Path(), {.read_only = true});
      if (opened.ok()) reader = *std::move(opened);
      if (reader == nullptr) continue;
    }
    const auto version = reader->Refresh();
    ASSERT_TRUE(version.ok()) << version.status();
    ASSERT_GE(*version, last);
    versions += *version > last ? 1 : 0;
    last = *version;
    const auto answers =
        reader->Query("count individuals where sex is female; count individuals where sex is male; count individuals");
    if (last == 0) continue;  // nobody is there, and so nobody's sex
    ASSERT_EQ(NumberIn(answers, 0) + NumberIn(answers, 1), NumberIn(answers, 2));
    ASSERT_EQ((*answers)[2].table->provenance.catalogue_version, last);
    // After i imports and as many deletions, or one less.
    const auto commits = static_cast<int64_t>(last);
    ASSERT_EQ(NumberIn(answers, 2), 100 * ((commits + 1) / 2) - commits / 2);
  }
  ASSERT_TRUE(WIFEXITED(status));
  if (WEXITSTATUS(status) == kCannotWrite) GTEST_SKIP() << "other tests ran in this process before";
  ASSERT_EQ(WEXITSTATUS(status), 0);
  EXPECT_EQ(last, 60u);
  EXPECT_GT(versions, 1);
}

}  // namespace
}  // namespace muster
