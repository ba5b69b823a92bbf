// Catalogue::Prepare: a text that is read once.
#include <atomic>
#include <thread>

#include "tests/unit/api/embedding_fixture.h"

namespace muster {
namespace {

using PreparedTest = EmbeddingTest;

TEST_F(PreparedTest, NamesItsParameters) {
  auto catalogue = Open();
  Import(*catalogue, 0, 10);
  const auto prepared = catalogue->Prepare(
      "count individuals where has phenotype in ($codes, $one) and sex is $sex and has phenotype $one with onset < "
      "$age");
  ASSERT_TRUE(prepared.ok()) << prepared.status();
  ASSERT_EQ((*prepared)->parameters().size(), 4u);
  EXPECT_EQ((*prepared)->parameters()[0].name, "codes");
  EXPECT_TRUE((*prepared)->parameters()[0].list);
  EXPECT_EQ((*prepared)->parameters()[2].name, "sex");
  EXPECT_FALSE((*prepared)->parameters()[2].list);
  EXPECT_EQ((*prepared)->parameters()[3].name, "age");
  EXPECT_EQ((*prepared)->statements(), 1u);
  EXPECT_TRUE((*prepared)->diagnostics().empty());
}

TEST_F(PreparedTest, RunsWithOneValueAfterTheOther) {
  auto catalogue = Open();
  Import(*catalogue, 0, 140);
  const auto prepared = catalogue->Prepare("count individuals where has phenotype $code and sex is $sex");
  ASSERT_TRUE(prepared.ok());
  for (int round = 0; round < 2; ++round) {
    for (int code = 0; code < 7; ++code) {
      for (const std::string sex : {"female", "male"}) {
        QueryOptions options;
        options.parameters = {{"code", "HP:000000" + std::to_string(code)}, {"sex", sex}};
        EXPECT_EQ(NumberIn((*prepared)->Run(options)), 10) << code << sex;
      }
    }
  }
  const Stats stats = catalogue->Stats();
  EXPECT_EQ(stats.plan_misses, 14u);
  EXPECT_EQ(stats.plan_hits, 14u) << "the second time, each is known";
  EXPECT_EQ(CodeIn((*prepared)->Run()), "missing-parameter");
}

TEST_F(PreparedTest, TakesLists) {
  auto catalogue = Open();
  Import(*catalogue, 0, 140);
  QueryOptions options;
  options.lists["codes"] = {"HP:0000000", "HP:0000001", "HP:0000002"};
  const auto count = [&](const std::string& text) { return NumberIn(catalogue->Query(text, options)); };
  EXPECT_EQ(count("count individuals where has phenotype $codes"), 60);
  EXPECT_EQ(count("count individuals where has phenotype in ($codes)"), 60);
  EXPECT_EQ(count("count individuals where has phenotype in ($codes, HP:0000003)"), 80);
  options.lists["sexes"] = {"female", "male"};
  EXPECT_EQ(count("count individuals where has no phenotype $codes and sex in ($sexes)"), 80);
  options.lists["codes"] = {"HP:0000004"};
  EXPECT_EQ(count("count individuals where has phenotype $codes and sex in ($sexes)"), 20);
}

TEST_F(PreparedTest, SaysWhatCannotBeAList) {
  auto catalogue = Open();
  Import(*catalogue, 0, 10);
  QueryOptions options;
  options.lists["x"] = {};
  EXPECT_EQ(CodeIn(catalogue->Query("count individuals where has phenotype $x", options)), "empty-list");
  options.lists["x"] = {"female", "male"};
  EXPECT_EQ(CodeIn(catalogue->Query("count individuals where sex is $x", options)), "list-parameter");
  options.parameters["x"] = "female";
  EXPECT_EQ(CodeIn(catalogue->Query("count individuals where sex in ($x)", options)), "list-parameter");
  options = {};
  options.max_terms = 10;
  options.lists["x"] = std::vector<std::string>(11, "female");
  EXPECT_EQ(CodeIn(catalogue->Query("count individuals where sex in ($x)", options)), "too-many-terms");
  options = {};
  options.max_text_bytes = 100;
  options.lists["x"] = std::vector<std::string>(30, "female");
  EXPECT_EQ(CodeIn(catalogue->Query("count individuals where sex in ($x)", options)), "text-too-long");
  options = {};
  options.lists["y"] = {"a"};
  EXPECT_EQ(CodeIn(catalogue->Query("count individuals", options)), "unused-parameter");
}

TEST_F(PreparedTest, AValueOfAListIsOneValue) {
  auto catalogue = Open();
  Import(*catalogue, 0, 10);
  QueryOptions options;
  options.lists["x"] = {"female) or (sex is male"};
  EXPECT_EQ(CodeIn(catalogue->Query("count individuals where sex in ($x)", options)), "unknown-value");
}

TEST_F(PreparedTest, KeepsOverCommitsAndRunsOfASnapshot) {
  auto catalogue = Open();
  Import(*catalogue, 0, 10);
  const auto prepared = catalogue->Prepare("count individuals where sex is $1");
  const auto snapshot = catalogue->TakeSnapshot();
  QueryOptions female;
  female.parameters["1"] = "female";
  EXPECT_EQ(NumberIn((*prepared)->Run(female)), 5);
  Import(*catalogue, 10, 20);
  EXPECT_EQ(NumberIn((*prepared)->Run(female)), 10);
  EXPECT_EQ(NumberIn((*prepared)->Run(female, snapshot->get())), 5);
  EXPECT_EQ(NumberIn((*prepared)->Run(female)), 10);
}

TEST_F(PreparedTest, ASnapshotOfAnotherCatalogueIsRefused) {
  auto catalogue = Open();
  Import(*catalogue, 0, 10);
  auto other = Catalogue::Open(Path("other"), {.create_if_missing = true});
  ASSERT_TRUE(other.ok());
  const auto prepared = catalogue->Prepare("count individuals");
  const auto snapshot = (*other)->TakeSnapshot();
  EXPECT_EQ((*prepared)->Run({}, snapshot->get()).status().code(), absl::StatusCode::kInvalidArgument);
}

TEST_F(PreparedTest, MistakesAreItsDiagnostics) {
  auto catalogue = Open();
  Import(*catalogue, 0, 10);
  const auto of_syntax = catalogue->Prepare("count individuals wher sex is female");
  ASSERT_TRUE(of_syntax.ok());
  EXPECT_TRUE(HasErrors((*of_syntax)->diagnostics()));
  EXPECT_EQ((*of_syntax)->statements(), 0u);
  EXPECT_EQ(CodeIn((*of_syntax)->Run()), "syntax");
  const auto of_names = catalogue->Prepare("count individuals where colour is red");
  ASSERT_TRUE(of_names.ok());
  EXPECT_TRUE(HasErrors((*of_names)->diagnostics())) << "without parameters it can be told";
}

TEST_F(PreparedTest, ManyThreadsRunOne) {
  auto catalogue = Open();
  Import(*catalogue, 0, 700);
  const auto prepared = catalogue->Prepare("count individuals where has phenotype $codes");
  std::atomic<int> wrong = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 200; ++i) {
        QueryOptions options;
        for (int code = 0; code <= (i + t) % 7; ++code)
          options.lists["codes"].push_back("HP:000000" + std::to_string(code));
        wrong += NumberIn((*prepared)->Run(options)) == 100 * ((i + t) % 7 + 1) ? 0 : 1;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
}

TEST_F(PreparedTest, TenThousandTextsStayKnown) {
  auto catalogue = Open();
  Import(*catalogue, 0, 100);
  constexpr int kTexts = 10'000;
  const auto text = [](int i) {
    return "count individuals where has phenotype HP:000000" + std::to_string(i % 7) + " with onset < " +
           std::to_string(i) + " years";
  };
  for (int i = 0; i < kTexts; ++i) ASSERT_TRUE(catalogue->Query(text(i)).ok());
  const Stats before = catalogue->Stats();
  for (int i = 0; i < kTexts; ++i) ASSERT_TRUE(catalogue->Query(text(i)).ok());
  EXPECT_EQ(catalogue->Stats().plan_hits - before.plan_hits, static_cast<uint64_t>(kTexts));
}

}  // namespace
}  // namespace muster
