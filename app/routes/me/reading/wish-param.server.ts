import * as z from 'zod';
import type { ChangedWishes, Wish, WishKind } from '#app/screens/me/wish.ts';
import { Channel } from '#schema/channel.ts';
import type { CustomerId } from '#schema/ids.ts';
import { Instant } from '#schema/instant.ts';
import { Language } from '#schema/language.ts';
import { QuietHours } from '#schema/preference.ts';
import { Topic } from '#schema/topic.ts';
import type { Visit } from './visit.server.ts';

const Span = z.object({ from: QuietHours.shape.from, to: QuietHours.shape.to });

/** A wish as the address of the next page carries it: its kind and a word of before, never what is stored. */
export function writeWish(wish: Wish): string {
  return `${wish.kind}:${textOf(wish)}`;
}

function textOf(wish: Wish): string {
  switch (wish.kind) {
    case 'topics':
    case 'channels':
      return wish.off.join(',');
    case 'often':
      return String(wish.most ?? 'any');
    case 'quiet':
      return wish.hours ? `${wish.hours.from}-${wish.hours.to}` : 'none';
    case 'pause':
      return wish.until ?? 'none';
    case 'language':
      return wish.language;
  }
}

/** What such words say of one kind; null for what nobody here has written. The first counts, whatever is repeated. */
export function readWish(kind: WishKind, words: readonly string[]): Wish | null {
  const word = words.find((one) => one.startsWith(`${kind}:`));
  return word === undefined ? null : parseWish(kind, word.slice(kind.length + 1));
}

function parseWish(kind: WishKind, text: string): Wish | null {
  const list = text.split(',').filter(Boolean);
  switch (kind) {
    case 'topics': {
      const off = z.array(Topic).safeParse(list).data;
      return off ? { kind, off } : null;
    }
    case 'channels': {
      const off = z.array(Channel).safeParse(list).data;
      return off ? { kind, off } : null;
    }
    case 'often':
      if (text === 'any') return { kind, most: null };
      return /^[1-9]\d?$/.test(text) ? { kind, most: Number(text) } : null;
    case 'quiet': {
      if (text === 'none') return { kind, hours: null };
      const [from, to] = text.split('-');
      const hours = Span.safeParse({ from, to }).data;
      return hours ? { kind, hours } : null;
    }
    case 'pause': {
      if (text === 'none') return { kind, until: null };
      const until = Instant.safeParse(text).data;
      return until ? { kind, until } : null;
    }
    case 'language': {
      const language = Language.safeParse(text).data;
      return language ? { kind, language } : null;
    }
  }
}

const KINDS: readonly WishKind[] = ['topics', 'channels', 'often', 'quiet', 'pause', 'language'];

/** From what the address says to what `now` reads from the store, with the newest entry that says so. */
export async function readChangedWishes(
  { core, customer, url }: Pick<Visit, 'core' | 'customer' | 'url'>,
  now: (kind: WishKind) => Wish,
): Promise<ChangedWishes | null> {
  const words = url.searchParams.getAll('was');
  const changes = KINDS.flatMap((kind) => {
    const from = readWish(kind, words);
    return from ? [{ from, to: now(kind) }] : [];
  });
  if (changes.length === 0) return null;
  const logged = changes.some(({ to }) => to.kind !== 'language');
  return { changes, entry: logged ? await newestEntry(core, customer.id) : null };
}

/** As many entries as one change for all companies can write. */
const RECENT = 50;

async function newestEntry(core: Visit['core'], customerId: CustomerId): Promise<ChangedWishes['entry']> {
  const recent = await core.storage.read.ledger.ofCustomer(customerId, RECENT);
  const entry = recent.find(({ kind }) => kind === 'preference');
  return entry ? { index: entry.index, at: entry.at } : null;
}
