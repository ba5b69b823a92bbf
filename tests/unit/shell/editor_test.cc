// The parts of the line editor, without a terminal; tests/shell/terminal.py has the whole in one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/stat.h>

#include <atomic>
#include <cstdio>
#include <fstream>
#include <thread>

#include "shell/editor/completion_menu.h"
#include "shell/editor/edit_buffer.h"
#include "shell/editor/highlight.h"
#include "shell/editor/history.h"
#include "shell/editor/key.h"
#include "shell/editor/live_worker.h"
#include "shell/editor/screen_rows.h"
#include "shell/editor/statement_end.h"
#include "shell/interactive/complete_command.h"
#include "tests/support/own_folder.h"

namespace muster::shell {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// Waits until the worker has something to take.
std::optional<LiveView> TakenFrom(LiveWorker& worker) {
  while (true) {
    struct pollfd wait = {worker.descriptor(), POLLIN, 0};
    if (poll(&wait, 1, 60'000) != 1) return std::nullopt;
    if (std::optional<LiveView> view = worker.Take()) return view;
  }
}

TEST(LiveWorker, AnswersForTheLatestText) {
  std::atomic<int> asked = 0;
  LiveWorker worker([&](std::string_view text, size_t cursor, std::stop_token stop) {
    // The first is answered only when it is stopped, as a long query is.
    if (asked.fetch_add(1) == 0) {
      while (!stop.stop_requested()) std::this_thread::yield();
    }
    LiveView view;
    view.lines = {std::string(text) + " " + std::to_string(cursor)};
    return view;
  });
  EXPECT_FALSE(worker.Take().has_value());
  worker.Start("first", 5);
  while (asked == 0) std::this_thread::yield();
  EXPECT_FALSE(worker.Take().has_value());
  worker.Start("second", 6);
  const std::optional<LiveView> view = TakenFrom(worker);
  ASSERT_TRUE(view.has_value());
  EXPECT_THAT(view->lines, ElementsAre("second 6"));
  EXPECT_FALSE(worker.Take().has_value());
}

TEST(LiveWorker, StopWaitsForWhatIsAsked) {
  std::atomic<bool> asking = false, ended = false;
  LiveWorker worker([&](std::string_view, size_t, std::stop_token stop) {
    asking = true;
    while (!stop.stop_requested()) std::this_thread::yield();
    ended = true;
    return LiveView();
  });
  worker.Stop();
  worker.Start("text", 0);
  while (!asking) std::this_thread::yield();
  worker.Stop();
  EXPECT_TRUE(ended);
  EXPECT_FALSE(worker.Take().has_value());
}

std::vector<Key> Keys(std::string_view bytes) {
  KeyDecoder decoder;
  std::vector<Key> keys;
  Key key;
  // Byte by byte, as over a slow line.
  for (const char byte : bytes) {
    decoder.Feed(std::string_view(&byte, 1));
    while (decoder.Next(&key)) keys.push_back(key);
  }
  while (decoder.Flush(&key)) keys.push_back(key);
  return keys;
}

TEST(KeyDecoder, ReadsKeys) {
  EXPECT_THAT(Keys("a\xC3\xB6\r\n\t\x7f\x03"),
              ElementsAre(Key{Key::kText, "a"}, Key{Key::kText, "\xC3\xB6"}, Key{Key::kEnter}, Key{Key::kNewLine},
                          Key{Key::kTab}, Key{Key::kBackspace}, Key{Key::kControl, "c"}));
  EXPECT_THAT(Keys("\x1b[A\x1bOB\x1b[1;5C\x1b[3~\x1b[Z\x1b\r\x1b[99z"),
              ElementsAre(Key{Key::kUp}, Key{Key::kDown}, Key{Key::kWordRight}, Key{Key::kDelete}, Key{Key::kBackTab},
                          Key{Key::kNewLine}, Key{Key::kUnknown}));
  EXPECT_THAT(Keys("\x1b"), ElementsAre(Key{Key::kEscape}));
}

TEST(KeyDecoder, TakesAPasteAsOneText) {
  EXPECT_THAT(Keys("\x1b[200~a\r\n\r\n\tb;\r\x03\x1b[201~x"),
              ElementsAre(Key{Key::kPaste, "a\n\n b;\n"}, Key{Key::kText, "x"}));
  EXPECT_THAT(Keys("\x1b[200~never ended;\r"), IsEmpty());
}

TEST(EditBuffer, MovesByCharactersWordsAndLines) {
  EditBuffer buffer;
  buffer.Insert("one tw\xC3\xB6\nthree");
  buffer.WordLeft();
  EXPECT_EQ(buffer.cursor(), 9u);
  EXPECT_TRUE(buffer.Up());
  EXPECT_EQ(buffer.cursor(), 0u);
  buffer.LineEnd();
  buffer.Left();
  EXPECT_EQ(buffer.cursor(), 6u) << "a whole character";
  EXPECT_TRUE(buffer.Down());
  EXPECT_EQ(buffer.text().substr(buffer.cursor()), "") << "the line below is shorter";
  EXPECT_FALSE(buffer.Down());
}

TEST(EditBuffer, DeletesAndUndoes) {
  EditBuffer buffer;
  buffer.Insert("sex is ");
  buffer.Insert("female");
  buffer.DeleteWordBefore();
  EXPECT_EQ(buffer.text(), "sex is ");
  buffer.Yank();
  EXPECT_EQ(buffer.text(), "sex is female");
  EXPECT_TRUE(buffer.Undo());
  EXPECT_TRUE(buffer.Undo());
  EXPECT_EQ(buffer.text(), "sex is female");
  buffer.DeleteToLineBegin();
  EXPECT_EQ(buffer.text(), "");
  EXPECT_TRUE(buffer.Undo());
  EXPECT_EQ(buffer.text(), "sex is female");
}

TEST(EndsStatement, ByASemicolonAnEmptyLineOrACommand) {
  for (const char* text : {"count individuals;", "count individuals; -- done", "count individuals\n", ".info",
                           " .read x", "help", "quit;", "", "count\n-- x\n;", "a;\n-- end"}) {
    EXPECT_TRUE(EndsStatement(text)) << text;
  }
  for (const char* text : {"count individuals", "a; b", "a \";", "-- only a comment;", "-- only\n", "a\n\nb",
                           "count \"x;\"", ".x\ncount"}) {
    EXPECT_FALSE(EndsStatement(text)) << text;
  }
}

TEST(Highlight, TellsWordsCodesTextsAndComments) {
  const std::string text = "count x where has HP:0001250 \"is\" >= 6.5 -- or";
  const std::vector<TextStyle> styles = Highlight(text);
  const auto at = [&](std::string_view part) { return styles[text.find(part)]; };
  EXPECT_EQ(at("count"), TextStyle::kKeyword);
  EXPECT_EQ(at("x"), TextStyle::kPlain);
  EXPECT_EQ(at("HP"), TextStyle::kCode);
  EXPECT_EQ(at("\"is"), TextStyle::kQuoted);
  EXPECT_EQ(at("6.5"), TextStyle::kNumber);
  EXPECT_EQ(at("-- or"), TextStyle::kComment);
}

TEST(Highlight, MarksTheOtherParenthesis) {
  const std::string text = "a (b (c) \")\" ";
  std::vector<TextStyle> styles = Highlight(text);
  HighlightPair(text, 8, &styles);
  EXPECT_EQ(styles[5], TextStyle::kBracket);
  EXPECT_EQ(styles[7], TextStyle::kBracket);
  styles = Highlight(text);
  HighlightPair(text, 2, &styles);
  EXPECT_EQ(styles[2], TextStyle::kError) << "it is not closed; the one in quotes is none";
}

TEST(LayOut, WrapsAndPlacesTheCursor) {
  const std::string text = "abcdefgh\nij";
  const ScreenRows rows = LayOut("> ", ". ", text, 10, {}, 13, false);
  EXPECT_THAT(rows.rows, ElementsAre("> abcdefgh", ". ij"));
  EXPECT_EQ(rows.cursor_row, 1u);
  EXPECT_EQ(rows.cursor_column, 3);
  EXPECT_THAT(LayOut("> ", ". ", "abcdefghijklmn", 14, {}, 13, false).rows, ElementsAre("> abcdefghij", "  klmn"));
  EXPECT_THAT(LayOut("> ", ". ", "\xE6\x97\xA5\xE6\x9C\xAC\xE6\x97\xA5", 9, {}, 5, false).rows,
              ElementsAre("\xE6\x97\xA5\xE6\x9C\xAC", "\xE6\x97\xA5"))
      << "a narrow window has no room for the prompt, and no half characters";
}

TEST(Visible, KeepsTheCursorInTheWindow) {
  ScreenRows rows;
  rows.rows = {"0", "1", "2", "3", "4", "5"};
  rows.cursor_row = 4;
  const ScreenRows seen = Visible(rows, 3);
  EXPECT_THAT(seen.rows, ElementsAre("3", "4", "5"));
  EXPECT_EQ(seen.cursor_row, 1u);
}

Completions Items(size_t begin, std::vector<Completion> items) { return {begin, std::move(items)}; }

TEST(StepOf, PutsInTheOnlyItemOrWhatItemsShare) {
  EXPECT_EQ(StepOf("has phen", Items(4, {{"phenotype", ""}})).insert, "phenotype ");
  EXPECT_EQ(StepOf("age at L", Items(7, {{"last contact", ""}, {"last visit", ""}})).insert, "last ");
  const CompletionStep codes =
      StepOf("has phenotype seiz", Items(14, {{"HP:0001250", "Seizure"}, {"HP:0002373", "Febrile seizure"}}));
  EXPECT_EQ(codes.insert, "") << "the codes share HP:000, but that would take away what was typed";
  EXPECT_TRUE(codes.several);
  EXPECT_EQ(StepOf("x", Items(0, {})).insert, "");
  EXPECT_EQ(StepOf("x", Items(9, {{"a", ""}})).insert, "");
}

TEST(CompletionMenu, ShowsAsManyAsFitAndWhereItIs) {
  CompletionMenu menu;
  menu.Open(Items(0, {{"a", "first"}, {"b", "second"}, {"c", ""}, {"d", ""}}));
  EXPECT_THAT(menu.Rows(40, 10, false), ElementsAre("  a  first", "  b  second", "  c", "  d"));
  menu.Move(-1);
  EXPECT_EQ(menu.selected()->text, "d");
  EXPECT_THAT(menu.Rows(40, 3, false), ElementsAre("  c", "> d", "  4 of 4; Tab for the next"));
  menu.Move(1);
  EXPECT_EQ(menu.selected()->text, "a");
}

TEST(CompleteCommand, OffersCommandsFormatsAndFiles) {
  EXPECT_THAT(CompleteCommand(".fo").items, ElementsAre(Field(&Completion::text, ".format")));
  const Completions formats = CompleteCommand(".format c");
  EXPECT_EQ(formats.begin, 8u);
  EXPECT_THAT(formats.items, ElementsAre(Field(&Completion::text, "csv"), Field(&Completion::text, "chart"),
                                         Field(&Completion::text, "crosstab")));
  const test::OwnFolder own;
  const std::string& folder = own.path();
  std::ofstream(folder + "/muster-complete.csv") << "";
  EXPECT_THAT(CompleteCommand(".once " + folder + "/muster-comp").items,
              Contains(Field(&Completion::text, folder + "/muster-complete.csv")));
  EXPECT_THAT(CompleteCommand(".timing o").items,
              ElementsAre(Field(&Completion::text, "on"), Field(&Completion::text, "off")));
}

class HistoryTest : public testing::Test {
 protected:
  const test::OwnFolder folder;
  const std::string path = folder / "history";
};

TEST_F(HistoryTest, KeepsWholeStatementsWithComments) {
  const std::string statement = "-- all\\\ncount individuals -- every one\nby sex;";
  {
    History history(path);
    history.Add(statement);
    history.Add("count runs;");
    history.Add(statement);
    history.AddUnsaved("given up");
  }
  EXPECT_THAT(History(path).entries(), ElementsAre("count runs;", statement));
  struct stat file = {};
  ASSERT_EQ(stat(path.c_str(), &file), 0);
  EXPECT_EQ(file.st_mode & 0777, 0600u);
}

TEST_F(HistoryTest, TakesOverWhatLibeditWrote) {
  std::ofstream(path) << "_HiStOrY_V2_\ncount\\040individuals;\n.info\n";
  EXPECT_THAT(History(path).entries(), ElementsAre("count individuals;", ".info"));
  EXPECT_THAT(History(path).entries(), ElementsAre("count individuals;", ".info")) << "also when it was written anew";
}

}  // namespace
}  // namespace muster::shell
