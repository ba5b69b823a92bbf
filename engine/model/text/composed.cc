#include "engine/model/text/composed.h"

#include <algorithm>
#include <iterator>

namespace muster::model {
namespace {

// An accent, letters that may have it, and these with it, each two bytes of UTF-8.
struct Accent {
  std::string_view mark;
  std::string_view letters;
  std::string_view composed;
};

constexpr Accent kAccents[] = {
    {"\xCC\x80", "AEINOUaeinou", "ÀÈÌǸÒÙàèìǹòù"},
    {"\xCC\x81", "ACEGILNORSUYZacegilnorsuyz", "ÁĆÉǴÍĹŃÓŔŚÚÝŹáćéǵíĺńóŕśúýź"},
    {"\xCC\x82", "ACEGHIJOSUWYaceghijosuwy", "ÂĈÊĜĤÎĴÔŜÛŴŶâĉêĝĥîĵôŝûŵŷ"},
    {"\xCC\x83", "AINOUainou", "ÃĨÑÕŨãĩñõũ"},
    {"\xCC\x84", "AEIOUYaeiouy", "ĀĒĪŌŪȲāēīōūȳ"},
    {"\xCC\x86", "AEGIOUaegiou", "ĂĔĞĬŎŬăĕğĭŏŭ"},
    {"\xCC\x87", "ACEGIOZacegoz", "ȦĊĖĠİȮŻȧċėġȯż"},
    {"\xCC\x88", "AEIOUYaeiouy", "ÄËÏÖÜŸäëïöüÿ"},
    {"\xCC\x8A", "AUau", "ÅŮåů"},
    {"\xCC\x8B", "OUou", "ŐŰőű"},
    {"\xCC\x8C", "ACDEGHIKLNORSTUZacdeghijklnorstuz", "ǍČĎĚǦȞǏǨĽŇǑŘŠŤǓŽǎčďěǧȟǐǰǩľňǒřšťǔž"},
    {"\xCC\xA7", "CEGKLNRSTcegklnrst", "ÇȨĢĶĻŅŖŞŢçȩģķļņŗşţ"},
    {"\xCC\xA8", "AEIOUaeiou", "ĄĘĮǪŲąęįǫų"},
};

static_assert(std::all_of(std::begin(kAccents), std::end(kAccents),
                          [](const Accent& one) { return one.composed.size() == 2 * one.letters.size(); }));

}  // namespace

std::string Composed(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    const auto* accent = std::find_if(std::begin(kAccents), std::end(kAccents),
                                      [&](const Accent& one) { return text.substr(i).starts_with(one.mark); });
    const size_t letter =
        accent == std::end(kAccents) || out.empty() ? std::string_view::npos : accent->letters.find(out.back());
    if (letter == std::string_view::npos) {
      out.push_back(text[i]);
    } else {
      out.pop_back();
      out.append(accent->composed.substr(2 * letter, 2));
      ++i;
    }
  }
  return out;
}

bool IsComposedOtherwise(std::string_view text, std::string& composed) {
  // What such an accent begins with. (Greek letters begin with CD as well.)
  if (text.find('\xCC') == text.npos && text.find('\xCD') == text.npos) return false;
  composed = Composed(text);
  return composed != text;
}

}  // namespace muster::model
