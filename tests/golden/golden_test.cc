// Queries and what each stage makes of them, on the fixture world. MUSTER_UPDATE_GOLDEN=1 rewrites what is expected:
// read the difference before you keep it.
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "absl/strings/str_cat.h"
#include "engine/bind/binder.h"
#include "engine/plan/plan.h"
#include "engine/plan/verify.h"
#include "grammar/parse.h"
#include "gtest/gtest.h"
#include "tests/golden/case_file.h"
#include "tests/golden/render.h"
#include "tests/golden/world.h"
#include "tests/support/source_tree.h"

namespace muster::golden {
namespace {

std::string File(const std::string& name) { return test::InSourceTree("tests/golden/" + name); }

// "#! bytes": \xHH in the query stands for that byte.
std::string Unescaped(const std::string& text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 2, "\\x") == 0 && i + 3 < text.size()) {
      out.push_back(static_cast<char>(std::strtol(text.substr(i + 2, 2).c_str(), nullptr, 16)));
      i += 3;
    } else {
      out.push_back(text[i]);
    }
  }
  return out;
}

std::string Escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    char hex[8];
    std::snprintf(hex, sizeof hex, "\\x%02X", static_cast<unsigned char>(c));
    out += static_cast<unsigned char>(c) < 0x80 ? std::string(1, c) : hex;
  }
  return out;
}

size_t Setting(const Case& c, const std::string& name, size_t otherwise) {
  const auto it = c.settings.find(name);
  return it == c.settings.end() ? otherwise : std::stoul(it->second);
}

std::string QueryIn(World& world, const Case& c) {
  QueryOptions options;
  options.max_text_bytes = Setting(c, "max_text_bytes", options.max_text_bytes);
  options.max_depth = Setting(c, "max_depth", options.max_depth);
  options.max_terms = Setting(c, "max_terms", options.max_terms);
  options.max_criteria = Setting(c, "max_criteria", options.max_criteria);
  options.max_cells = Setting(c, "max_cells", options.max_cells);
  const bool bytes = c.settings.contains("bytes");
  const std::string query = bytes ? Unescaped(c.query) : c.query;
  const auto answers = world.catalogue().Query(query, options);
  if (!answers.ok()) return answers.status().ToString() + "\n";
  return bytes ? Escaped(Render(query, *answers)) : Render(query, *answers);
}

// The version of the catalogue, which each change increases.
uint64_t VersionOf(const World& world) {
  const auto info = world.catalogue().Info();
  EXPECT_TRUE(info.ok()) << info.status();
  return info.ok() ? info->version : 0;
}

// Cases share a world, so none may change it: what one leaves behind could make another one right. "#! own_world" gives
// a case one of its own.
std::string QueryUnchanged(World& world, const Case& c) {
  if (c.settings.contains("own_world")) return QueryIn(*World::Own(), c);
  const uint64_t before = VersionOf(world);
  std::string answer = QueryIn(world, c);
  EXPECT_EQ(VersionOf(world), before) << "this case changes the catalogue and needs #! own_world: " << c.query;
  return answer;
}

std::string Query(const Case& c) { return QueryUnchanged(World::Get(), c); }

std::string QueryCookbook(const Case& c) { return QueryUnchanged(World::Cookbook(), c); }

// The examples of a document follow one another as a reader does, in a world of their own.
void RunOwnDocument(const std::string& name, const std::unique_ptr<World> world = World::Own()) {
  RunDocument(test::InSourceTree(name), [&](const Case& c) { return QueryIn(*world, c); });
}

std::string Parse(const Case& c) {
  const grammar::ParseResult parsed = grammar::Parse(c.query);
  std::string out;
  for (const grammar::Statement& statement : parsed.statements) out += grammar::Print(statement) + "\n";
  return out + RenderDiagnostics(c.query, parsed.diagnostics);
}

// Binds each statement of `c` and prints what `print` makes of it.
template <typename Print>
std::string Bind(const Case& c, Print print) {
  grammar::ParseResult parsed = grammar::Parse(c.query);
  std::vector<Diagnostic> diagnostics = std::move(parsed.diagnostics);
  std::string out;
  for (const grammar::Statement& statement : parsed.statements) {
    const auto query = bind::Bind(statement, World::Get().view(), &diagnostics);
    if (!query.ok()) return query.status().ToString() + "\n";
    if (*query) out += print(**query);
  }
  return out + RenderDiagnostics(c.query, diagnostics);
}

TEST(GoldenTest, Parse) { RunCaseFile(File("parse.test"), Parse); }

TEST(GoldenTest, Bind) {
  RunCaseFile(File("bind.test"),
              [](const Case& c) { return Bind(c, [](const bind::Query& q) { return bind::Print(q); }); });
}

// "#! no=simplify": without that pass.
TEST(GoldenTest, Plan) {
  RunCaseFile(File("plan.test"), [](const Case& c) {
    const auto left_out = c.settings.find("no");
    const std::string pass = left_out == c.settings.end() ? "" : left_out->second;
    std::vector<std::string> without;
    for (const plan::Pass& known : plan::Passes()) {
      if (pass == known.name || pass == "passes") without.emplace_back(known.name);
    }
    EXPECT_EQ(without.empty(), pass.empty()) << "no pass is called " << pass;
    return Bind(c, [&](const bind::Query& q) {
      const plan::Plan made = plan::MakePlan(*q.where, without);
      EXPECT_EQ(plan::Verify(*made.root), "") << c.query;
      return plan::Print(made);
    });
  });
}

TEST(GoldenTest, Answers) { RunCaseFile(File("answers.test"), Query); }

TEST(GoldenTest, Errors) { RunCaseFile(File("errors.test"), Query); }

TEST(GoldenTest, LanguageManual) { RunOwnDocument("docs/language.md"); }

TEST(GoldenTest, Cookbook) { RunOwnDocument("docs/cookbook.md", World::OwnCookbook()); }

// Who is found, and not only how many.
TEST(GoldenTest, CookbookPeople) { RunCaseFile(File("cookbook.test"), QueryCookbook); }

TEST(GoldenTest, IndexesAndRecordsOfTheCookbookAgree) {
  const auto report = World::Cookbook().catalogue().Check({});
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->individuals, 60u);
  EXPECT_TRUE(report->problems.empty()) << report->problems[0];
}

TEST(GoldenTest, ErrorManual) { RunOwnDocument("docs/errors.md"); }

TEST(GoldenTest, IndexesAndRecordsOfTheWorldAgree) {
  const auto report = World::Get().catalogue().Check({});
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->individuals, 20u);
  EXPECT_TRUE(report->problems.empty()) << report->problems[0];
}

}  // namespace
}  // namespace muster::golden
