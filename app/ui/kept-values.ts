import { createContext, useContext } from 'react';

/** What was typed on this page before a sign-in or a change of language, by name of the control. */
export type KeptValues = { readonly [name: string]: readonly string[] };

/** Id of the one form of a page whose values the language switch takes along. */
export const ENTRY_FORM = 'entry';

export const KeptContext = createContext<KeptValues | null>(null);

/** The value to begin with: what was typed wins over what is stored. */
export function useKeptValue<Value extends string | number | readonly string[]>(
  name: string,
  stored: Value | undefined,
): Value | string | undefined {
  return useContext(KeptContext)?.[name]?.[0] ?? stored;
}

/** Whether a box was ticked; of a control that was not sent at all nothing is known. */
export function useKeptTicks(name: string): ((value: string) => boolean) | null {
  const kept = useContext(KeptContext)?.[name];
  return kept ? (value) => kept.includes(value) : null;
}
