import type { ReactNode } from 'react';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Section } from '#app/ui/section.tsx';
import { joinPath } from '../join/join-view.ts';

type Step = 'join' | 'list' | 'looks' | 'takeBack' | 'log' | 'check' | 'takeAlong';

/** The portal's whole story in order; each step opens as the person it is about. */
export function Tour({ company }: { readonly company: { readonly slug: string } }) {
  const { t } = useI18n();
  const { slug } = company;
  return (
    <Section id="tour" title={t('demo.tour.title')} lead={t('demo.tour.lead')}>
      <ol className="demo-tour">
        <TourStep step="join">
          <ButtonLink size="s" href={joinPath(slug)}>
            <Go step="join" />
          </ButtonLink>
        </TourStep>
        <TourStep step="list">
          <Enter step="list" person={`marketer-${slug}`} to="/company/people" />
        </TourStep>
        <TourStep step="looks">
          <Enter step="looks" person="anna" to="/me/looks" />
        </TourStep>
        <TourStep step="takeBack">
          <Enter step="takeBack" person="anna" to={`/me/companies/${slug}`} />
        </TourStep>
        <TourStep step="log">
          <Enter step="log" person={`officer-${slug}`} to="/officer/log" />
        </TourStep>
        <TourStep step="check">
          <Enter step="check" person={`officer-${slug}`} to="/officer/verify" />
        </TourStep>
        <TourStep step="takeAlong">
          <Enter step="takeAlong" person="anna" to="/me/export" />
        </TourStep>
      </ol>
    </Section>
  );
}

function TourStep({ step, children }: { readonly step: Step; readonly children: ReactNode }) {
  const { t } = useI18n();
  return (
    <li>
      <div>
        <h3>{t(`demo.tour.${step}.title`)}</h3>
        <p className="soft">{t(`demo.tour.${step}.text`)}</p>
      </div>
      {children}
    </li>
  );
}

interface EnterProps {
  readonly step: Step;
  readonly person: string;
  readonly to: string;
}

function Enter({ step, person, to }: EnterProps) {
  return (
    <form method="post" action="/demo/sign-in">
      <input type="hidden" name="to" value={to} />
      <Button size="s" name="person" value={person}>
        <Go step={step} />
      </Button>
    </form>
  );
}

function Go({ step }: { readonly step: Step }) {
  const { t } = useI18n();
  return (
    <>
      {t('demo.tour.go')}
      <span className="visually-hidden">: {t(`demo.tour.${step}.title`)}</span>
    </>
  );
}
