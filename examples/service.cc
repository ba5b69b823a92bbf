// A small service: a reader that follows a writer, threads that answer with deadlines, a backup while all of them work.
// With muster.hpp, so that the Abseil of the program does not matter.
//
//   c++ -std=c++17 service.cc -lmuster -pthread -o service && ./service FOLDER
#include <atomic>
#include <chrono>
#include <cstdio>
#include <string>
#include <thread>
#include <vector>

#include "muster/muster.hpp"

namespace {

using muster::stable::Catalogue;
using muster::stable::Statement;

constexpr int kThreads = 4;
constexpr int kCommits = 20;
constexpr int64_t kDeadlineMicroseconds = 500'000;

std::string Person(int number) {
  const std::string id = "p" + std::to_string(number);
  return R"({"id": ")" + id + R"(", "subject": {"id": ")" + id + R"(", "sex": ")" +
         (number % 2 == 0 ? "FEMALE" : "MALE") + R"("}, "metaData": {}})";
}

int Fail(const muster::stable::Error& error) {
  std::fprintf(stderr, "%s %s\n", error.message.c_str(), error.hint.c_str());
  return 1;
}

// What a request handler does: run a prepared statement with the request's values and a deadline.
bool Answer(const Statement& statement, const char* sex, int64_t* count) {
  auto answers = statement.Run({{"sex", sex}}, nullptr, {{MUSTER_QUERY_TIMEOUT_US, kDeadlineMicroseconds}});
  if (!answers.ok()) {
    std::fprintf(stderr, "%s\n", answers.error().message.c_str());
    return false;
  }
  if (answers->have_errors()) {  // a mistake in the text, or "deadline"
    std::fprintf(stderr, "%s\n", std::string(answers->diagnostics_text()).c_str());
    return false;
  }
  const auto found = (*answers)[0].Int(0, 0);
  if (found) *count = *found;
  return found.has_value();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::string folder = argv[1];
  auto writer = Catalogue::Open(folder + "/followed", {{MUSTER_OPEN_CREATE, 1}});
  if (!writer.ok()) return Fail(writer.error());
  if (auto report = writer->ImportText(Person(0)); !report.ok()) return Fail(report.error());

  // Often another process: a reader sees the version of its last Refresh().
  auto reader = Catalogue::Open(folder + "/followed", {{MUSTER_OPEN_READ_ONLY, 1}});
  if (!reader.ok()) return Fail(reader.error());
  auto statement = reader->Prepare("count individuals where sex is $sex");
  if (!statement.ok()) return Fail(statement.error());

  std::atomic<bool> done{false};
  std::atomic<int> failures{0};
  std::atomic<int> answered{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&, i] {
      int64_t last = 0;
      while (!done) {
        int64_t count = 0;
        // Nobody is deleted, so that counts never fall.
        if (!Answer(*statement, i % 2 == 0 ? "female" : "male", &count) || count < last) ++failures;
        last = count;
        ++answered;
      }
    });
  }
  std::thread follower([&] {
    while (!done) {
      if (auto version = reader->Refresh(); !version.ok() && !version.error().retryable) ++failures;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
  });
  for (int number = 1; number <= kCommits; ++number) {
    if (!writer->ImportText(Person(number)).ok()) ++failures;
  }
  if (auto backup = writer->Backup(folder + "/backup"); !backup.ok()) {
    std::fprintf(stderr, "%s\n", backup.error().message.c_str());
    ++failures;
  }
  done = true;
  for (std::thread& thread : threads) thread.join();
  follower.join();

  int64_t females = 0;
  if (!reader->Refresh().ok() || !Answer(*statement, "female", &females) || females != kCommits / 2 + 1) ++failures;
  std::printf("%d answers, %d failures\n", answered.load(), failures.load());
  return failures == 0 ? 0 : 1;
}
