import { useI18n } from '#app/i18n/i18n-context.tsx';
import { tell } from '#app/i18n/message.ts';
import { RichText } from '#app/i18n/rich-text.tsx';
import { BackLink } from '#app/ui/back-link.tsx';
import { Button } from '#app/ui/button.tsx';
import { DescriptionList } from '#app/ui/description-list.tsx';
import { Details } from '#app/ui/details.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FileInput } from '#app/ui/file-input.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import { WrittenText } from '#app/ui/written-text.tsx';
import { REQUEST_TEXT_MAX } from '#schema/request.ts';
import { IntentField } from './intent-field.tsx';
import { RequestSteps } from './request-steps.tsx';
import { type RequestView, rightsPath, type SentAddition } from './rights-view.ts';
import { companyPath } from './view.ts';

/** One request: until when there is an answer, what was said, and what one can still do. */
export function RequestScreen({
  view,
  sent,
}: {
  readonly view: RequestView;
  readonly sent: SentAddition | undefined;
}) {
  const { t, format } = useI18n();
  const { kind, company, state, late, dueOn, done, text } = view;
  return (
    <Stack gap="l">
      {done ? <Notice tone="done" live="status" title={t(`me.rights.request.done_${done}`)} /> : null}
      <PageHeader
        back={
          <BackLink
            label={t('common.nav.breadcrumb')}
            trail={[
              { href: '/me', label: t('common.nav.home') },
              { href: rightsPath, label: t('me.rights.title') },
            ]}
          />
        }
        kicker={
          <a href={companyPath(company.slug)}>
            {t('me.rights.company', { right: t(`me.rights.name.${kind}`), company: company.name })}
          </a>
        }
        title={t(`me.rights.request.${late ? 'late' : state}`, {
          company: company.name,
          date: format.day(dueOn),
        })}
      />
      <Held {...view} />
      <Authority {...view} />
      <Facts {...view} />
      <Section id="asked" title={t('me.rights.request.asked')}>
        {text ? <WrittenText text={text} /> : <p className="soft">{t('me.rights.request.noWords')}</p>}
      </Section>
      <Section id="history" title={t('me.rights.request.history')}>
        <RequestSteps {...view} />
      </Section>
      {state === 'open' ? <StillOpen view={view} sent={sent} /> : null}
    </Stack>
  );
}

function Facts({ origin, arrivedOn, dueOn, closedAt, state }: RequestView) {
  const { t, format } = useI18n();
  return (
    <DescriptionList
      facts={[
        { term: t('me.rights.request.origin'), text: t(`me.rights.origin.${origin}`) },
        { term: t('me.rights.request.arrived'), text: format.day(arrivedOn) },
        { term: t('me.rights.request.due'), text: format.day(dueOn) },
        ...(closedAt && state !== 'taken-back'
          ? [{ term: t('me.rights.request.closed'), text: format.date(closedAt) }]
          : []),
      ]}
    />
  );
}

function Held({ hold }: RequestView) {
  const { t, format } = useI18n();
  if (!hold) return null;
  return (
    <Notice tone="wait" title={t('me.rights.request.held')}>
      <p>{t(`me.rights.request.${hold.kind}`)}</p>
      <WrittenText text={hold.reason} />
      {hold.until ? <p>{t('me.rights.request.heldUntil', { date: format.day(hold.until) })}</p> : null}
    </Notice>
  );
}

/** After a no, and when the answer is late: who else can help. */
function Authority({ state, late, authority: { name, url } }: RequestView) {
  const { t } = useI18n();
  if (state !== 'refused' && !late) return null;
  const text = t('me.rights.request.authority', { name });
  return (
    <Notice
      tone="info"
      title={<RichText text={text} parts={{ authority: () => <a href={url}>{name}</a> }} />}
    >
      <p>{t('me.rights.request.authorityMore')}</p>
    </Notice>
  );
}

function StillOpen({ view, sent }: { readonly view: RequestView; readonly sent: SentAddition | undefined }) {
  const { t } = useI18n();
  const errors = (sent?.errors ?? []).map(({ id, message }) => ({ id, text: tell(t, message) }));
  const told = (id: string) => errors.find((error) => error.id === id)?.text;
  return (
    <>
      <Section id="add" title={t('me.rights.request.add')}>
        <form method="post" encType="multipart/form-data">
          <Stack gap="m">
            <ErrorSummary title={t('error.form.summary', { count: errors.length })} errors={errors} />
            <IntentField id={view.intentId} />
            <TextArea
              name="text"
              label={t('me.rights.request.addText')}
              error={told('text')}
              maxLength={REQUEST_TEXT_MAX}
              defaultValue={sent?.typed}
            />
            <FileInput
              name="file"
              label={t('me.rights.form.files')}
              marker={t('common.word.optional')}
              hint={t('me.rights.form.filesHint')}
              error={told('file')}
              accept=".pdf,.png,.jpg,.jpeg,.txt"
              multiple
            />
            <Actions>
              <Button name="act" value="add">
                {t('common.action.send')}
              </Button>
            </Actions>
          </Stack>
        </form>
      </Section>
      <Details summary={t('me.rights.request.takeBack')}>
        <form method="post">
          <Stack gap="m">
            <IntentField id={view.intentId} />
            <p>{t('me.rights.request.takeBackText')}</p>
            <Actions>
              <Button name="act" value="take-back">
                {t('me.rights.request.takeBack')}
              </Button>
            </Actions>
          </Stack>
        </form>
      </Details>
    </>
  );
}
