// Guests: what they get, what they do not, and what is kept of what they ask.
#include "muster/guest.h"

#include <unistd.h>

#include <filesystem>
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace muster {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* kPolicy = R"({
  "tiers": {"registered": {"preset": "registered", "units": 1000, "per_minute": 10000},
            "public": {"preset": "public", "units_name": 500, "per_minute": 10000, "timing": 0},
            "controlled": {"preset": "controlled", "per_minute": 10000}},
  "epoch": {"min_people": 20},
  "ledger": {"durable": "process"}})";

class GuestTest : public testing::Test {
 protected:
  void SetUp() override {
    const std::string name = testing::UnitTest::GetInstance()->current_test_info()->name();
    folder_ = std::filesystem::temp_directory_path() / ("muster_guest_" + name + std::to_string(getpid()));
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

TEST_F(GuestTest, IsNotLetInWithoutAPolicyOrUnderATierThatThereIsNot) {
  EXPECT_EQ(catalogue_->Admit({.name = "alice", .tier = "registered"}).status().code(),
            absl::StatusCode::kFailedPrecondition);
  ASSERT_TRUE(catalogue_->SetPolicy(kPolicy).ok());
  EXPECT_EQ(catalogue_->Admit({.name = "alice", .tier = "trusted"}).status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(catalogue_->Admit({.name = "", .tier = "registered"}).status().code(), absl::StatusCode::kInvalidArgument);
}

TEST_F(GuestTest, GetsNoisyNumbersWithTheirKind) {
  AdmitUnder(kPolicy);
  const Number number = Count("count individuals");
  EXPECT_EQ(number.kind, Number::Kind::kPerturbed);
  EXPECT_EQ(*number.value % 5, 0);
  EXPECT_NEAR(static_cast<double>(*number.value), 704, 18);
  EXPECT_LE(*number.low, 704);
  EXPECT_GE(*number.high, 704);
  EXPECT_EQ(Count("count individuals"), number);
  const Answer answer = Ask("count individuals");
  EXPECT_EQ(answer.table->provenance.release, "registered/1");
  EXPECT_EQ(answer.table->provenance.epoch, "1");
  EXPECT_EQ(answer.table->provenance.ledger.size(), 64u);
  EXPECT_EQ(answer.table->provenance.catalogue_version, 0u);
  EXPECT_EQ(answer.table->provenance.microseconds, 0);
}

TEST_F(GuestTest, SeesNoDifferenceBetweenFewAndNone) {
  AdmitUnder(kPolicy);
  const Number few = Count("count individuals where sex is male and not has phenotype HP:0001250");
  EXPECT_EQ(few.kind, Number::Kind::kSuppressed);
  EXPECT_EQ(few, Count("count individuals where sex is female and not has phenotype HP:0001250"));
}

TEST_F(GuestTest, GetsOneNumberForTheSameAndForNearlyTheSamePeople) {
  AdmitUnder(kPolicy);
  const Number all = Count("count individuals");
  EXPECT_EQ(Count("count individuals where sex is male or sex is female"), all);
  EXPECT_EQ(Count("count individuals where has phenotype HP:0001250"), all);  // all but four
  EXPECT_EQ(Count("count individuals where not (sex is male and not has phenotype HP:0001250)"), all);
}

TEST_F(GuestTest, CountsByShownValuesOnly) {
  AdmitUnder(kPolicy);
  const Answer answer = Ask("count individuals by phenotype");
  ASSERT_TRUE(answer.table.has_value());
  ASSERT_EQ(answer.table->rows.size(), 2u);
  EXPECT_EQ(answer.table->rows[0][0], Cell(std::string("HP:0001250")));
  EXPECT_EQ(answer.table->rows[1][0], Cell(std::string("(not shown)")));
  EXPECT_THAT(answer.table->labels, Not(Contains(testing::Key("HP:0002664"))));
}

TEST_F(GuestTest, IsRefusedWhatIsNotOfferedAndNeverGetsExactNumbers) {
  AdmitUnder(kPolicy);
  for (const char* text : {"list individuals", "explain count individuals", "explain analyse count individuals",
                           "define cohort c as individuals", "show imports", "show unknown codes"}) {
    EXPECT_EQ(Refusal(text), "not-offered") << text;
  }
  for (const char* text : {"describe individuals", "show catalogue", "show datasets", "show cohorts",
                           "terms like \"l\"", "funnel individuals where sex is male and has phenotype HP:0001250",
                           "impact individuals where sex is male and has phenotype HP:0001250",
                           "compare a as individuals where sex is male, b as individuals where sex is female",
                           "count individuals with certainty where sex is male"}) {
    const auto answers = guest_->Query(text);
    ASSERT_TRUE(answers.ok()) << answers.status();
    if (!answers->front().table.has_value()) continue;
    for (const auto& row : answers->front().table->rows) {
      for (const Cell& cell : row) EXPECT_FALSE(std::holds_alternative<int64_t>(cell)) << text;
    }
  }
}

TEST_F(GuestTest, IsChargedByTextAndRefusedWhenTheBudgetIsUsedUp) {
  AdmitUnder(R"({"tiers": {"registered": {"preset": "registered", "units": 3}}, "ledger": {"durable": "process"}})");
  Count("count individuals");
  EXPECT_EQ(guest_->Budget()->units_left, 2);
  Count("count individuals");  // the same question is free
  EXPECT_EQ(guest_->Budget()->units_left, 2);
  Ask("list individuals");  // what is refused by text is free
  EXPECT_EQ(guest_->Budget()->units_left, 2);
  Ask("count individuals by sex");
  EXPECT_EQ(guest_->Budget()->units_left, 0);
  EXPECT_EQ(Refusal("count individuals where sex is male"), "budget-used-up");
  Count("count individuals");
  Open({});
  Admit();
  EXPECT_EQ(guest_->Budget()->units_left, 0);
  EXPECT_EQ(Refusal("count individuals where sex is male"), "budget-used-up");
}

TEST_F(GuestTest, GetsTheSameNumberAfterTheCatalogueWasOpenedAnew) {
  AdmitUnder(kPolicy);
  const Number male = Count("count individuals where sex is male");
  Open({.read_only = true});
  Admit();
  EXPECT_EQ(Count("count individuals where sex is male"), male);
}

TEST_F(GuestTest, SeesImportsAndDeletionsOnlyInTheNextEpoch) {
  AdmitUnder(kPolicy);
  const Number before = Count("count individuals where sex is female");
  Import("N", "FEMALE", "HP:0001250", 10);
  EXPECT_EQ(catalogue_->PublishEpoch().code(), absl::StatusCode::kFailedPrecondition);
  std::vector<std::string> gone;
  for (int i = 0; i < 200; ++i) gone.push_back(absl::StrCat("F", i));
  ASSERT_TRUE(catalogue_->Delete("hospital", gone).ok());
  EXPECT_EQ(Count("count individuals where sex is female"), before);
  Open({});
  Admit();
  EXPECT_EQ(Count("count individuals where sex is female"), before);
  EXPECT_EQ(std::get<int64_t>((*catalogue_->Query("count individuals where sex is female"))[0].table->rows[0][0]), 210);
  const absl::Status published = catalogue_->PublishEpoch();
  ASSERT_TRUE(published.ok()) << published;
  EXPECT_NEAR(static_cast<double>(*Count("count individuals where sex is female").value), 210, 18);
  EXPECT_EQ(guest_->Info()->epoch, "2");
}

TEST_F(GuestTest, SeesTheDatasetsThatHeMay) {
  Import("O", "FEMALE", "HP:0001250", 100, "registry");
  AdmitUnder(R"({"tiers": {"registered": {"preset": "registered"}, "partners": {"preset": "controlled"}},
                 "datasets": {"registry": {"registered": "hidden"}}, "ledger": {"durable": "process"}})");
  EXPECT_NEAR(static_cast<double>(*Count("count individuals").value), 704, 18);
  EXPECT_THAT(guest_->Info()->datasets, ElementsAre("hospital"));
  EXPECT_EQ(Count("count individuals where dataset is hospital"), Count("count individuals"));
  Admit("partners", {"registry"});
  EXPECT_NEAR(static_cast<double>(*Count("count individuals").value), 100, 8);
  Admit("partners");
  EXPECT_NEAR(static_cast<double>(*Count("count individuals").value), 804, 8);
}

TEST_F(GuestTest, LeavesEntriesInALedgerThatCanBeVerified) {
  AdmitUnder(kPolicy);
  guest_->Query("count individuals where has variant with gene is \"BRCA1\"").IgnoreError();
  const std::string kept = Ask("count individuals").table->provenance.ledger;
  Ask("list individuals");
  const std::vector<LedgerEntry> entries = Entries();
  std::vector<std::string> outcomes;
  for (const LedgerEntry& entry : entries) {
    if (entry.what == "statement") outcomes.push_back(entry.outcome);
    EXPECT_THAT(entry.statement, Not(HasSubstr("BRCA1")));
  }
  EXPECT_THAT(outcomes, Contains("answered"));
  EXPECT_EQ(outcomes.back(), "not-offered");
  EXPECT_EQ(entries.back().what, "reading");
  EXPECT_EQ(entries[1].principal, "alice");
  EXPECT_EQ(entries[1].reference, "p1");
  EXPECT_EQ(entries[1].tier, "registered");
  const auto check = catalogue_->VerifyLedger(kept);
  ASSERT_TRUE(check.ok()) << check.status();
  EXPECT_THAT(check->problems, IsEmpty());
  EXPECT_EQ(check->entries, entries.size());
}

TEST_F(GuestTest, IsSuspendedUntilReinstated) {
  AdmitUnder(kPolicy);
  ASSERT_TRUE(catalogue_->Suspend("alice").ok());
  EXPECT_EQ(Refusal("count individuals"), "budget-used-up");
  EXPECT_TRUE(guest_->Budget()->suspended);
  ASSERT_TRUE(catalogue_->Reinstate("alice").ok());
  Count("count individuals");
}

TEST_F(GuestTest, IsLetInByOneProcessAtATime) {
  AdmitUnder(kPolicy);
  auto other = Catalogue::Open(folder_.string(), {.read_only = true});
  ASSERT_TRUE(other.ok());
  EXPECT_EQ((*other)->Admit({.name = "bob", .tier = "registered"}).status().code(), absl::StatusCode::kUnavailable);
}

TEST_F(GuestTest, PolicyKeepsItsVersions) {
  EXPECT_EQ(catalogue_->Policy().status().code(), absl::StatusCode::kNotFound);
  ASSERT_TRUE(catalogue_->SetPolicy(kPolicy).ok());
  EXPECT_EQ(*catalogue_->Policy(), kPolicy);
  EXPECT_EQ(catalogue_->SetPolicy(R"({"version": 7, "tiers": {"a": {"preset": "public"}}})").code(),
            absl::StatusCode::kAborted);
  EXPECT_EQ(catalogue_->SetPolicy(R"({"tiers": {"a": {"preset": "pubic"}}})").code(),
            absl::StatusCode::kInvalidArgument);
  ASSERT_TRUE(catalogue_->SetPolicy(R"({"version": 1, "tiers": {"a": {"preset": "controlled"}}})").ok());
  Admit("a");
  EXPECT_EQ(guest_->Info()->release, "a/2");
  EXPECT_THAT(*Catalogue::ExplainPolicy(kPolicy), HasSubstr("Tier public"));
}

TEST_F(GuestTest, LeavesTheEmbeddingProgramItsExactNumbers) {
  AdmitUnder(kPolicy);
  Count("count individuals");
  EXPECT_EQ(std::get<int64_t>((*catalogue_->Query("count individuals"))[0].table->rows[0][0]), 704);
}

}  // namespace
}  // namespace muster
