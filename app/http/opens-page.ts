/** A browser that fetches ahead: nobody has pressed the link yet, and perhaps nobody will. */
export function fetchesAhead(headers: Headers): boolean {
  return /prefetch|prerender|preview/i.test(headers.get('sec-purpose') ?? headers.get('purpose') ?? '');
}

/** Somebody opens this address as a page: no HEAD, nothing fetched ahead, no picture or frame of another page. */
export function opensPage({ method, headers }: Pick<Request, 'method' | 'headers'>): boolean {
  const destination = headers.get('sec-fetch-dest');
  return method === 'GET' && !fetchesAhead(headers) && (destination === null || destination === 'document');
}
