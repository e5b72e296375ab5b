import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BrandMark } from '#app/ui/brand-mark.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Grid, Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { type LocalizedText, textIn } from '#schema/language.ts';
import { Tour } from './tour.tsx';

export interface DemoPersonView {
  readonly slug: string;
  readonly name: string;
  readonly about: LocalizedText;
}

export interface PeopleView {
  readonly customers: readonly DemoPersonView[];
  readonly companies: readonly {
    readonly slug: string;
    readonly name: string;
    readonly people: readonly DemoPersonView[];
  }[];
  readonly operators: readonly DemoPersonView[];
}

/** Everybody one can be in the demo, one press each, and a tour through what the portal is for. */
export function PeopleScreen({ customers, companies, operators }: PeopleView) {
  const { t } = useI18n();
  const [first] = companies;
  return (
    <Stack gap="xl">
      <PageHeader title={t('demo.people.headline')} lead={t('demo.people.lead')} />
      {customers.length === 0 ? <EmptyState title={t('demo.people.none')} /> : null}
      <Grid min="m">
        {customers.length > 0 ? (
          <Card title={t('demo.people.customers')}>
            <People people={customers} />
          </Card>
        ) : null}
        {companies.map(({ slug, name, people }) => (
          <Card
            key={slug}
            title={name}
            mark={<BrandMark name={name} brandClass={`brand-${slug}`} size="s" />}
          >
            <People people={people} />
          </Card>
        ))}
        {operators.length > 0 ? (
          <Card title={t('demo.people.operator')}>
            <People people={operators} />
          </Card>
        ) : null}
      </Grid>
      {first && customers.length > 0 ? <Tour company={first} /> : null}
    </Stack>
  );
}

function People({ people }: { readonly people: readonly DemoPersonView[] }) {
  const { t, language } = useI18n();
  return (
    <ul className="demo-people">
      {people.map(({ slug, name, about }) => (
        <li key={slug}>
          <div>
            <p>
              <strong>{name}</strong>
            </p>
            <p className="small soft" id={`about-${slug}`}>
              {textIn(about, language)}
            </p>
          </div>
          <form method="post" action="/demo/sign-in">
            <Button size="s" name="person" value={slug} aria-describedby={`about-${slug}`}>
              {t('demo.tour.go')}
              <span className="visually-hidden">: {name}</span>
            </Button>
          </form>
        </li>
      ))}
    </ul>
  );
}
