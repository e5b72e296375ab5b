import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BrandMark } from '#app/ui/brand-mark.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { LinkList } from '#app/ui/link-list.tsx';
import { textIn } from '#schema/language.ts';
import { IntentField } from '../me/intent-field.tsx';
import { PurposeMark } from '../me/purpose-mark.tsx';
import { brandClass, type PurposeLine } from '../me/view.ts';
import { groupOf } from '../me/words.ts';
import type { LinkCompany } from './link-view.ts';

/** One company: each thing that runs with the button that ends it, then the two that end more at once. */
export function LinkCompanyCard({
  company,
  anchor,
  intentId,
}: {
  readonly company: LinkCompany;
  /** Where a mail's "stop" leads, if it leads here. */
  readonly anchor?: string | undefined;
  readonly intentId: string;
}) {
  const { t, format, language } = useI18n();
  const { slug, name, purposes } = company;
  const running = purposes.filter((line) => groupOf(line) === 'running' || groupOf(line) === 'waiting');
  const fixed = purposes.filter((line) => groupOf(line) === 'fixed');
  return (
    <Card id={anchor} title={name} mark={<BrandMark name={name} brandClass={brandClass(slug)} />}>
      <Stack gap="m">
        {running.length > 0 ? (
          <LinkList
            label={t('me.company.group.running', { company: name })}
            rows={running.map((line) => ({
              key: line.slug,
              title: textIn(line.title, language),
              detail: <PurposeMark line={line} />,
              end: <EndOne company={slug} line={line} intentId={intentId} />,
            }))}
          />
        ) : (
          <p className="soft">{t('byMail.link.nothing', { company: name })}</p>
        )}
        {fixed.length > 0 ? (
          <p className="small soft">
            {t('byMail.link.fixed', {
              purposes: format.list(fixed.map(({ title }) => textIn(title, language))),
            })}
          </p>
        ) : null}
        <EndMore company={company} anything={running.length > 0} intentId={intentId} />
      </Stack>
    </Card>
  );
}

function EndOne({
  company,
  line,
  intentId,
}: {
  readonly company: string;
  readonly line: PurposeLine;
  readonly intentId: string;
}) {
  const { t, language } = useI18n();
  return (
    <form method="post">
      <IntentField id={intentId} />
      <input type="hidden" name="act" value="no" />
      <input type="hidden" name="company" value={company} />
      <Button name="purpose" value={line.slug}>
        {t('me.takeBack.title')}
        <span className="visually-hidden">: {textIn(line.title, language)}</span>
      </Button>
    </form>
  );
}

/** Ends more than one thing at this company; nothing here when nothing runs. */
function EndMore({
  company: { slug, name, advertises },
  anything,
  intentId,
}: {
  readonly company: LinkCompany;
  readonly anything: boolean;
  readonly intentId: string;
}) {
  const { t } = useI18n();
  if (!anything) return null;
  return (
    <form method="post">
      <IntentField id={intentId} />
      <input type="hidden" name="company" value={slug} />
      {/* One to a line: side by side on a phone their words break. */}
      <Stack gap="s">
        {advertises ? (
          <Actions>
            <Button name="act" value="no-advertising">
              {t('me.company.noAdvertising', { company: name })}
            </Button>
          </Actions>
        ) : null}
        <Actions>
          <Button name="act" value="take-back" kind="neutral">
            {t('me.company.takeBackHere', { company: name })}
          </Button>
        </Actions>
      </Stack>
    </form>
  );
}
