// What an embedding program can learn of a catalogue: figures, the log, the model, where codes occur.
#include <algorithm>
#include <mutex>
#include <thread>

#include "tests/unit/api/embedding_fixture.h"

namespace muster {
namespace {

using IntrospectionTest = EmbeddingTest;

TEST_F(IntrospectionTest, Figures) {
  auto catalogue = Open();
  Import(*catalogue, 0, 100);
  for (int i = 0; i < 3; ++i) Count(*catalogue, "count individuals where has phenotype HP:0000001");
  const Stats stats = catalogue->Stats();
  EXPECT_EQ(stats.version, 1u);
  EXPECT_EQ(stats.commits, 1u);
  EXPECT_EQ(stats.queries, 3u);
  EXPECT_EQ(stats.running_queries, 0u);
  EXPECT_EQ(stats.plan_hits, 2u);
  EXPECT_EQ(stats.plan_misses, 1u);
  EXPECT_GT(stats.plan_bytes, 0u);
  EXPECT_GT(stats.cache_hits, 0u);
  EXPECT_GT(stats.cache_misses, 0u);
  EXPECT_GT(stats.cache_bytes, 0u);
  EXPECT_EQ(stats.cache_limit_bytes, OpenOptions().cache_bytes);
  EXPECT_LE(stats.cache_bytes, stats.cache_limit_bytes);
}

TEST_F(IntrospectionTest, TheLogTellsWhatHappensAndNoValues) {
  std::mutex mutex;
  std::vector<std::pair<LogLevel, std::string>> lines;
  OpenOptions options{.create_if_missing = true};
  options.log_level = LogLevel::kDebug;
  options.log = [&](LogLevel level, std::string_view line) {
    const std::lock_guard lock(mutex);
    lines.emplace_back(level, line);
  };
  auto catalogue = Open(options);
  Import(*catalogue, 0, 10);
  Count(*catalogue, "count individuals where sex is female");
  QueryOptions soon;
  soon.timeout = std::chrono::microseconds(1);
  catalogue->Query("count individuals where sex is male", soon).status().IgnoreError();
  ASSERT_TRUE(catalogue->Backup(Path("backup")).ok());
  catalogue->Backup(Path("backup")).status().IgnoreError();
  const auto has = [&](LogLevel level, const std::string& words) {
    return std::ranges::any_of(
        lines, [&](const auto& line) { return line.first == level && line.second.find(words) != std::string::npos; });
  };
  EXPECT_TRUE(has(LogLevel::kInfo, "opened version 0 for writing"));
  EXPECT_TRUE(has(LogLevel::kInfo, "committed version 1"));
  EXPECT_TRUE(has(LogLevel::kDebug, "answered a text of 1 statements"));
  EXPECT_TRUE(has(LogLevel::kWarning, "deadline"));
  EXPECT_TRUE(has(LogLevel::kInfo, "a backup of version 1 is complete"));
  EXPECT_TRUE(has(LogLevel::kWarning, "making a backup failed"));
  for (const auto& [level, line] : lines) EXPECT_EQ(line.find("female"), std::string::npos) << line;
}

TEST_F(IntrospectionTest, OnlyWhatIsImportantEnoughAndNothingThatTheLogThrows) {
  int lines = 0;
  OpenOptions options{.create_if_missing = true};
  options.log = [&](LogLevel, std::string_view) {
    ++lines;
    throw 1;
  };
  auto catalogue = Open(options);
  Import(*catalogue, 0, 10);
  EXPECT_EQ(lines, 0) << "warnings and errors, if nothing else is said";
  QueryOptions soon;
  soon.timeout = std::chrono::microseconds(1);
  EXPECT_EQ(CodeIn(catalogue->Query("count individuals", soon)), "deadline");
  EXPECT_EQ(lines, 1);
}

TEST_F(IntrospectionTest, WhatTheLogAsksIsNotLogged) {
  Catalogue* asked = nullptr;
  int lines = 0;
  OpenOptions options{.create_if_missing = true};
  options.log_level = LogLevel::kDebug;
  options.log = [&](LogLevel, std::string_view) {
    ++lines;
    if (asked == nullptr || lines > 1000) return;
    EXPECT_TRUE(asked->Query("count individuals").ok());
  };
  auto catalogue = Open(options);
  Import(*catalogue, 0, 10);
  asked = catalogue.get();
  lines = 0;
  EXPECT_EQ(Count(*catalogue), 10);
  EXPECT_EQ(lines, 1);
  EXPECT_EQ(Count(*catalogue), 10);
  EXPECT_EQ(lines, 2);
}

TEST_F(IntrospectionTest, TheModelAsValues) {
  auto catalogue = Open();
  ASSERT_TRUE(catalogue
                  ->ImportText(R"({"id":"a","subject":{"id":"a"},"measurements":[{"assay":{"id":"LOINC:1-8"},"value":)"
                               R"({"quantity":{"unit":{"id":"UCUM:mg/dL","label":"mg/dL"},"value":5}}}]})",
                               {})
                  .ok());
  const auto schema = catalogue->Schema();
  ASSERT_TRUE(schema.ok()) << schema.status();
  ASSERT_FALSE(schema->entities.empty());
  const Schema::Entity& people = schema->entities[0];
  EXPECT_EQ(people.name, "individual");
  EXPECT_EQ(people.plural, "individuals");
  EXPECT_EQ(people.parent, "");
  const auto entity = [&](const std::string& name) {
    return *std::ranges::find(schema->entities, name, &Schema::Entity::name);
  };
  EXPECT_EQ(entity("run").parent, "sample");
  EXPECT_TRUE(entity("phenotype").may_be_excluded);
  const auto field = [&](const std::string& of, const std::string& name) {
    const std::vector<Schema::Field> fields = entity(of).fields;
    return *std::ranges::find(fields, name, &Schema::Field::name);
  };
  EXPECT_EQ(field("phenotype", "onset").kind, Schema::Kind::kTime);
  EXPECT_EQ(field("individual", "sex").kind, Schema::Kind::kKeyword);
  EXPECT_TRUE(field("disease", "term").primary);
  EXPECT_EQ(field("measurement", "value").kind, Schema::Kind::kNumber);
  EXPECT_EQ(field("measurement", "value").units.size(), 1u);
  EXPECT_FALSE(field("individual", "sex").description.empty());
}

TEST_F(IntrospectionTest, WhereACodeOccurs) {
  auto catalogue = Open();
  Import(*catalogue, 0, 100);
  ASSERT_TRUE(catalogue
                  ->ImportText("ontology: hp\n\n[Term]\nid: HP:0000118\n\n[Term]\nid: HP:0000001\nis_a: "
                               "HP:0000118\n\n[Term]\nid: HP:0009999\n",
                               {})
                  .ok());
  const auto places = [&](std::string_view code) {
    std::string text;
    const auto found = catalogue->Where(code);
    if (!found.ok()) return found.status().ToString();
    for (const CodePlace& place : *found) text += place.entity + " " + place.field + (place.primary ? "*;" : ";");
    return text;
  };
  EXPECT_EQ(places("HP:0000001"), "phenotype term*;");
  EXPECT_EQ(places("HP:0000118"), "phenotype term*;") << "below it";
  EXPECT_EQ(places("HP:0009999"), "");
  EXPECT_EQ(places("HP:7777777"), "");
  EXPECT_EQ(places("ICD10:J12"), "disease term*;");
  EXPECT_EQ(catalogue->Where("seizure").status().code(), absl::StatusCode::kInvalidArgument);
  // Of those who are gone, nothing is said.
  std::vector<std::string> ids;
  for (int i = 0; i < 100; ++i) ids.push_back("p" + std::to_string(i));
  ASSERT_TRUE(catalogue->Delete("default", ids).ok());
  EXPECT_EQ(places("HP:0000001"), "");
}

TEST_F(IntrospectionTest, DatasetsAsTheyAreDescribed) {
  auto catalogue = Open();
  ImportOptions options;
  options.mapping = R"({"datasets": [{"id": "d", "name": "N", "countries": ["FI"], "declared": 7,
      "dataUse": [{"id": "DUO:0000007", "modifiers": [{"id": "MONDO:0004992"}]}]}]})";
  ASSERT_TRUE(catalogue->ImportText(People(0, 10), options).ok());
  const auto collections = catalogue->Collections();
  ASSERT_TRUE(collections.ok()) << collections.status();
  ASSERT_EQ(collections->size(), 1u);
  const Collection& dataset = collections->front();
  EXPECT_EQ(dataset.kind, Collection::Kind::kDataset);
  EXPECT_EQ(dataset.id, "d");
  EXPECT_EQ(dataset.name, "N");
  EXPECT_EQ(dataset.countries, std::vector<std::string>{"FI"});
  EXPECT_EQ(dataset.declared, 7u);
  ASSERT_EQ(dataset.data_uses.size(), 1u);
  EXPECT_EQ(dataset.data_uses[0].use.code, "DUO:0000007");
  ASSERT_EQ(dataset.data_uses[0].modifiers.size(), 1u);
  EXPECT_EQ(dataset.data_uses[0].modifiers[0].code, "MONDO:0004992");
}

}  // namespace
}  // namespace muster
