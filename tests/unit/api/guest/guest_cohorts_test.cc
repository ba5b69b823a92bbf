// What guests are told of cohorts and datasets, and what they keep as cohorts of their own.
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "muster/guest.h"
#include "tests/unit/api/guest/guest_catalogue_fixture.h"

namespace muster {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kDescribed = R"(,
  "datasets": [{"id": "hospital", "dataUse": ["DUO:0000042", "DUO:0000021"]}],
  "cohorts": [{"id": "large", "dataUse": ["DUO:0000011"]}, {"id": "small", "dataUse": ["DUO:0000043"]},
              {"id": "nobody", "dataUse": ["DUO:0000006"]}])";

class GuestCohortsTest : public GuestCatalogueFixture {};

// Which cohorts a note leaves out is decided as `in "small"` is: another channel would tell of one person more or less.
TEST_F(GuestCohortsTest, NamesOnlyListedCohortsWhereItSaysWhoseDataMayBeUsed) {
  ImportCohorts(kDescribed);
  AdmitUnder(kGuestPolicy);
  const std::string usable = "count individuals where usable for research";
  for (const std::string& text : {usable, "explain " + usable}) {
    const std::string said = Texts(text);
    EXPECT_THAT(said, HasSubstr("dataset hospital may be used with: DUO:0000021 ethics approval required"));
    EXPECT_THAT(said, HasSubstr("cohort large may not be used: only DUO:0000011"));
    EXPECT_THAT(said, Not(HasSubstr("small")));
    EXPECT_THAT(said, Not(HasSubstr("nobody")));
  }
  EXPECT_EQ(Refusal("count individuals where in \"small\""), "unknown-cohort");
  EXPECT_THAT(Texts("show cohorts"), Not(HasSubstr("small")));
  EXPECT_THAT(Completed("count individuals where in \""), Not(HasSubstr("small")));
  // The number is of the criterion as it is: 704 of the dataset are usable, the 113 of the cohorts are not.
  const Number number = Count(usable);
  ASSERT_TRUE(number.value.has_value());
  EXPECT_LE(number.low, 704);
  EXPECT_GE(number.high, 704);
  const auto hosts = catalogue_->Query(usable);
  ASSERT_TRUE(hosts.ok()) << hosts.status();
  EXPECT_EQ(hosts->front().table->rows[0][0], Cell(int64_t{704}));
  EXPECT_THAT(RenderDiagnostics(usable, hosts->front().diagnostics), HasSubstr("cohort nobody may not be used"));
}

TEST_F(GuestCohortsTest, AnUnlistedCohortSaysNothingOfDataUse) {
  ImportCohorts(R"(, "cohorts": [{"id": "small", "dataUse": ["DUO:0000042"]}])");
  AdmitUnder(kGuestPolicy);
  const std::string said = Texts("count individuals where usable for research");
  EXPECT_THAT(said, HasSubstr("no dataset or cohort says what its data may be used for"));
  EXPECT_THAT(said, HasSubstr("few | "));
}

TEST_F(GuestCohortsTest, NamesNeitherDatasetsNorCohortsWhereTheirFieldsAreHidden) {
  ImportCohorts(kDescribed);
  AdmitUnder(R"({"tiers": {"registered": {"preset": "registered", "hidden_fields": ["dataset", "cohort"]}},
                 "ledger": {"durable": "process"}})");
  EXPECT_EQ(Texts("count individuals where usable for research"), "~ | \n");
  EXPECT_EQ(Texts("show datasets"), "");
  EXPECT_EQ(Texts("show cohorts"), "");
}

TEST_F(GuestCohortsTest, KeepsCohortsOfAGuestsOwn) {
  AdmitUnder(kGuestPolicy);
  const std::string criteria = "sex is male and has phenotype HP:0001250";
  const Answer defined = Ask("define cohort Mine as individuals where " + criteria);
  ASSERT_TRUE(defined.table.has_value());
  EXPECT_EQ(defined.table->rows[0][2], Cell(Count("count individuals where " + criteria)));
  EXPECT_EQ(Count("count individuals where in cohort mine"), Count("count individuals where " + criteria));
  EXPECT_EQ(Count("count individuals where not in cohort mine"),
            Count("count individuals where not (" + criteria + ")"));
  const Answer compared = Ask("compare mine, all as individuals");
  ASSERT_TRUE(compared.table.has_value());
  EXPECT_EQ(compared.table->rows[0][0], Cell(Count("count individuals where " + criteria)));
  EXPECT_THAT(Texts("show cohorts"), HasSubstr("Mine | saved | 1 |  | define cohort"));
  EXPECT_THAT(Texts("show cohort mine"), HasSubstr("1 | 1 | ~ | define cohort"));
  Open({});
  Admit();
  EXPECT_EQ(Count("count individuals where in cohort mine"), Count("count individuals where " + criteria));
  auto other = catalogue_->Admit({.name = "bob", .tier = "registered"});
  ASSERT_TRUE(other.ok());
  EXPECT_EQ((*other)->Query("count individuals where in cohort mine")->front().diagnostics.at(0).code,
            "unknown-cohort");
  ASSERT_TRUE(Ask("drop cohort mine").table.has_value());
  EXPECT_EQ(Refusal("count individuals where in cohort mine"), "unknown-cohort");
  EXPECT_EQ(Refusal("drop cohort mine"), "unknown-cohort");
}

TEST_F(GuestCohortsTest, SeesNoCohortThatTheHostHasSaved) {
  ASSERT_TRUE(catalogue_->Query("define cohort hosts as individuals where sex is male").ok());
  AdmitUnder(kGuestPolicy);
  EXPECT_EQ(Refusal("count individuals where in cohort hosts"), "unknown-cohort");
  EXPECT_EQ(Texts("show cohorts"), "");
  EXPECT_EQ(Refusal("show cohort hosts"), "unknown-cohort");
}

TEST_F(GuestCohortsTest, ChargesForACohortThatIsDefinedAnew) {
  AdmitUnder(kGuestPolicy);
  Ask("define cohort c as individuals where sex is male");
  Count("count individuals where in cohort c");
  const int64_t left = guest_->Budget()->units_left;
  Count("count individuals where in cohort c");
  EXPECT_EQ(guest_->Budget()->units_left, left);
  Ask("define cohort c as individuals where sex is female");
  const Number women = Count("count individuals where in cohort c");
  EXPECT_EQ(guest_->Budget()->units_left, left - 2) << "the same words, and another question";
  EXPECT_EQ(women, Count("count individuals where sex is female"));
}

TEST_F(GuestCohortsTest, RefusesCohortsWhereTheyWouldMeanSomethingElse) {
  AdmitUnder(kGuestPolicy);
  Ask("define cohort c as individuals where sex is male");
  EXPECT_EQ(Refusal("count phenotypes where in cohort c"), "not-offered");
  EXPECT_EQ(Refusal("define cohort c as individuals where in cohort c"), "cohort-cycle");
  Ask("define cohort d as individuals where in cohort c");
  EXPECT_EQ(Refusal("define cohort c as individuals where in cohort d"), "cohort-cycle");
  EXPECT_EQ(Refusal("define cohort e as individuals"), "not-offered");
  EXPECT_EQ(Refusal("explain define cohort e as individuals where sex is male"), "not-offered");
}

TEST_F(GuestCohortsTest, JudgesAnOldDefinitionByThePolicyOfToday) {
  AdmitUnder(R"({"tiers": {"registered": {"preset": "registered", "ages": "any"}}, "ledger": {"durable": "process"}})");
  Ask("define cohort c as individuals where age at last contact >= 18.5 years");
  Count("count individuals where in cohort c");
  AdmitUnder(R"({"tiers": {"registered": {"preset": "registered"}}, "ledger": {"durable": "process"}})");
  EXPECT_EQ(Refusal("count individuals where in cohort c"), "too-fine");
  EXPECT_EQ(std::get<Number>(Ask("show cohort c").table->rows[0][2]).kind, Number::Kind::kWithheld);
}

TEST_F(GuestCohortsTest, SavesNothingOfATextThatIsRefused) {
  AdmitUnder(kGuestPolicy);
  EXPECT_EQ(Refusal("define cohort c as individuals where sex is male; list individuals"), "not-offered");
  EXPECT_EQ(Texts("show cohorts"), "");
  EXPECT_TRUE(Ask("define cohort c as individuals where sex is male; count individuals where in cohort c").table);
  EXPECT_THAT(Texts("show cohorts"), HasSubstr("c | saved | 1 |"));
}

}  // namespace
}  // namespace muster
