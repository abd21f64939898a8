/**
 * Commands of the browser that the runner's own do not have: a touch screen, fingers and pens, forced colours; and turns, for what all pages share:
 * the clipboard, and the place in front, where alone fingers are felt and frames go on. A finger is down only as long as its
 * session with the browser.
 */
const sessions = new WeakMap();
const turns = new Map();

/** Waits until no other page has its turn. */
async function take(name, page) {
  for (let turn; (turn = turns.get(name)) && turn.page !== page;) await turn.over;
  if (turns.has(name)) return;
  let leave;
  const over = new Promise(resolve => (leave = resolve));
  turns.set(name, { page, over, leave });
}

function leave(name, page) {
  const turn = turns.get(name);
  if (turn?.page !== page) return;
  turns.delete(name);
  turn.leave();
}

const METHODS = {
  'touch-screen': 'Emulation.setTouchEmulationEnabled',
  finger: 'Input.dispatchTouchEvent',
  pen: 'Input.dispatchMouseEvent',
  media: 'Emulation.setEmulatedMedia',
};

export const browserPlugin = {
  name: 'browser',
  async executeCommand({ command, payload, session }) {
    const method = METHODS[command];
    if (!method && !['take', 'leave'].includes(command)) return undefined;
    const page = session.browser.getPage(session.id);
    if (command === 'take') await take(payload, page);
    if (command === 'leave') leave(payload, page);
    if (command === 'take' && payload === 'front') await page.bringToFront();
    if (!sessions.has(page)) sessions.set(page, await page.createCDPSession());
    if (method) await Promise.all(payload.map(event => sessions.get(page).send(method, event)));
    return true;
  },
};
