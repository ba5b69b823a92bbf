// Bytes on the disk change, files are cut or come from elsewhere: answers are right, or there is an error.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "storage/store.h"
#include "tests/fault/catalogue_faults.h"

namespace muster::fault {
namespace {

namespace fs = std::filesystem;

uint64_t Runs(uint64_t in_ci) {
  const char* const runs = std::getenv("MUSTER_FAULT_RUNS");
  return runs != nullptr ? std::strtoull(runs, nullptr, 10) : in_ci;
}

std::string ReadFile(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream all;
  all << in.rdbuf();
  return std::move(all).str();
}

void WriteFile(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

class DamageTest : public testing::Test {
 protected:
  void SetUp() override {
    closed_ = TestPath("closed");
    crashed_ = TestPath("crashed");
    work_ = TestPath("work");
    auto catalogue = Catalogue::Open(closed_, {.create_if_missing = true, .query_threads = 1});
    ASSERT_TRUE(catalogue.ok()) << catalogue.status();
    using enum Change::Kind;
    for (const Change& change : {Change{kOntology, 1}, Change{kImport, 1}, Change{kImport, 2}, Change{kDelete, 2},
                                 Change{kImport, 3}, Change{kDefine, 3}}) {
      ASSERT_TRUE(Do(change, **catalogue).ok());
    }
    // Without closing: all of it is in the log.
    fs::copy(closed_, crashed_);
    state_ = StateOf(**catalogue);
  }
  void TearDown() override {
    if (tried_ > 0) {
      std::cout << "figures: " << testing::UnitTest::GetInstance()->current_test_info()->name() << " " << tried_
                << " openings of damaged files, " << noticed_ << " noticed, the others right\n";
    }
    for (const std::string& path : {closed_, crashed_, work_}) fs::remove_all(path);
  }

  // What becomes of a copy of `base` after `damage`: false, and a failure of the test, when it says what is not so.
  bool Try(const std::string& base, const std::string& what, const std::function<void(const fs::path&)>& damage) {
    for (const bool read_only : {true, false}) {
      ++tried_;
      fs::remove_all(work_);
      fs::copy(base, work_);
      damage(work_);
      auto opened = Catalogue::Open(work_, {.read_only = read_only, .query_threads = 1});
      if (!opened.ok()) {
        ++noticed_;
        continue;
      }
      const std::string state = StateOf(**opened);
      const auto report = (*opened)->Check({});
      const bool check_is_clean = report.ok() && report->problems.empty();
      noticed_ += check_is_clean ? 0 : 1;
      if (state == state_ || state.starts_with("error")) continue;
      ADD_FAILURE() << what << (read_only ? " read" : " written") << ", check is "
                    << (check_is_clean ? "clean" : "not clean") << "\n"
                    << state << "instead of\n"
                    << state_;
      return false;
    }
    return true;
  }

  // RocksDB's info log, and files that only locks are about.
  static bool MattersToNobody(const std::string& name) { return name.starts_with("LOG") || name == "LOCK"; }

  void FlipBits(const std::string& base, uint64_t of_each_file) {
    std::mt19937_64 random(7);
    for (const auto& entry : fs::directory_iterator(base)) {
      const std::string name = entry.path().filename().string();
      const std::string bytes = ReadFile(entry.path());
      if (bytes.empty() || MattersToNobody(name)) continue;
      for (uint64_t i = 0; i < of_each_file; ++i) {
        std::string damaged = bytes;
        const size_t at = random() % bytes.size();
        damaged[at] = static_cast<char>(damaged[at] ^ (1 << (random() % 8)));
        if (!Try(base, name + " flipped at " + std::to_string(at) + " of " + std::to_string(bytes.size()),
                 [&](const fs::path& path) { WriteFile(path / name, damaged); })) {
          return;
        }
      }
    }
  }

  void CutFiles(const std::string& base, uint64_t of_each_file) {
    std::mt19937_64 random(8);
    for (const auto& entry : fs::directory_iterator(base)) {
      const std::string name = entry.path().filename().string();
      const std::string bytes = ReadFile(entry.path());
      if (bytes.empty() || MattersToNobody(name)) continue;
      for (uint64_t i = 0; i < of_each_file; ++i) {
        std::string cut = bytes.substr(0, random() % bytes.size());
        std::string zeroed = bytes;
        const size_t begin = random() % bytes.size() / 4096 * 4096;
        for (size_t at = begin; at < std::min(begin + 4096, zeroed.size()); ++at) zeroed[at] = 0;
        if (!Try(base, name + " cut to " + std::to_string(cut.size()),
                 [&](const fs::path& path) { WriteFile(path / name, cut); })) {
          return;
        }
        if (!Try(base, name + " zeroed at " + std::to_string(begin),
                 [&](const fs::path& path) { WriteFile(path / name, zeroed); })) {
          return;
        }
      }
      if (!Try(base, name + " removed", [&](const fs::path& path) { fs::remove(path / name); })) return;
    }
  }

  std::string closed_;
  std::string crashed_;
  std::string work_;
  std::string state_;
  uint64_t tried_ = 0;
  uint64_t noticed_ = 0;
};

TEST_F(DamageTest, ClosingLeavesNothingInTheLog) {
  uint64_t before = 0;
  uint64_t after = 0;
  for (const auto& entry : fs::directory_iterator(crashed_)) {
    if (entry.path().extension() == ".log") before += entry.file_size();
  }
  for (const auto& entry : fs::directory_iterator(closed_)) {
    if (entry.path().extension() == ".log") after += entry.file_size();
  }
  EXPECT_GT(before, 0);
  EXPECT_EQ(after, 0);
}

TEST_F(DamageTest, FlipsAfterClosing) {
  FlipBits(closed_, Runs(6));
  EXPECT_GT(noticed_, Runs(6));
}
TEST_F(DamageTest, FlipsAfterACrash) {
  FlipBits(crashed_, Runs(20));
  EXPECT_GT(noticed_, Runs(20));
}
TEST_F(DamageTest, CutsAfterClosing) { CutFiles(closed_, Runs(4)); }
TEST_F(DamageTest, CutsAfterACrash) { CutFiles(crashed_, Runs(10)); }

TEST_F(DamageTest, EveryByteOfATableFileIsProvenByCheck) {
  std::mt19937_64 random(9);
  for (const auto& entry : fs::directory_iterator(closed_)) {
    if (entry.path().extension() != ".sst") continue;
    const std::string bytes = ReadFile(entry.path());
    for (uint64_t i = 0; i < Runs(4); ++i) {
      std::string damaged = bytes;
      damaged[random() % bytes.size()] ^= 16;
      fs::remove_all(work_);
      fs::copy(closed_, work_);
      WriteFile(fs::path(work_) / entry.path().filename(), damaged);
      const auto opened = Catalogue::Open(work_, {.read_only = true, .query_threads = 1});
      if (!opened.ok()) continue;
      const auto report = (*opened)->Check({});
      EXPECT_TRUE(!report.ok() || !report->problems.empty()) << entry.path();
    }
  }
}

// A log or a manifest of before beside the rest of now.
TEST_F(DamageTest, OlderFilesAreNoticed) {
  const std::string newer = TestPath("newer");
  fs::copy(closed_, newer);
  {
    auto catalogue = Catalogue::Open(newer, {.query_threads = 1});
    ASSERT_TRUE(catalogue.ok()) << catalogue.status();
    ASSERT_TRUE(Do({Change::Kind::kImport, 9}, **catalogue).ok());
    state_ = StateOf(**catalogue);
  }
  // Everything but the note of the version is from before.
  Try(newer, "restored over", [&](const fs::path& path) {
    for (const auto& entry : fs::directory_iterator(path)) {
      if (entry.path().filename() != "VERSION") fs::remove(entry.path());
    }
    for (const auto& entry : fs::directory_iterator(closed_)) {
      if (entry.path().filename() != "VERSION") fs::copy(entry.path(), path / entry.path().filename());
    }
  });
  EXPECT_EQ(noticed_, 2);
  fs::remove_all(newer);
}

TEST_F(DamageTest, FilesOfAnotherCatalogueAreNoticed) {
  const std::string other = TestPath("other");
  std::string other_state;
  {
    auto catalogue = Catalogue::Open(other, {.create_if_missing = true, .query_threads = 1});
    ASSERT_TRUE(catalogue.ok()) << catalogue.status();
    using enum Change::Kind;
    for (const Change& change : {Change{kOntology, 1}, Change{kImport, 11}, Change{kImport, 12}, Change{kDelete, 12},
                                 Change{kImport, 13}, Change{kDefine, 13}}) {
      ASSERT_TRUE(Do(change, **catalogue).ok());
    }
    const std::string other_crashed = TestPath("other_crashed");
    fs::copy(other, other_crashed);
    for (const auto& entry : fs::directory_iterator(crashed_)) {
      const fs::path name = entry.path().filename();
      if (MattersToNobody(name.string()) || !fs::exists(other_crashed / name)) continue;
      Try(crashed_, name.string() + " of another, crashed", [&](const fs::path& path) {
        fs::copy(other_crashed / name, path / name, fs::copy_options::overwrite_existing);
      });
    }
    fs::remove_all(other_crashed);
  }
  for (const auto& entry : fs::directory_iterator(closed_)) {
    const fs::path name = entry.path().filename();
    if (MattersToNobody(name.string()) || !fs::exists(other / name)) continue;
    Try(closed_, name.string() + " of another",
        [&](const fs::path& path) { fs::copy(other / name, path / name, fs::copy_options::overwrite_existing); });
  }
  fs::remove_all(other);
}

}  // namespace
}  // namespace muster::fault
