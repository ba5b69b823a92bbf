// Query text: whatever it is, parsing ends; what parses is printed as a text that parses to the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "grammar/parse.h"

namespace {

using muster::grammar::ParseResult;

void Check(bool condition) {
  if (!condition) std::abort();
}

std::string PrintAll(const ParseResult& parsed) {
  std::string out;
  for (const auto& statement : parsed.statements) out += muster::grammar::Print(statement) + ";\n";
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const ParseResult parsed = muster::grammar::Parse(text);
  for (const auto& diagnostic : parsed.diagnostics) {
    Check(diagnostic.begin <= diagnostic.end && diagnostic.end <= size + 1);
    Check(!diagnostic.code.empty() && !diagnostic.message.empty());
  }
  (void)muster::RenderDiagnostics(text, parsed.diagnostics);
  if (muster::HasErrors(parsed.diagnostics)) {
    Check(parsed.statements.empty());
    return 0;
  }
  // Canonical form may need a few more names and parentheses than the text had.
  muster::grammar::ParseLimits limits;
  limits.max_text_bytes *= 16;
  limits.max_depth *= 3;
  limits.max_terms *= 2;
  const std::string printed = PrintAll(parsed);
  const ParseResult again = muster::grammar::Parse(printed, limits);
  Check(!muster::HasErrors(again.diagnostics));
  Check(PrintAll(again) == printed);
  return 0;
}
