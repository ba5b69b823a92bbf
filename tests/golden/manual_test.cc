// The manual names what there is, all of it and nothing else: fields as in the schema, diagnostics as in the sources.
#include <filesystem>
#include <regex>
#include <set>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "engine/model/schema/schema.h"
#include "grammar/parse.h"
#include "gtest/gtest.h"
#include "tests/golden/case_file.h"
#include "tests/golden/world.h"
#include "tests/support/source_tree.h"

namespace muster::golden {
namespace {

const std::string& SourceDir() {
  static const std::string dir = test::InSourceTree("");
  return dir;
}

// Without those that a query cannot say because a keyword is among their words.
std::string Names(std::string_view aliases) {
  std::vector<std::string> names = absl::StrSplit(std::string(aliases), '|', absl::SkipEmpty());
  std::erase_if(names, [](const std::string& name) {
    return HasErrors(grammar::Parse("count individuals where " + name + " is recorded").diagnostics);
  });
  return absl::StrJoin(names, ", ");
}

// The tables of entities and fields as they should stand in the manual.
std::string NameTables() {
  std::string out =
      "| Entity | Also | Belongs to | `has` term | Observed, excluded | What |\n|---|---|---|---|---|---|\n";
  for (const model::EntityInfo& info : model::Entities()) {
    const std::string parent(info.parent == info.entity ? std::string_view() : model::Info(info.parent).name);
    const std::string primary(info.primary < 0 ? std::string_view()
                                               : model::Info(static_cast<model::FieldId>(info.primary)).name);
    absl::StrAppend(&out, "| `", std::string(info.name), "` | ", std::string(info.plural),
                    info.aliases.empty() ? "" : ", ", Names(info.aliases), " | ", parent, " | ", primary, " | ",
                    info.polar ? "yes" : "", " | ", std::string(info.doc), " |\n");
  }
  for (const model::EntityInfo& info : model::Entities()) {
    absl::StrAppend(&out, "\n### Fields of `", std::string(info.name),
                    "`\n\n| Field | Also | Kind | What |\n|---|---|---|---|\n");
    for (const model::FieldId id : model::FieldsOf(info.entity)) {
      const model::Field& field = model::Info(id);
      absl::StrAppend(&out, "| `", std::string(field.name), "` | ", Names(field.aliases), " | ",
                      std::string(model::NameOf(field.kind)), field.multiple ? ", several" : "", " | ",
                      std::string(field.doc), " |\n");
    }
  }
  return out;
}

// Kebab-case literals of the sources that speak to the user, and the codes that are single words.
std::set<std::string> CodesInSources() {
  const std::set<std::string> no_codes = {"rna-seq",   "non-commercial", "child-pugh",   "wild-type",
                                          "ex-smoker", "ex-smokers",     "never-smoker", "never-smokers"};
  std::set<std::string> codes = {"syntax", "cancelled", "deadline"};
  const std::regex literal("\"([a-z]+(?:-[a-z0-9]+)+)\"");
  for (const char* folder : {"grammar", "engine/bind", "engine/api", "engine/release/by_text"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(SourceDir() + folder)) {
      if (entry.path().extension() != ".cc" && entry.path().extension() != ".h") continue;
      const std::string text = ReadText(entry.path().string());
      for (std::sregex_iterator it(text.begin(), text.end(), literal), end; it != end; ++it) {
        if (!no_codes.contains((*it)[1])) codes.insert((*it)[1]);
      }
    }
  }
  return codes;
}

std::set<std::string> CodesIn(const std::string& path, const std::string& pattern) {
  const std::string text = ReadText(path);
  const std::regex regex(pattern);
  std::set<std::string> codes;
  for (std::sregex_iterator it(text.begin(), text.end(), regex), end; it != end; ++it) codes.insert((*it)[1]);
  return codes;
}

TEST(ManualTest, NamesOfTheSchema) { ExpectSection(SourceDir() + "docs/language.md", "names", NameTables()); }

TEST(ManualTest, GrammarListing) {
  // The rules of the parser; those of the lexer follow below "words" in the file.
  const std::string grammar = ReadText(SourceDir() + "grammar/CohortQuery.g4");
  const size_t begin = grammar.find("script :");
  const size_t end = grammar.find("// ---- words");
  ASSERT_TRUE(begin != std::string::npos && end != std::string::npos);
  ExpectSection(SourceDir() + "docs/language.md", "grammar",
                absl::StrCat("```antlr\n", grammar.substr(begin, grammar.find_last_not_of('\n', end - 1) + 1 - begin),
                             "\n```\n"));
}

TEST(ManualTest, EveryDiagnosticIsDescribed) {
  EXPECT_EQ(CodesIn(SourceDir() + "docs/errors.md", "### `([a-z0-9-]+)`"), CodesInSources());
}

TEST(ManualTest, EveryDiagnosticHasACase) {
  std::set<std::string> shown = CodesIn(SourceDir() + "tests/golden/errors.test", "\\[([a-z0-9-]+)\\]\n");
  // Said of data use only where nothing is described: DataUseTest.NothingIsUsableWithoutAStatement.
  shown.insert("no-data-use");
  // Of a catalogue with dates and no birth dates: NamesTest.DatesWithoutAnAgeAreSaidToHaveNoBands.
  shown.insert("no-ages");
  // Of an empty text, which a case cannot be: StatementsTest.ATextThatAsksNothingIsAMistake.
  shown.insert("nothing-asked");
  // Of consents that are refused: ValuesTest.ARefusedConsentIsNone.
  shown.insert("refused-consents");
  // Of consents of several permissions: ConsentsTest.WhichPermissionsCountIsToldWhereNoneIsNamed.
  shown.insert("any-permission");
  // Of consents that were granted and withdrawn: ValuesTest.WhatIsMadeOfAGrantedConsentThatIsWithdrawn.
  shown.insert({"ended-consents", "order-of-all-consents"});
  // Of consents with a data use: ValuesTest.APersonsOwnDataUseIsNoted.
  shown.insert("own-data-uses");
  // Of consents to less than is asked for: ConsentsTest.ANarrowerDataUseIsTold.
  shown.insert("narrower-data-uses");
  // Of codes that no ontology knows: UnknownCodesTest.
  shown.insert("unknown-codes");
  // Of one gene under several codes: ValuesTest.OneGeneUnderSeveralCodesIsNoted.
  shown.insert("other-genes");
  // Of one disease under several codes: NamesTest.RecordsCalledTheSameUnderOtherCodesAreTold.
  shown.insert("same-name");
  // Of records in several code systems: OtherSystemsTest.
  shown.insert("other-systems");
  // Of an ontology with part_of: CodesTest.PartsAreNotBelowTheWholeAndAreTold.
  shown.insert("parts-left-out");
  // Of dates without birth dates beside ages: IncomparableTimesTest.AreToldWhereTheyAreCompared.
  shown.insert("incomparable-times");
  // Of times within bounds that overlap: OrderNotKnownTest.
  shown.insert("order-not-known");
  // Of people who have several codes of one meaning: EquivalentCodesTest.
  shown.insert("equivalent-codes");
  // Of several samples of one tissue: DistinctRecordsTest.
  shown.insert("distinct-terms");
  // Of people who were measured several times: AnyOfSeveralTest.
  shown.insert("any-of-several");
  // Of words with more behind them: LongerWordsTest.
  shown.insert("longer-words");
  // Of stages as codes and as texts: OtherStagesTest.
  shown.insert("other-stages");
  // Of numbers that name no kind: AnyTermTest.
  shown.insert("any-term");
  // Of panels, which have several values: AnyTermTest.OfAPanelTheComponentsAreNamed.
  shown.insert("any-component");
  // Of a term below that many have and nobody would look for there: TermBelowTest.
  shown.insert("term-below");
  // Of terms below those of another criterion: BelowAnotherTest.
  shown.insert("below-another");
  // Of values at a bound in another unit: UnitEdgesTest.
  shown.insert("edge-of-units");
  // Of people who have one record each: OneEachTest.
  shown.insert("one-record-each");
  // Of diagnoses with a status: ProvisionalTest.
  shown.insert("provisional-diagnoses");
  // Of people who have died, among those who are found: DeceasedPeopleTest.
  shown.insert("deceased-people");
  // Of survival that is recorded of the deceased: SurvivalTest.
  shown.insert("survival-of-deceased");
  // Of the rows of `top`: RestOfTopTest, and an example in docs/errors.md.
  shown.insert("rest-of-top");
  // Of treatments without an end of people who died: OpenTreatmentsTest.
  shown.insert("treatment-after-death");
  // Of guests, who ask no cases: GuestTest, RefusalsTest.
  shown.insert({"not-offered", "hidden-field", "too-fine", "budget-used-up"});
  // Of texts with parameters, and of very long ones: BoundsTest.
  shown.insert({"unused-parameter", "more-mistakes", "more-remarks"});
  // Of what an embedding program gives: PreparedTest, StoppingTest.
  shown.insert({"list-parameter", "empty-list", "cancelled", "deadline", "too-much-memory", "notes-incomplete"});
  for (const std::string& code : CodesInSources()) EXPECT_TRUE(shown.contains(code)) << code;
}

}  // namespace
}  // namespace muster::golden
