// Guests: what they get, what they do not, and what is kept of what they ask.
#include "muster/guest.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/unit/api/guest_fixture.h"

namespace muster {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

using GuestTest = GuestFixture;

TEST_F(GuestTest, IsNotLetInWithoutAPolicyOrUnderATierThatThereIsNot) {
  EXPECT_EQ(catalogue_->Admit({.name = "alice", .tier = "registered"}).status().code(),
            absl::StatusCode::kFailedPrecondition);
  ASSERT_TRUE(catalogue_->SetPolicy(kGuestPolicy).ok());
  EXPECT_EQ(catalogue_->Admit({.name = "alice", .tier = "trusted"}).status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(catalogue_->Admit({.name = "", .tier = "registered"}).status().code(), absl::StatusCode::kInvalidArgument);
}

TEST_F(GuestTest, GetsNoisyNumbersWithTheirKind) {
  AdmitUnder(kGuestPolicy);
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
  AdmitUnder(kGuestPolicy);
  const Number few = Count("count individuals where sex is male and not has phenotype HP:0001250");
  EXPECT_EQ(few.kind, Number::Kind::kSuppressed);
  EXPECT_EQ(few, Count("count individuals where sex is female and not has phenotype HP:0001250"));
}

TEST_F(GuestTest, GetsOneNumberForTheSameAndForNearlyTheSamePeople) {
  AdmitUnder(kGuestPolicy);
  const Number all = Count("count individuals");
  EXPECT_EQ(Count("count individuals where sex is male or sex is female"), all);
  EXPECT_EQ(Count("count individuals where has phenotype HP:0001250"), all);  // all but four
  EXPECT_EQ(Count("count individuals where not (sex is male and not has phenotype HP:0001250)"), all);
}

TEST_F(GuestTest, CountsByShownValuesOnly) {
  AdmitUnder(kGuestPolicy);
  const Answer answer = Ask("count individuals by phenotype");
  ASSERT_TRUE(answer.table.has_value());
  ASSERT_EQ(answer.table->rows.size(), 2u);
  EXPECT_EQ(answer.table->rows[0][0], Cell(std::string("HP:0001250")));
  EXPECT_EQ(answer.table->rows[1][0], Cell(std::string("(not shown)")));
  EXPECT_THAT(answer.table->labels, Not(Contains(testing::Key("HP:0002664"))));
}

TEST_F(GuestTest, IsRefusedWhatIsNotOfferedAndNeverGetsExactNumbers) {
  AdmitUnder(kGuestPolicy);
  for (const char* text :
       {"list individuals", "explain list individuals", "explain analyse count individuals",
        "define cohort c as individuals", "show imports", "show unknown codes", "explain describe individuals"}) {
    EXPECT_EQ(Refusal(text), "not-offered") << text;
  }
  for (const char* text : {"describe individuals", "describe phenotypes", "show catalogue", "show datasets",
                           "show ontologies", "show cohorts", "explain count individuals by sex",
                           "define cohort c as individuals where sex is male", "show cohort c", "drop cohort c",
                           "terms like \"l\"", "funnel individuals where sex is male and has phenotype HP:0001250",
                           "impact individuals where sex is male and has phenotype HP:0001250",
                           "compare a as individuals where sex is male, b as individuals where sex is female",
                           "count individuals with certainty where sex is male"}) {
    const auto answers = guest_->Query(text);
    ASSERT_TRUE(answers.ok()) << answers.status();
    ASSERT_TRUE(answers->front().table.has_value()) << text << RenderDiagnostics(text, answers->front().diagnostics);
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
  AdmitUnder(kGuestPolicy);
  const Number male = Count("count individuals where sex is male");
  Open({.read_only = true});
  Admit();
  EXPECT_EQ(Count("count individuals where sex is male"), male);
}

TEST_F(GuestTest, SeesImportsAndDeletionsOnlyInTheNextEpoch) {
  AdmitUnder(kGuestPolicy);
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
  AdmitUnder(kGuestPolicy);
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
  AdmitUnder(kGuestPolicy);
  ASSERT_TRUE(catalogue_->Suspend("alice").ok());
  EXPECT_EQ(Refusal("count individuals"), "budget-used-up");
  EXPECT_TRUE(guest_->Budget()->suspended);
  ASSERT_TRUE(catalogue_->Reinstate("alice").ok());
  Count("count individuals");
}

TEST_F(GuestTest, IsLetInByOneProcessAtATime) {
  AdmitUnder(kGuestPolicy);
  auto other = Catalogue::Open(folder_.string(), {.read_only = true});
  ASSERT_TRUE(other.ok());
  EXPECT_EQ((*other)->Admit({.name = "bob", .tier = "registered"}).status().code(), absl::StatusCode::kUnavailable);
}

TEST_F(GuestTest, PolicyKeepsItsVersions) {
  EXPECT_EQ(catalogue_->Policy().status().code(), absl::StatusCode::kNotFound);
  ASSERT_TRUE(catalogue_->SetPolicy(kGuestPolicy).ok());
  EXPECT_EQ(*catalogue_->Policy(), kGuestPolicy);
  EXPECT_EQ(catalogue_->SetPolicy(R"({"version": 7, "tiers": {"a": {"preset": "public"}}})").code(),
            absl::StatusCode::kAborted);
  EXPECT_EQ(catalogue_->SetPolicy(R"({"tiers": {"a": {"preset": "pubic"}}})").code(),
            absl::StatusCode::kInvalidArgument);
  ASSERT_TRUE(catalogue_->SetPolicy(R"({"version": 1, "tiers": {"a": {"preset": "controlled"}}})").ok());
  Admit("a");
  EXPECT_EQ(guest_->Info()->release, "a/2");
  EXPECT_THAT(*Catalogue::ExplainPolicy(kGuestPolicy), HasSubstr("Tier public"));
}

TEST_F(GuestTest, LeavesTheEmbeddingProgramItsExactNumbers) {
  AdmitUnder(kGuestPolicy);
  Count("count individuals");
  EXPECT_EQ(std::get<int64_t>((*catalogue_->Query("count individuals"))[0].table->rows[0][0]), 704);
}

}  // namespace
}  // namespace muster
