import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../app/ui/tokens.css', import.meta.url), 'utf8');
const pairs = [...css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)];
const schemes = {
  light: new Map(pairs.map(([, name = '', light = '']) => [name, light])),
  dark: new Map(pairs.map(([, name = '', , dark = '']) => [name, dark])),
};

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['paper', 'card', 'sunk', 'wait-soft', 'problem-soft'];
const accents = ['green', 'blue', 'terracotta', 'slate'];
const readable: [string, string][] = [
  ...[...grounds, ...accents.map((name) => `${name}-soft`)].flatMap((ground): [string, string][] => [
    ['ink', ground],
    ['soft', ground],
  ]),
  ...accents.flatMap((name): [string, string][] => [
    ...['paper', 'card', 'sunk', 'wait-soft', `${name}-soft`].map((ground): [string, string] => [
      name,
      ground,
    ]),
    ['on-accent', name],
  ]),
  ['wait', 'paper'],
  ['wait', 'card'],
  ['wait', 'wait-soft'],
  ['problem', 'paper'],
  ['problem', 'card'],
  ['problem', 'problem-soft'],
];

describe.each(['light', 'dark'] as const)('colours, %s', (scheme) => {
  const colour = (name: string) => schemes[scheme].get(name) ?? expect.fail(`no colour ${name}`);

  it.each(readable)('%s can be read on %s', (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['paper', 'card', 'sunk', 'wait-soft'])(
    'the edge of a control and the focus ring stand out from %s',
    (ground) => {
      expect(contrast(colour('edge'), colour(ground))).toBeGreaterThanOrEqual(3);
      expect(contrast(colour('focus'), colour(ground))).toBeGreaterThanOrEqual(3);
    },
  );
});

it('a browser without light-dark() gets the same light colours', () => {
  for (const [name, value] of schemes.light) expect(css).toContain(`--${name}: ${value};`);
});
