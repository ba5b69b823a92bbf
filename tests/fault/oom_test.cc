// Out of memory at the Nth allocation, whichever thread makes it: an error, the catalogue goes on, and nothing is lost.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <new>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "muster/catalogue.h"
#include "shell/synth/files/generate.h"
#include "tests/support/source_tree.h"

namespace {

// Counts down to the allocation that fails; negative: none does.
std::atomic<int64_t> left = -1;
std::atomic<int64_t> made = 0;

void* Allocate(size_t size, size_t alignment) {
  made.fetch_add(1, std::memory_order_relaxed);
  if (left.load(std::memory_order_relaxed) >= 0 && left.fetch_sub(1, std::memory_order_relaxed) == 0) return nullptr;
  return alignment <= alignof(std::max_align_t)
             ? std::malloc(size != 0 ? size : 1)
             : std::aligned_alloc(alignment, (size + alignment - 1) / alignment * alignment);
}

void* AllocateOrThrow(size_t size, size_t alignment) {
  while (true) {
    if (void* const memory = Allocate(size, alignment)) return memory;
    const std::new_handler handler = std::get_new_handler();
    if (handler == nullptr) throw std::bad_alloc();
    handler();
  }
}

}  // namespace

// Both sides are here: what new takes from malloc, delete gives to free.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
void* operator new(size_t size) { return AllocateOrThrow(size, 1); }
void* operator new[](size_t size) { return AllocateOrThrow(size, 1); }
void* operator new(size_t size, std::align_val_t a) { return AllocateOrThrow(size, static_cast<size_t>(a)); }
void* operator new[](size_t size, std::align_val_t a) { return AllocateOrThrow(size, static_cast<size_t>(a)); }
void* operator new(size_t size, const std::nothrow_t&) noexcept { return Allocate(size, 1); }
void* operator new[](size_t size, const std::nothrow_t&) noexcept { return Allocate(size, 1); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, size_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory, size_t, std::align_val_t) noexcept { std::free(memory); }
void operator delete[](void* memory, size_t, std::align_val_t) noexcept { std::free(memory); }

#ifdef MUSTER_COUNTS_LINES
extern "C" void __gcov_dump();
#endif

namespace muster {
namespace {

namespace fs = std::filesystem;

std::string People(const std::string& prefix, int first, int count, const std::string& code) {
  std::string text;
  for (int i = first; i < first + count; ++i) {
    text += R"({"id":")" + prefix + std::to_string(i) + R"(","subject":{"sex":")" + (i % 2 ? "MALE" : "FEMALE") +
            R"("},"phenotypicFeatures":[{"type":{"id":")" + code + R"("}},{"type":{"id":"T:)" + std::to_string(i % 7) +
            "\"}}]}\n";
  }
  return text;
}

constexpr const char* kQuestions[] = {
    "count individuals",
    "count individuals where has phenotype T:1 by sex",
    "count individuals where sex is male and not has phenotype T:2",
    "count phenotypes by term top 5",
    "list individuals where has phenotype T:3 limit 20",
    "count individuals where has phenotype as a and has phenotype as b by sex",
};

int64_t FromEnvironment(const char* name, int64_t otherwise) {
  const char* const value = std::getenv(name);
  return value != nullptr ? std::max(1, std::atoi(value)) : otherwise;
}

// The allocation to try after the `n`th: each of the first MUSTER_OOM_FIRST (none in CI), then every
// MUSTER_OOM_EVERY-th, a few of all in CI. MUSTER_OOM_EVERY=1 for all.
int64_t Next(int64_t n, int64_t step_in_ci) {
  return n + 1 < FromEnvironment("MUSTER_OOM_FIRST", 0) ? n + 1 : n + FromEnvironment("MUSTER_OOM_EVERY", step_in_ci);
}

// The texts of bench/queries.tsv.
std::vector<std::string> QuestionsOfTheBenchmark() {
  std::vector<std::string> questions;
  std::ifstream lines(test::InSourceTree("bench/queries.tsv"));
  for (std::string line; std::getline(lines, line);) questions.push_back(line.substr(line.find('\t') + 1));
  return questions;
}

// How an attempt in a process of its own ended.
enum Outcome { kDone = 0, kRefused = 1, kWrongCode = 2, kUnusable = 3, kCrashed = 4 };

// No test opens a catalogue in its own process: a child of one that has must not write, and the children of the tests
// behind it do.
class OutOfMemoryTest : public testing::Test {
 protected:
  void SetUp() override {
    path_ = (fs::temp_directory_path() / ("muster_oom_" + std::to_string(::getpid()))).string();
    Make([](Catalogue& catalogue) { return catalogue.ImportText(People("p", 0, 300, "T:0"), {}).ok(); });
  }
  // The catalogue anew, as `fill` fills it.
  void Make(const std::function<bool(Catalogue&)>& fill) {
    fs::remove_all(path_);
    const Outcome made = InChild("set-up", [&] {
      auto catalogue = Catalogue::Open(path_, {.create_if_missing = true, .query_threads = 1});
      return catalogue.ok() && fill(**catalogue) ? kDone : kUnusable;
    });
    ASSERT_EQ(made, kDone);
    ended_ = {};
  }
  void TearDown() override { fs::remove_all(path_); }

  static int64_t Count(const Catalogue& catalogue) {
    const auto answers = catalogue.Query("count individuals");
    return answers.ok() && (*answers)[0].table ? std::get<int64_t>((*answers)[0].table->rows[0][0]) : -1;
  }
  // What `f` gives in a process of its own; -1 when that ends otherwise.
  static int64_t NumberOfChild(const std::function<int64_t()>& f) {
    int ends[2];
    if (::pipe(ends) != 0) return -1;
    if (::fork() == 0) {
      const int64_t number = f();
      ::_exit(::write(ends[1], &number, sizeof number) == sizeof number ? 0 : 1);
    }
    ::close(ends[1]);
    int64_t number = -1;
    const bool told = ::read(ends[0], &number, sizeof number) == sizeof number;
    ::close(ends[0]);
    int status = 0;
    ::wait(&status);
    return told ? number : -1;
  }
  int64_t CountOnDisk() const {
    return NumberOfChild([&] {
      auto catalogue = Catalogue::Open(path_, {.read_only = true, .query_threads = 1});
      return catalogue.ok() ? Count(**catalogue) : -1;
    });
  }

  // Whoever ends the process ends a child of this one.
  Outcome InChild(const std::string& what, const std::function<Outcome()>& f) {
    const pid_t child = ::fork();
    if (child == 0) {
      ::alarm(300);  // on a busy machine, too, more than any attempt takes
      const rlimit none{0, 0};
      ::setrlimit(RLIMIT_CORE, &none);
      if (std::freopen("/dev/null", "w", stderr) == nullptr) ::_exit(kUnusable);
      Outcome outcome = kWrongCode;
      try {
        outcome = f();
      } catch (...) {  // an exception that leaves the library
      }
#ifdef MUSTER_COUNTS_LINES
      __gcov_dump();  // _exit() does not
#endif
      ::_exit(outcome);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_FALSE(WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM) << what << ": it hangs";
    const Outcome outcome = WIFEXITED(status) ? static_cast<Outcome>(WEXITSTATUS(status)) : kCrashed;
    if (outcome == kCrashed) std::cout << what << ": ended by signal " << WTERMSIG(status) << "\n";
    ++ended_[outcome];
    return outcome;
  }

  // One in `one_in` attempts may end the process, and one more.
  void Report(const std::string& what, uint64_t one_in) {
    std::cout << "figures: " << what << ": " << ended_[kDone] << " done, " << ended_[kRefused] << " refused, "
              << ended_[kCrashed] << " ended the process\n";
    EXPECT_EQ(ended_[kWrongCode], 0);
    EXPECT_EQ(ended_[kUnusable], 0);
    EXPECT_LE(ended_[kCrashed], (ended_[kRefused] + ended_[kDone]) / one_in + 1);
    EXPECT_GT(ended_[kRefused], 5);
  }

  std::string path_;
  std::array<uint64_t, 5> ended_ = {};
};

TEST_F(OutOfMemoryTest, Questions) {
  for (const char* const question : kQuestions) {
    const int64_t all = NumberOfChild([&] {
      made = 0;
      auto catalogue = Catalogue::Open(path_, {.read_only = true, .query_threads = 2});
      return catalogue.ok() && (*catalogue)->Query(question).ok() ? int64_t{made} : -1;
    });
    ASSERT_GT(all, 0);
    for (int64_t n = 0; n < all; n = Next(n, all / 10 + 1)) {
      InChild(std::string(question) + ", allocation " + std::to_string(n), [&] {
        auto whole = Catalogue::Open(path_, {.read_only = true, .query_threads = 2});
        if (!whole.ok()) return kUnusable;
        Outcome outcome = kDone;
        left = n;
        {
          // From the opening on, so that nothing is in a cache.
          auto opened = Catalogue::Open(path_, {.read_only = true, .query_threads = 2});
          absl::Status status = opened.status();
          if (opened.ok()) status = (*opened)->Query(question).status();
          if (!status.ok()) outcome = absl::IsResourceExhausted(status) ? kRefused : kWrongCode;
        }
        left = n / 4;
        (*whole)->Query(question).status().IgnoreError();
        left = -1;
        return Count(**whole) == 300 ? outcome : kUnusable;
      });
    }
  }
  Report("questions", 1000);
}

// With terms of ontologies, measurements, samples and countries; from the question on.
TEST_F(OutOfMemoryTest, QuestionsOfTheBenchmark) {
  const std::string folder = path_ + ".people";
  synth::Options people;
  people.people = 300;
  ASSERT_EQ(synth::Generate(folder, people), "");
  Make([&](Catalogue& catalogue) {
    ImportOptions options;
    options.mapping = synth::Mapping(people.seed);
    std::vector<std::string> files;
    for (const auto name : synth::FilesToImport(people.format)) files.push_back(folder + "/" + std::string(name));
    return catalogue.Import(files, options).ok();
  });
  const std::vector<std::string> questions = QuestionsOfTheBenchmark();
  ASSERT_FALSE(questions.empty());
  for (const std::string& question : questions) {
    const int64_t all = NumberOfChild([&] {
      auto catalogue = Catalogue::Open(path_, {.read_only = true, .query_threads = 2});
      made = 0;
      return catalogue.ok() && (*catalogue)->Query(question).ok() ? int64_t{made} : -1;
    });
    ASSERT_GT(all, 0) << question;
    for (int64_t n = 0; n < all; n = Next(n, all / 4 + 1)) {
      InChild(question + ", allocation " + std::to_string(n), [&] {
        auto catalogue = Catalogue::Open(path_, {.read_only = true, .query_threads = 2});
        if (!catalogue.ok()) return kUnusable;
        left = n;
        const auto answers = (*catalogue)->Query(question);
        left = -1;
        // It goes on, or says that it has to be opened again, and does then.
        auto again = (*catalogue)->Query(question);
        if (again.status().message().find("has to be opened again") != absl::string_view::npos) {
          catalogue = Catalogue::Open(path_, {.read_only = true, .query_threads = 2});
          if (!catalogue.ok()) return kUnusable;
          again = (*catalogue)->Query(question);
        }
        if (!again.ok() || !(*again)[0].table || Count(**catalogue) != 300) return kUnusable;
        if (!answers.ok()) return absl::IsResourceExhausted(answers.status()) ? kRefused : kWrongCode;
        return (*answers)[0].table && (*answers)[0].table->rows == (*again)[0].table->rows ? kDone : kWrongCode;
      });
    }
  }
  fs::remove_all(folder);
  Report("questions of the benchmark", 1000);
}

TEST_F(OutOfMemoryTest, Imports) {
  ImportOptions options;
  options.threads = 2;
  const int64_t all = NumberOfChild([&] {
    made = 0;
    auto catalogue = Catalogue::Open(path_, {.query_threads = 1});
    const bool good = catalogue.ok() && (*catalogue)->ImportText(People("q", 0, 50, "N:0"), options).ok();
    return good ? int64_t{made} : -1;
  });
  ASSERT_GT(all, 0);
  int64_t people = 350;
  for (int64_t n = 0; n < all; n = Next(n, all / 60 + 1)) {
    const Outcome outcome = InChild("import, allocation " + std::to_string(n), [&] {
      auto catalogue = Catalogue::Open(path_, {.query_threads = 1});
      if (!catalogue.ok()) return kUnusable;
      const std::string people_more = People("r" + std::to_string(n) + "_", 0, 50, "N:" + std::to_string(n));
      left = n;
      const auto report = (*catalogue)->ImportText(people_more, options);
      left = -1;
      // It goes on.
      if (!(*catalogue)->ImportText(People("s", 0, 1, "M:" + std::to_string(n)), {}).ok()) return kUnusable;
      if (!report.ok() && !absl::IsResourceExhausted(report.status())) return kWrongCode;
      return report.ok() ? kDone : kRefused;
    });
    const int64_t now = CountOnDisk();
    const int64_t without = people + (n == 0 && outcome != kCrashed ? 1 : 0);
    const bool right = outcome == kDone      ? now == without + 50
                       : outcome == kRefused ? now == without
                                             : now >= people && now <= people + 51;
    ASSERT_TRUE(right) << n << " outcome " << outcome << ": " << now << " people after " << people;
    people = now;
  }
  const int64_t problems = NumberOfChild([&] {
    auto catalogue = Catalogue::Open(path_, {});
    const auto report = catalogue.ok() ? (*catalogue)->Check({}) : catalogue.status();
    if (!report.ok()) return int64_t{-1};
    for (const std::string& problem : report->problems) std::cout << problem << std::endl;
    return static_cast<int64_t>(report->problems.size());
  });
  EXPECT_EQ(problems, 0);
  Report("imports", 1000);
}

}  // namespace
}  // namespace muster
