import { DAY_MS } from '#app/core/shared/calendar.ts';
import type { Core } from '#app/core/shared/core.ts';
import { type Instant, msOf } from '#schema/instant.ts';
import { type Cast, createCast } from './cast.ts';
import type { PlannedAct } from './plan/planned-act.ts';
import { planPopulation } from './plan/population.ts';
import { replayAccount } from './replay-account.ts';
import { replayBring } from './replay-bring.ts';
import { replayContact } from './replay-contact.ts';
import { personNamed, type ReplayContext } from './replay-context.ts';
import { replayDecision, replayPreference } from './replay-decision.ts';
import { replayDialogue } from './replay-dialogue.ts';
import { replayLeave } from './replay-leave.ts';
import { replayPortal } from './replay-portal.ts';
import { replayRequest } from './replay-requests.ts';
import { replayStaff } from './replay-staff.ts';
import type { SeedWorld } from './seed-world.ts';
import { waitForReceipt } from './wait-for-receipt.ts';

export interface SeedInput {
  readonly core: Core & { readonly world: SeedWorld };
  readonly customers: number;
  readonly seed: number;
  /** End of the twelve months. */
  readonly now: Date;
  /** Called at each simulated week's end, with everything before it written: signs the log's head. */
  readonly onWeek: () => Promise<void>;
  readonly onProgress: (done: number, total: number) => void;
}

/** As many acts share one commit. */
const ACTS_AT_ONCE = 200;

/** Replays twelve months of the plan through the acts of real use. @returns who is who, for the demo's sign-in page */
export async function seedPortal({
  core,
  customers,
  seed,
  now,
  onWeek,
  onProgress,
}: SeedInput): Promise<Cast> {
  const population = planPopulation({ customers, seed, now });
  const total = [...population.acts].length;
  const first = population.acts[Symbol.iterator]().next();
  if (!first.done) core.world.moveTo(first.value.at);
  const cast = await createCast(core, population);
  let started: Promise<void>[] = [];
  const flush = async (): Promise<void> => {
    const waiting = started;
    started = [];
    await Promise.all(waiting);
  };
  const replay: ReplayContext = {
    core,
    cast,
    releases: new Map(),
    threads: new Map(),
    requests: new Map(),
    flush,
  };

  let week: number | undefined;
  let done = 0;
  for (const act of population.acts) {
    const thisWeek = weekOf(act.at);
    if (thisWeek !== week) {
      await flush();
      if (week !== undefined) await onWeek();
      week = thisWeek;
      onProgress(done, total);
    }
    // Whoever is named by the company's id of them must be connected first.
    if (!isKnown(replay, act)) await flush();
    core.world.moveTo(act.at);
    const running = start(replay, act).catch((cause: unknown) => {
      throw new Error(`seed: ${act.kind} at ${act.at} was refused`, { cause });
    });
    if (mustFinish(act)) await running;
    else started.push(running);
    if (started.length >= ACTS_AT_ONCE) await flush();
    done += 1;
  }
  await flush();
  await onWeek();
  await waitForReceipt(core, personNamed(replay, 'anna').customerId);
  onProgress(total, total);
  return cast;
}

function start(replay: ReplayContext, act: PlannedAct): Promise<void> {
  switch (act.kind) {
    case 'release-notice':
    case 'release':
    case 'save-segment':
    case 'define-field':
    case 'release-field':
      return replayPortal(replay, act);
    case 'register':
    case 'confirm':
    case 'connect':
    case 'profile':
    case 'verify':
      return replayAccount(replay, act);
    case 'grant':
    case 'change':
    case 'refuse':
    case 'withdraw':
    case 'object':
    case 'undo':
      return replayDecision(replay, act);
    case 'pause':
    case 'resume':
    case 'channels-off':
    case 'wish':
    case 'restrict':
      return replayPreference(replay, act);
    case 'end':
    case 'confirm-recalls':
      return replayLeave(replay, act);
    case 'ask':
    case 'answer':
    case 'open-talk':
    case 'call':
    case 'write-first':
    case 'record':
    case 'keep':
    case 'want-yearly':
      return replayDialogue(replay, act);
    case 'bring-along':
      return replayBring(replay, act);
    case 'report-everything':
    case 'report-uses':
    case 'plan-contact':
      return replayContact(replay, act);
    case 'list':
    case 'view':
    case 'ask-consent':
    case 'export':
    case 'evidence':
      return replayStaff(replay, act);
    case 'request':
    case 'request-letter':
    case 'request-step':
      return replayRequest(replay, act);
  }
}

const WEEK_MS = 7 * DAY_MS;

function weekOf(at: Instant): number {
  return Math.floor(msOf(at) / WEEK_MS);
}

/** Staff name a person by the relationship's subject, which exists once it was written. */
function isKnown(replay: ReplayContext, act: PlannedAct): boolean {
  const byStaff =
    act.kind === 'view' ||
    act.kind === 'ask-consent' ||
    ('method' in act && act.method !== 'web' && act.method !== 'join');
  return !byStaff || personNamed(replay, act.person).subjects.has(act.company);
}

/** Acts whose clock must stand still until they are done, because they wait before they write. */
function mustFinish({ kind }: PlannedAct): boolean {
  if (kind.startsWith('request')) return true;
  return [
    'release',
    'release-notice',
    'save-segment',
    'define-field',
    'release-field',
    'export',
    'bring-along',
    'evidence',
    'undo',
    'confirm-recalls',
    'ask',
    'answer',
    'open-talk',
    'call',
    'write-first',
    'record',
    'keep',
    'want-yearly',
    'report-everything',
    'report-uses',
    'plan-contact',
  ].includes(kind);
}
