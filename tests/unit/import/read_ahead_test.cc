// An import by several threads gives what an import by one gives.
#include <gmock/gmock.h>

#include <algorithm>
#include <random>
#include <tuple>

#include "absl/time/clock.h"
#include "engine/import/importer.h"
#include "tests/unit/import/files.h"
#include "tests/unit/import/record/memory_sink.h"

namespace muster::import {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Key;

// What an import made, in a form that can be compared and read.
struct Outcome {
  absl::Status status;
  ImportReport report;
  MemorySink sink;
};

Outcome ImportWith(uint32_t threads, const std::string& path, ImportOptions options = {}) {
  Outcome outcome;
  options.threads = threads;
  absl::StatusOr<ImportReport> report = ReadFiles({path}, options, outcome.sink);
  outcome.status = report.status();
  if (report.ok()) outcome.report = *std::move(report);
  return outcome;
}

// All that reports say by kind, as text.
std::vector<std::string> RemarksOf(const ImportReport& report) {
  std::vector<std::string> lines;
  for (const ImportRemark& remark : report.remarks) {
    lines.push_back(remark.what + " " + std::to_string(remark.count) + " " + std::to_string(remark.other_values));
    for (const auto& value : remark.values) {
      lines.push_back(value.path + " " + value.value + " " + std::to_string(value.count));
    }
    for (const ImportProblem& example : remark.examples) {
      lines.push_back(example.id + " " + std::to_string(example.line) + " " + example.where + " " + example.value);
    }
  }
  return lines;
}

// Which labels came with which codes, and where first.
std::vector<std::string> Labels(const MemorySink& sink) {
  std::vector<std::string> lines;
  for (const LabelOfCode& label : sink.labels) {
    lines.push_back(label.code + " " + label.label + " " + std::to_string(label.times) + " " +
                    std::to_string(label.record) + " " + std::to_string(label.line) + " " + label.id);
  }
  return lines;
}

void ExpectSame(const Outcome& expected, const Outcome& actual) {
  EXPECT_EQ(actual.status, expected.status);
  EXPECT_EQ(actual.sink.records, expected.sink.records);
  EXPECT_EQ(model::Dictionary(actual.sink.dictionary).TakeBlock(),
            model::Dictionary(expected.sink.dictionary).TakeBlock());
  EXPECT_EQ(actual.sink.ontologies.size(), expected.sink.ontologies.size());
  const ImportReport& a = actual.report;
  const ImportReport& e = expected.report;
  EXPECT_EQ(std::tie(a.files, a.records, a.individuals, a.replaced, a.rejected, a.problem_count),
            std::tie(e.files, e.records, e.individuals, e.replaced, e.rejected, e.problem_count));
  EXPECT_EQ(a.rows, e.rows);
  EXPECT_EQ(a.kept_only, e.kept_only);
  EXPECT_EQ(a.notes, e.notes);
  EXPECT_EQ(RemarksOf(a), RemarksOf(e));
  // What was read ahead behind the place where a file is given up is not counted.
  const bool skipped = std::any_of(e.problems.begin(), e.problems.end(), [](const ImportProblem& problem) {
    return problem.reason.find("the file is skipped") != std::string::npos;
  });
  if (!skipped) {
    EXPECT_EQ(Labels(actual.sink), Labels(expected.sink));
  }
  ASSERT_EQ(a.problems.size(), e.problems.size());
  for (size_t i = 0; i < e.problems.size(); ++i) {
    const ImportProblem& x = a.problems[i];
    const ImportProblem& y = e.problems[i];
    EXPECT_EQ(std::tie(x.kind, x.file, x.line, x.record, x.id, x.where, x.value, x.reason),
              std::tie(y.kind, y.file, y.line, y.record, y.id, y.where, y.value, y.reason))
        << "problem " << i << ": " << x.reason << " instead of " << y.reason;
  }
}

// A packet with codes and words out of a pool, some of them misspelt, some labelled, some unreadable.
std::string Packet(std::mt19937& random, int number) {
  const auto any = [&](unsigned end) { return std::to_string(random() % end); };
  std::string text = R"({"id": "p)" + std::to_string(number) + R"(", "subject": {"sex": ")" +
                     (random() % 50 == 0 ? "QUITE_" + any(5) : std::string("FEMALE")) +
                     R"(", "dateOfBirth": "1990-01-01"}, "phenotypicFeatures": [)";
  const unsigned features = 1 + random() % 5;
  for (unsigned i = 0; i < features; ++i) {
    if (i > 0) text += ", ";
    const unsigned term = random() % 900;
    text += R"({"type": {"id": ")" + std::string(term % 7 == 0 ? "hp:" : "HP:") + std::to_string(1000000 + term) + '"';
    if (random() % 3 == 0) text += R"(, "label": "label )" + any(3) + '"';
    text += R"(}, "onset": {"age": {"iso8601duration": ")" + std::string(random() % 40 == 0 ? "old" : "P3Y") + "\"}}}";
  }
  return text + R"(], "member)" + any(20) + R"(": {"x": [1, "\u00e4"]}})";
}

// Many records, and here and there one that is special.
std::vector<std::string> Documents() {
  std::mt19937 random(7);
  std::vector<std::string> documents;
  for (int i = 0; i < 3000; ++i) {
    documents.push_back(Packet(random, i));
    if (i % 97 == 0) documents.push_back(Packet(random, i / 2));  // replaces
    if (i % 211 == 0) documents.push_back(R"({"subject": {"sex": "MALE"}})");
  }
  documents.insert(documents.begin() + 2000, R"({"id": "f", "proband": {"id": "f1", "subject": {}}})");
  documents.insert(documents.begin() + 2100,
                   R"({"id": "big", "subject": {"id": ")" + std::string(700 << 10, 'b') + R"("}})");
  documents.insert(documents.begin() + 2200, R"({"id": "lone", "phenotypicFeatures": [{"type": {"id": "HP:9"}}]})");
  return documents;
}

std::string Lines(const std::vector<std::string>& documents) {
  std::string text;
  for (const std::string& document : documents) text += document + "\n";
  return text;
}

class ReadAheadTest : public testing::Test {
 protected:
  void ExpectSameWithAnyThreads(const std::string& path, const ImportOptions& options = {}) {
    const Outcome one = ImportWith(1, path, options);
    for (const uint32_t threads : {2, 3, 4}) {
      SCOPED_TRACE(threads);
      ExpectSame(one, ImportWith(threads, path, options));
    }
  }
  Directory directory_;
};

TEST_F(ReadAheadTest, Lines) {
  std::vector<std::string> documents = Documents();
  documents.insert(documents.begin() + 1500, {"{broken", "", "[1]", "\xff\xfe", "  "});
  const std::string path = directory_.Write("a.jsonl", Lines(documents));
  ExpectSameWithAnyThreads(path);
  const Outcome outcome = ImportWith(3, path);
  ASSERT_TRUE(outcome.status.ok()) << outcome.status;
  EXPECT_GT(outcome.report.replaced, 30u);
  EXPECT_GT(outcome.report.rejected, 15u);
  EXPECT_THAT(outcome.report.notes, Contains(Key("code written otherwise than usual")));
  EXPECT_EQ(outcome.sink.by_id.count("f1") + outcome.sink.by_id.count("big") + outcome.sink.by_id.count("lone"), 3u);
}

TEST_F(ReadAheadTest, ArrayOfPacketsInGzip) {
  std::string text = "[";
  for (const std::string& document : Documents()) text += (text.size() > 1 ? ",\n" : "") + document;
  ExpectSameWithAnyThreads(directory_.Write("a.json.gz", Gzip(text + "]")));
}

TEST_F(ReadAheadTest, ObjectsOverSeveralLines) {
  std::string text;
  for (const std::string& document : Documents()) text += "{\n" + document.substr(1) + "\n";
  ExpectSameWithAnyThreads(directory_.Write("a.json", text));
}

TEST_F(ReadAheadTest, ProblemsThatAreNotSpelledOut) {
  const std::string path = directory_.Write("a.jsonl", Lines(Documents()));
  for (const size_t most : {0, 1, 20}) {
    ImportOptions options;
    options.max_problems = most;
    ExpectSameWithAnyThreads(path, options);
  }
}

TEST_F(ReadAheadTest, MorePathsThanTheReportKeeps) {
  std::string text;
  for (int i = 0; i < 4000; ++i) {
    const std::string n = std::to_string(i);
    text += R"({"id": ")" + n + R"(", "subject": {}, "a)" + n + R"(": 1, "b)" + n + R"(": 1, "c)" + n + "\": 1}\n";
  }
  const std::string path = directory_.Write("a.jsonl", text);
  ExpectSameWithAnyThreads(path);
  EXPECT_THAT(ImportWith(2, path).report.kept_only, Contains(testing::Pair("(others)", 2000u)));
}

TEST_F(ReadAheadTest, FileThatIsCutOff) {
  std::string packed = Gzip(Lines(Documents()));
  packed.resize(packed.size() - 1000);
  const std::string path = directory_.Write("a.jsonl.gz", packed);
  ExpectSameWithAnyThreads(path);
  EXPECT_THAT(std::string(ImportWith(2, path).status.message()), HasSubstr("cut off"));
}

TEST_F(ReadAheadTest, BeaconRecordsBetweenPackets) {
  std::vector<std::string> documents = Documents();
  documents.insert(documents.begin() + 1700,
                   {R"({"id": "b1", "sex": {"id": "NCIT:C16576", "label": "female"}, "diseases": []})",
                    R"({"id": "s1", "individualId": "b1", "biosampleStatus": {"id": "EFO:0009654"}})"});
  ExpectSameWithAnyThreads(directory_.Write("a.jsonl", Lines(documents)));
}

TEST_F(ReadAheadTest, RestOfAFileThatIsSkipped) {
  std::vector<std::string> documents = Documents();
  documents.insert(documents.begin() + 1700,
                   R"({"variantInternalId": "v", "variation": {"location": {}}, "identifiers": {}})");
  const std::string path = directory_.Write("a.jsonl", Lines(documents));
  ExpectSameWithAnyThreads(path);
}

TEST_F(ReadAheadTest, SinkThatFailsInTheMiddle) {
  class SmallSink : public MemorySink {
    absl::Status AddRecord(model::Record&& record, model::Taken* taken) override {
      if (records.size() == 1234) return absl::ResourceExhaustedError("full");
      return MemorySink::AddRecord(std::move(record), taken);
    }
  };
  const std::string path = directory_.Write("a.jsonl", Lines(Documents()));
  for (const uint32_t threads : {1, 2, 4}) {
    SmallSink sink;
    ImportOptions options;
    options.threads = threads;
    EXPECT_EQ(ReadFiles({path}, options, sink).status().message(), "full");
    EXPECT_EQ(sink.records.size(), 1234u);
  }
}

TEST_F(ReadAheadTest, CancelledInTheMiddle) {
  std::string text = Lines(Documents());
  text += text + text + text;
  const std::string path = directory_.Write("a.jsonl", text);
  for (const uint32_t threads : {1, 4}) {
    ImportOptions options;
    options.threads = threads;
    // The last chance before the first record, and then as soon as progress is told again.
    options.progress = [&](const ImportProgress& progress) { return progress.records == 0; };
    class SlowSink : public MemorySink {
      absl::Status AddRecord(model::Record&& record, model::Taken* taken) override {
        if (records.size() == 2000) absl::SleepFor(absl::Milliseconds(300));
        return MemorySink::AddRecord(std::move(record), taken);
      }
    } slow;
    EXPECT_EQ(ReadFiles({path}, options, slow).status().code(), absl::StatusCode::kCancelled);
    EXPECT_LT(slow.records.size(), 4000u);
  }
}

}  // namespace
}  // namespace muster::import
