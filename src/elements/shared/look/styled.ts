import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

type Style = Partial<Record<'height' | 'transform', string>>;

/** Writes through the CSSOM: a `style` attribute would not pass the page's content security policy. */
class StyledDirective extends Directive {
  private written: Style = {};

  render(style: Style): unknown {
    return style && noChange;
  }

  override update({ element }: ElementPart, [style]: [Style]): unknown {
    const { height, transform } = this.written;
    if (style.height !== height || style.transform !== transform) Object.assign((element as HTMLElement).style, style);
    this.written = style;
    return noChange;
  }
}

/** Places an element, or gives it a height: `<div ${styled({ height: '88px' })}>`. */
export const styled = directive(StyledDirective);
