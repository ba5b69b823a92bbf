#include "grammar/habits/habits_of_ages.h"

#include <initializer_list>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "grammar/habits/phrases/habit_tokens.h"

namespace muster::grammar {
namespace {

bool IsUnitOfAge(const HabitTokens& tokens, int i) {
  return tokens.IsOneOf(i,
                        {"year", "years", "month", "months", "week", "weeks", "day", "days", "y", "yr", "yrs", "yo"});
}

// Reads an age from the beginning of a criterion on.
class AgeReader {
 public:
  // `of_people`: what is compared is the age of those who stand before it.
  AgeReader(const HabitTokens& tokens, bool of_people) : tokens_(tokens), names_age_(of_people) {}

  // What to write for it; nullopt where there is no age, or one that the language reads.
  std::optional<std::string> Read() {
    ReadPeople();
    ReadLead();
    ReadSign();
    if (!ReadNumbers()) return std::nullopt;
    ReadBehind();
    // A number of years alone may be anything.
    if (!names_age_ && !old_ && !orders_) return std::nullopt;
    return Written();
  }
  int end() const { return at_; }

 private:
  bool Skip(std::initializer_list<std::string_view> words) {
    if (!tokens_.IsOneOf(at_, words)) return false;
    ++at_;
    return true;
  }

  void ReadPeople() {
    while (true) {
      if (Skip({"women", "females", "girls", "female"})) {
        person_ = "sex is female and ";
      } else if (Skip({"men", "males", "boys", "male"})) {
        person_ = "sex is male and ";
      } else if (!Skip({"adults", "children", "patients", "people", "subjects", "participants", "individuals", "who",
                        "are", "is", "be", "must", "should", "all"})) {
        return;
      }
    }
  }

  void ReadLead() {
    const bool least = Skip({"minimum", "min"});
    const bool most = !least && Skip({"maximum", "max"});
    if (tokens_.Is(at_, "age") && tokens_.Is(at_ + 1, "at") && !tokens_.IsOneOf(at_ + 2, {"least", "most"})) return;
    if (!Skip({"aged", "age", "ages"})) return;
    names_age_ = true;
    sign_ = least ? ">=" : most ? "<=" : "";
    while (Skip({"range", "of", "is", "are", "=", "from", "between", "in", "[", "("})) {
    }
  }

  void ReadSign() {
    if (tokens_.Is(at_, "at") && tokens_.IsOneOf(at_ + 1, {"least", "most"})) {
      sign_ = tokens_.Is(at_ + 1, "least") ? ">=" : "<=";
      at_ += 2;
      return;
    }
    if (tokens_.Is(at_ + 1, "than")) {
      if (tokens_.IsOneOf(at_, {"older", "more", "greater", "higher"})) sign_ = ">";
      if (tokens_.IsOneOf(at_, {"younger", "less", "lower"})) sign_ = "<";
      if (sign_.empty()) return;
      orders_ = tokens_.IsOneOf(at_, {"older", "younger"});
      at_ += 2;
      return;
    }
    if (tokens_.IsOneOf(at_, {"over", "above", "under", "below"})) {
      sign_ = tokens_.IsOneOf(at_, {"over", "above"}) ? ">" : "<";
      orders_ = true;
      ++at_;
      return;
    }
    if (tokens_.IsOneOf(at_, {">", ">=", "<", "<="})) sign_ = std::string(tokens_[at_++]);
    if (tokens_.IsOneOf(at_, {"\u2265", "\u2264"})) sign_ = tokens_.Is(at_++, "\u2265") ? ">=" : "<=";
  }

  bool ReadNumbers() {
    if (!tokens_.IsNumber(at_) || tokens_[at_].starts_with('-')) return false;
    low_ = tokens_[at_++];
    if (IsUnitOfAge(tokens_, at_)) unit_ = absl::AsciiStrToLower(std::string(tokens_[at_++]));
    if (tokens_.IsOneOf(at_, {"to", "-", "and", "\u2013"}) && tokens_.IsNumber(at_ + 1)) {
      if (tokens_.Is(at_, "and") && !sign_.empty()) return true;
      high_ = tokens_[at_ + 1];
      at_ += 2;
    } else if (tokens_[at_] == "." && tokens_.IsNumber(at_ + 2)) {  // 18..65
      high_ = tokens_[at_ + 2];
      at_ += 3;
    } else if (tokens_.IsNumber(at_) && tokens_[at_].starts_with('-')) {
      high_ = tokens_[at_++].substr(1);
    }
    if (unit_.empty() && IsUnitOfAge(tokens_, at_)) unit_ = absl::AsciiStrToLower(std::string(tokens_[at_++]));
    return true;
  }

  void ReadBehind() {
    old_ = Skip({"old"});
    if (tokens_.Is(at_, "of") && tokens_.Is(at_ + 1, "age")) {
      old_ = true;
      at_ += 2;
    }
    const int joint = tokens_.IsOneOf(at_, {"and", "or"}) ? 1 : 0;
    if (tokens_.IsOneOf(at_ + joint, {"older", "over", "above", "up", "younger", "under", "below"})) {
      if (tokens_.IsNumber(at_ + joint + 1)) return;  // that is another criterion
      sign_ = tokens_.IsOneOf(at_ + joint, {"younger", "under", "below"}) ? "<=" : ">=";
      orders_ = true;
      at_ += joint + 1;
    }
  }

  std::string Written() const {
    const bool years = unit_.empty() || unit_.starts_with('y');
    const std::string unit = years ? "years" : unit_;
    std::string age = absl::StrCat("write ", person_, "age at last contact ");
    if (!high_.empty()) {
      absl::StrAppend(&age, years ? absl::StrCat("aged ", low_, " to ", high_)
                                  : absl::StrCat("between ", low_, " and ", high_, " ", unit));
    } else if (sign_.empty()) {
      absl::StrAppend(&age, years ? absl::StrCat("aged ", low_) : absl::StrCat("= ", low_, " ", unit));
    } else {
      absl::StrAppend(&age, sign_, " ", low_, " ", unit);
    }
    return absl::StrCat(age, ", or another age: age at enrolment, age at study date");
  }

  const HabitTokens& tokens_;
  int at_ = 0;
  bool names_age_, old_ = false, orders_ = false;
  std::string person_, sign_, low_, high_, unit_;
};

}  // namespace

std::optional<std::string> HabitOfAges(const std::vector<std::string>& tokens, size_t at) {
  constexpr size_t kLookedBack = 10;
  for (size_t begin = at; begin > 0 && at - begin < kLookedBack; --begin) {
    const HabitTokens from(tokens, begin);
    // Also right behind what is counted: count individuals aged 18 to 65, women older than 50, individuals > 18.
    const bool people = from.IsOneOf(-1, {"individuals", "patients", "people", "persons", "subjects", "participants",
                                          "women", "men", "females", "males"});
    const bool aged =
        from.Is(0, "aged") || (people && from.IsOneOf(0, {"age", "older", "younger", "over", "under", "above", "below",
                                                          ">", ">=", "<", "<=", "\u2265", "\u2264"}));
    const bool behind_counted = aged && from.IsWord(-1) && from.IsOneOf(-2, {"count", "list", "funnel"});
    if (from.Is(-1, ";")) break;
    if (!behind_counted && !from.IsOneOf(-1, {"where", "and", "or", "not", "but", "except", "(", ","})) continue;
    AgeReader reader(from, behind_counted);
    const auto words = reader.Read();
    if (words && static_cast<int>(at - begin) <= reader.end()) {
      if (!behind_counted) return words;
      const std::string_view where = from.IsOneOf(-1, {"women", "females"})
                                         ? "write individuals where sex is female and "
                                     : from.IsOneOf(-1, {"men", "males"}) ? "write individuals where sex is male and "
                                                                          : "write where ";
      return absl::StrCat(std::string(where), words->substr(sizeof("write ") - 1));
    }
  }
  return std::nullopt;
}

}  // namespace muster::grammar
