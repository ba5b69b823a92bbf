// Parts of a query and of an import by themselves, on 20,000 synthetic people.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>

#include "engine/api/versions/load_view.h"
#include "engine/bind/binder.h"
#include "engine/execute/filter/segment_executor.h"
#include "engine/model/record/record.h"
#include "engine/plan/plan.h"
#include "grammar/atn/lexer.h"
#include "grammar/atn/parser.h"
#include "grammar/parse.h"
#include "muster/catalogue.h"
#include "shell/synth/files/generate.h"
#include "storage/store.h"

namespace muster {
namespace {

namespace fs = std::filesystem;

constexpr uint64_t kPeople = 20'000;

constexpr char kShort[] = "count individuals where has phenotype HP:0001250";
constexpr char kLong[] =
    "count individuals where sex is female and age at last contact >= 18 years and country in (DE, FR, NL) and has "
    "phenotype HP:0000707 and at least 2 of (has phenotype HP:0001250, has phenotype HP:0001627, has phenotype "
    "HP:0012378) and has sample with (type is reference and has run with (assay is WGS and depth >= 30))";
constexpr char kToParent[] = "count individuals where has run with assay is WGS";
constexpr char kRange[] = "count measurements where value between 18.5 and 25 kg/m2";

[[noreturn]] void Die(const std::string& what) {
  std::cerr << "parts: " << what << "\n";
  std::exit(EXIT_FAILURE);
}

template <typename T>
T OrDie(absl::StatusOr<T> value) {
  if (!value.ok()) Die(std::string(value.status().message()));
  return *std::move(value);
}

// A catalogue that is made once, and goes with the program.
class World {
 public:
  World() : folder_(fs::temp_directory_path() / ("muster_parts_" + std::to_string(getpid()))) {
    synth::Options options;
    options.people = kPeople;
    if (std::string wrong = synth::Generate(folder_ / "people", options); !wrong.empty()) Die(wrong);
    const std::string people = (folder_ / "people").string();
    {
      auto catalogue = OrDie(Catalogue::Open(Path(), {.create_if_missing = true}));
      ImportOptions import;
      import.mapping = synth::Mapping(options.seed);
      OrDie(catalogue->Import({people + "/ontology.obo", people + "/diseases.obo", people + "/phenopackets.jsonl"},
                              import));
    }
    store_ = OrDie(storage::Store::Open(Path(), {.read_only = true}));
    view_ = OrDie(api::LoadView(*store_, nullptr));
  }
  ~World() { fs::remove_all(folder_); }

  bind::Query Bind(const std::string& text) const { return Bind(text, grammar::Parse(text)); }
  bind::Query Bind(const std::string& text, const grammar::ParseResult& parsed) const {
    std::vector<Diagnostic> diagnostics;
    if (parsed.statements.empty()) Die(text);
    std::optional<bind::Query> query = OrDie(bind::Bind(parsed.statements[0], *view_, &diagnostics));
    if (!query.has_value()) Die(RenderDiagnostics(text, diagnostics));
    return *std::move(query);
  }
  const bind::CatalogueView& view() const { return *view_; }
  const storage::SegmentReader& segment() const { return *store_->snapshot()->segments.at(0); }

 private:
  std::string Path() const { return (folder_ / "catalogue").string(); }

  fs::path folder_;
  std::unique_ptr<storage::Store> store_;
  bind::CatalogueViewPtr view_;
};

const World& TheWorld() {
  static const World world;
  return world;
}

// Any of 500 phenotypes.
std::string ListOfTerms() {
  const bind::CatalogueView& view = TheWorld().view();
  const ontology::SymbolSet terms = OrDie(view.FieldValues(model::field::kPhenotypeTerm));
  std::string text = "count individuals where has phenotype in (";
  for (size_t i = 0; i < 500; ++i) {
    text += i == 0 ? "exactly " : ", exactly ";
    text += view.dictionary().Text((*terms)[i % terms->size()]);
  }
  return text + ")";
}

std::string TextOf(const char* text) { return *text != '\0' ? text : ListOfTerms(); }
constexpr char kList[] = "";

// The way from a new text to its plan: tokens, the tree by the grammar (with the tokens), the syntax tree (with both),
// what names and values mean, the plan.
std::vector<grammar::Token> Tokens(const grammar::atn::Lexer& lexer, std::string_view text) {
  std::vector<grammar::Token> tokens;
  do {
    tokens.push_back(lexer.Next(text, tokens.empty() ? 0 : tokens.back().end));
  } while (tokens.back().type != grammar::kEndOfText);
  return tokens;
}

void Scan(benchmark::State& state, const char* name) {
  const grammar::atn::Lexer lexer(grammar::atn::LexerAtn());
  const std::string text = TextOf(name);
  for (auto _ : state) benchmark::DoNotOptimize(Tokens(lexer, text));
}
void ScanAndWalk(benchmark::State& state, const char* name) {
  const grammar::atn::Lexer lexer(grammar::atn::LexerAtn());
  const grammar::atn::Parser parser(grammar::atn::ParserAtn());
  const std::string text = TextOf(name);
  for (auto _ : state) {
    grammar::ParseTree tree{text, Tokens(lexer, text), {}};
    if (!parser.Parse(&tree)) Die(text);
  }
}
void Parse(benchmark::State& state, const char* name) {
  const std::string text = TextOf(name);
  for (auto _ : state) benchmark::DoNotOptimize(grammar::Parse(text));
}
void Bind(benchmark::State& state, const char* name) {
  const World& world = TheWorld();
  const std::string text = TextOf(name);
  const grammar::ParseResult parsed = grammar::Parse(text);
  for (auto _ : state) benchmark::DoNotOptimize(world.Bind(text, parsed));
}
void Plan(benchmark::State& state, const char* name) {
  const bind::Query query = TheWorld().Bind(TextOf(name));
  for (auto _ : state) benchmark::DoNotOptimize(plan::MakePlan(*query.where));
}
// What a wrong text costs: ANTLR's parser explains it.
void ParseWrong(benchmark::State& state) {
  const std::string text = std::string(kLong) + " and";
  for (auto _ : state) benchmark::DoNotOptimize(grammar::Parse(text));
}
BENCHMARK_CAPTURE(Scan, short, kShort);
BENCHMARK_CAPTURE(Scan, long, kLong);
BENCHMARK_CAPTURE(Scan, list, kList);
BENCHMARK_CAPTURE(ScanAndWalk, short, kShort);
BENCHMARK_CAPTURE(ScanAndWalk, long, kLong);
BENCHMARK_CAPTURE(ScanAndWalk, list, kList);
BENCHMARK_CAPTURE(Parse, short, kShort);
BENCHMARK_CAPTURE(Parse, long, kLong);
BENCHMARK_CAPTURE(Parse, list, kList);
BENCHMARK_CAPTURE(Bind, short, kShort);
BENCHMARK_CAPTURE(Bind, long, kLong);
BENCHMARK_CAPTURE(Bind, list, kList);
BENCHMARK_CAPTURE(Plan, short, kShort);
BENCHMARK_CAPTURE(Plan, long, kLong);
BENCHMARK_CAPTURE(Plan, list, kList);
BENCHMARK(ParseWrong);

// A plan on the one segment, with postings and columns decoded before and unions of postings not kept.
void Evaluate(benchmark::State& state, const char* text) {
  const World& world = TheWorld();
  const bind::Query query = world.Bind(text);
  const plan::Plan plan = plan::MakePlan(*query.where);
  uint64_t rows = 0;
  for (auto _ : state) {
    execute::UnionCache unions(0);
    execute::SegmentExecutor executor(world.segment(), &unions, nullptr);
    rows = OrDie(executor.Evaluate(*plan.root))->Cardinality();
  }
  state.counters["rows"] = static_cast<double>(rows);
}
BENCHMARK_CAPTURE(Evaluate, to_parent_of_samples, kToParent);
BENCHMARK_CAPTURE(Evaluate, range_of_a_column, kRange);
BENCHMARK_CAPTURE(Evaluate, long, kLong);

void DecodeRecord(benchmark::State& state) {
  const std::string bytes = OrDie(TheWorld().segment().Record(0));
  for (auto _ : state) benchmark::DoNotOptimize(model::DecodeRecord(bytes));
}
BENCHMARK(DecodeRecord);

void EncodeRecord(benchmark::State& state) {
  const model::Record record = OrDie(model::DecodeRecord(OrDie(TheWorld().segment().Record(0))));
  for (auto _ : state) benchmark::DoNotOptimize(model::EncodeRecord(record));
}
BENCHMARK(EncodeRecord);

}  // namespace
}  // namespace muster

BENCHMARK_MAIN();
