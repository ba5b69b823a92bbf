#include "engine/api/pipeline/prepared_text.h"

namespace muster::api {
namespace {

// Estimated bytes of a node of a plan, with what its criterion takes elsewhere.
size_t BytesOfNodes(const plan::Node& node) {
  // A part of the syntax tree, or the condition that it was derived from, where that is kept, is about as large.
  size_t bytes = 2 * sizeof(plan::Node) + 2 * node.label.size();
  for (const ontology::SymbolSet* set : {&node.symbols, &node.named.codes, &node.named.assays}) {
    if (*set != nullptr) bytes += (*set)->size() * sizeof(model::Symbol);
  }
  for (const plan::NodePtr& input : node.inputs) bytes += BytesOfNodes(*input);
  return bytes;
}

size_t BytesOfPlans(const Plans& plans) {
  size_t bytes = sizeof(Plans);
  if (plans.where.root != nullptr) bytes += BytesOfNodes(*plans.where.root);
  if (plans.open.root != nullptr) bytes += BytesOfNodes(*plans.open.root);
  if (plans.persons.root != nullptr) bytes += BytesOfNodes(*plans.persons.root);
  return bytes;
}

}  // namespace

size_t SizeInBytes(const PreparedText& text) {
  size_t bytes = sizeof(PreparedText);
  for (const PreparedStatement& statement : text.prepared) {
    // The syntax tree takes about ten times the bytes of the text.
    bytes += sizeof(PreparedStatement) + sizeof(grammar::Statement) + 12 * statement.query.text.size();
    bytes += BytesOfPlans(statement.plans);
    for (const Plans& variant : statement.variants) bytes += BytesOfPlans(variant);
  }
  return bytes;
}

}  // namespace muster::api
