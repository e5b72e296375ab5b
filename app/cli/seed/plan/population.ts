import { msOf } from '#schema/instant.ts';
import { annaActs } from './anna.ts';
import { ANNA } from './anna-person.ts';
import { withQuestions } from './asking.ts';
import { begin } from './beginning.ts';
import { BEN, benActs } from './ben.ts';
import { customerTime, DAY_MS, dayOf, MINUTE_MS } from './calendar.ts';
import { contactActs } from './contact-acts.ts';
import { generatedFacts, generatedPerson } from './generated-person.ts';
import { scheduleHabits } from './habits.ts';
import { frameOf, later, type PlanFrame, runJourney, startJourney } from './journey.ts';
import { withEnds } from './leaving.ts';
import type { PlannedAct } from './planned-act.ts';
import type { PlannedPerson } from './planned-person.ts';
import { portalActs } from './portal-acts.ts';
import { mixSeed, randomFrom } from './random.ts';
import { rightsActs } from './rights-acts.ts';
import { staffActs } from './staff-acts.ts';

const JOURNEY_STREAM = 3;

export interface PopulationInput {
  /** All customers, Anna and Ben included; at least 2. */
  readonly customers: number;
  /** Any whole number. The same seed and `now` give the same plan on every machine. */
  readonly seed: number;
  /** The end of the plan; the start is twelve months earlier. */
  readonly now: Date;
}

export interface Population {
  readonly people: readonly PlannedPerson[];
  /**
   * In order of time, planned anew on each walk. The walk itself holds all acts
   * once (about 15 for each person) and lets go of them day by day.
   */
  readonly acts: Iterable<PlannedAct>;
}

/** Twelve months of a portal: who came, what they decided and who looked, ending just before `now`. */
export function planPopulation({ customers, seed, now }: PopulationInput): Population {
  const frame = frameOf(now);
  const generated = Array.from({ length: Math.max(customers - 2, 0) }, (_, index) =>
    generatedPerson(seed, index),
  );
  return {
    people: [ANNA, BEN, ...generated],
    acts: {
      *[Symbol.iterator]() {
        const sources = function* (): Generator<PlannedAct[]> {
          yield portalActs(frame.calendar);
          yield annaActs(frame.calendar);
          yield benActs(frame.calendar);
          yield rightsActs(frame.calendar);
          yield staffActs(frame, seed);
          yield contactActs(frame.calendar);
          for (const [index, person] of generated.entries()) yield personActs(frame, seed, person, index);
        };
        yield* inOrder(frame, sources());
      },
    },
  };
}

function personActs(frame: PlanFrame, seed: number, person: PlannedPerson, index: number): PlannedAct[] {
  const { calendar } = frame;
  const random = randomFrom(mixSeed(seed, JOURNEY_STREAM, index));
  const journey = startJourney(
    frame,
    person,
    index,
    generatedFacts(person, index, random, calendar.nowMs),
    random,
  );
  // More came in the first months, when the codes were new at the tills.
  const span = calendar.customerEndMs - calendar.startMs;
  const wanted = calendar.startMs + span * random.next() ** 1.25;
  const joinedMs =
    customerTime(calendar, random, wanted, Math.min(wanted + DAY_MS, calendar.customerEndMs)) ??
    Math.min(wanted, calendar.customerEndMs - 30 * MINUTE_MS);
  later(journey, Math.floor(joinedMs), (ms) => {
    begin(journey, ms);
    scheduleHabits(journey, ms);
  });
  return withEnds(journey, withQuestions(journey, runJourney(journey)));
}

/** Sorts by instant, a day at a time; acts of one source and instant stay adjacent and in order. */
function* inOrder(frame: PlanFrame, sources: Iterable<PlannedAct[]>): Generator<PlannedAct> {
  const days: PlannedAct[][] = [[], ...frame.calendar.days.map((): PlannedAct[] => [])];
  for (const acts of sources) {
    for (const act of acts) {
      const ms = msOf(act.at);
      days[ms < frame.calendar.startMs ? 0 : 1 + dayOf(frame.calendar, ms)]?.push(act);
    }
  }
  for (let day = 0; day < days.length; day += 1) {
    yield* (days[day] ?? []).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    days[day] = [];
  }
}
