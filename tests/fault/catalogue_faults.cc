#include "tests/fault/catalogue_faults.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "storage/store.h"

namespace muster::fault {
namespace {

namespace fs = std::filesystem;

std::string Person(uint32_t id, uint32_t number, int features) {
  std::string text = absl::StrCat(R"({"id":"p)", id, R"(","subject":{"sex":")",
                                  (id + number) % 3 == 0 ? "MALE" : "FEMALE", R"("},"phenotypicFeatures":[)");
  for (int i = 0; i < features; ++i) {
    absl::StrAppend(&text, i > 0 ? "," : "", R"({"type":{"id":"T:)",
                    (id * 7 + number * 13 + static_cast<uint32_t>(i)) % 40, "\"}}");
  }
  // A code that nobody had before, so that the dictionary grows with each import.
  absl::StrAppend(&text, R"(,{"type":{"id":"NEW:)", number, "\"}}]}\n");
  return text;
}

ImportOptions OneThread() {
  ImportOptions options;
  options.threads = 1;
  return options;
}

// The first lines in which they differ.
std::string FirstDifference(const std::string& tested, const std::string& expected) {
  const std::vector<std::string> a = absl::StrSplit(tested, '\n');
  const std::vector<std::string> b = absl::StrSplit(expected, '\n');
  std::string question;
  for (size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
    const std::string said = i < a.size() ? a[i] : "(nothing)";
    const std::string right = i < b.size() ? b[i] : "(nothing)";
    if (said != right) {
      return absl::StrCat(question, ": line ", i, " is '", said, "' instead of '", right, "', of ", a.size(), " and ",
                          b.size(), " lines");
    }
    if (absl::StrContains(said, " ")) question = said;
  }
  return "";
}

}  // namespace

Change Change::Random(std::mt19937_64& random, uint32_t number) {
  const uint64_t x = random() % 100;
  const Kind kind = x < 55   ? Kind::kImport
                    : x < 62 ? Kind::kLargeImport
                    : x < 72 ? Kind::kOntology
                    : x < 88 ? Kind::kDelete
                             : Kind::kDefine;
  return {kind, number};
}

absl::Status Do(const Change& change, Catalogue& catalogue) {
  const uint32_t n = change.number;
  std::string text;
  switch (change.kind) {
    case Change::Kind::kImport:
      for (uint32_t i = 0; i < 5 + n % 20; ++i) text += Person((n * 17 + i * 3) % 150, n, 2);
      return catalogue.ImportText(text, OneThread()).status();
    case Change::Kind::kLargeImport:  // beyond what goes into the log
      for (uint32_t i = 0; i < 2500; ++i) text += Person(1000 + i, n, 300);
      return catalogue.ImportText(text, OneThread()).status();
    case Change::Kind::kOntology:
      text = absl::StrCat("format-version: 1.2\nontology: t\ndata-version: v", n % 3, "\n");
      for (uint32_t i = 0; i < 60; ++i) {
        absl::StrAppend(&text, "\n[Term]\nid: T:", i, "\nname: term ", i, " of ", n % 3, "\n",
                        i > 0 ? absl::StrCat("is_a: T:", (i - 1) / 2, "\n") : "");
      }
      return catalogue.ImportText(text, {}).status();
    case Change::Kind::kDelete: {
      std::vector<std::string> ids;
      for (uint32_t i = 0; i < 12; ++i) ids.push_back(absl::StrCat("p", (n * 5 + i * 7) % 150));
      return catalogue.Delete("default", ids).status();
    }
    case Change::Kind::kDefine: {
      const std::string query = absl::StrCat("define cohort c", n % 3, " as individuals where sex is male");
      const auto answers = catalogue.Query(query);
      if (!answers.ok()) return answers.status();
      if (answers->front().table) return absl::OkStatus();
      return absl::FailedPreconditionError(RenderDiagnostics(query, answers->front().diagnostics));
    }
  }
  return absl::InternalError("no such change");
}

std::string TestPath(const std::string& name) {
  const auto* const test = testing::UnitTest::GetInstance()->current_test_info();
  std::string path = (fs::temp_directory_path() /
                      absl::StrCat("muster_", ::getpid(), "_", test->test_suite_name(), "_", test->name(), "_", name))
                         .string();
  fs::remove_all(path);
  return path;
}

Twins::Twins() : path_(TestPath("tested")), twin_path_(TestPath("twin")) {}

Twins::~Twins() {
  tested_.reset();
  twin_.reset();
  fs::remove_all(path_);
  fs::remove_all(twin_path_);
}

absl::Status Twins::Create() {
  absl::Status status = Open();
  Close();
  return status;
}

absl::Status Twins::CatchUp() {
  if (twin_ == nullptr) {
    done_ = 0;
    fs::remove_all(twin_path_);
    auto twin = Catalogue::Open(twin_path_, {.create_if_missing = true, .query_threads = 1});
    if (!twin.ok()) return twin.status();
    twin_ = *std::move(twin);
  }
  for (; done_ < acknowledged_.size(); ++done_) {
    if (absl::Status status = Do(acknowledged_[done_], *twin_); !status.ok()) return status;
  }
  return absl::OkStatus();
}

absl::Status Twins::Open() {
  storage::SetDefaultFileSystem(files_);
  auto tested = Catalogue::Open(path_, {.create_if_missing = true, .query_threads = 1});
  storage::SetDefaultFileSystem(nullptr);
  if (tested.ok()) tested_ = *std::move(tested);
  return tested.status();
}

absl::Status Twins::Change(const fault::Change& change) {
  const absl::Status status = Do(change, *tested_);
  if (status.ok()) {
    acknowledged_.push_back(change);
    if (open_question_ != nullptr) Settle(/*with_last=*/true);
  } else {
    ++failed_;
    if (absl::StrContains(status.message(), "not known whether")) {
      // Until it is known what came of one, no other is begun.
      EXPECT_EQ(open_question_, nullptr);
      ++unknown_;
      open_question_ = std::make_unique<fault::Change>(change);
    }
  }
  return status;
}

void Twins::Settle(bool with_last) {
  const std::string tested = StateOf(*tested_);
  if (absl::StartsWith(tested, "error")) return;
  if (tested == Expected()) {
    // What is acknowledged after it stands on what came of it, and so it was not kept.
    if (with_last) open_question_.reset();
    return;
  }
  acknowledged_.insert(acknowledged_.end() - (with_last ? 1 : 0), *open_question_);
  open_question_.reset();
  twin_.reset();
}

const std::string& Twins::Expected() {
  // The same few histories come again and again, and follow from their changes.
  static auto& states = *new std::map<std::string, std::string>();
  std::string history;
  for (const fault::Change& change : acknowledged_) {
    absl::StrAppend(&history, static_cast<int>(change.kind), ":", change.number, " ");
  }
  const auto known = states.find(history);
  if (known != states.end()) return known->second;
  const absl::Status done = CatchUp();
  EXPECT_TRUE(done.ok()) << done;
  return states.emplace(std::move(history), StateOf(*twin_)).first->second;
}

std::string Twins::Difference() {
  if (open_question_ != nullptr) Settle(/*with_last=*/false);
  const std::string tested = StateOf(*tested_);
  if (absl::StartsWith(tested, "error")) return tested;
  return FirstDifference(tested, Expected());
}

}  // namespace muster::fault
