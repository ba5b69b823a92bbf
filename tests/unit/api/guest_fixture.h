// A catalogue that lets guests in: 400 women and 300 men with a phenotype, and 4 men with another.
#ifndef MUSTER_TESTS_UNIT_API_GUEST_FIXTURE_H_
#define MUSTER_TESTS_UNIT_API_GUEST_FIXTURE_H_

#include <unistd.h>

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "muster/guest.h"

namespace muster {

inline constexpr const char* kGuestPolicy = R"({
  "tiers": {"registered": {"preset": "registered", "units": 1000, "per_minute": 10000},
            "public": {"preset": "public", "units_name": 500, "per_minute": 10000, "timing": 0},
            "controlled": {"preset": "controlled", "per_minute": 10000}},
  "epoch": {"min_people": 20},
  "ledger": {"durable": "process"}})";

class GuestFixture : public testing::Test {
 protected:
  void SetUp() override {
    const std::string name = testing::UnitTest::GetInstance()->current_test_info()->name();
    folder_ = std::filesystem::temp_directory_path() / ("muster_guest_" + std::string(name) + std::to_string(getpid()));
    std::filesystem::remove_all(folder_);
    Open({.create_if_missing = true});
    Import("F", "FEMALE", "HP:0001250", 400);
    Import("M", "MALE", "HP:0001250", 300);
    Import("R", "MALE", "HP:0002664", 4);
  }
  void TearDown() override {
    catalogue_.reset();
    std::filesystem::remove_all(folder_);
  }

  void Open(const OpenOptions& options) {
    guest_.reset();
    catalogue_.reset();
    auto catalogue = Catalogue::Open(folder_.string(), options);
    ASSERT_TRUE(catalogue.ok()) << catalogue.status();
    catalogue_ = *std::move(catalogue);
  }
  void Import(const std::string& prefix, const std::string& sex, const std::string& term, int count,
              const std::string& dataset = "hospital") {
    std::string text;
    for (int i = 0; i < count; ++i) {
      absl::StrAppend(&text, R"({"id":")", prefix, i, R"(","subject":{"id":")", prefix, i, R"(","sex":")", sex,
                      R"("},"phenotypicFeatures":[{"type":{"id":")", term, R"(","label":"l"}}]})", "\n");
    }
    ImportOptions options;
    options.dataset = dataset;
    const auto report = catalogue_->ImportText(text, options);
    ASSERT_TRUE(report.ok()) << report.status();
  }
  void Admit(const std::string& tier = "registered", std::vector<std::string> datasets = {}) {
    auto guest = catalogue_->Admit({.name = "alice", .tier = tier, .datasets = std::move(datasets), .reference = "p1"});
    ASSERT_TRUE(guest.ok()) << guest.status();
    guest_ = *std::move(guest);
  }
  void AdmitUnder(const std::string& policy, const std::string& tier = "registered") {
    const absl::Status set = catalogue_->SetPolicy(policy);
    ASSERT_TRUE(set.ok()) << set;
    Admit(tier);
  }

  Answer Ask(const std::string& text) {
    auto answers = guest_->Query(text);
    EXPECT_TRUE(answers.ok()) << answers.status();
    return answers.ok() ? answers->back() : Answer();
  }
  Number Count(const std::string& text) {
    const Answer answer = Ask(text);
    EXPECT_TRUE(answer.table.has_value()) << text << ": " << RenderDiagnostics(text, answer.diagnostics);
    return answer.table ? std::get<Number>(answer.table->rows[0][0]) : Number();
  }
  std::string Refusal(const std::string& text) {
    const Answer answer = Ask(text);
    EXPECT_FALSE(answer.table.has_value()) << text;
    return answer.diagnostics.empty() ? "" : answer.diagnostics.back().code;
  }
  std::vector<LedgerEntry> Entries() {
    std::vector<LedgerEntry> entries;
    const absl::Status read = catalogue_->Ledger(1, [&](const LedgerEntry& entry) {
      entries.push_back(entry);
      return true;
    });
    EXPECT_TRUE(read.ok()) << read;
    return entries;
  }

  std::filesystem::path folder_;
  std::unique_ptr<Catalogue> catalogue_;
  std::unique_ptr<Guest> guest_;
};

}  // namespace muster

#endif  // MUSTER_TESTS_UNIT_API_GUEST_FIXTURE_H_
