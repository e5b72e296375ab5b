import { fieldLabel } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BackLink } from '#app/ui/back-link.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { LinkList } from '#app/ui/link-list.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import type { Channel } from '#schema/channel.ts';
import type { FieldId } from '#schema/field.ts';
import type { PurposeId } from '#schema/ids.ts';
import { textIn } from '#schema/language.ts';
import { fieldPath } from './field-view.ts';
import { IntentField } from './intent-field.tsx';
import { PurposeMark } from './purpose-mark.tsx';
import { type CompanyName, type PurposeLine, purposePath } from './view.ts';
import { useChannelList } from './words.ts';

export interface HideFieldView {
  readonly field: FieldId;
  readonly company: CompanyName;
  /** With the ways on which nothing would come any more. */
  readonly narrowed: readonly { readonly line: PurposeLine; readonly closes: readonly Channel[] }[];
  readonly ended: readonly { readonly id: PurposeId; readonly line: PurposeLine }[];
  readonly intentId: string;
}

/** What would end and what goes on without the field, and one button. */
export function HideFieldScreen({ field, company, narrowed, ended, intentId }: HideFieldView) {
  const { t } = useI18n();
  const label = fieldLabel(t, field);
  const nothing = narrowed.length + ended.length === 0;
  const closes = narrowed.some((one) => one.closes.length > 0);
  const lead = nothing ? 'nothing' : ended.length > 0 ? 'leadEnds' : closes ? 'leadCloses' : 'lead';
  return (
    <Stack gap="l">
      <PageHeader
        back={
          <BackLink
            label={t('common.nav.breadcrumb')}
            trail={[
              { href: '/me/profile', label: t('common.nav.data') },
              { href: fieldPath(field), label },
            ]}
          />
        }
        title={t('me.hide.headline', { company: company.name, field: label })}
        lead={t(`me.hide.${lead}`)}
      />
      {nothing ? null : (
        <form method="post">
          <IntentField id={intentId} />
          {ended.map(({ id }) => (
            <input key={id} type="hidden" name="ends" value={id} />
          ))}
          <Actions>
            <Button kind="neutral">{t('me.hide.from', { company: company.name })}</Button>
            <ButtonLink kind="quiet" href={fieldPath(field)}>
              {t('common.action.cancel')}
            </ButtonLink>
          </Actions>
        </form>
      )}
      <Listed
        id="ends"
        title={t('me.hide.ends')}
        company={company.slug}
        lines={ended.map(({ line }) => ({ line, closes: [] }))}
      />
      <Listed id="stays" title={t('me.hide.stays')} company={company.slug} lines={narrowed} />
    </Stack>
  );
}

interface ListedProps {
  readonly id: string;
  readonly title: string;
  readonly company: string;
  readonly lines: HideFieldView['narrowed'];
}

function Listed({ id, title, company, lines }: ListedProps) {
  const { t, language } = useI18n();
  const by = useChannelList();
  if (lines.length === 0) return null;
  return (
    <Section id={id} title={title}>
      <LinkList
        label={title}
        rows={lines.map(({ line, closes }) => ({
          key: line.slug,
          href: purposePath(company, line.slug),
          title: textIn(line.title, language),
          detail: closes.length > 0 ? t('me.hide.closes', { channels: by(closes) }) : undefined,
          end: <PurposeMark line={line} />,
        }))}
      />
    </Section>
  );
}
