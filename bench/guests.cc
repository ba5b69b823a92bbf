// What a guest waits for beside the embedding program, in one process, taking turns, and whether that is within the
// bars.
//
//   guests CATALOGUE [REPEAT] < QUERIES       one count on each line: name, tab, text; each is asked 200 times
//
// The catalogue gets its first policy: use a copy of one that has none. Needs its people to be there: a million are
// what the bars are for. Ends with 1 where a bar is missed.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "bench/measure.h"
#include "muster/guest.h"

namespace muster::bench {
namespace {

// As registered guests are, without a budget that ends the questions, and with the exact values of theirs.
constexpr const char* kPolicy = R"({"tiers": {"registered": {"preset": "registered", "units": 1000000000,
    "units_year": 1000000000, "units_tier": 1000000000, "near": 1000000000, "per_minute": 1000000000, "digits": null,
    "cells": 100000, "ages": "any"}}, "ledger": {"durable": "process"}})";

constexpr double kMostTimes = 4;           // of the median question
constexpr double kMostMore = 1000;         // µs, of any question
constexpr double kMostMoreOfTable = 4000;  // of one with `by`
constexpr double kMostBytes = 8;           // on disk, of a person ...
constexpr double kDocumentBytes = 16'384;  // ... beside what a policy takes whatever the people: documents, keys, a log
constexpr double kMostSlower = 1.1;  // of the embedding program itself, once there is a policy: noise of a machine

struct Measured {
  NamedQuery query;
  double before = 0;   // the embedding program alone, before there is a policy; medians in µs
  double after = 0;    // the same, when there is one
  double trusted = 0;  // in turn with a guest
  double guest = 0;
  double first = 0;  // of a guest, when nothing was remembered
  double anew = 0;   // the same question in other words, by a guest: read and counted again, with all in memory
  bool IsTable() const { return query.text.find(" by ") != std::string::npos; }
};

[[noreturn]] void Die(const std::string& what) { std::exit(Fail(what)); }

void Check(const absl::Status& status) {
  if (!status.ok()) Die(std::string(status.message()));
}

void Ask(const Catalogue& catalogue, const std::string& text, std::vector<double>* times) {
  if (!AskOnce(catalogue, text, times).has_value()) std::exit(EXIT_FAILURE);
}

double MedianAlone(const Catalogue& catalogue, const std::string& text, int repeat) {
  std::vector<double> times;
  for (int i = 0; i < repeat; ++i) Ask(catalogue, text, &times);
  return Percentile(times, 50);
}

double AskAsGuest(Guest& guest, const std::string& text, std::vector<double>* times) {
  const Clock::time_point begin = Clock::now();
  const auto answers = guest.Query(text);
  times->push_back(Microseconds(Clock::now() - begin));
  Check(answers.status());
  if (!answers->front().table.has_value()) Die(text + "\n" + RenderDiagnostics(text, answers->front().diagnostics));
  return times->back();
}

// What the catalogue has on disk, but for the ledger.
uint64_t DiskBytes(const std::string& path) {
  uint64_t bytes = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(path)) {
    const bool ledger = entry.path().string().starts_with(path + "/ledger");
    if (entry.is_regular_file() && !ledger) bytes += entry.file_size();
  }
  return bytes;
}

int64_t PeopleOf(const Catalogue& catalogue) {
  std::vector<double> times;
  const auto table = AskOnce(catalogue, "count individuals", &times);
  if (!table.has_value()) std::exit(EXIT_FAILURE);
  return std::get<int64_t>(table->rows.at(0).at(0));
}

bool Tell(bool kept, const std::string& bar) {
  std::printf("%-6s  %s\n", kept ? "kept" : "MISSED", bar.c_str());
  return kept;
}

std::string Rounded(double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", number);
  return text;
}

// Whether all bars are kept.
bool Judge(const std::vector<Measured>& all, double bytes, double people) {
  std::vector<double> times, slower;
  double more = 0;
  double more_of_table = 0;
  for (const Measured& one : all) {
    times.push_back(one.guest / one.trusted);
    slower.push_back(one.after / one.before);
    double& most = one.IsTable() ? more_of_table : more;
    most = std::max(most, one.guest - one.trusted);
  }
  bool kept = Tell(Percentile(times, 50) <= kMostTimes,
                   "the median question takes a guest " + Rounded(Percentile(times, 50)) + " times as long (4)");
  kept &= Tell(more <= kMostMore, "none takes him more than " + Rounded(more / 1000) + " ms longer (1)");
  kept &= Tell(more_of_table <= kMostMoreOfTable,
               "no table takes him more than " + Rounded(more_of_table / 1000) + " ms longer (4)");
  kept &= Tell(Percentile(slower, 50) <= kMostSlower,
               "with a policy the embedding program waits " + Rounded(Percentile(slower, 50)) + " times as long (1)");
  kept &= Tell(bytes <= kMostBytes * people + kDocumentBytes,
               "a policy takes " + Rounded(bytes / people) + " bytes a person on disk (8, and 16 KB for all)");
  return kept;
}

int Run(int argc, char** argv) {
  if (argc != 2 && argc != 3) Die("usage: guests CATALOGUE [REPEAT] < QUERIES");
  const std::string path = argv[1];
  const int repeat = std::max(1, argc > 2 ? std::atoi(argv[2]) : 200);
  auto catalogue = Catalogue::Open(path, {});
  Check(catalogue.status());
  if ((*catalogue)->Policy().ok()) Die("the catalogue has a policy: use a copy of one that has none");
  std::vector<Measured> all;
  for (NamedQuery& query : ReadQueries(std::cin)) {
    Measured& one = all.emplace_back();
    one.query = std::move(query);
    one.before = MedianAlone(**catalogue, one.query.text, repeat);
  }
  if (all.empty()) Die("no queries");

  const int64_t people = PeopleOf(**catalogue);
  const uint64_t before = DiskBytes(path);
  const Clock::time_point begin = Clock::now();
  Check((*catalogue)->SetPolicy(kPolicy));
  const double policy_ms = Microseconds(Clock::now() - begin) / 1000;
  const double bytes = static_cast<double>(DiskBytes(path)) - static_cast<double>(before);
  std::printf("%lld people; the first policy: %.0f ms, %.1f MB\n\n", static_cast<long long>(people), policy_ms,
              bytes / 1e6);

  auto guest = (*catalogue)->Admit({.name = "bench", .tier = "registered"});
  Check(guest.status());
  std::printf("%-28s %10s %10s %10s %10s %7s %11s %10s\n", "median, us", "before", "after", "in turn", "guest", "times",
              "guest first", "anew");
  for (Measured& one : all) {
    one.after = MedianAlone(**catalogue, one.query.text, repeat);
    std::vector<double> trusted, released;
    one.first = AskAsGuest(**guest, one.query.text, &released);
    released.clear();
    for (int i = 0; i < repeat; ++i) {
      Ask(**catalogue, one.query.text, &trusted);
      AskAsGuest(**guest, one.query.text, &released);
    }
    one.trusted = Percentile(trusted, 50);
    one.guest = Percentile(released, 50);
    std::vector<double> anew;
    for (int i = 1; i <= repeat; ++i)
      AskAsGuest(**guest, one.query.text + std::string(static_cast<size_t>(i), ' '), &anew);
    one.anew = Percentile(anew, 50);
    std::printf("%-28s %10.0f %10.0f %10.0f %10.0f %7.1f %11.0f %10.0f\n", one.query.name.c_str(), one.before,
                one.after, one.trusted, one.guest, one.guest / one.trusted, one.first, one.anew);
  }
  std::printf("\n");
  return Judge(all, bytes, static_cast<double>(std::max<int64_t>(people, 1))) ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace
}  // namespace muster::bench

int main(int argc, char** argv) { return muster::bench::Run(argc, argv); }
