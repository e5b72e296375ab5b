import { fieldLabel, fieldValueText } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { DescriptionList } from '#app/ui/description-list.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import type { CatalogueField, FieldGroup, FieldId, FieldSource, FieldValue } from '#schema/field.ts';
import type { Instant } from '#schema/instant.ts';
import { type LocalizedText, textIn } from '#schema/language.ts';
import { DueValues } from './due-values.tsx';
import { fieldPath } from './field-view.ts';
import { IntentField } from './intent-field.tsx';
import { type CompanyName, purposePath } from './view.ts';

export interface ProfileField {
  readonly field: FieldId;
  /** The company that asks for it; null: a field of the catalogue. */
  readonly definedBy: CompanyName | null;
  readonly value: FieldValue | null;
  readonly at: Instant | null;
  readonly source: FieldSource | null;
  readonly verifiedAt: Instant | null;
  /** For a derived field: those it comes from. */
  readonly from: readonly CatalogueField[];
  /** Purposes for which somebody may see it now. */
  readonly seenBy: readonly {
    readonly company: CompanyName;
    readonly purpose: string;
    readonly title: LocalizedText;
  }[];
}

export interface ProfileView {
  readonly groups: readonly { readonly group: FieldGroup; readonly fields: readonly ProfileField[] }[];
  /** Values that are a year old. */
  readonly due: readonly ProfileField[];
  readonly remindersOff: boolean;
  readonly done: ProfileDone | null;
  readonly intentId: string;
}

export const PROFILE_DONE = ['saved', 'confirmed', 'reminder'] as const;
export type ProfileDone = (typeof PROFILE_DONE)[number];

/** All that is kept, with who may see it now; it stays the customer's own whatever is permitted. */
export function ProfileScreen({ groups, due, remindersOff, done, intentId }: ProfileView) {
  const { t } = useI18n();
  const fields = groups.flatMap((group) => group.fields);
  const filled = fields.filter(({ value }) => value !== null).length;
  const seen = fields.filter(({ value, seenBy }) => value !== null && seenBy.length > 0).length;
  return (
    <Stack gap="l">
      {done ? <Notice tone="done" live="status" title={t(`me.ownField.done.${done}`)} /> : null}
      <PageHeader
        title={
          seen > 0
            ? t('me.data.headline', { filled: String(filled), count: seen })
            : t('me.data.headlineNobody')
        }
        lead={t('me.data.lead')}
        actions={
          <>
            <ButtonLink href="/me/profile/flow">{t('me.flow.title')}</ButtonLink>
            <ButtonLink href="/me/export">{t('me.takeAlong.title')}</ButtonLink>
          </>
        }
      />
      <DueValues due={due} intentId={intentId} />
      {groups.map(({ group, fields: own }) => (
        <GroupSection key={group} group={group} fields={own} />
      ))}
      <Reminders off={remindersOff} intentId={intentId} />
    </Stack>
  );
}

interface GroupProps {
  readonly group: FieldGroup;
  readonly fields: readonly ProfileField[];
}

function GroupSection({ group, fields }: GroupProps) {
  const { t, format } = useI18n();
  const shown = fields.filter(({ value, seenBy }) => value !== null || seenBy.length > 0);
  const empty = fields.filter((field) => !shown.includes(field) && field.from.length === 0);
  const name = t(`field.group.${group}`);
  return (
    <Section
      id={group}
      title={name}
      action={
        <a href={`/me/profile/${group}`}>
          {t('common.action.change')}
          <span className="visually-hidden">: {name}</span>
        </a>
      }
    >
      {shown.length > 0 ? (
        <DescriptionList
          look="lines"
          facts={shown.map((field) => ({
            term: <a href={fieldPath(field.field)}>{fieldLabel(t, field.field)}</a>,
            text: <FieldText field={field} />,
          }))}
        />
      ) : null}
      {empty.length > 0 ? (
        <p className="soft small">
          {t('me.data.empty', { fields: format.list(empty.map(({ field }) => fieldLabel(t, field))) })}
        </p>
      ) : null}
    </Section>
  );
}

function FieldText({ field }: { readonly field: ProfileField }) {
  const i18n = useI18n();
  const { t } = i18n;
  return (
    <>
      <p>
        <strong>
          {field.value ? fieldValueText(i18n, field.field, field.value) : t('field.value.missing')}
        </strong>
      </p>
      {field.definedBy ? (
        <p className="soft small">{t('me.ownField.askedBy', { company: field.definedBy.name })}</p>
      ) : null}
      <SeenBy field={field} />
      <Origin field={field} />
    </>
  );
}

function SeenBy({ field: { seenBy } }: { readonly field: ProfileField }) {
  const { t, language } = useI18n();
  if (seenBy.length === 0) return <p className="soft small">{t('me.data.seenByNobody')}</p>;
  const companies = [...new Map(seenBy.map((seen) => [seen.company.slug, seen.company])).values()];
  return companies.map((company) => (
    <p key={company.slug} className="small">
      {t('me.data.seenBy', { company: company.name })}{' '}
      {seenBy
        .filter((seen) => seen.company.slug === company.slug)
        .map((seen, index) => (
          <span key={seen.purpose}>
            {index > 0 ? ', ' : ''}
            <a href={purposePath(company.slug, seen.purpose)}>{textIn(seen.title, language)}</a>
          </span>
        ))}
    </p>
  ));
}

function Origin({ field: { at, source, verifiedAt, from } }: { readonly field: ProfileField }) {
  const { t, format } = useI18n();
  if (from.length > 0) {
    const sources = format.list(from.map((field) => fieldLabel(t, field)));
    return <p className="soft small">{t('field.value.derived', { field: sources })}</p>;
  }
  if (!at || !source) return null;
  const parts = [
    t('me.data.origin', { source: t(`field.source.${source}`), date: format.date(at) }),
    ...(verifiedAt ? [t('field.value.verified', { date: format.date(verifiedAt) })] : []),
  ];
  return <p className="soft small">{parts.join(' · ')}</p>;
}

function Reminders({ off, intentId }: { readonly off: boolean; readonly intentId: string }) {
  const { t } = useI18n();
  return (
    <Section
      id="reminders"
      title={t('me.review.reminders')}
      lead={t(off ? 'me.review.allOff' : 'me.review.allOn')}
    >
      <form method="post">
        <IntentField id={intentId} />
        <input type="hidden" name="wanted" value={off ? 'yes' : 'no'} />
        <Actions>
          <Button name="act" value="remind">
            {t(off ? 'me.review.switchAllOn' : 'me.review.switchAllOff')}
          </Button>
        </Actions>
      </form>
    </Section>
  );
}
