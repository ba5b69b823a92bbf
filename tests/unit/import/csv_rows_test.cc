#include "engine/import/table/rows/csv_rows.h"

#include <gmock/gmock.h>

#include "tests/unit/import/files.h"

namespace muster::import {
namespace {

using testing::HasSubstr;

// Each row as "line: cell|cell", or the error.
std::vector<std::string> Rows(std::string_view text, char delimiter = ',', bool quotes = true) {
  const Directory directory;
  const std::string path = directory.Write("t.csv", text);
  const auto source = Source::Open({path, text.size()});
  EXPECT_TRUE(source.ok()) << source.status();
  Window window(**source, "t.csv");
  CsvRows rows(window, delimiter, quotes);
  std::vector<std::string> out;
  while (true) {
    const absl::StatusOr<const CsvRow*> row = rows.Next();
    if (!row.ok()) {
      out.emplace_back(row.status().message());
      return out;
    }
    if (*row == nullptr) return out;
    std::string line = std::to_string((*row)->line) + ":";
    for (size_t i = 0; i < (*row)->cells.size(); ++i) line.append(i == 0 ? " " : "|").append((*row)->cells[i]);
    out.push_back(line);
  }
}

using Strings = std::vector<std::string>;

TEST(CsvRowsTest, LinesEndAsTheyLike) {
  const Strings expected = {"1: a|b", "2: 1|2", "3: 3|4"};
  EXPECT_EQ(Rows("a,b\n1,2\n3,4\n"), expected);
  EXPECT_EQ(Rows("a,b\r\n1,2\r\n3,4\r\n"), expected);
  EXPECT_EQ(Rows("a,b\r1,2\r3,4"), expected);
  EXPECT_EQ(Rows("a,b\n1,2\r\n3,4"), expected);
}

TEST(CsvRowsTest, BlankLinesAreNoRowsButCount) {
  EXPECT_EQ(Rows("a,b\n\n1,2\n\r\n\n3,4\n"), (Strings{"1: a|b", "3: 1|2", "6: 3|4"}));
  EXPECT_EQ(Rows(""), Strings{});
  EXPECT_EQ(Rows("\n\n"), Strings{});
  EXPECT_EQ(Rows(","), Strings{"1: |"});
}

TEST(CsvRowsTest, QuotedCellsHoldAnything) {
  EXPECT_EQ(Rows("\"a,b\",\" c \"\n\"say \"\"x\"\"\",\"two\nlines\r\nor three\"\nz, y \n"),
            (Strings{"1: a,b| c ", "2: say \"x\"|two\nlines\r\nor three", "5: z|y"}));
  EXPECT_EQ(Rows("a;b,c;\"d;e\"", ';'), Strings{"1: a|b,c|d;e"});
  EXPECT_EQ(Rows("a\t\t b\n", '\t'), Strings{"1: a||b"});
  EXPECT_EQ(Rows("\"a\t5\" nails\n", '\t', /*quotes=*/false), Strings{"1: \"a|5\" nails"});
}

TEST(CsvRowsTest, QuotesThatAreNotClosed) {
  EXPECT_THAT(Rows("a,b\n1,\"2\n3,4\n").back(), HasSubstr("t.csv: line 2: a quote is opened and not closed"));
  EXPECT_THAT(Rows("a,b\n1,\"" + std::string(17 << 20, 'x')).back(), HasSubstr("line 2: a row has more than 16 MiB"));
}

// Rows that a quote swallows would be missing without a word.
TEST(CsvRowsTest, QuotesThatAreNotDoubledSwallowNoRows) {
  const auto error = HasSubstr("line 2: a quoted cell that begins here goes on over the end of the line");
  EXPECT_THAT(Rows("id,note,hpo\na,\"said \\\"hi, there\\\"\",X\nb,\"x\",X\nc,\"5\\\" scar\",X\n").back(), error);
  EXPECT_THAT(Rows("id,note\na,\"x\nb,\"y\"\n").back(), error) << "not closed, and closed by the next one";
  EXPECT_THAT(Rows("id,note\na,\"x\" y\nb,\"z\"\n").back(), error);
  EXPECT_THAT(Rows("id,note\na, \"x \" y\nb,\"z\"\n").back(), error);
  // Within one line it is read as it looks; and a quote in a cell that is not quoted is a character.
  EXPECT_EQ(Rows("a,\"5\" scar\",b\nc,5\" scar,d\ne,\"x\" ,\"\"\n"),
            (Strings{"1: a|5\" scar|b", "2: c|5\" scar|d", "3: e|x|"}));
  EXPECT_EQ(Rows("a,\"two\n\"\"lines\"\"\",b\nc,d,e"), (Strings{"1: a|two\n\"lines\"|b", "3: c|d|e"}));
  EXPECT_EQ(Rows("a\t\"x\"\t\"y\n\"\tb", '\t'), Strings{"1: a|x|y\n|b"});
}

TEST(CsvRowsTest, QuotesWhereOneReadEndsAndTheNextBegins) {
  for (size_t before = 65520; before < 65545; ++before) {
    const std::string line(before, 'x');
    EXPECT_THAT(Rows("i,n\n" + line + ",\"said \\\"hi\n\"\n").back(), HasSubstr("line 2: a quoted cell"));
    EXPECT_EQ(Rows("i,n\n" + line + ", \"said \"\"hi\n\" , \"\"\n").size(), 2u) << before;
  }
}

TEST(CsvRowsTest, ManyRowsOverManyReads) {
  std::string text = "id,value\n";
  for (int i = 0; i < 100000; ++i) text += std::to_string(i) + ",\"v" + std::to_string(i) + "\"\r\n";
  const Strings rows = Rows(text);
  ASSERT_EQ(rows.size(), 100001u);
  EXPECT_EQ(rows[77778], "77779: 77777|v77777");
}

TEST(CsvRowsTest, AFormulaThatIsATextIsThatText) {
  EXPECT_EQ(Rows("id,v\n=\"0001\",=\"\"\n\"=\"\"0002\"\"\",=1+1\n"),
            (Strings{"1: id|v", "2: 0001|=\"\"", "3: 0002|=1+1"}));
}

char Guess(std::string_view text) {
  const Directory directory;
  const std::string path = directory.Write("t.csv", text);
  const auto source = Source::Open({path, text.size()});
  Window window(**source, "t.csv");
  const absl::StatusOr<char> guess = GuessDelimiter(window);
  EXPECT_TRUE(guess.ok()) << guess.status();
  return *guess;
}

TEST(CsvRowsTest, DelimiterOfTheHeader) {
  EXPECT_EQ(Guess("a,b,c\n1;2;3;4;5\n"), ',');
  EXPECT_EQ(Guess("a;b;c,d\n"), ';');
  EXPECT_EQ(Guess("a\tb"), '\t');
  EXPECT_EQ(Guess("\"a,b,c\";d\n"), ';');
  EXPECT_EQ(Guess("alone\n1,2"), ',');
  EXPECT_EQ(Guess(""), ',');
}

}  // namespace
}  // namespace muster::import
