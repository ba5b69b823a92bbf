#include "engine/model/text/composed.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace muster::model {
namespace {

// A mark, and pairs of a letter and the letter that it is with the mark.
struct Mark {
  char32_t mark;
  std::u32string_view pairs;
};

// Of Latin, Greek and Cyrillic letters and of kana, as Unicode composes them.
constexpr Mark kMarks[] = {
    // clang-format off
    {0x0300,  // grave accent
     U"AÀEÈIÌOÒUÙaàeèiìoòuùÜǛüǜNǸnǹЕЀИЍеѐиѝĒḔēḕŌṐōṑWẀwẁÂẦâầĂẰăằÊỀêềÔỒôồƠỜơờƯỪưừYỲyỳ"},
    {0x0301,  // acute accent
     U"AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzźÜǗüǘGǴgǵÅǺåǻÆǼæǽØǾøǿ¨΅ΑΆΕΈΗΉΙΊΟΌ"
     U"ΥΎΩΏϊΐαάεέηήιίϋΰοόυύωώϒϓГЃКЌгѓкќÇḈçḉĒḖēḗÏḮïḯKḰkḱMḾmḿÕṌõṍŌṒōṓPṔpṕŨṸũṹWẂwẃÂẤâấĂẮăắ"
     U"ÊẾêếÔỐôốƠỚơớƯỨưứ"},
    {0x0302,  // circumflex accent
     U"AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷZẐzẑẠẬạậẸỆẹệỌỘọộ"},
    {0x0303,  // tilde
     U"AÃNÑOÕaãnñoõIĨiĩUŨuũVṼvṽÂẪâẫĂẴăẵEẼeẽÊỄêễÔỖôỗƠỠơỡƯỮưữYỸyỹ"},
    {0x0304,  // macron
     U"AĀaāEĒeēIĪiīOŌoōUŪuūÜǕüǖÄǞäǟȦǠȧǡÆǢæǣǪǬǫǭÖȪöȫÕȬõȭȮȰȯȱYȲyȳИӢиӣУӮуӯGḠgḡḶḸḷḹṚṜṛṝ"},
    {0x0306,  // breve
     U"AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭУЎИЙийуўЖӁжӂАӐаӑЕӖеӗȨḜȩḝẠẶạặ"},
    {0x0307,  // dot above
     U"CĊcċEĖeėGĠgġIİZŻzżAȦaȧOȮoȯBḂbḃDḊdḋFḞfḟHḢhḣMṀmṁNṄnṅPṖpṗRṘrṙSṠsṡŚṤśṥŠṦšṧṢṨṣṩTṪtṫWẆ"
     U"wẇXẊxẋYẎyẏſẛ"},
    {0x0308,  // diaeresis
     U"AÄEËIÏOÖUÜaäeëiïoöuüyÿYŸΙΪΥΫιϊυϋϒϔЕЁІЇеёіїАӒаӓӘӚәӛЖӜжӝЗӞзӟИӤиӥОӦоӧӨӪөӫЭӬэӭУӰуӱЧӴ"
     U"чӵЫӸыӹHḦhḧÕṎõṏŪṺūṻWẄwẅXẌxẍtẗ"},
    {0x0309,  // hook above
     U"AẢaảÂẨâẩĂẲăẳEẺeẻÊỂêểIỈiỉOỎoỏÔỔôổƠỞơởUỦuủƯỬưửYỶyỷ"},
    {0x030A,  // ring above
     U"AÅaåUŮuůwẘyẙ"},
    {0x030B,  // double acute accent
     U"OŐoőUŰuűУӲуӳ"},
    {0x030C,  // caron
     U"CČcčDĎdďEĚeěLĽlľNŇnňRŘrřSŠsšTŤtťZŽzžAǍaǎIǏiǐOǑoǒUǓuǔÜǙüǚGǦgǧKǨkǩƷǮʒǯjǰHȞhȟ"},
    {0x030F,  // double grave accent
     U"AȀaȁEȄeȅIȈiȉOȌoȍRȐrȑUȔuȕѴѶѵѷ"},
    {0x0311,  // inverted breve
     U"AȂaȃEȆeȇIȊiȋOȎoȏRȒrȓUȖuȗ"},
    {0x031B,  // horn
     U"OƠoơUƯuư"},
    {0x0323,  // dot below
     U"BḄbḅDḌdḍHḤhḥKḲkḳLḶlḷMṂmṃNṆnṇRṚrṛSṢsṣTṬtṭVṾvṿWẈwẉZẒzẓAẠaạEẸeẹIỊiịOỌoọƠỢơợUỤuụƯỰưự"
     U"YỴyỵ"},
    {0x0324,  // diaeresis below
     U"UṲuṳ"},
    {0x0325,  // ring below
     U"AḀaḁ"},
    {0x0326,  // comma below
     U"SȘsșTȚtț"},
    {0x0327,  // cedilla
     U"CÇcçGĢgģKĶkķLĻlļNŅnņRŖrŗSŞsşTŢtţEȨeȩDḐdḑHḨhḩ"},
    {0x0328,  // ogonek
     U"AĄaąEĘeęIĮiįUŲuųOǪoǫ"},
    {0x032D,  // circumflex accent below
     U"DḒdḓEḘeḙLḼlḽNṊnṋTṰtṱUṶuṷ"},
    {0x032E,  // breve below
     U"HḪhḫ"},
    {0x0330,  // tilde below
     U"EḚeḛIḬiḭUṴuṵ"},
    {0x0331,  // macron below
     U"BḆbḇDḎdḏKḴkḵLḺlḻNṈnṉRṞrṟTṮtṯZẔzẕhẖ"},
    {0x3099,  // katakana-hiragana voiced sound mark
     U"かがきぎくぐけげこごさざしじすずせぜそぞただちぢつづてでとどはばひびふぶへべほぼうゔゝゞカガキギクグケゲコゴサザシジスズセゼソゾタダチヂツヅテデトドハバヒビフブ"
     U"ヘベホボウヴワヷヰヸヱヹヲヺヽヾ"},
    {0x309A,  // katakana-hiragana semi-voiced sound mark
     U"はぱひぴふぷへぺほぽハパヒピフプヘペホポ"},
    // clang-format on
};

// Korean syllables are a number each.
constexpr char32_t kFirstLead = 0x1100, kFirstVowel = 0x1161, kBeforeTail = 0x11A7, kFirstSyllable = 0xAC00;
constexpr char32_t kLeads = 19, kVowels = 21, kTails = 28;

// The letter that the two are together; 0: none.
char32_t Together(char32_t letter, char32_t mark) {
  if (letter - kFirstLead < kLeads && mark - kFirstVowel < kVowels) {
    return kFirstSyllable + ((letter - kFirstLead) * kVowels + (mark - kFirstVowel)) * kTails;
  }
  if (letter - kFirstSyllable < kLeads * kVowels * kTails && (letter - kFirstSyllable) % kTails == 0 &&
      mark > kBeforeTail && mark - kBeforeTail < kTails) {
    return letter + (mark - kBeforeTail);
  }
  const auto* known =
      std::find_if(std::begin(kMarks), std::end(kMarks), [&](const Mark& one) { return one.mark == mark; });
  if (known == std::end(kMarks)) return 0;
  for (size_t i = 0; i + 1 < known->pairs.size(); i += 2) {
    if (known->pairs[i] == letter) return known->pairs[i + 1];
  }
  return 0;
}

// The character that `text` begins with, and its bytes; of what is no UTF-8, one byte, which is no character.
struct Character {
  char32_t code = 0;
  size_t bytes = 1;
};

Character FirstOf(std::string_view text) {
  const auto byte = [&](size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const unsigned first = byte(0);
  if (first < 0x80) return {first, 1};
  const size_t bytes = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1;
  if (bytes == 1 || bytes > text.size()) return {};
  char32_t code = first & (0x7Fu >> bytes);
  for (size_t i = 1; i < bytes; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {};
    code = code << 6 | (byte(i) & 0x3F);
  }
  return {code, bytes};
}

// Of two or three bytes: nothing composed has more.
void Append(char32_t code, std::string& out) {
  if (code < 0x800) {
    out.push_back(static_cast<char>(0xC0 | code >> 6));
  } else {
    out.push_back(static_cast<char>(0xE0 | code >> 12));
    out.push_back(static_cast<char>(0x80 | (code >> 6 & 0x3F)));
  }
  out.push_back(static_cast<char>(0x80 | (code & 0x3F)));
}

}  // namespace

bool MayBeDecomposed(std::string_view text) {
  // U+0300 to U+036F; the second and third parts of Korean syllables; the voiced marks of kana.
  return text.find('\xCC') != text.npos || text.find('\xCD') != text.npos || text.find("\xE1\x85") != text.npos ||
         text.find("\xE3\x82\x99") != text.npos || text.find("\xE3\x82\x9A") != text.npos;
}

std::string Composed(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  char32_t letter = 0;  // that `out` ends with
  size_t begin = 0;     // where it does
  while (!text.empty()) {
    const Character next = FirstOf(text);
    const char32_t together = letter == 0 ? 0 : Together(letter, next.code);
    if (together != 0) {
      out.resize(begin);
      letter = together;
      Append(letter, out);
    } else {
      begin = out.size();
      letter = next.code;
      out.append(text.substr(0, next.bytes));
    }
    text.remove_prefix(next.bytes);
  }
  return out;
}

}  // namespace muster::model
