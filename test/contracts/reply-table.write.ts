import { readFile, writeFile } from '@web/test-runner-commands';
import { DOCS, runReplies, tableOf, withTable } from './reply-table.js';

/** Not part of the tests: `npm run docs:replies` runs it. */
it('writes the table of docs/replies.md, in both languages', async () => {
  const table = tableOf(await runReplies());
  for (const path of DOCS) await writeFile({ path, content: withTable((await readFile({ path })) ?? '', table) });
});
