// What is on the page. All texts of documents are text nodes, so that none of them is HTML.

const $ = (name) => document.getElementById(name);
const main = $("content"), query = $("query"), filter = $("filter"), list = $("results"), rows = $("rows");
const ROW = 46;

function el(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) element.setAttribute(key, value);
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}
const count = (number, noun) => number.toLocaleString("en") + " " + noun + (number === 1 ? "" : "s");
function address(id, key) {
  return "#" + encodeURIComponent(id) + (key === undefined || key === null ? "" : "/" + encodeURIComponent(key));
}
const link = (model, key) => el("a", { href: address(model.id, key) }, key ? model.id + "." + key : model.id);

/** A type with its model as a link. */
function typeLink(type) {
  const [before, to, after] = types[type];
  return el("code", {}, before, to === undefined ? "" : el("a", { href: address(models[to].id) }, models[to].name), after || "");
}

/** The place of a fact, as a link if it is known where documents are. */
function place(path, line) {
  const text = line ? path + ":" + line : path;
  if (!data.source) return el("code", {}, text);
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  return el("a", { href: data.source.replaceAll("{path}", encoded).replaceAll("{line}", line || 1) }, el("code", {}, text));
}

const LOUD = /^(Corrected|Contradiction|Samples)/;
function factList(number) {
  const list = el("dl", { class: "facts" });
  for (const [label, text, path, line] of factLists[number]) {
    list.append(el("dt", LOUD.test(texts[label]) ? { class: "warn" } : {}, texts[label]),
      el("dd", {}, texts[text], text && path ? " — " : "", path ? place(texts[path], line) : ""));
  }
  return list;
}

function valueList(number) {
  const [type, ...values] = data.values[number];
  const item = ([value, variant, also]) => {
    const hints = [type && variant ? `Rust: ${type}::${variant}` : "", also ? `also ${also}` : ""].filter(Boolean).join("; ");
    return el("li", hints ? { title: hints } : {}, el("code", {}, value), also ? el("span", { class: "muted" }, " " + also) : "");
  };
  const shown = el("ul", { class: "values" }, values.slice(0, 12).map(item));
  if (values.length <= 12) return [shown];
  const rest = el("details", {}, el("summary", {}, `${values.length - 12} more values`), el("ul", { class: "values" }, values.slice(12).map(item)));
  return [shown, rest];
}

const chip = (text, kind) => el("span", { class: "chip " + (kind || "") }, text);
function chips(flags) {
  const has = (flag) => Boolean(flags & flag);
  return [
    has(FLAGS.required) ? chip("required", "required") : chip("optional"),
    has(FLAGS.nullable) ? chip("nullable") : null,
    has(FLAGS.readOnly) ? chip("read-only") : null, has(FLAGS.boxed) ? chip("boxed") : null,
    has(FLAGS.deprecated) ? chip("deprecated", "warn") : null, has(FLAGS.corrected) ? chip("corrected", "warn") : null,
    has(FLAGS.contradicted) ? chip("contradiction", "bad") : null, has(FLAGS.differs) ? chip("samples differ", "bad") : null,
  ];
}

function fieldRow(model, parts) {
  const it = field(parts);
  const path = it.path || texts[model.places[0][0]];
  const details = el("details", {}, el("summary", {}, it.details ? `${path}:${it.line} · ${factLists[it.details].length} more` : `${path}:${it.line}`));
  details.append(el("dl", { class: "facts" }, el("dt", {}, "Document"), el("dd", {}, place(path, it.line))));
  if (it.details) details.append(factList(it.details));
  return el("tr", { id: "field " + it.key, tabindex: "-1" },
    el("td", {}, el("a", { class: "key mono", href: address(model.id, it.key) }, it.key), el("div", {}, chips(it.flags))),
    el("td", {}, typeLink(it.type), it.rust ? el("div", { class: "muted" }, el("code", {}, `${it.rust}: ${it.rustType}`)) : ""),
    el("td", {}, it.about ? el("p", {}, it.about) : "", it.values ? valueList(it.values) : [], it.facts ? factList(it.facts) : "", details));
}

/** A section with many links, most of which are behind a summary. */
function linkSection(title, items, empty) {
  const shown = items.slice(0, 40), rest = items.slice(40);
  return el("section", {}, el("h2", {}, title), items.length ? el("ul", { class: "links" }, shown) : el("p", { class: "muted" }, empty),
    rest.length ? el("details", {}, el("summary", {}, count(rest.length, "more model")), el("ul", { class: "links" }, rest)) : "");
}

function grouped(found, end) {
  const groups = new Map();
  for (const reference of found) groups.set(reference[end], [...(groups.get(reference[end]) || []), reference]);
  return [...groups].sort(([a], [b]) => compare(models[a].id, models[b].id));
}

function relations(model) {
  const labels = (found) => {
    const names = [...new Set(found.map((reference) => reference.label))];
    return el("span", { class: "muted" }, " " + names.slice(0, 3).join(", ") + (names.length > 3 ? ` and ${names.length - 3} more` : ""));
  };
  const item = ([idx, found]) => el("li", {}, link(models[idx]), labels(found));
  const to = grouped(uses[model.idx], "to"), from = grouped(usedBy[model.idx], "from");
  return [
    linkSection(`Uses ${count(to.length, "model")}`, to.map(item), "It refers to no other model."),
    linkSection(`Used by ${count(from.length, "model")}`, from.map(item), "No other model refers to it."),
  ];
}

function choice(name, values, chosen, change) {
  const select = el("select", { "aria-label": name }, values.map(([value, text]) => el("option", { value }, text)));
  select.value = String(chosen);
  select.addEventListener("change", () => change(select.value));
  return el("label", {}, name + " ", select);
}

let direction = "uses";
function graphSection(model) {
  const section = el("section", {}, el("h2", {}, "Graph"));
  const body = el("div", {});
  const show = (depth) => {
    const reach = depth ?? usualDepth(model.idx, direction);
    const { image, hidden, shown } = draw(model.idx, direction, reach);
    const bar = el("div", { class: "bar" },
      choice("Direction", [["uses", "what it uses"], ["used-by", "what uses it"]], direction, (value) => { direction = value; show(); }),
      choice("Depth", [1, 2, 3, 4, 5, 6].map((it) => [it, String(it)]).concat([[Infinity, "all"]]), reach, (value) => show(Number(value))),
      el("span", { class: "muted" }, count(shown, "model") + (hidden ? `; more than ${MOST_NODES} are not drawn` : "")),
      el("span", { class: "muted legend" }, el("i", { class: "cycle" }), "cycle"), el("span", { class: "muted legend" }, el("i", { class: "boxed" }), "boxed"));
    body.replaceChildren(bar, el("div", { class: "graph", tabindex: "0", role: "region", "aria-label": "Graph" }, image));
  };
  show();
  section.append(body);
  return section;
}

function showModel(model) {
  const head = el("div", {}, chip(KINDS[model.kind]), model.module ? chip("module " + model.module) : "",
    model.cycle !== undefined ? chip("in a cycle", "warn") : "", model.dialect ? chip(model.dialect) : "");
  const parts = [el("h1", { tabindex: "-1" }, model.name), head];
  if (model.about) parts.push(el("p", { class: "lead" }, texts[model.about]));
  const about = el("dl", { class: "facts" }, el("dt", {}, "Rust"),
    el("dd", {}, model.rust ? el("code", {}, model.rust) : model.kind === "undocumented" ? "no type of this name" : "no type of its own"));
  for (const [path, line] of model.places || []) about.append(el("dt", {}, "Document"), el("dd", {}, place(texts[path], line)));
  parts.push(about);
  for (const facts of [model.facts, model.details]) if (facts) parts.push(factList(facts));
  const found = data.problems.filter(([, , , path]) => (model.places || []).some(([own]) => own === path));
  if (found.length) parts.push(el("h2", {}, "Problems of its document"), problemList(found));
  if (model.alias) parts.push(el("h2", {}, "Another name for"), el("p", {}, typeLink(model.alias)));
  if (model.kind === "values") parts.push(el("h2", {}, `Allowed values (${model.of})`), ...(model.values ? valueList(model.values) : []));
  if (model.union) parts.push(...unionParts(model.union));
  if (model.fields) {
    const header = el("thead", {}, el("tr", {}, ["Field", "Type", "Description"].map((text) => el("th", { scope: "col" }, text))));
    parts.push(el("h2", {}, count(model.fields.length, "field")), el("table", {}, header, el("tbody", {}, model.fields.map((it) => fieldRow(model, it)))));
  }
  if (model.otherKeys) parts.push(el("h2", {}, "Additional keys"), el("p", {}, "Their values are ", typeLink(model.otherKeys)));
  parts.push(...relations(model));
  if (uses[model.idx].length || usedBy[model.idx].length) parts.push(graphSection(model));
  main.replaceChildren(...parts);
}

function unionParts(union) {
  const key = union.key ? el("p", {}, "The key ", el("code", {}, union.key), " selects the member.") : "";
  const item = ([type, spelled, values]) => el("li", {}, typeLink(type), spelled ? el("span", { class: "muted" }, ` written as ${spelled}`) : "",
    values.length ? el("span", { class: "muted" }, " for " + values.join(", ")) : "");
  return [el("h2", {}, union.of === "one of" ? "One of" : "Any of"), el("ul", {}, union.members.map(item)), key].filter(Boolean);
}

function problemList(found) {
  const item = ([isError, code, text, path, line]) => el("li", {}, chip(isError ? "error" : "warning", isError ? "bad" : "warn"),
    place(texts[path], line), " ", text, el("span", { class: "muted" }, ` [${code}]`));
  const more = found.length > 100 ? el("p", { class: "muted" }, `and ${count(found.length - 100, "more")}`) : "";
  return el("div", {}, el("ul", {}, found.slice(0, 100).map(item)), more);
}

function showHome() {
  const tile = (number, noun) => el("div", { class: "tile" }, el("b", {}, number.toLocaleString("en")), noun);
  const fields = models.reduce((sum, model) => sum + (model.fields || []).length, 0);
  const counted = FILTERS.slice(1).map(([text, accepts]) => [models.filter(accepts).length, text.toLowerCase()]);
  const ranked = (value) => [...models].sort((a, b) => value(b) - value(a) || compare(a.id, b.id)).slice(0, 15).filter((model) => value(model) > 0);
  const top = (title, value, noun) => el("section", {}, el("h2", {}, title), el("ol", {},
    ranked(value).map((model) => el("li", {}, link(model), el("span", { class: "muted" }, " " + count(value(model), noun))))));
  const key = (keys, text) => el("li", {}, keys.map((it) => [el("kbd", {}, it), " "]), text);
  const parts = [el("h1", { tabindex: "-1" }, data.title), el("p", { class: "muted" }, "What the documents say, and what became of it in Rust."),
    el("div", { class: "tiles" }, tile(data.documents, "documents"), tile(models.length, "models"), tile(fields, "fields"), tile(data.problems.length, "problems")),
    el("p", {}, counted.filter(([number]) => number).map(([number, text]) => chip(`${number.toLocaleString("en")} ${text}`))),
    el("div", { class: "columns" },
      top("Used by most models", (model) => new Set(usedBy[model.idx].map((it) => it.from)).size, "model"),
      top("Used by none, with most fields", (model) => (usedBy[model.idx].length ? 0 : (model.fields || []).length), "field"),
      el("section", {}, el("h2", {}, "Keyboard"), el("ul", {}, key(["/"], "searches"), key(["↓", "↑", "j", "k"], "go through the results"),
        key(["Enter"], "opens a result"), key(["Esc"], "clears the search, then returns to the page"))))];
  if (data.problems.length) parts.push(el("h2", {}, count(data.problems.length, "problem")), problemList(data.problems));
  main.replaceChildren(...parts);
}

// Results, of which only the visible ones are elements.
let results = [], active = -1, opened = null;

function showResults() {
  results = search(query.value, FILTERS[filter.value][1]);
  active = query.value.trim() && results.length ? 0 : -1;
  const modelCount = results.filter((result) => result.key === null).length;
  $("count").textContent = count(modelCount, "model") + (query.value.trim() ? ", " + count(results.length - modelCount, "field") : "");
  rows.style.height = results.length * ROW + "px";
  list.scrollTop = 0;
  paint();
}

function paint() {
  const first = Math.max(0, Math.floor(list.scrollTop / ROW) - 5);
  const last = Math.min(results.length, Math.ceil((list.scrollTop + list.clientHeight) / ROW) + 5);
  const visible = [];
  for (let at = first; at < last; at++) visible.push(resultRow(at));
  rows.replaceChildren(...visible);
  if (active >= 0) query.setAttribute("aria-activedescendant", "result-" + active);
  else query.removeAttribute("aria-activedescendant");
}

function resultRow(at) {
  const { model, key } = results[at];
  const sub = key === null ? [KINDS[model.kind], model.fields ? count(model.fields.length, "field") : ""].filter(Boolean).join(" · ") : model.id;
  const row = el("div", {
    id: "result-" + at, role: "option", class: "row" + (model.id === opened && key === null ? " open" : ""), "aria-selected": String(at === active),
    "aria-posinset": at + 1, "aria-setsize": results.length, style: `top:${at * ROW}px`,
  }, el("div", {}, key === null ? model.id : "." + key), el("div", { class: "sub" }, sub));
  row.addEventListener("click", () => open(at));
  return row;
}

function move(step) {
  if (!results.length) return;
  active = Math.min(results.length - 1, Math.max(0, active + step));
  const top = active * ROW;
  if (top < list.scrollTop) list.scrollTop = top;
  if (top + ROW > list.scrollTop + list.clientHeight) list.scrollTop = top + ROW - list.clientHeight;
  paint();
}

/** Scrolls to the model that is shown. */
function reveal() {
  const at = results.findIndex((result) => result.key === null && result.model.id === opened);
  const top = at * ROW;
  if (at >= 0 && (top < list.scrollTop || top + ROW > list.scrollTop + list.clientHeight)) list.scrollTop = top - list.clientHeight / 3;
}

function open(at) {
  const result = results[at];
  if (!result) return;
  active = at;
  listing(false);
  const wanted = address(result.model.id, result.key);
  if (location.hash === wanted) route(); else location.hash = wanted;
}

function listing(is) {
  document.body.classList.toggle("listing", is);
  $("menu").setAttribute("aria-expanded", String(is));
  paint();
}

function decoded(text) {
  try { return decodeURIComponent(text); } catch { return text; }
}

/** Shows what the address names: `#Model`, `#Model/key` or `#?q=text`. */
function route() {
  const hash = location.hash.slice(1);
  if (hash === "content") return;
  if (hash.startsWith("?q=")) {
    query.value = decoded(hash.slice(3));
    showResults();
    listing(true);
  }
  const [name, key] = hash === "" || hash[0] === "?" || hash[0] === "/" ? [null] : hash.split("/").map(decoded);
  const model = name === null ? null : byId.get(name);
  if (model) showModel(model);
  else if (name === null) showHome();
  else main.replaceChildren(el("h1", { tabindex: "-1" }, "No model of this name"), el("p", {}, "No model is called ", el("code", {}, name), "."));
  opened = model ? model.id : null;
  document.title = model ? `${model.id} · ${data.title}` : data.title;
  main.scrollTop = 0;
  const aim = key === undefined ? null : document.getElementById("field " + key);
  if (aim) {
    aim.classList.add("aim");
    aim.querySelectorAll("details").forEach((details) => { details.open = true; });
    aim.scrollIntoView({ block: "center" });
  }
  if (document.activeElement !== query) (aim || main.querySelector("h1")).focus({ preventScroll: true });
  reveal();
  paint();
}

function clearOrLeave() {
  if (query.value) {
    query.value = "";
    showResults();
  } else {
    listing(false);
    query.blur();
    main.focus();
  }
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const isQuery = event.target === query;
  const isText = isQuery || event.target.tagName === "SELECT";
  const actions = isQuery
    ? { ArrowDown: () => move(1), ArrowUp: () => move(-1), PageDown: () => move(10), PageUp: () => move(-10), Enter: () => { open(Math.max(active, 0)); query.blur(); main.querySelector("h1").focus(); }, Escape: clearOrLeave }
    : isText ? {} : { "/": () => { listing(true); query.focus(); query.select(); }, j: () => move(1), k: () => move(-1), Escape: clearOrLeave };
  if (!isText && event.key === "Enter" && active >= 0 && (event.target === document.body || main.contains(event.target)) && !event.target.closest("a, button, summary, label")) actions.Enter = () => open(active);
  const action = Object.hasOwn(actions, event.key) ? actions[event.key] : null;
  if (action) { event.preventDefault(); action(); }
});

const THEMES = ["auto", "light", "dark"];
let theme = "auto";
function setTheme(value) {
  theme = THEMES.includes(value) ? value : "auto";
  if (theme === "auto") document.documentElement.removeAttribute("data-theme");
  else document.documentElement.setAttribute("data-theme", theme);
  $("theme").textContent = "Theme: " + theme;
  // A page from the disk may have no storage.
  try { localStorage.setItem("theme", theme); } catch { /* The choice is forgotten. */ }
}
let stored = null;
try { stored = localStorage.getItem("theme"); } catch { /* There is none. */ }
setTheme(stored);
$("theme").addEventListener("click", () => setTheme(THEMES[(THEMES.indexOf(theme) + 1) % 3]));
$("menu").addEventListener("click", () => listing(!document.body.classList.contains("listing")));
$("home").textContent = data.title;
filter.append(...FILTERS.map(([text, accepts], at) => [text, models.filter(accepts).length, at]).filter(([, number]) => number)
  .map(([text, number, at]) => el("option", { value: at }, `${text} (${number.toLocaleString("en")})`)));
if (!filter.options.length) filter.append(el("option", { value: 0 }, FILTERS[0][0]));
query.addEventListener("input", showResults);
filter.addEventListener("change", showResults);
list.addEventListener("scroll", paint);
window.addEventListener("resize", paint);
window.addEventListener("hashchange", route);
showResults();
route();
document.documentElement.dataset.ready = String(Math.round(performance.now() - started));
