import { expect } from '@open-wc/testing';
import type { ChatMessage } from '../../src/core/index.js';
import { chatMessageSchema } from '../../src/core/convert/schema.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { click, menu, product, text } from '../support/messages.js';
import { vectors } from '../vectors/index.js';

/** What a library that takes Standard Schemas expects. Source: standardschema.dev, `StandardSchemaV1`. */
interface StandardSchemaV1<Input = unknown, Output = Input> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => Result<Output> | Promise<Result<Output>>;
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  };
}
type Result<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | {
      readonly issues: readonly {
        readonly message: string;
        readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
      }[];
    };
type Output<Schema extends StandardSchemaV1> = NonNullable<Schema['~standard']['types']>['output'];

/** As such a library does it; the types alone say that the schema fits and what comes out. */
async function parse<Schema extends StandardSchemaV1>(schema: Schema, value: unknown): Promise<Output<Schema>> {
  const result = await schema['~standard'].validate(value);
  if (result.issues) throw new Error(JSON.stringify(result.issues));
  return result.value as Output<Schema>;
}

const { version, vendor, validate: check } = chatMessageSchema['~standard'];

describe('the Standard Schema', () => {
  it('is of version 1 and names its vendor', () => {
    expect({ version, vendor }).to.deep.equal({ version: 1, vendor: 'wecom-kf-elements' });
  });

  it('gives a library a typed message', async () => {
    const message: ChatMessage = await parse(chatMessageSchema, text());
    expect(message).to.deep.equal(text());
  });

  it('answers at once, with a clean copy and nothing else', () => {
    const original = deepFreeze({ ...text(), surplus: 1 });
    expect(check(original)).to.deep.equal({ value: text() });
  });

  it('keeps warnings to itself', () => {
    expect(check(product({ sellingPrice: '0' }))).to.have.all.keys('value');
  });

  it('says where an error is, its code first', () => {
    expect(check(text(''))).to.deep.equal({ issues: [{ message: 'required', path: ['text', 'content'] }] });
  });

  it('says how much there is and how much there may be', () => {
    expect(check(menu(click('满'.repeat(43))))).to.deep.equal({
      issues: [{ message: 'too-long: 129 of 128', path: ['msgmenu', 'list', 0, 'click', 'content'] }],
    });
    expect(check(menu(click('')))).to.have.nested.property('issues[0].message', 'too-short: 0 of 1');
  });

  it('has no path for what is no message', () => {
    expect(check(null)).to.deep.equal({ issues: [{ message: 'not-an-object', path: [] }] });
  });

  it('says of the conformance vectors what validate says, without the warnings', () => {
    for (const [, { name, message, ok, issues }] of vectors) {
      const said = check(message).issues?.map(({ message, path }) => [message.split(':', 1)[0], path]);
      const errors = issues.filter(({ severity }) => severity === 'error').map(({ code, path }) => [code, path]);
      expect(said, name).to.deep.equal(ok ? undefined : errors);
    }
  });
});
