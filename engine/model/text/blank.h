// Blanks in all their forms: also the no-break space and characters that show nothing, which come with copied text.
#ifndef MUSTER_ENGINE_MODEL_TEXT_BLANK_H_
#define MUSTER_ENGINE_MODEL_TEXT_BLANK_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace muster::model {

/// How many bytes the blank has that `text` begins with; 0: it begins with something else.
inline size_t BlankAtStart(std::string_view text) {
  if (text.empty()) return 0;
  const auto byte = [&](size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  if (byte(0) == ' ' || (byte(0) >= '\t' && byte(0) <= '\r')) return 1;
  if (byte(0) == 0xC2) return byte(1) == 0xA0 || byte(1) == 0xAD ? 2 : 0;  // no-break space, soft hyphen
  if (byte(0) == 0xE2) {
    const unsigned low = byte(2);
    if (byte(1) == 0x80 && ((low >= 0x80 && low <= 0x8F) || low == 0xA8 || low == 0xA9 || low == 0xAF)) return 3;
    if (byte(1) == 0x80 && low >= 0xAA && low <= 0xAE) return 3;  // marks of direction
    if (byte(1) == 0x81 && (low == 0x9F || low == 0xA0)) return 3;
  }
  if (byte(0) == 0xE3 && byte(1) == 0x80 && byte(2) == 0x80) return 3;
  if (byte(0) == 0xEF && byte(1) == 0xBB && byte(2) == 0xBF) return 3;
  return 0;
}

/// Without blanks of any kind at both ends.
inline std::string_view TrimAll(std::string_view text) {
  while (const size_t size = BlankAtStart(text)) text.remove_prefix(size);
  for (bool more = true; more && !text.empty();) {
    more = false;
    for (size_t size = 1; size <= 3 && size <= text.size(); ++size) {
      if (BlankAtStart(text.substr(text.size() - size)) != size) continue;
      text.remove_suffix(size);
      more = true;
      break;
    }
  }
  return text;
}

/// `text` without any blanks.
inline std::string WithoutBlanks(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    if (const size_t size = BlankAtStart(text)) {
      text.remove_prefix(size);
    } else {
      out.push_back(text.front());
      text.remove_prefix(1);
    }
  }
  return out;
}

/// Characters that show nothing gone, other blanks as plain ones.
inline std::string WithHiddenBlanksPlain(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const size_t size = BlankAtStart(text);
    if (size == 0) {
      out.push_back(text.front());
      text.remove_prefix(1);
      continue;
    }
    const std::string_view blank = text.substr(0, size);
    const bool hidden = blank == "\xC2\xAD" || blank == "\xEF\xBB\xBF" || blank == "\xE2\x81\xA0" ||
                        (blank >= "\xE2\x80\x8B" && blank <= "\xE2\x80\x8F") ||
                        (blank >= "\xE2\x80\xAA" && blank <= "\xE2\x80\xAE");
    if (!hidden) out.push_back(' ');
    text.remove_prefix(size);
  }
  return out;
}

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_TEXT_BLANK_H_
