import { fieldLabel } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BackLink } from '#app/ui/back-link.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { LinkList } from '#app/ui/link-list.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import type { FieldId } from '#schema/field.ts';
import type { PurposeId } from '#schema/ids.ts';
import { textIn } from '#schema/language.ts';
import { fieldPath } from './field-view.ts';
import { IntentField } from './intent-field.tsx';
import { PurposeMark } from './purpose-mark.tsx';
import { type CompanyName, type PurposeLine, purposePath } from './view.ts';

export interface HideFieldView {
  readonly field: FieldId;
  readonly company: CompanyName;
  readonly narrowed: readonly PurposeLine[];
  readonly ended: readonly { readonly id: PurposeId; readonly line: PurposeLine }[];
  readonly intentId: string;
}

/** What would end and what goes on without the field, and one button. */
export function HideFieldScreen({ field, company, narrowed, ended, intentId }: HideFieldView) {
  const { t } = useI18n();
  const label = fieldLabel(t, field);
  const nothing = narrowed.length + ended.length === 0;
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
        lead={t(nothing ? 'me.hide.nothing' : ended.length > 0 ? 'me.hide.leadEnds' : 'me.hide.lead')}
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
        lines={ended.map(({ line }) => line)}
      />
      <Listed id="stays" title={t('me.hide.stays')} company={company.slug} lines={narrowed} />
    </Stack>
  );
}

interface ListedProps {
  readonly id: string;
  readonly title: string;
  readonly company: string;
  readonly lines: readonly PurposeLine[];
}

function Listed({ id, title, company, lines }: ListedProps) {
  const { language } = useI18n();
  if (lines.length === 0) return null;
  return (
    <Section id={id} title={title}>
      <LinkList
        label={title}
        rows={lines.map((line) => ({
          key: line.slug,
          href: purposePath(company, line.slug),
          title: textIn(line.title, language),
          end: <PurposeMark line={line} />,
        }))}
      />
    </Section>
  );
}
