import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHANNELS } from '#schema/channel.ts';
import { msOf } from '#schema/instant.ts';
import { PERMISSION_REASONS, type Permission } from '#schema/permission.ts';
import type { LegalBasis } from '#schema/purpose.ts';
import { TOPICS } from '#schema/topic.ts';
import { createFold } from './fold.ts';
import { histories } from './generate-history.ts';
import type { Town } from './history.ts';
import { createOracle, type Question } from './oracle.ts';

const HISTORIES = 20_000;
const DAY = 86_400_000;

const town = (bases: readonly LegalBasis[]): Town => ({
  customers: 1,
  companies: 1,
  purposes: bases.map((basis) => ({ company: 0, basis })),
});

const bases = fc.oneof(
  { weight: 6, arbitrary: fc.constant<LegalBasis[]>(['consent']) },
  { weight: 3, arbitrary: fc.constant<LegalBasis[]>(['consent', 'objection']) },
  { weight: 1, arbitrary: fc.constant<LegalBasis[]>(['contract', 'legal-duty']) },
);

test(`the decision and the oracle never differ, over ${HISTORIES} random histories`, {
  timeout: 120_000,
}, () => {
  const told = new Map<string, number>();
  let answers = 0;
  const random = bases.chain((list) =>
    histories(town(list), { minLength: 4, maxLength: 24 }).map((history) => ({ list, history })),
  );
  fc.assert(
    fc.property(random, ({ list, history }) => {
      const fold = createFold(town(list));
      const oracle = createOracle(town(list));
      const ask = (question: Question, edge?: 'later' | 'over'): { againAt: number | null } => {
        const mine = fold.answer(question);
        const right = oracle.answer(question);
        answers++;
        if (right) told.set(right.reason, (told.get(right.reason) ?? 0) + 1);
        if (!same(mine, right)) expect(mine && comparable(mine)).toEqual(right);
        if (edge === 'over' && right?.againAt) expect(right.againAt).toBeNull();
        if (edge === 'later' && right?.allowed) expect(right).toMatchObject({ allowed: false });
        return { againAt: right?.againAt ?? null };
      };
      for (const deed of history) {
        const fates = [fold.next(deed), oracle.next(deed)];
        if (fates[0] !== fates[1]) expect(fates[0]).toBe(fates[1]);
        for (const purpose of list.keys()) {
          const edges = oracle.edges(0, purpose).flatMap((edge) => [edge - 1, edge]);
          for (const at of [deed.at, deed.at + 45 * DAY, ...edges.filter((edge) => edge >= deed.at)]) {
            const topic = [undefined, ...TOPICS][answers % 7];
            for (const channel of [undefined, CHANNELS[at % CHANNELS.length], CHANNELS[answers % 4]]) {
              const { againAt } = ask({ customer: 0, purpose, at, channel, topic });
              // On the edge of what was promised: a moment before not yet, then nothing of it stands in the way.
              if (againAt) ask({ customer: 0, purpose, at: againAt - 1, channel, topic }, 'later');
              if (againAt) ask({ customer: 0, purpose, at: againAt, channel, topic }, 'over');
            }
          }
        }
      }
    }),
    { numRuns: HISTORIES },
  );
  console.log(`${HISTORIES} histories, ${answers} answers compared`, Object.fromEntries(told));
  // A reason that no history reached would have been compared with nothing.
  expect(PERMISSION_REASONS.filter((reason) => (told.get(reason) ?? 0) < 50)).toEqual([]);
});

type Oracled = ReturnType<ReturnType<typeof createOracle>['answer']>;

/** Deep equality costs more than the decisions: compared by hand first, by the matcher only to explain. */
function same(mine: Permission | undefined, right: Oracled): boolean {
  if (!mine || !right) return mine === right;
  return (
    mine.allowed === right.allowed &&
    mine.reason === right.reason &&
    (mine.askAgainAt && msOf(mine.askAgainAt)) === right.askAgainAt &&
    (mine.againAt && msOf(mine.againAt)) === right.againAt &&
    sameItems(mine.topics, right.topics) &&
    sameItems(mine.fields, right.fields) &&
    sameItems(mine.channels, right.channels)
  );
}

function sameItems(mine: readonly string[], right: readonly string[]): boolean {
  return mine.length === right.length && right.every((item) => mine.includes(item));
}

function comparable({ fields, channels, topics, ...rest }: Permission): NonNullable<Oracled> {
  return {
    ...rest,
    fields: [...fields].sort(),
    channels: [...channels].sort(),
    topics: [...topics].sort(),
    askAgainAt: rest.askAgainAt && msOf(rest.askAgainAt),
    againAt: rest.againAt && msOf(rest.againAt),
  };
}
