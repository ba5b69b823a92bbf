#include "engine/model/codes/country.h"

#include <algorithm>
#include <iterator>

namespace muster::model {
namespace {

// The 249 officially assigned codes, in alphabetical order (https://www.iso.org/iso-3166-country-codes.html).
constexpr std::string_view kCodes =
    "ad ae af ag ai al am ao aq ar as at au aw ax az "
    "ba bb bd be bf bg bh bi bj bl bm bn bo bq br bs bt bv bw by bz "
    "ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz "
    "de dj dk dm do dz "
    "ec ee eg eh er es et "
    "fi fj fk fm fo fr "
    "ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy "
    "hk hm hn hr ht hu "
    "id ie il im in io iq ir is it "
    "je jm jo jp "
    "ke kg kh ki km kn kp kr kw ky kz "
    "la lb lc li lk lr ls lt lu lv ly "
    "ma mc md me mf mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz "
    "na nc ne nf ng ni nl no np nr nu nz "
    "om "
    "pa pe pf pg ph pk pl pm pn pr ps pt pw py "
    "qa "
    "re ro rs ru rw "
    "sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st sv sx sy sz "
    "tc td tf tg th tj tk tl tm tn to tr tt tv tw tz "
    "ua ug um us uy uz "
    "va vc ve vg vi vn vu "
    "wf ws "
    "ye yt "
    "za zm zw";
static_assert(kCodes.size() == 249 * 3 - 1);

struct Other {
  std::string_view written;
  std::string_view code;
};
// "uk" and "el" are what the European Union writes; "en" is the language.
constexpr Other kOthers[] = {{"uk", "gb"}, {"en", "gb"}, {"el", "gr"}};

}  // namespace

bool IsCountryCode(std::string_view word) {
  if (word.size() != 2 || word.find(' ') != std::string_view::npos) return false;
  return kCodes.find(word) != std::string_view::npos;  // no code goes over a blank
}

std::string_view CountryMeantBy(std::string_view word) {
  const auto* found =
      std::find_if(std::begin(kOthers), std::end(kOthers), [&](const Other& other) { return other.written == word; });
  return found == std::end(kOthers) ? std::string_view() : found->code;
}

}  // namespace muster::model
