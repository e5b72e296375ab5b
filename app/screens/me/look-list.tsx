import { useI18n } from '#app/i18n/i18n-context.tsx';
import { StateShape } from '#app/ui/state-mark.tsx';
import { Timeline } from '#app/ui/timeline.tsx';
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
}

export function LookList({ label, looks }: { readonly label: string; readonly looks: readonly LookLine[] }) {
  const { t, format } = useI18n();
  const fieldList = useFieldList();
  return (
    <Timeline
      label={label}
      items={looks.map((look) => ({
        key: look.key,
        time: `${format.relativeDay(look.at)}, ${format.time(look.at)}`,
        dateTime: look.at,
        mark: look.how === 'evidence' ? <StateShape state="duty" /> : undefined,
        title: t(`me.looks.sentence.${look.how}`, {
          company: look.company.name,
          fields: look.fields.length > 0 ? fieldList(look.fields) : t('me.looks.noFields'),
        }),
        children: <LookContext look={look} />,
      }))}
    />
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
