import { expect, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import documentedCall from '../../../fixtures/documented-call.json' with { type: 'json' };
import { composer, type ComposerPage } from '../../../support/composer-page.js';
import { eventually } from '../../../support/element-page.js';

const filled = (width: number, preview = 'auto') =>
  composer(html`<kf-menu-composer .preview=${preview as 'auto'} .value=${documentedCall}></kf-menu-composer>`, {
    width,
  });
const PREVIEW = '客户看到的样子';
const preview = (view: ComposerPage): DOMRect => view.get('region', PREVIEW).getBoundingClientRect();
const editor = (view: ComposerPage): DOMRect =>
  (view.root.querySelector('[part="head"]') as Element).getBoundingClientRect();
const isBeside = (view: ComposerPage): boolean =>
  preview(view).left >= editor(view).right && preview(view).top <= editor(view).top;

describe('the preview', () => {
  it('shows head, items and tail as the customer sees them', async () => {
    const view = await filled(400);
    expect(view.lines).to.deep.equal([
      '您对本次服务是否满意呢? ',
      '满意',
      '不满意',
      '点击跳转到自助查询页面',
      '点击打开小程序查询更多',
      '欢迎再次光临',
    ]);
  });

  it('shows text as text', async () => {
    const view = await composer(html`<kf-menu-composer .value=${{ head_content: '<b>a</b>' }}></kf-menu-composer>`);
    expect(view.lines).to.deep.equal(['<b>a</b>']);
  });

  it("stands below the editor in a narrow element, whatever the window's width", async () => {
    const view = await filled(639);
    expect(preview(view).top).to.be.greaterThan(editor(view).bottom);
  });

  it('has the way back in its own heading where the header is out of sight', async () => {
    const view = await filled(400);
    const space = document.createElement('div');
    space.style.height = '2000px';
    view.element.after(space);
    const ways = (): number => view.root.querySelectorAll('.preview [aria-label="回去编辑"]').length;
    const top = scrollY + view.element.getBoundingClientRect().top;
    await setViewport({ width: 800, height: 900 });
    window.scrollTo(0, top);
    await eventually('no other way', () => ways() === 0);
    window.scrollTo(0, top + 40); // the first text can still be seen
    await eventually('a way', () => ways() === 1);
    await setViewport({ width: 800, height: 600 });
  });

  it("stands beside it from 640 on, by the element's own width", async () => {
    const view = await filled(640);
    await eventually('two columns', () => isBeside(view));
    (view.element.parentElement as HTMLElement).style.width = '400px';
    await eventually('one column', () => !isBeside(view));
  });

  it('raises no error in the page when the columns change', async () => {
    const errors: string[] = [];
    const hear = ({ message }: ErrorEvent): void => void errors.push(message);
    window.addEventListener('error', hear);
    const view = await filled(700);
    await eventually('two columns', () => isBeside(view));
    (view.element.parentElement as HTMLElement).style.width = '400px';
    await eventually('one column', () => !isBeside(view)); // an error of the first change would have come before
    window.removeEventListener('error', hear);
    expect(errors).to.deep.equal([]);
  });

  it('stands where the page wants it: below', async () => {
    const view = await filled(700, 'below');
    expect(preview(view).top).to.be.greaterThan(editor(view).bottom);
  });

  it('stands where the page wants it: beside', async () => {
    const view = await filled(600, 'side');
    expect(isBeside(view)).to.be.true;
  });

  it('is not there with none', async () => expect((await filled(700, 'none')).names('region')).to.deep.equal([]));

  it('is alone with only', async () => {
    const view = await filled(400, 'only');
    expect(view.names('region')).to.deep.equal([PREVIEW]);
    expect(view.names('textbox')).to.deep.equal([]);
    expect(view.lines.length).to.equal(6);
  });

  it('shows the other look at a press', async () => {
    const view = await filled(400);
    const colour = (): string => getComputedStyle(view.get('region', PREVIEW)).backgroundColor;
    expect(colour()).to.equal('rgb(237, 237, 237)');
    await view.click('看深色的样子');
    expect(colour()).to.equal('rgb(17, 17, 17)');
    await view.click('看浅色的样子');
    expect(colour()).to.equal('rgb(237, 237, 237)');
  });
});
