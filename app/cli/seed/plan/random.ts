/** Reproducible choices. Never for keys, salts or ids: those are truly random even in the demo. */
export interface Random {
  /** 0 <= x < 1 */
  next(): number;
  /** A whole number, 0 <= n < below. */
  int(below: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Each item with this probability, at least one. */
  some<T>(list: readonly T[], probability: number): T[];
}

/** mulberry32 by Tommy Ettinger (public domain): 32 bits of state, the same on every machine. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (below: number): number => Math.floor(next() * below);
  const pick = <T>(list: readonly T[]): T => {
    const item = list[int(list.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  const chance = (probability: number): boolean => next() < probability;
  const some = <T>(list: readonly T[], probability: number): T[] => {
    const chosen = list.filter(() => chance(probability));
    return chosen.length > 0 ? chosen : [pick(list)];
  };
  return { next, int, chance, pick, some };
}

/** An independent seed for part `index` of stream `stream`: adding people never changes the ones before. */
export function mixSeed(seed: number, stream: number, index: number): number {
  let h = (seed ^ Math.imul(stream + 1, 0x9e3779b1)) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b) >>> 0;
  h = (h ^ Math.imul(index + 1, 0xc2b2ae35)) >>> 0;
  h = Math.imul(h ^ (h >>> 13), 0x27d4eb2f) >>> 0;
  return (h ^ (h >>> 16)) >>> 0;
}
