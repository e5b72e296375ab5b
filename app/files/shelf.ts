import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { OwnFileId } from '#schema/ids.ts';

/** Where sealed files of customers wait: `exports/` in the data folder. Nodes of one portal share it. */
export interface Shelf {
  path(id: OwnFileId): string;
  remove(id: OwnFileId): Promise<void>;
  /** Everything there that is older than `ageMs`: files by their id, rests of broken writes by their name. */
  list(ageMs: number): Promise<{ readonly ids: OwnFileId[]; readonly rests: string[] }>;
  removeRest(name: string): Promise<void>;
}

export function createShelf(dataDir: string): Shelf {
  const folder = join(dataDir, 'exports');
  const path = (id: OwnFileId) => join(folder, `${id}.sealed`);
  return {
    path,
    remove: (id) => rm(path(id), { force: true }),
    list: async (ageMs) => {
      const ids: OwnFileId[] = [];
      const rests: string[] = [];
      for (const name of await namesIn(folder)) {
        const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: Number.NaN }));
        if (!(Date.now() - mtimeMs >= ageMs)) continue;
        const id = OwnFileId.safeParse(name.replace(/\.sealed$/, ''));
        if (id.success) ids.push(id.data);
        else rests.push(name);
      }
      return { ids, rests };
    },
    removeRest: (name) => rm(join(folder, name), { force: true }),
  };
}

/** The folder comes with the first file. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch {
    return [];
  }
}
