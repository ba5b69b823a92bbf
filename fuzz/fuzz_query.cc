// Bytes as the decisions of a random generator of valid statements, put to a fixed small catalogue: the engine's
// answer, with and without the optimiser's passes, must be that of an evaluator that reads every record.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <span>
#include <string>

#include "engine/plan/plan.h"
#include "grammar/parse.h"
#include "tests/property/compare_answers.h"
#include "tests/property/engine_under_test.h"
#include "tests/property/naive/naive_evaluator.h"
#include "tests/property/random/random.h"
#include "tests/property/random/random_catalogue.h"
#include "tests/property/random/random_query.h"

namespace muster::property {
namespace {

class FixedCatalogue {
 public:
  FixedCatalogue() {
    Random random(kSeed);
    world_ = RandomWorld(random);
    world_.cohorts["study one"] = QueryGenerator(world_, random).Definition("study one");
    evaluator_ = std::make_unique<NaiveEvaluator>(world_);
    auto engine = EngineUnderTest::Build(world_, Way::kManySegments, kSeed, {});
    if (!engine.ok()) Complain("", engine.status().ToString());
    engine_ = *std::move(engine);
  }

  void Try(std::span<const uint8_t> bytes) {
    uint8_t how = 0;
    if (!bytes.empty()) {
      how = bytes[0];
      bytes = bytes.subspan(1);
    }
    Random random(bytes);
    const std::string text = QueryGenerator(world_, random).Statement();
    const grammar::ParseResult parsed = grammar::Parse(text);
    if (parsed.statements.size() != 1) Complain(text, "the generator's statement cannot be parsed");
    const absl::StatusOr<NaiveAnswer> expected = evaluator_->Answer(parsed.statements[0]);
    Difference difference = Compare(expected, engine_->Ask(text));
    if (difference.kind != Difference::Kind::kNone) Complain(text, difference.text);
    difference = Compare(expected, engine_->AskWith(text, PassesLeftOut(how)));
    if (difference.kind != Difference::Kind::kNone) Complain(text, difference.text);
  }

 private:
  static constexpr uint64_t kSeed = 20260103;

  [[noreturn]] static void Complain(const std::string& text, const std::string& what) {
    std::fprintf(stderr, "%s\n%s\n", text.c_str(), what.c_str());
    std::abort();
  }

  World world_;
  std::unique_ptr<NaiveEvaluator> evaluator_;
  std::unique_ptr<EngineUnderTest> engine_;
};

}  // namespace
}  // namespace muster::property

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static muster::property::FixedCatalogue catalogue;
  catalogue.Try({data, size});
  return 0;
}
