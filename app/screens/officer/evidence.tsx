import { type I18n, useI18n } from '#app/i18n/i18n-context.tsx';
import { Instant } from '#schema/instant.ts';

const NAMES = {
  'address-confirmed': 'addressConfirmed',
  'sixteen-or-older': 'sixteenOrOlder',
  'fourteen-or-older': 'fourteenOrOlder',
  'asked-at': 'askedAt',
  'confirmed-at': 'confirmedAt',
} as const;

/** What shows that it was this person, line by line. */
export function EvidenceList({ evidence }: { readonly evidence: Readonly<Record<string, string>> }) {
  const i18n = useI18n();
  return Object.entries(evidence).map(([name, value]) => <p key={name}>{evidenceText(i18n, name, value)}</p>);
}

/** One piece of evidence in words; what was written in another form is told as it stands. */
export function evidenceText({ t, format }: Pick<I18n, 't' | 'format'>, name: string, value: string): string {
  const known = Object.hasOwn(NAMES, name) ? NAMES[name as keyof typeof NAMES] : undefined;
  const term = known ? t(`officer.entry.evidenceName.${known}`) : name;
  const instant = (raw: string | undefined) => {
    const parsed = Instant.safeParse(raw);
    return parsed.success ? format.exact(parsed.data) : undefined;
  };
  // Written by confirm-address: the instants of a double opt-in and the id of its mail.
  const [, askedRaw, mail = '', pressedRaw] =
    /^button behind a mailed link; asked (\S+); mail (\S*); pressed (\S+)$/.exec(value) ?? [];
  const [asked, pressed] = [instant(askedRaw), instant(pressedRaw)];
  if (asked && pressed) return t('officer.entry.doubleOptIn', { term, asked, mail: mail || '–', pressed });
  return `${term}: ${instant(value) ?? value}`;
}
