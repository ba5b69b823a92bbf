// The questions of docs/cookbook.md, asked by a guest of the preset `registered`: docs/disclosure.md says which are
// answered, and why others are not. There are a hundred of each person, so that numbers are shown at all.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <regex>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "muster/catalogue.h"
#include "muster/guest.h"
#include "nlohmann/json.hpp"
#include "tests/golden/case_file.h"
#include "tests/golden/world.h"
#include "tests/support/source_tree.h"

namespace muster::golden {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kCopies = 100;
constexpr char kPolicy[] = R"({"tiers":{"registered":{"preset":"registered","per_minute":100000,"units":100000,)"
                           R"("units_year":100000,"units_tier":100000,"near":100000}}})";

// Ids of people, samples and families, and what refers to them, become those of the copy.
void Rename(Json& json, const std::string& suffix, const std::string& name) {
  static const std::regex id("[brcg]\\d\\d(-.*)?");
  if (json.is_object()) {
    for (auto& [member, value] : json.items()) Rename(value, suffix, member);
  } else if (json.is_array()) {
    for (Json& one : json) Rename(one, suffix, name);
  } else if (json.is_string()) {
    const auto text = json.get<std::string>();
    if (name == "personId" || name == "family" || std::regex_match(text, id)) json = text + suffix;
  }
}

std::string Copied(const std::string& people) {
  std::string copies;
  for (const std::string& line : SplitLines(people)) {
    for (int copy = 0; copy < kCopies; ++copy) {
      Json person = Json::parse(line);
      Rename(person, absl::StrCat("x", copy), "");
      absl::StrAppend(&copies, person.dump(), "\n");
    }
  }
  return copies;
}

struct Example {
  std::string question;  // "12"
  std::string text;
};

std::vector<Example> Examples() {
  std::vector<Example> examples;
  std::string question;
  bool inside = false;
  for (const std::string& line : SplitLines(ReadText(test::InSourceTree("docs/cookbook.md")))) {
    if (line.starts_with("### ")) question = line.substr(4, line.find('.') - 4);
    if (line == "```muster") {
      examples.push_back({question, ""});
      inside = true;
    } else if (line == "```") {
      inside = false;
    } else if (inside) {
      absl::StrAppend(&examples.back().text, examples.back().text.empty() ? "" : "\n", line);
    }
  }
  return examples;
}

class RegisteredTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string path = (std::filesystem::temp_directory_path() / "muster-registered-XXXXXX").string();
    ASSERT_NE(mkdtemp(path.data()), nullptr);
    folder_ = path;
    OpenOptions options;
    options.create_if_missing = true;
    auto opened = Catalogue::Open(folder_ + "/catalogue", options);
    ASSERT_TRUE(opened.ok()) << opened.status();
    catalogue_ = *std::move(opened);
    Import("north", {"hp.obo", "mondo.obo", "ncit.obo", "codes.obo"});
    for (const char* dataset : {"south", "biobank", "registry"}) Import(dataset, {});
    ASSERT_TRUE(catalogue_->SetPolicy(kPolicy).ok());
    auto guest = catalogue_->Admit({.name = "alice@uni.eu", .tier = "registered"});
    ASSERT_TRUE(guest.ok()) << guest.status();
    guest_ = *std::move(guest);
  }
  void TearDown() override {
    guest_.reset();
    catalogue_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  void Import(const std::string& dataset, const std::vector<std::string>& ontologies) {
    const std::string data = test::TestData("cookbook/");
    std::vector<std::string> files;
    for (const std::string& file : ontologies) files.push_back(data + file);
    files.push_back(absl::StrCat(folder_, "/", dataset, ".jsonl"));
    WriteText(files.back(), Copied(ReadText(absl::StrCat(data, dataset, ".jsonl"))));
    ImportOptions options;
    options.dataset = dataset;
    options.mapping = ReadText(data + "mapping.json");
    const absl::StatusOr<ImportReport> report = catalogue_->Import(files, options);
    ASSERT_TRUE(report.ok()) << report.status();
  }

  // Why the guest is not answered, with the codes of diagnostics. A text is refused as a whole.
  static std::vector<std::string> Refusals(const std::vector<Answer>& answers) {
    std::vector<std::string> refusals;
    for (const Answer& answer : answers) {
      for (const Diagnostic& one : answer.diagnostics) {
        if (one.severity != Severity::kError) continue;
        refusals.push_back(absl::StrCat("`", one.code, "`: ", one.message));
      }
    }
    return refusals;
  }

  // What the guest gets, in a word; what he is shown holds of the exact numbers.
  std::string Outcome(const Answer& mine, const Answer& exact, const std::string& text) {
    if (!mine.table.has_value()) return "no table";
    if (!exact.table.has_value()) return "is answered, and not for the host";
    size_t shown = 0, numbers = 0;
    std::map<std::string, const std::vector<Cell>*> rows;
    for (const auto& row : exact.table->rows) rows[KeyOf(row, *exact.table)] = &row;
    for (const auto& row : mine.table->rows) {
      const auto found = rows.find(KeyOf(row, *mine.table));
      for (size_t i = 0; i < row.size(); ++i) {
        const auto* number = std::get_if<Number>(&row[i]);
        if (number == nullptr) {
          EXPECT_FALSE(std::holds_alternative<int64_t>(row[i]) && mine.table->columns[i].role == ColumnRole::kPeople)
              << text << ": an exact number";
          continue;
        }
        ++numbers;
        shown += number->value.has_value() ? 1 : 0;
        if (found == rows.end() || mine.table->columns[i].role != ColumnRole::kPeople) continue;
        const auto* whole = std::get_if<int64_t>(&(*found->second)[i]);
        if (whole == nullptr || !number->low.has_value()) continue;
        EXPECT_LE(*number->low, *whole) << text;
        EXPECT_GE(number->high.value_or(*whole), *whole) << text;
      }
    }
    if (numbers == 0) return "answered, without numbers";
    return shown == 0 ? "few" : "answered";
  }

  static std::string KeyOf(const std::vector<Cell>& row, const Table& table) {
    std::string key;
    for (size_t i = 0; i < row.size(); ++i) {
      if (table.columns[i].role != ColumnRole::kKey) continue;
      const auto* text = std::get_if<std::string>(&row[i]);
      const auto* number = std::get_if<int64_t>(&row[i]);
      absl::StrAppend(&key, text != nullptr ? *text : number != nullptr ? absl::StrCat(*number) : "-", "\n");
    }
    return key;
  }

  std::string folder_;
  std::unique_ptr<Catalogue> catalogue_;
  std::unique_ptr<Guest> guest_;
};

TEST_F(RegisteredTest, AsksTheQuestionsOfTheCookbook) {
  std::map<int, std::vector<std::string>> outcomes;
  for (const Example& example : Examples()) {
    const auto exact = catalogue_->Query(example.text);
    const auto mine = guest_->Query(example.text);
    ASSERT_TRUE(exact.ok() && mine.ok()) << example.text;
    ASSERT_EQ(exact->size(), mine->size()) << example.text;
    std::vector<std::string> here = Refusals(*mine);
    const bool refused = !here.empty();
    for (size_t i = 0; !refused && i < mine->size(); ++i) {
      here.push_back(Outcome((*mine)[i], (*exact)[i], example.text));
    }
    std::vector<std::string>& of_question = outcomes[std::stoi(example.question)];
    for (std::string& outcome : here) {
      if (std::ranges::find(of_question, outcome) == of_question.end()) of_question.push_back(std::move(outcome));
    }
  }
  std::string table = "| question | as `registered` |\n|---|---|\n";
  for (const auto& [question, of_question] : outcomes) {
    std::string all;
    for (const std::string& outcome : of_question) absl::StrAppend(&all, all.empty() ? "" : "; then ", outcome);
    absl::StrAppend(&table, "| ", question, " | ", all, " |\n");
  }
  ExpectSection(test::InSourceTree("docs/disclosure.md"), "registered", table);
}

}  // namespace
}  // namespace muster::golden
