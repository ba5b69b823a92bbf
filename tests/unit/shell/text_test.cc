// Widths, numbers, listings, progress: the small things that output is made of.
#include <gtest/gtest.h>

#include <sstream>

#include "shell/terminal/display_width.h"
#include "shell/terminal/human.h"
#include "shell/terminal/listing.h"
#include "shell/terminal/progress.h"

namespace muster::shell {
namespace {

TEST(DisplayWidth, CountsColumns) {
  EXPECT_EQ(DisplayWidth(""), 0);
  EXPECT_EQ(DisplayWidth("Ménière"), 7);
  EXPECT_EQ(DisplayWidth("e\xCC\x81"), 1) << "a combining accent takes no column";
  EXPECT_EQ(DisplayWidth("日本"), 4);
  EXPECT_EQ(DisplayWidth("\xff\xfe"), 2) << "bytes that are no UTF-8 take one each";
  EXPECT_EQ(DisplayWidth("\xE2\x82"), 2) << "cut off";
}

TEST(DisplayWidth, PrintableKeepsTextAndDropsControl) {
  EXPECT_EQ(Printable("a\tb\nc"), "a  b\nc");
  EXPECT_EQ(Printable("\x1b]0;x\x07"), "\xEF\xBF\xBD]0;x\xEF\xBF\xBD");
  EXPECT_EQ(Printable("\xE2\x80\xAE"), "\xEF\xBF\xBD") << "right-to-left override";
  EXPECT_EQ(Printable("\xC0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD") << "overlong";
}

TEST(DisplayWidth, ShortensBetweenCharacters) {
  EXPECT_EQ(Shortened("Ménière", 7), "Ménière");
  EXPECT_EQ(Shortened("Ménière", 6), "Méniè…");
  EXPECT_EQ(Shortened("a bcd", 3), "a…") << "no blank before the ellipsis";
  EXPECT_EQ(Shortened("日本語", 4), "日…");
}

TEST(Human, Numbers) {
  EXPECT_EQ(Grouped(0), "0");
  EXPECT_EQ(Grouped(999), "999");
  EXPECT_EQ(Grouped(1000), "1,000");
  EXPECT_EQ(Grouped(1234567), "1,234,567");
  EXPECT_EQ(Counted(1, "row"), "1 row");
  EXPECT_EQ(Counted(0, "row"), "0 rows");
  EXPECT_EQ(Counted(2, "person", "people"), "2 people");
}

TEST(Human, Times) {
  EXPECT_EQ(HumanSeconds(0), "0 ms");
  EXPECT_EQ(HumanSeconds(0.00042), "0.42 ms");
  EXPECT_EQ(HumanSeconds(0.0123), "12.3 ms");
  EXPECT_EQ(HumanSeconds(0.9999), "1.00 s");
  EXPECT_EQ(HumanSeconds(59.94), "59.9 s");
  EXPECT_EQ(HumanSeconds(125), "2 min 5 s");
  EXPECT_EQ(Clock(7), "0:07");
  EXPECT_EQ(Clock(754), "12:34");
  EXPECT_EQ(Clock(3723), "1:02:03");
}

TEST(Human, Bytes) {
  EXPECT_EQ(HumanBytes(712), "712 B");
  EXPECT_EQ(HumanBytes(1500), "1.5 KB");
  EXPECT_EQ(HumanBytes(999'960), "1.0 MB");
  EXPECT_EQ(HumanBytes(281'492'713), "281 MB");
}

TEST(Listing, LinesUp) {
  Listing listing;
  listing.Add("Ménière", 1234567);
  listing.Add("b", 5, "of them 2 replaced");
  EXPECT_EQ(listing.Render(2), "  Ménière  1,234,567\n  b                5  of them 2 replaced\n");
}

ProgressState Half() { return {"reading a.jsonl", 50, 100, 12345, "individuals"}; }

TEST(Progress, SaysHowFarHowFastHowLong) {
  EXPECT_EQ(ProgressLine(Half(), 10, 120),
            "reading a.jsonl  [############------------]  50%  12,345 individuals  1,234/s  0:10 left");
  EXPECT_EQ(ProgressLine(Half(), 10, 80), "reading a.jsonl  50%  12,345 individuals  1,234/s  0:10 left");
}

TEST(Progress, DoesNotGuess) {
  EXPECT_EQ(ProgressLine(Half(), 0.5, 80), "reading a.jsonl  50%  12,345 individuals");
  EXPECT_EQ(ProgressLine({"committing", 50, 0, 7, "individuals"}, 10, 80), "committing  7 individuals  0/s");
}

TEST(Progress, NeverWrapsAround) {
  for (int width = 1; width < 60; ++width) EXPECT_LE(DisplayWidth(ProgressLine(Half(), 10, width)), width);
  EXPECT_EQ(ProgressLine({"Ménière", 0, 0, 0, ""}, 0, 2), "Mé");
}

TEST(ProgressMeter, RedrawsOneLineOnATerminal) {
  std::istringstream in;
  std::ostringstream out, err;
  Console console{in, out, err};
  console.err_is_terminal = true;
  double now = 0;
  {
    ProgressMeter meter(console, false, [&] { return now; });
    meter.Update(Half());
    EXPECT_EQ(err.str(), "") << "work that is soon done shows no progress";
    now = 0.2;
    meter.Update(Half());
    now = 0.25;
    meter.Update(Half());
  }
  EXPECT_EQ(err.str(), "\rreading a.jsonl  50%  12,345 individuals\x1b[K\r\x1b[K");
  EXPECT_EQ(out.str(), "");
}

TEST(ProgressMeter, PrintsALineNowAndThenElsewhere) {
  std::istringstream in;
  std::ostringstream out, err;
  Console console{in, out, err};
  double now = 0;
  ProgressMeter meter(console, false, [&] { return now; });
  for (; now < 25; now += 1) meter.Update(Half());
  EXPECT_EQ(err.str(),
            "muster: reading a.jsonl  50%  12,345 individuals  1,234/s  0:10 left\n"
            "muster: reading a.jsonl  50%  12,345 individuals  617/s  0:20 left\n");
  std::ostringstream none;
  Console quiet{in, out, none};
  now = 0;
  ProgressMeter silent(quiet, true, [&] { return now; });
  for (; now < 25; now += 1) silent.Update(Half());
  EXPECT_EQ(none.str(), "");
}

}  // namespace
}  // namespace muster::shell
