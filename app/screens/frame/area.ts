/** The areas of the portal, each with its accent; the first part of the path tells which. */
export type Area = 'me' | 'company' | 'officer' | 'operator' | 'public';

export function areaOf(pathname: string): Area {
  const first = pathname.split('/')[1];
  return first === 'me' || first === 'company' || first === 'officer' || first === 'operator'
    ? first
    : 'public';
}
