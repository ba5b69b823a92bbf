// Queries that are stopped: by a token, a deadline, a bound of memory, or a sink that wants no more.
#include <gmock/gmock.h>
#include <pthread.h>

#include <algorithm>
#include <chrono>
#include <stop_token>
#include <thread>

#include "absl/strings/str_cat.h"
#include "engine/api/pipeline/pipeline.h"
#include "engine/api/versions/load_view.h"
#include "storage/store.h"
#include "tests/unit/api/embedding_fixture.h"

namespace muster {
namespace {

using std::chrono::milliseconds;

class StoppingTest : public EmbeddingTest {
 protected:
  // Of every kind of work: postings, unions, ranges, rows below, named rows, groups, lists, several questions at once.
  static const std::vector<std::string>& Texts() {
    static const auto& texts = *new std::vector<std::string>{
        "count individuals where has phenotype HP:0000001 and sex is female",
        "count individuals where has at least 2 phenotype or not (has phenotype in (HP:0000001, HP:0000002))",
        "count individuals where has phenotype with onset < 20 years by disease, sex",
        "count individuals, phenotypes where at least 2 of (has phenotype HP:0000000, has phenotype HP:0000010, "
        "sex is female) by phenotype",
        "count individuals where has phenotype HP:0000001 as a with onset < 30 years and has phenotype HP:0000012 with "
        "onset > a.onset",
        "list phenotypes where sex is female",
        "funnel individuals where sex is female and has phenotype HP:0000001 and has disease",
        "count individuals by disease top 5; describe individuals; show catalogue; terms like \"J1\"",
    };
    return texts;
  }

  static std::string TextOf(const std::vector<Answer>& answers) {
    std::string text;
    for (const Answer& answer : answers) {
      for (const Diagnostic& diagnostic : answer.diagnostics) text += diagnostic.code + "\n";
      if (!answer.table) {
        text += "none\n";
        continue;
      }
      for (const auto& row : answer.table->rows) {
        for (const Cell& cell : row) {
          if (const auto* number = std::get_if<int64_t>(&cell)) text += std::to_string(*number);
          if (const auto* word = std::get_if<std::string>(&cell)) text += *word;
          text += "|";
        }
        text += "\n";
      }
    }
    return text;
  }
};

// Whatever the look at which it is stopped, a text has whole answers or none, and the catalogue answers as before.
TEST_F(StoppingTest, AtEveryLook) {
  {
    auto catalogue = Open();
    for (int i = 0; i < 3; ++i) Import(*catalogue, 1000 * i, 1000 * (i + 1));
    ASSERT_TRUE(catalogue->Delete("default", {"p1", "p1001", "p2001"}).ok());
  }
  const auto store = storage::Store::Open(Path(), {.read_only = true});
  ASSERT_TRUE(store.ok()) << store.status();
  const auto view = api::LoadView(**store, nullptr);
  ASSERT_TRUE(view.ok()) << view.status();
  execute::UnionCache unions(1 << 20);
  api::QueryCache prepared;
  uint64_t stopped = 0;
  for (const std::string& text : Texts()) {
    // What is right, without anything cached.
    execute::UnionCache no_unions(0);
    const auto right = api::AnswerText(text, {}, {**view, &no_unions});
    ASSERT_TRUE(right.ok()) << right.status();
    for (const Answer& answer : *right) ASSERT_TRUE(answer.table.has_value()) << text << answer.diagnostics[0].message;
    bool ended = false;
    for (uint64_t look = 1; !ended; look += 1 + look / 24) {
      Stopped outcome = Stopped::kNo;
      api::PipelineContext context{**view, &unions, &prepared};
      context.stop_at_look = look;
      context.outcome = &outcome;
      const auto answers = api::AnswerText(text, {}, context);
      ASSERT_TRUE(answers.ok()) << answers.status();
      ended = outcome == Stopped::kNo;
      stopped += ended ? 0 : 1;
      if (ended) {
        EXPECT_EQ(TextOf(*answers), TextOf(*right)) << text;
      } else {
        ASSERT_TRUE(HasErrors(answers->back().diagnostics)) << text << " at " << look;
        EXPECT_EQ(answers->back().diagnostics.back().code, "cancelled");
        EXPECT_FALSE(answers->back().table.has_value());
      }
      context.stop_at_look = 0;
      const auto again = api::AnswerText(text, {}, context);
      ASSERT_TRUE(again.ok()) << again.status();
      ASSERT_EQ(TextOf(*again), TextOf(*right)) << text << " after a stop at look " << look;
    }
  }
  EXPECT_GT(stopped, 100u);
}

// Wherever what is only said beside an answer is ended, the answer is the same, and it is said that more may be to say.
TEST_F(StoppingTest, NotesDoNotTakeTheAnswerWithThem) {
  {
    auto catalogue = Open();
    for (int i = 0; i < 3; ++i) Import(*catalogue, 1000 * i, 1000 * (i + 1));
    std::string lines;
    for (int i = 0; i < 10; ++i) {
      const std::string id = "\"m" + std::to_string(i) + "\"";
      lines += R"({"id":)" + id + R"(,"subject":{"id":)" + id + R"(,"sex":"MALE"},"measurements":[{"assay":{"id":)" +
               R"("LOINC:4548-4"},"value":{"quantity":{"unit":{"id":"UCUM:%"},"value":)" + std::to_string(5 + i) +
               "}}}]}\n";
    }
    ASSERT_TRUE(catalogue->ImportText(lines, {}).ok());
    lines.clear();
    for (int i = 0; i < 6; ++i) {
      lines += absl::StrCat(R"({"id":"n)", i, R"(","subject":{"sex":"FEMALE"},)",
                            i == 0 ? R"("diseases":[{"term":{"id":"MONDO:0005105","label":"melanoma"}}])"
                                   : R"("phenotypicFeatures":[{"type":{"id":"HP:0002861","label":"Melanoma"}}])",
                            "}\n");
    }
    ASSERT_TRUE(catalogue->ImportText(lines, {}).ok());
  }
  const auto store = storage::Store::Open(Path(), {.read_only = true});
  ASSERT_TRUE(store.ok()) << store.status();
  execute::UnionCache unions(1 << 20);
  const auto codes_of = [](const Answer& answer) {
    std::vector<std::string> codes;
    for (const Diagnostic& said : answer.diagnostics) codes.push_back(said.code);
    return codes;
  };
  const auto table_of = [](Answer answer) {
    answer.diagnostics.clear();
    return TextOf({std::move(answer)});
  };
  for (const auto& [text, code] : std::vector<std::pair<std::string, std::string>>{
           {"count individuals where has phenotype HP:0000001 and has measurement LOINC:4548-4 > 7 %",
            "rarely-recorded"},
           {"count individuals where has measurement LOINC:4548-4 > 1 %", "all-or-none"},
           {"count individuals where has disease MONDO:0005105", "same-name"},
       }) {
    // What is counted for notes is kept with the view.
    const auto fresh = [&] { return *api::LoadView(**store, nullptr); };
    const auto view = fresh();
    const auto right = api::AnswerText(text, {}, {*view, &unions});
    ASSERT_TRUE(right.ok()) << right.status();
    ASSERT_THAT(codes_of(right->front()), testing::Contains(code)) << text;
    bool whole = false;
    int ended = 0;
    for (uint64_t look = 1; !whole; ++look) {
      api::QueryCache prepared;
      const auto again = fresh();
      Stopped outcome = Stopped::kCancelled;
      api::PipelineContext context{*again, &unions, &prepared};
      context.end_notes_at_look = look;
      context.outcome = &outcome;
      const auto answers = api::AnswerText(text, {}, context);
      ASSERT_TRUE(answers.ok()) << answers.status();
      EXPECT_EQ(outcome, Stopped::kNo);
      EXPECT_EQ(table_of(answers->front()), table_of(right->front())) << text << " at " << look;
      const std::vector<std::string> codes = codes_of(answers->front());
      whole = std::find(codes.begin(), codes.end(), "notes-incomplete") == codes.end();
      ended += whole ? 0 : 1;
      if (whole) {
        EXPECT_EQ(codes, codes_of(right->front()));
      }
      context.end_notes_at_look = 0;
      const auto later = api::AnswerText(text, {}, context);
      ASSERT_TRUE(later.ok()) << later.status();
      EXPECT_EQ(codes_of(later->front()), codes_of(right->front())) << text << ", asked again after " << look;
    }
    EXPECT_GT(ended, 1) << text;
  }
}

TEST_F(StoppingTest, ATokenThatHasFired) {
  auto catalogue = Open();
  Import(*catalogue, 0, 100);
  std::stop_source source;
  QueryOptions options;
  options.stop = source.get_token();
  EXPECT_EQ(NumberIn(catalogue->Query("count individuals", options)), 100);
  source.request_stop();
  const auto answers = catalogue->Query("count individuals where sex is female", options);
  EXPECT_EQ(CodeIn(answers), "cancelled");
  EXPECT_FALSE(answers->front().table.has_value());
  EXPECT_EQ(Count(*catalogue, "count individuals where sex is female"), 50);
  EXPECT_EQ(catalogue->Stats().cancelled, 1u);
}

TEST_F(StoppingTest, HeavyTextsEndAtTheirDeadline) {
  auto catalogue = Open({.create_if_missing = true, .query_threads = 2});
  for (int i = 0; i < 2; ++i) Import(*catalogue, 10'000 * i, 10'000 * (i + 1));
  std::string text;
  for (int i = 0; i < 50; ++i) text += "list phenotypes;";
  QueryOptions options;
  options.timeout = milliseconds(20);
  const auto begin = std::chrono::steady_clock::now();
  const auto answers = catalogue->Query(text, options);
  const auto took = std::chrono::steady_clock::now() - begin;
  ASSERT_TRUE(answers.ok()) << answers.status();
  ASSERT_EQ(answers->size(), 50u);
  EXPECT_EQ(answers->back().diagnostics.back().code, "deadline");
  EXPECT_LT(took, milliseconds(500));  // generous, for builds with sanitizers on busy machines
  for (const Answer& answer : *answers) {
    EXPECT_NE(answer.table.has_value(), HasErrors(answer.diagnostics));
    if (answer.table) {
      EXPECT_EQ(answer.table->rows.size(), 40'000u);
    }
  }
  EXPECT_EQ(catalogue->Stats().deadline, 1u);
  options.timeout = std::chrono::hours(1);
  EXPECT_EQ(NumberIn(catalogue->Query("count individuals", options)), 20'000);
}

TEST_F(StoppingTest, MemoryIsBoundedOverTheText) {
  auto catalogue = Open();
  Import(*catalogue, 0, 5'000);
  QueryOptions options;
  options.memory_bytes = 4 << 20;
  const auto answers =
      catalogue->Query("count individuals; list phenotypes limit 1000; list phenotypes; list phenotypes", options);
  ASSERT_TRUE(answers.ok());
  EXPECT_EQ(NumberIn(answers, 0), 5'000);
  EXPECT_EQ((*answers)[1].table->rows.size(), 1000u);
  EXPECT_EQ(answers->back().diagnostics.back().code, "too-much-memory");
  EXPECT_EQ(CodeIn(catalogue->Query("count individuals by id, disease", options)).empty(), false);
  EXPECT_EQ(catalogue->Stats().too_much_memory, 1u);
  options.memory_bytes = 0;
  EXPECT_EQ((*catalogue->Query("list phenotypes", options))[0].table->rows.size(), 10'000u);
}

TEST_F(StoppingTest, GroupsAreCharged) {
  auto catalogue = Open();
  Import(*catalogue, 0, 5'000);
  QueryOptions options;
  options.memory_bytes = 2'000;
  EXPECT_EQ(CodeIn(catalogue->Query("count individuals by disease, sex", options)), "too-much-memory");
  EXPECT_EQ(NumberIn(catalogue->Query("count individuals", options)), 5'000);
}

TEST_F(StoppingTest, RowsThatAreStreamedAreNotInMemory) {
  auto catalogue = Open();
  Import(*catalogue, 0, 5'000);
  QueryOptions options;
  options.memory_bytes = 1 << 20;
  options.max_cells = 10;
  size_t rows = 0;
  size_t blocks = 0;
  std::vector<size_t> statements;
  const auto sink = [&](size_t statement, const std::vector<Column>& columns, std::vector<std::vector<Cell>> block) {
    EXPECT_EQ(columns.size(), block[0].size());
    EXPECT_LE(block.size(), 4096u);
    rows += block.size();
    ++blocks;
    if (statements.empty() || statements.back() != statement) statements.push_back(statement);
    return true;
  };
  const auto answers = catalogue->Stream("list phenotypes; count individuals; list individuals limit 7", options, sink);
  ASSERT_TRUE(answers.ok()) << answers.status();
  for (const Answer& answer : *answers) {
    ASSERT_TRUE(answer.table.has_value()) << CodeIn(answers);
    EXPECT_TRUE(answer.table->rows.empty());
    EXPECT_FALSE(answer.table->columns.empty());
    EXPECT_FALSE(answer.table->provenance.statement.empty());
  }
  EXPECT_EQ(rows, 10'000u + 1 + 7);
  EXPECT_GE(blocks, 9u);
  EXPECT_EQ(statements, (std::vector<size_t>{0, 1, 2}));
}

TEST_F(StoppingTest, TheStreamHasTheRowsOfTheTable) {
  auto catalogue = Open();
  Import(*catalogue, 0, 3'000);
  const std::string text = "list phenotypes where sex is female";
  std::vector<std::vector<Cell>> streamed;
  const auto sink = [&](size_t, const std::vector<Column>&, std::vector<std::vector<Cell>> block) {
    for (auto& row : block) streamed.push_back(std::move(row));
    return true;
  };
  ASSERT_TRUE(catalogue->Stream(text, {}, sink).ok());
  EXPECT_EQ(streamed, (*catalogue->Query(text))[0].table->rows);
}

TEST_F(StoppingTest, ASinkThatWantsNoMore) {
  auto catalogue = Open();
  Import(*catalogue, 0, 5'000);
  int blocks = 0;
  const auto sink = [&](size_t, const std::vector<Column>&, std::vector<std::vector<Cell>>) { return ++blocks < 3; };
  const auto answers = catalogue->Stream("list phenotypes; count individuals", {}, sink);
  ASSERT_TRUE(answers.ok()) << answers.status();
  EXPECT_EQ(blocks, 3);
  EXPECT_EQ(CodeIn(answers, 0), "cancelled");
  EXPECT_EQ(CodeIn(answers, 1), "cancelled");
}

TEST_F(StoppingTest, ASinkThatThrows) {
  auto catalogue = Open();
  Import(*catalogue, 0, 100);
  const auto sink = [](size_t, const std::vector<Column>&, std::vector<std::vector<Cell>>) -> bool { throw 1; };
  EXPECT_EQ(catalogue->Stream("list phenotypes", {}, sink).status().code(), absl::StatusCode::kAborted);
  EXPECT_EQ(Count(*catalogue), 100);
  EXPECT_EQ(catalogue->Stats().running_queries, 0u);
}

// What waits for another who changes the catalogue waits no longer than it may, and what was begun is done.
TEST_F(StoppingTest, DefinitionsWaitAsLongAsTheyMay) {
  auto catalogue = Open();
  Import(*catalogue, 0, 100);
  QueryOptions options;
  options.timeout = milliseconds(20);
  ImportOptions slow;
  slow.progress = [&](const ImportProgress&) {
    std::thread other([&] {
      const auto answers = catalogue->Query("define cohort women as individuals where sex is female", options);
      EXPECT_EQ(CodeIn(answers), "deadline");
    });
    other.join();
    return true;
  };
  ASSERT_TRUE(catalogue->ImportText(People(100, 200), slow).ok());
  options.timeout = std::chrono::minutes(1);
  const auto defined = catalogue->Query("define cohort women as individuals where sex is female", options);
  ASSERT_TRUE(defined.ok()) << defined.status();
  EXPECT_TRUE(defined->front().table.has_value()) << CodeIn(defined);
  EXPECT_EQ(Count(*catalogue, "count individuals where in women"), 100);
}

// A thread of the program that is cancelled: nothing unwinds through the library.
class CancelledThreadTest : public EmbeddingTest {
 protected:
  // All of a catalogue's life on a thread whose end is asked for from the beginning.
  static void* Live(void* argument) {
    auto* const test = static_cast<CancelledThreadTest*>(argument);
    pthread_cancel(pthread_self());
    {
      const auto catalogue = test->Open();
      Import(*catalogue, 0, 100);
      test->seen_ = Count(*catalogue, "count individuals where sex is female");
    }
    test->closed_ = true;
    pthread_testcancel();
    return nullptr;
  }

  int64_t seen_ = 0;
  bool closed_ = false;
};

TEST_F(CancelledThreadTest, EndsBetweenCalls) {
  pthread_t thread = {};
  ASSERT_EQ(pthread_create(&thread, nullptr, &Live, this), 0);
  void* result = nullptr;
  pthread_join(thread, &result);
  EXPECT_EQ(result, PTHREAD_CANCELED);
  EXPECT_EQ(seen_, 50);
  EXPECT_TRUE(closed_);
  EXPECT_EQ(Count(*Open()), 100);
}

}  // namespace
}  // namespace muster
