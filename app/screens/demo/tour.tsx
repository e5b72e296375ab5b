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
            {t('demo.tour.go')}
          </ButtonLink>
        </TourStep>
        <TourStep step="list">
          <Enter person={`marketer-${slug}`} to="/company/people" />
        </TourStep>
        <TourStep step="looks">
          <Enter person="anna" to="/me/looks" />
        </TourStep>
        <TourStep step="takeBack">
          <Enter person="anna" to={`/me/companies/${slug}`} />
        </TourStep>
        <TourStep step="log">
          <Enter person={`officer-${slug}`} to="/officer/log" />
        </TourStep>
        <TourStep step="check">
          <Enter person={`officer-${slug}`} to="/officer/verify" />
        </TourStep>
        <TourStep step="takeAlong">
          <Enter person="anna" to="/me/export" />
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

function Enter({ person, to }: { readonly person: string; readonly to: string }) {
  const { t } = useI18n();
  return (
    <form method="post" action="/demo/sign-in">
      <input type="hidden" name="to" value={to} />
      <Button size="s" name="person" value={person}>
        {t('demo.tour.go')}
      </Button>
    </form>
  );
}
