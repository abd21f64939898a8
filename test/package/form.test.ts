import { expect } from '@open-wc/testing';
import type { KfMenuComposer } from '../../src/index.js';
import { eventually } from '../support/element-page.js';
import { closeFrames, importInto, openFrame } from '../support/frame.js';

const composerIn = (page: Window): Promise<KfMenuComposer> =>
  eventually('a composer', () => {
    const found = page.document.querySelector('kf-menu-composer');
    return found && found.shadowRoot && found;
  });

/** Goes somewhere in a window, and gives the composer there. */
async function goTo(page: Window, where: string, go: () => void): Promise<KfMenuComposer> {
  go();
  await eventually(where, () => page.location.href.endsWith(where) && page.document.readyState === 'complete');
  return composerIn(page);
}

describe('a page with the composer in a form', () => {
  afterEach(closeFrames);

  it('has what was written again when the user comes back to it', async () => {
    const page = window.open('/test/fixtures/form.html') as Window;
    try {
      (await goTo(page, 'form.html', () => undefined)).value = { head_content: '写到一半' };
      const elsewhere = await goTo(
        page,
        '?elsewhere',
        () => (page.location.href = '/test/fixtures/form.html?elsewhere'),
      );
      expect(elsewhere.value).to.deep.equal({});
      const restored = await goTo(page, 'form.html', () => page.history.back());
      await eventually('the text', () => restored.value.head_content);
      expect(restored.value).to.deep.equal({ head_content: '写到一半' });
      const form = restored.closest('form') as HTMLFormElement;
      expect(new FormData(form).get('menu')).to.include('写到一半');
    } finally {
      page.close();
    }
  });

  it('works without ElementInternals, but for the form', async () => {
    const frame = await openFrame('<form><kf-menu-composer name="menu" required></kf-menu-composer></form>');
    delete (frame.window.HTMLElement.prototype as Partial<HTMLElement>).attachInternals;
    await importInto(frame, '/dist/kf-elements.js');
    const element = await composerIn(frame.window);
    element.value = { head_content: '好' };
    expect(element.message.msgmenu).to.deep.equal({ head_content: '好' });
    expect([element.form, element.checkValidity(), element.willValidate]).to.deep.equal([null, true, false]);
    element.disabled = true;
    expect(element.disabled).to.be.true;
    expect(frame.errors).to.deep.equal([]);
  });
});
