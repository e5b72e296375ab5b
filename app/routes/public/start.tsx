import type { MetaFunction } from '@remix-run/node';

export const meta: MetaFunction = () => [{ title: 'Driverseat' }];

export default function Start() {
  return (
    <main>
      <h1>Driverseat</h1>
    </main>
  );
}
