// Guests: what they get, what they do not, and what is kept of what they ask.
#include "muster/guest.h"

#include <rocksdb/iterator.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "storage/rocks/rocks_db.h"
#include "tests/unit/api/guest_fixture.h"

namespace muster {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

using GuestTest = GuestFixture;

TEST_F(GuestTest, IsOverWhenItsCatalogueIsClosed) {
  AdmitUnder(kGuestPolicy);
  catalogue_.reset();
  EXPECT_EQ(guest_->Query("count individuals").status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(guest_->Info().status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(guest_->Budget().status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(guest_->UnitsOf("LOCAL:5").status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(guest_->Listed("phenotype", "term").status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_TRUE(guest_->Complete("count ind", 9).items.empty());
  guest_.reset();
  Open({});
  Admit();
  EXPECT_TRUE(guest_->Query("count individuals").ok());
}

// One that is left over does not keep the folder locked.
TEST_F(GuestTest, LetsGoOfTheFilesOfAClosedCatalogue) {
  AdmitUnder(kGuestPolicy);
  EXPECT_TRUE(guest_->Query("count individuals").ok());
  catalogue_.reset();
  auto again = Catalogue::Open(folder_.string(), {});
  ASSERT_TRUE(again.ok()) << again.status();
  EXPECT_TRUE((*again)->Admit({.name = "alice", .tier = "registered"}).ok());
  EXPECT_EQ(guest_->Query("count individuals").status().code(), absl::StatusCode::kFailedPrecondition);
}

// Wherever the process works later.
TEST_F(GuestTest, TheLedgerIsInTheFolderThatWasOpened) {
  const std::filesystem::path before = std::filesystem::current_path();
  const std::filesystem::path elsewhere = folder_.string() + ".elsewhere";
  std::filesystem::create_directories(elsewhere / folder_.filename());
  catalogue_.reset();
  for (const std::string& ledger : {std::string(), folder_.filename().string() + "/ledger of mine"}) {
    std::filesystem::current_path(folder_.parent_path());
    auto catalogue = Catalogue::Open(folder_.filename().string(), {.ledger = ledger});
    std::filesystem::current_path(elsewhere);
    ASSERT_TRUE(catalogue.ok()) << catalogue.status();
    catalogue_ = *std::move(catalogue);
    AdmitUnder(kGuestPolicy);
    EXPECT_TRUE(std::filesystem::exists(folder_ / (ledger.empty() ? "ledger" : "ledger of mine")));
    EXPECT_TRUE(std::filesystem::is_empty(elsewhere / folder_.filename()));
    guest_.reset();
    catalogue_.reset();
  }
  std::filesystem::current_path(before);
  std::filesystem::remove_all(elsewhere);
}

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

// Of a catalogue that is open read-only, too, as a service has it; and deletions are not kept back for ever.
TEST_F(GuestTest, BeginsAnEpochBesideAWriter) {
  AdmitUnder(kGuestPolicy);
  const int64_t before = Count("count individuals where sex is female").value.value_or(-1);
  Open({.read_only = true});
  Admit();
  EXPECT_FALSE(*catalogue_->PublishEpochIfDue()) << "it has only begun";
  {
    auto writer = Catalogue::Open(folder_.string(), {});
    ASSERT_TRUE(writer.ok()) << writer.status();
    std::vector<std::string> ids;
    for (int i = 0; i < 200; ++i) ids.push_back(absl::StrCat("F", i));
    ASSERT_TRUE((*writer)->Delete("hospital", ids).ok());
    EXPECT_EQ(catalogue_->PublishEpoch().code(), absl::StatusCode::kUnavailable) << "another writes";
  }
  ASSERT_TRUE(catalogue_->Refresh().ok());
  EXPECT_EQ(Count("count individuals where sex is female").value.value_or(-1), before);
  const absl::Status begun = catalogue_->PublishEpoch();
  ASSERT_TRUE(begun.ok()) << begun;
  EXPECT_LT(Count("count individuals where sex is female").value.value_or(-1), before - 100);
  EXPECT_EQ(guest_->Info()->epoch, "2");
  EXPECT_EQ(catalogue_->PublishEpoch().code(), absl::StatusCode::kFailedPrecondition) << "nobody differs";
  size_t noted = 0;
  for (const LedgerEntry& entry : Entries()) noted += entry.what == "epoch" ? 1 : 0;
  EXPECT_EQ(noted, 1u);
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

// Whether an answer came in time tells how long it took, and what was asked is written down either way.
TEST_F(GuestTest, HasDeadlinesNoFinerThanItsTiming) {
  QueryOptions options;
  options.timeout = std::chrono::microseconds(1);
  const auto asked = [&](const std::string& text) {
    const auto answers = guest_->Query(text, options);
    EXPECT_TRUE(answers.ok()) << answers.status();
    return answers->back().diagnostics.empty() ? "answered" : answers->back().diagnostics.back().code;
  };
  AdmitUnder(R"({"tiers": {"registered": {"preset": "registered"}}, "ledger": {"durable": "process"}})");
  EXPECT_EQ(asked("count individuals where sex is female"), "deadline");
  std::string written;
  for (const LedgerEntry& entry : Entries()) written = entry.what == "statement" ? entry.statement : written;
  EXPECT_EQ(written, "count individuals where sex is female");
  AdmitUnder(
      R"({"tiers": {"registered": {"preset": "registered", "timing": 5000}}, "ledger": {"durable": "process"}})");
  EXPECT_EQ(asked("count individuals where sex is male"), "answered");
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
  EXPECT_EQ(catalogue_->ExplainCurrentPolicy().status().code(), absl::StatusCode::kNotFound);
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
  EXPECT_THAT(*Catalogue::ExplainPolicy(kGuestPolicy), StartsWith("Policy. ")) << "it is not told whether it is set";
  EXPECT_THAT(*catalogue_->ExplainCurrentPolicy(), StartsWith("Policy, version 2. "));
  EXPECT_THAT(*catalogue_->ExplainCurrentPolicy(), HasSubstr("Tier a (preset controlled)"));
}

// The ledger and the secret keys are in files as well.
TEST_F(GuestTest, FilesAreAsPrivateAsTheUmaskOfTheProcess) {
  namespace fs = std::filesystem;
  constexpr auto kOfOthers = fs::perms::group_all | fs::perms::others_all;
  const mode_t before = umask(077);
  catalogue_.reset();
  fs::remove_all(folder_);
  Open({.create_if_missing = true});
  Import("F", "FEMALE", "HP:0001250", 400);
  AdmitUnder(kGuestPolicy);
  Count("count individuals");
  size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder_)) {
    EXPECT_EQ(entry.status().permissions() & kOfOthers, fs::perms::none) << entry.path();
    files += entry.is_regular_file() ? 1 : 0;
  }
  umask(before);
  EXPECT_TRUE(fs::exists(folder_ / "ledger"));
  EXPECT_GT(files, 5u);
}

// What the host is told of damage has paths, segments and names of files.
TEST_F(GuestTest, SaysOneWordOfWhatFails) {
  AdmitUnder(kGuestPolicy);
  const std::string text = "count individuals where sex is female by phenotype";
  ASSERT_TRUE(guest_->Query(text).ok());
  guest_.reset();
  catalogue_.reset();
  for (const storage::ColumnFamily family : {storage::kPostings, storage::kColumns}) {
    auto opened = storage::RocksDb::Open(folder_.string(), {});
    ASSERT_TRUE(opened.ok()) << opened.status();
    const std::unique_ptr<rocksdb::Iterator> it((*opened)->db().NewIterator({}, (*opened)->handle(family)));
    for (it->SeekToFirst(); it->Valid(); it->Next()) {
      ASSERT_TRUE((*opened)->db().Put({}, (*opened)->handle(family), it->key(), "garbage").ok());
    }
  }
  Open({.read_only = true});
  const absl::Status hosts = catalogue_->Query(text).status();
  EXPECT_EQ(hosts.code(), absl::StatusCode::kDataLoss) << hosts;
  Admit();
  const absl::Status guests = guest_->Query(text).status();
  EXPECT_EQ(guests.code(), absl::StatusCode::kDataLoss);
  EXPECT_EQ(guests.message(), "the question could not be answered");
  EXPECT_NE(guests.message(), hosts.message());
  EXPECT_EQ(guest_->Listed("individual", "sex").status().message(), guests.message());
  catalogue_.reset();
  const absl::Status closed = guest_->Query(text).status();
  EXPECT_EQ(closed.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(closed.message(), guests.message());
}

TEST_F(GuestTest, LeavesTheEmbeddingProgramItsExactNumbers) {
  AdmitUnder(kGuestPolicy);
  Count("count individuals");
  EXPECT_EQ(std::get<int64_t>((*catalogue_->Query("count individuals"))[0].table->rows[0][0]), 704);
}

// What is said to a guest is the same whether one person has a code, a unit or a status, or nobody.
class OnePersonTest : public GuestFixture {
 protected:
  void SetUp() override {
    GuestFixture::SetUp();
    ASSERT_TRUE(catalogue_
                    ->ImportText("format-version: 1.2\nontology: tt\n\n[Term]\nid: TT:0000003\nname: above\n\n[Term]\n"
                                 "id: TT:0000004\nname: leaf\nis_a: TT:0000003\n\n[Term]\nid: TT:0000005\nname: leaf\n"
                                 "is_a: TT:0000003\n",
                                 {})
                    .ok());
    std::string people;
    for (int i = 0; i < 300; ++i)
      people += Person(absl::StrCat("q", i), "", Measured("LOCAL:5", "kg") + "," + Measured("LOCAL:6", "mg/dL"), "");
    people +=
        Person("one", R"({"type":{"id":"TT:0000004"}})",
               Measured("LOINC:2345-7", "mg/dL") + "," + Measured("LOCAL:5", "m"), R"({"p":"research","s":"refused"})");
    ImportOptions options;
    options.dataset = "measured";
    options.mapping = R"({"consents": {"from": "/consents/*", "fields": {"permission": "/p", "status": "/s"}}})";
    const auto report = catalogue_->ImportText(people, options);
    ASSERT_TRUE(report.ok()) << report.status();
    AdmitUnder(kGuestPolicy);
  }

  static std::string Measured(const std::string& assay, const std::string& unit) {
    return absl::StrCat(R"({"assay":{"id":")", assay, R"(","label":"l"},"value":{"quantity":{"unit":{"id":"UCUM:)",
                        unit, R"("},"value":5}}})");
  }
  static std::string Person(const std::string& id, const std::string& phenotypes, const std::string& measurements,
                            const std::string& consents) {
    return absl::StrCat(R"({"id":")", id, R"(","subject":{"id":")", id, R"("},"phenotypicFeatures":[)", phenotypes,
                        R"(],"measurements":[)", measurements, R"(],"consents":[)", consents, "]}\n");
  }
  // Codes, messages and hints, with `value` as "$".
  std::string Said(const std::string& text, const std::string& value) {
    const Answer answer = Ask(absl::StrReplaceAll(text, {{"$", value}}));
    std::string said = answer.table ? "a table\n" : "none\n";
    for (const Diagnostic& diagnostic : answer.diagnostics) {
      absl::StrAppend(&said, diagnostic.code, ": ", diagnostic.message, "\n");
      for (const std::string& hint : diagnostic.hints) absl::StrAppend(&said, "  ", hint, "\n");
    }
    return absl::StrReplaceAll(said, {{value, "$"}});
  }
};

TEST_F(OnePersonTest, IsNotToldByGroups) {
  const std::string one = Said("count individuals by phenotype in groups (a = ($), b = ($))", "TT:0000004");
  EXPECT_EQ(one, Said("count individuals by phenotype in groups (a = ($), b = ($))", "TT:0000005"));
  EXPECT_NE(one.find("overlapping-groups"), std::string::npos) << one;
  EXPECT_EQ(Said("count individuals by phenotype in groups (a = ($), b = (TT:0000003))", "TT:0000004"),
            Said("count individuals by phenotype in groups (a = ($), b = (TT:0000003))", "TT:0000005"));
  EXPECT_EQ(Said("count individuals by phenotype in groups (a = ($), b = (HP:0001250))", "TT:0000004"),
            Said("count individuals by phenotype in groups (a = ($), b = (HP:0001250))", "TT:0000005"));
  EXPECT_THAT(Said("count individuals by sex in groups (a = ($), b = ($))", "female"),
              StartsWith("none\noverlapping-groups: "));
}

TEST_F(OnePersonTest, IsNotToldByUnits) {
  for (const char* unit : {"kg", "mmol/L", "m", "\"%\""}) {
    const std::string text = absl::StrCat("count individuals where has measurement $ with value > 3 ", unit);
    EXPECT_EQ(Said(text, "LOINC:2345-7"), Said(text, "LOINC:6690-2")) << unit;
  }
  EXPECT_THAT(Said("count individuals where has measurement with value > 3 \"mmol/L\"", "~"),
              StartsWith("none\nincompatible-unit: "));
  const std::string pairs =
      "count individuals where has measurement $ as a and has measurement LOCAL:6 with value > a.value";
  EXPECT_EQ(Said(pairs, "LOINC:2345-7").find("unconverted-units"), std::string::npos);
  const std::string known = Said(pairs, "LOCAL:5");
  EXPECT_NE(known.find("unconverted-units"), std::string::npos) << known;
  EXPECT_NE(known.find("units of these measurements: kg, mg/dL\n"), std::string::npos) << known;
  EXPECT_EQ(known.find('('), std::string::npos) << "no numbers: " << known;
  EXPECT_EQ(*guest_->UnitsOf("LOCAL:5"), std::vector<std::string>{"kg"});
  EXPECT_TRUE(guest_->UnitsOf("LOINC:2345-7")->empty());
}

TEST_F(OnePersonTest, IsNotToldByTheOrderOfValues) {
  const std::string text = "count individuals where has measurement LOCAL:";
  std::vector<std::string> codes;  // as they stand there
  std::vector<std::string> named;  // with their labels behind
  for (const Completion& item : guest_->Complete(text, text.size()).items) {
    if (item.text.find(':') == std::string::npos) continue;
    (item.text.find('"') == std::string::npos ? codes : named).push_back(item.text);
  }
  EXPECT_GE(codes.size(), 2u);
  EXPECT_TRUE(std::ranges::is_sorted(codes)) << testing::PrintToString(codes);
  EXPECT_TRUE(std::ranges::is_sorted(named)) << testing::PrintToString(named);
}

}  // namespace
}  // namespace muster
