// The models around one, in layers: how far they are from it.

const MOST_NODES = 150;
const USUAL_NODES = 30;
const HEIGHT = 28, GAP = 14, BETWEEN = 90, LONGEST = 30;

/** The models within a number of references, layer by layer. */
function layers(root, direction, depth) {
  const links = direction === "uses" ? (node) => uses[node].map((it) => it.to) : (node) => usedBy[node].map((it) => it.from);
  const seen = new Map([[root, 0]]);
  const found = [[root]];
  let hidden = 0;
  for (let at = 0; at < depth && found[at].length > 0; at++) {
    const next = [];
    for (const node of found[at]) {
      for (const to of links(node)) {
        if (seen.has(to)) continue;
        if (seen.size >= MOST_NODES) { hidden++; continue; }
        seen.set(to, at + 1);
        next.push(to);
      }
    }
    if (next.length === 0) break;
    found.push(next);
  }
  return { layers: found, layerOf: seen, hidden };
}

/** The greatest depth at which a graph is easy to read. */
function usualDepth(root, direction) {
  let depth = 1;
  while (depth < 6 && layers(root, direction, depth + 1).layerOf.size <= USUAL_NODES) depth++;
  return depth;
}

/** Orders each layer by where the neighbours of its nodes are, so that few lines cross. */
function untangle(found, pairs) {
  const places = new Map();
  const note = (layer) => layer.forEach((node, place) => places.set(node, place / layer.length));
  found.forEach(note);
  const near = new Map();
  const add = (a, b) => near.set(a, [...(near.get(a) || []), b]);
  pairs.forEach(({ from, to }) => { if (from !== to) { add(from, to); add(to, from); } });
  const middle = (node) => {
    const around = near.get(node) || [];
    return around.length ? around.reduce((sum, it) => sum + places.get(it), 0) / around.length : places.get(node);
  };
  for (let sweep = 0; sweep < 4; sweep++) {
    for (const layer of found) {
      const wanted = new Map(layer.map((node) => [node, middle(node)]));
      layer.sort((a, b) => wanted.get(a) - wanted.get(b) || a - b);
      note(layer);
    }
  }
}

/** All references between the nodes, one line per pair. */
function edges(layerOf) {
  const found = new Map();
  for (const node of layerOf.keys()) {
    for (const reference of uses[node]) {
      if (!layerOf.has(reference.to)) continue;
      const name = node + " " + reference.to;
      const edge = found.get(name) || { from: node, to: reference.to, labels: [], boxed: false };
      edge.labels.push(reference.label + ": " + typeText(reference.type));
      edge.boxed ||= reference.boxed;
      found.set(name, edge);
    }
  }
  return [...found.values()];
}

const shortened = (name) => (name.length > LONGEST ? name.slice(0, LONGEST - 1) + "…" : name);

/** Where each node is drawn. The root is on the left if it is what refers to others, and on the right otherwise. */
function placed(found, direction) {
  const width = (node) => shortened(models[node].id).length * 7.4 + 22;
  const columns = direction === "uses" ? found : [...found].reverse();
  const tallest = Math.max(...columns.map((column) => column.length)) * (HEIGHT + GAP);
  const boxes = new Map();
  let x = 24;
  for (const column of columns) {
    const widest = Math.max(...column.map(width));
    const top = 24 + (tallest - column.length * (HEIGHT + GAP)) / 2;
    column.forEach((node, place) => boxes.set(node, { x, y: top + place * (HEIGHT + GAP), width: width(node) }));
    x += widest + BETWEEN;
  }
  return { boxes, width: x - BETWEEN + 84, height: tallest + 40 };
}

/** A curve from the right side of one box to the left side of another; or around, if that is not further right. */
function curve(from, to) {
  const [x1, y1] = [from.x + from.width, from.y + HEIGHT / 2];
  if (from === to) return `M${x1},${y1 - 6}c34,-16 34,28 0,14`;
  const y2 = to.y + HEIGHT / 2;
  if (to.x > x1) {
    const bend = (to.x - x1) / 2;
    return `M${x1},${y1}C${x1 + bend},${y1} ${to.x - bend},${y2} ${to.x - 2},${y2}`;
  }
  const x2 = to.x + to.width;
  const out = Math.max(x1, x2) + 40;
  return `M${x1},${y1}C${out},${y1} ${out},${y2} ${x2 + 2},${y2}`;
}

function svg(name, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** The graph of a model as an image whose boxes are links. */
function draw(root, direction, depth) {
  const { layers: found, layerOf, hidden } = layers(root, direction, depth);
  const lines = edges(layerOf);
  untangle(found, lines);
  const { boxes, width, height } = placed(found, direction);
  const arrow = svg("marker", { id: "arrow", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto" },
    svg("path", { d: "M0,0L8,4L0,8z" }));
  const image = svg("svg", { width, height, role: "group", "aria-label": "Graph of " + models[root].id }, svg("defs", {}, arrow));
  const paths = lines.map((line) => {
    const kinds = [line.boxed ? "boxed" : "", isCyclic(line.from, line.to) ? "cycle" : ""].join(" ").trim();
    const title = `${models[line.from].id} → ${models[line.to].id}\n${line.labels.join("\n")}`;
    const path = svg("path", { d: curve(boxes.get(line.from), boxes.get(line.to)), class: kinds, "marker-end": "url(#arrow)" },
      svg("title", {}, title));
    image.append(path);
    return { line, path };
  });
  for (const [node, box] of boxes) {
    const model = models[node];
    const round = model.kind === "values" ? HEIGHT / 2 : model.kind === "union" ? 9 : 3;
    const link = svg("a", { href: address(model.id), class: node === root ? "root" : model.kind },
      svg("rect", { x: box.x, y: box.y, width: box.width, height: HEIGHT, rx: round }),
      svg("text", { x: box.x + 11, y: box.y + 18 }, shortened(model.id)), svg("title", {}, model.id));
    const light = (is) => () => paths.forEach(({ line, path }) => {
      if (line.from === node || line.to === node) path.classList.toggle("lit", is);
    });
    for (const event of ["mouseenter", "focus"]) link.addEventListener(event, light(true));
    for (const event of ["mouseleave", "blur"]) link.addEventListener(event, light(false));
    image.append(link);
  }
  return { image, hidden, shown: layerOf.size };
}
