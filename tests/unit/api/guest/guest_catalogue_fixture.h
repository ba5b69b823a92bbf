// A catalogue with people, cohorts and an ontology of which guests are told little.
#ifndef MUSTER_TESTS_UNIT_API_GUEST_GUEST_CATALOGUE_FIXTURE_H_
#define MUSTER_TESTS_UNIT_API_GUEST_GUEST_CATALOGUE_FIXTURE_H_

#include <filesystem>
#include <fstream>
#include <string>
#include <variant>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "muster/guest.h"
#include "tests/unit/api/guest_fixture.h"

namespace muster {

inline constexpr const char* kOntology = R"(format-version: 1.2
data-version: hp/releases/$
ontology: hp

[Term]
id: HP:0000001
name: All

[Term]
id: HP:0001250
name: Seizure
is_a: HP:0000001

[Term]
id: HP:0002664
name: Seizing neoplasm
is_a: HP:0000001

[Term]
id: HP:0009999
name: Seizure of nobody
is_a: HP:0000001
)";

class GuestCatalogueFixture : public GuestFixture {
 protected:
  // 100 people with a code that no ontology has, and a label; then one whose sex, code and label nobody else has.
  void ImportMore() {
    ImportLabelled("L", "MALE", "LOCAL:1", "local finding", 100);
    ImportLabelled("S", "OTHER_SEX", "LOCAL:2", "local secret", 1);
  }
  void ImportLabelled(const std::string& prefix, const std::string& sex, const std::string& code,
                      const std::string& label, int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
      absl::StrAppend(&text, R"({"id":")", prefix, i, R"(","subject":{"id":")", prefix, i, R"(","sex":")", sex,
                      R"("},"phenotypicFeatures":[{"type":{"id":")", code, R"(","label":")", label, "\"}}]}\n");
    }
    ImportOptions options;
    options.dataset = "hospital";
    const auto report = catalogue_->ImportText(text, options);
    ASSERT_TRUE(report.ok()) << report.status();
  }
  // Of dataset "hospital": 100 people in cohort "large" and 13 in "small". `described`: datasets and cohorts of the
  // mapping.
  void ImportCohorts(const std::string& described) {
    std::string text;
    for (int i = 0; i < 113; ++i) {
      absl::StrAppend(&text, R"({"id":"K)", i, R"(","subject":{"sex":"FEMALE"},"cohort":")",
                      i < 100 ? "large" : "small", "\"}\n");
    }
    ImportOptions options;
    options.dataset = "hospital";
    options.mapping = absl::StrCat(R"({"individual": {"cohort": "/cohort"})", described, "}");
    const auto report = catalogue_->ImportText(text, options);
    ASSERT_TRUE(report.ok()) << report.status();
  }
  // The tier has the labels that came with records.
  static std::string WithLabels() {
    std::string policy = kGuestPolicy;
    const std::string preset = R"({"preset": "registered",)";
    return policy.replace(policy.find(preset), preset.size(), preset + R"( "labels": "records",)");
  }
  // The texts of a table, and the kinds of its numbers.
  std::string Texts(const std::string& text) {
    const Answer answer = Ask(text);
    EXPECT_TRUE(answer.table.has_value()) << text << ": " << RenderDiagnostics(text, answer.diagnostics);
    std::string said = RenderDiagnostics(text, answer.diagnostics);
    if (!answer.table.has_value()) return said;
    for (const auto& row : answer.table->rows) {
      for (const Cell& cell : row) {
        if (const auto* words = std::get_if<std::string>(&cell)) absl::StrAppend(&said, *words);
        if (const auto* number = std::get_if<Number>(&cell)) {
          const bool exact = number->kind == Number::Kind::kExact;
          absl::StrAppend(&said,
                          exact ? absl::StrCat(*number->value) : std::string(number->value.has_value() ? "~" : "few"));
        }
        EXPECT_FALSE(std::holds_alternative<int64_t>(cell)) << text;
        said += " | ";
      }
      said += "\n";
    }
    for (const auto& [code, label] : answer.table->labels) absl::StrAppend(&said, code, " = ", label, "\n");
    return said;
  }
  std::string Completed(const std::string& text) {
    std::string all;
    for (const Completion& item : guest_->Complete(text, text.size()).items) {
      absl::StrAppend(&all, item.text, " (", item.description, ")\n");
    }
    return all;
  }
  void LoadOntology(const std::string& version) {
    std::string text = kOntology;
    text.replace(text.find('$'), 1, version);
    const std::string path = folder_.string() + ".obo";
    std::ofstream(path) << text;
    const auto loaded = catalogue_->Import({path}, {});
    std::filesystem::remove(path);
    ASSERT_TRUE(loaded.ok()) << loaded.status();
  }
};

}  // namespace muster

#endif  // MUSTER_TESTS_UNIT_API_GUEST_GUEST_CATALOGUE_FIXTURE_H_
