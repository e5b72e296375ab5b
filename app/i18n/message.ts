import type { MessageKey, ValuesArgument } from './message-key.ts';
import type { Translator } from './translator.ts';

/** A text that is not yet in anybody's language: travels through errors and JSON, is told at the end. */
export interface Message {
  readonly key: MessageKey;
  readonly values?: Readonly<Record<string, string | number>>;
}

export function message<K extends MessageKey>(key: K, ...values: ValuesArgument<K>): Message {
  const [filled] = values;
  return filled === undefined ? { key } : { key, values: { ...filled } };
}

/** The message in the reader's language. `message` has checked that key and values belong together. */
export function tell(t: Translator, { key, values }: Message): string {
  const say = t as (key: MessageKey, values?: Message['values']) => string;
  return say(key, values);
}
