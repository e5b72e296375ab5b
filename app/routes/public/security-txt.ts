import type { LoaderFunctionArgs } from '@remix-run/node';
import { addMonths } from '#app/core/shared/calendar.ts';

/** RFC 9116. The imprint says how to reach whoever runs the portal. */
export function loader({ context }: LoaderFunctionArgs): Response {
  const { core, config } = context.services;
  const lines = [
    `Contact: ${config.baseUrl}/imprint`,
    `Expires: ${addMonths(core.world.now(), 6)}`,
    'Preferred-Languages: de, en',
    `Canonical: ${config.baseUrl}/.well-known/security.txt`,
  ];
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=86400' },
  });
}
