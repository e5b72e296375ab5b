import type { LoaderFunctionArgs } from '@remix-run/node';

/** One rule a company: its hue at our lightness, because no page carries a `style` attribute. */
export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const companies = await context.services.core.storage.read.company.all();
  const rules = companies.map(
    ({ slug, profile }) => `.brand-${slug} { --brand: oklch(55% 0.13 ${profile.hue}) }`,
  );
  return new Response(`${rules.join('\n')}\n`, {
    headers: { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  });
}
