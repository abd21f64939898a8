/**
 * The runner's commands, and those of `test/support/browser-plugin.mjs`, as the standard actions of WebDriver: for Firefox and
 * WebKit, where the runner's own plugins either throw or leave out keys held down and the mouse's state. Those plugins come first,
 * so on the page's side the commands get another name.
 */
const KEYS = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Insert: '\uE016',
  Delete: '\uE017',
  Meta: '\uE03D',
  F10: '\uE03A',
  '\n': '\uE007',
};
export const TAB = KEYS.Tab;
const BUTTONS = { left: 0, middle: 1, right: 2 };
const PREFIX = 'engine:';
const COMMANDS = [
  ...['send-keys', 'send-mouse', 'reset-mouse', 'emulate-media', 'set-viewport'],
  ...['touch-screen', 'finger', 'pen', 'take', 'leave'],
];

const down = key => ({ type: 'keyDown', value: KEYS[key] ?? key });
const up = key => ({ type: 'keyUp', value: KEYS[key] ?? key });
const moveTo = (x, y) => ({
  type: 'pointerMove',
  duration: 0,
  x: Math.round(x),
  y: Math.round(y),
  origin: 'viewport',
});

function keyActions({ type, press, down: held, up: released }) {
  if (type !== undefined) return Array.from(type).flatMap(key => [down(key), up(key)]);
  if (press !== undefined) return [down(press), up(press)];
  return [held === undefined ? up(released) : down(held)];
}

function mouseActions({ type, position: [x, y] = [], button = 'left' }) {
  const [pressed, released] = ['pointerDown', 'pointerUp'].map(kind => ({ type: kind, button: BUTTONS[button] }));
  return { move: [moveTo(x, y)], click: [moveTo(x, y), pressed, released], down: [pressed], up: [released] }[type];
}

const PEN = { mousePressed: [{ type: 'pointerDown', button: 0 }], mouseReleased: [{ type: 'pointerUp', button: 0 }] };
const penActions = ({ type, x, y }) => [moveTo(x, y), ...(PEN[type] ?? [])];

const pointer = (id, pointerType, actions) => ({ type: 'pointer', id, parameters: { pointerType }, actions });

/**
 * @param {{
 *   perform(session: object, sources: object[]): Promise<unknown>,
 *   release(session: object): Promise<unknown>,
 *   emulateMedia(session: object, media: object): Promise<unknown>,
 *   setViewport(session: object, size: { width: number, height: number }): Promise<unknown>,
 *   touchScreen(session: object, touch: { enabled: boolean }): Promise<unknown>,
 *   toFront?(session: object): Promise<unknown>,
 * }} engine
 */
export function actionsPlugin(engine) {
  /** One after the other: a driver refuses what comes while a previous action is under way. */
  let last = Promise.resolve();
  const perform = (session, ...sources) =>
    (last = last.catch(() => undefined).then(() => engine.perform(session, sources)));

  /** Which fingers are down. */
  const fingers = new Set();
  const fingerSources = ({ touchPoints }) =>
    [0, 1].flatMap(id => {
      const point = touchPoints[id];
      const actions = point ? [moveTo(point.x, point.y)] : [];
      if (point && !fingers.has(id)) actions.push({ type: 'pointerDown', button: 0 });
      if (!point && fingers.has(id)) actions.push({ type: 'pointerUp', button: 0 });
      fingers[point ? 'add' : 'delete'](id);
      return actions.length ? [pointer(`finger ${id}`, 'touch', actions)] : [];
    });

  const commands = {
    'send-keys': (session, payload) => perform(session, { type: 'key', id: 'keyboard', actions: keyActions(payload) }),
    'send-mouse': (session, payload) => perform(session, pointer('mouse', 'mouse', mouseActions(payload))),
    'reset-mouse': session => engine.release(session),
    'emulate-media': (session, media) => engine.emulateMedia(session, media),
    'set-viewport': (session, size) => engine.setViewport(session, size),
    'touch-screen': (session, [touch]) => engine.touchScreen(session, touch),
    async finger(session, events) {
      for (const event of events) {
        const sources = fingerSources(event);
        if (sources.length) await perform(session, ...sources);
      }
    },
    async pen(session, events) {
      for (const event of events) await perform(session, pointer('pen', 'pen', penActions(event)));
    },
    // One page at a time: nothing is shared, and the page is in front.
    take: (session, what) => (what === 'front' ? engine.toFront?.(session) : undefined),
    leave: () => undefined,
  };

  return {
    name: 'actions',
    transform({ path, body }) {
      if (!path.endsWith('/test-runner-commands/browser/commands.mjs')) return undefined;
      const start = 'executeServerCommand(command, payload, pluginName) {';
      const renamed = `if (${JSON.stringify(COMMANDS)}.includes(command)) command = '${PREFIX}' + command;`;
      return { body: body.replace(start, `${start}\n  ${renamed}`) };
    },
    async executeCommand({ command, payload, session }) {
      if (!command.startsWith(PREFIX)) return undefined;
      await commands[command.slice(PREFIX.length)](session, payload);
      return true;
    },
  };
}
