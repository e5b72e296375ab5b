import { describe, expect, it } from 'vitest';
import type { PlannedAct } from '#app/cli/seed/plan/planned-act.ts';
import { planPopulation } from '#app/cli/seed/plan/population.ts';
import { checkPlan } from './check-plan.ts';

const NOW = new Date('2026-11-21T10:00:00.000Z');
const plan = planPopulation({ customers: 200, seed: 1, now: NOW });
const acts = [...plan.acts];

/** The problems after `spoil` has been at the acts. */
function problemsAfter(spoil: (acts: PlannedAct[]) => PlannedAct[]): string {
  return checkPlan({ people: plan.people, acts: spoil([...acts]) }, NOW).problems.join('\n');
}

function replaceFirst<K extends PlannedAct['kind']>(
  kind: K,
  change: (act: Extract<PlannedAct, { kind: K }>) => PlannedAct | undefined,
  matches: (act: Extract<PlannedAct, { kind: K }>) => boolean = () => true,
): (acts: PlannedAct[]) => PlannedAct[] {
  return (list) => {
    const isIt = (act: PlannedAct): act is Extract<PlannedAct, { kind: K }> => act.kind === kind;
    const position = list.findIndex((act) => isIt(act) && matches(act));
    const found = list[position];
    if (found === undefined || !isIt(found)) throw new Error(`no ${kind} to spoil`);
    const instead = change(found);
    return list.toSpliced(position, 1, ...(instead ? [instead] : []));
  };
}

describe('the checker of plans', () => {
  it('finds nothing in a good plan', () => {
    expect(problemsAfter((list) => list)).toBe('');
  });

  const annas = (act: PlannedAct): boolean => 'person' in act && act.person === 'anna';

  it.each<[string, (acts: PlannedAct[]) => PlannedAct[], RegExp]>([
    [
      'a withdrawal without a grant',
      (list) => list.filter((act) => !(act.kind === 'grant' && annas(act))),
      /core answers refused/,
    ],
    [
      'a missing required value',
      (list) => list.filter((act) => !(act.kind === 'profile' && annas(act))),
      /not in the profile/,
    ],
    [
      'a decision before the confirmation',
      (list) => list.filter((act) => act.kind !== 'confirm'),
      /before the address is confirmed/,
    ],
    [
      'a version that is not in force',
      replaceFirst('grant', (act) => ({ ...act, version: 9 })),
      /is in force/,
    ],
    [
      'a field that was not asked for',
      replaceFirst('grant', (act) => ({ ...act, fields: [...act.fields, 'email', 'mobile', 'street'] })),
      /never entered|field-not-asked/,
    ],
    [
      'a grant without a channel',
      replaceFirst('grant', (act) => ({ ...act, channels: [] })),
      /channel-missing/,
    ],
    [
      'a look at somebody who has not permitted it',
      replaceFirst('view', (act) => ({ ...act, person: 'ben' })),
      /not registered|not connected|undecided/,
    ],
    ['a look by a stranger', replaceFirst('view', (act) => ({ ...act, staff: 'operator' })), /not theirs/],
    [
      'an undo of something else',
      replaceFirst('undo', (act) => ({ ...act, undoes: act.undoes === 'grant' ? 'object' : 'grant' })),
      /undoes a/,
    ],
    ['an act out of order', (list) => list.toReversed(), /runs backwards/],
    [
      'an act in the future',
      (list) => list.map((act) => ({ ...act, at: act.at.replace('202', '212') as typeof act.at })),
      /future/,
    ],
    [
      'a minor',
      replaceFirst('profile', (act) => ({ ...act, values: { ...act.values, 'birth-date': '2015-01-01' } })),
      /not of age/,
    ],
    [
      'a value that no list offers',
      replaceFirst('profile', (act) => ({ ...act, values: { ...act.values, heating: 'nuclear' } })),
      /value-not-offered/,
    ],
  ])('notices %s', (_, spoil, message) => {
    expect(problemsAfter(spoil)).toMatch(message);
  });
});
