import type { de } from './catalogues/de/index.ts';

/** A catalogue in another language: same keys, other texts. A missing or surplus key does not compile. */
export type Shape<T> = { readonly [K in keyof T]: T[K] extends string ? string : Shape<T[K]> };

type PluralBase<K extends string> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K;

type Paths<T> = {
  [K in keyof T & string]: T[K] extends string ? PluralBase<K> : `${K}.${Paths<T[K]>}`;
}[keyof T & string];

/** Every key a screen may ask for, like `common.action.save`. Of a plural pair only the stem is a key. */
export type MessageKey = Paths<typeof de>;

type TextAt<T, Path extends string> = Path extends keyof T
  ? T[Path]
  : Path extends `${infer Head}.${infer Rest}`
    ? Head extends keyof T
      ? TextAt<T[Head], Rest>
      : never
    : `${Path}_other` extends keyof T
      ? T[`${Path}_other`] | (`${Path}_one` extends keyof T ? T[`${Path}_one`] : never) | '{{count}}'
      : never;

type VariablesIn<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | VariablesIn<Rest>
  : never;

type VariableOf<K extends MessageKey> = VariablesIn<TextAt<typeof de, K>>;

/** What a text wants filled in: read from the German text itself. Numbers are written as the country writes them. */
export type MessageValues<K extends MessageKey> = {
  readonly [V in VariableOf<K>]: V extends 'count' ? number : string | number;
};

/** The second argument of `t`: absent when the text has no gaps. */
export type ValuesArgument<K extends MessageKey> = [VariableOf<K>] extends [never]
  ? []
  : [values: MessageValues<K>];

/** Keys of texts without gaps: for a key that travels in a variable. */
export type PlainKey = { [K in MessageKey]: [VariableOf<K>] extends [never] ? K : never }[MessageKey];
