// How diagnostics are shown.
#include "muster/diagnostic.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstring>

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

// A text of gigabytes is refused for its length, without being read.
TEST(DiagnosticTest, NothingIsReadBehindWhatIsShown) {
  const auto page = static_cast<size_t>(sysconf(_SC_PAGESIZE));
  void* const pages = mmap(nullptr, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  ASSERT_NE(pages, MAP_FAILED);
  std::memset(pages, 'x', page);
  ASSERT_EQ(mprotect(static_cast<char*>(pages) + page, page, PROT_NONE), 0);
  EXPECT_LT(RenderDiagnostics({static_cast<const char*>(pages), 2 * page}, {At(0, 2 * page)}).size(), 600u);
  munmap(pages, 2 * page);
}

TEST(DiagnosticTest, ControlCharactersAreBlanks) {
  EXPECT_THAT(RenderDiagnostics("a\tb\x1B[2J", {At(2, 3)}), HasSubstr("  1 | a b [2J\n    |   ^\n"));
}

}  // namespace
}  // namespace muster
