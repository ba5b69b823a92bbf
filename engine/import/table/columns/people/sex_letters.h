// Letters for sexes that mean one sex in one language and the other in another, judged by which letters occur together.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_PEOPLE_SEX_LETTERS_H_
#define MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_PEOPLE_SEX_LETTERS_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace muster::import {

/// Collects the cells of a column of sexes.
///
/// M is male nearly everywhere, but stands for a woman beside H or V (mujer beside hombre or varón, moteris beside
/// vyras); F is female nearly everywhere, but a man beside N (férfi beside nő). Where the letter that decides against
/// it is there as well (F beside H and M; M beside F and N), it is what it is elsewhere. Any other letter, of which
/// nobody knows what it means, makes the one beside it doubtful in the same way: M beside R (rajul, mar'a), F beside B
/// (fear, bean), U beside D (uomo, donna). K and Z, women in Polish, Czech and Turkish, do not; X and O are neither.
/// Nor do D, I and A (divers, intersex or indeterminate, ambiguous), each of which may stand for a third sex in a
/// column of one other: they are not read themselves, and beside them only U is in doubt.
class SexLetters {
 public:
  void Add(std::string_view cell);
  bool MaleIsDoubtful() const { return m_ && (hombre_ || (others_ & ~kThirds) != 0) && !female_; }
  bool FemaleIsDoubtful() const { return f_ && (no_ || (others_ & ~kThirds) != 0) && !male_; }
  /// U, which is unknown elsewhere.
  bool UnknownIsDoubtful() const { return u_ && others_ != 0 && !female_ && !male_; }
  /// The other letters, "BR".
  std::string Others() const { return Letters(others_); }
  /// Those of them that make M or F doubtful.
  std::string OthersButThirds() const { return Letters(others_ & ~kThirds); }
  /// To be called of one that is known after all.
  void Forget(char letter);

 private:
  // A, D and I.
  static constexpr uint32_t kThirds = 1u << ('a' - 'a') | 1u << ('d' - 'a') | 1u << ('i' - 'a');

  static std::string Letters(uint32_t mask);

  bool hombre_ = false;  // H or V
  bool no_ = false;      // N
  bool m_ = false;
  bool f_ = false;
  bool u_ = false;
  uint32_t others_ = 0;  // a bit for each letter
  bool female_ = false;  // F or W
  bool male_ = false;    // M, or a word for a man
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_PEOPLE_SEX_LETTERS_H_
