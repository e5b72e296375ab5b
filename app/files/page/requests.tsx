import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Section } from '#app/ui/section.tsx';
import type { OwnExport } from '#schema/own-export.ts';
import { PageTable } from './page-table.tsx';
import { nameOf, type PartProps } from './part.ts';

type Request = OwnExport['requests'][number];

/** Rights requests step by step, with the files that came with each. */
export function Requests({ data }: PartProps) {
  const { t, format } = useI18n();
  if (data.requests.length === 0) return <p className="soft">{t('me.takeAlong.page.noRequests')}</p>;
  return data.requests.map((request, place) => {
    const company = nameOf(data, request.company);
    const title = t('me.rights.company', { right: t(`me.rights.name.${request.kind}`), company });
    return (
      <Section
        key={request.id}
        id={`request-${place + 1}`}
        level={3}
        title={title}
        lead={t(`me.rights.request.${request.state}`, { company, date: format.day(request.dueOn) })}
      >
        <Steps request={request} company={company} title={title} />
      </Section>
    );
  });
}

interface StepsProps {
  readonly request: Request;
  readonly company: string;
  readonly title: string;
}

function Steps({ request: { steps, text }, company, title }: StepsProps) {
  const { t, format } = useI18n();
  return (
    <PageTable
      title={title}
      head={[t('me.takeAlong.when'), t('me.rights.request.history')]}
      rows={steps.flatMap((step) => {
        if (step.kind === 'note') return [];
        const date = step.until ? format.day(step.until) : '';
        const words = step.kind === 'received' ? text : step.text;
        return [
          [
            format.dateTime(step.at),
            <>
              {t(`me.rights.event.${step.kind}`, { company, date })}
              {words ? <div className="page-words">{t('me.quoted', { text: words })}</div> : null}
              {step.files.map(({ file, name }) => (
                <div key={file}>
                  <a href={file}>{name}</a>
                </div>
              ))}
            </>,
          ],
        ];
      })}
    />
  );
}
