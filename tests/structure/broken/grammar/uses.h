// Compiles only behind others: word.h, and <optional>.
namespace muster::grammar {

inline int LengthOf(const Word& word, std::optional<int> otherwise) {
  return otherwise ? *otherwise : word.length;
}

}  // namespace muster::grammar
