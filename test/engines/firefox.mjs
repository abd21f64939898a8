// Firefox by WebDriver BiDi, which puppeteer speaks: no geckodriver is needed.
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { actionsPlugin, TAB } from './actions-plugin.mjs';

const contextOf = session => session.browser.getPage(session.id).mainFrame().browsingContext;

/** Evaluates an expression in the browser's own window. Needs `--remote-allow-system-access`. */
async function evaluateInWindow(session, expression) {
  const { connection } = session.browser.getPage(session.id).browser();
  const { contexts } = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result;
  const [{ context: window }] = contexts; // another one where the browser has started anew
  const { result } = await connection.send('script.evaluate', {
    expression,
    target: { context: window },
    awaitPromise: false,
  });
  if (result.type === 'exception') throw new Error(result.exceptionDetails.text);
}

/**
 * Sets prefs while the browser runs, as Firefox has no command for media features, until the page sees what they lead to: they reach
 * its process some time later.
 */
async function setPrefs(session, prefs, media) {
  const lines = Object.entries(prefs).map(([name, value]) => `Services.prefs.setIntPref('${name}', ${value});`);
  await evaluateInWindow(session, lines.join(''));
  const page = session.browser.getPage(session.id);
  await page.waitForFunction(query => matchMedia(query).matches, { polling: 20 }, media);
}

/** Tab leads out of a page into the browser's own bars: a page without the focus hears nothing of what has the focus in it. */
async function perform(session, sources) {
  await contextOf(session).performActions(sources);
  const hasTab = sources.some(({ actions }) => actions.some(({ value }) => value === TAB));
  if (hasTab) await evaluateInWindow(session, 'gBrowser.selectedBrowser.focus()');
}

const [COARSE, FINE] = [1, 6];

const engine = {
  perform,
  release: session => contextOf(session).releaseActions(),
  toFront: session => contextOf(session).activate(),
  async emulateMedia(session, { reducedMotion, colorScheme }) {
    if (reducedMotion) {
      const prefs = { 'ui.prefersReducedMotion': Number(reducedMotion === 'reduce') };
      await setPrefs(session, prefs, `(prefers-reduced-motion: ${reducedMotion})`);
    }
    if (colorScheme) {
      const prefs = { 'layout.css.prefers-color-scheme.content-override': Number(colorScheme === 'light') };
      await setPrefs(session, prefs, `(prefers-color-scheme: ${colorScheme})`);
    }
  },
  setViewport: (session, size) => session.browser.getPage(session.id).setViewport(size),
  touchScreen(session, { enabled }) {
    const capability = enabled ? COARSE : FINE;
    const prefs = { 'ui.primaryPointerCapabilities': capability, 'ui.allPointerCapabilities': capability };
    return setPrefs(session, prefs, `(pointer: ${enabled ? 'coarse' : 'fine'})`);
  },
};

/** How it is started. */
export const FIREFOX = {
  browser: 'firefox',
  executablePath: process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr',
  headless: true,
  timeout: 60_000,
  protocolTimeout: 60_000,
  args: ['--remote-allow-system-access'],
  extraPrefsFirefox: {
    'app.normandy.enabled': false,
    'dom.events.testing.asyncClipboard': true,
    'focusmanager.testmode': true, // every page believes that it is in front
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'services.settings.server': 'http://127.0.0.1:9/', // nothing is fetched from outside
  },
};

export const firefox = () => ({
  browsers: [chromeLauncher({ puppeteer, concurrency: 1, launchOptions: FIREFOX })],
  plugins: [actionsPlugin(engine)],
});
