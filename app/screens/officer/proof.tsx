import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BackLink } from '#app/ui/back-link.tsx';
import { Section } from '#app/ui/section.tsx';
import { personPath } from './paths.ts';
import { ProofChecks } from './proof-checks.tsx';
import { ProofEvents } from './proof-events.tsx';
import { ProofHead } from './proof-head.tsx';
import { ProofLanes } from './proof-lanes.tsx';
import { ProofQuestions } from './proof-questions.tsx';
import { ProofSources } from './proof-sources.tsx';
import { ProofStands } from './proof-stands.tsx';
import { ProofTexts } from './proof-texts.tsx';
import type { ProofView } from './proof-view.ts';

/** The page for a court file or an authority: who, what held, what was said when, to which words, and why it is true. */
export function Proof({ proof }: { readonly proof: ProofView }) {
  const { t, format } = useI18n();
  return (
    <article className="proof">
      <BackLink
        label={t('common.nav.breadcrumb')}
        trail={[
          { href: '/officer/log', label: t('officer.log.title') },
          {
            href: personPath(proof.subject),
            label: t('officer.customer.title', { subject: proof.subject.slice(0, 8) }),
          },
        ]}
      />
      <ProofHead proof={proof} />
      <Section id="stands" title={t('officer.proof.stands', { date: format.exact(proof.asOf) })}>
        <div className="proof-stands">
          <ProofStands proof={proof} />
        </div>
      </Section>
      {proof.lanes.length > 0 ? (
        <Section id="lanes" title={t('officer.proof.lanes')}>
          <ProofLanes lanes={proof.lanes} since={proof.since} until={proof.asOf} />
        </Section>
      ) : null}
      <Section id="events" title={t('officer.proof.events')}>
        <div className="proof-events">
          <ProofEvents events={proof.events} others={proof.others} later={proof.later} />
        </div>
      </Section>
      <ProofQuestions questions={proof.questions} />
      <ProofSources texts={proof.texts} evidence={proof.evidence} />
      <Section id="checks" title={t('officer.proof.checks')}>
        <ProofChecks checks={proof.checks} />
      </Section>
      <ProofTexts texts={proof.texts} />
    </article>
  );
}
