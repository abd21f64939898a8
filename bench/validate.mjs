// What `validate` costs beside schema libraries with the same limits in bytes. All of them run in turn, in one process, so that
// what else the machine does meets each alike; ratios are of the same turn.
// The libraries say less: none has the order of the table, the warnings, or keys left out with a word; ajv makes no copy.
import { Ajv2020 } from 'ajv/dist/2020.js';
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { median } from './median.mjs';
import * as v from 'valibot';
import { z } from 'zod';

const root = new URL('..', import.meta.url);

const { outputFiles } = await build({
  entryPoints: [new URL('src/core/index.ts', root).pathname],
  bundle: true,
  format: 'esm',
  write: false,
});
const { byteLength, jsonSchema, validate } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);

const fits = (min, max) => text => {
  const bytes = byteLength(text);
  return bytes >= min && bytes <= max;
};

function withAjv() {
  const ajv = new Ajv2020();
  const onText = { type: 'string', schemaType: 'number' };
  ajv.addKeyword({ ...onText, keyword: 'minBytes', validate: (min, text) => byteLength(text) >= min });
  ajv.addKeyword({ ...onText, keyword: 'maxBytes', validate: (max, text) => byteLength(text) <= max });
  return ajv.compile(jsonSchema);
}

/**
 * The menu alone, which makes it easier for them: no other msgtype is known. zod generates code where it may; under a content security
 * policy without `unsafe-eval` it does without (and ajv does not work at all).
 */
function withZod(jitless) {
  z.config({ jitless });
  const text = (min, max) => z.string().refine(fits(min, max));
  const item = z.discriminatedUnion('type', [
    z.object({
      type: z.literal('click'),
      click: z.object({ id: text(1, 64).optional(), content: text(1, 128) }),
    }),
    z.object({ type: z.literal('view'), view: z.object({ url: text(1, 2048), content: text(1, 1024) }) }),
    z.object({
      type: z.literal('miniprogram'),
      miniprogram: z.object({ appid: text(1, 32), page: text(1, 1024), content: text(1, 1024) }),
    }),
  ]);
  const message = z.object({
    msgtype: z.literal('msgmenu'),
    enterChat: z.boolean().optional(),
    msgmenu: z.object({
      head_content: text(0, 1024).optional(),
      list: z.array(item).max(10).optional(),
      tail_content: text(0, 1024).optional(),
    }),
  });
  return value => message.safeParse(value).success;
}

function withValibot() {
  const text = (min, max) => v.pipe(v.string(), v.check(fits(min, max)));
  const item = v.variant('type', [
    v.object({
      type: v.literal('click'),
      click: v.object({ id: v.optional(text(1, 64)), content: text(1, 128) }),
    }),
    v.object({ type: v.literal('view'), view: v.object({ url: text(1, 2048), content: text(1, 1024) }) }),
    v.object({
      type: v.literal('miniprogram'),
      miniprogram: v.object({ appid: text(1, 32), page: text(1, 1024), content: text(1, 1024) }),
    }),
  ]);
  const message = v.object({
    msgtype: v.literal('msgmenu'),
    enterChat: v.optional(v.boolean()),
    msgmenu: v.object({
      head_content: v.optional(text(0, 1024)),
      list: v.optional(v.pipe(v.array(item), v.maxLength(10))),
      tail_content: v.optional(text(0, 1024)),
    }),
  });
  return value => v.safeParse(message, value).success;
}

const full = character => {
  const text = bytes => character.repeat(Math.floor(bytes / Buffer.byteLength(character)));
  const line = { type: 'view', view: { url: 'https://work.weixin.qq.com/'.padEnd(2048, 'a'), content: text(1024) } };
  return {
    msgtype: 'msgmenu',
    msgmenu: { head_content: text(1024), list: Array(10).fill(line), tail_content: text(1024) },
  };
};

const MESSAGES = {
  'the documented menu': JSON.parse(readFileSync(new URL('test/fixtures/menu-message.json', root), 'utf8')),
  'a full menu, Han characters': full('汉'),
  'a full menu, ASCII': full('a'),
};
const VALIDATORS = {
  'wecom-kf-elements': value => validate(value).ok,
  ajv: withAjv(),
  zod: withZod(false),
  'zod without generated code': withZod(true),
  valibot: withValibot(),
};

/** Microseconds of processor time a call, which other programs on the machine disturb less than the clock. */
function time(check, messages, rounds) {
  let accepted = 0;
  const { user } = process.cpuUsage();
  for (let round = 0; round < rounds; round++) for (const message of messages) accepted += check(message) ? 1 : 0;
  const elapsed = process.cpuUsage().user - user;
  const calls = rounds * messages.length;
  if (accepted !== calls) throw new Error('a message was refused');
  return elapsed / calls;
}

/** Turns that are for the compiler. */
const WARM = 5;

/** Ratios below 1: ours takes less. */
export function measureValidate(turns) {
  const names = Object.keys(VALIDATORS);
  return Object.entries(MESSAGES).flatMap(([what, message]) => {
    const rounds = JSON.stringify(message).length > 10_000 ? 10 : 200;
    const messages = Array.from({ length: 20 }, () => structuredClone(message));
    const times = Object.fromEntries(names.map(name => [name, []]));
    for (let turn = -WARM; turn < turns; turn++)
      for (let at = 0; at < names.length; at++) {
        const name = names[(at + turn + WARM) % names.length];
        const elapsed = time(VALIDATORS[name], messages, rounds);
        if (turn >= 0) times[name].push(elapsed);
      }
    const [ours, ...others] = names;
    const ratio = name => median(times[ours].map((own, turn) => own / times[name][turn]));
    return [
      { what: `\`validate\`: ${what}`, unit: 'µs', ...median(times[ours]) },
      ...others.map(name => ({ what: `… as a ratio to ${name}`, aim: 1, ...ratio(name) })),
    ];
  });
}
