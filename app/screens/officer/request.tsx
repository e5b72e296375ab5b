import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BackLink } from '#app/ui/back-link.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { DescriptionList } from '#app/ui/description-list.tsx';
import { Actions, Split, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import { WrittenText } from '#app/ui/written-text.tsx';
import { IntentField } from '../me/intent-field.tsx';
import { RequestHistory } from './request-history.tsx';
import { type OfficerRequestView, replyPath, requestsPath } from './request-view.ts';
import { Person, RequestState } from './requests.tsx';

/** One request: what is asked, until when, what was done, what comes next. */
export function OfficerRequestScreen(view: OfficerRequestView) {
  const { t, format } = useI18n();
  const { kind, state, late, dueOn, closedAt, done, text, subject } = view;
  const title = closedAt
    ? t('officer.requests.one.closed', { date: format.date(closedAt) })
    : t(late ? 'officer.requests.one.late' : 'officer.requests.one.due', { date: format.day(dueOn) });
  return (
    <Stack gap="l">
      {done ? <Notice tone="done" live="status" title={t(`officer.requests.done.${done}`)} /> : null}
      <PageHeader
        size="plain"
        back={
          <BackLink
            label={t('common.nav.breadcrumb')}
            trail={[{ href: requestsPath, label: t('officer.requests.title') }]}
          />
        }
        kicker={t(`officer.requests.kind.${kind}`)}
        title={title}
      />
      <Hold {...view} />
      {subject === null && state !== 'taken-back' ? (
        <Notice tone="info" title={t('officer.requests.one.outsideNote')} />
      ) : null}
      <Split
        main={
          <>
            <Section id="asked" title={t('officer.requests.one.asked')}>
              {text ? (
                <WrittenText text={text} />
              ) : (
                <p className="soft">{t('officer.requests.one.noWords')}</p>
              )}
            </Section>
            <Section id="history" title={t('officer.requests.one.history')}>
              <RequestHistory {...view} />
            </Section>
          </>
        }
        aside={
          <>
            <NextSteps {...view} />
            <Facts {...view} />
          </>
        }
      />
    </Stack>
  );
}

function Facts(view: OfficerRequestView) {
  const { t, format } = useI18n();
  const { origin, arrivedOn, dueOn, identity, contact } = view;
  return (
    <Section id="facts" title={t('officer.requests.one.facts')} level={3}>
      <DescriptionList
        facts={[
          { term: t('officer.requests.state'), text: <RequestState {...view} /> },
          { term: t('officer.requests.person'), text: <Person {...view} /> },
          ...(contact
            ? [{ term: t('officer.requests.one.contact'), text: <WrittenText text={contact} /> }]
            : []),
          { term: t('officer.requests.origin'), text: t(`officer.requests.originName.${origin}`) },
          { term: t('officer.requests.arrived'), text: format.day(arrivedOn) },
          { term: t('officer.requests.one.firstDue'), text: format.day(dueOn) },
          {
            term: t('officer.requests.one.identity'),
            text:
              origin === 'portal'
                ? t('officer.requests.one.identityPortal')
                : identity || t('officer.requests.one.identityNone'),
          },
        ]}
      />
    </Section>
  );
}

function Hold({ hold, intentId, state }: OfficerRequestView) {
  const { t, format } = useI18n();
  if (!hold) return null;
  return (
    <Notice
      tone="wait"
      title={t('officer.requests.one.held')}
      actions={
        state === 'open' ? (
          <form method="post">
            <IntentField id={intentId} />
            <Button size="s" name="act" value="release">
              {t('officer.requests.step.released')}
            </Button>
          </form>
        ) : undefined
      }
    >
      <p>
        {t(`officer.requests.one.${hold.kind}`)}
        {hold.until ? ` ${t('officer.requests.one.heldUntil', { date: format.day(hold.until) })}` : ''}
      </p>
      <WrittenText text={hold.reason} />
    </Notice>
  );
}

function NextSteps({ id, replies }: OfficerRequestView) {
  const { t } = useI18n();
  if (replies.length === 0) return null;
  return (
    <Section
      id="steps"
      title={t('officer.requests.one.step')}
      level={3}
      lead={t('officer.requests.one.stepsLead')}
    >
      <Actions>
        {replies.map((reply) => (
          <ButtonLink key={reply} size="s" href={replyPath(id, reply)}>
            {t(`officer.requests.step.${reply}`)}
          </ButtonLink>
        ))}
      </Actions>
    </Section>
  );
}
