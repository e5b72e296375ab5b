import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FlowLink, type FlowSize, layOutFlow } from '#app/screens/me/flow-layout.ts';

const SIZE: FlowSize = {
  unit: 10,
  gap: 12,
  least: 22,
  columns: [
    [100, 110],
    [200, 210],
    [300, 310],
  ],
};

const key = (prefix: string) => fc.integer({ min: 0, max: 6 }).map((number) => `${prefix}${number}`);
const links = fc.uniqueArray(
  fc
    .record({ field: key('f'), purpose: key('p') })
    // A purpose belongs to one company.
    .map((link): FlowLink => ({ ...link, company: `c${link.purpose.charCodeAt(1) % 3}` })),
  { selector: ({ field, purpose }) => `${field} ${purpose}`, maxLength: 30 },
);

test('nothing overlaps, nothing is left out, and each band lies within its nodes', () => {
  fc.assert(
    fc.property(links, (given) => {
      const { nodes, bands, height } = layOutFlow(given, SIZE);
      for (const column of [0, 1, 2] as const) {
        const own = nodes.filter((node) => node.column === column).sort((a, b) => a.y - b.y);
        const names = given.map((link) => [link.field, link.purpose, link.company][column]);
        expect(own.map((node) => node.key).sort()).toEqual([...new Set(names)].sort());
        own.forEach((node, index) => {
          const before = own[index - 1];
          if (before) expect(node.y).toBeGreaterThanOrEqual(before.y + before.height + SIZE.gap - 0.001);
          expect(node.y).toBeGreaterThanOrEqual(0);
          expect(node.y + node.height).toBeLessThanOrEqual(height + 0.001);
        });
      }
      const joins = new Set([
        ...given.map((link) => `${link.field} ${link.purpose}`),
        ...given.map((link) => `${link.purpose} ${link.company}`),
      ]);
      expect(new Set(bands.map(({ from, to }) => `${from} ${to}`))).toEqual(joins);
      for (const { from, to, path } of bands) {
        const [source, target] = [
          nodes.find((node) => node.key === from),
          nodes.find((node) => node.key === to),
        ];
        const numbers = path.match(/-?[\d.]+/g)?.map(Number) ?? [];
        const [, top] = numbers;
        const bottom = numbers.at(-1);
        expect(top).toBeGreaterThanOrEqual((source?.y ?? 0) - 0.1);
        expect(bottom).toBeLessThanOrEqual((source?.y ?? 0) + (source?.height ?? 0) + 0.1);
        expect(numbers[7]).toBeGreaterThanOrEqual((target?.y ?? 0) - 0.1);
      }
    }),
    { numRuns: 200 },
  );
});

test('as high as what flows through, and nothing for nothing', () => {
  const { nodes } = layOutFlow(
    ['a', 'b', 'c', 'd'].map((field) => ({ field, purpose: 'p', company: 'c' })),
    SIZE,
  );
  expect(nodes.find((node) => node.key === 'p')?.height).toBe(40);
  expect(nodes.find((node) => node.key === 'a')?.height).toBe(22);
  expect(layOutFlow([], SIZE)).toEqual({ height: 0, nodes: [], bands: [] });
});
