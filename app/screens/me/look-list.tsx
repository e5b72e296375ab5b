import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Details } from '#app/ui/details.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { StateShape } from '#app/ui/state-mark.tsx';
import { Timeline } from '#app/ui/timeline.tsx';
import { WrittenText } from '#app/ui/written-text.tsx';
import type { DisclosureKind } from '#schema/disclosure.ts';
import type { FieldId } from '#schema/field.ts';
import type { Instant } from '#schema/instant.ts';
import { type LocalizedText, textIn } from '#schema/language.ts';
import type { StaffRole } from '#schema/staff.ts';
import { type CompanyName, purposePath } from './view.ts';
import { useFieldList } from './words.ts';

/** Somebody of a company saw something of the customer. */
export interface LookLine {
  readonly key: string;
  readonly at: Instant;
  readonly company: CompanyName;
  readonly role: StaffRole;
  readonly how: DisclosureKind;
  readonly fields: readonly FieldId[];
  readonly purpose: { readonly slug: string; readonly title: LocalizedText } | null;
  /** What the person at the company wrote as the reason; often empty. */
  readonly reason: string;
  /** The same again and again in one month, as a program does it: one line, with every instant, newest first. */
  readonly folded: { readonly month: Instant; readonly times: readonly Instant[] } | null;
  /** What the customer said against it. */
  readonly statement: string | null;
}

/** Stands for the list of details while the sentence is made; no text has it. */
const HERE = '\u0000';

/** So many instants of a folded line are listed; more tell nothing more. */
const MOST_TIMES = 100;

export const askLookPath = (company: string, id: string): string =>
  `/me/messages/new?${new URLSearchParams({ company, look: id })}`;

interface LookListProps {
  readonly label: string;
  readonly looks: readonly LookLine[];
  /** Each can be questioned. */
  readonly ask?: boolean;
}

export function LookList({ label, looks, ask = false }: LookListProps) {
  const { t, format } = useI18n();
  const fieldList = useFieldList();
  const sentence = ({ company, fields, how, folded }: LookLine) => {
    const list = fields.length > 0 ? fieldList(fields) : t('me.looks.noFields');
    const said = folded
      ? t('me.lookMore.folded', {
          company: company.name,
          month: format.month(folded.month),
          times: t('common.count.looks', { count: folded.times.length }),
          fields: HERE,
        })
      : t(`me.looks.sentence.${how}`, { company: company.name, fields: HERE });
    const [did, end] = said.split(HERE);
    // Who and how stand out; what was read is there to be read.
    return end === undefined ? (
      did
    ) : (
      <>
        {did}
        <span className="plain">
          {list}
          {end}
        </span>
      </>
    );
  };
  return (
    <Timeline
      label={label}
      items={looks.map((look) => ({
        key: look.key,
        time: `${format.relativeDay(look.at)}, ${format.time(look.at)}`,
        dateTime: look.at,
        mark: look.how === 'evidence' ? <StateShape state="duty" /> : undefined,
        title: sentence(look),
        children: (
          <>
            <LookContext look={look} />
            {look.folded ? <EachTime times={look.folded.times} /> : null}
            {look.statement === null ? null : (
              <Notice tone="info" title={t('me.lookMore.disputed')}>
                <WrittenText text={look.statement} />
              </Notice>
            )}
            {ask ? (
              <p className="small">
                <a href={askLookPath(look.company.slug, look.key)}>{t('me.lookMore.ask')}</a>
              </p>
            ) : null}
          </>
        ),
      }))}
    />
  );
}

function EachTime({ times }: { readonly times: readonly Instant[] }) {
  const { t, format } = useI18n();
  return (
    <Details summary={t('me.lookMore.foldedOpen')}>
      <ul>
        {times.slice(0, MOST_TIMES).map((at) => (
          <li key={at}>
            <time dateTime={at}>{format.dateTime(at)}</time>
          </li>
        ))}
      </ul>
    </Details>
  );
}

function LookContext({ look: { company, purpose, role, reason } }: { readonly look: LookLine }) {
  const { t, language } = useI18n();
  return (
    <p className="soft small">
      {purpose ? (
        <>
          {t('purpose.heading')}:{' '}
          <a href={purposePath(company.slug, purpose.slug)}>{textIn(purpose.title, language)}</a>
          {' · '}
        </>
      ) : null}
      {t('me.looks.role', { role: t(`common.role.${role}`) })}
      {reason ? ` · ${t('me.looks.reason', { reason })}` : ''}
    </p>
  );
}
