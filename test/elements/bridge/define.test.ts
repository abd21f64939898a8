import { expect } from '@open-wc/testing';
import { KfBridge } from '../../../src/kf-bridge.js';
import packageFile from '../../../package.json' with { type: 'json' };

describe('registering the bridge', () => {
  it('is done by its own entry', () => {
    expect(customElements.get('kf-bridge')).to.equal(KfBridge);
  });

  it('may be asked for again, and does nothing', () => {
    expect(() => KfBridge.define()).not.to.throw();
    expect(customElements.get('kf-bridge')).to.equal(KfBridge);
  });

  it('takes a tag of your own, with a subclass', () => {
    KfBridge.define('x-bridge');
    const own = document.createElement('x-bridge');
    expect(own).to.be.instanceOf(KfBridge);
    expect(customElements.get('x-bridge')).not.to.equal(KfBridge);
    expect(() => KfBridge.define('x-bridge')).not.to.throw();
  });

  it("stays behind another copy's element of that tag, and says both versions once", () => {
    const { warn } = console;
    const warnings: string[] = [];
    console.warn = (...words: unknown[]) => warnings.push(words.join(' '));
    class OtherCopy extends HTMLElement {
      static readonly version = '9.8.7';
    }
    customElements.define('y-bridge', OtherCopy);
    KfBridge.define('y-bridge');
    KfBridge.define('y-bridge');
    console.warn = warn;
    expect(customElements.get('y-bridge')).to.equal(OtherCopy);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('9.8.7').and.to.contain(KfBridge.version);
  });

  it("names the package's version", () => expect(KfBridge.version).to.equal(packageFile.version));
});
