import { Temporal } from 'temporal-polyfill';
import type { Quiet } from './history.ts';
import { getOr } from './oracle-memory.ts';

const WEEK = 7 * 24 * 3_600_000;
const MINUTE = 60_000;

/** By a calendar library: what the clock on the wall shows, whatever it was put to. */
export function isQuiet(quiet: Quiet | null, at: number): boolean {
  if (!quiet) return false;
  const shown = wall(at, quiet.timeZone).toPlainTime();
  const from = Temporal.PlainTime.compare(shown, quiet.from) >= 0;
  const to = Temporal.PlainTime.compare(shown, quiet.to) < 0;
  return Temporal.PlainTime.compare(quiet.from, quiet.to) < 0 ? from && to : from || to;
}

export function tooMany(most: number, uses: readonly number[], at: number): boolean {
  return uses.filter((use) => use <= at && at - use < WEEK).length >= most;
}

/** Steps from one instant at which something may change to the next, until nothing stands in the way. */
export function mayGoOutAt(at: number, quiet: Quiet | null, most: number, uses: readonly number[]): number {
  let when = at;
  while (isQuiet(quiet, when) || tooMany(most, uses, when)) {
    const changes = [...uses.map((use) => use + WEEK), ...(quiet ? wallChanges(quiet, when) : [])];
    when = Math.min(...changes.filter((change) => change > when));
  }
  return when;
}

/** Every instant of the next days at which the wall shows the end, and when the clock is put to another time. */
function wallChanges(quiet: Quiet, at: number): number[] {
  const { to, timeZone } = quiet;
  const minute = Math.floor(at / MINUTE) * MINUTE;
  return getOr(changesKept, `${timeZone} ${to} ${minute}`, () => {
    const now = wall(minute, timeZone);
    const put = now.getTimeZoneTransition('next');
    const ends = [0, 1, 2].flatMap((days) => {
      const end = now.toPlainDate().add({ days }).toPlainDateTime(to);
      return (['earlier', 'later'] as const).map((disambiguation) =>
        end.toZonedDateTime(timeZone, { disambiguation }),
      );
    });
    return [...ends, ...(put ? [put] : [])].map(({ epochMilliseconds }) => epochMilliseconds);
  });
}

const changesKept = new Map<string, number[]>();
const wallKept = new Map<string, Temporal.ZonedDateTime>();

function wall(at: number, timeZone: string): Temporal.ZonedDateTime {
  return getOr(wallKept, `${timeZone} ${at}`, () =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone),
  );
}
