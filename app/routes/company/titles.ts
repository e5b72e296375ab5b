import { type Locale, languageOf } from '#app/i18n/locale.ts';
import { createTranslator } from '#app/i18n/translator.ts';
import type { PeopleView } from '#app/screens/company/people.tsx';
import type { PersonPage } from '#app/screens/company/person.tsx';
import type { SegmentView } from '#app/screens/company/segment.tsx';
import { shortSubject } from '#app/screens/company/view.ts';
import { textIn } from '#schema/language.ts';

/** Tabs of a browser, told apart by what they show. Never a value of a person: titles stay in a browser's history. */
export function personTitle(data: unknown, locale: Locale): string | undefined {
  const subject = (data as PersonPage | undefined)?.person.subject;
  return subject && `${createTranslator(locale)('company.person.title')} ${shortSubject(subject)}`;
}

export function segmentTitle(data: unknown, locale: Locale): string | undefined {
  const name = (data as SegmentView | undefined)?.segment.name;
  return name && `${createTranslator(locale)('company.segment.title')}: ${name}`;
}

export function peopleTitle(data: unknown, locale: Locale): string {
  const view = (data as { readonly people: PeopleView | null } | undefined)?.people;
  const title = createTranslator(locale)('company.people.title');
  if (!view) return title;
  return `${title}: ${view.segment?.name ?? textIn(view.purpose.title, languageOf(locale))}`;
}
