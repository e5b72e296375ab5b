import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BackLink } from '#app/ui/back-link.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { LinkList } from '#app/ui/link-list.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import { textIn } from '#schema/language.ts';
import { IntentField } from './intent-field.tsx';
import { PurposeMark } from './purpose-mark.tsx';
import { type CompanyLines, type CompanyName, companyPath, purposePath } from './view.ts';

export interface TakeBackView {
  /** Null: at all companies. */
  readonly company: CompanyName | null;
  readonly advertisingOnly: boolean;
  /** What ends, company by company. */
  readonly ends: readonly CompanyLines[];
  /** What goes on: contracts, duties, services that were asked for. */
  readonly stays: readonly CompanyLines[];
  readonly intentId: string;
}

/** What would end and what goes on, and one button. No reason is asked, nothing is asked twice. */
export function TakeBackScreen(view: TakeBackView) {
  const { t } = useI18n();
  const { company, advertisingOnly, ends, stays, intentId } = view;
  const home = { href: '/me', label: t('common.nav.home') };
  const act = company
    ? t(advertisingOnly ? 'me.company.noAdvertising' : 'me.company.takeBackHere', { company: company.name })
    : t('common.action.takeBackAll');
  return (
    <Stack gap="l">
      <PageHeader
        back={
          <BackLink
            label={t('common.nav.breadcrumb')}
            trail={company ? [home, { href: companyPath(company.slug), label: company.name }] : [home]}
          />
        }
        title={act}
        lead={ends.length > 0 ? t('me.takeBack.lead') : t('me.takeBack.nothing')}
      />
      {ends.length > 0 ? (
        <>
          <form method="post">
            <IntentField id={intentId} />
            {company ? <input type="hidden" name="company" value={company.slug} /> : null}
            {advertisingOnly ? <input type="hidden" name="what" value="advertising" /> : null}
            <Actions>
              <Button name="act" value="take-back" kind="neutral">
                {act}
              </Button>
            </Actions>
          </form>
          <Section id="ends" title={t('me.takeBack.ends')}>
            <Listed companies={ends} label={t('me.takeBack.ends')} named={company === null} />
          </Section>
        </>
      ) : null}
      {stays.length > 0 ? (
        <Section
          id="stays"
          title={t('me.takeBack.stays')}
          lead={t(advertisingOnly ? 'me.takeBack.staysService' : 'me.takeBack.staysFixed')}
        >
          <Listed companies={stays} label={t('me.takeBack.stays')} named={company === null} />
        </Section>
      ) : null}
      {company && advertisingOnly ? (
        <p>
          <ButtonLink kind="quiet" href={`/me/take-back?company=${company.slug}`}>
            {t('me.company.takeBackHere', { company: company.name })}
          </ButtonLink>
        </p>
      ) : null}
    </Stack>
  );
}

interface ListedProps {
  readonly companies: readonly CompanyLines[];
  readonly label: string;
  /** Says with each purpose whose it is. */
  readonly named: boolean;
}

function Listed({ companies, label, named }: ListedProps) {
  const { language } = useI18n();
  return (
    <LinkList
      label={label}
      rows={companies.flatMap((company) =>
        company.purposes.map((line) => ({
          key: `${company.slug}/${line.slug}`,
          href: purposePath(company.slug, line.slug),
          title: textIn(line.title, language),
          detail: named ? company.name : undefined,
          end: <PurposeMark line={line} />,
        })),
      )}
    />
  );
}
