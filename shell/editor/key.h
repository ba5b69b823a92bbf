// Keys of a terminal, read from its bytes.
#ifndef MUSTER_SHELL_EDITOR_KEY_H_
#define MUSTER_SHELL_EDITOR_KEY_H_

#include <string>
#include <string_view>
#include <vector>

namespace muster::shell {

struct Key {
  enum Kind {
    kText,   ///< a character
    kPaste,  ///< a text that was pasted, whole
    kEnter,
    kNewLine,  ///< Alt-Enter, Ctrl-J: a new line, whatever the text is
    kTab,
    kBackTab,
    kEscape,
    kBackspace,
    kDelete,
    kLeft,
    kRight,
    kUp,
    kDown,
    kHome,
    kEnd,
    kWordLeft,
    kWordRight,
    kPageUp,
    kPageDown,
    kDeleteWordBefore,
    kDeleteWordAfter,
    kControl,  ///< Ctrl with the letter in `text`, in lower case
    kUnknown,  ///< to be ignored
  };
  Kind kind = kUnknown;
  std::string text = {};
  friend bool operator==(const Key&, const Key&) = default;
};

/// Takes bytes as they come and gives keys. A key whose bytes are not all there yet waits for the rest.
class KeyDecoder {
 public:
  void Feed(std::string_view bytes) { bytes_ += bytes; }
  /// The next complete key; false if there is none.
  bool Next(Key* key);
  /// Bytes wait that may be the beginning of a key: after a short while without others they are keys by themselves.
  bool waiting() const { return !bytes_.empty(); }
  /// Nothing more has come: an Escape that waits is the key.
  bool Flush(Key* key);

 private:
  size_t Decode(Key* key) const;
  size_t DecodeEscape(Key* key) const;
  std::string bytes_;
};

}  // namespace muster::shell

#endif  // MUSTER_SHELL_EDITOR_KEY_H_
