// What is said of one person in several records of an import, as if it stood in one.
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "muster/catalogue.h"
#include "tests/unit/api/identity/identity_fixture.h"

namespace muster {
namespace {

class UnitedRecordsTest : public IdentityTest {
 protected:
  // Imports files of these names and contents.
  ImportReport ImportFiles(const std::vector<std::pair<std::string, std::string>>& files, const std::string& mapping) {
    std::vector<std::string> paths;
    for (const auto& [name, text] : files) {
      paths.push_back(folder_ / name);
      std::ofstream(paths.back()) << text;
    }
    ImportOptions options;
    options.mapping = mapping;
    const auto report = catalogue_->Import(paths, options);
    EXPECT_TRUE(report.ok()) << report.status();
    return report.ok() ? *report : ImportReport();
  }
};

// The note on a record that is a part of an earlier one.
constexpr char kSaidMore[] = "record that came before in this import, and said more: what it said stays";

constexpr char kNothing[] = R"({"id":"p","subject":{"id":"p"}})";
constexpr char kBorn[] = R"({"id":"p","subject":{"id":"p","dateOfBirth":"1950-01-01"}})";
constexpr char kBornInYear[] = R"({"id":"p","subject":{"id":"p","dateOfBirth":"1950"}})";
constexpr char kDied[] =
    R"({"id":"p","subject":{"id":"p","vitalStatus":{"status":"DECEASED","timeOfDeath":{"timestamp":"2005-01-01"}}}})";
constexpr char kBeacon[] = R"({"id":"p","sex":{"id":"NCIT:C16576","label":"female"},)"
                           R"("info":{"dateOfBirth":"1950-01-01"},"measures":[]})";

constexpr char kTables[] = R"({
  "individual": {"birth date": "/info/dateOfBirth"},
  "tables": {"l": {"files": "l.csv", "id": "id"}, "s": {"files": "s.csv", "id": "id"}},
  "measurements": {"from": "/l/*", "fields": {"assay": {"const": "LOINC:4548-4"}, "value": "/v", "time": "/t"}},
  "treatments": {"from": "/l/*", "fields": {"agent": {"const": "ATC:C09AA05"}, "start": "/t"}},
  "samples": {"from": "/s/*", "fields": {"id": "/sid", "collected": "/t"}},
  "runs": {"from": "/s/*", "sample": "/sid", "fields": {"id": "/run", "depth": "/depth", "date": "/rd"}}})";
constexpr char kLab[] = "id,v,t\np,7,2010-06-01\np,8,2011-06-01\np,8,2011-06-01\n";
constexpr char kSamples[] = "id,sid,run,depth,rd,t\np,S1,R1,30,2010-06-01,2010-05-01\np,,,,,2011-06-01\n";

// Whatever the records say of birth and death, a row of a table is one row.
TEST_F(UnitedRecordsTest, RowsOfATableAreReadOnceForAPerson) {
  const std::vector<std::vector<std::string>> records = {
      {kNothing, kBorn}, {kBorn, kNothing},   {kNothing, kBornInYear, kBorn}, {kNothing, kDied},
      {kDied, kBorn},    {kNothing, kBeacon}, {kBeacon, kBornInYear},         {kBorn, kBorn}};
  for (const std::vector<std::string>& of_person : records) {
    std::string text;
    std::vector<std::pair<std::string, std::string>> files = {{"l.csv", kLab}, {"s.csv", kSamples}};
    for (const std::string& record : of_person) {
      const bool of_beacon = record == kBeacon;
      files.emplace_back(of_beacon ? "individuals.json" : "p" + std::to_string(files.size()) + ".json", record);
      text += record;
    }
    const ImportReport report = ImportFiles(files, kTables);
    EXPECT_EQ(report.rejected, 0u) << text;
    EXPECT_EQ(Count("count individuals"), 1) << text;
    EXPECT_EQ(Count("count measurements"), 3) << text;
    EXPECT_EQ(Count("count treatments"), 3) << text;
    EXPECT_EQ(Count("count samples"), 2) << text;
    EXPECT_EQ(Count("count runs"), 1) << text;
    EXPECT_EQ(report.rows.at("individual"), 1u) << text;
    EXPECT_EQ(report.rows.at("measurement"), 3u) << text;
    EXPECT_EQ(report.rows.at("run"), 1u) << text;
    EXPECT_EQ(report.notes.count(kSaidMore), 0u) << text;
    if (text.find("1950-01-01") != text.npos && text.find("DECEASED") == text.npos) {
      EXPECT_EQ(Count("count measurements where age at measurement >= 60 years"), 3) << text;
    }
  }
}

TEST_F(UnitedRecordsTest, ARecordThatSaysLessThanOneBeforeIsTold) {
  const ImportReport report = ImportFiles({{"a.json", kBorn}, {"b.json", kNothing}}, "");
  EXPECT_EQ(report.notes.count(kSaidMore), 1u);
}

// A row may belong to a sample that only a later record has.
TEST_F(UnitedRecordsTest, RowsBelowThoseOfALaterRecordAreNotLost) {
  constexpr char kRuns[] = R"({
    "tables": {"r": {"files": "r.csv", "id": "id"}},
    "runs": {"from": "/r/*", "sample": "/sid", "fields": {"id": "/run", "depth": "/depth"}}})";
  const std::string sample = R"({"id":"p","subject":{"id":"p"},"biosamples":[{"id":"S1"}]})";
  for (const auto& [first, second] : {std::pair<std::string, std::string>(kBorn, sample), {sample, kBorn}}) {
    ImportFiles({{"r.csv", "id,sid,run,depth\np,S1,R1,30\n"}, {"a.json", first}, {"b.json", second}}, kRuns);
    EXPECT_EQ(Count("count runs"), 1) << first;
    EXPECT_EQ(Count("count samples"), 1) << first;
  }
}

std::string Visit(const std::string& subject, const std::string& rest) {
  return R"({"id":"p","subject":{"id":"p")" + subject + "}" + rest + "}";
}

// What is told again by the packet of each visit is there once.
TEST_F(UnitedRecordsTest, CumulativeRecordsCountOnce) {
  const std::string values = R"({"assay":{"id":"LOINC:4548-4"},"value":{"quantity":{"value":7}},)"
                             R"("timeObserved":{"timestamp":"2010-01-01T00:00:00Z"}})";
  const std::string later = R"({"assay":{"id":"LOINC:4548-4"},"value":{"quantity":{"value":8}},)"
                            R"("timeObserved":{"timestamp":"2011-01-01T00:00:00Z"}})";
  const std::string first = R"(,"measurements":[)" + values + "]";
  const std::string second = R"(,"measurements":[)" + values + "," + later + "]";
  for (const std::string born : {"", R"(,"dateOfBirth":"1950")"}) {
    for (const std::string known : {R"(,"dateOfBirth":"1950-01-01")",
                                    R"(,"vitalStatus":{"status":"DECEASED","timeOfDeath":{"timestamp":"2005"}})"}) {
      const ImportReport report = ImportFiles({{"a.json", Visit(born, first)}, {"b.json", Visit(known, second)}}, "");
      EXPECT_EQ(Count("count measurements"), 2) << born << known;
      EXPECT_EQ(report.rows.at("measurement"), 2u);
    }
  }
}

// The person's own dates have ages as those of rows have.
TEST_F(UnitedRecordsTest, TheLastContactOfOneRecordHasAnAgeByTheBirthOfAnother) {
  Import(Visit(R"(,"dateOfBirth":"1950-01-01","timeAtLastEncounter":{"timestamp":"2010-01-01T00:00:00Z"})", "") + "\n" +
         Visit(R"(,"timeAtLastEncounter":{"timestamp":"2020-01-01T00:00:00Z"})", ""));
  EXPECT_EQ(Count("count individuals where age at last contact >= 65 years"), 1);
  Import(Visit(R"(,"timeAtLastEncounter":{"timestamp":"2010-01-01T00:00:00Z"})", "") + "\n" +
         Visit(R"(,"dateOfBirth":"1950-01-01","timeAtLastEncounter":{"age":{"iso8601duration":"P70Y"}})", ""));
  EXPECT_EQ(Count("count individuals where age at last contact >= 65 years"), 1);
}

// What cannot be beside the birth and the death of another record is compared with nothing, as in one record.
TEST_F(UnitedRecordsTest, TimesOfOneRecordAreCheckedByBirthAndDeathOfAnother) {
  const auto with_onset = [](const std::string& date) {
    return Visit("", R"(,"diseases":[{"term":{"id":"OMIM:1"},"onset":{"timestamp":")" + date + R"("}}])");
  };
  for (const auto& [one, other] : {std::pair<std::string, std::string>(with_onset("2010-01-01"), kDied),
                                   {kDied, with_onset("2010-01-01")},
                                   {with_onset("1940-01-01"), kBorn},
                                   {kBorn, with_onset("1940-01-01")}}) {
    const ImportReport report = Import(one + "\n" + other);
    EXPECT_EQ(Count("count diseases where onset is recorded"), 0) << one << other;
    EXPECT_EQ(Count("count diseases"), 1);
    EXPECT_EQ(report.kept_only.at("/disease/onset (implausible)"), 1u) << one << other;
  }
  mapping_ = R"({"plausibility": {"lifetime": false}})";
  Import(with_onset("2010-01-01") + "\n" + kDied);
  EXPECT_EQ(Count("count diseases where onset is recorded"), 1) << "the source means them as they are";
}

// A time that each record tells is taken out once.
TEST_F(UnitedRecordsTest, ATimeThatIsToldAgainIsReportedOnce) {
  const std::string onset = Visit("", R"(,"diseases":[{"term":{"id":"OMIM:1"},"onset":{"timestamp":"2010-01-01"}}])");
  const ImportReport report = Import(onset + "\n" + kDied + "\n" + onset + "\n" + onset);
  EXPECT_EQ(report.kept_only.at("/disease/onset (implausible)"), 1u);
  EXPECT_EQ(Count("count diseases"), 1);
}

TEST_F(UnitedRecordsTest, WhoWasAliveBeforeIsDeceased) {
  const auto alive = [](const std::string& seen) {
    return Visit(R"(,"vitalStatus":{"status":"ALIVE"})" +
                     (seen.empty() ? "" : R"(,"timeAtLastEncounter":{"timestamp":")" + seen + "\"}"),
                 "");
  };
  for (const auto& [one, other] :
       {std::pair<std::string, std::string>(alive("2003-01-01"), kDied), {kDied, alive("2003-01-01")}}) {
    EXPECT_EQ(Import(one + "\n" + other).rejected, 0u) << one;
    EXPECT_EQ(Count("count individuals where vital status is deceased"), 1) << one;
    EXPECT_EQ(Count("count individuals where death >= 2005-01-01"), 1) << one;
    EXPECT_EQ(Count("count individuals where last contact after 2002"), 1) << one;
  }
  EXPECT_EQ(Import(std::string(kDied) + "\n" + alive("2006-01-01")).rejected, 1u) << "alive after death";
  EXPECT_EQ(Import(std::string(kDied) + "\n" + alive("")).rejected, 1u) << "nobody knows when";
}

TEST_F(UnitedRecordsTest, TermsOfBothPolaritiesAreNoted) {
  const std::string observed = R"({"type":{"id":"HP:0001250"}})";
  const std::string excluded = R"({"type":{"id":"HP:0001250"},"excluded":true})";
  const auto with = [](const std::string& features) {
    return Visit("", R"(,"phenotypicFeatures":[)" + features + "]");
  };
  constexpr char kBoth[] = "term that one individual has as observed and as excluded";
  EXPECT_EQ(Import(with(observed) + "\n" + with(excluded)).notes.at(kBoth), 1u);
  EXPECT_EQ(Import(with(observed + "," + excluded) + "\n" + kBorn).notes.at(kBoth), 1u) << "not once more";
}

// Runs of one id are one, in whichever records they are.
TEST_F(UnitedRecordsTest, RunsOfOneIdAreOne) {
  const std::string mapping = R"({"runs": {"from": "/biosamples/*/runs/*", "fields": {"id": "/id", "depth": "/depth",
                                                                                      "date": "/date"}}})";
  const auto with = [](const std::string& run) {
    return Visit("", R"(,"biosamples":[{"id":"S1","runs":[{"id":"R1")" + run + "}]}]");
  };
  ImportFiles({{"a.json", with(R"(,"depth":30)")}, {"b.json", with(R"(,"date":"2010-01-01")")}}, mapping);
  EXPECT_EQ(Count("count runs"), 1);
  constexpr char kUnited[] = "sample, run or analysis that came before with its id: one row is made of both";
  constexpr char kDifferent[] =
      "sample, run or analysis of an id that another one of the individual has, and that says otherwise: both count";
  ImportReport report = ImportFiles({{"a.json", with(R"(,"depth":30)")},
                                     {"b.json", with(R"(,"date":"2010-01-01")")},
                                     {"c.json", with(R"(,"depth":30)")}},
                                    mapping);
  EXPECT_EQ(report.notes.at(kUnited), 1u) << "the third says nothing new";
  const std::string seen = R"({"id":"p","subject":{"id":"p","timeAtLastEncounter":{"timestamp":"2010-01-01"}}})";
  report =
      ImportFiles({{"a.json", with(R"(,"depth":30)")}, {"b.json", with(R"(,"depth":40)")}, {"c.json", seen}}, mapping);
  EXPECT_EQ(report.notes.at(kDifferent), 1u) << "not once more for each further record";
  report = ImportFiles(
      {{"a.json", with(R"(,"depth":30)")}, {"b.json", with(R"(,"depth":40)")}, {"c.json", with(R"(,"depth":50)")}},
      mapping);
  EXPECT_EQ(report.notes.at(kDifferent), 2u) << "the third differs as well";
}

}  // namespace
}  // namespace muster
