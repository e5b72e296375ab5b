import { useI18n } from '#app/i18n/i18n-context.tsx';
import { DescriptionList } from '#app/ui/description-list.tsx';
import { HashValue } from '#app/ui/hash-value.tsx';
import type { ProofView } from './proof-view.ts';

/** Whose proof, made by whom, when and why: what a file needs at its top. */
export function ProofHead({ proof }: { readonly proof: ProofView }) {
  const { t, format } = useI18n();
  const {
    company,
    officer,
    reference,
    createdAt,
    closesAt,
    reason,
    subject,
    customerNumber,
    identity,
    since,
    endedAt,
  } = proof;
  return (
    <header className="proof-head">
      <p className="page-kicker">{company.legalName}</p>
      <h1>{t('officer.proof.heading')}</h1>
      <p className="page-lead">{t(`officer.proof.law.${company.jurisdiction}`)}</p>
      <p className="screen-only soft small">
        {t('officer.proof.openUntil', { time: format.time(closesAt) })} {t('officer.proof.print')}
      </p>
      <DescriptionList
        facts={[
          { term: t('officer.proof.person'), text: <HashValue value={subject} /> },
          ...(customerNumber ? [{ term: t('officer.proof.customerNumber'), text: customerNumber }] : []),
          ...(identity ? [{ term: t('officer.proof.identity'), text: identity }] : []),
          {
            term: t('officer.proof.since'),
            text: endedAt
              ? t('officer.proof.sinceRange', { from: format.date(since), to: format.date(endedAt) })
              : t('officer.proof.sinceDate', { date: format.date(since) }),
          },
          {
            term: t('officer.proof.company'),
            text: `${company.legalName}, ${company.address}`,
          },
          { term: t('officer.proof.officer'), text: `${officer.name} (${officer.pseudonym})` },
          { term: t('officer.proof.created'), text: format.exact(createdAt) },
          { term: t('officer.proof.reason'), text: reason },
          {
            term: t('officer.proof.reference'),
            text: t('officer.proof.referenceEntry', {
              origin: reference.origin,
              index: String(reference.index),
            }),
          },
        ]}
      />
    </header>
  );
}
