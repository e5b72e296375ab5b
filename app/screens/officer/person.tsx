import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BackLink } from '#app/ui/back-link.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { DescriptionList } from '#app/ui/description-list.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { personLogPath, personNoPath, shortSubject } from './paths.ts';
import { Proof } from './proof.tsx';
import { ProofDoor } from './proof-door.tsx';
import type { PersonView, ProofProblem } from './proof-view.ts';

interface PersonScreenProps {
  readonly view: PersonView;
  readonly problem: ProofProblem | undefined;
}

/** One person: the door with its reason, and behind it the page that proves everything. */
export function PersonScreen({ view, problem }: PersonScreenProps) {
  const { t } = useI18n();
  const { proof, closed } = view;
  if (proof) {
    return (
      <Stack gap="xl">
        <Proof proof={proof} />
        <div className="screen-only">
          <ProofDoor view={view} problem={undefined} again={proof} />
        </div>
      </Stack>
    );
  }
  return (
    <Stack gap="xl">
      <Head view={view} />
      {closed ? <Notice tone="info" title={t('officer.customer.closed')} /> : null}
      <ProofDoor view={view} problem={problem} />
    </Stack>
  );
}

function Head({ view: { subject, since, endedAt, entries } }: { readonly view: PersonView }) {
  const { t, format } = useI18n();
  return (
    <>
      <PageHeader
        size="plain"
        back={
          <BackLink
            label={t('common.nav.breadcrumb')}
            trail={[{ href: '/officer/log', label: t('officer.log.title') }]}
          />
        }
        title={t('officer.customer.headline', { subject: shortSubject(subject) })}
        lead={t('officer.customer.lead')}
        actions={
          <>
            <ButtonLink size="s" href={personLogPath(subject)}>
              {t('officer.customer.toLog')}
            </ButtonLink>
            {endedAt ? null : (
              <ButtonLink size="s" href={personNoPath(subject)}>
                {t('officer.customer.toNo')}
              </ButtonLink>
            )}
            <ButtonLink size="s" href={`/officer/requests/new?subject=${subject}`}>
              {t('officer.requests.form.title')}
            </ButtonLink>
          </>
        }
      />
      <DescriptionList
        facts={[
          { term: t('officer.customer.since'), text: format.date(since) },
          ...(endedAt ? [{ term: t('officer.customer.ended'), text: format.date(endedAt) }] : []),
          { term: t('officer.customer.entries'), text: format.number(entries) },
        ]}
      />
    </>
  );
}
