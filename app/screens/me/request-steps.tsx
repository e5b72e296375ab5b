import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Timeline } from '#app/ui/timeline.tsx';
import { WrittenStep } from '../request/written-step.tsx';
import { ownRequestPath, type RequestStep, type RequestView } from './rights-view.ts';

/** What was, oldest first, in the words of whoever wrote it. */
export function RequestSteps({ id, company, steps }: RequestView) {
  const { t, format } = useI18n();
  const title = ({ kind, until }: RequestStep) => {
    if (kind === 'note') return '';
    const date = until ? format.day(until) : '';
    return t(`me.rights.event.${kind}`, { company: company.name, date });
  };
  return (
    <Timeline
      label={t('me.rights.request.history')}
      items={steps.map((step) => ({
        key: String(step.seq),
        time: format.dateTime(step.at),
        dateTime: step.at,
        title: title(step),
        children: <WrittenStep text={step.text} files={step.files} path={ownRequestPath(id)} />,
      }))}
    />
  );
}
