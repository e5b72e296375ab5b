import { createHash } from 'node:crypto';
import type { Intent } from '#app/core/shared/idempotency-store.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * The intent of a form that carries the hidden field `intent-id`; undefined
 * without one (a program, an old page): then only the act itself is idempotent.
 *
 * @param actor who sent it, e.g. `customer:<id>`
 */
export function intentOf(form: FormData, actor: string, route: string): Intent | undefined {
  const key = form.get('intent-id');
  if (typeof key !== 'string' || !UUID.test(key)) return undefined;
  const said = [...form.entries()]
    .filter(([name]) => name !== 'intent-id')
    .map(([name, value]) => [name, typeof value === 'string' ? value : value.name])
    .sort();
  return { key, actor, route, bodyHash: createHash('sha256').update(JSON.stringify(said)).digest('hex') };
}

/**
 * A page has several buttons and one id, and "back" brings the page again with
 * the same id: another answer is another intent, never a reuse to be refused.
 */
export function answerIntentOf(form: FormData, actor: string, route: string): Intent | undefined {
  const intent = intentOf(form, actor, route);
  return intent && { ...intent, key: `${intent.key}/${intent.bodyHash.slice(0, 32)}` };
}
