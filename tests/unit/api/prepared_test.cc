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

TEST_F(PreparedTest, IsNotKeptWhereItIsTooLong) {
  auto catalogue = Open();
  QueryOptions narrow;
  narrow.max_text_bytes = 17;
  const auto kept = catalogue->Prepare("count individuals", narrow);
  const auto longer = catalogue->Prepare("count individuals ", narrow);
  ASSERT_TRUE(kept.ok() && longer.ok());
  EXPECT_EQ((*kept)->text(), "count individuals");
  EXPECT_EQ(CodeIn((*kept)->Run()), "");
  EXPECT_EQ((*longer)->text(), "");
  EXPECT_EQ((*longer)->diagnostics()[0].code, "text-too-long");
  EXPECT_EQ(CodeIn((*longer)->Run()), "text-too-long") << "whatever the options of the run";
}

TEST_F(PreparedTest, RepeatsWhatIsWrongWithItsText) {
  auto catalogue = Open();
  for (const std::string text : {"", "count individuals where", "cuont individuals", "count individuals where has"}) {
    const auto prepared = catalogue->Prepare(text);
    ASSERT_TRUE(prepared.ok()) << prepared.status();
    EXPECT_EQ((*prepared)->statements(), 0u);
    EXPECT_NE(CodeIn((*prepared)->Run()), "") << text;
    EXPECT_EQ(CodeIn((*prepared)->Run()), CodeIn(catalogue->Query(text))) << text;
  }
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
  // It was asked for, whatever was wrong with it.
  options = {};
  options.lists["x"] = {};
  const std::vector<Answer> empty = *catalogue->Query("count individuals where sex in ($x)", options);
  ASSERT_EQ(empty[0].diagnostics.size(), 1u);
  EXPECT_EQ(empty[0].diagnostics[0].code, "empty-list");
  options = {};
  options.lists["y"] = {"a"};
  EXPECT_EQ(CodeIn(catalogue->Query("count individuals", options)), "unused-parameter");
}

// The answers to a text, with what they say of it, but for how long it took.
std::string Shown(const absl::StatusOr<std::vector<Answer>>& answers) {
  if (!answers.ok()) return answers.status().ToString();
  std::string shown;
  for (const Answer& answer : *answers) {
    for (const Diagnostic& diagnostic : answer.diagnostics) shown += diagnostic.code + ": " + diagnostic.message + "\n";
    if (!answer.table) continue;
    shown += answer.table->provenance.statement + "\n";
    for (const auto& row : answer.table->rows) {
      for (const Cell& cell : row) {
        const auto* text = std::get_if<std::string>(&cell);
        const auto* whole = std::get_if<int64_t>(&cell);
        const auto* number = std::get_if<double>(&cell);
        shown += text != nullptr     ? *text
                 : whole != nullptr  ? std::to_string(*whole)
                 : number != nullptr ? std::to_string(*number)
                                     : "-";
        shown += " | ";
      }
      shown += "\n";
    }
  }
  return shown;
}

TEST_F(PreparedTest, AParameterStandsWhereverAValueDoes) {
  auto catalogue = Open();
  Import(*catalogue, 0, 140);
  ASSERT_TRUE(catalogue->Query("define cohort seen as individuals where sex is female").ok());
  struct Case {
    const char* written;
    const char* asked;
    std::map<std::string, std::string> values;
    std::map<std::string, std::vector<std::string>> lists;
  };
  const Case kCases[] = {
      {"count individuals where has phenotype in (HP:0000001, HP:0000002)",
       "count individuals where has phenotype in $codes",
       {},
       {{"codes", {"HP:0000001", "HP:0000002"}}}},
      {"count individuals where has phenotype in (HP:0000001)",
       "count individuals where has phenotype in $codes",
       {{"codes", "HP:0000001"}},
       {}},
      {"count individuals where has phenotype with term not in (HP:0000001, HP:0000002) and sex in (female)",
       "count individuals where has phenotype with term not in $codes and sex in $sexes",
       {},
       {{"codes", {"HP:0000001", "HP:0000002"}}, {"sexes", {"female"}}}},
      {"list individuals limit 7", "list individuals limit $n", {{"n", "7"}}, {}},
      {"count individuals by phenotype top 3", "count individuals by phenotype top $n", {{"n", "3"}}, {}},
      {"count individuals by onset of phenotype HP:0000001 in bands of 10 years",
       "count individuals by onset of phenotype $t in bands of $w",
       {{"w", "10 years"}, {"t", "HP:0000001"}},
       {}},
      {"count phenotypes by onset in bands at 5, 10, 40 years",
       "count phenotypes by onset in bands at $edges",
       {},
       {{"edges", {"5", "10", "40 years"}}}},
      {"count individuals by disease having individuals > 1",
       "count individuals by disease having individuals > $n",
       {{"n", "1"}},
       {}},
      {"count individuals where has at least 2 phenotypes with onset >= 20 years",
       "count individuals where has at least $n phenotypes with onset >= $age",
       {{"n", "2"}, {"age", "20 years"}},
       {}},
      {"count individuals where has at most 1 distinct phenotype with onset >= 20 years",
       "count individuals where has at most $n distinct phenotype with onset >= 20 years",
       {{"n", "1"}},
       {}},
      {"count individuals where has exactly 0 phenotypes HP:0000003",
       "count individuals where has exactly $n phenotypes HP:0000003",
       {{"n", "0"}},
       {}},
      {"count individuals where at least 2 of (sex is female, has phenotype HP:0000001, has disease ICD10:J10)",
       "count individuals where at least $n of (sex is female, has phenotype HP:0000001, has disease ICD10:J10)",
       {{"n", "2"}},
       {}},
      {"count individuals where at most 1 of (sex is female, has phenotype HP:0000001, has disease ICD10:J10)",
       "count individuals where at most $n of (sex is female, has phenotype HP:0000001, has disease ICD10:J10)",
       {{"n", "1"}},
       {}},
      {"count individuals where exactly 1 of (sex is female, has phenotype HP:0000001, has disease ICD10:J10)",
       "count individuals where exactly $n of (sex is female, has phenotype HP:0000001, has disease ICD10:J10)",
       {{"n", "1"}},
       {}},
      {"count individuals where exactly 0 of (sex is female, has phenotype HP:0000001)",
       "count individuals where exactly $n of (sex is female, has phenotype HP:0000001)",
       {{"n", "0"}},
       {}},
      {"count individuals where in cohort seen", "count individuals where in cohort $c", {{"c", "seen"}}, {}},
      {"count individuals where in \"seen\"", "count individuals where in cohort $c", {{"c", "\"seen\""}}, {}},
      {"compare seen, boys as individuals where sex is male by sex",
       "compare $a, $b as individuals where sex is $sex by sex",
       {{"a", "seen"}, {"b", "boys"}, {"sex", "male"}},
       {}},
      {"show cohort \"seen\"", "show cohort $c", {{"c", "seen"}}, {}},
      {"terms like \"J1\" in diseases limit 3", "terms like $t in diseases limit $n", {{"t", "J1"}, {"n", "3"}}, {}},
      {"terms like \"30\"", "terms like $t", {{"t", "30"}}, {}},
  };
  for (const Case& one : kCases) {
    QueryOptions options;
    options.parameters = one.values;
    options.lists = one.lists;
    EXPECT_EQ(Shown(catalogue->Query(one.asked, options)), Shown(catalogue->Query(one.written))) << one.asked;
    const auto prepared = catalogue->Prepare(one.asked);
    ASSERT_TRUE(prepared.ok());
    EXPECT_TRUE((*prepared)->diagnostics().empty()) << one.asked;
    EXPECT_EQ((*prepared)->parameters().size(), one.values.size() + one.lists.size()) << one.asked;
    EXPECT_EQ(Shown((*prepared)->Run(options)), Shown(catalogue->Query(one.written))) << one.asked;
    EXPECT_EQ(CodeIn((*prepared)->Run()), "missing-parameter") << one.asked;
  }
}

TEST_F(PreparedTest, ACohortIsDefinedAndDroppedByParameter) {
  auto catalogue = Open();
  Import(*catalogue, 0, 10);
  QueryOptions options;
  options.parameters = {{"c", "my people"}};
  ASSERT_EQ(CodeIn(catalogue->Query("define cohort $c as individuals where sex is female", options)), "");
  EXPECT_EQ(NumberIn(catalogue->Query("count individuals where in cohort \"my people\"")), 5);
  ASSERT_EQ(CodeIn(catalogue->Query("drop cohort $c", options)), "");
  EXPECT_EQ(CodeIn(catalogue->Query("count individuals where in cohort $c", options)), "unknown-cohort");
}

TEST_F(PreparedTest, TheDateOfAStudyIsAParameter) {
  auto catalogue = Open();
  ASSERT_TRUE(catalogue
                  ->ImportText(R"({"id":"p1","subject":{"id":"p1","dateOfBirth":"2000-06-01T00:00:00Z"}})"
                               "\n"
                               R"({"id":"p2","subject":{"id":"p2","dateOfBirth":"2010-06-01T00:00:00Z"}})",
                               {})
                  .ok());
  const auto prepared = catalogue->Prepare("study date $day; count individuals where age at study date >= 18 years");
  ASSERT_TRUE(prepared.ok());
  QueryOptions options;
  options.parameters = {{"day", "2026-01-01"}};
  EXPECT_EQ(NumberIn((*prepared)->Run(options)), 1);
  options.parameters = {{"day", "2030"}};
  EXPECT_EQ(NumberIn((*prepared)->Run(options)), 2);
}

TEST_F(PreparedTest, ANumberThatIsNoneIsSaid) {
  auto catalogue = Open();
  Import(*catalogue, 0, 10);
  const auto code = [&](const std::string& text, const std::string& value) {
    QueryOptions options;
    options.parameters["n"] = value;
    return CodeIn(catalogue->Query(text, options));
  };
  for (const char* const value : {"female", "-1", "1.5", "2 years", "1 or sex is female", "2000000000", "", "HP:1"}) {
    EXPECT_EQ(code("list individuals limit $n", value), "bad-number") << value;
    EXPECT_EQ(code("count individuals where has at least $n phenotypes", value), "bad-number") << value;
    EXPECT_EQ(code("count individuals by sex top $n", value), "bad-number") << value;
  }
  EXPECT_EQ(code("count individuals by sex having individuals > $n", "1 year"), "bad-number");
  EXPECT_EQ(code("count phenotypes by onset in bands of $n", "wide"), "bad-number");
  EXPECT_EQ(code("count individuals where at most $n of (sex is female, sex is male)", "2"), "bad-number");
  EXPECT_EQ(code("count individuals where exactly $n of (sex is female, sex is male)", "3"), "bad-number");
  QueryOptions list;
  list.lists["n"] = {"1", "2"};
  EXPECT_EQ(CodeIn(catalogue->Query("list individuals limit $n", list)), "list-parameter");
  EXPECT_EQ(CodeIn(catalogue->Query("terms like $n", list)), "list-parameter");
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
