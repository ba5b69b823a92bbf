#include "engine/model/text/composed.h"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>

namespace muster::model {

bool MayBeDecomposed(std::string_view text) {
  unsigned char any = 0;
  for (const char c : text) any |= static_cast<unsigned char>(c);
  if (any < 0x80) return false;
  // U+0300 to U+036F; the second and third parts of Korean syllables; the voiced marks of kana.
  return text.find('\xCC') != text.npos || text.find('\xCD') != text.npos || text.find("\xE1\x85") != text.npos ||
         text.find("\xE1\x86") != text.npos || text.find("\xE3\x82\x99") != text.npos ||
         text.find("\xE3\x82\x9A") != text.npos;
}

std::string Composed(std::string_view text) {
  utf8proc_uint8_t* composed = nullptr;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
  const utf8proc_ssize_t size = utf8proc_map(bytes, static_cast<utf8proc_ssize_t>(text.size()), &composed, options);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> freed(composed, &std::free);
  if (size < 0) return std::string(text);
  return {reinterpret_cast<const char*>(composed), static_cast<size_t>(size)};
}

}  // namespace muster::model
