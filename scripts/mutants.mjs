/**
 * Breaks a copy of the code in one line at a time, runs the tests of the send path on it, and says which breaks no test notices.
 * `npm run test:mutants`, with `ONLY=3,7` for some of them. The copy is in the system's folder for temporary files.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SEND = 'src/elements/bridge/send.ts';
const SENDS = 'src/elements/bridge/sends.ts';
const CONNECTION = 'src/elements/bridge/connection.ts';
const ADDRESSEE = 'src/elements/bridge/addressee.ts';
const BRIDGE = 'src/elements/bridge/kf-bridge.ts';
const VIEW = 'src/elements/shared/sends/bridge-view.ts';
const CONTROLLER = 'src/elements/shared/sends/send-controller.ts';
const STATE = 'src/elements/shared/sends/send-state.ts';
const REPLY = 'src/hosts/reply.ts';
const TEXTS = 'src/elements/menu-composer/customer-texts.ts';
const MENU_SENDS = 'src/elements/menu-composer/sends.ts';
const FOOT = 'src/elements/menu-composer/foot/foot-actions.ts';
const CARD = 'src/elements/product-card/kf-product-card.ts';
const LIST_CONTROLS = 'src/elements/product-list/list-controls.ts';
const LIST_SENDS = 'src/elements/product-list/list-sends.ts';

/** A file, a text in it that is there once, and what stands there instead. */
const MUTANTS = [
  [SEND, 'if (this.addressee !== addressee.current) throw', 'if (false) throw'],
  [SEND, 'await this.checkCustomer(host);', ''],
  [SEND, 'if (addresseeOf(customerId) !== meant) throw', 'if (false) throw'],
  [SEND, '|| isKnown(this.addressee))) return;', ')) return;'],
  [SEND, 'if (this.bridge.connection.context === context && isPending(this)) return', 'if (isPending(this)) return'],
  [
    SEND,
    'if (this.bridge.connection.context === context && isPending(this)) return',
    'if (this.bridge.connection.context === context) return',
  ],
  [SEND, 'this.isOver = turn.then(() => delivered);', 'this.isOver = delivered;'],
  [SEND, '    await turn;', ''],
  [SEND, 'if (dryRun) return', 'if (false) return'],
  [SEND, 'if (arrival) return', 'if (false) return'],
  [SEND, 'for (const asker of this.askers) reportLate(asker, this.handed, { receipt, error });', ';'],
  [SEND, 'this.askers.add(asker);', ''],
  [SEND, "if (isFirst || phase !== 'unknown') {", 'if (isFirst) {'],
  [SEND, "if (isFirst || phase !== 'unknown') {", 'if (true) {'],
  [SEND, '      this.isAcknowledged = this.isConfirmed = false;', ''],
  [
    SEND,
    "throw new KfError('no-answer', 'the channel failed after the call', { outcome: 'unknown', cause });",
    "throw new KfError('no-answer', 'the channel failed after the call', { cause });",
  ],
  [SEND, "{ outcome: 'unknown', details: { seconds } }", '{ details: { seconds } }'],
  [
    SEND,
    "new KfError('aborted', 'after the native call', { outcome: 'unknown' })",
    "new KfError('aborted', 'after the native call')",
  ],
  [SEND, 'if (answer === false) throw', 'if (false) throw'],
  [SEND, 'if (signal.aborted) onAbort();', ''],
  [SEND, 'this.shownTo = this.bridge.connection.addressee.current;', ''],
  [SEND, 'if (this.addressee === NEVER_KNOWN) this.addressee = addressee;', ''],
  [SENDS, '    if (!open) {', '    if (true) {'],
  [SENDS, '&& !send.isCancelled && !send.isAcknowledged);', '&& !send.isAcknowledged);'],
  [SENDS, 'for (const send of answered) send.isAcknowledged = true;', ''],
  [SENDS, '(isInDoubt(send) && !send.isSettled)', 'isInDoubt(send)'],
  [SENDS, 'isPending(send) || (isInDoubt', 'false || (isInDoubt'],
  [SENDS, 'isPending(send) || (isInDoubt(send) && !send.isSettled)', 'isPending(send)'],
  [SENDS, 'other.addressee === send.addressee && !isPending(other)', 'other.addressee === send.addressee'],
  [SENDS, '        this.remove(send);\n      });\n      return', '      });\n      return'],
  [SENDS, 'for (const doubt of answered) doubt.isAcknowledged = false;', ''],
  [
    SENDS,
    'for (const sends of [ended.filter(isOpen), ended.filter(send => !isOpen(send))]) {',
    'for (const sends of [ended]) {',
  ],
  [SENDS, '      send.isSettled = true;\n', '      void 0;\n'],
  [SENDS, 'send.addressee === addressee && !send.isAcknowledged', '!send.isAcknowledged'],
  [SENDS, 'return arrived ?? shown.filter(isOpen).pop() ?? newest;', 'return arrived ?? newest;'],
  [SENDS, 'return arrived ?? shown', 'return shown'],
  [SENDS, '(index > read || isOpen(send))', 'true'],
  [SENDS, '({ shownTo }) => shownTo === current', '() => true'],
  [SENDS, 'if (oldest && sends.length > MAX_ENDED) forget(oldest);', ''],
  [SENDS, '    this.turn = send.isOver;', ''],
  [CONNECTION, 'this.addressee.update(context.customerId);', ''],
  [CONNECTION, 'if (attempt !== this.attempt) return;', ''],
  [CONNECTION, 'this.life++;', ''],
  [
    CONNECTION,
    'this.deadline = performance.now() + this.settings.timeout;',
    'this.deadline = Date.now() + this.settings.timeout;',
  ],
  [ADDRESSEE, 'else if (!isFirst) this.current = `none:${++strangers}`;', ''],
  [ADDRESSEE, 'if (isFirst && customerId) this.onFirst(this.current);', ''],
  [BRIDGE, 'if (request.defaultPrevented) throw', 'if (false) throw'],
  [BRIDGE, 'if (request.response) return;', ''],
  [VIEW, '      this.addressee = status.addressee;', ''],
  [VIEW, 'this.unsubscribe?.();', ''],
  [CONTROLLER, 'if (same) return same.response;', ''],
  [
    CONTROLLER,
    "{ addressee, repeats: record });\n    else if (action === 'send-to-found')",
    "{ addressee });\n    else if (action === 'send-to-found')",
  ],
  [CONTROLLER, '{ addressee: found, repeats: record }', '{ repeats: record }'],
  [
    CONTROLLER,
    "if (action === 'send') void this.send({ message, issues }, { addressee });",
    "if (action === 'send') void this.send({ message, issues });",
  ],
  [CONTROLLER, "const isNews = own.error?.code !== 'bridge-absent' &&", 'const isNews ='],
  [CONTROLLER, 'reportOutcome(element, request.detail, response);', ''],
  [STATE, 'if (isInDoubt(record)) return questionState(error, situation);', ''],
  [STATE, 'if (bridge.status?.error || found === null) return', 'if (bridge.status?.error) return'],
  [REPLY, "(fail)?cancel(l?ed)?$/, 'cancelled']", "(fail)?cancel(l?ed)?$/, 'yes']"],
  [REPLY, "{ ...options, outcome: 'unknown' }", 'options'],
  [TEXTS, 'state.switchTo(written);', ''],
  [MENU_SENDS, 'return this.isOutdated ? shown :', 'return'],
  [MENU_SENDS, '{ ...current, addressee: shown.addressee }', 'current'],
  [
    MENU_SENDS,
    'if (this.bridge.status && contentOf(last.message) === contentOf(this.options.outgoing().message)) return undefined;',
    '',
  ],
  [FOOT, "if (meant) return sends.perform('send', meant);", ''],
  [FOOT, 'isReadOnly || sends.isHasty || (isTooEarly && !meant)', 'isReadOnly || (isTooEarly && !meant)'],
  [
    CARD,
    'this.sends.perform(action, onScreen);',
    'this.sends.perform(action, { ...onScreen, addressee: this.bridge.addressee });',
  ],
  [LIST_SENDS, 'if (addressee !== this.bridge.addressee) return;', ''],
  [LIST_SENDS, 'onAddressee: addressee => {', 'onAddressee: addressee => { return;'],
  [SENDS, 'send.isOf(this) || isKnown(send.addressee)', 'send.isOf(this)'],
  [SENDS, "&& send.phase !== 'unknown' && !send.isLate", ''],
  [SENDS, 'if (other !== this) other.onChange(send);', ';'],
  [SEND, 'if (open) return this.endWith(open);', ''],
  [SENDS, 'if (other !== send) other.isAcknowledged = true;', ';'],
  [VIEW, 'if (!status.isConnected && this.host.isConnected) {', 'if (false) {'],
  [CONTROLLER, 'if (doubt && options.repeats !== doubt) {', 'if (false) {'],
  [LIST_CONTROLS, 'if (!isKey && pressed && !isSamePress', 'if (false && !isSamePress'],
];

const root = fileURLToPath(new URL('..', import.meta.url));
const copy = mkdtempSync(join(tmpdir(), 'mutants-'));
const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
for (const file of listed.split('\n').filter(Boolean))
  cpSync(join(root, file), join(copy, file), { recursive: true, force: true, errorOnExist: false });
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));

/** Whether these tests fail. */
const fails = files => {
  const env = { ...process.env, SOAK_RUNS: process.env.SOAK_RUNS ?? '1500' };
  const { status } = spawnSync('npx', ['wtr', '--concurrency', '1', '--files', ...files], { cwd: copy, env });
  return status !== 0;
};
const SOAK = ['test/soak/*.test.ts'];
const UNIT = [
  'test/elements/bridge/*.test.ts',
  'test/hosts/reply*.test.ts',
  'test/elements/product-{card,list}/records.test.ts',
  'test/elements/product-card/customers.test.ts',
  'test/elements/menu-composer/{customers,sending*,foot-after}.test.ts',
];

const only = process.env.ONLY?.split(',').map(Number);
const survivors = [];
for (const [index, [file, before, after]] of MUTANTS.entries()) {
  const number = index + 1;
  if (only && !only.includes(number)) continue;
  const path = join(copy, file);
  const source = readFileSync(path, 'utf8');
  if (source.split(before).length !== 2) {
    console.log(`${number} not there, or more than once: ${file}: ${before}`);
    survivors.push(number);
    continue;
  }
  writeFileSync(
    path,
    source.replace(before, () => after),
  );
  const by = fails(SOAK) ? 'the interleavings' : fails(UNIT) ? "the elements' tests" : '';
  writeFileSync(path, source);
  console.log(`${number} ${by ? `caught by ${by}` : 'SURVIVED'}: ${file}: ${before} → ${after}`);
  if (!by) survivors.push(number);
}
console.log(`${survivors.length} survived${survivors.length ? `: ${survivors.join(', ')}` : ''}`);
process.exitCode = survivors.length ? 1 : 0;
