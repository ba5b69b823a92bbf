// Where the interactive shell gets its lines from.
#ifndef MUSTER_SHELL_INTERACTIVE_LINE_SOURCE_H_
#define MUSTER_SHELL_INTERACTIVE_LINE_SOURCE_H_

#include <cstddef>
#include <deque>
#include <istream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace muster::shell {

class LineSource {
 public:
  enum class Outcome {
    kLine,
    kCancelled,  ///< the person gave up the line (Ctrl-C)
    kEnd,
  };

  virtual ~LineSource() = default;
  /// Reads the next line, without its newline. `prompt` is shown if input is interactive; `before` is the part of the
  /// statement that was already entered, for completion.
  virtual Outcome Read(std::string_view prompt, std::string_view before, std::string* line) = 0;
  /// Remembers a whole statement or command for later sessions.
  virtual void Remember(std::string_view) {}
  /// What has been remembered, oldest first.
  virtual std::vector<std::string> History() const { return {}; }
  /// The file that the lines come from; empty when it has no name.
  virtual std::string_view name() const { return ""; }
  /// The number of the line read last, from 1; 0 where lines are not numbered.
  virtual size_t line_number() const { return 0; }
  /// The line read last is empty, and a statement before it goes on behind it.
  virtual bool goes_on() const { return false; }
  /// What Read gives are whole statements or commands, which may have several lines.
  virtual bool whole() const { return false; }
  /// Puts `text` into the line at the next Read, to be edited and entered. False if input is not interactive.
  virtual bool Offer(std::string_view) { return false; }
  /// Gives the terminal back as it was found, for another program, until the next Read.
  virtual void GiveBack() {}
  /// Somebody is typing: prompts are shown and a mistake does not end the program with an error.
  virtual bool interactive() const = 0;
};

/// Lines of a stream, without prompts. Behind an empty line it reads on to the next that says something.
class StreamLines final : public LineSource {
 public:
  /// `in` must outlive it.
  explicit StreamLines(std::istream& in, std::string name = "") : in_(in), name_(std::move(name)) {}
  Outcome Read(std::string_view prompt, std::string_view before, std::string* line) override;
  std::string_view name() const override { return name_; }
  size_t line_number() const override { return line_number_; }
  bool goes_on() const override { return goes_on_; }
  bool interactive() const override { return false; }

 private:
  std::istream& in_;
  std::deque<std::string> ahead_;  ///< lines behind an empty one, up to the first that says something
  bool goes_on_ = false;
  std::string name_;
  size_t line_number_ = 0;
};

}  // namespace muster::shell

#endif  // MUSTER_SHELL_INTERACTIVE_LINE_SOURCE_H_
