// Measures what the sets behind released numbers and the low-effect rule cost beside the same counts, in one process,
// taking turns.
//
//   sets CATALOGUE REPEAT < QUERIES       one count on each line: name, tab, text
//
// A catalogue without secret keys gets them, and record keys, first: use a copy.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "bench/measure.h"
#include "engine/api/low_effect/people_counter.h"
#include "engine/api/versions/load_view.h"
#include "engine/bind/binder.h"
#include "engine/execute/execute_sets.h"
#include "engine/index/catalogue_writer.h"
#include "engine/index/record_keys.h"
#include "engine/parallel/workers.h"
#include "engine/plan/plan.h"
#include "engine/release/low_effect/low_effect.h"
#include "engine/secret/secret_keys.h"
#include "grammar/parse.h"
#include "storage/store.h"

namespace muster::bench {
namespace {

[[noreturn]] void Die(const std::string& what) {
  std::cerr << "sets: " << what << "\n";
  std::exit(EXIT_FAILURE);
}

void Check(const absl::Status& status) {
  if (!status.ok()) Die(std::string(status.message()));
}

template <typename T>
T OrDie(absl::StatusOr<T> value) {
  if (!value.ok()) Die(std::string(value.status().message()));
  return *std::move(value);
}

void MakeKeys(storage::Store& store, model::DictionaryPtr dictionary) {
  index::CatalogueWriter writer(store, std::move(dictionary));
  Check(writer.EnsureSecretKeys());
  Check(writer.Commit());
  const uint64_t before = store.DiskBytes();
  const Clock::time_point begin = Clock::now();
  Check(index::StoreRecordKeys(store));
  std::printf("record keys: %.0f ms, %.1f MB on disk\n", Microseconds(Clock::now() - begin) / 1e3,
              static_cast<double>(store.DiskBytes() - before) / 1e6);
}

// The time of one of several things that are asked in turn.
class Turns {
 public:
  template <typename F>
  void Take(const F& f) {
    const Clock::time_point begin = Clock::now();
    f();
    times_.push_back(Microseconds(Clock::now() - begin));
  }
  double Median() const { return Percentile(times_, 50); }

 private:
  std::vector<double> times_;
};

void Measure(const std::string& name, const std::string& text, int repeat, const execute::Context& context) {
  const grammar::ParseResult parsed = grammar::Parse(text);
  const auto* count = parsed.statements.empty() ? nullptr : std::get_if<grammar::Count>(&parsed.statements[0].query);
  if (count == nullptr) Die("not a count: " + text);
  std::vector<Diagnostic> diagnostics;
  const auto query = OrDie(bind::Bind(parsed.statements[0], *context.view, &diagnostics));
  if (!query) Die("cannot be asked: " + text);
  const plan::Plan plan = plan::MakePlan(*query->where);
  const plan::Plan persons = query->persons == nullptr ? plan::Plan() : plan::MakePlan(*query->persons);
  const execute::SetOptions options{40, 4};
  Turns numbers, sets, rule;
  size_t left_out = 0, people = 0;
  for (int i = 0; i < repeat; ++i) {
    numbers.Take([&] { OrDie(execute::Execute(*query, plan, context)); });
    sets.Take([&] {
      const auto behind = OrDie(execute::ExecuteSets(*query, plan, persons, context, options));
      people = behind.rows.size() == 1 ? behind.rows[0].people.people : behind.total.people.people;
    });
    if (i % 4 != 0) continue;
    rule.Take([&] {
      api::PeopleCounter counter(count->entities[0], api::PeopleCounter::Reading::kAsWritten, nullptr, nullptr,
                                 context);
      left_out = OrDie(release::LeaveOutLowEffects(count->where.get(), count->by, 10, counter)).left_out;
    });
  }
  std::printf("%-28s %9zu people  numbers %8.0f  sets %8.0f  low effect %8.0f us, %zu operands, %zu left out\n",
              name.c_str(), people, numbers.Median(), sets.Median(), rule.Median(),
              release::CountOperands(count->where.get(), count->by), left_out);
}

int Run(int argc, char** argv) {
  if (argc != 3) Die("usage: sets CATALOGUE REPEAT < QUERIES");
  auto store = OrDie(storage::Store::Open(argv[1], {}));
  parallel::Workers workers(0);
  auto view = OrDie(api::LoadView(*store, &workers));
  if (!OrDie(secret::SecretKeysIn(*view->snapshot().documents))) {
    MakeKeys(*store, view->dictionary_ptr());
    view = OrDie(api::LoadView(*store, &workers));
  }
  execute::UnionCache unions(size_t{64} << 20);
  execute::Context context{view.get(), &unions};
  for (const NamedQuery& asked : ReadQueries(std::cin)) Measure(asked.name, asked.text, std::atoi(argv[2]), context);
  return EXIT_SUCCESS;
}

}  // namespace
}  // namespace muster::bench

int main(int argc, char** argv) { return muster::bench::Run(argc, argv); }
