// How diagnostics are shown.
#include "muster/diagnostic.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace muster {
namespace {

using testing::HasSubstr;

Diagnostic At(size_t begin, size_t end) {
  return {Severity::kError, "some-code", "it is wrong", begin, end, {"do this"}};
}

TEST(DiagnosticTest, ShowsTheLineAndTheHints) {
  EXPECT_EQ(RenderDiagnostics("count\nindividuals wher x", {At(18, 22)}),
            "error: it is wrong [some-code]\n"
            "  2 | individuals wher x\n"
            "    |             ^^^^\n"
            "    do this\n");
}

TEST(DiagnosticTest, CaretsCountCharactersNotBytes) {
  EXPECT_THAT(RenderDiagnostics("\xC3\xA9\xC3\xA9 x", {At(5, 6)}), HasSubstr("    |    ^\n"));
}

TEST(DiagnosticTest, PositionsOutsideAreClamped) {
  EXPECT_THAT(RenderDiagnostics("ab", {At(7, 99)}), HasSubstr("  1 | ab\n    |   ^\n"));
  EXPECT_THAT(RenderDiagnostics("ab", {At(1, 0)}), HasSubstr("    |  ^\n"));
  EXPECT_EQ(RenderDiagnostics("", {At(1, 2)}), "error: it is wrong [some-code]\n    do this\n");
}

TEST(DiagnosticTest, LongLinesAreCutAroundThePlace) {
  const std::string text(100'000, 'x');
  EXPECT_LT(RenderDiagnostics(text, {At(50'000, 50'001)}).size(), 600u);
  EXPECT_LT(RenderDiagnostics(text, {At(0, 100'000)}).size(), 600u);
}

TEST(DiagnosticTest, ControlCharactersAreBlanks) {
  EXPECT_THAT(RenderDiagnostics("a\tb\x1B[2J", {At(2, 3)}), HasSubstr("  1 | a b [2J\n    |   ^\n"));
}

}  // namespace
}  // namespace muster
