// A service in C++ beside a writer: service CATALOGUE SECONDS BACKUP. See README.md of this folder.
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "muster/muster.hpp"

namespace {

using muster::stable::Answer;
using muster::stable::Answers;
using muster::stable::Catalogue;
using muster::stable::Statement;
using Clock = std::chrono::steady_clock;

constexpr int kThreads = 8;
constexpr int64_t kDeadlineMicroseconds = 20'000;
constexpr int64_t kGraceMicroseconds = 20'000;
// The writer adds and deletes people of the dataset "live" that have no phenotypes: these answers stay as they are.
const char* const kFixed[] = {
    "count individuals where has phenotype HP:0000707 and not has phenotype HP:0001250",
    "count individuals where has phenotype HP:0001250 with onset before 5 years",
    "count individuals where has phenotype HP:0000707 by country, sex",
    "count individuals where has measurement LOINC:39156-5 with value between 18.5 and 25 kg/m2",
    "count samples where age at collection >= 18 years and has phenotype HP:0001250",
};
constexpr char kSplit[] =
    "count individuals where has phenotype $code and age at last contact >= $age;"
    "count individuals where has phenotype $code and not age at last contact >= $age;"
    "count individuals where has phenotype $code";
constexpr char kLive[] = "count individuals where dataset is live; count individuals where dataset is live by sex";
constexpr char kSlow[] = "count individuals by disease, country, age at last contact in bands of 1 year";

struct Totals {
  std::atomic<long> answers{0}, wrong{0}, failed{0}, deadlines{0}, versions{0}, backups{0};
  std::atomic<long> timed{0}, late{0};  // questions with a deadline, and those that were late by themselves
  std::atomic<int64_t> longest{0};      // microseconds over a deadline
};

// Microseconds that this thread was ready to run and had no processor; 0 where the system does not say.
int64_t WaitedForProcessor() {
  long long ran = 0, waited = 0;
  std::ifstream("/proc/thread-self/schedstat") >> ran >> waited;
  return waited / 1000;
}

double ProcessorSeconds() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
  };
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

void Report(Totals* totals, const std::string& what) {
  if (totals->failed++ < 3) std::fprintf(stderr, "failed: %s\n", what.c_str());
}

int64_t Sum(const Answer& answer) {
  int64_t sum = 0;
  for (size_t r = 0; r < answer.rows(); ++r) sum += answer.Int(r, answer.columns() - 1).value_or(-1);
  return sum;
}

// The cells of the first answer, one after the other.
std::string Cells(const Answers& answers) {
  std::string cells;
  for (size_t r = 0; r < answers[0].rows(); ++r) {
    for (size_t c = 0; c < answers[0].columns(); ++c) {
      const auto number = answers[0].Int(r, c);
      cells += number ? std::to_string(*number) : std::string(answers[0].Text(r, c));
      cells += '\t';
    }
  }
  return cells;
}

class Reader {
 public:
  Reader(const Catalogue& catalogue, const Statement& split, const std::vector<std::string>& expected, unsigned seed,
         Totals* totals)
      : catalogue_(catalogue), split_(split), expected_(expected), random_(seed), totals_(totals) {}

  void Ask() {
    switch (random_() % 8) {
      case 0:
        return AskSplit();
      case 1:
        return AskSplit();
      case 2:
        return AskLive();
      case 3:
        return AskWithDeadline();
      default:
        return AskFixed(random_() % std::size(kFixed));
    }
  }

 private:
  // Whether there are tables of one version that is not before the last.
  bool Good(const muster::stable::Result<Answers>& answers, size_t wanted) {
    ++totals_->answers;
    if (!answers.ok()) return Report(totals_, answers.error().message), false;
    if (answers->have_errors()) return Report(totals_, std::string(answers->diagnostics_text())), false;
    const uint64_t version = (*answers)[0].version();
    bool right = answers->size() == wanted && version >= version_;
    for (size_t a = 1; a < wanted; ++a) right = right && (*answers)[a].version() == version;
    if (!right) ++totals_->wrong;
    version_ = version;
    return right;
  }

  void AskFixed(size_t q) {
    const auto answers = catalogue_.Query(kFixed[q]);
    if (Good(answers, 1) && Cells(*answers) != expected_[q]) ++totals_->wrong;
  }

  void AskSplit() {
    const std::string age = std::to_string(random_() % 30000) + " days";
    const auto answers = split_.Run({{"code", random_() % 2 == 0 ? "HP:0000707" : "HP:0001250"}, {"age", age}});
    if (!Good(answers, 3)) return;
    if (Sum((*answers)[0]) + Sum((*answers)[1]) != Sum((*answers)[2])) ++totals_->wrong;
  }

  void AskLive() {
    const auto answers = catalogue_.Query(kLive);
    if (Good(answers, 2) && Sum((*answers)[0]) != Sum((*answers)[1])) ++totals_->wrong;
  }

  void AskWithDeadline() {
    const int64_t waited = WaitedForProcessor();
    const auto begin = Clock::now();
    const auto answers = catalogue_.Query(kSlow, {}, {{MUSTER_QUERY_TIMEOUT_US, kDeadlineMicroseconds}});
    const int64_t over =
        std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin).count() - kDeadlineMicroseconds;
    ++totals_->answers;
    ++totals_->timed;
    if (over - (WaitedForProcessor() - waited) > kGraceMicroseconds) ++totals_->late;
    if (!answers.ok()) return Report(totals_, answers.error().message);
    for (int64_t longest = totals_->longest;
         over > longest && !totals_->longest.compare_exchange_weak(longest, over);) {
    }
    if (!answers->have_errors()) return;
    const auto diagnostics = (*answers)[0].diagnostics();
    if (diagnostics.size() == 1 && diagnostics[0].code == "deadline") {
      ++totals_->deadlines;
    } else {
      Report(totals_, std::string(answers->diagnostics_text()));
    }
  }

  const Catalogue& catalogue_;
  const Statement& split_;
  const std::vector<std::string>& expected_;
  std::mt19937 random_;
  Totals* const totals_;
  uint64_t version_ = 0;
};

long ResidentKilobytes() {
  long size = 0, resident = 0;
  std::ifstream("/proc/self/statm") >> size >> resident;
  return resident * 4;
}

long OpenFiles() {
  const std::filesystem::directory_iterator files("/proc/self/fd");
  return std::distance(begin(files), end(files));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  const std::string backup = argv[3];
  auto catalogue = Catalogue::Open(
      argv[1], {{MUSTER_OPEN_READ_ONLY, 1}, {MUSTER_OPEN_QUERY_THREADS, 1}, {MUSTER_OPEN_CACHE_BYTES, 64 << 20}});
  if (!catalogue.ok()) return std::fprintf(stderr, "%s\n", catalogue.error().message.c_str()), 1;
  const auto split = catalogue->Prepare(kSplit);
  std::vector<std::string> expected;
  for (const char* text : kFixed) expected.push_back(Cells(*catalogue->Query(text)));

  Totals totals;
  const double used_before = ProcessorSeconds();
  std::atomic<bool> done{false};
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < kThreads; ++i) {
    threads.emplace_back([&, i] {
      Reader reader(*catalogue, *split, expected, i, &totals);
      while (!done) reader.Ask();
    });
  }
  threads.emplace_back([&] {
    for (uint64_t last = 0; !done; std::this_thread::sleep_for(std::chrono::milliseconds(20))) {
      const auto version = catalogue->Refresh();
      if (!version.ok()) {
        if (!version.error().retryable) Report(&totals, version.error().message);
        continue;
      }
      if (*version != last) ++totals.versions;
      last = *version;
    }
  });
  threads.emplace_back([&] {
    while (!done) {
      std::filesystem::remove_all(backup);
      const auto version = catalogue->Backup(backup);
      version.ok() ? static_cast<void>(++totals.backups) : Report(&totals, version.error().message);
      for (int i = 0; i < 20 && !done; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
  });

  const double seconds = std::atof(argv[2]);
  std::this_thread::sleep_for(std::chrono::duration<double>(seconds / 3));
  const long early = ResidentKilobytes(), files = OpenFiles();
  std::this_thread::sleep_for(std::chrono::duration<double>(seconds * 2 / 3));
  const long late = ResidentKilobytes(), files_late = OpenFiles();
  done = true;
  for (std::thread& thread : threads) thread.join();
  const double used = ProcessorSeconds() - used_before;
  std::printf(
      "C++: %ld answers, %.0f for a second of processor time, %ld wrong, %ld failed; %ld deadlines, the latest return "
      "%.1f ms after, %ld of %ld late by themselves; %ld versions, %ld backups; %ld to %ld MB, %ld to %ld files\n",
      totals.answers.load(), static_cast<double>(totals.answers) / used, totals.wrong.load(), totals.failed.load(),
      totals.deadlines.load(), static_cast<double>(totals.longest) / 1000, totals.late.load(), totals.timed.load(),
      totals.versions.load(), totals.backups.load(), early / 1024, late / 1024, files, files_late);
  // New texts are kept and take some memory each, up to a bound (docs/embedding.md).
  const long kept = std::min(totals.answers.load(), 50'000L) * 10;
  const bool grows = late > early * 5 / 4 + 64 * 1024 + kept || files_late > files + 64;
  const bool idle = totals.answers == 0 || totals.versions < 2 || totals.backups == 0;
  const bool held = totals.late * 100 <= totals.timed;
  return totals.wrong + totals.failed == 0 && held && !grows && !idle ? 0 : 1;
}
