#include "bench/upsert.h"

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <random>
#include <thread>
#include <utility>

namespace muster::bench {
namespace {

constexpr auto kAlone = std::chrono::seconds(10);

// `count` lines of the file, evenly spread and then shuffled, the same ones each time.
std::vector<std::string> SomeLines(const std::string& path, size_t count) {
  std::ifstream in(path, std::ios::binary);
  const auto lines = static_cast<size_t>(std::count(std::istreambuf_iterator<char>(in), {}, '\n'));
  in.clear();
  in.seekg(0);
  std::vector<std::string> some;
  size_t number = 0;
  for (std::string line; some.size() < count && std::getline(in, line); ++number) {
    if (!line.empty() && number * count / std::max(lines, count) >= some.size()) some.push_back(line);
  }
  std::shuffle(some.begin(), some.end(), std::mt19937(42));
  return some;
}

// What asking took, by query.
struct Times {
  explicit Times(size_t queries) : of(queries), processor(queries) {}
  std::vector<std::vector<double>> of;
  std::vector<std::vector<double>> processor;  // of this, what the thread had of a processor
  size_t rounds = 0;
};

// Asks all queries in turn, until `done`; false when an answer is not what it was.
template <typename Done>
bool AskUntil(const Catalogue& catalogue, const std::vector<NamedQuery>& queries, std::vector<std::string>& answers,
              Times* times, Done&& done) {
  for (bool first = true; first || !done(); first = false, ++times->rounds) {
    for (size_t i = 0; i < queries.size(); ++i) {
      const double start = ProcessorMicroseconds();
      const auto answer = AskOnce(catalogue, queries[i].text, &times->of[i]);
      times->processor[i].push_back(ProcessorMicroseconds() - start);
      if (!answer) return false;
      const std::string rows = RowsAsJson(*answer);
      if (!answers[i].empty() && rows != answers[i]) {
        Fail(queries[i].text + ": the answer is not what it was");
        return false;
      }
      answers[i] = rows;
    }
  }
  return true;
}

// What importing took: each batch, and in all what the thread had of a processor meanwhile.
struct BatchTimes {
  std::vector<double> of;
  double processor = 0;
};

bool ImportBatches(Catalogue& catalogue, const UpsertOptions& options, const ImportOptions& import_options,
                   const std::vector<std::string>& people, BatchTimes* times) {
  const Clock::time_point begin = Clock::now();
  for (size_t batch = 0; batch < options.batches; ++batch) {
    std::string text;
    for (size_t i = 0; i < options.batch_size; ++i) {
      text += people[(batch * options.batch_size + i) % people.size()] + "\n";
    }
    if (options.per_second > 0) {
      const double due = static_cast<double>(batch * options.batch_size) / static_cast<double>(options.per_second);
      std::this_thread::sleep_until(begin +
                                    std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(due)));
    }
    const Clock::time_point start = Clock::now();
    const absl::StatusOr<ImportReport> report = catalogue.ImportText(text, import_options);
    times->of.push_back(Microseconds(Clock::now() - start));
    times->processor = ProcessorMicroseconds();
    if (!report.ok()) {
      Fail(std::string(report.status().message()));
      return false;
    }
    if (report->replaced != options.batch_size) {
      Fail(std::to_string(report->replaced) + " people of a batch were replaced, not all: is this the right mapping?");
      return false;
    }
  }
  return true;
}

// Of the times alone and meanwhile.
void PrintLine(const std::string& name, const std::vector<double> (&times)[2],
               const std::vector<double> (&processor)[2]) {
  const double alone = Percentile(times[0], 99);
  const double meanwhile = Percentile(times[1], 99);
  std::printf("%-28s %9.1f %9.1f %9.1f %9.1f %9.1fx %9.1f %9.1f\n", name.c_str(), Percentile(times[0], 50), alone,
              Percentile(times[1], 50), meanwhile, meanwhile / alone, Percentile(processor[0], 99),
              Percentile(processor[1], 99));
}

void PrintQueries(const std::vector<NamedQuery>& queries, const Times& alone, const Times& meanwhile) {
  std::printf("\n%-28s %9s %9s %9s %9s %10s %9s %9s\n", "", "alone", "", "meanwhile", "", "", "processor", "p99");
  std::printf("%-28s %9s %9s %9s %9s %10s %9s %9s\n", "query, in us", "p50", "p99", "p50", "p99", "p99 grows", "alone",
              "meanwhile");
  std::vector<double> all[2];
  std::vector<double> all_processor[2];
  for (size_t i = 0; i < queries.size(); ++i) {
    PrintLine(queries[i].name, {alone.of[i], meanwhile.of[i]}, {alone.processor[i], meanwhile.processor[i]});
    size_t when = 0;
    for (const Times* times : {&alone, &meanwhile}) {
      all[when].insert(all[when].end(), times->of[i].begin(), times->of[i].end());
      all_processor[when].insert(all_processor[when].end(), times->processor[i].begin(), times->processor[i].end());
      ++when;
    }
  }
  PrintLine("all", all, all_processor);
  std::printf("each asked %zu times alone, %zu times meanwhile\n", alone.rounds, meanwhile.rounds);
}

}  // namespace

int Upsert(const UpsertOptions& options, const std::vector<NamedQuery>& queries) {
  ImportOptions import_options;
  import_options.threads = 1;
  const auto mapping = ReadFile(options.mapping);
  if (!mapping) return EXIT_FAILURE;
  import_options.mapping = *mapping;
  const auto people = SomeLines(options.people, options.batches * options.batch_size);
  if (people.empty() || queries.empty()) return Fail("no people in " + options.people + ", or no queries");
  const auto opened = Catalogue::Open(options.catalogue, {});
  if (!opened.ok()) return Fail(std::string(opened.status().message()));
  Catalogue& catalogue = **opened;

  std::vector<std::string> answers(queries.size());
  Times warming(queries.size());
  Times alone(queries.size());
  Times meanwhile(queries.size());
  if (!AskUntil(catalogue, queries, answers, &warming, [&] { return warming.rounds >= 3; })) return EXIT_FAILURE;
  const Clock::time_point until =
      Clock::now() + std::min<Clock::duration>(kAlone, options.batches * std::chrono::milliseconds(100));
  if (!AskUntil(catalogue, queries, answers, &alone, [&] { return Clock::now() >= until; })) return EXIT_FAILURE;

  BatchTimes batches;
  bool imported = false;
  std::atomic<bool> done = false;
  const Clock::time_point begin = Clock::now();
  std::thread writer([&] {
    imported = ImportBatches(catalogue, options, import_options, people, &batches);
    done = true;
  });
  const bool asked = AskUntil(catalogue, queries, answers, &meanwhile, [&] { return done.load(); });
  writer.join();
  const double seconds = Microseconds(Clock::now() - begin) / 1e6;
  if (!asked || !imported) return EXIT_FAILURE;

  const auto info = catalogue.Info();
  if (!info.ok()) return Fail(std::string(info.status().message()));
  const size_t upserts = options.batches * options.batch_size;
  std::printf(
      "%zu upserts in %zu commits: %.0f a second%s; a batch %.1f ms (median), %.1f ms (p99); %.1f ms of a processor "
      "for each\n",
      upserts, batches.of.size(), static_cast<double>(upserts) / seconds,
      options.per_second > 0 ? (" of " + std::to_string(options.per_second) + " wanted").c_str() : "",
      Percentile(batches.of, 50) / 1e3, Percentile(batches.of, 99) / 1e3,
      batches.processor / 1e3 / static_cast<double>(batches.of.size()));
  PrintQueries(queries, alone, meanwhile);
  std::printf("%llu segments at the end, %.1f MB on disk, peak memory %.0f MB\n",
              static_cast<unsigned long long>(info->segments), static_cast<double>(info->disk_bytes) / 1e6,
              PeakMegabytes());
  return EXIT_SUCCESS;
}

}  // namespace muster::bench
