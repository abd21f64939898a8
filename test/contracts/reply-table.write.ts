import { readFile, writeFile } from '@web/test-runner-commands';
import { DOCS, runReplies, tableOf, withTable } from './reply-table.js';

/** Not part of the tests: `npm run docs:replies` runs it. */
it('writes the table of docs/replies.md', async () => {
  const page = (await readFile({ path: DOCS })) ?? '';
  await writeFile({ path: DOCS, content: withTable(page, tableOf(await runReplies())) });
});
