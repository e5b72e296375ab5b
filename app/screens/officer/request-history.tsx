import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Badge } from '#app/ui/badge.tsx';
import { Timeline } from '#app/ui/timeline.tsx';
import { WrittenStep } from '../request/written-step.tsx';
import { type OfficerRequestView, type OfficerStep, requestPath } from './request-view.ts';

/** Every step, oldest first, with who took it; what only the team reads is marked. */
export function RequestHistory({ id, steps }: OfficerRequestView) {
  const { t, format } = useI18n();
  const title = ({ kind, until, hold }: OfficerStep) =>
    t(`officer.requests.event.${kind}`, {
      date: until ? format.day(until) : '',
      hold: hold ? t(`officer.requests.one.${hold}`) : '',
    });
  return (
    <Timeline
      label={t('officer.requests.one.history')}
      items={steps.map((step) => ({
        key: String(step.seq),
        time: format.exact(step.at),
        dateTime: step.at,
        title: (
          <>
            {title(step)} {step.kind === 'note' ? <Badge>{t('officer.requests.one.internal')}</Badge> : null}
          </>
        ),
        children: (
          <>
            <p className="soft small">
              {step.actor === 'staff' ? step.by : t(`officer.requests.by.${step.actor}`)}
            </p>
            <WrittenStep text={step.text} files={step.files} path={requestPath(id)} />
          </>
        ),
      }))}
    />
  );
}
