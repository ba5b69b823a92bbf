// What uses.h uses without including it.
namespace muster::grammar {

struct Word {
  int length = 0;
};

}  // namespace muster::grammar
