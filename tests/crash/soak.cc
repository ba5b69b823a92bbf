// A long life in a short time: a process that commits, asks and deletes for N seconds.
//
//   soak PATH N
//
// Prints what it holds and how fast it is, ten times: memory, descriptors, disk, segments, commits and questions a
// second. A life of ten minutes or more fails when it holds more at its end than before; a shorter one is too young
// to tell, as its caches are still being filled.
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include "muster/catalogue.h"

namespace {

using Clock = std::chrono::steady_clock;

// People of each commit, and of the catalogue, who come again and again.
constexpr uint64_t kBatch = 100;
constexpr uint64_t kPeople = 20'000;

std::string Batch(uint64_t commit) {
  std::string text;
  for (uint64_t i = 0; i < kBatch; ++i) {
    const std::string id = "p" + std::to_string((commit * kBatch + i) * 7919 % kPeople);
    text += R"({"id":")" + id + R"(","subject":{"id":")" + id +
            R"(","sex":"FEMALE"},"phenotypicFeatures":[{"type":{"id":"F:)" + std::to_string((commit + i) % 500) +
            R"("}},{"type":{"id":"NEW:)" + std::to_string(commit) + R"("}},{"type":{"id":"ALL:1"}}]})" + "\n";
  }
  return text;
}

uint64_t ResidentKilobytes() {
  std::ifstream statm("/proc/self/statm");
  uint64_t all = 0;
  uint64_t resident = 0;
  statm >> all >> resident;
  return resident * static_cast<uint64_t>(sysconf(_SC_PAGESIZE)) / 1024;
}

// What is held at the end of each tenth of the life.
using Tenths = std::array<uint64_t, 10>;

// Whether the last four tenths hold no more than the six before, but for an eighth and what comes and goes with merges:
// `sways`. What grows all along has more by its growth of four tenths.
bool Levels(const char* what, const Tenths& held, uint64_t sways) {
  const uint64_t before = *std::max_element(held.begin(), held.begin() + 6);
  const uint64_t end = *std::max_element(held.begin() + 6, held.end());
  if (end <= before + before / 8 + sways) return true;
  std::printf("%s still grows: %lu at most before, %lu at the end\n", what, before, end);
  return false;
}

int Fail(const absl::Status& status) {
  std::cerr << status << "\n";
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  auto opened = muster::Catalogue::Open(argv[1], {.create_if_missing = true});
  if (!opened.ok()) return Fail(opened.status());
  muster::Catalogue& catalogue = **opened;
  const auto seconds = std::chrono::duration<double>(std::stod(argv[2]));
  const Clock::time_point start = Clock::now();
  std::atomic<bool> stop = false;
  std::atomic<uint64_t> questions = 0;
  std::atomic<uint64_t> wrong = 0;
  const auto ask = [&] {
    while (!stop) {
      const auto answers =
          catalogue.Query("count individuals; count individuals by sex; count individuals where has phenotype ALL:1");
      const bool right =
          answers.ok() && (*answers)[0].table && (*answers)[1].table && (*answers)[2].table &&
          (*answers)[0].table->rows[0][0] == (*answers)[2].table->rows[0][0] &&
          ((*answers)[1].table->rows.empty() || (*answers)[0].table->rows[0][0] == (*answers)[1].table->rows[0].back());
      if (!right) ++wrong;
      ++questions;
    }
  };
  // So that there is what the questions name.
  if (absl::Status first = catalogue.ImportText(Batch(0), {}).status(); !first.ok()) return Fail(first);
  std::thread reader(ask);
  std::printf("%8s %10s %8s %10s %9s %11s %13s\n", "seconds", "memory KB", "files", "disk KB", "segments", "commits/s",
              "questions/s");
  uint64_t commits = 0;
  uint64_t commits_before = 0;
  uint64_t questions_before = 0;
  absl::Status status;
  Tenths memory{};
  Tenths descriptors{};
  Tenths disk{};
  for (int tenth = 1; tenth <= 10 && status.ok(); ++tenth) {
    const Clock::time_point begin = Clock::now();
    while (status.ok() && Clock::now() - start < seconds * tenth / 10) {
      ++commits;
      if (commits % 10 == 0) {
        std::vector<std::string> ids;
        for (uint64_t i = 0; i < kBatch; ++i) ids.push_back("p" + std::to_string((commits + i) * 31 % kPeople));
        status = catalogue.Delete("default", ids).status();
      } else {
        status = catalogue.ImportText(Batch(commits), {}).status();
      }
    }
    if (!status.ok()) break;
    const double took = std::chrono::duration<double>(Clock::now() - begin).count();
    const auto info = catalogue.Info();
    if (!info.ok()) return Fail(info.status());
    const auto at = static_cast<size_t>(tenth - 1);
    memory[at] = ResidentKilobytes();
    descriptors[at] = static_cast<uint64_t>(std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {}));
    disk[at] = info->disk_bytes / 1024;
    std::printf("%8.0f %10lu %8lu %10lu %9lu %11.1f %13.1f\n",
                std::chrono::duration<double>(Clock::now() - start).count(), memory[at], descriptors[at], disk[at],
                info->segments, static_cast<double>(commits - commits_before) / took,
                static_cast<double>(questions - questions_before) / took);
    std::fflush(stdout);
    commits_before = commits;
    questions_before = questions;
  }
  stop = true;
  reader.join();
  if (!status.ok()) return Fail(status);
  const auto report = catalogue.Check({});
  if (!report.ok()) return Fail(report.status());
  constexpr double kOldEnough = 600;
  bool level = true;
  if (seconds.count() >= kOldEnough) {
    level = Levels("memory", memory, 0);
    level = Levels("descriptors", descriptors, 6) && level;
    level = Levels("disk", disk, 8192) && level;
  }
  std::printf("figures: %lu commits, %lu questions, %lu of them wrong; check: %zu problems\n", commits,
              questions.load(), wrong.load(), report->problems.size());
  return wrong == 0 && report->problems.empty() && level ? 0 : 1;
}
