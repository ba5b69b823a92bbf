// Datasets as the Beacon describes them: what their data may be used for, whom to ask.

const text = (value) => (typeof value === "string" ? value.trim() : "");
const web = (value) => (/^(https?:\/\/|mailto:)/i.test(text(value)) ? text(value) : "");

function useText(use) {
  const name = text(use.label) || text(use.id);
  const modifiers = (use.modifiers ?? []).map((each) => text(each.label) || text(each.id)).filter(Boolean);
  return modifiers.length > 0 ? `${name} (${modifiers.join(", ")})` : name;
}

function readDataset(each) {
  const info = each.info ?? {};
  return {
    id: text(each.id), name: text(each.name) || text(each.id), description: text(each.description),
    url: web(each.externalUrl), custodian: text(info.custodian), access: text(info.access),
    accessUrl: web(info.access),
    uses: (each.dataUseConditions?.duoDataUse ?? []).map(useText).filter(Boolean), beacon: text(each.beaconId),
  };
}

/** The datasets of a /datasets answer. */
export function readDatasets(body) {
  const response = body.response ?? {};
  const found = response.collections ?? (response.resultSets ?? []).flatMap((set) => set.results ?? []);
  return found.map(readDataset).filter((each) => each.id !== "");
}

/** Who runs the service: {name, url, contact}. */
export function readHost(body) {
  const organization = body.response?.organization ?? {};
  return { name: text(organization.name) || text(body.response?.name), url: web(organization.welcomeUrl),
    contact: web(organization.contactUrl) };
}
