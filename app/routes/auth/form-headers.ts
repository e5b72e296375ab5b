import type { HeadersFunction } from '@remix-run/node';

/** Remix keeps an action's headers from the page unless told: when to try again belongs to it. */
export const formHeaders: HeadersFunction = ({ actionHeaders }) => {
  const retryAfter = actionHeaders.get('Retry-After');
  return retryAfter ? { 'Retry-After': retryAfter } : {};
};
