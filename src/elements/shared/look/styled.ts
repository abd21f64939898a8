import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

type Style = Partial<Record<'height' | 'transform', string>>;

/** Writes through the CSSOM: a `style` attribute would not pass the page's content security policy. */
class StyledDirective extends Directive {
  render(style: Style): unknown {
    return style && noChange;
  }

  override update({ element }: ElementPart, [style]: [Style]): unknown {
    Object.assign((element as HTMLElement).style, style);
    return noChange;
  }
}

/** Places an element, or gives it a height: `<div ${styled({ height: '88px' })}>`. */
export const styled = directive(StyledDirective);
