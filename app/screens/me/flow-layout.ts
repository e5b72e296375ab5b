/** One thing that flows: a detail, through what it is for, to a company. Keys are free, each within its column. */
export interface FlowLink {
  readonly field: string;
  readonly purpose: string;
  readonly company: string;
}

export interface FlowNode {
  readonly key: string;
  readonly column: 0 | 1 | 2;
  readonly y: number;
  readonly height: number;
}

/** A band between two nodes: its path, and what it joins. */
export interface FlowBand {
  readonly from: string;
  readonly to: string;
  readonly path: string;
}

export interface FlowLayout {
  readonly height: number;
  readonly nodes: readonly FlowNode[];
  /** From the first column to the second, then from the second to the third. */
  readonly bands: readonly FlowBand[];
}

export interface FlowSize {
  /** Height of one detail going to one purpose. */
  readonly unit: number;
  readonly gap: number;
  /** No node is lower, so that its label has room. */
  readonly least: number;
  /** Left and right edge of the three columns. */
  readonly columns: readonly [
    readonly [number, number],
    readonly [number, number],
    readonly [number, number],
  ];
}

/**
 * Lays out three columns as a Sankey diagram, pure: each node is as high as
 * what flows through it, nodes keep the order in which the links name them
 * (companies, then their purposes), details stand by where they go, so that
 * few bands cross. The shorter columns are centred.
 */
export function layOutFlow(links: readonly FlowLink[], size: FlowSize): FlowLayout {
  const companies = unique(links.map(({ company }) => company));
  const purposes = unique(
    [...links]
      .sort((a, b) => companies.indexOf(a.company) - companies.indexOf(b.company))
      .map(({ purpose }) => purpose),
  );
  const centre = (field: string) => {
    const places = links
      .filter((link) => link.field === field)
      .map(({ purpose }) => purposes.indexOf(purpose));
    return places.reduce((sum, place) => sum + place, 0) / places.length;
  };
  const fields = unique(links.map(({ field }) => field)).sort((a, b) => centre(a) - centre(b));

  const count = (name: keyof FlowLink, key: string) => links.filter((link) => link[name] === key).length;
  const columns = [
    stack(fields, (key) => count('field', key), 0, size),
    stack(purposes, (key) => count('purpose', key), 1, size),
    stack(companies, (key) => count('company', key), 2, size),
  ] as const;
  const height = Math.max(0, ...columns.map((column) => bottomOf(column)));
  const nodes = columns.flatMap((column) => centred(column, height));
  const bands = [
    ...bandsBetween(links, 'field', 'purpose', 0, nodes, size),
    ...bandsBetween(links, 'purpose', 'company', 1, nodes, size),
  ];
  return { height, nodes, bands };
}

function stack(
  keys: readonly string[],
  flow: (key: string) => number,
  column: FlowNode['column'],
  { unit, gap, least }: FlowSize,
): FlowNode[] {
  let y = 0;
  return keys.map((key) => {
    const node = { key, column, y, height: Math.max(least, flow(key) * unit) };
    y += node.height + gap;
    return node;
  });
}

const bottomOf = (column: readonly FlowNode[]) => {
  const last = column.at(-1);
  return last ? last.y + last.height : 0;
};

function centred(column: readonly FlowNode[], height: number): FlowNode[] {
  const shift = (height - bottomOf(column)) / 2;
  return column.map((node) => ({ ...node, y: node.y + shift }));
}

/** Bands leave and arrive below one another, in the order of the nodes at their other end. */
function bandsBetween(
  links: readonly FlowLink[],
  from: 'field' | 'purpose',
  to: 'purpose' | 'company',
  column: 0 | 1,
  nodes: readonly FlowNode[],
  { unit, columns }: FlowSize,
): FlowBand[] {
  const at = (key: string, place: number) => nodes.find((node) => node.key === key && node.column === place);
  const pairs = unique(links.map((link) => JSON.stringify([link[from], link[to]]))).map((pair) => {
    const [source = '', target = ''] = JSON.parse(pair) as string[];
    const flow = links.filter((link) => link[from] === source && link[to] === target).length;
    return { source: at(source, column), target: at(target, column + 1), flow };
  });
  const drawn = pairs.flatMap(({ source, target, flow }) =>
    source && target ? [{ source, target, flow }] : [],
  );
  const starts = offsets(
    [...drawn].sort((a, b) => a.source.y - b.source.y || a.target.y - b.target.y),
    'source',
    unit,
  );
  const ends = offsets(
    [...drawn].sort((a, b) => a.target.y - b.target.y || a.source.y - b.source.y),
    'target',
    unit,
  );
  const left = columns[column][1];
  const right = columns[column + 1]?.[0] ?? left;
  return drawn.map((band) => ({
    from: band.source.key,
    to: band.target.key,
    path: ribbon(left, starts.get(band) ?? 0, right, ends.get(band) ?? 0, band.flow * unit),
  }));
}

interface Drawn {
  readonly source: FlowNode;
  readonly target: FlowNode;
  readonly flow: number;
}

/** Top edge of each band at one of its ends; what a node has too much of height is left free around its bands. */
function offsets(bands: readonly Drawn[], end: 'source' | 'target', unit: number): Map<Drawn, number> {
  const used = new Map<string, number>();
  const tops = new Map<Drawn, number>();
  for (const band of bands) {
    const node = band[end];
    const all = bands.filter((other) => other[end] === node).reduce((sum, { flow }) => sum + flow * unit, 0);
    const begin = used.get(node.key) ?? (node.height - all) / 2;
    tops.set(band, node.y + begin);
    used.set(node.key, begin + band.flow * unit);
  }
  return tops;
}

/** A closed shape with two equal curves: as high at every place as at its ends. */
function ribbon(x0: number, y0: number, x1: number, y1: number, height: number): string {
  const middle = round((x0 + x1) / 2);
  const [a, b, c, d] = [y0, y1, y1 + height, y0 + height].map(round);
  return `M${x0},${a}C${middle},${a} ${middle},${b} ${x1},${b}L${x1},${c}C${middle},${c} ${middle},${d} ${x0},${d}Z`;
}

const round = (value: number) => Math.round(value * 10) / 10;

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
