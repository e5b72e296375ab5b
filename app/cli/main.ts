import { ConfigError } from '#app/config.server.ts';

/** Arguments after the command's name in, exit code out: 0 only if what was asked for is true or done. */
export interface Command {
  run(args: readonly string[]): Promise<number>;
}

interface Entry {
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

/** One file per command: `app/cli/<command>.ts` exports `run`. A name may have two words (`company add`). */
const commands: Readonly<Record<string, Entry>> = {
  demo: {
    summary: 'demo data in data/demo/ if there is none, then the server',
    load: () => import('./demo.ts'),
  },
  seed: { summary: 'demo data only: --customers N', load: () => import('./seed.ts') },
  migrate: { summary: 'bring the database up to date', load: () => import('./migrate.ts') },
  'company add': {
    summary: 'a company from a file: company add FILE.json',
    load: () => import('./company-add.ts'),
  },
  'staff add': { summary: 'a person of a company, or the operator', load: () => import('./staff-add.ts') },
  verify: {
    summary: 'check the whole log; ends with 0 only if it is whole',
    load: () => import('./verify.ts'),
  },
  doctor: { summary: 'look at everything and say what to do', load: () => import('./doctor.ts') },
  'rotate-key': { summary: 'a new key-encryption key', load: () => import('./rotate-key.ts') },
};

function help(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length), 'help'.length);
  const lines = Object.entries({ help: { summary: 'this list' }, ...commands }).map(
    ([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`,
  );
  return ['Usage: driverseat <command> [arguments]', '', ...lines].join('\n');
}

async function main(words: readonly string[]): Promise<number> {
  const [first = 'help', second] = words;
  if (['help', '--help', '-h'].includes(first)) {
    console.log(help());
    return 0;
  }
  const name = [`${first} ${second}`, first].find((candidate) => Object.hasOwn(commands, candidate));
  const entry = name === undefined ? undefined : commands[name];
  if (!name || !entry) {
    console.error(`There is no command "${first}".\n\n${help()}`);
    return 2;
  }
  const command = await entry.load();
  return command.run(words.slice(name.split(' ').length));
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
}
