import { fieldLabel } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BackLink } from '#app/ui/back-link.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { DescriptionList } from '#app/ui/description-list.tsx';
import { HashValue } from '#app/ui/hash-value.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import type { FieldId } from '#schema/field.ts';
import { textIn } from '#schema/language.ts';
import { PermittedValue } from './permitted-value.tsx';
import {
  askedPath,
  noPath,
  type PersonView,
  type PurposeName,
  peoplePath,
  recordPath,
  shortSubject,
  writePath,
} from './view.ts';

export interface PersonPage {
  readonly companyName: string;
  readonly purpose: PurposeName;
  readonly fields: readonly FieldId[];
  readonly person: PersonView;
}

/** One person for one purpose: permitted fields, and a lock on all others. */
export function PersonScreen({ companyName, purpose, fields, person }: PersonPage) {
  const { t, format, language } = useI18n();
  const { subject, since, values, channels } = person;
  const ways = format.list(channels.map((channel) => t(`common.channelBy.${channel}`)));
  return (
    <Stack gap="l">
      <PageHeader
        size="plain"
        back={
          <BackLink
            label={t('common.nav.breadcrumb')}
            trail={[{ href: peoplePath(purpose.slug), label: t('company.person.back') }]}
          />
        }
        title={t('company.person.headline', { person: shortSubject(subject) })}
        lead={t('company.person.lead', {
          purpose: textIn(purpose.title, language),
          date: format.date(since),
        })}
      />
      <Notice tone="info" title={t('company.shown.view')}>
        <p>{t('company.shown.viewText', { company: companyName })}</p>
      </Notice>
      <Section id="fields" title={t('company.person.fields')}>
        <DescriptionList
          look="lines"
          facts={[
            { term: t('company.people.person'), text: <HashValue value={subject} /> },
            ...fields.map((field) => ({
              term: fieldLabel(t, field),
              text: <PermittedValue field={field} value={values[field]} />,
            })),
          ]}
        />
      </Section>
      <Section id="channels" title={t('company.person.channels')}>
        <p>
          {channels.length > 0
            ? t('company.person.channelsText', { channels: ways })
            : t('company.person.channelsNone')}
        </p>
      </Section>
      <PersonDialogue person={person} purpose={purpose} />
      <Section id="ask" title={t('company.ask.toAsk')} lead={t('company.ask.toAskText')}>
        <Actions>
          <ButtonLink href={askedPath(subject)}>{t('company.ask.toAsk')}</ButtonLink>
        </Actions>
      </Section>
      <Section id="no" title={t('company.person.recordNo')} lead={t('company.person.recordNoText')}>
        <Actions>
          <ButtonLink href={noPath(subject, purpose.slug)}>{t('company.person.recordNo')}</ButtonLink>
        </Actions>
      </Section>
    </Stack>
  );
}

/** What may be written to the person and about the person. */
function PersonDialogue({ person: { subject, channels }, purpose }: Pick<PersonPage, 'person' | 'purpose'>) {
  const { t } = useI18n();
  return (
    <>
      {channels.includes('portal') ? (
        <Section
          id="write"
          title={t('company.dialogue.write.open')}
          lead={t('company.dialogue.write.openText')}
        >
          <Actions>
            <ButtonLink href={writePath(subject, purpose.slug)}>
              {t('company.dialogue.write.open')}
            </ButtonLink>
          </Actions>
        </Section>
      ) : null}
      <Section
        id="record"
        title={t('company.dialogue.record.title')}
        lead={t('company.dialogue.record.openText')}
      >
        <Actions>
          <ButtonLink href={recordPath(subject, purpose.slug)}>
            {t('company.dialogue.record.open')}
          </ButtonLink>
        </Actions>
      </Section>
    </>
  );
}
