import type { FieldDraft } from '#app/core/company-field/define-field.ts';
import { type Message, message } from '#app/i18n/message.ts';
import type { FieldForm } from '#app/screens/company/fields-view.ts';
import { CompanyFieldContent, type CompanyFieldOption, CompanyFieldType } from '#schema/company-field.ts';
import { Slug } from '#schema/ids.ts';
import type { Language, LocalizedText } from '#schema/language.ts';

/** A reason of one word tells nobody why. */
const SENTENCE_MIN = 10;

/** What a form says, or what to mend in it. */
export function readFieldDraft(
  form: FormData,
  languages: readonly Language[],
): { readonly draft: FieldDraft } | { readonly form: FieldForm } {
  const typed: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string') typed[name] = value.trim();
  const errors: { id: string; message: Message }[] = [];
  const textOf = (name: 'label' | 'reason' | 'benefit'): LocalizedText => {
    const texts: Record<string, string> = {};
    for (const language of languages) {
      const id = `${name}.${language}`;
      const text = typed[id] ?? '';
      if (text === '') errors.push({ id, message: message('error.form.required') });
      else if (name !== 'label' && text.length < SENTENCE_MIN)
        errors.push({ id, message: message('company.fields.error.sentence') });
      else texts[language] = text;
    }
    return texts as LocalizedText;
  };
  const label = textOf('label');
  const reason = textOf('reason');
  const benefit = textOf('benefit');
  const type = CompanyFieldType.safeParse(typed.type).data;
  if (!type) errors.push({ id: 'type', message: message('error.form.requiredChoice') });
  const options = type === 'choice' ? optionsOf(typed, languages) : [];
  if (!Array.isArray(options)) errors.push(options);
  const slug = Slug.safeParse(slugOf(Object.values(label)[0] ?? '')).data;
  const first = `label.${languages[0] ?? 'de'}`;
  if (!slug && !errors.some(({ id }) => id === first)) {
    errors.push({ id: first, message: message('error.form.characters') });
  }
  const content = CompanyFieldContent.safeParse({ label, reason, benefit, type, options }).data;
  if (errors.length > 0 || !content || !slug) return { form: { typed, errors } };
  return { draft: { slug, content } };
}

/** One option a line, the same lines in each language; or where they do not fit together. */
function optionsOf(
  typed: Readonly<Record<string, string>>,
  languages: readonly Language[],
): CompanyFieldOption[] | FieldForm['errors'][number] {
  const lists = languages.map((language) =>
    (typed[`options.${language}`] ?? '')
      .split('\n')
      .map((line) => line.trim().slice(0, 60))
      .filter((line) => line !== ''),
  );
  const [first = []] = lists;
  if (first.length < 2 || first.length > 20 || lists.some(({ length }) => length !== first.length))
    return { id: `options.${languages[0] ?? 'de'}`, message: message('company.fields.error.options') };
  const twice = lists.findIndex((lines) => new Set(lines.map(slugOf)).size < lines.length);
  if (twice >= 0)
    return {
      id: `options.${languages[twice] ?? 'de'}`,
      message: message('company.fields.error.optionTwice'),
    };
  return first.map((line, index) => ({
    value: slugOf(line) || `option-${index + 1}`,
    label: Object.fromEntries(languages.map((language, place) => [language, lists[place]?.[index]])),
  })) as CompanyFieldOption[];
}

/** "Schuhgröße" -> "schuhgroesse" */
function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 38)
    .replace(/-+$/, '');
}
