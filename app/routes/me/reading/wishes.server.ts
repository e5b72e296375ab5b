import { type EffectivePreference, effectivePreference } from '#app/core/preference/effective-preference.ts';
import type { OwnWish, Wish, WishesView, WishKind } from '#app/screens/me/wish.ts';
import { CHANNELS } from '#schema/channel.ts';
import type { CompanyId } from '#schema/ids.ts';
import type { Language } from '#schema/language.ts';
import { NO_PREFERENCE, type Preference, RINGING_CHANNELS } from '#schema/preference.ts';
import { TOPICS } from '#schema/topic.ts';
import { nameOf } from './find-company.server.ts';
import { type ConnectedCompany, runningPause } from './lines.server.ts';
import type { Visit } from './visit.server.ts';

/**
 * What the forms show: topics and channels that a purpose of these companies
 * uses, so that no switch is there that could do nothing.
 *
 * @param own null: the default for all companies
 * @param overrides what differs where, for the default
 */
export async function readWishes(
  { core, customer, intentId }: Pick<Visit, 'core' | 'customer' | 'intentId'>,
  connected: readonly ConnectedCompany[],
  own: Preference | null,
  overrides: ReadonlyMap<CompanyId, Preference> = new Map(),
): Promise<WishesView> {
  const { read } = core.storage;
  const byDefault = await read.preference.find(customer.id, null);
  const wishes = effectivePreference(own ?? NO_PREFERENCE, byDefault);
  const contents = connected
    .flatMap(({ standings }) => standings)
    .filter(({ purpose }) => purpose.basis === 'consent' || purpose.basis === 'objection')
    .map(({ granted, current }) => (granted ?? current).content);
  const used = new Set([...wishes.channelsOff, ...contents.flatMap(({ channels }) => channels)]);
  const about = new Set([
    ...wishes.topicsOff,
    ...contents.flatMap(({ channels, topics }) => (channels.length > 0 ? (topics ?? TOPICS) : [])),
  ]);
  const reporting = await Promise.all(
    connected.map(async ({ company }) => ({
      name: nameOf(company),
      reports: (await read.use.reportingSince(company.id)) !== null,
    })),
  );
  return {
    topics: TOPICS.filter((topic) => about.has(topic)),
    topicsOff: wishes.topicsOff,
    channels: CHANNELS.filter((channel) => used.has(channel)),
    channelsOff: wishes.channelsOff,
    mostPerWeek: wishes.mostPerWeek,
    quietHours: wishes.quietHours,
    rings: wishes.quietHours !== null || RINGING_CHANNELS.some((channel) => used.has(channel)),
    checked: reporting.filter(({ reports }) => reports).map(({ name }) => name),
    asked: reporting.filter(({ reports }) => !reports).map(({ name }) => name),
    own: own && {
      topics: own.topicsOff !== undefined,
      channels: own.channelsOff !== null,
      often: own.mostPerWeek !== undefined,
      quiet: own.quietHours !== undefined,
    },
    exempt: exemptBy(connected, overrides),
    intentId,
  };
}

function exemptBy(
  connected: readonly ConnectedCompany[],
  overrides: ReadonlyMap<CompanyId, Preference>,
): WishesView['exempt'] {
  const at = (kind: OwnWish) =>
    connected
      .filter(({ company }) => ownWishes(overrides.get(company.id)).includes(kind))
      .map(({ company }) => nameOf(company));
  return { topics: at('topics'), channels: at('channels'), often: at('often'), quiet: at('quiet') };
}

/** What a company has of its own, in the order of the questions. */
export function ownWishes(own: Preference | undefined): OwnWish[] {
  if (!own) return [];
  return [
    ...(own.topicsOff ? (['topics'] as const) : []),
    ...(own.channelsOff ? (['channels'] as const) : []),
    ...(own.mostPerWeek === undefined ? [] : (['often'] as const)),
    ...(own.quietHours ? (['quiet'] as const) : []),
  ];
}

/** One wish as it stands. */
export function wishNow(
  kind: WishKind,
  { topicsOff, channelsOff, mostPerWeek, quietHours }: Omit<EffectivePreference, 'pausedUntil'>,
  {
    pausedUntil,
    language,
    at,
  }: { pausedUntil: Preference['pausedUntil']; language: Language; at: Visit['at'] },
): Wish {
  switch (kind) {
    case 'topics':
      return { kind, off: topicsOff };
    case 'channels':
      return { kind, off: channelsOff };
    case 'often':
      return { kind, most: mostPerWeek };
    case 'quiet':
      return { kind, hours: quietHours && { from: quietHours.from, to: quietHours.to } };
    case 'pause':
      return { kind, until: runningPause(pausedUntil, at) };
    case 'language':
      return { kind, language };
  }
}
