import type { PlannedField } from '#app/core/import/plan-fields.ts';
import type { LeftOutReason } from '#app/core/import/plan-import.ts';
import { fieldLabel, fieldValueText } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BackLink } from '#app/ui/back-link.tsx';
import { Button } from '#app/ui/button.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { DescriptionList } from '#app/ui/description-list.tsx';
import { Actions, Prose, Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import { CatalogueFieldId, type FieldId, type FieldValue } from '#schema/field.ts';
import type { Instant } from '#schema/instant.ts';
import type { Language } from '#schema/language.ts';
import type { Preference } from '#schema/preference.ts';
import { IntentField } from './intent-field.tsx';
import { WishText } from './wish-text.tsx';

export interface ImportCheckView {
  readonly origin: string;
  readonly exportedAt: Instant;
  readonly entries: { readonly count: number; readonly verified: number; readonly own: number };
  readonly newFields: readonly PlannedField[];
  readonly conflicts: readonly (PlannedField & { readonly here: FieldValue })[];
  readonly sameFields: number;
  readonly wishes: readonly {
    /** Null: for all companies. */
    readonly company: { readonly slug: string; readonly name: string } | null;
    readonly here: Preference;
    readonly there: Preference;
    readonly isNew: boolean;
  }[];
  readonly sameWishes: number;
  readonly language: { readonly here: Language; readonly there: Language } | null;
  readonly leftOut: readonly { readonly name: string; readonly why: LeftOutReason }[];
  readonly intentId: string;
}

/** All that the file would change here, side by side; nothing holds before the button. */
export function ImportCheckScreen(view: ImportCheckView) {
  const { t, format } = useI18n();
  const { origin, exportedAt, intentId } = view;
  return (
    <Stack gap="l">
      <PageHeader
        back={
          <BackLink
            label={t('common.nav.breadcrumb')}
            trail={[
              { href: '/me', label: t('common.nav.home') },
              { href: '/me/import', label: t('me.bring.title') },
            ]}
          />
        }
        title={t('me.bring.found')}
        lead={`${t('me.bring.foundLead', { origin, date: format.date(exportedAt) })} ${t('me.bring.nothingYet')}`}
      />
      <form method="post" className="stack stack-l">
        <IntentField id={intentId} />
        <Fields {...view} />
        <Wishes {...view} />
        <Evidence entries={view.entries} />
        <LeftOut leftOut={view.leftOut} />
        <Actions>
          <Button name="act" value="take" kind="primary">
            {t('me.bring.take')}
          </Button>
          <Button name="act" value="discard">
            {t('me.bring.discard')}
          </Button>
        </Actions>
      </form>
    </Stack>
  );
}

function Fields({ newFields, conflicts, sameFields }: ImportCheckView) {
  const i18n = useI18n();
  const { t } = i18n;
  const text = (field: FieldId, value: FieldValue) => fieldValueText(i18n, field, value);
  const name = ({ field, company }: PlannedField) =>
    company === null ? fieldLabel(t, field) : t('me.bring.fieldOf', { field: fieldLabel(t, field), company });
  return (
    <>
      {newFields.length > 0 ? (
        <Section id="new" title={t('me.bring.newFields')}>
          <DescriptionList
            look="lines"
            facts={newFields.map((one) => ({ term: name(one), text: text(one.field, one.value) }))}
          />
        </Section>
      ) : null}
      {conflicts.length > 0 ? (
        <Section id="conflicts" title={t('me.bring.conflicts')} lead={t('me.bring.conflictsLead')}>
          <Stack>
            {conflicts.map(({ field, company, value, here }) => (
              <ChoiceGroup
                key={field}
                kind="radio"
                name={`field.${field}`}
                legend={name({ field, company, value })}
                layout="columns"
                choices={[
                  { value: 'here', label: t('me.bring.stays', { value: text(field, here) }) },
                  { value: 'file', label: t('me.bring.replace', { value: text(field, value) }) },
                ]}
              />
            ))}
          </Stack>
        </Section>
      ) : null}
      {sameFields > 0 ? <p className="soft">{t('me.bring.same', { count: sameFields })}</p> : null}
    </>
  );
}

function Wishes({ wishes, sameWishes, language }: ImportCheckView) {
  const { t } = useI18n();
  const named = (one: Language) => t(`common.ownLanguageName.${one}`);
  if (wishes.length === 0 && !language)
    return sameWishes > 0 ? <p className="soft">{t('me.bring.wishesSame')}</p> : null;
  return (
    <Section id="wishes" title={t('me.bring.wishes')}>
      <Stack>
        {wishes.map(({ company, here, there, isNew }) => {
          const whose = company?.name ?? t('me.bring.wishAll');
          return isNew ? (
            <DescriptionList
              key={company?.slug ?? ''}
              look="lines"
              facts={[{ term: whose, text: <WishText wish={there} own={company !== null} /> }]}
            />
          ) : (
            <ChoiceGroup
              key={company?.slug ?? ''}
              kind="radio"
              name={`wish.${company?.slug ?? ''}`}
              legend={whose}
              choices={[
                {
                  value: 'here',
                  label: t('me.bring.wishHere'),
                  detail: <WishText wish={here} own={company !== null} />,
                },
                {
                  value: 'file',
                  label: t('me.bring.wishFile'),
                  detail: <WishText wish={there} own={company !== null} />,
                },
              ]}
            />
          );
        })}
        {language ? (
          <ChoiceGroup
            kind="radio"
            name="language"
            legend={t('me.account.languageLabel')}
            layout="columns"
            choices={[
              { value: 'here', label: t('me.bring.stays', { value: named(language.here) }) },
              { value: 'file', label: t('me.bring.replace', { value: named(language.there) }) },
            ]}
          />
        ) : null}
      </Stack>
    </Section>
  );
}

function Evidence({ entries: { count, verified, own } }: Pick<ImportCheckView, 'entries'>) {
  const { t, format } = useI18n();
  const said =
    count > 0
      ? `${t('me.bring.evidenceText', { count, verified: format.number(verified) })} ${t('me.bring.evidenceNoYes')}`
      : t(own > 0 ? 'me.bring.evidenceOwn' : 'me.bring.evidenceNone');
  return (
    <Section id="evidence" title={t('me.bring.evidence')}>
      <p>{said}</p>
    </Section>
  );
}

function LeftOut({ leftOut }: Pick<ImportCheckView, 'leftOut'>) {
  const { t } = useI18n();
  if (leftOut.length === 0) return null;
  const nameOf = (name: string, why: LeftOutReason) => {
    if (why === 'not-connected') return t('me.bring.wishesAt', { company: name });
    const known = CatalogueFieldId.safeParse(name);
    return known.success ? fieldLabel(t, known.data) : name;
  };
  return (
    <Section id="left" title={t('me.bring.left')}>
      <Prose>
        <ul>
          {leftOut.map(({ name, why }) => (
            <li key={`${why} ${name}`}>
              {t('me.bring.leftLine', { name: nameOf(name, why), why: t(`me.bring.leftOut.${why}`) })}
            </li>
          ))}
        </ul>
      </Prose>
    </Section>
  );
}
