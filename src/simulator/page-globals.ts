interface Globals {
  WeixinJSBridge?: unknown;
  wx?: { qy?: unknown };
}

/** The client's objects in a page, and what was there before. */
export interface PageGlobals {
  setBridge(bridge: object): void;
  setQy(qy: object): void;
  /** What was not there before is not there afterwards. */
  restore(): void;
}

const putBack = (owner: object, key: string, value: unknown): void => {
  if (value === undefined) Reflect.deleteProperty(owner, key);
  else Reflect.set(owner, key, value);
};

export function putInto(owner: object): PageGlobals {
  const page = owner as Globals;
  const before = { bridge: page.WeixinJSBridge, wx: page.wx, qy: page.wx?.qy };
  let ownQy = false;
  return {
    setBridge(bridge) {
      page.WeixinJSBridge = bridge;
    },
    setQy(qy) {
      ownQy = true;
      page.wx ??= {};
      page.wx.qy = qy;
    },
    restore() {
      putBack(page, 'WeixinJSBridge', before.bridge);
      if (before.wx && ownQy) putBack(before.wx, 'qy', before.qy);
      putBack(page, 'wx', before.wx);
    },
  };
}
