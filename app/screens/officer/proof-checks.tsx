import { useI18n } from '#app/i18n/i18n-context.tsx';
import { CodeBlock } from '#app/ui/code-block.tsx';
import { Icon } from '#app/ui/icon.tsx';
import type { ProofView } from './proof-view.ts';

/** Why the page is true: this person's chain, its place under the signed head, the whole log. */
export function ProofChecks({ checks }: Pick<ProofView, 'checks'>) {
  const { t, format } = useI18n();
  const { entries, brokenAt, included, missing, waiting, head, log } = checks;
  const chain =
    brokenAt === null
      ? { good: true, text: t('officer.proof.chainWhole', { count: entries }) }
      : { good: false, text: t('officer.proof.chainBroken', { index: brokenAt }) };
  const place =
    missing > 0
      ? { good: false, text: t('officer.proof.notIncluded') }
      : { good: true, text: t('officer.proof.included', { count: included }) };
  const whole =
    log.checkedAt === null
      ? { good: null, text: t('officer.proof.logUnchecked') }
      : log.whole
        ? { good: true, text: t('officer.proof.logWhole', { when: format.exact(log.checkedAt) }) }
        : { good: false, text: t('officer.proof.logBroken') };
  const later = waiting > 0 ? [{ good: null, text: t('officer.proof.waiting', { count: waiting }) }] : [];
  return (
    <div className="proof-grounds">
      <ul className="proof-checks">
        {[chain, ...(included + missing > 0 ? [place] : []), ...later, whole].map(({ good, text }) => (
          <li key={text}>
            <Icon name={good === null ? 'clock' : good ? 'done' : 'warning'} />
            {text}
          </li>
        ))}
      </ul>
      {head ? (
        <div className="proof-signed">
          <p className="proof-note">
            {t('officer.entry.head')}{' '}
            {t('officer.entry.headSize', { count: head.size, time: format.exact(head.signedAt) })}
          </p>
          <CodeBlock label={t('officer.proof.head')} code={head.note} />
        </div>
      ) : null}
    </div>
  );
}
