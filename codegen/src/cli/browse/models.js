// The data that `data.rs` writes, and what is computed from it.

const started = performance.now();
const data = JSON.parse(document.getElementById("data").textContent);
const { texts, types, facts: factLists } = data;

// As in `data.rs`.
const FLAGS = {
  required: 1, nullable: 2, readOnly: 4, deprecated: 8, boxed: 16, assumed: 32, corrected: 64, contradicted: 128,
  differs: 256,
};
const KINDS = {
  object: "object", union: "union", values: "allowed values", alias: "other name for a type",
  undocumented: "no document",
};

const id = (model) => (model.module ? model.module + "::" + model.name : model.name);
const models = data.models;
models.forEach((model, idx) => { model.idx = idx; model.id = id(model); });
const byId = new Map(models.map((model) => [model.id, model]));
// Names are texts of documents, and in order of their letters, whatever their case.
const compare = new Intl.Collator("en", { numeric: true }).compare;
const byName = [...models].sort((a, b) => compare(a.id, b.id));

/** The parts of a field by name. */
function field(parts) {
  const [key, type, flags, rust, rustType, line, about, values, facts, details, path] = parts;
  return {
    key: texts[key], type, flags: flags || 0, rust: texts[rust || 0], rustType: texts[rustType || 0], line,
    about: texts[about || 0], values: values || 0, facts: facts || 0, details: details || 0, path: texts[path || 0],
  };
}

/** The number of the model within a type, if there is one. */
const target = (type) => (types[type].length === 3 ? types[type][1] : null);
const typeText = (type) => {
  const [before, to, after] = types[type];
  return to === undefined ? before : before + models[to].name + after;
};

/** What a model refers to: the part that does, the type, and whether it is in a box. */
function references(model) {
  const found = [];
  const add = (label, type, boxed) => {
    const to = target(type);
    if (to !== null) found.push({ from: model.idx, to, label, type, boxed });
  };
  for (const parts of model.fields || []) add(texts[parts[0]], parts[1], Boolean(parts[2] & FLAGS.boxed));
  for (const [type] of model.union ? model.union.members : []) add(model.union.of, type, false);
  if (model.alias) add("is", model.alias, false);
  if (model.otherKeys) add("other keys", model.otherKeys, false);
  return found;
}

const uses = models.map(references);
const usedBy = models.map(() => []);
for (const found of uses) for (const reference of found) usedBy[reference.to].push(reference);

const allFlags = models.map((model) => {
  let flags = model.flags || 0;
  for (const parts of model.fields || []) flags |= parts[2];
  return flags;
});
const isCyclic = (from, to) => models[from].cycle !== undefined && models[from].cycle === models[to].cycle;

const hasFlag = (flag) => (model) => Boolean(allFlags[model.idx] & flag);
const FILTERS = [
  ["All models", () => true],
  ["Objects", (model) => model.kind === "object"],
  ["Unions", (model) => model.kind === "union"],
  ["Allowed values", (model) => model.kind === "values"],
  ["Other names for types", (model) => model.kind === "alias"],
  ["Without a document", (model) => model.kind === "undocumented"],
  ["In a cycle", (model) => model.cycle !== undefined],
  ["Boxed", hasFlag(FLAGS.boxed)],
  ["Deprecated", hasFlag(FLAGS.deprecated)],
  ["With assumptions", hasFlag(FLAGS.assumed)],
  ["Corrected", hasFlag(FLAGS.corrected)],
  ["With contradictions", hasFlag(FLAGS.contradicted)],
  ["Other than samples", hasFlag(FLAGS.differs)],
];

// What is searched, in lower case; made on the first search.
let index = null;
function searchable() {
  if (index) return index;
  const lower = texts.map(() => null);
  const key = (number) => (lower[number] ??= String(texts[number]).toLowerCase());
  index = byName.map((model) => ({
    model, id: model.id.toLowerCase(), rust: (model.rust || "").toLowerCase().replace(/^.*[ :]/, ""),
    keys: (model.fields || []).map((parts) => [key(parts[0]), key(parts[3] || 0)]),
  }));
  return index;
}

/** How well a name fits: less is better, and `null` is not at all. */
function rank(name, lower, query) {
  if (lower === query) return 0;
  const at = lower.indexOf(query);
  if (at < 0) return null;
  if (at === 0) return 1;
  const isStart = name[at] !== lower[at] || !/[a-z0-9]/.test(lower[at - 1]);
  return isStart ? 2 : 3;
}

/** Models and fields for a query: `order`, or `order.lines` for the fields of some models. */
function search(query, accepts) {
  query = query.trim().toLowerCase();
  if (!query) return byName.filter(accepts).map((model) => ({ model, key: null }));
  const dot = query.lastIndexOf(".");
  const [owner, part] = dot > 0 ? [query.slice(0, dot), query.slice(dot + 1)] : [null, query];
  const found = [];
  for (const { model, id, rust, keys } of searchable()) {
    if (!accepts(model)) continue;
    const own = rank(model.id, id, query) ?? (rust.includes(query) ? 4 : null);
    if (own !== null) found.push({ model, key: null, rank: own });
    if (owner !== null && !id.includes(owner)) continue;
    keys.forEach(([key, rust], position) => {
      const name = texts[model.fields[position][0]];
      const fits = part === "" ? 0 : rank(name, key, part) ?? (rust.includes(part) ? 4 : null);
      if (fits !== null) found.push({ model, key: name, rank: fits + 4 + (owner !== null && id !== owner ? 1 : 0) });
    });
  }
  const length = (result) => (result.key === null ? result.model.id : result.key).length;
  return found.sort((a, b) => a.rank - b.rank || length(a) - length(b));
}
