import { useI18n } from '#app/i18n/i18n-context.tsx';
import { tell } from '#app/i18n/message.ts';
import type { SentForm } from './view.ts';

interface ToldForm<Field extends string> {
  /** Beside the field; undefined: nothing is wrong with it. */
  told(field: Field): string | undefined;
  /** For the summary, in the order of the fields. */
  readonly wrong: readonly { readonly id: string; readonly label?: string; readonly text: string }[];
  typed(field: Field, otherwise?: string): string;
}

/** The errors of a form that came back, in the reader's language. */
export function useToldForm<Field extends string>(
  form: SentForm<Field> | undefined,
  fields: readonly Field[],
  /** What the summary calls the fields, where there are several. */
  labels?: Readonly<Partial<Record<Field, string>>>,
): ToldForm<Field> {
  const { t } = useI18n();
  const told = (field: Field) => {
    const error = form?.errors[field];
    return error && tell(t, error);
  };
  return {
    told,
    wrong: fields.flatMap((id) => {
      const text = told(id);
      return text === undefined ? [] : [{ id, text, ...(labels?.[id] ? { label: labels[id] } : {}) }];
    }),
    typed: (field, otherwise = '') => form?.typed[field] ?? otherwise,
  };
}
