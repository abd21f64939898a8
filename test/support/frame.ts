/** A page of its own inside the test's page: what is loaded there stays there. */
export interface Frame {
  element: HTMLIFrameElement;
  document: Document;
  window: Window & typeof globalThis;
  /** What the page wrote to its console as a warning. */
  warnings: string[];
  /** What nobody caught there. */
  errors: string[];
}

const frames: HTMLIFrameElement[] = [];

/** Takes all of them away. */
export const closeFrames = (): void => frames.splice(0).forEach(frame => frame.remove());

export interface PageOptions {
  /** As an old page would declare it. */
  charset?: string;
  /** '' for a page in quirks mode. */
  doctype?: string;
  /** What else stands in the head, before any script: a content security policy. */
  head?: string;
}

/** An empty page. Scripts are added by `load`. */
export async function openFrame(
  body = '',
  { charset = 'utf-8', doctype = '<!doctype html>', head: more = '' }: PageOptions = {},
): Promise<Frame> {
  const head = `${doctype}<html lang="zh-CN"><head><meta charset="${charset}">${more}<title>page</title></head>`;
  // Not srcdoc: such a page is UTF-8, whatever it says.
  const url = URL.createObjectURL(new Blob([`${head}<body>${body}</body></html>`], { type: 'text/html' }));
  const element = document.createElement('iframe');
  Object.assign(element.style, { width: '420px', height: '560px', border: '0' });
  const loaded = new Promise(resolve => element.addEventListener('load', resolve, { once: true }));
  element.src = url;
  frames.push(element);
  document.body.append(element);
  await loaded;
  URL.revokeObjectURL(url);
  const window = element.contentWindow as Frame['window'];
  const [warnings, errors]: [string[], string[]] = [[], []];
  window.console.warn = (...words: unknown[]) => void warnings.push(words.join(' '));
  window.addEventListener('error', ({ message }) => errors.push(message));
  window.addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
  return { element, document: window.document, window, warnings, errors };
}

/** Adds a script to a frame's page and waits until it has run. `/dist/…` is in the package. */
export function load({ document }: Frame, path: string, type = ''): Promise<void> {
  const script = document.createElement('script');
  script.type = type;
  script.src = new URL(path, location.origin).href;
  return new Promise((resolve, reject) => {
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`${path} does not load`)));
    document.head.append(script);
  });
}

export const loadModule = (frame: Frame, path: string): Promise<void> => load(frame, path, 'module');

/** Imports a module inside a frame, so that it meets the frame's own registry. */
export function importInto({ document, window }: Frame, path: string): Promise<Record<string, unknown>> {
  const script = document.createElement('script');
  script.type = 'module';
  const given = window as unknown as { given?: (module: Record<string, unknown>) => void };
  script.textContent = `import * as module from ${JSON.stringify(new URL(path, location.origin).href)}; given(module);`;
  return new Promise((resolve, reject) => {
    given.given = resolve;
    script.addEventListener('error', () => reject(new Error(`${path} does not load`)));
    window.addEventListener('error', ({ message }) => reject(new Error(message)), { once: true });
    document.head.append(script);
  });
}
