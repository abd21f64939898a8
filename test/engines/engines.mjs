/**
 * The browsers beside a current Chromium, and which of WeCom's clients each stands for. `short` are the test files that the gate
 * runs there: what differs between engines is keys, focus, layout, dragging, storage, forms and images, not the rules of a message.
 */
import { existsSync } from 'node:fs';

const SHORT = [
  'test/core/{bytes,cut-to-bytes,variables}.test.ts',
  'test/hosts/{client-info,detect,ww-address}.test.ts',
  'test/elements/bridge/*/{send,kf-send,states,moving,page-scope}.test.ts',
  'test/elements/lang.test.ts',
  'test/elements/menu-composer/*/{drafts,dragging,focus,foot,form,items,keyboard,locked,mends,narrow,offers,paste,preview,rehearsal,templates,theme,undo,value,variables,whole-task}.test.ts',
  'test/elements/product-card/{flow,render,states}.test.ts',
  'test/elements/product-list/{define,finding,keyboard,many,states}.test.ts',
];

const missing = (programs, packages) => () =>
  programs.every(program => existsSync(program))
    ? undefined
    : `install it: apt-get install -y --no-install-recommends ${packages}`;

export const ENGINES = {
  chromium: {
    label: 'Chromium',
    client: {
      en: 'clients with a current Chromium',
      zh: '内置新版 Chromium 的客户端',
    },
    missing: () => undefined,
    short: [],
  },
  firefox: {
    label: 'Firefox',
    client: { en: 'no client; the admin pages that a browser opens', zh: '没有客户端用它；在浏览器里打开的管理页面' },
    missing: missing([process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr'], 'firefox-esr'),
    short: SHORT,
  },
  'webkit-gtk': {
    label: 'WebKit (WebKitGTK)',
    client: { en: 'WeCom on a current iOS or Mac', zh: '新版 iOS、Mac 上的企业微信' },
    missing: missing(['/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb'], 'webkit2gtk-driver xvfb'),
    short: SHORT,
  },
  'webkit-wpe': {
    label: 'WebKit (WPE), as in Safari 16.0',
    client: { en: 'WeCom on iOS 16.0 to 16.3', zh: 'iOS 16.0 至 16.3 上的企业微信' },
    missing: missing(['/usr/bin/WPEWebDriver', '/usr/bin/cog'], 'wpewebkit-driver cog'),
    short: SHORT,
  },
};

/** Chromium as old clients carry it: major version → the npm package that ships it for Linux on x64, and that package's digest. */
export const OLD_CHROMIUM = {
  77: {
    package: 'chrome-aws-lambda@1.19.0',
    integrity: 'sha512-GTrnlZLjFni+qlGTWFcjiJPhmaV+cR/QVDTcDdNRxZm8NQKfopaVv03PLSLP6StzpC0BHquUg6tqz5QH0w1lIw==',
    client: { en: 'the oldest client that is supported, its Chromium 77', zh: '支持的最旧的客户端（Chromium 77）' },
  },
  86: {
    package: 'chrome-aws-lambda@5.3.1',
    integrity: 'sha512-KklZTy2p2U/86cCh1hKL3PGDqoirQCAg7uejvNIn0rDBkWj4Su4GOjYMRVB3kthLwmnWhh3x63RDBTCAaQ9Q3Q==',
    client: { en: 'clients with a Chromium of some years ago', zh: '内置几年前 Chromium 的客户端' },
  },
  109: {
    package: '@sparticuz/chromium@109.0.6',
    integrity: 'sha512-9hTE03DXnrWTiGNpfjLfmGhIfmiVAerSPinDb+x5bBdM4KF4PMM1NZ0A+V7WKazoA+CasSX/osHK8K0MuO6uqg==',
    client: {
      en: 'clients with Chromium 109, the last one for Windows 7 and 8',
      zh: '内置 Chromium 109（Windows 7、8 的最后一版）的客户端',
    },
  },
};
