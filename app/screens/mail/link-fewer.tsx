import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { Section } from '#app/ui/section.tsx';
import { IntentField } from '../me/intent-field.tsx';
import type { LinkCompany } from './link-view.ts';

/** Where a mail's "fewer mails" leads: for each company fewer, or none, without touching an answer. */
export function FewerMails({
  companies,
  intentId,
}: {
  readonly companies: readonly LinkCompany[];
  readonly intentId: string;
}) {
  const { t } = useI18n();
  if (companies.length === 0) return null;
  return (
    <Section id="fewer" title={t('byMail.link.fewerTitle')} lead={t('byMail.link.fewerLead')}>
      <Stack gap="l">
        {companies.map((company) => (
          <FewerOfOne key={company.slug} company={company} intentId={intentId} />
        ))}
      </Stack>
    </Section>
  );
}

function FewerOfOne({
  company: { slug, name, mailOff, fewer, reports },
  intentId,
}: {
  readonly company: LinkCompany;
  readonly intentId: string;
}) {
  const { t } = useI18n();
  if (mailOff) return <p className="soft">{t('byMail.link.mailIsOff', { company: name })}</p>;
  return (
    <form method="post">
      <IntentField id={intentId} />
      <input type="hidden" name="company" value={slug} />
      <Stack gap="s">
        {fewer ? null : (
          <Actions>
            <Button name="act" value="fewer">
              {t('byMail.link.fewer', { company: name })}
            </Button>
          </Actions>
        )}
        <Actions>
          <Button name="act" value="no-mail">
            {t('byMail.link.noMail', { company: name })}
          </Button>
        </Actions>
        <p className="small soft">
          {t(`byMail.link.${fewer ? 'isFewer' : 'fewerMeans'}.${reports ? 'checked' : 'asked'}`, {
            company: name,
          })}
        </p>
      </Stack>
    </form>
  );
}
