/** Sec-GPC, "do not share or sell my data": only the value 1 counts, everything else says nothing. */
export function sendsGpc(request: Pick<Request, 'headers'>): boolean {
  return request.headers.get('sec-gpc') === '1';
}
